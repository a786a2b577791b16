from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SheetStudentCountsView")


@_attrs_define
class SheetStudentCountsView:
    """How many students of the sheet are how far.

    Attributes:
        complete (int): How many have everything entered.
        partial (int): How many have something entered.
        absent (int): How many were absent.
        exempt (int): How many need not take it.
        not_started (int): How many who are in the class now have nothing entered.
    """

    complete: int
    partial: int
    absent: int
    exempt: int
    not_started: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        complete = self.complete

        partial = self.partial

        absent = self.absent

        exempt = self.exempt

        not_started = self.not_started

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "complete": complete,
                "partial": partial,
                "absent": absent,
                "exempt": exempt,
                "not_started": not_started,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        complete = d.pop("complete")

        partial = d.pop("partial")

        absent = d.pop("absent")

        exempt = d.pop("exempt")

        not_started = d.pop("not_started")

        sheet_student_counts_view = cls(
            complete=complete,
            partial=partial,
            absent=absent,
            exempt=exempt,
            not_started=not_started,
        )

        sheet_student_counts_view.additional_properties = d
        return sheet_student_counts_view

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
