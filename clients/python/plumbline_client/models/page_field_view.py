from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PageFieldView")


@_attrs_define
class PageFieldView:
    """The text of a field, its last author, and the page's version then; 0 for nobody.

    Attributes:
        value (list[int] | list[str] | str): The value of the field: a text, several, or numbers of levels.
        version (int): The version of the page at which it was written last; 0 when nobody has.
        changed_by_id (None | str): The id of its last author; null when it has none.
        changed_by_name (None | str): The name of its last author; null when it has none.
        changed_at (datetime.datetime | None): When it was written last; null when nobody has.
    """

    value: list[int] | list[str] | str
    version: int
    changed_by_id: None | str
    changed_by_name: None | str
    changed_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        value: list[int] | list[str] | str
        if isinstance(self.value, list):
            value = self.value

        elif isinstance(self.value, list):
            value = self.value

        else:
            value = self.value

        version = self.version

        changed_by_id: None | str
        changed_by_id = self.changed_by_id

        changed_by_name: None | str
        changed_by_name = self.changed_by_name

        changed_at: None | str
        if isinstance(self.changed_at, datetime.datetime):
            changed_at = self.changed_at.isoformat()
        else:
            changed_at = self.changed_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "value": value,
                "version": version,
                "changed_by_id": changed_by_id,
                "changed_by_name": changed_by_name,
                "changed_at": changed_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

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

        version = d.pop("version")

        def _parse_changed_by_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        changed_by_id = _parse_changed_by_id(d.pop("changed_by_id"))

        def _parse_changed_by_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        changed_by_name = _parse_changed_by_name(d.pop("changed_by_name"))

        def _parse_changed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                changed_at_type_0 = datetime.datetime.fromisoformat(data)

                return changed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        changed_at = _parse_changed_at(d.pop("changed_at"))

        page_field_view = cls(
            value=value,
            version=version,
            changed_by_id=changed_by_id,
            changed_by_name=changed_by_name,
            changed_at=changed_at,
        )

        page_field_view.additional_properties = d
        return page_field_view

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
