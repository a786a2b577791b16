from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="MomentView")


@_attrs_define
class MomentView:
    """A moment in every notation: the wall clock, its zone and offset, and UTC.

    Attributes:
        local (str): The local time, without an offset.
        time_zone (str): The IANA time zone of the local time.
        utc_offset (str): The offset of local time from UTC.
        utc (str): The same instant in UTC.
        ambiguous (bool): Whether the local time occurs twice on that day.
        text (str): The moment in words.
    """

    local: str
    time_zone: str
    utc_offset: str
    utc: str
    ambiguous: bool
    text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        local = self.local

        time_zone = self.time_zone

        utc_offset = self.utc_offset

        utc = self.utc

        ambiguous = self.ambiguous

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "local": local,
                "time_zone": time_zone,
                "utc_offset": utc_offset,
                "utc": utc,
                "ambiguous": ambiguous,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        local = d.pop("local")

        time_zone = d.pop("time_zone")

        utc_offset = d.pop("utc_offset")

        utc = d.pop("utc")

        ambiguous = d.pop("ambiguous")

        text = d.pop("text")

        moment_view = cls(
            local=local,
            time_zone=time_zone,
            utc_offset=utc_offset,
            utc=utc,
            ambiguous=ambiguous,
            text=text,
        )

        moment_view.additional_properties = d
        return moment_view

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
