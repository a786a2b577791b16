"""A key that turns out to be wrong, the classes it was used on, and how it must end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import Any

from chalicelib.assessments.items import Item
from chalicelib.assessments.model import Contents
from chalicelib.assessments.scoring import score
from chalicelib.results.model import Scored, Sheet, StudentPresence, StudentResults
from chalicelib.results.repository import read_sheet, sheet_put
from chalicelib.results.summary import summary_of
from chalicelib.scales.scale import level_of
from chalicelib.storage import keys
from chalicelib.storage.attributes import decode_item
from chalicelib.storage.conditions import Update
from tests.exactly_once.classroom import ask
from tests.exactly_once.district import our_table
from tests.exactly_once.stack import DISTRICT, Cloud, Reply, Stack
from tests.support import sheets
from tests.support.builders import mask_of
from tests.support.corrected import a_class_with_tracker, correction

WRONG = sheets.ITEMS
RIGHT = (
    WRONG[0].model_copy(update={"key": ("B",)}),
    WRONG[1].model_copy(update={"points": "2"}),
    WRONG[2],
    WRONG[3].model_copy(update={"points": "8"}),
)
"""Another key, and other worths: points given by hand are to keep their share."""
CUTS, NEW_CUTS = ("50", "80"), ("40", "70")
BODY = correction(
    {"id": "one", "key": ["B"]},
    {"id": "two", "points": "2"},
    {"id": "four", "points": "8"},
    cuts=NEW_CUTS,
)
CELLS = (
    ("A", "AB", "2", "=4"),
    ("B", "A", "", "=1.5"),
    ("C", "-", "1.95", "=0"),
    ("B", "AB", "2", "=4"),
    ("A", "", "", ""),
    ("", "", "=1.5", ""),
    ("", "", "", ""),
)
"""The answers of seven students; only the cut scores move the sixth."""
RESCALED = tuple(
    (*others, f"={Fraction(last[1:]) * 2}" if last.startswith("=") else last)
    for *others, last in CELLS
)
"""The same, once the last question is worth eight points: everybody's share stays."""
_NOTHING: Mapping[str, StudentResults | None] = {}
CORRECTIONS = "/v1/assessments/TEST/corrections"


def masks(items: Iterable[Item]) -> tuple[int, ...]:
    return tuple(mask_of(*item.standards) for item in items)


def a_sheet(name: str, cells: Iterable[tuple[str, ...]] = CELLS, **changed: Any) -> Sheet:
    """Return a sheet scored by the wrong key."""
    rows = tuple(
        StudentResults(f"s{n}", changed=1, cells=each, earned=score_cells(WRONG, each))
        for n, each in enumerate(cells)
    )
    gone = StudentResults(
        "gone",
        StudentPresence.ABSENT,
        1,
        "",
        ("B", "", "", ""),
        score_cells(WRONG, ("B", "", "", "")),
    )
    scored = Scored(tuple(item.points for item in WRONG), masks(WRONG), CUTS, 0)
    school = "north" if int(name[1:]) % 2 else "south"
    made = Sheet(
        name, "TEST", school, "tess", name, "", "2026-03-02", 7, scored, (*rows, gone), version=1
    )
    return replace(made, **changed)


def score_cells(items: Iterable[Item], cells: Iterable[str]) -> tuple[str, ...]:
    """Return the points of cells, computed here once more by the rules alone."""
    return tuple(_points(item, cell) for item, cell in zip(items, cells, strict=True))


@cache
def _points(item: Item, cell: str) -> str:
    if not cell:
        return ""
    if cell == "-":
        return "0"
    given = Fraction(cell[1:]) if cell[0] == "=" else score(item, cell)
    value = min(given, item.worth)
    return str(float(value)).removesuffix(".0") if value.denominator != 1 else str(value)


def classes(many: int) -> Cloud:
    """Classes with results by a wrong key; the last has a tracker and no results yet."""
    cloud = Cloud()
    table = our_table(cloud)
    table.commit([*sheets.a_set(DISTRICT), *sheets.a_test(DISTRICT, sheets.a_header(cuts=CUTS))])
    header = keys.assessment_header(DISTRICT, "TEST")
    table.commit([Update(header, {"scored": True, "used": True})])
    for number in range(many + 1):
        table.commit(a_class_with_tracker(DISTRICT, f"c{number}", students=("s0", "s9")))
    for number in range(many):
        table.commit([sheet_put(DISTRICT, a_sheet(f"c{number}"))])
    return cloud


# -- what people do -----------------------------------------------------------------------------


def correct(stack: Stack) -> None:
    reply = stack.ask("POST", CORRECTIONS, BODY, key="k1", version=1)
    assert reply.status == 202, reply


def enter(stack: Stack, name: str, body: Any, *, version: int) -> Reply:
    """A teacher's save, until it is taken: nobody else enters, so nothing may stand against it."""
    path = f"/v1/trackers/{name}/sheets/TEST"
    reply = ask(stack, "tess", "PATCH", path, body, version=version)
    assert reply.status == 200, reply
    return reply


def save_by_the_former_key(stack: Stack, name: str) -> None:
    """Save as somebody who read the assessment before it was corrected: the sheet as it was."""
    present = sheet_of(stack, name)
    version = present.version + 1 if present else 1
    our_table(stack.cloud).commit([sheet_put(DISTRICT, a_sheet(name, version=version))])


# -- what is there ------------------------------------------------------------------------------


def sheet_of(stack: Stack, name: str) -> Sheet | None:
    row = stack.cloud.table.store.get(keys.sheet(DISTRICT, name, "TEST"))
    return read_sheet(decode_item(row.item)) if row else None


def every_sheet(stack: Stack) -> list[Sheet]:
    items = stack.cloud.table.items()
    return [read_sheet(decode_item(each)) for each in items if each["sk"]["S"] == "SHEET#TEST"]


def the_correction(stack: Stack) -> dict[str, Any]:
    (listed,) = stack.ask("GET", CORRECTIONS).body["items"]
    shown: dict[str, Any] = stack.ask("GET", f"/v1/corrections/{listed['id']}").body
    return shown


def by_the_present_key(sheet: Sheet) -> None:
    """Everything on the sheet is as the right key has it, and its summary with it."""
    assert sheet.scored == Scored(tuple(i.points for i in RIGHT), masks(RIGHT), NEW_CUTS, 1)
    for row in sheet.rows:
        assert row.earned == score_cells(RIGHT, row.cells), f"{sheet.school_class} {row.student}"
    assert summary_of(sheet).levels == tuple(
        sum(1 for row in sheet.rows if row.counts and all(row.cells) and _level_now(row) == level)
        for level in (1, 2, 3)
    )


def _level_now(row: StudentResults) -> int:
    return _level(True, row.cells, None) or 0


@cache
def _level(corrected: bool, cells: tuple[str, ...], standard: int | None) -> int | None:
    items, cuts = (RIGHT, NEW_CUTS) if corrected else (WRONG, CUTS)
    got = most = Fraction(0)
    for item, cell in zip(items, cells, strict=True):
        if standard is None or mask_of(*item.standards) >> standard & 1:
            if not cell:
                return None
            twice = item.id == "four" and not corrected and cell[:1] == "="
            mine = f"={Fraction(cell[1:]) / 2}" if twice else cell
            got, most = got + Fraction(_points(item, mine)), most + item.worth
    return level_of(cuts, got / most) if most else None


def moves(rows: Iterable[StudentResults], standard: int | None = None) -> Counter[str]:
    """Return how many students move, computed from their answers and the two keys."""
    found = Counter[str]({"up": 0, "down": 0, "unchanged": 0})
    for row in rows:
        before = _level(False, row.cells, standard)
        after = _level(True, row.cells, standard)
        if row.counts and before is not None and after is not None:
            where = "up" if after > before else "down" if after < before else "unchanged"
            found[where] += 1
    return found


def all_told(stack: Stack, *, meanwhile: Mapping[str, StudentResults | None] = _NOTHING) -> None:
    """Scored by the present key, counted exactly, closed.

    `meanwhile`: by student who was entered by it before the pass came, the row that counts.
    """
    found = every_sheet(stack)
    for sheet in found:
        by_the_present_key(sheet)
    every = [meanwhile.get(row.student, row) for sheet in found for row in sheet.rows]
    rows = [row for row in every if row is not None]
    shown = the_correction(stack)
    assert shown["state"] == "done"
    assert shown["sheet_counts"] == {"done": len(found), "total": len(found)}
    assert shown["students"] == dict(moves(rows))
    for place, each in enumerate(shown["standards"]):
        told = {name: each[name] for name in ("up", "down", "unchanged")}
        assert told == dict(moves(rows, place)), each["standard"]
    check_closed(stack)


def check_closed(stack: Stack) -> None:
    """Nothing of it is left to be done, and it was begun once."""
    items = [decode_item(item) for item in stack.cloud.table.items()]
    (begun,) = [item for item in items if item["sk"] == "CORRECTION"]
    assert begun["finished"]
    assert not begun["due"]
    (header,) = [item for item in items if item["pk"] == f"{DISTRICT}#ASSESSMENTS"]
    assert "correcting" not in header
    assert len([item for item in items if item.get("verb") == "create_correction"]) == 1
    contents = stack.cloud.table.store.get(keys.assessment_content(DISTRICT, "TEST"))
    assert contents is not None
    known = Contents.model_validate_json(decode_item(contents.item)["doc"])
    assert [item.key for item in known.items] == [item.key for item in RIGHT]
    assert not stack.cloud.queues.dead("jobs")
