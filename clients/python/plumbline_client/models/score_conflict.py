from __future__ import annotations

from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.entered_cell import EnteredCell


T = TypeVar("T", bound="ScoreConflict")


@_attrs_define
class ScoreConflict:
    """A response or points that are not as they were when you opened the sheet.

    Attributes:
        field (Literal['score']): Always `score`.
        student_id (str): The student's id in the roster.
        status (str): Whether the student is `present`, `absent` or `exempt`, as entered now.
        version (str): The key version (printed form) that the student has now: `A` to `E`.
        item_id (str): The item's id within its assessment.
        number (int): The item's number on the test, from 1.
        now (EnteredCell | None): The present entry; null when there is none.
        changed_by_you (bool | None): You saved it yourself, in another window; null if it is not known.
    """

    field: Literal["score"]
    student_id: str
    status: str
    version: str
    item_id: str
    number: int
    now: EnteredCell | None
    changed_by_you: bool | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entered_cell import EnteredCell  # noqa: PLC0415

        field = self.field

        student_id = self.student_id

        status = self.status

        version = self.version

        item_id = self.item_id

        number = self.number

        now: dict[str, Any] | None
        if isinstance(self.now, EnteredCell):
            now = self.now.to_dict()
        else:
            now = self.now

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
                "item_id": item_id,
                "number": number,
                "now": now,
                "changed_by_you": changed_by_you,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entered_cell import EnteredCell  # noqa: PLC0415

        d = dict(src_dict)
        field = cast(Literal["score"], d.pop("field"))
        if field != "score":
            raise ValueError(f"field must match const 'score', got '{field}'")

        student_id = d.pop("student_id")

        status = d.pop("status")

        version = d.pop("version")

        item_id = d.pop("item_id")

        number = d.pop("number")

        def _parse_now(data: object) -> EnteredCell | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                now_type_0 = EnteredCell.from_dict(data)

                return now_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EnteredCell | None, data)

        now = _parse_now(d.pop("now"))

        def _parse_changed_by_you(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        changed_by_you = _parse_changed_by_you(d.pop("changed_by_you"))

        score_conflict = cls(
            field=field,
            student_id=student_id,
            status=status,
            version=version,
            item_id=item_id,
            number=number,
            now=now,
            changed_by_you=changed_by_you,
        )

        score_conflict.additional_properties = d
        return score_conflict

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
