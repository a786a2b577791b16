from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.share_view import ShareView


T = TypeVar("T", bound="GoalOutcomeView")


@_attrs_define
class GoalOutcomeView:
    """The goal against the post-test.

    Attributes:
        met (bool): Whether the goal was met.
        target (ShareView): A count of students, in percent of all.
        reached (ShareView): A count of students, in percent of all.
        class_count (int): How many classes the goal is of.
        decided_class_count (int): How many of them have a goal that their teacher set.
    """

    met: bool
    target: ShareView
    reached: ShareView
    class_count: int
    decided_class_count: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        met = self.met

        target = self.target.to_dict()

        reached = self.reached.to_dict()

        class_count = self.class_count

        decided_class_count = self.decided_class_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "met": met,
                "target": target,
                "reached": reached,
                "class_count": class_count,
                "decided_class_count": decided_class_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.share_view import ShareView  # noqa: PLC0415

        d = dict(src_dict)
        met = d.pop("met")

        target = ShareView.from_dict(d.pop("target"))

        reached = ShareView.from_dict(d.pop("reached"))

        class_count = d.pop("class_count")

        decided_class_count = d.pop("decided_class_count")

        goal_outcome_view = cls(
            met=met,
            target=target,
            reached=reached,
            class_count=class_count,
            decided_class_count=decided_class_count,
        )

        goal_outcome_view.additional_properties = d
        return goal_outcome_view

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
