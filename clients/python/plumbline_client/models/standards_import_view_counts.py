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
        standards (int | Unset): Standards that can be selected.
        statements (int | Unset): Statements and headings.
        headings (int | Unset): Headings, which cannot be selected.
        associations (int | Unset): Relations between statements.
        sets (int | Unset): Standards sets that are made of it.
    """

    standards: int | Unset = UNSET
    statements: int | Unset = UNSET
    headings: int | Unset = UNSET
    associations: int | Unset = UNSET
    sets: int | Unset = UNSET
    additional_properties: dict[str, int] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        standards = self.standards

        statements = self.statements

        headings = self.headings

        associations = self.associations

        sets = self.sets

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if standards is not UNSET:
            field_dict["standards"] = standards
        if statements is not UNSET:
            field_dict["statements"] = statements
        if headings is not UNSET:
            field_dict["headings"] = headings
        if associations is not UNSET:
            field_dict["associations"] = associations
        if sets is not UNSET:
            field_dict["sets"] = sets

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        standards = d.pop("standards", UNSET)

        statements = d.pop("statements", UNSET)

        headings = d.pop("headings", UNSET)

        associations = d.pop("associations", UNSET)

        sets = d.pop("sets", UNSET)

        standards_import_view_counts = cls(
            standards=standards,
            statements=statements,
            headings=headings,
            associations=associations,
            sets=sets,
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
