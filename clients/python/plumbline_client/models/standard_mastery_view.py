from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="StandardMasteryView")


@_attrs_define
class StandardMasteryView:
    """A standard that is tracked, and what the class makes of it.

    Attributes:
        code (str): The standard's code.
        identifier (str): The standard's identifier at its publisher.
        student_count (int): How many students have a mastery of it.
        students_by_level (list[int]): How many of them are at each level, the lowest first.
        percent (float | None): The mean of their masteries in percent; null when there is none.
        share (None | str): The same mean as an exact fraction; null when there is none.
        meeting_count (int): How many of them are at mastery or above.
        meeting_percent (float | None): The share of them, in percent; null when there is none.
        statement (None | str | Unset): The text of the standard; null if it is not known.
    """

    code: str
    identifier: str
    student_count: int
    students_by_level: list[int]
    percent: float | None
    share: None | str
    meeting_count: int
    meeting_percent: float | None
    statement: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        identifier = self.identifier

        student_count = self.student_count

        students_by_level = self.students_by_level

        percent: float | None
        percent = self.percent

        share: None | str
        share = self.share

        meeting_count = self.meeting_count

        meeting_percent: float | None
        meeting_percent = self.meeting_percent

        statement: None | str | Unset
        if isinstance(self.statement, Unset):
            statement = UNSET
        else:
            statement = self.statement

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "identifier": identifier,
                "student_count": student_count,
                "students_by_level": students_by_level,
                "percent": percent,
                "share": share,
                "meeting_count": meeting_count,
                "meeting_percent": meeting_percent,
            }
        )
        if statement is not UNSET:
            field_dict["statement"] = statement

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        identifier = d.pop("identifier")

        student_count = d.pop("student_count")

        students_by_level = cast(list[int], d.pop("students_by_level"))

        def _parse_percent(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        percent = _parse_percent(d.pop("percent"))

        def _parse_share(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        share = _parse_share(d.pop("share"))

        meeting_count = d.pop("meeting_count")

        def _parse_meeting_percent(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        meeting_percent = _parse_meeting_percent(d.pop("meeting_percent"))

        def _parse_statement(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        statement = _parse_statement(d.pop("statement", UNSET))

        standard_mastery_view = cls(
            code=code,
            identifier=identifier,
            student_count=student_count,
            students_by_level=students_by_level,
            percent=percent,
            share=share,
            meeting_count=meeting_count,
            meeting_percent=meeting_percent,
            statement=statement,
        )

        standard_mastery_view.additional_properties = d
        return standard_mastery_view

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
