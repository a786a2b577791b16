"""Two classes with the same title carry their school, and sorting by class never mixes them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.processes.analytics.row_order import StudentComparisonColumn, sort_students
from chalicelib.processes.analytics.students import students
from chalicelib.processes.class_rows.names import add_school_names
from chalicelib.processes.model import ClassRow
from chalicelib.rosters.model import schools_to_name
from chalicelib.teams.levels import DEFAULT
from tests.support.process_rows import a_class

NAMES = {"north": "North Elementary", "south": "South Elementary"}


def test_a_title_carries_the_school_where_another_school_has_a_class_of_that_title() -> None:
    classes = [
        ("c1", "Math 3", "north"),
        ("c2", "math  3 ", "south"),
        ("c3", "Math 4", "south"),
        ("c4", "Math 3", "south"),
    ]
    assert schools_to_name(classes) == {"c1": "north", "c2": "south", "c4": "south"}


def test_where_the_school_tells_nothing_apart_no_title_carries_it() -> None:
    assert schools_to_name([("c1", "Math 3", "north"), ("c2", "Math 3", "north")]) == {}


def rows(*places: tuple[str, str, str]) -> list[ClassRow]:
    return [
        ClassRow(replace(a_class(name, "tess", {f"{name}-s": 1}), title=title, school=school))
        for name, title, school in places
    ]


def test_classes_of_a_process_are_called_by_title_and_school() -> None:
    made = rows(("c1", "Math 3", "north"), ("c2", "Math 3", "south"), ("c3", "Math 4", "south"))
    called = [row.scores.label for row in add_school_names(made, lambda: NAMES)]
    assert called == ["Math 3 (North Elementary)", "Math 3 (South Elementary)", "Math 4"]


def test_schools_are_asked_for_only_where_titles_are_the_same() -> None:
    made = rows(("c1", "Math 3", "north"), ("c3", "Math 4", "south"))

    def nobody_asks() -> dict[str, str]:
        raise AssertionError

    assert add_school_names(made, nobody_asks) == tuple(made)


def test_a_closed_class_keeps_its_name_and_the_others_still_carry_theirs() -> None:
    one, other = rows(("c1", "Math 3", "north"), ("c2", "Math 3", "south"))
    closed = replace(one, scores=replace(one.scores, school_name="Former name"), sealed=True)
    called = [row.scores.label for row in add_school_names([closed, other], lambda: NAMES)]
    assert called == ["Math 3 (Former name)", "Math 3 (South Elementary)"]


@given(st.permutations(["c1", "c2", "c3"]), st.booleans())
def test_sorting_by_class_never_mixes_two_classes(order: list[str], descending: bool) -> None:
    """Three classes with one title, whose students' names alternate."""
    classes = [
        replace(a_class(name, "tess", {f"{n}-{name}": n for n in range(4)}), title="Math 3")
        for name in order
    ]
    found = sort_students(
        students(classes, DEFAULT), StudentComparisonColumn.CLASS, descending=descending
    )
    seen = [row.subject.id for row in found]
    assert len([1 for one, other in pairwise(seen) if one != other]) == 2
