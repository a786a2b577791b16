"""Collects every refusal that the product declares, by importing all of its modules."""  # noqa: INP001 - documentation is no package

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any, Generic, TypeVar

import chalicelib
from chalicelib.errors import FieldProblem, FileProblem, ProblemType

Declared = TypeVar("Declared")


@dataclass(frozen=True, slots=True)
class CatalogEntry(Generic[Declared]):
    """One declaration and the module it stands in."""

    declared: Declared
    module: str
    name: str


@cache
def modules() -> tuple[ModuleType, ...]:
    """Import every module of the product."""
    found = pkgutil.walk_packages(chalicelib.__path__, "chalicelib.")
    return tuple(importlib.import_module(each.name) for each in found)


def entries(kind: type[Declared]) -> list[CatalogEntry[Declared]]:
    """Return everything of this kind that a module declares, also in tables; each once."""
    return [each for each in _declarations() if isinstance(each.declared, kind)]


@cache
def _declarations() -> tuple[CatalogEntry[Any], ...]:
    found: dict[int, CatalogEntry[Any]] = {}
    for module in sorted(modules(), key=_declares):
        for name, value in vars(module).items():
            for each in _within(value):
                if isinstance(each, ProblemType | FieldProblem | FileProblem):
                    found.setdefault(id(each), CatalogEntry(each, module.__name__, name))
    return tuple(found.values())


def problems() -> list[CatalogEntry[ProblemType[Any]]]:
    """Return every refusal of a request."""
    return entries(ProblemType)


def field_problems() -> list[CatalogEntry[FieldProblem]]:
    """Return everything that can be wrong with a single place of a request."""
    return entries(FieldProblem)


def file_problems(domain: str = "") -> list[CatalogEntry[FileProblem]]:
    """Return everything that can be wrong with an uploaded file, of all domains or of one."""
    found = entries(FileProblem)
    return [each for each in found if each.module.startswith(f"chalicelib.{domain}")]


def _declares(module: ModuleType) -> tuple[bool, str]:
    """Look first where declarations are made, so that an import of one does not count."""
    own = module.__name__.rpartition(".")[2] in ("errors", "refusals")
    own = own or module.__name__.endswith("_problems")
    return not own, module.__name__


def _within(value: object) -> Iterator[object]:
    yield value
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, tuple | list):
        held: Iterable[object] = value
        yield from held
