"""The data of a result sheet's grid, and the answers to its saves: JSON by the form's way."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest

from chalicelib.acts import Caller, Role
from chalicelib.console.result_sheets import save_sheet, show_sheet
from tests.api.process_scene import TeamAtWork
from tests.console.test_plain_sheets import HOSTILE, cells, screen_of
from tests.support.browser import Browser, ShownPage, list_calls_as, list_calls_for
from tests.support.world import DISTRICT

JSON = {"accept": "application/json", "hx-request": "true"}


def cells_of(shown: ShownPage) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shown.text)
    return found


def grid_of(shown: ShownPage) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(str(shown.one("form[data-grid]")["data-grid"]))
    return found


def save(
    browser: Browser,
    sheet: str,
    grid: dict[str, Any],
    typed: dict[str, dict[str, str]],
    **fields: str,
) -> ShownPage:
    """Send what the script sends: of each student what stood there, and what was typed."""
    rows = dict(zip(grid["students"], grid["rows"], strict=True))
    known = {"person": grid["person"], "version": str(grid["version"]), "first": "1"}
    pairs = list({**known, "assessment_version": str(grid["assessment"]), **fields}.items())
    for n, (student, changes) in enumerate(typed.items()):
        pairs += [("student", student), ("was", rows[student][0])]
        names = {"status": f"s{n}", "form": f"f{n}"}
        pairs += [(names.get(name, f"{n}.{name}"), text) for name, text in changes.items()]
    return browser.send("POST", screen_of(sheet), urlencode(pairs).encode(), JSON)


def open_grid(name: str, sheet: str) -> tuple[Browser, dict[str, Any]]:
    browser = Browser().sign_in_as(name)
    return browser, grid_of(browser.open(screen_of(sheet)))


def test_the_page_has_what_the_grid_needs_and_no_name_in_it(team: TeamAtWork, sheet: str) -> None:
    _, grid = open_grid("mia", sheet)
    assert grid["students"] == [f"c2s{n}" for n in range(4)]
    assert [item[1:] for item in grid["items"]] == [
        ["letter", 3],
        ["truth", 0],
        ["number", 0],
    ]
    assert grid["rows"] == [["present\tA\t\t\t", None]] * 4
    assert (grid["version"], grid["forms"], grid["given"]) == (1, ["A"], "")
    assert "Zimmer" not in json.dumps(grid)


def test_a_save_of_one_student_answers_with_the_whole_sheet(team: TeamAtWork, sheet: str) -> None:
    browser, grid = open_grid("mia", sheet)
    shown = save(browser, sheet, grid, {"c2s0": {"1": "b", "2": "T", "3": "1,5"}})
    assert (shown.status, shown.headers["Content-Type"]) == (200, "application/json")
    saved = cells_of(shown)
    assert saved["rows"][0] == ["present\tA\tB\tT\t1.5", ["3.5", "4", "87.5", "Mastery"]]
    assert (saved["version"], saved["entered"], saved["state"]) == (2, 1, "partial")
    assert cells(team, sheet) == [{"response": "B"}, {"response": "true"}, {"points": "1.5"}]
    partly = cells_of(save(browser, sheet, saved, {"c2s1": {"1": "B", "2": "-"}}))
    assert partly["rows"][1] == ["present\tA\tB\t-\t", ["1", "2", "50", ""]]


def test_a_save_that_is_sent_again_finds_its_own_effect(team: TeamAtWork, sheet: str) -> None:
    browser, grid = open_grid("mia", sheet)
    first = cells_of(save(browser, sheet, grid, {"c2s0": {"1": "B"}, "c2s1": {"status": "absent"}}))
    before = team.world.items()
    again = cells_of(save(browser, sheet, grid, {"c2s0": {"1": "B"}, "c2s1": {"status": "absent"}}))
    assert again == first
    assert team.world.items() == before, "nothing was written, no record either"


def test_a_save_asks_the_api_once(team: TeamAtWork, sheet: str) -> None:
    _, grid = open_grid("mia", sheet)
    *_, tracker, _, given = sheet.split("/")
    at = {"tracker_id": tracker, "given_id": given}
    caller = Caller(DISTRICT, "mia", roles=frozenset({Role.TEACHER}), zone="America/Chicago")
    form = {
        "version": [str(grid["version"])],
        "assessment_version": [str(grid["assessment"])],
        "first": ["1"],
        "student": ["c2s0"],
        "was": [grid["rows"][0][0]],
        "0.1": ["B"],
    }
    asked = list_calls_for(team.world, save_sheet, caller, {}, at, form, JSON)
    assert asked == ["PATCH /v1/trackers/{tracker_id}/sheets/{assessment_id}"]
    asked = list_calls_as(team.world, "mia", Role.TEACHER, show_sheet, {}, **at)
    assert asked == ["GET /v1/trackers/{tracker_id}/sheets/{assessment_id}"]


def test_nothing_new_is_not_sent_again(team: TeamAtWork, sheet: str) -> None:
    browser, grid = open_grid("mia", sheet)
    first = browser.open(screen_of(sheet), **JSON)
    assert cells_of(first) == grid
    tag = str(first.headers["ETag"])
    same = browser.open(screen_of(sheet), **JSON, **{"if-none-match": tag})
    assert (same.status, same.text) == (304, "")
    save(browser, sheet, grid, {"c2s0": {"1": "B"}})
    other = browser.open(screen_of(sheet), **JSON, **{"if-none-match": tag})
    assert other.status == 200
    assert cells_of(other)["rows"][0][0] == "present\tA\tB\t\t"


def test_impossible_answers_are_named_by_student_and_item(team: TeamAtWork, sheet: str) -> None:
    browser, grid = open_grid("mia", sheet)
    typed = {"c2s0": {"1": "Z", "2": "T"}, "c2s2": {"3": "9"}}
    shown = save(browser, sheet, grid, typed, given="2027-01-01", **{"was-given": ""})
    assert shown.status == 422
    said = cells_of(shown)
    assert said["code"] == "scores_invalid"
    assert [each[:2] for each in said["wrong"]] == [
        ["", "given"],
        ["c2s0", "1"],
        ["c2s2", "3"],
    ]
    assert "a letter from A to C" in said["wrong"][1][2]
    assert said["sheet"]["rows"] == grid["rows"]
    away = save(browser, sheet, grid, {"c2s1": {"status": "absent", "1": "B"}})
    assert cells_of(away)["wrong"][0][:2] == ["c2s1", "status"]
    form = save(browser, sheet, grid, {"c2s1": {"form": "E"}})
    assert cells_of(form)["wrong"][0][:2] == ["c2s1", "form"]


def test_a_conflict_answers_with_what_is_there_now(team: TeamAtWork, sheet: str) -> None:
    browser, grid = open_grid("mia", sheet)
    save(browser, sheet, grid, {"c2s0": {"1": "B"}, "c2s1": {"1": "B"}})
    met = save(browser, sheet, grid, {"c2s0": {"1": "C"}, "c2s2": {"1": "A"}})
    assert met.status == 409
    said = cells_of(met)
    assert said["code"] == "scores_changed_meanwhile"
    assert said["sheet"]["rows"][0][0] == "present\tA\tB\t\t"
    assert said["sheet"]["rows"][2][0] == "present\tA\t\t\t", "nothing of it is saved"
    merged = save(browser, sheet, grid, {"c2s0": {"2": "T"}, "c2s2": {"1": "A"}})
    assert cells_of(merged)["rows"][0][0] == "present\tA\tB\tT\t", "what fills in is merged"


def test_entries_of_another_person_are_not_saved(team: TeamAtWork, sheet: str) -> None:
    _, mias = open_grid("mia", sheet)
    lena = Browser().sign_in_as("lena")
    shown = save(lena, sheet, mias, {"c2s0": {"1": "B"}})
    assert shown.status == 409
    assert cells_of(shown)["code"] == "another_person"
    assert cells_of(shown)["person"] != mias["person"]
    assert cells(team, sheet) == [None, None, None]


def test_every_page_marks_the_owner_of_kept_entries_without_a_name(
    team: TeamAtWork, sheet: str
) -> None:
    home = Browser().sign_in_as("mia").open("/console/home")
    mark = str(home.one("body")["data-person"])
    assert len(mark) == 24
    assert "mia" not in mark
    assert mark == open_grid("mia", sheet)[1]["person"]
    assert mark != str(
        Browser().sign_in_as("noah").open("/console/home").one("body")["data-person"]
    )
    assert home.one("form[data-sign-out]")


def test_a_refused_form_is_not_made_a_grid(team: TeamAtWork, sheet: str) -> None:
    browser = Browser().sign_in_as("mia")
    wrong = browser.press(browser.open(screen_of(sheet)), "Save", fill={"0.1": "Z"})
    assert not wrong.page.select("[data-grid]")
    assert not wrong.page.select("script[src*=grid]")
    assert wrong.page.select("script[src*=sheet]")


@pytest.mark.parametrize("name", ["sam", "dana"])
def test_people_who_may_not_enter_have_no_grid_and_cannot_save(
    team: TeamAtWork, sheet: str, name: str
) -> None:
    _, grid = open_grid("mia", sheet)
    browser = Browser().sign_in_as(name)
    assert not browser.open(screen_of(sheet)).page.select("[data-grid]")
    own = {**grid, "person": cells_of(browser.open(screen_of(sheet), **JSON))["person"]}
    shown = save(browser, sheet, own, {"c2s0": {"1": "B"}})
    assert shown.status == 403
    assert cells_of(shown)["code"]
    assert cells(team, sheet) == [None, None, None]


def test_strange_saves_are_no_mistake_of_ours(team: TeamAtWork, sheet: str) -> None:
    browser, grid = open_grid("mia", sheet)
    for said in ({"version": "9" * 5000}, {"first": HOSTILE}, {"assessment_version": "x"}):
        shown = save(browser, sheet, grid, {"c2s0": {"1": HOSTILE}}, **said)
        assert shown.status in (400, 409, 412, 422)
        assert "<script>" not in shown.text.partition('"wrong"')[0]
    unknown = {**grid, "students": ["nobody"], "rows": [["present\tA\t\t\t", None]]}
    answer = cells_of(save(browser, sheet, unknown, {"nobody": {"1": "B"}}))
    assert answer["wrong"][0][:2] == ["nobody", "status"]
