from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ApprovalView")


@_attrs_define
class ApprovalView:
    """The badge “District approved”: which administrator set it, when.

    Attributes:
        approved_by_id (str): The id of the administrator who set the badge.
        approved_at (datetime.datetime): When it was set.
        approved_by_name (None | str | Unset): The name of the person who set the badge; null if it is not known.
    """

    approved_by_id: str
    approved_at: datetime.datetime
    approved_by_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        approved_by_id = self.approved_by_id

        approved_at = self.approved_at.isoformat()

        approved_by_name: None | str | Unset
        if isinstance(self.approved_by_name, Unset):
            approved_by_name = UNSET
        else:
            approved_by_name = self.approved_by_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "approved_by_id": approved_by_id,
                "approved_at": approved_at,
            }
        )
        if approved_by_name is not UNSET:
            field_dict["approved_by_name"] = approved_by_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        approved_by_id = d.pop("approved_by_id")

        approved_at = datetime.datetime.fromisoformat(d.pop("approved_at"))

        def _parse_approved_by_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        approved_by_name = _parse_approved_by_name(d.pop("approved_by_name", UNSET))

        approval_view = cls(
            approved_by_id=approved_by_id,
            approved_at=approved_at,
            approved_by_name=approved_by_name,
        )

        approval_view.additional_properties = d
        return approval_view

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
