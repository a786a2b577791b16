"""A finished Mastery Process with all that people write and get: valid by default."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from chalicelib.processes.analytics.editions import LATEST
from chalicelib.processes.goals.model import KeptGoal
from chalicelib.processes.model import (
    Attached,
    ClassRow,
    Ended,
    PageName,
    Process,
    ProcessSnapshot,
)
from chalicelib.processes.moves import ProcessState
from chalicelib.processes.pages.model import ProcessPage, Stamp, StrategyRow, Written
from chalicelib.processes.reporting.model import ReportContext
from chalicelib.processes.scores import ClassScores, ResultStatus, StudentScore
from chalicelib.teams.levels import DEFAULT
from chalicelib.teams.model import Colleague

POINTS = 20
"""Possible on both tests."""

FRAME = ReportContext(
    district="Lakeview School District",
    school="Maple Street Elementary",
    zone="America/Chicago",
    begun="Tuesday, September 1, 2026",
    finished="Friday, November 20, 2026 at 3:00 PM CST",
    link="https://plumbline.lakeview.example.org/console/reports/01K",
    statements={
        "3.NF.A.1": "Understand a fraction 1/b as the quantity formed by 1 part when a whole is "
        "partitioned into b equal parts.",
        "3.NF.A.2": "Place a fraction on a number line.",
    },
)

SCHOOLS = {"maple": "Maple Street Elementary", "harbor": "Harbor Elementary"}

ROSA, BART, MING, DANA = (
    ("rosa", "Rosa Alvarez"),
    ("bart", "Bartholomew Featherstonehaugh-Montgomery"),
    ("ming", "王小明"),
    ("dana", "Dana Ng"),
)
FIRST = ("Aisha", "Daniel", "Ingrid", "Kwame", "Leila", "Mei", "Owen", "Priya", "Tomás", "Zoë")
LAST = ("Brook", "Chen", "Diallo", "Eriksen", "Fuentes", "Grant", "Hosseini")

Points = int | str
"""Points on a test, or `absent`, `exempt`, `partial`, `awaited`."""


def a_class(
    name: str,
    teacher: tuple[str, str],
    pre: Sequence[Points],
    post: Sequence[Points] | None = None,
    *,
    school: str = "maple",
    title: str = "",
) -> ClassScores:
    """Return a class whose students have these points, in turn."""
    ids = [f"{name}-{n:02}" for n in range(len(pre))]
    return ClassScores(
        school_class=name,
        title=title or f"Mathematics 3, {name}",
        school=school,
        teacher=teacher[0],
        teacher_name=teacher[1],
        pre=_write_scores(ids, pre),
        post=None if post is None else _write_scores(ids, post),
        names={
            each: (LAST[n % len(LAST)], FIRST[n * 3 % len(FIRST)]) for n, each in enumerate(ids)
        },
    )


def _write_scores(ids: Sequence[str], points: Sequence[Points]) -> tuple[StudentScore, ...]:
    return tuple(
        StudentScore(who, ResultStatus(what))
        if isinstance(what, str)
        else StudentScore(who, ResultStatus.TESTED, Fraction(what), Fraction(POINTS))
        for who, what in zip(ids, points, strict=True)
    )


def spread(many: int, lowest: int, step: int = 7) -> list[Points]:
    """Return points of so many students: they repeat in a fixed order, from `lowest` up."""
    return [min(POINTS, lowest + n * step % 11) for n in range(many)]


def some_classes(gain: int = 4) -> tuple[ClassScores, ...]:
    """Return the classes of four teachers, of which one is too small to be shown."""
    return (
        a_class("Period 1", ROSA, [*spread(20, 4), "absent"], [*spread(20, 4 + gain), 15]),
        a_class("Period 2", ROSA, spread(18, 6), [*spread(17, 6 + gain), "exempt"]),
        a_class("Period 3", BART, spread(21, 8), spread(21, 8 - gain // 2), school="harbor"),
        a_class("Period 4", MING, spread(4, 5), spread(4, 9), school="harbor"),
        a_class("Period 5", DANA, spread(9, 3), spread(9, 3 + gain)),
    )


TEXTS: Mapping[PageName, Mapping[str, Any]] = {
    PageName.ANALYZE: {
        "strengths": "Most students name unit fractions from a picture.\n"
        "Equal parts are no longer confused with equal numbers of parts.",
        "obstacles": "A fraction is read as two whole numbers. One student explained: "
        "«Un octavo es más grande que un cuarto, porque ocho es más que cuatro.»",
        "needs": ("Fractions as one number on the line", "Comparing with the same numerator"),
    },
    PageName.GOALS: {
        "team_goal": "Every student places fractions on a number line without counting tick marks."
    },
    PageName.REFLECT: {
        "worked": "The floor line. Students who had counted tick marks began to speak of distance.",
        "did_not_work": "Journals took longer than planned.",
        "next_time": "Begin with the line in week one.",
    },
}
STRATEGY = {
    "strategy": "Number line on the floor: students walk to a fraction and explain how they know",
    "levels": ("1", "2"),
    "who": "All teachers",
    "how_often": "Twice a week",
    "how_long": "15 minutes",
    "evidence": "Exit slips with one fraction to place",
}
_STAMP = Stamp(version=1, by="rosa", by_name="Rosa Alvarez", at="2026-09-20T15:00:00.000Z")


def some_pages(texts: Mapping[PageName, Mapping[str, Any]]) -> dict[str, tuple[str, int]]:
    """Return pages as they are kept, with one strategy."""
    pages = [
        ProcessPage(name=name, version=1, fields=_stamp(fields)) for name, fields in texts.items()
    ]
    row = StrategyRow(id="r1", placed=_STAMP, fields=_stamp(STRATEGY))
    pages.append(ProcessPage(name=PageName.STRATEGIES, version=1, rows=(row,)))
    return {each.name.value: (each.model_dump_json(), 1) for each in pages}


def _stamp(fields: Mapping[str, Any]) -> dict[str, Written]:
    return {name: Written(value=value, stamp=_STAMP) for name, value in fields.items()}


def a_whole_process(
    classes: Sequence[ClassScores] | None = None,
    *,
    goals: Sequence[str] = ("Period 1", "Period 3", "Period 5"),
    pages: Mapping[str, tuple[str, int]] | None = None,
    **changes: Any,
) -> ProcessSnapshot:
    """Return a locked process; `changes` replace fields of its head."""
    own = some_classes() if classes is None else tuple(classes)
    test = {"points": str(POINTS), "items": 20, "standards": ("3.NF.A.1", "3.NF.A.2", "3.NF.A.3")}
    head = Process(
        id="01K",
        name="Unit 4: Fractions as numbers",
        state=ProcessState.LOCKED,
        team="T",
        team_name="Grade 3 mathematics",
        school="maple",
        leaders=(_colleague(ROSA),),
        members=tuple(map(_colleague, (BART, MING, DANA))),
        levels=DEFAULT,
        pre=Attached(assessment="A", title="Unit 4 pre-test", **test),
        post=Attached(assessment="B", title="Unit 4 post-test", **test),
        creator="rosa",
        created="2026-09-01T08:00:00.000Z",
        ended=Ended(by="rosa", by_name="Rosa Alvarez", at="2026-11-20T21:00:00.000Z"),
        edition=LATEST,
    ).model_copy(update=changes)
    goal = KeptGoal.model_validate({"until": "2026-11-20"}).model_dump_json()
    return ProcessSnapshot(
        head,
        pages=some_pages(TEXTS) if pages is None else pages,
        rows=tuple(ClassRow(each) for each in own),
        goals={each.school_class: (goal, 1) for each in own if each.school_class in goals},
    )


def _colleague(person: tuple[str, str]) -> Colleague:
    return Colleague(id=person[0], name=person[1])
