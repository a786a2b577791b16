"""Colleagues write on one page at once, and nothing is lost: edits are merged per field. Pure.

The author of an edit saw the page at some version, its *base*. The edit is taken where nobody wrote
since. A field that already has its value needs no change, so a repeat is harmless. A field with
another value since the base is a clash: then nothing of the page changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from chalicelib.processes.pages.model import (
    MOST_GONE,
    ProcessPage,
    RefusedText,
    Stamp,
    StrategyRow,
    Value,
    Written,
)


@dataclass(frozen=True, slots=True)
class RowEdit:
    """A change to a strategy, or a strategy that somebody adds; `order` is its place from 1."""

    id: str
    fields: Mapping[str, Value] = field(default_factory=dict)
    order: int | None = None
    remove: bool = False


@dataclass(frozen=True, slots=True)
class PageEdits:
    """The changes of one request; fields that it does not name stay."""

    fields: Mapping[str, Value] = field(default_factory=dict)
    rows: Sequence[RowEdit] = ()


@dataclass(frozen=True, slots=True)
class PageClash:
    """A colleague decided differently: `theirs` is the present text, None for a removed row."""

    yours: RefusedText
    theirs: Value | None
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class MergedPage:
    """The page with the edits, a version on if that changed it; or as it is, with the clashes.

    `unsaved`: with clashes, everything the edits say that is not on the page.
    """

    page: ProcessPage
    clashes: tuple[PageClash, ...] = ()
    unsaved: tuple[RefusedText, ...] = ()


def merge(present: ProcessPage, edits: PageEdits, base: int, stamp: Stamp) -> MergedPage:
    """Bring edits that were made at version `base` into the page as it is; `stamp` is theirs."""
    clashes = tuple(_clashes(present, edits, base))
    if clashes:
        return MergedPage(present, clashes, tuple(_list_unsaved(present, edits)))
    after = _with_rows(_with_fields(present, edits.fields, stamp), edits.rows, stamp)
    if after == present:
        return MergedPage(present)
    return MergedPage(after.model_copy(update={"version": stamp.version}))


# -- fields ----------------------------------------------------------------------------------------


def _with_fields(page: ProcessPage, changes: Mapping[str, Value], stamp: Stamp) -> ProcessPage:
    taken = {
        name: Written(value=value, stamp=stamp)
        for name, value in changes.items()
        if page.value(name) != value
    }
    return page.model_copy(update={"fields": {**page.fields, **taken}}) if taken else page


def _edit_row(row: StrategyRow, edit: RowEdit, stamp: Stamp) -> StrategyRow:
    taken = {
        name: Written(value=value, stamp=stamp)
        for name, value in edit.fields.items()
        if row.value(name) != value
    }
    return row.model_copy(update={"fields": {**row.fields, **taken}}) if taken else row


# -- rows ------------------------------------------------------------------------------------------


def _with_rows(page: ProcessPage, edits: Sequence[RowEdit], stamp: Stamp) -> ProcessPage:
    removed = {edit.id for edit in edits if edit.remove and page.row(edit.id)}
    changed = {edit.id: edit for edit in edits if not edit.remove}
    kept = [
        _edit_row(row, changed[row.id], stamp) if row.id in changed else row
        for row in page.rows
        if row.id not in removed
    ]
    known = {row.id for row in kept}
    added = [
        _edit_row(StrategyRow(id=edit.id, placed=stamp), edit, stamp)
        for edit in changed.values()
        if edit.id not in known
    ]
    rows = _place_rows([*kept, *added], _orders(edits))
    moved = _find_moved_rows(
        [*map(_id, kept)], [row.id for row in rows if row.id in known], _orders(edits)
    )
    rows = [row.model_copy(update={"placed": stamp}) if row.id in moved else row for row in rows]
    gone = _remember_removed(page.gone, removed, {row.id for row in added}, stamp)
    return page.model_copy(update={"rows": tuple(rows), "gone": gone})


def _orders(edits: Sequence[RowEdit]) -> dict[str, int]:
    return {edit.id: edit.order for edit in edits if edit.order is not None and not edit.remove}


def _place_rows(rows: Sequence[StrategyRow], orders: Mapping[str, int]) -> list[StrategyRow]:
    """Put rows where they are wanted, the others keep their order; a repeat changes nothing."""
    placed = [row for row in rows if row.id not in orders]
    by_id = {row.id: row for row in rows}
    for row, order in sorted(orders.items(), key=lambda each: each[1]):
        placed.insert(order - 1, by_id[row])
    return placed


def _find_moved_rows(was: Sequence[str], now: Sequence[str], orders: Mapping[str, int]) -> set[str]:
    return {row for row in orders if row in was and was.index(row) != now.index(row)}


def _id(row: StrategyRow) -> str:
    return row.id


def _remember_removed(
    gone: Mapping[str, Stamp], removed: set[str], back: set[str], stamp: Stamp
) -> dict[str, Stamp]:
    still = {row: each for row, each in gone.items() if row not in back}
    every = {**still, **dict.fromkeys(sorted(removed), stamp)}
    return dict(list(every.items())[-MOST_GONE:])


# -- clashes ---------------------------------------------------------------------------------------


def _clashes(page: ProcessPage, edits: PageEdits, base: int) -> Iterator[PageClash]:
    for name, value in edits.fields.items():
        written = page.fields.get(name)
        if written and written.stamp.version > base and written.value != value:
            yield PageClash(RefusedText(field=name, value=value), written.value, written.stamp)
    wanted = _places(page, edits.rows)
    for edit in edits.rows:
        row = page.row(edit.id)
        if row is None:
            yield from _find_edits_of_removed(page, edit, base)
        elif edit.remove:
            yield from _find_removals_of_edited(row, base)
        else:
            yield from _row_clashes(row, edit, base)
            yield from _find_order_clashes(page, row, wanted, base)


def _find_edits_of_removed(page: ProcessPage, edit: RowEdit, base: int) -> Iterator[PageClash]:
    gone = page.gone.get(edit.id)
    if gone and gone.version > base and not edit.remove:
        for refused in _list_edit_texts(edit):
            yield PageClash(refused, None, gone)


def _find_removals_of_edited(row: StrategyRow, base: int) -> Iterator[PageClash]:
    """Somebody takes out a row in which a colleague has written: their text would be lost."""
    for name, written in row.fields.items():
        if written.stamp.version > base and written.value:
            yield PageClash(
                RefusedText(field=name, row=row.id, value=""), written.value, written.stamp
            )


def _row_clashes(row: StrategyRow, edit: RowEdit, base: int) -> Iterator[PageClash]:
    for name, value in edit.fields.items():
        written = row.fields.get(name)
        if written and written.stamp.version > base and written.value != value:
            yours = RefusedText(field=name, row=row.id, value=value)
            yield PageClash(yours, written.value, written.stamp)


def _find_order_clashes(
    page: ProcessPage, row: StrategyRow, wanted: Mapping[str, int], base: int
) -> Iterator[PageClash]:
    if row.id in wanted and row.placed.version > base:
        place = [each.id for each in page.rows].index(row.id) + 1
        yours = RefusedText(field="order", row=row.id, value=str(wanted[row.id]))
        yield PageClash(yours, str(place), row.placed)


def _places(page: ProcessPage, edits: Sequence[RowEdit]) -> dict[str, int]:
    """Return which rows of the page the edits would move, and where to (from 1)."""
    removed = {edit.id for edit in edits if edit.remove}
    was = [row for row in page.rows if row.id not in removed]
    orders = {row: order for row, order in _orders(edits).items() if page.row(row)}
    moved = _find_moved_rows([*map(_id, was)], [*map(_id, _place_rows(was, orders))], orders)
    return {row: orders[row] for row in moved}


# -- what is not on the page -----------------------------------------------------------------------


def _list_unsaved(page: ProcessPage, edits: PageEdits) -> Iterator[RefusedText]:
    for name, value in edits.fields.items():
        if page.value(name) != value:
            yield RefusedText(field=name, value=value)
    moves = _places(page, edits.rows)
    for edit in edits.rows:
        row = page.row(edit.id)
        if edit.remove:
            if row:
                yield RefusedText(field="remove", row=edit.id, value="")
        elif row is None:
            yield from _list_edit_texts(edit)
        else:
            yield from (
                RefusedText(field=name, row=edit.id, value=value)
                for name, value in edit.fields.items()
                if row.value(name) != value
            )
            if edit.id in moves:
                yield RefusedText(field="order", row=edit.id, value=str(moves[edit.id]))


def _list_edit_texts(edit: RowEdit) -> Iterator[RefusedText]:
    """Everything an edit says of its row; of one that says nothing, that it is there."""
    for name, value in edit.fields.items():
        yield RefusedText(field=name, row=edit.id, value=value)
    if not edit.fields:
        yield RefusedText(field="order", row=edit.id, value=str(edit.order or ""))
