from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.roster_change_examples import RosterChangeExamples


T = TypeVar("T", bound="RosterChange")


@_attrs_define
class RosterChange:
    """How many records of a kind there are, come, change and leave.

    Attributes:
        before (int): How many there are now.
        added (int): How many come.
        changed (int): How many change.
        dropped (int): How many leave.
        examples (RosterChangeExamples): Up to ten of each: `added`, `changed` and `dropped`.
    """

    before: int
    added: int
    changed: int
    dropped: int
    examples: RosterChangeExamples
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        before = self.before

        added = self.added

        changed = self.changed

        dropped = self.dropped

        examples = self.examples.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "before": before,
                "added": added,
                "changed": changed,
                "dropped": dropped,
                "examples": examples,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.roster_change_examples import RosterChangeExamples  # noqa: PLC0415

        d = dict(src_dict)
        before = d.pop("before")

        added = d.pop("added")

        changed = d.pop("changed")

        dropped = d.pop("dropped")

        examples = RosterChangeExamples.from_dict(d.pop("examples"))

        roster_change = cls(
            before=before,
            added=added,
            changed=changed,
            dropped=dropped,
            examples=examples,
        )

        roster_change.additional_properties = d
        return roster_change

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
