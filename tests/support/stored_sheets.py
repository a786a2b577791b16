"""Result sheets, valid by default, put where the product keeps them."""

from __future__ import annotations

from typing import Any

from chalicelib.compression import decompress
from chalicelib.results.model import Scored, Sheet, StudentResults
from chalicelib.results.repository import sheet_put
from chalicelib.results.summary import SheetSummary
from chalicelib.storage import keys
from chalicelib.storage.table import Table
from tests.support.builders import CODES
from tests.support.world import DISTRICT, World


def a_row(student: str, *earned: str, **changed: Any) -> StudentResults:
    """Return a student's row of points given by hand; "" is not entered."""
    cells = tuple(f"={points}" if points else "" for points in earned)
    return StudentResults(student, **{"cells": cells, "earned": earned} | changed)


def a_sheet(world: World, assessment: str, *rows: StudentResults, **changed: Any) -> Sheet:
    """Put a sheet into the district: an item worth 1 for each of `CODES` in turn.

    It is of class c1, or of `school_class`.
    """
    many = len(rows[0].cells)
    scored = {
        "worths": ("1",) * many,
        "masks": tuple(1 << n % len(CODES) for n in range(many)),
        "cuts": ("50", "80"),
    }
    known: dict[str, Any] = {
        "school": "north",
        "teacher": "tess",
        "given": "2026-10-01",
        "enrolled": len(rows),
        "version": 1,
        "scored": Scored(**scored | changed.pop("scored", {})),
    }
    made = Sheet(changed.pop("school_class", "c1"), assessment, **known | changed, rows=rows)
    world.services.table.commit([sheet_put(DISTRICT, made)])
    return made


def summaries(table: Table, district: str, assessment: str) -> dict[str, SheetSummary]:
    """Read the summaries of an assessment's sheets from the index, by class."""
    pages = table.summaries(keys.sheets(district, assessment))
    return {
        keys.parts(item["pk"])[2]: SheetSummary.read(decompress(item["summary"]))
        for page in pages
        for item in page
    }
