from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.process_test import ProcessTest
from ..models.unpaired_reason import UnpairedReason

T = TypeVar("T", bound="UnpairedStudentsView")


@_attrs_define
class UnpairedStudentsView:
    """How many students have no complete result on this test, though on the other, and why.

    Attributes:
        test (ProcessTest): Which of the two tests of a process.

            - `pre`: The pre-test.
            - `post`: The post-test.
        reason (UnpairedReason): Why a student has no complete result on a test. In the order in which they are named.

            - `absent`: They were absent.
            - `exempt`: They need not take it.
            - `partial`: Only some of it is entered.
            - `not_entered`: Nothing is entered.
            - `elsewhere`: They took it in another class of the team, which this row does not count.
            - `not_given`: Their class was not given it.
            - `not_listed`: They are not on the class's sheet: they came later, or left.
        student_count (int): How many students.
    """

    test: ProcessTest
    reason: UnpairedReason
    student_count: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        test = self.test.value

        reason = self.reason.value

        student_count = self.student_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "test": test,
                "reason": reason,
                "student_count": student_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        test = ProcessTest(d.pop("test"))

        reason = UnpairedReason(d.pop("reason"))

        student_count = d.pop("student_count")

        unpaired_students_view = cls(
            test=test,
            reason=reason,
            student_count=student_count,
        )

        unpaired_students_view.additional_properties = d
        return unpaired_students_view

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
