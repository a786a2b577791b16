from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="WaitingJobViewLinks")


@_attrs_define
class WaitingJobViewLinks:
    """Where to go on.

    Attributes:
        thing (str | Unset): Its subject; left out where that has no address.
        job (str | Unset): Its progress; left out where nobody can see it.
    """

    thing: str | Unset = UNSET
    job: str | Unset = UNSET
    additional_properties: dict[str, str] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        thing = self.thing

        job = self.job

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if thing is not UNSET:
            field_dict["thing"] = thing
        if job is not UNSET:
            field_dict["job"] = job

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        thing = d.pop("thing", UNSET)

        job = d.pop("job", UNSET)

        waiting_job_view_links = cls(
            thing=thing,
            job=job,
        )

        waiting_job_view_links.additional_properties = d
        return waiting_job_view_links

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
