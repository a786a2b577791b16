"""Identifiers with any character that OneRoster allows, in every address that takes one."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.web.addresses import read_segment, write_segment
from tests.api.test_rosters import apply_roster
from tests.support.packages import Pack, a_district
from tests.support.world import World, WorldPerson, give_account, token

ODD = [
    "0101/02", "a b", "50%", "50%2F", "50%41", "a+b", "a:b", 'q"q', "it's", "Zoë", "学校 1", "..",
    ".", "x.", "~me", "a~2Fb", "#1", "?x=1&y", "a\\b", "{x}", "a;b,c"[:3], "http://x/y#z",
]  # fmt: skip


def spell(id_: str) -> list[str]:
    """Return the spellings of an identifier that a client may use in an address."""
    encoded = quote(id_, safe="")
    return [write_segment(id_), *([encoded] if encoded.strip(".") else [])]


def with_ids(id_: str) -> Pack:
    """Return the little district with one identifier for a school, class, course and teacher."""
    names = {
        "north": f"{id_}",
        "k1": f"{id_}",
        "math3": f"{id_}",
        "tess": f"{id_}",
        "ada": f"{id_}/ada",
    }
    pack = a_district()
    columns = {
        "orgs": "sourcedId", "courses": "sourcedId", "users": "sourcedId",
        "classes": "sourcedId courseSourcedId schoolSourcedId",
        "roles": "userSourcedId orgSourcedId",
        "enrollments": "classSourcedId schoolSourcedId userSourcedId",
    }  # fmt: skip
    for file, changed in columns.items():
        for row in pack.rows[file]:
            for column in changed.split():
                row[column] = names.get(row.get(column, ""), row.get(column, ""))
    return pack


@given(st.text(min_size=1, max_size=40))
def test_a_segment_holds_only_what_no_gateway_decodes_and_is_read_back(id_: str) -> None:
    segment = write_segment(id_)
    assert segment.strip(".")
    assert all(each.isascii() and (each.isalnum() or each in "._~-") for each in segment)
    assert read_segment(segment) == id_
    if write_segment(read_segment(id_)) != id_:  # else it looks like an address of ours itself
        assert read_segment(quote(id_, safe="")) == id_


@pytest.mark.parametrize("id_", ODD)
def test_an_identifier_works_in_every_address(world: World, id_: str) -> None:
    admin = world.admin("operator")
    assert apply_roster(world, admin, with_ids(id_)).body["state"] == "applied"
    give_account(world.services, "tess@example.org", id_)
    tess = WorldPerson(f"Bearer {token('tess@example.org')}")
    (own,) = tess.get("/v1/classes").body["items"]
    assert own["links"]["self"] == f"/v1/classes/{write_segment(id_)}"
    assert [each["id"] for each in tess.get(own["links"]["self"]).body["students"]] == [
        f"{id_}/ada", "ben",
    ]  # fmt: skip
    for segment in spell(id_):
        for collection in ("schools", "courses", "classes", "people"):
            found = admin.get(f"/v1/{collection}/{segment}")
            assert (found.status, found.body.get("id")) == (200, id_), (collection, segment)
        choice = tess.get(f"/v1/people/{segment}/email-preference")
        assert choice.status == 200, choice.body
    wanted = quote(id_, safe="")
    assert [c["id"] for c in admin.get(f"/v1/classes?school_id={wanted}").body["items"]] == [id_]
    assert [
        c["id"]
        for c in admin.get(f"/v1/classes?course_id={wanted}&school_id={wanted}").body["items"]
    ]
    in_team(admin, id_)


def in_team(admin: WorldPerson, id_: str) -> None:
    """Take a teacher with this identifier into a team and out of it by the address."""
    made = admin.post(
        "/v1/teams", {"name": "T", "school_id": None, "member_ids": [], "leader_ids": [id_]}
    )
    assert made.status == 201, made.body
    for segment in spell(id_):
        team = admin.get(f"/v1/teams/{made.body['id']}")
        put = admin.put(
            f"/v1/teams/{made.body['id']}/members/{segment}", {"leader": True}, etag=team.etag
        )
        assert put.status == 200, put.body
        assert [each["id"] for each in put.body["leaders"]] == [id_]


def test_the_next_page_is_linked_by_an_address_that_passes_every_gateway(world: World) -> None:
    admin = world.admin("operator")
    apply_roster(world, admin, with_ids("0101/02"))
    first = admin.get("/v1/people?limit=1")
    assert first.headers["Link"].startswith("</v1/people?")
