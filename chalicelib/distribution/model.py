"""A distribution: one act of handing one assessment to many trackers, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from pydantic import Field

from chalicelib.assessments.refusals import ASSESSMENT_NOT_READY
from chalicelib.distribution import refusals
from chalicelib.frozen_models import FrozenModel
from chalicelib.standards.algebra import Mask

from .rounds import Round, RoundRun, before_rounds_were_kept, rounds_of
from .schedule import Timing, Until

if TYPE_CHECKING:
    from chalicelib.assessments.model import AssessmentHeader


class DistributionState(StrEnum):
    """Where a distribution stands."""

    SCHEDULED = "scheduled"
    DELIVERING = "delivering"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    RECALLED = "recalled"


class Notices(StrEnum):
    """How far a distribution is with telling teachers."""

    NONE = "none"
    """Nobody is notified."""
    LATER = "later"
    """They get an email when it is delivered."""
    WRITING = "writing"
    """It is delivered, and not every notice is written yet."""
    HELD = "held"
    """It was recalled before every notice was written; restoring it goes on with them."""
    WRITTEN = "written"


class DistributionMove(StrEnum):
    """A move of a distribution, made by people or by the clock."""

    CHANGE = "change"
    CANCEL = "cancel"
    START = "start"
    FINISH = "finish"
    RETRY = "retry"
    ADD = "add"
    AUTOMATE = "automate"
    MOVE_GIVE_UNTIL = "move_give_until"
    RECALL = "recall"
    RESTORE = "restore"


MOVES: Mapping[tuple[DistributionState, DistributionMove], DistributionState] = MappingProxyType(
    {
        (DistributionState.SCHEDULED, DistributionMove.CHANGE): DistributionState.SCHEDULED,
        (DistributionState.SCHEDULED, DistributionMove.CANCEL): DistributionState.CANCELLED,
        (DistributionState.SCHEDULED, DistributionMove.START): DistributionState.DELIVERING,
        (DistributionState.DELIVERING, DistributionMove.FINISH): DistributionState.DELIVERED,
        (DistributionState.DELIVERED, DistributionMove.RETRY): DistributionState.DELIVERING,
        (DistributionState.DELIVERED, DistributionMove.ADD): DistributionState.DELIVERING,
        (DistributionState.DELIVERED, DistributionMove.AUTOMATE): DistributionState.DELIVERED,
        (
            DistributionState.DELIVERED,
            DistributionMove.MOVE_GIVE_UNTIL,
        ): DistributionState.DELIVERED,
        (DistributionState.DELIVERED, DistributionMove.RECALL): DistributionState.RECALLED,
        (DistributionState.RECALLED, DistributionMove.RESTORE): DistributionState.DELIVERED,
    }
)
"""Every legal move and where it leads; what is not here is refused."""

_WHY_NOT = {
    DistributionState.DELIVERING: "It is being delivered. Try again in a minute.",
    DistributionState.DELIVERED: "It has been delivered.",
    DistributionState.CANCELLED: "It was canceled. Make a new distribution instead.",
    DistributionState.SCHEDULED: "It has not started yet. Wait for its time, or change it.",
    DistributionState.RECALLED: "It has been recalled. Restore it first.",
}


class Selection(FrozenModel):
    """The ticked places: the whole district, whole schools, single trackers."""

    district: bool = False
    schools: tuple[str, ...] = ()
    trackers: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Return whether nothing was ticked."""
        return not (self.district or self.schools or self.trackers)


class Want(FrozenModel):
    """The properties of the assessment, fixed when the distribution was saved."""

    set_id: str
    mask: Mask
    levels: int


class OpensProcess(FrozenModel):
    """The Mastery Process that it opens in data teams once it is delivered (P15).

    `teams`: these; none means all that are not retired.
    """

    name: str
    teams: tuple[str, ...] | None = None


class Counts(FrozenModel):
    """How many trackers stand where."""

    delivered: int = 0
    skipped: int = 0
    failed: int = 0


class DistributionPlan(FrozenModel):
    """The trackers that get it in the present round, frozen.

    `generation` tells plans and markers apart: every change and every round has its own. `first`
    is the generation that is, or was, delivered first.
    """

    generation: int = 0
    first: int = 0
    pages: int
    trackers: int
    schools: dict[str, int]
    """Trackers per school."""


class Recall(FrozenModel):
    """The time, the person and the reason of the recall, in the admin's words."""

    at: str
    by: str
    by_name: str = ""
    reason: str = ""


class Distribution(FrozenModel):
    """One delivery; `total` and `schools` are of the whole, `plan` of this round."""

    id: str
    assessment: str
    title: str
    creator: str
    creator_name: str
    created: str
    want: Want
    selection: Selection
    timing: Timing
    notify: bool
    plan: DistributionPlan
    total: int
    schools: dict[str, int] = Field(default_factory=dict)
    version: int = 1
    state: DistributionState = DistributionState.SCHEDULED
    started: str = ""
    finished: str = ""
    due: str = ""
    """When the clock looks at it next; empty once nothing is left to do."""
    counts: Counts = Counts()
    settled: frozenset[str] = frozenset()
    """Pages of the present plan that are done."""
    runs: tuple[RoundRun, ...] = ()
    """The rounds so far, once there is more than the first; see `rounds`."""
    told: int = 0
    """The number of rounds, from the first, whose notices are written."""
    automatic: Until | None = None
    """The last day on which new matching trackers receive it automatically."""
    repeats: str = ""
    """The distribution whose settings it took, if it repeats one."""
    give_until: date | None = None
    """The last day for classes to get the assessment, if one was named."""
    opens_process: OpensProcess | None = None
    """The process that it opens in data teams, with its assessment as the pre-test."""
    recall: Recall | None = None
    """The recall that hides it now, while it is recalled."""
    part: frozenset[str] | None = Field(default=None, exclude=True)
    """The schools of the administrator who sees a part of it; never kept."""
    was_recalled: bool = False
    """Whether notices may have been held back by a recall."""

    @property
    def rounds(self) -> tuple[Round, ...]:
        """Every round so far, the present one included, in order."""
        return rounds_of(self.runs or self.first_runs)

    @property
    def first_runs(self) -> tuple[RoundRun, ...]:
        """Return what the rounds were before they were written down."""
        return before_rounds_were_kept(self.plan.first, self.plan.generation)

    @property
    def pending(self) -> int:
        """Trackers not yet decided; none of a canceled distribution, which reaches nobody."""
        return 0 if self.cancelled else self._undecided

    @property
    def cancelled(self) -> int:
        """Trackers that do not get it because the distribution was canceled."""
        return self._undecided if self.state == DistributionState.CANCELLED else 0

    @property
    def _undecided(self) -> int:
        return self.total - self.counts.delivered - self.counts.skipped - self.counts.failed

    @property
    def notices(self) -> Notices:
        """How far it is with telling teachers, beside being delivered."""
        if not self.notify or self.state == DistributionState.CANCELLED:
            return Notices.NONE
        if self.state in (DistributionState.SCHEDULED, DistributionState.DELIVERING):
            return Notices.LATER
        if self.told >= len(self.rounds):
            return Notices.WRITTEN
        if self.state == DistributionState.RECALLED:
            return Notices.HELD
        return Notices.WRITING if self.due else Notices.WRITTEN

    @property
    def is_under_way(self) -> bool:
        """Return whether it is being delivered at this moment."""
        return self.state == DistributionState.DELIVERING

    @property
    def complete(self) -> bool:
        """Return whether every page of the present plan is done."""
        return len(self.settled) == self.plan.pages

    @property
    def allowed(self) -> list[DistributionMove]:
        """The moves that people may make now; none for a person who sees only a part of it."""
        if self.part is not None:
            return []
        moves = [move for move in _PEOPLES if (self.state, move) in MOVES]
        return [move for move in moves if move != DistributionMove.RETRY or self.counts.failed]

    def after(self, move: DistributionMove) -> DistributionState:
        """Return where a move leads. Raises `Conflict` when it is not legal now."""
        state = MOVES.get((self.state, move))
        if state is None:
            raise _CANNOT[move](state=self.state.value, state_says=_WHY_NOT[self.state])
        return state


_CANNOT = {
    DistributionMove.CHANGE: refusals.CANNOT_CHANGE,
    DistributionMove.CANCEL: refusals.CANNOT_CANCEL,
    DistributionMove.START: refusals.CANNOT_START,
    DistributionMove.FINISH: refusals.CANNOT_FINISH,
    DistributionMove.RETRY: refusals.CANNOT_RETRY,
    DistributionMove.ADD: refusals.CANNOT_ADD,
    DistributionMove.AUTOMATE: refusals.CANNOT_AUTOMATE,
    DistributionMove.MOVE_GIVE_UNTIL: refusals.CANNOT_MOVE_GIVE_UNTIL,
    DistributionMove.RECALL: refusals.CANNOT_RECALL,
    DistributionMove.RESTORE: refusals.CANNOT_RESTORE,
}

_PEOPLES = [
    move
    for move in DistributionMove
    if move not in (DistributionMove.START, DistributionMove.FINISH)
]
"""The moves of people, not of the clock."""


def check_distributable(assessment: AssessmentHeader, person: str) -> None:
    """Refuse, each with its own code, what rule D1 refuses."""
    if assessment.creator != person:
        raise refusals.NOT_YOURS_TO_DISTRIBUTE()
    if assessment.visibility != "district":
        raise refusals.NOT_PRIVATE_TO_DISTRICT(pointer="/assessment_id")
    if not assessment.ready:
        raise ASSESSMENT_NOT_READY(pointer="/assessment_id")
