from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.class_result_view_state import ClassResultViewState

if TYPE_CHECKING:
    from ..models.average_view import AverageView
    from ..models.level_count_view import LevelCountView
    from ..models.student_counts_view import StudentCountsView


T = TypeVar("T", bound="ClassResultView")


@_attrs_define
class ClassResultView:
    """One class's results.

    Attributes:
        class_id (str): The class's id in the roster.
        title (str): The title of the class's tracker.
        school_id (str): The school's id in the roster.
        school_name (str): The school's name.
        teacher_id (str): The id of the teacher whose class it is.
        teacher_name (str): The teacher's name.
        state (ClassResultViewState): How far its results are.

            - `not_started`: Nothing is entered.
            - `partial`: Something is entered.
            - `complete`: Everything is entered.
        given_date (datetime.date | None): The day on which the class was given it; null until results are saved.
        student_counts (StudentCountsView): How many students took part.
        average (AverageView): The mean of students' shares of the points, over those with everything entered.
        levels (list[LevelCountView]): How many students reached each mastery level, the lowest first.
    """

    class_id: str
    title: str
    school_id: str
    school_name: str
    teacher_id: str
    teacher_name: str
    state: ClassResultViewState
    given_date: datetime.date | None
    student_counts: StudentCountsView
    average: AverageView
    levels: list[LevelCountView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        class_id = self.class_id

        title = self.title

        school_id = self.school_id

        school_name = self.school_name

        teacher_id = self.teacher_id

        teacher_name = self.teacher_name

        state = self.state.value

        given_date: None | str
        if isinstance(self.given_date, datetime.date):
            given_date = self.given_date.isoformat()
        else:
            given_date = self.given_date

        student_counts = self.student_counts.to_dict()

        average = self.average.to_dict()

        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "class_id": class_id,
                "title": title,
                "school_id": school_id,
                "school_name": school_name,
                "teacher_id": teacher_id,
                "teacher_name": teacher_name,
                "state": state,
                "given_date": given_date,
                "student_counts": student_counts,
                "average": average,
                "levels": levels,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.average_view import AverageView  # noqa: PLC0415
        from ..models.level_count_view import LevelCountView  # noqa: PLC0415
        from ..models.student_counts_view import StudentCountsView  # noqa: PLC0415

        d = dict(src_dict)
        class_id = d.pop("class_id")

        title = d.pop("title")

        school_id = d.pop("school_id")

        school_name = d.pop("school_name")

        teacher_id = d.pop("teacher_id")

        teacher_name = d.pop("teacher_name")

        state = ClassResultViewState(d.pop("state"))

        def _parse_given_date(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                given_date_type_0 = datetime.date.fromisoformat(data)

                return given_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        given_date = _parse_given_date(d.pop("given_date"))

        student_counts = StudentCountsView.from_dict(d.pop("student_counts"))

        average = AverageView.from_dict(d.pop("average"))

        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = LevelCountView.from_dict(levels_item_data)

            levels.append(levels_item)

        class_result_view = cls(
            class_id=class_id,
            title=title,
            school_id=school_id,
            school_name=school_name,
            teacher_id=teacher_id,
            teacher_name=teacher_name,
            state=state,
            given_date=given_date,
            student_counts=student_counts,
            average=average,
            levels=levels,
        )

        class_result_view.additional_properties = d
        return class_result_view

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
