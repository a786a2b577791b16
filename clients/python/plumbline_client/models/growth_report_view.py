from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.class_growth_view import ClassGrowthView
    from ..models.growth_report_view_links import GrowthReportViewLinks
    from ..models.growth_view import GrowthView
    from ..models.process_level_view import ProcessLevelView
    from ..models.school_growth_view import SchoolGrowthView
    from ..models.teacher_growth_view import TeacherGrowthView


T = TypeVar("T", bound="GrowthReportView")


@_attrs_define
class GrowthReportView:
    """Growth of team, teachers and classes.

    Attributes:
        process_id (str): The Mastery Process's id.
        minimum_student_count (int): Of fewer students than this nothing is shown.
        levels (list[ProcessLevelView]): The team's levels, the lowest first.
        team (GrowthView): Growth of the students with both tests. Below 0 is a loss.
        schools (list[SchoolGrowthView]): For an administrator who sees a part: the growth of each of their schools.
        teachers (list[TeacherGrowthView]): The growth of each teacher's students.
        classes (list[ClassGrowthView]): The growth of each class.
        notes (list[str]): Further notes, in sentences.
        links (GrowthReportViewLinks | Unset): Where to go on: the process.
    """

    process_id: str
    minimum_student_count: int
    levels: list[ProcessLevelView]
    team: GrowthView
    schools: list[SchoolGrowthView]
    teachers: list[TeacherGrowthView]
    classes: list[ClassGrowthView]
    notes: list[str]
    links: GrowthReportViewLinks | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        process_id = self.process_id

        minimum_student_count = self.minimum_student_count

        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        team = self.team.to_dict()

        schools = []
        for schools_item_data in self.schools:
            schools_item = schools_item_data.to_dict()
            schools.append(schools_item)

        teachers = []
        for teachers_item_data in self.teachers:
            teachers_item = teachers_item_data.to_dict()
            teachers.append(teachers_item)

        classes = []
        for classes_item_data in self.classes:
            classes_item = classes_item_data.to_dict()
            classes.append(classes_item)

        notes = self.notes

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "process_id": process_id,
                "minimum_student_count": minimum_student_count,
                "levels": levels,
                "team": team,
                "schools": schools,
                "teachers": teachers,
                "classes": classes,
                "notes": notes,
            }
        )
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.class_growth_view import ClassGrowthView  # noqa: PLC0415
        from ..models.growth_report_view_links import GrowthReportViewLinks  # noqa: PLC0415
        from ..models.growth_view import GrowthView  # noqa: PLC0415
        from ..models.process_level_view import ProcessLevelView  # noqa: PLC0415
        from ..models.school_growth_view import SchoolGrowthView  # noqa: PLC0415
        from ..models.teacher_growth_view import TeacherGrowthView  # noqa: PLC0415

        d = dict(src_dict)
        process_id = d.pop("process_id")

        minimum_student_count = d.pop("minimum_student_count")

        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = ProcessLevelView.from_dict(levels_item_data)

            levels.append(levels_item)

        team = GrowthView.from_dict(d.pop("team"))

        schools = []
        _schools = d.pop("schools")
        for schools_item_data in _schools:
            schools_item = SchoolGrowthView.from_dict(schools_item_data)

            schools.append(schools_item)

        teachers = []
        _teachers = d.pop("teachers")
        for teachers_item_data in _teachers:
            teachers_item = TeacherGrowthView.from_dict(teachers_item_data)

            teachers.append(teachers_item)

        classes = []
        _classes = d.pop("classes")
        for classes_item_data in _classes:
            classes_item = ClassGrowthView.from_dict(classes_item_data)

            classes.append(classes_item)

        notes = cast(list[str], d.pop("notes"))

        _links = d.pop("links", UNSET)
        links: GrowthReportViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = GrowthReportViewLinks.from_dict(_links)

        growth_report_view = cls(
            process_id=process_id,
            minimum_student_count=minimum_student_count,
            levels=levels,
            team=team,
            schools=schools,
            teachers=teachers,
            classes=classes,
            notes=notes,
            links=links,
        )

        growth_report_view.additional_properties = d
        return growth_report_view

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
