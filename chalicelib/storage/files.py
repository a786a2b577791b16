"""The bucket: uploads by presigned form, files kept and fetched. The only S3 code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from string import ascii_letters, digits
from typing import Any

from chalicelib.storage import refusals

UPLOAD_LIFETIME = 900
"""Seconds that an upload form works."""

DOWNLOAD_LIFETIME = 300
"""Seconds that a download link works."""

_PIECE = 1024 * 1024
_PLAIN = frozenset(ascii_letters + digits + " .-_()+,")
"""Letters that every browser takes in a plain file name."""
_ABSENT = ("404", "403", "NoSuchKey", "AccessDenied")
"""S3's error codes for a file that is not there; 403 when we may not list the bucket."""


@dataclass(frozen=True, slots=True)
class UploadForm:
    """The address and fields for the POST of a file (multipart/form-data, the file last)."""

    url: str
    fields: dict[str, str] = field(default_factory=dict)
    expires_in: int = UPLOAD_LIFETIME
    limit: int = 0
    """Bytes."""


@dataclass(frozen=True, slots=True)
class DownloadLink:
    """An address that serves a file for a while, without signing in."""

    url: str
    expires_in: int = DOWNLOAD_LIFETIME


@dataclass(frozen=True, slots=True)
class FileDescription:
    """The facts that the bucket has about a file."""

    size: int
    content_type: str


class Files:
    """One bucket; the client is made when it is needed."""

    def __init__(self, client: Callable[[], Any], bucket: str) -> None:
        """Use this bucket."""
        self._client = client
        self._bucket = bucket

    def upload_form(
        self, key: str, *, content_type: str, limit: int, exactly: bool = False
    ) -> UploadForm:
        """Let somebody upload exactly this file: this key, this type, at most this many bytes.

        `exactly`: no fewer either.
        """
        sizes = ["content-length-range", limit if exactly else 1, limit]
        made = self._client().generate_presigned_post(
            Bucket=self._bucket,
            Key=key,
            Fields={"Content-Type": content_type},
            Conditions=[{"Content-Type": content_type}, sizes],
            ExpiresIn=UPLOAD_LIFETIME,
        )
        return UploadForm(made["url"], dict(made["fields"]), UPLOAD_LIFETIME, limit)

    def download_link(self, key: str, *, name: str, content_type: str) -> DownloadLink:
        """Let somebody fetch a file: to be saved under this name, never shown as a page."""
        url = self._client().generate_presigned_url(
            "get_object",
            Params={
                "Bucket": self._bucket,
                "Key": key,
                "ResponseContentType": content_type,
                "ResponseContentDisposition": to_be_saved_as(name),
                "ResponseCacheControl": "private, no-store",
            },
            ExpiresIn=DOWNLOAD_LIFETIME,
        )
        return DownloadLink(url)

    def describe(self, key: str) -> FileDescription | None:
        """Describe size and type of a file, or that there is none."""
        answer = self._call("head_object", Key=key)
        if answer is None:
            return None
        return FileDescription(int(answer["ContentLength"]), str(answer.get("ContentType", "")))

    def size(self, key: str) -> int | None:
        """Return how many bytes the file has, or that there is none."""
        answer = self._call("head_object", Key=key)
        return int(answer["ContentLength"]) if answer else None

    def read_arrival(self, key: str) -> datetime | None:
        """Return when the file came, or that there is none."""
        answer = self._call("head_object", Key=key)
        arrived: datetime | None = answer["LastModified"] if answer else None
        return arrived

    def fetch(self, key: str, path: Path) -> bool:
        """Copy a file to this path, piece by piece; tell whether there is one."""
        answer = self._call("get_object", Key=key)
        if answer is None:
            return False
        with path.open("wb") as target:
            for piece in answer["Body"].iter_chunks(_PIECE):
                target.write(piece)
        return True

    def read(self, key: str, start: int = 0, length: int = _PIECE) -> bytes | None:
        """Read part of a file; nothing if there is no such file or it ends before `start`."""
        answer = self._call("get_object", Key=key, Range=f"bytes={start}-{start + length - 1}")
        return bytes(answer["Body"].read()) if answer else None

    def keep(self, key: str, content: bytes | Path, content_type: str) -> None:
        """Store a file."""
        if isinstance(content, bytes):
            self._call("put_object", Key=key, Body=content, ContentType=content_type)
            return
        with content.open("rb") as body:
            self._call("put_object", Key=key, Body=body, ContentType=content_type)

    def remove(self, key: str) -> None:
        """Remove a file; it may be gone already."""
        self._call("delete_object", Key=key)

    def remove_below(self, prefix: str) -> None:
        """Remove every file whose key begins so; a few, not a tree of thousands."""
        listed = self._call("list_objects_v2", Prefix=prefix) or {}
        for each in listed.get("Contents", []):
            self.remove(each["Key"])

    def _call(self, operation: str, **request: Any) -> Any:
        """Make one call. Returns nothing for a missing file; raises `Unavailable` without S3."""
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            return getattr(self._client(), operation)(Bucket=self._bucket, **request)
        except ClientError as error:
            code = error.response["Error"]["Code"]
            if code in (*_ABSENT, "InvalidRange", "416") and operation != "put_object":
                return None
            if code in ("SlowDown", "ServiceUnavailable", "InternalError", "503", "500"):
                raise refusals.FILES_UNAVAILABLE() from error
            raise
        except BotoCoreError as error:
            raise refusals.FILES_UNAVAILABLE() from error


def to_be_saved_as(name: str) -> str:
    r"""Write a Content-Disposition (RFC 6266) that any script survives, and no quotation mark.

    >>> to_be_saved_as("été.pdf")
    'attachment; filename="ete.pdf"; filename*=UTF-8\'\'%C3%A9t%C3%A9.pdf'
    """
    from unicodedata import combining, normalize
    from urllib.parse import quote

    plain = "".join(each for each in normalize("NFKD", name) if not combining(each))
    safe = "".join(each if each in _PLAIN else "_" for each in plain)
    return f"attachment; filename=\"{safe}\"; filename*=UTF-8''{quote(name, safe='')}"
