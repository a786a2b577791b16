"""HTTP for a look at what a class goal would come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from chalicelib.processes.analytics.sentences import goal_sentence
from chalicelib.processes.goals.routes import (
    PATH,
    GoalFiguresView,
    GoalStudentView,
    NewGoal,
    figures_view,
    student_views,
)
from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

if TYPE_CHECKING:
    from chalicelib.processes.goals.service import ClassGoals, PreviewedGoal

    class ProcessesGoalsPreviewingServices(Protocol):
        """What the edge hands to these views."""

        class_goals: ClassGoals

    ProcessesGoalsPreviewingRequest = Request[ProcessesGoalsPreviewingServices]


routes = Routes("Class goals")


class GoalPreviewView(Representation):
    """What a class's goal would come to; nothing is saved."""

    goal: GoalFiguresView
    """The class's goal in numbers."""
    team: GoalFiguresView | None
    """The team's goal in numbers, with this one in it; null where it is not shown to you."""
    students: list[GoalStudentView]
    """The students with the pre-test, the best first."""

    @classmethod
    def of(cls, subject: PreviewedGoal) -> GoalPreviewView:
        """Render a goal as it would be."""
        shown, team = subject.goal, subject.team
        figures, levels = shown.figures, shown.process.levels
        return cls(
            goal=figures_view(figures.goal, shown.sentence(figures)),
            team=figures_view(team, goal_sentence(team, levels)) if team else None,
            students=student_views(figures, levels),
        )


@routes.post(
    PATH + "/{class_id}/preview",
    policy=STAFF,
    body=NewGoal,
    answer=GoalPreviewView,
    status=200,
    only_reads=True,
    summary="See what a class's goal would come to, without setting it",
)
def preview_goal(
    request: ProcessesGoalsPreviewingRequest, process_id: str, class_id: str
) -> PreviewedGoal:
    """Look at a goal before it is set. It is refused as setting it would be."""
    return request.services.class_goals.preview(
        request.act, process_id, class_id, request.body.goal()
    )
