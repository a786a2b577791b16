from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="RosterViewCounts")


@_attrs_define
class RosterViewCounts:
    """How many records the roster has, by the files of OneRoster.

    Attributes:
        orgs (int | Unset): Schools and offices.
        academic_sessions (int | Unset): Terms and school years.
        courses (int | Unset): Courses.
        classes (int | Unset): Classes.
        users (int | Unset): People, staff and students.
        roles (int | Unset): Roles of people at schools and offices.
        enrollments (int | Unset): Enrollments of people in classes.
    """

    orgs: int | Unset = UNSET
    academic_sessions: int | Unset = UNSET
    courses: int | Unset = UNSET
    classes: int | Unset = UNSET
    users: int | Unset = UNSET
    roles: int | Unset = UNSET
    enrollments: int | Unset = UNSET
    additional_properties: dict[str, int] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        orgs = self.orgs

        academic_sessions = self.academic_sessions

        courses = self.courses

        classes = self.classes

        users = self.users

        roles = self.roles

        enrollments = self.enrollments

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if orgs is not UNSET:
            field_dict["orgs"] = orgs
        if academic_sessions is not UNSET:
            field_dict["academicSessions"] = academic_sessions
        if courses is not UNSET:
            field_dict["courses"] = courses
        if classes is not UNSET:
            field_dict["classes"] = classes
        if users is not UNSET:
            field_dict["users"] = users
        if roles is not UNSET:
            field_dict["roles"] = roles
        if enrollments is not UNSET:
            field_dict["enrollments"] = enrollments

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        orgs = d.pop("orgs", UNSET)

        academic_sessions = d.pop("academicSessions", UNSET)

        courses = d.pop("courses", UNSET)

        classes = d.pop("classes", UNSET)

        users = d.pop("users", UNSET)

        roles = d.pop("roles", UNSET)

        enrollments = d.pop("enrollments", UNSET)

        roster_view_counts = cls(
            orgs=orgs,
            academic_sessions=academic_sessions,
            courses=courses,
            classes=classes,
            users=users,
            roles=roles,
            enrollments=enrollments,
        )

        roster_view_counts.additional_properties = d
        return roster_view_counts

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> int:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: int) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
