"""The copy of its tests that a process keeps follows the tests, until it is locked."""

from __future__ import annotations

import pytest

from tests.api.process_scene import ITEMS, TeamAtWork, expect_ok
from tests.support.world import Reply, World


@pytest.fixture
def at_work(world: World) -> TeamAtWork:
    return world.scene(TeamAtWork)


def put(work: TeamAtWork, body: object) -> Reply:
    """Attach a post-test to the process as it stands."""
    return work.lena.put(f"{work.path}/post-test", body, etag=work.read_process().etag)


def rename_assessment(work: TeamAtWork, assessment: str, title: str) -> None:
    """Have the creator rename a test and leave it one item."""
    path = f"/v1/assessments/{assessment}"
    read = expect_ok(work.lena.patch(path, {"title": title}, etag=work.lena.get(path).etag))
    expect_ok(work.lena.put(f"{path}/items", {"items": ITEMS[1:2]}, etag=read.etag))


def test_a_test_attached_again_is_shown_as_it_is_now(at_work: TeamAtWork) -> None:
    copy = expect_ok(put(at_work, {"copy": {"title": "After"}})).body["post_test"]
    rename_assessment(at_work, copy["assessment_id"], "Afterwards")
    again = expect_ok(put(at_work, {"assessment_id": copy["assessment_id"]})).body
    now = again["post_test"]
    assert (now["title"], now["item_count"], now["points"], now["origin"]) == (
        "Afterwards",
        1,
        "1",
        "copy",
    )
    once_more = expect_ok(put(at_work, {"assessment_id": copy["assessment_id"]})).body
    assert once_more["version"] == again["version"], "nothing changed"


def test_a_test_is_shown_as_it_is_when_the_first_class_gets_it(at_work: TeamAtWork) -> None:
    path = f"/v1/assessments/{at_work.pre_test}"
    expect_ok(at_work.lena.patch(path, {"title": "Before"}, etag=at_work.lena.get(path).etag))
    body = {"test": "pre", "class_id": "c2"}
    expect_ok(at_work.mia.post(f"{at_work.path}/activations", body))
    assert at_work.read_process().body["pre_test"]["title"] == "Before"
