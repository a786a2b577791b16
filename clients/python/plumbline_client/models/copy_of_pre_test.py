from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CopyOfPreTest")


@_attrs_define
class CopyOfPreTest:
    """What the copy is called; it is good practice to say “post-test” in it.

    Attributes:
        title (str): What the copy is called.
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
