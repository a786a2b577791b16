"""A day passes, nothing is imported, and everybody sees and may do what the dates say."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from chalicelib.storage import keys
from chalicelib.storage.conditions import Put, Update
from chalicelib.wiring import services
from tests.api.test_rosters import apply_roster, check_roster, work
from tests.support.packages import Pack, a_class, a_district, enroll
from tests.support.world import DISTRICT, World, WorldPerson, give_account, token

ENDS = "2026-11-19"
LAST_MINUTE = datetime(2026, 11, 19, 5, 59, tzinfo=UTC)
"""Of November 18 in Chicago."""
MIDNIGHT = datetime(2026, 11, 19, 6, 0, tzinfo=UTC)
NEW_YEAR = datetime(2027, 1, 1, 12, 0, tzinfo=UTC)
"""Fall is over."""


@pytest.fixture
def admin(world: World) -> WorldPerson:
    return world.admin("operator")


def sign_in(name: str) -> WorldPerson:
    username = f"{name}@example.org"
    give_account(services(), username, name)
    return WorldPerson(f"Bearer {token(username)}")


def a_handover() -> Pack:
    """Return a district in which theo takes k1 over from tess, and ada leaves it."""
    pack = a_district()
    for row in pack.rows["enrollments"]:
        if row["userSourcedId"] in ("tess", "ada"):
            row["endDate"] = ENDS
    enroll(pack, "theo", "k1", "teacher")
    pack.rows["enrollments"][-1]["beginDate"] = ENDS
    return pack


def with_past_class() -> Pack:
    """Return a district with a class k3 of tess's in a term that is over."""
    pack = a_district()
    pack.add("academicSessions", "summer", title="Summer", type="term", startDate="2026-06-15",
             endDate="2026-07-31", schoolYear="2026")  # fmt: skip
    a_class(pack, "k3", "north")
    pack.change("classes", "k3", termSourcedIds="summer")
    enroll(pack, "tess", "k3", "teacher", "north")
    enroll(pack, "ada", "k3", "student", "north")
    return pack


def ids(items: list[dict[str, Any]]) -> list[str]:
    return [each["id"] for each in items]


def classes(who: WorldPerson, query: str = "") -> list[str]:
    reply = who.get(f"/v1/classes{query}")
    assert reply.status == 200, reply.body
    return ids(reply.body["items"])


def test_a_class_follows_the_districts_calendar_to_the_minute(
    world: World, admin: WorldPerson
) -> None:
    apply_roster(world, admin, a_handover())
    tess, theo = sign_in("tess"), sign_in("theo")
    world.clock.set(LAST_MINUTE)
    before = tess.get("/v1/classes/k1").body
    assert (ids(before["students"]), ids(before["teachers"])) == (["ada", "ben"], ["tess"])
    assert (before["students"][0]["end_date"], before["students"][1]["end_date"]) == (ENDS, None)
    assert (classes(tess), classes(theo)) == (["k1"], ["k2"])
    assert theo.get("/v1/classes/k1").status == 404
    world.clock.set(MIDNIGHT)
    after = theo.get("/v1/classes/k1").body
    assert (ids(after["students"]), ids(after["teachers"])) == (["ben"], ["theo"])
    assert (classes(tess), classes(theo)) == ([], ["k1", "k2"])
    assert tess.get("/v1/classes/k1").status == 404


def test_every_list_counts_the_students_of_the_day(world: World, admin: WorldPerson) -> None:
    apply_roster(world, admin, a_handover())
    lists = ("?school_id=north", "?course_id=math3&school_id=north")
    for now, many in ((LAST_MINUTE, 2), (MIDNIGHT, 1)):
        world.clock.set(now)
        for query in lists:
            [row] = admin.get(f"/v1/classes{query}").body["items"]
            assert (row["id"], row["student_count"]) == ("k1", many)


@pytest.mark.parametrize("person", ["pria", "dana", "tess"])
def test_a_person_whose_role_has_ended_reads_nothing_from_that_day(
    world: World, admin: WorldPerson, person: str
) -> None:
    apply_roster(world, admin, a_district().change("roles", f"r-{person}", endDate=ENDS))
    somebody = sign_in(person)
    world.clock.set(LAST_MINUTE)
    assert somebody.get("/v1/schools").status == 200
    assert person in ids(admin.get("/v1/people").body["items"])
    world.clock.set(MIDNIGHT)
    assert somebody.get("/v1/schools").status == 403
    assert person not in ids(admin.get("/v1/people").body["items"])


def test_a_person_whose_role_has_not_begun_reads_nothing_yet(
    world: World, admin: WorldPerson
) -> None:
    apply_roster(world, admin, a_district().change("roles", "r-pria", beginDate=ENDS))
    world.clock.set(LAST_MINUTE)
    assert sign_in("pria").get("/v1/schools").status == 403
    world.clock.set(MIDNIGHT)
    assert sign_in("pria").get("/v1/classes?school_id=north").status == 200


def test_a_person_shows_since_when_and_until_when_a_role_holds(
    world: World, admin: WorldPerson
) -> None:
    package = a_district().change("roles", "r-pria", endDate=ENDS)
    apply_roster(world, admin, package.change("roles", "r-theo", beginDate=ENDS))

    def roles(person: str, kind: str) -> list[tuple[Any, ...]]:
        shown = admin.get(f"/v1/people/{person}").body[kind]
        return [(each["role"], each["start_date"], each["end_date"]) for each in shown]

    world.clock.set(LAST_MINUTE)
    assert roles("pria", "roles") == [("school_admin", None, ENDS)]
    assert roles("theo", "roles") == []
    assert roles("theo", "other_roles") == [("teacher", ENDS, None)]
    world.clock.set(MIDNIGHT)
    assert roles("pria", "roles") == []
    assert roles("pria", "other_roles") == [("school_admin", None, ENDS)]
    assert roles("theo", "roles") == [("teacher", ENDS, None)]
    assert roles("dana", "roles") == [("district_admin", None, None)]


def test_past_classes_are_listed_apart_with_their_terms(world: World, admin: WorldPerson) -> None:
    apply_roster(world, admin, with_past_class())
    tess = sign_in("tess")
    for query in ("?", "?school_id=north&", "?course_id=math3&school_id=north&"):
        who = tess if query == "?" else admin
        assert classes(who, query) == ["k1"]
        assert classes(who, f"{query}past=true") == ["k3"]
    [row] = tess.get("/v1/classes?past=true").body["items"]
    assert (row["past"], row["start_date"], row["end_date"]) == (True, "2026-06-15", "2026-07-31")
    assert row["terms"][0]["title"] == "Summer"
    shown = tess.get("/v1/classes/k3").body
    assert (shown["past"], ids(shown["students"])) == (True, ["ada"])


def test_a_class_keeps_its_people_when_its_term_is_over(world: World, admin: WorldPerson) -> None:
    apply_roster(world, admin, a_handover())
    world.clock.set(NEW_YEAR)
    theo = sign_in("theo")
    shown = theo.get("/v1/classes/k1").body
    assert (shown["past"], ids(shown["students"]), ids(shown["teachers"])) == (
        True, ["ben"], ["theo"],
    )  # fmt: skip
    assert (classes(theo), classes(theo, "?past=true")) == ([], ["k1", "k2"])
    assert sign_in("tess").get("/v1/classes/k1").status == 404


# -- the data of release 0.3.0 ---------------------------------------------------------------------


def as_release_0_3_0_left_it(world: World) -> None:
    """Take the dates out of what an import wrote, as the release that knew none wrote it."""
    for item in world.services.table.pages(keys.roster(DISTRICT).pk):
        for roster in item:
            doc = json.loads(roster["doc"])
            del doc["form"]
            key = keys.Key(roster["pk"], roster["sk"])
            world.services.table.commit([Update(key, {"doc": json.dumps(doc)})])
    for raw in world.items():
        doc = raw.get("doc", {}).get("S", "")
        if '"spans"' not in doc and '"steps"' not in doc and '"dated"' not in doc:
            continue
        known = _remove_dates(json.loads(doc))
        kept = {name: value["S"] for name, value in raw.items() if "S" in value}
        key = keys.Key(kept.pop("pk"), kept.pop("sk"))
        world.services.table.commit([Put(key, kept | {"doc": json.dumps(known)})])


def _remove_dates(known: Any) -> Any:
    if isinstance(known, dict):
        return {
            name: _remove_dates(value)
            for name, value in known.items()
            if name not in ("spans", "steps", "dated")
        }
    return [_remove_dates(each) for each in known] if isinstance(known, list) else known


def test_data_of_release_0_3_0_takes_its_dates_from_the_same_package(
    world: World, admin: WorldPerson
) -> None:
    pack = a_handover()
    apply_roster(world, admin, pack)
    as_release_0_3_0_left_it(world)
    world.clock.set(MIDNIGHT)
    tess, theo = sign_in("tess"), sign_in("theo")
    assert ids(tess.get("/v1/classes/k1").body["students"]) == ["ada", "ben"]
    again = apply_roster(world, admin, pack)
    assert not any(
        change["added"] + change["changed"] + change["dropped"]
        for change in again.body["report"]["changes"].values()
    )
    assert tess.get("/v1/classes/k1").status == 404
    assert ids(theo.get("/v1/classes/k1").body["students"]) == ["ben"]
    assert apply_roster(world, admin, pack).body["total"] == 0


def test_an_import_that_an_older_release_checked_brings_the_dates_in(
    world: World, admin: WorldPerson
) -> None:
    pack = a_handover()
    apply_roster(world, admin, pack)
    as_release_0_3_0_left_it(world)
    found = check_roster(world, admin, pack)
    path = f"/v1/roster-imports/{found.body['id']}"
    key = keys.roster_import(DISTRICT, found.body["id"])
    item = world.services.table.get(key)
    assert item is not None
    doc = {k: v for k, v in json.loads(item["doc"]).items() if k not in ("form", "base_form")}
    doc["total"] = 0
    world.services.table.commit([Update(key, {"doc": json.dumps(doc)})])
    world.clock.set(MIDNIGHT)
    assert admin.post(f"{path}/application", {}, etag=found.etag).status == 202
    work(world)
    assert admin.get(path).body["state"] == "applied"
    assert sign_in("tess").get("/v1/classes/k1").status == 404
