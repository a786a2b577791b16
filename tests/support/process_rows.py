"""Classes' rows in a process, written as activation and saves of sheets would have left them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from chalicelib.processes.class_rows.totals import row_item
from chalicelib.processes.model import ClassRow
from chalicelib.processes.scores import ClassScores, ResultStatus, StudentScore
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put

POINTS = 20
"""Possible on every test here."""

Given = Mapping[str, int | str]
"""Points of each student, or `absent`, `exempt`, `partial`, `awaited`."""


def scores(given: Given | None) -> tuple[StudentScore, ...] | None:
    """Return totals on a test; None where it is not activated."""
    if given is None:
        return None
    return tuple(
        StudentScore(who, ResultStatus(what))
        if isinstance(what, str)
        else StudentScore(who, ResultStatus.TESTED, Fraction(what), Fraction(POINTS))
        for who, what in given.items()
    )


def a_class(
    school_class: str,
    teacher: str,
    pre: Given | None = None,
    post: Given | None = None,
    *,
    nameless: bool = False,
) -> ClassScores:
    """Return a class whose students are called by their ids, unless their names are not at hand."""
    students = [*(pre or ()), *(post or ())]
    return ClassScores(
        school_class=school_class,
        title=f"Math {school_class}",
        school="north",
        teacher=teacher,
        teacher_name=f"{teacher.title()} Example",
        pre=scores(pre),
        post=scores(post),
        names={} if nameless else {who: (f"Zimmer {who}", who.title()) for who in students},
    )


def a_row(district: str, process: str, scores: ClassScores) -> Put:
    """Return the write of a class's row."""
    when = "2026-09-14T17:00:00.000Z"
    row = ClassRow(scores, activated={"pre": when}, trackers={"pre": "BOARD"})
    return Put(keys.process_class(district, process, scores.school_class), row_item(row))
