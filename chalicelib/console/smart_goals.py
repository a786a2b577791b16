"""The tab Smart Goals of a Mastery Process: the team's goal, and that of each class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .process_figures import group_by_teacher
from .row_pages import cut_rows

if TYPE_CHECKING:
    from .process_page import Facts, OpenProcess

MOST_CLASSES = "100"
"""Of one teacher."""


def read_goals(opened: OpenProcess) -> Facts:
    """Return the data of the tab Smart Goals: the person's own classes come first."""
    goals = opened.read("/goals")
    taught = _read_taught(opened)
    person = opened.visit.person.caller.person
    own = taught | {each["class_id"] for each in goals["classes"] if each["teacher_id"] == person}
    listed = sorted(goals["classes"], key=lambda each: each["class_id"] not in own)
    page = cut_rows(listed, opened.visit.query)
    others = [each for each in page.rows if each["class_id"] not in own]
    return {
        "goals": goals,
        "page": page,
        "own": [each for each in page.rows if each["class_id"] in own],
        "to_set": taught,
        "taught": group_by_teacher(others, goals),
    }


def _read_taught(opened: OpenProcess) -> frozenset[str]:
    """Return the classes that one teaches today and can set a goal for.

    In a finished process nobody sets a goal, and the page stays as it is.
    """
    if not (opened.may("set_goal") and opened.visit.person.is_teacher):
        return frozenset()
    classes = opened.visit.api.read("/v1/classes", {"limit": MOST_CLASSES})
    return frozenset(each["id"] for each in classes["items"])
