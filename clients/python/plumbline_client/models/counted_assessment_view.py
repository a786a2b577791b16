from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CountedAssessmentView")


@_attrs_define
class CountedAssessmentView:
    """An assessment that counts.

    It counts for a student as soon as all its questions on one of the standards are entered.

        Attributes:
            assessment_id (str): The assessment's id.
            title (str): The assessment's title.
            given_date (datetime.date): The day on which the class was given it.
            student_count (int): For how many students it counts.
    """

    assessment_id: str
    title: str
    given_date: datetime.date
    student_count: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        assessment_id = self.assessment_id

        title = self.title

        given_date = self.given_date.isoformat()

        student_count = self.student_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "assessment_id": assessment_id,
                "title": title,
                "given_date": given_date,
                "student_count": student_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        assessment_id = d.pop("assessment_id")

        title = d.pop("title")

        given_date = datetime.date.fromisoformat(d.pop("given_date"))

        student_count = d.pop("student_count")

        counted_assessment_view = cls(
            assessment_id=assessment_id,
            title=title,
            given_date=given_date,
            student_count=student_count,
        )

        counted_assessment_view.additional_properties = d
        return counted_assessment_view

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
