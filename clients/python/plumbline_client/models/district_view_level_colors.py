from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.level_color_view import LevelColorView


T = TypeVar("T", bound="DistrictViewLevelColors")


@_attrs_define
class DistrictViewLevelColors:
    """The colors of the levels for each number of levels, the lowest level first.

    Attributes:
        field_2 (list[LevelColorView] | Unset): The colors of two levels.
        field_3 (list[LevelColorView] | Unset): The colors of three levels.
        field_4 (list[LevelColorView] | Unset): The colors of four levels.
        field_5 (list[LevelColorView] | Unset): The colors of five levels.
        field_6 (list[LevelColorView] | Unset): The colors of six levels.
    """

    field_2: list[LevelColorView] | Unset = UNSET
    field_3: list[LevelColorView] | Unset = UNSET
    field_4: list[LevelColorView] | Unset = UNSET
    field_5: list[LevelColorView] | Unset = UNSET
    field_6: list[LevelColorView] | Unset = UNSET
    additional_properties: dict[str, list[LevelColorView]] = _attrs_field(
        init=False, factory=dict
    )

    def to_dict(self) -> dict[str, Any]:
        field_2: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.field_2, Unset):
            field_2 = []
            for field_2_item_data in self.field_2:
                field_2_item = field_2_item_data.to_dict()
                field_2.append(field_2_item)

        field_3: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.field_3, Unset):
            field_3 = []
            for field_3_item_data in self.field_3:
                field_3_item = field_3_item_data.to_dict()
                field_3.append(field_3_item)

        field_4: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.field_4, Unset):
            field_4 = []
            for field_4_item_data in self.field_4:
                field_4_item = field_4_item_data.to_dict()
                field_4.append(field_4_item)

        field_5: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.field_5, Unset):
            field_5 = []
            for field_5_item_data in self.field_5:
                field_5_item = field_5_item_data.to_dict()
                field_5.append(field_5_item)

        field_6: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.field_6, Unset):
            field_6 = []
            for field_6_item_data in self.field_6:
                field_6_item = field_6_item_data.to_dict()
                field_6.append(field_6_item)

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            field_dict[prop_name] = []
            for additional_property_item_data in prop:
                additional_property_item = additional_property_item_data.to_dict()
                field_dict[prop_name].append(additional_property_item)

        field_dict.update({})
        if field_2 is not UNSET:
            field_dict["2"] = field_2
        if field_3 is not UNSET:
            field_dict["3"] = field_3
        if field_4 is not UNSET:
            field_dict["4"] = field_4
        if field_5 is not UNSET:
            field_dict["5"] = field_5
        if field_6 is not UNSET:
            field_dict["6"] = field_6

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.level_color_view import LevelColorView  # noqa: PLC0415

        d = dict(src_dict)
        _field_2 = d.pop("2", UNSET)
        field_2: list[LevelColorView] | Unset = UNSET
        if _field_2 is not UNSET:
            field_2 = []
            for field_2_item_data in _field_2:
                field_2_item = LevelColorView.from_dict(field_2_item_data)

                field_2.append(field_2_item)

        _field_3 = d.pop("3", UNSET)
        field_3: list[LevelColorView] | Unset = UNSET
        if _field_3 is not UNSET:
            field_3 = []
            for field_3_item_data in _field_3:
                field_3_item = LevelColorView.from_dict(field_3_item_data)

                field_3.append(field_3_item)

        _field_4 = d.pop("4", UNSET)
        field_4: list[LevelColorView] | Unset = UNSET
        if _field_4 is not UNSET:
            field_4 = []
            for field_4_item_data in _field_4:
                field_4_item = LevelColorView.from_dict(field_4_item_data)

                field_4.append(field_4_item)

        _field_5 = d.pop("5", UNSET)
        field_5: list[LevelColorView] | Unset = UNSET
        if _field_5 is not UNSET:
            field_5 = []
            for field_5_item_data in _field_5:
                field_5_item = LevelColorView.from_dict(field_5_item_data)

                field_5.append(field_5_item)

        _field_6 = d.pop("6", UNSET)
        field_6: list[LevelColorView] | Unset = UNSET
        if _field_6 is not UNSET:
            field_6 = []
            for field_6_item_data in _field_6:
                field_6_item = LevelColorView.from_dict(field_6_item_data)

                field_6.append(field_6_item)

        district_view_level_colors = cls(
            field_2=field_2,
            field_3=field_3,
            field_4=field_4,
            field_5=field_5,
            field_6=field_6,
        )

        additional_properties = {}
        for prop_name, prop_dict in d.items():
            additional_property = []
            _additional_property = prop_dict
            for additional_property_item_data in _additional_property:
                additional_property_item = LevelColorView.from_dict(
                    additional_property_item_data
                )

                additional_property.append(additional_property_item)

            additional_properties[prop_name] = additional_property

        district_view_level_colors.additional_properties = additional_properties
        return district_view_level_colors

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> list[LevelColorView]:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: list[LevelColorView]) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
