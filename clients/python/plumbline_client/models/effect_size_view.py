from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="EffectSizeView")


@_attrs_define
class EffectSizeView:
    """Cohen's d for paired scores, with Bonett's 95% interval.

    Attributes:
        effect_size (float): Cohen's d for paired scores, by the average variance; below 0 a loss.
        adjusted_effect_size (float): The same, corrected for small samples.
        standard_error (float): The standard error of the effect size.
        lower (float): Where Bonett's 95% interval begins.
        upper (float): Where Bonett's 95% interval ends.
        student_count (int): How many students it is of.
    """

    effect_size: float
    adjusted_effect_size: float
    standard_error: float
    lower: float
    upper: float
    student_count: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        effect_size = self.effect_size

        adjusted_effect_size = self.adjusted_effect_size

        standard_error = self.standard_error

        lower = self.lower

        upper = self.upper

        student_count = self.student_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "effect_size": effect_size,
                "adjusted_effect_size": adjusted_effect_size,
                "standard_error": standard_error,
                "lower": lower,
                "upper": upper,
                "student_count": student_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        effect_size = d.pop("effect_size")

        adjusted_effect_size = d.pop("adjusted_effect_size")

        standard_error = d.pop("standard_error")

        lower = d.pop("lower")

        upper = d.pop("upper")

        student_count = d.pop("student_count")

        effect_size_view = cls(
            effect_size=effect_size,
            adjusted_effect_size=adjusted_effect_size,
            standard_error=standard_error,
            lower=lower,
            upper=upper,
            student_count=student_count,
        )

        effect_size_view.additional_properties = d
        return effect_size_view

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
