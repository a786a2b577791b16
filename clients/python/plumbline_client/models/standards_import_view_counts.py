from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="StandardsImportViewCounts")


@_attrs_define
class StandardsImportViewCounts:
    """How many things the file has.

    Attributes:
        sets (int | Unset): Standards sets.
        standards (int | Unset): Standards that can be selected.
        items (int | Unset): Entries of the file.
    """

    sets: int | Unset = UNSET
    standards: int | Unset = UNSET
    items: int | Unset = UNSET
    additional_properties: dict[str, int] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sets = self.sets

        standards = self.standards

        items = self.items

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if sets is not UNSET:
            field_dict["sets"] = sets
        if standards is not UNSET:
            field_dict["standards"] = standards
        if items is not UNSET:
            field_dict["items"] = items

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sets = d.pop("sets", UNSET)

        standards = d.pop("standards", UNSET)

        items = d.pop("items", UNSET)

        standards_import_view_counts = cls(
            sets=sets,
            standards=standards,
            items=items,
        )

        standards_import_view_counts.additional_properties = d
        return standards_import_view_counts

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> int:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: int) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
