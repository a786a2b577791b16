from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.filter_value_view import FilterValueView


T = TypeVar("T", bound="AssessmentFiltersView")


@_attrs_define
class AssessmentFiltersView:
    """The filters of the list: the values that occur in the assessments that you can see.

    Attributes:
        subjects (list[FilterValueView]): Values for `subject`.
        grades (list[FilterValueView]): Values for `grade`.
        creators (list[FilterValueView]): Values for `created_by_id`.
        standards_sets (list[FilterValueView]): Values for `standards_set_id`.
        standards (list[FilterValueView]): Values for `standard`.
    """

    subjects: list[FilterValueView]
    grades: list[FilterValueView]
    creators: list[FilterValueView]
    standards_sets: list[FilterValueView]
    standards: list[FilterValueView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        subjects = []
        for subjects_item_data in self.subjects:
            subjects_item = subjects_item_data.to_dict()
            subjects.append(subjects_item)

        grades = []
        for grades_item_data in self.grades:
            grades_item = grades_item_data.to_dict()
            grades.append(grades_item)

        creators = []
        for creators_item_data in self.creators:
            creators_item = creators_item_data.to_dict()
            creators.append(creators_item)

        standards_sets = []
        for standards_sets_item_data in self.standards_sets:
            standards_sets_item = standards_sets_item_data.to_dict()
            standards_sets.append(standards_sets_item)

        standards = []
        for standards_item_data in self.standards:
            standards_item = standards_item_data.to_dict()
            standards.append(standards_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "subjects": subjects,
                "grades": grades,
                "creators": creators,
                "standards_sets": standards_sets,
                "standards": standards,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.filter_value_view import FilterValueView  # noqa: PLC0415

        d = dict(src_dict)
        subjects = []
        _subjects = d.pop("subjects")
        for subjects_item_data in _subjects:
            subjects_item = FilterValueView.from_dict(subjects_item_data)

            subjects.append(subjects_item)

        grades = []
        _grades = d.pop("grades")
        for grades_item_data in _grades:
            grades_item = FilterValueView.from_dict(grades_item_data)

            grades.append(grades_item)

        creators = []
        _creators = d.pop("creators")
        for creators_item_data in _creators:
            creators_item = FilterValueView.from_dict(creators_item_data)

            creators.append(creators_item)

        standards_sets = []
        _standards_sets = d.pop("standards_sets")
        for standards_sets_item_data in _standards_sets:
            standards_sets_item = FilterValueView.from_dict(standards_sets_item_data)

            standards_sets.append(standards_sets_item)

        standards = []
        _standards = d.pop("standards")
        for standards_item_data in _standards:
            standards_item = FilterValueView.from_dict(standards_item_data)

            standards.append(standards_item)

        assessment_filters_view = cls(
            subjects=subjects,
            grades=grades,
            creators=creators,
            standards_sets=standards_sets,
            standards=standards,
        )

        assessment_filters_view.additional_properties = d
        return assessment_filters_view

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
