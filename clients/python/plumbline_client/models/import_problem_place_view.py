from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ImportProblemPlaceView")


@_attrs_define
class ImportProblemPlaceView:
    """One of the places of a problem.

    Attributes:
        value (str): The present text.
        row (int | Unset): The row of the file; the header is row 1. 0 in a CASE package, which has no rows. Default: 0.
        location (str | Unset): The place in a CASE package, as a JSON pointer; blank in a file with rows. Default: ''.
        identifier (str | Unset): The identifier of the CASE entry; blank when there is none. Default: ''.
        message (str | Unset): A note about this place only; blank when there is nothing to add. Default: ''.
    """

    value: str
    row: int | Unset = 0
    location: str | Unset = ""
    identifier: str | Unset = ""
    message: str | Unset = ""
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        value = self.value

        row = self.row

        location = self.location

        identifier = self.identifier

        message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "value": value,
            }
        )
        if row is not UNSET:
            field_dict["row"] = row
        if location is not UNSET:
            field_dict["location"] = location
        if identifier is not UNSET:
            field_dict["identifier"] = identifier
        if message is not UNSET:
            field_dict["message"] = message

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        value = d.pop("value")

        row = d.pop("row", UNSET)

        location = d.pop("location", UNSET)

        identifier = d.pop("identifier", UNSET)

        message = d.pop("message", UNSET)

        import_problem_place_view = cls(
            value=value,
            row=row,
            location=location,
            identifier=identifier,
            message=message,
        )

        import_problem_place_view.additional_properties = d
        return import_problem_place_view

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
