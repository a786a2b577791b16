from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="StudentConflict")


@_attrs_define
class StudentConflict:
    """A student whose presence or key version is not as it was when you opened the sheet.

    Attributes:
        field (Literal['student']): Always `student`.
        student_id (str): The student's id in the roster.
        status (str): Whether the student is `present`, `absent` or `exempt`, as entered now.
        version (str): The key version (printed form) that the student has now: `A` to `E`.
        changed_by_you (bool | None): You saved it yourself, in another window; null if it is not known.
    """

    field: Literal["student"]
    student_id: str
    status: str
    version: str
    changed_by_you: bool | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        field = self.field

        student_id = self.student_id

        status = self.status

        version = self.version

        changed_by_you: bool | None
        changed_by_you = self.changed_by_you

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "field": field,
                "student_id": student_id,
                "status": status,
                "version": version,
                "changed_by_you": changed_by_you,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        field = cast(Literal["student"], d.pop("field"))
        if field != "student":
            raise ValueError(f"field must match const 'student', got '{field}'")

        student_id = d.pop("student_id")

        status = d.pop("status")

        version = d.pop("version")

        def _parse_changed_by_you(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        changed_by_you = _parse_changed_by_you(d.pop("changed_by_you"))

        student_conflict = cls(
            field=field,
            student_id=student_id,
            status=status,
            version=version,
            changed_by_you=changed_by_you,
        )

        student_conflict.additional_properties = d
        return student_conflict

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
