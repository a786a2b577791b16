"""Results are typed into the grid of a result sheet: by keyboard, quickly, and nothing is lost.

The stack is the simulator's, in this process, so that requests and units can be counted.
"""

from __future__ import annotations

import gzip
import random
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import pytest

from chalicelib.console.assets import FOLDER as STATIC
from chalicelib.rosters.model import Student
from tests.api.process_scene import TeamAtWork, expect_ok
from tests.browser.axe import find_faults
from tests.browser.entering import ALL_SAVED, find_cell
from tests.browser.served import WHO, Served, give_test, screen_of, serve, share_test

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page, Route


FAMILIES = ("Alvarez", "Begay", "Chen", "Featherstonehaugh-Lindqvist", "Garcia", "O'Brien & Söhne")
GIVEN = ("Ava", "Ben", "<script>alert(1)</script>", "Dilnoza", "مريم")
TABLE_UNITS, INDEX_UNITS = 4, 1
"""Of a save: the sheet and its record in the history, each twice as they are in one transaction;
the sheet's entry in the index of summaries."""
ONE_OF_EACH = ["single_choice", "true_false", "numeric", "multiple_choice", "points", "short_text"]


@pytest.fixture
def served(team: TeamAtWork) -> Iterator[Served]:
    with serve(team.world) as found:
        yield found


def students(count: int) -> tuple[Student, ...]:
    return tuple(
        Student(id=f"k{n:02}", given=GIVEN[n % len(GIVEN)], family=f"{FAMILIES[n % 6]} {n:02}")
        for n in range(count)
    )


def open_grid(chromium: Browser, served: Served, sheet: str, who: str = "mia") -> Page:
    page = served.open(chromium, screen_of(sheet), who)
    page.locator("table[role=grid]").wait_for()
    page.locator("table.grid td[tabindex='0']").focus()
    return page


def settle(page: Page) -> str:
    """Wait until everything is saved; return the message."""
    page.locator(ALL_SAVED).wait_for()
    return page.locator("#saved").inner_text()


def read_stored(team: TeamAtWork, sheet: str) -> dict[str, list[Any]]:
    found = expect_ok(team.mia.get(sheet)).body["students"]
    return {each["student_id"]: each["cells"] for each in found}


def acts(team: TeamAtWork, sheet: str) -> list[dict[str, Any]]:
    return list(expect_ok(team.mia.get(f"{sheet}/history?limit=200")).body["items"])


def read_row(page: Page, row: int) -> list[str]:
    return page.locator("table.grid tbody tr").nth(row).locator("td").all_inner_texts()


# -- a class, by keyboard alone --------------------------------------------------------------------


def test_a_class_is_entered_by_keyboard_alone_with_one_save_for_each_student(
    chromium: Browser, served: Served, team: TeamAtWork, note: list[str]
) -> None:
    sheet = give_test(team, ["single_choice"] * 20, students(30))
    page = open_grid(chromium, served, sheet)
    luck = random.Random(14)
    rows = sorted(read_stored(team, sheet))
    order = [str(each["student_id"]) for each in expect_ok(team.mia.get(sheet)).body["students"]]
    meant = {student: [luck.choice("ABCD") for _ in range(20)] for student in order}
    for student in order:
        for letter in meant[student]:
            page.keyboard.press(letter.lower())
            page.keyboard.press("Tab")
    said = settle(page)
    assert said.startswith("Saved ")
    assert rows == sorted(meant)
    assert read_stored(team, sheet) == {
        student: [{"response": letter} for letter in meant[student]] for student in order
    }
    saves = [dict(parse_qsl(save.body)) for save in served.saves]
    sent = Counter(
        text for save in served.saves for name, text in parse_qsl(save.body) if name == "student"
    )
    assert max(sent.values()) == 1, "a student's row is saved once"
    assert len(saves) <= 30
    assert {save.status for save in served.saves} == {200}
    first, *others = served.saves
    assert max(save.table for save in others) <= TABLE_UNITS
    assert max(save.index for save in others) <= INDEX_UNITS
    note.append(
        f"30 students x 20 items: {len(saves)} saves, "
        f"{sum(s.table for s in served.saves):g} write units and "
        f"{sum(s.index for s in served.saves):g} in indexes (the first {first.table:g})"
    )


# -- what it costs ---------------------------------------------------------------------------------

MOST_NODES, MOST_BYTES, MOST_PLAIN, MOST_SCRIPT = 4_000, 15_000, 200_000, 15_000
"""Elements of the page; bytes of the page, compressed and as it is; and of its own scripts."""
SLOWER = 6
TYPE = """async () => {
  let keys = 0;
  for (const letter of "abcdabcdabcdabcdabcd") for (const key of [letter, "ArrowUp"]) {
    const typed = new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true});
    document.activeElement.dispatchEvent(typed);
    keys += 1;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)));
  }
  return keys;
}"""
LAYERS = """() => {
  const found = (parts) => [...document.querySelectorAll(".grid tbody " + parts)].filter((part) => {
    const style = getComputedStyle(part);
    return style.contain !== "none" || style.overflowX !== "visible" || style.position !== "static";
  }).length;
  return {rows: found("tr"), cells: found(":is(th, td)")};
}"""
"""Which parts are laid out or painted as layers of their own: each costs something at each key."""
BARE = f"""<!doctype html>
<style>table {{ table-layout: fixed; width: 1px }} td {{ width: 2rem; height: 2rem }}</style>
<div style="height: 700px; overflow: auto">
<table>{("<tr>" + "<td tabindex=-1></td>" * 60) * 40}</table></div>
<script>
var row = 35;
function find() {{ return document.querySelector("table").rows[row].cells[50]; }}
document.addEventListener("keydown", function (event) {{
  if (event.key === "ArrowUp") {{ row -= 1; find().focus(); }} else find().textContent = event.key;
}});
find().focus();
</script>"""
"""A table of as many cells whose keys do nothing but write a letter and go up."""


def test_forty_students_by_sixty_items_stay_quick(
    chromium: Browser, served: Served, team: TeamAtWork, note: list[str]
) -> None:
    sheet = give_test(team, ["single_choice"] * 54 + ONE_OF_EACH, students(40))
    page = open_grid(chromium, served, sheet)
    page.locator(find_cell(35, 50)).click()
    nodes = page.evaluate("document.getElementsByTagName('*').length")
    assert nodes <= MOST_NODES
    html = page.request.get(page.url).body()
    assert len(html) <= MOST_PLAIN
    assert len(gzip.compress(html)) <= MOST_BYTES
    scripts = [(STATIC / name).read_bytes() for name in ("kept.js", "saving.js", "grid.js")]
    assert sum(len(gzip.compress(each)) for each in scripts) <= MOST_SCRIPT
    assert page.evaluate(LAYERS) == {"rows": 40, "cells": 80}, "its name and what is saved"
    grid = measure_keys(page)
    plain = page.context.new_page()
    plain.set_content(BARE)
    plain.mouse.move(400, 400)
    bare = measure_keys(plain)["Task"]
    parts = ", ".join(
        f"{grid[name]:.0f} {name.lower()}" for name in ("Script", "RecalcStyle", "Layout")
    )
    note.append(
        f"40 x 60 at CPU/{SLOWER}: a key is {grid['Task']:.0f} ms of work ({parts}, the rest "
        f"painting); in a bare table of as many cells {bare:.0f} ms; {nodes} elements"
    )


def measure_keys(page: Page) -> dict[str, float]:
    """Return the milliseconds of work for a key, at a sixth of the machine's speed.

    Counted is the time of the page's own thread, as other work on the machine does not lengthen it.
    """
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    before = read_work(session)
    keys = page.evaluate(TYPE)
    after = read_work(session)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    return {name: (after[name] - before[name]) / keys * 1000 for name in after}


def read_work(session: Any) -> dict[str, float]:
    """Return the seconds of the page's work: all, and of that scripts, style and layout."""
    found = session.send("Performance.getMetrics")["metrics"]
    ends = "Duration"
    return {
        each["name"].removesuffix(ends): float(each["value"])
        for each in found
        if each["name"].endswith(ends)
    }


# -- keys ------------------------------------------------------------------------------------------


def test_each_kind_of_item_is_typed_as_it_is_written(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ONE_OF_EACH, students(3))
    page = open_grid(chromium, served, sheet)
    for text in ("b", "f", "2,5", "db", "1,5"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.keyboard.type("/half *")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.cellIndex") == 2, "Enter goes to where Tab began"
    page.keyboard.type("-")
    page.keyboard.press("ArrowRight")
    page.keyboard.type("=0,5")
    page.keyboard.press("ArrowRight")
    page.keyboard.type("-3")
    page.keyboard.press("ArrowDown")
    settle(page)
    first, second, third = list(read_stored(team, sheet).values())
    assert first == [
        {"response": "B"},
        {"response": "false"},
        {"response": "2.5"},
        {"response": "BD"},
        {"points": "1.5"},
        {"response": "/half *"},
    ]
    assert second[:3] == [{"omitted": True}, {"points": "0.5"}, {"response": "-3"}]
    assert third == [None] * 6
    assert read_row(page, 0)[1:7] == ["B", "F", "2.5", "BD", "1.5", "/half *"]
    assert "of 9" in read_row(page, 0)[7], "the result is shown beside it"


def test_typing_replaces_f2_changes_and_escape_takes_back(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ONE_OF_EACH, students(2))
    page = open_grid(chromium, served, sheet)
    cell = page.locator(find_cell(0, 6))
    cell.click()
    page.keyboard.type("half")
    page.keyboard.press("Escape")
    assert cell.inner_text() == ""
    page.keyboard.type("half")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("F2")
    page.keyboard.press("Home")
    page.keyboard.type("a ")
    page.keyboard.press("Enter")
    assert cell.inner_text() == "a half"
    cell.click()
    page.keyboard.type("x")
    page.keyboard.press("ArrowDown")
    assert cell.inner_text() == "x"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Delete")
    page.keyboard.press("Control+z")
    assert cell.inner_text() == "x"
    page.keyboard.press("Control+z")
    assert cell.inner_text() == "a half"
    settle(page)
    assert read_stored(team, sheet)["k00"][5] == {"response": "a half"}


def test_an_undone_entry_leaves_nothing_to_save(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ONE_OF_EACH, students(2))
    page = open_grid(chromium, served, sheet)
    page.keyboard.press("c")
    page.locator("#saved:text-matches('^Not saved yet')").wait_for()
    page.keyboard.press("Delete")
    page.locator("#saved:text-is('')").wait_for(state="attached")
    assert served.saves == []


def test_one_key_makes_absent_exempt_or_leaves_the_rest_out(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ONE_OF_EACH, students(4))
    page = open_grid(chromium, served, sheet)
    for key in ("/", "ArrowDown", "*", "ArrowDown", "b", "_", "ArrowDown", "End", "Alt+/"):
        page.keyboard.press(key)
    page.keyboard.press("ArrowUp")
    settle(page)
    found = expect_ok(team.mia.get(sheet)).body["students"]
    assert [each["status"] for each in found] == ["absent", "exempt", "present", "absent"]
    assert found[2]["cells"] == [{"response": "B"}, *[{"omitted": True}] * 5]
    page.locator(find_cell(0, 1)).click()
    page.keyboard.press("a")
    settle(page)
    assert read_row(page, 0)[0] == "Present", "an answer makes an absent student present"
    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    settle(page)
    first = expect_ok(team.mia.get(sheet)).body["students"][0]
    assert (first["status"], first["cells"][0]) == ("absent", {"response": "A"})
    page.get_by_role("button", name="Undo").click()
    page.keyboard.press("ArrowDown")
    settle(page)
    assert expect_ok(team.mia.get(sheet)).body["students"][0]["status"] == "present"


def test_one_act_leaves_the_rest_of_the_sheet_out(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"] * 3, students(4))
    page = open_grid(chromium, served, sheet)
    for row, key in ((0, "B"), (1, "/"), (2, "C")):
        page.locator(find_cell(row, 1)).click()
        page.keyboard.press(key)
    page.get_by_role("button", name="Whole sheet's rest left out").click()
    settle(page)
    assert list(answers(team, sheet).values()) == [
        ["B", "-", "-"],
        ["", "", ""],
        ["C", "-", "-"],
        ["", "", ""],
    ]


def test_a_letter_may_move_right_automatically(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"] * 4 + ["true_false"], students(3))
    page = open_grid(chromium, served, sheet)
    page.get_by_label("Go right after a letter").check()
    page.locator(find_cell(0, 1)).click()
    page.keyboard.type("ABCDTDCBAF")
    settle(page)
    first, second, _ = list(read_stored(team, sheet).values())
    assert [each["response"] for each in first] == ["A", "B", "C", "D", "true"]
    assert [each["response"] for each in second] == ["D", "C", "B", "A", "false"]
    page.reload()
    assert page.get_by_label("Go right after a letter").is_checked()


def test_tab_leaves_the_sheet_at_its_ends(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    page = open_grid(chromium, served, give_test(team, ONE_OF_EACH, students(2)))
    page.keyboard.press("Control+End")
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.closest('table')")
    page.locator(find_cell(1, 2)).click()
    page.keyboard.press("Control+Home")
    page.keyboard.press("Home")
    page.keyboard.press("Shift+Tab")
    assert not page.evaluate("document.activeElement.closest('tbody')")


# -- from a spreadsheet ----------------------------------------------------------------------------

PASTE = """text => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const event = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
  document.activeElement.dispatchEvent(event);
}"""


def test_a_block_of_a_spreadsheet_is_pasted_in_one_save(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"] * 4, students(5))
    page = open_grid(chromium, served, sheet)
    page.evaluate(PASTE, "a\tb\tc\td\r\n\tA\t\t-\r\nD\tD\tD\t=1\r\n")
    settle(page)
    first, second, third, *_ = list(read_stored(team, sheet).values())
    assert [each["response"] for each in first] == ["A", "B", "C", "D"]
    assert second == [None, {"response": "A"}, None, {"omitted": True}]
    assert third[3] == {"points": "1"}
    assert len(served.saves) == 1
    page.keyboard.press("Control+z")
    settle(page)
    assert len(served.saves) == 2
    assert set(map(str, read_stored(team, sheet)["k00"])) == {"None"}
    for text, said in (
        ("A\tB\nC", "do not have the same number of columns"),
        ("A\tB\tC\tD\tA", "Columns that you pasted: 5. Columns from here on: 4."),
        ("A\n" * 6, "Rows that you pasted: 6. Students from here on: 5."),
        ("A\nZ", "Row 2, column 1: Enter a letter from A to D"),
    ):
        page.evaluate(PASTE, text)
        assert said in page.locator("#grid-said").inner_text()
        assert "Nothing was pasted" in page.locator("#grid-said").inner_text()
    assert len(served.saves) == 2


# -- bad connections -------------------------------------------------------------------------------


def test_a_connection_that_is_cut_at_any_request_loses_nothing_and_doubles_nothing(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    """Ten times, before the request arrives or after the server acted on it."""
    sheet = give_test(team, ["single_choice"] * 3, students(12))
    page = open_grid(chromium, served, sheet)
    luck = random.Random(3)
    cuts: list[str] = []

    def cut(route: Route) -> None:
        if route.request.method != "POST" or len(cuts) == 10 or luck.random() < 0.4:
            route.continue_()
            return
        cuts.append(luck.choice(("before", "after")))
        if cuts[-1] == "after":
            route.fetch()
        route.abort("connectionreset")

    page.route("**/sheets/**", cut)
    meant = {
        student: [luck.choice("ABCD") for _ in range(3)] for student in read_stored(team, sheet)
    }
    for row, letters in enumerate(meant.values()):
        page.locator(find_cell(row, 1)).click()
        for letter in letters:
            page.keyboard.press(letter)
            page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    for _ in range(40):
        page.evaluate("window.dispatchEvent(new Event('online'))")
        page.wait_for_timeout(150)
        if len(cuts) == 10 and page.locator(ALL_SAVED).count():
            break
        if len(cuts) < 10 and page.locator(ALL_SAVED).count():
            row = luck.randrange(12)
            student = list(meant)[row]
            meant[student][0] = "ABCD"["DABC".index(meant[student][0])]
            page.locator(find_cell(row, 1)).click()
            page.keyboard.press(meant[student][0])
            page.locator(find_cell((row + 1) % 12, 1)).click()
    settle(page)
    assert len(cuts) == 10
    assert set(cuts) == {"before", "after"}
    assert answers(team, sheet) == meant
    assert read_kept(page) == []
    done_twice = Counter((act["version"]) for act in acts(team, sheet))
    assert max(done_twice.values()) == 1


def test_without_a_connection_what_is_not_saved_is_shown_kept_and_sent_later(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"] * 3, students(4))
    page = open_grid(chromium, served, sheet)
    page.context.set_offline(offline=True)
    page.keyboard.type("B")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("C")
    page.keyboard.press("ArrowDown")
    page.locator("#saved", has_text="2 students are not saved: no connection").wait_for()
    first, second, third = (read_row(page, row)[-1] for row in range(3))
    assert (first.startswith("Not saved"), second.startswith("Not saved"), third) == (
        True,
        True,
        "",
    )
    (one, other) = read_kept(page)
    assert set(one) == {"tracker", "given", "student", "at", "typed", "was"}
    assert {one["student"], other["student"]} == {"k00", "k01"}
    assert list(one["typed"].values()) in (["B"], ["C"])
    page.context.set_offline(offline=False)
    settle(page)
    assert read_kept(page) == []
    assert answers(team, sheet)["k00"] == ["B", "", ""]
    assert answers(team, sheet)["k01"] == ["C", "", ""]
    assert len([save for save in served.saves if save.status == 200]) == 1, "both go together"


def test_the_next_page_sends_entries_that_a_closed_page_left(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"] * 3, students(4))
    page = open_grid(chromium, served, sheet)
    page.route("**/sheets/**", lambda route: route.abort())
    page.keyboard.type("B")
    page.keyboard.press("ArrowDown")
    page.locator("#saved", has_text="1 student is not saved").wait_for()
    page.once("dialog", lambda dialog: dialog.accept())
    page.unroute_all()
    page.goto(served.url + "/console/home")
    note = page.locator("#kept")
    assert "not saved yet" in note.inner_text()
    note.get_by_role("link").click()
    page.locator("table[role=grid]").wait_for()
    settle(page)
    assert answers(team, sheet)["k00"] == ["B", "", ""]
    assert read_kept(page) == []


def test_a_sign_in_that_ends_in_the_middle_of_typing_loses_nothing(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"] * 3, students(4))
    page = open_grid(chromium, served, sheet)
    served.expired.add("mia")
    page.keyboard.type("B")
    page.keyboard.press("ArrowDown")
    settle(page)
    assert answers(team, sheet)["k00"] == ["B", "", ""], "it is renewed on the way"
    served.gone.add("mia")
    page.keyboard.type("C")
    page.keyboard.press("ArrowDown")
    page.locator("#grid-stop", has_text="Your sign-in has ended").wait_for()
    assert page.locator("#grid-stop").get_by_role("link", name="Sign in").is_visible()
    page.keyboard.type("D")
    page.keyboard.press("ArrowDown")
    assert len(read_kept(page)) == 2
    served.gone.clear()
    page.once("dialog", lambda dialog: dialog.accept())
    page.reload()
    settle(page)
    assert answers(team, sheet)["k01"] == ["C", "", ""]
    assert answers(team, sheet)["k02"] == ["D", "", ""]


def answers(team: TeamAtWork, sheet: str) -> dict[str, list[str]]:
    found = read_stored(team, sheet)
    return {student: [answer_in(cell or {}) for cell in cells] for student, cells in found.items()}


def answer_in(cell: dict[str, Any]) -> str:
    return "-" if "omitted" in cell else str(cell.get("response", ""))


def read_kept(page: Page) -> list[dict[str, Any]]:
    """Return the results that the browser keeps."""
    return list(
        page.evaluate(
            "Object.entries(localStorage).filter(([name]) => name.startsWith('plumbline.sheet.'))"
            ".map(([, entry]) => JSON.parse(entry))"
        )
    )


# -- a shared computer -----------------------------------------------------------------------------


def test_another_person_on_the_computer_neither_sees_nor_sends_it(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"] * 3, students(4))
    page = open_grid(chromium, served, sheet)
    page.context.set_offline(offline=True)
    page.keyboard.type("B")
    page.keyboard.press("ArrowDown")
    page.locator("#saved", has_text="no connection").wait_for()
    page.context.set_extra_http_headers({WHO: "lena"})
    page.context.set_offline(offline=False)
    page.locator("table.grid").wait_for(state="detached")
    assert answers(team, sheet)["k00"] == ["", "", ""]
    page.goto(served.url + "/console/home")
    assert page.locator("#kept").is_hidden(), "not a word of it to Lena"
    page.context.set_extra_http_headers({WHO: "mia"})
    page.goto(served.url + "/console/home")
    assert page.locator("#kept").is_visible()
    page.goto(served.url + screen_of(sheet))
    settle(page)
    assert answers(team, sheet)["k00"] == ["B", "", ""]


def test_to_sign_out_asks_and_then_nothing_is_left(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"] * 3, students(4))
    page = open_grid(chromium, served, sheet)
    page.route("**/sheets/**", lambda route: route.abort())
    page.keyboard.type("B")
    page.keyboard.press("ArrowDown")
    page.locator("#saved", has_text="no connection").wait_for()
    other = page.context.new_page()
    other.goto(served.url + "/console/home")
    said: list[str] = []

    def refuse(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    other.once("dialog", refuse)
    other.locator(".account summary").click()
    other.get_by_role("button", name="Sign out").click()
    assert "not saved yet" in said[0]
    assert len(read_kept(other)) == 1
    other.once("dialog", lambda dialog: dialog.accept())
    served.gone.add("mia")
    page.unroute_all()
    other.get_by_role("button", name="Sign out").click()
    page.locator("table.grid").wait_for(state="detached")
    page.goto(served.url + "/console")
    assert read_kept(page) == []


def test_to_sign_out_on_the_sheet_itself_leaves_nothing(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"] * 3, students(4))
    page = open_grid(chromium, served, sheet)
    page.keyboard.type("B")
    assert len(read_kept(page)) == 1
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator(".account summary").click()
    page.get_by_role("button", name="Sign out").click()
    page.locator("table.grid").wait_for(state="detached")
    assert "POST /console/sign-out" in served.asked
    page.goto(served.url + "/console")
    assert read_kept(page) == []


PUT = """([name, days]) => {
  const entry = {at: Date.now() - days * 86400000, tracker: "t", given: "g"};
  localStorage.setItem(name, JSON.stringify(entry));
}"""


def test_entries_older_than_seven_days_are_gone(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    page = served.open(chromium, "/console/home")
    for days, person in ((6.9, "me"), (7.1, "me"), (7.1, "another")):
        page.evaluate(PUT, [f"plumbline.sheet.{person}.{days}", days])
    page.reload()
    names = page.evaluate("Object.keys(localStorage)")
    assert names == ["plumbline.sheet.me.6.9"]


# -- two teachers, and a file ----------------------------------------------------------------------


def type_answers(page: Page, typed: dict[tuple[int, int], str]) -> None:
    for (row, item), letter in typed.items():
        page.locator(find_cell(row, item)).click()
        page.keyboard.press(letter)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")


def decide(page: Page, button: str) -> int:
    """Decide every conflict in one way; return how many there were."""
    decided = 0
    found = page.locator("#grid-issues").get_by_role("button", name=button)
    while found.count():
        found.first.click()
        decided += 1
    return decided


def test_two_teachers_and_a_file_at_once_lose_nothing_unseen(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    """Held against a plain model: the file came first, Mia keeps hers, Noah takes the others'."""
    size, items = 8, 5
    sheet = give_test(team, ["single_choice"] * items, students(size))
    noahs = share_test(team, sheet)
    mia, noah = open_grid(chromium, served, sheet), open_grid(chromium, served, noahs, "noah")
    luck = random.Random(7)
    places = [(row, item) for row in range(size) for item in range(1, items + 1)]
    said: list[dict[tuple[int, int], str]] = [
        {place: luck.choice("ABCD") for place in luck.sample(places, 16)} for _ in range(3)
    ]
    by_file, by_mia, by_noah = said
    for row in {row for row, _ in by_file}:
        by_file = {(row, item): "-" for item in range(1, items + 1)} | by_file
    for page, typed in ((mia, by_mia), (noah, by_noah)):
        page.context.set_offline(offline=True)
        type_answers(page, typed)
        page.locator("#saved", has_text="no connection").wait_for()
    names = list(read_stored(team, sheet))
    lines = ["Student," + ",".join(map(str, range(1, items + 1)))]
    for row in sorted({row for row, _ in by_file}):
        found = [by_file[row, item].replace("-", "") for item in range(1, items + 1)]
        lines.append(",".join((names[row], *found)))  # an empty cell is an answer left out
    sent = {"csv": "\n".join(lines), "apply": True}
    with served.lock:
        expect_ok(team.mia.send("POST", f"{sheet}/response-files", sent, {"If-Match": '"0"'}))
    model = dict(by_file)
    met_by_mia = {place for place, text in by_mia.items() if model.get(place, text) != text}
    model |= by_mia
    met_by_noah = {place for place, text in by_noah.items() if model.get(place, text) != text}
    model = {**by_noah, **model}
    for page, button, met in (
        (mia, "Keep mine", met_by_mia),
        (noah, "Take the other", met_by_noah),
    ):
        page.context.set_offline(offline=False)
        page.evaluate("window.dispatchEvent(new Event('online'))")
        page.locator("#grid-issues").wait_for()
        assert page.locator(".grid [aria-invalid]").count() == len(met)
        assert decide(page, button) == len(met) > 0
        page.locator("form[data-waits='0']").wait_for()
        assert read_kept(page) == []
    now = answers(team, sheet)
    assert {
        (row, item): now[names[row]][item - 1] for row, item in places if now[names[row]][item - 1]
    } == model


def test_cells_beside_each_other_are_merged_without_a_word(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    """Also where the colleague overwrote what stood beside it, which the API alone refuses."""
    sheet = give_test(team, ["single_choice"] * 3, students(3))
    page = open_grid(chromium, served, sheet)
    page.keyboard.type("A")
    page.keyboard.press("ArrowDown")
    settle(page)
    enter(served, team, sheet, "k00", {1: "B"})
    page.locator(find_cell(0, 2)).click()
    page.keyboard.type("C")
    page.keyboard.press("ArrowDown")
    settle(page)
    assert answers(team, sheet)["k00"] == ["B", "C", ""]
    assert read_row(page, 0)[1:3] == ["B", "C"]
    assert page.locator("#grid-issues").is_hidden()


def test_a_colleagues_entry_appears_after_a_while(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"] * 3, students(3))
    page = served.open(chromium, "/console/home")
    page.clock.install()
    page.goto(served.url + screen_of(sheet))
    page.locator("table[role=grid]").wait_for()
    enter(served, team, sheet, "k02", {3: "D"})
    page.clock.run_for(46_000)
    page.locator(f"{find_cell(2, 3)}:text('D')").wait_for()
    before = len(served.asked)
    page.clock.run_for(46_000)
    page.wait_for_timeout(300)
    assert served.asked[before:] == [f"GET {screen_of(sheet)}"]


def test_a_student_made_absent_meanwhile_is_decided_by_the_person(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice"] * 3, students(3))
    page = open_grid(chromium, served, sheet)
    for keep in (True, False):
        row = 0 if keep else 1
        page.locator(find_cell(row, 1)).click()
        page.keyboard.type("A")
        body = {"students": [{"student_id": f"k0{row}", "status": "absent"}]}
        with served.lock:
            expect_ok(team.mia.patch(sheet, body, etag=expect_ok(team.mia.get(sheet)).etag))
        page.keyboard.press("Home")
        page.locator(find_cell(2, 1)).click()
        page.locator("#grid-issues", has_text="Now Absent. You typed answers.").wait_for()
        name = "Keep mine" if keep else "Leave it, and drop my answers"
        page.locator("#grid-issues").get_by_role("button", name=name).click()
        page.locator("#grid-issues").wait_for(state="hidden")
        page.locator(find_cell(2, 1)).click()
        page.locator("form[data-waits='0']").wait_for()
    found = expect_ok(team.mia.get(sheet)).body["students"]
    assert [each["status"] for each in found] == ["present", "absent", "present"]
    assert [each["cells"][0] for each in found] == [{"response": "A"}, None, None]


def enter(
    served: Served, team: TeamAtWork, sheet: str, student: str, answers_: dict[int, str]
) -> None:
    """Have a colleague enter something by the API."""
    scores = [{"item_id": item, "response": text} for item, text in answers_.items()]
    body = {"students": [{"student_id": student, "scores": scores}]}
    with served.lock:
        expect_ok(team.mia.patch(sheet, body, etag=expect_ok(team.mia.get(sheet)).etag))


# -- what a screen reader says --------------------------------------------------------------------


def test_the_accessibility_tree_gives_each_cell_row_column_value_and_error(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ["single_choice", "points"], students(3), forms=True)
    page = open_grid(chromium, served, sheet)
    for text, key in (
        ("B", "Tab"),
        ("1.5", "Enter"),
        ("=0.5", "Tab"),
        ("-", "Enter"),
        ("Z", "Tab"),
    ):
        page.keyboard.type(text)
        page.keyboard.press(key)
    page.keyboard.type("9")
    page.keyboard.press("Enter")
    page.locator(find_cell(0, 2)).click()
    page.locator(".grid [aria-invalid]").nth(1).wait_for()
    rows = read_grid(page)
    heads = ["Student", "Status", "Form", "1", "2", "Result", "Saved"]
    assert [each["name"] for each in rows[0]] == heads
    assert {each["role"] for each in rows[0]} == {"columnheader"}
    for row, student in zip(rows[1:], students(3), strict=True):
        assert len(row) == len(heads)
        assert row[0]["role"] == "rowheader"
        assert row[0]["name"] == f"{student.family}, {student.given}"
        assert {each["role"] for each in row[1:]} == {"gridcell"}
        assert [each["name"] for each in row[1:3]] == ["Present", "A"]
    assert [each["name"] for each in rows[1][3:5]] == ["B", "1.5"]
    assert [each["name"] for each in rows[2][3:5]] == ["0.5 points by hand", "left out"]
    assert [each["name"] for each in rows[3][3:5]] == ["Z", "9"]
    assert [each["invalid"] for each in rows[3][3:5]] == ["true", "true"]
    assert "Enter a letter from A to D" in rows[3][3]["description"]
    assert "4" in rows[3][4]["description"]
    assert [each["invalid"] for each in rows[1][3:5]] == ["false", "false"]
    assert rows[1][-1]["name"] == "Saved"
    assert rows[3][-1]["name"] == "Not saved: check"


def read_grid(page: Page) -> list[list[dict[str, str]]]:
    """Return the rows of the grid as a screen reader gets them."""
    session = page.context.new_cdp_session(page)
    nodes = {n["nodeId"]: n for n in session.send("Accessibility.getFullAXTree")["nodes"]}

    def below(node: dict[str, Any], *roles: str) -> Iterator[dict[str, Any]]:
        for each in (nodes[one] for one in node.get("childIds", ()) if one in nodes):
            if each.get("role", {}).get("value") in roles:
                yield each
            else:
                yield from below(each, *roles)

    def describe_node(node: dict[str, Any]) -> dict[str, str]:
        known = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
        return {
            "role": node["role"]["value"],
            "name": str(node.get("name", {}).get("value", "")),
            "description": str(node.get("description", {}).get("value", "")),
            "invalid": str(known.get("invalid", "false")),
        }

    (grid,) = (n for n in nodes.values() if n.get("role", {}).get("value") == "grid")
    cells = ("columnheader", "rowheader", "gridcell")
    return [[describe_node(cell) for cell in below(row, *cells)] for row in below(grid, "row")]


def test_axe_finds_no_fault_with_answers_errors_and_conflicts(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ONE_OF_EACH, students(8), forms=True)
    page = open_grid(chromium, served, sheet)
    assert find_faults(page) == []
    page.locator(find_form(0)).click()
    page.keyboard.press("b")
    page.locator(find_form_item(0, 1)).click()
    page.keyboard.type("Z")
    page.locator(find_form_item(1, 1)).click()
    page.locator("#grid-issues li").wait_for()
    page.keyboard.type("A")
    enter(served, team, sheet, list(read_stored(team, sheet))[1], {1: "C"})
    page.locator(find_form_item(2, 2)).click()
    page.keyboard.press("/")
    page.locator(find_form_item(3, 6)).click()
    page.keyboard.press("F2")
    page.locator("#grid-issues li").nth(1).wait_for()
    page.locator("details.fold summary", has_text="Keys").click()
    assert find_faults(page) == []
    assert expect_ok(team.mia.get(sheet)).body["students"][0]["version"] == "B"
    assert not page.locator("main script").count()


def test_axe_finds_no_fault_with_a_sheets_file_and_its_history(
    chromium: Browser, served: Served, team: TeamAtWork
) -> None:
    sheet = give_test(team, ONE_OF_EACH, students(3), forms=True)
    enter(served, team, sheet, "k00", {1: "C"})
    page = served.open(chromium, f"{screen_of(sheet)}/file")
    rows = "Student,1,2,Form\nk01,B,T,B\nk02,Z,,A\nnobody,A,T,A\n"
    page.get_by_label("Rows", exact=True).fill(rows)
    page.get_by_role("button", name="Check the file").click()
    page.get_by_role("button", name="Enter the results").wait_for()
    assert find_faults(page) == []
    page.goto(f"{served.url}{screen_of(sheet)}/history?row=1&item=1")
    assert page.get_by_role("table").count() == 1
    assert find_faults(page) == []


def find_form(row: int) -> str:
    """Return the cell with the printed form of a student, where there are several forms."""
    return find_cell(row, 1)


def find_form_item(row: int, item: int) -> str:
    """Return the cell of an item, where there are several forms."""
    return find_cell(row, item + 1)
