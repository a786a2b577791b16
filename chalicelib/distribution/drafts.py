"""Drafts: a distribution as saving it or changing it would make it. Nothing is written here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from secrets import randbelow
from typing import TYPE_CHECKING, Any

from chalicelib.clock import instant
from chalicelib.distribution import refusals
from chalicelib.ids import new_id

from .changes import Changes
from .model import (
    Distribution,
    DistributionMove,
    DistributionState,
    OpensProcess,
    Selection,
    Want,
    check_distributable,
)
from .next_round import APART, GRACE
from .schedule import Start, Timing, Until, check_give_until, until
from .schedule import deliver as decide

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.assessments.model import AssessmentHeader
    from chalicelib.assessments.service import Assessments
    from chalicelib.districts.service import Districts

    from .planner import Planner
    from .planning import PlannedSelection
    from .ports import ProcessRequests


@dataclass(frozen=True, slots=True)
class NewlyAsked:
    """An admin's new distribution; `automatic` is the last day of automatic delivery."""

    assessment: str
    selection: Selection
    start: Start
    notify: bool
    automatic: date | None = None
    opens_process: OpensProcess | None = None
    give_until: date | None = None
    repeats: str = ""
    """The distribution whose settings these are, if it repeats one."""


@dataclass(frozen=True, slots=True)
class Repetition:
    """The differences of a distribution that repeats another; None values are as in that one.

    Its days are new ones or none: those of the former distribution are mostly over.
    """

    start: Start
    assessment: str | None = None
    selection: Selection | None = None
    notify: bool | None = None
    automatic: date | None = None
    give_until: date | None = None
    opens_process: tuple[OpensProcess | None] | None = None

    def of(self, was: Distribution) -> NewlyAsked:
        """Return the new distribution that is asked for."""
        opens = was.opens_process if self.opens_process is None else self.opens_process[0]
        return NewlyAsked(
            self.assessment or was.assessment,
            self.selection or was.selection,
            self.start,
            was.notify if self.notify is None else self.notify,
            self.automatic,
            opens,
            self.give_until,
            repeats=was.id,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """A distribution as it would be saved; `chosen` is none where the trackers stay."""

    made: Distribution
    chosen: PlannedSelection | None


@dataclass(eq=False, repr=False)
class Drafting:
    """Drafts distributions."""

    _planner: Planner
    _assessments: Assessments
    _districts: Districts
    _processes: Callable[[], ProcessRequests]

    def draft(
        self, caller: Caller, at: datetime, asked: NewlyAsked
    ) -> tuple[Draft, AssessmentHeader]:
        """Draft a new one, with its assessment as it is now. Raises what saving would raise."""
        header = self._assessments.header(caller, asked.assessment)
        check_distributable(header, caller.person)
        if asked.opens_process:
            self._processes().check(caller.district, header.mask, asked.opens_process)
        timing = decide(asked.start, self._zone(caller), at, pointer="/start")
        ends = last_day(asked.automatic, asked.selection, timing, at)
        _check_day(asked.give_until, timing, at)
        want = Want(set_id=header.set_id, mask=header.mask, levels=header.levels)
        chosen = self._planner.choose(
            caller.district,
            asked.selection,
            want,
            header.id,
            day=timing.day,
            in_use=header.in_use,
        )
        plan = chosen.plan()
        made = Distribution(
            id=new_id(),
            assessment=header.id,
            title=header.title,
            creator=caller.person,
            creator_name=header.creator_name,
            created=instant(at),
            want=want,
            selection=asked.selection,
            timing=timing,
            notify=asked.notify,
            plan=plan,
            total=plan.trackers,
            schools=plan.schools,
            automatic=ends,
            give_until=asked.give_until,
            repeats=asked.repeats,
            opens_process=asked.opens_process,
            **_build_initial_state(timing, at),
        )
        return Draft(made, chosen), header

    def redraft(self, caller: Caller, at: datetime, was: Distribution, changes: Changes) -> Draft:
        """Draft a change of a scheduled one (D10). Raises what saving would raise."""
        was.after(DistributionMove.CHANGE)
        chosen, plan = None, was.plan
        changed = self._apply_changes(caller, at, was, changes)
        if changes.selection is not None:
            chosen = self._planner.choose(
                caller.district,
                changes.selection,
                was.want,
                was.assessment,
                day=changed.timing.day,
            )
            plan = chosen.plan(was.plan.generation + 1 + randbelow(APART))
        made = changed.model_copy(
            update={"plan": plan, "total": plan.trackers, "schools": plan.schools}
        )
        return Draft(made, chosen)

    def extend(self, at: datetime, was: Distribution, changes: Changes) -> Draft:
        """Draft other last days of a delivered one: of automatic delivery, to give it by."""
        made: dict[str, Any] = {"version": was.version + 1}
        if changes.automatic is not None:
            (day,) = changes.automatic
            made["state"] = was.after(DistributionMove.AUTOMATE)
            made["automatic"] = last_day(day, was.selection, was.timing, at)
        if changes.give_until is not None:
            (made["give_until"],) = changes.give_until
            made["state"] = was.after(DistributionMove.MOVE_GIVE_UNTIL)
            _check_day(made["give_until"], was.timing, at)
        return Draft(was.model_copy(update=made), None)

    def _apply_changes(
        self, caller: Caller, at: datetime, was: Distribution, changes: Changes
    ) -> Distribution:
        """Change its description and its start."""
        timing = was.timing
        if changes.start is not None:
            timing = decide(changes.start, self._zone(caller), at, pointer="/start")
        selection = changes.selection or was.selection
        opens = changes.opening(was.opens_process)
        if changes.opens_process and opens:
            self._processes().check(caller.district, was.want.mask, opens)
        day = was.automatic.day if was.automatic else None
        if changes.automatic is not None:
            (day,) = changes.automatic
        give_until = changes.last_day(was)
        _check_day(give_until, timing, at)
        return was.model_copy(
            update={
                "give_until": give_until,
                "selection": selection,
                "timing": timing,
                "notify": was.notify if changes.notify is None else changes.notify,
                "automatic": last_day(day, selection, timing, at),
                "opens_process": opens,
                "version": was.version + 1,
                **_build_initial_state(timing, at),
            }
        )

    def _zone(self, caller: Caller) -> str:
        return caller.zone or self._districts.read(caller.district).time_zone


def _build_initial_state(timing: Timing, at: datetime) -> dict[str, Any]:
    """Return what follows from the time: delivered from now on, or waiting for it."""
    if timing.option == "schedule":
        return {
            "state": DistributionState.SCHEDULED,
            "started": "",
            "due": instant(timing.start.utc),
        }
    return {
        "state": DistributionState.DELIVERING,
        "started": instant(at),
        "due": instant(at + GRACE),
    }


def _check_day(day: date | None, timing: Timing, at: datetime) -> None:
    if day is not None:
        check_give_until(day, timing.start, at, pointer="/give_until")


_AUTOMATIC = "/automatic_until"


def last_day(day: date | None, selection: Selection, timing: Timing, at: datetime) -> Until | None:
    """Decide the last day of automatic delivery. Raises `Invalid`."""
    if day is None:
        return None
    if not (selection.district or selection.schools):
        raise refusals.AUTOMATIC_NEEDS_SCHOOLS(pointer=_AUTOMATIC)
    return until(day, timing.start, at, pointer=_AUTOMATIC)
