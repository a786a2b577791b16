"""The two files that a stack serves as they are: the OpenAPI document and the page for people."""

from __future__ import annotations

import json
import lzma
from functools import cache
from pathlib import Path
from typing import Any

import app  # noqa: F401 - its doors are what is described
from chalicelib.release import VERSION
from chalicelib.web.documentation import DOCUMENT, PAGE, STORED
from chalicelib.web.lazy_routes import every_domain

from .document import document
from .page import docs_page


@cache
def build_document() -> dict[str, Any]:
    """Return the OpenAPI document of the API as it is."""
    return document(every_domain(), VERSION)


def contents() -> dict[str, str]:
    """Return each file by its name."""
    return {
        DOCUMENT: json.dumps(build_document(), separators=(",", ":"), ensure_ascii=False),
        PAGE: docs_page(build_document()),
    }


def write(folder: Path) -> None:
    """Write the files; a reader never finds half a file."""
    folder.mkdir(parents=True, exist_ok=True)
    half = folder / f"{STORED}.half"
    together = json.dumps(contents(), ensure_ascii=False).encode()
    half.write_bytes(lzma.compress(together, preset=9 | lzma.PRESET_EXTREME))
    half.replace(folder / STORED)
