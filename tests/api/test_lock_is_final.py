"""After the lock nothing changes a byte of a process or its report, whoever does what (P13)."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from chalicelib.mail.sender import TAG
from chalicelib.rosters.document_changes import DocumentChange, DocumentEntry
from chalicelib.rosters.model import RosterDocumentKind, SchoolClass, Teacher
from chalicelib.rosters.repository import write_of
from chalicelib.storage import keys
from chalicelib.web.routes import Route
from tests.api.finishing import FinishedTeam
from tests.api.process_scene import RIGHT, TeamAtWork, expect_ok
from tests.api.test_locks import BODIES, every_route
from tests.api.test_process_openings import OpeningScene
from tests.api.test_rosters import apply_roster
from tests.support import builders
from tests.support.packages import a_class, a_district, a_user, enroll
from tests.support.world import DISTRICT, Reply, World, WorldPerson

PEOPLE = ("lena", "mia", "dana")
"""Its leader, a member, and a district administrator."""


class Locked:
    """A locked process, and what every byte of it was when its report was ready."""

    def __init__(self, world: World) -> None:
        self.team = world.scene(FinishedTeam)
        self.team.lock()
        self.messages = self._work_and_keep()
        self.before = self.bytes()

    def _work_and_keep(self) -> list[tuple[str, dict[str, Any]]]:
        """Work everything off; return every message that did it, to be brought once more."""
        seen = []
        for queue in ("jobs", "reports", "mail"):
            for record in self.team.world.messages(queue):
                self.team.machinery.take(queue, record)
                seen.append((queue, record))
        return seen

    def bytes(self) -> tuple[list[str], dict[str, bytes]]:
        """Read its whole partition and its files."""
        return read_every_byte(self.team.world, self.team.process)

    def check(self, what: str) -> None:
        """Fail if something changed, and name what changed it."""
        assert self.bytes() == self.before, what

    # -- what a request is about ---------------------------------------------------------------

    def path(self, route: Route) -> str:
        team = self.team
        post = team.whole().process.post
        assert post is not None
        known = {
            "process_id": team.process,
            "team_id": team.team,
            "class_id": "c1",
            "tracker_id": team.trackers["c1"],
            "assessment_id": post.assessment if "/sheets/" in route.path else team.pre_test,
            "person_id": "noah",
            "page": "reflect",
            "conflict_id": team.aside,
            "standards_set_id": builders.SET,
            "school_id": "north",
            "course_id": "k1",
            "job_id": f"process-lock.{team.process}",
        }
        path = route.path
        for name in route.parameters:
            path = path.replace(f"{{{name}}}", known.get(name, "none"))
        return path

    def send(self, route: Route, person: WorldPerson) -> Reply:
        path = self.path(route)
        scene: Any = SimpleNamespace(
            assessment=SimpleNamespace(id=self.team.pre_test),
            tracker=SimpleNamespace(id=self.team.trackers["c1"]),
            process=self.team.process,
            handing_out=self._handing_out,
        )
        body = BODIES[route.name](scene) if route.body else None
        etag = self.etag(path) if route.conditional else ""
        return person.send(route.method, path, body, {"If-Match": etag} if etag else {})

    def etag(self, path: str) -> str:
        """Return the version of the nearest thing on a path."""
        steps = path.split("/")
        for length in range(len(steps), 2, -1):
            reply = self.team.lena.get("/".join(steps[:length]))
            if reply.status == 200 and "ETag" in reply.headers:
                return reply.etag
        return '"1"'

    def _handing_out(self) -> dict[str, Any]:
        return {
            "assessment_id": self.team.pre_test,
            "selection": {"whole_district": True},
            "start": {"option": "distribute"},
        }


def read_every_byte(world: World, process: str) -> tuple[list[str], dict[str, bytes]]:
    """Return every byte of a process's partition, and of the files of reports."""
    partition = keys.process(DISTRICT, process).pk
    asked = {
        "TableName": world.settings.table,
        "KeyConditionExpression": "pk = :partition",
        "ExpressionAttributeValues": {":partition": {"S": partition}},
    }
    pages = world.clients.dynamodb.get_paginator("query").paginate(**asked)
    items = sorted(repr(sorted(i.items())) for page in pages for i in page["Items"])
    bucket = world.settings.files_bucket
    listed = world.clients.s3.list_objects_v2(Bucket=bucket, Prefix="reports/")["Contents"]
    files = {
        each["Key"]: world.clients.s3.get_object(Bucket=bucket, Key=each["Key"])["Body"].read()
        for each in listed
    }
    return items, files


@pytest.fixture
def locked(world: World) -> Locked:
    return world.scene(Locked)


def changing() -> Iterator[Route]:
    return (route for route in every_route() if route.method != "GET")


def test_no_route_changes_a_byte(locked: Locked) -> None:
    answered: dict[str, list[int]] = {}
    for route in changing():
        for name in PEOPLE:
            reply = locked.send(route, getattr(locked.team, name))
            answered.setdefault(route.name, []).append(reply.status)
            assert reply.status < 500, (route.name, reply.body)
            locked.check(f"{name}: {route.name} {reply.status}")
    locked.team.machinery.run()
    locked.check("what all that has set going")
    within = [name for name in answered if name in WITHIN]
    refused = {name: answered[name] for name in within if min(answered[name]) < 400}
    assert not refused, "a locked process takes nothing"
    assert set(within) == WITHIN


WITHIN = {
    "delete_activation",
    "create_activation",
    "set_post_test",
    "set_pre_test",
    "delete_process",
    "remove_page_conflict",
    "lock_process",
    "change_process",
    "change_page",
    "set_goal",
}
"""Routes that change a process: all of them are refused to everybody."""


def test_no_message_that_comes_again_changes_a_byte(locked: Locked) -> None:
    """Doubled, late, and in another order."""
    kinds = {record["body"].split('"')[3] for queue, record in locked.messages if queue != "mail"}
    assert kinds == {"process-lock", "process-report"}
    for queue, record in (*locked.messages, *locked.messages[::-1]):
        locked.team.machinery.take(queue, record)
        locked.check(f"{queue} {record['body']}")
    for hours in (1, 30, 24 * 400):
        locked.team.world.clock.forward(hours=hours)
        locked.team.machinery.run()
        locked.check(f"the clock after {hours} hours")
    assert locked.team.machinery.mails() == ["dana@example.org", "sam@example.org"]


def test_no_result_that_is_entered_later_changes_a_byte(locked: Locked) -> None:
    process = locked.team.whole().process
    for test in (process.pre, process.post):
        assert test is not None
        for name in ("c1", "c2"):
            sheet = f"/v1/trackers/{locked.team.trackers[name]}/sheets/{test.assessment}"
            teacher = locked.team.teacher_of(name)
            locked.team.enter(teacher, sheet, dict.fromkeys(locked.team.students[name], RIGHT))
            locked.check(sheet)


def test_no_correction_of_its_tests_changes_a_byte(locked: Locked) -> None:
    process = locked.team.whole().process
    for test in (process.pre, process.post):
        assert test is not None
        path = f"/v1/assessments/{test.assessment}"
        items = expect_ok(locked.team.lena.get(f"{path}/items")).body["items"]
        body = {"items": [{"id": items[0]["id"], "key": ["A"]}]}
        etag = expect_ok(locked.team.lena.get(path)).etag
        corrected = locked.team.lena.post(f"{path}/corrections", body, etag=etag)
        assert corrected.status == 202, corrected.body
        locked.team.machinery.work()
        locked.team.world.clock.forward(minutes=3)
        locked.team.machinery.run()
        locked.check("a correction")


def test_no_change_of_the_team_changes_a_byte(locked: Locked) -> None:
    team, path = locked.team, f"/v1/teams/{locked.team.team}"
    for method, where, body in (
        ("PATCH", path, {"name": "Renamed"}),
        ("PUT", f"{path}/levels", TWO_OTHERS),
        ("PUT", f"{path}/members/olga", {"leader": False}),
        ("DELETE", f"{path}/members/mia", None),
        ("POST", f"{path}/retirement", {}),
    ):
        etag = expect_ok(team.dana.get(path)).etag
        reply = team.dana.send(method, where, body, {"If-Match": etag})
        assert reply.status < 300, (method, where, reply.body)
        team.machinery.run()
        locked.check(f"{method} {where}")


TWO_OTHERS = {
    "levels": [{"name": "Red", "lower": 0}, {"name": "Green", "lower": 35}],
    "meets": 2,
}


def test_no_roster_changes_a_byte(locked: Locked) -> None:
    """A class gets another name, teacher and student list; a student and a teacher other names."""
    team = locked.team
    renamed = SchoolClass(
        id="c1",
        title="Renamed",
        school="north",
        course="k9",
        teachers=(Teacher(id="olga", name="Olga Renamed"),),
        students=(),
    )
    changes = [
        DocumentChange(
            RosterDocumentKind.CLASS,
            "c1",
            "",
            DocumentEntry(RosterDocumentKind.CLASS, "c1", renamed, ""),
        ),
        DocumentChange(
            RosterDocumentKind.TAUGHT,
            "c1",
            "olga",
            DocumentEntry(RosterDocumentKind.TAUGHT, "c1", renamed.row(), "olga"),
        ),
    ]
    team.world.services.table.commit([write_of(DISTRICT, change) for change in changes])
    for person in ("c1s0", "lena", "mia"):
        builders.a_person(team.world, person, "south", given="Other", family="Name")
    builders.a_school(team.world, "north")
    team.machinery.run()
    locked.check("the roster")


def test_no_import_of_a_roster_changes_a_byte(locked: Locked) -> None:
    """Through the importer: its class has another name and teacher, and one student left."""
    pack = a_district()
    for name, role in {"lena": "teacher", "mia": "teacher", "c1s0": "student"}.items():
        a_user(pack, name, role)
    a_class(pack, "c1", "north")
    enroll(pack, "c1s0", "c1", school="north")
    enroll(pack, "mia", "c1", "teacher", school="north")
    assert apply_roster(locked.team.world, locked.team.dana, pack).body["state"] == "applied"
    taught = locked.team.world.services.rosters.class_as_kept(DISTRICT, "c1")
    assert (taught.title, len(taught.students)) == ("Math c1", 1), "it did change the class"
    locked.team.machinery.run()
    locked.check("a roster import")


def test_no_recall_of_its_distribution_changes_a_byte(world: World) -> None:
    scene = world.scene(OpeningScene)
    distribution = scene.hand_out()
    scene.process = scene.openings(distribution)[scene.team]["process_id"]
    body = {"without_post_test": True}
    expect_ok(scene.lena.post(f"{scene.path}/lock", body, etag=scene.read_process().etag))
    scene.settle()
    before = read_every_byte(world, scene.process)
    assert scene.read(scene.process)["report"]["state"] == "ready"
    for what, said in (("recall", {"comment": "Page 2 is missing."}), ("restoration", None)):
        assert scene.act(what, distribution, said).status < 300
        scene.settle()
        assert read_every_byte(world, scene.process) == before, what


def test_no_word_of_its_mails_changes_a_byte(locked: Locked) -> None:
    """SES says of each that it bounced, and that its reader complained."""
    world = locked.team.world
    mails = [item for item in world.items() if item["sk"]["S"].startswith("MAIL#")]
    assert mails
    for mail in mails:
        reference = mail["sk"]["S"].removeprefix("MAIL#")
        for event, said in SAID_OF_MAILS.items():
            detail = {"eventType": event, "mail": {"tags": {TAG: [reference]}}, **said}
            report = {"id": f"{event}-{reference}", "detail": detail}
            assert world.services.mail_feedback.mail_event(report) in (
                "bounced",
                "complained",
                "nothing_new",
            )
        locked.check(reference)


SAID_OF_MAILS: dict[str, dict[str, Any]] = {
    "Bounce": {
        "bounce": {
            "bounceType": "Permanent",
            "bouncedRecipients": [{"emailAddress": "dana@example.org"}],
        }
    },
    "Complaint": {
        "complaint": {"complainedRecipients": [{"emailAddress": "sam@example.org"}]},
    },
}


def test_no_setting_of_the_district_changes_a_byte(locked: Locked) -> None:
    admin = locked.team.dana
    said = {"name": "Renamed", "locale": "es-US", "paper": "a4", "report_delivery": "attached"}
    etag = expect_ok(admin.get("/v1/district")).etag
    expect_ok(admin.patch("/v1/district", {**said, "time_zone": "Pacific/Guam"}, etag=etag))
    for queue, record in locked.messages:
        locked.team.machinery.take(queue, record)
    locked.check("the district's settings")


def test_a_locked_process_keeps_its_look(locked: Locked) -> None:
    """The comparison means something: the process is not only kept, it is read the same."""
    shown = TeamAtWork.read_process(locked.team).body
    assert shown["state"] == "locked"
    etag = expect_ok(locked.team.dana.get(f"/v1/teams/{locked.team.team}")).etag
    path = f"/v1/teams/{locked.team.team}/levels"
    expect_ok(locked.team.dana.put(path, TWO_OTHERS, etag=etag))
    assert TeamAtWork.read_process(locked.team).body == shown
