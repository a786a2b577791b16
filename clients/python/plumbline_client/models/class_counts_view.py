from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ClassCountsView")


@_attrs_define
class ClassCountsView:
    """How many classes have the assessment, and how far they are.

    Attributes:
        total (int): How many classes have the assessment.
        complete (int): How many have everything entered.
        partial (int): How many have something entered.
        not_started (int): How many have nothing entered.
    """

    total: int
    complete: int
    partial: int
    not_started: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        total = self.total

        complete = self.complete

        partial = self.partial

        not_started = self.not_started

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "total": total,
                "complete": complete,
                "partial": partial,
                "not_started": not_started,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        total = d.pop("total")

        complete = d.pop("complete")

        partial = d.pop("partial")

        not_started = d.pop("not_started")

        class_counts_view = cls(
            total=total,
            complete=complete,
            partial=partial,
            not_started=not_started,
        )

        class_counts_view.additional_properties = d
        return class_counts_view

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
