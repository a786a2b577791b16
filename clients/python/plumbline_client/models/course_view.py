from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.course_view_links import CourseViewLinks


T = TypeVar("T", bound="CourseView")


@_attrs_define
class CourseView:
    """A course.

    Attributes:
        id (str): The id in the roster. It may hold any character.
        title (str): The course's title.
        code (str): The course's code; blank when it has none.
        school_id (str): The id of the school or office that offers it.
        subjects (list[str]): The course's subjects, as the roster writes them.
        grades (list[str]): The course's grade levels.
        links (CourseViewLinks | Unset): Where to go on.
        school_name (None | str | Unset): The school's name; null without a school.
    """

    id: str
    title: str
    code: str
    school_id: str
    subjects: list[str]
    grades: list[str]
    links: CourseViewLinks | Unset = UNSET
    school_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        title = self.title

        code = self.code

        school_id = self.school_id

        subjects = self.subjects

        grades = self.grades

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

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
                "title": title,
                "code": code,
                "school_id": school_id,
                "subjects": subjects,
                "grades": grades,
            }
        )
        if links is not UNSET:
            field_dict["links"] = links
        if school_name is not UNSET:
            field_dict["school_name"] = school_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.course_view_links import CourseViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        title = d.pop("title")

        code = d.pop("code")

        school_id = d.pop("school_id")

        subjects = cast(list[str], d.pop("subjects"))

        grades = cast(list[str], d.pop("grades"))

        _links = d.pop("links", UNSET)
        links: CourseViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = CourseViewLinks.from_dict(_links)

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        course_view = cls(
            id=id,
            title=title,
            code=code,
            school_id=school_id,
            subjects=subjects,
            grades=grades,
            links=links,
            school_name=school_name,
        )

        course_view.additional_properties = d
        return course_view

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
