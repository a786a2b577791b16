from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.goal_part import GoalPart

T = TypeVar("T", bound="GoalStudentView")


@_attrs_define
class GoalStudentView:
    """A student with the pre-test, and the student's part in the goal.

    Attributes:
        student_id (str): The student's id in the roster.
        given_name (str): First name, as the person prefers to be called.
        family_name (str): Last name.
        percent (float): The student's result of the pre-test, in percent.
        level (int): The level's number, from 1, the lowest.
        level_name (str): The level's name.
        part (GoalPart): A tested student's part in the goal. The first three are in it.

            - `proficient`: Meets the goal's level already.
            - `close`: No more than 5 points below: preselected.
            - `added`: Further below, added by the teacher.
            - `removed`: No more than 5 points below, left out by the teacher.
            - `far`: Further below, not selected.
        selected (bool): Whether the student is to meet by the goal's day.
        message (str): The student's part in the goal, in words.
    """

    student_id: str
    given_name: str
    family_name: str
    percent: float
    level: int
    level_name: str
    part: GoalPart
    selected: bool
    message: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        student_id = self.student_id

        given_name = self.given_name

        family_name = self.family_name

        percent = self.percent

        level = self.level

        level_name = self.level_name

        part = self.part.value

        selected = self.selected

        message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "student_id": student_id,
                "given_name": given_name,
                "family_name": family_name,
                "percent": percent,
                "level": level,
                "level_name": level_name,
                "part": part,
                "selected": selected,
                "message": message,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        student_id = d.pop("student_id")

        given_name = d.pop("given_name")

        family_name = d.pop("family_name")

        percent = d.pop("percent")

        level = d.pop("level")

        level_name = d.pop("level_name")

        part = GoalPart(d.pop("part"))

        selected = d.pop("selected")

        message = d.pop("message")

        goal_student_view = cls(
            student_id=student_id,
            given_name=given_name,
            family_name=family_name,
            percent=percent,
            level=level,
            level_name=level_name,
            part=part,
            selected=selected,
            message=message,
        )

        goal_student_view.additional_properties = d
        return goal_student_view

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
