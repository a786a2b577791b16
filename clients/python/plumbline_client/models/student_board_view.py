from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.mastery_level_view import MasteryLevelView
    from ..models.standard_evidence_view import StandardEvidenceView
    from ..models.student_board_view_links import StudentBoardViewLinks


T = TypeVar("T", bound="StudentBoardView")


@_attrs_define
class StudentBoardView:
    """A student's mastery in a tracker, with what it is made of.

    Attributes:
        tracker_id (str): The tracker's id.
        title (str): The tracker's title.
        class_id (str): The class's id in the roster.
        class_title (str): The class's title.
        past (bool): Whether the class is over.
        standards_set_id (str): The set of the standards.
        student_id (str): The student's id in the roster.
        given_name (str): First name, as the person prefers to be called.
        family_name (str): Last name.
        grade (str): The student's grade level, as the roster writes it; blank when it has none.
        levels (list[MasteryLevelView]): The tracker's mastery levels, with their colors.
        calculation_rule (str): How several results become one mastery here, in words.
        standards (list[StandardEvidenceView]): The standards that are tracked, with the student's mastery of each.
        standards_set_name (None | str | Unset): The name of the standards set; null without one.
        links (StudentBoardViewLinks | Unset): Where to go on: the tracker, and its grid.
    """

    tracker_id: str
    title: str
    class_id: str
    class_title: str
    past: bool
    standards_set_id: str
    student_id: str
    given_name: str
    family_name: str
    grade: str
    levels: list[MasteryLevelView]
    calculation_rule: str
    standards: list[StandardEvidenceView]
    standards_set_name: None | str | Unset = UNSET
    links: StudentBoardViewLinks | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        tracker_id = self.tracker_id

        title = self.title

        class_id = self.class_id

        class_title = self.class_title

        past = self.past

        standards_set_id = self.standards_set_id

        student_id = self.student_id

        given_name = self.given_name

        family_name = self.family_name

        grade = self.grade

        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        calculation_rule = self.calculation_rule

        standards = []
        for standards_item_data in self.standards:
            standards_item = standards_item_data.to_dict()
            standards.append(standards_item)

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
                "past": past,
                "standards_set_id": standards_set_id,
                "student_id": student_id,
                "given_name": given_name,
                "family_name": family_name,
                "grade": grade,
                "levels": levels,
                "calculation_rule": calculation_rule,
                "standards": standards,
            }
        )
        if standards_set_name is not UNSET:
            field_dict["standards_set_name"] = standards_set_name
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.mastery_level_view import MasteryLevelView  # noqa: PLC0415
        from ..models.standard_evidence_view import StandardEvidenceView  # noqa: PLC0415
        from ..models.student_board_view_links import StudentBoardViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        tracker_id = d.pop("tracker_id")

        title = d.pop("title")

        class_id = d.pop("class_id")

        class_title = d.pop("class_title")

        past = d.pop("past")

        standards_set_id = d.pop("standards_set_id")

        student_id = d.pop("student_id")

        given_name = d.pop("given_name")

        family_name = d.pop("family_name")

        grade = d.pop("grade")

        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = MasteryLevelView.from_dict(levels_item_data)

            levels.append(levels_item)

        calculation_rule = d.pop("calculation_rule")

        standards = []
        _standards = d.pop("standards")
        for standards_item_data in _standards:
            standards_item = StandardEvidenceView.from_dict(standards_item_data)

            standards.append(standards_item)

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
        links: StudentBoardViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = StudentBoardViewLinks.from_dict(_links)

        student_board_view = cls(
            tracker_id=tracker_id,
            title=title,
            class_id=class_id,
            class_title=class_title,
            past=past,
            standards_set_id=standards_set_id,
            student_id=student_id,
            given_name=given_name,
            family_name=family_name,
            grade=grade,
            levels=levels,
            calculation_rule=calculation_rule,
            standards=standards,
            standards_set_name=standards_set_name,
            links=links,
        )

        student_board_view.additional_properties = d
        return student_board_view

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
