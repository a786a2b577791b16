from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="AttachedTestViewLinks")


@_attrs_define
class AttachedTestViewLinks:
    """Where to go on.

    Attributes:
        assessment (str | Unset): The assessment.
        items (str | Unset): Its items and key.
        attachments (str | Unset): Its documents to print.
        standards_set (str | Unset): Its standards set.
        collection (str | Unset): The figures of this test.
    """

    assessment: str | Unset = UNSET
    items: str | Unset = UNSET
    attachments: str | Unset = UNSET
    standards_set: str | Unset = UNSET
    collection: str | Unset = UNSET
    additional_properties: dict[str, str] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        assessment = self.assessment

        items = self.items

        attachments = self.attachments

        standards_set = self.standards_set

        collection = self.collection

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if assessment is not UNSET:
            field_dict["assessment"] = assessment
        if items is not UNSET:
            field_dict["items"] = items
        if attachments is not UNSET:
            field_dict["attachments"] = attachments
        if standards_set is not UNSET:
            field_dict["standards_set"] = standards_set
        if collection is not UNSET:
            field_dict["collection"] = collection

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        assessment = d.pop("assessment", UNSET)

        items = d.pop("items", UNSET)

        attachments = d.pop("attachments", UNSET)

        standards_set = d.pop("standards_set", UNSET)

        collection = d.pop("collection", UNSET)

        attached_test_view_links = cls(
            assessment=assessment,
            items=items,
            attachments=attachments,
            standards_set=standards_set,
            collection=collection,
        )

        attached_test_view_links.additional_properties = d
        return attached_test_view_links

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
