"""The codes of every refusal that the product declares, by HTTP status."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import chalicelib
from chalicelib.errors import ProblemType
from chalicelib.web.problems import STATUSES


def codes_by_status() -> dict[int, list[str]]:
    """Read the declarations of all domains; for the API's own description only."""
    found: dict[int, set[str]] = {}
    for name in _declaring():
        for value in vars(importlib.import_module(name)).values():
            for each in value.values() if isinstance(value, dict) else (value,):
                if isinstance(each, ProblemType):
                    found.setdefault(STATUSES[each.kind], set()).add(each.code)
    return {status: sorted(codes) for status, codes in found.items()}


def _declaring() -> Iterator[str]:
    yield "chalicelib.errors"
    for package in pkgutil.iter_modules(chalicelib.__path__, "chalicelib."):
        if package.ispkg:
            rooms = importlib.import_module(package.name).__path__
            if any(room.name == "refusals" for room in pkgutil.iter_modules(rooms)):
                yield f"{package.name}.refusals"
