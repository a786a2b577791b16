from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="TestProgressView")


@_attrs_define
class TestProgressView:
    """How many students a test is entered for so far.

    Attributes:
        student_count (int): How many students there are.
        tested (int): How many have everything entered. Only these count.
        absent (int): How many were absent.
        exempt (int): How many need not take it.
        partial (int): How many have only some of it entered.
        not_entered (int): How many have nothing entered.
    """

    student_count: int
    tested: int
    absent: int
    exempt: int
    partial: int
    not_entered: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        student_count = self.student_count

        tested = self.tested

        absent = self.absent

        exempt = self.exempt

        partial = self.partial

        not_entered = self.not_entered

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "student_count": student_count,
                "tested": tested,
                "absent": absent,
                "exempt": exempt,
                "partial": partial,
                "not_entered": not_entered,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        student_count = d.pop("student_count")

        tested = d.pop("tested")

        absent = d.pop("absent")

        exempt = d.pop("exempt")

        partial = d.pop("partial")

        not_entered = d.pop("not_entered")

        test_progress_view = cls(
            student_count=student_count,
            tested=tested,
            absent=absent,
            exempt=exempt,
            partial=partial,
            not_entered=not_entered,
        )

        test_progress_view.additional_properties = d
        return test_progress_view

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
