from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.withheld_reason import WithheldReason

T = TypeVar("T", bound="WithheldFigureView")


@_attrs_define
class WithheldFigureView:
    """Why a figure is not shown.

    Attributes:
        reason (WithheldReason): Why a figure of growth is not shown.

            - `too_few`: Fewer than five students have both tests.
            - `no_room`: Everybody had everything right before: nothing was left to gain.
            - `no_spread`: All students scored the same on a test: there is no deviation to measure by.
            - `protected`: It would let somebody calculate results of fewer than five students.
            - `no_goal`: Nobody has taken the pre-test.
        student_count (int | None): How many students have both tests; null where that is hidden, too.
        message (str): Why it is not shown, in a sentence.
    """

    reason: WithheldReason
    student_count: int | None
    message: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason.value

        student_count: int | None
        student_count = self.student_count

        message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "reason": reason,
                "student_count": student_count,
                "message": message,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = WithheldReason(d.pop("reason"))

        def _parse_student_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        student_count = _parse_student_count(d.pop("student_count"))

        message = d.pop("message")

        withheld_figure_view = cls(
            reason=reason,
            student_count=student_count,
            message=message,
        )

        withheld_figure_view.additional_properties = d
        return withheld_figure_view

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
