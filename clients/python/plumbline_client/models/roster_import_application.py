from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="RosterImportApplication")


@_attrs_define
class RosterImportApplication:
    """An admin's confirmations for applying an import.

    Attributes:
        confirm_drops (bool | Unset): Confirms that what the import drops is meant. Needed when the import is `held`.
            Default: False.
        granted_person_ids (list[str] | Unset): People of `unconfirmed_admins` who may administer the district, by their
            ids. Nobody else gets more than what is certain.
    """

    confirm_drops: bool | Unset = False
    granted_person_ids: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        confirm_drops = self.confirm_drops

        granted_person_ids: list[str] | Unset = UNSET
        if not isinstance(self.granted_person_ids, Unset):
            granted_person_ids = self.granted_person_ids

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if confirm_drops is not UNSET:
            field_dict["confirm_drops"] = confirm_drops
        if granted_person_ids is not UNSET:
            field_dict["granted_person_ids"] = granted_person_ids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        confirm_drops = d.pop("confirm_drops", UNSET)

        granted_person_ids = cast(list[str], d.pop("granted_person_ids", UNSET))

        roster_import_application = cls(
            confirm_drops=confirm_drops,
            granted_person_ids=granted_person_ids,
        )

        return roster_import_application
