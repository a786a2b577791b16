from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.letter_view_links import LetterViewLinks


T = TypeVar("T", bound="LetterView")


@_attrs_define
class LetterView:
    """A message that failed too often.

    Attributes:
        kind (None | str): Its subject, such as `roster_import`, `distribution`, `email`, `upload` or `email_report`;
            null for a message that is not Plumbline's.
        reference (None | str): The id of that thing; null if it has none.
        sent_at (datetime.datetime): When it was sent first.
        links (LetterViewLinks): Where to go on.
    """

    kind: None | str
    reference: None | str
    sent_at: datetime.datetime
    links: LetterViewLinks
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind: None | str
        kind = self.kind

        reference: None | str
        reference = self.reference

        sent_at = self.sent_at.isoformat()

        links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "reference": reference,
                "sent_at": sent_at,
                "links": links,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.letter_view_links import LetterViewLinks  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_kind(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        kind = _parse_kind(d.pop("kind"))

        def _parse_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reference = _parse_reference(d.pop("reference"))

        sent_at = datetime.datetime.fromisoformat(d.pop("sent_at"))

        links = LetterViewLinks.from_dict(d.pop("links"))

        letter_view = cls(
            kind=kind,
            reference=reference,
            sent_at=sent_at,
            links=links,
        )

        letter_view.additional_properties = d
        return letter_view

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
