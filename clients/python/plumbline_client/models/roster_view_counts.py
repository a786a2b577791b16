from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="RosterViewCounts")


@_attrs_define
class RosterViewCounts:
    """How many things the roster has.

    Attributes:
        schools (int | Unset): Schools and offices.
        people (int | Unset): People, staff and students.
        courses (int | Unset): Courses.
        classes (int | Unset): Classes.
        enrollments (int | Unset): Enrollments of people in classes.
    """

    schools: int | Unset = UNSET
    people: int | Unset = UNSET
    courses: int | Unset = UNSET
    classes: int | Unset = UNSET
    enrollments: int | Unset = UNSET
    additional_properties: dict[str, int] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        schools = self.schools

        people = self.people

        courses = self.courses

        classes = self.classes

        enrollments = self.enrollments

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if schools is not UNSET:
            field_dict["schools"] = schools
        if people is not UNSET:
            field_dict["people"] = people
        if courses is not UNSET:
            field_dict["courses"] = courses
        if classes is not UNSET:
            field_dict["classes"] = classes
        if enrollments is not UNSET:
            field_dict["enrollments"] = enrollments

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        schools = d.pop("schools", UNSET)

        people = d.pop("people", UNSET)

        courses = d.pop("courses", UNSET)

        classes = d.pop("classes", UNSET)

        enrollments = d.pop("enrollments", UNSET)

        roster_view_counts = cls(
            schools=schools,
            people=people,
            courses=courses,
            classes=classes,
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
