from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.process_test import ProcessTest
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.chart_view import ChartView
    from ..models.class_test_figures_view import ClassTestFiguresView
    from ..models.collection_view_links import CollectionViewLinks
    from ..models.process_level_view import ProcessLevelView
    from ..models.process_test_view import ProcessTestView
    from ..models.school_test_figures_view import SchoolTestFiguresView
    from ..models.teacher_test_figures_view import TeacherTestFiguresView
    from ..models.test_figures_view import TestFiguresView


T = TypeVar("T", bound="CollectionView")


@_attrs_define
class CollectionView:
    """The tested students, their results, and the assessed standards.

    A student in several classes counts once for a teacher and for the team.

        Attributes:
            process_id (str): The Mastery Process's id.
            test (ProcessTest): Which of the two tests of a process.

                - `pre`: The pre-test.
                - `post`: The post-test.
            assessment (None | ProcessTestView): The test; null until it is attached.
            levels (list[ProcessLevelView]): The team's levels, the lowest first.
            team (TestFiguresView): Students on one test.

                A number is null where it is hidden from an administrator who sees a part: it would reveal results of fewer than
                five students of another school.
            schools (list[SchoolTestFiguresView]): For an administrator who sees a part: the figures of each of their
                schools.
            teachers (list[TeacherTestFiguresView]): The figures of each teacher's classes.
            classes (list[ClassTestFiguresView]): The figures of each class.
            chart (ChartView): A stacked bar for the team and each teacher.
            notes (list[str]): Further notes, in sentences.
            links (CollectionViewLinks | Unset): Where to go on: the process.
    """

    process_id: str
    test: ProcessTest
    assessment: None | ProcessTestView
    levels: list[ProcessLevelView]
    team: TestFiguresView
    schools: list[SchoolTestFiguresView]
    teachers: list[TeacherTestFiguresView]
    classes: list[ClassTestFiguresView]
    chart: ChartView
    notes: list[str]
    links: CollectionViewLinks | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.process_test_view import ProcessTestView  # noqa: PLC0415

        process_id = self.process_id

        test = self.test.value

        assessment: dict[str, Any] | None
        if isinstance(self.assessment, ProcessTestView):
            assessment = self.assessment.to_dict()
        else:
            assessment = self.assessment

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

        chart = self.chart.to_dict()

        notes = self.notes

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "process_id": process_id,
                "test": test,
                "assessment": assessment,
                "levels": levels,
                "team": team,
                "schools": schools,
                "teachers": teachers,
                "classes": classes,
                "chart": chart,
                "notes": notes,
            }
        )
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.chart_view import ChartView  # noqa: PLC0415
        from ..models.class_test_figures_view import ClassTestFiguresView  # noqa: PLC0415
        from ..models.collection_view_links import CollectionViewLinks  # noqa: PLC0415
        from ..models.process_level_view import ProcessLevelView  # noqa: PLC0415
        from ..models.process_test_view import ProcessTestView  # noqa: PLC0415
        from ..models.school_test_figures_view import SchoolTestFiguresView  # noqa: PLC0415
        from ..models.teacher_test_figures_view import TeacherTestFiguresView  # noqa: PLC0415
        from ..models.test_figures_view import TestFiguresView  # noqa: PLC0415

        d = dict(src_dict)
        process_id = d.pop("process_id")

        test = ProcessTest(d.pop("test"))

        def _parse_assessment(data: object) -> None | ProcessTestView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                assessment_type_0 = ProcessTestView.from_dict(data)

                return assessment_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ProcessTestView, data)

        assessment = _parse_assessment(d.pop("assessment"))

        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = ProcessLevelView.from_dict(levels_item_data)

            levels.append(levels_item)

        team = TestFiguresView.from_dict(d.pop("team"))

        schools = []
        _schools = d.pop("schools")
        for schools_item_data in _schools:
            schools_item = SchoolTestFiguresView.from_dict(schools_item_data)

            schools.append(schools_item)

        teachers = []
        _teachers = d.pop("teachers")
        for teachers_item_data in _teachers:
            teachers_item = TeacherTestFiguresView.from_dict(teachers_item_data)

            teachers.append(teachers_item)

        classes = []
        _classes = d.pop("classes")
        for classes_item_data in _classes:
            classes_item = ClassTestFiguresView.from_dict(classes_item_data)

            classes.append(classes_item)

        chart = ChartView.from_dict(d.pop("chart"))

        notes = cast(list[str], d.pop("notes"))

        _links = d.pop("links", UNSET)
        links: CollectionViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = CollectionViewLinks.from_dict(_links)

        collection_view = cls(
            process_id=process_id,
            test=test,
            assessment=assessment,
            levels=levels,
            team=team,
            schools=schools,
            teachers=teachers,
            classes=classes,
            chart=chart,
            notes=notes,
            links=links,
        )

        collection_view.additional_properties = d
        return collection_view

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
