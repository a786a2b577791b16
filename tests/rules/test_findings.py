"""Problems of packages: equal ones as one, narrowed, and as lines of a file."""

from __future__ import annotations

from typing import Any

from chalicelib.findings.model import Problem, Severity, group
from chalicelib.findings.selection import ProblemFilter, write_row
from chalicelib.findings.views import ImportProblemView

BEFORE_0_4: dict[str, Any] = {
    "severity": "error",
    "code": "statement_missing",
    "where": "/CFItems/3/fullStatement",
    "identifier": "mute",
    "value": "",
    "reason": "This standard has no text.",
    "fix": "Give it a fullStatement.",
}
"""A line from a check of standards of the time when each problem had a line of its own."""


def a_problem(row: int, severity: Severity = Severity.ERROR, **given: Any) -> Problem:
    facts: dict[str, Any] = {"file": "b.csv", "column": "x", "value": "v", "reason": "No.", **given}
    return Problem(severity, "code", row=row, fix="", **facts)


def test_the_worst_comes_first_then_by_file_and_row() -> None:
    found = group(
        [
            a_problem(2, Severity.WARNING, file="a.csv"),
            a_problem(9, reason="Later."),
            a_problem(8),
            a_problem(1, Severity.HOLD),
            a_problem(7, file="a.csv"),
            a_problem(3),
        ]
    )
    assert [(p.severity, p.file, p.row, p.count) for p in found] == [
        ("error", "a.csv", 7, 1),
        ("error", "b.csv", 8, 2),
        ("error", "b.csv", 9, 1),
        ("hold", "b.csv", 1, 1),
        ("warning", "a.csv", 2, 1),
    ]
    assert found[1].rows == "3, 8"


def test_details_of_a_single_place_join_its_reason() -> None:
    (single,) = group([a_problem(2, detail="It is 7.")])
    (double,) = group([a_problem(2, detail="It is 7."), a_problem(3, detail="It is 8.")])
    assert (single.reason, double.reason) == ("No. It is 7.", "No.")
    assert [place.detail for place in double.examples] == ["It is 7.", "It is 8."]


def test_problems_that_an_earlier_release_kept_are_still_read() -> None:
    assert ProblemFilter(severity="error").takes(BEFORE_0_4)
    assert not ProblemFilter(file="CFItems").takes(BEFORE_0_4)
    shown = ImportProblemView.model_validate(ProblemFilter().trim(BEFORE_0_4))
    plain = shown.model_dump(by_alias=True)
    assert (plain["location"], plain["count"], plain["examples"]) == (BEFORE_0_4["where"], 1, ())
    assert write_row(BEFORE_0_4)[:6] == (
        "error", "", "", 1, "", "/CFItems/3/fullStatement, mute: blank",
    )  # fmt: skip
