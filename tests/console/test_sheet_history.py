"""The history of a result sheet, of a student's row, and of one answer."""

from __future__ import annotations

import pytest

from tests.api.process_scene import TeamAtWork, expect_ok
from tests.console.test_plain_sheets import screen_of
from tests.support.browser import Browser


@pytest.fixture
def sheet(team: TeamAtWork) -> str:
    """Have two answers of one student entered, then one changed, and one of another."""
    reply = team.mia.post(f"{team.path}/activations", {"test": "pre", "class_id": "c2"})
    path = str(expect_ok(reply).body["links"]["sheet"])
    for student, answers in (
        ("c2s0", {1: "B", 2: "true"}),
        ("c2s0", {1: "C"}),
        ("c2s1", {1: "A"}),
    ):
        scores = [{"item_id": item, "response": text} for item, text in answers.items()]
        body = {"students": [{"student_id": student, "scores": scores}]}
        expect_ok(team.mia.patch(path, body, etag=expect_ok(team.mia.get(path)).etag))
    return path


def acts_at(sheet: str, query: str = "") -> list[str]:
    shown = Browser().sign_in_as("mia").open(f"{screen_of(sheet)}/history{query}")
    assert shown.status == 200
    return [" | ".join(row[2:]) for row in shown.rows()]


def test_the_whole_sheet_has_every_act_and_no_answer(team: TeamAtWork, sheet: str) -> None:
    assert acts_at(sheet) == [
        "Entered by hand: 1 answer | Zimmer c2s1, Ada (item 1)",
        "Entered by hand: 1 answer | Zimmer c2s0, Ada (item 1)",
        "Entered by hand: 2 answers | Zimmer c2s0, Ada (items 1, 2)",
        "The test was activated | ",
    ]


def test_an_answer_has_the_acts_that_changed_it(team: TeamAtWork, sheet: str) -> None:
    assert len(acts_at(sheet, "?row=1")) == 2
    assert acts_at(sheet, "?row=1&item=2") == [
        "Entered by hand: 2 answers | Zimmer c2s0, Ada (items 1, 2)"
    ]
    assert acts_at(sheet, "?row=2&item=3") == []
    shown = Browser().sign_in_as("mia").open(f"{screen_of(sheet)}/history?row=1&item=2")
    assert "Zimmer c2s0, Ada , item 2" in shown.words("#history")
    assert shown.rows()[0][1] == "Mia Example"


@pytest.mark.parametrize(
    "query", ["?row=99", "?row=0", "?row=x&item=y", "?item=1", "?row=1&item=99"]
)
def test_a_strange_place_shows_what_is_there(team: TeamAtWork, sheet: str, query: str) -> None:
    assert len(acts_at(sheet, query)) >= 2


def test_the_sheet_leads_to_its_history_and_its_file(team: TeamAtWork, sheet: str) -> None:
    shown = Browser().sign_in_as("mia").open(screen_of(sheet))
    assert shown.link("History").endswith(f"{screen_of(sheet)}/history")
    assert shown.link("Results from a file").endswith(f"{screen_of(sheet)}/file")
