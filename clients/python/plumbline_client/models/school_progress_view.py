from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SchoolProgressView")


@_attrs_define
class SchoolProgressView:
    """How far one school is.

    Attributes:
        school_id (str): The school's id in the roster.
        school_name (str): The school's name.
        total (int): How many of the school's trackers are in it.
        delivered (int): How many have it.
        skipped (int): How many no longer matched.
        failed (int): How many could not be reached.
        pending (int): How many wait for their turn.
        canceled (int): How many were canceled with it.
    """

    school_id: str
    school_name: str
    total: int
    delivered: int
    skipped: int
    failed: int
    pending: int
    canceled: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        school_id = self.school_id

        school_name = self.school_name

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
                "school_id": school_id,
                "school_name": school_name,
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
        school_id = d.pop("school_id")

        school_name = d.pop("school_name")

        total = d.pop("total")

        delivered = d.pop("delivered")

        skipped = d.pop("skipped")

        failed = d.pop("failed")

        pending = d.pop("pending")

        canceled = d.pop("canceled")

        school_progress_view = cls(
            school_id=school_id,
            school_name=school_name,
            total=total,
            delivered=delivered,
            skipped=skipped,
            failed=failed,
            pending=pending,
            canceled=canceled,
        )

        school_progress_view.additional_properties = d
        return school_progress_view

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
