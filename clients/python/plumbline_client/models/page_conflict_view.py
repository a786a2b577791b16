from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.conflict_text_view import ConflictTextView


T = TypeVar("T", bound="PageConflictView")


@_attrs_define
class PageConflictView:
    """Texts that met a colleague's. They are kept beside the page until somebody removes them.

    Attributes:
        id (str): The id of the kept texts.
        version (int): The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.
        written_by_id (str): The id of the person who wrote them.
        written_by_name (str): The name of the person who wrote them.
        written_at (datetime.datetime): When they were written.
        base_version (int): The version of the page that their author had before them.
        texts (list[ConflictTextView]): The texts that were not saved.
        can_remove (bool): Whether you may remove them.
    """

    id: str
    version: int
    written_by_id: str
    written_by_name: str
    written_at: datetime.datetime
    base_version: int
    texts: list[ConflictTextView]
    can_remove: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        version = self.version

        written_by_id = self.written_by_id

        written_by_name = self.written_by_name

        written_at = self.written_at.isoformat()

        base_version = self.base_version

        texts = []
        for texts_item_data in self.texts:
            texts_item = texts_item_data.to_dict()
            texts.append(texts_item)

        can_remove = self.can_remove

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "version": version,
                "written_by_id": written_by_id,
                "written_by_name": written_by_name,
                "written_at": written_at,
                "base_version": base_version,
                "texts": texts,
                "can_remove": can_remove,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.conflict_text_view import ConflictTextView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        version = d.pop("version")

        written_by_id = d.pop("written_by_id")

        written_by_name = d.pop("written_by_name")

        written_at = datetime.datetime.fromisoformat(d.pop("written_at"))

        base_version = d.pop("base_version")

        texts = []
        _texts = d.pop("texts")
        for texts_item_data in _texts:
            texts_item = ConflictTextView.from_dict(texts_item_data)

            texts.append(texts_item)

        can_remove = d.pop("can_remove")

        page_conflict_view = cls(
            id=id,
            version=version,
            written_by_id=written_by_id,
            written_by_name=written_by_name,
            written_at=written_at,
            base_version=base_version,
            texts=texts,
            can_remove=can_remove,
        )

        page_conflict_view.additional_properties = d
        return page_conflict_view

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
