from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.class_row_view_links import ClassRowViewLinks
    from ..models.class_teacher_view import ClassTeacherView
    from ..models.term_view import TermView


T = TypeVar("T", bound="ClassRowView")


@_attrs_define
class ClassRowView:
    """A class in a list.

    Attributes:
        id (str): The id in the roster. It may hold any character.
        title (str): The class's title.
        code (str): The class's code; blank when it has none.
        school_id (str): The school's id in the roster.
        course_id (str): The id of the course that it belongs to.
        course_title (str): The course's title.
        grades (list[str]): The class's grade levels.
        subjects (list[str]): The class's subjects.
        terms (list[TermView]): When it is held.
        start_date (datetime.date | None): The first day of its terms; null when none is known.
        end_date (datetime.date | None): The last day of its terms; null when none is known.
        past (bool): Whether its terms are over.
        teachers (list[ClassTeacherView]): Its present teachers.
        student_count (int): How many students are in it today.
        links (ClassRowViewLinks | Unset): Where to go on.
        school_name (None | str | Unset): The school's name; null without a school.
    """

    id: str
    title: str
    code: str
    school_id: str
    course_id: str
    course_title: str
    grades: list[str]
    subjects: list[str]
    terms: list[TermView]
    start_date: datetime.date | None
    end_date: datetime.date | None
    past: bool
    teachers: list[ClassTeacherView]
    student_count: int
    links: ClassRowViewLinks | Unset = UNSET
    school_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        title = self.title

        code = self.code

        school_id = self.school_id

        course_id = self.course_id

        course_title = self.course_title

        grades = self.grades

        subjects = self.subjects

        terms = []
        for terms_item_data in self.terms:
            terms_item = terms_item_data.to_dict()
            terms.append(terms_item)

        start_date: None | str
        if isinstance(self.start_date, datetime.date):
            start_date = self.start_date.isoformat()
        else:
            start_date = self.start_date

        end_date: None | str
        if isinstance(self.end_date, datetime.date):
            end_date = self.end_date.isoformat()
        else:
            end_date = self.end_date

        past = self.past

        teachers = []
        for teachers_item_data in self.teachers:
            teachers_item = teachers_item_data.to_dict()
            teachers.append(teachers_item)

        student_count = self.student_count

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
                "course_id": course_id,
                "course_title": course_title,
                "grades": grades,
                "subjects": subjects,
                "terms": terms,
                "start_date": start_date,
                "end_date": end_date,
                "past": past,
                "teachers": teachers,
                "student_count": student_count,
            }
        )
        if links is not UNSET:
            field_dict["links"] = links
        if school_name is not UNSET:
            field_dict["school_name"] = school_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.class_row_view_links import ClassRowViewLinks  # noqa: PLC0415
        from ..models.class_teacher_view import ClassTeacherView  # noqa: PLC0415
        from ..models.term_view import TermView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        title = d.pop("title")

        code = d.pop("code")

        school_id = d.pop("school_id")

        course_id = d.pop("course_id")

        course_title = d.pop("course_title")

        grades = cast(list[str], d.pop("grades"))

        subjects = cast(list[str], d.pop("subjects"))

        terms = []
        _terms = d.pop("terms")
        for terms_item_data in _terms:
            terms_item = TermView.from_dict(terms_item_data)

            terms.append(terms_item)

        def _parse_start_date(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                start_date_type_0 = datetime.date.fromisoformat(data)

                return start_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        start_date = _parse_start_date(d.pop("start_date"))

        def _parse_end_date(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                end_date_type_0 = datetime.date.fromisoformat(data)

                return end_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        end_date = _parse_end_date(d.pop("end_date"))

        past = d.pop("past")

        teachers = []
        _teachers = d.pop("teachers")
        for teachers_item_data in _teachers:
            teachers_item = ClassTeacherView.from_dict(teachers_item_data)

            teachers.append(teachers_item)

        student_count = d.pop("student_count")

        _links = d.pop("links", UNSET)
        links: ClassRowViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = ClassRowViewLinks.from_dict(_links)

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        class_row_view = cls(
            id=id,
            title=title,
            code=code,
            school_id=school_id,
            course_id=course_id,
            course_title=course_title,
            grades=grades,
            subjects=subjects,
            terms=terms,
            start_date=start_date,
            end_date=end_date,
            past=past,
            teachers=teachers,
            student_count=student_count,
            links=links,
            school_name=school_name,
        )

        class_row_view.additional_properties = d
        return class_row_view

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
