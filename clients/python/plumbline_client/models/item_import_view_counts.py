from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ItemImportViewCounts")


@_attrs_define
class ItemImportViewCounts:
    """How many questions had which outcome.

    Attributes:
        imported (int | Unset): Questions that are items of the draft.
        unsupported (int | Unset): Questions that are more than an item here can say.
        refused (int | Unset): Questions that are broken, missing, without a standard, or without room.
    """

    imported: int | Unset = UNSET
    unsupported: int | Unset = UNSET
    refused: int | Unset = UNSET
    additional_properties: dict[str, int] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        imported = self.imported

        unsupported = self.unsupported

        refused = self.refused

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if imported is not UNSET:
            field_dict["imported"] = imported
        if unsupported is not UNSET:
            field_dict["unsupported"] = unsupported
        if refused is not UNSET:
            field_dict["refused"] = refused

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        imported = d.pop("imported", UNSET)

        unsupported = d.pop("unsupported", UNSET)

        refused = d.pop("refused", UNSET)

        item_import_view_counts = cls(
            imported=imported,
            unsupported=unsupported,
            refused=refused,
        )

        item_import_view_counts.additional_properties = d
        return item_import_view_counts

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
