"""Two classes get their results through the API: one entered by hand, one as a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from plumb.client import Client
from plumb.demo.answers import absent, answer
from plumb.demo.assessments import ALL
from plumb.tour.ledger import TourLedger

ITEMS = ALL[0].items
"""The questions of the first distribution."""


@dataclass(frozen=True)
class ResultsClass:
    """A class that took the test, as its teacher sees it."""

    teacher: Client
    tracker: str
    assessment: str

    @property
    def sheet(self) -> str:
        """Where its result sheet is."""
        return f"/v1/trackers/{self.tracker}/sheets/{self.assessment}"

    def grid(self) -> Mapping[str, Any]:
        """Read what the class has mastered."""
        grid: Mapping[str, Any] = self.teacher.get(f"/v1/trackers/{self.tracker}/mastery")
        return grid


def enter(teachers: Iterable[Client], ledger: TourLedger) -> list[ResultsClass]:
    """Enter the first assessment's results for a class of each teacher; return the classes."""
    ways: Sequence[Callable[[ResultsClass, str], str]] = (by_hand, as_a_file)
    assessment = ledger["assessment-0"]
    classes = [
        ResultsClass(teacher, _tracker_with(teacher, assessment), assessment)
        for teacher in teachers
    ]
    for number, (one, way) in enumerate(zip(classes, ways, strict=True)):
        ledger.once(f"results-{number}", partial(way, one))
    return classes


def by_hand(one: ResultsClass, _: str) -> str:
    """Enter every student's answers, as a teacher at the screen would."""
    students = _students(one)
    away = absent(students)
    entered = [
        {"student_id": student, "status": "absent"}
        if student == away
        else {"student_id": student, "scores": _answers(student)}
        for student in students
    ]
    return one.teacher.change("PATCH", one.sheet, {"students": entered}).etag


def as_a_file(one: ResultsClass, _: str) -> str:
    """Upload every student's answers, as a scanner's program writes them."""
    students = _students(one)
    away = absent(students)
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(["Student ID", "Status", *(f"Q{n}" for n in range(1, len(ITEMS) + 1))])
    for student in students:
        here = student != away
        cells = map(_cell, _answers(student)) if here else [""] * len(ITEMS)
        rows.writerow([student, "" if here else "absent", *cells])
    body = {"csv": text.getvalue(), "apply": True}
    return one.teacher.act(f"{one.sheet}/response-files", one.sheet, body).etag


def _tracker_with(teacher: Client, assessment: str) -> str:
    for tracker in teacher.items("/v1/trackers"):
        held = teacher.get(f"/v1/trackers/{tracker['id']}")["assessments"]
        if any(each["assessment_id"] == assessment for each in held):
            return str(tracker["id"])
    reason = f"None of the teacher's trackers has assessment {assessment}."
    raise LookupError(reason)


def _students(one: ResultsClass) -> list[str]:
    return [each["id"] for each in one.teacher.items(f"/v1/trackers/{one.tracker}/students")]


def _answers(student: str) -> list[dict[str, Any]]:
    return [{"item_id": n, **answer(item, n, student)} for n, item in enumerate(ITEMS, start=1)]


def _cell(entered: Mapping[str, Any]) -> str:
    """Write an answer as a scanner's file does."""
    return str(entered.get("points", entered.get("response")))
