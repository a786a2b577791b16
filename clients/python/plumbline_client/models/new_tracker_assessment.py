from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewTrackerAssessment")


@_attrs_define
class NewTrackerAssessment:
    """The assessment to add.

    Attributes:
        assessment_id (str): The assessment to add.
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

        new_tracker_assessment = cls(
            assessment_id=assessment_id,
        )

        return new_tracker_assessment
