"""Papers of generated processes: valid by default, changed by keyword."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from chalicelib.processes.reporting.papers import (
    Analyze,
    Bar,
    BarGroup,
    CollectRow,
    CoverFigure,
    CoverSummary,
    Fact,
    FinishedReport,
    GoalPick,
    GoalRow,
    Identity,
    LevelsChart,
    Measure,
    MovementChart,
    PrintableTemplate,
    PrintedClassGoal,
    Reflect,
    ReportGrowth,
    ReportLevel,
    ReportStandard,
    ReportStrategy,
    ResultRow,
    Sign,
)
from chalicelib.reports.model import ReportPaper

LOCKED = datetime(2026, 11, 20, 15, 4, 5, tzinfo=UTC)

LEVELS = (
    ReportLevel(name="Far Below", span="0% to below 50%", color="#8c2d04", meets=False),
    ReportLevel(name="Below", span="50% to below 70%", color="#e6812f", meets=False),
    ReportLevel(name="Meets", span="70% to below 85%", color="#a6cee3", meets=True),
    ReportLevel(name="Exceeds", span="85% to 100%", color="#1f6396", meets=True),
)

FIRST = ("Rosa", "Daniel", "Mei", "Kwame", "Ingrid", "Tomás", "Aisha", "Priya", "Owen", "Leila")
LAST = ("Alvarez", "Brook", "Chen", "Diallo", "Eriksen", "Fuentes", "Grant", "Hosseini")

SCRIPTS = {
    "Arabic": "أمل الخطيب",
    "Armenian": "Անի Հակոբյան",
    "Bengali": "অনন্যা চক্রবর্তী",
    "Chinese": "欧阳晓明",
    "Cyrillic": "Олена Шевченко",
    "Devanagari": "प्रिया शर्मा",
    "Emoji": "Sam 🌻👩🏽‍🏫🇺🇸 1️⃣",
    "Ethiopic": "ሰላማዊት ተስፋዬ",
    "Georgian": "ნინო ბერიძე",
    "Greek": "Ελένη Παπαδοπούλου",
    "Gurmukhi": "ਹਰਪ੍ਰੀਤ ਕੌਰ",
    "Hebrew": "נועה בן־דוד",
    "Japanese": "佐藤さくら",
    "Khmer": "សុខ ស្រីមុំ",
    "Korean": "김하늘",
    "Persian": "نرگس می‌خواهم",
    "Tamil": "கவிதா முருகன்",
    "Thai": "สมหญิง ใจดี",
    "Vietnamese": "Nguyễn Thị Ánh Tuyết",
}
"""A name in each of many scripts."""

HOSTILE = (
    "",
    " ",
    "\u0301\u0301 lone marks \u0947",
    "control\x00\x07\x1b[31m\x7f characters",
    "\u202eright to left override\u202c",
    "\u2066isolate\u2069\ufeff\u200b",
    "private \ue000\U000f0000 and undefined \u0378\U0003ffff",
    "half a pair \ud800",
    "漢\u064e mark of another script",
    '#panic("x") #read("/etc/passwd") $x$ *b* _i_ <l> @r `c` \\u{41} // /* = - +',
    "<script>alert(1)</script> {{ 7*7 }} %s %n \"'\\",
    "W" * 300,
    "م" * 300,
    "Z" + "\u0335\u0336" * 60,
    "line\r\nbreaks\u2028every\x0bwhere",
    "𠮷 rare Han, \U0001d4d9\U0001d4ea mathematical, \ufdfd wide",
)
"""Texts that have broken other papers."""


def person(number: int) -> str:
    return f"{FIRST[number % len(FIRST)]} {LAST[number * 7 % len(LAST)]}"


def identity(**changes: Any) -> Identity:
    made = Identity(
        title="Unit 4: Fractions as numbers",
        team="Grade 3 mathematics",
        school="Maple Street Elementary",
        district="Lakeview School District",
    )
    return replace(made, **changes)


def a_finished_report(
    team: int = 6,
    classes: int = 1,
    students: int = 28,
    *,
    declines: bool = False,
    **changes: Any,
) -> FinishedReport:
    """Build the report of so many teachers. `changes` replace whole fields."""
    names = [person(number) for number in range(team)]
    whole = team * classes * students
    made = FinishedReport(
        paper=ReportPaper(),
        identity=identity(),
        particulars=_particulars(names),
        summary=_summary(whole, declines=declines),
        standards=STANDARDS,
        chart=levels_chart(names, classes * students, declines=declines),
        movement=movement_chart(whole, declines=declines),
        team=_result("Whole team", whole, declines=declines),
        teachers=tuple(_result(name, classes * students, declines=declines) for name in names),
        classes=tuple(
            _result(f"Mathematics 3, Period {n + 1}", students, under=name, declines=declines)
            for name in names
            for n in range(classes)
        ),
        legend="Tested: students with a complete result.",
        goals=tuple(_goal(name, declines=declines) for name in ("Whole team", *names)),
        analyze=ANALYZE,
        team_goal="Every student places fractions on a number line without counting tick marks.",
        strategies=STRATEGIES,
        reflect=REFLECT,
        growth=_growth(declines=declines),
        notes=NOTES,
    )
    return replace(made, **changes)


def empty() -> FinishedReport:
    """Build the report of a process in which nothing was done."""
    return FinishedReport(
        paper=ReportPaper(),
        identity=identity(school=""),
        particulars=(),
        summary=CoverSummary(headline="No student took a test.", sign=Sign.UNKNOWN, figures=()),
        standards=(),
        chart=LevelsChart(title="Students at each level", levels=LEVELS, groups=(), alt=""),
        movement=None,
        team=ResultRow(label="Whole team"),
        teachers=(),
        classes=(),
        legend="",
        goals=(),
        analyze=Analyze(),
        team_goal="",
        strategies=(),
        reflect=Reflect(),
        growth=ReportGrowth(withheld="No student took both tests."),
        notes=(),
    )


def template(students: int = 28, **changes: Any) -> PrintableTemplate:
    """Build a printable template after the pre-test, with one goal set and one open."""
    names = [person(number) for number in range(4)]
    made = PrintableTemplate(
        paper=ReportPaper(),
        identity=identity(),
        printed="Printed 3 October 2026 for Rosa Alvarez",
        particulars=(
            Fact(label="Team leader", value=names[0]),
            Fact(label="Pre-test", value="Unit 4 Pre-Test, 20 points"),
        ),
        standards=STANDARDS,
        levels=LEVELS,
        collect=tuple(
            CollectRow(
                label="Mathematics 3, Period 1",
                under=name,
                tested="26",
                absent="2",
                average="48.6%",
                counts=("11 (42%)", "9 (35%)", "5 (19%)", "1 (4%)"),
            )
            for name in names
        ),
        analyze=replace(ANALYZE, obstacles="", needs=""),
        team_goal="",
        team_goal_sentence="",
        class_goals=(class_goal(students), class_goal(students, sentence="", target="", date="")),
        strategies=STRATEGIES[:1],
        results=(),
        reflect=Reflect(),
    )
    return replace(made, **changes)


def blank_template() -> PrintableTemplate:
    """Build the template of a process that has nothing but its name."""
    return template(
        standards=(),
        particulars=(),
        collect=(),
        analyze=Analyze(),
        class_goals=(),
        strategies=(),
    )


def class_goal(students: int = 28, **changes: Any) -> PrintedClassGoal:
    made = PrintedClassGoal(
        class_name="Mathematics 3, Period 1",
        teacher="Rosa Alvarez",
        sentence=(
            "By 20 November 2026, 58% of the students of Mathematics 3, Period 1 (15 of 26) "
            "will be at or above Meets on the post-test, up from 23% (6 of 26) on the pre-test."
        ),
        baseline="23% (6 of 26)",
        target="58% (15 of 26)",
        date="20 November 2026",
        measure="Unit 4 Post-Test",
        students=tuple(pick(number) for number in range(students)),
    )
    return replace(made, **changes)


def pick(number: int) -> GoalPick:
    notes = ("already meets", "2 points below Meets", "24 points below Meets")
    return GoalPick(name=person(number * 3 + 1), note=notes[number % 3], chosen=number % 3 < 2)


def levels_chart(
    names: Sequence[str] = ("Rosa Alvarez", "Daniel Brook"),
    students: int = 28,
    *,
    declines: bool = False,
) -> LevelsChart:
    groups = [_group("Whole team", students * len(names), 0, declines=declines)]
    groups += [_group(name, students, n + 1, declines=declines) for n, name in enumerate(names)]
    return LevelsChart(
        title="Students at each level",
        levels=LEVELS,
        groups=tuple(groups),
        alt="Bars of students per level for the team and each teacher, pre-test above post-test.",
    )


def movement_chart(students: int = 168, *, declines: bool = False) -> MovementChart:
    up, down = (0.1, 0.4) if declines else (0.5, 0.05)
    chance = random.Random(4)
    counts = [[0] * len(LEVELS) for _ in LEVELS]
    for _ in range(students):
        before = chance.choices(range(4), (11, 9, 5, 1))[0]
        drawn = chance.random()
        step = 1 if drawn < up else -1 if drawn > 1 - down else 0
        counts[before][min(3, max(0, before + step))] += 1
    rows = tuple(map(tuple, counts))
    return MovementChart(
        title="Movement between levels",
        levels=LEVELS,
        counts=rows,
        up=_write_moved(rows, students, "moved up at least one level", 1),
        same=_write_moved(rows, students, "stayed at their level", 0),
        down=_write_moved(rows, students, "moved down at least one level", -1),
        alt="A table of students by their level before and after.",
    )


def _write_moved(counts: Sequence[Sequence[int]], students: int, what: str, way: int) -> str:
    many = sum(
        counts[row][column]
        for row in range(len(counts))
        for column in range(len(counts))
        if (column > row) - (column < row) == way
    )
    return f"{many} of {students} students {what} ({round(100 * many / max(1, students))}%)."


def _group(label: str, students: int, seed: int, *, declines: bool) -> BarGroup:
    before, after = (11, 9, 5, 1), ((14, 8, 3, 1) if declines else (3, 6, 12, 7))
    return BarGroup(
        label=label,
        bars=(
            _bar("Pre-test", students - 2, seed, before, "48.6%"),
            _bar("Post-test", students - 1, seed + 100, after, "42.9%" if declines else "71.4%"),
        ),
    )


def _bar(label: str, students: int, seed: int, weights: Sequence[int], average: str) -> Bar:
    chosen = random.Random(seed).choices(range(len(weights)), weights, k=max(0, students))
    counts = tuple(chosen.count(level) for level in range(len(weights)))
    return Bar(
        label=label,
        counts=counts,
        shares=tuple(f"{round(100 * count / max(1, students))}%" for count in counts),
        note=f"{students} tested, average {average}",
    )


def _particulars(names: Sequence[str]) -> tuple[Fact, ...]:
    return (
        Fact(label="Team leader", value=names[0] if names else ""),
        Fact(label="Members", value=", ".join(names)),
        Fact(label="Pre-test", value="Unit 4 Pre-Test, given 14 to 18 September 2026"),
        Fact(label="Post-test", value="Unit 4 Post-Test, given 9 to 13 November 2026"),
        Fact(label="Finished and locked", value="20 November 2026 by Rosa Alvarez"),
    )


def _summary(students: int, *, declines: bool) -> CoverSummary:
    both = f"{students - 3} students with both tests"
    goal = "58% of students at or above Meets on the post-test. "
    return CoverSummary(
        headline=(
            "The average fell by 5.7 points, from 48.6% to 42.9%: students did worse on the "
            "post-test than on the pre-test."
            if declines
            else "The average rose by 22.8 points, from 48.6% to 71.4%."
        ),
        sign=Sign.FALL if declines else Sign.RISE,
        figures=(
            CoverFigure(label="Pre-test average", value="48.6%", note=f"{students - 2} tested"),
            CoverFigure(
                label="Post-test average",
                value="42.9%" if declines else "71.4%",
                note=f"{students - 1} tested",
            ),
            CoverFigure(
                label="Change", value="-5.7 points" if declines else "+22.8 points", note=both
            ),
            CoverFigure(
                label="Relative change", value="-11.7%" if declines else "+46.9%", note=both
            ),
            CoverFigure(label="At or above Meets, before", value="23%", note="38 of 166 students"),
            CoverFigure(
                label="At or above Meets, after",
                value="15%" if declines else "68%",
                note="114 of 167 students",
            ),
        ),
        goal=goal + ("Not met: 15%." if declines else "Met: 68% were."),
        goal_met=not declines,
    )


def _result(label: str, students: int, *, under: str = "", declines: bool) -> ResultRow:
    return ResultRow(
        label=label,
        under=under,
        pre_tested=str(students - 2),
        pre_absent="2",
        pre_average="48.6%",
        pre_meets="23%",
        post_tested=str(students - 1),
        post_absent="1",
        post_average="42.9%" if declines else "71.4%",
        post_meets="15%" if declines else "68%",
        matched=str(students - 3),
        points="-5.7" if declines else "+22.8",
        percent="-11.7%" if declines else "+46.9%",
        sign=Sign.FALL if declines else Sign.RISE,
    )


def _goal(label: str, *, declines: bool) -> GoalRow:
    return GoalRow(
        label=label,
        baseline="23%",
        target="58%",
        result="15%" if declines else "68%",
        outcome="Not met, 43 points short" if declines else "Met, 10 points more",
        met=not declines,
    )


def _growth(*, declines: bool) -> ReportGrowth:
    return ReportGrowth(
        measures=(
            Measure(
                name="Normalized gain of the averages (Hake)",
                value="-0.11" if declines else "0.44",
                meaning=(
                    "The averages moved 11% of the way from the pre-test down to nothing: a loss."
                    if declines
                    else "The team closed 44% of the distance between its pre-test and full marks."
                ),
            ),
            Measure(
                name="Effect size (Cohen's d, paired; 95% interval)",
                value="-0.31 (-0.46 to -0.16)" if declines else "1.12 (0.93 to 1.31)",
                meaning="Differences of the averages in standard deviations, after Bonett (2015).",
            ),
        )
    )


STANDARDS = (
    ReportStandard(
        code="3.NF.A.1",
        statement="Understand a fraction 1/b as the quantity formed by 1 part when a whole is "
        "partitioned into b equal parts.",
    ),
    ReportStandard(code="3.NF.A.2", statement="Place a fraction on a number line."),
    ReportStandard(code="3.NF.A.3"),
)
ANALYZE = Analyze(
    strengths="Most students name unit fractions from a picture.\n"
    "Equal parts are no longer confused with equal numbers of parts.",
    obstacles="A fraction is read as two whole numbers; 1/8 is thought larger than 1/4.\n"
    "Tick marks are counted instead of spaces.",
    needs="1. Fractions as one number on the line.\n2. Comparing with the same numerator.",
)
STRATEGIES = (
    ReportStrategy(
        strategy="Number line on the floor: students walk to a fraction and say how they know",
        levels="Far Below, Below",
        who="All teachers",
        how_often="Twice a week",
        how_long="15 minutes",
        evidence="Exit slips with one fraction to place",
    ),
    ReportStrategy(
        strategy="Write a false statement about two fractions for a partner to mend",
        levels="Meets, Exceeds",
        who="Daniel Brook",
        how_often="Weekly",
        how_long="20 minutes",
        evidence="Journals",
    ),
)
REFLECT = Reflect(
    worked="The floor line. Students who had counted tick marks began to speak of distance.",
    did_not_work="Journals took longer than planned and were read too late to act on.",
    next_time="Begin with the line in week one. Give the post-test before the holiday.",
)
NOTES = (
    (
        "Averages are over all students with a complete result on that test; absent students count "
        "in none. Change is over students with both tests. Nothing is rounded before it is "
        "compared."
    ),
    (
        "Meets is reached from 70% on. A goal is met when the share of students at or above Meets "
        "on the post-test is at least the share of the goal."
    ),
)
