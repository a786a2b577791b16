from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ShareView")


@_attrs_define
class ShareView:
    """A count of students, in percent of all.

    Attributes:
        percent (float | None): The share in percent; null if there are none.
        count (int): How many students are in the part.
        student_count (int): How many students it is a part of.
        text (str): The same in words.
    """

    percent: float | None
    count: int
    student_count: int
    text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        percent: float | None
        percent = self.percent

        count = self.count

        student_count = self.student_count

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "percent": percent,
                "count": count,
                "student_count": student_count,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_percent(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        percent = _parse_percent(d.pop("percent"))

        count = d.pop("count")

        student_count = d.pop("student_count")

        text = d.pop("text")

        share_view = cls(
            percent=percent,
            count=count,
            student_count=student_count,
            text=text,
        )

        share_view.additional_properties = d
        return share_view

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
