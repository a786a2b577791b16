from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.roster_change_view import RosterChangeView


T = TypeVar("T", bound="RosterSchoolView")


@_attrs_define
class RosterSchoolView:
    """The changes that an import makes at a school.

    Attributes:
        school_id (str): The school's id.
        school_name (str): The school's name, as the import says it.
        changes (list[RosterChangeView]): The records that it adds, changes and removes: `classes`, `students`,
            `teachers` and `enrollments`. Kinds without a difference are left out.
    """

    school_id: str
    school_name: str
    changes: list[RosterChangeView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        school_id = self.school_id

        school_name = self.school_name

        changes = []
        for changes_item_data in self.changes:
            changes_item = changes_item_data.to_dict()
            changes.append(changes_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "school_id": school_id,
                "school_name": school_name,
                "changes": changes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.roster_change_view import RosterChangeView  # noqa: PLC0415

        d = dict(src_dict)
        school_id = d.pop("school_id")

        school_name = d.pop("school_name")

        changes = []
        _changes = d.pop("changes")
        for changes_item_data in _changes:
            changes_item = RosterChangeView.from_dict(changes_item_data)

            changes.append(changes_item)

        roster_school_view = cls(
            school_id=school_id,
            school_name=school_name,
            changes=changes,
        )

        roster_school_view.additional_properties = d
        return roster_school_view

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
