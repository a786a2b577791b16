"""Rows in partitions, sorted by sort key; the indexes are kept beside them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from simulator.footprints import Footprint
from simulator.values import Item, fingerprint, item_size

RowKey = tuple[str, str]


@dataclass(slots=True)
class StoredRow:
    """An item and its size; never changed in place, only replaced."""

    item: Item
    size: int
    _fingerprint: int | None = field(default=None, compare=False, repr=False)

    @classmethod
    def of(cls, item: Item) -> StoredRow:
        return cls(item, item_size(item))

    @property
    def fingerprint(self) -> int:
        """Worked out once: the item stays as it is."""
        if self._fingerprint is None:
            self._fingerprint = fingerprint(self.item)
        return self._fingerprint


@dataclass(slots=True)
class Partition:
    """Rows by sort key. An index's sort key is (its sort attribute, table's pk, table's sk)."""

    order: list[Any] = field(default_factory=list)
    rows: dict[Any, StoredRow] = field(default_factory=dict)
    _fingerprint: int | None = field(default=None, compare=False, repr=False)

    def put(self, key: Any, row: StoredRow) -> None:
        self._fingerprint = None
        if key not in self.rows:
            insort(self.order, key)
        self.rows[key] = row

    @property
    def fingerprint(self) -> int:
        """Worked out once after every change."""
        if self._fingerprint is None:
            self._fingerprint = hash(tuple(self.rows[key].fingerprint for key in self.order))
        return self._fingerprint

    def copy(self) -> Partition:
        return Partition(list(self.order), dict(self.rows), self._fingerprint)

    def drop(self, key: Any) -> None:
        self._fingerprint = None
        if self.rows.pop(key, None) is not None:
            del self.order[bisect_left(self.order, key)]

    def walk(self, *, forward: bool, after: Any | None) -> Iterator[tuple[Any, StoredRow]]:
        """Rows in order, from behind `after`."""
        order, step = self.order, 1
        at = 0 if after is None else bisect_right(order, after)
        if not forward:
            step = -1
            at = (len(order) if after is None else bisect_left(order, after)) - 1
        while 0 <= at < len(order):
            yield order[at], self.rows[order[at]]
            at += step

    def reach(self, low: Any) -> Any | None:
        """Return the last key before `low`, to start a forward walk there."""
        at = bisect_left(self.order, low)
        return self.order[at - 1] if at else None


@dataclass(frozen=True, slots=True)
class KeyNames:
    """The two attributes that make a key, and those that an index also projects (`None`: all)."""

    pk: str
    sk: str
    only: tuple[str, ...] | None = None

    def of(self, item: Item) -> RowKey:
        return item[self.pk]["S"], item[self.sk]["S"]


INDEXES: dict[str, tuple[Any, ...]] = {
    "lists": ("list_pk", "list_sk"),
    "summaries": ("sum_pk", "sum_sk", ("summary", "version", "revision")),
}
"""The table's indexes, as `infra/resources.yaml` has them."""


class SimulatedStore:
    """One table and its indexes, always in step."""

    def __init__(self, key: KeyNames, indexes: dict[str, KeyNames]) -> None:
        self.key = key
        self.indexes = indexes
        self.partitions: dict[str, Partition] = {}
        self.index_partitions: dict[str, dict[str, Partition]] = {n: {} for n in indexes}
        self._own: set[tuple[str | None, str]] = set()
        """Partitions that no copy shares."""
        self.watch: Footprint | None = None
        """Where it is noted what somebody reads and writes."""

    def get(self, key: RowKey) -> StoredRow | None:
        partition = self.partitions.get(key[0])
        row = None if partition is None else partition.rows.get(key[1])
        if self.watch is not None:
            self.watch.reads(key, None if row is None else row.fingerprint)
        return row

    def partition(self, index: str | None, pk: str) -> Partition:
        """Return the items of a table or an index, in their order."""
        partitions = self.partitions if index is None else self.index_partitions[index]
        found = partitions.get(pk, Partition())
        if self.watch is not None:
            self.watch.lists((index, pk), found.fingerprint)
        return found

    def put(self, key: RowKey, row: StoredRow) -> None:
        self._unindex(key, self.get(key))
        self._note_written(key)
        self._own_partition(None, key[0]).put(key[1], row)
        for name in self.indexes:
            entry = self.entry(name, row.item)
            if entry is not None:
                pk, sk = entry
                shown = self.project(name, row)
                self._note_entered((name, pk))
                self._own_partition(name, pk).put((sk, *key), shown)

    def drop(self, key: RowKey) -> None:
        self._unindex(key, self.get(key))
        self._note_written(key)
        if key[0] in self.partitions:
            self._own_partition(None, key[0]).drop(key[1])

    def _unindex(self, key: RowKey, row: StoredRow | None) -> None:
        for name in self.indexes:
            entry = None if row is None else self.entry(name, row.item)
            if entry is not None:
                pk, sk = entry
                self._note_entered((name, pk))
                self._own_partition(name, pk).drop((sk, *key))

    def _own_partition(self, index: str | None, pk: str) -> Partition:
        """Return the partition to write in; one that a copy shares is copied now."""
        partitions = self.partitions if index is None else self.index_partitions[index]
        if (index, pk) not in self._own:
            self._own.add((index, pk))
            there = partitions.get(pk)
            partitions[pk] = Partition() if there is None else there.copy()
        return partitions.setdefault(pk, Partition())

    def _note_written(self, key: RowKey) -> None:
        if self.watch is not None:
            self.watch.writes(key)
            self.watch.enters((None, key[0]))

    def _note_entered(self, partition: tuple[str, str]) -> None:
        if self.watch is not None:
            self.watch.enters(partition)

    def project(self, index: str, row: StoredRow) -> StoredRow:
        """Return the part of an item that the index holds."""
        names = self.indexes[index]
        if names.only is None:
            return row
        kept = {self.key.pk, self.key.sk, names.pk, names.sk, *names.only}
        return StoredRow.of({name: value for name, value in row.item.items() if name in kept})

    def entry(self, index: str, item: Item) -> RowKey | None:
        """Where the item stands in the index; nowhere without both attributes."""
        names = self.indexes[index]
        there = names.pk in item and names.sk in item
        return names.of(item) if there else None

    def copy(self) -> SimulatedStore:
        """Return the same rows (they never change in place), from here on independent.

        Both share partitions until one of them writes there.
        """
        self._own.clear()
        new = SimulatedStore(self.key, self.indexes)
        new.partitions = dict(self.partitions)
        new.index_partitions = {
            index: dict(partitions) for index, partitions in self.index_partitions.items()
        }
        return new

    def fingerprint(self) -> int:
        """Return a number that stores with the same items have in common, in this process."""
        full = (each.fingerprint for each in self.partitions.values() if each.order)
        return hash(frozenset(full))

    def rows(self) -> Iterator[StoredRow]:
        """Every row."""
        if self.watch is not None:
            self.watch.everything = True
            self.watch.reads("table", self.fingerprint())
        return self._every_row()

    def _every_row(self) -> Iterator[StoredRow]:
        for partition in self.partitions.values():
            yield from (partition.rows[sk] for sk in partition.order)
