from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="RosterProblemPlaceView")


@_attrs_define
class RosterProblemPlaceView:
    """One of the places of a problem.

    Attributes:
        row (int): The row of the file; the header is row 1.
        value (str): What stands there.
        message (str | Unset): What is true of this place only; blank when there is nothing to add. Default: ''.
    """

    row: int
    value: str
    message: str | Unset = ""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        row = self.row

        value = self.value

        message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "row": row,
                "value": value,
            }
        )
        if message is not UNSET:
            field_dict["message"] = message

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        row = d.pop("row")

        value = d.pop("value")

        message = d.pop("message", UNSET)

        roster_problem_place_view = cls(
            row=row,
            value=value,
            message=message,
        )

        roster_problem_place_view.additional_properties = d
        return roster_problem_place_view

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
