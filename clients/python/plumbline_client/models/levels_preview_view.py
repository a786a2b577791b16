from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.process_impact_view import ProcessImpactView
    from ..models.team_level_view import TeamLevelView


T = TypeVar("T", bound="LevelsPreviewView")


@_attrs_define
class LevelsPreviewView:
    """The effect of other levels. Nothing is changed.

    Attributes:
        levels (list[TeamLevelView]): The levels as they would be.
        meets (int): The level, from 1, that would be enough.
        processes (list[ProcessImpactView]): The effect on each open process.
        locked_count (int): How many finished processes stay as they are.
        message (str): The same in words.
    """

    levels: list[TeamLevelView]
    meets: int
    processes: list[ProcessImpactView]
    locked_count: int
    message: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        meets = self.meets

        processes = []
        for processes_item_data in self.processes:
            processes_item = processes_item_data.to_dict()
            processes.append(processes_item)

        locked_count = self.locked_count

        message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "levels": levels,
                "meets": meets,
                "processes": processes,
                "locked_count": locked_count,
                "message": message,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.process_impact_view import ProcessImpactView  # noqa: PLC0415
        from ..models.team_level_view import TeamLevelView  # noqa: PLC0415

        d = dict(src_dict)
        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = TeamLevelView.from_dict(levels_item_data)

            levels.append(levels_item)

        meets = d.pop("meets")

        processes = []
        _processes = d.pop("processes")
        for processes_item_data in _processes:
            processes_item = ProcessImpactView.from_dict(processes_item_data)

            processes.append(processes_item)

        locked_count = d.pop("locked_count")

        message = d.pop("message")

        levels_preview_view = cls(
            levels=levels,
            meets=meets,
            processes=processes,
            locked_count=locked_count,
            message=message,
        )

        levels_preview_view.additional_properties = d
        return levels_preview_view

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
