from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="TestImpactView")


@_attrs_define
class TestImpactView:
    """The effect on the students of one test.

    Attributes:
        student_count (int): How many students are tested.
        up (int): How many would be at a higher level, or newly meet where the number of levels changes.
        down (int): How many would be at a lower level, or no longer meet where the number of levels changes.
        unchanged (int): How many would stay where they are.
        before (list[int]): How many are at each level now, the lowest first.
        after (list[int]): How many would be at each level, the lowest first.
        met_before (int): How many meet now.
        met_after (int): How many would meet.
        by_level (bool): Whether `up` and `down` are between levels. If false, they are across the line of the level
            that meets.
    """

    student_count: int
    up: int
    down: int
    unchanged: int
    before: list[int]
    after: list[int]
    met_before: int
    met_after: int
    by_level: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        student_count = self.student_count

        up = self.up

        down = self.down

        unchanged = self.unchanged

        before = self.before

        after = self.after

        met_before = self.met_before

        met_after = self.met_after

        by_level = self.by_level

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "student_count": student_count,
                "up": up,
                "down": down,
                "unchanged": unchanged,
                "before": before,
                "after": after,
                "met_before": met_before,
                "met_after": met_after,
                "by_level": by_level,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        student_count = d.pop("student_count")

        up = d.pop("up")

        down = d.pop("down")

        unchanged = d.pop("unchanged")

        before = cast(list[int], d.pop("before"))

        after = cast(list[int], d.pop("after"))

        met_before = d.pop("met_before")

        met_after = d.pop("met_after")

        by_level = d.pop("by_level")

        test_impact_view = cls(
            student_count=student_count,
            up=up,
            down=down,
            unchanged=unchanged,
            before=before,
            after=after,
            met_before=met_before,
            met_after=met_after,
            by_level=by_level,
        )

        test_impact_view.additional_properties = d
        return test_impact_view

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
