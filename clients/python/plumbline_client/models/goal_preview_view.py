from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.goal_figures_view import GoalFiguresView
    from ..models.goal_student_view import GoalStudentView


T = TypeVar("T", bound="GoalPreviewView")


@_attrs_define
class GoalPreviewView:
    """The result of a class's goal, without saving it.

    Attributes:
        goal (GoalFiguresView): A goal in numbers: from how many of the pre-tested to how many.
        team (GoalFiguresView | None): The team's goal in numbers, with this one in it; null where it is not shown to
            you.
        students (list[GoalStudentView]): The students with the pre-test, the best first.
    """

    goal: GoalFiguresView
    team: GoalFiguresView | None
    students: list[GoalStudentView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.goal_figures_view import GoalFiguresView  # noqa: PLC0415

        goal = self.goal.to_dict()

        team: dict[str, Any] | None
        if isinstance(self.team, GoalFiguresView):
            team = self.team.to_dict()
        else:
            team = self.team

        students = []
        for students_item_data in self.students:
            students_item = students_item_data.to_dict()
            students.append(students_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "goal": goal,
                "team": team,
                "students": students,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.goal_figures_view import GoalFiguresView  # noqa: PLC0415
        from ..models.goal_student_view import GoalStudentView  # noqa: PLC0415

        d = dict(src_dict)
        goal = GoalFiguresView.from_dict(d.pop("goal"))

        def _parse_team(data: object) -> GoalFiguresView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                team_type_0 = GoalFiguresView.from_dict(data)

                return team_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GoalFiguresView | None, data)

        team = _parse_team(d.pop("team"))

        students = []
        _students = d.pop("students")
        for students_item_data in _students:
            students_item = GoalStudentView.from_dict(students_item_data)

            students.append(students_item)

        goal_preview_view = cls(
            goal=goal,
            team=team,
            students=students,
        )

        goal_preview_view.additional_properties = d
        return goal_preview_view

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
