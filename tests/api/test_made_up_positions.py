"""What do the lists of data teams say to a cursor that they never gave?"""

from __future__ import annotations

import hashlib

import pytest

from chalicelib.web.paging import sealed
from tests.api.finishing import FinishedTeam
from tests.api.process_scene import done
from tests.support.world import DISTRICT, World

MADE_UP = (
    [1], ["x"], [""], ["\ud800"], [-3], ["x", "y", -3], ["x", "y", "z"], ["x", "y"], ["x", ""],
    ["pre_test", "x"], ["pre_test", "x", "\ud800"], ["zzz", "x", "y"], ["named", "a#b", "#" * 2000],
    ["x", f"{DISTRICT}#PERSON#dana", "TEAM"], [1, 2, 3], ["x", "y", 10**30], ["x", "y", "z", "u"],
)  # fmt: skip
LISTS = (
    "/v1/processes", "/v1/library", "/v1/teams", "/v1/teams?mine=true",
    "/v1/teams/{team}/processes", "{process}/activations", "{process}/comparison/students",
)  # fmt: skip


@pytest.mark.parametrize("path", LISTS)
def test_a_position_nobody_was_given_is_refused_and_is_no_mistake_of_ours(
    world: World, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    team = FinishedTeam(world)
    where = path.format(team=team.team, process=team.path)
    person = team.lena if "{" in path or "mine" in path else team.dana
    bare, _, filters = where.partition("?")
    scope = hashlib.sha256(f"{bare}?{filters}".encode()).hexdigest()[:10]
    answers = set()
    for after in MADE_UP:
        reply = person.get(f"{bare}?{filters}&cursor={sealed(after, scope)}")
        assert reply.status == 200 or reply.body["code"] == "cursor_unknown", (after, reply.body)
        answers.add(reply.status)
    assert 400 in answers
    assert "unforeseen" not in caplog.text


def test_a_position_that_was_given_leads_on(world: World) -> None:
    team = FinishedTeam(world)
    path = f"{team.path}/comparison/students?limit=3"
    page = done(team.mia.get(path)).body
    assert len(page["items"]) == 3
    behind = done(team.mia.get(f"{path}&cursor={page['next']}")).body
    seen = {each["student"] for each in page["items"]}
    assert seen.isdisjoint(each["student"] for each in behind["items"])
