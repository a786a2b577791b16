"""Where a Mastery Process can stand, and what may be done to it there, by whom: data."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from chalicelib.errors import Conflict
from chalicelib.processes import refusals
from chalicelib.teams.model import TeamRole, not_for


class State(StrEnum):
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


class Move(StrEnum):
    """What people, or the clock, do to a process."""

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


OPEN = frozenset({State.NAMED, State.PRE_TEST, State.POST_TEST})
"""States in which people work on a process."""

_LEADER = frozenset({TeamRole.LEADER})
_TEAM = frozenset({TeamRole.LEADER, TeamRole.MEMBER})
_ALL = _TEAM | {TeamRole.ADMINISTRATOR}
STEERING = _LEADER | {TeamRole.ADMINISTRATOR}
"""Who has the others reminded."""
_CLOCK = frozenset[TeamRole]()
"""Nobody: the machinery does it."""

MOVES: Mapping[tuple[State, Move], tuple[State, frozenset[TeamRole]]] = MappingProxyType(
    {
        (State.NAMED, Move.RENAME): (State.NAMED, _LEADER),
        (State.NAMED, Move.ATTACH_PRE): (State.PRE_TEST, _LEADER),
        (State.NAMED, Move.SAVE_PAGE): (State.NAMED, _TEAM),
        (State.NAMED, Move.DISCARD): (State.DISCARDED, _LEADER),
        (State.NAMED, Move.PRINT): (State.NAMED, _ALL),
        (State.PRE_TEST, Move.RENAME): (State.PRE_TEST, _LEADER),
        (State.PRE_TEST, Move.ATTACH_PRE): (State.PRE_TEST, _LEADER),
        (State.PRE_TEST, Move.ATTACH_POST): (State.POST_TEST, _LEADER),
        (State.PRE_TEST, Move.ACTIVATE_PRE): (State.PRE_TEST, _TEAM),
        (State.PRE_TEST, Move.SAVE_PAGE): (State.PRE_TEST, _TEAM),
        (State.PRE_TEST, Move.SET_GOAL): (State.PRE_TEST, _TEAM),
        (State.PRE_TEST, Move.LOCK): (State.LOCKING, _LEADER),
        (State.PRE_TEST, Move.DISCARD): (State.DISCARDED, _LEADER),
        (State.PRE_TEST, Move.PRINT): (State.PRE_TEST, _ALL),
        (State.PRE_TEST, Move.REMIND): (State.PRE_TEST, STEERING),
        (State.POST_TEST, Move.RENAME): (State.POST_TEST, _LEADER),
        (State.POST_TEST, Move.ATTACH_POST): (State.POST_TEST, _LEADER),
        (State.POST_TEST, Move.ACTIVATE_PRE): (State.POST_TEST, _TEAM),
        (State.POST_TEST, Move.ACTIVATE_POST): (State.POST_TEST, _TEAM),
        (State.POST_TEST, Move.SAVE_PAGE): (State.POST_TEST, _TEAM),
        (State.POST_TEST, Move.SET_GOAL): (State.POST_TEST, _TEAM),
        (State.POST_TEST, Move.LOCK): (State.LOCKING, _LEADER),
        (State.POST_TEST, Move.DISCARD): (State.DISCARDED, _LEADER),
        (State.POST_TEST, Move.PRINT): (State.POST_TEST, _ALL),
        (State.POST_TEST, Move.REMIND): (State.POST_TEST, STEERING),
        (State.LOCKING, Move.SEAL): (State.LOCKED, _CLOCK),
        (State.LOCKING, Move.PRINT): (State.LOCKING, _ALL),
        (State.LOCKED, Move.PRINT): (State.LOCKED, _ALL),
    }
)
"""From where, what: to where, and who may. What is not here is refused."""


def allowed(state: State, role: TeamRole) -> tuple[str, ...]:
    """Name what somebody may do to a process as it stands."""
    return tuple(
        move.value for (at, move), (_, roles) in MOVES.items() if at == state and role in roles
    )


def after(state: State, move: Move, role: TeamRole | None = None) -> State:
    """Say where a move leads; `role` is who makes it, none for the machinery.

    Raises `Conflict` when the process does not stand where that can be done, `Forbidden` when it
    is not for this person to do.
    """
    if (state, move) not in MOVES:
        raise _not_now(state, move)
    to, roles = MOVES[state, move]
    if role is not None and role not in roles:
        raise not_for(role)
    return to


def _not_now(state: State, move: Move) -> Conflict:
    return (_OVER.get(state) or _MISSING[move])(state=state.value)


_OVER = {
    State.LOCKED: refusals.PROCESS_LOCKED,
    State.LOCKING: refusals.PROCESS_LOCKED,
    State.DISCARDED: refusals.PROCESS_DISCARDED,
}
_MISSING = {
    Move.ATTACH_PRE: refusals.POST_TEST_ATTACHED,
    Move.ATTACH_POST: refusals.NO_PRE_TEST,
    Move.ACTIVATE_PRE: refusals.NO_PRE_TEST,
    Move.ACTIVATE_POST: refusals.NO_POST_TEST,
    Move.SET_GOAL: refusals.NO_PRE_TEST,
    Move.LOCK: refusals.NO_PRE_TEST,
    Move.REMIND: refusals.NO_PRE_TEST,
    Move.SEAL: refusals.PROCESS_OPEN,
}
"""Why a move cannot be made in an open process."""
