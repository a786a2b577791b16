"""The storage of corrections: the correction, and its effect on each sheet."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.paging import Page
from chalicelib.storage import keys
from chalicelib.storage.conditions import (
    MUST_NOT_EXIST,
    Delete,
    Put,
    Update,
    Write,
    attribute_is,
)
from chalicelib.storage.table import TRANSACTION, Repository

from .model import KIND, Correction, CorrectionState, Moved, SheetMoves

if TYPE_CHECKING:
    from chalicelib.storage.attributes import Item

BYTES_AT_ONCE = 3_000_000
"""Of sheets in a transaction, which takes 4 MB."""


@dataclass(frozen=True, slots=True)
class RescoreStep:
    """The writes for one sheet: the sheet at the version that was read, and its marker.

    Its totals go to the processes that it feeds.
    """

    school_class: str
    writes: tuple[Write, ...]
    size: int


class CorrectionRepository(Repository):
    """Corrections."""

    def get(self, district: str, correction: str) -> CorrectionState | None:
        item = self._table.get(keys.correction(district, correction))
        return _state(item) if item else None

    def with_moves(
        self, district: str, correction: str
    ) -> tuple[CorrectionState, list[SheetMoves]] | None:
        """Read a correction and what it did to every sheet so far, in one go."""
        state, moves = None, list[SheetMoves]()
        key = keys.correction(district, correction)
        for page in self._table.pages(key.pk):
            for item in page:
                if item["sk"] == key.sk:
                    state = _state(item)
                else:
                    moves.append(_moves(item))
        return (state, moves) if state else None

    def list_done_classes(self, district: str, correction: str) -> set[str]:
        """Return the classes whose sheets are done."""
        start = keys.correction_sheet(district, correction, "")
        pages = self._table.pages(start.pk, begins=start.sk, attributes=("sk",))
        return {keys.parts(item["sk"])[1] for page in pages for item in page}

    def of_assessment(
        self, district: str, assessment: str, limit: int, after: Sequence[str] | None
    ) -> Page[CorrectionState]:
        """List an assessment's corrections, the newest first."""
        behind = (after[0], keys.correction(district, after[0])) if after else None
        found = self._table.listing(
            keys.corrections(district, assessment), after=behind, limit=limit + 1, forward=False
        )
        states = [_state(item) for item in found]
        more = [states[limit - 1].correction.id] if len(states) > limit else None
        return Page(states[:limit], more)

    def postpone(self, district: str, state: CorrectionState, until: str) -> bool:
        """Look at it again later; false when somebody else moved it or it is done."""
        entry = Put(keys.due(district, until, KIND, state.correction.id), {})
        return self._move(district, state, {"due": until}, [entry])

    def finish(
        self, district: str, state: CorrectionState, total: int, at: str, also: Sequence[Write]
    ) -> bool:
        """Close it together with `also`; false when its due entry was moved meanwhile."""
        changes: dict[str, str | int] = {"due": "", "finished": at, "total": total}
        return self._move(district, state, changes, also)

    def count(self, district: str, correction: str, total: int) -> None:
        """Keep how many sheets there are."""
        self._table.commit([Update(keys.correction(district, correction), {"total": total})])

    def settle(self, steps: Sequence[RescoreStep]) -> bool:
        """Take these steps, all or none; false when somebody wrote one of the sheets meanwhile."""
        return self._table.try_commit([write for step in steps for write in step.writes])

    def _move(
        self,
        district: str,
        state: CorrectionState,
        change: Mapping[str, str | int],
        also: Sequence[Write],
    ) -> bool:
        key = keys.correction(district, state.correction.id)
        entry = keys.due(district, state.due, KIND, state.correction.id)
        move = Update(key, change, condition=attribute_is("due", state.due))
        return self._table.try_commit([move, Delete(entry), *also])


def creation(district: str, correction: Correction, due: str) -> list[Write]:
    """Return the writes of a new correction, which is looked at again when it is due."""
    item = {
        "version": 1,
        "due": due,
        "doc": correction.model_dump_json(exclude_defaults=True),
        "list_pk": keys.corrections(district, correction.assessment),
        "list_sk": correction.id,
    }
    return [
        Put(keys.correction(district, correction.id), item, MUST_NOT_EXIST),
        Put(keys.due(district, due, KIND, correction.id), {}),
    ]


def build_rescore_step(
    district: str, correction: str, sheet: Put, moves: SheetMoves, fed: Sequence[Write] = ()
) -> RescoreStep:
    """Write a sheet with moved students and `fed`: an earlier write is superseded."""
    size = sum(len(sheet.item[name]) for name in ("rows", "cells", "summary"))
    return RescoreStep(
        moves.school_class, (sheet, _marker(district, correction, moves), *fed), size
    )


def pack_steps(steps: Sequence[RescoreStep]) -> Iterator[list[RescoreStep]]:
    """Fill transactions with steps, by number and by bytes."""
    chunk: list[RescoreStep] = []
    for step in steps:
        full = sum(len(each.writes) for each in (*chunk, step)) > TRANSACTION
        if chunk and (full or sum(each.size for each in chunk) + step.size > BYTES_AT_ONCE):
            yield chunk
            chunk = []
        chunk.append(step)
    if chunk:
        yield chunk


def _marker(district: str, correction: str, moves: SheetMoves) -> Put:
    standards = [[place, *_counts(moved)] for place, moved in sorted(moves.standards.items())]
    item = {
        "school": moves.school,
        "moves": json.dumps([_counts(moves.students), standards], separators=(",", ":")),
    }
    return Put(keys.correction_sheet(district, correction, moves.school_class), item)


def _counts(moved: Moved) -> list[int]:
    return [moved.up, moved.down, moved.unchanged]


def _moves(item: Item) -> SheetMoves:
    students, standards, *_ = json.loads(item["moves"])
    return SheetMoves(
        school_class=keys.parts(item["sk"])[1],
        school=item["school"],
        students=Moved(*students[:3]),
        standards={place: Moved(*counts[:3]) for place, *counts in standards},
    )


def _state(item: Item) -> CorrectionState:
    known = Correction.model_validate_json(item["doc"])
    return CorrectionState(known, item["due"], item.get("total"), item.get("finished", ""))
