"""A Mastery Process (P3): one cycle of a data team, and who may see and do what in it.

It carries copies of the team's people and levels, so that one query opens it. They are written in
the transaction that changes the team, and stay as they were once the process is locked.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from chalicelib.acts import Caller
from chalicelib.frozen_models import FrozenModel
from chalicelib.processes import refusals
from chalicelib.standards.algebra import Mask
from chalicelib.teams.levels import Levels
from chalicelib.teams.model import MOST_OPEN_PROCESSES, Colleague, Team, TeamRole, standing

from .analytics.editions import LATEST, Edition
from .moves import OPEN, ProcessMove, ProcessState, after, list_allowed_moves
from .scores import ClassScores, ProcessTest

__all__ = [
    "Attached",
    "PageName",
    "Process",
    "ProcessReport",
    "ProcessSnapshot",
    "ProcessStep",
    "ProcessTest",
]

MOST_CLASSES = 500
_FIRST_MONTH = 7
"""Of a school year."""


ProcessName = Annotated[str, Field(min_length=1, max_length=120)]


class TestOrigin(StrEnum):
    """How a test came to a process."""

    CHOSEN = "chosen"
    """An assessment that was there."""
    SAME = "same"
    """The pre-test given a second time."""
    COPY = "copy"
    """A copy of the pre-test."""


class Attached(FrozenModel):
    """A test of a process, as it was when it was attached."""

    assessment: str
    title: str
    how: TestOrigin = TestOrigin.CHOSEN
    subject: str = ""
    grades: tuple[str, ...] = ()
    set_id: str = ""
    mask: Mask = 0
    standards: tuple[str, ...] = ()
    """Codes of the standards assessed."""
    items: int = 0
    points: str = "0"
    at: str = ""
    """When it was attached; empty for one that was attached before 0.4."""


class Ended(FrozenModel):
    """The person who finished a process, and the time."""

    by: str
    by_name: str
    at: str


class Process(FrozenModel):
    """A process's head. Instants are RFC 3339 UTC; `year` is the school year it was begun in."""

    id: str
    name: ProcessName
    state: ProcessState
    team: str
    team_name: str
    school: str = ""
    leaders: tuple[Colleague, ...]
    members: tuple[Colleague, ...] = ()
    levels: Levels
    pre: Attached | None = None
    post: Attached | None = None
    creator: str
    creator_name: str = ""
    created: str
    year: str = ""
    started_from: str = ""
    """The locked process whose texts it began with."""
    suggested: dict[ProcessTest, Attached] = Field(default_factory=dict)
    """The tests of that one which its leader may attach."""
    distribution: str = ""
    """The distribution that opened it."""
    ended: Ended | None = None
    """Known from the moment it is being locked."""
    edition: Edition = Edition.BY_CLASS
    """The rules of its figures once it is finished; until then they are the latest."""
    scored_apart: bool = False
    """Whether, when it was locked, the two sittings of its test were scored by different keys."""
    reached_at: str = ""
    """Where people reach the API, when its leader finished it: links begin with it."""
    version: int = 1
    begun: frozenset[str] = Field(default=frozenset(), exclude=True)
    """Pages with content, and tests with an activated class (`pre`, `post`). An attribute of its
    own, which others add to without changing the version."""
    activations: int = Field(default=0, exclude=True)
    """How often a class was given a test, or gave it back, since the head was last written. An
    attribute of its own, as `begun`."""
    schools: frozenset[str] | None = Field(default=None, exclude=True)
    """Schools of its classes; an attribute of its own, as `begun`. None in processes of
    before 0.4."""
    activators: Mapping[ProcessTest, frozenset[str]] | None = Field(default=None, exclude=True)
    """The people with a class that has each test: its teachers when it was given; an attribute of
    its own, as `begun`. None: nobody wrote it down, as in processes of before 0.4."""

    @property
    def is_open(self) -> bool:
        """Return whether people work on it."""
        return self.state in OPEN

    @property
    def is_finished(self) -> bool:
        """Return whether its leader finished it: its copies of the team stay as they are."""
        return self.state in (ProcessState.LOCKING, ProcessState.LOCKED)

    @property
    def rules(self) -> Edition:
        """By which rules its figures are computed."""
        return self.edition if self.is_finished else LATEST

    def role_of(self, caller: Caller) -> TeamRole:
        """Return a person's role in an open process, by its copies. Raises `NotFound`."""
        role = standing(caller, self)
        if role is None or self.state == ProcessState.DISCARDED:
            raise refusals.PROCESS_NOT_FOUND()
        return role

    def test(self, test: ProcessTest) -> Attached | None:
        return self.pre if test == ProcessTest.PRE else self.post

    def apply_move(self, move: ProcessMove, role: TeamRole | None, **changes: Any) -> Process:
        """Return the process after a move, a version on. Raises `Conflict` or `Forbidden`."""
        to = after(self.state, move, role)
        return self.model_copy(update={**changes, "state": to, "version": self.version + 1})

    def list_allowed(self, role: TeamRole) -> tuple[str, ...]:
        """Return the moves that a role may make in its present state."""
        fixed = {
            ProcessMove.ATTACH_PRE: ProcessTest.PRE in self.begun,
            ProcessMove.ATTACH_POST: ProcessTest.POST in self.begun,
            ProcessMove.DISCARD: bool({ProcessTest.PRE, ProcessTest.POST} & self.begun),
        }
        return tuple(
            m for m in list_allowed_moves(self.state, role) if not fixed.get(ProcessMove(m))
        )

    def check_free(self, test: ProcessTest) -> None:
        """Refuse to exchange a test that a class has been given."""
        if test in self.begun:
            raise refusals.TEST_ALREADY_ACTIVATED()

    def with_team(self, team: Team) -> Process:
        """Return the process with the team as it is now, a version on."""
        return self.model_copy(update={**of_team(team), "version": self.version + 1})

    @property
    def step(self) -> ProcessStep:
        """The furthest step that has content (P15); the first until there is a pre-test."""
        if not self.is_open:
            return ProcessStep.LOCKED
        if self.pre is None:  # what it was begun from brought texts along
            return ProcessStep.COLLECT
        reached = [step for step in _STEPS if _SHOWS[step] in self.begun]
        return reached[-1] if reached else ProcessStep.COLLECT


class PageName(StrEnum):
    """The pages that a team writes together."""

    ANALYZE = "analyze"
    """The team's analysis of the pre-test."""
    GOALS = "goals"
    """Its aim."""
    STRATEGIES = "strategies"
    """Its activity, its students, its frequency and its duration."""
    REFLECT = "reflect"
    """Successes, failures, and plans for next time."""


class ProcessStep(StrEnum):
    """How far a process has come, as administrators see it."""

    COLLECT = "collect"
    """It has come to the pre-test at most."""
    ANALYZE = "analyze"
    """It has come to the page *analyze*."""
    GOALS = "goals"
    """It has come to the page *goals*."""
    STRATEGIES = "strategies"
    """It has come to the page *strategies*."""
    POST_TEST = "post_test"
    """It has come to the post-test."""
    REFLECT = "reflect"
    """It has come to the page *reflect*."""
    LOCKED = "locked"
    """It is finished."""


_STEPS = (
    ProcessStep.ANALYZE,
    ProcessStep.GOALS,
    ProcessStep.STRATEGIES,
    ProcessStep.POST_TEST,
    ProcessStep.REFLECT,
)
_SHOWS: Mapping[ProcessStep, str] = {
    ProcessStep.ANALYZE: PageName.ANALYZE,
    ProcessStep.GOALS: PageName.GOALS,
    ProcessStep.STRATEGIES: PageName.STRATEGIES,
    ProcessStep.POST_TEST: ProcessTest.POST,
    ProcessStep.REFLECT: PageName.REFLECT,
}


def begin_process(
    team: Team, process: str, name: str, by: Colleague, at: str, year: str
) -> Process:
    """Return a new process of a team, with nothing in it yet."""
    return Process(
        id=process,
        name=name,
        state=ProcessState.NAMED,
        creator=by.id,
        creator_name=by.name,
        created=at,
        year=year,
        schools=frozenset(),
        activators={},
        **of_team(team),
    )


def school_year(day: date) -> str:
    """Name the school year of a day: it begins on the first of July.

    >>> school_year(date(2026, 6, 30)), school_year(date(2026, 7, 1))
    ('2025-2026', '2026-2027')
    """
    first = day.year if day.month >= _FIRST_MONTH else day.year - 1
    return f"{first}-{first + 1}"


def is_full(open_heads: Sequence[Process]) -> bool:
    """Return whether a team with these open processes can begin no more."""
    return len(open_heads) >= MOST_OPEN_PROCESSES


def of_team(team: Team) -> dict[str, Any]:
    """Return the fields that a process copies from its team."""
    return {
        "team": team.id,
        "team_name": team.name,
        "school": team.school,
        "leaders": team.leaders,
        "members": team.members,
        "levels": team.levels,
    }


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class in a process: whose it is, since when, from which trackers its sheets are opened.

    `activated`, `trackers` and `give_until` (the last day for the class to get it, if there is one)
    are by test; `students` is how many the class had when it was last saved. `sealed`: closed by
    the lock.
    """

    scores: ClassScores
    activated: Mapping[str, str] = field(default_factory=dict)
    trackers: Mapping[str, str] = field(default_factory=dict)
    sealed: bool = False
    give_until: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProcessReport:
    """The state of a locked process's report: `pending`, `ready` or `failed`; and its file."""

    state: str
    file: str = ""
    digest: str = ""
    """SHA-256 of the PDF, in hex."""
    size: int = 0
    at: str = ""
    tries: int = 0
    due: str = ""
    """When the clock looks after it; nothing once it is there."""
    frame: Mapping[str, Any] = field(default_factory=dict)
    """The facts from outside the process, as they were at the lock (`ReportContext`)."""


@dataclass(frozen=True, slots=True)
class ProcessSnapshot:
    """A whole process, as one query brings it.

    Pages, asides and goals are as they are kept (text, version); their rooms read them.
    """

    process: Process
    pages: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    asides: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """By page and id."""
    rows: tuple[ClassRow, ...] = ()
    goals: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """By class."""
    report: ProcessReport | None = None

    @property
    def id(self) -> str:
        return self.process.id

    @property
    def version(self) -> int:
        return self.process.version

    @property
    def schools(self) -> frozenset[str]:
        """The schools of all its classes."""
        return frozenset(row.scores.school for row in self.rows)

    @property
    def activators(self) -> Mapping[ProcessTest, frozenset[str]]:
        """The people with a class that has each test; before 0.4, those who gave it to one."""
        if self.process.activators is not None:
            return self.process.activators
        return {
            test: frozenset(row.scores.teacher for row in self.rows if test in row.activated)
            for test in ProcessTest
        }

    def activators_with(
        self, test: ProcessTest, people: Collection[str]
    ) -> dict[ProcessTest, frozenset[str]]:
        """Return the people with a class that has each test, when these have one with this test."""
        known = self.activators
        return {**known, test: known.get(test, frozenset()) | frozenset(people)}

    @property
    def scores(self) -> tuple[ClassScores, ...]:
        """The scores of all its classes."""
        return tuple(row.scores for row in self.rows)
