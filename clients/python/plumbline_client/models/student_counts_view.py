from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="StudentCountsView")


@_attrs_define
class StudentCountsView:
    """How many students took part.

    Attributes:
        tested (int): How many students have everything entered, so that they count.
        complete (int): The same as `tested`.
        partial (int): How many have only some of it entered.
        absent (int): How many were absent.
        exempt (int): How many need not take it.
    """

    tested: int
    complete: int
    partial: int
    absent: int
    exempt: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        tested = self.tested

        complete = self.complete

        partial = self.partial

        absent = self.absent

        exempt = self.exempt

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "tested": tested,
                "complete": complete,
                "partial": partial,
                "absent": absent,
                "exempt": exempt,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        tested = d.pop("tested")

        complete = d.pop("complete")

        partial = d.pop("partial")

        absent = d.pop("absent")

        exempt = d.pop("exempt")

        student_counts_view = cls(
            tested=tested,
            complete=complete,
            partial=partial,
            absent=absent,
            exempt=exempt,
        )

        student_counts_view.additional_properties = d
        return student_counts_view

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
