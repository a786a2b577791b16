"""The tab Smart Goals of a Mastery Process: the team's goal, and that of each class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .process_figures import group_by_teacher
from .row_pages import cut_rows

if TYPE_CHECKING:
    from .process_page import Facts, OpenProcess


def read_goals(opened: OpenProcess) -> Facts:
    """Give what the tab Smart Goals shows: one's own classes come first."""
    goals = opened.read("/goals")
    own = opened.visit.person.caller.person
    listed = sorted(goals["classes"], key=lambda each: each["teacher_id"] != own)
    page = cut_rows(listed, opened.visit.query)
    return {
        "goals": goals,
        "own": own,
        "page": page,
        "taught": group_by_teacher(page.rows, goals),
    }
