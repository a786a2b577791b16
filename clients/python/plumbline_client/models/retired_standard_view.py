from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RetiredStandardView")


@_attrs_define
class RetiredStandardView:
    """A standard that cannot be selected any more; trackers may still hold it.

    Attributes:
        identifier (str): The standard's identifier at its publisher.
        code (str): The standard's code.
        position (int): The place that it had in the set.
    """

    identifier: str
    code: str
    position: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        identifier = self.identifier

        code = self.code

        position = self.position

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "identifier": identifier,
                "code": code,
                "position": position,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        identifier = d.pop("identifier")

        code = d.pop("code")

        position = d.pop("position")

        retired_standard_view = cls(
            identifier=identifier,
            code=code,
            position=position,
        )

        retired_standard_view.additional_properties = d
        return retired_standard_view

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
