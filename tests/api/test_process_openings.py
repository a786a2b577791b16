"""A distribution opens the pre-test in every team's process (P15): what administrators see."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from chalicelib.processes.rollout.model import process_id
from chalicelib.results.repository import SheetRepository
from chalicelib.rosters.model import Student
from chalicelib.storage import keys
from chalicelib.teams.model import MOST_OPEN_PROCESSES
from chalicelib.teams.repository import TeamRepository
from tests.api.process_scene import CLASSES, TeamAtWork, expect_ok
from tests.api.team_scene import a_process_of, a_team
from tests.support import builders, classrooms
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, Reply, World

UNIT = "Unit 5"
SOUTH_CLASS = "s1"
LATER = {"option": "schedule", "start_date": "2026-09-21", "start_time": "07:30"}


class OpeningScene(TeamAtWork):
    """The team at work, a team of the whole district, and an assessment of the district's."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.machinery = Machinery(world)
        self._class_of_olga()
        self.everywhere = a_team(world, ("olga",), ("mia",), name="All of us", school="").id
        self.test = self.a_test("District check", self.dana, visibility="district")

    def _class_of_olga(self) -> None:
        sit = (Student(id="ols1", given="Ada", family="Zimmer"),)
        classrooms.a_class(self.world, SOUTH_CLASS, "olga", school="south", students=sit)
        made = builders.a_tracker(
            self.world, "olga", class_id=SOUTH_CLASS, school="south", title="Math s1"
        )
        self.trackers[SOUTH_CLASS] = made.id

    def distribute(self, **changes: Any) -> Reply:
        """Distribute it; by default to the whole district and at once."""
        body = {
            "assessment_id": self.test,
            "selection": {"whole_district": True},
            "opens_process": {"name": UNIT},
        }
        return self.dana.post("/v1/distributions", body | changes)

    def hand_out(self, **changes: Any) -> str:
        """Hand it out, and let everything happen that follows."""
        name = str(expect_ok(self.distribute(**changes)).body["id"])
        self.settle()
        return name

    def settle(self) -> None:
        """A minute later, until all is quiet; and another minute, as nothing may be left."""
        for _ in range(3):
            self.world.clock.forward(minutes=1)
            self.machinery.run()

    def openings(self, distribution: str) -> dict[str, Any]:
        """Return the outcome for every team, by team."""
        shown = expect_ok(self.dana.get(f"/v1/distributions/{distribution}/openings"))
        return {each["team_id"]: each for each in shown.body["items"]}

    def read(self, process: str) -> Any:
        """Open a process as an administrator."""
        return expect_ok(self.dana.get(f"/v1/processes/{process}")).body

    def sheet(self, name: str) -> Any:
        """Read the sheet of a class on the test."""
        return SheetRepository(self.world.services.table).get(DISTRICT, name, self.test)

    def act(self, what: str, distribution: str, body: Any = None) -> Reply:
        """Do something with a distribution that was just looked at."""
        path = f"/v1/distributions/{distribution}"
        etag = expect_ok(self.dana.get(path)).etag
        if what:
            return self.dana.send("POST", f"{path}/{what}", body, {"If-Match": etag})
        return self.dana.patch(path, body, etag=etag)

    def dues(self) -> list[str]:
        """Return the entries that the clock has yet to handle."""
        pk = keys.due(DISTRICT, "", "", "").pk
        items = [item for page in self.world.services.table.pages(pk) for item in page]
        return [item["sk"] for item in items if "process-opening" in item["sk"]]


@pytest.fixture
def scene(world: World) -> OpeningScene:
    return world.scene(OpeningScene)


def test_every_team_gets_a_process_with_the_test_as_its_pre_test(scene: OpeningScene) -> None:
    distribution = scene.hand_out()
    found = scene.openings(distribution)
    assert set(found) == {scene.team, scene.everywhere}
    ours = found[scene.team]
    assert (ours["state"], ours["reason"], ours["already_existed"]) == ("opened", "", False)
    assert ours["class_counts"] == {"active": 4, "pending": 0, "skipped": 0}
    process = scene.read(ours["process_id"])
    assert process["name"] == UNIT
    assert process["state"] == "pre_test"
    assert process["pre_test"]["assessment_id"] == scene.test
    assert process["distribution_id"] == distribution
    assert {each["class_id"] for each in process["classes"]} == set(CLASSES)
    assert len(ours["process_id"]) == 26
    assert ours["process_id"] == process_id(distribution, scene.team)


def test_each_class_is_its_teachers_and_its_sheet_feeds_the_process(scene: OpeningScene) -> None:
    found = scene.openings(scene.hand_out())
    process = found[scene.team]["process_id"]
    teachers = {each["class_id"]: each["teacher_id"] for each in scene.read(process)["classes"]}
    assert teachers == CLASSES
    assert scene.sheet("c3").feeds == (f"{process}#pre",)
    both = {f"{process}#pre", f"{found[scene.everywhere]['process_id']}#pre"}
    assert set(scene.sheet("c2").feeds) == both, "mia works in two teams"


def test_later_entries_are_in_the_process(scene: OpeningScene) -> None:
    process = scene.openings(scene.hand_out())[scene.team]["process_id"]
    path = f"/v1/trackers/{scene.trackers['c3']}/sheets/{scene.test}"
    shown = expect_ok(scene.noah.get(path))
    rows = [{"student_id": each, "status": "absent"} for each in scene.students["c3"]]
    expect_ok(scene.noah.patch(path, {"students": rows}, etag=shown.etag))
    (row,) = [each for each in scene.read(process)["classes"] if each["class_id"] == "c3"]
    assert row["pre_test"]["absent"] == 4


def test_a_member_sees_and_uses_what_was_opened(scene: OpeningScene) -> None:
    process = scene.openings(scene.hand_out())[scene.team]["process_id"]
    again = scene.mia.post(
        f"/v1/processes/{process}/activations", {"test": "pre", "class_id": "c2"}
    )
    assert (again.status, again.body["reactivated"]) == (200, True)
    assert (
        expect_ok(scene.lena.get(f"/v1/processes/{process}")).body["allowed"].count("rename") == 1
    )
    assert scene.olga.get(f"/v1/processes/{process}").status == 404


def test_a_school_team_takes_only_classes_of_its_school(scene: OpeningScene) -> None:
    both = a_team(scene.world, ("olga",), ("noah",), name="North and olga", school="north").id
    opened = scene.openings(scene.hand_out())[both]
    assert opened["state"] == "opened"
    assert opened["class_counts"] == {"active": 1, "pending": 0, "skipped": 1}
    (left_out,) = opened["skipped_classes"]
    assert left_out["class_id"] == SOUTH_CLASS
    assert left_out["reason"] == "class_of_other_school"
    assert "another school" in left_out["message"]


def test_only_the_named_teams_if_teams_are_named(scene: OpeningScene) -> None:
    opens = {"name": UNIT, "team_ids": [scene.everywhere, scene.everywhere]}
    assert set(scene.openings(scene.hand_out(opens_process=opens))) == {scene.everywhere}


def test_a_team_that_has_a_process_with_this_very_test_works_there(scene: OpeningScene) -> None:
    mine = scene.lena.post(
        f"/v1/teams/{scene.team}/processes",
        {"name": "Begun early", "pre_test": {"assessment_id": scene.test}},
    )
    ours = scene.openings(scene.hand_out())[scene.team]
    assert (ours["process_id"], ours["already_existed"]) == (expect_ok(mine).body["id"], True)
    assert ours["class_counts"]["active"] == 4
    assert scene.read(ours["process_id"])["name"] == "Begun early"


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_team_without_a_recipient_is_skipped_with_the_reason(
    scene: OpeningScene, when: str
) -> None:
    distribution = scene.hand_out(selection={"school_ids": ["south"]})
    ours = scene.openings(distribution)[scene.team]
    assert (ours["state"], ours["reason"]) == ("skipped", "nobody_received_it")
    assert ours["process_id"] is None
    assert "add the trackers of its members" in ours["message"]
    if when == "after":  # and once they did
        expect_ok(scene.act("additions", distribution, {"selection": {"school_ids": ["north"]}}))
        scene.settle()
        later = scene.openings(distribution)[scene.team]
        assert (later["state"], later["reason"]) == ("opened", "")


def test_a_team_at_its_limit_is_skipped_with_the_reason(scene: OpeningScene) -> None:
    team = TeamRepository(scene.world.services.table).get(DISTRICT, scene.team)
    assert team is not None
    for number in range(MOST_OPEN_PROCESSES - 1):
        scene.world.services.table.commit(a_process_of(team, f"N{number}")[:2])
    ours = scene.openings(scene.hand_out())[scene.team]
    assert (ours["state"], ours["reason"]) == ("skipped", "too_many_open_processes")


def test_a_team_retired_since_it_was_named_is_skipped_with_the_reason(scene: OpeningScene) -> None:
    opens = {"name": UNIT, "team_ids": [scene.team, scene.everywhere]}
    made = expect_ok(scene.distribute(opens_process=opens, start=LATER)).body
    path = f"/v1/teams/{scene.team}"
    etag = expect_ok(scene.dana.get(path)).etag
    expect_ok(scene.dana.send("POST", f"{path}/retirement", {}, {"If-Match": etag}))
    scene.world.clock.forward(days=7)
    scene.settle()
    found = scene.openings(made["id"])
    assert (found[scene.team]["state"], found[scene.team]["reason"]) == ("skipped", "team_retired")
    assert found[scene.everywhere]["state"] == "opened"


def test_a_retired_team_is_not_meant_by_all(scene: OpeningScene) -> None:
    gone = a_team(scene.world, ("lena",), (), name="Gone", retired=True).id
    assert gone not in scene.openings(scene.hand_out())


def test_nothing_is_opened_before_it_is_delivered(scene: OpeningScene) -> None:
    made = expect_ok(scene.distribute(start=LATER)).body
    assert made["opens_process"] == {"name": UNIT, "team_ids": None, "teams": []}
    scene.settle()
    assert scene.openings(made["id"]) == {}
    job = expect_ok(scene.dana.get(f"/v1/jobs/process-opening.{made['id']}")).body
    assert (job["state"], job["percent"]) == ("waiting", 0)


def test_it_can_be_changed_until_it_starts(scene: OpeningScene) -> None:
    name = expect_ok(scene.distribute(start=LATER)).body["id"]
    other = {"name": "Unit 6", "team_ids": [scene.everywhere]}
    changed = expect_ok(scene.act("", name, {"opens_process": other})).body["opens_process"]
    teams = [{"id": scene.everywhere, "name": "All of us"}]
    assert changed == other | {"teams": teams}
    kept = expect_ok(scene.act("", name, {"notify": True})).body
    assert kept["opens_process"] == changed
    scene.world.clock.forward(days=7)
    scene.settle()
    (team,) = scene.openings(name).values()
    assert scene.read(team["process_id"])["name"] == "Unit 6"
    refused = scene.act("", name, {"opens_process": None})
    assert (refused.status, refused.code) == (409, "cannot_change")


def test_it_can_be_taken_back_until_it_starts(scene: OpeningScene) -> None:
    name = expect_ok(scene.distribute(start=LATER)).body["id"]
    assert expect_ok(scene.act("", name, {"opens_process": None})).body["opens_process"] is None
    scene.world.clock.forward(days=7)
    scene.settle()
    assert scene.openings(name) == {}
    assert scene.dana.get(f"/v1/jobs/process-opening.{name}").status == 404


def test_a_cancelled_distribution_opens_nothing(scene: OpeningScene) -> None:
    name = expect_ok(scene.distribute(start=LATER)).body["id"]
    expect_ok(scene.act("cancellation", name))
    scene.world.clock.forward(days=7)
    scene.settle()
    assert scene.openings(name) == {}
    assert scene.dues() == []
    job = expect_ok(scene.dana.get(f"/v1/jobs/process-opening.{name}")).body
    assert job["state"] == "canceled"


def test_a_recalled_distribution_opens_nothing_until_it_is_restored(scene: OpeningScene) -> None:
    name = expect_ok(scene.distribute()).body["id"]
    scene.machinery.work()  # delivered; the tick did not come by yet
    expect_ok(scene.act("recall", name, {}))
    scene.settle()
    assert scene.openings(name) == {}
    assert scene.dues() == []
    expect_ok(scene.act("restoration", name))
    scene.settle()
    assert scene.openings(name)[scene.team]["class_counts"]["active"] == 4


def test_trackers_that_come_later_join(scene: OpeningScene) -> None:
    one = [scene.trackers["c1"]]
    name = scene.hand_out(selection={"tracker_ids": one})
    first = scene.openings(name)[scene.team]
    assert first["class_counts"]["active"] == 1
    expect_ok(scene.act("additions", name, {"selection": {"whole_district": True}}))
    scene.settle()
    later = scene.openings(name)[scene.team]
    assert later["process_id"] == first["process_id"]
    assert later["class_counts"]["active"] == 4
    assert {each["class_id"] for each in scene.read(later["process_id"])["classes"]} == set(CLASSES)


def test_an_archived_tracker_says_so_and_joins_with_the_next_round(scene: OpeningScene) -> None:
    name = expect_ok(scene.distribute(selection={"tracker_ids": [scene.trackers["c3"]]})).body["id"]
    scene.machinery.work()  # delivered
    path = f"/v1/trackers/{scene.trackers['c3']}"
    expect_ok(scene.noah.patch(path, {"archived": True}, etag=expect_ok(scene.noah.get(path)).etag))
    scene.settle()
    ours = scene.openings(name)[scene.team]
    (skipped,) = ours["skipped_classes"]
    assert (skipped["class_id"], skipped["reason"]) == ("c3", "tracker_archived")
    expect_ok(
        scene.noah.patch(path, {"archived": False}, etag=expect_ok(scene.noah.get(path)).etag)
    )
    expect_ok(scene.act("additions", name, {"selection": {"whole_district": True}}))
    scene.settle()
    assert scene.openings(name)[scene.team]["skipped_classes"] == []


def test_a_person_who_stopped_teaching_the_class_does_not_join(scene: OpeningScene) -> None:
    classrooms.a_class(scene.world, "c3", "olga")
    (skipped,) = scene.openings(scene.hand_out())[scene.team]["skipped_classes"]
    assert (skipped["class_id"], skipped["reason"]) == ("c3", "class_not_found")
    assert "no longer teaches" in skipped["message"]


def test_a_process_that_its_leader_discarded_is_not_made_again(scene: OpeningScene) -> None:
    classrooms.a_class(scene.world, "c3", "olga")
    name = scene.hand_out(selection={"tracker_ids": [scene.trackers["c3"]]})
    process = scene.openings(name)[scene.team]["process_id"]
    shown = expect_ok(scene.lena.get(f"/v1/processes/{process}"))
    expect_ok(scene.lena.delete(f"/v1/processes/{process}", etag=shown.etag))
    expect_ok(scene.act("additions", name, {"selection": {"whole_district": True}}))
    scene.settle()
    ours = scene.openings(name)[scene.team]
    assert (ours["state"], ours["reason"]) == ("skipped", "process_discarded")


def test_a_message_that_comes_twice_changes_nothing(scene: OpeningScene) -> None:
    name = scene.hand_out()
    before = scene.world.items()
    scene.world.services.opening_work.run({"kind": "process-opening", "id": name})
    assert scene.world.items() == before


def test_much_work_is_done_in_many_messages(scene: OpeningScene) -> None:
    services = scene.world.services
    services.opening_work = replace(services.opening_work, _step=1)
    found = scene.openings(scene.hand_out())
    assert found[scene.team]["class_counts"]["active"] == 4
    assert found[scene.everywhere]["class_counts"]["active"] == 2
    assert scene.dues() == []


def test_the_job_says_how_far_it_is(scene: OpeningScene) -> None:
    name = scene.hand_out(selection={"school_ids": ["north"]})
    job = expect_ok(scene.dana.get(f"/v1/jobs/process-opening.{name}")).body
    assert (job["state"], job["percent"]) == ("done", 100)
    counts = {"total": 2, "opened": 2, "skipped": 0, "classes": 5, "skipped_classes": 0}
    assert job["counts"] == counts
    assert job["message"] == "Opened in 2 of 2 data teams; 5 classes have the pre-test."
    assert job["links"]["openings"] == f"/v1/distributions/{name}/openings"


def test_teams_are_paged(scene: OpeningScene) -> None:
    path = f"/v1/distributions/{scene.hand_out()}/openings"
    first = expect_ok(scene.dana.get(f"{path}?limit=1")).body
    second = expect_ok(scene.dana.get(f"{path}?limit=1&cursor={first['next']}")).body
    assert {each["team_id"] for page in (first, second) for each in page["items"]} == {
        scene.team,
        scene.everywhere,
    }


def test_every_team_that_cannot_be_is_named(scene: OpeningScene) -> None:
    gone = a_team(scene.world, ("lena",), (), name="Gone", retired=True).id
    teams = ["nobody", scene.team, gone, "nothing"]
    refused = scene.distribute(opens_process={"name": UNIT, "team_ids": teams})
    assert (refused.status, refused.code) == (422, "teams_not_available")
    assert [(each["pointer"], each["code"]) for each in refused.body["errors"]] == [
        ("/opens_process/team_ids/0", "team_not_found"),
        ("/opens_process/team_ids/2", "team_retired"),
        ("/opens_process/team_ids/3", "team_not_found"),
    ]


@pytest.mark.parametrize(
    "opens", [{"name": ""}, {"name": "x" * 121}, {"name": UNIT, "team_ids": []}, {"team_ids": []}]
)
def test_a_process_needs_a_name_and_a_team(scene: OpeningScene, opens: Any) -> None:
    assert scene.distribute(opens_process=opens).status == 422


def test_a_test_without_standards_opens_nothing(scene: OpeningScene) -> None:
    bare = builders.an_assessment(scene.world, mask=0, standards=())
    refused = scene.distribute(assessment_id=bare.id)
    assert (refused.status, refused.code) == (422, "pre_test_without_standards")


def test_the_audit_trail_has_the_administrator(scene: OpeningScene) -> None:
    found = scene.openings(scene.hand_out())
    subjects = {
        (item["verb"]["S"], item["subject"]["S"], item["person"]["S"])
        for item in scene.world.items()
        if "#AUDIT#" in item["pk"]["S"]
    }
    process = found[scene.team]["process_id"]
    assert ("open_process", process, "dana") in subjects
    assert ("create_activation", f"{process}.c1.pre", "dana") in subjects


def test_a_distribution_without_says_nothing_of_it(scene: OpeningScene) -> None:
    body = {"assessment_id": scene.test, "selection": {"whole_district": True}}
    made = expect_ok(scene.dana.post("/v1/distributions", body)).body
    scene.settle()
    assert made["opens_process"] is None
    assert "openings" not in made["links"]
    assert scene.openings(made["id"]) == {}
