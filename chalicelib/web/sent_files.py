"""Small files inside a JSON body, as text or as bytes, and the problems found in them."""

from __future__ import annotations

import base64
import binascii
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from .representation import Body, Representation

_AsItIs = StringConstraints(strip_whitespace=False)


class SentFile(Body):
    """A file with separators: `csv` its text, or `file` its bytes in base64; one of them.

    `file` keeps encodings that JSON does not have (UTF-16, Windows-1252).
    """

    csv: Annotated[str, _AsItIs] | None = None
    file: Annotated[str, Field(max_length=1_000_000)] | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if (self.csv is None) == (self.file is None):
            msg = "Send the file's text as `csv`, or its bytes in base64 as `file`: one of them."
            raise ValueError(msg)
        if self.file is not None:
            _bytes(self.file)
        return self

    @property
    def source(self) -> str | bytes:
        """The text, or the bytes."""
        return _bytes(self.file) if self.file is not None else self.csv or ""


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        msg = "The field `file` must be the file's bytes in base64."
        raise ValueError(msg) from error


class FileProblemView(Representation):
    """One thing wrong in a file. Row 0 is the file as a whole; a `warning` keeps nothing back."""

    row: int
    column: str
    value: str
    code: str
    reason: str = Field(serialization_alias="message")
    fix: str
    severity: str
