from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.late_work_view_links import LateWorkViewLinks


T = TypeVar("T", bound="LateWorkView")


@_attrs_define
class LateWorkView:
    """Work that should have gone on and did not: the stack needs its operators.

    Attributes:
        id (str): Its subject.
        kind (str): The kind of work, as jobs have it.
        title (None | str): Of a distribution, the assessment's title; else null.
        due_at (datetime.datetime): When it should have gone on.
        links (LateWorkViewLinks): Where to go on: the `job`, where that kind of work is one.
    """

    id: str
    kind: str
    title: None | str
    due_at: datetime.datetime
    links: LateWorkViewLinks
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind

        title: None | str
        title = self.title

        due_at = self.due_at.isoformat()

        links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "title": title,
                "due_at": due_at,
                "links": links,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.late_work_view_links import LateWorkViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        kind = d.pop("kind")

        def _parse_title(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        title = _parse_title(d.pop("title"))

        due_at = datetime.datetime.fromisoformat(d.pop("due_at"))

        links = LateWorkViewLinks.from_dict(d.pop("links"))

        late_work_view = cls(
            id=id,
            kind=kind,
            title=title,
            due_at=due_at,
            links=links,
        )

        late_work_view.additional_properties = d
        return late_work_view

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
