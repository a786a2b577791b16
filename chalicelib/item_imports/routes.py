"""HTTP for item imports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from chalicelib.web.id_names import NameOf, SetName
from chalicelib.web.policy import AUTHORS
from chalicelib.web.representation import (
    Body,
    Representation,
    TextOrNull,
    Title,
    UploadView,
    Version,
)
from chalicelib.web.routes import Request, Routes

from .records import ItemImportState, ShownItemImport

if TYPE_CHECKING:
    from .wiring import ItemImportsWiring

routes = Routes("Items")

_Text = Annotated[str, Field(min_length=1, max_length=255)]


class NewItemImport(Body):
    """A QTI package to come."""

    title: Title
    """The title of the draft that is made. Example: `Fractions, from our bank`"""
    set_id: _Text = Field(validation_alias="standards_set_id")
    """The standards set that the questions are of. Example: `f1-math-3`"""
    standards: Annotated[tuple[_Text, ...], Field(max_length=50)] = ()
    """Standards for questions that name none of the set's, by code or identifier.

    Example: `["3.NF.A.1"]`
    """
    subject: Annotated[str, Field(max_length=100)] = ""
    """The draft's subject; without it the standards set's. Example: `Mathematics`"""
    grades: Annotated[
        tuple[Annotated[str, Field(min_length=1, max_length=20)], ...], Field(max_length=20)
    ] = ()
    """The draft's grades; without them the standards set's. Example: `["3"]`"""
    file_name: Annotated[str, Field(min_length=5, max_length=200)]
    """The name of the QTI package that you will upload. Example: `fractions.zip`"""
    size: Annotated[int, Field(gt=0)]
    """The package's size in bytes. Example: `182044`"""


class ImportedItemView(Representation):
    """The outcome for one question: the reason for refusing it, or its losses."""

    number: int
    """The question's place in the package, from 1. Example: `7`"""
    outcome: str
    """The outcome.

    - `imported`: It is an item of the draft.
    - `unsupported`: It is sound, but more than an item here can say.
    - `refused`: It is broken, missing, without a standard, or without room.
    """
    file: str
    """The file of the package that it stands in. Example: `items/q7.xml`"""
    identifier: str
    """The question's identifier in the package. Example: `q7`"""
    title: str
    """The question's title; blank when it has none. Example: `Equivalent fractions`"""
    kind: str
    """The kind of item that it became; blank when it became none. Example: `single_choice`"""
    points: str
    """Its points, as a decimal; blank when it became no item. Example: `1`"""
    standards: tuple[str, ...]
    """The identifiers of its standards. Example: `["3.NF.A.1"]`"""
    code: str
    """Why it was not imported, for programs; blank when it was. Example: `no_standard`"""
    reason: str = Field(serialization_alias="message")
    """The same in a sentence; blank when it was imported.

    Example: `It names no standard of the set.`
    """
    notes: tuple[str, ...]
    """Its losses, and the decisions about it, in sentences.

    Example: `["The set has no standard '3.X', which it names."]`
    """
    item: str = Field(serialization_alias="item_id")
    """The id of the item that it became; blank when it became none. Example: `q7`"""


class ItemImportView(Representation):
    """An import of items from a QTI package."""

    id: str
    """The import's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    state: ItemImportState
    """Where the import stands."""
    title: str
    """The draft's title. Example: `Fractions, from our bank`"""
    set_id: str = Field(serialization_alias="standards_set_id")
    """The standards set that the questions are of. Example: `f1-math-3`"""
    standards_set_name: SetName = None
    standards: tuple[str, ...]
    """Standards for questions that name none of the set's, by their identifiers.

    Example: `["3.NF.A.1"]`
    """
    subject: str
    """The draft's subject; blank for the standards set's. Example: `Mathematics`"""
    grades: tuple[str, ...]
    """The draft's grades; empty for the standards set's. Example: `["3"]`"""
    file_name: str
    """The name of the package. Example: `fractions.zip`"""
    size: int
    """The package's size in bytes. Example: `182044`"""
    created_at: str
    """When it was made. Example: `2026-09-14T17:00:00Z`"""
    created_by: str = Field(serialization_alias="created_by_id")
    """The id of the person who began it. Example: `T-311`"""
    created_by_name: Annotated[str | None, NameOf("person", "created_by_id")] = None
    """The name of the person who began it; null if it is not known."""
    finished_at: TextOrNull
    """When it ended; null before that. Example: `2026-09-14T17:01:00Z`"""
    assessment: str = Field(serialization_alias="assessment_id")
    """The draft that holds what was imported; blank when there is none.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    code: str
    """The reason why nothing could be read, for programs; blank if it was read. Example:
    `not_a_zip`
    """
    message: str
    """How far it is, in a sentence to show. Example: `12 of 14 questions were imported.`"""
    counts: dict[str, int]
    """How many questions had which outcome.

    - `imported`: Questions that are items of the draft.
    - `unsupported`: Questions that are more than an item here can say.
    - `refused`: Questions that are broken, missing, without a standard, or without room.
    """
    notes: tuple[str, ...]
    """Oddities of the package, in sentences.

    Example: `["The manifest names a file that is not there."]`
    """
    lines: tuple[ImportedItemView, ...]
    """The outcome for each question."""
    upload: UploadView | None = None
    """The form for uploading the package; only in the answer that began the import."""
    links: dict[str, str]
    """Where to go on.

    - `self`: This import.
    - `job`: The job that says how far it is.
    - `assessment`: The draft.
    """
    version: Version

    @classmethod
    def of(cls, subject: ShownItemImport) -> ItemImportView:
        """Render an import with its lines."""
        record = subject.record
        made = record.assessment if record.state is ItemImportState.IMPORTED else ""
        links = {
            "self": f"/v1/item-imports/{record.id}",
            "job": f"/v1/jobs/item-import.{record.id}",
        }
        facts = record.model_dump() | {
            "assessment": made,
            "lines": list(map(ImportedItemView.of, subject.lines)),
            "upload": UploadView.of(subject.form) if subject.form else None,
            "links": links | ({"assessment": f"/v1/assessments/{made}"} if made else {}),
        }
        return cls.model_validate(facts)


@routes.post(
    "/v1/item-imports",
    policy=AUTHORS,
    body=NewItemImport,
    answer=ItemImportView,
    location="/v1/item-imports/{id}",
    summary="Begin to import items from a QTI package: get a form to upload it with",
)
def create_item_import(request: Request[ItemImportsWiring]) -> ShownItemImport:
    """Offer an upload.

    `upload` is a form to POST the QTI zip to. Its arrival starts the import, which makes a draft.
    """
    return request.services.item_imports.offer(request.act, request.body.model_dump())


@routes.get(
    "/v1/item-imports/{import_id}",
    policy=AUTHORS,
    answer=ItemImportView,
    summary="Read an item import: what became of each question, and why",
)
def read_item_import(request: Request[ItemImportsWiring], import_id: str) -> ShownItemImport:
    return request.services.item_imports.read(request.caller, import_id)
