"""Smart Goals: the team's sum, and a class's students ticked by their teacher."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import pytest

from chalicelib.console.class_goals import save_class_goal, show_class_goal
from chalicelib.console.processes import show_process
from chalicelib.processes.moves import ProcessState
from chalicelib.rosters.model import Teacher
from tests.api.finishing import FinishedTeam
from tests.api.process_scene import TeamAtWork, expect_ok
from tests.api.test_activations import list_classes
from tests.api.test_process_goals import PRE, decide, goal, prepare_team, store_class
from tests.api.test_process_pages import end
from tests.support import classrooms
from tests.support.browser import Browser, ShownPage, fields_of, list_calls_for
from tests.support.process_rows import a_class, a_row
from tests.support.world import DISTRICT, World

HOSTILE = "<script>alert('x')</script> \"Ünït\" مرحبا"
PART = {"hx-request": "true"}


@pytest.fixture
def team(world: World) -> TeamAtWork:
    return world.scene(prepare_team)


def place(team: TeamAtWork, name: str = "c1") -> str:
    return f"/console/processes/{team.process}/classes/{name}"


def open_as(name: str, team: TeamAtWork, school_class: str = "c1") -> tuple[Browser, ShownPage]:
    browser = Browser().sign_in_as(name)
    return browser, browser.open(place(team, school_class))


def open_tab(name: str, team: TeamAtWork) -> ShownPage:
    return Browser().sign_in_as(name).open(f"/console/processes/{team.process}?tab=smart-goals")


def list_ticked(shown: ShownPage) -> list[str]:
    return [str(each["value"]) for each in shown.page.select("[name=student][checked]")]


def read_goal(team: TeamAtWork) -> dict[str, Any]:
    """Return the goal as it is saved."""
    return dict(expect_ok(goal(team)).body)


# -- the tab ---------------------------------------------------------------------------------------


def test_the_tab_says_the_team_s_goal_and_that_of_each_class(team: TeamAtWork) -> None:
    store_class(team, "c2", "mia", {"gus": 14, "hal": 13, "ida": 2})
    store_class(team, "c4", "lena", {"jo": 20})
    list_classes(team, "c2")
    expect_ok(decide(team, team.lena, 0, added_student_ids=["dee"], target_date="2026-11-20"))
    body = expect_ok(team.mia.get(f"{team.path}/goals")).body
    shown = open_tab("mia", team)
    assert body["team"]["message"] in shown.words("[aria-labelledby=team-goal]")
    assert [row[:6] for row in shown.rows("main table")] == [
        ["Lena Example", "50.0% (3 of 6)", "83.3% (5 of 6)", "1", "1", "0"],
        ["Math c1", "40.0% (2 of 5)", "80.0% (4 of 5)", "1", "1", "0"],
        ["Math c4", "100.0% (1 of 1)", "100.0% (1 of 1)", "0", "0", "0"],
    ]  # fmt: skip
    assert [row[6:] for row in shown.rows("main table")] == [
        ["1 of 2", ""], ["Set", "Nov 20, 2026"], ["As preselected", ""],
    ]  # fmt: skip
    own = shown.words("[aria-labelledby=own-heading]")
    assert own.startswith("Your classes Math c2 As preselected The share of students in Math c2")
    assert shown.link("Set the goal") == place(team, "c2")
    assert shown.link("Math c1") == place(team)


def test_onlookers_find_no_link_to_set_a_goal(team: TeamAtWork) -> None:
    for name in ("noah", "sam", "dana"):
        shown = open_tab(name, team)
        assert shown.status == 200
        assert not shown.page.select("#own-heading")
        assert "Set the goal" not in shown.words()


def test_a_teacher_of_a_class_finds_it_first_whoever_activated_the_test(
    team: TeamAtWork,
) -> None:
    store_class(team, "c2", "lena", {"gus": 14, "hal": 13})  # Lena stood in for Mia
    list_classes(team, "c1", "c2")
    mias = open_tab("mia", team)
    assert mias.link("Set the goal") == place(team, "c2")
    assert "Math c2" not in mias.words("#goals")
    lenas = open_tab("lena", team)
    assert [a["href"] for a in lenas.page.find_all("a", string="Set the goal")] == [place(team)]
    caller = replace(team.lena.act().caller, zone="America/Chicago")
    asked = list_calls_for(
        team.world, show_process, caller, {"tab": "smart-goals"}, {"process_id": team.process}
    )
    assert asked[1:] == ["GET /v1/processes/{process_id}/goals", "GET /v1/classes"]


def test_without_a_result_the_tab_says_what_is_missing(world: World) -> None:
    team = world.scene(TeamAtWork)
    assert "No class has the Pre-Test yet." in open_tab("lena", team).words()


# -- a class ---------------------------------------------------------------------------------------


def test_students_are_preselected_with_the_reason_in_words(team: TeamAtWork) -> None:
    _, shown = open_as("lena", team)
    assert shown.words("main h2") == "Smart Goal of Math c1"
    assert shown.rows("main table") == [
        ["Zimmer ada, Ada", "90.0%", "Exceeds", "Meets or above already: counts anyway."],
        ["Zimmer bob, Bob", "70.0%", "Meets", "Meets or above already: counts anyway."],
        ["Zimmer cy, Cy", "65.0%", "Below", "5 points below Meets: preselected."],
        ["Zimmer dee, Dee", "60.0%", "Below", "10 points below Meets."],
        ["Zimmer eve, Eve", "20.0%", "Far Below", "50 points below Meets."],
    ]
    assert list_ticked(shown) == ["cy"]
    assert len(shown.page.select("input[type=checkbox][disabled][checked]")) == 2
    assert read_goal(team)["goal"]["message"] in shown.words("#sum")
    assert "This class The share" in shown.words("#sum")
    assert "60.0% (3 of 5)" in shown.words("#sum")


def test_added_and_removed_students_are_saved_with_day_and_measure(team: TeamAtWork) -> None:
    browser, shown = open_as("lena", team)
    fill = {
        "student": ["dee", "eve"], "target_date": "2026-11-20", "measure": "Unit 4 test",
    }  # fmt: skip
    after = browser.press(shown, "Save", fill=fill)
    assert after.status == 200, after.text
    assert "The Smart Goal is saved." in after.words()
    body = read_goal(team)
    assert (body["added_student_ids"], body["removed_student_ids"]) == (["dee", "eve"], ["cy"])
    assert (body["target_date"], body["measure"]) == ("2026-11-20", "Unit 4 test")
    assert list_ticked(after) == ["dee", "eve"]
    assert after.one("#measure")["value"] == "Unit 4 test"
    assert after.one("#target_date")["value"] == "2026-11-20"
    assert "Set by Lena Example on Sep 14, 2026" in after.words(".lead")
    assert body["goal"]["message"] in after.words("#sum")
    reasons = [row[3] for row in after.rows("main table")][2:]
    assert reasons == [
        "5 points below Meets: taken out by the teacher.",
        "10 points below Meets: added by the teacher.",
        "50 points below Meets: added by the teacher.",
    ]


def test_a_goal_saved_as_it_is_shown_changes_nothing(team: TeamAtWork) -> None:
    expect_ok(decide(team, team.lena, 0, added_student_ids=["dee"], target_date="2026-11-20"))
    before = read_goal(team)
    browser, shown = open_as("lena", team)
    browser.press(shown, "Save")
    assert read_goal(team) == before


def test_the_measure_stays_open_until_somebody_types_it(team: TeamAtWork) -> None:
    browser, shown = open_as("lena", team)
    assert shown.one("#measure")["value"] == ""
    browser.press(shown, "Save", fill={"student": ["dee"]})
    head = team.world.services.process_items.head(DISTRICT, team.process)
    assert head is not None
    assert head.pre is not None
    post = head.pre.model_copy(update={"title": "Fractions, after"})
    attached = head.model_copy(update={"post": post, "version": head.version + 1})
    team.world.services.process_items.change(team.lena.act(), attached)
    assert read_goal(team)["measure"] == "Fractions, after"
    _, shown = open_as("lena", team)
    assert shown.one("#measure")["value"] == ""
    assert "Blank: Fractions, after." in shown.words("#measure-hint")


# -- as one clicks ---------------------------------------------------------------------------------


def preview(browser: Browser, shown: ShownPage, **fill: Any) -> ShownPage:
    """Send the form as the script does at a click."""
    form = shown.one("form#goal")
    assert (form["hx-post"], form["hx-target"]) == (form["action"], "#sum")
    assert form["hx-trigger"] == "change"
    return browser.press(shown, "Preview", fill=fill, **PART)


def test_at_a_click_sentence_percent_and_the_team_s_sum_come_alone(team: TeamAtWork) -> None:
    store_class(team, "c2", "mia", {"gus": 18, "hal": 2})
    browser, shown = open_as("lena", team)
    before = team.world.items()
    part = preview(browser, shown, student=["cy", "dee"])
    assert team.world.items() == before
    assert part.status == 200
    assert not part.page.select("html, nav, table, form")
    text = part.words("h3, p, dl")
    assert "will rise from 40.0% (2 of 5) to 80.0% (4 of 5)" in text
    assert "Target 80.0% (4 of 5)" in text
    assert "Target 71.4% (5 of 7)" in text, "the team's"
    assert part.words("#sum-short") == "Target: 80.0% (4 of 5)"
    assert part.one("#sum-short")["hx-swap-oob"] == "true"
    assert browser.asked[-1] == f"POST {place(team)}"


def test_a_click_asks_the_api_once_and_opening_three_times(team: TeamAtWork) -> None:
    assert team.lena.caller is not None
    caller = replace(team.lena.caller, zone="America/Chicago")
    path = {"process_id": team.process, "class_id": "c1"}
    form = {"preview": ["yes"], "close": ["cy"], "far": ["dee", "eve"], "student": ["dee"]}
    route = "/v1/processes/{process_id}"
    assert list_calls_for(team.world, save_class_goal, caller, {}, path, form, PART) == [
        f"POST {route}/goals/{{class_id}}/preview"
    ]
    assert list_calls_for(team.world, show_class_goal, caller, {}, path) == [
        f"GET {route}",
        f"GET {route}/goals/{{class_id}}",
        f"GET {route}/goals",
    ]


def test_without_javascript_preview_shows_the_page_with_what_is_ticked(team: TeamAtWork) -> None:
    browser, shown = open_as("lena", team)
    fill = {"student": ["dee"], "target_date": "2026-12-01", "measure": "Quiz"}
    seen = browser.press(shown, "Preview", fill=fill)
    assert seen.status == 200
    assert "This class, if you save it" in seen.words("#sum")
    assert "By December 1, 2026" in seen.words("#sum")
    assert "Nothing is saved yet." in seen.words("#sum")
    assert list_ticked(seen) == ["dee"]
    assert seen.one("#measure")["value"] == "Quiz"
    assert read_goal(team)["version"] == 0
    browser.press(seen, "Save")
    body = read_goal(team)
    assert (body["added_student_ids"], body["removed_student_ids"]) == (["dee"], ["cy"])
    assert (body["target_date"], body["measure"]) == ("2026-12-01", "Quiz")


def test_an_obstacle_is_shown_at_the_click_too(team: TeamAtWork) -> None:
    browser, shown = open_as("lena", team)
    part = preview(browser, shown, target_date="2026-09-01")
    assert part.status == 200, "the script shows no page of a refusal"
    assert "this class got on September 14, 2026" in part.words(".error")
    part = preview(browser, shown, target_date="0002-11-20")
    assert "Write the day as year-month-day" in part.words(".error")
    assert "listed" not in part.words(".error"), "no list stands beside it"


# -- errors, conflicts, twice ----------------------------------------------------------------------


def test_an_impossible_day_is_refused_at_its_field_and_nothing_typed_is_lost(
    team: TeamAtWork,
) -> None:
    browser, shown = open_as("lena", team)
    fill = {"student": ["dee"], "target_date": "2026-09-01", "measure": HOSTILE}
    after = browser.press(shown, "Save", fill=fill)
    assert after.status == 422
    assert after.page.select("#target_date-error")
    assert after.one("#errors a")["href"] == "#target_date"
    assert list_ticked(after) == ["dee"]
    assert after.one("#target_date")["value"] == "2026-09-01"
    assert after.one("#measure")["value"] == HOSTILE
    saved = browser.press(after, "Save", fill={"target_date": "2026-10-01"})
    assert saved.status == 200
    assert read_goal(team)["added_student_ids"] == ["dee"]
    assert not saved.page.select("main script")


def test_a_student_who_meets_by_now_is_named_and_saving_again_is_enough(team: TeamAtWork) -> None:
    browser, shown = open_as("lena", team)
    store_class(team, "c1", "lena", {**PRE, "dee": 16})
    after = browser.press(shown, "Save", fill={"student": ["cy", "dee"]})
    assert after.status == 422
    assert "Zimmer dee, Dee" in after.words("#errors")
    saved = browser.press(after, "Save")
    assert saved.status == 200
    assert (read_goal(team)["version"], read_goal(team)["added_student_ids"]) == (1, [])


def test_decisions_about_who_cannot_be_ticked_now_are_kept(team: TeamAtWork) -> None:
    expect_ok(decide(team, team.lena, 0, added_student_ids=["dee"], removed_student_ids=["cy"]))
    store_class(team, "c1", "lena", {**PRE, "dee": 19, "cy": "absent"})
    browser, shown = open_as("lena", team)
    browser.press(shown, "Save", fill={"student": ["eve"]})
    body = read_goal(team)
    assert (body["added_student_ids"], body["removed_student_ids"]) == (["dee", "eve"], ["cy"])


def test_a_colleague_who_saved_meanwhile_is_named_and_the_ticks_stay(team: TeamAtWork) -> None:
    store_class(team, "c2", "lena", PRE)  # Lena stood in for Mia, and both teach today
    both = tuple(Teacher(id=name, name=f"{name.title()} Example") for name in ("mia", "noah"))
    classrooms.a_class(team.world, "c2", teachers=both)
    browser, shown = open_as("mia", team, "c2")
    body: dict[str, Any] = {"removed_student_ids": ["cy"], "target_date": "2026-11-20"}
    expect_ok(decide(team, team.noah, 0, "c2", **body))
    after = browser.press(shown, "Save", fill={"student": ["cy", "dee"], "measure": "Quiz"})
    assert after.status == 412
    note = after.words(".note.wait")
    assert "This goal was changed while you had it open" in note
    assert "Noah Example saved it on Sep 14, 2026" in note
    saved = expect_ok(goal(team, team.mia, "c2")).body
    assert saved["goal"]["message"] in note
    assert list_ticked(after) == ["cy", "dee"]
    assert after.one("#measure")["value"] == "Quiz"
    assert "80.0% (4 of 5)" in after.words("#sum"), "what the ticks come to"
    assert "Nothing is saved yet." in after.words("#sum")
    marked = {row[0]: row[3] for row in after.rows("main table") if "Saved now" in row[3]}
    assert marked == {
        "Zimmer cy, Cy": "5 points below Meets: taken out by the teacher. "
        "Saved now: not in the goal.",
        "Zimmer dee, Dee": "10 points below Meets. Saved now: not in the goal.",
    }
    assert browser.press(after, "Save").status == 200
    body = expect_ok(goal(team, team.mia, "c2")).body
    assert (body["version"], body["added_student_ids"], body["removed_student_ids"]) == (
        2, ["dee"], [],
    )  # fmt: skip


def test_of_two_windows_of_one_s_own_the_second_says_so(team: TeamAtWork) -> None:
    browser, shown = open_as("lena", team)
    expect_ok(decide(team, team.lena, 0, added_student_ids=["eve"]))
    after = browser.press(shown, "Save", fill={"student": [], "target_date": "2026-09-01"})
    assert after.status == 412
    assert "You saved it on Sep 14, 2026" in after.words(".note.wait")
    again = browser.press(after, "Save")
    assert again.status == 422, "the day needs a confirmation"
    assert again.page.select("#target_date-error")


def test_a_double_click_saves_once(team: TeamAtWork) -> None:
    browser, shown = open_as("lena", team)
    first = browser.press(shown, "Save", fill={"student": ["dee"]})
    second = browser.press(shown, "Save", fill={"student": ["dee"]})
    assert (first.status, second.status) == (200, 200)
    assert read_goal(team)["version"] == 1


def test_a_process_that_was_finished_meanwhile_says_so(team: TeamAtWork) -> None:
    browser, shown = open_as("lena", team)
    end(team, ProcessState.LOCKED)
    after = browser.press(shown, "Save", fill={"student": ["dee"]})
    assert after.status == 409
    assert "locked" in after.words("#errors")
    assert not after.page.select("form#goal")
    assert list_ticked(after) == []


# -- who -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "status"),
    [("mia", 200), ("noah", 200), ("sam", 200), ("dana", 200), ("olga", 404), ("saul", 404)],
)
def test_only_the_class_s_teacher_sets_it_and_the_team_sees_it(
    team: TeamAtWork, name: str, status: int
) -> None:
    browser, shown = open_as(name, team)
    assert shown.status == status
    assert not shown.page.select("main form[method=post] [name=student]")
    if status == 200:
        assert [row[0] for row in shown.rows("main table")][2:4] == [
            "Zimmer cy, Cy In the goal",
            "Zimmer dee, Dee Not in the goal",
        ]
    _, own = open_as("lena", team)
    sent = browser.send("POST", place(team), body_of(own))
    assert sent.status == 403, "a form of hers, sent by somebody else"
    assert read_goal(team)["version"] == 0


def body_of(shown: ShownPage) -> bytes:
    return urlencode(fields_of(shown.one("form#goal")), doseq=True).encode()


def test_an_unknown_class_or_process_is_a_page_that_says_so(team: TeamAtWork) -> None:
    browser = Browser().sign_in_as("lena")
    for path in (place(team, "c9"), place(team, "c4"), "/console/processes/x/classes/c1"):
        for method in ("GET", "POST"):
            shown = browser.send(method, path, b"version=0" if method == "POST" else b"")
            assert shown.status == 404
            assert shown.heading


def test_no_student_s_name_stands_in_an_address_or_title(team: TeamAtWork) -> None:
    browser, shown = open_as("lena", team)
    assert shown.page.title is not None
    assert shown.page.title.get_text() == "Smart Goal of Math c1: Unit 4 - Plumbline"
    links = [str(a["href"]) for a in shown.page.select("[href]")]
    forms = [str(form["action"]) for form in shown.page.select("form")]
    addresses = (*links, *forms, *browser.asked)
    assert not [each for each in addresses if "immer" in each or "ada" in each]


def test_students_who_are_called_alike_have_their_id_beside(team: TeamAtWork) -> None:
    made = a_class("c1", "lena", {"s1": 13, "s2": 12, "s3": 11, "s4": 4})
    names = {"s1": ("Okafor", "Chidi"), "s2": ("Okafor", "Chidi"), "s3": (HOSTILE, "مرحبا")}
    row = a_row(DISTRICT, team.process, replace(made, names=names))
    team.world.services.table.commit([row])
    _, shown = open_as("lena", team)
    assert [each[0] for each in shown.rows("main table")] == [
        "Okafor, Chidi (s1)", "Okafor, Chidi (s2)", f"{HOSTILE}, مرحبا", "s4",
    ]  # fmt: skip
    assert not shown.page.select("main script")
    boxes = shown.page.select("[name=student]")
    assert all(shown.page.select(f"label[for={box['id']}]") for box in boxes)


def test_a_class_may_have_any_identifier(team: TeamAtWork) -> None:
    odd = "k/1 ü?&#{x}"
    classrooms.a_class(team.world, odd, "mia")
    store_class(team, odd, "mia", {"gus/1": 13, "hal 2": 4})
    list_classes(team, odd)
    browser = Browser().sign_in_as("mia")
    shown = browser.open(open_tab("mia", team).link("Set the goal"))
    assert list_ticked(shown) == ["gus/1"]
    after = browser.press(shown, "Save", fill={"student": ["hal 2"]})
    assert after.status == 200
    assert list_ticked(after) == ["hal 2"]
    rows = browser.open(f"/console/processes/{team.process}?tab=compare&by=classes")
    students = browser.open(rows.link(f"Math {odd}"))
    assert [row[0] for row in students.rows()] == ["Zimmer gus/1, Gus/1", "Zimmer hal 2, Hal 2"]


def test_a_class_without_a_result_has_nothing_to_tick(world: World) -> None:
    team = world.scene(TeamAtWork)
    store_class(team, "c1", "lena", {"ada": "absent"})
    _, shown = open_as("lena", team)
    assert "No student has a result of the Pre-Test yet." in shown.words()
    assert not shown.page.select("form#goal")


def test_a_goal_whose_numbers_changed_says_so_until_it_is_set_again(team: TeamAtWork) -> None:
    expect_ok(decide(team, team.lena, 0, added_student_ids=["dee"]))
    store_class(team, "c1", "lena", {**PRE, "dee": 20})
    browser = Browser().sign_in_as("lena")
    listing = browser.open(f"/console/processes/{team.process}?tab=smart-goals")
    assert "Set, numbers changed since" in listing.words("#own-heading + ul")
    page = browser.open(f"/console/processes/{team.process}/classes/c1")
    text = "When it was set, its baseline was 40.0% (2 of 5) and its target 80.0% (4 of 5)."
    assert text in listing.words("#own-heading + ul")
    assert text in page.words(".note.wait")
    saved = browser.press(page, "Save")
    assert "numbers of this goal have changed" not in saved.words()


def test_the_goal_of_a_whole_cycle_is_set_by_its_teacher(world: World) -> None:
    team = world.scene(FinishedTeam)
    browser, shown = open_as("mia", team, "c2")
    boxes = [str(each["value"]) for each in shown.page.select("[name=student]")]
    after = browser.press(shown, "Save", fill={"student": boxes[:1]})
    assert after.status == 200
    body = expect_ok(team.mia.get(f"{team.path}/goals/c2")).body
    assert body["added_student_ids"] == boxes[:1]
