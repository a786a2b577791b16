from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="OldestConflict")


@_attrs_define
class OldestConflict:
    """The oldest text that is set aside on a page.

    Attributes:
        id (str): The id of the kept text.
        written_by_id (str): The colleague's id in the roster.
        written_by_name (str): The colleague's name.
        written_at (datetime.datetime): When it was written.
    """

    id: str
    written_by_id: str
    written_by_name: str
    written_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        written_by_id = self.written_by_id

        written_by_name = self.written_by_name

        written_at = self.written_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "written_by_id": written_by_id,
                "written_by_name": written_by_name,
                "written_at": written_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        written_by_id = d.pop("written_by_id")

        written_by_name = d.pop("written_by_name")

        written_at = datetime.datetime.fromisoformat(d.pop("written_at"))

        oldest_conflict = cls(
            id=id,
            written_by_id=written_by_id,
            written_by_name=written_by_name,
            written_at=written_at,
        )

        oldest_conflict.additional_properties = d
        return oldest_conflict

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
