"""The effect of saving, before it is saved (D14): the same decisions, and nothing written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from chalicelib.days import write_out
from chalicelib.distribution import refusals
from chalicelib.distribution.changes import Changes
from chalicelib.distribution.model import Distribution, DistributionState
from chalicelib.distribution.notices import list_addressees
from chalicelib.distribution.walltime import moment_text

from .schedules import OtherSchedule, Schedules, describe

if TYPE_CHECKING:
    from datetime import date

    from chalicelib.acts import Act
    from chalicelib.distribution.drafts import Draft, Drafting, NewlyAsked, Repetition
    from chalicelib.distribution.matching import MismatchReason
    from chalicelib.distribution.plan import Target
    from chalicelib.distribution.repository import DistributionRepository
    from chalicelib.distribution.schedule import Until


NAMED = 100
"""Trackers and people that a preview names; of more it says how many there are."""


@dataclass(frozen=True, slots=True)
class PreviewedSchool:
    """How many trackers of a school would get it, and how many have it already."""

    school: str
    trackers: int
    having: int


@dataclass(frozen=True, slots=True)
class PreviewedRecipient:
    """Somebody who would get an email about so many trackers."""

    person: str
    trackers: int


@dataclass(frozen=True, slots=True)
class DistributionPreview:
    """A distribution as it would be, with its recipients."""

    made: Distribution
    people: int
    """The number of people who would get an email, each once; 0 without notification.

    They have one of the trackers on that day or work on one. People who declined such emails are
    counted, but get none.
    """
    left_out: Mapping[MismatchReason, int]
    """Ticked trackers that would not get it; of a change that keeps the trackers, none."""
    schools: Sequence[PreviewedSchool] = ()
    """How many trackers of each school would get it or have it, by the schools' ids."""
    existing: Sequence[Target] = ()
    """Trackers that have it already, up to `NAMED`."""
    recipients: Sequence[PreviewedRecipient] = ()
    """People who would get an email, up to `NAMED`, by id."""
    schedules: Sequence[OtherSchedule] = ()
    """Other distributions that are scheduled to bring it to some of the same trackers."""
    extended: Changes | None = None
    """The changes of a distribution that is delivered already: last days only."""

    @property
    def message(self) -> str:
        """Return it in a sentence or two."""
        made = self.made
        if self.extended:
            return f"Nothing is delivered by this change.{_describe_extension(made, self.extended)}"
        trackers, schools = _several(made.total, "tracker"), _several(len(made.schools), "school")
        mails = f"{_several(self.people, 'person', 'people')} would get an email{self._unless}."
        text = f"{trackers} at {schools} would get it {_when(made)}. {mails}{_by(made.give_until)}"
        return f"{text} {describe(self.schedules)}".rstrip()

    @property
    def _unless(self) -> str:
        return ", unless they declined such emails" if self.people else ""


@dataclass(eq=False, repr=False)
class Previews:
    """Drafts of distributions, as admins look at them."""

    _drafting: Drafting
    _repository: DistributionRepository
    _schedules: Schedules

    def of_new(self, act: Act, asked: NewlyAsked) -> DistributionPreview:
        """Return what saving a new one would do. Raises what saving it would raise."""
        draft, header = self._drafting.draft(act.caller, act.at, asked)
        return self._build_preview(act, draft, in_use=header.in_use)

    def of_repetition(self, act: Act, distribution: str, asked: Repetition) -> DistributionPreview:
        """Return what repeating a distribution would do. Raises what saving it would raise."""
        was = self._repository.get(act.district, distribution)
        if was is None:
            raise refusals.DISTRIBUTION_NOT_FOUND()
        return self.of_new(act, asked.of(was))

    def of_change(self, act: Act, distribution: str, changes: Changes) -> DistributionPreview:
        """Return what a change would do. Raises what saving it would raise, except `Stale`."""
        was = self._repository.get(act.district, distribution)
        if was is None:
            raise refusals.DISTRIBUTION_NOT_FOUND()
        if changes.extends(was):
            made = self._drafting.extend(act.at, was, changes).made
            return DistributionPreview(made, 0, {}, extended=changes)
        return self._build_preview(act, self._drafting.redraft(act.caller, act.at, was, changes))

    def _build_preview(self, act: Act, draft: Draft, *, in_use: bool = True) -> DistributionPreview:
        """Show a draft; an assessment that was never `in_use` is scheduled nowhere."""
        made, chosen = draft.made, draft.chosen
        pages = _Pages(self._repository, act.district, draft)
        lines = _count_mails(made, pages()) if made.notify else Counter[str]()
        others = (
            self._schedules.sharing(act.district, act.at, made, pages.trackers) if in_use else ()
        )
        having = chosen.having if chosen else ()
        holding = Counter(target.school for target in having)
        schools = [
            PreviewedSchool(school, made.schools.get(school, 0), holding[school])
            for school in sorted({**made.schools, **holding})
        ]
        return DistributionPreview(
            made,
            len(lines),
            chosen.left_out if chosen else {},
            schools,
            having[:NAMED],
            [PreviewedRecipient(one, lines[one]) for one in sorted(lines)[:NAMED]],
            others,
        )


class _Pages:
    """The trackers of a draft; those of one that keeps them are read once, when asked for."""

    def __init__(self, repository: DistributionRepository, district: str, draft: Draft) -> None:
        self._repository = repository
        self._district = district
        self._made = draft.made
        self._pages = draft.chosen.pages if draft.chosen else None

    def __call__(self) -> Sequence[Sequence[Target]]:
        if self._pages is None:
            generation = self._made.plan.generation
            self._pages = list(self._repository.pages(self._district, self._made, generation))
        return self._pages

    def trackers(self) -> list[str]:
        return [target.id for page in self() for target in page]


def _count_mails(made: Distribution, pages: Iterable[Sequence[Target]]) -> Counter[str]:
    """Count the trackers of everybody who would get an email."""
    targets = chain.from_iterable(pages)
    each = (list_addressees(target, made.timing.day) for target in targets)
    return Counter(person for some in each for person, _ in some)


def _go_on(automatic: Until | None) -> str:
    if automatic is None:
        return "New trackers that match would no longer get it automatically."
    day = automatic.day
    return (
        "New trackers that match would get it automatically until the end of "
        f"{day:%B} {day.day}, {day.year}."
    )


def _describe_extension(made: Distribution, changes: Changes) -> str:
    text = f" {_go_on(made.automatic)}" if changes.automatic is not None else ""
    if changes.give_until == (None,):
        return f"{text} Classes would no longer have a last day to be given it."
    return text + (_by(made.give_until) if changes.give_until is not None else "")


def _by(day: date | None) -> str:
    return f" Give it to your classes by {write_out(day)}." if day else ""


def _when(made: Distribution) -> str:
    if made.state == DistributionState.DELIVERING:
        return "now"
    return f"on {moment_text(made.timing.start)}"


def _several(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
