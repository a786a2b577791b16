from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.right import Right
from ..models.role import Role
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.me_district_view import MeDistrictView
    from ..models.me_team_view import MeTeamView
    from ..models.me_view_links import MeViewLinks
    from ..models.named_view import NamedView


T = TypeVar("T", bound="MeView")


@_attrs_define
class MeView:
    """The signed-in person: where, as what, in which data teams, and what they may do.

    Attributes:
        person_id (str): The person's id.
        username (str): The name they signed in with.
        given_name (str): The given name, as shown.
        family_name (str): The family name, as shown.
        name (str): Their name.
        email (str): Where email goes; empty if the roster has no address.
        roles (list[Role]): Their present roles in the roster.
        school_ids (list[str]): The schools that they administer. For people who administer none, the schools where they
            teach.
        district (MeDistrictView): The district of the signed-in person.
        today (str): The day it is in the district, as `2026-11-19`.
        rights (list[Right]): The operations that they can use, by name. A single thing lists its own actions
            (`allowed`).
        teams (list[MeTeamView]): The data teams they belong to, by name; those retired are left out.
        led_teams (list[MeTeamView]): The teams among them that they lead.
        links (MeViewLinks): Where to go on.
        schools (list[NamedView] | Unset): The same schools with their names.
    """

    person_id: str
    username: str
    given_name: str
    family_name: str
    name: str
    email: str
    roles: list[Role]
    school_ids: list[str]
    district: MeDistrictView
    today: str
    rights: list[Right]
    teams: list[MeTeamView]
    led_teams: list[MeTeamView]
    links: MeViewLinks
    schools: list[NamedView] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        person_id = self.person_id

        username = self.username

        given_name = self.given_name

        family_name = self.family_name

        name = self.name

        email = self.email

        roles = []
        for roles_item_data in self.roles:
            roles_item = roles_item_data.value
            roles.append(roles_item)

        school_ids = self.school_ids

        district = self.district.to_dict()

        today = self.today

        rights = []
        for rights_item_data in self.rights:
            rights_item = rights_item_data.value
            rights.append(rights_item)

        teams = []
        for teams_item_data in self.teams:
            teams_item = teams_item_data.to_dict()
            teams.append(teams_item)

        led_teams = []
        for led_teams_item_data in self.led_teams:
            led_teams_item = led_teams_item_data.to_dict()
            led_teams.append(led_teams_item)

        links = self.links.to_dict()

        schools: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.schools, Unset):
            schools = []
            for schools_item_data in self.schools:
                schools_item = schools_item_data.to_dict()
                schools.append(schools_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "person_id": person_id,
                "username": username,
                "given_name": given_name,
                "family_name": family_name,
                "name": name,
                "email": email,
                "roles": roles,
                "school_ids": school_ids,
                "district": district,
                "today": today,
                "rights": rights,
                "teams": teams,
                "led_teams": led_teams,
                "links": links,
            }
        )
        if schools is not UNSET:
            field_dict["schools"] = schools

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.me_district_view import MeDistrictView  # noqa: PLC0415
        from ..models.me_team_view import MeTeamView  # noqa: PLC0415
        from ..models.me_view_links import MeViewLinks  # noqa: PLC0415
        from ..models.named_view import NamedView  # noqa: PLC0415

        d = dict(src_dict)
        person_id = d.pop("person_id")

        username = d.pop("username")

        given_name = d.pop("given_name")

        family_name = d.pop("family_name")

        name = d.pop("name")

        email = d.pop("email")

        roles = []
        _roles = d.pop("roles")
        for roles_item_data in _roles:
            roles_item = Role(roles_item_data)

            roles.append(roles_item)

        school_ids = cast(list[str], d.pop("school_ids"))

        district = MeDistrictView.from_dict(d.pop("district"))

        today = d.pop("today")

        rights = []
        _rights = d.pop("rights")
        for rights_item_data in _rights:
            rights_item = Right(rights_item_data)

            rights.append(rights_item)

        teams = []
        _teams = d.pop("teams")
        for teams_item_data in _teams:
            teams_item = MeTeamView.from_dict(teams_item_data)

            teams.append(teams_item)

        led_teams = []
        _led_teams = d.pop("led_teams")
        for led_teams_item_data in _led_teams:
            led_teams_item = MeTeamView.from_dict(led_teams_item_data)

            led_teams.append(led_teams_item)

        links = MeViewLinks.from_dict(d.pop("links"))

        _schools = d.pop("schools", UNSET)
        schools: list[NamedView] | Unset = UNSET
        if _schools is not UNSET:
            schools = []
            for schools_item_data in _schools:
                schools_item = NamedView.from_dict(schools_item_data)

                schools.append(schools_item)

        me_view = cls(
            person_id=person_id,
            username=username,
            given_name=given_name,
            family_name=family_name,
            name=name,
            email=email,
            roles=roles,
            school_ids=school_ids,
            district=district,
            today=today,
            rights=rights,
            teams=teams,
            led_teams=led_teams,
            links=links,
            schools=schools,
        )

        me_view.additional_properties = d
        return me_view

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
