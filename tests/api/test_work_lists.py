"""The work list of a person: a teacher, a member of data teams, the district's admin."""

from __future__ import annotations

from typing import Any

from chalicelib.storage import keys
from chalicelib.storage.conditions import Put, Update
from chalicelib.trackers.model import AssessmentSource, TrackerEntry
from tests.api.process_scene import TeamAtWork, expect_ok
from tests.api.results_scene import HALF, RIGHT, Results
from tests.support import builders, classrooms
from tests.support.stored_sheets import a_row, a_sheet
from tests.support.world import DISTRICT, World, WorldPerson

SECTIONS = (
    "new_deliveries",
    "sheets",
    "tests_to_activate",
    "page_conflicts",
    "processes_to_finish",
    "imports",
    "scheduled",
    "late",
    "failed",
)


def work(person: WorldPerson, query: str = "") -> dict[str, Any]:
    body: dict[str, Any] = expect_ok(person.get(f"/v1/me/work{query}")).body
    return body


def waiting(person: WorldPerson) -> dict[str, int]:
    """Count what waits, by section, without what is empty."""
    found = work(person)
    return {each: found[each]["total"] for each in SECTIONS if found[each]["total"]}


def states(section: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["class_id"], each["state"]) for each in section["items"]]


# -- a teacher's -----------------------------------------------------------------------------------


def test_a_distributed_assessment_waits_until_its_results_are_complete(results: Results) -> None:
    tess = results.people["tess"]
    first = work(tess)
    assert states(first["new_deliveries"]) == [("c2", "not_started"), ("c1", "not_started")]
    one = first["new_deliveries"]["items"][1]
    assert (one["tracker_title"], one["class_title"]) == ("Math c1", "Math 3")
    assert (one["school_id"], one["school_name"]) == ("north", "North Elementary")
    assert (one["assessment_title"], one["source"]) == ("Check", "district")
    assert tess.get(one["links"]["sheet"]).status == 200
    results.enter("c1", RIGHT)
    assert states(work(tess)["sheets"]) == [("c1", "partial")]
    shown = work(tess)["sheets"]["items"][0]
    assert (shown["settled_count"], shown["student_count"]) == (1, 2)
    results.enter("c1", RIGHT, HALF)
    results.enter("c2", "absent", RIGHT)
    assert waiting(tess) == {}


def test_a_delivery_is_new_for_two_weeks_and_then_a_sheet_not_begun(results: Results) -> None:
    results.world.clock.forward(days=14)
    assert waiting(results.people["theo"]) == {"new_deliveries": 1}
    results.world.clock.forward(seconds=1)
    assert waiting(results.people["theo"]) == {"sheets": 1}


def test_a_class_with_two_trackers_waits_once(world: World) -> None:
    results = world.scene(Results, shared=True)
    assert states(work(results.people["theo"])["new_deliveries"]) == [
        ("c1", "not_started"),
        ("c3", "not_started"),
    ]
    results.enter("c1", RIGHT, RIGHT)
    assert states(work(results.people["theo"])["new_deliveries"]) == [("c3", "not_started")]


def test_recalled_archived_and_removed_assessments_wait_for_nobody(results: Results) -> None:
    tess, tracker = results.people["tess"], keys.tracker(DISTRICT, results.trackers["c1"])
    kept = TrackerEntry(
        results.assessment, "2026-09-02T12:00:00.000Z", AssessmentSource.TEACHER, "tess", "Check"
    )
    out = {
        f"assessments.{results.assessment}": kept.take_out(
            "2026-09-03T12:00:00.000Z", "tess"
        ).serialize()
    }
    results.world.services.table.commit([Update(tracker, out)])
    assert waiting(tess) == {"new_deliveries": 1}
    other = f"/v1/trackers/{results.trackers['c2']}"
    expect_ok(tess.patch(other, {"archived": True}, etag=tess.get(other).etag))
    assert waiting(tess) == {}
    made = results.dana.get(results.path)
    expect_ok(results.dana.post(f"{results.path}/recall", {}, etag=made.etag))
    assert waiting(results.people["theo"]) == {}


def test_assessments_with_a_day_come_first_and_are_overdue_after_it(results: Results) -> None:
    theo, tracker = results.people["theo"], results.trackers["c3"]
    for name, at in (("old", "2026-08-01T12:00:00.000Z"), ("dated", "2026-07-01T12:00:00.000Z")):
        brought = "district's" if name == "dated" else ""
        entry = TrackerEntry(name, at, AssessmentSource.DISTRICT, "dana", name.title(), brought)
        update = Update(keys.tracker(DISTRICT, tracker), {f"assessments.{name}": entry.serialize()})
        results.world.services.table.commit([update])
    mark = Put(keys.give_until(DISTRICT, "district's"), {"day": "2026-09-14"})
    results.world.services.table.commit([mark])

    def list_sheets() -> list[tuple[Any, ...]]:
        return [
            (each["assessment_title"], each["give_until_date"], each["overdue"])
            for each in work(theo)["sheets"]["items"]
        ]

    assert list_sheets() == [("Dated", "2026-09-14", False), ("Old", None, False)]
    results.world.clock.forward(days=1)
    assert list_sheets()[0] == ("Dated", "2026-09-14", True)


def test_a_limit_says_how_many_there_are(results: Results) -> None:
    found = work(results.people["tess"], "?limit=1")["new_deliveries"]
    assert (len(found["items"]), found["total"], found["total_is_exact"]) == (1, 2, True)
    assert results.people["tess"].get("/v1/me/work?limit=51").status == 422
    assert results.people["tess"].get("/v1/me/work?limit=0").status == 422


def test_a_title_that_its_creator_hid_stays_hidden(results: Results) -> None:
    theo = results.people["theo"]
    header = keys.assessment_header(DISTRICT, results.assessment)
    item = results.world.services.table.get(header)
    assert item is not None
    doc = (
        item["doc"]
        .replace('"title":"Check"', '"title":"Secret"')
        .replace('"visibility":"district"', '"visibility":"private"')
    )
    assert set(work(theo)["new_deliveries"]["items"][0]["links"]) == {
        "tracker", "sheet", "assessment", "attachments",
    }  # fmt: skip
    results.world.services.table.commit([Update(header, {"doc": doc})])
    shown = work(theo)["new_deliveries"]["items"][0]
    assert shown["assessment_title"] == "Check"
    assert {name: theo.get(link).status for name, link in shown["links"].items()} == {
        "tracker": 200, "sheet": 200,
    }, "nothing leads where they may not go"  # fmt: skip


def test_a_class_that_is_over_waits_no_more(world: World) -> None:
    builders.a_set(world)
    builders.a_school(world, "north")
    classrooms.a_class(world, "c1", "tess")
    held = builders.a_tracker(world, "tess", class_id="c1", ends="2026-09-14")
    entry = TrackerEntry(
        "a", "2026-09-01T12:00:00.000Z", AssessmentSource.TEACHER, "tess", "Quiz"
    ).serialize()
    update = Update(keys.tracker(DISTRICT, held.id), {"assessments.a": entry})
    world.services.table.commit([update])
    tess = world.teacher("tess", "north")
    assert waiting(tess) == {"sheets": 1}
    world.clock.forward(days=1)
    assert waiting(tess) == {}


# -- in data teams ---------------------------------------------------------------------------------


def test_a_member_sees_the_tests_to_activate_for_each_class(team: TeamAtWork) -> None:
    found = work(team.lena)["tests_to_activate"]
    assert [(each["class_id"], each["test"]) for each in found["items"]] == [
        ("c4", "pre"),
        ("c1", "pre"),
    ]
    one = found["items"][0]
    assert (one["process_name"], one["assessment_title"]) == ("Unit 4", "Fractions, before")
    assert (one["reason"], one["message"], one["team_name"]) == (None, "", "Grade 3 math")
    body = {"test": one["test"], "class_id": one["class_id"], "tracker_id": one["tracker_id"]}
    expect_ok(team.lena.post(one["links"]["activations"], body))
    left = work(team.lena)
    assert [each["class_id"] for each in left["tests_to_activate"]["items"]] == ["c1"]
    assert states(left["sheets"]) == [("c4", "not_started")], "now its results wait"
    assert waiting(team.olga) == {}, "she belongs to no team"
    assert waiting(team.sam) == {}, "nobody activates for others"


def test_a_member_without_a_suitable_tracker_gets_one_entry(team: TeamAtWork) -> None:
    for name in ("c1", "c4"):
        path = f"/v1/trackers/{team.trackers[name]}"
        expect_ok(team.lena.patch(path, {"archived": True}, etag=team.lena.get(path).etag))
    (one,) = work(team.lena)["tests_to_activate"]["items"]
    assert (one["class_id"], one["tracker_id"]) == (None, None)
    assert one["reason"] == "no_tracker_for_test"
    assert one["message"].startswith("None of your trackers has")


def test_pages_with_conflicts_wait_for_the_whole_team(team: TeamAtWork) -> None:
    page = f"{team.path}/pages/analyze"
    expect_ok(team.lena.patch(page, {"strengths": "Number lines"}, etag='"0"'))
    assert team.mia.patch(page, {"strengths": "Drawing"}, etag='"0"').status == 409
    for person in (team.lena, team.noah):
        (one,) = work(person)["page_conflicts"]["items"]
        assert (one["page"], one["conflict_count"]) == ("analyze", 1)
        assert person.get(one["links"]["page"]).body["conflicts"]
    assert work(team.dana)["page_conflicts"]["total"] == 0


def test_a_process_whose_post_test_was_given_waits_for_its_leader(team: TeamAtWork) -> None:
    etag = team.read_process().etag
    expect_ok(team.lena.put(f"{team.path}/post-test", {"same": True}, etag=etag))
    assert work(team.lena)["processes_to_finish"]["total"] == 0
    body = {"test": "post", "class_id": "c2"}
    expect_ok(team.mia.post(f"{team.path}/activations", body))
    (one,) = work(team.lena)["processes_to_finish"]["items"]
    assert (one["process_name"], one["step"]) == ("Unit 4", "post_test")
    assert work(team.mia)["processes_to_finish"]["total"] == 0


# -- a district admin's ----------------------------------------------------------------------------


def test_a_scheduled_distribution_waits_and_is_late_if_nothing_starts_it(results: Results) -> None:
    other = results.an_assessment()
    start = {"option": "schedule", "start_date": "2026-09-15", "start_time": "08:00"}
    body = {"assessment_id": other, "selection": {"whole_district": True}, "start": start}
    made = expect_ok(results.dana.post("/v1/distributions", body)).body
    (one,) = work(results.dana)["scheduled"]["items"]
    assert (one["id"], one["start_at"]) == (made["id"], "2026-09-15T13:00:00Z")
    assert one["start_text"].startswith("Tuesday, September 15, 2026 at 8:00 AM CDT")
    assert (one["tracker_count"], "cancel" in one["allowed"]) == (3, True)
    results.world.clock.forward(days=1)
    assert waiting(results.dana) == {"late": 1}
    (late,) = work(results.dana)["late"]["items"]
    assert (late["kind"], late["title"], late["id"]) == ("distribution", "Check", made["id"])
    assert results.dana.get(late["links"]["job"]).status == 200
    assert waiting(results.people["tess"]) == {"new_deliveries": 2}, "an admin's only"


def test_a_reminder_that_nobody_writes_is_late_and_leads_to_its_job(results: Results) -> None:
    asked = expect_ok(results.dana.post(f"{results.path}/reminders"))
    results.world.clock.forward(minutes=40)
    (late,) = work(results.dana)["late"]["items"]
    assert (late["kind"], late["id"]) == ("reminder", asked.body["id"])
    assert expect_ok(results.dana.get(late["links"]["job"])).body["state"] == "running"


def test_a_distribution_of_which_trackers_failed_waits(results: Results) -> None:
    head = keys.distribution(DISTRICT, results.distribution)
    results.world.services.table.commit([Update(head, {"failed": 1})])
    (one,) = work(results.dana)["failed"]["items"]
    assert (one["failed_count"], "retry" in one["allowed"]) == (1, True)
    assert waiting(results.sam) == {}, "a school's admin cannot retry it"


def test_checked_imports_wait_for_a_decision(world: World) -> None:
    dana = world.admin("dana")
    made = expect_ok(dana.post("/v1/roster-imports", {})).body["id"]
    assert waiting(dana) == {}, "its file has not come"
    key = keys.roster_import(DISTRICT, made)
    item = world.services.table.get(key)
    assert item is not None
    doc = item["doc"].replace("awaiting_upload", "held")
    world.services.table.commit([Update(key, {"state": "held", "doc": doc})])
    (one,) = work(dana)["imports"]["items"]
    assert (one["kind"], one["state"]) == ("roster_import", "held")
    assert dana.get(one["links"]["import"]).status == 200


def test_a_part_about_nobody_is_empty(world: World) -> None:
    found = work(world.teacher("tess", "north"))
    nothing = {"total": 0, "total_is_exact": True, "items": []}
    assert {each: found[each] for each in SECTIONS} == dict.fromkeys(SECTIONS, nothing)


def test_a_sheet_of_ones_class_counts_whoever_entered_it(world: World) -> None:
    builders.a_set(world)
    builders.a_school(world, "north")
    held = builders.a_tracker(world, "tess", class_id="c1")
    entry = TrackerEntry(
        "a", "2026-09-01T12:00:00.000Z", AssessmentSource.TEACHER, "tess", "Quiz"
    ).serialize()
    world.services.table.commit([Update(keys.tracker(DISTRICT, held.id), {"assessments.a": entry})])
    a_sheet(world, "a", a_row("stu1", "1", "0"))
    assert waiting(world.teacher("tess", "north")) == {}
