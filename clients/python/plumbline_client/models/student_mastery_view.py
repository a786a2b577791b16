from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.student_standard_view import StudentStandardView


T = TypeVar("T", bound="StudentMasteryView")


@_attrs_define
class StudentMasteryView:
    """A student of the class as it is now, with a cell for each standard in their order.

    Attributes:
        id (str): The student's id in the roster.
        given_name (str): First name, as the person prefers to be called.
        family_name (str): Last name.
        grade (str): The student's grade level, as the roster writes it; blank when it has none.
        mastery (list[StudentStandardView]): The student's mastery of each standard, in the order of `standards`.
    """

    id: str
    given_name: str
    family_name: str
    grade: str
    mastery: list[StudentStandardView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        given_name = self.given_name

        family_name = self.family_name

        grade = self.grade

        mastery = []
        for mastery_item_data in self.mastery:
            mastery_item = mastery_item_data.to_dict()
            mastery.append(mastery_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "given_name": given_name,
                "family_name": family_name,
                "grade": grade,
                "mastery": mastery,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.student_standard_view import StudentStandardView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        given_name = d.pop("given_name")

        family_name = d.pop("family_name")

        grade = d.pop("grade")

        mastery = []
        _mastery = d.pop("mastery")
        for mastery_item_data in _mastery:
            mastery_item = StudentStandardView.from_dict(mastery_item_data)

            mastery.append(mastery_item)

        student_mastery_view = cls(
            id=id,
            given_name=given_name,
            family_name=family_name,
            grade=grade,
            mastery=mastery,
        )

        student_mastery_view.additional_properties = d
        return student_mastery_view

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
