from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.goal_view_allowed_item import GoalViewAllowedItem
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.goal_figures_view import GoalFiguresView
    from ..models.goal_student_view import GoalStudentView
    from ..models.goal_view_links import GoalViewLinks
    from ..models.process_level_view import ProcessLevelView


T = TypeVar("T", bound="GoalView")


@_attrs_define
class GoalView:
    """A class's goal.

    Attributes:
        class_id (str): The class's id in the roster.
        title (str): The class's title.
        teacher_id (str): The id of the teacher whose class it is.
        teacher_name (str): The teacher's name.
        target_date (datetime.date | None): The day by which students should reach the goal; null when nobody named one.
        measure (str): The measure.
        changed_since_set_message (None | str): The goal's figures when it was set, if they differ now because results
            or the team's levels have changed. Null if they did not differ.
        process_id (str): The Mastery Process's id.
        version (int): The version, for `If-Match`; 0 while the preselection has not been changed.
        goal (GoalFiguresView): A goal in numbers: from how many of the pre-tested to how many.
        added_student_ids (list[str]): The ids of students that the teacher added.
        removed_student_ids (list[str]): The ids of preselected students that the teacher removed.
        set_by_id (None | str): The id of the person who set it; null while nobody has.
        set_by_name (None | str): The name of the person who set it; null while nobody has.
        set_at (datetime.datetime | None): When it was set; null while nobody has.
        levels (list[ProcessLevelView]): The team's levels, the lowest first.
        students (list[GoalStudentView]): The students with the pre-test, the best first.
        allowed (list[GoalViewAllowedItem]): The actions that you can take.
        links (GoalViewLinks | Unset): Where to go on: the process, and the goals of all classes.
    """

    class_id: str
    title: str
    teacher_id: str
    teacher_name: str
    target_date: datetime.date | None
    measure: str
    changed_since_set_message: None | str
    process_id: str
    version: int
    goal: GoalFiguresView
    added_student_ids: list[str]
    removed_student_ids: list[str]
    set_by_id: None | str
    set_by_name: None | str
    set_at: datetime.datetime | None
    levels: list[ProcessLevelView]
    students: list[GoalStudentView]
    allowed: list[GoalViewAllowedItem]
    links: GoalViewLinks | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        class_id = self.class_id

        title = self.title

        teacher_id = self.teacher_id

        teacher_name = self.teacher_name

        target_date: None | str
        if isinstance(self.target_date, datetime.date):
            target_date = self.target_date.isoformat()
        else:
            target_date = self.target_date

        measure = self.measure

        changed_since_set_message: None | str
        changed_since_set_message = self.changed_since_set_message

        process_id = self.process_id

        version = self.version

        goal = self.goal.to_dict()

        added_student_ids = self.added_student_ids

        removed_student_ids = self.removed_student_ids

        set_by_id: None | str
        set_by_id = self.set_by_id

        set_by_name: None | str
        set_by_name = self.set_by_name

        set_at: None | str
        if isinstance(self.set_at, datetime.datetime):
            set_at = self.set_at.isoformat()
        else:
            set_at = self.set_at

        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        students = []
        for students_item_data in self.students:
            students_item = students_item_data.to_dict()
            students.append(students_item)

        allowed = []
        for allowed_item_data in self.allowed:
            allowed_item = allowed_item_data.value
            allowed.append(allowed_item)

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "class_id": class_id,
                "title": title,
                "teacher_id": teacher_id,
                "teacher_name": teacher_name,
                "target_date": target_date,
                "measure": measure,
                "changed_since_set_message": changed_since_set_message,
                "process_id": process_id,
                "version": version,
                "goal": goal,
                "added_student_ids": added_student_ids,
                "removed_student_ids": removed_student_ids,
                "set_by_id": set_by_id,
                "set_by_name": set_by_name,
                "set_at": set_at,
                "levels": levels,
                "students": students,
                "allowed": allowed,
            }
        )
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.goal_figures_view import GoalFiguresView  # noqa: PLC0415
        from ..models.goal_student_view import GoalStudentView  # noqa: PLC0415
        from ..models.goal_view_links import GoalViewLinks  # noqa: PLC0415
        from ..models.process_level_view import ProcessLevelView  # noqa: PLC0415

        d = dict(src_dict)
        class_id = d.pop("class_id")

        title = d.pop("title")

        teacher_id = d.pop("teacher_id")

        teacher_name = d.pop("teacher_name")

        def _parse_target_date(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                target_date_type_0 = datetime.date.fromisoformat(data)

                return target_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        target_date = _parse_target_date(d.pop("target_date"))

        measure = d.pop("measure")

        def _parse_changed_since_set_message(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        changed_since_set_message = _parse_changed_since_set_message(
            d.pop("changed_since_set_message")
        )

        process_id = d.pop("process_id")

        version = d.pop("version")

        goal = GoalFiguresView.from_dict(d.pop("goal"))

        added_student_ids = cast(list[str], d.pop("added_student_ids"))

        removed_student_ids = cast(list[str], d.pop("removed_student_ids"))

        def _parse_set_by_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        set_by_id = _parse_set_by_id(d.pop("set_by_id"))

        def _parse_set_by_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        set_by_name = _parse_set_by_name(d.pop("set_by_name"))

        def _parse_set_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                set_at_type_0 = datetime.datetime.fromisoformat(data)

                return set_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        set_at = _parse_set_at(d.pop("set_at"))

        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = ProcessLevelView.from_dict(levels_item_data)

            levels.append(levels_item)

        students = []
        _students = d.pop("students")
        for students_item_data in _students:
            students_item = GoalStudentView.from_dict(students_item_data)

            students.append(students_item)

        allowed = []
        _allowed = d.pop("allowed")
        for allowed_item_data in _allowed:
            allowed_item = GoalViewAllowedItem(allowed_item_data)

            allowed.append(allowed_item)

        _links = d.pop("links", UNSET)
        links: GoalViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = GoalViewLinks.from_dict(_links)

        goal_view = cls(
            class_id=class_id,
            title=title,
            teacher_id=teacher_id,
            teacher_name=teacher_name,
            target_date=target_date,
            measure=measure,
            changed_since_set_message=changed_since_set_message,
            process_id=process_id,
            version=version,
            goal=goal,
            added_student_ids=added_student_ids,
            removed_student_ids=removed_student_ids,
            set_by_id=set_by_id,
            set_by_name=set_by_name,
            set_at=set_at,
            levels=levels,
            students=students,
            allowed=allowed,
            links=links,
        )

        goal_view.additional_properties = d
        return goal_view

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
