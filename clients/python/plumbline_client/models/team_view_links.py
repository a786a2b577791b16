from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="TeamViewLinks")


@_attrs_define
class TeamViewLinks:
    """Where to go on.

    Attributes:
        self_ (str | Unset): This team.
        processes (str | Unset): Its Mastery Processes.
        levels (str | Unset): Where they are set, with `PUT`. This answer has their values.
    """

    self_: str | Unset = UNSET
    processes: str | Unset = UNSET
    levels: str | Unset = UNSET
    additional_properties: dict[str, str] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        self_ = self.self_

        processes = self.processes

        levels = self.levels

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if self_ is not UNSET:
            field_dict["self"] = self_
        if processes is not UNSET:
            field_dict["processes"] = processes
        if levels is not UNSET:
            field_dict["levels"] = levels

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        self_ = d.pop("self", UNSET)

        processes = d.pop("processes", UNSET)

        levels = d.pop("levels", UNSET)

        team_view_links = cls(
            self_=self_,
            processes=processes,
            levels=levels,
        )

        team_view_links.additional_properties = d
        return team_view_links

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> str:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: str) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
