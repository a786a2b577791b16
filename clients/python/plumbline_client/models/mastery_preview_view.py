from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.standard_shift_view import StandardShiftView


T = TypeVar("T", bound="MasteryPreviewView")


@_attrs_define
class MasteryPreviewView:
    """The effect of other settings on a class's mastery. Nothing is changed.

    Attributes:
        standards_set_id (str): The set of the standards.
        student_count (int): How many students are in the class.
        changed_student_count (int): How many of them would have another mastery of any standard.
        by_level (bool): Whether masteries move between levels. If false, they move across the line at which mastery
            begins, because the number of levels changes.
        standards (list[StandardShiftView]): The effect on each standard that is tracked.
        message (str): The same in words.
        standards_set_name (None | str | Unset): The name of the standards set; null without one.
    """

    standards_set_id: str
    student_count: int
    changed_student_count: int
    by_level: bool
    standards: list[StandardShiftView]
    message: str
    standards_set_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        standards_set_id = self.standards_set_id

        student_count = self.student_count

        changed_student_count = self.changed_student_count

        by_level = self.by_level

        standards = []
        for standards_item_data in self.standards:
            standards_item = standards_item_data.to_dict()
            standards.append(standards_item)

        message = self.message

        standards_set_name: None | str | Unset
        if isinstance(self.standards_set_name, Unset):
            standards_set_name = UNSET
        else:
            standards_set_name = self.standards_set_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "standards_set_id": standards_set_id,
                "student_count": student_count,
                "changed_student_count": changed_student_count,
                "by_level": by_level,
                "standards": standards,
                "message": message,
            }
        )
        if standards_set_name is not UNSET:
            field_dict["standards_set_name"] = standards_set_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.standard_shift_view import StandardShiftView  # noqa: PLC0415

        d = dict(src_dict)
        standards_set_id = d.pop("standards_set_id")

        student_count = d.pop("student_count")

        changed_student_count = d.pop("changed_student_count")

        by_level = d.pop("by_level")

        standards = []
        _standards = d.pop("standards")
        for standards_item_data in _standards:
            standards_item = StandardShiftView.from_dict(standards_item_data)

            standards.append(standards_item)

        message = d.pop("message")

        def _parse_standards_set_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        standards_set_name = _parse_standards_set_name(
            d.pop("standards_set_name", UNSET)
        )

        mastery_preview_view = cls(
            standards_set_id=standards_set_id,
            student_count=student_count,
            changed_student_count=changed_student_count,
            by_level=by_level,
            standards=standards,
            message=message,
            standards_set_name=standards_set_name,
        )

        mastery_preview_view.additional_properties = d
        return mastery_preview_view

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
