from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="StandardRowView")


@_attrs_define
class StandardRowView:
    """One line of the tree of a standards set, from top to bottom.

    Attributes:
        identifier (str): The standard's identifier at its publisher.
        code (str): The standard's code, as teachers say it; blank when it has none.
        statement (str): The students' abilities.
        kind (str): The publisher's word for this line; blank when the package has none.
        level (int): How deep it is in the tree, from 0.
        parent_identifier (None | str): The identifier of the line above it; null at the top.
        selectable (bool): Whether it can be tracked and assessed. Headings cannot.
        position (int | None): Its position in the set, which no other standard ever gets; null for a heading or an
            ended standard.
        ended_on (None | str): The last day on which it could be selected; null while it can be, and for a heading.
    """

    identifier: str
    code: str
    statement: str
    kind: str
    level: int
    parent_identifier: None | str
    selectable: bool
    position: int | None
    ended_on: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        identifier = self.identifier

        code = self.code

        statement = self.statement

        kind = self.kind

        level = self.level

        parent_identifier: None | str
        parent_identifier = self.parent_identifier

        selectable = self.selectable

        position: int | None
        position = self.position

        ended_on: None | str
        ended_on = self.ended_on

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "identifier": identifier,
                "code": code,
                "statement": statement,
                "kind": kind,
                "level": level,
                "parent_identifier": parent_identifier,
                "selectable": selectable,
                "position": position,
                "ended_on": ended_on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        identifier = d.pop("identifier")

        code = d.pop("code")

        statement = d.pop("statement")

        kind = d.pop("kind")

        level = d.pop("level")

        def _parse_parent_identifier(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        parent_identifier = _parse_parent_identifier(d.pop("parent_identifier"))

        selectable = d.pop("selectable")

        def _parse_position(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        position = _parse_position(d.pop("position"))

        def _parse_ended_on(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ended_on = _parse_ended_on(d.pop("ended_on"))

        standard_row_view = cls(
            identifier=identifier,
            code=code,
            statement=statement,
            kind=kind,
            level=level,
            parent_identifier=parent_identifier,
            selectable=selectable,
            position=position,
            ended_on=ended_on,
        )

        standard_row_view.additional_properties = d
        return standard_row_view

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
