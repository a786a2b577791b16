"""How far classes are with assessments, many at once, from sheets' sums: no student is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.compression import decompress
from chalicelib.presence import count_on
from chalicelib.storage import keys
from chalicelib.storage.keys import parts
from chalicelib.storage.table import Repository

from .district.model import stage_of
from .model import ResultProgress
from .summary import SheetSummary

if TYPE_CHECKING:
    from collections.abc import Collection

    from chalicelib.storage.attributes import Item

Pair = tuple[str, str]
"""A class and an assessment."""


@dataclass(frozen=True, slots=True)
class SheetStanding:
    """How far a class is with an assessment. `until`: the first day by which to give it, if any."""

    stage: ResultProgress = ResultProgress.NOT_STARTED
    students: int | None = None
    """Of how many students it is; None until somebody saves."""
    entered: int = 0
    """Of how many everything is entered, or who were absent or exempt."""
    given: str = ""
    distribution: str = ""
    until: str = ""


NOTHING_YET = SheetStanding()


class SheetStandings(Repository):
    """The progress of classes, read from their sheets."""

    def of(self, district: str, pairs: Collection[Pair], today: str) -> dict[Pair, SheetStanding]:
        """Read how far classes are: a hundred a call; a class without a sheet has none."""
        found = self._table.get_many(
            (keys.sheet(district, *pair) for pair in pairs), consistent=False
        )
        return {
            (parts(key.pk)[2], parts(key.sk)[1]): _read(item, today) for key, item in found.items()
        }


def _read(item: Item, today: str) -> SheetStanding:
    sums = SheetSummary.read(decompress(item["summary"]))
    students = count_on(sums.enrolled, sums.steps, today)
    until = min(item.get("until", {}).values(), default="")
    if not sums.given:  # it only feeds a process so far
        return SheetStanding(distribution=sums.distribution, until=until)
    counts = (sums.complete, sums.partial, sums.absent, sums.exempt)
    return SheetStanding(
        stage_of(("", "", "", students, *counts, "", "")),
        students,
        sums.complete + sums.absent + sums.exempt,
        sums.given,
        sums.distribution,
        until,
    )
