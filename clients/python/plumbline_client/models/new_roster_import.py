from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewRosterImport")


@_attrs_define
class NewRosterImport:
    """An import to begin.

    Attributes:
        restored_import_id (None | str | Unset): The earlier import whose roster is to come back. Without it, a file is
            uploaded.
        join_by_sign_in_name (bool | Unset): Whether this import joins records with one sign-in name and the same name,
            even if the district's setting does not. Default: False.
    """

    restored_import_id: None | str | Unset = UNSET
    join_by_sign_in_name: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        restored_import_id: None | str | Unset
        if isinstance(self.restored_import_id, Unset):
            restored_import_id = UNSET
        else:
            restored_import_id = self.restored_import_id

        join_by_sign_in_name = self.join_by_sign_in_name

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if restored_import_id is not UNSET:
            field_dict["restored_import_id"] = restored_import_id
        if join_by_sign_in_name is not UNSET:
            field_dict["join_by_sign_in_name"] = join_by_sign_in_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_restored_import_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        restored_import_id = _parse_restored_import_id(
            d.pop("restored_import_id", UNSET)
        )

        join_by_sign_in_name = d.pop("join_by_sign_in_name", UNSET)

        new_roster_import = cls(
            restored_import_id=restored_import_id,
            join_by_sign_in_name=join_by_sign_in_name,
        )

        return new_roster_import
