from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.upload_view_fields import UploadViewFields


T = TypeVar("T", bound="UploadView")


@_attrs_define
class UploadView:
    """A form to upload a file with, once.

    Attributes:
        url (str): Where to POST the file, as `multipart/form-data`.
        fields (UploadViewFields): The form's fields. Send each as it is, and then the file as `file`.
        expires_in (int): For how many seconds the form works.
        size_limit (int): The most bytes that the file may have.
    """

    url: str
    fields: UploadViewFields
    expires_in: int
    size_limit: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        fields = self.fields.to_dict()

        expires_in = self.expires_in

        size_limit = self.size_limit

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "url": url,
                "fields": fields,
                "expires_in": expires_in,
                "size_limit": size_limit,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.upload_view_fields import UploadViewFields  # noqa: PLC0415

        d = dict(src_dict)
        url = d.pop("url")

        fields = UploadViewFields.from_dict(d.pop("fields"))

        expires_in = d.pop("expires_in")

        size_limit = d.pop("size_limit")

        upload_view = cls(
            url=url,
            fields=fields,
            expires_in=expires_in,
            size_limit=size_limit,
        )

        upload_view.additional_properties = d
        return upload_view

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
