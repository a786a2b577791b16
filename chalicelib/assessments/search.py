"""The list Assessments > Formative: filtered, sorted and paged in one pass over the headers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Literal

from pydantic import Field

from chalicelib.paging import Page
from chalicelib.searching import ListFilter, has_words
from chalicelib.standards.grades import same_grade
from chalicelib.standards.subjects import subject_name

from .model import AssessmentHeader, AssessmentKind, Visibility

Word = Annotated[str, Field(min_length=1, max_length=100)]


class AssessmentFilter(ListFilter):
    """The criteria of a search; those left out do not matter. All others must hold."""

    text: Word | None = None
    """Only assessments that have every word of this in their title, document or standards.

    Example: `fractions`
    """
    subject: Word | None = None
    """Only assessments of this subject, as people write it: `math` finds Mathematics.

    Example: `math`
    """
    grade: Word | None = None
    """Only assessments of this grade, as people write it: `3` finds 03, `K` finds KG.

    Example: `3`
    """
    set: Word | None = Field(default=None, validation_alias="standards_set_id")
    """Only assessments of this standards set, by its id. Example: `f1-math-3`"""
    standard: Word | None = None
    """Only assessments of this standard, by its code. Example: `3.NF.A.1`"""
    kind: AssessmentKind | None = None
    """Only assessments of this kind."""
    creator: Word | None = Field(default=None, validation_alias="created_by_id")
    """Only assessments of this person: an id, every word of a name, or `me`. Example: `me`"""
    team: Word | None = Field(default=None, validation_alias="team_id")
    """Only assessments of the leaders and members of this data team, by its id.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    approved: bool | None = None
    """Only assessments that are district approved, or only those that are not."""
    visibility: Visibility | None = None
    """Only assessments with this visibility."""
    sort: Literal["title", "created_at", "changed_at"] = "changed_at"
    """The order of the list.

    - `title`: Their titles.
    - `created_at`: When they were made.
    - `changed_at`: When they were changed last.
    """
    order: Literal["asc", "desc"] | None = None
    """Which way: titles from A and times from the newest, unless it is sent.

    - `asc`: From the lowest, or the earliest.
    - `desc`: From the highest, or the latest.
    """

    @property
    def descending(self) -> bool:
        """Tell the direction."""
        return self.order == "desc" or (self.order is None and self.sort != "title")


def matches(header: AssessmentHeader, wanted: AssessmentFilter, me: str) -> bool:
    """Return whether a header matches the search."""
    return all(
        test(header, getattr(wanted, name), me)
        for name, test in _TESTS.items()
        if getattr(wanted, name) is not None
    )


def page(
    found: Iterable[AssessmentHeader],
    wanted: AssessmentFilter,
    limit: int,
    after: Sequence[str] | None,
) -> Page[AssessmentHeader]:
    """Sort and cut; `total` is the length of the whole list."""

    def position(header: AssessmentHeader) -> tuple[str, str]:
        order: str = getattr(header, wanted.sort.removesuffix("_at"))
        return order.casefold(), header.id

    ordered = sorted(found, key=position, reverse=wanted.descending)
    start = _start(list(map(position, ordered)), after, descending=wanted.descending)
    shown = ordered[start : start + limit]
    more = len(ordered) > start + limit
    return Page(shown, position(shown[-1]) if more else None, {"total": len(ordered)})


def _start(
    positions: list[tuple[str, str]], after: Sequence[str] | None, *, descending: bool
) -> int:
    """Count what stands at or before `after`, which may be gone meanwhile."""
    if after is None:
        return 0
    last = (str(after[0]), str(after[-1]))
    return sum(each >= last if descending else each <= last for each in positions)


Test = Callable[[AssessmentHeader, str, str], bool]


def _has_words(header: AssessmentHeader, text: str, _: str) -> bool:
    return has_words(" ".join((header.title, header.document, *header.standards)), text)


def among(values: Iterable[str], wanted: str) -> bool:
    """Return whether this is one of them, in whatever case."""
    return wanted.casefold() in (value.casefold() for value in values)


def _made_by(header: AssessmentHeader, wanted: str) -> bool:
    return header.creator == wanted or has_words(header.creator_name, wanted)


_TESTS: dict[str, Test] = {
    "text": _has_words,
    "subject": lambda header, wanted, _: subject_name(header.shown_subject) == subject_name(wanted),
    "grade": lambda header, wanted, _: same_grade(header.shown_grades, wanted),
    "set": lambda header, wanted, _: header.set_id == wanted,
    "standard": lambda header, wanted, _: among(header.standards, wanted),
    "kind": lambda header, wanted, _: header.kind == wanted,
    "creator": lambda header, wanted, me: (
        header.creator == me if wanted == "me" else _made_by(header, wanted)
    ),
    "approved": lambda header, wanted, _: (header.approved is not None) is bool(wanted),
    "visibility": lambda header, wanted, _: header.visibility == wanted,
}
