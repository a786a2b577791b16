from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewTrackerBatch")


@_attrs_define
class NewTrackerBatch:
    """The courses whose classes get a tracker, and its standards (by default the whole set).

    Attributes:
        course_ids (list[str]): The courses whose classes get a tracker, by their ids.
        standards_set_id (str): The standards set of the trackers.
        standards (list[str] | None | Unset): The standards that they track, by code or identifier; without them the
            whole set.
        level_count (int | None | Unset): How many mastery levels they have, 2 to 6; without it as many as the district
            has.
    """

    course_ids: list[str]
    standards_set_id: str
    standards: list[str] | None | Unset = UNSET
    level_count: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        course_ids = self.course_ids

        standards_set_id = self.standards_set_id

        standards: list[str] | None | Unset
        if isinstance(self.standards, Unset):
            standards = UNSET
        elif isinstance(self.standards, list):
            standards = self.standards

        else:
            standards = self.standards

        level_count: int | None | Unset
        if isinstance(self.level_count, Unset):
            level_count = UNSET
        else:
            level_count = self.level_count

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "course_ids": course_ids,
                "standards_set_id": standards_set_id,
            }
        )
        if standards is not UNSET:
            field_dict["standards"] = standards
        if level_count is not UNSET:
            field_dict["level_count"] = level_count

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        course_ids = cast(list[str], d.pop("course_ids"))

        standards_set_id = d.pop("standards_set_id")

        def _parse_standards(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                standards_type_0 = cast(list[str], data)

                return standards_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        standards = _parse_standards(d.pop("standards", UNSET))

        def _parse_level_count(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        level_count = _parse_level_count(d.pop("level_count", UNSET))

        new_tracker_batch = cls(
            course_ids=course_ids,
            standards_set_id=standards_set_id,
            standards=standards,
            level_count=level_count,
        )

        return new_tracker_batch
