from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="OtherSittingView")


@_attrs_define
class OtherSittingView:
    """The same test given another time, with a key of its own.

    Attributes:
        id (str): The id of that other sitting.
        title (str): Its title.
        created_by_name (str): The name of the person who made it.
        link (None | str): Where you can correct it; null when you may not.
        message (str): The way out, in a sentence.
    """

    id: str
    title: str
    created_by_name: str
    link: None | str
    message: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        title = self.title

        created_by_name = self.created_by_name

        link: None | str
        link = self.link

        message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "title": title,
                "created_by_name": created_by_name,
                "link": link,
                "message": message,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        title = d.pop("title")

        created_by_name = d.pop("created_by_name")

        def _parse_link(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        link = _parse_link(d.pop("link"))

        message = d.pop("message")

        other_sitting_view = cls(
            id=id,
            title=title,
            created_by_name=created_by_name,
            link=link,
            message=message,
        )

        other_sitting_view.additional_properties = d
        return other_sitting_view

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
