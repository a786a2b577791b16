"""Items: written, edited, moved and removed, as forms that need no script."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.results_scene import RIGHT, Results
from tests.console.test_assessments import HOSTILE, open_assessment, write_assessment
from tests.support import builders
from tests.support.browser import Browser, ShownPage, admin_of, teacher_of
from tests.support.world import World


def contents(world: World, assessment: str) -> Any:
    return world.admin().get(f"/v1/assessments/{assessment}/items").body


def a_form(browser: Browser, assessment: str, kind: str = "single_choice") -> ShownPage:
    """Press *Write an item* for a kind."""
    return browser.press(open_assessment(browser, assessment), "Write an item", fill={"kind": kind})


WRITTEN: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "single_choice": (
        {"choice": ["2/4", "", "2/3", ""], "right": "2"},
        {"choices": ["2/4", "2/3"], "key": ["B"]},
    ),
    "multiple_choice": (
        {"choice": ["1", "2", "3", "4"], "right": ["1", "3"], "scoring": "partial"},
        {"choices": ["1", "2", "3", "4"], "key": ["B", "D"], "scoring": "partial"},
    ),
    "true_false": ({"right": "false"}, {"key": ["false"]}),
    "numeric": ({"answer": "0.5", "tolerance": "0.01"}, {"key": ["0.5"], "tolerance": "0.01"}),
    "short_text": ({"accepted": "one half\n\n 1/2 \n"}, {"key": ["one half", "1/2"]}),
    "points": ({}, {"key": []}),
}


@pytest.mark.parametrize("kind", WRITTEN)
def test_an_item_of_every_kind_is_written(world: World, kind: str) -> None:
    made = write_assessment(world)
    filled, expected = WRITTEN[kind]
    browser = admin_of(world)
    form = a_form(browser, made, kind)
    said = {"prompt": "What is it?", "points": "2.50", "standards": ["3.FR.1", "3.FR.2"]}
    saved = browser.press(form, "Save", fill={**said, **filled})
    assert saved.words(".note.good") == "Done. The item is saved."
    last = contents(world, made)["items"][-1]
    wanted = {"kind": kind, "prompt": "What is it?", "points": "2.5", **expected}
    assert {name: last[name] for name in wanted} == wanted
    assert last["standards"] == ["3.FR.1", "3.FR.2"]
    form = browser.open(f"/console/assessments/{made}/item?item={last['id']}")
    assert browser.press(form, "Save").status == 200
    assert contents(world, made)["items"][-1] == last


def test_listed_responses_have_points_of_their_own(world: World) -> None:
    made = write_assessment(world)
    browser = admin_of(world)
    said = {
        "prompt": "Which?",
        "choice": ["1", "2", "3", ""],
        "scoring": "listed",
        "listed": "AB=2\nA=1",
        "points": "2",
        "standards": ["3.FR.1"],
    }
    browser.press(a_form(browser, made, "multiple_choice"), "Save", fill=said)
    last = contents(world, made)["items"][-1]
    assert (last["scoring"], last["key"]) == ("listed", ["AB=2", "A=1"])
    form = browser.open(f"/console/assessments/{made}/item?item={last['id']}")
    assert form.one("#listed").get_text().strip() == "AB=2\nA=1"


def test_an_item_shows_the_standards_of_the_set_with_what_they_say(world: World) -> None:
    form = a_form(admin_of(world), write_assessment(world))
    assert form.words(".branch") == "Numbers and fractions"
    assert "3.FR.1 Students can do 3.FR.1." in form.words(".tree")
    assert len(form.page.select(".tree input")) == len(builders.CODES)


def test_an_error_is_at_its_field_and_in_the_summary(world: World) -> None:
    made = write_assessment(world)
    browser = admin_of(world)
    said = {"prompt": "Kept?", "choice": ["a", "b", "", ""], "points": "0"}
    wrong = browser.press(a_form(browser, made), "Save", fill=said)
    assert wrong.status == 422
    assert wrong.one("#points")["aria-invalid"] == "true"
    assert wrong.page.select("#errors a[href='#points']")
    assert wrong.one("#prompt").get_text().strip() == "Kept?"
    again = browser.press(wrong, "Save", fill={"points": "1"})
    assert again.status == 422
    assert "No choice is marked as correct." in again.words("#key-error")
    assert "It is not aligned to any standard." in again.words("#standards-error")
    assert {"Correct answer", "Standards"} <= {a.get_text() for a in again.page.select("#errors a")}
    saved = browser.press(again, "Save", fill={"right": "0", "standards": "3.FR.1"})
    assert saved.status == 200
    assert len(contents(world, made)["items"]) == 7


def test_more_choices_and_another_kind_keep_what_was_typed(world: World) -> None:
    browser = admin_of(world)
    form = a_form(browser, write_assessment(world))
    said = {"prompt": "Kept?", "choice": ["a", "b", "c", "d"], "right": "3", "standards": "3.FR.1"}
    more = browser.press(form, "More choices", fill=said)
    assert [each["value"] for each in more.page.select("input[name=choice]")] == [*"abcd", "", ""]
    assert more.one("input[name=right][checked]")["value"] == "3"
    other = browser.press(more, "Use this kind", fill={"new_kind": "points"})
    assert other.heading == "New item: Points by hand"
    assert other.one("#prompt").get_text().strip() == "Kept?"
    assert other.one(".tree input[checked]")["value"] == "3.FR.1"
    strange = browser.press(more, "Use this kind", fill={"new_kind": "nonsense"})
    assert strange.heading == "New item: Single choice"


def test_enter_saves(world: World) -> None:
    form = a_form(admin_of(world), write_assessment(world))
    first = form.page.select("main form button")[0]
    assert (first["name"], first["value"]) == ("act", "save")


def test_pressed_twice_an_item_is_there_once(world: World) -> None:
    made = write_assessment(world)
    browser = admin_of(world)
    form = a_form(browser, made, "points")
    said = {"prompt": "Draw it.", "standards": "3.FR.1", "points": "1.50"}
    for _ in range(2):
        assert browser.press(form, "Save", fill=said).words(".note.good")
    assert [each["prompt"] for each in contents(world, made)["items"]].count("Draw it.") == 1


def test_one_item_after_the_other_is_written(world: World) -> None:
    made = write_assessment(world)
    browser = admin_of(world)
    said = {"prompt": "Draw it.", "standards": "3.FR.1"}
    form = browser.press(a_form(browser, made, "points"), "Save and add another", fill=said)
    assert (form.heading, form.words(".note.good")) == (
        "New item: Points by hand",
        "Done. The item is saved.",
    )
    browser.press(form, "Save", fill=said)
    assert len(contents(world, made)["items"]) == 8


def test_items_move_and_go_and_a_second_press_does_nothing_more(world: World) -> None:
    made = write_assessment(world)
    browser = admin_of(world)

    def press(name: str) -> list[str]:
        page = open_assessment(browser, made)
        for _ in range(2):
            assert browser.press(page, name).words(".note.good")
        return [each["id"] for each in contents(world, made)["items"]]

    assert press("Move item 3 up") == ["q1", "q3", "q2", "q4", "q5", "q6"]
    assert press("Move item 1 down") == ["q3", "q1", "q2", "q4", "q5", "q6"]
    assert press("Remove item 2") == ["q3", "q2", "q4", "q5", "q6"]
    page = open_assessment(browser, made)
    assert not page.page.select("[aria-label='Move item 1 up'], [aria-label='Move item 5 down']")


def test_a_version_that_has_changed_keeps_what_was_typed_and_shows_what_is_saved(
    world: World,
) -> None:
    made = write_assessment(world)
    browser = admin_of(world)
    address = f"/console/assessments/{made}/item?item=q1"
    mine, theirs = browser.open(address), browser.open(address)
    browser.press(theirs, "Save", fill={"prompt": "Theirs"})
    late = browser.press(mine, "Save", fill={"prompt": "Mine"})
    assert late.status == 412
    assert late.one("#prompt").get_text().strip() == "Mine"
    assert "Theirs" in late.words("details")
    assert "Save again" in late.words(".note.wait")
    browser.press(late, "Save")
    assert contents(world, made)["items"][0]["prompt"] == "Mine"


def test_with_results_only_the_wording_is_a_field(world: World) -> None:
    scene = Results(world)
    scene.enter("c1", RIGHT, RIGHT)
    browser = admin_of(world)
    name = contents(world, scene.assessment)["items"][0]["id"]
    form = browser.open(f"/console/assessments/{scene.assessment}/item?item={name}")
    assert "A correction changes its key" in form.words(".note")
    named = form.page.select("main form :is(input, textarea)[name]")
    fields = {str(each["name"]).partition(".")[0] for each in named}
    assert fields == {"_key", "etag", "item", "kind", "frozen", "prompt", "choice"}
    saved = browser.press(form, "Save", fill={"prompt": "What is 1+1?"})
    assert saved.words(".note.good") == "Done. The item is saved."
    after = contents(world, scene.assessment)["items"][0]
    assert (after["prompt"], after["key"]) == ("What is 1+1?", ["B"])
    new = browser.open(f"/console/assessments/{scene.assessment}/item?kind=points")
    said = {"prompt": "More", "standards": "3.NB.1"}
    body = "&".join(f"{name}={value}" for name, value in said.items())
    etag = str(new.one("input[name=etag]")["value"]).replace('"', "%22")
    refused = browser.send(
        "POST",
        f"/console/assessments/{scene.assessment}/item",
        f"act=save&new=yes&item=i1&kind=points&points=1&etag={etag}&_key=k1&{body}".encode(),
    )
    assert refused.status == 409
    assert "The items must stay the same." in refused.words("#errors")


def test_the_document_of_a_document_based_assessment_is_named(world: World) -> None:
    made = write_assessment(world, kind="document")
    browser = admin_of(world)
    saved = browser.press(
        open_assessment(browser, made),
        "Save the document",
        fill={"document_name": "Unit 3 booklet", "document_description": "Four pages."},
    )
    assert saved.words(".note.good") == "Done. The document is saved."
    assert contents(world, made)["document"] == {
        "name": "Unit 3 booklet",
        "description": "Four pages.",
    }
    wrong = browser.press(saved, "Save the document", fill={"document_name": " "})
    assert wrong.status == 422
    assert wrong.one("#document_name")["aria-invalid"] == "true"
    assert len(contents(world, made)["items"]) == 6


def test_hostile_text_of_items_is_text(world: World) -> None:
    made = write_assessment(world)
    browser = admin_of(world)
    said = {
        "prompt": HOSTILE,
        "choice": [HOSTILE, '"><img src=x>', "", ""],
        "right": "0",
        "standards": "3.FR.1",
    }
    shown = browser.press(a_form(browser, made), "Save", fill=said)
    assert not shown.page.select("script:not([src]), main img")
    last = contents(world, made)["items"][-1]
    assert (last["prompt"], last["choices"][1]) == (HOSTILE, '"><img src=x>')
    form = browser.open(f"/console/assessments/{made}/item?item={last['id']}")
    assert form.page.select("input[name=choice]")[1]["value"] == '"><img src=x>'


def test_a_hundred_thousand_characters_are_refused_at_their_field(world: World) -> None:
    browser = admin_of(world)
    form = a_form(browser, write_assessment(world), "points")
    wrong = browser.press(form, "Save", fill={"prompt": "x" * 100_000, "standards": "3.FR.1"})
    assert wrong.status == 422
    assert wrong.page.select("#errors a[href='#prompt']")
    assert len(wrong.one("#prompt").get_text().strip()) == 100_000


def test_items_are_edited_by_their_creator_alone(world: World) -> None:
    made = write_assessment(world)
    browser = teacher_of(world)
    page = open_assessment(browser, made)
    assert not page.page.select("main .items a, main .items button, main .add")
    sent = browser.send(
        "POST", f"/console/assessments/{made}/items", b"act=remove&item=q1&etag=%221%22&_key=k"
    )
    assert sent.status in (403, 412)
    assert len(contents(world, made)["items"]) == 6
    assert browser.open(f"/console/assessments/{made}/item?item=gone").address.endswith(made)
