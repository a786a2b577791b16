"""The storage of the progress of the work on all sheets, which moves with its writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.compression import compress_json, decompress_json
from chalicelib.storage import keys
from chalicelib.storage.conditions import (
    MUST_NOT_EXIST,
    Condition,
    Delete,
    Put,
    Update,
    Write,
    attribute_is,
)
from chalicelib.storage.keys import join, parts
from chalicelib.storage.table import TRANSACTION, ConditionFailed, Repository

from .model import EVERY, Renewal

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.storage.attributes import Item

KIND = "sheets"
"""As a job and as a due entry."""

MOST_NAMED = 2_000
"""Classes that are kept by name; of more, all are looked at."""

BYTES_AT_ONCE = 3_000_000
"""Of sheets in a transaction, which takes 4 MB."""


class RenewalFenced(Exception):
    """Another worker has come further."""


@dataclass(frozen=True, slots=True)
class RenewalStep:
    """The writes for one class's sheet; none where it follows the present rules."""

    school_class: str
    writes: tuple[Write, ...] = ()
    size: int = 0


class RenewalRepository(Repository):
    """One item: the beginning, the progress and the end of the work."""

    def get(self, district: str) -> Renewal | None:
        """Read how far it is; none where this release has not run yet."""
        item = self._table.get(keys.renewal(district))
        return _read(item) if item else None

    def classes(self, district: str) -> frozenset[str]:
        """Return the classes that a narrow round is about."""
        item = self._table.get(keys.renewal_classes(district))
        return frozenset(decompress_json(item["classes"])) if item else frozenset()

    def note_new(self, district: str, at: str) -> None:
        """Note that there is nothing to renew, unless that was noted before."""
        self._begin(district, Renewal(finished=at, percent=100), [])

    def want(self, district: str, due: str) -> None:
        """Have all sheets looked at from then on; nothing when that was asked before."""
        self._begin(district, Renewal(due), [Put(keys.due(district, due, KIND, EVERY), {})])

    def look_later(self, district: str, known: Renewal, later: str) -> bool:
        """Move the due entry; tell whether nobody else did already."""
        moved = Update(
            keys.renewal(district), {"due": later}, condition=attribute_is("due", known.due)
        )
        writes: list[Write] = [
            moved,
            Delete(keys.due(district, known.due, KIND, EVERY)),
            Put(keys.due(district, later, KIND, EVERY), {}),
        ]
        return self._table.try_commit(writes)

    def advance(
        self, district: str, known: Renewal, after: Renewal, steps: Sequence[RenewalStep]
    ) -> bool:
        """Take these steps together with the note of how far that is, all or none.

        False when somebody saved one of the sheets meanwhile. Raises `RenewalFenced`.
        """
        condition = _is_at(known) & attribute_is("finished", "")
        note = Update(keys.renewal(district), _progress(after), condition=condition)
        try:
            self._table.commit([note, *(write for step in steps for write in step.writes)])
        except ConditionFailed as failed:
            if failed.first.index == 0:
                raise RenewalFenced from failed
            return False
        return True

    def carry_out(self, writes: Sequence[Write]) -> None:
        """Carry out writes that can be late: where somebody was faster, nothing is written."""
        self._table.try_commit(writes)

    def finish(self, act: Act, known: Renewal, at: str) -> bool:
        """Note that all is done; false when its due entry was moved meanwhile. Audited."""
        key = keys.renewal(act.district)
        condition = _is_at(known) & attribute_is("due", known.due)
        done = Update(key, {"due": "", "finished": at, "percent": 100}, condition=condition)
        entry = Delete(keys.due(act.district, known.due, KIND, EVERY))
        return self._table.try_commit([done, entry], act=act, subject=known)

    def _begin(self, district: str, first: Renewal, also: Sequence[Write]) -> None:
        self._table.try_commit([Put(keys.renewal(district), _item(first), MUST_NOT_EXIST), *also])


def beginning(district: str, known: Renewal | None, at: str, classes: Iterable[str]) -> list[Write]:
    """Return the writes that have the sheets of classes looked at, to go with what changed these.

    Where it never began, or is under way, all classes are looked at.
    """
    names = sorted(classes)
    narrow = known is not None and len(names) <= MOST_NAMED
    new = known.again(at, narrow=narrow) if known else Renewal(at)
    writes: list[Write] = [
        Put(keys.renewal(district), _item(new)),
        Put(keys.due(district, new.due, KIND, EVERY), {}),
    ]
    if new.narrow:
        writes.append(Put(keys.renewal_classes(district), {"classes": compress_json(names)}))
    return writes


def pack(steps: Iterable[RenewalStep]) -> Iterator[list[RenewalStep]]:
    """Fill transactions with steps, by number and by bytes; one action notes how far that is."""
    chunk: list[RenewalStep] = []
    writes = size = 0
    for step in steps:
        writes, size = writes + len(step.writes), size + step.size
        if chunk and (writes >= TRANSACTION or size > BYTES_AT_ONCE):
            yield chunk
            chunk, writes, size = [], len(step.writes), step.size
        chunk.append(step)
    if chunk:
        yield chunk


def _is_at(known: Renewal) -> Condition:
    """Return the condition that the round is this one and nobody has come further in it."""
    return attribute_is("round", known.round) & attribute_is("place", join(*known.place))


def _item(known: Renewal) -> Item:
    return {
        "due": known.due,
        "finished": known.finished,
        "round": known.round,
        "narrow": known.narrow,
        **_progress(known),
    }


def _progress(known: Renewal) -> Item:
    return {
        "place": join(*known.place),
        "seen": known.seen,
        "renewed": known.renewed,
        "percent": known.percent,
    }


def _read(item: Item) -> Renewal:
    assessment, school_class = parts(item["place"])
    return Renewal(
        due=item["due"],
        round=item["round"],
        narrow=item["narrow"],
        place=(assessment, school_class),
        seen=item["seen"],
        renewed=item["renewed"],
        percent=item["percent"],
        finished=item["finished"],
    )
