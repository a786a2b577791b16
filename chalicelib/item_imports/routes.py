"""HTTP for item imports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Protocol

from pydantic import Field

from chalicelib.web.policy import AUTHORS
from chalicelib.web.representation import Body, Representation, Title, UploadView
from chalicelib.web.routes import Request, Routes

from .records import Shown, State

if TYPE_CHECKING:
    from .service import ItemImports

    class ItemImportsServices(Protocol):
        """What the edge hands to these views."""

        item_imports: ItemImports

    ItemImportsRequest = Request[ItemImportsServices]


routes = Routes("Items")

_Text = Annotated[str, Field(min_length=1, max_length=255)]


class NewItemImport(Body):
    """A QTI package to come: `standards` are for questions that name none of the set's."""

    title: Title
    set_id: _Text = Field(validation_alias="standards_set_id")
    standards: Annotated[tuple[_Text, ...], Field(max_length=50)] = ()
    subject: Annotated[str, Field(max_length=100)] = ""
    grades: Annotated[
        tuple[Annotated[str, Field(min_length=1, max_length=20)], ...], Field(max_length=20)
    ] = ()
    file_name: Annotated[str, Field(min_length=5, max_length=200)]
    size: Annotated[int, Field(gt=0)]


class ImportedItemView(Representation):
    """What became of one question: why not, or what was lost of it."""

    number: int
    outcome: str
    file: str
    identifier: str
    title: str
    kind: str
    points: str
    standards: tuple[str, ...]
    code: str
    reason: str = Field(serialization_alias="message")
    notes: tuple[str, ...]
    item: str = Field(serialization_alias="item_id")


class ItemImportView(Representation):
    """An item import; `assessment_id` is the draft that holds what was imported."""

    id: str
    state: State
    title: str
    set_id: str = Field(serialization_alias="standards_set_id")
    standards: tuple[str, ...]
    subject: str
    grades: tuple[str, ...]
    file_name: str
    size: int
    created_at: str
    created_by: str = Field(serialization_alias="created_by_id")
    finished_at: str
    assessment: str = Field(serialization_alias="assessment_id")
    code: str
    message: str
    counts: dict[str, int]
    notes: tuple[str, ...]
    lines: tuple[ImportedItemView, ...]
    upload: UploadView | None = None
    links: dict[str, str]
    version: int

    @classmethod
    def of(cls, subject: Shown) -> ItemImportView:
        """Render an import with its lines."""
        record = subject.record
        made = record.assessment if record.state is State.IMPORTED else ""
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
def create_item_import(request: ItemImportsRequest) -> Shown:
    """Offer an upload."""
    return request.services.item_imports.offer(request.act, request.body.model_dump())


@routes.get(
    "/v1/item-imports/{import_id}",
    policy=AUTHORS,
    answer=ItemImportView,
    summary="Read an item import: what became of each question, and why",
)
def read_item_import(request: ItemImportsRequest, import_id: str) -> Shown:
    """Read an import."""
    return request.services.item_imports.read(request.caller, import_id)
