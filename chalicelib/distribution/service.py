"""What a district admin says: distribute, change, cancel, retry, how far is it?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from chalicelib.acts import Act, Caller
from chalicelib.distribution import refusals
from chalicelib.errors import stale
from chalicelib.jobs.model import Job, JobState, percent
from chalicelib.paging import Page
from chalicelib.storage.table import ConditionFailed

from . import receipts
from .auto_delivery import build_closing_writes, build_opening_writes
from .changes import Changes
from .dispatch import Dispatch
from .drafts import Drafting, NewlyAsked, Repetition
from .last_days import build_mark_writes
from .listing import DistributionFilter, look_through, sort_newest
from .model import Counts, Distribution, DistributionMove, DistributionState, Notices
from .next_round import next_round
from .outcome import Done, find_failed
from .plan import Target, split_into_pages
from .receipts import MailedReceipt, Receipt, SchoolProgress
from .repository import DistributionRepository
from .rounds import RoundKind, still_failed
from .school_part import (
    check_filter,
    check_school,
    count_for_schools,
    find_reached_schools,
    part_of,
    progress_in_head,
)

if TYPE_CHECKING:
    from chalicelib.assessments.model import AssessmentHeader
    from chalicelib.assessments.service import Assessments
    from chalicelib.rosters.service import Rosters
    from chalicelib.storage.conditions import Write


@dataclass(frozen=True, slots=True)
class DistributionProgress:
    """A distribution as of this moment, school by school; `names` are the schools'."""

    made: Distribution
    schools: list[SchoolProgress]
    names: dict[str, str]
    done: Done
    """The outcome of every chunk, for further questions."""

    @property
    def version(self) -> int:
        return self.made.version


@dataclass(frozen=True, slots=True)
class MailCounts:
    """How many emails of a distribution stand where, and how many are meant, if that is known."""

    states: dict[str, int]
    meant: int | None

    @property
    def written(self) -> int:
        """How many there are."""
        return sum(self.states.values())


_UNWRITTEN = frozenset({Notices.WRITING, Notices.HELD})


@dataclass(eq=False, repr=False)
class Distributions:
    """The distributions of one district. Rosters are asked only where they matter."""

    _repository: DistributionRepository
    _dispatch: Dispatch
    _drafting: Drafting
    _assessments: Assessments
    _rosters: Callable[[], Rosters]

    # -- distributing -------------------------------------------------------------------------

    def distribute(self, act: Act, asked: NewlyAsked) -> Distribution:
        """Save a distribution; if it is for now, set it off."""
        draft, header = self._drafting.draft(act.caller, act.at, asked)
        made = draft.made
        self._create(made, draft.chosen.pages if draft.chosen else [], act, header)
        if made.state == DistributionState.DELIVERING:
            self._dispatch.send_pages(made)
        return made

    def repeat(self, act: Act, distribution: str, asked: Repetition) -> Distribution:
        """Save a distribution with the settings and the selection of another, for a new day.

        Raises `NotFound`, and what saving it would raise.
        """
        was = self._repository.get(act.district, distribution)
        if was is None:
            raise refusals.DISTRIBUTION_NOT_FOUND()
        return self.distribute(act, asked.of(was))

    def change(self, act: Act, distribution: str, version: int, changes: Changes) -> Distribution:
        """Change a scheduled distribution (D10); of a delivered one only last days."""
        was = self._repository.at_version(act.district, distribution, version)
        if changes.extends(was):
            return self._extend(act, was, changes)
        draft = self._drafting.redraft(act.caller, act.at, was, changes)
        changed = draft.made
        pages = draft.chosen.pages if draft.chosen else []
        self._repository.replace(
            was, changed, pages, act, build_mark_writes(act.district, was, changed)
        )
        if changed.state == DistributionState.DELIVERING:
            self._dispatch.send_pages(changed)
        return changed

    def cancel(self, act: Act, distribution: str, version: int) -> Distribution:
        """Call a scheduled distribution off."""
        was = self._repository.at_version(act.district, distribution, version)
        changed = was.model_copy(
            update={"state": was.after(DistributionMove.CANCEL), "version": version + 1, "due": ""}
        )
        self._repository.replace(was, changed, [], act)
        return changed

    def retry(self, act: Act, distribution: str, version: int) -> Distribution:
        """Deliver again to the trackers that failed."""
        was = self._repository.at_version(act.district, distribution, version)
        was.after(DistributionMove.RETRY)
        failed = self._find_failed_trackers(act.district, was)
        if not failed:
            raise refusals.NOTHING_FAILED()
        pages = list(split_into_pages(failed))
        changed = next_round(was, RoundKind.RETRY, pages, act.at)
        self._repository.replace(was, changed, pages, act)
        self._dispatch.send_pages(changed)
        return changed

    # -- looking ------------------------------------------------------------------------------

    def read(self, caller: Caller, distribution: str) -> DistributionProgress:
        """Read one with every school's progress; counts are as of this moment."""
        made, done = self._with_progress(caller.district, distribution)
        shown = made.model_copy(update={"counts": receipts.count_outcomes(made, done)})
        names = self._rosters().school_names(caller.district)
        return DistributionProgress(shown, receipts.by_school(made, done), names, done)

    def look(self, caller: Caller, distribution: str) -> DistributionProgress:
        """Read one, for a school's administrator their part of it (P16). Raises `NotFound`."""
        whole = self.read(caller, distribution)
        if caller.is_district_admin:
            return whole
        schools = _require_reached_schools(caller, whole.made)
        own = [each for each in whole.schools if each.school in schools]
        return replace(
            whole, made=part_of(whole.made, schools, count_for_schools(schools, own)), schools=own
        )

    def mails(self, caller: Caller, distribution: str) -> MailCounts:
        """Count a distribution's emails by state, and how many are meant.

        The plan is read only while some are not written.
        """
        made = self._repository.get(caller.district, distribution)
        if made is None:
            raise refusals.DISTRIBUTION_NOT_FOUND()
        states = self._dispatch.mail_states(distribution)
        if made.notices == Notices.LATER:
            return MailCounts(states, None)
        missing = self._dispatch.count_unwritten(made) if made.notices in _UNWRITTEN else 0
        return MailCounts(states, sum(states.values()) + missing)

    def listing(
        self,
        caller: Caller,
        limit: int,
        after: Sequence[Any] | None,
        wanted: DistributionFilter | None = None,
    ) -> Page[Distribution]:
        """List distributions, by default the newest first.

        A school's administrator gets their part (P16), and may ask for a school of theirs only:
        raises `NotFound`.
        """
        read = partial(self._repository.listing, caller.district)
        wanted = wanted or DistributionFilter()
        if wanted == DistributionFilter() and caller.is_district_admin:
            return Page(*read(limit, after))
        check_filter(caller, wanted.school)
        pick = partial(_is_listed, caller, wanted)
        if wanted.sort != "created_at":
            page = sort_newest(read, pick, wanted, limit, after)
        else:
            if not wanted.descending:
                read = partial(read, oldest_first=True)
            page = look_through(read, pick, limit, after)
        return Page([self._as_listed(caller, made) for made in page.items], page.after)

    def receipts(
        self,
        caller: Caller,
        distribution: str,
        wanted: receipts.ReceiptFilter,
        limit: int,
        after: Sequence[Any] | None,
    ) -> Page[MailedReceipt]:
        """List what became of every tracker, for a school's administrator of theirs.

        With where the email to the owner stands: one call more, where teachers are notified.
        """
        made, done = self._with_progress(caller.district, distribution)
        if not caller.is_district_admin:
            check_school(caller, wanted.school)
            wanted = replace(wanted, schools=_require_reached_schools(caller, made))
        reader = receipts.ReceiptReader(made, done, self._pages(caller.district, made))
        page = reader.page(wanted, limit, after)
        return Page(self._with_mails(made, page.items), page.after)

    def _with_mails(self, made: Distribution, found: Sequence[Receipt]) -> list[MailedReceipt]:
        """Return where the email to each owner stands: one call for a hundred owners."""
        owners = {each.owner for each in found if each.status == receipts.ReceiptStatus.DELIVERED}
        mails = self._dispatch.mails_to(made.id, owners) if made.notify and owners else {}
        return [MailedReceipt(each, mails.get(each.owner)) for each in found]

    def list_delivered_receipts(
        self, district: str, progress: DistributionProgress
    ) -> Sequence[Receipt]:
        """Return the trackers that had it when its progress was read, in the order of the plans."""
        made = progress.made
        reader = receipts.ReceiptReader(made, progress.done, self._pages(district, made))
        wanted = receipts.ReceiptFilter(status=receipts.ReceiptStatus.DELIVERED)
        return reader.page(wanted, max(made.total, 1), None).items

    def progress(self, district: str, distribution: str) -> Job:
        """Look at it as a job."""
        made, done = self._with_progress(district, distribution)
        counts = receipts.count_outcomes(made, done)
        decided = counts.delivered + counts.skipped + counts.failed
        return Job(
            kind="distribution",
            reference=made.id,
            state=_JOB_STATES[made.state],
            percent=percent(decided, made.total)
            if made.state != DistributionState.CANCELLED
            else 100,
            message=_message(made, counts),
            counts={"total": made.total, **counts.model_dump(), "canceled": made.cancelled},
            links={"distribution": f"/v1/distributions/{made.id}"},
            due=made.due
            if made.state in (DistributionState.DELIVERING, DistributionState.DELIVERED)
            else "",
        )

    def _as_listed(self, caller: Caller, made: Distribution) -> Distribution:
        """Return a listed distribution as a caller sees it."""
        if caller.is_district_admin:
            return made
        return self._part(caller.district, made, find_reached_schools(caller, made))

    def _part(self, district: str, made: Distribution, schools: frozenset[str]) -> Distribution:
        """Return a listed distribution as administrators of these schools see it.

        Only where its head cannot say what became of their trackers, its markers are read.
        """
        counts = progress_in_head(made, schools)
        if counts is None:
            _, done = self._with_progress(district, made.id)
            counts = count_for_schools(schools, receipts.by_school(made, done))
        return part_of(made, schools, counts)

    # -- parts --------------------------------------------------------------------------------

    def _extend(self, act: Act, was: Distribution, changes: Changes) -> Distribution:
        """Change or remove the last days of a delivered one: automatic delivery, for classes."""
        changed = self._drafting.extend(act.at, was, changes).made
        also: list[Write] = build_mark_writes(act.district, was, changed)
        if changes.automatic is not None:
            also += build_opening_writes(act.district, changed, act.at) or build_closing_writes(
                act.district, was
            )
        self._repository.replace(was, changed, [], act, also)
        return changed

    def _create(
        self, made: Distribution, pages: list[list[Target]], act: Act, header: AssessmentHeader
    ) -> None:
        use = self._assessments.use(act.district, header, as_it_is=True)
        also = [*use, *build_mark_writes(act.district, None, made)]
        try:
            self._repository.create(made, pages, act, also)
        except ConditionFailed as failed:
            old = failed.first.old
            raise stale("assessment", old["version"] if old else 0) from failed

    def _with_progress(self, district: str, distribution: str) -> tuple[Distribution, Done]:
        found = self._repository.with_progress(district, distribution)
        if found is None:
            raise refusals.DISTRIBUTION_NOT_FOUND()
        return found

    def _pages(
        self, district: str, made: Distribution
    ) -> Callable[[int, int], Iterable[list[Target]]]:
        """Return a reader of plans: of few rounds what is asked for, of many rounds all at once."""
        if len(made.rounds) <= _FEW_ROUNDS:
            return partial(self._repository.pages, district, made)
        plans = self._repository.plans(district, made)
        return lambda generation, start: plans[generation][start:]

    def _find_failed_trackers(self, district: str, made: Distribution) -> list[Target]:
        """Find the trackers that could not be reached, in whatever round."""
        _, done = self._with_progress(district, made.id)
        return [
            target
            for each in still_failed(made.rounds)
            if (failed := find_failed(done, each.generation))
            for page in self._repository.pages(district, made, each.generation)
            for target in page
            if target.id in failed
        ]


_FEW_ROUNDS = 8
"""Up to so many, a plan is read page by page; a year of automatic delivery is hundreds, each of a
page with a few trackers."""

_JOB_STATES = {
    DistributionState.SCHEDULED: JobState.WAITING,
    DistributionState.DELIVERING: JobState.RUNNING,
    DistributionState.DELIVERED: JobState.DONE,
    DistributionState.CANCELLED: JobState.CANCELED,
    DistributionState.RECALLED: JobState.DONE,
}


def _message(made: Distribution, counts: Counts) -> str:
    if made.state == DistributionState.SCHEDULED:
        return f"Starts at {made.timing.start.local:%Y-%m-%d %H:%M} ({made.timing.start.zone})."
    if made.state == DistributionState.CANCELLED:
        return "Canceled before it started. No tracker gets it."
    if made.state == DistributionState.RECALLED:
        return f"Recalled; {counts.delivered} trackers hold it and do not show it."
    text = f"{counts.delivered} of {made.total} trackers have it"
    text += f", {counts.skipped} skipped" if counts.skipped else ""
    text += f", {counts.failed} failed." if counts.failed else "."
    if made.notices == Notices.WRITING:
        text += " The emails to teachers are not all written yet."
    return text


def _is_listed(caller: Caller, wanted: DistributionFilter, made: Distribution) -> bool:
    """Return whether a caller's list has a distribution."""
    sees = caller.is_district_admin or bool(find_reached_schools(caller, made))
    return sees and wanted.takes(made, caller.person)


def _require_reached_schools(caller: Caller, made: Distribution) -> frozenset[str]:
    schools = find_reached_schools(caller, made)
    if not schools:
        raise refusals.DISTRIBUTION_NOT_FOUND()
    return schools
