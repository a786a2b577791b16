from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.existing_assessment_view_source import ExistingAssessmentViewSource

T = TypeVar("T", bound="ExistingAssessmentView")


@_attrs_define
class ExistingAssessmentView:
    """The day since which a tracker has the assessment, and its source.

    Attributes:
        added_at (datetime.datetime): Since when the tracker has the assessment.
        source (ExistingAssessmentViewSource): The source of the assessment in the tracker.

            - `district`: A distribution brought it.
            - `teacher`: A teacher added it.
            - `team`: A data team's Mastery Process brought it.
        added_by_id (str): The id of the person who brought it.
        added_by_name (str): The name of the person who brought it.
        distribution_id (None | str): The distribution that brought it; null when none did.
        recalled (bool): Whether the distribution was recalled, so that the tracker holds it and does not show it.
    """

    added_at: datetime.datetime
    source: ExistingAssessmentViewSource
    added_by_id: str
    added_by_name: str
    distribution_id: None | str
    recalled: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        added_at = self.added_at.isoformat()

        source = self.source.value

        added_by_id = self.added_by_id

        added_by_name = self.added_by_name

        distribution_id: None | str
        distribution_id = self.distribution_id

        recalled = self.recalled

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "added_at": added_at,
                "source": source,
                "added_by_id": added_by_id,
                "added_by_name": added_by_name,
                "distribution_id": distribution_id,
                "recalled": recalled,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        added_at = datetime.datetime.fromisoformat(d.pop("added_at"))

        source = ExistingAssessmentViewSource(d.pop("source"))

        added_by_id = d.pop("added_by_id")

        added_by_name = d.pop("added_by_name")

        def _parse_distribution_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        distribution_id = _parse_distribution_id(d.pop("distribution_id"))

        recalled = d.pop("recalled")

        existing_assessment_view = cls(
            added_at=added_at,
            source=source,
            added_by_id=added_by_id,
            added_by_name=added_by_name,
            distribution_id=distribution_id,
            recalled=recalled,
        )

        existing_assessment_view.additional_properties = d
        return existing_assessment_view

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
