from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="GoalImpactView")


@_attrs_define
class GoalImpactView:
    """A goal that a teacher set, with numbers that would change.

    Attributes:
        class_id (str): The class's id in the roster.
        title (str): The class's title.
        teacher_name (str): The teacher's name.
        tested (int): How many students have the pre-test.
        met_before (int): How many of them meet now.
        target_before (int): How many are to meet now.
        met_after (int): How many would meet.
        target_after (int): How many would be to meet.
    """

    class_id: str
    title: str
    teacher_name: str
    tested: int
    met_before: int
    target_before: int
    met_after: int
    target_after: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        class_id = self.class_id

        title = self.title

        teacher_name = self.teacher_name

        tested = self.tested

        met_before = self.met_before

        target_before = self.target_before

        met_after = self.met_after

        target_after = self.target_after

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "class_id": class_id,
                "title": title,
                "teacher_name": teacher_name,
                "tested": tested,
                "met_before": met_before,
                "target_before": target_before,
                "met_after": met_after,
                "target_after": target_after,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        class_id = d.pop("class_id")

        title = d.pop("title")

        teacher_name = d.pop("teacher_name")

        tested = d.pop("tested")

        met_before = d.pop("met_before")

        target_before = d.pop("target_before")

        met_after = d.pop("met_after")

        target_after = d.pop("target_after")

        goal_impact_view = cls(
            class_id=class_id,
            title=title,
            teacher_name=teacher_name,
            tested=tested,
            met_before=met_before,
            target_before=target_before,
            met_after=met_after,
            target_after=target_after,
        )

        goal_impact_view.additional_properties = d
        return goal_impact_view

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
