from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="GivenDateConflict")


@_attrs_define
class GivenDateConflict:
    """The day on which the test was given, which was changed since.

    Attributes:
        field (Literal['given_date']): Always `given_date`.
        now (None | str): The day as it is now; null when none is entered.
        changed_by_you (bool | None): You saved it yourself, in another window; null if it is not known.
    """

    field: Literal["given_date"]
    now: None | str
    changed_by_you: bool | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        field = self.field

        now: None | str
        now = self.now

        changed_by_you: bool | None
        changed_by_you = self.changed_by_you

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "field": field,
                "now": now,
                "changed_by_you": changed_by_you,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        field = cast(Literal["given_date"], d.pop("field"))
        if field != "given_date":
            raise ValueError(f"field must match const 'given_date', got '{field}'")

        def _parse_now(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        now = _parse_now(d.pop("now"))

        def _parse_changed_by_you(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        changed_by_you = _parse_changed_by_you(d.pop("changed_by_you"))

        given_date_conflict = cls(
            field=field,
            now=now,
            changed_by_you=changed_by_you,
        )

        given_date_conflict.additional_properties = d
        return given_date_conflict

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
