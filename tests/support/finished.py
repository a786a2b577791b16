"""A finished Mastery Process as its mail tells of it: four teachers, 80 students, a decline."""

from __future__ import annotations

from typing import Any

from chalicelib.mail.model import Mail
from chalicelib.mail.payload import Chart, ReportFile
from chalicelib.processes.reporting.finished_email import (
    ComparedLine,
    LevelLine,
    Particular,
    ProcessFinished,
    TeacherLine,
)
from tests.support.mails import store

LINK = "https://api.example.org/api/console/reports/01K"


def build_content(**changes: Any) -> ProcessFinished:
    """Return what the mail says."""
    told = {
        "process": "Unit 4 Mastery Process",
        "team": "Grade 3 Math",
        "school": "Harbor Elementary",
        "particulars": (
            Particular(
                label="Finished", value="Thursday, May 20, 2027 at 3:00 PM CDT, Rosa Alvarez"
            ),
            Particular(label="Pre-test", value="Unit 4 fractions"),
            Particular(label="Post-test", value="Unit 4 fractions (post-test)"),
        ),
        "standards": ("3.NF.A.1", "3.NF.A.2", "3.NF.A.3"),
        "headline": "The average fell from 48.6% to 42.9%: a decline of 5.7 percentage points.",
        "sign": "fall",
        "goal": "The team goal was not met: 20.0% (16 of 80) at or above Meets, 35.0% aimed at.",
        "summary": _SUMMARY,
        "summary_note": "Change is in percentage points, then in percent of the pre-test. "
        "Growth is measured only for students with both tests.",
        "levels": _LEVELS,
        "levels_chart": Chart(
            file="reports/01K/levels.png",
            title="Levels before and after",
            alt="Stacked bars of the team. Pre-test, 80 tested: Far Below 40 (50.0%), Below 24 "
            "(30.0%), Meets 10 (12.5%), Exceeds 6 (7.5%). Post-test, 80 tested: Far Below 48 "
            "(60.0%), Below 16 (20.0%), Meets 12 (15.0%), Exceeds 4 (5.0%).",
        ),
        "teachers": _TEACHERS,
        "teachers_note": "Change is of the students with both tests.",
        "movement": (
            "12 of 78 students moved up (15.4%).",
            "40 of 78 stayed at their level (51.3%).",
            "26 of 78 moved down (33.3%).",
        ),
        "movement_chart": Chart(
            file="reports/01K/movement.png",
            title="Movement between levels",
            alt="Of 78 students with both tests 12 moved up, 40 stayed, 26 moved down.",
        ),
        "growth": (_GROWTH,),
        "report": ReportFile(
            file="reports/01K/report.pdf", name="Unit 4 - Mastery Process.pdf", size=312_000
        ),
        "link": LINK,
    }
    return ProcessFinished.model_validate({**told, **changes})


def mail(**changes: Any) -> Mail:
    """Return the mail."""
    return store(build_content(**changes), "01K", "dana")


_GROWTH = (
    "The average fell from 48.8% to 43.0% (78 students with both tests). No growth was measured. "
    "This is a decline."
)
_SUMMARY = (
    ComparedLine(label="Tested", pre="80", post="80"),
    ComparedLine(label="Absent", pre="3", post="1"),
    ComparedLine(
        label="Average of all tested",
        pre="48.6%",
        post="42.9%",
        change="\N{MINUS SIGN}5.7",
        relative="\N{MINUS SIGN}11.8%",
        sign="fall",
    ),
    ComparedLine(
        label="Average of the 78 with both tests",
        pre="48.8%",
        post="43.0%",
        change="\N{MINUS SIGN}5.8",
        relative="\N{MINUS SIGN}11.9%",
        sign="fall",
    ),
    ComparedLine(label="At or above Meets", pre="20.0%", post="20.0%", change="0.0", sign="same"),
)
_LEVELS = (
    LevelLine(
        name="Far Below",
        span="0% to below 50%",
        meets=False,
        pre="40",
        pre_share="50.0%",
        post="48",
        post_share="60.0%",
    ),
    LevelLine(
        name="Below",
        span="50% to below 70%",
        meets=False,
        pre="24",
        pre_share="30.0%",
        post="16",
        post_share="20.0%",
    ),
    LevelLine(
        name="Meets",
        span="70% to below 85%",
        meets=True,
        pre="10",
        pre_share="12.5%",
        post="12",
        post_share="15.0%",
    ),
    LevelLine(
        name="Exceeds",
        span="85% to 100%",
        meets=True,
        pre="6",
        pre_share="7.5%",
        post="4",
        post_share="5.0%",
    ),
)
_TEACHERS = (
    TeacherLine(
        name="Rosa Alvarez",
        pre="52.4%",
        pre_n="n = 20",
        post="44.1%",
        post_n="n = 20",
        change="\N{MINUS SIGN}8.3",
        matched="n = 20",
        sign="fall",
        goal="Not met",
        reached="20.0%",
        aim="40.0%",
    ),
    TeacherLine(
        name="Bartholomew Featherstonehaugh-Montgomery",
        pre="47.0%",
        pre_n="n = 21",
        post="48.2%",
        post_n="n = 20",
        change="+1.2",
        matched="n = 19",
        sign="rise",
        goal="Met",
        reached="35.0%",
        aim="33.3%",
    ),
    TeacherLine(name="王小明", pre="46.1%", pre_n="n = 4", goal="No post-test"),
    TeacherLine(
        name="Dana Ng",
        pre="48.9%",
        pre_n="n = 35",
        post="39.0%",
        post_n="n = 40",
        change="\N{MINUS SIGN}9.9",
        matched="n = 35",
        sign="fall",
    ),
)
