from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.roster_view_counts import RosterViewCounts


T = TypeVar("T", bound="RosterView")


@_attrs_define
class RosterView:
    """Which import is in force, which was before it, and which is being applied.

    Attributes:
        current_import_id (str): The import whose roster is in force; blank before the first.
        previous_import_id (str): The import that was in force before it; blank when there is none.
        applying_import_id (str): The import that is being applied; blank when none is.
        applied_at (datetime.datetime | None): Since when the roster is in force; null before the first import.
        counts (RosterViewCounts): How many records the roster has, by the files of OneRoster.
    """

    current_import_id: str
    previous_import_id: str
    applying_import_id: str
    applied_at: datetime.datetime | None
    counts: RosterViewCounts
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        current_import_id = self.current_import_id

        previous_import_id = self.previous_import_id

        applying_import_id = self.applying_import_id

        applied_at: None | str
        if isinstance(self.applied_at, datetime.datetime):
            applied_at = self.applied_at.isoformat()
        else:
            applied_at = self.applied_at

        counts = self.counts.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "current_import_id": current_import_id,
                "previous_import_id": previous_import_id,
                "applying_import_id": applying_import_id,
                "applied_at": applied_at,
                "counts": counts,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.roster_view_counts import RosterViewCounts  # noqa: PLC0415

        d = dict(src_dict)
        current_import_id = d.pop("current_import_id")

        previous_import_id = d.pop("previous_import_id")

        applying_import_id = d.pop("applying_import_id")

        def _parse_applied_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                applied_at_type_0 = datetime.datetime.fromisoformat(data)

                return applied_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        applied_at = _parse_applied_at(d.pop("applied_at"))

        counts = RosterViewCounts.from_dict(d.pop("counts"))

        roster_view = cls(
            current_import_id=current_import_id,
            previous_import_id=previous_import_id,
            applying_import_id=applying_import_id,
            applied_at=applied_at,
            counts=counts,
        )

        roster_view.additional_properties = d
        return roster_view

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
