"""A second set of rules of data teams and Mastery Processes, in plain Python, for whole cycles.

An act gives the code of the refusal that is due, or nothing where it is done. The model learns
*when* background work happened (scored a sheet again, closed a process), never with what result.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from tests.exactly_once.cycle_numbers import Bands
from tests.exactly_once.cycle_papers import (
    OPEN,
    CycleKey,
    CyclePaper,
    CycleProcess,
    CycleSheet,
    InProcess,
)

LEADERS = ("rename", "attach_pre_test", "attach_post_test", "lock", "discard")
TEAM = ("activate_pre_test", "activate_post_test", "save_page", "set_goal")
POSSIBLE = {
    "rename": OPEN,
    "attach_pre_test": ("named", "pre_test"),
    "attach_post_test": ("pre_test", "post_test"),
    "activate_pre_test": ("pre_test", "post_test"),
    "activate_post_test": ("post_test",),
    "save_page": OPEN,
    "set_goal": ("pre_test", "post_test"),
    "lock": ("pre_test", "post_test"),
    "discard": OPEN,
    "print": (*OPEN, "locking", "locked"),
    "remind": ("pre_test", "post_test"),
}
"""In which states a move can be made."""
WHY_NOT = {
    "attach_pre_test": "post_test_attached",
    "attach_post_test": "no_pre_test",
    "activate_pre_test": "no_pre_test",
    "activate_post_test": "no_post_test",
    "set_goal": "no_pre_test",
    "lock": "no_pre_test",
    "remind": "no_pre_test",
}
"""Of an open process that does not stand where the move can be made."""


@dataclass
class CycleRules:
    """A team in its district. `classes` are rosters, `teachers` and `schools` by class."""

    classes: dict[str, list[str]]
    teachers: dict[str, tuple[str, ...]]
    schools: dict[str, str]
    leaders: list[str]
    members: list[str]
    administrators: tuple[str, ...]
    school: str
    bands: Bands
    team_version: int = 1
    processes: dict[str, CycleProcess] = field(default_factory=dict)
    keys: dict[str, CycleKey] = field(default_factory=dict)
    sheets: dict[tuple[str, str], CycleSheet] = field(default_factory=dict)
    correcting: set[str] = field(default_factory=set)

    def role(self, who: str) -> str:
        if who in self.leaders:
            return "leader"
        if who in self.members:
            return "member"
        return "administrator" if who in self.administrators else ""

    def may(self, who: str, move: str) -> bool:
        role = self.role(who)
        if move in LEADERS:
            return role == "leader"
        if move == "remind":
            return role in ("leader", "administrator")
        return role in ("leader", "member") if move in TEAM else bool(role)

    def list_allowed(self, who: str, process: str) -> set[str]:
        """Return the actions that somebody may do with a process in its current state."""
        its = self.processes[process]
        fixed = {"attach_pre_test": "pre" in its.begun, "attach_post_test": "post" in its.begun,
                 "discard": bool({"pre", "post"} & its.begun)}  # fmt: skip
        return {
            move
            for move, states in POSSIBLE.items()
            if its.state in states and self.may(who, move) and not fixed.get(move)
        }

    def find_refusal(self, who: str, process: str, move: str, *, stale: bool = False) -> str:
        """Why somebody cannot make a move at all; nothing if they can."""
        its = self.processes[process]
        if not self.role(who) or its.state == "discarded":
            return "process_not_found"
        if stale:
            return "changed_meanwhile"
        if its.state not in POSSIBLE[move]:
            return "process_locked" if its.state not in OPEN else WHY_NOT[move]
        if not self.may(who, move):
            only = "not_for_team_administrators" if self.role(who) == "administrator" else ""
            return only or "not_for_team_members"
        return ""

    # -- the process as a whole

    def begin(self, who: str, process: str, name: str, pre: str) -> str:
        """Allow leaders only; the others of the team get the names of the leaders."""
        if refused := self._not_by(who, "leader"):
            return refused
        its = CycleProcess(name, "pre_test" if pre else "named", pre=pre, bands=self.bands)
        self.processes[process] = its
        return ""

    def rename(self, who: str, process: str, name: str, *, stale: bool) -> str:
        its = self.processes[process]
        if refused := self.find_refusal(who, process, "rename", stale=stale):
            return refused
        if its.name != name:
            its.name, its.version = name, its.version + 1
        return ""

    def may_attach(self, who: str, process: str, test: str, *, stale: bool) -> str:
        if refused := self.find_refusal(who, process, f"attach_{test}_test", stale=stale):
            return refused
        return "test_already_activated" if test in self.processes[process].begun else ""

    def attach(self, process: str, test: str, assessment: str, how: str) -> None:
        """A test came; one that was there already changes nothing."""
        its = self.processes[process]
        if its.test(test) == assessment:
            return
        if test == "pre":
            its.pre, its.state = assessment, "pre_test"
        else:
            if how != "chosen":
                self.keys[assessment] = self.keys[its.pre].copy()
            its.post, its.how, its.state = assessment, how, "post_test"
        its.version += 1

    def discard(self, who: str, process: str, *, stale: bool) -> str:
        its = self.processes[process]
        if refused := self.find_refusal(who, process, "discard", stale=stale):
            return refused
        if {"pre", "post"} & its.begun:
            return "process_begun"
        its.state = "discarded"
        return ""

    def lock(self, who: str, process: str, *, stale: bool, without_post: bool) -> str:
        its = self.processes[process]
        if refused := self.find_refusal(who, process, "lock", stale=stale):
            return refused
        if not its.post and not without_post:
            return "without_post_test"
        its.state, its.version = "locking", its.version + 1
        return ""

    def seal(self, process: str) -> None:
        """The machinery closed a process: from now on no sheet feeds it."""
        its = self.processes[process]
        its.state, its.version = "locked", its.version + 1
        for sheet in self.sheets.values():
            sheet.feeds = [each for each in sheet.feeds if each[0] != process]

    # -- classes and their results

    def activate(self, who: str, process: str, test: str, class_id: str) -> str:
        its = self.processes[process]
        if refused := self.find_refusal(who, process, f"activate_{test}_test"):
            return refused
        if who not in self.teachers[class_id]:
            return "class_not_taught"
        if self.schools[class_id] != self.school:
            return "class_of_other_school"
        sheet = self.sheet(class_id, its.test(test))
        if (process, test) not in sheet.feeds:
            sheet.feeds.append((process, test))
            sheet.kept = True
            its.classes.setdefault(class_id, InProcess(who))
            its.begun.add(test)
            self._feed(class_id, sheet, [(process, test)], saved=True)
        return ""

    def sheet(self, class_id: str, assessment: str) -> CycleSheet:
        fresh = CycleSheet(key=self.keys[assessment].copy())
        return self.sheets.setdefault((class_id, assessment), fresh)

    def enter(self, class_id: str, assessment: str, papers: dict[str, CyclePaper]) -> None:
        """Somebody saved results: they count at once, by the present key; if they are news."""
        sheet = self.sheet(class_id, assessment)
        if sheet.begun and assessment in self.correcting:
            self.score_again(class_id, assessment)
        news = {
            who: after for who, paper in papers.items() if (after := sheet.with_paper(who, paper))
        }
        if not news and sheet.kept:
            return
        sheet.papers |= news
        sheet.key, sheet.begun, sheet.kept = self.keys[assessment].copy(), True, True
        self._feed(class_id, sheet, sheet.feeds, saved=True)

    def rescales(self, class_id: str, assessment: str) -> bool:
        """Return whether a correction will come by that changes what points by hand are worth."""
        sheet = self.sheet(class_id, assessment)
        return sheet.begun and sheet.key.worth[3] != self.keys[assessment].worth[3]

    def score_again(self, class_id: str, assessment: str) -> None:
        """A correction came by; points given by hand follow what they are worth now."""
        sheet, after = self.sheets[class_id, assessment], self.keys[assessment].copy()
        ratio = after.worth[3] / sheet.key.worth[3]
        sheet.papers = {who: paper.rescale(ratio) for who, paper in sheet.papers.items()}
        sheet.key = after
        self._feed(class_id, sheet, sheet.feeds, saved=False)

    def _feed(
        self, class_id: str, sheet: CycleSheet, feeds: Sequence[tuple[str, str]], *, saved: bool
    ) -> None:
        results = {who: paper.result(sheet.key) for who, paper in sheet.papers.items()}
        for process, test in feeds:
            row = self.processes[process].classes[class_id]
            row.totals[test] = {who: each for who, each in results.items() if each}
            if saved:
                row.here = tuple(self.classes[class_id])

    # -- what the team writes

    def save(self, who: str, process: str, page: str, base: int, texts: dict[str, str]) -> str:
        """Write on a page seen at a version; a colleague's different text since then is a clash."""
        if refused := self.find_refusal(who, process, "save_page"):
            return refused
        its = self.processes[process].pages[page]
        other = {name: text for name, text in texts.items() if its.text(name) != text}
        if any(its.fields.get(name, ("", 0))[1] > base for name in other):
            its.beside.add((who, base, tuple(sorted(other.items()))))
            return "page_changed_meanwhile"
        if other:
            its.version += 1
            its.fields |= {name: (text, its.version) for name, text in other.items()}
            self.processes[process].begun.add(page)
        return ""

    def set_goal(
        self, who: str, process: str, class_id: str, goal: dict[str, Any], *, stale: bool
    ) -> str:
        its = self.processes[process]
        if refused := self._goal_refused(who, process, class_id):
            return refused
        row = its.classes[class_id]
        if row.goal == goal:
            return ""
        if stale:
            return "changed_meanwhile"
        if list(self._unfit(row, its.bands, goal)):
            return "students_not_choosable"
        row.goal, row.goal_version = goal, row.goal_version + 1
        return ""

    def _goal_refused(self, who: str, process: str, class_id: str) -> str:
        its = self.processes[process]
        row = its.classes.get(class_id)
        refused = self.find_refusal(who, process, "set_goal")
        if row is None and refused != "process_not_found":
            return "class_not_found"
        if row is None or refused:
            return refused
        return "" if who in self.teachers[class_id] else "not_your_class"

    def _unfit(self, row: InProcess, bands: Bands, goal: dict[str, Any]) -> Iterator[str]:
        """Only who is tested and below the line can be named, and for one thing."""
        marks = row.marks("pre") or {}
        for who in {*goal["added_student_ids"], *goal["removed_student_ids"]}:
            standing, earned, possible = marks.get(who, ("", Fraction(0), Fraction(0)))
            twice = who in goal["added_student_ids"] and who in goal["removed_student_ids"]
            if twice or standing != "tested" or bands.enough(earned / possible):
                yield who

    # -- the team

    def set_levels(self, who: str, bands: Bands, *, stale: bool) -> str:
        if not self.role(who):
            return "team_not_found"
        if stale:
            return "changed_meanwhile"
        if refused := self._not_by(who, "leader", "administrator"):
            return refused
        if bands != self.bands:
            self.bands = bands
            self._team_changed()
        return ""

    def put_person(self, who: str, person: str, *, leader: bool) -> str:
        if not self.role(who):
            return "team_not_found"
        leads = person in self.leaders
        allowed = ("administrator",) if leader != leads else ("leader", "administrator")
        if refused := self._not_by(who, *allowed):
            return refused
        if person in (self.leaders if leader else self.members):
            return ""
        if leads and self.leaders == [person]:
            return "team_needs_leader"
        self._without(person)
        (self.leaders if leader else self.members).append(person)
        self._team_changed()
        return ""

    def remove_person(self, who: str, person: str) -> str:
        if not self.role(who):
            return "team_not_found"
        allowed = ("administrator",) if person in self.leaders else ("leader", "administrator")
        if who != person and (refused := self._not_by(who, *allowed)):
            return refused
        if person not in (*self.leaders, *self.members):
            return "member_not_found"
        if self.leaders == [person]:
            return "team_needs_leader"
        self._without(person)
        self._team_changed()
        return ""

    def _without(self, person: str) -> None:
        self.leaders = [each for each in self.leaders if each != person]
        self.members = [each for each in self.members if each != person]

    def _team_changed(self) -> None:
        """All open processes follow."""
        self.team_version += 1
        for its in self.processes.values():
            if its.state in OPEN:
                its.version, its.bands = its.version + 1, self.bands

    def _not_by(self, who: str, *roles: str) -> str:
        role = self.role(who)
        if role in roles:
            return ""
        return {
            "": "team_not_found",
            "leader": "not_for_team_leaders",
            "member": "not_for_team_members",
            "administrator": "not_for_team_administrators",
        }[role]
