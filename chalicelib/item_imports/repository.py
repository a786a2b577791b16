"""Where item imports are kept: one item each, its lines compressed beside the document."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from pydantic import TypeAdapter

from chalicelib.acts import Act
from chalicelib.clock import from_instant
from chalicelib.storage import keys
from chalicelib.storage.conditions import MUST_NOT_EXIST, Delete, Put, Update, Write, version_is
from chalicelib.storage.table import Repository

from .model import QuestionLine
from .records import KIND, ItemImport

LIFETIME = timedelta(days=400)
"""How long the report of an import is kept; the items stay in the assessment."""

_LINES = TypeAdapter(tuple[QuestionLine, ...])


class ItemImportRepository(Repository):
    """Item imports."""

    def get(self, district: str, name: str) -> tuple[ItemImport, tuple[QuestionLine, ...]] | None:
        """Read an import and its lines."""
        item = self._table.get(keys.item_import(district, name))
        if item is None:
            return None
        packed = item.get("lines")
        lines = _LINES.validate_json(zlib.decompress(packed)) if packed else ()
        return ItemImport.model_validate_json(item["doc"]), lines

    def create(self, act: Act, made: ItemImport, shown: Any) -> None:
        """Write a new import and when the clock looks after it."""
        expires = int((from_instant(made.created_at) + LIFETIME).timestamp())
        item = {"version": made.version, "doc": made.model_dump_json(), "expires": expires}
        key = keys.item_import(act.district, made.id)
        writes: list[Write] = [Put(key, item, MUST_NOT_EXIST), *_due(act.district, made)]
        self._table.commit(writes, act=act, subject=shown)

    def step(
        self,
        district: str,
        before: ItemImport,
        after: ItemImport,
        lines: Sequence[QuestionLine] = (),
    ) -> list[Write]:
        """Return the writes of a step, which nobody else may have taken."""
        body = {"version": after.version, "doc": after.model_dump_json()}
        packed = {"lines": zlib.compress(_LINES.dump_json(tuple(lines)))} if lines else {}
        key = keys.item_import(district, after.id)
        change = Update(key, {**body, **packed}, condition=version_is(before.version))
        if before.due == after.due:
            return [change]
        return [change, *_due(district, after), *_undue(district, before)]

    def settle(
        self,
        district: str,
        before: ItemImport,
        after: ItemImport,
        lines: Sequence[QuestionLine] = (),
    ) -> bool:
        """Take a step; return `False` when somebody else has."""
        return self._table.try_commit(self.step(district, before, after, lines))


def _due(district: str, made: ItemImport) -> list[Write]:
    return [Put(keys.due(district, made.due, KIND, made.id), {})] if made.due else []


def _undue(district: str, made: ItemImport) -> list[Write]:
    return [Delete(keys.due(district, made.due, KIND, made.id))] if made.due else []
