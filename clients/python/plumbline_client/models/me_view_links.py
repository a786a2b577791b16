from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="MeViewLinks")


@_attrs_define
class MeViewLinks:
    """Where to go on.

    Attributes:
        district (str | Unset): The settings.
        work (str | Unset): Your open work.
        teams (str | Unset): Your data teams.
        processes (str | Unset): The Mastery Processes of your data teams.
        trackers (str | Unset): Your trackers, if you teach.
        email_preference (str | Unset): Whether you want email, if the roster has you.
    """

    district: str | Unset = UNSET
    work: str | Unset = UNSET
    teams: str | Unset = UNSET
    processes: str | Unset = UNSET
    trackers: str | Unset = UNSET
    email_preference: str | Unset = UNSET
    additional_properties: dict[str, str] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        district = self.district

        work = self.work

        teams = self.teams

        processes = self.processes

        trackers = self.trackers

        email_preference = self.email_preference

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if district is not UNSET:
            field_dict["district"] = district
        if work is not UNSET:
            field_dict["work"] = work
        if teams is not UNSET:
            field_dict["teams"] = teams
        if processes is not UNSET:
            field_dict["processes"] = processes
        if trackers is not UNSET:
            field_dict["trackers"] = trackers
        if email_preference is not UNSET:
            field_dict["email_preference"] = email_preference

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        district = d.pop("district", UNSET)

        work = d.pop("work", UNSET)

        teams = d.pop("teams", UNSET)

        processes = d.pop("processes", UNSET)

        trackers = d.pop("trackers", UNSET)

        email_preference = d.pop("email_preference", UNSET)

        me_view_links = cls(
            district=district,
            work=work,
            teams=teams,
            processes=processes,
            trackers=trackers,
            email_preference=email_preference,
        )

        me_view_links.additional_properties = d
        return me_view_links

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
