"""A tracker's mastery: its class's students by standards, and who needs a standard again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .forms import read_number
from .list_order import ListOrder
from .row_pages import RowPage, cut_rows
from .screens import EVERYBODY, ScreenPage, Screens, Visit
from .student_names import name_students
from .tables import save_table

if TYPE_CHECKING:
    from chalicelib.acts import Answer

    from .process_page import Facts

screens = Screens()

ADDRESS = "/console/mastery/{tracker_id}"
TABS = ("students", "standards", "assessments")
"""The tabs in their order."""
CELLS_SHOWN, MOST_COLUMNS, FEWEST_COLUMNS = 1200, 30, 5
"""Cells on a page of the grid, and the most standards (a printed page is as wide) and fewest."""
ORDERS = ("set", "meeting")
"""How standards are listed: as in their set, or those first that the fewest have mastered."""


def path_of(tracker_id: str) -> str:
    """Return the API's path of a tracker's mastery."""
    return f"/v1/trackers/{write_segment(tracker_id)}/mastery"


def read_tab(visit: Visit) -> str:
    """Return the tab that an address asks for; the first for one that is not there."""
    asked = visit.query.get("tab", "")
    return asked if asked in TABS else TABS[0]


@screens.show(ADDRESS, roles=EVERYBODY)
def show_mastery(visit: Visit, tracker_id: str) -> ScreenPage:
    """Show a class's mastery: the grid, the class by standards, or what counts in it."""
    tab = read_tab(visit)
    board = _read_board(visit, tracker_id)
    shown: Facts = {"board": board, "tab": tab, "tabs": TABS}
    if tab == "students":
        shown |= _show_grid(board, visit.query)
    elif tab == "standards":
        shown |= _show_standards(board, visit.query)
    return ScreenPage("mastery/board.html", shown)


@screens.show(ADDRESS + "/files/{name}", roles=EVERYBODY)
def save_mastery(visit: Visit, tracker_id: str, name: str) -> Answer:
    """Return the grid as a file: the API's own, by a cookie instead of a token."""
    return save_table(visit, path_of(tracker_id), {"mastery": ".csv"}, name)


def _read_board(visit: Visit, tracker_id: str) -> Any:
    """Read the grid as it is asked for; by name where a standard is not tracked any more."""
    path, column = path_of(tracker_id), visit.query.get("sort", "")
    asked = ListOrder.read(visit.query, {"name": "asc", **({column: "desc"} if column else {})})
    try:
        return visit.api.read(path, asked.query())
    except ApiRefused as refused:
        if refused.problem["code"] != "standard_not_tracked":
            raise
        return visit.api.read(path)


def _show_grid(board: Mapping[str, Any], query: Mapping[str, str]) -> Facts:
    standards = {each["code"]: "desc" for each in board["standards"]}
    rows = cut_rows(board["students"], query)
    columns = cut_columns(board["standards"], len(rows.rows), query)
    return {
        "sorting": ListOrder.read(query, {"name": "asc", **standards}),
        "rows": rows,
        "columns": columns,
        "names": name_students(_with_student_ids(board["students"])),
    }


def cut_columns(
    standards: Sequence[Mapping[str, Any]], students: int, query: Mapping[str, str]
) -> RowPage:
    """Return the standards that fit on a page with so many students of each."""
    width = min(MOST_COLUMNS, max(FEWEST_COLUMNS, CELLS_SHOWN // max(1, students)))
    first = read_number(query.get("standards", "")) or 0
    start = first if first < len(standards) else 0
    return RowPage(standards[start : start + width], start, len(standards), width)


def _with_student_ids(students: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [{**each, "student_id": each["id"]} for each in students]


# -- who needs a standard again --------------------------------------------------------------------


def _show_standards(board: Mapping[str, Any], query: Mapping[str, str]) -> Facts:
    by = query.get("by", "")
    by = by if by in ORDERS else ORDERS[0]
    names = name_students(_with_student_ids(board["students"]))
    groups = [
        {"standard": each, **group_students(board, place)}
        for place, each in enumerate(board["standards"])
    ]
    if by == "meeting":
        groups.sort(key=lambda each: _need(each["standard"]))
    columns = cut_columns(groups, len(board["students"]), query)
    return {"by": by, "groups": columns.rows, "columns": columns, "names": names}


def group_students(board: Mapping[str, Any], place: int) -> Facts:
    """Return the students of a standard below mastery by level, the lowest first, and the others.

    Those others have no result yet, or not enough.
    """
    by_level: dict[int | None, list[str]] = {}
    for student in board["students"]:
        by_level.setdefault(student["mastery"][place]["level"], []).append(student["id"])
    below = [
        (level, by_level[level["level"]])
        for level in board["levels"]
        if not level["meets"] and by_level.get(level["level"])
    ]
    return {"below": below, "without": by_level.get(None, [])}


def _need(standard: Mapping[str, Any]) -> tuple[bool, float]:
    """Order standards by how few have mastered them; those that nobody has a result of come last.

    >>> _need({"meeting_percent": 40.0}) < _need({"meeting_percent": 60.0})
    True
    >>> _need({"meeting_percent": 100.0}) < _need({"meeting_percent": None})
    True
    """
    part = standard["meeting_percent"]
    return part is None, part or 0.0
