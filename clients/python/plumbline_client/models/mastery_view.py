from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.calculation import Calculation
    from ..models.counted_assessment_view import CountedAssessmentView
    from ..models.mastery_level_view import MasteryLevelView
    from ..models.mastery_scale import MasteryScale
    from ..models.mastery_view_links import MasteryViewLinks
    from ..models.not_counted_assessment_view import NotCountedAssessmentView
    from ..models.standard_mastery_view import StandardMasteryView
    from ..models.student_mastery_view import StudentMasteryView


T = TypeVar("T", bound="MasteryView")


@_attrs_define
class MasteryView:
    """The mastery grid of a tracker: its class's students by the standards that it tracks.

    Attributes:
        tracker_id (str): The tracker's id.
        title (str): The tracker's title.
        class_id (str): The class's id in the roster.
        class_title (str): The class's title.
        standards_set_id (str): The set of the standards.
        scale (MasteryScale): The mastery levels of a tracker or an assessment, the lowest first.

            A level holds everything from its cut to the next, which is no part of it.
        levels (list[MasteryLevelView]): The same levels one by one, with their colors.
        calculation (Calculation): How several results on a standard become one mastery.
        calculation_rule (str): The same in words, with what decides between two tests of one day.
        standards (list[StandardMasteryView]): The standards that are tracked, with what the class makes of each.
        students (list[StudentMasteryView]): The class's students as it is now.
        assessments (list[CountedAssessmentView]): The assessments that count.
        not_counted (list[NotCountedAssessmentView]): The assessments that count nothing at present, and why.
        standards_set_name (None | str | Unset): The name of the standards set; null without one.
        links (MasteryViewLinks | Unset): Where to go on: the tracker, its sheets, and the grid as CSV.
    """

    tracker_id: str
    title: str
    class_id: str
    class_title: str
    standards_set_id: str
    scale: MasteryScale
    levels: list[MasteryLevelView]
    calculation: Calculation
    calculation_rule: str
    standards: list[StandardMasteryView]
    students: list[StudentMasteryView]
    assessments: list[CountedAssessmentView]
    not_counted: list[NotCountedAssessmentView]
    standards_set_name: None | str | Unset = UNSET
    links: MasteryViewLinks | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        tracker_id = self.tracker_id

        title = self.title

        class_id = self.class_id

        class_title = self.class_title

        standards_set_id = self.standards_set_id

        scale = self.scale.to_dict()

        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        calculation = self.calculation.to_dict()

        calculation_rule = self.calculation_rule

        standards = []
        for standards_item_data in self.standards:
            standards_item = standards_item_data.to_dict()
            standards.append(standards_item)

        students = []
        for students_item_data in self.students:
            students_item = students_item_data.to_dict()
            students.append(students_item)

        assessments = []
        for assessments_item_data in self.assessments:
            assessments_item = assessments_item_data.to_dict()
            assessments.append(assessments_item)

        not_counted = []
        for not_counted_item_data in self.not_counted:
            not_counted_item = not_counted_item_data.to_dict()
            not_counted.append(not_counted_item)

        standards_set_name: None | str | Unset
        if isinstance(self.standards_set_name, Unset):
            standards_set_name = UNSET
        else:
            standards_set_name = self.standards_set_name

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "tracker_id": tracker_id,
                "title": title,
                "class_id": class_id,
                "class_title": class_title,
                "standards_set_id": standards_set_id,
                "scale": scale,
                "levels": levels,
                "calculation": calculation,
                "calculation_rule": calculation_rule,
                "standards": standards,
                "students": students,
                "assessments": assessments,
                "not_counted": not_counted,
            }
        )
        if standards_set_name is not UNSET:
            field_dict["standards_set_name"] = standards_set_name
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.calculation import Calculation  # noqa: PLC0415
        from ..models.counted_assessment_view import CountedAssessmentView  # noqa: PLC0415
        from ..models.mastery_level_view import MasteryLevelView  # noqa: PLC0415
        from ..models.mastery_scale import MasteryScale  # noqa: PLC0415
        from ..models.mastery_view_links import MasteryViewLinks  # noqa: PLC0415
        from ..models.not_counted_assessment_view import NotCountedAssessmentView  # noqa: PLC0415
        from ..models.standard_mastery_view import StandardMasteryView  # noqa: PLC0415
        from ..models.student_mastery_view import StudentMasteryView  # noqa: PLC0415

        d = dict(src_dict)
        tracker_id = d.pop("tracker_id")

        title = d.pop("title")

        class_id = d.pop("class_id")

        class_title = d.pop("class_title")

        standards_set_id = d.pop("standards_set_id")

        scale = MasteryScale.from_dict(d.pop("scale"))

        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = MasteryLevelView.from_dict(levels_item_data)

            levels.append(levels_item)

        calculation = Calculation.from_dict(d.pop("calculation"))

        calculation_rule = d.pop("calculation_rule")

        standards = []
        _standards = d.pop("standards")
        for standards_item_data in _standards:
            standards_item = StandardMasteryView.from_dict(standards_item_data)

            standards.append(standards_item)

        students = []
        _students = d.pop("students")
        for students_item_data in _students:
            students_item = StudentMasteryView.from_dict(students_item_data)

            students.append(students_item)

        assessments = []
        _assessments = d.pop("assessments")
        for assessments_item_data in _assessments:
            assessments_item = CountedAssessmentView.from_dict(assessments_item_data)

            assessments.append(assessments_item)

        not_counted = []
        _not_counted = d.pop("not_counted")
        for not_counted_item_data in _not_counted:
            not_counted_item = NotCountedAssessmentView.from_dict(not_counted_item_data)

            not_counted.append(not_counted_item)

        def _parse_standards_set_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        standards_set_name = _parse_standards_set_name(
            d.pop("standards_set_name", UNSET)
        )

        _links = d.pop("links", UNSET)
        links: MasteryViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = MasteryViewLinks.from_dict(_links)

        mastery_view = cls(
            tracker_id=tracker_id,
            title=title,
            class_id=class_id,
            class_title=class_title,
            standards_set_id=standards_set_id,
            scale=scale,
            levels=levels,
            calculation=calculation,
            calculation_rule=calculation_rule,
            standards=standards,
            students=students,
            assessments=assessments,
            not_counted=not_counted,
            standards_set_name=standards_set_name,
            links=links,
        )

        mastery_view.additional_properties = d
        return mastery_view

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
