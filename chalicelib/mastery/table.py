"""The grid as a table for a spreadsheet: a line per student, three columns per standard."""

from __future__ import annotations

from chalicelib.csv_cells import Cell
from chalicelib.percents import decimal_percent
from chalicelib.scales.scale import MasteryScale

from .grid import Cell as GridCell
from .grid import Grid, GridLine

STUDENT = ("Student id", "Family name", "Given name", "Grade")
PER_STANDARD = ("level", "percent", "assessments")


def rows_of(grid: Grid) -> tuple[list[Cell], list[list[Cell]]]:
    """Return header and rows; where there is no mastery, level and percent are empty."""
    per_standard = [f"{column.code} {what}" for column in grid.columns for what in PER_STANDARD]
    return [*STUDENT, *per_standard], [_cells(line, grid.scale) for line in grid.lines]


def _cells(line: GridLine, scale: MasteryScale) -> list[Cell]:
    student = line.student
    cells = (each for cell in line.cells for each in _three(cell, scale))
    return [student.id, student.family, student.given, student.grade, *cells]


def _three(cell: GridCell, scale: MasteryScale) -> tuple[Cell, Cell, Cell]:
    mastery = cell.mastery
    if mastery.level is None:
        return None, None, mastery.count
    return (
        scale.names[mastery.level - 1],
        decimal_percent(mastery.share, mastery.cuts),
        mastery.count,
    )
