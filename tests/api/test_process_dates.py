"""A day passes, nothing is imported, and a data team's process follows the dates of its classes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.process_scene import HALF, ITEMS, RIGHT, THREE, WRONG, expect_ok
from tests.api.test_roster_dates import ENDS, LAST_MINUTE, MIDNIGHT, a_handover, sign_in
from tests.api.test_rosters import apply_roster
from tests.support import builders
from tests.support.machinery import Machinery
from tests.support.packages import Pack, a_user, enroll
from tests.support.world import DISTRICT, Reply, World, WorldPerson

SITTING = {f"n{n}": given for n, given in enumerate((RIGHT, HALF, THREE, WRONG, "absent"))}


def a_package() -> Pack:
    """Theo takes k1 over from tess; ada leaves it and zed comes on that day. All have dates."""
    pack = a_handover()
    for name in (*SITTING, "zed"):
        a_user(pack, name)
        enroll(pack, name, "k1")
    for row in pack.rows["enrollments"]:
        row.setdefault("beginDate", "2026-08-17")
    return pack.change("enrollments", "zed-k1", beginDate=ENDS)


class DatedTeam:
    """Tess leads, theo belongs to it; both teach k1, one after the other."""

    def __init__(self, world: World) -> None:
        self.world = world
        builders.a_set(world)
        apply_roster(world, world.admin("operator"), a_package())
        self.tess, self.theo, self.dana = (sign_in(name) for name in ("tess", "theo", "dana"))
        made = expect_ok(self.dana.post("/v1/teams", {"name": "Grade 3", "leader_ids": ["tess"]}))
        self.team = made.body["id"]
        expect_ok(self.dana.put(f"/v1/teams/{self.team}/members/theo", {}, etag=made.etag))
        body = {"class_id": "k1", "standards_set_id": builders.SET, "level_count": 3}
        self.tracker = expect_ok(self.tess.post("/v1/trackers", body)).body["id"]

    def a_test(self, author: WorldPerson, visibility: str = "private") -> str:
        """Make a test of four points."""
        body = {
            "title": "Before",
            "standards_set_id": builders.SET,
            "level_count": 3,
            "visibility": visibility,
        }
        draft = expect_ok(author.post("/v1/assessments", body))
        path = f"/v1/assessments/{draft.body['id']}/items"
        expect_ok(author.put(path, {"items": ITEMS}, etag=draft.etag))
        return str(draft.body["id"])

    def begin(self) -> str:
        """Begin a process, give its pre-test to k1, and enter it; ada is awaited."""
        body = {"name": "Unit 4", "pre_test": {"assessment_id": self.a_test(self.tess)}}
        made = expect_ok(self.tess.post(f"/v1/teams/{self.team}/processes", body)).body
        self.process, self.path = made["id"], f"/v1/processes/{made['id']}"
        body = {"test": "pre", "class_id": "k1"}
        self.sheet = expect_ok(self.tess.post(f"{self.path}/activations", body)).body["sheet"]
        self.enter(self.tess, {**SITTING, "ben": RIGHT})
        return self.path

    def enter(self, teacher: WorldPerson, answers: dict[str, Any]) -> Reply:
        """Enter answers by student."""
        shown = expect_ok(teacher.get(self.sheet))
        students = [
            {"student_id": student, "status": given}
            if isinstance(given, str)
            else {
                "student_id": student,
                "scores": [{"item_id": n, "response": each} for n, each in enumerate(given, 1)],
            }
            for student, given in answers.items()
        ]
        return expect_ok(teacher.patch(self.sheet, {"students": students}, etag=shown.etag))

    def list_awaited(self) -> list[str]:
        """Name who is awaited."""
        path = f"{self.path}/comparison/students?limit=100"
        rows = expect_ok(self.tess.get(path)).body["items"]
        return sorted(each["student_id"] for each in rows if each["pre"]["status"] == "not_entered")

    def count_students(self) -> tuple[int, int]:
        """Count the students of the team and those awaited."""
        row = expect_ok(self.tess.get(f"{self.path}/collection?test=pre")).body["team"]
        return row["student_count"], row["not_entered"]


@pytest.fixture
def team(world: World) -> DatedTeam:
    return world.scene(DatedTeam)


def test_the_process_stops_waiting_for_leavers_and_waits_for_newcomers(
    world: World, team: DatedTeam
) -> None:
    team.begin()
    world.clock.set(LAST_MINUTE)
    assert (team.list_awaited(), team.count_students()) == (["ada"], (7, 1))
    world.clock.set(MIDNIGHT)
    assert (team.list_awaited(), team.count_students()) == (["zed"], (7, 1))
    team.enter(team.theo, {"zed": RIGHT})
    assert (team.list_awaited(), team.count_students()) == ([], (7, 0))


def test_a_replaced_teacher_loses_the_goal_and_the_successor_sets_it(
    world: World, team: DatedTeam
) -> None:
    """The process goes on naming tess, who activated the test and belongs to the team."""
    path = f"{team.begin()}/goals/k1"
    world.clock.set(LAST_MINUTE)
    body = expect_ok(team.tess.put(path, {"measure": "Unit 4"}, etag='"0"')).body
    assert (body["teacher_id"], body["set_by_id"]) == ("tess", "tess")
    assert team.theo.put(path, {"measure": "Unit 5"}, etag='"1"').code == "not_your_class"
    world.clock.set(MIDNIGHT)
    refused = team.tess.put(path, {"measure": "Unit 6"}, etag='"1"')
    assert (refused.status, refused.code) == (403, "not_your_class")
    again = team.tess.put(path, {"measure": "Unit 4"}, etag='"1"')
    assert again.status == 403, "also as it is already"
    body = expect_ok(team.theo.put(path, {"measure": "Unit 5"}, etag='"1"')).body
    assert (body["teacher_id"], body["set_by_id"], body["measure"]) == ("tess", "theo", "Unit 5")


def test_a_reminder_goes_to_the_teacher_of_that_day(world: World, team: DatedTeam) -> None:
    """Tess activated the test, and nothing is entered; since then the class is theo's."""
    body = {"name": "Unit 4", "pre_test": {"assessment_id": team.a_test(team.tess)}}
    begun = expect_ok(team.tess.post(f"/v1/teams/{team.team}/processes", body))
    path = f"/v1/processes/{begun.body['id']}"
    expect_ok(team.tess.post(f"{path}/activations", {"test": "pre", "class_id": "k1"}))
    for now, having in ((LAST_MINUTE, "tess"), (MIDNIGHT, "theo")):
        world.clock.set(now)
        expect_ok(team.dana.post(f"{path}/reminders", {"test": "pre"}))
        Machinery(world).run()
        items = expect_ok(team.dana.get(f"{path}/reminders")).body["items"]
        found = {each["person_id"]: each for each in items}
        assert {one: len(each["classes"]) for one, each in found.items()} == {
            one: int(one == having) for one in ("tess", "theo")
        }
        assert [one for one, each in found.items() if not each["to_activate"]] == [having]


def test_the_printed_template_says_what_the_screens_say_that_day(
    world: World, team: DatedTeam
) -> None:
    team.begin()
    body = {"test": "post", "class_id": "k1"}
    expect_ok(
        team.tess.put(f"{team.path}/post-test", {"same": True}, etag=team.tess.get(team.path).etag)
    )
    team.sheet = expect_ok(team.tess.post(f"{team.path}/activations", body)).body["sheet"]
    team.enter(team.tess, {**SITTING, "n4": RIGHT, "ada": RIGHT, "ben": RIGHT})
    for now in (LAST_MINUTE, MIDNIGHT):
        world.clock.set(now)
        growth = expect_ok(team.tess.get(f"{team.path}/growth")).body["team"]
        paper = world.services.papers.paper(DISTRICT, team.process, "tess").data
        assert growth["left_out_message"] in paper["results_note"]


def test_the_printed_template_names_students_to_the_days_teacher_alone(
    world: World, team: DatedTeam
) -> None:
    team.begin()
    for now, teacher in ((LAST_MINUTE, "tess"), (MIDNIGHT, "theo")):
        world.clock.set(now)
        papers = {
            who: world.services.papers.paper(DISTRICT, team.process, who).data["class_goals"]
            for who in ("tess", "theo")
        }
        assert [who for who, goals in papers.items() if goals] == [teacher]


def test_a_distribution_opens_the_process_in_the_classes_of_the_days_teachers(
    world: World, team: DatedTeam
) -> None:
    """Most exporters write a begin date for everybody."""
    world.clock.set(MIDNIGHT)
    test = team.a_test(team.dana, "district")
    body = {
        "assessment_id": test,
        "selection": {"whole_district": True},
        "opens_process": {"name": "Unit 5"},
    }
    made = expect_ok(team.dana.post("/v1/distributions", body)).body["id"]
    machinery = Machinery(world)
    for _ in range(3):
        machinery.run()
        world.clock.forward(minutes=1)
    [opened] = expect_ok(team.dana.get(f"/v1/distributions/{made}/openings")).body["items"]
    assert opened["class_counts"] == {"active": 1, "pending": 0, "skipped": 0}
    process = expect_ok(team.dana.get(f"/v1/processes/{opened['process_id']}")).body
    [row] = process["classes"]
    assert (row["class_id"], row["teacher_id"], row["pre_test"]["not_entered"]) == ("k1", "theo", 7)


def read_progress(team: DatedTeam, distribution: str) -> tuple[str, str]:
    """Return how far k1 is, by its sheet and by the district's results."""
    results = expect_ok(team.dana.get(f"/v1/distributions/{distribution}/results")).body[
        "class_counts"
    ]
    stages = {name for name in ("complete", "partial", "not_started") if results[name]}
    person = team.theo if team.tess.get(team.sheet).status == 404 else team.tess
    counts = expect_ok(person.get(team.sheet)).body["counts"]
    return ("partial" if counts["not_started"] else "complete"), " ".join(sorted(stages))


def test_a_class_is_complete_for_the_district_when_its_sheet_says_so(
    world: World, team: DatedTeam
) -> None:
    body = {
        "assessment_id": team.a_test(team.dana, "district"),
        "selection": {"whole_district": True},
    }
    made = expect_ok(team.dana.post("/v1/distributions", body)).body["id"]
    Machinery(world).run()
    team.sheet = f"/v1/trackers/{team.tracker}/sheets/{body['assessment_id']}"
    team.enter(team.tess, {**SITTING, "ben": RIGHT})
    world.clock.set(LAST_MINUTE)
    assert read_progress(team, made) == ("partial", "partial"), "of ada nothing is entered"
    world.clock.set(MIDNIGHT)
    assert read_progress(team, made) == ("partial", "partial"), "ada has left, and zed has come"
    team.enter(team.theo, {"zed": "absent"})
    assert read_progress(team, made) == ("complete", "complete")


def test_results_of_a_leaver_do_not_stand_for_an_awaited_student(
    world: World, team: DatedTeam
) -> None:
    body = {
        "assessment_id": team.a_test(team.dana, "district"),
        "selection": {"whole_district": True},
    }
    made = expect_ok(team.dana.post("/v1/distributions", body)).body["id"]
    Machinery(world).run()
    team.sheet = f"/v1/trackers/{team.tracker}/sheets/{body['assessment_id']}"
    team.enter(team.tess, {**SITTING, "ben": RIGHT, "ada": RIGHT})
    assert read_progress(team, made) == ("complete", "complete")
    world.clock.set(MIDNIGHT)
    assert read_progress(team, made) == ("partial", "partial"), "zed has come"
    team.enter(team.theo, {"ben": WRONG})
    assert read_progress(team, made) == ("partial", "partial")


def test_an_import_says_at_once_who_is_awaited(world: World, team: DatedTeam) -> None:
    team.begin()
    pack = a_package()
    pack.remove("enrollments", "ada-k1")
    a_user(pack, "eve")
    enroll(pack, "eve", "k1")
    apply_roster(world, world.admin("operator"), pack, confirm_drops=True)
    assert (team.list_awaited(), team.count_students()) == (["eve"], (7, 1))
    world.clock.set(MIDNIGHT)
    assert (team.list_awaited(), team.count_students()) == (["eve", "zed"], (8, 2))
