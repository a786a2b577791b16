"""Mishaps while typing results: slips, clumsy pastes, and changes of the class."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

import pytest

from tests.api.finishing import FinishedTeam
from tests.api.process_scene import TeamAtWork, expect_ok
from tests.browser.entering import find_cell
from tests.browser.served import Served, give_test, screen_of, serve
from tests.browser.test_typing_results import (
    ONE_OF_EACH,
    PASTE,
    answers,
    enter,
    open_grid,
    read_kept,
    read_row,
    settle,
    students,
)
from tests.support import classrooms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

    from tests.support.world import World

TITLE = "Mathematics 3, period 2"


@pytest.fixture
def served(team: TeamAtWork) -> Iterator[Served]:
    with serve(team.world) as found:
        yield found


def read_message(page: Page) -> str:
    return page.locator("#grid-said").inner_text()


def status(team: TeamAtWork, sheet: str, row: int) -> str:
    return str(expect_ok(team.mia.get(sheet)).body["students"][row]["status"])


# -- taking back -----------------------------------------------------------------------------------


def test_a_save_does_not_undo_a_colleagues_change(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"] * 3, students(3))
    page = open_grid(chromium, served, sheet)
    page.keyboard.type("A")
    page.keyboard.press("ArrowDown")
    settle(page)
    enter(served, team, sheet, "k00", {1: "C"})
    page.keyboard.type("B")
    page.keyboard.press("ArrowUp")
    settle(page)
    assert read_row(page, 0)[1] == "C"
    page.keyboard.press("Control+z")
    assert read_message(page) == "Taken back."
    page.keyboard.press("Control+z")
    assert "changed since by somebody else" in read_message(page)
    page.keyboard.press("ArrowDown")
    settle(page)
    assert [row[0] for row in answers(team, sheet).values()] == ["C", "", ""]


def test_to_take_an_answer_back_makes_an_absent_student_absent_again(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"] * 3, students(3))
    page = open_grid(chromium, served, sheet)
    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    settle(page)
    page.keyboard.press("ArrowUp")
    page.keyboard.type("B")
    page.keyboard.press("ArrowDown")
    settle(page)
    assert status(team, sheet, 0) == "present"
    page.keyboard.press("Control+z")
    page.keyboard.press("ArrowDown")
    settle(page)
    assert status(team, sheet, 0) == "absent"
    assert answers(team, sheet)["k00"] == ["", "", ""]


# -- pasting and composing -------------------------------------------------------------------------


def test_cells_are_pasted_as_spreadsheets_copy_them(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    """With line breaks and quotes in a cell, and empty rows and columns after the last answer."""
    sheet = give_test(team, ["short_text"] * 2, students(3))
    page = open_grid(chromium, served, sheet)
    page.evaluate(PASTE, '"one\nline"\t"she said ""half"""\t\t\r\nthree\tfour\t\t\r\n\t\t\t\r\n')
    assert read_message(page) == "Pasted 4 answers."
    settle(page)
    assert list(answers(team, sheet).values()) == [
        ["one line", 'she said "half"'],
        ["three", "four"],
        ["", ""],
    ]


def test_a_block_is_pasted_also_while_a_cell_is_being_changed(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"] * 2, students(2))
    page = open_grid(chromium, served, sheet)
    page.keyboard.press("F2")
    page.evaluate(PASTE, "A\tB\nC\tD\n")
    settle(page)
    assert list(answers(team, sheet).values()) == [["A", "B"], ["C", "D"]]


def test_a_composition_begins_in_the_cell_and_ends_with_its_text(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    """As with a Japanese keyboard, or an accent that is typed before its letter."""
    sheet = give_test(team, ["short_text"] * 2, students(2))
    page = open_grid(chromium, served, sheet)
    page.keyboard.type("old")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    keyboard = page.context.new_cdp_session(page)
    begins = {"type": "rawKeyDown", "key": "Process", "windowsVirtualKeyCode": 229, "code": "KeyN"}
    keyboard.send("Input.dispatchKeyEvent", begins)
    page.keyboard.press("ArrowDown")
    assert read_row(page, 0)[1] == "old", "nothing was composed"
    page.keyboard.press("ArrowUp")
    keyboard.send("Input.dispatchKeyEvent", begins)
    composed = {"text": "にほん", "selectionStart": 3, "selectionEnd": 3}
    keyboard.send("Input.imeSetComposition", composed)
    keyboard.send("Input.insertText", {"text": "日本"})
    page.keyboard.press("Enter")
    settle(page)
    assert answers(team, sheet)["k00"] == ["日本", ""]


def test_a_tap_opens_the_field_of_each_cell(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"] * 2, students(3))
    size = {"width": 360, "height": 740}
    page = served.open(chromium, screen_of(sheet), has_touch=True, is_mobile=True, viewport=size)
    page.locator("table[role=grid]").wait_for()
    for row, letter in enumerate("BC"):
        page.locator(find_cell(row, 1)).tap()
        assert page.evaluate("document.activeElement.tagName") == "INPUT"
        page.keyboard.type(letter)
    page.locator("table.grid tbody tr:nth-child(3) td:nth-child(2)").tap()
    page.locator("table.grid tbody tr:nth-child(3) select").select_option("absent")
    page.locator(find_cell(0, 2)).tap()
    settle(page)
    assert [row[0] for row in answers(team, sheet).values()] == ["B", "C", ""]
    assert status(team, sheet, 2) == "absent"
    page.get_by_label("Go right after a letter").check()
    page.locator(find_cell(0, 1)).tap()
    page.keyboard.press("Backspace")
    page.keyboard.type("dcab")
    page.keyboard.press("Enter")
    settle(page)
    assert list(answers(team, sheet).values())[:2] == [["D", "C"], ["A", "B"]]


# -- leaving the sheet by keyboard -----------------------------------------------------------------


def test_the_buttons_and_the_history_of_an_answer_are_reached_from_its_cell(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"] * 3, students(3))
    page = open_grid(chromium, served, sheet)
    for key in ("ArrowDown", "ArrowRight", "b", "Escape", "Tab"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.dataset.gridAct") == "absent"
    page.keyboard.press("Enter")
    settle_at = "[document.activeElement.parentNode.rowIndex, document.activeElement.cellIndex]"
    assert page.evaluate(settle_at) == [2, 3], "the answer that one was at"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    settle(page)
    assert status(team, sheet, 1) == "absent"
    page.keyboard.press("Shift+F2")
    page.wait_for_url("**/history?row=2&item=2")
    assert "1 answer" in page.locator("main table").inner_text()


# -- what is corrected -----------------------------------------------------------------------------


def test_how_far_the_class_is_keeps_its_sign(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"], students(1))
    page = open_grid(chromium, served, sheet)
    page.keyboard.press("b")
    page.keyboard.press("Escape")
    page.locator("#entered", has_text="1 of 1 students entered.").wait_for()
    drawn = page.locator("#entered .state").evaluate("state => state.outerHTML")
    page.reload()
    assert page.locator("#entered .state").evaluate("state => state.outerHTML") == drawn


def test_an_answer_that_was_refused_is_saved_as_soon_as_it_is_corrected(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["numeric", "points"], students(3))
    page = open_grid(chromium, served, sheet)
    page.keyboard.type("many")
    page.keyboard.press("ArrowDown")
    page.locator("#grid-issues li").wait_for()
    page.keyboard.press("ArrowUp")
    page.keyboard.type("7")
    page.keyboard.press("ArrowDown")
    settle(page)
    assert answers(team, sheet)["k00"][0] == "7"


@pytest.mark.parametrize(("key", "after"), [("c", "C"), ("Delete", "")])
def test_an_answer_that_was_saved_without_a_word_is_no_colleagues(
    chromium: Browser, served: Served, team: TeamAtWork, key: str, after: str
) -> None:
    """The server saves it, the answer is lost, and the person types another letter, or none."""
    sheet = give_test(team, ["single_choice"], students(2))
    page = open_grid(chromium, served, sheet)

    def lose(route: Route) -> None:
        route.fetch()
        route.abort("connectionreset")

    page.route("**/sheets/**", lose, times=1)
    page.keyboard.press("a")
    page.keyboard.press("ArrowDown")
    page.locator("#saved", has_text="no connection").wait_for()
    assert answers(team, sheet)["k00"] == ["A"]
    page.keyboard.press("ArrowUp")
    page.keyboard.press(key)
    page.keyboard.press("ArrowDown")
    settle(page)
    assert page.locator("#grid-issues").is_hidden()
    assert answers(team, sheet)["k00"] == [after]


def test_two_statuses_of_one_student_are_shown_as_statuses(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"], students(3))
    page = open_grid(chromium, served, sheet)
    for row, button in ((0, "Keep mine"), (1, "Take the other")):
        page.locator(find_cell(row, 1)).click()
        page.keyboard.press("/")
        body = {"students": [{"student_id": f"k0{row}", "status": "exempt"}]}
        with served.lock:
            expect_ok(team.mia.patch(sheet, body, etag=expect_ok(team.mia.get(sheet)).etag))
        page.locator(find_cell(2, 1)).click()
        issues = page.locator("#grid-issues")
        issues.get_by_text("Yours: Absent. Entered meanwhile: Exempt.").wait_for()
        issues.get_by_role("button", name=button, exact=True).click()
        page.locator("form[data-waits='0']").wait_for()
    assert [status(team, sheet, row) for row in range(3)] == ["absent", "exempt", "present"]


def test_an_answer_of_a_student_that_a_colleague_made_exempt_needs_a_decision(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    """Absent before: the answer would have made them present without a question."""
    sheet = give_test(team, ["single_choice"], students(2))
    page = open_grid(chromium, served, sheet)
    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    settle(page)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("b")
    body = {"students": [{"student_id": "k00", "status": "exempt"}]}
    with served.lock:
        expect_ok(team.mia.patch(sheet, body, etag=expect_ok(team.mia.get(sheet)).etag))
    page.keyboard.press("ArrowDown")
    issues = page.locator("#grid-issues")
    issues.get_by_text("Now Exempt. You typed answers.").wait_for()
    assert status(team, sheet, 0) == "exempt"
    issues.get_by_role("button", name="Keep mine", exact=True).click()
    settle(page)
    assert status(team, sheet, 0) == "present"
    assert answers(team, sheet)["k00"] == ["B"]


# -- the date --------------------------------------------------------------------------------------


def list_sent_days(served: Served) -> list[str]:
    return [text for save in served.saves for name, text in parse_qsl(save.body) if name == "given"]


def test_a_date_is_sent_once_it_is_typed_whole(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"], students(2))
    page = open_grid(chromium, served, sheet)
    page.locator("#given").focus()
    page.keyboard.type("09112026", delay=40)
    page.keyboard.press("Tab")
    settle(page)
    assert list_sent_days(served) == ["2026-09-11"]
    assert expect_ok(team.mia.get(sheet)).body["given_date"] == "2026-09-11"


def test_a_date_that_cannot_be_is_complained_of_until_it_is_corrected(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"], students(2))
    page = open_grid(chromium, served, sheet)
    day, note = page.locator("#given"), page.locator("#grid-stop")
    day.fill("2026-10-20")
    day.blur()
    note.get_by_text("cannot be dated after today").wait_for()
    day.fill("2026-09-11")
    day.blur()
    settle(page)
    assert note.is_hidden()
    day.fill("")
    day.blur()
    assert day.input_value() == "2026-09-11", "a test that was given has a date"


def test_a_date_that_a_colleague_changed_is_not_overwritten_unseen(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"], students(2))
    page = open_grid(chromium, served, sheet)
    with served.lock:
        expect_ok(team.mia.patch(sheet, {"given_date": "2026-09-02"}, etag='"0"'))
    day = page.locator("#given")
    day.fill("2026-09-03")
    day.blur()
    page.get_by_text("The date was changed to 2026-09-02 after you opened this sheet.").wait_for()
    assert day.input_value() == "2026-09-02"
    assert expect_ok(team.mia.get(sheet)).body["given_date"] == "2026-09-02"
    day.fill("2026-09-03")
    day.blur()
    settle(page)
    assert page.locator("#grid-stop").is_hidden()
    assert expect_ok(team.mia.get(sheet)).body["given_date"] == "2026-09-03"


KEEP = """([who, window, seconds, entry]) => {
  const kept = {...entry, at: Date.now() - 1000 * seconds};
  localStorage.setItem(`plumbline.sheet.${who}.${window}.0`, JSON.stringify(kept));
}"""


def test_the_later_of_two_closed_pages_counts(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"], students(2))
    item = expect_ok(team.mia.get(sheet)).body["items"][0]["id"]
    *_, tracker, _, given = sheet.split("/")
    page = served.open(chromium, "/console/home")
    who = page.evaluate("document.body.dataset.person")
    for window, seconds, letter in (("a", 5, "C"), ("b", 60, "A")):
        entry = {"tracker": tracker, "given": given, "student": "k00"}
        typed = {"typed": {item: letter}, "was": {item: ""}}
        page.evaluate(KEEP, [who, window, seconds, {**entry, **typed}])
    page.goto(served.url + screen_of(sheet))
    page.locator("table[role=grid]").wait_for()
    settle(page)
    assert answers(team, sheet)["k00"] == ["C"]
    assert read_kept(page) == []


# -- how it looks ----------------------------------------------------------------------------------

SEEN = """() => {
  const cell = document.activeElement, box = cell.getBoundingClientRect();
  const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  return Boolean(top) && (top === cell || cell.contains(top));
}"""


@pytest.mark.parametrize("size", [(1280, 500), (360, 640)])
def test_the_cell_that_one_is_at_is_never_behind_a_frozen_one(
    chromium: Browser, served: Served, team: TeamAtWork, size: tuple[int, int]
) -> None:
    sheet = give_test(team, ["single_choice"] * 25 + ["short_text"] * 2, students(12))
    page = served.open(chromium, screen_of(sheet), viewport={"width": size[0], "height": size[1]})
    page.locator("table[role=grid]").wait_for()
    page.locator("table.grid td[tabindex='0']").focus()
    walk = ["ArrowRight"] * 26 + ["ArrowDown"] * 11 + ["ArrowLeft"] * 26 + ["ArrowUp"] * 11
    hidden = []
    for key in (*walk, "Control+End", "Control+Home"):
        page.keyboard.press(key)
        if not page.evaluate(SEEN):
            hidden.append(page.evaluate("document.activeElement.cellIndex"))
    assert hidden == []


def test_in_forced_colors_the_current_tab_is_distinct(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    page = served.open(chromium, f"/console/trackers/{team.trackers['c2']}", forced_colors="active")
    border = "a => getComputedStyle(a).borderBottomColor"
    current, other = (
        page.locator(f".tabs a{which}").first.evaluate(border)
        for which in ("[aria-current]", ":not([aria-current])")
    )
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert current != background
    assert other == background


# -- a file ----------------------------------------------------------------------------------------


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"], students(2))
    page = served.open(chromium, screen_of(sheet) + "/file")
    large = {"name": "scan.csv", "mimeType": "text/csv", "buffer": b"k00,B\n" * 2_000_000}
    page.locator("#picker").set_input_files(large)  # type: ignore[arg-type]
    page.get_by_text("This file is too large.").wait_for()
    assert page.locator("#file").input_value() == ""
    small = {"name": "scan.csv", "mimeType": "text/csv", "buffer": b"Student,1\nk00,B\n"}
    page.locator("#picker").set_input_files(small)  # type: ignore[arg-type]
    page.wait_for_function("document.getElementById('file').value")
    assert page.locator("#picker-large").is_hidden()
    page.get_by_role("button", name="Check the file").click()
    page.get_by_role("button", name="Enter the results").click()
    page.wait_for_url("**done=**")
    assert answers(team, sheet)["k00"] == ["B"]


# -- the class, the tracker and the teacher change -------------------------------------------------


def test_a_student_who_left_keeps_nobody_elses_answers_back(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"] * 2, students(3))
    page = open_grid(chromium, served, sheet)
    with served.lock:
        name = expect_ok(team.mia.get(sheet)).body["class_id"]
        here = students(4)[1:]
        classrooms.a_class(team.world, name, "mia", "noah", title=TITLE, students=here)
    for letter in "AB":
        page.keyboard.type(letter)
        page.keyboard.press("ArrowDown")
    page.locator("#grid-issues", has_text="This student is not in the class").wait_for()
    page.locator("#grid-stop", has_text="The students of this class have changed").wait_for()
    page.locator("form[data-waits='1']").wait_for()
    assert answers(team, sheet)["k01"] == ["B", ""]
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("link", name="Load the page again").click()
    page.locator(f"{find_cell(2, 1)}:visible").wait_for()
    assert "1 answer that this browser kept" in read_message(page)
    assert read_kept(page) == []


def test_a_process_that_is_locked_while_somebody_types_is_named(
    chromium: Browser, world: World
) -> None:
    team = world.scene(FinishedTeam)
    with serve(team.world) as served:
        tests = served.open(chromium, f"/console/processes/{team.process}?tab=pre-test")
        address = tests.locator("main a[href*='/sheets/']").first.get_attribute("href")
        page = served.open(chromium, str(address))
        page.locator(find_cell(0, 1)).click()
        page.keyboard.press("c")
        page.keyboard.press("ArrowDown")
        settle(page)
        assert page.locator("#grid-stop").is_hidden()
        with served.lock:
            team.lock_and_settle()
        page.keyboard.press("c")
        page.keyboard.press("ArrowDown")
        page.locator("#grid-stop", has_text="but no longer in the Mastery Process").wait_for()
        settle(page)


def test_a_person_who_lost_the_class_reads_why_and_can_delete_waiting_entries(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ONE_OF_EACH, students(3))
    page = open_grid(chromium, served, sheet)
    with served.lock:
        name = expect_ok(team.mia.get(sheet)).body["class_id"]
        classrooms.a_class(team.world, name, "noah", title=TITLE, students=students(3))
    page.keyboard.type("B")
    page.keyboard.press("ArrowDown")
    page.locator("#grid-stop", has_text="you do not have access to it").wait_for()
    page.locator("#saved", has_text="1 student is not saved.").wait_for()
    assert read_row(page, 0)[-1] == "Not saved"
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(served.url + "/console/home")
    note = page.locator("#kept")
    assert note.is_visible()
    note.get_by_role("button", name="Delete them").click()
    assert note.is_hidden()
    assert read_kept(page) == []
