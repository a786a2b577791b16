"""Loading a district over HTTP, from the upload to the roster in force, and reading it."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.acts import Role
from chalicelib.wiring import services
from tests.support import builders
from tests.support.packages import Pack, a_district, a_user, enroll
from tests.support.world import DISTRICT, Reply, World, WorldPerson, give_account, token


def send_file(world: World, begun: Reply, package: bytes) -> None:
    """Upload as a browser would, without the network: the file appears, and S3 says so."""
    key = begun.body["upload"]["fields"]["key"]
    world.clients.s3.put_object(Bucket=world.settings.files_bucket, Key=key, Body=package)
    world.services.uploads.handle_event({"detail": {"object": {"key": key}}})


def work(world: World) -> None:
    """Let the jobs' function run until nothing waits."""
    while records := world.messages("jobs"):
        assert world.services.jobs.run_batch({"Records": records}) == {"batchItemFailures": []}


def check_roster(world: World, admin: WorldPerson, pack: Pack) -> Reply:
    begun = admin.post("/v1/roster-imports", {})
    assert begun.status == 201
    send_file(world, begun, pack.write_zip())
    work(world)
    return admin.get(begun.headers["Location"])


def apply_roster(world: World, admin: WorldPerson, pack: Pack, **body: Any) -> Reply:
    found = check_roster(world, admin, pack)
    path = f"/v1/roster-imports/{found.body['id']}"
    reply = admin.post(f"{path}/application", body, etag=found.etag)
    assert reply.status == 202, reply.body
    work(world)
    return admin.get(path)


@pytest.fixture
def admin(world: World) -> WorldPerson:
    return world.admin("operator")


def test_a_district_is_loaded_from_upload_to_roster_in_force(
    world: World, admin: WorldPerson
) -> None:
    begun = admin.post("/v1/roster-imports", {})
    assert begun.body["state"] == "awaiting_upload"
    fields = begun.body["upload"]["fields"]
    assert fields["key"] == f"uploads/roster-import/{begun.body['id']}.zip"
    assert fields["Content-Type"] == "application/zip"
    send_file(world, begun, a_district().write_zip())
    work(world)
    found = admin.get(f"/v1/roster-imports/{begun.body['id']}")
    assert (found.body["state"], found.body["problem_count"]) == ("ready", 0)
    assert found.body["report"]["changes"]["users"]["added"] == 8
    accepted = admin.post(f"/v1/roster-imports/{begun.body['id']}/application", {}, etag=found.etag)
    assert accepted.status == 202
    job = admin.get(accepted.headers["Location"])
    assert (job.body["state"], job.body["percent"]) == ("running", 0)
    work(world)
    done = admin.get(accepted.headers["Location"]).body
    assert (done["state"], done["percent"]) == ("done", 100)
    assert done["counts"]["done"] == done["counts"]["total"] > 0
    roster = admin.get("/v1/roster").body
    assert (roster["current_import_id"], roster["applying_import_id"]) == (begun.body["id"], "")
    assert roster["counts"]["enrollments"] == 6


def test_the_same_package_again_changes_nothing(world: World, admin: WorldPerson) -> None:
    apply_roster(world, admin, a_district())
    before = {i["pk"]["S"] + i["sk"]["S"]: i for i in world.items() if "IMPORT" not in str(i)}
    again = apply_roster(world, admin, a_district())
    assert (again.body["state"], again.body["total"]) == ("applied", 0)
    after = {i["pk"]["S"] + i["sk"]["S"]: i for i in world.items() if "IMPORT" not in str(i)}
    assert {k: v for k, v in before.items() if "PERSON" in k or "CLASS" in k} == {
        k: v for k, v in after.items() if "PERSON" in k or "CLASS" in k
    }


def test_people_of_the_roster_can_sign_in_as_what_they_are(
    world: World, admin: WorldPerson
) -> None:
    apply_roster(world, admin, a_district())
    roles = {name: as_one(name).get("/v1/me").body["roles"] for name in ("dana", "pria", "tess")}
    assert roles == {"dana": ["district_admin"], "pria": ["school_admin"], "tess": ["teacher"]}
    assert as_one("ada").get("/v1/me").status == 403


def test_the_preferred_name_is_shown_and_both_are_found(world: World, admin: WorldPerson) -> None:
    pack = a_district().change("users", "ada", preferredGivenName="Robin")
    pack.change("users", "tess", preferredGivenName="Terry", preferredFamilyName="Aaron")
    apply_roster(world, admin, pack)
    students = admin.get("/v1/classes/k1").body["students"]
    assert [each["given_name"] for each in students] == ["Ben", "Robin"]
    assert admin.get("/v1/classes/k1").body["teachers"][0]["name"] == "Terry Aaron"
    for text in ("terry+aaron", "tess+example", "Aaron"):
        assert [each["id"] for each in admin.get(f"/v1/people?text={text}").body["items"]] == [
            "tess"
        ]
    everything = str([admin.get("/v1/classes/k1").body, admin.get("/v1/people").body])
    assert "Ada" not in everything
    team = admin.post(
        "/v1/teams", {"name": "Grade 3", "member_ids": ["tess"], "leader_ids": ["tess"]}
    )
    assert team.status == 201, team.body
    found = admin.get("/v1/teams?text=tess+example").body["items"]
    assert [each["id"] for each in found] == [team.body["id"]]
    assert "Tess" not in str(found)


def test_a_district_joins_the_records_of_one_person(world: World, admin: WorldPerson) -> None:
    pack = a_district("1.1")
    a_user(pack, "tess-2", "teacher", "south")
    pack.change("users", "tess-2", username="tess@example.org", givenName="Tess")
    enroll(pack, "tess-2", "k2", "teacher")
    pack.change("enrollments", "tess-2-k2", primary="false")
    refused = check_roster(world, admin, pack)
    assert refused.body["state"] == "refused"
    assert "roster_join_by_sign_in_name" in refused.body["problems"][0]["fix"]
    settings = admin.get("/v1/district")
    changed = admin.patch("/v1/district", {"roster_join_by_sign_in_name": True}, etag=settings.etag)
    assert changed.body["roster_join_by_sign_in_name"] is True
    apply_roster(world, admin, pack)
    tess = as_one("tess")
    assert [each["id"] for each in tess.get("/v1/classes").body["items"]] == ["k1", "k2"]
    assert admin.get("/v1/people/tess-2").status == 404
    for rows in pack.rows.values():
        rows.reverse()
    again = check_roster(world, admin, pack)
    assert (again.body["state"], again.body["total"], again.body["join_by_sign_in_name"]) == (
        "ready",
        0,
        True,
    )


def test_one_import_joins_them_by_its_own_word_and_can_be_brought_back(
    world: World, admin: WorldPerson
) -> None:
    pack = a_district("1.1")
    a_user(pack, "tess-2", "teacher", "south")
    pack.change("users", "tess-2", username="tess@example.org", givenName="Tess")
    begun = admin.post("/v1/roster-imports", {"join_by_sign_in_name": True})
    send_file(world, begun, pack.write_zip())
    work(world)
    path = f"/v1/roster-imports/{begun.body['id']}"
    accepted = admin.post(f"{path}/application", {}, etag=admin.get(path).etag)
    assert accepted.status == 202, accepted.body
    work(world)
    roles = admin.get("/v1/people/tess").body["roles"]
    assert [(each["role"], each["school_id"]) for each in roles] == [
        ("teacher", "north"), ("teacher", "south"),
    ]  # fmt: skip
    apply_roster(world, admin, a_district("1.1"), confirm_drops=True)
    back = admin.post("/v1/roster-imports", {"restored_import_id": begun.body["id"]})
    work(world)
    found = admin.get(back.headers["Location"]).body
    assert (found["state"], found["join_by_sign_in_name"]) == ("ready", True), found["problems"]


def test_every_problem_of_a_package_can_be_paged_through(world: World, admin: WorldPerson) -> None:
    """Each is there once, with how often it was found and three places."""
    pack = a_district()
    for number in range(250):
        pack.add("enrollments", f"e{number}", classSourcedId=f"none-{number}", role="student",
                 schoolSourcedId=f"none-{number}", userSourcedId=f"nobody-{number}")  # fmt: skip
    found = check_roster(world, admin, pack)
    assert (found.body["state"], found.body["problem_count"]) == ("refused", 3)
    assert len(found.body["problems"]) == 3
    path = f"/v1/roster-imports/{found.body['id']}/problems?limit=2"
    seen: list[Any] = []
    cursor = ""
    while True:
        page = admin.get(path + cursor).body
        assert page["total"] == 3
        seen += page["items"]
        if not page["next"]:
            break
        cursor = f"&cursor={page['next']}"
    columns = ["classSourcedId", "schoolSourcedId", "userSourcedId"]
    assert [(each["column"], each["count"]) for each in seen] == [(name, 250) for name in columns]
    assert [place["value"] for place in seen[2]["examples"]] == [f"nobody-{n}" for n in range(3)]


def test_an_import_with_errors_cannot_be_applied(world: World, admin: WorldPerson) -> None:
    found = check_roster(world, admin, a_district().change("users", "ada", familyName=""))
    path = f"/v1/roster-imports/{found.body['id']}/application"
    refused = admin.post(path, {"confirm_drops": True}, etag=found.etag)
    assert (refused.status, refused.code) == (409, "import_not_possible_now")


def test_a_mass_drop_is_held_until_an_admin_confirms_it(world: World, admin: WorldPerson) -> None:
    apply_roster(world, admin, a_district())
    smaller = a_district().remove("enrollments", "ada-k1")
    found = check_roster(world, admin, smaller)
    assert found.body["state"] == "held"
    path = f"/v1/roster-imports/{found.body['id']}"
    refused = admin.post(f"{path}/application", {}, etag=found.etag)
    assert (refused.status, refused.code) == (422, "drops_not_confirmed")
    assert "1 of 6 enrollments" in refused.body["detail"]
    admin.post(f"{path}/application", {"confirm_drops": True}, etag=found.etag)
    work(world)
    assert admin.get(path).body["confirmed_by_id"] == admin.id
    k1 = world.services.rosters.class_as_kept(DISTRICT, "k1")
    assert [student.id for student in k1.students] == ["ben"]


def test_the_districts_own_threshold_counts(world: World, admin: WorldPerson) -> None:
    apply_roster(world, admin, a_district())
    settings = admin.get("/v1/district")
    admin.patch("/v1/district", {"roster_drop_threshold": 50}, etag=settings.etag)
    assert (
        check_roster(world, admin, a_district().remove("enrollments", "ada-k1")).body["state"]
        == "ready"
    )


def test_a_delta_on_the_roster_in_force(world: World, admin: WorldPerson) -> None:
    apply_roster(world, admin, a_district())
    delta = Pack().only("delta", "users", "roles", "enrollments")
    a_user(delta, "eve")
    enroll(delta, "eve", "k1")
    for rows in delta.rows.values():
        for row in rows:
            row["status"] = "active"
    done = apply_roster(world, admin, delta)
    assert done.body["state"] == "applied"
    assert len(world.services.rosters.class_as_kept(DISTRICT, "k1").students) == 3


def test_a_delta_before_any_roster_is_refused(world: World, admin: WorldPerson) -> None:
    delta = a_district().only("delta", "users")
    for row in delta.rows["users"]:
        row["status"] = "active"
    found = check_roster(world, admin, delta)
    assert (found.body["state"], found.body["problems"][0]["code"]) == (
        "refused", "delta_without_earlier",
    )  # fmt: skip


def test_an_earlier_roster_can_be_brought_back(world: World, admin: WorldPerson) -> None:
    first = apply_roster(world, admin, a_district())
    documents = _documents(world)
    other = a_district().change("users", "ada", familyName="Lovelace")
    other.remove("enrollments", "ben-k1")
    apply_roster(world, admin, other, confirm_drops=True)
    assert _documents(world) != documents
    back = admin.post("/v1/roster-imports", {"restored_import_id": first.body["id"]})
    work(world)
    found = admin.get(f"/v1/roster-imports/{back.body['id']}")
    assert found.body["state"] == "ready"
    admin.post(f"/v1/roster-imports/{back.body['id']}/application", {}, etag=found.etag)
    work(world)
    assert _documents(world) == documents


def test_only_what_was_applied_can_be_brought_back(world: World, admin: WorldPerson) -> None:
    found = check_roster(world, admin, a_district())
    refused = admin.post("/v1/roster-imports", {"restored_import_id": found.body["id"]})
    assert (refused.status, refused.code) == (409, "import_not_applied")


def test_when_another_roster_came_between_its_package_is_wanted_again(
    world: World, admin: WorldPerson
) -> None:
    first = check_roster(world, admin, a_district())
    apply_roster(world, admin, a_district().change("users", "ada", familyName="Lovelace"))
    path = f"/v1/roster-imports/{first.body['id']}"
    refused = admin.post(f"{path}/application", {}, etag=first.etag)
    assert (refused.status, refused.code) == (409, "roster_changed")
    assert "Import the package again" in refused.body["detail"]
    work(world)
    assert admin.get(path).body["state"] == "discarded"


def test_when_another_roster_came_between_an_earlier_one_is_checked_again(
    world: World, admin: WorldPerson
) -> None:
    first = apply_roster(world, admin, a_district())
    apply_roster(world, admin, a_district().change("users", "ada", familyName="Byron"))
    back = admin.post("/v1/roster-imports", {"restored_import_id": first.body["id"]})
    work(world)
    path = f"/v1/roster-imports/{back.body['id']}"
    found = admin.get(path)
    other = a_district().change("users", "ada", familyName="King")
    other.change("users", "ben", familyName="King")
    apply_roster(world, admin, other)
    refused = admin.post(f"{path}/application", {}, etag=found.etag)
    assert (refused.status, refused.code) == (409, "roster_changed")
    work(world)
    again = admin.get(path)
    assert again.body["state"] == "ready"
    assert again.body["report"]["changes"]["users"]["changed"] == 2


def test_one_import_at_a_time(world: World, admin: WorldPerson) -> None:
    one, two = check_roster(world, admin, a_district()), check_roster(world, admin, a_district())
    path = "/v1/roster-imports/{}/application"
    assert admin.post(path.format(one.body["id"]), {}, etag=one.etag).status == 202
    refused = admin.post(path.format(two.body["id"]), {}, etag=two.etag)
    assert (refused.status, refused.code) == (409, "another_import_running")


def test_an_import_can_be_discarded_and_then_nothing_more(world: World, admin: WorldPerson) -> None:
    found = check_roster(world, admin, a_district())
    path = f"/v1/roster-imports/{found.body['id']}"
    gone = admin.delete(path, etag=found.etag)
    assert (gone.status, gone.body["state"]) == (200, "discarded")
    assert admin.post(f"{path}/application", {}, etag=gone.etag).status == 409


def test_a_repeated_request_begins_one_import(world: World, admin: WorldPerson) -> None:
    first = admin.post("/v1/roster-imports", {}, key="k1")
    again = admin.post("/v1/roster-imports", {}, key="k1")
    assert again.body == first.body
    assert len(admin.get("/v1/roster-imports").body["items"]) == 1


def test_imports_are_listed_the_newest_first(world: World, admin: WorldPerson) -> None:
    ids = [admin.post("/v1/roster-imports", {}).body["id"] for _ in range(3)]
    page = admin.get("/v1/roster-imports?limit=2").body
    rest = admin.get(f"/v1/roster-imports?limit=2&cursor={page['next']}").body
    assert [each["id"] for each in page["items"] + rest["items"]] == sorted(ids, reverse=True)


def test_nobody_but_a_district_admin_imports(world: World) -> None:
    for person in (world.teacher(), world.person("pria", Role.SCHOOL_ADMIN, schools=("north",))):
        assert person.post("/v1/roster-imports", {}).status == 403
        assert person.get("/v1/roster-imports").status == 403


# -- reading --------------------------------------------------------------------------------------


@pytest.fixture
def loaded(world: World, admin: WorldPerson) -> World:
    apply_roster(world, admin, a_district())
    return world


def test_a_person_says_what_one_may_do_with_their_account_also_in_the_list(
    world: World, admin: WorldPerson
) -> None:
    apply_roster(world, admin, a_district())
    for reader, allowed in (
        ("dana", {"dana": ["sign_out"], "tess": ["invite", "sign_out"]}),
        ("pria", {"dana": [], "tess": ["sign_out"], "theo": []}),
        ("tess", {"dana": [], "tess": []}),
    ):
        person = as_one(reader)
        listed = {each["id"]: each["allowed"] for each in person.get("/v1/people").body["items"]}
        for name, some in allowed.items():
            assert listed[name] == some, (reader, name)
            assert person.get(f"/v1/people/{name}").body["allowed"] == some


def as_one(name: str) -> WorldPerson:
    """Sign somebody of the roster in."""
    username = f"{name}@example.org"
    give_account(services(), username, name)
    return WorldPerson(f"Bearer {token(username)}")


def test_a_teacher_sees_the_own_classes_and_their_students_only(loaded: World) -> None:
    tess = as_one("tess")
    listed = tess.get("/v1/classes").body["items"]
    assert [(each["id"], each["student_count"]) for each in listed] == [("k1", 2)]
    students = tess.get("/v1/classes/k1").body["students"]
    assert [student["given_name"] for student in students] == ["Ada", "Ben"]
    assert tess.get("/v1/classes/k2").status == 404
    assert tess.get("/v1/people/ada").status == 404


def test_a_principal_sees_the_own_school_only(loaded: World) -> None:
    pria = as_one("pria")
    assert [c["id"] for c in pria.get("/v1/classes?school_id=north").body["items"]] == ["k1"]
    assert pria.get("/v1/classes?school_id=south").status == 403
    assert [c["id"] for c in pria.get("/v1/classes?course_id=math3").body["items"]] == ["k1"]
    assert pria.get("/v1/classes/k1").status == 200
    assert pria.get("/v1/classes/k2").status == 404
    assert pria.get("/v1/people/ada").status == 200
    assert pria.get("/v1/people/cai").status == 404


def test_a_district_admin_sees_the_district(loaded: World) -> None:
    dana = as_one("dana")
    assert [c["id"] for c in dana.get("/v1/classes?course_id=math3").body["items"]] == ["k1", "k2"]
    assert dana.get("/v1/classes/k2").status == 200
    assert dana.get("/v1/classes").status == 422


def test_the_staff_can_be_found_by_role_school_and_name(loaded: World) -> None:
    tess = as_one("tess")

    def names(query: str) -> list[str]:
        return [each["id"] for each in tess.get(f"/v1/people{query}").body["items"]]

    assert names("") == ["dana", "pria", "tess", "theo"]
    assert names("?role=teacher") == ["tess", "theo"]
    assert names("?role=teacher&school_id=south") == ["theo"]
    assert names("?text=PRI") == ["pria"]
    assert names("?text=ada") == []
    page = tess.get("/v1/people?limit=3").body
    assert [
        p["id"] for p in tess.get(f"/v1/people?limit=3&cursor={page['next']}").body["items"]
    ] == ["theo"]


def test_schools_with_numbers_are_in_the_order_of_their_numbers(world: World) -> None:
    for number in (10, 9, 1):
        builders.a_school(world, f"s{number}", f"P.S. {number}")
    builders.a_school(world, "s2", "p.s. 2")
    tess, names, cursor = world.teacher(), [], ""
    while True:
        page = tess.get(f"/v1/schools?limit=1{cursor}").body
        names += [each["name"] for each in page["items"]]
        if not page["next"]:
            break
        cursor = f"&cursor={page['next']}"
    assert names == ["P.S. 1", "p.s. 2", "P.S. 9", "P.S. 10"]


def test_schools_and_courses_are_there_to_choose_from(loaded: World) -> None:
    tess = as_one("tess")
    schools = tess.get("/v1/schools").body["items"]
    assert [school["id"] for school in schools] == ["d1", "north", "south"]
    found = tess.get("/v1/schools?text=SCHOOL+nor").body["items"]
    assert [school["id"] for school in found] == ["north"]
    assert tess.get("/v1/schools?text=nowhere").body["items"] == []
    assert tess.get("/v1/schools/north").body["name"] == "North School"
    assert [c["id"] for c in tess.get("/v1/courses?school_id=d1").body["items"]] == ["math3"]
    assert tess.get("/v1/courses?school_id=north").body["items"] == []
    assert [c["id"] for c in tess.get("/v1/courses?text=3+MATH").body["items"]] == ["math3"]
    assert tess.get("/v1/courses?text=reading").body["items"] == []
    assert tess.get("/v1/courses/math3").body["subjects"] == ["Mathematics"]
    assert tess.get("/v1/schools/nowhere").status == 404
    assert tess.get("/v1/courses/nowhere").status == 404


def _documents(world: World) -> dict[str, Any]:
    kinds = ("#SCHOOLS", "#COURSE#", "#PERSON#", "#CLASS#", "#SIGNIN#")
    return {
        item["pk"]["S"] + item["sk"]["S"]: item
        for item in world.items()
        if any(kind in item["pk"]["S"] for kind in kinds)
    }
