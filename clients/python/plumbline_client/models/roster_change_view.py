from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.roster_change_view_kind import RosterChangeViewKind

T = TypeVar("T", bound="RosterChangeView")


@_attrs_define
class RosterChangeView:
    """How many records of a kind an import adds, changes and removes.

    Attributes:
        kind (RosterChangeViewKind): The things that are counted.

            - `schools`: Schools and offices.
            - `sessions`: Terms and school years.
            - `courses`: Courses.
            - `classes`: Classes.
            - `users`: People, staff and students.
            - `enrollments`: Enrollments of people in classes.
            - `roles`: Roles of people at schools and offices.
            - `students`: Students of a school.
            - `teachers`: Teachers of a school.
        before_count (int): How many there were.
        added_count (int): How many are new.
        changed_count (int): How many stay, with something else in them.
        removed_count (int): How many go.
    """

    kind: RosterChangeViewKind
    before_count: int
    added_count: int
    changed_count: int
    removed_count: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        before_count = self.before_count

        added_count = self.added_count

        changed_count = self.changed_count

        removed_count = self.removed_count

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "before_count": before_count,
                "added_count": added_count,
                "changed_count": changed_count,
                "removed_count": removed_count,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = RosterChangeViewKind(d.pop("kind"))

        before_count = d.pop("before_count")

        added_count = d.pop("added_count")

        changed_count = d.pop("changed_count")

        removed_count = d.pop("removed_count")

        roster_change_view = cls(
            kind=kind,
            before_count=before_count,
            added_count=added_count,
            changed_count=changed_count,
            removed_count=removed_count,
        )

        roster_change_view.additional_properties = d
        return roster_change_view

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
