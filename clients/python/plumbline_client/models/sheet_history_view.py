from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.sheet_history_view_action import SheetHistoryViewAction

if TYPE_CHECKING:
    from ..models.touched_student_view import TouchedStudentView


T = TypeVar("T", bound="SheetHistoryView")


@_attrs_define
class SheetHistoryView:
    """One thing that somebody did to a sheet.

    Attributes:
        changed_at (datetime.datetime): When, in UTC.
        changed_by_id (str): The id of the person who did it.
        changed_by_name (str): The person who did it; blank once they are gone from the roster.
        action (SheetHistoryViewAction): Its earlier value.

            - `entered`: Results were entered or changed by hand.
            - `imported`: Results came from a file.
            - `activated`: The test of a Mastery Process was activated for the class.
            - `activation_undone`: That was undone.
        version (int): The sheet's version after it; of an activation 0.
        students (list[TouchedStudentView]): The student whose results were changed.
        cell_count (int): How many answers or points were entered, changed or cleared, of all students.
        given_date_changed (bool): Whether the day of the test was changed.
    """

    changed_at: datetime.datetime
    changed_by_id: str
    changed_by_name: str
    action: SheetHistoryViewAction
    version: int
    students: list[TouchedStudentView]
    cell_count: int
    given_date_changed: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        changed_at = self.changed_at.isoformat()

        changed_by_id = self.changed_by_id

        changed_by_name = self.changed_by_name

        action = self.action.value

        version = self.version

        students = []
        for students_item_data in self.students:
            students_item = students_item_data.to_dict()
            students.append(students_item)

        cell_count = self.cell_count

        given_date_changed = self.given_date_changed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "changed_at": changed_at,
                "changed_by_id": changed_by_id,
                "changed_by_name": changed_by_name,
                "action": action,
                "version": version,
                "students": students,
                "cell_count": cell_count,
                "given_date_changed": given_date_changed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.touched_student_view import TouchedStudentView  # noqa: PLC0415

        d = dict(src_dict)
        changed_at = datetime.datetime.fromisoformat(d.pop("changed_at"))

        changed_by_id = d.pop("changed_by_id")

        changed_by_name = d.pop("changed_by_name")

        action = SheetHistoryViewAction(d.pop("action"))

        version = d.pop("version")

        students = []
        _students = d.pop("students")
        for students_item_data in _students:
            students_item = TouchedStudentView.from_dict(students_item_data)

            students.append(students_item)

        cell_count = d.pop("cell_count")

        given_date_changed = d.pop("given_date_changed")

        sheet_history_view = cls(
            changed_at=changed_at,
            changed_by_id=changed_by_id,
            changed_by_name=changed_by_name,
            action=action,
            version=version,
            students=students,
            cell_count=cell_count,
            given_date_changed=given_date_changed,
        )

        sheet_history_view.additional_properties = d
        return sheet_history_view

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
