"""The tab 1. Collect and Chart Data of a Mastery Process, and rows of classes by their teachers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from .process_tests import find_idle
from .row_pages import cut_rows

if TYPE_CHECKING:
    from .process_page import Facts, OpenProcess

TESTS = ("pre", "post")


@dataclass(frozen=True, slots=True)
class TaughtRows:
    """A teacher's row, and the rows of their classes that stand on one page."""

    teacher: Mapping[str, Any]
    classes: Sequence[Mapping[str, Any]]
    many: int
    """The number of classes of the teacher, on all pages together."""

    @property
    def is_single(self) -> bool:
        """Return whether the teacher's row and that of the class say the same."""
        return self.many == 1


def read_collection(opened: OpenProcess) -> Facts:
    """Return the data of the tab 1. Collect and Chart Data, for one of the two tests."""
    asked = opened.visit.query.get("test", "")
    test = asked if asked in TESTS else TESTS[0]
    collected = opened.read("/collection", test=test)
    page = cut_rows(collected["classes"], opened.visit.query)
    return {
        "test": test,
        "collected": collected,
        "idle": find_idle(opened.process, test),
        "page": page,
        "taught": group_by_teacher(page.rows, collected),
    }


def group_by_teacher(
    rows: Iterable[Mapping[str, Any]], figures: Mapping[str, Any]
) -> list[TaughtRows]:
    """Put classes under their teachers, in the order in which they stand."""
    teachers = {each["teacher_id"]: each for each in figures["teachers"]}
    every = [each["teacher_id"] for each in figures["classes"]]
    return [
        TaughtRows(teachers[teacher], list(classes), every.count(teacher))
        for teacher, classes in groupby(rows, key=lambda each: each["teacher_id"])
    ]
