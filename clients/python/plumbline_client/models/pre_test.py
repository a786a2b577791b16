from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="PreTest")


@_attrs_define
class PreTest:
    """The assessment that every member of the team gives first.

    Attributes:
        assessment_id (str): The assessment that every member of the team gives first.
    """

    assessment_id: str

    def to_dict(self) -> dict[str, Any]:
        assessment_id = self.assessment_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "assessment_id": assessment_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        assessment_id = d.pop("assessment_id")

        pre_test = cls(
            assessment_id=assessment_id,
        )

        return pre_test
