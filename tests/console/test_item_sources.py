"""Items from elsewhere: the item bank, key files and QTI packages."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from tests.api.results_scene import RIGHT, Results
from tests.console.test_assessments import HOSTILE, open_assessment, write_assessment
from tests.console.test_attachments import upload
from tests.support import builders
from tests.support.browser import Browser, ShownPage, admin_of, fields_of
from tests.support.questions import a_choice, a_package, an_item, write_labels
from tests.support.world import World


def items_of(world: World, assessment: str) -> Any:
    return world.admin().get(f"/v1/assessments/{assessment}/items").body["items"]


def a_draft(world: World, **changes: Any) -> str:
    """Return a draft without items of the same standards set."""
    begun = {"title": "New", "standards_set_id": builders.SET, **changes}
    return str(world.admin().post("/v1/assessments", begun).body["id"])


# -- the item bank -----------------------------------------------------------------------------


def the_bank(world: World) -> tuple[Browser, str, ShownPage]:
    write_assessment(world)
    made = a_draft(world)
    browser = admin_of(world)
    return browser, made, browser.open(open_assessment(browser, made).link("From the item bank"))


def prompts(shown: ShownPage) -> list[str]:
    return [each.get_text() for each in shown.page.select(".items .tick label")]


def test_the_bank_is_searched_by_text_standard_and_kind(world: World) -> None:
    browser, _, shown = the_bank(world)
    assert shown.heading == "Item bank"
    assert len(prompts(shown)) == 6
    assert prompts(browser.press(shown, "Search", fill={"text": "half"})) == [
        "A half is more than a third.",
        "A half as a decimal?",
        "Half of two?",
    ]
    found = browser.press(shown, "Search", fill={"standard": "3.FR.1", "kind": "numeric"})
    assert prompts(found) == ["A half as a decimal?"]
    assert "from Check" in found.words(".items")
    nothing = browser.press(shown, "Search", fill={"text": "volcano"})
    assert "No items match." in nothing.words()


def test_ticked_items_are_appended_and_a_second_press_adds_no_more(world: World) -> None:
    browser, made, shown = the_bank(world)
    values = [each["value"] for each in shown.page.select("input[name=pick]")]
    for _ in range(2):
        added = browser.press(shown, "Add selected items", fill={"pick": values[:2]})
        assert added.words(".note.good") == "Done. The items are added at the end of the list."
    assert [each["prompt"] for each in items_of(world, made)] == prompts(shown)[:2]


def test_items_that_cannot_be_added_are_listed_and_ticks_stay(world: World) -> None:
    browser, made, shown = the_bank(world)
    none = browser.press(shown, "Add selected items")
    assert (none.status, bool(none.words("#errors"))) == (422, True)
    value = str(shown.page.select("input[name=pick]")[1]["value"])
    fresh = browser.open(f"/console/assessments/{made}/bank")
    browser.press(open_assessment(browser, made), "Rename", fill={"rename": "Newest"})
    late = browser.press(fresh, "Add selected items", fill={"pick": [value]})
    assert late.status == 412
    assert late.one("input[name=pick][checked]")["value"] == value
    assert browser.press(late, "Add selected items").status == 200
    assert len(items_of(world, made)) == 1


# -- key files ---------------------------------------------------------------------------------

KEY = "Question,Key,Points,Standards\n1,A,1,3.NB.1\n2,BC,2,3.NB.2\n3,T,1,3.NB.3;3.FR.1\n"


def check_key_file(world: World, text: str, **changes: Any) -> tuple[Browser, str, ShownPage]:
    builders.statements(world)
    made = a_draft(world, kind="document")
    browser = admin_of(world)
    form = browser.open(open_assessment(browser, made).link("From a key file"))
    return browser, made, browser.press(form, "Check the file", fill={"csv": text, **changes})


def test_a_key_file_is_looked_at_and_then_set(world: World) -> None:
    browser, made, shown = check_key_file(world, KEY)
    assert "without errors. Nothing is saved yet." in shown.words(".note.good")
    assert items_of(world, made) == []
    rows = shown.rows()
    assert [row[0] for row in rows] == ["1", "2", "3"]
    assert rows[1][2:] == ["Multiple choice", "B, C", "2", "3.NB.2", "New"]
    done = browser.press(shown, "Set the key")
    assert done.words(".note.good") == "Done. The key is set."
    assert [each["key"] for each in items_of(world, made)] == [["A"], ["B", "C"], ["true"]]


def test_errors_in_a_key_file_are_listed_row_by_row_and_nothing_is_set(world: World) -> None:
    _, made, shown = check_key_file(
        world, KEY.replace("3.NB.2", "9.XX.9").replace("1,A,1", "1,A,-1")
    )
    assert "Fix the errors" in shown.words(".note.bad")
    assert not shown.page.find_all("button", string="Set the key")
    table = shown.page.select("main table")[0]
    assert table.caption is not None
    assert "Problems in the file" in table.caption.get_text()
    assert "Error" in table.get_text()
    assert "9.XX.9" in shown.one("#csv").get_text()
    assert items_of(world, made) == []


def test_a_chosen_file_is_kept_for_the_second_step(world: World) -> None:
    encoded = base64.b64encode(KEY.encode("utf-16")).decode()
    browser, made, shown = check_key_file(world, "", file=encoded)
    assert shown.one("textarea#file").get_text().strip() == encoded
    assert browser.press(shown, "Set the key").words(".note.good") == "Done. The key is set."
    assert len(items_of(world, made)) == 3


@pytest.mark.parametrize(
    ("said", "field"),
    [({"default_points": "none"}, "default_points"), ({"choice_count": "99"}, "choice_count")],
    ids=str,
)
def test_a_wrong_default_is_refused_at_its_field(
    world: World, said: dict[str, str], field: str
) -> None:
    _, _, shown = check_key_file(world, KEY, **said)
    assert shown.status == 422
    assert shown.one(f"#{field}")["aria-invalid"] == "true"
    assert shown.one("#csv").get_text().strip() == KEY.strip()


def test_with_results_a_key_file_is_only_looked_at(world: World) -> None:
    scene = Results(world)
    scene.enter("c1", RIGHT, RIGHT)
    browser = admin_of(world)
    form = browser.open(f"/console/assessments/{scene.assessment}/key-file")
    assert "only a correction" in form.words(".note")
    shown = browser.press(form, "Check the file", fill={"csv": "number,key\n1,C\n"})
    assert shown.status == 200
    assert not shown.page.find_all("button", string="Set the key")


def test_hostile_cells_are_text(world: World) -> None:
    _, _, shown = check_key_file(world, f'Question,Key,Points,Standards\n1,A,1,"{HOSTILE[:27]}"\n')
    assert not shown.page.select("script:not([src])")
    assert HOSTILE[:27] in shown.one("#csv").get_text()


# -- QTI packages ------------------------------------------------------------------------------


def begin_import(world: World, content: bytes, **changes: str) -> tuple[Browser, ShownPage]:
    builders.a_set(world)
    browser = admin_of(world)
    form = browser.open(browser.open("/console/assessments").link("Import from a QTI file"))
    fill = {
        "title": "From the publisher",
        "standards_set_id": builders.SET,
        "standards": "3.FR.1, 3.FR.2",
        "name": "unit-4.zip",
        "size": str(len(content)),
    }
    return browser, send(browser, form, {**fill, **changes})


def send(browser: Browser, form: ShownPage, said: dict[str, str]) -> ShownPage:
    return browser.press(form, "Import", fill=said)


def test_a_package_is_uploaded_followed_and_reported(world: World) -> None:
    package = a_package(
        a_choice(name="Q1"), an_item("<p>Hm.</p>", name="Q2"),
        a_choice(name="Q3", title="&lt;Last&gt;"),
        metadata={3: write_labels("id-3.NB.2")},
    )  # fmt: skip
    browser, second = begin_import(world, package)
    assert second.heading == "Upload the file"
    waiting = browser.open(second.link("Continue"))
    assert waiting.words(".states") == "Waiting for the upload"
    assert waiting.one("#import")["hx-trigger"] == "every 3s"
    upload(world, second, package)
    report = browser.open(second.link("Continue"))
    assert report.words(".states") == "Imported"
    assert not report.one("#import").has_attr("hx-get")
    assert [row[1] for row in report.rows()] == ["Imported", "Not supported", "Imported"]
    assert "<Last>" in report.rows()[2][0]
    assert report.rows()[1][5]
    draft = browser.open(report.link("Open the draft"))
    assert (draft.heading, len(draft.page.select(".items > li"))) == ("From the publisher", 2)


def test_a_package_that_cannot_be_read_says_why(world: World) -> None:
    browser, second = begin_import(world, b"no zip")
    upload(world, second, b"no zip")
    report = browser.open(second.link("Continue"))
    assert report.words(".states") == "Nothing was imported"
    assert report.link("Try again with another file") == "/console/item-imports"


def test_an_error_before_the_upload_is_at_its_field(world: World) -> None:
    _, wrong = begin_import(world, b"x", title="", standards_set_id="", size="some")
    assert wrong.status == 422
    for name in ("title", "standards_set_id", "size"):
        assert wrong.one(f"#{name}")["aria-invalid"] == "true"
    assert wrong.one("#standards")["value"] == "3.FR.1, 3.FR.2"


def test_an_import_of_somebody_else_is_not_there(world: World) -> None:
    _, second = begin_import(world, b"no zip")
    world.teacher("theo")
    theirs = Browser().sign_in_as("theo").open(second.link("Continue"))
    assert theirs.status == 404
    assert fields_of(second.one("form[data-next]"))["key"]
