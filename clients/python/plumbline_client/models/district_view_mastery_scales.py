from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.mastery_scale import MasteryScale


T = TypeVar("T", bound="DistrictViewMasteryScales")


@_attrs_define
class DistrictViewMasteryScales:
    """The mastery scale for each number of levels.

    Attributes:
        field_2 (MasteryScale | Unset): The mastery levels of a tracker or an assessment, the lowest first.

            A level holds everything from its cut to the next, which is no part of it.
        field_3 (MasteryScale | Unset): The mastery levels of a tracker or an assessment, the lowest first.

            A level holds everything from its cut to the next, which is no part of it.
        field_4 (MasteryScale | Unset): The mastery levels of a tracker or an assessment, the lowest first.

            A level holds everything from its cut to the next, which is no part of it.
        field_5 (MasteryScale | Unset): The mastery levels of a tracker or an assessment, the lowest first.

            A level holds everything from its cut to the next, which is no part of it.
        field_6 (MasteryScale | Unset): The mastery levels of a tracker or an assessment, the lowest first.

            A level holds everything from its cut to the next, which is no part of it.
    """

    field_2: MasteryScale | Unset = UNSET
    field_3: MasteryScale | Unset = UNSET
    field_4: MasteryScale | Unset = UNSET
    field_5: MasteryScale | Unset = UNSET
    field_6: MasteryScale | Unset = UNSET
    additional_properties: dict[str, MasteryScale] = _attrs_field(
        init=False, factory=dict
    )

    def to_dict(self) -> dict[str, Any]:
        field_2: dict[str, Any] | Unset = UNSET
        if not isinstance(self.field_2, Unset):
            field_2 = self.field_2.to_dict()

        field_3: dict[str, Any] | Unset = UNSET
        if not isinstance(self.field_3, Unset):
            field_3 = self.field_3.to_dict()

        field_4: dict[str, Any] | Unset = UNSET
        if not isinstance(self.field_4, Unset):
            field_4 = self.field_4.to_dict()

        field_5: dict[str, Any] | Unset = UNSET
        if not isinstance(self.field_5, Unset):
            field_5 = self.field_5.to_dict()

        field_6: dict[str, Any] | Unset = UNSET
        if not isinstance(self.field_6, Unset):
            field_6 = self.field_6.to_dict()

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            field_dict[prop_name] = prop.to_dict()

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
        _field_2 = d.pop("2", UNSET)
        field_2: MasteryScale | Unset
        if isinstance(_field_2, Unset):
            field_2 = UNSET
        else:
            field_2 = MasteryScale.from_dict(_field_2)

        _field_3 = d.pop("3", UNSET)
        field_3: MasteryScale | Unset
        if isinstance(_field_3, Unset):
            field_3 = UNSET
        else:
            field_3 = MasteryScale.from_dict(_field_3)

        _field_4 = d.pop("4", UNSET)
        field_4: MasteryScale | Unset
        if isinstance(_field_4, Unset):
            field_4 = UNSET
        else:
            field_4 = MasteryScale.from_dict(_field_4)

        _field_5 = d.pop("5", UNSET)
        field_5: MasteryScale | Unset
        if isinstance(_field_5, Unset):
            field_5 = UNSET
        else:
            field_5 = MasteryScale.from_dict(_field_5)

        _field_6 = d.pop("6", UNSET)
        field_6: MasteryScale | Unset
        if isinstance(_field_6, Unset):
            field_6 = UNSET
        else:
            field_6 = MasteryScale.from_dict(_field_6)

        district_view_mastery_scales = cls(
            field_2=field_2,
            field_3=field_3,
            field_4=field_4,
            field_5=field_5,
            field_6=field_6,
        )

        additional_properties = {}
        for prop_name, prop_dict in d.items():
            additional_property = MasteryScale.from_dict(prop_dict)

            additional_properties[prop_name] = additional_property

        district_view_mastery_scales.additional_properties = additional_properties
        return district_view_mastery_scales

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> MasteryScale:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: MasteryScale) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
