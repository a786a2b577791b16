from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ActivationViewStudentCounts")


@_attrs_define
class ActivationViewStudentCounts:
    """How many students there are, by what there is of them.

    Attributes:
        tested (int | Unset): Everything is entered.
        partial (int | Unset): Some of it is entered.
        not_entered (int | Unset): Nothing is entered.
        absent (int | Unset): They were absent.
        exempt (int | Unset): They need not take it.
    """

    tested: int | Unset = UNSET
    partial: int | Unset = UNSET
    not_entered: int | Unset = UNSET
    absent: int | Unset = UNSET
    exempt: int | Unset = UNSET
    additional_properties: dict[str, int] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        tested = self.tested

        partial = self.partial

        not_entered = self.not_entered

        absent = self.absent

        exempt = self.exempt

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if tested is not UNSET:
            field_dict["tested"] = tested
        if partial is not UNSET:
            field_dict["partial"] = partial
        if not_entered is not UNSET:
            field_dict["not_entered"] = not_entered
        if absent is not UNSET:
            field_dict["absent"] = absent
        if exempt is not UNSET:
            field_dict["exempt"] = exempt

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        tested = d.pop("tested", UNSET)

        partial = d.pop("partial", UNSET)

        not_entered = d.pop("not_entered", UNSET)

        absent = d.pop("absent", UNSET)

        exempt = d.pop("exempt", UNSET)

        activation_view_student_counts = cls(
            tested=tested,
            partial=partial,
            not_entered=not_entered,
            absent=absent,
            exempt=exempt,
        )

        activation_view_student_counts.additional_properties = d
        return activation_view_student_counts

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> int:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: int) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
