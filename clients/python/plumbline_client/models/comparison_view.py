from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.class_comparison_view import ClassComparisonView
    from ..models.comparison_figures_view import ComparisonFiguresView
    from ..models.comparison_view_links import ComparisonViewLinks
    from ..models.process_test_view import ProcessTestView
    from ..models.school_comparison_view import SchoolComparisonView
    from ..models.teacher_comparison_view import TeacherComparisonView


T = TypeVar("T", bound="ComparisonView")


@_attrs_define
class ComparisonView:
    """Pre- and post-test side by side.

    Attributes:
        process_id (str): The Mastery Process's id.
        pre_test (None | ProcessTestView): The pre-test; null until it is attached.
        post_test (None | ProcessTestView): The post-test; null until it is attached.
        team (ComparisonFiguresView): Averages before and after.

            A teacher and a class have the students who took both tests with them; the team has also those who changed
            class.
        schools (list[SchoolComparisonView]): For an administrator who sees a part: the averages of each of their
            schools.
        teachers (list[TeacherComparisonView]): The averages of each teacher's classes.
        classes (list[ClassComparisonView]): The averages of each class.
        notes (list[str]): Further notes, in sentences.
        links (ComparisonViewLinks): Where to go on.
    """

    process_id: str
    pre_test: None | ProcessTestView
    post_test: None | ProcessTestView
    team: ComparisonFiguresView
    schools: list[SchoolComparisonView]
    teachers: list[TeacherComparisonView]
    classes: list[ClassComparisonView]
    notes: list[str]
    links: ComparisonViewLinks
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.process_test_view import ProcessTestView  # noqa: PLC0415

        process_id = self.process_id

        pre_test: dict[str, Any] | None
        if isinstance(self.pre_test, ProcessTestView):
            pre_test = self.pre_test.to_dict()
        else:
            pre_test = self.pre_test

        post_test: dict[str, Any] | None
        if isinstance(self.post_test, ProcessTestView):
            post_test = self.post_test.to_dict()
        else:
            post_test = self.post_test

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

        links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "process_id": process_id,
                "pre_test": pre_test,
                "post_test": post_test,
                "team": team,
                "schools": schools,
                "teachers": teachers,
                "classes": classes,
                "notes": notes,
                "links": links,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.class_comparison_view import ClassComparisonView  # noqa: PLC0415
        from ..models.comparison_figures_view import ComparisonFiguresView  # noqa: PLC0415
        from ..models.comparison_view_links import ComparisonViewLinks  # noqa: PLC0415
        from ..models.process_test_view import ProcessTestView  # noqa: PLC0415
        from ..models.school_comparison_view import SchoolComparisonView  # noqa: PLC0415
        from ..models.teacher_comparison_view import TeacherComparisonView  # noqa: PLC0415

        d = dict(src_dict)
        process_id = d.pop("process_id")

        def _parse_pre_test(data: object) -> None | ProcessTestView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                pre_test_type_0 = ProcessTestView.from_dict(data)

                return pre_test_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ProcessTestView, data)

        pre_test = _parse_pre_test(d.pop("pre_test"))

        def _parse_post_test(data: object) -> None | ProcessTestView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                post_test_type_0 = ProcessTestView.from_dict(data)

                return post_test_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ProcessTestView, data)

        post_test = _parse_post_test(d.pop("post_test"))

        team = ComparisonFiguresView.from_dict(d.pop("team"))

        schools = []
        _schools = d.pop("schools")
        for schools_item_data in _schools:
            schools_item = SchoolComparisonView.from_dict(schools_item_data)

            schools.append(schools_item)

        teachers = []
        _teachers = d.pop("teachers")
        for teachers_item_data in _teachers:
            teachers_item = TeacherComparisonView.from_dict(teachers_item_data)

            teachers.append(teachers_item)

        classes = []
        _classes = d.pop("classes")
        for classes_item_data in _classes:
            classes_item = ClassComparisonView.from_dict(classes_item_data)

            classes.append(classes_item)

        notes = cast(list[str], d.pop("notes"))

        links = ComparisonViewLinks.from_dict(d.pop("links"))

        comparison_view = cls(
            process_id=process_id,
            pre_test=pre_test,
            post_test=post_test,
            team=team,
            schools=schools,
            teachers=teachers,
            classes=classes,
            notes=notes,
            links=links,
        )

        comparison_view.additional_properties = d
        return comparison_view

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
