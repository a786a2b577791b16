"""The outcome for each file: the results, the product, and the messages about the rest.

The class is that of `tests/support/response_class.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from chalicelib.assessments.items import Item
from chalicelib.results.response_files.model import ResponseFile
from tests.support.response_class import PEOPLE, by_hand, choice, choices, reads

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Outcome:
    """The expectation for a file. `fits`: nothing needs a correction before it is entered."""

    file: str
    items: list[Item]
    entered: dict[str, dict[int, str]]
    codes: list[str] = field(default_factory=list)
    recognized_as: str | None = None
    fits: bool = True
    people: tuple[tuple[str, str, str, str], ...] = PEOPLE

    def read(self) -> ResponseFile:
        """Read the file."""
        return reads((FOLDER / self.file).read_bytes(), self.items, self.people)


SHAPES = ("a triangle", "a square", "a circle")
COUNTED = (("1", "Nia", "Okafor", "nokafor"), ("2", "Sam", "Boyd", "sboyd"))
"""A class whose identifiers are what Microsoft Forms counts answers with."""
TWO_SHAPES = choices(2, texts=SHAPES)


def nothing(file: str, name: str | None, *codes: str, count: int = 3) -> Outcome:
    """Declare a file of whole scores: its student is found, and no question in it."""
    found = [*codes, "question_columns_missing"]
    return Outcome(file, choices(count), {}, found, recognized_as=name, fits=False)


OUTCOMES = (
    Outcome(
        "canvas-student-analysis.csv",
        [choice(1, choices=SHAPES), choice(2, worth="2", choices=SHAPES)],
        {"20417": {1: "B", 2: "A"}, "0042": {1: "C", 2: "B"}},
        ["questions_by_order"],
        "a quiz's student analysis from Canvas",
    ),
    nothing("canvas-gradebook.csv", "a gradebook from Canvas"),
    Outcome(
        "moodle-grades.csv",
        by_hand("1", "2"),
        {"20417": {1: "=1", 2: "=1.5"}},
        ["not_handed_in", "summary_row_ignored"],
        "a quiz's grades from Moodle",
    ),
    Outcome(
        "moodle-responses.csv",
        TWO_SHAPES,
        {"20417": {1: "B", 2: "A"}},
        [],
        "a quiz's responses from Moodle",
    ),
    Outcome(
        "google-forms.csv",
        choices(3),
        {"20417": {1: "B", 2: "A", 3: "C"}, "0042": {1: "A", 2: "A", 3: "D"}},
        ["questions_by_order"],
        "the answers to a Google form",
    ),
    Outcome(
        "microsoft-forms.csv",
        TWO_SHAPES,
        {"2": {1: "B", 2: "B"}, "1": {1: "B", 2: "C"}},
        ["questions_by_order"],
        "the answers to a quiz of Microsoft Forms",
        people=COUNTED,
    ),
    Outcome(
        "gradescope.csv",
        by_hand("1", "3"),
        {"20417": {1: "=1", 2: "=2.5"}},
        ["not_handed_in"],
        "assignment scores from Gradescope",
    ),
    Outcome(
        "zipgrade-full.csv",
        choices(2),
        {"20417": {1: "A", 2: "C"}, "0042": {1: "D", 2: "B"}},
        [],
        "a quiz in ZipGrade's full format",
    ),
    Outcome(
        "zipgrade-akindi-quickkey.csv",
        choices(3),
        {"20417": {1: "=1", 2: "C", 3: "=1"}, "31": {1: "B", 2: "=1", 3: "=1"}},
        ["one_read_as_right"],
    ),
    Outcome(
        "markshark.csv",
        [choice(1), choice(2), choice(3, key="C")],
        {"20417": {1: "A", 2: "A", 3: "C"}, "0042": {1: "B", 2: "AD", 3: "C"}},
        ["key_row_ignored"],
        "results of MarkShark",
    ),
    Outcome(
        "markshark-pages.csv",
        [choice(1), choice(2, key="B"), choice(3, key="C")],
        {"20417": {1: "A", 2: "B", 3: "D"}},
        ["key_row_ignored", "worth_row_ignored"],
        "results of MarkShark",
    ),
    Outcome(
        "omrchecker.csv",
        choices(3),
        {"20417": {1: "A", 2: "-", 3: "CD"}, "31": {1: "B", 2: "A", 3: "C"}},
        [],
        "results of OMRChecker",
    ),
    Outcome(
        "scantron.csv",
        [choice(1), choice(2), choice(3, key="C")],
        {"20417": {1: "A", 2: "B", 3: "C"}, "31": {1: "D", 2: "A", 3: "C"}},
        ["key_row_ignored"],
    ),
    Outcome(
        "blackboard-by-user.csv",
        TWO_SHAPES,
        {"20417": {1: "B", 2: "A"}},
        [],
        "a test's results by user from Blackboard",
    ),
    Outcome("inspera.csv", by_hand("1", "1"), {"20417": {1: "=1", 2: "=0"}, "31": {1: "=0.5"}}),
    Outcome("webassign.csv", choices(3), {"20417": {1: "=1", 2: "=0", 3: "=1"}}),
    nothing("powerteacher-scores.csv", "a scores template of PowerTeacher"),
    Outcome(
        "powerschool-quarters.csv",
        choices(4),
        {},
        ["question_columns_missing", "quarters_ignored"],
        fits=False,
    ),
    nothing("illuminate-standards.csv", None),
    Outcome(
        "synergy.csv",
        by_hand("1", "1"),
        {"20417": {1: "=1", 2: "=0.5"}, "31": {1: "=0", 2: "=1"}},
    ),
    Outcome(
        "aeries.csv",
        by_hand("2", "1"),
        {"20417": {1: "=2"}, "31": {1: "=1.5", 2: "=1"}},
        ["not_entered"],
    ),
    nothing("nwea-map.csv", "results of NWEA MAP"),
    nothing("i-ready.csv", "diagnostic results of i-Ready"),
    nothing("renaissance-star.csv", "results of Renaissance Star"),
)
