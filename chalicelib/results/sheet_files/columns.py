"""Students by items, and items by figures, as the rows of CSV files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from chalicelib.csv_cells import Cell
from chalicelib.item_analysis.model import Statistic, TooFew
from chalicelib.percents import decimal_percent
from chalicelib.rendering import shorten
from chalicelib.results.model import FORM_A, OMITTED, PROMPT_SHOWN, points_in, response_in
from chalicelib.results.open_sheets import attainment

if TYPE_CHECKING:
    from chalicelib.assessments.items import Item
    from chalicelib.results.analysis.service import Analyzed
    from chalicelib.results.model import Sheet, StudentResults
    from chalicelib.scales.scale import MasteryScale

PLACES = 6
"""Decimals of a figure in a file."""

STUDENT: list[Cell] = [
    "Family name",
    "Given name",
    "Student id",
    "In class",
    "Status",
    "Key version",
]
TOTALS: list[Cell] = ["Points", "Points possible", "Percent", "Level", "Level name", "Complete"]


def student_header(items: Sequence[Item], before: Sequence[str] = ()) -> list[Cell]:
    """Return the headings: who, then answer and points of every item, then what it comes to."""
    each = [
        name
        for number, item in enumerate(items, 1)
        for name in (f"{number} answer", f"{number} points (of {item.points})")
    ]
    return [*before, *STUDENT, *each, *TOTALS]


def student_row(
    sheet: Sheet,
    scale: MasteryScale,
    row: StudentResults,
    name: tuple[str, str],
    *,
    enrolled: bool | None,
) -> list[Cell]:
    """Return a student's line; `name` is (family, given). `enrolled` is blank where it is None."""
    got = attainment(sheet, row)
    whole = got is not None and got.level is not None
    level = got.level if got else None
    return [
        *name,
        row.student,
        "" if enrolled is None else "yes" if enrolled else "no",
        row.status.value,
        row.form or FORM_A,
        *_answers(row),
        got.earned if got else None,
        got.possible if got else None,
        decimal_percent(got.share, sheet.scored.cuts) if got else None,
        level,
        scale.names[level - 1] if level else "",
        "yes" if whole else "no",
    ]


def _answers(row: StudentResults) -> Iterable[Cell]:
    for cell, points in zip(row.cells, row.earned, strict=True):
        yield _answer(cell)
        yield Fraction(points) if points else None


def _answer(cell: str) -> Cell:
    if not cell:
        return ""
    if cell == OMITTED:
        return "(left out)"
    given = points_in(cell)
    return "(by hand)" if given is not None else response_in(cell)


ANALYSIS: list[Cell] = [
    "Item",
    "Item id",
    "Kind",
    "Prompt",
    "Standards",
    "Points",
    "Students",
    "Mean points",
    "Facility",
    "Discrimination",
    "Reliability without it",
    "Worth a look",
    "Note",
]


def analysis_rows(analyzed: Analyzed) -> Iterable[list[Cell]]:
    """Return a line for every item; below five students without figures, and with the reason."""
    found, contents = analyzed.found, analyzed.assessment.contents
    for number, item in enumerate(contents.items, 1):
        prompt = "" if analyzed.hidden else shorten(item.prompt, PROMPT_SHOWN)
        named: list[Cell] = [
            number,
            item.id,
            item.kind.value.replace("_", " "),
            prompt,
            ", ".join(item.standards),
            Fraction(item.points),
        ]
        if isinstance(found, TooFew):
            yield [*named, None, None, None, None, None, "", found.sentence]
            continue
        one = found.items[number - 1]
        why = " ".join(filter(None, (one.discrimination.why, one.without.why)))
        yield [
            *named,
            found.students,
            one.mean,
            one.facility,
            _figure(one.discrimination),
            _figure(one.without),
            " ".join(flag.sentence for flag in one.flags),
            why,
        ]


def _figure(figure: Statistic) -> Cell:
    return None if figure.value is None else Fraction(round(float(figure.value), PLACES))
