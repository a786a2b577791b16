from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="UnscalablePoints")


@_attrs_define
class UnscalablePoints:
    """Points of one student that have no exact share of the new worth.

    Attributes:
        item_id (str): The item's id within its assessment.
        student_id (str): The student's id in the roster.
        student_name (str): The student's name.
        class_id (str): The student's class.
        points (str): The points that the student has, as a decimal.
    """

    item_id: str
    student_id: str
    student_name: str
    class_id: str
    points: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        item_id = self.item_id

        student_id = self.student_id

        student_name = self.student_name

        class_id = self.class_id

        points = self.points

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "item_id": item_id,
                "student_id": student_id,
                "student_name": student_name,
                "class_id": class_id,
                "points": points,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        item_id = d.pop("item_id")

        student_id = d.pop("student_id")

        student_name = d.pop("student_name")

        class_id = d.pop("class_id")

        points = d.pop("points")

        unscalable_points = cls(
            item_id=item_id,
            student_id=student_id,
            student_name=student_name,
            class_id=class_id,
            points=points,
        )

        unscalable_points.additional_properties = d
        return unscalable_points

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
