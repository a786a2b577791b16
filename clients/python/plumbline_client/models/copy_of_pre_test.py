from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CopyOfPreTest")


@_attrs_define
class CopyOfPreTest:
    """The name of the copy. It is good practice to include “post-test”.

    Attributes:
        title (str): The name of the copy.
    """

    title: str

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        title = d.pop("title")

        copy_of_pre_test = cls(
            title=title,
        )

        return copy_of_pre_test
