from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="TextConflict")


@_attrs_define
class TextConflict:
    """A text of a shared page that a colleague changed, with both versions.

    Attributes:
        field (str): The field of the page, or of the strategy.
        row_id (None | str): The strategy that the field belongs to; null for a field of the page itself.
        theirs (list[int] | list[str] | None | str): The present text; null when the strategy was removed.
        changed_by_id (str): The colleague's id in the roster.
        changed_by_name (str): The colleague's name.
        changed_by_you (bool): You wrote it yourself, in another window.
        changed_at (datetime.datetime): When it was written.
        version (int): The version of the page that brought it.
        yours (list[int] | list[str] | None | str): Your text.
    """

    field: str
    row_id: None | str
    theirs: list[int] | list[str] | None | str
    changed_by_id: str
    changed_by_name: str
    changed_by_you: bool
    changed_at: datetime.datetime
    version: int
    yours: list[int] | list[str] | None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        field = self.field

        row_id: None | str
        row_id = self.row_id

        theirs: list[int] | list[str] | None | str
        if isinstance(self.theirs, list):
            theirs = self.theirs

        elif isinstance(self.theirs, list):
            theirs = self.theirs

        else:
            theirs = self.theirs

        changed_by_id = self.changed_by_id

        changed_by_name = self.changed_by_name

        changed_by_you = self.changed_by_you

        changed_at = self.changed_at.isoformat()

        version = self.version

        yours: list[int] | list[str] | None | str
        if isinstance(self.yours, list):
            yours = self.yours

        elif isinstance(self.yours, list):
            yours = self.yours

        else:
            yours = self.yours

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "field": field,
                "row_id": row_id,
                "theirs": theirs,
                "changed_by_id": changed_by_id,
                "changed_by_name": changed_by_name,
                "changed_by_you": changed_by_you,
                "changed_at": changed_at,
                "version": version,
                "yours": yours,
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

        def _parse_theirs(data: object) -> list[int] | list[str] | None | str:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                theirs_type_1 = cast(list[str], data)

                return theirs_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                theirs_type_2 = cast(list[int], data)

                return theirs_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | list[str] | None | str, data)

        theirs = _parse_theirs(d.pop("theirs"))

        changed_by_id = d.pop("changed_by_id")

        changed_by_name = d.pop("changed_by_name")

        changed_by_you = d.pop("changed_by_you")

        changed_at = datetime.datetime.fromisoformat(d.pop("changed_at"))

        version = d.pop("version")

        def _parse_yours(data: object) -> list[int] | list[str] | None | str:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                yours_type_1 = cast(list[str], data)

                return yours_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                yours_type_2 = cast(list[int], data)

                return yours_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | list[str] | None | str, data)

        yours = _parse_yours(d.pop("yours"))

        text_conflict = cls(
            field=field,
            row_id=row_id,
            theirs=theirs,
            changed_by_id=changed_by_id,
            changed_by_name=changed_by_name,
            changed_by_you=changed_by_you,
            changed_at=changed_at,
            version=version,
            yours=yours,
        )

        text_conflict.additional_properties = d
        return text_conflict

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
