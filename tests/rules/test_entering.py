"""Edits of several people are merged per student: nothing is lost, and a true conflict is shown."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.results.left_out import LeftOut
from chalicelib.results.merging import Edit, MergedSheet, SheetClash, SheetEdits, blank, merge
from chalicelib.results.model import ResultProgress, Sheet, StudentPresence, StudentResults

ITEMS = 3
NOBODY = Sheet("c1", "a1")


def save_edits(*edits: SheetEdits, sheet: Sheet = NOBODY) -> Sheet:
    """One after the other, each by somebody who has seen what was there."""
    for each in edits:
        merged = merge(sheet, each, sheet.version, ITEMS)
        assert not merged.clashes
        sheet = merged.sheet
    return sheet


def one(student: str = "ada", /, *, status: StudentPresence | None = None, form: str | None = None,
        **cells: str) -> SheetEdits:  # fmt: skip
    """Return an edit of one student; cells as `i0="A"`."""
    places = {int(name[1:]): cell for name, cell in cells.items()}
    return SheetEdits([Edit(student, status, form, places)])


def cells(sheet: Sheet, student: str = "ada") -> tuple[str, ...]:
    return sheet.by_student[student].cells


def whats_in_the_way(merged: MergedSheet) -> list[tuple[str, int | None]]:
    return [(clash.row.student if clash.row else "", clash.place) for clash in merged.clashes]


# -- one person --------------------------------------------------------------------------------


def test_an_entry_stands_there_and_the_rest_is_empty() -> None:
    sheet = save_edits(one(i1="B"))
    assert cells(sheet) == ("", "B", "")
    assert (sheet.version, sheet.by_student["ada"].changed) == (1, 1)


def test_later_entries_go_to_the_same_row() -> None:
    assert cells(save_edits(one(i1="B"), one(i2="C"), one(i1="A"))) == ("", "A", "C")


def test_an_entry_can_be_removed() -> None:
    assert cells(save_edits(one(i0="A", i1="B"), one(i1=""))) == ("A", "", "")


def test_absent_keeps_what_was_entered() -> None:
    row = save_edits(one(i0="A"), one(status=StudentPresence.ABSENT)).by_student["ada"]
    assert (row.status, row.cells) == (StudentPresence.ABSENT, ("A", "", ""))
    assert not row.counts


def test_sending_the_present_values_changes_nothing() -> None:
    sheet = save_edits(one(i0="A", form="B"))
    again = merge(sheet, one(i0="A", form="B"), 0, ITEMS)
    assert again.sheet is sheet
    assert again.sheet is sheet


def test_a_sheet_is_begun_by_nothing_entered() -> None:
    assert save_edits(SheetEdits()).version == 1
    assert save_edits(SheetEdits(), SheetEdits()).version == 1


def test_students_stand_in_one_order_whoever_came_first() -> None:
    assert [row.student for row in save_edits(one("bob", i0="A"), one("ada", i0="A")).rows] == [
        "ada",
        "bob",
    ]


# -- who answers is present --------------------------------------------------------------------


@pytest.mark.parametrize("away", [StudentPresence.ABSENT, StudentPresence.EXEMPT])
@pytest.mark.parametrize("cell", ["A", "-", "=1"])
def test_whatever_is_entered_makes_the_student_present(away: StudentPresence, cell: str) -> None:
    sheet = save_edits(one(status=away))
    merged = merge(sheet, one(i0=cell), 1, ITEMS)
    assert merged.sheet.by_student["ada"].counts
    assert merged.made_present == ("ada",)


def test_a_present_student_is_not_made_present_again() -> None:
    sheet = save_edits(one(i0="A"), one("cy", status=StudentPresence.ABSENT))
    both = SheetEdits([*one(i1="B").students, *one("bob", i0="A").students])
    assert merge(sheet, both, sheet.version, ITEMS).made_present == ()


def test_taking_out_an_answer_makes_nobody_present() -> None:
    sheet = save_edits(one(i0="A"), one(status=StudentPresence.ABSENT), one(i0=""))
    assert sheet.by_student["ada"].status == StudentPresence.ABSENT


def test_answers_from_before_count_again_with_a_new_one() -> None:
    row = save_edits(one(i0="A"), one(status=StudentPresence.ABSENT), one(i1="B")).by_student["ada"]
    assert (row.counts, row.cells) == (True, ("A", "B", ""))


# -- left out in one act -----------------------------------------------------------------------


def leaving_out(
    *students: str, places: tuple[int, ...] = (), everything: bool = False
) -> SheetEdits:
    return SheetEdits(left_out=LeftOut(students, frozenset(places), everything))


def a_class_with_gaps() -> Sheet:
    """Ada and Bob have something entered, Cy nothing, Dot was absent and has an answer."""
    return save_edits(
        SheetEdits([*one(i0="A").students, *one("bob", i1="B").students]),
        SheetEdits([Edit("dot", cells={0: "A"})]),
        SheetEdits([Edit("dot", StudentPresence.ABSENT), Edit("cy", cells={0: "A"})]),
        SheetEdits([Edit("cy", cells={0: ""})]),
    )


def test_every_empty_cell_of_a_student_is_left_out_in_one_act() -> None:
    merged = merge(a_class_with_gaps(), leaving_out("ada"), 4, ITEMS)
    assert (cells(merged.sheet), cells(merged.sheet, "bob")) == (("A", "-", "-"), ("", "B", ""))
    assert (merged.left_out, merged.made_present) == (2, ())


def test_a_question_is_left_out_by_all_who_sat_the_test() -> None:
    merged = merge(a_class_with_gaps(), leaving_out(places=(0, 2)), 4, ITEMS)
    found = {row.student: row.cells for row in merged.sheet.rows}
    assert found == {
        "ada": ("A", "", "-"),
        "bob": ("-", "B", "-"),
        "cy": ("", "", ""),
        "dot": ("A", "", ""),
    }
    assert merged.left_out == 3


def test_the_whole_sheet_gives_nobody_a_zero_who_has_nothing_entered() -> None:
    merged = merge(a_class_with_gaps(), leaving_out(everything=True), 4, ITEMS)
    by_student = merged.sheet.by_student
    assert [by_student[each].stage for each in ("cy", "dot")] == [
        ResultProgress.NOT_STARTED,
        ResultProgress.PARTIAL,
    ]
    assert not by_student["dot"].counts
    assert merged.left_out == 4


def test_a_named_student_without_answers_left_everything_out_and_was_there() -> None:
    merged = merge(a_class_with_gaps(), leaving_out("cy", "dot", "eve"), 4, ITEMS)
    assert cells(merged.sheet, "eve") == cells(merged.sheet, "cy") == ("-", "-", "-")
    assert merged.made_present == ("dot",)


def test_an_entry_of_the_same_request_is_not_left_out() -> None:
    edits = SheetEdits(
        one("cy", i0="C", i2="").students, left_out=LeftOut(("cy",), everything=True)
    )
    merged = merge(a_class_with_gaps(), edits, 4, ITEMS)
    assert (cells(merged.sheet, "cy"), cells(merged.sheet)) == (("C", "-", ""), ("A", "-", "-"))


def test_a_colleagues_entry_stays_as_it_is() -> None:
    base = a_class_with_gaps()
    colleague = save_edits(
        SheetEdits([Edit("ada", cells={1: "B"}), Edit("cy", cells={0: "A"})]), sheet=base
    )
    merged = merge(colleague, leaving_out(everything=True), base.version, ITEMS)
    assert (cells(merged.sheet), cells(merged.sheet, "cy")) == (("A", "B", ""), ("A", "", ""))
    assert cells(merged.sheet, "bob") == ("-", "B", "-")


def test_only_empty_cells_of_named_students_are_left_out() -> None:
    base = a_class_with_gaps()
    colleague = save_edits(one(i1="B"), sheet=base)
    merged = merge(colleague, leaving_out("ada"), base.version, ITEMS)
    assert (cells(merged.sheet), merged.left_out) == (("A", "B", "-"), 1)
    taken_out = save_edits(one(i0=""), sheet=base)
    assert whats_in_the_way(merge(taken_out, leaving_out("ada"), base.version, ITEMS)) == [
        ("ada", 0),
        ("ada", 1),
        ("ada", 2),
    ]


# -- two people --------------------------------------------------------------------------------


def test_two_people_enter_different_students() -> None:
    sheet = save_edits(one("ada", i0="A"))
    merged = merge(sheet, one("bob", i0="C"), 0, ITEMS)
    assert not merged.clashes
    assert (cells(merged.sheet, "ada")[0], cells(merged.sheet, "bob")[0]) == ("A", "C")


def test_two_people_enter_different_items_of_one_student() -> None:
    merged = merge(save_edits(one(i0="A")), one(i2="C"), 0, ITEMS)
    assert not merged.clashes
    assert cells(merged.sheet) == ("A", "", "C")


def test_two_people_enter_the_same_item_alike() -> None:
    sheet = save_edits(one(i0="A"))
    assert merge(sheet, one(i0="A"), 0, ITEMS).sheet is sheet


def test_two_people_enter_different_answers_to_the_same_item() -> None:
    sheet = save_edits(one(i0="A"))
    merged = merge(sheet, one(i0="B", i1="C"), 0, ITEMS)
    assert merged.sheet is sheet
    assert whats_in_the_way(merged) == [("ada", 0)]


def test_a_person_who_has_seen_an_entry_may_correct_it() -> None:
    sheet = save_edits(one(i0="A"))
    assert cells(merge(sheet, one(i0="B"), 1, ITEMS).sheet)[0] == "B"


def test_a_removed_entry_is_not_filled_in_unseen() -> None:
    base = save_edits(one(i0="A"))
    cleared = save_edits(one(i0=""), sheet=base)
    assert whats_in_the_way(merge(cleared, one(i0="B"), base.version, ITEMS)) == [("ada", 0)]
    assert cells(merge(cleared, one(i0="B"), cleared.version, ITEMS).sheet)[0] == "B"


def test_nothing_is_filled_in_for_students_who_became_absent_meanwhile() -> None:
    absent = save_edits(one(status=StudentPresence.ABSENT))
    assert whats_in_the_way(merge(absent, one(i0="A"), 0, ITEMS)) == [("ada", None)]
    had = save_edits(one(i0="C"), one(status=StudentPresence.ABSENT))
    assert whats_in_the_way(merge(had, one(i0="A", i1="B"), 1, ITEMS)) == [
        ("ada", None),
        ("ada", 0),
    ]


def test_nobody_becomes_absent_who_has_results_meanwhile() -> None:
    merged = merge(save_edits(one(i0="A")), one(status=StudentPresence.ABSENT), 0, ITEMS)
    assert whats_in_the_way(merged) == [("ada", None)]


def test_two_key_versions_of_one_student_are_a_conflict() -> None:
    merged = merge(save_edits(one(form="B", i0="A")), one(form="C", i1="A"), 0, ITEMS)
    assert ("ada", None) in whats_in_the_way(merged)


def test_nothing_of_a_request_with_a_conflict_is_taken() -> None:
    sheet = save_edits(one(i0="A"))
    both = SheetEdits([*one("bob", i0="C").students, *one(i0="B").students])
    assert merge(sheet, both, 0, ITEMS).sheet is sheet


# -- the date ----------------------------------------------------------------------------------


def test_the_date_is_kept_by_later_entries() -> None:
    assert save_edits(SheetEdits(given="2026-09-14"), one(i0="A")).given == "2026-09-14"


def test_two_dates_are_a_conflict() -> None:
    sheet = save_edits(SheetEdits(given="2026-09-14"))
    assert merge(sheet, SheetEdits(given="2026-09-11"), 0, ITEMS).clashes == (SheetClash(),)
    assert merge(sheet, SheetEdits(given="2026-09-14"), 0, ITEMS).sheet is sheet
    assert merge(sheet, SheetEdits(given="2026-09-11"), 1, ITEMS).sheet.given == "2026-09-11"


def test_a_date_that_nobody_set_gives_way() -> None:
    sheet = save_edits(one(i0="A"))
    assert merge(sheet, SheetEdits(given="2026-09-11"), 0, ITEMS).sheet.given == "2026-09-11"


# -- in all orders, whatever they enter --------------------------------------------------------

CELL = st.sampled_from(["", "A", "B", "-", "=1"])
EDIT = st.builds(
    Edit,
    st.sampled_from(["ada", "bob", "cy"]),
    st.none() | st.sampled_from(StudentPresence),
    st.none() | st.sampled_from(["", "B"]),
    st.dictionaries(st.integers(0, ITEMS - 1), CELL, max_size=ITEMS),
)
LEFT_OUT = st.builds(
    LeftOut,
    st.just(()) | st.just(("ada",)),
    st.frozensets(st.integers(0, ITEMS - 1), max_size=1),
    st.booleans(),
)
EDITS = st.builds(
    SheetEdits,
    st.lists(EDIT, max_size=3, unique_by=lambda edit: edit.student),
    st.none() | st.sampled_from(["2026-09-11", "2026-09-14"]),
    st.just(LeftOut()) | LEFT_OUT,
)


def read_status(edit: Edit) -> StudentPresence | None:
    """Return the edit's status of the student, if any: a student with answers is present."""
    return StudentPresence.PRESENT if edit.implies_present else edit.status


def parts(sheet: Sheet, edits: SheetEdits) -> dict[tuple[str, object], object]:
    """Return the sheet's present values of everything that the edits name."""
    found: dict[tuple[str, object], object] = {}
    for edit in edits.students:
        row = sheet.by_student.get(edit.student) or blank(edit.student, ITEMS)
        found |= {(row.student, place): row.cells[place] for place in edit.cells}
        found |= {(row.student, "status"): row.status} if read_status(edit) else {}
        found |= {(row.student, "form"): row.form} if edit.form is not None else {}
    return found | ({("", "given"): sheet.given} if edits.given is not None else {})


def list_wanted(edits: SheetEdits) -> dict[tuple[str, object], object]:
    """Return the values that the edits want."""
    found: dict[tuple[str, object], object] = {}
    for edit in edits.students:
        found |= {(edit.student, place): cell for place, cell in edit.cells.items()}
        status = read_status(edit)
        found |= {(edit.student, "status"): status} if status else {}
        found |= {(edit.student, "form"): edit.form} if edit.form is not None else {}
    return found | ({("", "given"): edits.given} if edits.given is not None else {})


def is_filled(sheet: Sheet, edits: SheetEdits, student: str) -> bool:
    """No cell of a student who is named is empty, but for those that the edits speak of."""
    row = sheet.by_student.get(student) or blank(student, ITEMS)
    own = [place for edit in edits.students if edit.student == student for place in edit.cells]
    return all(cell or place in own for place, cell in enumerate(row.cells))


def is_there(sheet: Sheet, edits: SheetEdits, base: Sheet | None = None) -> bool:
    """Everything that the edits say is so, but for what was so at `base`: that changed nothing."""
    for each in edits.left_out.students:
        if not (is_filled(sheet, edits, each) or (base and is_filled(base, edits, each))):
            return False
    now, before = parts(sheet, edits), parts(base, edits) if base else {}
    return all(
        now[part] == value or (base is not None and before[part] == value)
        for part, value in list_wanted(edits).items()
    )


@given(st.lists(EDITS, max_size=3), st.lists(EDITS, min_size=2, max_size=3))
def test_nothing_accepted_is_lost_in_either_order(
    before: list[SheetEdits], writers: list[SheetEdits]
) -> None:
    """All saw the same sheet; in every order each is wholly there at the end, or was refused."""
    base = save_edits(*before)
    for order in permutations(writers):
        sheet, accepted = base, list[SheetEdits]()
        for edits in order:
            merged = merge(sheet, edits, base.version, ITEMS)
            if merged.clashes:
                assert merged.sheet is sheet
                assert not is_there(sheet, edits), "refused though it was there"
            else:
                accepted.append(edits)
                assert merged.sheet.version == sheet.version + (merged.sheet is not sheet)
                sheet = merged.sheet
        assert all(is_there(sheet, edits, base) for edits in accepted)
        assert order[0] in accepted, "the first has nobody to conflict with"


@given(st.lists(EDITS, max_size=3), EDITS, EDITS)
def test_the_order_of_two_decides_at_most_who_gets_the_conflict(
    before: list[SheetEdits], this: SheetEdits, that: SheetEdits
) -> None:
    """When neither is refused in one order, neither is in the other, and the sheets are alike.

    Leaving out an item for everybody skips a row that a colleague is entering: there a cell that
    neither of them names may stay empty.
    """
    base = save_edits(*before)
    wide = any(each.left_out.everything or each.left_out.places for each in (this, that))
    own = {(e.student, place) for some in (this, that) for e in some.students for place in e.cells}
    ends = [_both(base, first, second) for first, second in ((this, that), (that, this))]
    if all(ends):
        (a, b) = (end.rows if end else () for end in ends)
        free = (lambda *cell: cell not in own) if wide else (lambda *_: False)
        assert [_list_entered(row, free) for row in a] == [_list_entered(row, free) for row in b]


def _list_entered(row: StudentResults, free: Callable[[str, int], bool]) -> tuple[object, ...]:
    """Return what is entered; where it is free, left out and empty are alike."""
    cells = [
        "" if cell == "-" and free(row.student, place) else cell
        for place, cell in enumerate(row.cells)
    ]
    return row.student, row.status, row.form, cells


def _both(base: Sheet, first: SheetEdits, second: SheetEdits) -> Sheet | None:
    sheet = merge(base, first, base.version, ITEMS).sheet
    merged = merge(sheet, second, base.version, ITEMS)
    return None if merged.clashes else merged.sheet


@given(st.lists(EDITS, min_size=1, max_size=4), EDITS)
def test_a_person_who_has_seen_the_newest_is_never_refused(
    before: list[SheetEdits], edits: SheetEdits
) -> None:
    sheet = save_edits(*before)
    assert is_there(save_edits(edits, sheet=sheet), edits)


@given(st.lists(EDITS, max_size=3), EDITS)
def test_the_same_again_changes_nothing(before: list[SheetEdits], edits: SheetEdits) -> None:
    base = save_edits(*before)
    once = save_edits(edits, sheet=base)
    assert merge(once, edits, base.version, ITEMS).sheet is once


@pytest.mark.parametrize("base", [0, 1])
def test_filling_in_leaves_the_row_open_for_others(base: int) -> None:
    """Three at once each fill in their own item, two of them from a sheet that is older."""
    sheet = save_edits(one(i0="A"))
    for place, cell in ((1, "B"), (2, "C")):
        merged = merge(sheet, SheetEdits([Edit("ada", cells={place: cell})]), base, ITEMS)
        assert not merged.clashes
        sheet = merged.sheet
    assert cells(sheet) == ("A", "B", "C")
