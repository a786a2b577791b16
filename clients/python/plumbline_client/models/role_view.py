from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.role_view_role import RoleViewRole
from ..types import UNSET, Unset

T = TypeVar("T", bound="RoleView")


@_attrs_define
class RoleView:
    """What somebody is, and where.

    Attributes:
        role (RoleViewRole): The role.

            - `district_admin`: Administers the district.
            - `school_admin`: Administers the school.
            - `teacher`: Teaches at the school.
            - `student`: Learns at the school. Students never sign in.
        school_id (str): The school or office where the person has it.
        school_name (None | str | Unset): The school's name; null without a school.
    """

    role: RoleViewRole
    school_id: str
    school_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        role = self.role.value

        school_id = self.school_id

        school_name: None | str | Unset
        if isinstance(self.school_name, Unset):
            school_name = UNSET
        else:
            school_name = self.school_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "role": role,
                "school_id": school_id,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        role = RoleViewRole(d.pop("role"))

        school_id = d.pop("school_id")

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        role_view = cls(
            role=role,
            school_id=school_id,
            school_name=school_name,
        )

        role_view.additional_properties = d
        return role_view

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
