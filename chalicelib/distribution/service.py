"""What a district admin says: distribute, change, cancel, retry, how far is it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from secrets import randbelow
from typing import TYPE_CHECKING, Any

from chalicelib.acts import Act, Caller
from chalicelib.clock import instant
from chalicelib.errors import Conflict, NotFound, not_found, stale
from chalicelib.ids import new_id
from chalicelib.jobs.model import Job, percent
from chalicelib.jobs.model import State as JobState
from chalicelib.paging import Page
from chalicelib.storage.table import ConditionFailed

from . import receipts
from .dispatch import Dispatch
from .model import (
    Counts,
    Distribution,
    Move,
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
from .schedule import Start, Timing
from .schedule import deliver as decide

if TYPE_CHECKING:
    from chalicelib.assessments.model import AssessmentHeader
    from chalicelib.assessments.service import Assessments
    from chalicelib.districts.service import Districts
    from chalicelib.rosters.service import Rosters
    from chalicelib.trackers.service import Trackers

_APART = 10**9
"""Two admins who change one distribution at once must not write the same pages: a large plan is
written before it is known who was first. So each takes a generation of their own out of these."""

GRACE = timedelta(seconds=30)
"""How long after its start the clock first looks whether a delivery came through."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A distribution as of this moment, school by school; `names` are the schools'."""

    made: Distribution
    schools: list[SchoolProgress]
    names: dict[str, str]

    @property
    def version(self) -> int:
        """The distribution's."""
        return self.made.version


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
    ) -> None:
        """Work on this repository; rosters are asked only where they matter."""
        self._repository = repository
        self._dispatch = dispatch
        self._assessments = assessments
        self._trackers = trackers
        self._districts = districts
        self._rosters = rosters

    # -- distributing -------------------------------------------------------------------------

    def distribute(
        self, act: Act, assessment: str, selection: Selection, start: Start, *, notify: bool
    ) -> Distribution:
        """Save a distribution; if it is for now, set it off."""
        header = self._distributable(act.caller, assessment)
        timing = decide(start, self._zone(act.caller), act.at, pointer="/start")
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
            **_begun(timing, act.at),
        )
        self._create(made, pages, act, header)
        if made.state == State.DELIVERING:
            self._dispatch.send_pages(made)
        return made

    def change(
        self,
        act: Act,
        distribution: str,
        version: int,
        selection: Selection | None,
        start: Start | None,
        notify: bool | None,  # noqa: FBT001 - a field of the request
    ) -> Distribution:
        """Change a scheduled distribution: its trackers, its time, its notification (D10)."""
        was = self._own(act.caller, distribution, version)
        was.after(Move.CHANGE)
        plan, pages = was.plan, list[list[Target]]()
        if selection is not None:
            plan, pages = self._planned(act.district, selection, was.want)
            number = was.plan.generation + 1 + randbelow(_APART)
            plan = plan.model_copy(update={"generation": number, "first": number})
        timing = was.timing
        if start is not None:
            timing = decide(start, self._zone(act.caller), act.at, pointer="/start")
        changed = was.model_copy(
            update={
                "selection": selection or was.selection,
                "timing": timing,
                "notify": was.notify if notify is None else notify,
                "plan": plan,
                "total": plan.trackers,
                "schools": plan.schools,
                "version": version + 1,
                **_begun(timing, act.at),
            }
        )
        self._repository.replace(was, changed, pages, act)
        if changed.state == State.DELIVERING:
            self._dispatch.send_pages(changed)
        return changed

    def cancel(self, act: Act, distribution: str, version: int) -> Distribution:
        """Call a scheduled distribution off."""
        was = self._own(act.caller, distribution, version)
        changed = was.model_copy(
            update={"state": was.after(Move.CANCEL), "version": version + 1, "due": ""}
        )
        self._repository.replace(was, changed, [], act)
        return changed

    def retry(self, act: Act, distribution: str, version: int) -> Distribution:
        """Deliver again to the trackers that failed."""
        was = self._own(act.caller, distribution, version)
        state = was.after(Move.RETRY)
        failed = self._failed(act.district, was)
        if not failed:
            raise Conflict("nothing_failed", "No tracker failed: there is nothing to retry.")
        pages = list(paged(failed))
        plan = Plan(
            generation=was.plan.generation + 1,
            first=was.plan.first,
            pages=len(pages),
            trackers=len(failed),
            schools=Counter(target.school for target in failed),
        )
        changed = was.model_copy(
            update={
                "state": state,
                "plan": plan,
                "version": version + 1,
                "settled": frozenset(),
                "counts": was.counts.model_copy(update={"failed": 0}),
                "started": instant(act.at),
                "finished": "",
                "due": instant(act.at + GRACE),
            }
        )
        self._repository.replace(was, changed, pages, act)
        self._dispatch.send_pages(changed)
        return changed

    # -- looking ------------------------------------------------------------------------------

    def read(self, caller: Caller, distribution: str) -> Progress:
        """Read one with every school's progress; counts are as of this moment."""
        made, done = self._with_progress(caller.district, distribution)
        shown = made.model_copy(update={"counts": receipts.counted(made, done)})
        names = self._rosters().school_names(caller.district)
        return Progress(shown, receipts.by_school(made, done), names)

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

        def targets(page: int) -> list[Target]:
            return self._repository.targets(caller.district, made.id, made.plan.first, page)

        start = (int(after[0]), int(after[1])) if after else (0, -1)
        return receipts.Reader(made, done, targets).page(wanted, limit, start)

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
            counts={"total": made.total, **counts.model_dump()},
            links={"distribution": f"/v1/distributions/{made.id}"},
        )

    def _zone(self, caller: Caller) -> str:
        return caller.zone or self._districts.read(caller.district).time_zone

    # -- parts --------------------------------------------------------------------------------

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

    def _own(self, caller: Caller, distribution: str, version: int) -> Distribution:
        made = self._repository.get(caller.district, distribution)
        if made is None:
            raise _unknown()
        if made.version != version:
            raise stale("distribution", made.version)
        return made

    def _with_progress(self, district: str, distribution: str) -> tuple[Distribution, Done]:
        found = self._repository.with_progress(district, distribution)
        if found is None:
            raise _unknown()
        return found

    def _failed(self, district: str, made: Distribution) -> list[Target]:
        """Find the trackers that the present plan failed to reach."""
        _, done = self._with_progress(district, made.id)
        failed = failed_in(done, made.plan.generation)
        found: list[Target] = []
        for page in range(made.plan.pages):
            targets = self._repository.targets(district, made.id, made.plan.generation, page)
            found += [target for target in targets if target.id in failed]
        return found


_JOB_STATES = {
    State.SCHEDULED: JobState.WAITING,
    State.DELIVERING: JobState.RUNNING,
    State.DELIVERED: JobState.DONE,
    State.CANCELLED: JobState.CANCELLED,
}


def _message(made: Distribution, counts: Counts) -> str:
    if made.state == State.SCHEDULED:
        return f"Starts at {made.timing.start.local:%Y-%m-%d %H:%M} ({made.timing.start.zone})."
    if made.state == State.CANCELLED:
        return "Cancelled before it started."
    said = f"{counts.delivered} of {made.total} trackers have it"
    said += f", {counts.skipped} skipped" if counts.skipped else ""
    return said + (f", {counts.failed} failed." if counts.failed else ".")


def _begun(timing: Timing, at: datetime) -> dict[str, Any]:
    """Give what follows from the time: delivered from now on, or waiting for it."""
    if timing.option == "schedule":
        return {"state": State.SCHEDULED, "started": "", "due": instant(timing.start.utc)}
    return {"state": State.DELIVERING, "started": instant(at), "due": instant(at + GRACE)}


def _unknown() -> NotFound:
    return not_found("distribution")
