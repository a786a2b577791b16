from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.imported_item_view_outcome import ImportedItemViewOutcome

T = TypeVar("T", bound="ImportedItemView")


@_attrs_define
class ImportedItemView:
    """The outcome for one question: the reason for refusing it, or its losses.

    Attributes:
        number (int): The question's place in the package, from 1.
        outcome (ImportedItemViewOutcome): The outcome.

            - `imported`: It is an item of the draft.
            - `unsupported`: It is sound, but more than an item here can say.
            - `refused`: It is broken, missing, without a standard, or without room.
        file (str): The file of the package that it stands in.
        identifier (str): The question's identifier in the package.
        title (str): The question's title; blank when it has none.
        kind (str): The kind of item that it became; blank when it became none.
        points (str): Its points, as a decimal; blank when it became no item.
        standards (list[str]): The identifiers of its standards.
        code (str): Why it was not imported, for programs; blank when it was.
        message (str): The same in a sentence; blank when it was imported.
        notes (list[str]): Its losses, and the decisions about it, in sentences.
        item_id (str): The id of the item that it became; blank when it became none.
    """

    number: int
    outcome: ImportedItemViewOutcome
    file: str
    identifier: str
    title: str
    kind: str
    points: str
    standards: list[str]
    code: str
    message: str
    notes: list[str]
    item_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        number = self.number

        outcome = self.outcome.value

        file = self.file

        identifier = self.identifier

        title = self.title

        kind = self.kind

        points = self.points

        standards = self.standards

        code = self.code

        message = self.message

        notes = self.notes

        item_id = self.item_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "number": number,
                "outcome": outcome,
                "file": file,
                "identifier": identifier,
                "title": title,
                "kind": kind,
                "points": points,
                "standards": standards,
                "code": code,
                "message": message,
                "notes": notes,
                "item_id": item_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        number = d.pop("number")

        outcome = ImportedItemViewOutcome(d.pop("outcome"))

        file = d.pop("file")

        identifier = d.pop("identifier")

        title = d.pop("title")

        kind = d.pop("kind")

        points = d.pop("points")

        standards = cast(list[str], d.pop("standards"))

        code = d.pop("code")

        message = d.pop("message")

        notes = cast(list[str], d.pop("notes"))

        item_id = d.pop("item_id")

        imported_item_view = cls(
            number=number,
            outcome=outcome,
            file=file,
            identifier=identifier,
            title=title,
            kind=kind,
            points=points,
            standards=standards,
            code=code,
            message=message,
            notes=notes,
            item_id=item_id,
        )

        imported_item_view.additional_properties = d
        return imported_item_view

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
