from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.team_role import TeamRole
from ..models.team_view_allowed_item import TeamViewAllowedItem
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.colleague_view import ColleagueView
    from ..models.team_level_view import TeamLevelView
    from ..models.team_view_links import TeamViewLinks


T = TypeVar("T", bound="TeamView")


@_attrs_define
class TeamView:
    """A data team.

    Attributes:
        id (str): The data team's id.
        name (str): The team's name.
        school_id (None | str): The team's school; null for a team of the whole district.
        leaders (list[ColleagueView]): The team's leaders.
        members (list[ColleagueView]): The other members of the team.
        levels (list[TeamLevelView]): The team's levels, the lowest first.
        meets (int): The level, from 1, that is enough.
        retired (bool): Whether the team is retired. Then nothing new is begun in it.
        created_at (datetime.datetime): When it was made.
        role (TeamRole): A person's role in a team.

            - `leader`: You lead the team.
            - `member`: You are in the team.
            - `administrator`: You administer the team's school or the district: you see it, and say who leads it.
            - `school_administrator`: You administer another school with a class in one of the team's processes: you see the
            team as a whole and your school's part.
        allowed (list[TeamViewAllowedItem]): The actions that you can take.
        notes (list[str]): Other effects of the change, in sentences.
        links (TeamViewLinks): Where to go on.
        version (int): The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.
        school_name (None | str | Unset): The school's name; null without a school.
    """

    id: str
    name: str
    school_id: None | str
    leaders: list[ColleagueView]
    members: list[ColleagueView]
    levels: list[TeamLevelView]
    meets: int
    retired: bool
    created_at: datetime.datetime
    role: TeamRole
    allowed: list[TeamViewAllowedItem]
    notes: list[str]
    links: TeamViewLinks
    version: int
    school_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        school_id: None | str
        school_id = self.school_id

        leaders = []
        for leaders_item_data in self.leaders:
            leaders_item = leaders_item_data.to_dict()
            leaders.append(leaders_item)

        members = []
        for members_item_data in self.members:
            members_item = members_item_data.to_dict()
            members.append(members_item)

        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        meets = self.meets

        retired = self.retired

        created_at = self.created_at.isoformat()

        role = self.role.value

        allowed = []
        for allowed_item_data in self.allowed:
            allowed_item = allowed_item_data.value
            allowed.append(allowed_item)

        notes = self.notes

        links = self.links.to_dict()

        version = self.version

        school_name: None | str | Unset
        if isinstance(self.school_name, Unset):
            school_name = UNSET
        else:
            school_name = self.school_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "school_id": school_id,
                "leaders": leaders,
                "members": members,
                "levels": levels,
                "meets": meets,
                "retired": retired,
                "created_at": created_at,
                "role": role,
                "allowed": allowed,
                "notes": notes,
                "links": links,
                "version": version,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.colleague_view import ColleagueView  # noqa: PLC0415
        from ..models.team_level_view import TeamLevelView  # noqa: PLC0415
        from ..models.team_view_links import TeamViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        def _parse_school_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        school_id = _parse_school_id(d.pop("school_id"))

        leaders = []
        _leaders = d.pop("leaders")
        for leaders_item_data in _leaders:
            leaders_item = ColleagueView.from_dict(leaders_item_data)

            leaders.append(leaders_item)

        members = []
        _members = d.pop("members")
        for members_item_data in _members:
            members_item = ColleagueView.from_dict(members_item_data)

            members.append(members_item)

        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = TeamLevelView.from_dict(levels_item_data)

            levels.append(levels_item)

        meets = d.pop("meets")

        retired = d.pop("retired")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        role = TeamRole(d.pop("role"))

        allowed = []
        _allowed = d.pop("allowed")
        for allowed_item_data in _allowed:
            allowed_item = TeamViewAllowedItem(allowed_item_data)

            allowed.append(allowed_item)

        notes = cast(list[str], d.pop("notes"))

        links = TeamViewLinks.from_dict(d.pop("links"))

        version = d.pop("version")

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        team_view = cls(
            id=id,
            name=name,
            school_id=school_id,
            leaders=leaders,
            members=members,
            levels=levels,
            meets=meets,
            retired=retired,
            created_at=created_at,
            role=role,
            allowed=allowed,
            notes=notes,
            links=links,
            version=version,
            school_name=school_name,
        )

        team_view.additional_properties = d
        return team_view

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
