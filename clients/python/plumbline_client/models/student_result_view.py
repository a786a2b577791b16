from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.evidence_status import EvidenceStatus

T = TypeVar("T", bound="StudentResultView")


@_attrs_define
class StudentResultView:
    """A test on a standard, and what it is to the student's mastery.

    Attributes:
        assessment_id (str): The assessment's id.
        title (str): The assessment's title.
        given_date (datetime.date): The day on which the class was given it.
        status (EvidenceStatus): The effect of a test on a student's mastery of a standard.

            - `counted`: Its result is part of the mastery.
            - `not_counted`: It has a result, which the calculation does not take: a later or a better one counts.
            - `partial`: Some of the standard's questions are not entered yet.
            - `not_entered`: Nothing is entered for the student.
            - `absent`: The student was absent.
            - `exempt`: The student need not take it.
        earned (None | str): The points earned on the standard's questions, as a decimal; null without a result.
        possible (None | str): The points possible on them; null without a result.
        percent (float | None): The same in percent; null without a result.
        level (int | None): The level's number, from 1, the lowest; null without a result.
        level_name (None | str): The level's name; null without a result.
    """

    assessment_id: str
    title: str
    given_date: datetime.date
    status: EvidenceStatus
    earned: None | str
    possible: None | str
    percent: float | None
    level: int | None
    level_name: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        assessment_id = self.assessment_id

        title = self.title

        given_date = self.given_date.isoformat()

        status = self.status.value

        earned: None | str
        earned = self.earned

        possible: None | str
        possible = self.possible

        percent: float | None
        percent = self.percent

        level: int | None
        level = self.level

        level_name: None | str
        level_name = self.level_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "assessment_id": assessment_id,
                "title": title,
                "given_date": given_date,
                "status": status,
                "earned": earned,
                "possible": possible,
                "percent": percent,
                "level": level,
                "level_name": level_name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        assessment_id = d.pop("assessment_id")

        title = d.pop("title")

        given_date = datetime.date.fromisoformat(d.pop("given_date"))

        status = EvidenceStatus(d.pop("status"))

        def _parse_earned(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        earned = _parse_earned(d.pop("earned"))

        def _parse_possible(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        possible = _parse_possible(d.pop("possible"))

        def _parse_percent(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        percent = _parse_percent(d.pop("percent"))

        def _parse_level(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        level = _parse_level(d.pop("level"))

        def _parse_level_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        level_name = _parse_level_name(d.pop("level_name"))

        student_result_view = cls(
            assessment_id=assessment_id,
            title=title,
            given_date=given_date,
            status=status,
            earned=earned,
            possible=possible,
            percent=percent,
            level=level,
            level_name=level_name,
        )

        student_result_view.additional_properties = d
        return student_result_view

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
