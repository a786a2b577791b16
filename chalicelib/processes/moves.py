"""The states of a Mastery Process with their permitted actions and roles, as data."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from chalicelib.errors import Conflict
from chalicelib.processes import refusals
from chalicelib.teams.model import TeamRole, not_for


class ProcessState(StrEnum):
    """Where a process stands."""

    NAMED = "named"
    """It has a name, and no pre-test yet."""
    PRE_TEST = "pre_test"
    """The pre-test is attached: classes are tested, the team analyzes and sets goals."""
    POST_TEST = "post_test"
    """The post-test is attached as well."""
    LOCKING = "locking"
    """Its leader finished it; its classes are being closed."""
    LOCKED = "locked"
    """It is finished. Nothing in it changes any longer."""
    DISCARDED = "discarded"
    """It was begun by mistake, before any class was tested."""


class ProcessMove(StrEnum):
    """A step that people, or the clock, take in a process."""

    RENAME = "rename"
    ATTACH_PRE = "attach_pre_test"
    ATTACH_POST = "attach_post_test"
    ACTIVATE_PRE = "activate_pre_test"
    ACTIVATE_POST = "activate_post_test"
    SAVE_PAGE = "save_page"
    SET_GOAL = "set_goal"
    LOCK = "lock"
    SEAL = "seal"
    DISCARD = "discard"
    PRINT = "print"
    REMIND = "remind"


OPEN = frozenset({ProcessState.NAMED, ProcessState.PRE_TEST, ProcessState.POST_TEST})
"""States in which people work on a process."""

_LEADER = frozenset({TeamRole.LEADER})
_TEAM = frozenset({TeamRole.LEADER, TeamRole.MEMBER})
_ALL = _TEAM | {TeamRole.ADMINISTRATOR}
STEERING = _LEADER | {TeamRole.ADMINISTRATOR}
"""The roles that may have the others reminded."""
_CLOCK = frozenset[TeamRole]()
"""Nobody: the machinery does it."""

MOVES: Mapping[tuple[ProcessState, ProcessMove], tuple[ProcessState, frozenset[TeamRole]]] = (
    MappingProxyType(
        {
            (ProcessState.NAMED, ProcessMove.RENAME): (ProcessState.NAMED, _LEADER),
            (ProcessState.NAMED, ProcessMove.ATTACH_PRE): (ProcessState.PRE_TEST, _LEADER),
            (ProcessState.NAMED, ProcessMove.SAVE_PAGE): (ProcessState.NAMED, _TEAM),
            (ProcessState.NAMED, ProcessMove.DISCARD): (ProcessState.DISCARDED, _LEADER),
            (ProcessState.NAMED, ProcessMove.PRINT): (ProcessState.NAMED, _ALL),
            (ProcessState.PRE_TEST, ProcessMove.RENAME): (ProcessState.PRE_TEST, _LEADER),
            (ProcessState.PRE_TEST, ProcessMove.ATTACH_PRE): (ProcessState.PRE_TEST, _LEADER),
            (ProcessState.PRE_TEST, ProcessMove.ATTACH_POST): (ProcessState.POST_TEST, _LEADER),
            (ProcessState.PRE_TEST, ProcessMove.ACTIVATE_PRE): (ProcessState.PRE_TEST, _TEAM),
            (ProcessState.PRE_TEST, ProcessMove.SAVE_PAGE): (ProcessState.PRE_TEST, _TEAM),
            (ProcessState.PRE_TEST, ProcessMove.SET_GOAL): (ProcessState.PRE_TEST, _TEAM),
            (ProcessState.PRE_TEST, ProcessMove.LOCK): (ProcessState.LOCKING, _LEADER),
            (ProcessState.PRE_TEST, ProcessMove.DISCARD): (ProcessState.DISCARDED, _LEADER),
            (ProcessState.PRE_TEST, ProcessMove.PRINT): (ProcessState.PRE_TEST, _ALL),
            (ProcessState.PRE_TEST, ProcessMove.REMIND): (ProcessState.PRE_TEST, STEERING),
            (ProcessState.POST_TEST, ProcessMove.RENAME): (ProcessState.POST_TEST, _LEADER),
            (ProcessState.POST_TEST, ProcessMove.ATTACH_POST): (ProcessState.POST_TEST, _LEADER),
            (ProcessState.POST_TEST, ProcessMove.ACTIVATE_PRE): (ProcessState.POST_TEST, _TEAM),
            (ProcessState.POST_TEST, ProcessMove.ACTIVATE_POST): (ProcessState.POST_TEST, _TEAM),
            (ProcessState.POST_TEST, ProcessMove.SAVE_PAGE): (ProcessState.POST_TEST, _TEAM),
            (ProcessState.POST_TEST, ProcessMove.SET_GOAL): (ProcessState.POST_TEST, _TEAM),
            (ProcessState.POST_TEST, ProcessMove.LOCK): (ProcessState.LOCKING, _LEADER),
            (ProcessState.POST_TEST, ProcessMove.DISCARD): (ProcessState.DISCARDED, _LEADER),
            (ProcessState.POST_TEST, ProcessMove.PRINT): (ProcessState.POST_TEST, _ALL),
            (ProcessState.POST_TEST, ProcessMove.REMIND): (ProcessState.POST_TEST, STEERING),
            (ProcessState.LOCKING, ProcessMove.SEAL): (ProcessState.LOCKED, _CLOCK),
            (ProcessState.LOCKING, ProcessMove.PRINT): (ProcessState.LOCKING, _ALL),
            (ProcessState.LOCKED, ProcessMove.PRINT): (ProcessState.LOCKED, _ALL),
        }
    )
)
"""By state and move: the next state, and the roles that may. Any other move is refused."""


def list_allowed_moves(state: ProcessState, role: TeamRole) -> tuple[str, ...]:
    """Return the moves that a role may make in a process of this state."""
    return tuple(
        move.value for (at, move), (_, roles) in MOVES.items() if at == state and role in roles
    )


def after(state: ProcessState, move: ProcessMove, role: TeamRole | None = None) -> ProcessState:
    """Return where a move leads; `role` is who makes it, none for the machinery.

    Raises `Conflict` when the state does not allow the move, `Forbidden` when the role does not.
    """
    if (state, move) not in MOVES:
        raise _not_now(state, move)
    to, roles = MOVES[state, move]
    if role is not None and role not in roles:
        raise not_for(role)
    return to


def _not_now(state: ProcessState, move: ProcessMove) -> Conflict:
    return (_OVER.get(state) or _MISSING[move])(state=state.value)


_OVER = {
    ProcessState.LOCKED: refusals.PROCESS_LOCKED,
    ProcessState.LOCKING: refusals.PROCESS_LOCKED,
    ProcessState.DISCARDED: refusals.PROCESS_DISCARDED,
}
_MISSING = {
    ProcessMove.ATTACH_PRE: refusals.POST_TEST_ATTACHED,
    ProcessMove.ATTACH_POST: refusals.NO_PRE_TEST,
    ProcessMove.ACTIVATE_PRE: refusals.NO_PRE_TEST,
    ProcessMove.ACTIVATE_POST: refusals.NO_POST_TEST,
    ProcessMove.SET_GOAL: refusals.NO_PRE_TEST,
    ProcessMove.LOCK: refusals.NO_PRE_TEST,
    ProcessMove.REMIND: refusals.NO_PRE_TEST,
    ProcessMove.SEAL: refusals.PROCESS_OPEN,
}
"""Why a move cannot be made in an open process."""
