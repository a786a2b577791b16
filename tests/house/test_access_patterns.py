"""The AWS calls of a request, one by one: the tables of docs/access-patterns.md, counted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest

from chalicelib.storage import keys
from chalicelib.storage.conditions import Put, Update
from chalicelib.trackers.model import AssessmentSource, TrackerEntry
from tests.api.finishing import FinishedTeam
from tests.api.process_scene import TeamAtWork
from tests.api.results_scene import Results
from tests.api.scene import Scene
from tests.support import builders, sheets
from tests.support.browser import Browser
from tests.support.stored_sheets import a_row, a_sheet
from tests.support.world import DISTRICT, World

GET, QUERY, BATCH, COMMIT, SEND = (
    "GetItem",
    "Query",
    "BatchGetItem",
    "TransactWriteItems",
    "SendMessageBatch",
)
COUNTED, RECEIVE = "GetQueueAttributes", "ReceiveMessage"
SIGNING_IN = [BATCH]
"""Once a minute per person; API Gateway keeps the outcome, the test client asks each time."""

RESULTS = [QUERY, QUERY, BATCH, GET, GET, QUERY]
"""A distribution with its markers, schools, the assessment, the district, the plan, summaries."""

SCREENS = {
    "/v1/district": [GET],
    "/v1/schools": [QUERY],
    "/v1/people": [QUERY],
    "/v1/classes/c1": [GET],
    "/v1/classes?course_id=k1": [QUERY],
    "/v1/frameworks": [QUERY],
    "/v1/standards-sets": [QUERY],
    "/v1/assessments": [QUERY],
    "/v1/assessment-filters": [QUERY],  # the sets' names were read before
    "/v1/assessments/{assessment}": [GET],
    "/v1/assessments/{assessment}/items": [BATCH],
    "/v1/items": [QUERY, BATCH],
    "/v1/assessments/{assessment}/attachments": [GET, QUERY],
    "/v1/assessments/{assessment}/attachments/{attachment}": [GET, GET],
    "/v1/item-imports/{item_import}": [GET],
    "/v1/assessments/{assessment}/matches": [GET, QUERY, QUERY, BATCH],  # it is in use
    "/v1/assessments/{assessment}/matches/north": [GET, QUERY, BATCH],
    "/v1/assessments/{assessment}/corrections": [GET, QUERY],
    "/v1/corrections/{correction}": [QUERY, GET, QUERY, QUERY],
    "/v1/trackers?school_id=north": [QUERY],
    "/v1/teams?school_id=north": [QUERY],
    "/v1/teams/{team}": [GET],
    "/v1/processes/{process}": [QUERY],
    "/v1/processes/{process}/activations": [QUERY],
    "/v1/processes/{process}/pages/analyze": [QUERY],
    "/v1/processes/{process}/goals": [QUERY],
    "/v1/processes/{tested_process}/goals/c1": [QUERY],
    "/v1/processes/{process}/collection": [QUERY],
    "/v1/processes/{process}/comparison": [QUERY],
    "/v1/processes/{tested_process}/comparison/students": [QUERY],
    "/v1/processes/{process}/comparison/students.csv": [QUERY],
    "/v1/processes/{process}/growth": [QUERY],
    "/v1/processes": [QUERY] * 5,  # a state each
    "/v1/processes?state=pre_test": [QUERY],
    "/v1/missing-activations": [QUERY, QUERY, BATCH, BATCH],  # two states; who teaches; reminders
    "/v1/processes?mine=true": [QUERY],  # of no team
    "/v1/me": [BATCH, QUERY],  # of no team
    # no tracker, no team; imports of either kind; what is due, distributions among it; the newest
    "/v1/me/work": [QUERY, QUERY, QUERY, BATCH, QUERY, QUERY, QUERY],
    "/v1/teams/{team}/processes": [GET, QUERY, BATCH],
    "/v1/distributions": [QUERY],
    "/v1/distributions/{distribution}": [QUERY, QUERY],
    "/v1/distributions/{distribution}/results": RESULTS,
    "/v1/distributions/{distribution}/results/schools": RESULTS,
    "/v1/distributions/{distribution}/results/teachers": RESULTS,
    "/v1/distributions/{distribution}/results/classes.csv": RESULTS,
    "/v1/distributions/{distribution}/results/items": [*RESULTS, GET],
    "/v1/distributions/{distribution}/results/standards.csv": [*RESULTS, GET],
    "/v1/distributions/{distribution}/analysis": [QUERY, QUERY, BATCH, QUERY],
    "/v1/jobs/distribution.{distribution}": [QUERY],
    "/v1/distributions/{distribution}/emails": [GET, QUERY],
    "/v1/distributions/{distribution}/openings": [GET, QUERY],
    "/v1/library": [QUERY],
    "/v1/history": [QUERY, QUERY],  # a day of the district lies on two of UTC
    "/v1/jobs": [QUERY],
    "/v1/dead-letters": [COUNTED] * 5,
    "/v1/email-state": [QUERY] * 5,  # four parts of the outbox; those that did not arrive
    "/v1/undelivered-emails": [QUERY, BATCH, BATCH],  # people; what they chose, blocked addresses
    "/v1/roster": [GET],
    "/v1/roster-imports": [QUERY],
    "/v1/roster-imports/{roster_import}": [GET],
    "/v1/standards-imports/{standards_import}": [GET],
    "/v1/tracker-batches/{batch}": [GET, QUERY],
}
TEACHERS_SCREENS = {
    "/v1/me": [BATCH, QUERY, BATCH],
    "/v1/me/work": [QUERY, BATCH, QUERY, BATCH, QUERY, BATCH, QUERY],  # nothing in the tracker
    "/v1/trackers": [QUERY],
    "/v1/teams": [QUERY, BATCH],
    "/v1/processes?mine=true": [QUERY, BATCH, QUERY, BATCH],  # a team; its processes
    "/v1/teams/{team}": [GET],
    "/v1/classes": [QUERY],
    "/v1/trackers/{tracker}": [GET, GET],
    "/v1/trackers/{tracker}/students": [GET, GET],
    "/v1/trackers/{tracker}/mastery": [GET, GET, BATCH, GET, QUERY],
    "/v1/trackers/{tracker}/mastery.csv": [GET, GET, BATCH, GET, QUERY],
    "/v1/trackers/{tracker}/mastery/stu1": [GET, GET, BATCH, GET, QUERY],
    # the teacher's trackers, their classes; then as above for each that has the student
    "/v1/students/stu1/mastery": [QUERY, BATCH, GET, GET, BATCH, GET, QUERY],
    "/v1/processes/{process}/activations": [QUERY, QUERY, QUERY, BATCH],
}
CHANGES = {
    # method, path, body; a change of an existing thing reads it first
    ("PATCH", "/v1/district", '{"name": "Gulf Bay"}'): [GET, COMMIT],
    ("POST", "/v1/assessments", '{"title": "Fractions", "level_count": 3}'): [COMMIT],
    ("PATCH", "/v1/assessments/{assessment}", '{"title": "Halves"}'): [GET, COMMIT],
    (
        "POST",
        "/v1/distributions",
        '{"assessment_id": "{assessment}", "selection": {"whole_district": true}, "notify": true}',
    ): [GET, QUERY, BATCH, COMMIT, SEND],  # it is in use: who has it?
    ("PATCH", "/v1/distributions/{distribution}", '{"notify": true}'): [GET, COMMIT],
    ("POST", "/v1/distributions/{distribution}/cancellation", ""): [GET, COMMIT],
    ("POST", "/v1/teams", '{"name": "Grade 4", "leader_ids": ["tess"]}'): [QUERY, BATCH, COMMIT],
    ("PATCH", "/v1/teams/{team}", '{"name": "Grade 4"}'): [GET, QUERY, COMMIT],
    ("POST", "/v1/teams/{team}/retirement", ""): [GET, COMMIT],
    ("POST", "/v1/roster-imports", "{}"): [COMMIT],
    ("POST", "/v1/jobs/tracker-batch.{batch}/retry", ""): [QUERY, SEND, COMMIT],
    ("POST", "/v1/dead-letters/jobs/redelivery", ""): [GET, RECEIVE, COMMIT],  # nothing lies there
    ("POST", "/v1/undelivered-emails/{undelivered}/retry", ""): [GET, BATCH, BATCH, COMMIT, SEND],
    (
        "POST",
        "/v1/assessments/{assessment}/attachments",
        '{"name": "a.pdf", "type": "application/pdf", "size": 9}',
    ): [GET, QUERY, COMMIT],
}
LEADERS_CHANGES = {
    # of a process with a pre-test, by the leader of its team
    ("PATCH", "/v1/processes/{process}", '{"name": "Unit 5"}'): [QUERY, COMMIT],
    (
        "PUT",
        "/v1/processes/{process}/pre-test",
        '{"assessment_id": "{assessment}"}',
    ): [QUERY, GET, COMMIT],
    ("PUT", "/v1/processes/{process}/post-test", '{"same": true}'): [QUERY, BATCH, QUERY, COMMIT],
    (
        "PUT",
        "/v1/processes/{process}/post-test",
        '{"copy": {"title": "After"}}',
    ): [QUERY, BATCH, QUERY, COMMIT],
    ("DELETE", "/v1/processes/{process}", ""): [QUERY, COMMIT],
    (
        "POST",
        "/v1/teams/{team}/processes",
        '{"name": "Unit 5", "pre_test": {"assessment_id": "{assessment}"}}',
    ): [GET, QUERY, GET, COMMIT],
}


class Watch:
    """Writes down every call that leaves for AWS."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def note(self, model: Any, **_: Any) -> None:
        self.calls.append(model.name)


PEOPLE = ("cole", "dana", "lena", "mia", "noah", "olga", "sam", "tess")


def read_names(world: World) -> None:
    """Have the process know what everything is called: it reads that once in five minutes."""
    named = {"school": {"north"}, "standards_set": {builders.SET}, "course": {"", "k1"}}
    world.services.directory.names(DISTRICT, named | {"person": set(PEOPLE)})
    world.services.directory.statements(DISTRICT, builders.SET)


@contextmanager
def watching(world: World, *, knows_names: bool = True) -> Iterator[Watch]:
    if knows_names:
        read_names(world)
    watch = Watch()
    clients = (world.clients.dynamodb, world.clients.sqs, world.clients.s3)
    for client in clients:
        client.meta.events.register("before-call.*.*", watch.note)
    try:
        yield watch
    finally:
        for client in clients:
            client.meta.events.unregister("before-call.*.*", watch.note)


@pytest.fixture
def scene(world: World) -> Scene:
    return world.scene(Scene)


def fill_template(template: str, scene: Scene) -> str:
    known = {
        "assessment": scene.assessment.id,
        "distribution": scene.distribution,
        "tracker": scene.tracker.id,
        "team": scene.team.id,
        "batch": scene.batch,
        "roster_import": scene.roster_import,
        "standards_import": scene.standards_import,
        "attachment": scene.attachment,
        "item_import": scene.item_import,
    }
    if "{correction}" in template:
        known["correction"] = scene.correction
    if "{process}" in template:
        known["process"] = scene.process
    if "{tested_process}" in template:
        known["tested_process"] = scene.tested_process
    if "undelivered" in template:
        known["undelivered"] = scene.undelivered.reference
    for name, value in known.items():
        template = template.replace(f"{{{name}}}", value)
    return template


def test_a_screen_is_a_handful_of_calls(scene: Scene) -> None:
    wrong = {}
    for who, screens in (("district admin", SCREENS), ("owning teacher", TEACHERS_SCREENS)):
        for path, expected in screens.items():
            asked = fill_template(path, scene)
            with watching(scene.world) as watch:
                reply = scene.people[who].get(asked)
            assert reply.status == 200, path
            if watch.calls != [*SIGNING_IN, *expected]:
                wrong[path] = watch.calls
    assert not wrong


def test_names_beside_ids_cost_a_call_a_kind_and_then_none_for_five_minutes(
    scene: Scene,
) -> None:
    """Schools, the set, its standards, colleagues; a tracker's people are asked in one call."""
    dana, tracker = scene.people["district admin"], f"/v1/trackers/{scene.tracker.id}"
    expected: tuple[list[str], ...] = ([QUERY, BATCH, BATCH, QUERY], [], [], [QUERY, BATCH, QUERY])
    for minutes, calls in zip((0, 0, 4, 5), expected, strict=True):
        scene.world.clock.forward(minutes=minutes)
        with watching(scene.world, knows_names=False) as watch:
            shown = dana.get(tracker).body
        assert watch.calls == [*SIGNING_IN, GET, GET, *calls]
        assert shown["school_name"] == "North Elementary"
        assert shown["collaborators"] == [{"id": "cole", "name": "Cole Example"}]


def test_an_undistributed_assessment_costs_no_call_for_its_holders(scene: Scene) -> None:
    fresh, dana = builders.an_assessment(scene.world).id, scene.people["district admin"]
    for path, expected in {"matches": [GET, QUERY, QUERY], "matches/north": [GET, QUERY]}.items():
        with watching(scene.world) as watch:
            assert dana.get(f"/v1/assessments/{fresh}/{path}").status == 200
        assert watch.calls == [*SIGNING_IN, *expected]
    body = {"assessment_id": fresh, "selection": {"whole_district": True}}
    for path, expected in {
        "distributions/preview": [GET, QUERY],
        "distributions": [GET, QUERY, COMMIT, SEND],
    }.items():
        with watching(scene.world) as watch:
            assert dana.post(f"/v1/{path}", body).status in {200, 202}
        assert watch.calls == [*SIGNING_IN, *expected]


def test_a_scheduled_one_costs_a_preview_three_calls_at_most(scene: Scene) -> None:
    """Read the due entries, their distributions, and the plans of those with the same schools."""
    dana, fresh = scene.people["district admin"], builders.an_assessment(scene.world).id
    start = {"option": "schedule", "start_date": "2026-10-21", "start_time": "08:00"}
    body = {"assessment_id": fresh, "selection": {"whole_district": True}, "start": start}
    held = [GET, QUERY, BATCH]
    for number, more in enumerate(([], [QUERY, BATCH, BATCH], [QUERY, BATCH, BATCH])):
        with watching(scene.world) as watch:
            answer = dana.post("/v1/distributions/preview", body).body
        assert watch.calls == [*SIGNING_IN, *(held if number else held[:2]), *more]
        assert len(answer["scheduled"]) == number
        assert dana.post("/v1/distributions", body).status == 202


@pytest.mark.parametrize("assessments", [1, 40])
def test_a_mastery_grid_costs_the_same_calls_however_much_was_given(
    scene: Scene, assessments: int
) -> None:
    names = [f"a{n}" for n in range(assessments)]
    entry = TrackerEntry(
        "", "2026-09-02T15:00:00Z", AssessmentSource.DISTRICT, "dana", "Test", scene.distribution
    ).serialize()
    held = Update(
        keys.tracker(DISTRICT, scene.tracker.id), {f"assessments.{name}": entry for name in names}
    )
    scene.world.services.table.commit([held])
    for name in names:
        a_sheet(scene.world, name, a_row("stu1", "1", "0"))
    with watching(scene.world) as watch:
        reply = scene.people["owning teacher"].get(f"/v1/trackers/{scene.tracker.id}/mastery")
    assert reply.body["students"][0]["mastery"][0]["assessment_count"] == assessments
    assert watch.calls == [*SIGNING_IN, GET, GET, BATCH, BATCH, GET, QUERY]


def test_a_student_in_several_trackers_of_a_class_reads_its_sheets_once(scene: Scene) -> None:
    owner = scene.people["owning teacher"]
    path = "/v1/students/stu1/mastery"
    with watching(scene.world) as one:
        before = owner.get(path)
    for title in ("Second", "Third"):
        builders.a_tracker(scene.world, scene.tracker.owner, class_id="c1", title=title)
    with watching(scene.world) as several:
        after = owner.get(path)
    assert (len(before.body["items"]), len(after.body["items"])) == (1, 3)
    assert one.calls.count(QUERY) == several.calls.count(QUERY) == 2, "trackers, and sheets"


def test_a_work_list_of_12_trackers_with_40_assessments_each_is_14_calls(world: World) -> None:
    """Trackers and what they hold, 480 sheets, marks of 40 distributions, titles; then teams."""
    at_work = world.scene(TeamAtWork)
    entry = partial(TrackerEntry, source=AssessmentSource.DISTRICT, by="dana", title="Test")
    for n in range(10):
        made = builders.a_tracker(world, "lena", class_id=f"d{n}")
        at_work.trackers[f"d{n}"] = made.id
    names = [f"a{n}" for n in range(40)]
    held = {
        f"assessments.{name}": entry(
            name, "2026-09-02T15:00:00Z", distribution=f"of-{name}"
        ).serialize()
        for name in names
    }
    mine = [at_work.trackers[name] for name in ("c1", "c4", *(f"d{n}" for n in range(10)))]
    world.services.table.commit([Update(keys.tracker(DISTRICT, each), held) for each in mine])
    with watching(world) as watch:
        found = at_work.lena.get("/v1/me/work").body
    assert (found["new_deliveries"]["total"], len(found["new_deliveries"]["items"])) == (480, 20)
    assert found["new_deliveries"]["total_is_exact"]
    in_trackers = [QUERY, BATCH, *[BATCH] * 5, BATCH, BATCH]
    in_teams = [QUERY, BATCH, QUERY, BATCH, QUERY]  # the last one looks into the open process
    assert watch.calls == [*SIGNING_IN, *in_trackers, *in_teams]


def test_a_work_list_of_a_district_admin_does_not_grow_with_the_district(scene: Scene) -> None:
    """Of 250 distributions the hundred that are due first are read, and the newest hundred."""
    table = scene.world.services.table
    key = keys.distribution(DISTRICT, scene.distribution)
    item = table.get(key)
    assert item is not None
    for n in range(250):
        doc = item["doc"].replace(scene.distribution, f"D{n}")
        copy = {**item, "doc": doc, "list_sk": f"{item['list_sk']}{n}", "failed": 1}
        put = {name: value for name, value in copy.items() if name not in ("pk", "sk")}
        due = keys.due(DISTRICT, item["due"], "distribution", f"D{n}")
        table.put_all([Put(keys.distribution(DISTRICT, f"D{n}"), put), Put(due, {})])
    with watching(scene.world) as watch:
        found = scene.people["district admin"].get("/v1/me/work").body
    assert (found["scheduled"]["total"], found["scheduled"]["total_is_exact"]) == (100, False)
    assert watch.calls == [*SIGNING_IN, *SCREENS["/v1/me/work"]]


def test_one_school_asks_once_more_for_its_classes_that_may_have_moved(world: World) -> None:
    results = world.scene(Results)
    whole, school = f"{results.path}/results", f"{results.path}/results?school_id=north"
    for path, more in ((whole, []), (school, [BATCH])):
        with watching(world) as watch:
            assert results.dana.get(path).status == 200
        assert watch.calls == [*SIGNING_IN, *RESULTS, *more]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: " ".join(change[:2]))
def test_a_change_is_one_transaction_after_what_it_must_read(
    scene: Scene, change: tuple[str, str, str]
) -> None:
    method, path, body = (fill_template(part, scene) for part in change)
    admin = scene.people["district admin"]
    headers = {"Idempotency-Key": "once"}
    if method == "PATCH" or path.endswith(("/cancellation", "/retirement")):
        thing = path.removesuffix("/cancellation").removesuffix("/retirement")
        headers["If-Match"] = admin.get(thing).etag
    if "/undelivered-emails/" in path:
        headers["If-Match"] = f'"{scene.undelivered.version}"'
    with watching(scene.world) as watch:
        reply = admin.send(method, path, body.encode() or None, headers)
    assert reply.status < 300, reply.body
    assert watch.calls == [*SIGNING_IN, *CHANGES[change]]


@pytest.mark.parametrize("change", LEADERS_CHANGES, ids=lambda change: " ".join(change[:2]))
def test_a_leaders_change_is_one_transaction_after_what_it_must_read(
    scene: Scene, change: tuple[str, str, str]
) -> None:
    method, path, body = (fill_template(part, scene) for part in change)
    headers = {"Idempotency-Key": "once"} if method == "POST" else {"If-Match": '"1"'}
    leader = scene.people["owning teacher"]
    with watching(scene.world) as watch:
        reply = leader.send(method, path, body.encode() or None, headers)
    assert reply.status < 300, reply.body
    assert watch.calls == [*SIGNING_IN, *LEADERS_CHANGES[change]]


def test_a_team_writes_in_one_transaction_after_one_query(scene: Scene) -> None:
    process = f"/v1/processes/{scene.tested_process}"
    tess, cole = scene.people["owning teacher"], scene.people["collaborator"]
    page, goal = f"{process}/pages/analyze", f"{process}/goals/c1"
    for person, method, path, body, version, calls in (
        (tess, "PATCH", page, {"strengths": "Number lines"}, 0, [QUERY, COMMIT]),
        (cole, "PATCH", page, {"obstacles": "Units"}, 0, [QUERY, COMMIT]),
        (cole, "PATCH", page, {"strengths": "Drawing"}, 0, [QUERY, COMMIT]),  # kept beside it
        (cole, "PATCH", page, {"strengths": "Drawing"}, 0, [QUERY]),  # as it is already
        # the class: who activated it may have been replaced, and no copy keeps its teachers' dates
        (tess, "PUT", goal, {"measure": "Unit test"}, 0, [QUERY, GET, COMMIT]),
        (tess, "GET", goal, None, 0, [QUERY]),
        (cole, "GET", goal, None, 0, [QUERY, GET]),  # the class: does she teach it?
    ):
        headers = {"If-Match": f'"{version}"'} if body else {}
        with watching(scene.world) as watch:
            person.send(method, path, body, headers)
        assert watch.calls == [*SIGNING_IN, *calls], body


def test_a_finished_process_asks_its_team_who_may_see_it(world: World) -> None:
    work = world.scene(TeamAtWork)
    head = keys.process(DISTRICT, work.process)
    item = world.services.table.get(head)
    assert item is not None
    doc = item["doc"].replace('"state":"pre_test"', '"state":"locked"')
    world.services.table.commit([Update(head, {"state": "locked", "doc": doc})])
    with watching(world) as watch:
        assert work.mia.get(work.path).status == 200
    assert watch.calls == [*SIGNING_IN, QUERY, GET]


def test_a_process_in_the_library_is_one_query(scene: Scene) -> None:
    path = f"/v1/library/{scene.locked_process}"
    with watching(scene.world) as watch:
        assert scene.people["other teacher"].get(path).status == 200
    assert watch.calls == [*SIGNING_IN, QUERY]


def test_shared_assessments_cost_a_query_for_my_teams_and_one_for_each(world: World) -> None:
    work = world.scene(TeamAtWork)
    path = f"/v1/assessments/{work.pre_test}"
    for person, calls in ((work.lena, [GET]), (work.mia, [GET, QUERY, QUERY])):
        with watching(world) as watch:
            assert person.get(path).status == 200
        assert watch.calls == [*SIGNING_IN, *calls]
    with watching(world) as watch:
        assert work.olga.get(path).status == 404
    assert watch.calls == [*SIGNING_IN, GET, QUERY]


def test_a_teacher_creates_a_tracker_in_one_transaction(scene: Scene) -> None:
    body = {"class_id": "c1", "standards_set_id": builders.SET, "level_count": 3}
    with watching(scene.world) as watch:
        assert scene.people["owning teacher"].post("/v1/trackers", body).status == 201
    assert watch.calls == [*SIGNING_IN, GET, GET, QUERY, COMMIT]


def test_an_assessment_is_taken_out_in_one_transaction(scene: Scene) -> None:
    """The tracker, the class's sheet, the titles of what else it holds, the set's names.

    A restored one asks for the sheet as well: the district may have recalled its distribution.
    """
    tess, path = scene.people["owning teacher"], f"/v1/trackers/{scene.tracker.id}"
    for item, answer, calls in (
        (f"{path}/assessments/{scene.given}", "DELETE", [GET, GET, BATCH, GET, COMMIT]),
        (
            f"{path}/assessments/{scene.taken_out}/restoration",
            "POST",
            [GET, GET, BATCH, GET, COMMIT],
        ),
    ):
        etag = tess.get(path).etag
        with watching(scene.world) as watch:
            assert tess.send(answer, item, None, {"If-Match": etag}).status == 200
        assert watch.calls == [*SIGNING_IN, *calls]


def test_assessments_of_another_tracker_cost_one_call_more(scene: Scene) -> None:
    scene.world.services.table.commit(
        [*sheets.a_test(DISTRICT, sheets.a_header()), *sheets.a_tracker(DISTRICT, "TEST")]
    )
    a_sheet(scene.world, "TEST", a_row("stu1", "1", "0", "", ""), distribution="elsewhere")
    tess, board = scene.people["owning teacher"], "/v1/trackers/BOARD"
    screens = {
        f"{board}/sheets/TEST": [GET, GET, BATCH, GET, GET, BATCH],
        f"{board}/sheets": [GET, GET, BATCH, QUERY, BATCH, GET],
        f"{board}/mastery": [GET, GET, BATCH, GET, QUERY, BATCH],
        f"{board}/sheets/TEST/analysis": [GET, GET, BATCH, BATCH, BATCH],
    }
    for path, calls in screens.items():
        with watching(scene.world) as watch:
            assert tess.get(path).status == 200
        assert watch.calls == [*SIGNING_IN, *calls], path


@pytest.mark.parametrize(
    ("scored", "brought_by", "calls"),
    [
        (False, "", []),
        (True, "", [GET]),
        (True, "elsewhere", [GET, BATCH]),
    ],
)
def test_adding_an_assessment_asks_for_results_only_where_there_are_some(
    scene: Scene, scored: bool, brought_by: str, calls: list[str]
) -> None:
    table = scene.world.services.table
    table.commit([*sheets.a_test(DISTRICT, sheets.a_header()), *sheets.a_tracker(DISTRICT)])
    if scored:
        table.commit([Update(keys.assessment_header(DISTRICT, "TEST"), {"scored": True})])
        a_sheet(scene.world, "TEST", a_row("stu1", "1"), distribution=brought_by)
    with watching(scene.world) as watch:
        added = scene.people["owning teacher"].post(
            "/v1/trackers/BOARD/assessments", {"assessment_id": "TEST"}
        )
    assert added.status == 201, added.body
    view = [BATCH, GET]  # titles, standards set
    assert watch.calls == [*SIGNING_IN, GET, GET, *calls, *view, COMMIT]


def test_a_file_costs_its_look_and_then_what_a_person_would(scene: Scene) -> None:
    scene.world.services.table.commit(
        [*sheets.a_test(DISTRICT, sheets.a_header()), *sheets.a_tracker(DISTRICT, "TEST")]
    )
    sheet = [GET, GET, BATCH, GET, GET]  # as opening one
    key = [BATCH, GET]  # the assessment, its standards set
    for person, path, text, version, calls in (
        ("district admin", "/v1/assessments/TEST/key-files", "1,B\n", 1, key),
        ("owning teacher", "/v1/trackers/BOARD/sheets/TEST/response-files", "ID,1\nstu1,A\n", 0,
         sheet),
    ):  # fmt: skip
        for apply, after in ((False, []), (True, [*calls, COMMIT])):
            with watching(scene.world) as watch:
                body = {"csv": text, "apply": apply}
                sent = scene.people[person].post(path, body, etag=f'"{version}"')
            assert sent.status == 200, sent.body
            assert watch.calls == [*SIGNING_IN, *calls, *after]


def test_results_are_shown_in_five_reads_and_saved_in_one_transaction(scene: Scene) -> None:
    scene.world.services.table.commit(
        [*sheets.a_test(DISTRICT, sheets.a_header()), *sheets.a_tracker(DISTRICT, "TEST")]
    )
    tess, path = scene.people["owning teacher"], "/v1/trackers/BOARD/sheets/TEST"
    reading = [GET, GET, BATCH, GET, GET]  # tracker, class, assessment, district, sheet
    body = sheets.entering(sheets.student("stu1", one="A"))
    for version, calls in ((0, [*reading, COMMIT]), (0, reading)):  # and the same again
        with watching(scene.world) as watch:
            assert tess.patch(path, body, etag=f'"{version}"').status == 200
        assert watch.calls == [*SIGNING_IN, *calls]
    listing = [GET, GET, BATCH, QUERY, GET]  # tracker, class, headers, all its sheets, district
    for opened, calls in ((path, reading), (path.removesuffix("/TEST"), listing)):
        with watching(scene.world) as watch:
            assert tess.get(opened).status == 200
        assert watch.calls == [*SIGNING_IN, *calls]


def test_printing_a_test_reads_what_decides_and_writes_once(scene: Scene) -> None:
    scene.world.services.table.commit(
        [*sheets.a_test(DISTRICT, sheets.a_header()), *sheets.a_tracker(DISTRICT, "TEST")]
    )
    tess, path = scene.people["owning teacher"], "/v1/assessments/TEST/printouts"
    of_class = [GET, GET, BATCH, GET, GET]  # tracker, class, assessment, sheet, district
    with_key = [*of_class[:-1], GET, GET]  # may they see the assessment?
    for parts, tracker, reads in (
        (["test", "answer_key"], "", [BATCH, GET]),  # assessment, district
        (["test", "answer_sheets"], "BOARD", of_class),
        (["test", "answer_key", "answer_sheets"], "BOARD", with_key),
    ):
        with watching(scene.world) as watch:
            asked = tess.post(path, {"parts": parts, "tracker_id": tracker})
        assert asked.status == 202, asked.body
        assert watch.calls == [*SIGNING_IN, *reads, COMMIT, SEND]
        named = str(asked.body["id"])
        with watching(scene.world) as watch:
            scene.world.services.reports.run({"kind": "printout", "id": named})
        # printout twice, district, assessment; for a class also its day's list and its sheet; with
        # the key what the standards demand
        today = [GET, GET] if tracker else []  # district's day, class
        sheet = [GET] if tracker else []
        key = [QUERY] if "answer_key" in parts else []
        made = [GET, GET, GET, BATCH, *today, *sheet, *key, "PutObject", COMMIT]
        assert watch.calls == made, parts
        with watching(scene.world) as watch:
            assert tess.get(f"/v1/printouts/{named}").body["state"] == "ready"
        without_settings = reads[:-1]  # the paper is settled by now
        assert watch.calls == [*SIGNING_IN, GET, *without_settings]


# -- the console -----------------------------------------------------------------------------------

TABS = {
    # the process once, however much of it the tab asks for; then what else the tab shows
    "pre-test": [QUERY, GET, QUERY, QUERY],  # the test, its attachments, a teacher's classes
    "collect": [QUERY],
    "analyze": [QUERY],
    "goals": [QUERY],
    "strategies": [QUERY],
    "smart-goals": [QUERY, QUERY],  # a teacher's classes
    "compare": [QUERY],
    "compare&by=classes": [QUERY],
    "reflect": [QUERY],
}


@pytest.mark.parametrize("tab", TABS)
def test_a_tab_of_a_process_reads_it_once(world: World, tab: str) -> None:
    team = world.scene(FinishedTeam)
    browser = Browser().sign_in_as("lena")
    address = f"/console/processes/{team.process}?tab={tab}"
    browser.open(address)
    with watching(world) as watch:
        assert browser.open(address).status == 200
    assert watch.calls == TABS[tab]
