"""A preview of a tracker's mastery with other levels or another calculation. Nothing is saved."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.process_scene import expect_ok
from tests.api.results_scene import HALF, RIGHT, WRONG, Results
from tests.support.world import Reply, World


class Graded(Results):
    """A class of three with results on one test: all right, half, and all wrong."""

    def __init__(self, world: World) -> None:
        super().__init__(world, students=3)
        self.enter("c1", RIGHT, HALF, WRONG)

    @property
    def at(self) -> str:
        """The tracker of the class."""
        return f"/v1/trackers/{self.trackers['c1']}"

    def look(self, person: str = "tess", **rules: Any) -> Reply:
        """Ask what these settings would do."""
        return self.people[person].post(f"{self.at}/preview", rules)


@pytest.fixture
def scene(world: World) -> Graded:
    return world.scene(Graded)


def lines(reply: Reply) -> dict[str, dict[str, Any]]:
    return {each["standard"]: each for each in expect_ok(reply).body["standards"]}


def moves(line: dict[str, Any]) -> tuple[int, ...]:
    names = ("up", "down", "gained", "lost", "changed", "met_before", "met_after")
    return tuple(line[f"{name}_count"] for name in names)


def test_the_settings_as_they_are_move_nobody(scene: Graded) -> None:
    reply = scene.look(level_count=3, calculation=None)
    assert expect_ok(reply).body["changed_student_count"] == 0
    assert reply.body["message"] == "No student's mastery would change. Nothing is saved yet."
    assert {moves(each)[:5] for each in lines(reply).values()} == {(0, 0, 0, 0, 0)}


def test_a_setting_left_out_stays(scene: Graded) -> None:
    assert expect_ok(scene.look()).body["changed_student_count"] == 0


def test_a_stricter_calculation_says_who_would_have_no_mastery(scene: Graded) -> None:
    found = lines(scene.look(calculation={"method": "n_times", "times": 2}))
    assert moves(found["3.NB.1"]) == (0, 0, 0, 3, 3, 2, 0)
    assert found["3.NB.1"]["student_count"] == 3
    assert moves(found["3.ME.1"]) == (0, 0, 0, 0, 0, 0, 0), "nobody has a result of it"
    message = scene.look(calculation={"method": "n_times", "times": 2}).body["message"]
    assert message == (
        "The mastery of 3 of 3 students would change, on 2 standards. Nothing is saved yet."
    )


def test_another_number_of_levels_is_compared_at_the_line_of_mastery(scene: Graded) -> None:
    reply = scene.look(level_count=5)
    assert expect_ok(reply).body["by_level"] is False
    assert lines(reply)["3.NB.1"]["met_before_count"] == 2


def test_saving_the_settings_does_what_the_preview_showed(scene: Graded) -> None:
    rules: dict[str, Any] = {
        "calculation": {"method": "n_times", "times": 1},
        "level_count": 4,
    }
    said = lines(scene.look(**rules))
    tess = scene.people["tess"]
    before = expect_ok(tess.get(scene.at))
    expect_ok(tess.patch(scene.at, rules, etag=before.etag))
    now = expect_ok(tess.get(f"{scene.at}/mastery")).body["standards"]
    assert {each["code"]: each["meeting_count"] for each in now} == {
        code: each["met_after_count"] for code, each in said.items()
    }


def test_nothing_is_written(scene: Graded) -> None:
    before = scene.world.items()
    expect_ok(scene.look(level_count=2, calculation={"method": "highest"}))
    assert scene.world.items() == before


def test_a_person_who_may_not_change_the_tracker_is_refused(scene: Graded) -> None:
    assert scene.look("theo", level_count=2).status == 404
    assert scene.sam.post(f"{scene.at}/preview", {"level_count": 2}).status == 403
    assert scene.dana.post(f"{scene.at}/preview", {"level_count": 2}).status == 403


@pytest.mark.parametrize(
    ("rules", "pointer"),
    [
        ({"level_count": 7}, "/level_count"),
        ({"calculation": {"method": "best"}}, "/calculation/method"),
        ({"title": "Typed"}, "/title"),
    ],
)
def test_an_error_is_refused_at_its_field(
    scene: Graded, rules: dict[str, Any], pointer: str
) -> None:
    refused = scene.look(**rules)
    assert refused.status == 422
    assert [each["pointer"] for each in refused.body["errors"]] == [pointer]
