"""The hooks of schemathesis for this API. It loads this file in an environment of its own.

Made-up names open nothing. So most requests get names and versions that exist: those that a walk
found, and those in answers of this very run.
"""

from __future__ import annotations

import json
import os
import random
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import schemathesis

OFTEN = 0.85
"""The share of requests that get what exists instead of what is made up."""

_KNOWN = json.loads(Path(os.environ["PLUMBLINE_FUZZ_NAMES"]).read_text())
_ADDRESSES: dict[str, list[dict[str, str]]] = _KNOWN["addresses"]
_VALUES: dict[str, list[str]] = _KNOWN["values"]
_NAME = re.compile(r"{(\w+)}")
_PATTERNS = {path: re.compile(".*" + _NAME.sub("([^/]+)", path)) for path in _ADDRESSES}
_VERSIONS: dict[str, str] = _KNOWN["versions"]
"""The version of everything that has one, by address."""

_chance = random.Random(1)


@schemathesis.hook
def before_call(_: Any, case: Any, kwargs: Any) -> None:
    """Put in what exists, unless this very part is meant to be wrong."""
    del kwargs
    if case.path_parameters and _is_good(case, "path") and _find_addresses(case.path):
        case.path_parameters.update(_chance.choice(_find_addresses(case.path)))
    if isinstance(case.body, dict) and _is_good(case, "body"):
        _name_things(case.body)
    if isinstance(case.query, dict) and _is_good(case, "query"):
        _name_things(case.query)
        case.query.pop("cursor", None)
    if case.headers and _is_good(case, "header"):
        _head(case)


@schemathesis.hook
def after_call(_: Any, case: Any, response: Any) -> None:
    """Remember versions, and the addresses of what was made."""
    etag = response.headers.get("etag")
    if etag:
        _VERSIONS[_find_versioned(_address(case))] = etag[0]
    for place in response.headers.get("location", ()):
        _remember(urlsplit(place).path)


def _head(case: Any) -> None:
    """Send the known version, under a key of its own: without them most requests are refused."""
    if "If-Match" in case.headers:
        case.headers["If-Match"] = _VERSIONS.get(_find_versioned(_address(case)), '"1"')
    if "Idempotency-Key" in case.headers:
        case.headers["Idempotency-Key"] = f"{_chance.getrandbits(64):x}"


def _is_good(case: Any, part: str) -> bool:
    parts = {} if case.meta is None else case.meta.components
    bad = any(where.value == part and not info.mode.is_positive for where, info in parts.items())
    return not bad and _chance.random() < OFTEN


def _find_addresses(path: str) -> list[dict[str, str]]:
    return _ADDRESSES.get(path, [])


def _address(case: Any) -> str:
    return str(case.path.format_map(case.path_parameters or {}))


def _find_versioned(address: str) -> str:
    """Return the address of what has the version: this one, or the nearest that it lies below."""
    above = address
    while above not in _VERSIONS and "/" in above[1:]:
        above = above.rpartition("/")[0]
    return above if above in _VERSIONS else address


def _name_things(part: dict[str, Any]) -> None:
    """Let every `..._id` and `..._ids` name something that exists, at any depth."""
    for name, value in part.items():
        known = _VALUES.get(name.removesuffix("s")) if name.endswith(("_id", "_ids")) else None
        if known and isinstance(value, str):
            part[name] = _chance.choice(known)
        elif known and isinstance(value, list):
            part[name] = [_chance.choice(known) for _ in value]
        else:
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, dict):
                    _name_things(each)


def _remember(place: str) -> None:
    for path, pattern in _PATTERNS.items():
        if match := pattern.fullmatch(place):
            names = dict(zip(_NAME.findall(path), map(unquote, match.groups()), strict=True))
            for below, known in _ADDRESSES.items():
                if below.startswith(path) and _NAME.findall(below) == list(names):
                    known.append(names)
