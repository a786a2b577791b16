"""A Mastery Process as a whole: begun, opened, renamed, its tests attached, discarded, listed."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.storage import keys
from chalicelib.storage.conditions import Update
from tests.api.process_scene import FRACTIONS, NUMBERS, TeamAtWork, expect_ok
from tests.api.team_scene import a_team
from tests.support import builders
from tests.support.world import DISTRICT, Reply, World, WorldPerson


@pytest.fixture
def at_work(world: World) -> TeamAtWork:
    return world.scene(TeamAtWork)


def code(reply: Reply) -> tuple[int, str]:
    """Return the refusal of a reply."""
    return reply.status, reply.body.get("code", "")


def put(work: TeamAtWork, test: str, body: Any, by: WorldPerson | None = None) -> Reply:
    """Attach a test to the process as it stands."""
    person = by or work.lena
    return person.put(f"{work.path}/{test}", body, etag=work.read_process().etag)


def mark_given(work: TeamAtWork, *begun: str) -> None:
    """Have the process say that a class was given these tests."""
    head = keys.process(DISTRICT, work.process)
    work.world.services.table.commit([Update(head, {"begun": " ".join(sorted(begun))})])


def in_state(work: TeamAtWork, state: str) -> None:
    """Put the process's head into a state that other rooms bring about."""
    table = work.world.services.table
    head = keys.process(DISTRICT, work.process)
    item = table.get(head)
    assert item is not None
    doc = item["doc"].replace(f'"state":"{item["state"]}"', f'"state":"{state}"')
    order = item["list_sk"].replace(item["state"], state)
    table.commit([Update(head, {"state": state, "doc": doc, "list_sk": order})])


# -- beginning -------------------------------------------------------------------------------------


def test_a_leader_begins_a_process_with_name_and_pre_test(at_work: TeamAtWork) -> None:
    path = f"/v1/teams/{at_work.team}/processes"
    made = expect_ok(
        at_work.lena.post(path, {"name": "Unit 5", "pre_test": {"assessment_id": at_work.pre_test}})
    )
    assert (made.status, made.etag) == (201, '"1"')
    assert made.headers["Location"] == f"/v1/processes/{made.body['id']}"
    body = made.body
    assert (body["name"], body["state"], body["year"]) == ("Unit 5", "pre_test", "2026-2027")
    assert body["pre_test"]["title"] == "Fractions, before"
    assert body["pre_test"]["standards"] == [NUMBERS, FRACTIONS]
    assert body["pre_test"]["points"] == "4"
    assert (body["team_name"], body["created_by_name"]) == ("Grade 3 math", "Lena Example")


def test_a_process_may_begin_with_a_name_alone_and_get_its_pre_test_later(
    at_work: TeamAtWork,
) -> None:
    at_work.process = at_work.begin("Unit 6", "")
    opened = at_work.read_process().body
    assert (opened["state"], opened["pre_test"]) == ("named", None)
    assert "activate_pre_test" not in opened["allowed"]
    attached = expect_ok(put(at_work, "pre-test", {"assessment_id": at_work.pre_test}))
    assert (attached.body["state"], attached.etag) == ("pre_test", '"2"')
    assert "activate_pre_test" in attached.body["allowed"]


def test_only_leaders_begin_a_process(at_work: TeamAtWork) -> None:
    path, body = f"/v1/teams/{at_work.team}/processes", {"name": "Mine"}
    answers = {
        "member": code(at_work.mia.post(path, body)),
        "school": code(at_work.sam.post(path, body)),
        "district": code(at_work.dana.post(path, body)),
        "outsider": code(at_work.olga.post(path, body)),
        "another school": code(at_work.saul.post(path, body)),
    }
    assert answers == {
        "member": (403, "not_for_team_members"),
        "school": (403, "not_for_team_administrators"),
        "district": (403, "not_for_team_administrators"),
        "outsider": (404, "team_not_found"),
        "another school": (404, "team_not_found"),
    }


def test_the_same_request_begins_one_process(at_work: TeamAtWork) -> None:
    path, body = f"/v1/teams/{at_work.team}/processes", {"name": "Once"}
    first, again = (at_work.lena.post(path, body, key="k1") for _ in range(2))
    assert first.body == again.body
    other = at_work.lena.post(path, {"name": "Another"}, key="k1")
    assert code(other) == (422, "idempotency_key_reused")
    names = [each["name"] for each in at_work.lena.get(path).body["items"]]
    assert names == ["Once", "Unit 4"]


@pytest.mark.parametrize("name", ["", " \n ", "x" * 121, "\u200b\u2060", "\u0301"])
def test_a_name_is_one_line_of_up_to_120_characters(at_work: TeamAtWork, name: str) -> None:
    reply = at_work.lena.post(f"/v1/teams/{at_work.team}/processes", {"name": name})
    assert reply.status == 422
    assert reply.body["errors"][0]["pointer"] == "/name"


def test_a_team_works_on_forty_processes_at_most(at_work: TeamAtWork) -> None:
    ids = [at_work.begin(f"Unit {n}", "") for n in range(39)]
    path = f"/v1/teams/{at_work.team}/processes"
    refused = at_work.lena.post(path, {"name": "One more"})
    assert code(refused) == (409, "too_many_open_processes")
    expect_ok(at_work.lena.delete(f"/v1/processes/{ids[0]}", etag='"1"'))
    expect_ok(at_work.lena.post(path, {"name": "One more"}))


def test_the_team_goes_along_as_it_is_when_the_process_begins(at_work: TeamAtWork) -> None:
    opened = at_work.read_process().body
    assert [each["name"] for each in opened["leaders"]] == ["Lena Example"]
    assert [each["id"] for each in opened["members"]] == ["mia", "noah"]
    assert [each["range_text"] for each in opened["levels"]] == [
        "0% to below 50%",
        "50% to below 70%",
        "70% to below 85%",
        "85% to 100%",
    ]
    assert [each["meets"] for each in opened["levels"]] == [False, False, True, True]


# -- opening ---------------------------------------------------------------------------------------


def test_members_open_it_administrators_look_at_it_and_nobody_else_knows_of_it(
    at_work: TeamAtWork,
) -> None:
    seen = {}
    for name in ("lena", "mia", "sam", "dana", "olga", "saul"):
        reply = getattr(at_work, name).get(at_work.path)
        seen[name] = (reply.status, reply.body.get("role"))
    assert seen == {
        "lena": (200, "leader"),
        "mia": (200, "member"),
        "sam": (200, "administrator"),
        "dana": (200, "administrator"),
        "olga": (404, None),
        "saul": (404, None),
    }


def test_it_says_what_each_may_do(at_work: TeamAtWork) -> None:
    assert at_work.read_process(at_work.sam).body["allowed"] == ["print", "remind"]
    member, leader = (
        at_work.read_process(each).body["allowed"] for each in (at_work.mia, at_work.lena)
    )
    assert {"activate_pre_test", "save_page", "set_goal", "print"} == set(member)
    assert set(leader) - set(member) == {
        "rename",
        "attach_pre_test",
        "attach_post_test",
        "lock",
        "discard",
        "remind",
    }


def test_it_shows_empty_pages_at_version_nought(at_work: TeamAtWork) -> None:
    pages = at_work.read_process().body["pages"]
    assert list(pages) == ["analyze", "goals", "strategies", "reflect"]
    assert pages["analyze"]["version"] == 0
    assert pages["analyze"]["fields"] == {"strengths": "", "obstacles": "", "needs": []}


def test_the_team_of_today_decides_who_sees_a_finished_one(at_work: TeamAtWork) -> None:
    in_state(at_work, "locked")
    team = keys.team(DISTRICT, at_work.team)
    table = at_work.world.services.table
    item = table.get(team)
    assert item is not None
    doc = item["doc"].replace('"mia"', '"olga"')
    table.commit([Update(team, {"doc": doc})])
    assert at_work.olga.get(at_work.path).body["role"] == "member"
    assert code(at_work.mia.get(at_work.path)) == (404, "process_not_found")


# -- renaming --------------------------------------------------------------------------------------


def test_a_leader_renames_it(at_work: TeamAtWork) -> None:
    changed = expect_ok(at_work.lena.patch(at_work.path, {"name": "Unit 4, fractions"}, etag='"1"'))
    assert (changed.body["name"], changed.etag) == ("Unit 4, fractions", '"2"')
    assert at_work.read_process(at_work.mia).body["name"] == "Unit 4, fractions"


def test_the_same_name_again_changes_nothing(at_work: TeamAtWork) -> None:
    assert at_work.lena.patch(at_work.path, {"name": "Unit 4"}, etag='"1"').etag == '"1"'


def test_renaming_asks_for_the_version_and_refuses_a_stale_one(at_work: TeamAtWork) -> None:
    assert at_work.lena.patch(at_work.path, {"name": "New"}).status == 428
    expect_ok(at_work.lena.patch(at_work.path, {"name": "New"}, etag='"1"'))
    stale = at_work.lena.patch(at_work.path, {"name": "Newer"}, etag='"1"')
    assert code(stale) == (412, "changed_meanwhile")


def test_members_and_administrators_do_not_rename_it(at_work: TeamAtWork) -> None:
    for person in (at_work.mia, at_work.dana):
        assert person.patch(at_work.path, {"name": "New"}, etag='"1"').status == 403
    assert at_work.olga.patch(at_work.path, {"name": "New"}, etag='"1"').status == 404


def test_a_page_begun_meanwhile_does_not_stand_in_the_way(at_work: TeamAtWork) -> None:
    """`begun` changes without the version: whoever changes the head reads it again."""
    repository = at_work.world.services.process_items
    read = repository.head(DISTRICT, at_work.process)
    assert read is not None
    mark_given(at_work, "analyze")
    after = read.model_copy(update={"name": "New", "version": 2})
    assert not repository.change(at_work.lena.act(), after)
    expect_ok(at_work.lena.patch(at_work.path, {"name": "New"}, etag='"1"'))
    assert at_work.read_process().body["parts_in_progress"] == ["analyze"]


# -- the tests -------------------------------------------------------------------------------------


def test_the_pre_test_can_be_exchanged_until_a_class_was_given_it(at_work: TeamAtWork) -> None:
    other = at_work.a_test("Another")
    expect_ok(put(at_work, "pre-test", {"assessment_id": other}))
    assert at_work.read_process().body["pre_test"]["title"] == "Another"
    assert at_work.mia.get(f"/v1/assessments/{other}").status == 200
    assert at_work.mia.get(f"/v1/assessments/{at_work.pre_test}").status == 404
    mark_given(at_work, "pre")
    assert "attach_pre_test" not in at_work.read_process().body["allowed"]
    refused = put(at_work, "pre-test", {"assessment_id": at_work.pre_test})
    assert code(refused) == (409, "test_already_activated")


def test_the_same_pre_test_again_changes_nothing(at_work: TeamAtWork) -> None:
    again = expect_ok(put(at_work, "pre-test", {"assessment_id": at_work.pre_test}))
    assert again.etag == '"1"'
    assert at_work.mia.get(f"/v1/assessments/{at_work.pre_test}").status == 200


def test_a_test_must_be_finished_and_aligned(at_work: TeamAtWork) -> None:
    draft = expect_ok(at_work.lena.post("/v1/assessments", {"title": "Draft", "level_count": 3}))
    refused = put(at_work, "pre-test", {"assessment_id": draft.body["id"]})
    assert code(refused) == (422, "test_not_ready")
    assert (
        "First choose its standards set and add its items. Then attach it" in refused.body["detail"]
    )
    assert refused.body["errors"][0]["pointer"] == "/assessment_id"
    body = {"name": "Unit 5", "pre_test": {"assessment_id": draft.body["id"]}}
    refused = at_work.lena.post(f"/v1/teams/{at_work.team}/processes", body)
    assert refused.body["errors"][0]["pointer"] == "/pre_test/assessment_id"
    unaligned = builders.an_assessment(at_work.world, "lena", mask=0, standards=())
    refused = put(at_work, "pre-test", {"assessment_id": unaligned.id})
    assert code(refused) == (422, "assessment_without_standards")


def test_a_leader_attaches_only_what_they_see(at_work: TeamAtWork) -> None:
    hidden = at_work.a_test("Of somebody else", creator=at_work.olga)
    refused = put(at_work, "pre-test", {"assessment_id": hidden})
    assert code(refused) == (404, "assessment_not_found")
    assert "Of somebody else" not in str(refused.body)


def test_only_leaders_attach(at_work: TeamAtWork) -> None:
    body = {"assessment_id": at_work.pre_test}
    assert code(put(at_work, "pre-test", body, at_work.mia)) == (403, "not_for_team_members")
    assert code(put(at_work, "post-test", {"same": True}, at_work.dana)) == (
        403,
        "not_for_team_administrators",
    )
    assert put(at_work, "post-test", {"same": True}, at_work.olga).status == 404


def test_an_attached_assessment_is_in_use(at_work: TeamAtWork) -> None:
    test = at_work.lena.get(f"/v1/assessments/{at_work.pre_test}")
    assert test.body["in_use"]
    removed = at_work.lena.delete(f"/v1/assessments/{at_work.pre_test}", etag=test.etag)
    assert code(removed) == (409, "assessment_in_use")


def test_there_is_no_post_test_before_a_pre_test(at_work: TeamAtWork) -> None:
    at_work.process = at_work.begin("Unit 6", "")
    for body in ({"same": True}, {"copy": {"title": "C"}}, {"assessment_id": at_work.pre_test}):
        refused = put(at_work, "post-test", body)
        assert code(refused) == (409, "no_pre_test")
        assert "Ask its leader" not in refused.body["detail"], "the leader reads it"


def test_another_assessment_is_the_post_test(at_work: TeamAtWork) -> None:
    other = at_work.a_test("Fractions, after")
    attached = expect_ok(put(at_work, "post-test", {"assessment_id": other}))
    assert attached.body["state"] == "post_test"
    assert (attached.body["post_test"]["assessment_id"], attached.body["post_test"]["origin"]) == (
        other,
        "chosen",
    )
    assert at_work.noah.get(f"/v1/assessments/{other}/items").status == 200
    refused = put(at_work, "pre-test", {"assessment_id": other})
    assert code(refused) == (409, "post_test_attached")


def test_a_copy_of_the_pre_test_can_still_be_edited(at_work: TeamAtWork) -> None:
    attached = expect_ok(put(at_work, "post-test", {"copy": {"title": "Fractions, Post-Test"}}))
    post = attached.body["post_test"]
    assert (post["title"], post["origin"]) == ("Fractions, Post-Test", "copy")
    made = at_work.lena.get(f"/v1/assessments/{post['assessment_id']}")
    assert (made.body["copied_from_id"], made.body["in_use"]) == (at_work.pre_test, True)
    path = f"/v1/assessments/{post['assessment_id']}"
    expect_ok(at_work.lena.patch(path, {"title": "Fractions, after"}, etag=made.etag))


@pytest.mark.parametrize("how", ["same", "its own id"])
def test_the_same_test_twice_is_a_second_sitting(at_work: TeamAtWork, how: str) -> None:
    body = {"same": True} if how == "same" else {"assessment_id": at_work.pre_test}
    post = expect_ok(put(at_work, "post-test", body)).body["post_test"]
    assert post["assessment_id"] != at_work.pre_test
    assert (post["title"], post["origin"]) == ("Fractions, before (post-test)", "same")
    header = at_work.lena.get(f"/v1/assessments/{post['assessment_id']}").body
    assert (header["sitting_of_id"], header["visibility"]) == (at_work.pre_test, "private")
    items = [
        at_work.mia.get(f"/v1/assessments/{each}/items").body["items"]
        for each in (at_work.pre_test, post["assessment_id"])
    ]
    assert items[0] == items[1]
    again = expect_ok(put(at_work, "post-test", body))
    assert (again.body["post_test"]["assessment_id"], again.etag) == (post["assessment_id"], '"2"')


def test_a_second_sitting_stays_as_the_first_was(at_work: TeamAtWork) -> None:
    sitting = expect_ok(put(at_work, "post-test", {"same": True})).body["post_test"][
        "assessment_id"
    ]
    path = f"/v1/assessments/{sitting}"
    made = at_work.lena.get(path)
    assert not {"edit", "delete"} & set(made.body["allowed"])
    items = at_work.lena.get(f"{path}/items")
    for refused in (
        at_work.lena.patch(path, {"title": "Other"}, etag=made.etag),
        at_work.lena.delete(path, etag=made.etag),
        at_work.lena.put(f"{path}/items", {"items": []}, etag=items.etag),
        at_work.lena.post(
            f"{path}/attachments", {"name": "t.pdf", "type": "application/pdf", "size": 9}
        ),
    ):
        assert code(refused) == (403, "second_sitting")


def test_a_second_sitting_has_the_files_the_versions_and_the_cut_scores(
    at_work: TeamAtWork,
) -> None:
    builders.an_attachment(at_work.world, at_work.pre_test)
    header = keys.assessment_header(DISTRICT, at_work.pre_test)
    at_work.world.services.table.commit([Update(header, {"scored": True, "cuts": "55/75"})])
    sitting = expect_ok(put(at_work, "post-test", {"same": True})).body["post_test"][
        "assessment_id"
    ]
    made = at_work.lena.get(f"/v1/assessments/{sitting}").body
    assert (made["cuts"], made["scored"]) == (["55", "75"], False)
    files = at_work.noah.get(f"/v1/assessments/{sitting}/attachments").body["items"]
    assert [each["name"] for each in files] == ["Test.pdf"]


def test_a_corrected_key_is_that_of_the_second_sitting(at_work: TeamAtWork) -> None:
    path = f"/v1/assessments/{at_work.pre_test}"
    table = at_work.world.services.table
    header = keys.assessment_header(DISTRICT, at_work.pre_test)
    table.commit([Update(header, {"scored": True, "cuts": "50/80"})])
    item = at_work.lena.get(f"{path}/items").body["items"][0]
    keyed = {"items": [{"id": item["id"], "key": ["C"]}]}
    corrected = at_work.lena.post(f"{path}/corrections", keyed, etag=at_work.lena.get(path).etag)
    assert corrected.status == 202, corrected.body
    sitting = expect_ok(put(at_work, "post-test", {"same": True})).body["post_test"][
        "assessment_id"
    ]
    items = at_work.lena.get(f"/v1/assessments/{sitting}/items").body["items"]
    assert items[0]["key"] == ["C"]


def test_exchanging_a_second_sitting_leaves_nothing_behind(at_work: TeamAtWork) -> None:
    builders.an_attachment(at_work.world, at_work.pre_test)
    sitting = expect_ok(put(at_work, "post-test", {"same": True})).body["post_test"][
        "assessment_id"
    ]
    other = at_work.a_test("Fractions, after")
    expect_ok(put(at_work, "post-test", {"assessment_id": other}))
    assert at_work.lena.get(f"/v1/assessments/{sitting}").status == 404
    left = [each["pk"]["S"] for each in at_work.world.items() if sitting in each["pk"]["S"]]
    assert not left


def test_the_post_test_can_be_exchanged_until_a_class_was_given_it(at_work: TeamAtWork) -> None:
    expect_ok(put(at_work, "post-test", {"same": True}))
    mark_given(at_work, "pre", "post")
    refused = put(at_work, "post-test", {"copy": {"title": "C"}})
    assert code(refused) == (409, "test_already_activated")


@pytest.mark.parametrize(
    "body", [{}, {"same": False}, {"same": True, "assessment_id": "x"}, {"copy": {}}]
)
def test_the_post_test_is_one_of_three(at_work: TeamAtWork, body: Any) -> None:
    assert put(at_work, "post-test", body).status == 422


# -- sharing ---------------------------------------------------------------------------------------


def test_attaching_shares_a_private_test_with_every_member(at_work: TeamAtWork) -> None:
    builders.an_attachment(at_work.world, at_work.pre_test)
    path = f"/v1/assessments/{at_work.pre_test}"
    for person in (at_work.mia, at_work.noah):
        assert person.get(path).body["title"] == "Fractions, before"
        assert len(person.get(f"{path}/items").body["items"]) == 3
        files = person.get(f"{path}/attachments").body["items"]
        opened = person.get(f"{path}/attachments/{files[0]['id']}")
        assert opened.body["allowed"] == ["download"]
    for person in (at_work.olga, at_work.sam, at_work.dana):
        for part in ("", "/items", "/attachments"):
            refused = person.get(path + part)
            assert refused.status == 404
            assert "Fractions, before" not in str(refused.body)


def test_members_do_not_change_what_is_shared_with_them(at_work: TeamAtWork) -> None:
    path = f"/v1/assessments/{at_work.pre_test}"
    seen = at_work.mia.get(path)
    assert "edit" not in seen.body["allowed"]
    refused = at_work.mia.patch(path, {"title": "Mine"}, etag=seen.etag)
    assert code(refused) == (403, "not_your_assessment")


def test_a_test_that_was_never_attached_is_shared_with_nobody(at_work: TeamAtWork) -> None:
    other = at_work.a_test("Secret")
    assert at_work.mia.get(f"/v1/assessments/{other}").status == 404


# -- discarding ------------------------------------------------------------------------------------


def test_a_process_begun_by_mistake_is_discarded(at_work: TeamAtWork) -> None:
    assert at_work.lena.delete(at_work.path, etag='"1"').status == 204
    assert code(at_work.lena.get(at_work.path)) == (404, "process_not_found")
    listed = at_work.lena.get(f"/v1/teams/{at_work.team}/processes")
    assert listed.body["items"] == []
    assert at_work.dana.get("/v1/processes").body["items"] == []
    assert at_work.mia.get(f"/v1/assessments/{at_work.pre_test}").status == 404


@pytest.mark.parametrize("test", ["pre", "post"])
def test_a_process_with_a_test_in_a_class_cannot_be_discarded(
    at_work: TeamAtWork, test: str
) -> None:
    mark_given(at_work, test)
    assert "discard" not in at_work.read_process().body["allowed"]
    assert code(at_work.lena.delete(at_work.path, etag='"1"')) == (409, "process_begun")


def test_only_leaders_discard(at_work: TeamAtWork) -> None:
    assert at_work.mia.delete(at_work.path, etag='"1"').status == 403
    assert at_work.dana.delete(at_work.path, etag='"1"').status == 403
    assert at_work.saul.delete(at_work.path, etag='"1"').status == 404


@pytest.mark.parametrize("state", ["locking", "locked"])
def test_nothing_of_a_finished_one_changes(at_work: TeamAtWork, state: str) -> None:
    in_state(at_work, state)
    refused = {
        code(at_work.lena.patch(at_work.path, {"name": "New"}, etag='"1"')),
        code(at_work.lena.delete(at_work.path, etag='"1"')),
        code(put(at_work, "pre-test", {"assessment_id": at_work.pre_test})),
        code(put(at_work, "post-test", {"same": True})),
        code(put(at_work, "post-test", {"copy": {"title": "C"}})),
    }
    assert refused == {(409, "process_locked")}
    assert at_work.read_process().body["allowed"] == ["print"]


# -- lists -----------------------------------------------------------------------------------------


def test_a_team_lists_its_processes_the_newest_first_page_by_page(at_work: TeamAtWork) -> None:
    for n in range(4):
        at_work.begin(f"Unit {n + 5}", "")
    path, names = f"/v1/teams/{at_work.team}/processes?limit=2", []
    page = expect_ok(at_work.mia.get(path)).body
    while True:
        names += [each["name"] for each in page["items"]]
        if page["next"] is None:
            break
        page = expect_ok(at_work.mia.get(f"{path}&cursor={page['next']}")).body
    assert names == ["Unit 8", "Unit 7", "Unit 6", "Unit 5", "Unit 4"]
    assert at_work.olga.get(path).status == 404


def names_of(reply: Reply) -> list[str]:
    return [each["name"] for each in expect_ok(reply).body["items"]]


def test_administrators_see_processes_by_state_and_step(at_work: TeamAtWork) -> None:
    first = at_work.process
    at_work.process = at_work.begin("Unit 5", "")
    newest = at_work.begin("Unit 6")
    at_work.process = first
    mark_given(at_work, "pre", "analyze")
    assert names_of(at_work.dana.get("/v1/processes")) == ["Unit 5", "Unit 6", "Unit 4"]
    assert names_of(at_work.dana.get("/v1/processes?state=pre_test")) == ["Unit 6", "Unit 4"]
    assert names_of(at_work.dana.get("/v1/processes?step=analyze")) == ["Unit 4"]
    at_work.process = newest
    in_state(at_work, "locked")
    assert names_of(at_work.dana.get("/v1/processes?state=locked")) == ["Unit 6"]
    assert names_of(at_work.dana.get("/v1/processes?step=locked")) == ["Unit 6"]
    assert names_of(at_work.dana.get("/v1/processes?state=open")) == ["Unit 5", "Unit 4"]
    assert names_of(at_work.dana.get("/v1/processes?state=open&school_id=south")) == []
    assert names_of(at_work.dana.get(f"/v1/processes?team_id={at_work.team}&school_id=north")) != []
    assert at_work.dana.get("/v1/processes?state=discarded").status == 422


def test_administrators_page_across_states(at_work: TeamAtWork) -> None:
    for n in range(3):
        at_work.begin(f"Named {n}", "")
        at_work.begin(f"Tested {n}")
    path, names = "/v1/processes?limit=2", []
    page = expect_ok(at_work.dana.get(path)).body
    while True:
        assert len(page["items"]) <= 2
        names += [each["name"] for each in page["items"]]
        if page["next"] is None:
            break
        page = expect_ok(at_work.dana.get(f"{path}&cursor={page['next']}")).body
    assert names == [
        *(f"Named {n}" for n in (2, 1, 0)),
        *(f"Tested {n}" for n in (2, 1, 0)),
        "Unit 4",
    ]


def test_school_administrators_list_their_schools_processes(at_work: TeamAtWork) -> None:
    assert names_of(at_work.sam.get("/v1/processes")) == ["Unit 4"]
    assert names_of(at_work.saul.get("/v1/processes")) == []
    assert names_of(at_work.olga.get("/v1/processes")) == [], "she belongs to no team"


def test_a_member_lists_the_processes_of_their_own_teams(at_work: TeamAtWork) -> None:
    a_team(at_work.world, ("olga",), ("mia",), name="Grade 4", school="south")
    (other,) = [
        team["id"] for team in expect_ok(at_work.olga.get("/v1/teams")).body["items"]
    ]  # hers alone
    for name in ("Fourth", "Fifth"):
        expect_ok(at_work.olga.post(f"/v1/teams/{other}/processes", {"name": name}))
    everything = ["Fifth", "Fourth", "Unit 4"]
    assert names_of(at_work.mia.get("/v1/processes?mine=true")) == everything
    assert names_of(at_work.mia.get("/v1/processes")) == everything, "a teacher sees no others"
    listed = expect_ok(at_work.mia.get(f"/v1/processes?team_id={at_work.team}")).body["items"]
    assert [(each["name"], each["role"]) for each in listed] == [("Unit 4", "member")]
    assert names_of(at_work.lena.get("/v1/processes?state=named")) == []
    assert names_of(at_work.dana.get("/v1/processes?mine=true")) == [], "of no team of her own"
    first = expect_ok(at_work.mia.get("/v1/processes?limit=2")).body
    rest = at_work.mia.get(f"/v1/processes?limit=2&cursor={first['next']}")
    assert [each["name"] for each in first["items"]] + names_of(rest) == everything


def test_a_member_who_joined_after_the_lock_finds_the_finished_process(at_work: TeamAtWork) -> None:
    in_state(at_work, "locked")
    team = f"/v1/teams/{at_work.team}"
    builders.a_person(at_work.world, "nina", "north")
    etag = at_work.lena.get(team).etag
    expect_ok(at_work.lena.put(f"{team}/members/nina", {"leader": False}, etag=etag))
    nina = at_work.world.teacher("nina", "north")
    assert names_of(nina.get("/v1/processes?state=locked")) == ["Unit 4"]


def test_lists_show_how_far_each_has_come(at_work: TeamAtWork) -> None:
    mark_given(at_work, "pre", "analyze", "goals")
    listed = at_work.sam.get("/v1/processes").body["items"][0]
    assert (listed["state"], listed["step"]) == ("pre_test", "goals")
    assert listed["parts_in_progress"] == ["analyze", "goals", "pre"]
    assert (listed["pre_test"]["activated"], listed["role"]) == (True, "administrator")
    assert "leaders" not in listed


def test_a_sheet_is_linked_for_those_it_opens_for(at_work: TeamAtWork) -> None:
    body = {"test": "pre", "class_id": "c2"}
    sheet = expect_ok(at_work.mia.post(f"{at_work.path}/activations", body)).body["sheet"]
    for person in (at_work.lena, at_work.mia, at_work.noah, at_work.sam, at_work.dana):
        (row,) = at_work.read_process(person).body["classes"]
        opens = person.get(sheet).status == 200
        assert row["pre_test"]["sheet"] == (sheet if opens else None), person.id
    assert at_work.mia.get(sheet).status == at_work.sam.get(sheet).status == 200
    assert at_work.lena.get(sheet).status == 404


# -- a colleague's private test --------------------------------------------------------------------


def test_a_member_cannot_pass_on_what_the_team_shares(at_work: TeamAtWork) -> None:
    """Else a colleague's private test would wander from team to team (A2)."""
    theirs = a_team(at_work.world, ("mia",), ("olga",), id="T-2").id
    body = {"name": "Mine", "pre_test": {"assessment_id": at_work.pre_test}}
    assert at_work.mia.get(f"/v1/assessments/{at_work.pre_test}").status == 200
    refused = at_work.mia.post(f"/v1/teams/{theirs}/processes", body)
    assert code(refused) == (403, "assessment_only_shared")
    begun = expect_ok(at_work.mia.post(f"/v1/teams/{theirs}/processes", {"name": "Mine"}))
    path = f"/v1/processes/{begun.body['id']}/pre-test"
    refused = at_work.mia.put(path, {"assessment_id": at_work.pre_test}, etag=begun.etag)
    assert code(refused) == (403, "assessment_only_shared")
    assert at_work.olga.get(f"/v1/assessments/{at_work.pre_test}").status == 404


def test_copies_and_assessments_that_their_creator_shows_can_be_attached(
    at_work: TeamAtWork,
) -> None:
    theirs = a_team(at_work.world, ("mia",), (), id="T-2").id
    path = f"/v1/assessments/{at_work.pre_test}"
    copy = expect_ok(at_work.mia.post(f"{path}/copies", {})).body["id"]
    made = at_work.mia.post(
        f"/v1/teams/{theirs}/processes", {"name": "A", "pre_test": {"assessment_id": copy}}
    )
    assert made.status == 201
    expect_ok(at_work.lena.patch(path, {"visibility": "school"}, etag=at_work.lena.get(path).etag))
    body = {"name": "B", "pre_test": {"assessment_id": at_work.pre_test}}
    assert at_work.mia.post(f"/v1/teams/{theirs}/processes", body).status == 201
