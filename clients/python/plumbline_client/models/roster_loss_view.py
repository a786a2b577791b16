from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RosterLossView")


@_attrs_define
class RosterLossView:
    """The records that the district would lose.

    Attributes:
        class_count (int): How many classes would go.
        student_count (int): How many students would go.
        sheet_count (int): How many result sheets these classes have. They are kept, and come back with the class.
        sheet_count_is_exact (bool): Whether all these classes were counted. If false, they have at least this many
            sheets.
    """

    class_count: int
    student_count: int
    sheet_count: int
    sheet_count_is_exact: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        class_count = self.class_count

        student_count = self.student_count

        sheet_count = self.sheet_count

        sheet_count_is_exact = self.sheet_count_is_exact

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "class_count": class_count,
                "student_count": student_count,
                "sheet_count": sheet_count,
                "sheet_count_is_exact": sheet_count_is_exact,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        class_count = d.pop("class_count")

        student_count = d.pop("student_count")

        sheet_count = d.pop("sheet_count")

        sheet_count_is_exact = d.pop("sheet_count_is_exact")

        roster_loss_view = cls(
            class_count=class_count,
            student_count=student_count,
            sheet_count=sheet_count,
            sheet_count_is_exact=sheet_count_is_exact,
        )

        roster_loss_view.additional_properties = d
        return roster_loss_view

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
