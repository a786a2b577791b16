from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.printout_state import PrintoutState
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.printed_test_view import PrintedTestView
    from ..models.printout_view_links import PrintoutViewLinks


T = TypeVar("T", bound="PrintoutView")


@_attrs_define
class PrintoutView:
    """The template of a process or a test as PDF, as somebody asked for it.

    Attributes:
        id (str): The printout's id.
        process_id (str): The Mastery Process's id; blank for a test.
        state (PrintoutState): Where a document stands.

            - `pending`: It is being made.
            - `ready`: It can be fetched.
            - `failed`: It did not come out. It is tried again until its time is over.
        message (str): How far it is, in a sentence to show.
        requested_at (datetime.datetime): When it was asked for.
        expires_at (datetime.datetime): Until when it is kept.
        size (int): The file's size in bytes; 0 until it is ready.
        file_name (str): The name to save it under.
        test (None | PrintedTestView | Unset): The printed parts of a test; null for the template of a process.
        url (None | str | Unset): The address to fetch the file from, without signing in; null until it is ready.
        expires_in (int | None | Unset): For how many seconds `url` works; null without one.
        links (PrintoutViewLinks | Unset): Where to go on: the printout, the process, and how far it is.
    """

    id: str
    process_id: str
    state: PrintoutState
    message: str
    requested_at: datetime.datetime
    expires_at: datetime.datetime
    size: int
    file_name: str
    test: None | PrintedTestView | Unset = UNSET
    url: None | str | Unset = UNSET
    expires_in: int | None | Unset = UNSET
    links: PrintoutViewLinks | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.printed_test_view import PrintedTestView  # noqa: PLC0415

        id = self.id

        process_id = self.process_id

        state = self.state.value

        message = self.message

        requested_at = self.requested_at.isoformat()

        expires_at = self.expires_at.isoformat()

        size = self.size

        file_name = self.file_name

        test: dict[str, Any] | None | Unset
        if isinstance(self.test, Unset):
            test = UNSET
        elif isinstance(self.test, PrintedTestView):
            test = self.test.to_dict()
        else:
            test = self.test

        url: None | str | Unset
        if isinstance(self.url, Unset):
            url = UNSET
        else:
            url = self.url

        expires_in: int | None | Unset
        if isinstance(self.expires_in, Unset):
            expires_in = UNSET
        else:
            expires_in = self.expires_in

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "process_id": process_id,
                "state": state,
                "message": message,
                "requested_at": requested_at,
                "expires_at": expires_at,
                "size": size,
                "file_name": file_name,
            }
        )
        if test is not UNSET:
            field_dict["test"] = test
        if url is not UNSET:
            field_dict["url"] = url
        if expires_in is not UNSET:
            field_dict["expires_in"] = expires_in
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.printed_test_view import PrintedTestView  # noqa: PLC0415
        from ..models.printout_view_links import PrintoutViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        process_id = d.pop("process_id")

        state = PrintoutState(d.pop("state"))

        message = d.pop("message")

        requested_at = datetime.datetime.fromisoformat(d.pop("requested_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        size = d.pop("size")

        file_name = d.pop("file_name")

        def _parse_test(data: object) -> None | PrintedTestView | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                test_type_0 = PrintedTestView.from_dict(data)

                return test_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PrintedTestView | Unset, data)

        test = _parse_test(d.pop("test", UNSET))

        def _parse_url(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        url = _parse_url(d.pop("url", UNSET))

        def _parse_expires_in(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        expires_in = _parse_expires_in(d.pop("expires_in", UNSET))

        _links = d.pop("links", UNSET)
        links: PrintoutViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = PrintoutViewLinks.from_dict(_links)

        printout_view = cls(
            id=id,
            process_id=process_id,
            state=state,
            message=message,
            requested_at=requested_at,
            expires_at=expires_at,
            size=size,
            file_name=file_name,
            test=test,
            url=url,
            expires_in=expires_in,
            links=links,
        )

        printout_view.additional_properties = d
        return printout_view

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
