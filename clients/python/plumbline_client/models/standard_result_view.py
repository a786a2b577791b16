from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.average_view import AverageView
    from ..models.level_count_view import LevelCountView


T = TypeVar("T", bound="StandardResultView")


@_attrs_define
class StandardResultView:
    """One standard: of students with every item of it entered.

    Attributes:
        standard (str): The standard's code.
        average (AverageView): The mean of students' shares of the points, over those with everything entered.
        levels (list[LevelCountView]): How many of them reached each mastery level, the lowest first.
    """

    standard: str
    average: AverageView
    levels: list[LevelCountView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        standard = self.standard

        average = self.average.to_dict()

        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "standard": standard,
                "average": average,
                "levels": levels,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.average_view import AverageView  # noqa: PLC0415
        from ..models.level_count_view import LevelCountView  # noqa: PLC0415

        d = dict(src_dict)
        standard = d.pop("standard")

        average = AverageView.from_dict(d.pop("average"))

        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = LevelCountView.from_dict(levels_item_data)

            levels.append(levels_item)

        standard_result_view = cls(
            standard=standard,
            average=average,
            levels=levels,
        )

        standard_result_view.additional_properties = d
        return standard_result_view

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
