from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ReportLinkView")


@_attrs_define
class ReportLinkView:
    """The report of a finished process.

    Attributes:
        url (str): The address to fetch the file from, without signing in. It works for `expires_in` seconds.
        expires_in (int): For how many seconds the address works.
        file_name (str): The name to save it under.
        size (int): The file's size in bytes.
        digest (str): The file's SHA-256, in hexadecimal.
    """

    url: str
    expires_in: int
    file_name: str
    size: int
    digest: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        expires_in = self.expires_in

        file_name = self.file_name

        size = self.size

        digest = self.digest

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "url": url,
                "expires_in": expires_in,
                "file_name": file_name,
                "size": size,
                "digest": digest,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        url = d.pop("url")

        expires_in = d.pop("expires_in")

        file_name = d.pop("file_name")

        size = d.pop("size")

        digest = d.pop("digest")

        report_link_view = cls(
            url=url,
            expires_in=expires_in,
            file_name=file_name,
            size=size,
            digest=digest,
        )

        report_link_view.additional_properties = d
        return report_link_view

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
