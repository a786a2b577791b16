from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.team_role import TeamRole
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.colleague_view import ColleagueView
    from ..models.team_row_view_links import TeamRowViewLinks


T = TypeVar("T", bound="TeamRowView")


@_attrs_define
class TeamRowView:
    """A data team in a list.

    Attributes:
        id (str): The data team's id.
        name (str): The team's name.
        school_id (None | str): The team's school; null for a team of the whole district.
        leaders (list[ColleagueView]): The team's leaders.
        person_count (int): How many people belong to it.
        retired (bool): Whether the team is retired.
        role (TeamRole): A person's role in a team.

            - `leader`: You lead the team.
            - `member`: You are in the team.
            - `administrator`: You administer the team's school or the district: you see it, and say who leads it.
            - `school_administrator`: You administer another school with a class in one of the team's processes: you see the
            team as a whole and your school's part.
        school_name (None | str | Unset): The school's name; null without a school.
        links (TeamRowViewLinks | Unset): Where to go on: the team, and its Mastery Processes.
    """

    id: str
    name: str
    school_id: None | str
    leaders: list[ColleagueView]
    person_count: int
    retired: bool
    role: TeamRole
    school_name: None | str | Unset = UNSET
    links: TeamRowViewLinks | Unset = UNSET
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

        person_count = self.person_count

        retired = self.retired

        role = self.role.value

        school_name: None | str | Unset
        if isinstance(self.school_name, Unset):
            school_name = UNSET
        else:
            school_name = self.school_name

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "school_id": school_id,
                "leaders": leaders,
                "person_count": person_count,
                "retired": retired,
                "role": role,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.colleague_view import ColleagueView  # noqa: PLC0415
        from ..models.team_row_view_links import TeamRowViewLinks  # noqa: PLC0415

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

        person_count = d.pop("person_count")

        retired = d.pop("retired")

        role = TeamRole(d.pop("role"))

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        _links = d.pop("links", UNSET)
        links: TeamRowViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = TeamRowViewLinks.from_dict(_links)

        team_row_view = cls(
            id=id,
            name=name,
            school_id=school_id,
            leaders=leaders,
            person_count=person_count,
            retired=retired,
            role=role,
            school_name=school_name,
            links=links,
        )

        team_row_view.additional_properties = d
        return team_row_view

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
