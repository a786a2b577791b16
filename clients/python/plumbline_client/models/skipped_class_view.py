from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="SkippedClassView")


@_attrs_define
class SkippedClassView:
    """A class whose tracker got the assessment, and why it does not work in the process.

    Attributes:
        class_id (str): The class's id in the roster.
        tracker_id (str): The tracker that got the assessment.
        teacher_id (str): The id of the teacher whose class it is.
        reason (str): Why the class does not work in the process, for programs.
        message (str): The same in a sentence.
        class_title (None | str | Unset): The class's title; null if it is not known.
        teacher_name (None | str | Unset): The name of the class's teacher; null if it is not known.
    """

    class_id: str
    tracker_id: str
    teacher_id: str
    reason: str
    message: str
    class_title: None | str | Unset = UNSET
    teacher_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        class_id = self.class_id

        tracker_id = self.tracker_id

        teacher_id = self.teacher_id

        reason = self.reason

        message = self.message

        class_title: None | str | Unset
        if isinstance(self.class_title, Unset):
            class_title = UNSET
        else:
            class_title = self.class_title

        teacher_name: None | str | Unset
        if isinstance(self.teacher_name, Unset):
            teacher_name = UNSET
        else:
            teacher_name = self.teacher_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "class_id": class_id,
                "tracker_id": tracker_id,
                "teacher_id": teacher_id,
                "reason": reason,
                "message": message,
            }
        )
        if class_title is not UNSET:
            field_dict["class_title"] = class_title
        if teacher_name is not UNSET:
            field_dict["teacher_name"] = teacher_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        class_id = d.pop("class_id")

        tracker_id = d.pop("tracker_id")

        teacher_id = d.pop("teacher_id")

        reason = d.pop("reason")

        message = d.pop("message")

        def _parse_class_title(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        class_title = _parse_class_title(d.pop("class_title", UNSET))

        def _parse_teacher_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        teacher_name = _parse_teacher_name(d.pop("teacher_name", UNSET))

        skipped_class_view = cls(
            class_id=class_id,
            tracker_id=tracker_id,
            teacher_id=teacher_id,
            reason=reason,
            message=message,
            class_title=class_title,
            teacher_name=teacher_name,
        )

        skipped_class_view.additional_properties = d
        return skipped_class_view

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
