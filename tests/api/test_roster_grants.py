"""A doubtful administrator of the district becomes one by name, and by nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.wiring import services
from tests.api.test_rosters import check_roster, work
from tests.support.packages import Pack, a_district, a_user
from tests.support.world import Reply, World, WorldPerson, give_account, token


def with_second_district(version: str = "1.2") -> Pack:
    pack = a_district(version).add("orgs", "d2", name="Other District", type="district")
    pack.add("orgs", "west", name="West School", type="school", parentSourcedId="d2")
    a_user(pack, "ola", "administrator" if version == "1.1" else "districtAdministrator", "d2")
    return pack


def bring(world: World, admin: WorldPerson, pack: Pack, **body: Any) -> Reply:
    """Import, apply, and return the import as it ended."""
    found = check_roster(world, admin, pack)
    path = f"/v1/roster-imports/{found.body['id']}"
    answer = admin.post(f"{path}/application", {"confirm_drops": True, **body}, etag=found.etag)
    if answer.status != 202:
        return answer
    work(world)
    return admin.get(path)


def roles(name: str) -> list[str]:
    username = f"{name}@example.org"
    give_account(services(), username, name)
    return list(
        WorldPerson(f"Bearer {token(username)}").get("/v1/me").body.get("roles", ["nobody"])
    )


@pytest.fixture
def admin(world: World) -> WorldPerson:
    return world.admin("operator")


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_a_general_confirmation_grants_nothing(
    world: World, admin: WorldPerson, version: str
) -> None:
    done = bring(world, admin, with_second_district(version))
    assert done.body["state"] == "applied"
    assert done.body["unconfirmed_admins"] == [
        {
            "person_id": "ola",
            "person_name": "Ola Example",
            "office_id": "d2",
            "office_name": "Other District",
            "reason": "other_office",
        }
    ]
    assert (roles("ola"), roles("dana")) == (["school_admin"], ["district_admin"])


def test_a_grant_by_name_is_carried_out_and_remembered(world: World, admin: WorldPerson) -> None:
    done = bring(world, admin, with_second_district(), granted_person_ids=["ola"])
    assert (done.body["state"], done.body["unconfirmed_admins"]) == ("applied", [])
    (grant,) = done.body["grants"]
    assert (grant["person_id"], grant["office_id"]) == ("ola", "d2")
    assert done.body["done"] == done.body["total"]
    assert roles("ola") == ["district_admin"]
    again = bring(world, admin, with_second_district())
    assert (again.body["unconfirmed_admins"], again.body["done"]) == ([], 0)
    assert roles("ola") == ["district_admin"]


def test_a_grant_ends_with_the_role_it_was_for(world: World, admin: WorldPerson) -> None:
    bring(world, admin, with_second_district(), granted_person_ids=["ola"])
    bring(world, admin, with_second_district().change("roles", "r-ola", role="aide"))
    assert roles("ola") == ["nobody"]
    back = bring(world, admin, with_second_district())
    assert [each["person_id"] for each in back.body["unconfirmed_admins"]] == ["ola"]
    assert roles("ola") == ["school_admin"]


def test_a_grant_later_changes_what_it_is_about_and_nothing_else(
    world: World, admin: WorldPerson
) -> None:
    bring(world, admin, with_second_district())
    later = bring(world, admin, with_second_district(), granted_person_ids=["ola"])
    assert later.body["done"] == 2, "the person and the sign-in"
    assert roles("ola") == ["district_admin"]


def test_only_who_waits_can_be_granted_anything(world: World, admin: WorldPerson) -> None:
    refused = bring(world, admin, with_second_district(), granted_person_ids=["tess"])
    assert (refused.status, refused.code) == (422, "grant_not_pending")
    assert refused.body["errors"][0]["pointer"] == "/granted_person_ids"


def test_a_delta_leaves_grants_and_doubts_as_they_are(world: World, admin: WorldPerson) -> None:
    pack = with_second_district().add("orgs", "d3", name="Third District", type="district")
    a_user(pack, "ute", "districtAdministrator", "d3")
    bring(world, admin, pack, granted_person_ids=["ola"])
    delta = Pack().add("courses", "art", title="Art", orgSourcedId="d1")
    delta.rows["courses"][-1] |= {"status": "active", "dateLastModified": "2026-09-01T00:00:00Z"}
    done = bring(world, admin, delta.only("delta", "courses"))
    assert [each["person_id"] for each in done.body["unconfirmed_admins"]] == ["ute"]
    assert (roles("ola"), roles("ute")) == (["district_admin"], ["nobody"])


def test_an_earlier_roster_comes_back_with_todays_grants_only(
    world: World, admin: WorldPerson
) -> None:
    first = bring(world, admin, a_district("1.1").change("users", "pria", orgSourcedIds="north,d1"))
    assert [each["reason"] for each in first.body["unconfirmed_admins"]] == ["school_and_district"]
    bring(world, admin, a_district("1.1"))
    begun = admin.post("/v1/roster-imports", {"restored_import_id": first.body["id"]})
    work(world)
    path = f"/v1/roster-imports/{begun.body['id']}"
    found = admin.get(path)
    assert [each["person_id"] for each in found.body["unconfirmed_admins"]] == ["pria"]
    admin.post(f"{path}/application", {"confirm_drops": True}, etag=found.etag)
    work(world)
    assert roles("pria") == ["school_admin"]
