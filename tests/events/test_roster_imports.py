"""Imports continue automatically: when files arrive, when messages are lost, when nobody comes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.rosters.imports.model import NEXT, RosterImportState
from tests.support.packages import Pack, a_district
from tests.support.world import DISTRICT, World, WorldPerson


@pytest.fixture
def admin(world: World) -> WorldPerson:
    return world.admin("operator")


def begin_import(admin: WorldPerson) -> str:
    return str(admin.post("/v1/roster-imports", {}).body["id"])


def upload(world: World, import_id: str) -> None:
    """Put the file there, and send no event."""
    key = f"uploads/roster-import/{import_id}.zip"
    body = a_district().write_zip()
    world.clients.s3.put_object(Bucket=world.settings.files_bucket, Key=key, Body=body)


def minutes_pass(world: World, minutes: int) -> None:
    world.clock.forward(minutes=minutes)
    world.services.jobs.tick(world.clock.now())
    work(world)


def work(world: World) -> None:
    while records := world.messages("jobs"):
        world.services.jobs.run_batch({"Records": records})


def state(admin: WorldPerson, import_id: str) -> Any:
    return admin.get(f"/v1/roster-imports/{import_id}").body["state"]


def due(world: World) -> list[str]:
    """Name what is due within the next days."""
    soon = (world.clock.now() + timedelta(days=7)).isoformat()
    every = [i["sk"]["S"] for i in world.items() if i["pk"]["S"] == f"{DISTRICT}#DUE"]
    return [entry for entry in every if entry < soon]


def test_an_upload_that_nobody_reported_is_found_by_the_clock(
    world: World, admin: WorldPerson
) -> None:
    import_id = begin_import(admin)
    minutes_pass(world, 4)
    assert state(admin, import_id) == "awaiting_upload"
    upload(world, import_id)
    minutes_pass(world, 1)
    assert state(admin, import_id) == "ready"
    assert due(world) == []


def test_an_application_whose_message_was_lost_is_picked_up(
    world: World, admin: WorldPerson
) -> None:
    import_id = begin_import(admin)
    upload(world, import_id)
    minutes_pass(world, 6)
    found = admin.get(f"/v1/roster-imports/{import_id}")
    admin.post(f"/v1/roster-imports/{import_id}/application", {}, etag=found.etag)
    assert len(world.messages("jobs")) == 1  # taken, and lost with who took it
    assert state(admin, import_id) == "applying"
    minutes_pass(world, 3)
    assert state(admin, import_id) == "applied"
    assert due(world) == []


def test_an_upload_that_never_comes_is_given_up_after_a_day(
    world: World, admin: WorldPerson
) -> None:
    import_id = begin_import(admin)
    minutes_pass(world, 60)
    assert state(admin, import_id) == "awaiting_upload"
    assert len(due(world)) == 1
    minutes_pass(world, 24 * 60)
    assert state(admin, import_id) == "discarded"
    assert due(world) == []


def test_a_doubled_event_checks_a_file_once(world: World, admin: WorldPerson) -> None:
    import_id = begin_import(admin)
    upload(world, import_id)
    event = {"detail": {"object": {"key": f"uploads/roster-import/{import_id}.zip"}}}
    for _ in range(2):
        world.services.uploads.handle_event(event)
    work(world)
    version = admin.get(f"/v1/roster-imports/{import_id}").body["version"]
    world.services.uploads.handle_event(event)
    work(world)
    assert admin.get(f"/v1/roster-imports/{import_id}").body["version"] == version


def test_a_file_that_comes_again_after_the_check_changes_nothing(
    world: World, admin: WorldPerson
) -> None:
    """The form still works for some minutes; what is applied is what was checked."""
    import_id = begin_import(admin)
    upload(world, import_id)
    minutes_pass(world, 6)
    key = f"uploads/roster-import/{import_id}.zip"
    world.clients.s3.put_object(Bucket=world.settings.files_bucket, Key=key, Body=b"other")
    found = admin.get(f"/v1/roster-imports/{import_id}")
    admin.post(f"/v1/roster-imports/{import_id}/application", {}, etag=found.etag)
    work(world)
    assert state(admin, import_id) == "applied"
    assert world.services.rosters.school_names(DISTRICT)["north"] == "North School"


def test_a_file_that_cannot_be_checked_is_given_up_with_a_reason(
    world: World, admin: WorldPerson
) -> None:
    """A check that dies each time (out of memory, say) must not go on for ever."""
    import_id = begin_import(admin)
    upload(world, import_id)
    items = world.services.roster_import_items
    known = items.get(DISTRICT, import_id)
    at = "2026-09-14T17:06:00.000Z"
    items.move(DISTRICT, known, known.move_to(RosterImportState.CHECKING, at, attempts=5))
    minutes_pass(world, 10)
    read = admin.get(f"/v1/roster-imports/{import_id}").body
    assert read["state"] == "refused"
    assert "support" in read["report"]["message"]
    assert due(world) == []


def test_every_state_can_be_left_or_is_an_end() -> None:
    ends = {state for state, following in NEXT.items() if not following}
    assert ends == {RosterImportState.APPLIED, RosterImportState.DISCARDED}
    assert set(NEXT) == set(RosterImportState)


# -- what is not kept for good ---------------------------------------------------------------------


def files(world: World) -> set[str]:
    listed = world.clients.s3.list_objects_v2(Bucket=world.settings.files_bucket)
    return {each["Key"].rpartition("/")[0] for each in listed.get("Contents", [])}


def check_roster(world: World, admin: WorldPerson, pack: Pack | None = None) -> str:
    import_id = begin_import(admin)
    key = f"uploads/roster-import/{import_id}.zip"
    body = (pack or a_district()).write_zip()
    world.clients.s3.put_object(Bucket=world.settings.files_bucket, Key=key, Body=body)
    world.services.uploads.handle_event({"detail": {"object": {"key": key}}})
    work(world)
    return import_id


def apply(world: World, admin: WorldPerson, import_id: str) -> str:
    path = f"/v1/roster-imports/{import_id}"
    reply = admin.post(f"{path}/application", {}, etag=admin.get(path).etag)
    assert reply.status == 202, reply.body
    work(world)
    assert state(admin, import_id) == "applied"
    return import_id


def rename_ada(name: str) -> Pack:
    return a_district().change("users", "ada", familyName=name)


def a_broken_district() -> Pack:
    return a_district().change("enrollments", "ada-k1", userSourcedId="nobody")


@pytest.mark.parametrize(
    ("pack", "outcome"), [(a_district, "ready"), (a_broken_district, "refused")]
)
def test_a_raw_package_goes_when_it_is_checked(
    world: World, admin: WorldPerson, pack: Callable[[], Pack], outcome: str
) -> None:
    import_id = check_roster(world, admin, pack())
    assert state(admin, import_id) == outcome
    assert "uploads/roster-import" not in files(world)


def test_a_raw_package_that_was_never_checked_goes_with_its_import(
    world: World, admin: WorldPerson
) -> None:
    import_id = begin_import(admin)
    upload(world, import_id)
    found = admin.get(f"/v1/roster-imports/{import_id}")
    assert admin.delete(f"/v1/roster-imports/{import_id}", etag=found.etag).status == 200
    work(world)
    assert files(world) == set()


def test_the_roster_in_force_and_the_one_before_are_kept_and_no_other(
    world: World, admin: WorldPerson
) -> None:
    first, second, third = (
        apply(world, admin, check_roster(world, admin, rename_ada(name)))
        for name in ("Byron", "King", "Lovelace")
    )
    minutes_pass(world, 1)
    assert files(world) == {f"rosters/{second}", f"rosters/{third}"}
    roster = admin.get("/v1/roster").body
    assert (roster["current_import_id"], roster["previous_import_id"]) == (third, second)
    gone = admin.get(f"/v1/roster-imports/{first}").body
    assert (gone["state"], gone["expired"], gone["allowed"]) == ("applied", True, [])
    assert gone["report"]["counts"]["users"] == 8
    refused = admin.post("/v1/roster-imports", {"restored_import_id": first})
    assert (refused.status, refused.code) == (409, "roster_not_kept")
    assert admin.post("/v1/roster-imports", {"restored_import_id": second}).status == 201


def test_a_package_that_nobody_applies_is_discarded_after_thirty_days(
    world: World, admin: WorldPerson
) -> None:
    apply(world, admin, check_roster(world, admin))
    waiting = check_roster(world, admin, rename_ada("Lovelace"))
    refused = check_roster(world, admin, a_broken_district())
    minutes_pass(world, 29 * 24 * 60)
    assert [state(admin, each) for each in (waiting, refused)] == ["ready", "refused"]
    assert admin.get(f"/v1/roster-imports/{refused}").body["problems"]
    for _ in range(3):
        minutes_pass(world, 24 * 60)
    assert [state(admin, each) for each in (waiting, refused)] == ["discarded", "refused"]
    assert len(files(world)) == 1
    texts = [item["doc"]["S"] for item in world.items() if item["pk"]["S"].endswith("IMPORTS")]
    assert len(texts) == 3
    assert not [text for text in texts if "nobody" in text]


def test_an_end_that_comes_while_somebody_applies_takes_nothing_away(
    world: World, admin: WorldPerson
) -> None:
    waiting = check_roster(world, admin)
    world.clock.forward(days=30, minutes=1)
    path = f"/v1/roster-imports/{waiting}"
    assert admin.post(f"{path}/application", {}, etag=admin.get(path).etag).status == 202
    world.services.jobs.tick(world.clock.now())
    work(world)
    assert state(admin, waiting) == "applied"
    assert files(world) == {f"rosters/{waiting}"}


def test_reading_what_an_import_says_of_people_leaves_an_audit_line(
    world: World, admin: WorldPerson, caplog: pytest.LogCaptureFixture
) -> None:
    import_id = check_roster(world, admin, a_broken_district())
    for path in (f"/v1/roster-imports/{import_id}", f"/v1/roster-imports/{import_id}/problems"):
        caplog.clear()
        assert admin.get(path).status == 200
        (line,) = [each for each in caplog.records if each.msg == "read_of_students"]
        assert (line.what, line.subject) == ("roster import", import_id)  # type: ignore[attr-defined]
