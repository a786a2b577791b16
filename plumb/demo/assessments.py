# ruff: noqa: RUF001 - a multiplication sign is not an x
"""The demonstration tests: grade 3 mathematics, written for this district.

They are definitions, free of the API's shapes; `items[].standards` are codes of the framework.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

ItemType = Literal[
    "single_choice", "multiple_choice", "true_false", "numeric", "short_text", "hand_points"
]
GRADE = "03"
SUBJECT = "Mathematics"


@dataclass(frozen=True, slots=True)
class DemoItem:
    """One question: its text, its right answer, its points, its standards.

    `key` by type: letters of the right choices; `true`/`false`; a decimal number with `tolerance`;
    accepted answers; nothing for points given by hand.
    """

    type: ItemType
    stem: str
    points: int
    standards: tuple[str, ...]
    key: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    tolerance: str = "0"
    partial: bool = False


@dataclass(frozen=True, slots=True)
class DemoAssessment:
    """One test; `kind` is `items` or `document` (the questions are in the attached document)."""

    title: str
    kind: Literal["items", "document"]
    items: tuple[DemoItem, ...]
    subject: str = SUBJECT
    grade: str = GRADE
    document: str = ""
    """The attached document's text, for the document-based ones."""
    tags: tuple[str, ...] = field(default=())
    approved: bool = False
    """Whether it has the badge "District approved"."""

    @property
    def standards(self) -> tuple[str, ...]:
        """The standards of all items, each once, in order of appearance."""
        return tuple(dict.fromkeys(code for item in self.items for code in item.standards))


EQUAL_GROUPS = DemoAssessment(
    "Grade 3 Mathematics: Equal Groups Check",
    "items",
    approved=True,
    items=(
        DemoItem(
            "single_choice",
            "Rosa plants 4 rows of beans with 7 beans in each row. Which sentence tells how many?",
            1,
            ("M.3.GR.1",),
            ("B",),
            ("4 + 7 = 11", "4 × 7 = 28", "7 - 4 = 3", "44 ÷ 7 = 6"),
        ),
        DemoItem(
            "multiple_choice",
            "6 × 4 = 24. Which facts come free with this one? Choose all of them.",
            2,
            ("M.3.GR.3",),
            ("A", "C"),
            ("4 × 6 = 24", "6 + 4 = 24", "24 ÷ 6 = 4", "24 - 6 = 4"),
            partial=True,
        ),
        DemoItem(
            "true_false",
            "True or false: 35 counters can be shared equally among 5 cups.",
            1,
            ("M.3.GR.1",),
            ("true",),
        ),
        DemoItem(
            "numeric",
            "A ferry carries 8 cars on each trip. How many trips does it need for 56 cars?",
            1,
            ("M.3.GR.2",),
            ("7",),
        ),
        DemoItem(
            "short_text",
            "9 boxes hold the same number of pears, 63 in all. Write a division sentence for it.",
            1,
            ("M.3.GR.1", "M.3.GR.2"),
            ("63 ÷ 9 = 7", "63/9=7", "63 : 9 = 7"),
        ),
        DemoItem(
            "hand_points",
            "A shop sells pencils in packs of 6. Nia buys 5 packs and gives away 8 pencils. "
            "Estimate first, then find how many are left. Show how you know.",
            4,
            ("M.3.GR.4",),
        ),
    ),
    tags=("common assessment", "fall"),
)

PARTS_OF_A_WHOLE = DemoAssessment(
    "Grade 3 Mathematics: Parts of a Whole",
    "items",
    (
        DemoItem(
            "single_choice",
            "A ribbon is cut into 6 equal pieces. What part of the ribbon are 2 pieces?",
            1,
            ("M.3.FR.1",),
            ("C",),
            ("2/4", "1/6", "2/6", "6/2"),
        ),
        DemoItem(
            "true_false",
            "True or false: 1/3 of a pizza and 2/6 of the same pizza are the same amount.",
            1,
            ("M.3.FR.2",),
            ("true",),
        ),
        DemoItem(
            "single_choice",
            "Which of these parts of one mile is the longest?",
            1,
            ("M.3.FR.3",),
            ("A",),
            ("1/2", "1/4", "1/8", "1/3"),
        ),
        DemoItem(
            "numeric",
            "Three quarters of a 20 centimeter strip is painted. How many centimeters are painted?",
            2,
            ("M.3.FR.4",),
            ("15",),
            tolerance="0.1",
        ),
    ),
    tags=("common assessment", "winter"),
)

AREA_TASK = DemoAssessment(
    "Grade 3 Mathematics: The School Garden (task)",
    "document",
    (
        DemoItem("numeric", "Question 1", 1, ("M.3.ME.1",), ("24",)),
        DemoItem("single_choice", "Question 2", 1, ("M.3.ME.2",), ("D",), ("A", "B", "C", "D")),
        DemoItem("hand_points", "Question 3: plan and explanation", 4, ("M.3.ME.3", "M.3.SH.3")),
    ),
    document="""The School Garden

1. The garden is 6 yards long and 4 yards wide. How many unit squares of one yard cover it?

2. Which estimate is closest to the area of the path, 9 yards by 2 yards?
   A. 5   B. 11   C. 90   D. 20 square yards

3. A second garden has the same area but another shape. Draw it, label its sides, and explain
   why its area is the same although its fence is not.
""",
    tags=("performance task",),
)

BENCHMARK = DemoAssessment(
    "Grade 3 Mathematics: Fall Benchmark",
    "items",
    approved=True,
    items=(*EQUAL_GROUPS.items[:4], *PARTS_OF_A_WHOLE.items[:3]),
    tags=("benchmark", "fall"),
)

ALL = (EQUAL_GROUPS, PARTS_OF_A_WHOLE, AREA_TASK, BENCHMARK)
