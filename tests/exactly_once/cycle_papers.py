"""The content of a Mastery Process and of a class's sheets, in plain Python: for `cycle_rules`."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from tests.exactly_once.cycle_numbers import Bands, CycleRoom, Marks, Result

PAGES = {"analyze": ("strengths", "obstacles"), "goals": ("team_goal", "notes"),
         "reflect": ("what_worked", "next_time")}  # fmt: skip
"""Fields that are written on in these tests."""
STEPS = {"analyze": "analyze", "goals": "goals", "post": "post_test", "reflect": "reflect"}
"""The objects that are begun, and the step of each."""
OPEN = ("named", "pre_test", "post_test")


# -- a test, and what a class did on it ------------------------------------------------------------


@dataclass
class CycleKey:
    """The keys and points of the four questions of `cycle_district.ITEMS`.

    A choice of one; a choice of several with part of the points; a number; points by hand.
    """

    one: str = "A"
    several: frozenset[str] = frozenset("ABC")
    number: Fraction = Fraction(2)
    worth: tuple[Fraction, ...] = (Fraction(1), Fraction(1), Fraction(2), Fraction(4))

    def copy(self) -> CycleKey:
        return CycleKey(self.one, self.several, self.number, self.worth)

    def score(self, place: int, said: str) -> Fraction:
        if place == 0:
            right: Fraction | int = said == self.one
        elif place == 1:
            chosen = frozenset(said)
            surplus = len(chosen & self.several) - len(chosen - self.several)
            right = Fraction(max(0, surplus), len(self.several))
        elif place == 2:
            right = abs(Fraction(said) - self.number) <= Fraction(1, 10)
        else:
            return min(Fraction(said), self.worth[3])
        return right * self.worth[place]


@dataclass
class CyclePaper:
    """The work of one student. `answers` are the entries; None where nothing is entered."""

    status: str = "present"
    answers: list[str | None] = field(default_factory=lambda: [None] * 4)

    def rescale(self, ratio: Fraction) -> CyclePaper:
        """Return it with other points for the work scored by hand."""
        *others, hand = self.answers
        return CyclePaper(
            self.status, [*others, None if hand is None else str(Fraction(hand) * ratio)]
        )

    def result(self, key: CycleKey) -> Result | None:
        """Sum it up; leave out students without entries."""
        if self.status != "present":
            return self.status, Fraction(0), Fraction(0)
        said = [(place, each) for place, each in enumerate(self.answers) if each is not None]
        if not said:
            return None
        earned = sum((key.score(*each) for each in said), Fraction(0))
        possible = sum((key.worth[place] for place, _ in said), Fraction(0))
        return "tested" if len(said) == 4 else "partial", earned, possible


@dataclass
class CycleSheet:
    """A class's papers on a test, with the key they were last scored by."""

    papers: dict[str, CyclePaper] = field(default_factory=dict)
    key: CycleKey = field(default_factory=CycleKey)
    feeds: list[tuple[str, str]] = field(default_factory=list)
    """Processes and which test of theirs it is."""
    begun: bool = False
    kept: bool = False
    """There is one, if only because a process wants it."""

    def with_paper(self, who: str, said: CyclePaper) -> CyclePaper | None:
        """Return a student's paper after these entries; nothing where it does not change."""
        before = self.papers.get(who, CyclePaper())
        filled = zip(said.answers, before.answers, strict=True)
        after = CyclePaper(said.status, [new if new is not None else old for new, old in filled])
        return None if after == before else after


@dataclass
class InProcess:
    """A class in a process: whose, who was in it when it was last saved, and its totals."""

    teacher: str
    here: tuple[str, ...] = ()
    totals: dict[str, dict[str, Result]] = field(default_factory=dict)
    goal: dict[str, Any] | None = None
    goal_version: int = 0

    def marks(self, test: str) -> Marks | None:
        """Totals of a test, with those of the class who are awaited."""
        if test not in self.totals:
            return None
        nobody = ("not_entered", Fraction(0), Fraction(0))
        return {**dict.fromkeys(self.here, nobody), **self.totals[test]}

    def room(self, name: str) -> CycleRoom:
        goal = self.goal and (
            frozenset(self.goal["added_student_ids"]),
            frozenset(self.goal["removed_student_ids"]),
        )
        return CycleRoom(name, self.teacher, self.marks("pre"), self.marks("post"), goal or None)


@dataclass
class CyclePage:
    version: int = 0
    fields: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Text, and the version at which it was written."""
    beside: set[tuple[str, int, tuple[tuple[str, str], ...]]] = field(default_factory=set)
    """Refused texts: the author, the version they had seen, and the text."""

    def text(self, name: str) -> str:
        return self.fields.get(name, ("", 0))[0]


@dataclass
class CycleProcess:
    name: str
    state: str = "named"
    version: int = 1
    pre: str = ""
    post: str = ""
    how: str = ""
    """Of the post-test: chosen, same or copy."""
    begun: set[str] = field(default_factory=set)
    classes: dict[str, InProcess] = field(default_factory=dict)
    pages: dict[str, CyclePage] = field(
        default_factory=lambda: {each: CyclePage() for each in PAGES}
    )
    bands: Bands = field(default_factory=lambda: Bands((), 0))
    """Of the team, as long as it is open; then as they were."""

    def test(self, test: str) -> str:
        return self.pre if test == "pre" else self.post

    @property
    def step(self) -> str:
        if self.state not in OPEN:
            return "locked"
        if not self.pre:
            return "collect"
        reached = [step for begun, step in STEPS.items() if begun in self.begun]
        return reached[-1] if reached else "collect"

    def rooms(self) -> list[CycleRoom]:
        return [row.room(name) for name, row in self.classes.items()]
