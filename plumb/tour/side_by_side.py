"""How a process is shown in the terminal: the page conflict, and its tests side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rich.console import Group, JustifyMethod
from rich.table import Table
from rich.text import Text

from plumb.tour.finish import Finished

COLUMNS = ("Pre-test (n)", "Post-test (n)", "Both", "Points", "Relative", "Goal")
SIDE: dict[str, JustifyMethod] = {"Goal": "left"}
SIGN = {True: "green", False: "red"}


def conflict(document: Mapping[str, Any]) -> Group:
    """Draw a conflict for a member whose page a colleague changed first: both texts."""
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="dim")
    table.add_column(max_width=84)
    for each in document["conflicts"]:
        table.add_row(each["changed_by_name"], Text(str(each["theirs"])))
        table.add_row("you", Text(str(each["yours"])))
    head = Text("A page that a colleague changed meanwhile", "bold")
    return Group(head, Text(document["detail"]), table, Text())


def comparison(compared: Mapping[str, Any], growth: Mapping[str, Any], name: str) -> Group:
    """Draw pre- and post-test side by side, for each teacher and the team; then say the growth.

    Points and relative change are of the students with both tests, as many as the column says.
    """
    table = Table(box=None, padding=(0, 1, 0, 0))
    table.add_column("Teacher", no_wrap=True, max_width=22)
    for column in COLUMNS:
        table.add_column(column, no_wrap=True, justify=SIDE.get(column, "right"))
    for row, grown in zip(compared["teachers"], _in_order(compared, growth), strict=True):
        table.add_row(row["teacher_name"], *_cells(row, grown))
    table.add_section()
    table.add_row("Team", *_cells(compared["team"], growth["team"]), style="bold")
    entries = growth["team"]["message"], growth["team"]["effect_message"] or ""
    return Group(Text(name, "bold"), table, Text(" ".join(entries)), Text())


def _in_order(compared: Mapping[str, Any], growth: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    grown = {each["teacher_id"]: each for each in growth["teachers"]}
    return [grown[each["teacher_id"]] for each in compared["teachers"]]


def _cells(row: Mapping[str, Any], grown: Mapping[str, Any]) -> Iterator[Text]:
    for mean in (row["all_tested"]["pre"], row["all_tested"]["post"]):
        yield _mean(mean)
    both = row["matched"]
    yield Text(str(both["post"]["student_count"]), "dim")
    change = both["change"]
    yield _write_signed(change["points"], "") if change else Text("-")
    yield _write_signed(change["relative"], "%") if change else Text("-")
    yield _goal(grown["goal"])


def _mean(mean: Mapping[str, Any]) -> Text:
    if mean["percent"] is None:
        return Text("-")
    return Text.assemble(f"{mean['percent']}% ", (f"({mean['student_count']})", "dim"))


def _write_signed(number: float | None, unit: str) -> Text:
    if number is None:
        return Text("-")
    return Text(f"{number:+.1f}{unit}", SIGN[number >= 0])


def _goal(goal: Mapping[str, Any] | None) -> Text:
    if goal is None:
        return Text("-")
    return Text("met", SIGN[True]) if goal["met"] else Text("not met", SIGN[False])


def list_what_is_left(ended: Finished, outbox: str, folder: Path) -> Iterator[Text]:
    """Return where to find what a process left, a line each; `folder` has the emails as files."""
    for mail in ended.mails:
        yield _line("Email", f"{outbox}{mail.id} (to {mail.to})")
    yield _line("", f"kept in {folder}")
    yield _line("Report", str(ended.report))
    yield _line("Template", f"{ended.template} (of the process that begins where this ended)")
    yield _line("Library", "finds it by its standards" if ended.found else "does not find it")


def _line(name: str, value: str) -> Text:
    return Text.assemble((f"{name:<16}", "bold"), value)
