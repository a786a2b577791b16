"""Sending people of the roster their first password."""

from __future__ import annotations

from tests.support import builders
from tests.support.world import World


def test_a_teacher_is_invited_once_and_again_until_they_sign_in(world: World) -> None:
    builders.a_person(world, "tess")
    admin = world.admin()
    first = admin.post("/v1/people/tess/invitation")
    assert (first.status, first.body["resent"]) == (200, False)
    assert admin.post("/v1/people/tess/invitation").body["resent"] is True
    pool, name = world.settings.user_pool, "tess@example.org"
    world.clients.cognito.admin_set_user_password(
        UserPoolId=pool, Username=name, Password="Correct-horse-1", Permanent=True
    )
    refused = admin.post("/v1/people/tess/invitation")
    assert (refused.status, refused.code) == (409, "already_signs_in")


def test_people_without_the_right_to_sign_in_are_not_invited(world: World) -> None:
    builders.a_person(world, "stu", roles=())
    builders.a_person(world, "gone", enabled=False)
    builders.a_person(world, "mute", email="")
    admin = world.admin()
    codes = {
        person: admin.post(f"/v1/people/{person}/invitation").code
        for person in ("stu", "gone", "mute", "nobody")
    }
    assert codes == {
        "stu": "cannot_sign_in",
        "gone": "cannot_sign_in",
        "mute": "no_address",
        "nobody": "person_not_found",
    }
    assert not world.clients.cognito.list_users(UserPoolId=world.settings.user_pool)["Users"]


def test_an_invitation_leaves_an_audit_record(world: World) -> None:
    builders.a_person(world, "tess")
    world.admin().post("/v1/people/tess/invitation")
    entries = [item for item in world.items() if "#AUDIT#" in item["pk"]["S"]]
    assert [(each["verb"]["S"], each["subject"]["S"]) for each in entries] == [
        ("invite_person", "tess")
    ]


def test_a_repeat_under_its_key_does_not_send_another_password(world: World) -> None:
    builders.a_person(world, "tess")
    admin = world.admin()
    calls: list[str] = []
    events = world.clients.cognito.meta.events
    name = "before-call.cognito-identity-provider"
    events.register(name, lambda model, **_: calls.append(model.name), unique_id="count")
    try:
        first, again = (admin.post("/v1/people/tess/invitation", key="k1") for _ in range(2))
    finally:
        events.unregister(name, unique_id="count")
    assert (first.body, first.status) == (again.body, again.status)
    assert calls == ["AdminCreateUser"]
