from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.change_counts import ChangeCounts


T = TypeVar("T", bound="StandardsDiff")


@_attrs_define
class StandardsDiff:
    """The changes that applying a framework would make.

    Attributes:
        statements (ChangeCounts): How many of a kind come, change and leave.
        sets (ChangeCounts): How many of a kind come, change and leave.
        standards_lost (int): Standards that its sets would lose.
        standards_withdrawn (int): Standards that its sets would offer no more, because the file says that they ended,
            or are headings or explanations.
        standards_held (int): Standards that its sets have now.
    """

    statements: ChangeCounts
    sets: ChangeCounts
    standards_lost: int
    standards_withdrawn: int
    standards_held: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        statements = self.statements.to_dict()

        sets = self.sets.to_dict()

        standards_lost = self.standards_lost

        standards_withdrawn = self.standards_withdrawn

        standards_held = self.standards_held

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "statements": statements,
                "sets": sets,
                "standards_lost": standards_lost,
                "standards_withdrawn": standards_withdrawn,
                "standards_held": standards_held,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.change_counts import ChangeCounts  # noqa: PLC0415

        d = dict(src_dict)
        statements = ChangeCounts.from_dict(d.pop("statements"))

        sets = ChangeCounts.from_dict(d.pop("sets"))

        standards_lost = d.pop("standards_lost")

        standards_withdrawn = d.pop("standards_withdrawn")

        standards_held = d.pop("standards_held")

        standards_diff = cls(
            statements=statements,
            sets=sets,
            standards_lost=standards_lost,
            standards_withdrawn=standards_withdrawn,
            standards_held=standards_held,
        )

        standards_diff.additional_properties = d
        return standards_diff

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
