"""Rows of classes as the lock looks at them: read some, close some together with their sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.processes.moves import ProcessState
from chalicelib.storage import keys
from chalicelib.storage.conditions import Check, Put, Update, Write, attribute_is
from chalicelib.storage.keys import parts
from chalicelib.storage.table import TRANSACTION, Repository

from .totals import UNSEALED, pack_roll, read_row, roll_in, write_closed_doc

if TYPE_CHECKING:
    from chalicelib.processes.model import ClassRow
    from chalicelib.results.model import Roll

BYTES_AT_ONCE = 3_000_000
"""Of sheets in a transaction, which takes 4 MB."""


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A class's row, and its students."""

    row: ClassRow
    roll: Roll


@dataclass(frozen=True, slots=True)
class Closing:
    """The writes that close one class: its row for good, and its sheets without the feed."""

    school_class: str
    writes: tuple[Write, ...]
    size: int


class RowRepository(Repository):
    """Rows of classes in processes."""

    def some(
        self, district: str, process: str, classes: Iterable[str], day: str
    ) -> dict[str, KeptRow]:
        """Read the rows of these classes as they are on a day: a hundred a call."""
        wanted = [keys.process_class(district, process, each) for each in classes]
        found = self._table.get_many(wanted).values()
        return {
            parts(item["sk"])[1]: KeptRow(read_row(item, day), roll_in(item, day)) for item in found
        }

    def rolls(self, district: str, process: str) -> dict[str, tuple[Roll, bytes]]:
        """Read the stored roll of each row of a process that is not sealed: one Query."""
        start = keys.process_class(district, process, "")
        pages = self._table.pages(start.pk, begins=start.sk, attributes=("sk", "who", "sealed"))
        return {
            parts(item["sk"])[1]: (roll_in(item), item["who"])
            for page in pages
            for item in page
            if "who" in item and not item.get("sealed")
        }

    def close(self, district: str, process: str, closings: Sequence[Closing]) -> bool:
        """Close these classes of a process that is being locked, all or none.

        False when somebody saved one of the sheets meanwhile, or closed one of them.
        """
        locking = attribute_is("state", ProcessState.LOCKING.value)
        check = Check(keys.process(district, process), locking)
        return self._table.try_commit([check, *(each for one in closings for each in one.writes)])


def follow(district: str, process: str, school_class: str, before: bytes, now: Roll) -> Write:
    """Return the write of a row's students, if nobody wrote it since `before` was read."""
    key = keys.process_class(district, process, school_class)
    condition = UNSEALED & attribute_is("who", before)
    return Update(key, {"who": pack_roll(now)}, condition=condition)


def closing(
    district: str, process: str, closed: ClassRow, roll: Roll, sheets: Sequence[Put]
) -> Closing:
    """Return the writes that close a class; `roll` names everybody on its row."""
    school_class = closed.scores.school_class
    key = keys.process_class(district, process, school_class)
    called = {"doc": write_closed_doc(closed)} if closed.scores.school_name else {}
    changes = {"sealed": True, "who": pack_roll(roll), **called}
    row = Update(key, changes, condition=UNSEALED)
    size = sum(len(put.item[name]) for put in sheets for name in ("rows", "cells", "summary"))
    return Closing(school_class, (row, *sheets), size)


def bunches(closings: Iterable[Closing]) -> Iterator[list[Closing]]:
    """Fill transactions, by number and by bytes; a write is left for the check of the head."""
    bunch: list[Closing] = []
    for one in closings:
        together = [*bunch, one]
        full = 1 + sum(len(each.writes) for each in together) > TRANSACTION - 1
        if bunch and (full or sum(each.size for each in together) > BYTES_AT_ONCE):
            yield bunch
            together = [one]
        bunch = together
    if bunch:
        yield bunch
