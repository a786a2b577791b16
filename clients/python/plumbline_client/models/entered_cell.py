from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="EnteredCell")


@_attrs_define
class EnteredCell:
    """The entry for one student and item: one of the three.

    Attributes:
        response (str | Unset): The answer as the student gave it.
        points (str | Unset): Points that were given by hand, as a decimal.
        omitted (bool | Unset): The cell is marked as left out.
    """

    response: str | Unset = UNSET
    points: str | Unset = UNSET
    omitted: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        response = self.response

        points = self.points

        omitted = self.omitted

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if response is not UNSET:
            field_dict["response"] = response
        if points is not UNSET:
            field_dict["points"] = points
        if omitted is not UNSET:
            field_dict["omitted"] = omitted

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        response = d.pop("response", UNSET)

        points = d.pop("points", UNSET)

        omitted = d.pop("omitted", UNSET)

        entered_cell = cls(
            response=response,
            points=points,
            omitted=omitted,
        )

        entered_cell.additional_properties = d
        return entered_cell

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
