"""A distribution's counts are the same in every answer that gives them, whatever became of it."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.api.process_scene import expect_ok
from tests.api.results_scene import HALF, RIGHT, WRONG, Results
from tests.support import builders
from tests.support.machinery import Machinery
from tests.support.world import World, WorldPerson

STATES = ("pending", "delivered", "skipped", "failed", "canceled")
MONDAY = {"option": "schedule", "start_date": "2026-09-21", "start_time": "07:30"}


def check_counts(dana: WorldPerson, distribution: str) -> Counter[str]:
    """Compare one distribution's answers; return the counts."""
    path = f"/v1/distributions/{distribution}"
    body = expect_ok(dana.get(path)).body
    counts = {state: body["counts"].get(state, 0) for state in STATES}
    assert sum(counts.values()) == body["counts"]["total"]
    for state in STATES:
        assert sum(school.get(state, 0) for school in body["schools"]) == counts[state], state
    receipts = expect_ok(dana.get(f"{path}/receipts?limit=100")).body["items"]
    listed = Counter(each["state"] for each in receipts)
    assert listed == Counter({state: many for state, many in counts.items() if many})
    by_school = Counter((each["school_id"], each["state"]) for each in receipts)
    for school in body["schools"]:
        for state in STATES:
            assert by_school[school["school_id"], state] == school.get(state, 0)
    (shown,) = [
        each for each in expect_ok(dana.get("/v1/distributions")).body["items"]
        if each["id"] == distribution
    ]  # fmt: skip
    assert shown["counts"] == body["counts"]
    _check_job(dana, distribution, counts)
    return listed


def _check_job(dana: WorldPerson, distribution: str, counts: dict[str, int]) -> None:
    job = expect_ok(dana.get(f"/v1/jobs/distribution.{distribution}")).body
    for state in STATES:
        if state in job["counts"]:
            assert job["counts"][state] == counts[state], state


def fill(world: World, luck: random.Random) -> tuple[list[Any], WorldPerson]:
    builders.a_set(world)
    for school in ("north", "south"):
        builders.a_school(world, school)
    for teacher in ("tess", "theo"):
        builders.a_person(world, teacher)
    trackers = [
        builders.a_tracker(
            world,
            luck.choice(["tess", "theo"]),
            school=luck.choice(["north", "south"]),
            missing=luck.choice(["", "", "", "3.NB.2"]),
            class_id=f"c{n}",
        )
        for n in range(luck.randint(3, 12))
    ]
    return trackers, world.admin("dana")


@pytest.mark.parametrize("seed", range(6))
def test_counts_agree_before_and_after_and_when_it_is_canceled(world: World, seed: int) -> None:
    luck = random.Random(seed)
    trackers, dana = fill(world, luck)
    matching = [each for each in trackers if each.mask == builders.mask_of()]
    assessment = builders.an_assessment(world)
    body = {"assessment_id": assessment.id, "selection": {"whole_district": True}, "start": MONDAY}
    made = expect_ok(dana.post("/v1/distributions", body)).body["id"]
    assert check_counts(dana, made) == {"pending": len(matching)}
    for tracker in luck.sample(matching, luck.randint(0, len(matching) - 1)):
        _stop_matching(world, tracker)
    if seed % 3 == 2:
        path = f"/v1/distributions/{made}"
        expect_ok(dana.post(f"{path}/cancellation", etag=dana.get(path).etag))
        assert check_counts(dana, made) == {"canceled": len(matching)}
        return
    world.clock.set(datetime(2026, 9, 21, 12, 30, tzinfo=UTC))
    Machinery(world).run()
    found = check_counts(dana, made)
    assert found.total() == len(matching)
    assert (
        expect_ok(dana.get(f"/v1/distributions/{made}/results")).body["class_counts"]["total"]
        == (found["delivered"])
    )


def _stop_matching(world: World, tracker: Any) -> None:
    owner, path = world.teacher(tracker.owner), f"/v1/trackers/{tracker.id}"
    fewer = {"standards": list(builders.CODES[1:])}
    expect_ok(owner.patch(path, fewer, etag=owner.get(path).etag))


@pytest.mark.parametrize("seed", range(4))
def test_results_add_up_the_same_by_school_teacher_class_and_as_file(
    world: World, seed: int
) -> None:
    luck = random.Random(seed)
    results = world.scene(Results, students=4)
    for name in luck.sample(["c1", "c2", "c3"], luck.randint(1, 3)):
        given = [luck.choice([RIGHT, HALF, WRONG, ["B"], "absent", "exempt"]) for _ in range(4)]
        results.enter(name, *given)
    whole = expect_ok(results.results()).body
    for what in ("schools", "teachers", "classes"):
        rows = results.rows(what)
        for count, many in whole["student_counts"].items():
            assert sum(row["student_counts"][count] for row in rows) == many, (what, count)
        for level in range(3):
            every = sum(row["levels"][level]["student_count"] for row in rows)
            assert every == whole["levels"][level]["student_count"]
        assert (
            sum(row["average"]["student_count"] for row in rows)
            == whole["average"]["student_count"]
        )
    stages = Counter(row["state"] for row in results.rows("classes"))
    assert whole["class_counts"] == {
        "total": stages.total(),
        **{stage: stages[stage] for stage in ("complete", "partial", "not_started")},
    }
    for row in results.rows("classes"):
        _check_sheet(results, row)


def _check_sheet(results: Results, row: dict[str, Any]) -> None:
    """Compare a class's line with its own result sheet."""
    name = row["class_id"]
    path = f"/v1/trackers/{results.trackers[name]}/sheets/{results.assessment}"
    teacher = "theo" if name == "c3" else "tess"
    sheet = expect_ok(results.people[teacher].get(path)).body
    for count in ("complete", "partial", "absent", "exempt"):
        assert sheet["counts"][count] == row["student_counts"][count]
    assert (sheet["average"], sheet["state"]) == (row["average"]["percent"], row["state"])
    assert [each["student_count"] for each in sheet["levels"]] == [
        each["student_count"] for each in row["levels"]
    ]
