"""Imports go on by themselves: when files arrive, when messages are lost, when nobody comes."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.rosters.imports import NEXT, State
from tests.packages import a_district
from tests.world import DISTRICT, Person, World


@pytest.fixture
def admin(world: World) -> Person:
    return world.admin("operator")


def begun(admin: Person) -> str:
    return str(admin.post("/v1/roster-imports", {}).body["id"])


def upload(world: World, import_id: str) -> None:
    """Put the file there, and have nobody told."""
    key = f"uploads/roster-import/{import_id}.zip"
    body = a_district().packed()
    world.clients.s3.put_object(Bucket=world.settings.files_bucket, Key=key, Body=body)


def minutes_pass(world: World, minutes: int) -> None:
    world.clock.forward(minutes=minutes)
    world.services.jobs.tick(world.clock.now())
    work(world)


def work(world: World) -> None:
    while records := world.messages("jobs"):
        world.services.jobs.run_batch({"Records": records})


def state(admin: Person, import_id: str) -> Any:
    return admin.get(f"/v1/roster-imports/{import_id}").body["state"]


def due(world: World) -> list[str]:
    return [i["sk"]["S"] for i in world.items() if i["pk"]["S"] == f"{DISTRICT}#DUE"]


def test_an_upload_that_nobody_reported_is_found_by_the_clock(world: World, admin: Person) -> None:
    import_id = begun(admin)
    upload(world, import_id)
    minutes_pass(world, 4)
    assert state(admin, import_id) == "awaiting_upload"
    minutes_pass(world, 2)
    assert state(admin, import_id) == "ready"
    assert due(world) == []


def test_an_application_whose_message_was_lost_is_picked_up(world: World, admin: Person) -> None:
    import_id = begun(admin)
    upload(world, import_id)
    minutes_pass(world, 6)
    found = admin.get(f"/v1/roster-imports/{import_id}")
    admin.post(f"/v1/roster-imports/{import_id}/application", {}, etag=found.etag)
    assert len(world.messages("jobs")) == 1  # taken, and lost with who took it
    assert state(admin, import_id) == "applying"
    minutes_pass(world, 3)
    assert state(admin, import_id) == "applied"
    assert due(world) == []


def test_an_upload_that_never_comes_is_given_up_after_a_day(world: World, admin: Person) -> None:
    import_id = begun(admin)
    minutes_pass(world, 60)
    assert state(admin, import_id) == "awaiting_upload"
    assert len(due(world)) == 1
    minutes_pass(world, 24 * 60)
    assert state(admin, import_id) == "discarded"
    assert due(world) == []


def test_a_file_told_of_twice_is_checked_once(world: World, admin: Person) -> None:
    import_id = begun(admin)
    upload(world, import_id)
    event = {"detail": {"object": {"key": f"uploads/roster-import/{import_id}.zip"}}}
    for _ in range(2):
        world.services.uploads.arrived(event)
    work(world)
    version = admin.get(f"/v1/roster-imports/{import_id}").body["version"]
    world.services.uploads.arrived(event)
    work(world)
    assert admin.get(f"/v1/roster-imports/{import_id}").body["version"] == version


def test_a_file_that_comes_again_after_the_check_changes_nothing(
    world: World, admin: Person
) -> None:
    """The form still works for some minutes; what is applied is what was checked."""
    import_id = begun(admin)
    upload(world, import_id)
    minutes_pass(world, 6)
    key = f"uploads/roster-import/{import_id}.zip"
    world.clients.s3.put_object(Bucket=world.settings.files_bucket, Key=key, Body=b"other")
    found = admin.get(f"/v1/roster-imports/{import_id}")
    admin.post(f"/v1/roster-imports/{import_id}/application", {}, etag=found.etag)
    work(world)
    assert state(admin, import_id) == "applied"
    assert world.services.rosters.school_names(DISTRICT)["north"] == "North School"


def test_what_cannot_be_checked_is_given_up_with_a_word(world: World, admin: Person) -> None:
    """A check that dies each time (out of memory, say) must not go on for ever."""
    import_id = begun(admin)
    upload(world, import_id)
    items = world.services.roster_import_items
    known = items.get(DISTRICT, import_id)
    at = "2026-09-14T17:06:00.000Z"
    items.move(DISTRICT, known, known.moved(State.CHECKING, at, attempts=5))
    minutes_pass(world, 10)
    read = admin.get(f"/v1/roster-imports/{import_id}").body
    assert read["state"] == "refused"
    assert "support" in read["report"]["message"]
    assert due(world) == []


def test_every_state_can_be_left_or_is_an_end() -> None:
    ends = {state for state, following in NEXT.items() if not following}
    assert ends == {State.APPLIED, State.DISCARDED}
    assert set(NEXT) == set(State)
