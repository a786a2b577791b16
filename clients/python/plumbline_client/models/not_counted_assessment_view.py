from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.not_counted_reason import NotCountedReason

T = TypeVar("T", bound="NotCountedAssessmentView")


@_attrs_define
class NotCountedAssessmentView:
    """An assessment of the tracker that counts nothing at present.

    Attributes:
        assessment_id (str): The assessment's id.
        title (str): The assessment's title.
        reason (NotCountedReason): Why an assessment of the tracker counts nothing at present.

            - `recalled`: The district recalled it.
            - `no_sheet`: Nobody opened its result sheet.
            - `no_results`: Nothing is entered on its result sheet.
            - `other_standards`: It assesses none of the standards that the tracker tracks.
            - `partly_entered`: No student has all its questions on one of the standards entered.
        message (str): The same in a sentence.
    """

    assessment_id: str
    title: str
    reason: NotCountedReason
    message: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        assessment_id = self.assessment_id

        title = self.title

        reason = self.reason.value

        message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "assessment_id": assessment_id,
                "title": title,
                "reason": reason,
                "message": message,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        assessment_id = d.pop("assessment_id")

        title = d.pop("title")

        reason = NotCountedReason(d.pop("reason"))

        message = d.pop("message")

        not_counted_assessment_view = cls(
            assessment_id=assessment_id,
            title=title,
            reason=reason,
            message=message,
        )

        not_counted_assessment_view.additional_properties = d
        return not_counted_assessment_view

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
