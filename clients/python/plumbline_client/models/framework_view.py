from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="FrameworkView")


@_attrs_define
class FrameworkView:
    """A framework of standards: a CASE package that was imported.

    Attributes:
        id (str): The framework's id here.
        identifier (str): The framework's identifier at its publisher (CASE).
        title (str): The framework's title.
        creator_name (str): Its publisher.
        language (str): Its language, as a BCP 47 tag; blank when the package does not say.
        edition (str): Its publisher's version; blank when the package does not say.
        adoption_status (str): Whether it is adopted, as the package says.
        uri (str): Its address at its publisher; blank when the package has none.
        standard_count (int): How many standards can be selected in all its sets.
        standards_set_count (int): How many standards sets it has.
        imported_at (datetime.datetime | None): When it was imported last; null while its first import is at work.
        version (int): The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.
    """

    id: str
    identifier: str
    title: str
    creator_name: str
    language: str
    edition: str
    adoption_status: str
    uri: str
    standard_count: int
    standards_set_count: int
    imported_at: datetime.datetime | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        identifier = self.identifier

        title = self.title

        creator_name = self.creator_name

        language = self.language

        edition = self.edition

        adoption_status = self.adoption_status

        uri = self.uri

        standard_count = self.standard_count

        standards_set_count = self.standards_set_count

        imported_at: None | str
        if isinstance(self.imported_at, datetime.datetime):
            imported_at = self.imported_at.isoformat()
        else:
            imported_at = self.imported_at

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "identifier": identifier,
                "title": title,
                "creator_name": creator_name,
                "language": language,
                "edition": edition,
                "adoption_status": adoption_status,
                "uri": uri,
                "standard_count": standard_count,
                "standards_set_count": standards_set_count,
                "imported_at": imported_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        identifier = d.pop("identifier")

        title = d.pop("title")

        creator_name = d.pop("creator_name")

        language = d.pop("language")

        edition = d.pop("edition")

        adoption_status = d.pop("adoption_status")

        uri = d.pop("uri")

        standard_count = d.pop("standard_count")

        standards_set_count = d.pop("standards_set_count")

        def _parse_imported_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                imported_at_type_0 = datetime.datetime.fromisoformat(data)

                return imported_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        imported_at = _parse_imported_at(d.pop("imported_at"))

        version = d.pop("version")

        framework_view = cls(
            id=id,
            identifier=identifier,
            title=title,
            creator_name=creator_name,
            language=language,
            edition=edition,
            adoption_status=adoption_status,
            uri=uri,
            standard_count=standard_count,
            standards_set_count=standards_set_count,
            imported_at=imported_at,
            version=version,
        )

        framework_view.additional_properties = d
        return framework_view

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
