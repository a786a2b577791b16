from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewItemImport")


@_attrs_define
class NewItemImport:
    """A QTI package to come.

    Attributes:
        title (str): The title of the draft that is made.
        standards_set_id (str): The standards set that the questions are of.
        file_name (str): The name of the QTI package that you will upload.
        size (int): The package's size in bytes.
        standards (list[str] | Unset): Standards for questions that name none of the set's, by code or identifier.
        subject (str | Unset): The draft's subject; without it the standards set's. Default: ''.
        grades (list[str] | Unset): The draft's grades; without them the standards set's.
    """

    title: str
    standards_set_id: str
    file_name: str
    size: int
    standards: list[str] | Unset = UNSET
    subject: str | Unset = ""
    grades: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        standards_set_id = self.standards_set_id

        file_name = self.file_name

        size = self.size

        standards: list[str] | Unset = UNSET
        if not isinstance(self.standards, Unset):
            standards = self.standards

        subject = self.subject

        grades: list[str] | Unset = UNSET
        if not isinstance(self.grades, Unset):
            grades = self.grades

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "title": title,
                "standards_set_id": standards_set_id,
                "file_name": file_name,
                "size": size,
            }
        )
        if standards is not UNSET:
            field_dict["standards"] = standards
        if subject is not UNSET:
            field_dict["subject"] = subject
        if grades is not UNSET:
            field_dict["grades"] = grades

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        title = d.pop("title")

        standards_set_id = d.pop("standards_set_id")

        file_name = d.pop("file_name")

        size = d.pop("size")

        standards = cast(list[str], d.pop("standards", UNSET))

        subject = d.pop("subject", UNSET)

        grades = cast(list[str], d.pop("grades", UNSET))

        new_item_import = cls(
            title=title,
            standards_set_id=standards_set_id,
            file_name=file_name,
            size=size,
            standards=standards,
            subject=subject,
            grades=grades,
        )

        return new_item_import
