from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewStandardsImport")


@_attrs_define
class NewStandardsImport:
    """The announced upload.

    Attributes:
        file_name (str | Unset): The name of the file that you will upload; for people only. Default: ''.
    """

    file_name: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        file_name = self.file_name

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if file_name is not UNSET:
            field_dict["file_name"] = file_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        file_name = d.pop("file_name", UNSET)

        new_standards_import = cls(
            file_name=file_name,
        )

        return new_standards_import
