from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ImportedSet")


@_attrs_define
class ImportedSet:
    """A standards set as an import would make it.

    Attributes:
        id (str): The standards set's id.
        subject (str): The set's subject.
        grades (str): The set's grades, as teachers say them.
        standards (int): How many standards can be selected in it.
        retired (int): How many standards it no longer has.
    """

    id: str
    subject: str
    grades: str
    standards: int
    retired: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        subject = self.subject

        grades = self.grades

        standards = self.standards

        retired = self.retired

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "subject": subject,
                "grades": grades,
                "standards": standards,
                "retired": retired,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        subject = d.pop("subject")

        grades = d.pop("grades")

        standards = d.pop("standards")

        retired = d.pop("retired")

        imported_set = cls(
            id=id,
            subject=subject,
            grades=grades,
            standards=standards,
            retired=retired,
        )

        imported_set.additional_properties = d
        return imported_set

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
