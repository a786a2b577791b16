"""A reply over HTTP, and its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Reply:
    """A reply. To read a part that is missing fails with status and body."""

    status: int
    body: Any
    headers: Mapping[str, str]

    @property
    def code(self) -> str:
        """The code of a refusal."""
        code = self.body.get("code") if isinstance(self.body, dict) else None
        assert isinstance(code, str), f"no code: {self.status} {self.body!r}"
        return code

    @property
    def etag(self) -> str:
        assert "ETag" in self.headers, f"no ETag: {self.status} {self.body!r}"
        return self.headers["ETag"]
