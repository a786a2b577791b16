from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="StandardsImportRowViewFrameworkType0")


@_attrs_define
class StandardsImportRowViewFrameworkType0:
    """
    Attributes:
        id (str | Unset): Its id here.
        identifier (str | Unset): Its identifier at its publisher.
        title (str | Unset): Its title.
        creator (str | Unset): Its publisher.
        version (str | Unset): Its publisher's version.
    """

    id: str | Unset = UNSET
    identifier: str | Unset = UNSET
    title: str | Unset = UNSET
    creator: str | Unset = UNSET
    version: str | Unset = UNSET
    additional_properties: dict[str, str] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        identifier = self.identifier

        title = self.title

        creator = self.creator

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if id is not UNSET:
            field_dict["id"] = id
        if identifier is not UNSET:
            field_dict["identifier"] = identifier
        if title is not UNSET:
            field_dict["title"] = title
        if creator is not UNSET:
            field_dict["creator"] = creator
        if version is not UNSET:
            field_dict["version"] = version

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id", UNSET)

        identifier = d.pop("identifier", UNSET)

        title = d.pop("title", UNSET)

        creator = d.pop("creator", UNSET)

        version = d.pop("version", UNSET)

        standards_import_row_view_framework_type_0 = cls(
            id=id,
            identifier=identifier,
            title=title,
            creator=creator,
            version=version,
        )

        standards_import_row_view_framework_type_0.additional_properties = d
        return standards_import_row_view_framework_type_0

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> str:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: str) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
