"""District results as the columns of a CSV file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from chalicelib.csv_cells import Cell
from chalicelib.percents import decimal_percent
from chalicelib.rendering import shorten
from chalicelib.results.model import PROMPT_SHOWN
from chalicelib.results.summary import at_level

from .model import ResultGroup

if TYPE_CHECKING:
    from chalicelib.scales.scale import MasteryScale

Columns = list[tuple[str, Callable[[Any], Cell]]]
"""Headings, and what stands under each."""


def _of_group(scale: MasteryScale, get: Callable[[Any], ResultGroup], *, classes: bool) -> Columns:
    counts: Columns = [
        ("Classes", lambda row: get(row).classes),
        ("Classes complete", lambda row: get(row).complete_classes),
        ("Classes partial", lambda row: get(row).partial_classes),
        ("Classes not begun", lambda row: get(row).waiting_classes),
    ]
    students: Columns = [
        ("Students tested", lambda row: get(row).tested),
        ("Students complete", lambda row: get(row).complete),
        ("Students partial", lambda row: get(row).partial),
        ("Students absent", lambda row: get(row).absent),
        ("Students exempt", lambda row: get(row).exempt),
        (
            "Average percent (of students complete)",
            lambda row: decimal_percent(get(row).average.share, scale.cuts),
        ),
    ]
    return [*(counts if classes else ()), *students]


def _of_levels(scale: MasteryScale, get: Callable[[Any], Sequence[int]]) -> Columns:
    """Students per level; the level's name is part of the heading."""
    return [
        (f"Students at level {n + 1} ({name})", lambda row, n=n: at_level(get(row), n))  # type: ignore[misc]
        for n, name in enumerate(scale.names)
    ]


def school_columns(scale: MasteryScale) -> Columns:
    """Columns of schools.csv."""
    named: Columns = [("School", lambda row: row.name), ("School id", lambda row: row.school)]
    return [*named, *_of_group(scale, _group, classes=True), *_of_levels(scale, _group_levels)]


def teacher_columns(scale: MasteryScale) -> Columns:
    """Columns of teachers.csv."""
    named: Columns = [
        ("School", lambda row: row.asked.school_name(row.school)),
        ("School id", lambda row: row.school),
        ("Teacher", lambda row: row.name),
        ("Teacher id", lambda row: row.teacher),
    ]
    return [*named, *_of_group(scale, _group, classes=True), *_of_levels(scale, _group_levels)]


def class_columns(scale: MasteryScale) -> Columns:
    """Columns of classes.csv."""
    named: Columns = [
        ("School", lambda row: row.asked.school_name(row.standing.school)),
        ("School id", lambda row: row.standing.school),
        ("Teacher", lambda row: row.teacher_name),
        ("Teacher id", lambda row: row.standing.teacher),
        ("Tracker", lambda row: row.standing.title),
        ("Class id", lambda row: row.standing.school_class),
        ("State", lambda row: row.stage.value.replace("_", " ")),
        ("Given", lambda row: row.given),
    ]
    return [*named, *_of_group(scale, _group, classes=False), *_of_levels(scale, _group_levels)]


def item_columns(_: MasteryScale) -> Columns:
    """Columns of items.csv."""
    return [
        ("Item", lambda row: row.number),
        ("Item id", lambda row: row.item),
        ("Kind", lambda row: row.kind.replace("_", " ")),
        ("Prompt", lambda row: shorten(row.prompt, PROMPT_SHOWN)),
        ("Standards", lambda row: ", ".join(row.standards)),
        ("Points", lambda row: row.worth),
        ("Students", lambda row: row.total.students),
        ("Average percent", lambda row: decimal_percent(row.share)),
    ]


def standard_columns(scale: MasteryScale) -> Columns:
    """Columns of standards.csv."""
    named: Columns = [
        ("Standard", lambda row: row.code),
        ("Students", lambda row: row.total.students),
        ("Average percent", lambda row: decimal_percent(row.total.average.share, scale.cuts)),
    ]
    return [*named, *_of_levels(scale, lambda row: row.total.levels)]


def table(columns: Columns, rows: Iterable[Any]) -> tuple[list[Cell], list[list[Cell]]]:
    """Return header and rows of a file."""
    return [name for name, _ in columns], [[get(row) for _, get in columns] for row in rows]


def _group(row: Any) -> ResultGroup:
    group: ResultGroup = row.group
    return group


def _group_levels(row: Any) -> Sequence[int]:
    return _group(row).levels
