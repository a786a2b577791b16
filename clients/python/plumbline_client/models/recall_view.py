from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RecallView")


@_attrs_define
class RecallView:
    """The time, the person and the reason of the recall.

    Attributes:
        recalled_at (datetime.datetime): When it was recalled.
        recalled_by_id (str): The id of the person who recalled it.
        recalled_by_name (str): The name of the person who recalled it.
        comment (str): The reason for the recall; blank when none was given.
    """

    recalled_at: datetime.datetime
    recalled_by_id: str
    recalled_by_name: str
    comment: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        recalled_at = self.recalled_at.isoformat()

        recalled_by_id = self.recalled_by_id

        recalled_by_name = self.recalled_by_name

        comment = self.comment

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "recalled_at": recalled_at,
                "recalled_by_id": recalled_by_id,
                "recalled_by_name": recalled_by_name,
                "comment": comment,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        recalled_at = datetime.datetime.fromisoformat(d.pop("recalled_at"))

        recalled_by_id = d.pop("recalled_by_id")

        recalled_by_name = d.pop("recalled_by_name")

        comment = d.pop("comment")

        recall_view = cls(
            recalled_at=recalled_at,
            recalled_by_id=recalled_by_id,
            recalled_by_name=recalled_by_name,
            comment=comment,
        )

        recall_view.additional_properties = d
        return recall_view

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
