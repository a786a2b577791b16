"""Colleagues write on one page at once, and nothing is lost: edits are merged per field. Pure.

An edit was made by somebody who saw the page at some version, its *base*. It is taken where nobody
wrote since; what is already as the edit says needs nothing, which makes a repeat harmless. What
somebody wrote otherwise since the base is a clash: then nothing of the page changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from chalicelib.processes.page import MOST_GONE, Page, Refused, Row, Stamp, Value, Written


@dataclass(frozen=True, slots=True)
class RowEdit:
    """What somebody does to a strategy, or the strategy they add; `order` is its place from 1."""

    id: str
    fields: Mapping[str, Value] = field(default_factory=dict)
    order: int | None = None
    remove: bool = False


@dataclass(frozen=True, slots=True)
class Edits:
    """What one request changes; what it does not name stays."""

    fields: Mapping[str, Value] = field(default_factory=dict)
    rows: Sequence[RowEdit] = ()


@dataclass(frozen=True, slots=True)
class Clash:
    """A colleague did otherwise. `theirs` is what stands now, None where they took the row out."""

    yours: Refused
    theirs: Value | None
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Merged:
    """The page with the edits, a version on if that changed it; or as it is, with the clashes.

    `unsaved`: with clashes, everything the edits say that is not on the page.
    """

    page: Page
    clashes: tuple[Clash, ...] = ()
    unsaved: tuple[Refused, ...] = ()


def merge(present: Page, edits: Edits, base: int, stamp: Stamp) -> Merged:
    """Bring edits that were made at version `base` into the page as it is; `stamp` is theirs."""
    clashes = tuple(_clashes(present, edits, base))
    if clashes:
        return Merged(present, clashes, tuple(_unsaved(present, edits)))
    after = _with_rows(_with_fields(present, edits.fields, stamp), edits.rows, stamp)
    if after == present:
        return Merged(present)
    return Merged(after.model_copy(update={"version": stamp.version}))


# -- fields ----------------------------------------------------------------------------------------


def _with_fields(page: Page, changes: Mapping[str, Value], stamp: Stamp) -> Page:
    taken = {
        name: Written(value=value, stamp=stamp)
        for name, value in changes.items()
        if page.value(name) != value
    }
    return page.model_copy(update={"fields": {**page.fields, **taken}}) if taken else page


def _edited(row: Row, edit: RowEdit, stamp: Stamp) -> Row:
    taken = {
        name: Written(value=value, stamp=stamp)
        for name, value in edit.fields.items()
        if row.value(name) != value
    }
    return row.model_copy(update={"fields": {**row.fields, **taken}}) if taken else row


# -- rows ------------------------------------------------------------------------------------------


def _with_rows(page: Page, edits: Sequence[RowEdit], stamp: Stamp) -> Page:
    removed = {edit.id for edit in edits if edit.remove and page.row(edit.id)}
    changed = {edit.id: edit for edit in edits if not edit.remove}
    kept = [
        _edited(row, changed[row.id], stamp) if row.id in changed else row
        for row in page.rows
        if row.id not in removed
    ]
    known = {row.id for row in kept}
    added = [
        _edited(Row(id=edit.id, placed=stamp), edit, stamp)
        for edit in changed.values()
        if edit.id not in known
    ]
    rows = _placed([*kept, *added], _orders(edits))
    moved = _moved([*map(_id, kept)], [row.id for row in rows if row.id in known], _orders(edits))
    rows = [row.model_copy(update={"placed": stamp}) if row.id in moved else row for row in rows]
    gone = _remembered(page.gone, removed, {row.id for row in added}, stamp)
    return page.model_copy(update={"rows": tuple(rows), "gone": gone})


def _orders(edits: Sequence[RowEdit]) -> dict[str, int]:
    return {edit.id: edit.order for edit in edits if edit.order is not None and not edit.remove}


def _placed(rows: Sequence[Row], orders: Mapping[str, int]) -> list[Row]:
    """Put rows where they are wanted, the others keep their order; a repeat changes nothing."""
    placed = [row for row in rows if row.id not in orders]
    by_id = {row.id: row for row in rows}
    for row, order in sorted(orders.items(), key=lambda each: each[1]):
        placed.insert(order - 1, by_id[row])
    return placed


def _moved(was: Sequence[str], now: Sequence[str], orders: Mapping[str, int]) -> set[str]:
    return {row for row in orders if row in was and was.index(row) != now.index(row)}


def _id(row: Row) -> str:
    return row.id


def _remembered(
    gone: Mapping[str, Stamp], removed: set[str], back: set[str], stamp: Stamp
) -> dict[str, Stamp]:
    still = {row: each for row, each in gone.items() if row not in back}
    every = {**still, **dict.fromkeys(sorted(removed), stamp)}
    return dict(list(every.items())[-MOST_GONE:])


# -- clashes ---------------------------------------------------------------------------------------


def _clashes(page: Page, edits: Edits, base: int) -> Iterator[Clash]:
    for name, value in edits.fields.items():
        written = page.fields.get(name)
        if written and written.stamp.version > base and written.value != value:
            yield Clash(Refused(field=name, value=value), written.value, written.stamp)
    wanted = _places(page, edits.rows)
    for edit in edits.rows:
        row = page.row(edit.id)
        if row is None:
            yield from _taken_out(page, edit, base)
        elif edit.remove:
            yield from _written_in(row, base)
        else:
            yield from _row_clashes(row, edit, base)
            yield from _moved_elsewhere(page, row, wanted, base)


def _taken_out(page: Page, edit: RowEdit, base: int) -> Iterator[Clash]:
    gone = page.gone.get(edit.id)
    if gone and gone.version > base and not edit.remove:
        for refused in _said(edit):
            yield Clash(refused, None, gone)


def _written_in(row: Row, base: int) -> Iterator[Clash]:
    """Somebody takes out a row in which a colleague has written: their text would be lost."""
    for name, written in row.fields.items():
        if written.stamp.version > base and written.value:
            yield Clash(Refused(field=name, row=row.id, value=""), written.value, written.stamp)


def _row_clashes(row: Row, edit: RowEdit, base: int) -> Iterator[Clash]:
    for name, value in edit.fields.items():
        written = row.fields.get(name)
        if written and written.stamp.version > base and written.value != value:
            yours = Refused(field=name, row=row.id, value=value)
            yield Clash(yours, written.value, written.stamp)


def _moved_elsewhere(page: Page, row: Row, wanted: Mapping[str, int], base: int) -> Iterator[Clash]:
    if row.id in wanted and row.placed.version > base:
        place = [each.id for each in page.rows].index(row.id) + 1
        yours = Refused(field="order", row=row.id, value=str(wanted[row.id]))
        yield Clash(yours, str(place), row.placed)


def _places(page: Page, edits: Sequence[RowEdit]) -> dict[str, int]:
    """Say which rows of the page the edits would move, and where to (from 1)."""
    removed = {edit.id for edit in edits if edit.remove}
    was = [row for row in page.rows if row.id not in removed]
    orders = {row: order for row, order in _orders(edits).items() if page.row(row)}
    moved = _moved([*map(_id, was)], [*map(_id, _placed(was, orders))], orders)
    return {row: orders[row] for row in moved}


# -- what is not on the page -----------------------------------------------------------------------


def _unsaved(page: Page, edits: Edits) -> Iterator[Refused]:
    for name, value in edits.fields.items():
        if page.value(name) != value:
            yield Refused(field=name, value=value)
    moves = _places(page, edits.rows)
    for edit in edits.rows:
        row = page.row(edit.id)
        if edit.remove:
            if row:
                yield Refused(field="remove", row=edit.id, value="")
        elif row is None:
            yield from _said(edit)
        else:
            yield from (
                Refused(field=name, row=edit.id, value=value)
                for name, value in edit.fields.items()
                if row.value(name) != value
            )
            if edit.id in moves:
                yield Refused(field="order", row=edit.id, value=str(moves[edit.id]))


def _said(edit: RowEdit) -> Iterator[Refused]:
    """Everything an edit says of its row; of one that says nothing, that it is there."""
    for name, value in edit.fields.items():
        yield Refused(field=name, row=edit.id, value=value)
    if not edit.fields:
        yield Refused(field="order", row=edit.id, value=str(edit.order or ""))
