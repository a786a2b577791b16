"""District > Settings: a preview says what a change does, and only what is changed is saved."""

from __future__ import annotations

import gzip
from typing import Any

import pytest

from tests.support.browser import Browser, ShownPage
from tests.support.world import World, WorldPerson

HOSTILE = "<script>alert(1)</script>\"'><b>مرحبا"
AT = "/console/settings"


@pytest.fixture
def admin(world: World) -> WorldPerson:
    return world.admin("dana")


@pytest.fixture
def dana(admin: WorldPerson) -> Browser:
    return Browser().sign_in_as("dana")


def now(admin: WorldPerson) -> dict[str, Any]:
    return dict(admin.get("/v1/district").body)


def preview(shown: ShownPage) -> list[list[str]]:
    return [row[:3] for row in shown.rows("#preview table")]


def test_every_setting_is_shown_as_it_is(admin: WorldPerson, dana: Browser) -> None:
    shown = dana.open(AT)
    district = now(admin)
    for name in ("name", "time_zone", "locale"):
        assert shown.one(f"#{name}")["value"] == district[name]
    assert shown.one("#levels option[selected]")["value"] == str(district["mastery_level_count"])
    assert shown.one("input[name=method][checked]")["value"] == district["calculation"]["method"]
    assert shown.one("#roster_drop_threshold")["value"] == "10"
    assert shown.page.select("#notify_teachers[checked]")
    assert not shown.page.select("#roster_join_by_sign_in_name[checked]")
    three = district["mastery_scales"]["3"]
    typed = [shown.one(f"#name-3-{n}")["value"] for n in range(3)]
    assert typed == three["names"]
    assert [shown.one(f"#cut-3-{n}")["value"] for n in range(2)] == three["cuts"]


def test_a_preview_says_what_changes_and_saves_nothing(admin: WorldPerson, dana: Browser) -> None:
    before = now(admin)
    shown = dana.press(
        dana.open(AT),
        "Preview",
        fill={
            "name": "Juniper Flats USD",
            "levels": "4",
            "method": "n_times",
            "times": "2",
            "roster_drop_threshold": "25 %",
            "paper": "a4",
            "report_delivery": "attached",
            "name-3-0": "Beginning",
        },
    )
    assert now(admin) == before
    rows = preview(shown)
    assert [row[0] for row in rows] == [
        "Name of the district",
        "Mastery levels",
        "3 levels",
        "Calculation",
        "Hold an import",
        "Paper",
        "Reports of finished Mastery Processes",
    ]
    assert rows[1][1:] == ["3", "4"]
    assert rows[2][2].startswith("Beginning,")
    assert rows[3][1:] == ["Most recent", "Number of times, 2 times"]
    assert rows[4][1:] == ["10%", "25%"]
    assert rows[5][1:] == ["US Letter", "A4"]
    assert shown.page.select("details[open] #name-3-0")
    assert "Whether every value is possible is checked when you press Save." in shown.words(
        "#preview"
    )
    saved = dana.press(shown, "Save")
    assert "The settings are saved." in saved.words(".note")
    after = now(admin)
    assert after["name"] == "Juniper Flats USD"
    assert after["mastery_scales"]["3"]["names"][0] == "Beginning"
    assert (after["calculation"]["method"], after["calculation"]["times"]) == ("n_times", 2)
    assert (after["paper"], after["report_delivery"]) == ("a4", "attached")
    assert after["roster_drop_threshold"] == 25
    assert after["version"] == before["version"] + 1


def test_nothing_changed_saves_nothing(admin: WorldPerson, dana: Browser) -> None:
    before = now(admin)
    shown = dana.press(dana.open(AT), "Save")
    assert "Nothing is changed." in shown.words("#preview")
    assert now(admin) == before


def test_switches_are_turned_off_and_on(admin: WorldPerson, dana: Browser) -> None:
    shown = dana.open(AT)
    dana.press(shown, "Save", fill={"notify_teachers": [], "roster_join_by_sign_in_name": "yes"})
    district = now(admin)
    assert (district["notify_teachers"], district["roster_join_by_sign_in_name"]) == (False, True)


def test_plumblines_own_levels_are_brought_back(admin: WorldPerson, dana: Browser) -> None:
    before = now(admin)["mastery_scales"]["2"]
    dana.press(dana.open(AT), "Save", fill={"name-2-0": "No", "cut-2-0": "65%"})
    changed = now(admin)["mastery_scales"]["2"]
    assert (changed["names"][0], changed["cuts"]) == ("No", ["65"])
    dana.press(dana.open(AT), "Save", fill={"reset-2": "yes"})
    assert now(admin)["mastery_scales"]["2"] == before


@pytest.mark.parametrize(
    ("field", "typed", "at"),
    [
        ("name", "", "name"),
        ("time_zone", "Mars/Base", "time_zone"),
        ("locale", "english", "locale"),
        ("roster_drop_threshold", "many", "roster_drop_threshold"),
        ("weight", "5", "weight"),
        ("cut-4-1", "x", "cut-4-1"),
        ("name-5-2", "", "name-5-2"),
        ("cut-3-0", "95", "scale-3"),
    ],
)
def test_an_error_is_at_its_field_and_the_text_stays(
    dana: Browser, field: str, typed: str, at: str
) -> None:
    fill = {field: typed, **({"method": "decaying_average"} if field == "weight" else {})}
    shown = dana.press(dana.open(AT), "Save", fill=fill)
    assert shown.status == 422
    assert shown.one("#errors li a")["href"] == f"#{at}"
    assert shown.one(f"[name='{field}']")["value"] == typed
    assert shown.page.select(f"#{at}")


def test_a_stale_form_keeps_what_was_typed(admin: WorldPerson, dana: Browser) -> None:
    old = dana.open(AT)
    admin.patch("/v1/district", {"name": "Meanwhile"}, etag=admin.get("/v1/district").etag)
    shown = dana.press(old, "Save", fill={"name": "Typed"})
    assert shown.status == 412
    assert shown.one("#name")["value"] == "Typed"
    assert "Saved now: Meanwhile" in shown.words("main")
    assert now(admin)["name"] == "Meanwhile"
    dana.press(shown, "Save")
    assert now(admin)["name"] == "Typed"


@pytest.mark.parametrize("act", ["Preview", "Save"])
def test_a_save_does_not_undo_a_colleagues_setting(
    admin: WorldPerson, dana: Browser, act: str
) -> None:
    old = dana.open(AT)
    theirs = {
        "paper": "a4",
        "notify_teachers": False,
        "mastery_level_count": 4,
        "calculation": {"method": "highest"},
        "roster_drop_threshold": 30,
        "mastery_scales": {"5": {**now(admin)["mastery_scales"]["5"], "cuts": [1, 2, 3, 4]}},
    }
    admin.patch("/v1/district", theirs, etag=admin.get("/v1/district").etag)
    shown = dana.press(old, act, fill={"name": "Typed", "cut-2-0": "65"})
    assert shown.one("#paper option[selected]")["value"] == "a4"
    if act == "Preview":
        assert [row[0] for row in preview(shown)] == ["Name of the district", "2 levels"]
    dana.press(shown, "Save")
    after = now(admin)
    assert (after["name"], after["mastery_scales"]["2"]["cuts"]) == ("Typed", ["65"])
    for name in ("paper", "notify_teachers", "mastery_level_count", "roster_drop_threshold"):
        assert after[name] == theirs[name]
    assert after["calculation"]["method"] == "highest"
    assert after["mastery_scales"]["5"]["cuts"] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("seen", ["", "[" * 200_000, "[1]", '{"paper": {"a": []}}'])
def test_a_form_that_does_not_say_what_it_was_shown_with_is_taken_as_typed(
    admin: WorldPerson, dana: Browser, seen: str
) -> None:
    dana.press(dana.open(AT), "Save", fill={"paper": "a4", "seen": seen})
    assert now(admin)["paper"] == "a4"


def test_a_form_sent_twice_changes_once(admin: WorldPerson, dana: Browser) -> None:
    before = now(admin)["version"]
    shown = dana.open(AT)
    for _ in range(2):
        dana.press(shown, "Save", fill={"name": "Typed"})
    assert now(admin)["version"] == before + 1


def test_a_hostile_name_is_text_everywhere(dana: Browser) -> None:
    shown = dana.press(dana.open(AT), "Preview", fill={"name": HOSTILE, "name-3-0": "<b>x"})
    assert HOSTILE in [row[2] for row in preview(shown)]
    assert not shown.page.select("main b, main script")


def test_settings_are_for_district_administrators(world: World) -> None:
    world.teacher("tess")
    assert Browser().sign_in_as("tess").open(AT).status == 403


def test_the_page_stays_within_its_budget(dana: Browser) -> None:
    assert len(gzip.compress(dana.open(AT).text.encode())) < 15_000
