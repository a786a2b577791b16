from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="StrategyBody")


@_attrs_define
class StrategyBody:
    """A strategy that is added, changed or taken out. Leave out what stays.

    Attributes:
        id (str): The strategy's id, chosen by the sender, for example a UUID.
        strategy (None | str | Unset): The work.
        levels (list[int] | Literal['all'] | None | Unset): The levels of students that it is for, by their numbers, or
            `all`.
        responsible (None | str | Unset): The people who do it.
        frequency (None | str | Unset): How often.
        duration (None | str | Unset): How long.
        evidence (None | str | Unset): How the team will see that it works.
        order (int | None | Unset): Where it stands among the strategies, from 1; a new one comes last.
        remove (bool | Unset): Whether it is taken out. Default: False.
    """

    id: str
    strategy: None | str | Unset = UNSET
    levels: list[int] | Literal["all"] | None | Unset = UNSET
    responsible: None | str | Unset = UNSET
    frequency: None | str | Unset = UNSET
    duration: None | str | Unset = UNSET
    evidence: None | str | Unset = UNSET
    order: int | None | Unset = UNSET
    remove: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        strategy: None | str | Unset
        if isinstance(self.strategy, Unset):
            strategy = UNSET
        else:
            strategy = self.strategy

        levels: list[int] | Literal["all"] | None | Unset
        if isinstance(self.levels, Unset):
            levels = UNSET
        elif isinstance(self.levels, list):
            levels = self.levels

        else:
            levels = self.levels

        responsible: None | str | Unset
        if isinstance(self.responsible, Unset):
            responsible = UNSET
        else:
            responsible = self.responsible

        frequency: None | str | Unset
        if isinstance(self.frequency, Unset):
            frequency = UNSET
        else:
            frequency = self.frequency

        duration: None | str | Unset
        if isinstance(self.duration, Unset):
            duration = UNSET
        else:
            duration = self.duration

        evidence: None | str | Unset
        if isinstance(self.evidence, Unset):
            evidence = UNSET
        else:
            evidence = self.evidence

        order: int | None | Unset
        if isinstance(self.order, Unset):
            order = UNSET
        else:
            order = self.order

        remove = self.remove

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
            }
        )
        if strategy is not UNSET:
            field_dict["strategy"] = strategy
        if levels is not UNSET:
            field_dict["levels"] = levels
        if responsible is not UNSET:
            field_dict["responsible"] = responsible
        if frequency is not UNSET:
            field_dict["frequency"] = frequency
        if duration is not UNSET:
            field_dict["duration"] = duration
        if evidence is not UNSET:
            field_dict["evidence"] = evidence
        if order is not UNSET:
            field_dict["order"] = order
        if remove is not UNSET:
            field_dict["remove"] = remove

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        def _parse_strategy(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        strategy = _parse_strategy(d.pop("strategy", UNSET))

        def _parse_levels(data: object) -> list[int] | Literal["all"] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            levels_type_0 = cast(Literal["all"], data)
            if levels_type_0 != "all":
                raise ValueError(
                    f"levels_type_0 must match const 'all', got '{levels_type_0}'"
                )
            return levels_type_0
            try:
                if not isinstance(data, list):
                    raise TypeError()
                levels_type_1 = cast(list[int], data)

                return levels_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | Literal["all"] | None | Unset, data)

        levels = _parse_levels(d.pop("levels", UNSET))

        def _parse_responsible(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        responsible = _parse_responsible(d.pop("responsible", UNSET))

        def _parse_frequency(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        frequency = _parse_frequency(d.pop("frequency", UNSET))

        def _parse_duration(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        duration = _parse_duration(d.pop("duration", UNSET))

        def _parse_evidence(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        evidence = _parse_evidence(d.pop("evidence", UNSET))

        def _parse_order(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        order = _parse_order(d.pop("order", UNSET))

        remove = d.pop("remove", UNSET)

        strategy_body = cls(
            id=id,
            strategy=strategy,
            levels=levels,
            responsible=responsible,
            frequency=frequency,
            duration=duration,
            evidence=evidence,
            order=order,
            remove=remove,
        )

        return strategy_body
