from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.page_texts_view import PageTextsView


T = TypeVar("T", bound="ProcessViewPages")


@_attrs_define
class ProcessViewPages:
    """The team's texts, by page; empty for administrators who see a part.

    Attributes:
        analyze (PageTextsView | Unset): The texts of a shared page.
        goals (PageTextsView | Unset): The texts of a shared page.
        strategies (PageTextsView | Unset): The texts of a shared page.
        reflect (PageTextsView | Unset): The texts of a shared page.
    """

    analyze: PageTextsView | Unset = UNSET
    goals: PageTextsView | Unset = UNSET
    strategies: PageTextsView | Unset = UNSET
    reflect: PageTextsView | Unset = UNSET
    additional_properties: dict[str, PageTextsView] = _attrs_field(
        init=False, factory=dict
    )

    def to_dict(self) -> dict[str, Any]:
        analyze: dict[str, Any] | Unset = UNSET
        if not isinstance(self.analyze, Unset):
            analyze = self.analyze.to_dict()

        goals: dict[str, Any] | Unset = UNSET
        if not isinstance(self.goals, Unset):
            goals = self.goals.to_dict()

        strategies: dict[str, Any] | Unset = UNSET
        if not isinstance(self.strategies, Unset):
            strategies = self.strategies.to_dict()

        reflect: dict[str, Any] | Unset = UNSET
        if not isinstance(self.reflect, Unset):
            reflect = self.reflect.to_dict()

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            field_dict[prop_name] = prop.to_dict()

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
        from ..models.page_texts_view import PageTextsView  # noqa: PLC0415

        d = dict(src_dict)
        _analyze = d.pop("analyze", UNSET)
        analyze: PageTextsView | Unset
        if isinstance(_analyze, Unset):
            analyze = UNSET
        else:
            analyze = PageTextsView.from_dict(_analyze)

        _goals = d.pop("goals", UNSET)
        goals: PageTextsView | Unset
        if isinstance(_goals, Unset):
            goals = UNSET
        else:
            goals = PageTextsView.from_dict(_goals)

        _strategies = d.pop("strategies", UNSET)
        strategies: PageTextsView | Unset
        if isinstance(_strategies, Unset):
            strategies = UNSET
        else:
            strategies = PageTextsView.from_dict(_strategies)

        _reflect = d.pop("reflect", UNSET)
        reflect: PageTextsView | Unset
        if isinstance(_reflect, Unset):
            reflect = UNSET
        else:
            reflect = PageTextsView.from_dict(_reflect)

        process_view_pages = cls(
            analyze=analyze,
            goals=goals,
            strategies=strategies,
            reflect=reflect,
        )

        additional_properties = {}
        for prop_name, prop_dict in d.items():
            additional_property = PageTextsView.from_dict(prop_dict)

            additional_properties[prop_name] = additional_property

        process_view_pages.additional_properties = additional_properties
        return process_view_pages

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> PageTextsView:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: PageTextsView) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
