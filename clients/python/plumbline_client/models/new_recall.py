from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewRecall")


@_attrs_define
class NewRecall:
    """Why it is recalled, for the district's own administrators; not about a student.

    Attributes:
        comment (str | Unset): Why it is recalled, for the district's administrators. Write nothing about a student.
            Default: ''.
    """

    comment: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        comment = self.comment

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if comment is not UNSET:
            field_dict["comment"] = comment

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        comment = d.pop("comment", UNSET)

        new_recall = cls(
            comment=comment,
        )

        return new_recall
