"""The history of changes: by day of the district, by person and by thing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from chalicelib.audit.model import OPERATIONS
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from tests.house.test_routes import DECLARED
from tests.support import builders
from tests.support.world import DISTRICT, World, WorldPerson

EVENING = datetime(2026, 10, 1, 4, 30, tzinfo=UTC)
"""Of September 30 in Chicago, and October 1 in UTC."""
MORNING = datetime(2026, 10, 1, 14, 0, tzinfo=UTC)
NO_RECORD = {
    "preview_tracker",
    "preview_distribution",
    "preview_distribution_change",
    "preview_distribution_repetition",
    "preview_goal",
    "preview_team_levels",
}
"""Operations that change nothing."""


@pytest.fixture
def dana(world: World) -> WorldPerson:
    builders.a_person(world, "tess", given="Tess", family="Example")
    return world.admin("dana")


def rename(dana: WorldPerson, name: str) -> None:
    reply = dana.patch("/v1/district", {"name": name}, etag=dana.get("/v1/district").etag)
    assert reply.status == 200, reply.body


def acts(dana: WorldPerson, query: str = "") -> list[dict[str, Any]]:
    reply = dana.get(f"/v1/history{query}")
    assert reply.status == 200, reply.body
    return list(reply.body["items"])


def words(found: list[dict[str, Any]]) -> list[str]:
    return [each["words"] for each in found]


def test_an_act_is_listed_on_the_day_that_it_was_in_the_district(
    world: World, dana: WorldPerson
) -> None:
    world.clock.set(EVENING)
    rename(dana, "In the evening")
    world.clock.set(MORNING)
    dana.post("/v1/people/tess/invitation")
    assert words(acts(dana)) == ["invited a person"]
    assert words(acts(dana, "?from_date=2026-09-30&to_date=2026-09-30")) == [
        "changed the district's settings"
    ]
    assert words(acts(dana, "?from_date=2026-09-30")) == [
        "invited a person",
        "changed the district's settings",
    ]
    assert acts(dana, "?from_date=2026-09-29&to_date=2026-09-29") == []


def test_an_act_says_who_what_and_which_thing(world: World, dana: WorldPerson) -> None:
    rename(dana, "Juniper")
    (act,) = acts(dana)
    assert act["done_at"].endswith("Z")
    assert (act["person_id"], act["operation"]) == ("dana", "change_district")
    assert (act["thing_kind"], act["thing_id"], act["version"]) == ("district", DISTRICT, 1)


def test_names_are_looked_up_and_not_stored(world: World, dana: WorldPerson) -> None:
    tess = world.teacher("tess")
    path = "/v1/people/tess/email-preference"
    assert tess.put(path, {"subscribed": False}, etag=tess.get(path).etag).status == 200
    (act,) = acts(dana)
    assert (act["person_id"], act["person_name"]) == ("tess", "Tess Example")
    stored = [item for item in world.items() if "#AUDIT#" in item["pk"]["S"]]
    assert "Example" not in str(stored)


def test_acts_are_narrowed_to_a_person_and_a_thing(world: World, dana: WorldPerson) -> None:
    rename(dana, "Juniper")
    world.clock.forward(seconds=1)
    dana.post("/v1/people/tess/invitation")
    world.clock.forward(seconds=1)
    world.teacher("tess").post("/v1/me/sign-out")
    assert words(acts(dana, "?person_id=tess")) == ["signed out everywhere"]
    assert words(acts(dana, "?thing_id=tess")) == ["signed out everywhere", "invited a person"]
    assert words(acts(dana, "?thing_id=tess&person_id=dana")) == ["invited a person"]
    assert acts(dana, "?thing_id=tes") == []


def test_a_part_of_a_thing_belongs_to_it(world: World, dana: WorldPerson) -> None:
    _write(world, "2026-09-14T15:00:00.000Z", verb="change_page", subject="P-1.goals")
    _write(world, "2026-09-14T15:00:01.000Z", verb="lock_process", subject="P-1")
    _write(world, "2026-09-14T15:00:02.000Z", verb="lock_process", subject="P-10")
    found = acts(dana, "?from_date=2026-09-14&to_date=2026-09-14&thing_id=P-1")
    assert [each["thing_id"] for each in found] == ["P-1", "P-1.goals"]


def test_pages_go_on_over_days_without_a_gap_and_without_a_double(
    world: World, dana: WorldPerson
) -> None:
    for n in range(25):
        _write(world, f"2026-09-{1 + n % 5:02}T{n % 24:02}:30:00.000Z", subject=f"T-{n}")
    seen: list[str] = []
    query = "?from_date=2026-08-31&to_date=2026-09-06&limit=4"
    after = ""
    while True:
        page = dana.get(f"/v1/history{query}{after}").body
        seen += [each["done_at"] for each in page["items"]]
        if not page["next"]:
            break
        after = f"&cursor={page['next']}"
    assert len(seen) == len(set(seen)) == 25
    assert seen == sorted(seen, reverse=True)


def test_the_stack_itself_is_nobody_and_an_unknown_operation_keeps_its_name(
    world: World, dana: WorldPerson
) -> None:
    _write(world, "2026-09-14T15:00:00.000Z", person="", verb="sing_loudly")
    (act,) = acts(dana, "?from_date=2026-09-14&to_date=2026-09-14")
    assert (act["person_id"], act["words"], act["thing_kind"]) == (None, "sing loudly", "other")


@pytest.mark.parametrize(
    ("query", "code", "field"),
    [
        ("?from_date=2026-09-14&to_date=2026-09-13", "days_turned", "to_date"),
        ("?from_date=2026-01-01&to_date=2026-09-13", "too_many_days", "from_date"),
        ("?from_date=yesterday", "day_unreadable", "from_date"),
        ("?to_date=20260914", "day_unreadable", "to_date"),
    ],
)
def test_an_impossible_query_names_its_parameter(
    dana: WorldPerson, query: str, code: str, field: str
) -> None:
    reply = dana.get(f"/v1/history{query}")
    assert reply.status == 422
    assert field in str(reply.body["errors"][0]["pointer"])


def test_thirty_one_days_are_shown(dana: WorldPerson) -> None:
    assert dana.get("/v1/history?from_date=2026-08-01&to_date=2026-08-31").status == 200
    assert dana.get("/v1/history?from_date=2026-08-01&to_date=2026-09-01").status == 422


@pytest.mark.parametrize("day", ["0001-01-01", "0001-12-31", "9999-12-01", "9999-12-31"])
def test_at_the_ends_of_the_calendar_nothing_was_done(dana: WorldPerson, day: str) -> None:
    assert acts(dana, f"?from_date={day}&to_date={day}") == []


def test_to_read_writes_nothing(world: World, dana: WorldPerson) -> None:
    rename(dana, "Juniper")
    before = world.items()
    acts(dana)
    assert world.items() == before


def test_only_district_administrators_read_it(world: World, dana: WorldPerson) -> None:
    assert world.teacher("tess").get("/v1/history").status == 403


def test_every_operation_that_changes_something_has_words() -> None:
    changing = {route.view.__name__ for route in DECLARED if route.method != "GET"} - NO_RECORD
    assert changing <= set(OPERATIONS), "say in chalicelib/audit/model.py what it did"


def _write(
    world: World, at: str, person: str = "dana", verb: str = "change_tracker", subject: str = "T-1"
) -> None:
    item = {"person": person, "verb": verb, "subject": subject, "version": 1}
    world.services.table.commit([Put(keys.audit(DISTRICT, at[:10], at, subject), item)])
