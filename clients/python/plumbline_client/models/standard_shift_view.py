from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="StandardShiftView")


@_attrs_define
class StandardShiftView:
    """The effect on the students' masteries of a standard.

    Attributes:
        standard (str): The standard's code.
        student_count (int): How many students have a mastery of it now.
        up_count (int): How many would move up: to a higher level, or to mastery where the number of levels changes.
        down_count (int): How many would move down: to a lower level, or below mastery where the number of levels
            changes.
        gained_count (int): How many have no mastery of it now and would have one.
        lost_count (int): How many have a mastery of it now and would have none.
        changed_count (int): How many of all these there are.
        met_before_count (int): How many are at mastery or above now.
        met_after_count (int): How many would be at mastery or above.
        statement (None | str | Unset): The text of the standard; null if it is not known.
    """

    standard: str
    student_count: int
    up_count: int
    down_count: int
    gained_count: int
    lost_count: int
    changed_count: int
    met_before_count: int
    met_after_count: int
    statement: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        standard = self.standard

        student_count = self.student_count

        up_count = self.up_count

        down_count = self.down_count

        gained_count = self.gained_count

        lost_count = self.lost_count

        changed_count = self.changed_count

        met_before_count = self.met_before_count

        met_after_count = self.met_after_count

        statement: None | str | Unset
        if isinstance(self.statement, Unset):
            statement = UNSET
        else:
            statement = self.statement

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "standard": standard,
                "student_count": student_count,
                "up_count": up_count,
                "down_count": down_count,
                "gained_count": gained_count,
                "lost_count": lost_count,
                "changed_count": changed_count,
                "met_before_count": met_before_count,
                "met_after_count": met_after_count,
            }
        )
        if statement is not UNSET:
            field_dict["statement"] = statement

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        standard = d.pop("standard")

        student_count = d.pop("student_count")

        up_count = d.pop("up_count")

        down_count = d.pop("down_count")

        gained_count = d.pop("gained_count")

        lost_count = d.pop("lost_count")

        changed_count = d.pop("changed_count")

        met_before_count = d.pop("met_before_count")

        met_after_count = d.pop("met_after_count")

        def _parse_statement(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        statement = _parse_statement(d.pop("statement", UNSET))

        standard_shift_view = cls(
            standard=standard,
            student_count=student_count,
            up_count=up_count,
            down_count=down_count,
            gained_count=gained_count,
            lost_count=lost_count,
            changed_count=changed_count,
            met_before_count=met_before_count,
            met_after_count=met_after_count,
            statement=statement,
        )

        standard_shift_view.additional_properties = d
        return standard_shift_view

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
