"""The states of a process, and the actions in each by role: the table, and what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

import pytest

from chalicelib.acts import Caller
from chalicelib.acts import Role as Duty
from chalicelib.errors import Conflict, Forbidden, NotFound
from chalicelib.processes import scores
from chalicelib.processes.attached_tests.rules import check_may_attach, check_untouched
from chalicelib.processes.model import Attached, Process, ProcessStep, begin_process, school_year
from chalicelib.processes.moves import (
    MOVES,
    OPEN,
    ProcessMove,
    ProcessState,
    after,
    list_allowed_moves,
)
from chalicelib.processes.search import AT_MOST, EVERY, ProcessFilter, walk
from chalicelib.teams.model import Colleague, Team, TeamRole

LENA, MIA = Colleague(id="lena", name="Lena"), Colleague(id="mia", name="Mia")
TEAM = Team(
    id="T", name="Grade 3", school="north", leaders=(LENA,), members=(MIA,), created="2026-08-20"
)
FINISHED = (ProcessState.LOCKING, ProcessState.LOCKED)


def a_process(
    state: ProcessState = ProcessState.PRE_TEST, *begun_already: str, name: str = "P"
) -> Process:
    made = begin_process(TEAM, name, "Unit 4", LENA, "2026-09-14T17:00:00.000Z", "2026-2027")
    tests = {"pre": Attached(assessment="A", title="Before")} if state != ProcessState.NAMED else {}
    return made.model_copy(
        update={"state": state, "begun": frozenset(begun_already), "version": 3, **tests}
    )


def caller(person: str, *duties: Duty, schools: tuple[str, ...] = ()) -> Caller:
    return Caller("gb", person, frozenset(duties or {Duty.TEACHER}), frozenset(schools))


# -- the table --------------------------------------------------------------------------------


def test_every_move_leads_from_a_state_to_a_state() -> None:
    for (state, _), (to, roles) in MOVES.items():
        assert state in ProcessState
        assert to in ProcessState
        assert roles <= frozenset(TeamRole)


def test_nothing_leads_back_from_a_finished_or_discarded_one() -> None:
    for (state, move), (to, _) in MOVES.items():
        if state in (*FINISHED, ProcessState.DISCARDED) and move != ProcessMove.PRINT:
            assert (state, move, to) == (
                ProcessState.LOCKING,
                ProcessMove.SEAL,
                ProcessState.LOCKED,
            )


def test_every_state_but_the_first_is_reached() -> None:
    assert {to for to, _ in MOVES.values()} == set(ProcessState)


def test_a_leader_may_do_everything_and_only_the_clock_seals() -> None:
    for (_, move), (_, roles) in MOVES.items():
        assert (TeamRole.LEADER in roles) == (move != ProcessMove.SEAL)
        assert (TeamRole.ADMINISTRATOR in roles) == (
            move in (ProcessMove.PRINT, ProcessMove.REMIND)
        )


@pytest.mark.parametrize(
    ("state", "move", "role", "code"),
    [
        (ProcessState.NAMED, ProcessMove.ACTIVATE_PRE, TeamRole.MEMBER, "no_pre_test"),
        (ProcessState.NAMED, ProcessMove.ATTACH_POST, TeamRole.LEADER, "no_pre_test"),
        (ProcessState.NAMED, ProcessMove.LOCK, TeamRole.LEADER, "no_pre_test"),
        (ProcessState.NAMED, ProcessMove.SET_GOAL, TeamRole.MEMBER, "no_pre_test"),
        (ProcessState.PRE_TEST, ProcessMove.ACTIVATE_POST, TeamRole.MEMBER, "no_post_test"),
        (ProcessState.POST_TEST, ProcessMove.ATTACH_PRE, TeamRole.LEADER, "post_test_attached"),
        (ProcessState.PRE_TEST, ProcessMove.SEAL, None, "process_open"),
        (ProcessState.LOCKED, ProcessMove.SAVE_PAGE, TeamRole.MEMBER, "process_locked"),
        (ProcessState.LOCKING, ProcessMove.RENAME, TeamRole.LEADER, "process_locked"),
        (ProcessState.DISCARDED, ProcessMove.PRINT, TeamRole.MEMBER, "process_discarded"),
    ],
)
def test_an_impossible_act_has_a_reason(
    state: ProcessState, move: ProcessMove, role: TeamRole | None, code: str
) -> None:
    with pytest.raises(Conflict) as refused:
        after(state, move, role)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("role", "move", "code"),
    [
        (TeamRole.MEMBER, ProcessMove.RENAME, "not_for_team_members"),
        (TeamRole.MEMBER, ProcessMove.LOCK, "not_for_team_members"),
        (TeamRole.ADMINISTRATOR, ProcessMove.SAVE_PAGE, "not_for_team_administrators"),
        (TeamRole.ADMINISTRATOR, ProcessMove.LOCK, "not_for_team_administrators"),
    ],
)
def test_an_act_for_somebody_else_has_a_name_to_ask(
    role: TeamRole, move: ProcessMove, code: str
) -> None:
    with pytest.raises(Forbidden) as refused:
        after(ProcessState.PRE_TEST, move, role)
    assert refused.value.code == code


def test_every_allowed_act_goes_through() -> None:
    for state, move, role in product(ProcessState, ProcessMove, TeamRole):
        named = move in list_allowed_moves(state, role)
        try:
            after(state, move, role)
        except (Conflict, Forbidden):
            assert not named
        else:
            assert named


# -- a process ----------------------------------------------------------------------------------


def test_a_move_makes_the_next_version() -> None:
    named = a_process(ProcessState.NAMED)
    moved = named.apply_move(
        ProcessMove.ATTACH_PRE, TeamRole.LEADER, pre=Attached(assessment="A", title="Before")
    )
    assert (moved.state, moved.version) == (ProcessState.PRE_TEST, named.version + 1)


@pytest.mark.parametrize("test", list(scores.ProcessTest))
def test_a_test_that_a_class_was_given_is_not_exchanged(test: scores.ProcessTest) -> None:
    state = ProcessState.PRE_TEST if test == scores.ProcessTest.PRE else ProcessState.POST_TEST
    check_may_attach(a_process(state), test, TeamRole.LEADER)
    with pytest.raises(Conflict) as refused:
        check_may_attach(a_process(state, test), test, TeamRole.LEADER)
    assert refused.value.code == "test_already_activated"
    move = f"attach_{test}_test"
    assert move in a_process(state).list_allowed(TeamRole.LEADER)
    assert move not in a_process(state, test).list_allowed(TeamRole.LEADER)


def test_pages_do_not_stand_in_the_way_of_discarding_and_classes_do() -> None:
    check_untouched(a_process(ProcessState.PRE_TEST, "analyze", "goals"))
    with pytest.raises(Conflict):
        check_untouched(a_process(ProcessState.PRE_TEST, "pre"))


@pytest.mark.parametrize(
    ("begun_already", "step"),
    [
        ((), ProcessStep.COLLECT),
        (("pre",), ProcessStep.COLLECT),
        (("pre", "analyze"), ProcessStep.ANALYZE),
        (("strategies", "analyze"), ProcessStep.STRATEGIES),
        (("pre", "post", "goals"), ProcessStep.POST_TEST),
        (("reflect",), ProcessStep.REFLECT),
    ],
)
def test_the_step_is_the_furthest_with_content(
    begun_already: tuple[str, ...], step: ProcessStep
) -> None:
    assert a_process(ProcessState.POST_TEST, *begun_already).step == step


@pytest.mark.parametrize("state", FINISHED)
def test_a_finished_one_is_at_the_last_step(state: ProcessState) -> None:
    assert a_process(state, "analyze").step == ProcessStep.LOCKED


def test_the_right_people_see_an_open_process() -> None:
    open_one = a_process()
    assert open_one.role_of(caller("lena")) == TeamRole.LEADER
    assert open_one.role_of(caller("mia", Duty.DISTRICT_ADMIN)) == TeamRole.MEMBER
    assert open_one.role_of(caller("dana", Duty.DISTRICT_ADMIN)) == TeamRole.ADMINISTRATOR
    principal = caller("sam", Duty.SCHOOL_ADMIN, schools=("north",))
    assert open_one.role_of(principal) == TeamRole.ADMINISTRATOR
    for stranger in (caller("olga"), caller("saul", Duty.SCHOOL_ADMIN, schools=("south",))):
        with pytest.raises(NotFound):
            open_one.role_of(stranger)


def test_nobody_sees_a_discarded_one() -> None:
    with pytest.raises(NotFound):
        a_process(ProcessState.DISCARDED).role_of(caller("lena"))


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 7, 1), "2026-2027"),
        (date(2026, 12, 31), "2026-2027"),
        (date(2027, 6, 30), "2026-2027"),
        (date(2027, 7, 1), "2027-2028"),
    ],
)
def test_a_school_year_begins_in_july(day: date, year: str) -> None:
    assert school_year(day) == year


# -- lists --------------------------------------------------------------------------------------


class KeptMoves:
    """Processes by state, the newest first, as the index gives them."""

    def __init__(self, **many: int) -> None:
        self.by_state = {
            ProcessState(state): [
                a_process(ProcessState(state), name=f"{n:06}") for n in range(count)
            ][::-1]
            for state, count in many.items()
        }
        self.read = 0

    def of(self, state: ProcessState, after: Sequence[str] | None) -> Iterator[Process]:
        behind = None if after is None else tuple(after)
        for each in self.by_state.get(state, []):
            if behind is None or (each.created, each.id) < behind:
                self.read += 1
                yield each


def every_page(kept: KeptMoves, wanted: ProcessFilter, limit: int) -> list[list[str]]:
    """Turn all pages."""
    pages: list[list[str]] = []
    behind: Sequence[str] | None = None
    while True:
        page = walk(kept.of, wanted.states, wanted.admits, limit, behind)
        pages.append([f"{each.state} {each.id}" for each in page.items])
        if page.after is None:
            return pages
        behind = page.after


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 50])
def test_every_process_is_on_one_page_in_order(limit: int) -> None:
    kept = KeptMoves(named=3, pre_test=4, locked=2)
    pages = every_page(kept, ProcessFilter(), limit)
    seen = [each for page in pages for each in page]
    expected = [f"{s} {each.id}" for s in EVERY for each in kept.by_state.get(s, [])]
    assert seen == expected
    assert all(len(page) == limit for page in pages[:-1])
    assert pages[-1]


def test_a_page_looks_at_so_many_and_no_more() -> None:
    kept = KeptMoves(named=AT_MOST + 5)
    rare = ProcessFilter(step=ProcessStep.REFLECT)
    page = walk(kept.of, rare.states, rare.admits, 10, None)
    assert (page.items, kept.read) == ([], AT_MOST + 1)
    assert page.after is not None
    assert every_page(kept, rare, 10) == [[], []]


def test_open_states_come_before_finished_ones() -> None:
    assert [state in OPEN for state in EVERY] == [True, True, True, False, False]


def test_a_filter_needs_all_of_its_conditions() -> None:
    one = a_process(ProcessState.PRE_TEST, "analyze")
    assert ProcessFilter(step=ProcessStep.ANALYZE, team="T", school="north").admits(one)
    assert not ProcessFilter(step=ProcessStep.GOALS).admits(one)
    assert not ProcessFilter(team="U").admits(one)
    assert not ProcessFilter(school="south").admits(one)
