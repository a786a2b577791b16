"""Can anybody, alone or with others, work out the results of one to four students of a process?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain, combinations
from typing import NamedTuple

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from chalicelib.processes.analytics.counts import Sat, book, read
from chalicelib.processes.analytics.places import find_places
from chalicelib.processes.scores import ClassScores, ResultStatus
from chalicelib.processes.suppression.census import (
    Census,
    hide_outside,
    hide_rows,
    hide_team,
    take_census,
)
from chalicelib.processes.suppression.model import RowPart
from chalicelib.suppression import Atoms, SuppressionReason, cover, is_exposed
from chalicelib.teams.levels import DEFAULT
from tests.support.attackers import Figure, Result, isolate
from tests.support.process_scores import Given, a_class

PATIENT = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MEASURED = (RowPart.PRE, RowPart.POST, RowPart.BOTH)


class Spec(NamedTuple):
    """A class: where, whose, how many took both tests or one of them, and who is elsewhere too."""

    school: int
    teacher: int
    both: int
    pre: int = 0
    post: int = 0
    shared: frozenset[int] = frozenset()


def classes_of(specs: Sequence[Spec]) -> list[ClassScores]:
    """Make the classes; a student of the same number is the same in all of them."""
    return [_class(f"c{n}", spec) for n, spec in enumerate(specs)]


def _class(name: str, spec: Spec) -> ClassScores:
    pre: dict[str, Given] = {f"{name}b{n}": 50 for n in range(spec.both)}
    post: dict[str, Given] = dict(pre)
    pre |= {f"{name}x{n}": 50 for n in range(spec.pre)}
    post |= {f"{name}x{n}": ResultStatus.ABSENT for n in range(spec.pre)}
    post |= {f"{name}y{n}": 50 for n in range(spec.post)}
    for one in spec.shared:
        pre[f"s{one}"] = 50
        if one % 3:
            post[f"s{one}"] = 50
    made = a_class(name, pre, post, teacher=f"t{spec.teacher}")
    return ClassScores(
        made.school_class, made.title, f"school{spec.school}", made.teacher, made.teacher_name,
        made.pre, made.post,
    )  # fmt: skip


_SPEC = st.builds(
    Spec, st.integers(0, 2), st.integers(0, 3), st.integers(0, 9), st.integers(0, 5),
    st.integers(0, 5), st.frozensets(st.integers(0, 6), max_size=3),
)  # fmt: skip
_PROCESS = st.lists(_SPEC, min_size=1, max_size=5)
_APART = st.lists(_SPEC.map(lambda spec: spec._replace(shared=frozenset())), min_size=1, max_size=6)


def sums(census: Census, part: RowPart, sats: Sequence[Sat]) -> list[Figure]:
    """Return what a row on a part is the sum of."""
    places = find_places(sats)
    if part == RowPart.BOTH:
        both = places.both.items()
        return [
            frozenset((who, classes[side], str(test)) for who, classes in both)
            for side, test in enumerate((RowPart.PRE, RowPart.POST))
        ]
    known = places.pre if part == RowPart.PRE else places.post
    tested = ((who, each) for who, each in known.items() if each.mark.level)
    return [frozenset((who, each.school_class, str(part)) for who, each in tested)]


def list_team_figures(census: Census, hidden: Collection[RowPart]) -> list[Figure]:
    return [f for part in MEASURED if part not in hidden for f in sums(census, part, census.sats)]


def list_row_figures(census: Census, part: RowPart) -> Iterator[Figure]:
    """Return every row that is shown in papers: schools, their teachers, teachers, classes."""
    rows = hide_rows(census)[part]
    cells: dict[tuple[str, str], list[Sat]] = {}
    for sat in census.sats:
        cells.setdefault((sat.scores.school, sat.scores.teacher), []).append(sat)
        if sat.scores.school_class not in rows.classes:
            yield from sums(census, part, [sat])
    for school in {school for school, _ in cells}:
        if school not in rows.schools:
            own = [sat for sat in census.sats if sat.scores.school == school]
            yield from sums(census, part, own)
    for each, sats in cells.items():
        if each not in rows.cells:
            yield from sums(census, part, sats)
    for teacher in {teacher for _, teacher in cells}:
        if teacher not in rows.teachers:
            own = [sat for sat in census.sats if sat.scores.teacher == teacher]
            yield from sums(census, part, own)


def list_known(census: Census, schools: Collection[str]) -> set[Result]:
    """Return the results that administrators of schools may see anyway."""
    return {
        (who, sat.scores.school_class, str(part))
        for sat in census.sats
        if sat.scores.school in schools
        for part in (RowPart.PRE, RowPart.POST)
        for who in (sat.pre if part == RowPart.PRE else sat.post)
    }


def groups_of_schools(census: Census) -> Iterator[tuple[str, ...]]:
    schools = sorted(set(census.schools.values()))
    yield from chain.from_iterable(combinations(schools, n) for n in range(len(schools) + 1))


# -- the property ----------------------------------------------------------------------------------


@PATIENT
@given(_PROCESS)
@example([Spec(0, 0, 25), Spec(1, 1, 3)])
@example([Spec(0, 0, 25, 2), Spec(1, 1, 9, 1)])
@example([Spec(0, 0, 9, shared=frozenset({1})), Spec(1, 1, 9, shared=frozenset({1}))])
@example([Spec(0, 0, 1, 0, 2), Spec(0, 0, 1, 0, 2), Spec(0, 0, 4, 0, 1)])
def test_no_administrators_of_schools_together_isolate_one_to_four_others(
    specs: list[Spec],
) -> None:
    """Library, screens and mails of schools: the team as a whole, on all tests together."""
    census = take_census(classes_of(specs), DEFAULT)
    aiming = {f"c{n}" for n, spec in enumerate(specs) if spec.both % 2}
    hidden = hide_outside(census, aiming)
    figures = list_team_figures(census, hidden)
    for part, of in ((RowPart.GOAL, RowPart.PRE), (RowPart.OUTCOME, RowPart.POST)):
        [whole] = sums(census, of, census.sats)
        if part not in hidden:
            figures.append(frozenset(each for each in whole if each[1] in aiming))
    for schools in groups_of_schools(census):
        told = isolate(figures, list_known(census, schools))
        assert not told, (schools, told, hidden)


@PATIENT
@given(_APART)
@example([Spec(0, 0, 9), Spec(1, 1, 9), Spec(1, 2, 3)])
@example([Spec(0, 0, 9), Spec(1, 0, 3), Spec(1, 1, 8)])
def test_nor_with_everybody_s_reports_and_mails(specs: list[Spec]) -> None:
    """On each test: whatever is written about the team, its schools, teachers and classes."""
    census = take_census(classes_of(specs), DEFAULT)
    hidden = hide_team(census)
    for part in MEASURED:
        figures = list(list_row_figures(census, part))
        if part not in hidden:
            figures += sums(census, part, census.sats)
        for schools in groups_of_schools(census):
            told = isolate(figures, list_known(census, schools))
            assert not told, (part, schools, told)


@PATIENT
@given(_PROCESS)
def test_nor_where_students_are_in_several_classes(specs: list[Spec]) -> None:
    census = take_census(classes_of(specs), DEFAULT)
    hidden = hide_team(census)
    for part in MEASURED:
        figures = list(list_row_figures(census, part))
        if part not in hidden:
            figures += sums(census, part, census.sats)
        for schools in groups_of_schools(census):
            told = isolate(figures, list_known(census, schools))
            assert not told, (part, schools, told)


# -- the attacker is one ---------------------------------------------------------------------------


def test_the_attacker_finds_who_is_left() -> None:
    """Nothing hidden: the team less one school is three students."""
    census = take_census(classes_of([Spec(0, 0, 25), Spec(1, 1, 3)]), DEFAULT)
    everything = list_team_figures(census, ())
    assert isolate(everything, ()) is None
    found = isolate(everything, list_known(census, ["school0"]))
    assert sorted(found or ()) == ["c1b0", "c1b1", "c1b2"]


def test_the_attacker_subtracts_one_test_from_the_other() -> None:
    census = take_census(classes_of([Spec(0, 0, 25, 2)]), DEFAULT)
    assert sorted(isolate(list_team_figures(census, ()), ()) or ()) == ["c0x0", "c0x1"]
    assert isolate(list_team_figures(census, (RowPart.PRE,)), ()) is None


# -- single rules ----------------------------------------------------------------------------------


def test_a_school_of_one_to_four_hides_the_whole_team_and_not_the_other_schools() -> None:
    census = take_census(classes_of([Spec(0, 0, 25), Spec(1, 1, 4)]), DEFAULT)
    assert hide_team(census) == dict.fromkeys(MEASURED, SuppressionReason.OTHERS)
    rows = hide_rows(census)[RowPart.PRE]
    assert rows.schools == {"school1": SuppressionReason.FEW}
    assert rows.cells == {("school1", "t1"): SuppressionReason.FEW}


def test_five_at_every_school_hide_nothing() -> None:
    census = take_census(classes_of([Spec(0, 0, 25), Spec(1, 1, 5)]), DEFAULT)
    assert hide_team(census) == {}
    assert hide_outside(census, {"c0", "c1"}) == {}


def test_few_who_took_one_test_alone_hide_that_test_and_never_the_growth() -> None:
    census = take_census(classes_of([Spec(0, 0, 25, 2), Spec(1, 1, 9)]), DEFAULT)
    assert hide_team(census) == {}
    hidden = hide_outside(census, {"c0", "c1"})
    assert RowPart.BOTH not in hidden
    assert {RowPart.PRE, RowPart.GOAL, RowPart.PRE_TESTED} <= set(hidden)
    assert RowPart.POST not in hidden


def test_few_who_were_absent_hide_how_many_were_and_nothing_else() -> None:
    classes = classes_of([Spec(0, 0, 25), Spec(1, 1, 9)])
    absent = a_class("c2", {"z": ResultStatus.ABSENT} | {f"z{n}": 50 for n in range(6)})
    census = take_census([*classes, absent], DEFAULT)
    assert hide_outside(census) == {RowPart.PRE_AWAY: SuppressionReason.OTHERS}


def test_small_schools_protect_each_other_from_nobody() -> None:
    """Three and three are six, but the administrator of one knows three."""
    atoms: Atoms = frozenset((f"s{n}", "a" if n < 3 else "b") for n in range(6))
    assert is_exposed(atoms, {"a": "north", "b": "south"})
    assert not is_exposed(atoms, {"a": "north", "b": "north"})


def test_a_teacher_of_another_school_does_not_hide_a_small_one() -> None:
    """The next smallest at the same school is hidden: the other school's is known there."""
    census = take_census(
        classes_of([Spec(0, 0, 6), Spec(1, 1, 3), Spec(1, 2, 20), Spec(1, 3, 30)]), DEFAULT
    )
    rows = hide_rows(census)[RowPart.PRE]
    assert rows.cells == {
        ("school1", "t1"): SuppressionReason.FEW,
        ("school1", "t2"): SuppressionReason.OTHERS,
    }


def test_a_difference_of_few_hides_a_part_even_where_no_part_is_small() -> None:
    """Two students count in another class: the sum of the parts tells them."""
    whole = frozenset((f"s{n}", "a") for n in range(9)) | {(f"r{n}", "b") for n in range(9)}
    parts = {
        "a": frozenset((f"s{n}", "a") for n in range(9)),
        "b": frozenset((f"r{n}", "b") for n in range(9)) | {("s0", "b"), ("s1", "b")},
    }
    assert cover([whole], parts).keys() == {"a", "b"}


@PATIENT
@given(_PROCESS)
def test_places_are_the_students_that_figures_count(specs: list[Spec]) -> None:
    sats = read(classes_of(specs), DEFAULT)
    found, counted = find_places(sats), book(sats)
    assert len(found.pre) == counted.pre.total()
    assert len(found.post) == counted.post.total()
    assert len(found.both) == counted.pairs.total()


def test_the_rest_of_a_figure_counts_students_of_any_other_school() -> None:
    """A reader without data of two schools is left with the students of one, the other, or both."""
    schools = {"a1": "A", "b1": "B"}
    of_one = [(f"s{n}", "a1") for n in range(5)]
    of_both = [("t1", "a1", "b1"), ("t2", "a1", "b1")]
    assert not is_exposed([*of_one, *of_both], schools)
    assert is_exposed([*of_one[:2], *of_both], schools)
    assert is_exposed(of_both, schools)
