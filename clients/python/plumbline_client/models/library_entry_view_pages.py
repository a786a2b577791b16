from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.library_page_view import LibraryPageView


T = TypeVar("T", bound="LibraryEntryViewPages")


@_attrs_define
class LibraryEntryViewPages:
    """The team's texts, by page.

    Attributes:
        analyze (LibraryPageView | Unset): The texts of a page.
        goals (LibraryPageView | Unset): The texts of a page.
        strategies (LibraryPageView | Unset): The texts of a page.
        reflect (LibraryPageView | Unset): The texts of a page.
    """

    analyze: LibraryPageView | Unset = UNSET
    goals: LibraryPageView | Unset = UNSET
    strategies: LibraryPageView | Unset = UNSET
    reflect: LibraryPageView | Unset = UNSET
    additional_properties: dict[str, LibraryPageView] = _attrs_field(
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
        from ..models.library_page_view import LibraryPageView  # noqa: PLC0415

        d = dict(src_dict)
        _analyze = d.pop("analyze", UNSET)
        analyze: LibraryPageView | Unset
        if isinstance(_analyze, Unset):
            analyze = UNSET
        else:
            analyze = LibraryPageView.from_dict(_analyze)

        _goals = d.pop("goals", UNSET)
        goals: LibraryPageView | Unset
        if isinstance(_goals, Unset):
            goals = UNSET
        else:
            goals = LibraryPageView.from_dict(_goals)

        _strategies = d.pop("strategies", UNSET)
        strategies: LibraryPageView | Unset
        if isinstance(_strategies, Unset):
            strategies = UNSET
        else:
            strategies = LibraryPageView.from_dict(_strategies)

        _reflect = d.pop("reflect", UNSET)
        reflect: LibraryPageView | Unset
        if isinstance(_reflect, Unset):
            reflect = UNSET
        else:
            reflect = LibraryPageView.from_dict(_reflect)

        library_entry_view_pages = cls(
            analyze=analyze,
            goals=goals,
            strategies=strategies,
            reflect=reflect,
        )

        additional_properties = {}
        for prop_name, prop_dict in d.items():
            additional_property = LibraryPageView.from_dict(prop_dict)

            additional_properties[prop_name] = additional_property

        library_entry_view_pages.additional_properties = additional_properties
        return library_entry_view_pages

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> LibraryPageView:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: LibraryPageView) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
