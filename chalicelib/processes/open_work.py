"""The open work of people in processes: texts beside pages, and classes' tests."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chalicelib.storage import keys
from chalicelib.storage.keys import parts
from chalicelib.storage.table import Repository

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chalicelib.storage.attributes import Item


@dataclass(frozen=True, slots=True)
class OpenWork:
    """A process's open work: the number of texts beside each page, and its classes' tests."""

    asides: Mapping[str, int] = field(default_factory=dict)
    activated: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Tests by class."""


class OpenWorkRepository(Repository):
    """Parts of processes."""

    def read(self, district: str, process: str) -> OpenWork:
        """Read the texts beside pages, and the classes without their students: one Query a MB.

        They sort together: `ASIDE#`, then `CLASS#`.
        """
        first, last = keys.process_aside(district, process, "", ""), "CLASS#~"
        span = (parts(first.sk)[0], last)
        pages = self._table.pages(
            first.pk, between=span, attributes=("sk", "doc"), consistent=False
        )
        items = [item for page in pages for item in page]
        asides = Counter(parts(item["sk"])[1] for item in items if _kind(item) == "ASIDE")
        rows = [item for item in items if _kind(item) == "CLASS"]
        return OpenWork(asides, {parts(each["sk"])[1]: _read_activated(each) for each in rows})


def _kind(item: Item) -> str:
    return parts(item["sk"])[0]


def _read_activated(item: Item) -> frozenset[str]:
    return frozenset(json.loads(item["doc"])["activated"])
