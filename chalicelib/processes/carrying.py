"""What a team asks of its processes: a change of the team goes to all that are open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from chalicelib.teams.neighbours import Head, Measured, Running

from .model import Process
from .moves import State
from .repository import ProcessRepository, head_put
from .scores import ClassScores, Test

if TYPE_CHECKING:
    from chalicelib.storage.conditions import Write
    from chalicelib.teams.model import Team

_FINISHED = (State.LOCKING, State.LOCKED)


class WorkOfTeams:
    """The processes of teams, as teams look at them (`teams.neighbours.Work`)."""

    def __init__(self, repository: ProcessRepository) -> None:
        """Use this repository."""
        self._repository = repository

    def running(self, district: str, team: str) -> Running:
        """Read the heads of a team's open processes, and count those that are locked."""
        heads = self._repository.of_team(district, team)
        return Running(
            tuple(head for head in heads if head.is_open),
            sum(head.state in _FINISHED for head in heads),
        )

    def rewritten(self, district: str, team: Team, heads: Sequence[Head]) -> list[Write]:
        """Bring a changed team to these heads, each on the condition that it is as it was read."""
        processes = (head for head in heads if isinstance(head, Process))
        return [head_put(district, process.with_team(team)) for process in processes]

    def measured(self, district: str, process: str) -> Measured:
        """Read what a process has of students."""
        opened = self._repository.open(district, process)
        classes = opened.scores if opened else ()
        return Measured(
            pre=tuple(shares(classes, Test.PRE)),
            post=tuple(shares(classes, Test.POST)),
            teachers=tuple(sorted(Counter(each.teacher for each in classes).items())),
        )


def shares(classes: Sequence[ClassScores], test: Test) -> Iterator[Fraction]:
    """Give each tested student's share once: of two classes, that with both tests, then the first.

    As the figures of a team count them.
    """
    found: dict[str, tuple[bool, Fraction]] = {}
    for one in sorted(classes, key=lambda each: each.school_class):
        both = _tested(one, Test.PRE).keys() & _tested(one, Test.POST).keys()
        for student, share in _tested(one, test).items():
            known = found.get(student)
            if known is None or (student in both and not known[0]):
                found[student] = (student in both, share)
    return (share for _, share in found.values())


def _tested(one: ClassScores, test: Test) -> dict[str, Fraction]:
    return {score.student: score.share for score in one.on(test) or () if score.share is not None}
