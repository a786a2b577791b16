"""The texts of the demonstration's data team on the shared pages of its process.

The writer is a place in the team: 0 leads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class SavedPage:
    """One "Save changes": its author, its page, its texts."""

    member: int
    page: str
    texts: Mapping[str, Any]


ANALYZE = (
    SavedPage(
        1,
        "analyze",
        {
            "strengths": "Naming a shaded part is secure in every class when the parts are drawn "
            "and equal (question 1). Most students know that two parts can be worth the same and "
            "say so in their own words.",
            "obstacles": "Size is read off the denominator: many chose 1/8 as longer than 1/3 "
            "because 8 is more than 3 (question 7). Parts that are not equal are still called "
            "quarters (question 3). In the milk task students drew thirds and sixths of wholes of "
            "different length, so that the drawing proved nothing.",
        },
    ),
    SavedPage(
        2,
        "analyze",
        {
            "needs": [
                "Compare parts of the same whole by the size of one part (M.3.FR.3).",
                "Show with two equal wholes that two amounts are worth the same (M.3.FR.2).",
                "Take a part of a length or a number of things (M.3.FR.4).",
            ]
        },
    ),
)
"""Both are written from an empty page: they touch different fields, and both stand."""

OVERTAKEN = SavedPage(
    3,
    "analyze",
    {
        "strengths": "Students name a shaded part when it is drawn for them; without a drawing "
        "fewer than half can say what the parts are parts of."
    },
)
"""Written while the page was still empty, sent after a colleague's: refused, with both texts."""

AGREED = SavedPage(
    3,
    "analyze",
    {
        "strengths": "Naming a shaded part is secure in every class when the parts are drawn and "
        "equal (question 1); without a drawing fewer than half can say what the parts are parts "
        "of. Most students know that two parts can be worth the same and say so in their own "
        "words."
    },
)
"""The page that the two agree on."""

GOALS = (
    SavedPage(
        0,
        "goals",
        {
            "team_goal": "By the post-test every student who is close to Meets compares and "
            "matches parts of the same whole without help, and explains one comparison in writing.",
            "notes": "Students who were absent take the pre-test in the library on Thursday and "
            "are entered on the same sheet. Far Below works with the intervention teacher first.",
        },
    ),
)

STRATEGIES = (
    SavedPage(
        4,
        "strategies",
        {
            "rows": [
                {
                    "id": "floor-line",
                    "strategy": "Floor number line: students stand on 0 to 1 in tape, fold it into "
                    "halves, thirds, fourths, and argue who stands further along, and why.",
                    "levels": [1, 2],
                    "responsible": "Class teachers, in half groups",
                    "frequency": "Three times a week",
                    "duration": "15 minutes, for four weeks",
                    "evidence": "Exit slip each Friday: two parts to compare, one reason.",
                }
            ]
        },
    ),
    SavedPage(
        5,
        "strategies",
        {
            "rows": [
                {
                    "id": "same-whole",
                    "strategy": "Same whole first: before any drawing students copy the given "
                    "whole twice on squared paper; a drawing of two different wholes is sent back "
                    "with a question, not with a mark.",
                    "levels": "all",
                    "responsible": "Everybody",
                    "frequency": "In every lesson with drawings",
                    "duration": "The whole unit",
                    "evidence": "Wholes alike in the notebook, five notebooks a week.",
                }
            ]
        },
    ),
    SavedPage(
        6,
        "strategies",
        {
            "rows": [
                {
                    "id": "write-the-task",
                    "strategy": "Students who are there already write a recipe task for another "
                    "class, with a solution drawn and explained.",
                    "levels": [3, 4],
                    "responsible": "Class teachers; the librarian collects the tasks",
                    "frequency": "Once a week",
                    "duration": "30 minutes",
                    "evidence": "Another class solved it, and the explanation convinced them.",
                }
            ]
        },
    ),
)

REFLECT = (
    SavedPage(
        7,
        "reflect",
        {
            "what_worked": "The floor line moved students who had read size off the denominator: "
            "question 7 rose in seven classes. Copying the whole twice made drawings that prove "
            "something.",
            "what_did_not_work": "Where the floor line was left out for lack of room, the class "
            "went back. The written task came too late for most to be solved by another class.",
        },
    ),
    SavedPage(
        0,
        "reflect",
        {
            "next_time": "Book the gym for the floor line before the unit begins. Give the milk "
            "task in week two, so that there is time to answer it. Visit each other's classes once."
        },
    ),
)

MEASURE = "the post-test of the unit"
