from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Hold")


@_attrs_define
class Hold:
    """A reason to ask an admin before a package is applied.

    Attributes:
        kind (str): The kind of records that would leave.
        count (int): How many would leave.
        of (int): Of how many.
        limit (int): The percent that may leave without confirmation.
        percent (float): How many percent would leave.
        message (str): The same in a sentence.
        school (str): The school that would lose all; blank for the district.
    """

    kind: str
    count: int
    of: int
    limit: int
    percent: float
    message: str
    school: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        count = self.count

        of = self.of

        limit = self.limit

        percent = self.percent

        message = self.message

        school = self.school

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "count": count,
                "of": of,
                "limit": limit,
                "percent": percent,
                "message": message,
                "school": school,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = d.pop("kind")

        count = d.pop("count")

        of = d.pop("of")

        limit = d.pop("limit")

        percent = d.pop("percent")

        message = d.pop("message")

        school = d.pop("school")

        hold = cls(
            kind=kind,
            count=count,
            of=of,
            limit=limit,
            percent=percent,
            message=message,
            school=school,
        )

        hold.additional_properties = d
        return hold

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
