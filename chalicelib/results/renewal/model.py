"""The renewal of a sheet that nobody saves, and the progress of that work. Pure.

A sheet stores its number of students, and an import of the roster can change that number. A sheet
of release 0.3 also waits for answers to a dropped question. Grid, district results and processes
read the stored sheet, so both cases need a write. The next save would make the same one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from chalicelib.presence import count_on
from chalicelib.results.model import Sheet
from chalicelib.results.open_sheets import count_students
from chalicelib.results.scoring import score_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from chalicelib.assessments.model import Assessment
    from chalicelib.rosters.model import SchoolClass

EVERY = "every"
"""The name of the work on all sheets."""
NOWHERE = ("", "")
"""Before the first sheet."""


def renew(sheet: Sheet, assessment: Assessment, taught: SchoolClass | None, today: str) -> Sheet:
    """Return a sheet by the present rules, at its version; the very same where it follows them.

    `taught` is the class as it is on the day `today`; none where the roster has it no more.
    """
    return recount(_score_given_up(sheet, assessment), taught, today)


def recount(sheet: Sheet, taught: SchoolClass | None, today: str) -> Sheet:
    """Return a sheet with its numbers of students, today and later; see `renew`."""
    if taught is None:
        return sheet
    stored = count_on(sheet.enrolled, sheet.steps, today)
    later = tuple(step for step in sheet.steps if step[0] > today)
    enrolled, steps = count_students(taught, sheet, today)
    if (stored, later) == (enrolled, steps):
        return sheet
    return replace(sheet, enrolled=enrolled, steps=steps)


def _score_given_up(sheet: Sheet, assessment: Assessment) -> Sheet:
    """Score as the sheet shows it. Another revision is for its correction to score."""
    contents = assessment.contents
    if sheet.scored.revision != assessment.header.revision:
        return sheet
    if not any(item.given_up for item in contents.items):
        return sheet
    again = score_sheet(contents, sheet, sheet.scored.cuts, sheet.scored.revision)
    return sheet if again.rows == sheet.rows else again


@dataclass(frozen=True, slots=True)
class Renewal:
    """How far the work is: `place` is the last sheet looked at, as (assessment, class).

    `due` says when the clock looks at it next; empty once all is done. `percent` is of assessments.
    `round` counts how often it was begun. Is it `narrow`, only some classes are looked at.
    """

    due: str = ""
    round: int = 1
    narrow: bool = False
    place: tuple[str, str] = NOWHERE
    seen: int = 0
    renewed: int = 0
    percent: int = 0
    finished: str = ""

    @property
    def id(self) -> str:
        """The name of the work in the audit trail."""
        return EVERY

    def again(self, at: str, *, narrow: bool) -> Renewal:
        """Return the work from the beginning. Work that is under way then covers all classes.

        Work that waits for its first sheet goes on waiting.
        """
        if self.finished:
            return Renewal(at, self.round + 1, narrow)
        waits = self.place == NOWHERE and not self.narrow
        return Renewal(max(at, self.due) if waits else at, self.round + 1)

    def advance(self, chunk: Chunk, school_class: str, seen: int, renewed: int) -> Renewal:
        """Return it after so many more sheets, up to this class's."""
        return replace(
            self,
            place=(chunk.assessment.id, school_class),
            seen=self.seen + seen,
            renewed=self.renewed + renewed,
            percent=chunk.percent,
        )


@dataclass(frozen=True, slots=True)
class Chunk:
    """Classes whose sheets on an assessment are looked at together, sorted."""

    assessment: Assessment
    classes: tuple[str, ...]
    percent: int

    def after(self, place: tuple[str, str]) -> list[str]:
        """Return the classes that come after this place."""
        assessment, school_class = place
        return [c for c in self.classes if assessment != self.assessment.id or c > school_class]


def split(classes: Iterable[str], many: int) -> Iterator[tuple[str, ...]]:
    """Sort classes, and give so many at a time.

    >>> list(split(["c", "a", "b"], 2))
    [('a', 'b'), ('c',)]
    """
    names = sorted(classes)
    return (tuple(names[start : start + many]) for start in range(0, len(names), many))
