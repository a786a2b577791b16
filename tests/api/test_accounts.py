"""A person is an account, not a name: who used a name before gets nothing of who has it now."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from chalicelib.acts import Role
from chalicelib.districts.sign_in_entry import SignIn
from chalicelib.districts.sign_in_items import roster_sign_in
from chalicelib.rosters.model import RoleAt
from tests.support import builders
from tests.support.clouds import NOON
from tests.support.machinery import Machinery
from tests.support.packages import Pack, a_district
from tests.support.world import DISTRICT, World, WorldPerson, give_account, sub_of, token

NAME = "tess@example.org"
LINKED = (("roles", "userSourcedId"), ("enrollments", "userSourcedId"))


@pytest.fixture
def machinery(world: World) -> Machinery:
    return Machinery(world)


def account_of(world: World, name: str = NAME) -> dict[str, Any] | None:
    """Return the pool's entry for a name."""
    client, pool = world.clients.cognito, world.settings.user_pool
    for user in client.list_users(UserPoolId=pool)["Users"]:
        if user["Username"] == name:
            of = {each["Name"]: each["Value"] for each in user["Attributes"]}
            return {"sub": of["sub"], "enabled": user["Enabled"], "status": user["UserStatus"]}
    return None


def sub_in_pool(world: World, name: str = NAME) -> str:
    found = account_of(world, name)
    assert found is not None
    return str(found["sub"])


def set_password(world: World, name: str = NAME) -> None:
    world.clients.cognito.admin_set_user_password(
        UserPoolId=world.settings.user_pool, Username=name, Password="Old-horse-123", Permanent=True
    )


def holder(world: World, name: str = NAME, **claims: Any) -> WorldPerson:
    """Somebody who signs in with the account that the pool has under this name now."""
    return WorldPerson(f"Bearer {token(name, sub=sub_in_pool(world, name), **claims)}")


def load(world: World, machinery: Machinery, pack: Pack) -> None:
    """Import a roster as the operators' admin."""
    admin = world.admin("operator")
    begun = admin.post("/v1/roster-imports", {}).body
    key = begun["upload"]["fields"]["key"]
    bucket = world.settings.files_bucket
    world.clients.s3.put_object(Bucket=bucket, Key=key, Body=pack.write_zip())
    world.services.uploads.handle_event({"detail": {"object": {"key": key}}})
    machinery.work()
    path = f"/v1/roster-imports/{begun['id']}"
    found = admin.get(path)
    done = admin.post(f"{path}/application", {"confirm_drops": True}, etag=found.etag)
    assert done.status == 202, done.body
    machinery.work()
    assert admin.get(path).body["state"] == "applied"


def with_new_tess(pack: Pack) -> Pack:
    """Tess leaves; another Tess comes, with the same sign-in name, and teaches what she taught."""
    for file, column in (("users", "sourcedId"), *LINKED):
        for row in pack.rows[file]:
            if row[column] == "tess":
                row[column] = "tess2"
    return pack.change("users", "tess2", givenName="Tessa")


# -- a name that is used again --------------------------------------------------------------------


def test_an_old_password_opens_nothing_of_the_new_holder_of_the_name(
    world: World, machinery: Machinery
) -> None:
    load(world, machinery, a_district())
    world.admin().post("/v1/people/tess/invitation")
    set_password(world)
    former = holder(world)
    assert former.get("/v1/classes").status == 200
    load(world, machinery, with_new_tess(a_district()))
    assert former.get("/v1/classes").status == 403
    assert world.admin().get("/v1/people/tess2").body["username"] == NAME


def test_a_drop_disables_the_account(world: World, machinery: Machinery) -> None:
    load(world, machinery, a_district())
    world.admin().post("/v1/people/tess/invitation")
    load(world, machinery, with_new_tess(a_district()))
    found = account_of(world)
    assert found is not None
    assert found["enabled"] is False


def test_people_disabled_in_the_roster_are_disabled_here_too(
    world: World, machinery: Machinery
) -> None:
    load(world, machinery, a_district())
    world.admin().post("/v1/people/tess/invitation")
    load(world, machinery, a_district().change("users", "tess", enabledUser="false"))
    found = account_of(world)
    assert found is not None
    assert found["enabled"] is False


def test_an_undone_drop_enables_the_account_and_asks_for_a_new_sign_in(
    world: World, machinery: Machinery
) -> None:
    load(world, machinery, a_district())
    world.admin().post("/v1/people/tess/invitation")
    before = int((NOON - timedelta(minutes=5)).timestamp())
    early = holder(world, auth_time=before)
    assert early.get("/v1/classes").status == 200
    load(world, machinery, with_new_tess(a_district()))
    load(world, machinery, a_district())
    found = account_of(world)
    assert found is not None
    assert found["enabled"] is True
    assert early.get("/v1/classes").status == 401
    assert holder(world).get("/v1/classes").status == 200


def test_an_invitation_takes_a_name_over_with_a_new_account_only(
    world: World, machinery: Machinery
) -> None:
    load(world, machinery, a_district())
    admin = world.admin()
    first = admin.post("/v1/people/tess/invitation")
    assert first.body["other_account_replaced"] is False
    set_password(world)
    former = holder(world)
    load(world, machinery, with_new_tess(a_district()))
    invited = admin.post("/v1/people/tess2/invitation")
    assert (invited.status, invited.body["resent"]) == (200, False)
    assert invited.body["other_account_replaced"] is True
    again = admin.post("/v1/people/tess2/invitation")
    assert (again.body["resent"], again.body["other_account_replaced"]) == (True, False)
    found = account_of(world)
    assert found is not None
    assert (found["enabled"], found["status"]) == (True, "FORCE_CHANGE_PASSWORD")
    assert former.get("/v1/classes").status == 403
    assert holder(world).get("/v1/me").body["person_id"] == "tess2"


def test_an_account_that_nobody_was_given_opens_nothing(world: World) -> None:
    builders.a_person(world, "tess")
    world.services.table.commit([roster_sign_in(DISTRICT, sign_in("tess"))])
    assert WorldPerson(f"Bearer {token(NAME)}").get("/v1/me").status == 403
    set_up_by_hand(world)
    assert holder(world).get("/v1/me").status == 403
    world.admin().post("/v1/people/tess/invitation")
    assert holder(world).get("/v1/me").status == 200


def test_the_subject_must_be_the_accounts_own(world: World) -> None:
    world.teacher("tess")
    assert WorldPerson(f"Bearer {token(NAME)}").get("/v1/me").status == 200
    assert WorldPerson(f"Bearer {token(NAME, sub='another')}").get("/v1/me").status == 403


def test_two_people_of_one_name_never_share_an_account(world: World) -> None:
    """The roster's check refuses them; what an older roster left is not joined by an invitation."""
    builders.a_person(world, "tess")
    builders.a_person(world, "other", username=NAME.upper())
    world.services.table.commit([roster_sign_in(DISTRICT, sign_in("tess"))])
    admin = world.admin()
    assert admin.post("/v1/people/tess/invitation").status == 200
    refused = admin.post("/v1/people/other/invitation")
    assert (refused.status, refused.code) == (409, "sign_in_name_taken")
    assert holder(world).get("/v1/me").body["person_id"] == "tess"


def test_an_invitation_does_not_take_an_operators_account(world: World) -> None:
    builders.a_person(world, "tess")
    user = world.services.invitations.grant_account(DISTRICT, NAME, NAME, "first-admin")
    world.services.districts.appoint_first_admin(NAME, ("Tess", ""), NAME, user.sub)
    assert holder(world).get("/v1/me").body["roles"] == ["district_admin"]
    refused = world.admin().post("/v1/people/tess/invitation")
    assert (refused.status, refused.code) == (409, "sign_in_name_reserved")
    assert sub_in_pool(world) == user.sub


def test_an_operators_entry_is_nobody_elses_of_the_same_name(world: World) -> None:
    """The operators let somebody in; later the roster has another person of that name."""
    world.teacher("tess")
    world.services.districts.appoint_first_admin(NAME, ("Old", "Admin"), "", "sub-of-the-admin")
    assert WorldPerson(f"Bearer {token(NAME)}").get("/v1/me").body["roles"] == ["teacher"]
    world.services.districts.appoint_first_admin(NAME, ("Tess", ""), "", sub_of(NAME))
    both = WorldPerson(f"Bearer {token(NAME)}").get("/v1/me").body["roles"]
    assert both == ["district_admin", "teacher"]


def test_a_person_of_an_identity_provider_keeps_the_account_and_signs_in_again(
    world: World,
) -> None:
    builders.a_person(world, "tess")
    world.services.table.commit([roster_sign_in(DISTRICT, sign_in("tess"))])
    come_by_identity_provider(world)
    give_account(world.services, NAME, "former", sub_in_pool(world))
    calls = watch(world)
    assert world.admin().post("/v1/people/tess/invitation").status == 200
    assert calls == ["AdminCreateUser", "AdminGetUser", "AdminUserGlobalSignOut"]
    early = int((NOON - timedelta(minutes=5)).timestamp())
    assert holder(world, auth_time=early).get("/v1/me").status == 401
    assert holder(world).get("/v1/me").body["person_id"] == "tess"


# -- sign out -------------------------------------------------------------------------------------


def since(moment: datetime) -> WorldPerson:
    return WorldPerson(f"Bearer {token(NAME, auth_time=int(moment.timestamp()))}")


def test_a_person_who_signs_out_everywhere_must_sign_in_again(
    world: World, machinery: Machinery
) -> None:
    world.teacher("tess")
    ended = since(NOON).post("/v1/me/sign-out")
    assert (ended.status, ended.body["person_id"]) == (200, "tess")
    assert since(NOON - timedelta(hours=1)).get("/v1/me").status == 401
    assert since(NOON).get("/v1/me").status == 401
    assert since(NOON + timedelta(seconds=1)).get("/v1/me").status == 200
    machinery.run()


def test_a_token_renewed_from_an_ended_sign_in_is_refused(world: World) -> None:
    """Its issue is new, its sign-in is not."""
    world.teacher("tess")
    early, later = int(NOON.timestamp()), int((NOON + timedelta(minutes=5)).timestamp())
    since(NOON).post("/v1/me/sign-out")
    assert WorldPerson(f"Bearer {token(NAME, iat=early)}").get("/v1/me").status == 401
    assert (
        WorldPerson(f"Bearer {token(NAME, iat=later, auth_time=early)}").get("/v1/me").status == 401
    )


def test_an_admin_signs_out_people_of_their_schools(world: World) -> None:
    for name, school in (("tess", "north"), ("theo", "south")):
        builders.a_person(world, name, school)
        world.teacher(name, school)
    builders.a_person(world, "dana", roles=(RoleAt(role=Role.DISTRICT_ADMIN, school="north"),))
    builders.a_person(world, "stu", roles=(RoleAt(role="student", school="north"),))
    admin = world.admin()
    over = RoleAt(role=Role.TEACHER, school="north", spans=(("", "2026-09-01"),))
    builders.a_person(world, "gone", "north", roles=(over,))
    world.teacher("gone", "north")
    principal = world.person("paul", Role.SCHOOL_ADMIN, schools=("north",))
    people = {"admin": admin, "principal": principal}
    names = ("tess", "theo", "dana", "gone", "stu")
    said = {
        (who, person): "sign_out" in people[who].get(f"/v1/people/{person}").body.get("allowed", ())
        for who in people
        for person in names
    }
    asked = {
        (who, person): people[who].post(f"/v1/people/{person}/sign-out").status
        for who in people
        for person in names
    }
    seen = {each: said[each] for each in asked if each != ("principal", "gone")}
    assert seen == {each: asked[each] == 200 for each in seen}, "a person's view says what is so"
    assert asked == {
        ("admin", "tess"): 200,
        ("admin", "theo"): 200,
        ("admin", "dana"): 200,
        ("admin", "gone"): 200,
        ("admin", "stu"): 404,
        ("principal", "tess"): 200,
        ("principal", "theo"): 404,
        ("principal", "dana"): 404,
        ("principal", "gone"): 200,
        ("principal", "stu"): 404,
    }
    assert since(NOON).get("/v1/me").status == 401


def test_a_person_without_an_account_cannot_be_signed_out(world: World) -> None:
    builders.a_person(world, "tess")
    refused = world.admin().post("/v1/people/tess/sign-out")
    assert (refused.status, refused.code) == (409, "no_account")


def test_the_pool_ends_the_sessions_too(world: World, machinery: Machinery) -> None:
    builders.a_person(world, "tess")
    world.services.table.commit([roster_sign_in(DISTRICT, sign_in("tess"))])
    world.admin().post("/v1/people/tess/invitation")
    tess = holder(world)
    calls = watch(world)
    assert tess.post("/v1/me/sign-out").status == 200
    machinery.run()
    assert calls == ["AdminUserGlobalSignOut"]
    machinery.run()
    assert calls == ["AdminUserGlobalSignOut"], "once it is done it is done"
    assert not [item for item in world.items() if item["pk"]["S"].endswith("#DUE")]


def test_the_audit_names_both_people_of_a_sign_out(world: World) -> None:
    builders.a_person(world, "tess")
    world.teacher("tess")
    world.admin().post("/v1/people/tess/sign-out")
    entries = [item for item in world.items() if "#AUDIT#" in item["pk"]["S"]]
    said = [(each["verb"]["S"], each["subject"]["S"]) for each in entries]
    assert said == [("sign_person_out", "tess")]


# -- helpers of this page -------------------------------------------------------------------------


def sign_in(person: str, username: str = NAME) -> SignIn:
    return SignIn(
        username=username,
        person=person,
        given=person.title(),
        family="Example",
        email=username,
        roles=frozenset({Role.TEACHER}),
    )


def set_up_by_hand(world: World, name: str = NAME) -> None:
    world.clients.cognito.admin_create_user(UserPoolId=world.settings.user_pool, Username=name)


def come_by_identity_provider(world: World, name: str = NAME) -> None:
    """Make an account one that an identity provider opens, as its first sign-in would."""
    set_up_by_hand(world, name)
    world.cloud.mark_account(name, "EXTERNAL_PROVIDER")


def watch(world: World) -> list[str]:
    """Note what the pool is asked from here on."""
    calls: list[str] = []
    events = world.clients.cognito.meta.events
    name = "before-call.cognito-identity-provider"
    events.register(name, lambda model, **_: calls.append(model.name))
    return calls
