"""A teacher's trackers: create, share, archive, add an assessment; and who sees them."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.acts import Role
from chalicelib.rosters.document_changes import DocumentChange
from chalicelib.rosters.document_changes import DocumentEntry as RosterEntry
from chalicelib.rosters.model import RosterDocumentKind, Teacher
from chalicelib.rosters.repository import write_of
from chalicelib.storage import keys
from chalicelib.storage.conditions import Update
from chalicelib.trackers.model import AssessmentSource, TrackerEntry, TrackerRow
from tests.api.scene import Scene
from tests.support import builders, classrooms
from tests.support.world import DISTRICT, Reply, World, WorldPerson


def prepare_tess(world: World) -> WorldPerson:
    builders.a_set(world)
    classrooms.a_class(world, "c1", "tess")
    classrooms.a_class(world, "c3", "tess", "cole")
    classrooms.a_class(world, "c2", "theo")
    for teacher in ("tess", "cole", "theo"):
        builders.a_person(world, teacher)
    return world.teacher("tess")


@pytest.fixture
def tess(world: World) -> WorldPerson:
    return world.scene(prepare_tess)


def create(teacher: WorldPerson, **changes: Any) -> Reply:
    body = {"class_id": "c1", "standards_set_id": builders.SET, "level_count": 3, **changes}
    reply = teacher.post("/v1/trackers", body)
    assert reply.status == 201, reply.body
    return reply


def path_of(tracker: Reply) -> str:
    return f"/v1/trackers/{tracker.body['id']}"


def list_trackers(person: WorldPerson, query: str = "") -> list[str]:
    reply = person.get(f"/v1/trackers{query}")
    assert reply.status == 200, reply.body
    return [each["id"] for each in reply.body["items"]]


def share(owner: WorldPerson, tracker: Reply, person: str) -> Reply:
    return owner.put(f"{path_of(tracker)}/collaborators/{person}", etag=tracker.etag)


# -- creating -------------------------------------------------------------------------------------


def test_a_tracker_holds_its_class_its_set_and_the_chosen_standards(tess: WorldPerson) -> None:
    made = create(tess, standards=["3.NB.2", "id-3.FR.1"])
    assert made.headers["Location"] == path_of(made)
    body = made.body
    assert (body["class_title"], body["school_id"], body["owner_name"]) == (
        "Math 3 (c1)",
        "north",
        "Tess Example",
    )
    assert (body["standards"], body["level_count"]) == (["3.NB.2", "3.FR.1"], 3)
    assert (body["title"], body["assessments"]) == ("Math 3 (c1): Mathematics", [])
    assert body["role"] == "owner"
    assert tess.get(path_of(made)).body == body
    assert list_trackers(tess) == [body["id"]]


def test_a_tracker_tracks_the_whole_set_unless_standards_are_chosen(tess: WorldPerson) -> None:
    assert create(tess).body["standards"] == list(builders.CODES)


def test_a_tracker_has_the_districts_levels_by_default(world: World, tess: WorldPerson) -> None:
    world.admin().patch("/v1/district", {"mastery_level_count": 5}, etag='"0"')
    assert create(tess, level_count=None).body["level_count"] == 5


@pytest.mark.parametrize(
    ("said", "code", "pointer"),
    [
        ({"class_id": "c2"}, "class_not_taught", "/class_id"),
        ({"class_id": "nowhere"}, "class_not_taught", "/class_id"),
        ({"standards_set_id": "nowhere"}, "standards_set_unknown", "/standards_set_id"),
        ({"standards": ["3.NB.1", "9.X"]}, "standards_not_in_set", "/standards/1"),
        ({"standards": []}, "invalid_fields", "/standards"),
        ({"level_count": 7}, "invalid_fields", "/level_count"),
    ],
)
def test_a_tracker_needs_an_own_class_and_known_standards(
    tess: WorldPerson, said: dict[str, Any], code: str, pointer: str
) -> None:
    refused = tess.post(
        "/v1/trackers", {"class_id": "c1", "standards_set_id": builders.SET, **said}
    )
    assert (refused.status, refused.code) == (422, code)
    assert refused.body["errors"][0]["pointer"] == pointer


def test_the_same_post_twice_makes_one_tracker(tess: WorldPerson) -> None:
    body = {"class_id": "c1", "standards_set_id": builders.SET}
    first = tess.post("/v1/trackers", body, key="k")
    again = tess.post("/v1/trackers", body, key="k")
    assert again.body == first.body
    assert len(list_trackers(tess)) == 1


# -- who sees it ----------------------------------------------------------------------------------


def test_nobody_sees_a_tracker_that_is_not_theirs(world: World, tess: WorldPerson) -> None:
    made = create(tess)
    strangers = {
        world.teacher("theo"): "",
        world.teacher("cole"): "",
        world.person("paul", Role.SCHOOL_ADMIN, schools=("south",)): "?school_id=south",
    }
    for stranger, school in strangers.items():
        assert stranger.get(path_of(made)).status == 404
        assert list_trackers(stranger, school) == []
        teacher_only = stranger.patch(path_of(made), {"title": "Mine"}, etag=made.etag)
        assert teacher_only.status in (403, 404)
        assert "Tess" not in str(teacher_only.body)


def test_administrators_look_but_do_not_touch(world: World, tess: WorldPerson) -> None:
    made = create(tess)
    head = world.person("head", Role.SCHOOL_ADMIN, Role.TEACHER, schools=("north",))
    for admin in (head, world.admin()):
        seen = admin.get(path_of(made))
        assert (seen.body["role"], seen.body["allowed"]) == ("administrator", [])
        assert list_trackers(admin, "?school_id=north") == [made.body["id"]]
    refused = head.patch(path_of(made), {"title": "Mine"}, etag=made.etag)
    assert (refused.status, refused.code) == (403, "not_for_administrators")
    assert head.get("/v1/trackers?school_id=south").status == 404
    assert tess.get("/v1/trackers?school_id=north").status == 404


def test_a_second_teacher_of_the_class_can_do_what_the_owner_can(
    world: World, tess: WorldPerson
) -> None:
    made = create(tess, class_id="c3")
    cole = world.teacher("cole")
    assert list_trackers(cole) == [made.body["id"]]
    assert cole.get(path_of(made)).body["role"] == "owner"
    archived = cole.patch(path_of(made), {"archived": True}, etag=made.etag)
    assert (archived.status, archived.body["owner_id"]) == (200, "tess")


# -- collaborators --------------------------------------------------------------------------------


def test_a_collaborator_sees_and_edits_but_neither_archives_nor_shares(
    world: World, tess: WorldPerson
) -> None:
    made = create(tess)
    shared = share(tess, made, "cole")
    assert shared.body["collaborator_ids"] == ["cole"]
    cole = world.teacher("cole")
    assert list_trackers(cole) == [made.body["id"]]
    assert cole.get(path_of(made)).body["role"] == "collaborator"
    renamed = cole.patch(path_of(made), {"title": "Ours"}, etag=shared.etag)
    assert renamed.body["title"] == "Ours"
    for refused in (
        cole.patch(path_of(made), {"archived": True}, etag=renamed.etag),
        share(cole, Reply(200, made.body, renamed.headers), "theo"),
        cole.delete(f"{path_of(made)}/collaborators/tess", etag=renamed.etag),
    ):
        assert (refused.status, refused.code) == (403, "not_for_collaborators")


def test_a_removed_collaborator_sees_nothing_any_more(world: World, tess: WorldPerson) -> None:
    made = create(tess)
    shared = share(tess, made, "cole")
    removed = tess.delete(f"{path_of(made)}/collaborators/cole", etag=shared.etag)
    assert removed.body["collaborator_ids"] == []
    cole = world.teacher("cole")
    assert (cole.get(path_of(made)).status, list_trackers(cole)) == (404, [])


def test_a_collaborator_may_leave(world: World, tess: WorldPerson) -> None:
    made = create(tess)
    shared = share(tess, made, "cole")
    cole = world.teacher("cole")
    assert cole.delete(f"{path_of(made)}/collaborators/cole", etag=shared.etag).status == 200
    assert list_trackers(cole) == []
    assert tess.get(path_of(made)).body["collaborator_ids"] == []


def test_only_staff_of_the_roster_can_collaborate(world: World, tess: WorldPerson) -> None:
    made = create(tess)
    builders.a_person(world, "sam", roles=())
    builders.a_person(world, "gone", enabled=False)
    for person in ("nobody", "sam", "gone"):
        assert share(tess, made, person).code == "person_not_found"
    assert share(tess, made, "tess").body["collaborator_ids"] == []


# -- changing -------------------------------------------------------------------------------------


def test_two_people_never_overwrite_each_other(world: World, tess: WorldPerson) -> None:
    made = create(tess)
    shared = share(tess, made, "cole")
    assert tess.patch(path_of(made), {"title": "A"}, etag=shared.etag).status == 200
    late = world.teacher("cole").patch(path_of(made), {"title": "B"}, etag=shared.etag)
    assert (late.status, late.code, late.body["version"]) == (412, "changed_meanwhile", 3)


def test_a_stale_change_of_ones_own_is_not_called_somebody_elses(tess: WorldPerson) -> None:
    made = create(tess)
    assert tess.patch(path_of(made), {"title": "A"}, etag=made.etag).status == 200
    late = tess.patch(path_of(made), {"title": "B"}, etag=made.etag)
    assert late.code == "changed_meanwhile"
    assert late.body["detail"].startswith(
        "This tracker was changed after you opened it, by a colleague or by you in another window."
    )


def test_standards_can_be_changed_and_the_row_follows(world: World, tess: WorldPerson) -> None:
    made = create(tess)
    changed = tess.patch(path_of(made), {"standards": ["3.GE.1"], "level_count": 4}, etag=made.etag)
    assert (changed.body["standards"], changed.body["level_count"]) == (["3.GE.1"], 4)
    (row,) = rows(world, "north")
    assert (row.mask, row.levels) == (builders.mask_of("3.GE.1"), 4)
    item = world.services.table.get(keys.tracker(DISTRICT, made.body["id"]))
    assert item is not None
    assert item["fit"] == row.fit


def test_an_archived_tracker_leaves_the_list_and_can_come_back(tess: WorldPerson) -> None:
    made = create(tess)
    away = tess.patch(path_of(made), {"archived": True}, etag=made.etag)
    assert (list_trackers(tess), list_trackers(tess, "?archived=true")) == ([], [made.body["id"]])
    tess.patch(path_of(made), {"archived": False}, etag=away.etag)
    assert list_trackers(tess) == [made.body["id"]]


def test_a_change_that_changes_nothing_is_no_new_version(tess: WorldPerson) -> None:
    made = create(tess, title="Same")
    assert tess.patch(path_of(made), {"title": "Same"}, etag=made.etag).etag == made.etag


def test_my_list_is_paged_by_class(world: World, tess: WorldPerson) -> None:
    classrooms.a_class(world, "a0", "tess")
    first, second = create(tess), create(tess, class_id="a0")
    page = tess.get("/v1/trackers?limit=1").body
    assert [each["id"] for each in page["items"]] == [second.body["id"]]
    assert page["items"][0]["standard_count"] == len(builders.CODES)
    rest = tess.get(f"/v1/trackers?limit=1&cursor={page['next']}").body
    assert [each["id"] for each in rest["items"]] == [first.body["id"]]


def test_my_list_is_one_query(world: World, tess: WorldPerson) -> None:
    create(tess)
    calls: list[str] = []
    world.clients.dynamodb.meta.events.register(
        "before-call.dynamodb", lambda model, **_: calls.append(model.name), unique_id="count"
    )
    try:
        list_trackers(tess)
    finally:
        world.clients.dynamodb.meta.events.unregister("before-call.dynamodb", unique_id="count")
    assert calls == ["BatchGetItem", "Query"], "sign-in, then the list"


# -- assessments ----------------------------------------------------------------------------------


def add(teacher: WorldPerson, tracker: Reply, assessment: str) -> Reply:
    return teacher.post(f"{path_of(tracker)}/assessments", {"assessment_id": assessment})


def test_a_teachers_assessment_and_the_districts_are_in_one_list(
    world: World, tess: WorldPerson
) -> None:
    made = create(tess)
    mine = builders.an_assessment(world, "tess", title="Mine", visibility="private")
    theirs = builders.an_assessment(world, "dana", title="Common test")
    assert add(tess, made, mine.id).status == 201
    later = "2026-09-14T18:00:00.000Z"
    delivered = TrackerEntry(
        theirs.id, later, AssessmentSource.DISTRICT, "dana", theirs.title, "D1"
    )
    key = keys.tracker(DISTRICT, made.body["id"])
    arrival = Update(key, {f"assessments.{theirs.id}": delivered.serialize()})
    world.services.table.commit([arrival])
    found = tess.get(path_of(made)).body["assessments"]
    assert [(each["title"], each["source"]) for each in found] == [
        ("Mine", "teacher"),
        ("Common test", "district"),
    ]
    assert found[0].keys() == found[1].keys()
    assert (found[0]["distribution_id"], found[1]["distribution_id"]) == (None, "D1")


def test_titles_are_the_present_ones_and_cannot_be_hidden_from_their_holders(
    world: World, tess: WorldPerson
) -> None:
    made = create(tess)
    theirs = builders.an_assessment(world, "theo", title="Old")
    add(tess, made, theirs.id)
    theo = world.teacher("theo")
    path = f"/v1/assessments/{theirs.id}"
    renamed = theo.patch(path, {"title": "New"}, etag='"1"')
    assert tess.get(path_of(made)).body["assessments"][0]["title"] == "New"
    hidden = theo.patch(path, {"visibility": "private"}, etag=renamed.etag)
    assert (hidden.status, hidden.code) == (409, "assessment_in_use")


def test_an_assessment_is_added_once(world: World, tess: WorldPerson) -> None:
    made = create(tess)
    test = builders.an_assessment(world)
    assert add(tess, made, test.id).status == 201
    assert add(tess, made, test.id).code == "already_in_tracker"


def test_adding_does_not_disturb_somebody_who_is_editing(world: World, tess: WorldPerson) -> None:
    made = create(tess)
    assert add(tess, made, builders.an_assessment(world).id).etag == made.etag
    renamed = tess.patch(path_of(made), {"title": "Still fine"}, etag=made.etag)
    assert (renamed.status, len(renamed.body["assessments"])) == (200, 1)


@pytest.mark.parametrize(
    ("said", "status", "code"),
    [
        ({"creator": "theo", "visibility": "private"}, 404, "assessment_not_found"),
        ({"items": 0}, 409, "assessment_not_ready"),
        ({"set_id": "jf.math.4"}, 409, "other_standards_set"),
    ],
)
def test_an_impossible_addition_is_refused(
    world: World, tess: WorldPerson, said: dict[str, Any], status: int, code: str
) -> None:
    made = create(tess)
    refused = add(tess, made, builders.an_assessment(world, **said).id)
    assert (refused.status, refused.code) == (status, code)


def test_nothing_is_added_to_an_archived_tracker(world: World, tess: WorldPerson) -> None:
    made = create(tess)
    tess.patch(path_of(made), {"archived": True}, etag=made.etag)
    refused = add(tess, made, builders.an_assessment(world).id)
    assert refused.code == "tracker_archived"


# -- the rows -------------------------------------------------------------------------------------


def rows(world: World, *narrowed: str) -> list[TrackerRow]:
    return [row for page in world.services.trackers.rows(DISTRICT, *narrowed) for row in page]


def test_the_rows_of_a_school_and_of_a_set_are_found_without_the_others(world: World) -> None:
    one = builders.a_tracker(world)
    other_set = builders.a_tracker(world, set_id="jf.math.4")
    elsewhere = builders.a_tracker(world, school="north#west")
    everything = {one.id, other_set.id, elsewhere.id}
    assert {row.id for row in rows(world)} == everything
    assert {row.id for row in rows(world, "north")} == {one.id, other_set.id}
    assert [row.id for row in rows(world, "north", builders.SET)] == [one.id]
    assert [row.school for row in rows(world, "north#west")] == ["north#west"]
    by_set = world.services.trackers.rows(DISTRICT, set_id=builders.SET)
    assert {row.id for page in by_set for row in page} == {one.id, elsewhere.id}


def test_a_title_is_one_line_that_turns_no_text_around_it(tess: WorldPerson) -> None:
    made = create(tess, title="Period 1\r\nBcc: all\u202e\0")
    assert made.body["title"] == "Period 1 Bcc: all"
    refused = tess.patch(path_of(made), {"title": "\u202e"}, etag=made.etag)
    assert (refused.status, refused.body["errors"][0]["pointer"]) == (422, "/title")


def test_students_are_shown_only_while_the_teacher_has_the_class(world: World) -> None:
    scene = world.scene(Scene)
    path = f"/v1/trackers/{scene.tracker.id}/students"
    shown = scene.people["collaborator"].get(path).body["items"]
    assert [(each["given_name"], each["family_name"]) for each in shown] == [("Ada", "Zimmer")]
    handed_over = scene.taught_class.model_copy(
        update={"teachers": (Teacher(id="olga", name="Olga Example"),)}
    )
    change = DocumentChange(
        RosterDocumentKind.CLASS, "c1", "", RosterEntry(RosterDocumentKind.CLASS, "c1", handed_over)
    )
    world.services.table.commit([write_of(DISTRICT, change)])
    assert scene.people["owning teacher"].get(path).status == 404
    assert scene.people["collaborator"].get(path).status == 404
    assert scene.people["school admin"].get(path).status == 200


def test_district_administrators_alone_list_the_trackers_of_every_school(world: World) -> None:
    for number, school in enumerate(("north", "south")):
        builders.a_tracker(
            world, school=school, class_id=f"c{number}", class_title=f"Math {number}"
        )
    every = world.admin().get("/v1/trackers?whole_district=true")
    assert [each["school_id"] for each in every.body["items"]] == ["north", "south"]
    first = world.admin().get("/v1/trackers?whole_district=true&limit=1").body
    assert (len(first["items"]), bool(first["next"])) == (1, True)
    world.teacher("tess", "north")
    for role in (Role.SCHOOL_ADMIN, Role.TEACHER):
        refused = world.person("sam", role, schools=("north",)).get(
            "/v1/trackers?whole_district=true"
        )
        assert (refused.status, refused.body["code"]) == (403, "trackers_of_district_not_yours")
