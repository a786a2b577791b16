from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.person_view_allowed_item import PersonViewAllowedItem
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.person_view_links import PersonViewLinks
    from ..models.role_view import RoleView


T = TypeVar("T", bound="PersonView")


@_attrs_define
class PersonView:
    """Somebody of the district.

    Attributes:
        id (str): The id in the roster. It may hold any character.
        given_name (str): First name, as the person prefers to be called.
        family_name (str): Last name.
        username (str): The name the person signs in with; blank when there is none.
        enabled (bool): Whether the roster lets the person sign in.
        roles (list[RoleView]): The person's roles today, and their places.
        other_roles (list[RoleView]): The person's earlier and later roles, and their places.
        grades (list[str]): The grade levels of a student, as the roster writes them.
        links (PersonViewLinks | Unset): Where to go on.
        allowed (list[PersonViewAllowedItem] | Unset): The actions that you can take on the person's account.
    """

    id: str
    given_name: str
    family_name: str
    username: str
    enabled: bool
    roles: list[RoleView]
    other_roles: list[RoleView]
    grades: list[str]
    links: PersonViewLinks | Unset = UNSET
    allowed: list[PersonViewAllowedItem] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        given_name = self.given_name

        family_name = self.family_name

        username = self.username

        enabled = self.enabled

        roles = []
        for roles_item_data in self.roles:
            roles_item = roles_item_data.to_dict()
            roles.append(roles_item)

        other_roles = []
        for other_roles_item_data in self.other_roles:
            other_roles_item = other_roles_item_data.to_dict()
            other_roles.append(other_roles_item)

        grades = self.grades

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        allowed: list[str] | Unset = UNSET
        if not isinstance(self.allowed, Unset):
            allowed = []
            for allowed_item_data in self.allowed:
                allowed_item = allowed_item_data.value
                allowed.append(allowed_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "given_name": given_name,
                "family_name": family_name,
                "username": username,
                "enabled": enabled,
                "roles": roles,
                "other_roles": other_roles,
                "grades": grades,
            }
        )
        if links is not UNSET:
            field_dict["links"] = links
        if allowed is not UNSET:
            field_dict["allowed"] = allowed

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.person_view_links import PersonViewLinks  # noqa: PLC0415
        from ..models.role_view import RoleView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        given_name = d.pop("given_name")

        family_name = d.pop("family_name")

        username = d.pop("username")

        enabled = d.pop("enabled")

        roles = []
        _roles = d.pop("roles")
        for roles_item_data in _roles:
            roles_item = RoleView.from_dict(roles_item_data)

            roles.append(roles_item)

        other_roles = []
        _other_roles = d.pop("other_roles")
        for other_roles_item_data in _other_roles:
            other_roles_item = RoleView.from_dict(other_roles_item_data)

            other_roles.append(other_roles_item)

        grades = cast(list[str], d.pop("grades"))

        _links = d.pop("links", UNSET)
        links: PersonViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = PersonViewLinks.from_dict(_links)

        _allowed = d.pop("allowed", UNSET)
        allowed: list[PersonViewAllowedItem] | Unset = UNSET
        if _allowed is not UNSET:
            allowed = []
            for allowed_item_data in _allowed:
                allowed_item = PersonViewAllowedItem(allowed_item_data)

                allowed.append(allowed_item)

        person_view = cls(
            id=id,
            given_name=given_name,
            family_name=family_name,
            username=username,
            enabled=enabled,
            roles=roles,
            other_roles=other_roles,
            grades=grades,
            links=links,
            allowed=allowed,
        )

        person_view.additional_properties = d
        return person_view

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
