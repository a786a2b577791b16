"""What the demonstration's students answer: made up, and the same every time.

Each student has an ability and each question a difficulty; both follow from names, so that a class
has strong and weak students, and one who is absent.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from plumb.demo.assessments import Item

_LETTERS = "ABCDEFGHIJ"


def absent(students: Sequence[str]) -> str:
    """Name the one student of a class who was not there."""
    return min(students, key=lambda student: _share("absent", student))


def answer(item: Item, number: int, student: str) -> dict[str, Any]:
    """Give what a student answered to a question, as a result sheet takes it."""
    ability = 0.35 + 0.6 * _share("ability", student)
    luck = _share(str(number), student)
    if item.type == "hand_points":
        return {"points": str(round(item.points * min(1.0, (ability + luck) / 1.5)))}
    return {"response": _right(item) if luck < ability else _wrong(item, number, student)}


def _right(item: Item) -> str:
    return "".join(item.key) if item.choices else item.key[0]


def _wrong(item: Item, number: int, student: str) -> str:
    if item.choices:
        others = [letter for letter in _LETTERS[: len(item.choices)] if letter not in item.key]
        return others[int(_share(f"wrong {number}", student) * len(others))]
    if item.type == "true_false":
        return "false" if item.key == ("true",) else "true"
    return str(int(float(item.key[0])) + 1) if item.type == "numeric" else "don't know"


def _share(what: str, student: str) -> float:
    """Give a number from 0 to 1 that only the two texts decide."""
    return int.from_bytes(sha256(f"{what}|{student}".encode()).digest()[:4], "big") / 2**32
