"""The screen of `plumb run` and `plumb demo` while they work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from rich.console import Console, Group
from rich.live import Live
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from plumb.local.stack import ADMIN, StackAccess
from plumb.tour.load import Cast


class Bars:
    """One progress bar a step."""

    def __init__(self, progress: Progress) -> None:
        """Draw into this."""
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, step: str, percent: float, message: str) -> None:
        """Move a step's bar."""
        if step not in self._tasks:
            self._tasks[step] = self._progress.add_task(step, total=100, note="")
        self._progress.update(self._tasks[step], completed=percent, note=message[:48])


@contextmanager
def bars(console: Console) -> Iterator[Bars]:
    """Show progress bars for as long as one is inside."""
    columns = (
        TextColumn("[bold]{task.description:<12}"),
        BarColumn(bar_width=32),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeElapsedColumn(),
        TextColumn("[dim]{task.fields[note]}"),
    )
    with Progress(*columns, console=console) as progress:
        yield Bars(progress)


class Receipts:
    """A table of a distribution's schools that is redrawn while receipts arrive."""

    def __init__(self, live: Live) -> None:
        """Draw into this."""
        self._live = live

    def __call__(self, distribution: Mapping[str, Any]) -> None:
        """Draw it as it is now."""
        self._live.update(receipts(distribution))


@contextmanager
def receipts_of(console: Console) -> Iterator[Receipts]:
    """Show receipts for as long as one is inside."""
    with Live(console=console, refresh_per_second=8) as live:
        yield Receipts(live)


def receipts(distribution: Mapping[str, Any]) -> Group:
    """Draw a distribution: what, when, and every school's progress."""
    start = distribution["start"]
    when = f"{start['local'].replace('T', ' ')} {start['time_zone']} (UTC{start['utc_offset']})"
    head = Text.assemble(
        (distribution["title"], "bold"), f"\n{distribution['option']}, {when}: ",
        (distribution["state"], "green" if distribution["state"] == "delivered" else "yellow"),
    )  # fmt: skip
    table = Table("School", "delivered", "of", "skipped", "failed", box=None, padding=(0, 2, 0, 0))
    for column in table.columns[1:]:
        column.justify = "right"
    for row in distribution["schools"]:
        numbers = (row["delivered"], row["total"], row["skipped"], row["failed"])
        table.add_row(Text(row["school_name"]), *map(str, numbers))
    return Group(head, table, Text())


BESIDE = 4
"""Standards in one table: more do not fit a terminal of 80 columns."""


def grid(mastery: Mapping[str, Any]) -> Group:
    """Draw a tracker's grid: students by standards that have results, level and percent in words.

    Then the class: how many have mastered each standard. Many standards take several tables.
    """
    shown = [n for n, each in enumerate(mastery["standards"]) if each["student_count"]]
    calculation = mastery["calculation"]["method"].replace("_", " ")
    head = Text.assemble((mastery["class_title"], "bold"), f"\n{mastery['title']}, {calculation}")
    parts = [shown[at : at + BESIDE] for at in range(0, len(shown), BESIDE)]
    return Group(head, *(_grid_part(mastery, part) for part in parts), Text())


def _grid_part(mastery: Mapping[str, Any], shown: list[int]) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0))
    table.add_column("Student", overflow="fold", max_width=15)
    for n in shown:
        table.add_column(mastery["standards"][n]["code"], overflow="fold")
    for student in mastery["students"]:
        cells = [_cell(student["mastery"][n]) for n in shown]
        table.add_row(Text(f"{student['family_name']}, {student['given_name']}"), *cells)
    class_line = [_class_cell(mastery["standards"][n]) for n in shown]
    table.add_section()
    table.add_row("Class", *class_line, style="bold")
    return table


def district(results: Mapping[str, Any]) -> Text:
    """Return in a few words how far a distribution's classes are, and what they reached."""
    classes, average = results["class_counts"], results["average"]
    levels = ", ".join(f"{each['student_count']} {each['name']}" for each in results["levels"])
    done = f"{classes['complete']} of {classes['total']} classes have all results"
    reached = f"average {average['percent']}% of {average['student_count']} students; {levels}"
    return Text.assemble((results["title"], "bold"), f"\n{done}; {reached}\n")


def _cell(mastery: Mapping[str, Any]) -> str:
    return f"{mastery['level_name']} {mastery['percent']:g}" if mastery["level"] else "-"


def _class_cell(standard: Mapping[str, Any]) -> str:
    return f"{standard['meeting_count']} of {standard['student_count']} met"


def up(stack: StackAccess, cast: Cast | None) -> Iterator[Text]:
    """Return where to look and how to sign in, a line each; addresses stay in one piece."""
    lines = [
        ("Console", stack.console),
        *(
            (name, person.username)
            for name, person in (cast.list_by_role() if cast else {}).items()
        ),
        ("Operator", f"{ADMIN} (a district admin from before there was a roster)"),
        ("Password", f"{stack.password} (everybody's, on this machine)"),
        ("Mail outbox", stack.outbox),
        ("API", f"{stack.url}/v1"),
        ("Documentation", stack.docs),
        ("A token", f".venv/bin/plumb token {cast.admin.username if cast else ADMIN}"),
    ]
    for name, value in lines:
        yield Text.assemble((f"{name:<16}", "bold"), value)
