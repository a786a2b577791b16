from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="AnswerCountView")


@_attrs_define
class AnswerCountView:
    """One answer that could be given.

    Attributes:
        choice (str): The answer; blank for those who left the item out.
        text (str): The text of the choice; blank when it has none.
        correct (bool): Whether it is right.
        student_count (int): How many students gave it.
        percent (float | None): The share of the students, in percent; null if there are none.
        rest_mean (float | None): The mean of their points on all other items; null if there are none.
    """

    choice: str
    text: str
    correct: bool
    student_count: int
    percent: float | None
    rest_mean: float | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        choice = self.choice

        text = self.text

        correct = self.correct

        student_count = self.student_count

        percent: float | None
        percent = self.percent

        rest_mean: float | None
        rest_mean = self.rest_mean

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "choice": choice,
                "text": text,
                "correct": correct,
                "student_count": student_count,
                "percent": percent,
                "rest_mean": rest_mean,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        choice = d.pop("choice")

        text = d.pop("text")

        correct = d.pop("correct")

        student_count = d.pop("student_count")

        def _parse_percent(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        percent = _parse_percent(d.pop("percent"))

        def _parse_rest_mean(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        rest_mean = _parse_rest_mean(d.pop("rest_mean"))

        answer_count_view = cls(
            choice=choice,
            text=text,
            correct=correct,
            student_count=student_count,
            percent=percent,
            rest_mean=rest_mean,
        )

        answer_count_view.additional_properties = d
        return answer_count_view

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
