from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.goal_impact_view import GoalImpactView
    from ..models.test_impact_view import TestImpactView


T = TypeVar("T", bound="ProcessImpactView")


@_attrs_define
class ProcessImpactView:
    """The effect on one open process, on its pre-test and on its post-test.

    Attributes:
        process_id (str): The Mastery Process's id.
        name (str): The process's name.
        pre (TestImpactView): The effect on the students of one test.
        post (TestImpactView): The effect on the students of one test.
        set_goal_count (int): How many goals of classes teachers have set.
        changed_goal_count (int): The number of these with numbers that would change.
        changed_goals (list[GoalImpactView]): Those of them whose class you may see.
    """

    process_id: str
    name: str
    pre: TestImpactView
    post: TestImpactView
    set_goal_count: int
    changed_goal_count: int
    changed_goals: list[GoalImpactView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        process_id = self.process_id

        name = self.name

        pre = self.pre.to_dict()

        post = self.post.to_dict()

        set_goal_count = self.set_goal_count

        changed_goal_count = self.changed_goal_count

        changed_goals = []
        for changed_goals_item_data in self.changed_goals:
            changed_goals_item = changed_goals_item_data.to_dict()
            changed_goals.append(changed_goals_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "process_id": process_id,
                "name": name,
                "pre": pre,
                "post": post,
                "set_goal_count": set_goal_count,
                "changed_goal_count": changed_goal_count,
                "changed_goals": changed_goals,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.goal_impact_view import GoalImpactView  # noqa: PLC0415
        from ..models.test_impact_view import TestImpactView  # noqa: PLC0415

        d = dict(src_dict)
        process_id = d.pop("process_id")

        name = d.pop("name")

        pre = TestImpactView.from_dict(d.pop("pre"))

        post = TestImpactView.from_dict(d.pop("post"))

        set_goal_count = d.pop("set_goal_count")

        changed_goal_count = d.pop("changed_goal_count")

        changed_goals = []
        _changed_goals = d.pop("changed_goals")
        for changed_goals_item_data in _changed_goals:
            changed_goals_item = GoalImpactView.from_dict(changed_goals_item_data)

            changed_goals.append(changed_goals_item)

        process_impact_view = cls(
            process_id=process_id,
            name=name,
            pre=pre,
            post=post,
            set_goal_count=set_goal_count,
            changed_goal_count=changed_goal_count,
            changed_goals=changed_goals,
        )

        process_impact_view.additional_properties = d
        return process_impact_view

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
