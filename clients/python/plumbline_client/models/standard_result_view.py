from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.average_view import AverageView
    from ..models.level_count_view import LevelCountView


T = TypeVar("T", bound="StandardResultView")


@_attrs_define
class StandardResultView:
    """One standard: of students with every item of it entered.

    Attributes:
        standard (str): The standard's code.
        standards_set_id (str): The set of the standard.
        average (AverageView): The mean of students' shares of the points, over those with everything entered.
        levels (list[LevelCountView]): How many of them reached each mastery level, the lowest first.
        statement (None | str | Unset): The text of the standard; null if it is not known.
        standards_set_name (None | str | Unset): The name of the standards set; null without one.
    """

    standard: str
    standards_set_id: str
    average: AverageView
    levels: list[LevelCountView]
    statement: None | str | Unset = UNSET
    standards_set_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        standard = self.standard

        standards_set_id = self.standards_set_id

        average = self.average.to_dict()

        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        statement: None | str | Unset
        if isinstance(self.statement, Unset):
            statement = UNSET
        else:
            statement = self.statement

        standards_set_name: None | str | Unset
        if isinstance(self.standards_set_name, Unset):
            standards_set_name = UNSET
        else:
            standards_set_name = self.standards_set_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "standard": standard,
                "standards_set_id": standards_set_id,
                "average": average,
                "levels": levels,
            }
        )
        if statement is not UNSET:
            field_dict["statement"] = statement
        if standards_set_name is not UNSET:
            field_dict["standards_set_name"] = standards_set_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.average_view import AverageView  # noqa: PLC0415
        from ..models.level_count_view import LevelCountView  # noqa: PLC0415

        d = dict(src_dict)
        standard = d.pop("standard")

        standards_set_id = d.pop("standards_set_id")

        average = AverageView.from_dict(d.pop("average"))

        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = LevelCountView.from_dict(levels_item_data)

            levels.append(levels_item)

        def _parse_statement(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        statement = _parse_statement(d.pop("statement", UNSET))

        def _parse_standards_set_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        standards_set_name = _parse_standards_set_name(
            d.pop("standards_set_name", UNSET)
        )

        standard_result_view = cls(
            standard=standard,
            standards_set_id=standards_set_id,
            average=average,
            levels=levels,
            statement=statement,
            standards_set_name=standards_set_name,
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
