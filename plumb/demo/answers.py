"""The answers of the demonstration's students: made up, and the same every time.

Each student has an ability and each question a difficulty; both follow from names, so that a class
has strong and weak students, and one who is absent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from plumb.demo.assessments import DemoItem

_LETTERS = "ABCDEFGHIJ"


@dataclass(frozen=True, slots=True)
class Sitting:
    """A day on which a test is taken: each has its luck, and students know more or less by then."""

    day: str = ""
    weakest: float = 0.35
    """The share of the questions that the weakest student masters; the strongest has 0.6 more."""


SOME_DAY = Sitting()


def absent(students: Sequence[str], sitting: Sitting = SOME_DAY) -> str:
    """Name the one student of a class who was not there."""
    return min(students, key=lambda student: _share(f"{sitting.day}absent", student))


def answer(
    item: DemoItem, number: int, student: str, sitting: Sitting = SOME_DAY
) -> dict[str, Any]:
    """Return what a student answered to a question, as a result sheet takes it."""
    ability = sitting.weakest + 0.6 * _share("ability", student)
    luck = _share(f"{sitting.day}{number}", student)
    if item.type == "hand_points":
        return {"points": str(round(item.points * min(1.0, (ability + luck) / 1.5)))}
    return {"response": _right(item) if luck < ability else _wrong(item, number, student)}


def _right(item: DemoItem) -> str:
    return "".join(item.key) if item.choices else item.key[0]


def _wrong(item: DemoItem, number: int, student: str) -> str:
    if item.choices:
        others = [letter for letter in _LETTERS[: len(item.choices)] if letter not in item.key]
        return others[int(_share(f"wrong {number}", student) * len(others))]
    if item.type == "true_false":
        return "false" if item.key == ("true",) else "true"
    return str(int(float(item.key[0])) + 1) if item.type == "numeric" else "don't know"


def _share(what: str, student: str) -> float:
    """Return a number from 0 to 1 that only the two texts decide."""
    return int.from_bytes(sha256(f"{what}|{student}".encode()).digest()[:4], "big") / 2**32
