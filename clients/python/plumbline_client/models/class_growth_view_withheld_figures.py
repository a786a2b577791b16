from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.withheld_figure_view import WithheldFigureView


T = TypeVar("T", bound="ClassGrowthViewWithheldFigures")


@_attrs_define
class ClassGrowthViewWithheldFigures:
    """Why a single figure is not shown, by its name.

    Attributes:
        average (WithheldFigureView | Unset): Why a figure is not shown.
        normalized_gain (WithheldFigureView | Unset): Why a figure is not shown.
        effect_size (WithheldFigureView | Unset): Why a figure is not shown.
        movement (WithheldFigureView | Unset): Why a figure is not shown.
        goal (WithheldFigureView | Unset): Why a figure is not shown.
    """

    average: WithheldFigureView | Unset = UNSET
    normalized_gain: WithheldFigureView | Unset = UNSET
    effect_size: WithheldFigureView | Unset = UNSET
    movement: WithheldFigureView | Unset = UNSET
    goal: WithheldFigureView | Unset = UNSET
    additional_properties: dict[str, WithheldFigureView] = _attrs_field(
        init=False, factory=dict
    )

    def to_dict(self) -> dict[str, Any]:
        average: dict[str, Any] | Unset = UNSET
        if not isinstance(self.average, Unset):
            average = self.average.to_dict()

        normalized_gain: dict[str, Any] | Unset = UNSET
        if not isinstance(self.normalized_gain, Unset):
            normalized_gain = self.normalized_gain.to_dict()

        effect_size: dict[str, Any] | Unset = UNSET
        if not isinstance(self.effect_size, Unset):
            effect_size = self.effect_size.to_dict()

        movement: dict[str, Any] | Unset = UNSET
        if not isinstance(self.movement, Unset):
            movement = self.movement.to_dict()

        goal: dict[str, Any] | Unset = UNSET
        if not isinstance(self.goal, Unset):
            goal = self.goal.to_dict()

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            field_dict[prop_name] = prop.to_dict()

        field_dict.update({})
        if average is not UNSET:
            field_dict["average"] = average
        if normalized_gain is not UNSET:
            field_dict["normalized_gain"] = normalized_gain
        if effect_size is not UNSET:
            field_dict["effect_size"] = effect_size
        if movement is not UNSET:
            field_dict["movement"] = movement
        if goal is not UNSET:
            field_dict["goal"] = goal

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.withheld_figure_view import WithheldFigureView  # noqa: PLC0415

        d = dict(src_dict)
        _average = d.pop("average", UNSET)
        average: WithheldFigureView | Unset
        if isinstance(_average, Unset):
            average = UNSET
        else:
            average = WithheldFigureView.from_dict(_average)

        _normalized_gain = d.pop("normalized_gain", UNSET)
        normalized_gain: WithheldFigureView | Unset
        if isinstance(_normalized_gain, Unset):
            normalized_gain = UNSET
        else:
            normalized_gain = WithheldFigureView.from_dict(_normalized_gain)

        _effect_size = d.pop("effect_size", UNSET)
        effect_size: WithheldFigureView | Unset
        if isinstance(_effect_size, Unset):
            effect_size = UNSET
        else:
            effect_size = WithheldFigureView.from_dict(_effect_size)

        _movement = d.pop("movement", UNSET)
        movement: WithheldFigureView | Unset
        if isinstance(_movement, Unset):
            movement = UNSET
        else:
            movement = WithheldFigureView.from_dict(_movement)

        _goal = d.pop("goal", UNSET)
        goal: WithheldFigureView | Unset
        if isinstance(_goal, Unset):
            goal = UNSET
        else:
            goal = WithheldFigureView.from_dict(_goal)

        class_growth_view_withheld_figures = cls(
            average=average,
            normalized_gain=normalized_gain,
            effect_size=effect_size,
            movement=movement,
            goal=goal,
        )

        additional_properties = {}
        for prop_name, prop_dict in d.items():
            additional_property = WithheldFigureView.from_dict(prop_dict)

            additional_properties[prop_name] = additional_property

        class_growth_view_withheld_figures.additional_properties = additional_properties
        return class_growth_view_withheld_figures

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> WithheldFigureView:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: WithheldFigureView) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
