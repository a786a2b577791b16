"""A whole Mastery Process, from the team's first day to the administrators' report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from plumb.client import Client
from plumb.demo.pages import REFLECT
from plumb.demo.unit import NAME, UNIT
from plumb.tour.ledger import TourLedger
from plumb.tour.load import contents
from plumb.tour.meeting import Meeting
from plumb.tour.sitting import POST, PRE, bring_back, take
from plumb.tour.team import Member

Told = Callable[[str, float, str], None]
TEAM = "Grade 3 Mathematics, four schools"
STEP = "Process"
RETURNS = 3
"""Whose absent student comes back a few days later."""


@dataclass(frozen=True)
class Worked:
    """A process whose team has done everything but finish it."""

    process: str
    conflict: Mapping[str, Any]
    """The answer to the member whose page a colleague had overtaken."""


class Cycle:
    """One process of a team; finished steps are not done again."""

    def __init__(
        self, admin: Client, members: list[Member], set_id: str, ledger: TourLedger, facts: Told
    ) -> None:
        """Nothing is called yet; the first member leads."""
        self._admin = admin
        self._members = members
        self._leader = members[0].client
        self._set = set_id
        self._ledger = ledger
        self._told = partial(facts, STEP)

    def work(self) -> Worked:
        """Go through the steps up to the reflection."""
        process = self._begin()
        meeting = Meeting(process, self._members, self._ledger)
        self._test(process, PRE, 10)
        self._told(40, "Analyze, Goals, Strategies")
        conflict = meeting.plan()
        self._told(50, "Class goals")
        meeting.goals()
        self._ledger.once("post-test", lambda _: self._attach_same(process))
        self._test(process, POST, 60)
        self._told(95, "Reflect")
        for saved in REFLECT:
            meeting.save(saved)
        self._told(100, "")
        return Worked(process, conflict)

    def _begin(self) -> str:
        self._told(0, "Data team, pre-test")
        once = self._ledger.once
        team = once("team", self._make_team)
        test = once("unit-test", self._write_test)
        process: str = once("process", partial(self._make_process, team, test))
        return process

    def _make_team(self, key: str) -> str:
        first, *others = (member.person.id for member in self._members)
        body = {"name": TEAM, "leader_ids": [first], "member_ids": others}
        return str(self._admin.post("/v1/teams", body, key=key).body["id"])

    def _write_test(self, key: str) -> str:
        draft = {
            "title": UNIT.title,
            "kind": "item",
            "subject": UNIT.subject,
            "grades": [UNIT.grade],
            "standards_set_id": self._set,
            "visibility": "private",
        }
        made = str(self._leader.post("/v1/assessments", draft, key=key).body["id"])
        self._leader.change("PUT", f"/v1/assessments/{made}/items", contents(UNIT))
        return made

    def _make_process(self, team: str, test: str, key: str) -> str:
        body = {"name": NAME, "pre_test": {"assessment_id": test}}
        return str(self._leader.post(f"/v1/teams/{team}/processes", body, key=key).body["id"])

    def _attach_same(self, process: str) -> str:
        path = f"/v1/processes/{process}"
        test = self._leader.get(path)["post_test"]
        if test is None:
            body = {"same": True}
            etag = self._leader.call("GET", path).etag
            made = self._leader.change("PUT", f"{path}/post-test", body, etag=etag)
            test = made.body["post_test"]
        return str(test["assessment_id"])

    def _test(self, process: str, test: str, percent: float) -> None:
        """Have every class take a test; a student who was absent follows."""
        self._told(percent, f"{test}-test: {len(self._members)} classes")
        given = take(process, self._members, test, self._ledger)
        if test == PRE:
            late = given[RETURNS % len(given)]
            self._ledger.once("re-activated", lambda _: bring_back(process, late))
