from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.calculation import Calculation


T = TypeVar("T", bound="MasteryRules")


@_attrs_define
class MasteryRules:
    """The settings to look at. Leave out what stays.

    Attributes:
        level_count (int | None | Unset): How many mastery levels it would have, 2 to 6.
        calculation (Calculation | None | Unset): How several results would become one mastery; null for as the district
            has it.
    """

    level_count: int | None | Unset = UNSET
    calculation: Calculation | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.calculation import Calculation  # noqa: PLC0415

        level_count: int | None | Unset
        if isinstance(self.level_count, Unset):
            level_count = UNSET
        else:
            level_count = self.level_count

        calculation: dict[str, Any] | None | Unset
        if isinstance(self.calculation, Unset):
            calculation = UNSET
        elif isinstance(self.calculation, Calculation):
            calculation = self.calculation.to_dict()
        else:
            calculation = self.calculation

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if level_count is not UNSET:
            field_dict["level_count"] = level_count
        if calculation is not UNSET:
            field_dict["calculation"] = calculation

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.calculation import Calculation  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_level_count(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        level_count = _parse_level_count(d.pop("level_count", UNSET))

        def _parse_calculation(data: object) -> Calculation | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                calculation_type_0 = Calculation.from_dict(data)

                return calculation_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Calculation | None | Unset, data)

        calculation = _parse_calculation(d.pop("calculation", UNSET))

        mastery_rules = cls(
            level_count=level_count,
            calculation=calculation,
        )

        return mastery_rules
