"""Several people write in one place at once, in any order of their clicks: no line is lost."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from tests.api.process_scene import TEAM, TeamAtWork
from tests.console.test_process_pages import open_as, read_field, texts
from tests.support.world import World


@pytest.mark.parametrize("seed", [3, 5])
def test_a_person_who_takes_both_texts_loses_nobodys(world: World, seed: int) -> None:
    team = TeamAtWork(world)
    luck = random.Random(seed)
    people = [_write(team, name, f"{name} saw {n}") for name in TEAM for n in range(2)]
    while people:
        one = luck.choice(people)
        if next(one, None) is None:
            people.remove(one)
    lines = {f"{name} saw {n}" for name in TEAM for n in range(2)}
    assert set(texts(team, "analyze")["needs"]) == lines  # type: ignore[call-overload]
    assert team.lena.get(f"{team.path}/pages/analyze").body["conflicts"] == []


def _write(team: TeamAtWork, name: str, line: str) -> Iterator[str]:
    """Add a line, click by click."""
    browser, shown = open_as(name, team, "analyze")
    yield "opened"
    fill = {"needs": f"{read_field(shown, 'needs')}\n{line}"}
    shown = browser.press(shown, "Save Changes", fill=fill)
    yield "saved"
    while shown.status == 409:
        shown = browser.press(shown, "Use both")
        yield "decided"
    assert shown.status == 200, shown.text
