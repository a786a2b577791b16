"""A file of responses as a form: the file, the meaning of its columns, and the next act."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .forms import Form, read_number

LAYOUTS = ("auto", "wide", "long")
NUMBERED = ("response", "points")
"""The content of a wide file's column for one item, whose number stands beside it."""
MOST_COLUMNS = 1_000


@dataclass(frozen=True)
class TypedFile:
    """The form that a person sent: a file, and the meaning of its columns."""

    form: Form

    @property
    def csv(self) -> str:
        """The rows that were typed."""
        return self.form.one("csv")

    @property
    def file(self) -> str:
        """The chosen file, in base64."""
        return self.form.one("file")

    @property
    def layout(self) -> str:
        """The layout of the file, if the person chose one."""
        text = self.form.one("layout", "auto")
        return text if text in LAYOUTS else "auto"

    @property
    def accepts(self) -> bool:
        """Return whether to enter the usable rows although other things are wrong."""
        return self.form.has("accept")

    @property
    def given(self) -> str:
        """The day of the test."""
        return self.form.one("given")

    @cached_property
    def digest(self) -> str:
        """The file's fingerprint, with its layout: another file has other columns."""
        text = f"{self.layout}\0{self._build_file()}"
        return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:16]

    @property
    def has_mapping(self) -> bool:
        """Return whether the columns that are sent are of this very file."""
        return self.form.one("of") == self.digest and self.form.one("act") != "guess"

    def _build_file(self) -> dict[str, str]:
        """Return the file; rows that were typed come first."""
        if self.file and not self.csv.strip():
            return {"file": self.file}
        return {"csv": self.csv}

    def write_body(self, *, applies: bool) -> dict[str, Any]:
        """Return the body for the API."""
        body: dict[str, Any] = {**self._build_file(), "layout": self.layout, "apply": applies}
        if self.has_mapping:
            body["mapping"] = self._read_mapping()
        if applies and self.accepts:
            body["accept_problems"] = True
        if applies and self.given:
            body["given_date"] = self.given
        return body

    def _read_mapping(self) -> dict[str, Any]:
        form = self.form
        many = min(read_number(form.one("columns")) or 0, MOST_COLUMNS)
        layout = form.one("mapped", "wide")
        columns = [self._read_column(n, layout) for n in range(1, many + 1)]
        return {
            "layout": layout,
            "header": read_number(form.one("header")) or 0,
            "student_by": form.one("by", "id"),
            "columns": [each for each in columns if each["role"] != "ignored"],
        }

    def _read_column(self, column: int, layout: str) -> dict[str, Any]:
        role = self.form.one(f"role{column}", "ignored")
        number = read_number(self.form.one(f"number{column}").strip())
        numbered = role in NUMBERED and layout == "wide"
        part = self.form.one(f"part{column}") if numbered and role == "points" else ""
        body = {"column": column, "role": role, "number": number if numbered else None}
        return {**body, "part": part[:8]} if part else body
