from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.named_view import NamedView


T = TypeVar("T", bound="OpensProcessView")


@_attrs_define
class OpensProcessView:
    """The Mastery Process that it opens: in which data teams, null for all of them.

    Attributes:
        name (str): The name of the Mastery Processes.
        team_ids (list[str] | None): The data teams in which one is opened; null for all of them.
        teams (list[NamedView] | Unset): The same data teams with their names; empty where all of them are meant.
    """

    name: str
    team_ids: list[str] | None
    teams: list[NamedView] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        team_ids: list[str] | None
        if isinstance(self.team_ids, list):
            team_ids = self.team_ids

        else:
            team_ids = self.team_ids

        teams: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.teams, Unset):
            teams = []
            for teams_item_data in self.teams:
                teams_item = teams_item_data.to_dict()
                teams.append(teams_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "team_ids": team_ids,
            }
        )
        if teams is not UNSET:
            field_dict["teams"] = teams

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_view import NamedView  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        def _parse_team_ids(data: object) -> list[str] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                team_ids_type_0 = cast(list[str], data)

                return team_ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None, data)

        team_ids = _parse_team_ids(d.pop("team_ids"))

        _teams = d.pop("teams", UNSET)
        teams: list[NamedView] | Unset = UNSET
        if _teams is not UNSET:
            teams = []
            for teams_item_data in _teams:
                teams_item = NamedView.from_dict(teams_item_data)

                teams.append(teams_item)

        opens_process_view = cls(
            name=name,
            team_ids=team_ids,
            teams=teams,
        )

        opens_process_view.additional_properties = d
        return opens_process_view

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
