from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.calculation_method import CalculationMethod
from ..types import UNSET, Unset

T = TypeVar("T", bound="Calculation")


@_attrs_define
class Calculation:
    """How several results on a standard become one mastery.

    Attributes:
        method (CalculationMethod | Unset): How several results become one mastery.

            - `most_recent`: The latest result counts, by the day on which the test was given.
            - `highest`: The best result counts.
            - `average`: The mean of all results counts.
            - `mode`: The level that occurs most often counts; of several, the higher.
            - `decaying_average`: Later results weigh more than earlier ones.
            - `n_times`: Mastery is reached when a number of results reach it.
        weight (str | Unset): How much the latest result weighs, from 0.50 to 1.00; for `decaying_average`. Default:
            '0.65'.
        times (int | Unset): How many results must reach mastery; for `n_times`. Default: 3.
    """

    method: CalculationMethod | Unset = UNSET
    weight: str | Unset = "0.65"
    times: int | Unset = 3

    def to_dict(self) -> dict[str, Any]:
        method: str | Unset = UNSET
        if not isinstance(self.method, Unset):
            method = self.method.value

        weight = self.weight

        times = self.times

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if method is not UNSET:
            field_dict["method"] = method
        if weight is not UNSET:
            field_dict["weight"] = weight
        if times is not UNSET:
            field_dict["times"] = times

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _method = d.pop("method", UNSET)
        method: CalculationMethod | Unset
        if isinstance(_method, Unset):
            method = UNSET
        else:
            method = CalculationMethod(_method)

        weight = d.pop("weight", UNSET)

        times = d.pop("times", UNSET)

        calculation = cls(
            method=method,
            weight=weight,
            times=times,
        )

        return calculation
