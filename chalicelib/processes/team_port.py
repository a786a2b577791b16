"""The processes of a team, for the team: a change of the team goes to all that are open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from chalicelib.teams.ports import GoalImpact, MeasuredWork, OpenProcessHead, Running

from .analytics.counts import shares
from .analytics.goals import class_goal
from .goals.model import choices_of
from .model import Process, ProcessSnapshot
from .repository import ProcessRepository, head_put
from .scores import ProcessTest

if TYPE_CHECKING:
    from chalicelib.storage.conditions import Write
    from chalicelib.teams.levels import Levels
    from chalicelib.teams.model import Team


class WorkOfTeams:
    """The processes of teams, as teams look at them (`teams.ports.Work`)."""

    def __init__(self, repository: ProcessRepository) -> None:
        """Use this repository."""
        self._repository = repository

    def running(self, district: str, team: str) -> Running:
        """Read the heads of a team's open processes, and count those that are locked."""
        heads = self._repository.of_team(district, team)
        return Running(
            tuple(head for head in heads if head.is_open),
            sum(head.is_finished for head in heads),
        )

    def build_copy_updates(
        self, district: str, team: Team, heads: Sequence[OpenProcessHead]
    ) -> list[Write]:
        """Bring a changed team to these heads, each on the condition that it is as it was read."""
        processes = (head for head in heads if isinstance(head, Process))
        return [head_put(district, process.with_team(team)) for process in processes]

    def measure(self, district: str, process: str, other: Levels | None = None) -> MeasuredWork:
        """Read the scores of a process, and its goals by `other` levels."""
        opened = self._repository.open(district, process)
        if opened is None:
            return MeasuredWork()
        found = shares(opened.scores, opened.process.levels)
        return MeasuredWork(
            pre=found[ProcessTest.PRE],
            post=found[ProcessTest.POST],
            teachers=tuple(sorted(Counter(each.teacher for each in opened.scores).items())),
            goals=tuple(_goals_by(opened, other)) if other else (),
        )


def _goals_by(opened: ProcessSnapshot, other: Levels) -> Iterator[GoalImpact]:
    """Yield the numbers of teachers' goals now and by other levels, by teacher and class."""
    choices, levels = choices_of(opened.goals), opened.process.levels
    decided = (each for each in opened.scores if each.school_class in choices)
    for scores in sorted(decided, key=lambda each: (each.teacher_name.casefold(), each.label)):
        choice = choices[scores.school_class]
        now, then = (class_goal(scores, by, choice).goal for by in (levels, other))
        yield GoalImpact(
            scores.school_class,
            scores.label,
            scores.school,
            scores.teacher_name,
            now.tested,
            now.proficient,
            now.aimed,
            then.proficient,
            then.aimed,
        )
