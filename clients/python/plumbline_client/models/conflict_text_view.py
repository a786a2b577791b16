from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ConflictTextView")


@_attrs_define
class ConflictTextView:
    """A text that was not saved.

    Attributes:
        field (str): The field of the page or the strategy; `order` for a strategy's place, `remove` for a removal.
        row_id (None | str): The strategy's id; null for a field of the page itself.
        value (list[int] | list[str] | str): The text that was sent.
    """

    field: str
    row_id: None | str
    value: list[int] | list[str] | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        field = self.field

        row_id: None | str
        row_id = self.row_id

        value: list[int] | list[str] | str
        if isinstance(self.value, list):
            value = self.value

        elif isinstance(self.value, list):
            value = self.value

        else:
            value = self.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "field": field,
                "row_id": row_id,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        field = d.pop("field")

        def _parse_row_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        row_id = _parse_row_id(d.pop("row_id"))

        def _parse_value(data: object) -> list[int] | list[str] | str:
            try:
                if not isinstance(data, list):
                    raise TypeError()
                value_type_1 = cast(list[str], data)

                return value_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                value_type_2 = cast(list[int], data)

                return value_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | list[str] | str, data)

        value = _parse_value(d.pop("value"))

        conflict_text_view = cls(
            field=field,
            row_id=row_id,
            value=value,
        )

        conflict_text_view.additional_properties = d
        return conflict_text_view

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
