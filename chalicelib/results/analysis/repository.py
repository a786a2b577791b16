"""The parts of sheets that an analysis reads: rows and the key that scored them, no summaries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from chalicelib.compression import decompress
from chalicelib.results.codec import unpack_rows
from chalicelib.results.model import StudentResults
from chalicelib.results.summary import SheetSummary
from chalicelib.storage import keys
from chalicelib.storage.table import Repository

if TYPE_CHECKING:
    from chalicelib.storage.attributes import Item

TOGETHER = 100
"""Sheets read by one call, and held at once: memory does not grow with classes."""


class Answers(NamedTuple):
    """A class's answers, by which revision of the assessment they are scored, what brought it."""

    revision: int
    rows: tuple[StudentResults, ...]
    distribution: str


class AnswerRepository(Repository):
    """Answers of classes on one assessment."""

    def of(self, district: str, assessment: str, classes: Iterable[str]) -> Iterator[Answers]:
        """Read what these classes answered; those without results are left out."""
        waiting = iter(classes)
        while some := list(islice(waiting, TOGETHER)):
            wanted = [keys.sheet(district, each, assessment) for each in some]
            found = self._table.get_many(wanted).values()
            yield from (_answers(item) for item in found if "sum_pk" in item)


def _answers(item: Item) -> Answers:
    revision = item["revision"]
    rows = unpack_rows(item["rows"], item["cells"], revision)[1]
    return Answers(revision, rows, SheetSummary.read(decompress(item["summary"])).distribution)
