from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="StudentClassView")


@_attrs_define
class StudentClassView:
    """A class that a student is or was in.

    Attributes:
        class_id (str): The class's id in the roster.
        class_title (str): The class's title.
        teacher_id (str): The id of the teacher whose class it is.
        teacher_name (str): The teacher's name.
    """

    class_id: str
    class_title: str
    teacher_id: str
    teacher_name: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        class_id = self.class_id

        class_title = self.class_title

        teacher_id = self.teacher_id

        teacher_name = self.teacher_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "class_id": class_id,
                "class_title": class_title,
                "teacher_id": teacher_id,
                "teacher_name": teacher_name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        class_id = d.pop("class_id")

        class_title = d.pop("class_title")

        teacher_id = d.pop("teacher_id")

        teacher_name = d.pop("teacher_name")

        student_class_view = cls(
            class_id=class_id,
            class_title=class_title,
            teacher_id=teacher_id,
            teacher_name=teacher_name,
        )

        student_class_view.additional_properties = d
        return student_class_view

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
