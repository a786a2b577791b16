from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.withheld_figure_view import WithheldFigureView


T = TypeVar("T", bound="SchoolGrowthViewWithheldFigures")


@_attrs_define
class SchoolGrowthViewWithheldFigures:
    """Why a single figure is not shown, by its name.

    Attributes:
        normalized_gain (WithheldFigureView | Unset): Why a figure is not shown.
        effect (WithheldFigureView | Unset): Why a figure is not shown.
        goal (WithheldFigureView | Unset): Why a figure is not shown.
    """

    normalized_gain: WithheldFigureView | Unset = UNSET
    effect: WithheldFigureView | Unset = UNSET
    goal: WithheldFigureView | Unset = UNSET
    additional_properties: dict[str, WithheldFigureView] = _attrs_field(
        init=False, factory=dict
    )

    def to_dict(self) -> dict[str, Any]:
        normalized_gain: dict[str, Any] | Unset = UNSET
        if not isinstance(self.normalized_gain, Unset):
            normalized_gain = self.normalized_gain.to_dict()

        effect: dict[str, Any] | Unset = UNSET
        if not isinstance(self.effect, Unset):
            effect = self.effect.to_dict()

        goal: dict[str, Any] | Unset = UNSET
        if not isinstance(self.goal, Unset):
            goal = self.goal.to_dict()

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            field_dict[prop_name] = prop.to_dict()

        field_dict.update({})
        if normalized_gain is not UNSET:
            field_dict["normalized_gain"] = normalized_gain
        if effect is not UNSET:
            field_dict["effect"] = effect
        if goal is not UNSET:
            field_dict["goal"] = goal

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.withheld_figure_view import WithheldFigureView  # noqa: PLC0415

        d = dict(src_dict)
        _normalized_gain = d.pop("normalized_gain", UNSET)
        normalized_gain: WithheldFigureView | Unset
        if isinstance(_normalized_gain, Unset):
            normalized_gain = UNSET
        else:
            normalized_gain = WithheldFigureView.from_dict(_normalized_gain)

        _effect = d.pop("effect", UNSET)
        effect: WithheldFigureView | Unset
        if isinstance(_effect, Unset):
            effect = UNSET
        else:
            effect = WithheldFigureView.from_dict(_effect)

        _goal = d.pop("goal", UNSET)
        goal: WithheldFigureView | Unset
        if isinstance(_goal, Unset):
            goal = UNSET
        else:
            goal = WithheldFigureView.from_dict(_goal)

        school_growth_view_withheld_figures = cls(
            normalized_gain=normalized_gain,
            effect=effect,
            goal=goal,
        )

        additional_properties = {}
        for prop_name, prop_dict in d.items():
            additional_property = WithheldFigureView.from_dict(prop_dict)

            additional_properties[prop_name] = additional_property

        school_growth_view_withheld_figures.additional_properties = (
            additional_properties
        )
        return school_growth_view_withheld_figures

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
