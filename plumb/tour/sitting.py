"""A test of the process in the members' classes: each activates it and enters the results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from plumb.demo.answers import Sitting, absent, answer
from plumb.demo.unit import UNIT
from plumb.tour.ledger import TourLedger
from plumb.tour.team import Member, together

PRE, POST = "pre", "post"
BEFORE = 0.15
GAINS = (0.16, 0.12, 0.2, 0.1, 0.13, -0.1, 0.08, 0.12)
"""The gains of the members' classes until the post-test; one goes back."""


@dataclass(frozen=True)
class GivenTest:
    """A test that a class has been given, by its member."""

    member: Member
    test: str
    sheet: str
    sitting: Sitting


def sittings(test: str, many: int) -> list[Sitting]:
    """Return how each member's class does on a test."""
    before = [Sitting(f"unit 4 {test} ", BEFORE)] * many
    if test == PRE:
        return before
    return [replace(one, weakest=BEFORE + GAINS[n % len(GAINS)]) for n, one in enumerate(before)]


def take(process: str, members: Sequence[Member], test: str, ledger: TourLedger) -> list[GivenTest]:
    """Have every member activate a test for their class and enter the results."""
    pairs = list(zip(members, sittings(test, len(members)), strict=True))

    def by_one(pair: tuple[Member, Sitting]) -> GivenTest:
        member, sitting = pair
        step = f"{test}-{member.school_class.id}"
        sheet = ledger.once(step, lambda key: _take(process, member, test, sitting, key))
        return GivenTest(member, test, sheet, sitting)

    return together(by_one, pairs)


def _take(process: str, member: Member, test: str, sitting: Sitting, key: str) -> str:
    sheet = activate(process, member, test, key)
    students = _students(member, sheet)
    away = absent(students, sitting)
    entered = [
        {"student_id": one, "status": "absent"} if one == away else _present(one, sitting)
        for one in students
    ]
    member.client.change("PATCH", sheet, {"students": entered})
    return sheet


def activate(process: str, member: Member, test: str, key: str = "") -> str:
    """Activate a test, or re-activate it: the same sheet."""
    body = {"test": test, "class_id": member.school_class.id}
    made = member.client.post(f"/v1/processes/{process}/activations", body, key=key).body
    return str(made["sheet"])


def bring_back(process: str, given: GivenTest) -> str:
    """Re-activate a test, and enter the results of an absent student; return that student."""
    sheet = activate(process, given.member, given.test)
    back = absent(_students(given.member, sheet), given.sitting)
    body = {"students": [_present(back, given.sitting)]}
    given.member.client.change("PATCH", sheet, body)
    return back


def _students(member: Member, sheet: str) -> list[str]:
    return [each["student_id"] for each in member.client.get(sheet)["students"]]


def _present(student: str, sitting: Sitting) -> dict[str, Any]:
    scores = [
        {"item_id": n, **answer(item, n, student, sitting)} for n, item in enumerate(UNIT.items, 1)
    ]
    return {"student_id": student, "status": "present", "scores": scores}
