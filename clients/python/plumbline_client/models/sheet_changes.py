from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.left_out_body import LeftOutBody
    from ..models.student_body import StudentBody


T = TypeVar("T", bound="SheetChanges")


@_attrs_define
class SheetChanges:
    """The entries. Leave out what stays.

    Attributes:
        given_date (datetime.date | None | Unset): The day on which the class took the test; today unless it was entered
            before.
        assessment_version (int | None | Unset): The sheet's `assessment_version`, for entering by number: if it has
            changed, nothing is saved.
        students (list[StudentBody] | Unset): The entries, by student. Others stay as they are.
        left_out (LeftOutBody | Unset): Marks empty cells as left out in one act.

            A student's line stays if a colleague changed it meanwhile.
    """

    given_date: datetime.date | None | Unset = UNSET
    assessment_version: int | None | Unset = UNSET
    students: list[StudentBody] | Unset = UNSET
    left_out: LeftOutBody | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        given_date: None | str | Unset
        if isinstance(self.given_date, Unset):
            given_date = UNSET
        elif isinstance(self.given_date, datetime.date):
            given_date = self.given_date.isoformat()
        else:
            given_date = self.given_date

        assessment_version: int | None | Unset
        if isinstance(self.assessment_version, Unset):
            assessment_version = UNSET
        else:
            assessment_version = self.assessment_version

        students: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.students, Unset):
            students = []
            for students_item_data in self.students:
                students_item = students_item_data.to_dict()
                students.append(students_item)

        left_out: dict[str, Any] | Unset = UNSET
        if not isinstance(self.left_out, Unset):
            left_out = self.left_out.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if given_date is not UNSET:
            field_dict["given_date"] = given_date
        if assessment_version is not UNSET:
            field_dict["assessment_version"] = assessment_version
        if students is not UNSET:
            field_dict["students"] = students
        if left_out is not UNSET:
            field_dict["left_out"] = left_out

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.left_out_body import LeftOutBody  # noqa: PLC0415
        from ..models.student_body import StudentBody  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_given_date(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                given_date_type_0 = datetime.date.fromisoformat(data)

                return given_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        given_date = _parse_given_date(d.pop("given_date", UNSET))

        def _parse_assessment_version(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        assessment_version = _parse_assessment_version(
            d.pop("assessment_version", UNSET)
        )

        _students = d.pop("students", UNSET)
        students: list[StudentBody] | Unset = UNSET
        if _students is not UNSET:
            students = []
            for students_item_data in _students:
                students_item = StudentBody.from_dict(students_item_data)

                students.append(students_item)

        _left_out = d.pop("left_out", UNSET)
        left_out: LeftOutBody | Unset
        if isinstance(_left_out, Unset):
            left_out = UNSET
        else:
            left_out = LeftOutBody.from_dict(_left_out)

        sheet_changes = cls(
            given_date=given_date,
            assessment_version=assessment_version,
            students=students,
            left_out=left_out,
        )

        return sheet_changes
