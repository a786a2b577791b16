"""Style, script and pictures: under names that change with their content, kept by browsers forever.

`htmx.min.js` is the one file of others; `htmx.json` beside it says which, and its hashes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache

from chalicelib.acts import Answer
from chalicelib.rendering import TEMPLATES

from .screens import Screens, Visit

FOLDER = TEMPLATES / "console" / "static"
KINDS = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
FOREVER = "public, max-age=31536000, immutable"
GONE = "This file belongs to another release. Load the page again."

screens = Screens()


@screens.show("/console/static/{name}", roles=None)
def send_asset(_: Visit, name: str) -> Answer:
    """Send a file that pages name; any other name is nobody's."""
    found = _by_address().get(name)
    if found is None:
        return Answer(404, GONE, {"Content-Type": "text/plain; charset=utf-8"})
    path = FOLDER / found
    headers = {"Content-Type": KINDS[path.suffix], "Cache-Control": FOREVER}
    return Answer(200, path.read_text(encoding="utf-8"), headers)


def asset_address(name: str) -> str:
    """Return the address of a file, below the stack's. Raises `KeyError` for an unknown name."""
    return f"/console/static/{_by_name()[name]}"


@cache
def _by_name() -> Mapping[str, str]:
    return {
        path.name: f"{path.stem}.{_digest(path.read_bytes())}{path.suffix}"
        for path in FOLDER.iterdir()
        if path.suffix in KINDS
    }


@cache
def _by_address() -> Mapping[str, str]:
    return {address: name for name, address in _by_name().items()}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]
