from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="SelectionBody")


@_attrs_define
class SelectionBody:
    """The selection: the whole district, whole schools, single trackers.

    Attributes:
        whole_district (bool | Unset): Whether the whole district is ticked. Default: False.
        school_ids (list[str] | Unset): Schools that are ticked, by their ids.
        tracker_ids (list[str] | Unset): Single trackers that are ticked, by their ids.
    """

    whole_district: bool | Unset = False
    school_ids: list[str] | Unset = UNSET
    tracker_ids: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        whole_district = self.whole_district

        school_ids: list[str] | Unset = UNSET
        if not isinstance(self.school_ids, Unset):
            school_ids = self.school_ids

        tracker_ids: list[str] | Unset = UNSET
        if not isinstance(self.tracker_ids, Unset):
            tracker_ids = self.tracker_ids

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if whole_district is not UNSET:
            field_dict["whole_district"] = whole_district
        if school_ids is not UNSET:
            field_dict["school_ids"] = school_ids
        if tracker_ids is not UNSET:
            field_dict["tracker_ids"] = tracker_ids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        whole_district = d.pop("whole_district", UNSET)

        school_ids = cast(list[str], d.pop("school_ids", UNSET))

        tracker_ids = cast(list[str], d.pop("tracker_ids", UNSET))

        selection_body = cls(
            whole_district=whole_district,
            school_ids=school_ids,
            tracker_ids=tracker_ids,
        )

        return selection_body
