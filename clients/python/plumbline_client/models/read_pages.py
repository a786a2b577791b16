from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ReadPages")


@_attrs_define
class ReadPages:
    """The versions of the pages that a leader read before finishing.

    Attributes:
        analyze (int | None | Unset): The version of *analyze*; null to lock it as it is.
        goals (int | None | Unset): The version of *goals*; null to lock it as it is.
        strategies (int | None | Unset): The version of *strategies*; null to lock it as it is.
        reflect (int | None | Unset): The version of *reflect*; null to lock it as it is.
    """

    analyze: int | None | Unset = UNSET
    goals: int | None | Unset = UNSET
    strategies: int | None | Unset = UNSET
    reflect: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        analyze: int | None | Unset
        if isinstance(self.analyze, Unset):
            analyze = UNSET
        else:
            analyze = self.analyze

        goals: int | None | Unset
        if isinstance(self.goals, Unset):
            goals = UNSET
        else:
            goals = self.goals

        strategies: int | None | Unset
        if isinstance(self.strategies, Unset):
            strategies = UNSET
        else:
            strategies = self.strategies

        reflect: int | None | Unset
        if isinstance(self.reflect, Unset):
            reflect = UNSET
        else:
            reflect = self.reflect

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if analyze is not UNSET:
            field_dict["analyze"] = analyze
        if goals is not UNSET:
            field_dict["goals"] = goals
        if strategies is not UNSET:
            field_dict["strategies"] = strategies
        if reflect is not UNSET:
            field_dict["reflect"] = reflect

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_analyze(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        analyze = _parse_analyze(d.pop("analyze", UNSET))

        def _parse_goals(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        goals = _parse_goals(d.pop("goals", UNSET))

        def _parse_strategies(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        strategies = _parse_strategies(d.pop("strategies", UNSET))

        def _parse_reflect(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        reflect = _parse_reflect(d.pop("reflect", UNSET))

        read_pages = cls(
            analyze=analyze,
            goals=goals,
            strategies=strategies,
            reflect=reflect,
        )

        return read_pages
