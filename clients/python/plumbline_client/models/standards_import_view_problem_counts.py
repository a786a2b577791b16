from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="StandardsImportViewProblemCounts")


@_attrs_define
class StandardsImportViewProblemCounts:
    """How many kinds of problems there are, by how bad they are.

    Attributes:
        reject (int | Unset): Nothing was read further.
        error (int | Unset): Must be corrected.
        hold (int | Unset): An admin must confirm.
        warning (int | Unset): Understood all the same.
    """

    reject: int | Unset = UNSET
    error: int | Unset = UNSET
    hold: int | Unset = UNSET
    warning: int | Unset = UNSET
    additional_properties: dict[str, int] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        reject = self.reject

        error = self.error

        hold = self.hold

        warning = self.warning

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if reject is not UNSET:
            field_dict["reject"] = reject
        if error is not UNSET:
            field_dict["error"] = error
        if hold is not UNSET:
            field_dict["hold"] = hold
        if warning is not UNSET:
            field_dict["warning"] = warning

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reject = d.pop("reject", UNSET)

        error = d.pop("error", UNSET)

        hold = d.pop("hold", UNSET)

        warning = d.pop("warning", UNSET)

        standards_import_view_problem_counts = cls(
            reject=reject,
            error=error,
            hold=hold,
            warning=warning,
        )

        standards_import_view_problem_counts.additional_properties = d
        return standards_import_view_problem_counts

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> int:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: int) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
