"""Attachments, the file types they may have, and the first bytes that identify each type."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from chalicelib.attachments import refusals
from chalicelib.frozen_models import FrozenModel
from chalicelib.storage.files import DownloadLink, UploadForm

KIND = "attachment"
"""The name, in jobs, due entries and uploads, of an attachment whose file is awaited."""
FILE_KIND = "attachment-file"
"""The name, in jobs and due entries, of a file that perhaps no attachment refers to."""

LARGEST = 25_000_000
"""Bytes of one file."""
MOST = 20
"""Attachments of one assessment."""
HEAD = 1024
"""Bytes at the start of a file that identify its type."""


@dataclass(frozen=True, slots=True)
class FileType:
    """A kind of file: how its name ends, and how its content begins (nothing: plain text)."""

    endings: tuple[str, ...]
    begins: tuple[bytes, ...] = ()

    def begins_well(self, head: bytes) -> bool:
        """Return whether a file that begins so can be of this type."""
        if not self.begins:
            return b"\0" not in head
        return head.startswith(self.begins)


_ZIP = (b"PK\x03\x04",)
_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"

TYPES = {
    "application/pdf": FileType((".pdf",), (b"%PDF-",)),
    "image/png": FileType((".png",), (b"\x89PNG\r\n\x1a\n",)),
    "image/jpeg": FileType((".jpg", ".jpeg"), (b"\xff\xd8\xff",)),
    "image/gif": FileType((".gif",), (b"GIF87a", b"GIF89a")),
    f"{_OFFICE}.wordprocessingml.document": FileType((".docx",), _ZIP),
    f"{_OFFICE}.spreadsheetml.sheet": FileType((".xlsx",), _ZIP),
    f"{_OFFICE}.presentationml.presentation": FileType((".pptx",), _ZIP),
    f"{_OPEN}.text": FileType((".odt",), _ZIP),
    f"{_OPEN}.spreadsheet": FileType((".ods",), _ZIP),
    f"{_OPEN}.presentation": FileType((".odp",), _ZIP),
    "application/rtf": FileType((".rtf",), (b"{\\rtf",)),
    "text/plain": FileType((".txt",)),
}
"""The file types that may be attached. A browser runs none of them: no HTML, no SVG."""


class AttachmentState(StrEnum):
    """The states of an attachment."""

    WAITING = "waiting"
    """It waits for its file."""
    READY = "ready"
    """It can be downloaded."""
    REFUSED = "refused"
    """The uploaded content is not the announced content."""


class Attachment(FrozenModel):
    """One attachment of one assessment. Copies of an assessment share the file, which is final."""

    id: str
    assessment: str
    name: str
    type: str
    size: int
    state: AttachmentState = AttachmentState.WAITING
    file: str
    """The id of the file, which is the id of the attachment it was first uploaded for."""
    added_by: str
    added_at: str
    message: str = ""
    """The reason why it was refused."""
    due: str = ""
    """The time of the clock's next look at it while it waits."""
    version: int = 1

    @property
    def upload(self) -> str:
        """The key that its file is uploaded to."""
        return f"uploads/{KIND}/{self.assessment}-{self.id}"

    @property
    def place(self) -> str:
        """The key that keeps its file once it has been checked."""
        return place_of(self.file)


@dataclass(frozen=True, slots=True)
class ShownAttachment:
    """An attachment as one person sees it: with a form while it waits, or a link."""

    attachment: Attachment
    form: UploadForm | None = None
    link: DownloadLink | None = None
    allowed: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.attachment.id

    @property
    def version(self) -> int:
        return self.attachment.version


def place_of(file: str) -> str:
    """Return the key of a kept file.

    >>> place_of("01J")
    'attachments/01J'
    """
    return f"attachments/{file}"


def check_announced(name: str, content_type: str, size: int) -> None:
    """Refuse a file that cannot be attached, by its announcement."""
    known = TYPES.get(content_type)
    if known is None:
        endings = ", ".join(e.removeprefix(".") for t in TYPES.values() for e in t.endings)
        raise refusals.ATTACHMENT_TYPE_INVALID(pointer="/type", endings=endings)
    if not name.lower().endswith(known.endings) or "/" in name or "\\" in name:
        raise refusals.ATTACHMENT_NAME_INVALID(pointer="/name", endings=" or ".join(known.endings))
    if size > LARGEST:
        raise refusals.ATTACHMENT_TOO_LARGE(pointer="/size", largest=LARGEST // 1000000)


def check_room(there: int) -> None:
    """Refuse one attachment too many."""
    if there >= MOST:
        raise refusals.TOO_MANY_ATTACHMENTS(most=MOST)


def wrong_with(attachment: Attachment, content: bytes, content_type: str) -> str:
    """Return the fault of an arrived file, or nothing."""
    if len(content) != attachment.size:
        return f"It has {len(content):,} bytes; {attachment.size:,} were announced."
    if content_type != attachment.type:
        return f"It was sent as {content_type[:80]!r}, not as {attachment.type!r}."
    if not TYPES[attachment.type].begins_well(content[:HEAD]):
        return "Its content does not match its name. Open it, save it again, and attach that."
    return ""
