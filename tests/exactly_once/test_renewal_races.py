"""Sheets are brought up to date while people work on them, in every order in which they can cross.

Nothing that was entered is lost, nobody is refused, and row and sheet agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from chalicelib.clock import instant
from chalicelib.processes.class_rows.totals import read_row
from chalicelib.wiring import services
from simulator.faults import Sending
from tests.exactly_once.classroom import in_every_order, saving
from tests.exactly_once.data_team import (
    begin_locking,
    enter,
    is_sealed,
    seal,
    seal_at_last,
    there,
)
from tests.exactly_once.renewed_sheets import (
    COUNTED,
    WHOLE,
    about_to_begin,
    all_renewed,
    every_sheet,
    feeds_as_it_is,
    go_on,
    sheet_of,
)
from tests.exactly_once.stack import DISTRICT, Cloud, Stack
from tests.support import sheets
from tests.support.corrected import correction
from tests.support.sheets import entering, student

Works = Callable[[Stack], Sequence[Callable[[], Any]]]
MOVED = {"up": 0, "down": 1, "unchanged": 1}
CY = entering(student("cy", one="B"))


def meeting(sending: Sending) -> bool:
    """Every write, and reads of sheets."""
    return saving(sending) or "SHEET#" in str(sending.params)


def every(cloud: Cloud, works: Works, check: Callable[[Stack, list[Any]], Any]) -> Counter[Any]:
    return Counter(check(*each) for each in in_every_order(cloud, works, meeting))


def test_a_teacher_saves_while_sheets_are_renewed_in_every_order() -> None:
    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [partial(enter, stack, CY, 1), go_on]

    def check(stack: Stack, outcomes: list[Any]) -> int:
        stack.settle()
        sheet = sheet_of(stack, "c1")
        assert sheet is not None
        assert (sheet.by_student["ada"], sheet.by_student["bob"]) == (COUNTED, WHOLE)
        assert sheet.by_student["cy"].cells == ("B", "", "", "")
        assert sheet.enrolled == 3
        feeds_as_it_is(stack)
        return int(outcomes[0].body["version"])

    versions = every(about_to_begin(1), works, check)
    assert versions.keys() == {2, 3}, "either may be first; a save leaves nothing to renew"


def test_a_correction_while_sheets_are_renewed_in_every_order() -> None:
    """The correction tells of the same students as without it: ada loses a level, bob keeps his."""

    def correct_key(stack: Stack) -> None:
        body = correction({"id": "one", "key": ["B"]})
        reply = stack.ask("POST", "/v1/assessments/TEST/corrections", body, key="k", version=2)
        assert reply.status == 202, reply
        while stack.receive("jobs"):
            pass

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        return [partial(correct_key, stack), go_on]

    def check(stack: Stack, _: list[Any]) -> tuple[int, ...]:
        stack.settle()
        sheet = sheet_of(stack, "c1")
        assert sheet is not None
        assert [row.earned for row in sheet.rows] == [("0", "0", "2", "4"), ("0", "1", "2", "1")]
        assert (sheet.scored.revision, sheet.enrolled) == (2, 3)
        feeds_as_it_is(stack)
        (known,) = stack.ask("GET", "/v1/assessments/TEST/corrections").body["items"]
        shown = stack.ask("GET", f"/v1/corrections/{known['id']}").body
        assert (shown["state"], shown["students"]) == ("done", MOVED)
        return (sheet.version,)

    assert every(about_to_begin(1), works, check)


def test_two_workers_renew_each_sheet_once_in_every_order() -> None:
    def check(stack: Stack, _: list[Any]) -> bool:
        stack.settle()
        all_renewed(stack)
        return True

    assert True in every(about_to_begin(2), lambda _: [go_on, go_on], check)


def test_an_import_that_ends_while_sheets_are_renewed_is_not_forgotten_in_any_order() -> None:
    """A student who comes to the class with it counts, however far the work is."""

    def works(stack: Stack) -> Sequence[Callable[[], Any]]:
        def end_import() -> None:
            table, work = services().table, services().renewal_work
            students = ("ada", "bob", "cy", "dan")
            table.commit(sheets.a_class(DISTRICT, students, ("tess", "cole")))
            table.commit(work.look_over(DISTRICT, instant(stack.now), ["c1"]))
            work.carry_on()

        return [end_import, go_on]

    def check(stack: Stack, _: list[Any]) -> int:
        stack.settle()
        found = {each.school_class: each for each in every_sheet(stack)}
        assert {name: each.enrolled for name, each in found.items()} == {"c1": 4, "c2": 3}
        assert all(each.rows == (COUNTED, WHOLE) for each in found.values())
        return found["c1"].version

    assert every(about_to_begin(2), works, check).keys() == {2, 3}


def test_sealing_while_sheets_are_renewed_in_every_order() -> None:
    """A sealed row has the totals of the sheet at that moment, and keeps them."""
    cloud = about_to_begin(1).copy()
    begin_locking(Stack(cloud))

    def check(stack: Stack, outcomes: list[Any]) -> bool:
        if not outcomes[0]:
            seal_at_last(stack)
        is_sealed(stack)
        before = there(stack).row
        stack.settle()
        assert there(stack).row == before
        sheet = sheet_of(stack, "c1")
        assert sheet is not None
        assert (sheet.rows, sheet.enrolled, sheet.feeds) == ((COUNTED, WHOLE), 3, ())
        scores = {each.student: each for each in read_row(before).scores.pre or ()}
        return scores["ada"].share is not None

    assert every(cloud, lambda _: [seal, go_on], check).keys() == {True, False}
