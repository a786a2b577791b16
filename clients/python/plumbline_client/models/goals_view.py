from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.class_goal_view import ClassGoalView
    from ..models.goal_figures_view import GoalFiguresView
    from ..models.goals_view_links import GoalsViewLinks
    from ..models.school_goal_view import SchoolGoalView
    from ..models.teacher_goal_view import TeacherGoalView


T = TypeVar("T", bound="GoalsView")


@_attrs_define
class GoalsView:
    """The goals of a process: per class, per teacher, and the team's as their sum.

    A student in several classes counts once for a teacher and for the team.

        Attributes:
            process_id (str): The Mastery Process's id.
            team (GoalFiguresView | None): The goals of all classes, added up; null where it would reveal results of fewer
                than five students of another school.
            schools (list[SchoolGoalView]): For an administrator who sees a part: the goals of each of their schools.
            teachers (list[TeacherGoalView]): The goals of each teacher's classes, added up.
            classes (list[ClassGoalView]): The goal of each class.
            notes (list[str]): Further notes, in sentences.
            links (GoalsViewLinks | Unset): Where to go on: the process.
    """

    process_id: str
    team: GoalFiguresView | None
    schools: list[SchoolGoalView]
    teachers: list[TeacherGoalView]
    classes: list[ClassGoalView]
    notes: list[str]
    links: GoalsViewLinks | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.goal_figures_view import GoalFiguresView  # noqa: PLC0415

        process_id = self.process_id

        team: dict[str, Any] | None
        if isinstance(self.team, GoalFiguresView):
            team = self.team.to_dict()
        else:
            team = self.team

        schools = []
        for schools_item_data in self.schools:
            schools_item = schools_item_data.to_dict()
            schools.append(schools_item)

        teachers = []
        for teachers_item_data in self.teachers:
            teachers_item = teachers_item_data.to_dict()
            teachers.append(teachers_item)

        classes = []
        for classes_item_data in self.classes:
            classes_item = classes_item_data.to_dict()
            classes.append(classes_item)

        notes = self.notes

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "process_id": process_id,
                "team": team,
                "schools": schools,
                "teachers": teachers,
                "classes": classes,
                "notes": notes,
            }
        )
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.class_goal_view import ClassGoalView  # noqa: PLC0415
        from ..models.goal_figures_view import GoalFiguresView  # noqa: PLC0415
        from ..models.goals_view_links import GoalsViewLinks  # noqa: PLC0415
        from ..models.school_goal_view import SchoolGoalView  # noqa: PLC0415
        from ..models.teacher_goal_view import TeacherGoalView  # noqa: PLC0415

        d = dict(src_dict)
        process_id = d.pop("process_id")

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

        schools = []
        _schools = d.pop("schools")
        for schools_item_data in _schools:
            schools_item = SchoolGoalView.from_dict(schools_item_data)

            schools.append(schools_item)

        teachers = []
        _teachers = d.pop("teachers")
        for teachers_item_data in _teachers:
            teachers_item = TeacherGoalView.from_dict(teachers_item_data)

            teachers.append(teachers_item)

        classes = []
        _classes = d.pop("classes")
        for classes_item_data in _classes:
            classes_item = ClassGoalView.from_dict(classes_item_data)

            classes.append(classes_item)

        notes = cast(list[str], d.pop("notes"))

        _links = d.pop("links", UNSET)
        links: GoalsViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = GoalsViewLinks.from_dict(_links)

        goals_view = cls(
            process_id=process_id,
            team=team,
            schools=schools,
            teachers=teachers,
            classes=classes,
            notes=notes,
            links=links,
        )

        goals_view.additional_properties = d
        return goals_view

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
