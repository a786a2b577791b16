from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.attachment_view_allowed_item import AttachmentViewAllowedItem
from ..models.attachment_view_state import AttachmentViewState
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.attachment_view_links import AttachmentViewLinks
    from ..models.upload_view import UploadView


T = TypeVar("T", bound="AttachmentView")


@_attrs_define
class AttachmentView:
    """A document beside an assessment, to be printed.

    Attributes:
        id (str): The attachment's id.
        assessment_id (str): The assessment's id.
        name (str): The file's name.
        type_ (str): The file's media type.
        size (int): The file's size in bytes.
        state (AttachmentViewState): Where it stands.

            - `awaiting_upload`: It waits for its file.
            - `ready`: It can be downloaded.
            - `refused`: The uploaded content is not the announced content.
        message (str): The reason why the file was refused; blank if it was not. Example: `The file is not a PDF.`
        added_by_id (str): The id of the person who attached it.
        added_at (datetime.datetime): When it was attached.
        allowed (list[AttachmentViewAllowedItem]): The actions that you can take.
        version (int): The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.
        added_by_name (None | str | Unset): The name of the person who added it; null if it is not known.
        upload (None | Unset | UploadView): The form for uploading the file; only in the answer that made the
            attachment.
        url (str | Unset): The address to fetch the file from, without signing in; blank until it is ready. Default: ''.
        expires_in (int | Unset): For how many seconds `url` works; 0 without one. Default: 0.
        links (AttachmentViewLinks | Unset): Where to go on: the attachment with its link, and the assessment.
    """

    id: str
    assessment_id: str
    name: str
    type_: str
    size: int
    state: AttachmentViewState
    message: str
    added_by_id: str
    added_at: datetime.datetime
    allowed: list[AttachmentViewAllowedItem]
    version: int
    added_by_name: None | str | Unset = UNSET
    upload: None | Unset | UploadView = UNSET
    url: str | Unset = ""
    expires_in: int | Unset = 0
    links: AttachmentViewLinks | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.upload_view import UploadView  # noqa: PLC0415

        id = self.id

        assessment_id = self.assessment_id

        name = self.name

        type_ = self.type_

        size = self.size

        state = self.state.value

        message = self.message

        added_by_id = self.added_by_id

        added_at = self.added_at.isoformat()

        allowed = []
        for allowed_item_data in self.allowed:
            allowed_item = allowed_item_data.value
            allowed.append(allowed_item)

        version = self.version

        added_by_name: None | str | Unset
        if isinstance(self.added_by_name, Unset):
            added_by_name = UNSET
        else:
            added_by_name = self.added_by_name

        upload: dict[str, Any] | None | Unset
        if isinstance(self.upload, Unset):
            upload = UNSET
        elif isinstance(self.upload, UploadView):
            upload = self.upload.to_dict()
        else:
            upload = self.upload

        url = self.url

        expires_in = self.expires_in

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "assessment_id": assessment_id,
                "name": name,
                "type": type_,
                "size": size,
                "state": state,
                "message": message,
                "added_by_id": added_by_id,
                "added_at": added_at,
                "allowed": allowed,
                "version": version,
            }
        )
        if added_by_name is not UNSET:
            field_dict["added_by_name"] = added_by_name
        if upload is not UNSET:
            field_dict["upload"] = upload
        if url is not UNSET:
            field_dict["url"] = url
        if expires_in is not UNSET:
            field_dict["expires_in"] = expires_in
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attachment_view_links import AttachmentViewLinks  # noqa: PLC0415
        from ..models.upload_view import UploadView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        assessment_id = d.pop("assessment_id")

        name = d.pop("name")

        type_ = d.pop("type")

        size = d.pop("size")

        state = AttachmentViewState(d.pop("state"))

        message = d.pop("message")

        added_by_id = d.pop("added_by_id")

        added_at = datetime.datetime.fromisoformat(d.pop("added_at"))

        allowed = []
        _allowed = d.pop("allowed")
        for allowed_item_data in _allowed:
            allowed_item = AttachmentViewAllowedItem(allowed_item_data)

            allowed.append(allowed_item)

        version = d.pop("version")

        def _parse_added_by_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        added_by_name = _parse_added_by_name(d.pop("added_by_name", UNSET))

        def _parse_upload(data: object) -> None | Unset | UploadView:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                upload_type_0 = UploadView.from_dict(data)

                return upload_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UploadView, data)

        upload = _parse_upload(d.pop("upload", UNSET))

        url = d.pop("url", UNSET)

        expires_in = d.pop("expires_in", UNSET)

        _links = d.pop("links", UNSET)
        links: AttachmentViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = AttachmentViewLinks.from_dict(_links)

        attachment_view = cls(
            id=id,
            assessment_id=assessment_id,
            name=name,
            type_=type_,
            size=size,
            state=state,
            message=message,
            added_by_id=added_by_id,
            added_at=added_at,
            allowed=allowed,
            version=version,
            added_by_name=added_by_name,
            upload=upload,
            url=url,
            expires_in=expires_in,
            links=links,
        )

        attachment_view.additional_properties = d
        return attachment_view

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
