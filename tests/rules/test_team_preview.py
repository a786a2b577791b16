"""A preview of other levels, counted by hand."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from chalicelib.processes.analytics.collection import collect
from chalicelib.processes.analytics.counts import shares
from chalicelib.processes.scores import ClassScores, ResultStatus, StudentScore
from chalicelib.processes.scores import ProcessTest as Which
from chalicelib.teams.levels import DEFAULT, Levels
from chalicelib.teams.levels_input import SentBand, read_levels
from chalicelib.teams.membership import classes_kept
from chalicelib.teams.model import Colleague, Team
from chalicelib.teams.ports import GoalImpact, MeasuredWork
from chalicelib.teams.preview import Preview, ProcessEffect, effect, moves

SHARES = [Fraction(p, 100) for p in (10, 49, 50, 65, 69, 70, 84, 85, 100)]
"""At 0/50/70/85: 2 far below, 3 below, 2 meet, 2 exceed."""


def levels(*bounds: int, meets: int) -> Levels:
    return read_levels([SentBand(f"L{bound}", bound) for bound in bounds], meets)


def test_levels_as_they_are_move_nobody() -> None:
    same = moves(SHARES, DEFAULT, DEFAULT)
    assert (same.n, same.up, same.down, same.unchanged) == (9, 0, 0, 9)
    assert same.before == same.after == (2, 3, 2, 2)


def test_a_lower_bar_moves_students_up() -> None:
    easier = moves(SHARES, DEFAULT, levels(0, 50, 65, 85, meets=3))
    assert (easier.up, easier.down, easier.unchanged) == (2, 0, 7)
    assert (easier.before, easier.after) == ((2, 3, 2, 2), (2, 1, 4, 2))
    assert (easier.met_before, easier.met_after) == (4, 6)


def test_handles_can_move_some_up_and_some_down() -> None:
    both = moves(SHARES, DEFAULT, levels(0, 45, 71, 85, meets=3))
    assert (both.up, both.down) == (1, 1), "49 up, 70 down"


def test_with_another_number_of_levels_only_the_line_of_meets_is_crossed() -> None:
    three = moves(SHARES, DEFAULT, levels(0, 60, 90, meets=2))
    assert not three.by_level
    assert (three.up, three.down, three.unchanged) == (2, 0, 7), "65 and 69 now meet"
    assert (three.before, three.after) == ((2, 3, 2, 2), (3, 5, 1))


def test_a_share_is_compared_exactly() -> None:
    third = [Fraction(2, 3)]
    assert moves(third, levels(0, 50, meets=2), levels(0, 67, meets=2)).down == 1
    assert moves(third, levels(0, 50, meets=2), levels(0, 66, meets=2)).down == 0


def test_nobody_tested_is_nobody_moved() -> None:
    none = moves([], DEFAULT, levels(0, 60, meets=2))
    assert (none.n, none.unchanged, none.before, none.after) == (0, 0, (0, 0, 0, 0), (0, 0))


@pytest.mark.parametrize(
    ("open_ones", "locked", "said"),
    [
        (0, 0, "0 open Mastery Processes would be counted by the new levels. Nothing has been"),
        (1, 1, "1 open Mastery Process would be counted by the new levels. 1 finished Mastery Pro"),
        (2, 3, "2 open Mastery Processes would be counted by the new levels. 3 finished Mastery "),
    ],
)
def test_locked_processes_are_listed_as_staying(open_ones: int, locked: int, said: str) -> None:
    lena = Colleague(id="lena", name="Lena")
    team = Team(id="T", name="T", leaders=(lena,), created="2026-09-01T12:00:00.000Z")
    nothing = moves([], DEFAULT, DEFAULT)
    effects = tuple(ProcessEffect(f"P{n}", "Unit", nothing, nothing) for n in range(open_ones))
    assert Preview(team, DEFAULT, effects, locked).message.startswith(said)


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ((1, 3), "The goals that teachers set would keep their numbers."),
        ((0, 2), "Of 1 goal that teachers set, 1 would come to other numbers"),
    ],
)
def test_a_preview_says_what_becomes_of_goals_that_are_set(
    after: tuple[int, int], said: str
) -> None:
    lena = Colleague(id="lena", name="Lena")
    team = Team(id="T", name="T", leaders=(lena,), created="2026-09-01T12:00:00.000Z")
    goal = GoalImpact("c1", "Math", "north", "Lena", 3, 1, 3, *after)
    done = effect(Unit4(), MeasuredWork(goals=(goal,)), DEFAULT, DEFAULT)
    assert said in Preview(team, DEFAULT, (done,), 0).message
    hidden = effect(Unit4(), MeasuredWork(goals=(goal,)), DEFAULT, DEFAULT, lambda _: False)
    assert (hidden.goals, hidden.changed_goals) == ((), done.changed_goals)


def a_class(name: str, luck: random.Random) -> ClassScores:
    """Some of five students, each with one standing or another on either test."""
    here = luck.sample("abcde", luck.randint(0, 5))

    def sheet() -> tuple[StudentScore, ...] | None:
        standings = [
            luck.choice([*ResultStatus, ResultStatus.TESTED, ResultStatus.TESTED]) for _ in here
        ]
        scores = (
            StudentScore(student, standing, Fraction(luck.randint(0, 20)), Fraction(20))
            for student, standing in zip(here, standings, strict=True)
        )
        return tuple(scores) if luck.random() > 0.2 else None

    return ClassScores(name, name, "north", "tess", "Tess", sheet(), sheet())


@pytest.mark.parametrize("seed", range(200))
def test_a_preview_counts_students_as_the_teams_figures_do(seed: int) -> None:
    luck = random.Random(seed)
    classes = [a_class(name, luck) for name in luck.sample("xyzw", luck.randint(0, 4))]
    for test in Which:
        counted = moves(shares(classes, DEFAULT)[test], DEFAULT, DEFAULT)
        tally = collect(classes, DEFAULT, test).team.tally
        assert (counted.n, counted.before) == (tally.tested, tally.levels)


class Unit4:
    id = "P"
    name = "Unit 4"


def test_a_leaver_sees_which_classes_stay() -> None:
    measured = MeasuredWork(teachers=(("mia", 1), ("tess", 2)))
    assert classes_kept("tess", Unit4(), measured).startswith("2 classes stay in “Unit 4”")
    assert classes_kept("mia", Unit4(), measured).startswith("1 class stays in “Unit 4”")
    assert classes_kept("noah", Unit4(), measured) == ""
