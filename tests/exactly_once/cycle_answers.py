"""The values that people enter, correct and decide in whole cycles: random, and sent as JSON."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from tests.exactly_once.cycle_numbers import Bands
from tests.exactly_once.cycle_papers import CycleKey, CyclePaper


def _bands(meets: int, *begin: str) -> Bands:
    return Bands(tuple(map(Fraction, begin)), meets)


LEVELS = (
    _bands(3, "0", "50", "70", "85"),
    _bands(3, "0", "37.5", "67.5"),
    _bands(2, "0", "55"),
    _bands(4, "0", "25", "50", "62.5", "87.5", "100"),
    _bands(2, "0", "100"),
)
"""Bounds and what is five points below them are scores that occur, of eight points."""


def papers(luck: random.Random, students: list[str], most: Fraction) -> dict[str, CyclePaper]:
    """Return the entries for most of a class; `most` points can be given by hand."""
    chosen = [each for each in students if luck.random() < 0.95]
    return {each: _paper(luck, most) for each in chosen}


def _paper(luck: random.Random, most: Fraction) -> CyclePaper:
    status = luck.choices(("present", "absent", "exempt"), (16, 2, 1))[0]
    if status != "present":
        return CyclePaper(status)
    answers: list[str | None] = [
        luck.choice("AAAB"),
        luck.choice(("ABC", "ABC", "AB", "A", "ABD", "D")),
        luck.choice(("2", "2", "2.05", "1", "3")),
        str(min(most, Fraction(luck.choice(("0", "1", "2", "3", "4", "4"))))),
    ]
    if luck.random() < 0.08:
        answers[luck.randrange(4)] = None
    return CyclePaper(answers=answers)


def write_paper(who: str, paper: CyclePaper) -> dict[str, Any]:
    said = zip(("one", "several", "number", "hand"), paper.answers, strict=True)
    scores = [{"item_id": item, "response": each} for item, each in said if each is not None]
    return {"student_id": who, "status": paper.status, "scores": scores}


def fix_key(key: CycleKey, fix: int) -> tuple[CycleKey, dict[str, Any]]:
    """Return a key that differs in one thing, and the request that says so."""
    after = key.copy()
    if fix < 2:
        after.one = "B" if key.one == "A" else "A"
        return after, {"id": "one", "key": [after.one]}
    if fix < 4:
        after.several = frozenset("AB") if "C" in key.several else frozenset("ABC")
        return after, {"id": "several", "key": sorted(after.several)}
    if fix < 6:
        after.number = Fraction(3 if key.number == 2 else 2)
        return after, {"id": "number", "key": [str(after.number)]}
    after.worth = (*key.worth[:3], Fraction(2 if key.worth[3] == 4 else 4))
    return after, {"id": "hand", "points": str(after.worth[3])}


def goal(luck: random.Random, students: list[str]) -> dict[str, Any]:
    """Mostly somebody who can be chosen; the others are refused by name."""
    some = luck.sample(students, min(len(students), luck.choice((0, 0, 1, 2))))
    added = sorted(each for each in some if luck.random() < 0.5)
    removed = sorted(each for each in some if each not in added)
    until = luck.choice([None, "2026-11-20"])
    return {
        "added_student_ids": added,
        "removed_student_ids": removed,
        **({"target_date": until} if until else {}),
    }
