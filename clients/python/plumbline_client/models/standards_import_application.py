from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="StandardsImportApplication")


@_attrs_define
class StandardsImportApplication:
    """An admin's confirmations for applying an import.

    Attributes:
        confirm_drops (bool | Unset): Confirms that what the import drops is meant. Needed when the import is `held`.
            Default: False.
    """

    confirm_drops: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        confirm_drops = self.confirm_drops

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if confirm_drops is not UNSET:
            field_dict["confirm_drops"] = confirm_drops

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        confirm_drops = d.pop("confirm_drops", UNSET)

        standards_import_application = cls(
            confirm_drops=confirm_drops,
        )

        return standards_import_application
