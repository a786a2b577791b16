from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="TrackerCountsView")


@_attrs_define
class TrackerCountsView:
    """How many trackers stand where.

    Attributes:
        total (int): How many trackers are in it.
        delivered (int): How many have it.
        skipped (int): How many no longer matched.
        failed (int): How many could not be reached.
        pending (int): How many wait for their turn.
        canceled (int): How many were canceled with it.
    """

    total: int
    delivered: int
    skipped: int
    failed: int
    pending: int
    canceled: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        total = self.total

        delivered = self.delivered

        skipped = self.skipped

        failed = self.failed

        pending = self.pending

        canceled = self.canceled

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "total": total,
                "delivered": delivered,
                "skipped": skipped,
                "failed": failed,
                "pending": pending,
                "canceled": canceled,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        total = d.pop("total")

        delivered = d.pop("delivered")

        skipped = d.pop("skipped")

        failed = d.pop("failed")

        pending = d.pop("pending")

        canceled = d.pop("canceled")

        tracker_counts_view = cls(
            total=total,
            delivered=delivered,
            skipped=skipped,
            failed=failed,
            pending=pending,
            canceled=canceled,
        )

        tracker_counts_view.additional_properties = d
        return tracker_counts_view

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
