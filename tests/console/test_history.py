"""District > History: who changed what, narrowed by a click."""

from __future__ import annotations

import gzip

import pytest

from chalicelib.audit.model import OPERATIONS, ThingKind
from tests.api.test_history import _write, rename
from tests.support import builders
from tests.support.browser import Browser
from tests.support.world import World, WorldPerson

HOSTILE = "<script>alert(1)</script>\"'><b>مرحبا"
AT = "/console/history"


@pytest.fixture
def admin(world: World) -> WorldPerson:
    builders.a_person(world, "tess", given="Tess", family=HOSTILE)
    return world.admin("dana")


@pytest.fixture
def dana(admin: WorldPerson) -> Browser:
    return Browser().sign_in_as("dana")


def test_changes_of_today_are_listed_and_narrowed_by_a_click(
    world: World, admin: WorldPerson, dana: Browser
) -> None:
    rename(admin, "Juniper")
    world.clock.forward(seconds=1)
    admin.post("/v1/people/tess/invitation")
    world.clock.forward(seconds=1)
    world.teacher("tess").post("/v1/me/sign-out")
    shown = dana.open(dana.open("/console/schools").link("History"))
    assert [row[2] for row in shown.rows()] == [
        "signed out everywhere",
        "invited a person",
        "changed the district's settings",
    ]
    assert not shown.page.select("main b, main script")
    hers = dana.open(shown.link(f"Tess {HOSTILE}"))
    assert [row[2] for row in hers.rows()] == ["signed out everywhere"]
    assert f"Only what this person did: Tess {HOSTILE}" in hers.words()
    back = dana.open(hers.link("Show everybody"))
    assert len(back.rows()) == 3
    on_tess = dana.open(shown.link("tess"))
    assert [row[2] for row in on_tess.rows()] == ["signed out everywhere", "invited a person"]
    person = dana.open(on_tess.link("Person"))
    assert person.heading == f"Tess {HOSTILE}"


def test_a_day_without_changes_says_so(dana: Browser) -> None:
    shown = dana.open(f"{AT}?from_date=2026-01-01&to_date=2026-01-02")
    assert "Nothing was changed on these days." in shown.words()


def test_impossible_days_are_refused_at_their_field(dana: Browser) -> None:
    for query, field in (
        ("from_date=2026-09-14&to_date=2026-09-13", "to_date"),
        ("from_date=2026-01-01&to_date=2026-09-13", "from_date"),
        ("from_date=yesterday", "from_date"),
    ):
        shown = dana.open(f"{AT}?{query}")
        assert shown.status == 422
        assert shown.one("#errors a")["href"] == f"#{field}"


def test_a_hundred_changes_are_a_page_within_its_budget(world: World, dana: Browser) -> None:
    for n in range(120):
        _write(world, f"2026-09-14T15:{n // 60:02}:{n % 60:02}.000Z", subject=f"01J7Z5T0QK3W8V{n}")
    shown = dana.open(f"{AT}?from_date=2026-09-14&to_date=2026-09-14")
    assert len(shown.rows()) == 100
    assert len(gzip.compress(shown.text.encode())) < 15_000
    assert len(dana.open(shown.link("Next page")).rows()) == 20


def test_an_act_on_everything_has_words_in_place_of_an_id(world: World, dana: Browser) -> None:
    _write(world, "2026-09-14T15:00:00.000Z", verb="renew_sheets", subject="every")
    shown = dana.open(f"{AT}?from_date=2026-09-14&to_date=2026-09-14")
    assert [row[3] for row in shown.rows()] == ["All of them"]


def test_every_kind_of_thing_is_named(world: World, dana: Browser) -> None:
    verbs = {operation.thing: verb for verb, operation in OPERATIONS.items()}
    assert set(verbs) == set(ThingKind)
    for n, verb in enumerate(verbs.values()):
        _write(world, f"2026-09-14T15:00:{n:02}.000Z", verb=verb)
    shown = dana.open(f"{AT}?from_date=2026-09-14&to_date=2026-09-14")
    assert len(shown.rows()) == len(ThingKind)
    assert all(row[3].split(" T-1")[0] for row in shown.rows())


@pytest.mark.parametrize(
    ("verb", "page"),
    [
        ("apply_standards_import", "/standards-imports/"),
        ("delete_standards_import", "/standards-imports/"),
        ("delete_roster_import", "/roster/"),
        ("delete_assessment", ""),
        ("change_district", "/settings"),
    ],
)
def test_a_thing_leads_to_its_page_while_it_has_one(
    world: World, dana: Browser, verb: str, page: str
) -> None:
    _write(world, "2026-09-14T15:00:00.000Z", verb=verb, subject="01J7Z5T0QK3W8V")
    shown = dana.open(f"{AT}?from_date=2026-09-14&to_date=2026-09-14")
    found = [str(each["href"]) for each in shown.page.select("main tbody a")]
    pages = [each for each in found if "/history" not in each]
    assert pages == ([f"/console{page}{'01J7Z5T0QK3W8V' * page.endswith('/')}"] if page else [])


def test_history_is_for_district_administrators(world: World) -> None:
    world.teacher("tess")
    assert Browser().sign_in_as("tess").open(AT).status == 403
