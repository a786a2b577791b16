"""Data Team Info: the names and ranges of mastery levels, by number and by sliding handles."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.console.forms import Form
from chalicelib.console.team_levels import TypedLevels
from chalicelib.processes.goals.model import KeptGoal
from chalicelib.processes.moves import ProcessState
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from tests.api.team_scene import TeamScene, a_class_in, a_process_of
from tests.support.browser import Browser, ShownPage
from tests.support.world import DISTRICT, World


@pytest.fixture
def scene(world: World) -> TeamScene:
    return world.scene(TeamScene)


@pytest.fixture
def lena(scene: TeamScene) -> Browser:
    return Browser().sign_in_as("lena")


def open_levels(browser: Browser, scene: TeamScene) -> ShownPage:
    return browser.open(f"/console/teams/{scene.team.id}?tab=info")


def read_typed(shown: ShownPage) -> list[tuple[str, str]]:
    """Name and lower bound of each level in the form."""
    names = [str(each["value"]) for each in shown.page.select('[name^="name-"]')]
    bounds = ["0", *(str(each["value"]) for each in shown.page.select('[name^="lower-"]'))]
    return list(zip(names, bounds, strict=True))


def read_saved(scene: TeamScene) -> list[tuple[str, str]]:
    return [(each["name"], each["lower"]) for each in scene.now()["levels"]]


DEFAULT = [("Far Below", "0"), ("Below", "50"), ("Meets", "70"), ("Exceeds", "85")]


def test_each_level_has_its_name_its_bound_a_handle_and_its_color_in_words(
    lena: Browser, scene: TeamScene
) -> None:
    shown = open_levels(lena, scene)
    assert read_typed(shown) == DEFAULT
    handles = shown.page.select("input[type=range]")
    assert [(h["min"], h["max"], float(str(h["value"]))) for h in handles] == [
        ("0", "100", 50.0),
        ("0", "100", 70.0),
        ("0", "100", 85.0),
    ]
    assert not [h for h in handles if h.get("name")], "the numbers are sent"
    assert handles[0]["aria-label"] == "Where Below begins, in percent"
    assert shown.page.select(".with-script input[type=range]")
    rows = shown.rows("table.levels")
    assert [row[0] for row in rows] == ["brown", "orange", "light blue", "dark blue"]
    assert [row[3] for row in rows] == [
        "0% to below 50%", "50% to below 70%", "70% to below 85%", "85% to 100%",
    ]  # fmt: skip
    assert shown.one("[name=meets][checked]")["value"] == "3"
    bar = shown.page.select("#levels-bar rect")
    assert [each["x"] for each in bar] == ["0.0%", "50.0%", "70.0%", "85.0%"]


def test_names_and_ranges_are_saved(lena: Browser, scene: TeamScene) -> None:
    done = lena.press(
        open_levels(lena, scene),
        "Save",
        fill={"name-0": "Starting", "lower-1": "49.5", "lower-3": "90 %"},
    )
    assert "The mastery levels are saved." in done.words(".note.good")
    expected = [("Starting", "0"), ("Below", "49.5"), ("Meets", "70"), ("Exceeds", "90")]
    assert read_typed(done) == expected
    assert read_saved(scene) == expected
    assert [each["color"] for each in scene.now()["levels"]] == [
        "#8c2d04", "#e6812f", "#a6cee3", "#1f6396",
    ]  # fmt: skip


def test_a_preview_says_who_would_move_and_saves_nothing(lena: Browser, scene: TeamScene) -> None:
    team = scene.team
    scene.world.services.table.commit(a_process_of(team))
    row = a_class_in("P-Unit 4", "c1", "tess", {"s1": "48", "s2": "52", "s3": "71", "s4": "absent"})
    scene.world.services.table.commit([row])
    page = open_levels(lena, scene)
    shown = lena.press(page, "Preview", fill={"lower-1": "45", "lower-2": "75"})
    assert shown.status == 200
    assert shown.rows("#preview table") == [["Unit 4", "Pre-Test", "1", "1", "1", "1", "0"]]
    assert "Nothing has been changed." in shown.words("#preview")
    assert read_typed(shown)[1:3] == [("Below", "45"), ("Meets", "75")]
    assert read_saved(scene) == DEFAULT
    done = lena.press(shown, "Save")
    assert read_saved(scene)[1:3] == [("Below", "45"), ("Meets", "75")]
    assert done.status == 200


def test_a_preview_names_the_goals_that_would_come_to_other_numbers(
    lena: Browser, scene: TeamScene
) -> None:
    goal = KeptGoal(set_by="tess", set_at="2026-09-14T12:00:00Z").model_dump_json()
    key = keys.process_goal(DISTRICT, "P-Unit 4", "c1")
    scene.world.services.table.commit(
        [
            *a_process_of(scene.team),
            a_class_in("P-Unit 4", "c1", "tess", {"s1": "48", "s2": "66", "s3": "71"}),
            Put(key, {"version": 1, "doc": goal}),
        ]
    )
    shown = lena.press(open_levels(lena, scene), "Preview", fill={"lower-2": "75"})
    assert "Of 1 goal that teachers set, 1 would come to other numbers" in shown.words("#preview")
    rows = [
        [cell.get_text() for cell in row.find_all(["th", "td"])]
        for row in shown.page.select("#preview tbody tr")
    ]
    assert rows[-1] == ["Unit 4", "c1", "Tess Example", "1 and 2 of 3", "0 and 1 of 3"]
    done = lena.press(shown, "Save")
    assert "where the numbers changed, the goal says so" in done.words(".note.good")


def test_the_enter_key_previews_and_removes_no_level(lena: Browser, scene: TeamScene) -> None:
    first = open_levels(lena, scene).page.select("#levels-form button")[0]
    assert (first["name"], first["value"]) == ("act", "preview")


def test_a_preview_of_wrong_levels_does_not_speak_of_saving(
    lena: Browser, scene: TeamScene
) -> None:
    page = open_levels(lena, scene)
    for button, heading in (
        ("Preview", "These levels cannot be previewed yet"),
        ("Save", "This could not be saved"),
    ):
        assert lena.press(page, button, fill={"lower-1": "70"}).words("#errors h2") == heading


def test_a_preview_says_that_finished_processes_stay(lena: Browser, scene: TeamScene) -> None:
    scene.world.services.table.commit(a_process_of(scene.team, state=ProcessState.LOCKED))
    shown = lena.press(open_levels(lena, scene), "Preview", fill={"lower-1": "45"})
    assert "1 finished Mastery Process stays as locked." in shown.words("#preview")


@pytest.mark.parametrize(
    ("fill", "field", "message"),
    [
        ({"name-1": ""}, "name-1", "must have 1 to 40 visible characters"),
        ({"name-1": "far below"}, "name-1", "the same name"),
        ({"lower-1": "many"}, "lower-1", "percentage from 0 to 100"),
        ({"lower-1": "70"}, "lower-2", "must begin above the one before it"),
        ({"lower-1": ""}, "lower-1", "percentage from 0 to 100"),
        ({"meets": "9"}, "meets", "must be one of the levels 2 to 4"),
    ],
)
@pytest.mark.parametrize("button", ["Save", "Preview"])
def test_an_error_is_at_its_field_and_in_the_summary(
    lena: Browser, scene: TeamScene, fill: dict[str, Any], field: str, message: str, button: str
) -> None:
    shown = lena.press(open_levels(lena, scene), button, fill={"name-3": "Top", **fill})
    assert shown.status == 422
    assert message in shown.words(f"#{field}-error")
    assert message in shown.words("#errors")
    if field != "meets":
        assert shown.one(f"#{field}")["aria-describedby"] == f"{field}-error"
        assert shown.page.select(f'#errors a[href="#{field}"]')
    assert shown.one("#name-3")["value"] == "Top"
    assert read_saved(scene) == DEFAULT


def test_levels_are_added_and_removed_from_two_to_six(lena: Browser, scene: TeamScene) -> None:
    shown = open_levels(lena, scene)
    for _ in range(2):
        shown = lena.press(shown, "Add a level")
    assert [name for name, _ in read_typed(shown)][4:] == ["Level 5", "Level 6"]
    assert not shown.page.find_all("button", string="Add a level")
    colors = [row[0] for row in shown.rows("table.levels")]
    assert len(set(colors)) == 6
    assert lena.press(shown, "Save").status == 200
    assert len(read_saved(scene)) == 6
    for name in ("Level 6", "Level 5", "Below", "Far Below"):
        shown = lena.press(shown, f"Remove the level {name}")
    assert read_typed(shown) == [("Meets", "0"), ("Exceeds", "85")]
    assert shown.one("[name=meets][checked]")["value"] == "2"
    assert not [b for b in shown.page.find_all("button") if b.get_text() == "Remove"]
    assert lena.press(shown, "Save").status == 200
    assert read_saved(scene) == [("Meets", "0"), ("Exceeds", "85")]


def test_above_a_level_that_begins_at_100_none_is_added_and_the_page_says_why(
    lena: Browser, scene: TeamScene
) -> None:
    shown = lena.press(open_levels(lena, scene), "Add a level", fill={"lower-3": "100"})
    assert [name for name, _ in read_typed(shown)] == ["Far Below", "Below", "Meets", "Exceeds"]
    assert "The highest level begins at 100%." in shown.words("#errors")
    assert shown.one("#lower-3")["aria-invalid"] == "true"


def test_where_another_level_meets_the_colors_say_so(lena: Browser, scene: TeamScene) -> None:
    lena.press(open_levels(lena, scene), "Save", fill={"meets": "2"})
    assert [each["color"] for each in scene.now()["levels"]] == [
        "#e6812f", "#a6cee3", "#398ac4", "#1f6396",
    ]  # fmt: skip


def test_colors_of_the_team_stay_with_its_levels(lena: Browser, scene: TeamScene) -> None:
    own = [
        {"name": name, "lower": lower, "color": color}
        for name, lower, color in (
            ("Low", 0, "#2b2b2b"), ("Good", 60, "#2e7d32"), ("High", 80, "#a5d6a7"),
        )
    ]  # fmt: skip
    body = {"levels": own, "meets": 2}
    assert scene.lena.put(f"{scene.path}/levels", body, etag=scene.etag).status == 200
    shown = open_levels(lena, scene)
    assert [row[0] for row in shown.rows("table.levels")] == [
        "dark gray", "dark green", "light green",
    ]  # fmt: skip
    lena.press(shown, "Save", fill={"name-0": "Lower"})
    assert [each["color"] for each in scene.now()["levels"]] == ["#2b2b2b", "#2e7d32", "#a5d6a7"]


def test_a_colleagues_levels_are_not_overwritten_unseen(lena: Browser, scene: TeamScene) -> None:
    page = open_levels(lena, scene)
    dana = Browser().sign_in_as("dana")
    dana.press(open_levels(dana, scene), "Save", fill={"name-0": "Beginning", "lower-1": "40"})
    late = lena.press(page, "Save", fill={"name-0": "Start"})
    assert late.status == 412
    assert read_typed(late)[0] == ("Start", "0")
    assert "Saved now: Beginning : from 0% Below : from 40%" in late.words("#levels .note")
    assert read_saved(scene)[0] == ("Beginning", "0")
    assert lena.press(late, "Save").status == 200
    assert read_saved(scene)[:2] == [("Start", "0"), ("Below", "50")]


def test_changes_outside_the_levels_stop_nobody(lena: Browser, scene: TeamScene) -> None:
    page = open_levels(lena, scene)
    dana = Browser().sign_in_as("dana")
    dana.press(open_levels(dana, scene), "Rename", fill={"rename": "Other name"})
    assert lena.press(page, "Save", fill={"name-0": "Start"}).status == 200
    assert read_saved(scene)[0] == ("Start", "0")
    assert scene.now()["name"] == "Other name"


def test_a_double_click_saves_once(lena: Browser, scene: TeamScene) -> None:
    page = open_levels(lena, scene)
    first, second = (lena.press(page, "Save", fill={"name-0": "Start"}) for _ in range(2))
    assert (first.status, second.status) == (200, 200)
    assert scene.now()["version"] == 2


def test_hostile_level_names_are_inert(lena: Browser, scene: TeamScene) -> None:
    name = '"><script>x</script>'
    done = lena.press(open_levels(lena, scene), "Save", fill={"name-0": name})
    assert read_typed(done)[0][0] == name
    assert "<script>x" not in done.text


@pytest.mark.parametrize("fields", ["", "name-0=A", "name-0=A&name-9=B&meets=x", "meets=%D9%A3"])
@pytest.mark.parametrize("act", ["save", "preview", "add-level", "drop-level 1", "drop-level x"])
def test_a_form_that_was_tampered_with_gives_a_page(
    lena: Browser, scene: TeamScene, fields: str, act: str
) -> None:
    body = f"act={act.replace(' ', '+')}&{fields}&etag=%221%22".encode()
    shown = lena.send("POST", f"/console/teams/{scene.team.id}?tab=info", body)
    assert shown.status in (200, 422)
    assert shown.heading == "Data Team"
    assert read_saved(scene) == DEFAULT


def test_a_bound_that_is_no_number_leaves_the_bar_whole() -> None:
    said = {"name-0": ["A"], "name-1": ["B"], "lower-1": ["x"], "name-2": ["C"], "lower-2": ["40"]}
    team = {"levels": [{"color": "#000000"}] * 3, "meets": 2}
    assert TypedLevels.read(Form(said), team).edges == [0.0, 0.0, 40.0, 100.0]


def test_the_script_of_the_handles_is_small_and_only_here(lena: Browser, scene: TeamScene) -> None:
    shown = open_levels(lena, scene)
    (script,) = (s["src"] for s in shown.page.select("script[src]") if "levels" in str(s["src"]))
    sent = lena.open(str(script))
    assert sent.status == 200
    assert len(sent.text.encode()) <= 2_000
    assert "levels." not in lena.open(f"/console/teams/{scene.team.id}").text
