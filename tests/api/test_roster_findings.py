"""The findings of a check: filtered, with more examples, as a file, and school by school."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest

from tests.api.test_rosters import apply_roster, check_roster, work
from tests.support import builders
from tests.support.packages import Pack, a_district, a_user, enroll
from tests.support.stored_sheets import a_row, a_sheet
from tests.support.world import World, WorldPerson


@pytest.fixture
def admin(world: World) -> WorldPerson:
    return world.admin("operator")


def a_broken_district() -> Pack:
    pack = a_district()
    for number in range(120):
        pack.add("enrollments", f"x{number}", classSourcedId="k1", userSourcedId=f"ghost{number}",
                 schoolSourcedId="north", role="student")  # fmt: skip
    pack.change("users", "ada", givenName="")
    return pack.change("users", "ben", email="no address")


def look(admin: WorldPerson, found: Any, what: str, ending: str = "", **query: Any) -> Any:
    address = found.body["links"][what].partition("/v1")[2]
    return admin.get(f"/v1{address}{ending}?{urlencode(query)}")


def problems(admin: WorldPerson, found: Any, **query: Any) -> Any:
    return look(admin, found, "problems", **query).body


def test_problems_are_narrowed_and_counted(world: World, admin: WorldPerson) -> None:
    found = check_roster(world, admin, a_broken_district())
    every = problems(admin, found)
    assert every["total"] == len(every["items"]) == found.body["problem_count"]
    users = problems(admin, found, file="users.csv", severity="error")
    assert [each["column"] for each in users["items"]] == ["givenName"]
    assert users["total"] == 1
    code = every["items"][0]["code"]
    paged = problems(admin, found, severity="error", limit=1)
    assert (paged["items"][0]["code"], paged["total"]) == (code, 2)
    last = problems(admin, found, severity="error", limit=1, cursor=paged["next"])
    assert (len(last["items"]), last["next"], last["total"]) == (1, None, 2)


def test_a_problem_shows_three_places_or_as_many_as_are_wanted(
    world: World, admin: WorldPerson
) -> None:
    found = check_roster(world, admin, a_broken_district())
    for wanted, given in (({}, 3), ({"example_limit": 50}, 50), ({"example_limit": 0}, 0)):
        items = problems(admin, found, file="enrollments.csv", **wanted)["items"]
        assert [(each["count"], len(each["examples"])) for each in items] == [(120, given)]
    stored = found.body["problems"]
    assert max(len(each["examples"]) for each in stored) == 3
    assert look(admin, found, "problems", example_limit=51).status == 422


def test_problems_come_as_a_file_that_no_spreadsheet_runs(world: World, admin: WorldPerson) -> None:
    pack = a_broken_district()
    pack.rows["enrollments"][-1]["userSourcedId"] = "=1+1"
    pack.rows["enrollments"] = pack.rows["enrollments"][-1:]
    found = check_roster(world, admin, pack)
    file = look(admin, found, "problems", ".csv", file="enrollments.csv")
    header, line = file.body.removeprefix("\ufeff").split("\r\n")[:2]
    assert header.startswith("Severity,File,Column,Times,Rows,Examples,Problem,")
    assert line.startswith("error,enrollments.csv,userSourcedId,1,2,row 2: =1+1,")


def a_changed_district() -> Pack:
    """One class less at south, a new student at north, a teacher of another name."""
    pack = a_district()
    for row in [r for r in pack.rows["enrollments"] if r["classSourcedId"] == "k2"]:
        pack.remove("enrollments", row["sourcedId"])
    pack.remove("classes", "k2").change("users", "tess", givenName="Terry")
    a_user(pack, "eve", "student", "north")
    enroll(pack, "eve", "k1", "student")
    return pack


def test_the_difference_is_named_by_school(world: World, admin: WorldPerson) -> None:
    apply_roster(world, admin, a_district())
    found = check_roster(world, admin, a_changed_district())
    listed = look(admin, found, "schools").body

    def count_changes(school: Any) -> dict[str, tuple[int, ...]]:
        names = ("before_count", "added_count", "changed_count", "removed_count")
        return {each["kind"]: tuple(each[n] for n in names) for each in school["changes"]}

    assert [each["school_name"] for each in listed["items"]] == ["North School", "South School"]
    north, south = map(count_changes, listed["items"])
    assert north == {
        "students": (2, 1, 0, 0),
        "teachers": (1, 0, 1, 0),
        "enrollments": (3, 1, 0, 0),
    }
    assert south == {"classes": (1, 0, 0, 1), "enrollments": (3, 0, 0, 3)}
    some = look(admin, found, "schools", text="SOUTH").body
    assert (some["total"], some["items"][0]["school_id"]) == (1, "south")


def test_the_same_package_again_changes_no_school(world: World, admin: WorldPerson) -> None:
    apply_roster(world, admin, a_district())
    found = check_roster(world, admin, a_district())
    assert look(admin, found, "schools").body == {"items": [], "next": None, "total": 0}


def test_a_held_import_says_what_would_be_lost(world: World, admin: WorldPerson) -> None:
    apply_roster(world, admin, a_district())
    a_sheet(world, "A1", a_row("cai", "1"), school_class="k2")
    a_sheet(world, "A2", a_row("cai", "1"), school_class="k2")
    a_sheet(world, "A1", a_row("ada", "1"), school_class="k1")
    found = check_roster(
        world, admin, a_changed_district().remove("roles", "r-cai").remove("users", "cai")
    )
    assert found.body["state"] == "held"
    assert found.body["lost"] == {
        "class_count": 1,
        "student_count": 1,
        "sheet_count": 2,
        "sheet_count_is_exact": True,
    }
    assert check_roster(world, admin, a_district()).body["lost"] is None


def test_the_list_says_what_each_import_changes_also_once_names_are_gone(
    world: World, admin: WorldPerson
) -> None:
    apply_roster(world, admin, a_district())
    found = check_roster(world, admin, a_broken_district())
    world.clock.forward(days=32)
    world.services.jobs.tick(world.clock.now())
    work(world)
    kept = admin.get(f"/v1/roster-imports/{found.body['id']}").body
    assert kept["expired"]
    assert kept["changes"] == found.body["changes"]
    assert "ghost" not in str(kept)
    rows = admin.get("/v1/roster-imports").body["items"]
    assert rows[0]["changes"] == found.body["changes"]
    assert look(admin, found, "schools").body["items"] == []


def test_a_discarded_import_names_the_person_who_discarded_it(
    world: World, admin: WorldPerson
) -> None:
    found = check_roster(world, admin, a_district())
    path = f"/v1/roster-imports/{found.body['id']}"
    gone = admin.delete(path, etag=found.etag).body
    assert (gone["state"], gone["discarded_by_id"]) == ("discarded", "operator")


def test_result_sheets_of_a_class_that_goes_are_closed_and_come_back_with_it(
    world: World, admin: WorldPerson
) -> None:
    """The page of a held import says so."""
    apply_roster(world, admin, a_district())
    tracker = builders.a_tracker(world, "theo", school="south", class_id="k2")
    a_sheet(world, "A1", a_row("cai", "1"), school_class="k2")

    def look_around() -> list[int]:
        parts = ("/sheets", "/students", "/mastery")
        return [admin.get(f"/v1/trackers/{tracker.id}{part}").status for part in parts]

    assert look_around() == [200, 200, 200]
    apply_roster(world, admin, a_changed_district(), confirm_drops=True)
    assert look_around() == [404, 404, 404]
    apply_roster(world, admin, a_district(), confirm_drops=True)  # a new student goes again
    assert look_around() == [200, 200, 200]
