"""The goals that teachers set for their classes, and the numbers of the whole team."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from chalicelib.clock import from_instant, instant
from chalicelib.errors import NotFound, stale
from chalicelib.observability import read_of_students
from chalicelib.processes import refusals
from chalicelib.processes.analytics.goals import ClassGoal, Goal, TeamGoals, class_goal, team_goals
from chalicelib.processes.analytics.model import SubjectKind
from chalicelib.processes.analytics.sentences import goal_sentence
from chalicelib.processes.class_rows.names import add_student_names
from chalicelib.processes.goals.model import GoalNumbers, KeptGoal, choices_of, read_goals
from chalicelib.processes.model import ClassRow, Process, ProcessTest
from chalicelib.processes.moves import ProcessMove, after
from chalicelib.processes.suppression.model import RowPart
from chalicelib.rosters.refusals import CLASS_NOT_FOUND
from chalicelib.storage.optimistic import retry
from chalicelib.suppression import SuppressionReason
from chalicelib.teams.model import TeamRole

from .repository import GoalRepository
from .validation import check_day, check_named

if TYPE_CHECKING:
    from chalicelib.acts import Act, Caller
    from chalicelib.processes.scores import ClassScores
    from chalicelib.processes.service import Processes
    from chalicelib.processes.visible_process import VisibleProcess
    from chalicelib.rosters.service import Rosters


@dataclass(frozen=True, slots=True)
class OpenGoal:
    """A class's goal as one person sees it: the decision and its students."""

    process: Process
    scores: ClassScores
    kept: KeptGoal
    role: TeamRole
    mine: bool
    """Whether this person teaches the class today, or activated it when they did."""
    given: str = ""
    """When the class was given the pre-test (RFC 3339); empty until then."""

    @property
    def id(self) -> str:
        """Its id in the audit trail."""
        return f"{self.process.id}.{self.scores.school_class}"

    @property
    def version(self) -> int:
        """The goal's version."""
        return self.kept.version

    @property
    def figures(self) -> ClassGoal:
        """The goal's students and its figures."""
        choice = self.kept.choice if self.kept.version else None
        return class_goal(self.scores, self.process.levels, choice)

    @property
    def numbers_before(self) -> GoalNumbers | None:
        """Its numbers when it was set, where they are different now."""
        return self.kept.numbers_before(self.figures.goal)

    @property
    def measure(self) -> str:
        return self.kept.describe_measure(self.process)

    @property
    def allowed(self) -> tuple[str, ...]:
        """The moves that this person may make."""
        may = self.mine and ProcessMove.SET_GOAL in self.process.list_allowed(self.role)
        return (ProcessMove.SET_GOAL.value,) if may else ()

    def sentence(self, figures: ClassGoal) -> str:
        """Write the goal out."""
        levels, day = self.process.levels, self.kept.day
        return goal_sentence(figures.goal, levels, by=day, measure=self.measure)


@dataclass(frozen=True, slots=True)
class PreviewedGoal:
    """A class's goal as it would be, and the team's with it; None where that is hidden."""

    goal: OpenGoal
    team: Goal | None


@dataclass(frozen=True, slots=True)
class OpenGoals:
    """The goals of a whole process."""

    process: Process
    figures: TeamGoals
    kept: dict[str, KeptGoal]
    schools: Mapping[str, Goal] = field(default_factory=dict)
    """For people who see only those: the figures of their classes' goals."""
    hidden: SuppressionReason | None = None
    """Why the team's goal is not shown."""


@dataclass(eq=False, repr=False)
class ClassGoals:
    """The goals of a district's processes. The roster is asked only where it matters."""

    _repository: GoalRepository
    _processes: Processes
    _rosters: Callable[[], Rosters]

    def read(self, caller: Caller, process: str, school_class: str) -> OpenGoal:
        """Read a class's goal; at version 0 nobody has decided. Leaves an audit line."""
        seen = self._processes.load_visible(caller, process)
        return self._add_student_names(caller, self._of(caller, seen, school_class))

    def of_process(self, caller: Caller, process: str, *, team_only: bool = False) -> OpenGoals:
        """Add the goals of all classes up, by teacher and for the team. No student is named."""
        seen = self._processes.load_visible(caller, process)
        goals = seen.opened.goals
        figures = partial(team_goals, levels=seen.process.levels, choices=choices_of(goals))
        own, whole = seen.figure(figures)
        team = whole.team
        rows: dict[str, Any] = {"teachers": (), "classes": ()} if team_only else {}
        hidden = seen.hide(team.subject.classes)
        return OpenGoals(
            seen.process,
            replace(own, team=team, **rows),
            read_goals(goals),
            {school: _at(school, each.team) for school, each in seen.by_school(figures).items()},
            hidden.get(RowPart.GOAL),
        )

    def set(
        self, act: Act, process: str, school_class: str, version: int, goal: KeptGoal
    ) -> OpenGoal:
        """Decide a class's goal, which was seen at `version`; 0 is the first time.

        Raises `Invalid` with every student it cannot name, `Forbidden`, `Conflict`, `Stale`.
        """

        def attempt() -> OpenGoal:
            present = self.read(act.caller, process, school_class)
            self._check_may_set(act.caller, present)
            again = present.version == version and present.numbers_before is not None
            if goal.same_as(present.kept) and present.version and not again:
                return present  # also our own lost answer
            if present.version != version:
                raise stale("goal", present.version)
            shown = self._decide_goal(act, present, goal)
            self._repository.save(act, process, school_class, shown.kept, shown)
            return shown

        return retry(attempt, refusals.GOAL_BUSY)

    def preview(self, act: Act, process: str, school_class: str, goal: KeptGoal) -> PreviewedGoal:
        """Return a class's goal as a decision would make it; nothing is written.

        Raises what deciding it would raise, except `Stale`. Leaves an audit line.
        """
        seen = self._processes.load_visible(act.caller, process)
        present = self._add_student_names(act.caller, self._of(act.caller, seen, school_class))
        self._check_may_set(act.caller, present)
        decided = self._decide_goal(act, present, goal)
        choices = {**choices_of(seen.opened.goals), school_class: goal.choice}
        team = team_goals(seen.every, seen.process.levels, choices).team
        hidden = seen.hide(team.subject.classes).get(RowPart.GOAL)
        return PreviewedGoal(decided, None if hidden else team)

    # -- steps ------------------------------------------------------------------------------------

    def _decide_goal(self, act: Act, present: OpenGoal, goal: KeptGoal) -> OpenGoal:
        """Return a goal as it is once it is decided. Raises `Invalid`."""
        shown = replace(present, kept=_stamp_goal(act, goal, present.version + 1))
        check_named(shown.scores, shown.process.levels, goal, present.kept)
        self._check_day(act, goal, present)
        numbers = GoalNumbers.of(shown.figures.goal)
        return replace(shown, kept=shown.kept.model_copy(update={"numbers": numbers}))

    def _check_may_set(self, caller: Caller, present: OpenGoal) -> None:
        """Refuse people who do not teach the class today. Its activator may have been replaced."""
        after(present.process.state, ProcessMove.SET_GOAL, present.role)
        scores = present.scores
        asked = scores.teacher != caller.person  # the roster, when the goal was read
        if not (present.mine if asked else self._teaches(caller, scores.school_class)):
            raise refusals.NOT_YOUR_CLASS()

    def _check_day(self, act: Act, goal: KeptGoal, present: OpenGoal) -> None:
        day = partial(self._processes.day, act.caller)
        given = day(from_instant(present.given)) if present.given else None
        check_day(goal, present.kept, day(act.at), given)

    def _add_student_names(self, caller: Caller, shown: OpenGoal) -> OpenGoal:
        [scores] = add_student_names(self._rosters(), caller.district, [shown.scores])
        read_of_students(caller, "goal", shown.id)
        return replace(shown, scores=scores)

    def _of(self, caller: Caller, seen: VisibleProcess, school_class: str) -> OpenGoal:
        opened, role = seen.opened, seen.role
        row = _row_of(seen.rows, school_class)
        kept = read_goals(opened.goals).get(school_class, KeptGoal())
        mine = self._is_mine(caller, row.scores, role)
        given = row.activated.get(ProcessTest.PRE, "")
        return OpenGoal(opened.process, row.scores, kept, role, mine, given)

    def _is_mine(self, caller: Caller, scores: ClassScores, role: TeamRole) -> bool:
        if role in (TeamRole.ADMINISTRATOR, TeamRole.SCHOOL_ADMINISTRATOR):
            return False
        return scores.teacher == caller.person or self._teaches(caller, scores.school_class)

    def _teaches(self, caller: Caller, school_class: str) -> bool:
        try:
            taught = self._rosters().school_class(caller, school_class)
        except NotFound:
            return False
        return taught.taught_by(caller.person)


def _at(school: str, goal: Goal) -> Goal:
    return replace(goal, subject=replace(goal.subject, kind=SubjectKind.SCHOOL, id=school))


def _row_of(rows: Iterable[ClassRow], school_class: str) -> ClassRow:
    for row in rows:
        if row.scores.school_class == school_class:
            return row
    raise CLASS_NOT_FOUND()


def _stamp_goal(act: Act, goal: KeptGoal, version: int) -> KeptGoal:
    who = {"set_by": act.caller.person, "set_by_name": act.caller.name}
    return goal.model_copy(update={**who, "set_at": instant(act.at), "version": version})
