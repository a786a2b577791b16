from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="EndedView")


@_attrs_define
class EndedView:
    """The person who finished a process, and the time.

    Attributes:
        ended_by_id (str): The id of the person who finished or discarded it.
        ended_by_name (str): The name of the person who finished or discarded it.
        ended_at (datetime.datetime): When that was.
    """

    ended_by_id: str
    ended_by_name: str
    ended_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ended_by_id = self.ended_by_id

        ended_by_name = self.ended_by_name

        ended_at = self.ended_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ended_by_id": ended_by_id,
                "ended_by_name": ended_by_name,
                "ended_at": ended_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ended_by_id = d.pop("ended_by_id")

        ended_by_name = d.pop("ended_by_name")

        ended_at = datetime.datetime.fromisoformat(d.pop("ended_at"))

        ended_view = cls(
            ended_by_id=ended_by_id,
            ended_by_name=ended_by_name,
            ended_at=ended_at,
        )

        ended_view.additional_properties = d
        return ended_view

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
