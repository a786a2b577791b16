from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.left_out_trackers_view_reason import LeftOutTrackersViewReason

T = TypeVar("T", bound="LeftOutTrackersView")


@_attrs_define
class LeftOutTrackersView:
    """How many ticked trackers would not get it, and why.

    Attributes:
        reason (LeftOutTrackersViewReason): Why these trackers would not get it.

            - `missing_standards`: They do not track every standard of the assessment.
            - `other_set`: They were made with another standards set.
            - `other_scale`: They have another number of mastery levels.
            - `archived`: They are archived.
            - `class_past`: The terms of their classes are over.
            - `gone`: They no longer exist.
            - `already_there`: They have the assessment already.
            - `recalled_there`: They have the assessment from a distribution that was recalled.
            - `full`: They cannot hold another assessment.
        message (str): The same in a sentence.
        tracker_count (int): How many trackers.
    """

    reason: LeftOutTrackersViewReason
    message: str
    tracker_count: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason.value

        message = self.message

        tracker_count = self.tracker_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "reason": reason,
                "message": message,
                "tracker_count": tracker_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = LeftOutTrackersViewReason(d.pop("reason"))

        message = d.pop("message")

        tracker_count = d.pop("tracker_count")

        left_out_trackers_view = cls(
            reason=reason,
            message=message,
            tracker_count=tracker_count,
        )

        left_out_trackers_view.additional_properties = d
        return left_out_trackers_view

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
