"""Record what a release leaves in a stack, run at that release.

    python -m tests.upgrade.record tests/upgrade/stack-0.3.0.json.gz

A later release must read all of it: `test_stacks_of_earlier_releases.py` loads each recording
into a fresh stack and looks at it over the API. A recording is made once, by the release itself.
"""

from __future__ import annotations

import base64
import gzip
import json
import os
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
os.environ.setdefault("AWS_ACCESS_KEY_ID", "testing")
os.environ.setdefault("AWS_SECRET_ACCESS_KEY", "testing")
os.environ.setdefault("POWERTOOLS_METRICS_NAMESPACE", "Plumbline")

from chalicelib import wiring
from chalicelib.release import VERSION
from tests.support import builders
from tests.support.machinery import Machinery
from tests.support.moto_cloud import standing_moto
from tests.support.packages import Pack, a_class, a_district, a_user, enroll
from tests.support.world import Reply, World, WorldPerson, token

NUMBERS, FRACTIONS = "3.NB.1", "3.FR.1"
ITEMS: list[dict[str, Any]] = [
    {
        "kind": "single_choice",
        "prompt": "1 + 1 is?",
        "choices": ["1", "2", "3"],
        "key": ["B"],
        "standards": [NUMBERS],
        "points": "1",
    },
    {
        "kind": "true_false",
        "prompt": "A half is more than a third.",
        "key": ["true"],
        "standards": [NUMBERS, FRACTIONS],
        "points": "1",
    },
    {"kind": "points", "prompt": "Draw 3/4.", "standards": [FRACTIONS], "points": "2"},
]
RIGHT, THREE, HALF, WRONG, SKIPPED = (
    ["B", True, "2"],
    ["B", True, "1"],
    ["B", True, "0"],
    ["A", False, "0"],
    ["B", None, "2"],
)
STUDENTS = {name: [f"{name}s{n}" for n in range(6)] for name in ("k3", "k4")}
TEACHERS = {"k3": "tess", "k4": "theo"}


LATE = "k4s6"
"""Comes to k4 when its results are complete."""


def a_package(*, before_late: bool = False) -> Pack:
    """Return the recording's roster. Its dates matter, whether a release reads them or not.

    In k3, `k3s5` left on September 1. In k1, `ben` moved to k3 on that day, a week ahead of today.
    `before_late`: as it is before somebody comes to k4.
    """
    pack = a_district()
    for name, teacher in TEACHERS.items():
        school = "north" if teacher == "tess" else "south"
        a_class(pack, name, school)
        enroll(pack, teacher, name, "teacher", school)
        for student in STUDENTS[name]:
            a_user(pack, student, org=school)
            enroll(pack, student, name, school=school)
    if not before_late:
        a_user(pack, LATE, org="south")
        enroll(pack, LATE, "k4", school="south")
    pack.change("enrollments", "k3s5-k3", beginDate="2026-08-17", endDate="2026-09-01")
    pack.change("enrollments", "ben-k1", beginDate="2026-08-17", endDate="2026-09-01")
    enroll(pack, "ben", "k3", school="north")
    return pack.change("enrollments", "ben-k3", beginDate="2026-09-01")


class Recording:
    """A district that has used everything, through the API."""

    def __init__(self, world: World) -> None:
        self.world, self.machinery = world, Machinery(world)
        self.names: dict[str, str] = {}
        operator = world.admin("operator")
        builders.a_set(world)
        self._load_roster(operator, a_package(before_late=True))
        self.dana, self.tess, self.theo = (_sign_in(name) for name in ("dana", "tess", "theo"))
        for person in ("tess", "theo"):
            expect_ok(self.dana.post(f"/v1/people/{person}/invitation"))

    def fill(self) -> None:
        """Do everything that leaves something behind."""
        self._make_trackers()
        self._distribute()
        self._enter_results()
        self._run_processes()
        self._give_up_questions()
        self._load_roster(self.dana, a_package())

    def save(self, path: Path) -> None:
        """Write table, files and accounts."""
        client, pool = self.world.clients.cognito, self.world.settings.user_pool
        users = client.list_users(UserPoolId=pool)["Users"]
        known = {
            "version": VERSION,
            "now": self.world.clock.now().isoformat(),
            "names": self.names,
            "items": self.world.items(),
            "files": self._files(),
            "accounts": sorted(each["Username"] for each in users),
        }
        text = json.dumps(known, sort_keys=True, separators=(",", ":"), default=_write_bytes)
        path.write_bytes(gzip.compress(text.encode(), mtime=0))

    def _files(self) -> dict[str, bytes]:
        client, bucket = self.world.clients.s3, self.world.settings.files_bucket
        listed = client.list_objects_v2(Bucket=bucket).get("Contents", [])
        return {
            each["Key"]: client.get_object(Bucket=bucket, Key=each["Key"])["Body"].read()
            for each in listed
        }

    def _load_roster(self, operator: WorldPerson, package: Pack) -> None:
        begun = expect_ok(operator.post("/v1/roster-imports", {})).body
        key = begun["upload"]["fields"]["key"]
        bucket = self.world.settings.files_bucket
        self.world.clients.s3.put_object(Bucket=bucket, Key=key, Body=package.write_zip())
        self.world.services.uploads.handle_event({"detail": {"object": {"key": key}}})
        self.machinery.work()
        path = f"/v1/roster-imports/{begun['id']}"
        checked = operator.get(path)
        expect_ok(operator.post(f"{path}/application", {}, etag=checked.etag))
        self.machinery.work()
        assert operator.get(path).body["state"] == "applied", operator.get(path).body
        self.names["roster_import"] = begun["id"]

    def _make_trackers(self) -> None:
        for name, teacher in {**TEACHERS, "k1": "tess"}.items():
            body = {"title": f"Math {name}", "class_id": name, "standards_set_id": builders.SET}
            made = expect_ok(getattr(self, teacher).post("/v1/trackers", body)).body
            self.names[f"tracker_{name}"] = made["id"]

    def an_assessment(self, title: str, author: WorldPerson, visibility: str) -> str:
        """Make an assessment of three items."""
        body = {
            "title": title,
            "standards_set_id": builders.SET,
            "level_count": 3,
            "visibility": visibility,
        }
        draft = expect_ok(author.post("/v1/assessments", body))
        path = f"/v1/assessments/{draft.body['id']}/items"
        expect_ok(author.put(path, {"items": ITEMS}, etag=draft.etag))
        return str(draft.body["id"])

    def _distribute(self) -> None:
        self.names["assessment"] = test = self.an_assessment("Check", self.dana, "district")
        body = {"assessment_id": test, "selection": {"whole_district": True}, "notify": True}
        made = expect_ok(self.dana.post("/v1/distributions", body)).body
        self.machinery.run()
        self.names["delivered"] = made["id"]
        later = {"option": "schedule", "start_date": "2026-12-01", "start_time": "08:00"}
        for name in ("scheduled", "cancelled"):
            other = self.an_assessment(f"Later, {name}", self.dana, "district")
            body = {"assessment_id": other, "selection": {"whole_district": True}, "start": later}
            begun = expect_ok(self.dana.post("/v1/distributions", body))
            self.names[name] = begun.body["id"]
        path = f"/v1/distributions/{self.names['cancelled']}"
        expect_ok(self.dana.post(f"{path}/cancellation", etag=self.dana.get(path).etag))

    def _enter_results(self) -> None:
        """Enter a class: two whole, one partly, one absent, one absent with a score (!).

        And all of another.
        """
        sheet = f"/v1/trackers/{self.names['tracker_k3']}/sheets/{self.names['assessment']}"
        first, second, third, fourth, fifth, _ = STUDENTS["k3"]
        self._enter(self.tess, sheet, {first: RIGHT, second: HALF, third: ["B"], fourth: "absent"})
        self._enter(self.tess, sheet, {fifth: "absent"})
        sent = [{"student_id": fifth, "scores": _scores(["B", True])}]
        expect_ok(self.tess.patch(sheet, {"students": sent}, etag=self.tess.get(sheet).etag))
        whole = f"/v1/trackers/{self.names['tracker_k4']}/sheets/{self.names['assessment']}"
        self._enter(self.theo, whole, dict.fromkeys(STUDENTS["k4"], THREE))

    def _give_up_questions(self) -> None:
        """Give up a question that somebody skipped: in a distribution, an open and a locked one."""
        self.names["skipped"] = test = self.an_assessment("Skipped", self.dana, "district")
        body = {"assessment_id": test, "selection": {"whole_district": True}}
        self.names["handed_out"] = expect_ok(self.dana.post("/v1/distributions", body)).body["id"]
        self.machinery.run()
        sheet = f"/v1/trackers/{self.names['tracker_k4']}/sheets/{self.names['skipped']}"
        given = (RIGHT, SKIPPED, THREE, SKIPPED, WRONG, HALF)
        self._enter(self.theo, sheet, dict(zip(STUDENTS["k4"], given, strict=True)))
        self._give_up(self.names["skipped"], self.dana)
        for name in ("open", "locked"):
            process = self.tess.get(f"/v1/processes/{self.names[name]}").body
            test = process["pre_test"]["assessment_id"]
            sheet = f"/v1/trackers/{self.names['tracker_k4']}/sheets/{test}"
            self._enter(self.theo, sheet, {STUDENTS["k4"][5]: SKIPPED})
            self._give_up(test, self.tess)

    def _give_up(self, assessment: str, author: WorldPerson) -> None:
        path = f"/v1/assessments/{assessment}"
        items = author.get(f"{path}/items").body["items"]
        fixes = {"items": [{"id": items[1]["id"], "accept_all": True}], "comment": "Misprinted"}
        expect_ok(author.post(f"{path}/corrections", fixes, etag=author.get(path).etag))
        for _ in range(2):
            self.machinery.run()
            self.world.clock.set(self.world.clock.now() + timedelta(seconds=100))
        self.machinery.run()
        assert not author.get(path).body["running_correction_id"]

    def _enter(self, person: WorldPerson, sheet: str, answers: dict[str, Any]) -> None:
        students = [
            {"student_id": student, "status": given}
            if isinstance(given, str)
            else {"student_id": student, "scores": _scores(given)}
            for student, given in answers.items()
        ]
        expect_ok(person.patch(sheet, {"students": students}, etag=person.get(sheet).etag))

    def _run_processes(self) -> None:
        body = {"name": "Grade 3 math", "leader_ids": ["tess"]}
        team = expect_ok(self.dana.post("/v1/teams", body))
        path = f"/v1/teams/{team.body['id']}"
        expect_ok(self.dana.put(f"{path}/members/theo", {}, etag=team.etag))
        self.names["team"] = team.body["id"]
        self.names["locked"] = self._process("Unit 1")
        self._take_test("locked", "pre", {"k3": (THREE, HALF, WRONG, HALF, RIGHT)})
        self._take_test("locked", "pre", {"k4": (HALF, WRONG, THREE, THREE, WRONG)})
        self._set_goal("locked", "k3")
        self._take_post_test("locked")
        process = f"/v1/processes/{self.names['locked']}"
        expect_ok(self.tess.post(f"{process}/lock", {}, etag=self.tess.get(process).etag))
        self.machinery.run()
        assert self.tess.get(process).body["state"] == "locked"
        self.names["open"] = self._process("Unit 2")
        self._take_test("open", "pre", {"k3": (THREE, HALF, WRONG, HALF, RIGHT)})
        self._take_test("open", "pre", {"k4": (HALF, WRONG, THREE, THREE, WRONG)})
        self._set_goal("open", "k3")

    def _process(self, name: str) -> str:
        test = self.an_assessment(f"{name}, before", self.tess, "private")
        body = {"name": name, "pre_test": {"assessment_id": test}}
        path = f"/v1/teams/{self.names['team']}/processes"
        return str(expect_ok(self.tess.post(path, body)).body["id"])

    def _take_test(self, process: str, which: str, answers: dict[str, tuple[Any, ...]]) -> None:
        path = f"/v1/processes/{self.names[process]}/activations"
        for name, given in answers.items():
            teacher = getattr(self, TEACHERS[name])
            body = {"test": which, "class_id": name}
            sheet = expect_ok(teacher.post(path, body)).body["sheet"]
            self._enter(teacher, sheet, dict(zip(STUDENTS[name], given, strict=False)))

    def _set_goal(self, process: str, school_class: str) -> None:
        path = f"/v1/processes/{self.names[process]}/goals/{school_class}"
        teacher = getattr(self, TEACHERS[school_class])
        expect_ok(
            teacher.put(path, {"target_date": "2026-11-20"}, etag=expect_ok(teacher.get(path)).etag)
        )

    def _take_post_test(self, process: str) -> None:
        path = f"/v1/processes/{self.names[process]}"
        expect_ok(self.tess.put(f"{path}/post-test", {"same": True}, etag=self.tess.get(path).etag))
        self._take_test(process, "post", {"k3": (RIGHT, THREE, HALF, RIGHT, RIGHT)})
        self._take_test(process, "post", {"k4": (HALF, HALF, RIGHT, THREE, "absent")})


def _write_bytes(value: bytes) -> dict[str, str]:
    return {"base64": base64.b64encode(value).decode()}


def _scores(given: list[Any]) -> list[dict[str, Any]]:
    return [
        {"item_id": n, "points": each} if n == 3 else {"item_id": n, "response": each}
        for n, each in enumerate(given, 1)
        if each is not None
    ]


def _sign_in(name: str) -> WorldPerson:
    return WorldPerson(f"Bearer {token(f'{name}@example.org')}")


def expect_ok(reply: Reply) -> Reply:
    """Return a successful reply."""
    assert reply.status < 300, reply.body
    return reply


def main(path: Path) -> None:
    """Make the recording."""
    with standing_moto() as cloud:
        world = World(cloud)
        wiring.use(world.services)
        recording = Recording(world)
        recording.fill()
        recording.save(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
