"""Small files inside a JSON body, as text or as bytes, and the problems found in them."""

from __future__ import annotations

import base64
import binascii
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from .representation import Body, Representation

_AsItIs = StringConstraints(strip_whitespace=False)


class SentFile(Body):
    """A file of rows: with separators, as text or as bytes, or a workbook, as bytes."""

    csv: Annotated[str, _AsItIs] | None = None
    r"""The file's text. Send this or `file`. Example: `number,key\n1,B\n2,C`"""
    file: Annotated[str, Field(max_length=1_000_000)] | None = None
    """The file's bytes in base64: of text in any encoding, or of a workbook (.xlsx).

    Send this or `csv`.

    Example: `bnVtYmVyLGtleQoxLEIK`
    """

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
    """One thing wrong in a file, or odd."""

    row: int
    """The row of the file, from 1; 0 for the file as a whole. Example: `3`"""
    column: str
    """The column's name; blank for the row as a whole. Example: `key`"""
    value: str
    """The present text. Example: `F`"""
    code: str
    """The problem's code, for programs. Example: `key_not_a_choice`"""
    reason: str = Field(serialization_alias="message")
    """The problem, in a sentence. Example: `F is not one of the choices.`"""
    fix: str
    """The way out, in a sentence; blank when there is nothing to do.

    Example: `Write a letter from A to D.`
    """
    severity: str
    """How bad it is.

    - `error`: It must be corrected first.
    - `warning`: It was understood all the same.
    """
