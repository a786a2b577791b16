"""Summaries of a distribution's sheets, as the index has them: the cells are never read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from chalicelib.compression import decompress
from chalicelib.storage import keys
from chalicelib.storage.keys import join, parts
from chalicelib.storage.table import Repository

from .model import SummaryLine, Told, read_lines

if TYPE_CHECKING:
    from chalicelib.storage.attributes import Item

_NEEDED = ("pk", "sum_sk", "summary")
"""The attributes read from the index; each further attribute is parsed 10,000 times."""


class LineRepository(Repository):
    """Summaries, a list per megabyte."""

    def pages(
        self,
        district: str,
        assessment: str,
        schools: Iterable[str] | None = None,
        day: str = "",
    ) -> Iterator[list[SummaryLine]]:
        """Read the summaries of an assessment's sheets on a day: of all schools, or of these."""
        place = keys.sheets(district, assessment)
        beginnings = [""] if schools is None else [join(school, "") for school in sorted(schools)]
        for begins in beginnings:
            for page in self._table.summaries(place, begins=begins, attributes=_NEEDED):
                yield read_lines(map(_read_summary, page), day)

    def of(self, district: str, assessment: str, classes: Iterable[str]) -> list[SummaryLine]:
        """Read the summaries of these classes from their sheets: a hundred a call."""
        wanted = [keys.sheet(district, each, assessment) for each in classes]
        found = self._table.get_many(wanted).values()
        return read_lines(_read_summary(item) for item in found if "sum_pk" in item)


def _read_summary(item: Item) -> Told:
    pk, place = item["pk"], item["sum_sk"]
    if "%" in pk or "%" in place:
        return parts(pk)[2], parts(place)[0], decompress(item["summary"])
    return pk.rpartition("#")[2], place.partition("#")[0], decompress(item["summary"])
