from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.share_view import ShareView


T = TypeVar("T", bound="SchoolGoalView")


@_attrs_define
class SchoolGoalView:
    """The goals of one school's classes, added up.

    Attributes:
        baseline (ShareView): A count of students, in percent of all.
        target (ShareView): A count of students, in percent of all.
        tested (int): How many students have the pre-test.
        proficient_count (int): How many of them meet already.
        close_count (int): How many are preselected: no more than 5 points below.
        added_count (int): How many the teacher added.
        removed_count (int): How many preselected students the teacher left out.
        class_count (int): How many classes have the pre-test.
        decided_class_count (int): How many of these classes have a goal that their teacher set. The others count as
            preselected.
        message (str): The goal written out, to show.
        school_id (str): The school's id in the roster.
        school_name (None | str | Unset): The school's name; null without a school.
    """

    baseline: ShareView
    target: ShareView
    tested: int
    proficient_count: int
    close_count: int
    added_count: int
    removed_count: int
    class_count: int
    decided_class_count: int
    message: str
    school_id: str
    school_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        baseline = self.baseline.to_dict()

        target = self.target.to_dict()

        tested = self.tested

        proficient_count = self.proficient_count

        close_count = self.close_count

        added_count = self.added_count

        removed_count = self.removed_count

        class_count = self.class_count

        decided_class_count = self.decided_class_count

        message = self.message

        school_id = self.school_id

        school_name: None | str | Unset
        if isinstance(self.school_name, Unset):
            school_name = UNSET
        else:
            school_name = self.school_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "baseline": baseline,
                "target": target,
                "tested": tested,
                "proficient_count": proficient_count,
                "close_count": close_count,
                "added_count": added_count,
                "removed_count": removed_count,
                "class_count": class_count,
                "decided_class_count": decided_class_count,
                "message": message,
                "school_id": school_id,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.share_view import ShareView  # noqa: PLC0415

        d = dict(src_dict)
        baseline = ShareView.from_dict(d.pop("baseline"))

        target = ShareView.from_dict(d.pop("target"))

        tested = d.pop("tested")

        proficient_count = d.pop("proficient_count")

        close_count = d.pop("close_count")

        added_count = d.pop("added_count")

        removed_count = d.pop("removed_count")

        class_count = d.pop("class_count")

        decided_class_count = d.pop("decided_class_count")

        message = d.pop("message")

        school_id = d.pop("school_id")

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        school_goal_view = cls(
            baseline=baseline,
            target=target,
            tested=tested,
            proficient_count=proficient_count,
            close_count=close_count,
            added_count=added_count,
            removed_count=removed_count,
            class_count=class_count,
            decided_class_count=decided_class_count,
            message=message,
            school_id=school_id,
            school_name=school_name,
        )

        school_goal_view.additional_properties = d
        return school_goal_view

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
