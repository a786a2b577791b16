from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ProcessRowViewLinks")


@_attrs_define
class ProcessRowViewLinks:
    """Where to go on. Some are missing for administrators who see a part.

    Attributes:
        self_ (str | Unset): This process.
        team (str | Unset): Its data team.
        goals (str | Unset): The goals of its classes.
        comparison (str | Unset): Pre- and post-test side by side.
        growth (str | Unset): Its growth.
        collection (str | Unset): The tested students, with averages and levels.
        activations (str | Unset): The reader's classes, and what each test is to them.
        analyze (str | Unset): The shared page of that name.
        goals_page (str | Unset): The shared page with the team goal.
        strategies (str | Unset): The shared page of that name.
        reflect (str | Unset): The shared page of that name.
        report (str | Unset): The report of a finished process.
        library (str | Unset): Its entry in the library.
    """

    self_: str | Unset = UNSET
    team: str | Unset = UNSET
    goals: str | Unset = UNSET
    comparison: str | Unset = UNSET
    growth: str | Unset = UNSET
    collection: str | Unset = UNSET
    activations: str | Unset = UNSET
    analyze: str | Unset = UNSET
    goals_page: str | Unset = UNSET
    strategies: str | Unset = UNSET
    reflect: str | Unset = UNSET
    report: str | Unset = UNSET
    library: str | Unset = UNSET
    additional_properties: dict[str, str] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        self_ = self.self_

        team = self.team

        goals = self.goals

        comparison = self.comparison

        growth = self.growth

        collection = self.collection

        activations = self.activations

        analyze = self.analyze

        goals_page = self.goals_page

        strategies = self.strategies

        reflect = self.reflect

        report = self.report

        library = self.library

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if self_ is not UNSET:
            field_dict["self"] = self_
        if team is not UNSET:
            field_dict["team"] = team
        if goals is not UNSET:
            field_dict["goals"] = goals
        if comparison is not UNSET:
            field_dict["comparison"] = comparison
        if growth is not UNSET:
            field_dict["growth"] = growth
        if collection is not UNSET:
            field_dict["collection"] = collection
        if activations is not UNSET:
            field_dict["activations"] = activations
        if analyze is not UNSET:
            field_dict["analyze"] = analyze
        if goals_page is not UNSET:
            field_dict["goals_page"] = goals_page
        if strategies is not UNSET:
            field_dict["strategies"] = strategies
        if reflect is not UNSET:
            field_dict["reflect"] = reflect
        if report is not UNSET:
            field_dict["report"] = report
        if library is not UNSET:
            field_dict["library"] = library

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        self_ = d.pop("self", UNSET)

        team = d.pop("team", UNSET)

        goals = d.pop("goals", UNSET)

        comparison = d.pop("comparison", UNSET)

        growth = d.pop("growth", UNSET)

        collection = d.pop("collection", UNSET)

        activations = d.pop("activations", UNSET)

        analyze = d.pop("analyze", UNSET)

        goals_page = d.pop("goals_page", UNSET)

        strategies = d.pop("strategies", UNSET)

        reflect = d.pop("reflect", UNSET)

        report = d.pop("report", UNSET)

        library = d.pop("library", UNSET)

        process_row_view_links = cls(
            self_=self_,
            team=team,
            goals=goals,
            comparison=comparison,
            growth=growth,
            collection=collection,
            activations=activations,
            analyze=analyze,
            goals_page=goals_page,
            strategies=strategies,
            reflect=reflect,
            report=report,
            library=library,
        )

        process_row_view_links.additional_properties = d
        return process_row_view_links

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> str:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: str) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
