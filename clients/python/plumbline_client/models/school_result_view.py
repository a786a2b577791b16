from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.average_view import AverageView
    from ..models.class_counts_view import ClassCountsView
    from ..models.level_count_view import LevelCountView
    from ..models.student_counts_view import StudentCountsView


T = TypeVar("T", bound="SchoolResultView")


@_attrs_define
class SchoolResultView:
    """One school's results.

    Attributes:
        class_counts (ClassCountsView): How many classes have the assessment, and how far they are.
        student_counts (StudentCountsView): How many students took part.
        average (AverageView): The mean of students' shares of the points, over those with everything entered.
        levels (list[LevelCountView]): How many students reached each mastery level, the lowest first.
        school_id (str): The school's id in the roster.
        school_name (str): The school's name.
    """

    class_counts: ClassCountsView
    student_counts: StudentCountsView
    average: AverageView
    levels: list[LevelCountView]
    school_id: str
    school_name: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        class_counts = self.class_counts.to_dict()

        student_counts = self.student_counts.to_dict()

        average = self.average.to_dict()

        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        school_id = self.school_id

        school_name = self.school_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "class_counts": class_counts,
                "student_counts": student_counts,
                "average": average,
                "levels": levels,
                "school_id": school_id,
                "school_name": school_name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.average_view import AverageView  # noqa: PLC0415
        from ..models.class_counts_view import ClassCountsView  # noqa: PLC0415
        from ..models.level_count_view import LevelCountView  # noqa: PLC0415
        from ..models.student_counts_view import StudentCountsView  # noqa: PLC0415

        d = dict(src_dict)
        class_counts = ClassCountsView.from_dict(d.pop("class_counts"))

        student_counts = StudentCountsView.from_dict(d.pop("student_counts"))

        average = AverageView.from_dict(d.pop("average"))

        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = LevelCountView.from_dict(levels_item_data)

            levels.append(levels_item)

        school_id = d.pop("school_id")

        school_name = d.pop("school_name")

        school_result_view = cls(
            class_counts=class_counts,
            student_counts=student_counts,
            average=average,
            levels=levels,
            school_id=school_id,
            school_name=school_name,
        )

        school_result_view.additional_properties = d
        return school_result_view

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
