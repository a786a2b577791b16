from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="TouchedStudentView")


@_attrs_define
class TouchedStudentView:
    """A student whose results were changed.

    Attributes:
        student_id (str): The student's id in the roster.
        given_name (str): The student's given name; blank once they are gone from the roster.
        family_name (str): The student's family name; blank once they are gone from the roster.
        cell_count (int): How many answers or points of theirs were entered, changed or cleared.
        item_numbers (list[int]): The numbers of the items on the sheet; none of an act before they were kept.
        status_changed (bool): Whether they became present, absent or exempt.
    """

    student_id: str
    given_name: str
    family_name: str
    cell_count: int
    item_numbers: list[int]
    status_changed: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        student_id = self.student_id

        given_name = self.given_name

        family_name = self.family_name

        cell_count = self.cell_count

        item_numbers = self.item_numbers

        status_changed = self.status_changed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "student_id": student_id,
                "given_name": given_name,
                "family_name": family_name,
                "cell_count": cell_count,
                "item_numbers": item_numbers,
                "status_changed": status_changed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        student_id = d.pop("student_id")

        given_name = d.pop("given_name")

        family_name = d.pop("family_name")

        cell_count = d.pop("cell_count")

        item_numbers = cast(list[int], d.pop("item_numbers"))

        status_changed = d.pop("status_changed")

        touched_student_view = cls(
            student_id=student_id,
            given_name=given_name,
            family_name=family_name,
            cell_count=cell_count,
            item_numbers=item_numbers,
            status_changed=status_changed,
        )

        touched_student_view.additional_properties = d
        return touched_student_view

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
