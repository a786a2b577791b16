from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="LibraryPageViewRowsItem")


@_attrs_define
class LibraryPageViewRowsItem:
    """
    Attributes:
        strategy (list[int] | list[str] | str | Unset): The work.
        levels (list[int] | list[str] | str | Unset): The levels of students that it is for, by their numbers, or `all`.
        responsible (list[int] | list[str] | str | Unset): The people who do it.
        frequency (list[int] | list[str] | str | Unset): How often.
        duration (list[int] | list[str] | str | Unset): How long.
        evidence (list[int] | list[str] | str | Unset): How the team will see that it works.
    """

    strategy: list[int] | list[str] | str | Unset = UNSET
    levels: list[int] | list[str] | str | Unset = UNSET
    responsible: list[int] | list[str] | str | Unset = UNSET
    frequency: list[int] | list[str] | str | Unset = UNSET
    duration: list[int] | list[str] | str | Unset = UNSET
    evidence: list[int] | list[str] | str | Unset = UNSET
    additional_properties: dict[str, list[int] | list[str] | str] = _attrs_field(
        init=False, factory=dict
    )

    def to_dict(self) -> dict[str, Any]:
        strategy: list[int] | list[str] | str | Unset
        if isinstance(self.strategy, Unset):
            strategy = UNSET
        elif isinstance(self.strategy, list):
            strategy = self.strategy

        elif isinstance(self.strategy, list):
            strategy = self.strategy

        else:
            strategy = self.strategy

        levels: list[int] | list[str] | str | Unset
        if isinstance(self.levels, Unset):
            levels = UNSET
        elif isinstance(self.levels, list):
            levels = self.levels

        elif isinstance(self.levels, list):
            levels = self.levels

        else:
            levels = self.levels

        responsible: list[int] | list[str] | str | Unset
        if isinstance(self.responsible, Unset):
            responsible = UNSET
        elif isinstance(self.responsible, list):
            responsible = self.responsible

        elif isinstance(self.responsible, list):
            responsible = self.responsible

        else:
            responsible = self.responsible

        frequency: list[int] | list[str] | str | Unset
        if isinstance(self.frequency, Unset):
            frequency = UNSET
        elif isinstance(self.frequency, list):
            frequency = self.frequency

        elif isinstance(self.frequency, list):
            frequency = self.frequency

        else:
            frequency = self.frequency

        duration: list[int] | list[str] | str | Unset
        if isinstance(self.duration, Unset):
            duration = UNSET
        elif isinstance(self.duration, list):
            duration = self.duration

        elif isinstance(self.duration, list):
            duration = self.duration

        else:
            duration = self.duration

        evidence: list[int] | list[str] | str | Unset
        if isinstance(self.evidence, Unset):
            evidence = UNSET
        elif isinstance(self.evidence, list):
            evidence = self.evidence

        elif isinstance(self.evidence, list):
            evidence = self.evidence

        else:
            evidence = self.evidence

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            if isinstance(prop, list):
                field_dict[prop_name] = prop

            elif isinstance(prop, list):
                field_dict[prop_name] = prop

            else:
                field_dict[prop_name] = prop

        field_dict.update({})
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

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_strategy(data: object) -> list[int] | list[str] | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                strategy_type_1 = cast(list[str], data)

                return strategy_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                strategy_type_2 = cast(list[int], data)

                return strategy_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | list[str] | str | Unset, data)

        strategy = _parse_strategy(d.pop("strategy", UNSET))

        def _parse_levels(data: object) -> list[int] | list[str] | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                levels_type_1 = cast(list[str], data)

                return levels_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                levels_type_2 = cast(list[int], data)

                return levels_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | list[str] | str | Unset, data)

        levels = _parse_levels(d.pop("levels", UNSET))

        def _parse_responsible(data: object) -> list[int] | list[str] | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                responsible_type_1 = cast(list[str], data)

                return responsible_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                responsible_type_2 = cast(list[int], data)

                return responsible_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | list[str] | str | Unset, data)

        responsible = _parse_responsible(d.pop("responsible", UNSET))

        def _parse_frequency(data: object) -> list[int] | list[str] | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                frequency_type_1 = cast(list[str], data)

                return frequency_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                frequency_type_2 = cast(list[int], data)

                return frequency_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | list[str] | str | Unset, data)

        frequency = _parse_frequency(d.pop("frequency", UNSET))

        def _parse_duration(data: object) -> list[int] | list[str] | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                duration_type_1 = cast(list[str], data)

                return duration_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                duration_type_2 = cast(list[int], data)

                return duration_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | list[str] | str | Unset, data)

        duration = _parse_duration(d.pop("duration", UNSET))

        def _parse_evidence(data: object) -> list[int] | list[str] | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                evidence_type_1 = cast(list[str], data)

                return evidence_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                evidence_type_2 = cast(list[int], data)

                return evidence_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | list[str] | str | Unset, data)

        evidence = _parse_evidence(d.pop("evidence", UNSET))

        library_page_view_rows_item = cls(
            strategy=strategy,
            levels=levels,
            responsible=responsible,
            frequency=frequency,
            duration=duration,
            evidence=evidence,
        )

        additional_properties = {}
        for prop_name, prop_dict in d.items():

            def _parse_additional_property(data: object) -> list[int] | list[str] | str:
                try:
                    if not isinstance(data, list):
                        raise TypeError()
                    additional_property_type_1 = cast(list[str], data)

                    return additional_property_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, list):
                        raise TypeError()
                    additional_property_type_2 = cast(list[int], data)

                    return additional_property_type_2
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(list[int] | list[str] | str, data)

            additional_property = _parse_additional_property(prop_dict)

            additional_properties[prop_name] = additional_property

        library_page_view_rows_item.additional_properties = additional_properties
        return library_page_view_rows_item

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> list[int] | list[str] | str:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: list[int] | list[str] | str) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
