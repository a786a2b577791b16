"""The records of item imports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pydantic import Field

from chalicelib.frozen_models import FrozenModel
from chalicelib.storage.files import UploadForm

from .model import QuestionLine

KIND = "item-import"
"""The name of an import in jobs, due entries and uploads."""

MOST_ATTEMPTS = 5
"""How many times the clock starts the reading of a file again that never ended."""


class ItemImportState(StrEnum):
    """Where an import stands; every state but the first is an end."""

    AWAITING_UPLOAD = "awaiting_upload"
    """It waits for its file."""
    IMPORTED = "imported"
    """The draft is there, with at least one item."""
    REFUSED = "refused"
    """Nothing was imported."""
    EXPIRED = "expired"
    """No file came in time."""


class ItemImport(FrozenModel):
    """One package on its way in; the results of its reading are empty until then."""

    id: str
    state: ItemImportState = ItemImportState.AWAITING_UPLOAD
    title: str
    set_id: str
    standards: tuple[str, ...] = ()
    """The standards, by identifier, of questions that name none."""
    subject: str = ""
    grades: tuple[str, ...] = ()
    file_name: str
    size: int
    created_at: str
    created_by: str
    created_by_name: str = ""
    finished_at: str = ""
    assessment: str
    """The id of the draft, given before there is one: a repeat can only make the same."""
    code: str = ""
    message: str = ""
    """Why nothing could be imported."""
    counts: dict[str, int] = Field(default_factory=dict)
    notes: tuple[str, ...] = ()
    attempts: int = 0
    due: str = ""
    version: int = 1

    @property
    def source_file(self) -> str:
        """Where the file is uploaded to."""
        return f"uploads/{KIND}/{self.id}.{'xml' if self.is_xml else 'zip'}"

    @property
    def is_xml(self) -> bool:
        """Whether it is a single question, not a package, by the file's name."""
        return self.file_name.lower().endswith(".xml")

    @property
    def content_type(self) -> str:
        """The type of the uploaded file."""
        return "application/xml" if self.is_xml else "application/zip"


@dataclass(frozen=True, slots=True)
class ShownItemImport:
    """An import as it is answered with: its lines, and its upload form when it is new."""

    record: ItemImport
    lines: tuple[QuestionLine, ...] = ()
    form: UploadForm | None = None

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def version(self) -> int:
        return self.record.version
