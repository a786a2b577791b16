"""What a district admin says: distribute, change, cancel, retry, how far is it?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from secrets import randbelow
from typing import TYPE_CHECKING, Any

from chalicelib.acts import Act, Caller
from chalicelib.clock import instant
from chalicelib.errors import Conflict, Invalid, NotFound, not_found, stale
from chalicelib.ids import new_id
from chalicelib.jobs.model import Job, percent
from chalicelib.jobs.model import State as JobState
from chalicelib.paging import Page
from chalicelib.storage.table import ConditionFailed

from . import receipts
from .afterwards.openings import closed, opened
from .again import APART, GRACE, next_round
from .changes import Changes
from .dispatch import Dispatch
from .model import (
    Counts,
    Distribution,
    Move,
    OpensProcess,
    Plan,
    Selection,
    State,
    Want,
    check_distributable,
)
from .outcome import Done, failed_in
from .plan import Target, paged
from .planning import planned
from .receipts import Receipt, SchoolProgress
from .repository import DistributionRepository
from .rounds import Kind, still_failed
from .schedule import Start, Timing, Until, until
from .schedule import deliver as decide

if TYPE_CHECKING:
    from chalicelib.assessments.model import AssessmentHeader
    from chalicelib.assessments.service import Assessments
    from chalicelib.districts.service import Districts
    from chalicelib.rosters.service import Rosters
    from chalicelib.trackers.service import Trackers


@dataclass(frozen=True, slots=True)
class Progress:
    """A distribution as of this moment, school by school; `names` are the schools'."""

    made: Distribution
    schools: list[SchoolProgress]
    names: dict[str, str]
    done: Done
    """What became of every chunk, for who asks on."""

    @property
    def version(self) -> int:
        """The distribution's."""
        return self.made.version


CheckOpening = Callable[[str, int, OpensProcess], None]
"""Refuses what cannot be opened in data teams with an assessment of these standards."""


class Distributions:
    """The distributions of one district."""

    def __init__(
        self,
        repository: DistributionRepository,
        dispatch: Dispatch,
        assessments: Assessments,
        trackers: Trackers,
        districts: Districts,
        rosters: Callable[[], Rosters],
        check_opening: CheckOpening,
    ) -> None:
        """Work on this repository; rosters are asked only where they matter."""
        self._repository = repository
        self._dispatch = dispatch
        self._assessments = assessments
        self._trackers = trackers
        self._districts = districts
        self._rosters = rosters
        self._check_opening = check_opening

    # -- distributing -------------------------------------------------------------------------

    def distribute(
        self,
        act: Act,
        assessment: str,
        selection: Selection,
        start: Start,
        *,
        notify: bool,
        automatic: date | None = None,
        opens_process: OpensProcess | None = None,
    ) -> Distribution:
        """Save a distribution; if it is for now, set it off.

        `automatic` is the last day on which new trackers that match receive it by themselves.
        `opens_process` is what it opens in data teams.
        """
        header = self._distributable(act.caller, assessment)
        if opens_process:
            self._check_opening(act.district, header.mask, opens_process)
        timing = decide(start, self._zone(act.caller), act.at, pointer="/start")
        until = _until(automatic, selection, timing, act.at)
        want = Want(set_id=header.set_id, mask=header.mask, levels=header.levels)
        plan, pages = self._planned(act.district, selection, want)
        made = Distribution(
            id=new_id(),
            assessment=header.id,
            title=header.title,
            creator=act.caller.person,
            creator_name=header.creator_name,
            created=instant(act.at),
            want=want,
            selection=selection,
            timing=timing,
            notify=notify,
            plan=plan,
            total=plan.trackers,
            schools=plan.schools,
            automatic=until,
            opens_process=opens_process,
            **_begun(timing, act.at),
        )
        self._create(made, pages, act, header)
        if made.state == State.DELIVERING:
            self._dispatch.send_pages(made)
        return made

    def change(self, act: Act, distribution: str, version: int, changes: Changes) -> Distribution:
        """Change a scheduled distribution (D10); of a delivered one only automatic delivery."""
        was = self._repository.at_version(act.district, distribution, version)
        if was.state != State.SCHEDULED and changes.only_automatic:
            return self._automate(act, was, changes)
        was.after(Move.CHANGE)
        plan, pages = self._replanned(act.district, was, changes)
        changed = self._rescheduled(act, was, changes).model_copy(
            update={"plan": plan, "total": plan.trackers, "schools": plan.schools}
        )
        self._repository.replace(was, changed, pages, act)
        if changed.state == State.DELIVERING:
            self._dispatch.send_pages(changed)
        return changed

    def cancel(self, act: Act, distribution: str, version: int) -> Distribution:
        """Call a scheduled distribution off."""
        was = self._repository.at_version(act.district, distribution, version)
        changed = was.model_copy(
            update={"state": was.after(Move.CANCEL), "version": version + 1, "due": ""}
        )
        self._repository.replace(was, changed, [], act)
        return changed

    def retry(self, act: Act, distribution: str, version: int) -> Distribution:
        """Deliver again to the trackers that failed."""
        was = self._repository.at_version(act.district, distribution, version)
        was.after(Move.RETRY)
        failed = self._failed(act.district, was)
        if not failed:
            raise Conflict("nothing_failed", "No tracker failed: there is nothing to retry.")
        pages = list(paged(failed))
        changed = next_round(was, Kind.RETRY, pages, act.at)
        self._repository.replace(was, changed, pages, act)
        self._dispatch.send_pages(changed)
        return changed

    # -- looking ------------------------------------------------------------------------------

    def read(self, caller: Caller, distribution: str) -> Progress:
        """Read one with every school's progress; counts are as of this moment."""
        made, done = self._with_progress(caller.district, distribution)
        shown = made.model_copy(update={"counts": receipts.counted(made, done)})
        names = self._rosters().school_names(caller.district)
        return Progress(shown, receipts.by_school(made, done), names, done)

    def mails(self, caller: Caller, distribution: str) -> dict[str, int]:
        """Count a distribution's e-mails by state."""
        if self._repository.get(caller.district, distribution) is None:
            raise _unknown()
        return self._dispatch.mail_states(distribution)

    def listing(
        self, caller: Caller, limit: int, after: Sequence[Any] | None
    ) -> Page[Distribution]:
        """List distributions, the newest first."""
        shown, more = self._repository.listing(caller.district, limit, after)
        return Page(shown, more)

    def receipts(
        self,
        caller: Caller,
        distribution: str,
        wanted: receipts.Filter,
        limit: int,
        after: Sequence[Any] | None,
    ) -> Page[Receipt]:
        """List what became of every tracker."""
        made, done = self._with_progress(caller.district, distribution)

        reader = receipts.Reader(made, done, self._pages(caller.district, made))
        return reader.page(wanted, limit, after)

    def delivered(self, district: str, progress: Progress) -> Sequence[Receipt]:
        """Give every tracker that had it when its progress was read, in the order of the plans."""
        made = progress.made
        reader = receipts.Reader(made, progress.done, self._pages(district, made))
        wanted = receipts.Filter(status=receipts.Status.DELIVERED)
        return reader.page(wanted, max(made.total, 1), None).items

    def progress(self, district: str, distribution: str) -> Job:
        """Look at it as a job."""
        made, done = self._with_progress(district, distribution)
        counts = receipts.counted(made, done)
        decided = counts.delivered + counts.skipped + counts.failed
        return Job(
            kind="distribution",
            reference=made.id,
            state=_JOB_STATES[made.state],
            percent=percent(decided, made.total) if made.state != State.CANCELLED else 100,
            message=_message(made, counts),
            counts={"total": made.total, **counts.model_dump(), "cancelled": made.cancelled},
            links={"distribution": f"/v1/distributions/{made.id}"},
        )

    def _zone(self, caller: Caller) -> str:
        return caller.zone or self._districts.read(caller.district).time_zone

    # -- parts --------------------------------------------------------------------------------

    def _automate(self, act: Act, was: Distribution, changes: Changes) -> Distribution:
        """Let a delivered one go on by itself until another day, or no longer."""
        state = was.after(Move.AUTOMATE)
        (day,) = changes.automatic or (None,)
        ends = _until(day, was.selection, was.timing, act.at)
        changed = was.model_copy(
            update={"state": state, "automatic": ends, "version": was.version + 1}
        )
        also = opened(act.district, changed, act.at) or closed(act.district, was)
        self._repository.replace(was, changed, [], act, also)
        return changed

    def _replanned(
        self, district: str, was: Distribution, changes: Changes
    ) -> tuple[Plan, list[list[Target]]]:
        if changes.selection is None:
            return was.plan, []
        plan, pages = self._planned(district, changes.selection, was.want)
        number = was.plan.generation + 1 + randbelow(APART)
        return plan.model_copy(update={"generation": number, "first": number}), pages

    def _rescheduled(self, act: Act, was: Distribution, changes: Changes) -> Distribution:
        """Change what is said about it, and when it begins."""
        timing = was.timing
        if changes.start is not None:
            timing = decide(changes.start, self._zone(act.caller), act.at, pointer="/start")
        selection = changes.selection or was.selection
        opens = changes.opening(was.opens_process)
        if changes.opens_process and opens:
            self._check_opening(act.district, was.want.mask, opens)
        day = was.automatic.day if was.automatic else None
        if changes.automatic is not None:
            (day,) = changes.automatic
        return was.model_copy(
            update={
                "selection": selection,
                "timing": timing,
                "notify": was.notify if changes.notify is None else changes.notify,
                "automatic": _until(day, selection, timing, act.at),
                "opens_process": opens,
                "version": was.version + 1,
                **_begun(timing, act.at),
            }
        )

    def _planned(
        self, district: str, selection: Selection, want: Want
    ) -> tuple[Plan, list[list[Target]]]:
        rows = self._trackers.rows(district)
        return planned(selection, want, rows, partial(self._rosters().school_names, district))

    def _distributable(self, caller: Caller, assessment: str) -> AssessmentHeader:
        header = self._assessments.header(caller, assessment)
        check_distributable(header, caller.person)
        return header

    def _create(
        self, made: Distribution, pages: list[list[Target]], act: Act, header: AssessmentHeader
    ) -> None:
        also = self._assessments.use(act.district, header, as_it_is=True)
        try:
            self._repository.create(made, pages, act, also)
        except ConditionFailed as failed:
            old = failed.first.old
            raise stale("assessment", old["version"] if old else 0) from failed

    def _with_progress(self, district: str, distribution: str) -> tuple[Distribution, Done]:
        found = self._repository.with_progress(district, distribution)
        if found is None:
            raise _unknown()
        return found

    def _pages(
        self, district: str, made: Distribution
    ) -> Callable[[int, int], Iterable[list[Target]]]:
        """Give a reader of plans: of few rounds what is asked for, of many rounds all at once."""
        if len(made.rounds) <= _FEW_ROUNDS:
            return partial(self._repository.pages, district, made)
        plans = self._repository.plans(district, made)
        return lambda generation, start: plans[generation][start:]

    def _failed(self, district: str, made: Distribution) -> list[Target]:
        """Find the trackers that could not be reached, in whatever round."""
        _, done = self._with_progress(district, made.id)
        return [
            target
            for each in still_failed(made.rounds)
            if (failed := failed_in(done, each.generation))
            for page in self._repository.pages(district, made, each.generation)
            for target in page
            if target.id in failed
        ]


_AUTOMATIC = "/automatic_until"

_FEW_ROUNDS = 8
"""Up to so many, a plan is read page by page; a year of automatic delivery is hundreds, each of a
page with a few trackers."""

_JOB_STATES = {
    State.SCHEDULED: JobState.WAITING,
    State.DELIVERING: JobState.RUNNING,
    State.DELIVERED: JobState.DONE,
    State.CANCELLED: JobState.CANCELLED,
    State.RECALLED: JobState.DONE,
}


def _message(made: Distribution, counts: Counts) -> str:
    if made.state == State.SCHEDULED:
        return f"Starts at {made.timing.start.local:%Y-%m-%d %H:%M} ({made.timing.start.zone})."
    if made.state == State.CANCELLED:
        return "Canceled before it started. No tracker gets it."
    if made.state == State.RECALLED:
        return f"Recalled; {counts.delivered} trackers hold it and do not show it."
    said = f"{counts.delivered} of {made.total} trackers have it"
    said += f", {counts.skipped} skipped" if counts.skipped else ""
    return said + (f", {counts.failed} failed." if counts.failed else ".")


def _begun(timing: Timing, at: datetime) -> dict[str, Any]:
    """Give what follows from the time: delivered from now on, or waiting for it."""
    if timing.option == "schedule":
        return {"state": State.SCHEDULED, "started": "", "due": instant(timing.start.utc)}
    return {"state": State.DELIVERING, "started": instant(at), "due": instant(at + GRACE)}


def _until(day: date | None, selection: Selection, timing: Timing, at: datetime) -> Until | None:
    """Decide until when it goes on by itself. Raises `Invalid`."""
    if day is None:
        return None
    if not (selection.district or selection.schools):
        raise Invalid(
            "automatic_needs_schools",
            "New trackers are found by their schools, and only single trackers are ticked. Tick "
            "whole schools or the whole district, or leave the end date out.",
            pointer=_AUTOMATIC,
        )
    return until(day, timing.start, at, pointer=_AUTOMATIC)


def _unknown() -> NotFound:
    return not_found("distribution")
