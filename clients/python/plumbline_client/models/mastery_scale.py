from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="MasteryScale")


@_attrs_define
class MasteryScale:
    """The mastery levels of a tracker or an assessment, the lowest first.

    A level holds everything from its cut to the next, which is no part of it.

        Attributes:
            names (list[str]): The names of the levels, the lowest first.
            cuts (list[str]): The percents at which all levels but the lowest begin, ascending.
            meets (int): The level, from 1, from which on it is mastery.
    """

    names: list[str]
    cuts: list[str]
    meets: int

    def to_dict(self) -> dict[str, Any]:
        names = self.names

        cuts = self.cuts

        meets = self.meets

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "names": names,
                "cuts": cuts,
                "meets": meets,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        names = cast(list[str], d.pop("names"))

        cuts = cast(list[str], d.pop("cuts"))

        meets = d.pop("meets")

        mastery_scale = cls(
            names=names,
            cuts=cuts,
            meets=meets,
        )

        return mastery_scale
