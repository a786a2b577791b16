from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewGoal")


@_attrs_define
class NewGoal:
    """A teacher's whole decision about a goal. Students who meet it already always count.

    Attributes:
        added_student_ids (list[str] | Unset): Students below the level to meet who are taken in, by their ids.
        removed_student_ids (list[str] | Unset): Preselected students who are left out, by their ids.
        target_date (datetime.date | None | Unset): The day by which students should reach the goal; null for none.
        measure (str | Unset): The measure; the post-test if it is left out. Default: ''.
    """

    added_student_ids: list[str] | Unset = UNSET
    removed_student_ids: list[str] | Unset = UNSET
    target_date: datetime.date | None | Unset = UNSET
    measure: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        added_student_ids: list[str] | Unset = UNSET
        if not isinstance(self.added_student_ids, Unset):
            added_student_ids = self.added_student_ids

        removed_student_ids: list[str] | Unset = UNSET
        if not isinstance(self.removed_student_ids, Unset):
            removed_student_ids = self.removed_student_ids

        target_date: None | str | Unset
        if isinstance(self.target_date, Unset):
            target_date = UNSET
        elif isinstance(self.target_date, datetime.date):
            target_date = self.target_date.isoformat()
        else:
            target_date = self.target_date

        measure = self.measure

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if added_student_ids is not UNSET:
            field_dict["added_student_ids"] = added_student_ids
        if removed_student_ids is not UNSET:
            field_dict["removed_student_ids"] = removed_student_ids
        if target_date is not UNSET:
            field_dict["target_date"] = target_date
        if measure is not UNSET:
            field_dict["measure"] = measure

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        added_student_ids = cast(list[str], d.pop("added_student_ids", UNSET))

        removed_student_ids = cast(list[str], d.pop("removed_student_ids", UNSET))

        def _parse_target_date(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                target_date_type_0 = datetime.date.fromisoformat(data)

                return target_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        target_date = _parse_target_date(d.pop("target_date", UNSET))

        measure = d.pop("measure", UNSET)

        new_goal = cls(
            added_student_ids=added_student_ids,
            removed_student_ids=removed_student_ids,
            target_date=target_date,
            measure=measure,
        )

        return new_goal
