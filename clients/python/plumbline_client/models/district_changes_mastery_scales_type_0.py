from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.mastery_scale import MasteryScale


T = TypeVar("T", bound="DistrictChangesMasteryScalesType0")


@_attrs_define
class DistrictChangesMasteryScalesType0:
    """
    Attributes:
        field_2 (MasteryScale | None | Unset): The scale of two levels.
        field_3 (MasteryScale | None | Unset): The scale of three levels.
        field_4 (MasteryScale | None | Unset): The scale of four levels.
        field_5 (MasteryScale | None | Unset): The scale of five levels.
        field_6 (MasteryScale | None | Unset): The scale of six levels.
    """

    field_2: MasteryScale | None | Unset = UNSET
    field_3: MasteryScale | None | Unset = UNSET
    field_4: MasteryScale | None | Unset = UNSET
    field_5: MasteryScale | None | Unset = UNSET
    field_6: MasteryScale | None | Unset = UNSET
    additional_properties: dict[str, MasteryScale | None] = _attrs_field(
        init=False, factory=dict
    )

    def to_dict(self) -> dict[str, Any]:
        from ..models.mastery_scale import MasteryScale  # noqa: PLC0415

        field_2: dict[str, Any] | None | Unset
        if isinstance(self.field_2, Unset):
            field_2 = UNSET
        elif isinstance(self.field_2, MasteryScale):
            field_2 = self.field_2.to_dict()
        else:
            field_2 = self.field_2

        field_3: dict[str, Any] | None | Unset
        if isinstance(self.field_3, Unset):
            field_3 = UNSET
        elif isinstance(self.field_3, MasteryScale):
            field_3 = self.field_3.to_dict()
        else:
            field_3 = self.field_3

        field_4: dict[str, Any] | None | Unset
        if isinstance(self.field_4, Unset):
            field_4 = UNSET
        elif isinstance(self.field_4, MasteryScale):
            field_4 = self.field_4.to_dict()
        else:
            field_4 = self.field_4

        field_5: dict[str, Any] | None | Unset
        if isinstance(self.field_5, Unset):
            field_5 = UNSET
        elif isinstance(self.field_5, MasteryScale):
            field_5 = self.field_5.to_dict()
        else:
            field_5 = self.field_5

        field_6: dict[str, Any] | None | Unset
        if isinstance(self.field_6, Unset):
            field_6 = UNSET
        elif isinstance(self.field_6, MasteryScale):
            field_6 = self.field_6.to_dict()
        else:
            field_6 = self.field_6

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            if isinstance(prop, MasteryScale):
                field_dict[prop_name] = prop.to_dict()
            else:
                field_dict[prop_name] = prop

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
        from ..models.mastery_scale import MasteryScale  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_field_2(data: object) -> MasteryScale | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                field_2_type_0 = MasteryScale.from_dict(data)

                return field_2_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MasteryScale | None | Unset, data)

        field_2 = _parse_field_2(d.pop("2", UNSET))

        def _parse_field_3(data: object) -> MasteryScale | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                field_3_type_0 = MasteryScale.from_dict(data)

                return field_3_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MasteryScale | None | Unset, data)

        field_3 = _parse_field_3(d.pop("3", UNSET))

        def _parse_field_4(data: object) -> MasteryScale | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                field_4_type_0 = MasteryScale.from_dict(data)

                return field_4_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MasteryScale | None | Unset, data)

        field_4 = _parse_field_4(d.pop("4", UNSET))

        def _parse_field_5(data: object) -> MasteryScale | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                field_5_type_0 = MasteryScale.from_dict(data)

                return field_5_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MasteryScale | None | Unset, data)

        field_5 = _parse_field_5(d.pop("5", UNSET))

        def _parse_field_6(data: object) -> MasteryScale | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                field_6_type_0 = MasteryScale.from_dict(data)

                return field_6_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MasteryScale | None | Unset, data)

        field_6 = _parse_field_6(d.pop("6", UNSET))

        district_changes_mastery_scales_type_0 = cls(
            field_2=field_2,
            field_3=field_3,
            field_4=field_4,
            field_5=field_5,
            field_6=field_6,
        )

        additional_properties = {}
        for prop_name, prop_dict in d.items():

            def _parse_additional_property(data: object) -> MasteryScale | None:
                if data is None:
                    return data
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    additional_property_type_0 = MasteryScale.from_dict(data)

                    return additional_property_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(MasteryScale | None, data)

            additional_property = _parse_additional_property(prop_dict)

            additional_properties[prop_name] = additional_property

        district_changes_mastery_scales_type_0.additional_properties = (
            additional_properties
        )
        return district_changes_mastery_scales_type_0

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> MasteryScale | None:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: MasteryScale | None) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
