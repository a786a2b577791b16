import pytest

import app  # noqa: F401 - its doors are what is looked at
from chalicelib.districts.rights import RIGHTS, Right
from chalicelib.web.lazy_routes import every_domain
from tests.api.team_scene import a_team
from tests.support import builders
from tests.support.world import DISTRICT, World


def test_an_admin_reads_and_changes_the_district(world: World) -> None:
    admin = world.admin()
    read = admin.get("/v1/district")
    assert (read.status, read.body["time_zone"]) == (200, "America/Chicago")
    changed = admin.patch("/v1/district", {"roster_drop_threshold": 25}, etag=read.etag)
    assert (changed.status, changed.body["roster_drop_threshold"]) == (200, 25)
    assert admin.get("/v1/district").body == changed.body


def test_a_teacher_may_read_the_district_but_not_change_it(world: World) -> None:
    teacher = world.teacher()
    assert teacher.get("/v1/district").status == 200
    refused = teacher.patch("/v1/district", {"name": "Mine"}, etag='"0"')
    assert (refused.status, refused.code) == (403, "not_for_your_role")


def test_a_change_must_name_the_version_and_the_second_admin_gets_a_conflict(world: World) -> None:
    one, two = world.admin("one"), world.admin("two")
    read = one.get("/v1/district")
    assert one.patch("/v1/district", {"name": "One"}).status == 428
    assert one.patch("/v1/district", {"name": "One"}, etag=read.etag).status == 200
    late = two.patch("/v1/district", {"name": "Two"}, etag=read.etag)
    assert (late.status, late.code, late.body["version"]) == (412, "changed_meanwhile", 1)
    assert one.get("/v1/district").body["name"] == "One"


@pytest.mark.parametrize("zone", ["America/Gotham", "America", "", "localtime", "right/UTC"])
def test_a_time_zone_that_only_some_machines_or_none_know_is_refused(
    world: World, zone: str
) -> None:
    refused = world.admin().patch("/v1/district", {"time_zone": zone}, etag='"0"')
    assert refused.status == 422
    assert refused.body["errors"][0]["pointer"] == "/time_zone"


def test_who_am_i_agrees_with_the_roster(world: World) -> None:
    assert world.teacher("tess", "north").get("/v1/me").body["school_ids"] == ["north"]


def test_who_am_i_has_schools_roles_teams_and_permissions(world: World) -> None:
    builders.a_school(world, "north")
    lena, dana = world.teacher("lena", "north"), world.admin()
    led = a_team(world, ("lena",), ("tess",), name="Grade 3")
    joined = a_team(world, ("tess",), ("lena",), name="Arts", school="")
    a_team(world, ("lena",), name="Old", retired=True)
    me = lena.get("/v1/me").body
    assert me["district"] == {
        "id": DISTRICT,
        "name": "Green Bluff ISD",
        "time_zone": "America/Chicago",
        "locale": "en-US",
    }
    assert me["today"] == "2026-09-14"
    assert me["schools"] == [{"id": "north", "name": "North Elementary"}]
    assert me["teams"] == [
        {"id": joined.id, "name": "Arts"},
        {"id": led.id, "name": "Grade 3"},
    ]
    assert me["led_teams"] == [{"id": led.id, "name": "Grade 3"}]
    teachers = ["create_assessment", "create_tracker", "change_sheet", "create_activation"]
    assert me["rights"] == [*teachers, "create_process"]
    assert world.teacher("tim", "north").get("/v1/me").body["rights"] == teachers
    admins = dana.get("/v1/me").body
    assert (admins["schools"], admins["teams"], admins["led_teams"]) == ([], [], [])
    assert "create_distribution" in admins["rights"]
    assert "create_process" not in admins["rights"]


def test_the_time_zone_of_me_is_the_one_in_force(world: World) -> None:
    admin = world.admin()
    admin.patch("/v1/district", {"time_zone": "America/Denver"}, etag='"0"')
    assert admin.get("/v1/me").body["district"]["time_zone"] == "America/Denver"


def test_every_right_is_what_the_operation_it_names_says(world: World) -> None:
    policies = {each.name: each.policy.roles for room in every_domain() for each in room.routes}
    assert {right: frozenset(roles) for right, roles in RIGHTS.items()} == {
        right: policies[right.value] for right in RIGHTS
    }
    assert Right.START_PROCESSES.value in policies


def test_nobody_without_a_token_gets_in(world: World) -> None:
    assert world.nobody().get("/v1/district").status == 401


def test_every_change_leaves_an_audit_record_without_names(world: World) -> None:
    admin = world.admin()
    admin.patch("/v1/district", {"name": "Renamed"}, etag='"0"')
    (entry,) = [item for item in world.items() if "#AUDIT#" in item["pk"]["S"]]
    assert (entry["person"]["S"], entry["verb"]["S"]) == ("dana", "change_district")
    assert "Renamed" not in str(entry)


def test_a_district_prints_on_letter_paper_and_sends_links_by_default(world: World) -> None:
    admin = world.admin()
    read = admin.get("/v1/district")
    assert (read.body["paper"], read.body["report_delivery"]) == ("letter", "link")
    said = {"paper": "a4", "report_delivery": "attached"}
    changed = admin.patch("/v1/district", said, etag=read.etag)
    assert {name: changed.body[name] for name in said} == said
    refused = admin.patch("/v1/district", {"paper": "legal"}, etag=changed.etag)
    assert (refused.status, refused.body["errors"][0]["pointer"]) == (422, "/paper")
