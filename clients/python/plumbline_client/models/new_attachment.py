from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewAttachment")


@_attrs_define
class NewAttachment:
    """A file to come: its name, its media type, its size in bytes.

    Attributes:
        name (str): The file's name, as people will see it.
        type_ (str): The file's media type.
        size (int): The file's size in bytes.
    """

    name: str
    type_: str
    size: int

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        type_ = self.type_

        size = self.size

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "type": type_,
                "size": size,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        type_ = d.pop("type")

        size = d.pop("size")

        new_attachment = cls(
            name=name,
            type_=type_,
            size=size,
        )

        return new_attachment
