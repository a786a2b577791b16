"""Parts that only a correction changes: keys, points and cut scores once students have results."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.results_scene import RIGHT, WRONG, Results
from tests.api.test_corrections import finish
from tests.console.test_assessments import open_assessment
from tests.support.browser import Browser, ShownPage, admin_of, teacher_of
from tests.support.world import World


def prepare_scored(world: World) -> Results:
    scene = Results(world, students=6)
    scene.enter("c1", *[RIGHT] * 3, *[WRONG] * 3)
    return scene


@pytest.fixture
def scene(world: World) -> Results:
    return world.scene(prepare_scored)


def items(world: World, scene: Results) -> Any:
    return world.admin().get(f"/v1/assessments/{scene.assessment}/items").body["items"]


PRESS = "Save and rescore every class"


def a_form(browser: Browser, scene: Results, number: int = 1) -> ShownPage:
    page = open_assessment(browser, scene.assessment)
    return browser.open(str(page.one(f"a[aria-label='Correct item {number}']")["href"]))


def test_a_key_is_corrected_and_the_page_says_what_moved(world: World, scene: Results) -> None:
    browser = admin_of(world)
    form = a_form(browser, scene)
    assert form.heading == "Correct item 1"
    assert form.one("input[name=right][checked]")["id"] == "right-B"
    said = {"right": "0", "comment": "A was meant."}
    running = browser.press(form, PRESS, fill=said)
    assert running.heading == "Correction 1 of Check"
    assert running.words(".note.good").endswith("Every class is being rescored.")
    assert running.one("#correction")["hx-trigger"] == "every 3s"
    assert "Item 1: correct answer changed from B to A" in running.words("ul")
    held = open_assessment(browser, scene.assessment)
    assert "Being corrected" in held.words(".states")
    assert held.link("See its progress").startswith("/console/corrections/")
    finish(world)
    done = browser.open(held.link("See its progress"))
    assert done.words(".states") == "Done"
    assert not done.one("#correction").has_attr("hx-get")
    assert done.rows()[0][0] == "The whole test"
    assert "A was meant." in done.words()
    assert items(world, scene)[0]["key"] == ["A"]


def test_pressed_twice_it_is_one_correction(world: World, scene: Results) -> None:
    browser = admin_of(world)
    form = a_form(browser, scene)
    first, second = (browser.press(form, PRESS, fill={"right": "0"}) for _ in range(2))
    assert first.address == second.address


def test_a_question_is_given_up_and_points_change(world: World, scene: Results) -> None:
    browser = admin_of(world)
    browser.press(a_form(browser, scene, 2), PRESS, fill={"scoring": "everyone"})
    finish(world)
    assert items(world, scene)[1]["scoring"] == "everyone"
    browser.press(a_form(browser, scene, 3), PRESS, fill={"points": "4"})
    assert items(world, scene)[2]["points"] == "4"


def test_cut_scores_are_corrected_from_settings(world: World, scene: Results) -> None:
    browser = admin_of(world)
    form = browser.open(
        open_assessment(browser, scene.assessment, "settings").link("Correct the cut scores")
    )
    wrong = browser.press(form, PRESS, fill={"cuts": "90, 40", "comment": "Kept"})
    assert wrong.status == 422
    assert wrong.one("#cuts")["value"] == "90, 40"
    assert wrong.one("#cuts")["aria-invalid"] == "true"
    assert wrong.one("#comment").get_text().strip() == "Kept"
    done = browser.press(wrong, PRESS, fill={"cuts": "40, 90"})
    assert "changed from 50, 80 to 40, 90" in done.words("ul")


def test_an_empty_correction_and_a_wrong_key_are_refused(world: World, scene: Results) -> None:
    browser = admin_of(world)
    same = browser.press(a_form(browser, scene), PRESS)
    assert (same.status, bool(same.words("#errors"))) == (422, True)
    wrong = browser.press(a_form(browser, scene), PRESS, fill={"right": [], "points": "0"})
    assert wrong.status == 422
    assert wrong.one("#points")["value"] == "0"
    assert wrong.one("#points")["aria-invalid"] == "true"


def test_only_who_may_correct_has_the_form(world: World, scene: Results) -> None:
    browser = teacher_of(world, "tess", "north")
    assert not open_assessment(browser, scene.assessment).page.find_all("a", string="Correct")
    led = browser.open(f"/console/assessments/{scene.assessment}/correction")
    assert led.heading == "Check"
    before = world.admin().get(f"/v1/assessments/{scene.assessment}").body["cuts"]
    browser.send(
        "POST", f"/console/assessments/{scene.assessment}/correction", b"etag=%221%22&cuts=1"
    )
    assert world.admin().get(f"/v1/assessments/{scene.assessment}").body["cuts"] == before
    assert browser.open("/console/corrections/unknown").status == 404
