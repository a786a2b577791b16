from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="OpeningClassCountsView")


@_attrs_define
class OpeningClassCountsView:
    """How many of a team's classes have the pre-test, are to get it, and do not get it.

    Attributes:
        active (int): How many classes have the pre-test.
        pending (int): How many classes are to get it.
        skipped (int): How many classes do not get it.
    """

    active: int
    pending: int
    skipped: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        active = self.active

        pending = self.pending

        skipped = self.skipped

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "active": active,
                "pending": pending,
                "skipped": skipped,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        active = d.pop("active")

        pending = d.pop("pending")

        skipped = d.pop("skipped")

        opening_class_counts_view = cls(
            active=active,
            pending=pending,
            skipped=skipped,
        )

        opening_class_counts_view.additional_properties = d
        return opening_class_counts_view

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
