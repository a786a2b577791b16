"""The outcome for a data team in which a distribution opens a process, with reasons (P15).

A class whose tracker got the assessment joins its owner's team. Nobody is left out without a
reason that administrators can read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from chalicelib.frozen_models import FrozenModel
from chalicelib.ids import derive_id
from chalicelib.teams.model import Team

KIND = "process-opening"
"""As a job and as a due entry; its id is the distribution's."""

OTHER_SCHOOL = "class_of_other_school"
NOBODY = "nobody_received_it"
RETIRED = "team_retired"
UNKNOWN = "team_not_found"
FULL = "too_many_open_processes"
DISCARDED = "process_discarded"

_NOT_TAUGHT = "The teacher of this tracker no longer teaches this class."
SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        NOBODY: (
            "No class of this team received the assessment. To start the process, add the trackers "
            "of its members to the distribution."
        ),
        RETIRED: "This data team is retired. Bring it back. Its leader can then start the process.",
        UNKNOWN: "This data team no longer exists.",
        FULL: (
            "This data team has the maximum number of open Mastery Processes. After it finishes "
            "one, its leader can start this one."
        ),
        DISCARDED: "The team's leader discarded the process. The leader can start another one.",
        "process_locked": "The team finished the process before it could include this class.",
        OTHER_SCHOOL: "This class belongs to another school than the data team.",
        "process_not_found": "The teacher of this class no longer belongs to the data team.",
        "class_not_found": _NOT_TAUGHT,
        "class_not_taught": _NOT_TAUGHT,
        "class_not_yours": _NOT_TAUGHT,  # as 0.3.0 wrote it
        "tracker_not_found": "The tracker of this class belongs to somebody else now.",
        "tracker_archived": (
            "The tracker of this class is archived. Its teacher can take it out of the archive."
        ),
        "process_full": "This process already has the maximum number of classes.",
        "too_many_processes": (
            "The results of this class go to the maximum number of open processes. After one of "
            "them is finished, the teacher can activate the pre-test here."
        ),
        "assessment_recalled": "The district recalled the assessment.",
    }
)
_ELSE = "The class did not get the pre-test. Its teacher can activate it in the process."


def sentence(reason: str) -> str:
    """Return a reason to an administrator; nothing if there is none."""
    return SENTENCES.get(reason, _ELSE) if reason else ""


@dataclass(frozen=True, slots=True)
class Received:
    """A tracker that got the assessment."""

    tracker: str
    class_id: str
    owner: str
    school: str


class ClassState(StrEnum):
    """The outcome for a class."""

    PENDING = "pending"
    ACTIVE = "active"
    SKIPPED = "skipped"


class OpenedClass(FrozenModel):
    """A class of a team's member, whose tracker got the assessment."""

    class_id: str
    tracker: str
    teacher: str
    state: ClassState = ClassState.PENDING
    reason: str = ""
    """Why it is skipped."""

    def active(self) -> OpenedClass:
        """Return it as it is once the class has the pre-test."""
        return self.model_copy(update={"state": ClassState.ACTIVE, "reason": ""})

    def skip(self, reason: str) -> OpenedClass:
        """Return it as it is when the class cannot be given the pre-test."""
        return self.model_copy(update={"state": ClassState.SKIPPED, "reason": reason})


class ProcessOpeningState(StrEnum):
    """The outcome for a team."""

    PENDING = "pending"
    """The process waits to be opened."""
    OPENED = "opened"
    """The process is open."""
    SKIPPED = "skipped"
    """No process is opened; `reason` says why."""


class TeamOpening(FrozenModel):
    """The outcome for a team so far. `version` counts its writes."""

    team: str
    team_name: str = ""
    school: str = ""
    process: str = ""
    """Where it works with the pre-test; empty as long as there is none."""
    found: bool = False
    """Whether it had one with this very pre-test already."""
    reason: str = ""
    """Why it is skipped."""
    classes: tuple[OpenedClass, ...] = ()
    asked: int = 0
    """For which time of asking this was planned."""
    version: int = 0

    @property
    def state(self) -> ProcessOpeningState:
        """The outcome."""
        if self.reason:
            return ProcessOpeningState.SKIPPED
        return (
            ProcessOpeningState.PENDING
            if self.pending or not self.process
            else ProcessOpeningState.OPENED
        )

    @property
    def pending(self) -> tuple[OpenedClass, ...]:
        """Its classes that are not decided."""
        return tuple(each for each in self.classes if each.state == ClassState.PENDING)

    def count(self, state: ClassState) -> int:
        """Return how many of its classes are in a state."""
        return sum(each.state == state for each in self.classes)

    def with_process(self, process: str, *, found: bool) -> TeamOpening:
        """Return it with the process that it works in."""
        return self.model_copy(update={"process": process, "found": found})

    def skip(self, reason: str) -> TeamOpening:
        """Return it as it is when nothing can be opened in it."""
        return self.model_copy(update={"reason": reason})

    def record_classes(self, classes: Sequence[OpenedClass]) -> TeamOpening:
        """Return it with the outcomes for some of its classes."""
        known = {each.class_id: each for each in classes}
        every = tuple(known.get(each.class_id, each) for each in self.classes)
        return self.model_copy(update={"classes": every})


def process_id(distribution: str, team: str) -> str:
    """Return the id of the process that a distribution opens in a team: always the same.

    It is of the shape of all ids, and of the time of the distribution.

    >>> process_id("01J8Z3K4M5N6P7Q8R9S0T1V2W3", "01J8ZAAAAAAAAAAAAAAAAAAAAA")[:10]
    '01J8Z3K4M5'
    """
    return derive_id(distribution, team)


# -- planning --------------------------------------------------------------------------------------


def by_owner(received: Iterable[Received]) -> dict[str, list[Received]]:
    """Sort trackers by whose they are."""
    owned: dict[str, list[Received]] = {}
    for each in received:
        owned.setdefault(each.owner, []).append(each)
    return owned


def plan_team(
    team: Team, owned: Mapping[str, Sequence[Received]], before: TeamOpening | None, asked: int
) -> TeamOpening:
    """Return the classes that join in a team: done ones stay, refused ones are tried again.

    A class comes from one tracker, the first that is found among its members'.
    """
    done = [each for each in (before.classes if before else ()) if each.state == ClassState.ACTIVE]
    classes = {each.class_id: each for each in _list_wanted_classes(team, owned)}
    classes |= {each.class_id: each for each in done}
    made = (before or TeamOpening(team=team.id)).model_copy(
        update={
            "team_name": team.name,
            "school": team.school,
            "classes": tuple(classes.values()),
            "asked": asked,
        }
    )
    return made.skip(_why_not(team, made))


def unknown(team: str, before: TeamOpening | None, asked: int) -> TeamOpening:
    """Return that there is no such team."""
    made = before or TeamOpening(team=team)
    return made.model_copy(update={"reason": UNKNOWN, "asked": asked})


def _list_wanted_classes(
    team: Team, owned: Mapping[str, Sequence[Received]]
) -> Iterator[OpenedClass]:
    found: dict[str, OpenedClass] = {}
    for person in team.people:
        for each in owned.get(person.id, ()):
            found.setdefault(each.class_id, _class(team, each))
    return iter(found.values())


def _class(team: Team, each: Received) -> OpenedClass:
    made = OpenedClass(class_id=each.class_id, tracker=each.tracker, teacher=each.owner)
    return made.skip(OTHER_SCHOOL) if team.school not in ("", each.school) else made


def _why_not(team: Team, made: TeamOpening) -> str:
    """Return why nothing opens in a team; nothing where something does."""
    if made.process:
        return ""
    if team.retired:
        return RETIRED
    return "" if made.pending else NOBODY
