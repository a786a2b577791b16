"""Values that are stored by position: a later release can append a field, and this one reads them.

For a while after a deployment, and after a rollback, functions of two releases read the same items.
"""

from __future__ import annotations

import ast
import gzip
import json
import zlib
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest

from chalicelib.compression import compress_json
from chalicelib.corrections.repository import _moves
from chalicelib.distribution import outcome, plan
from chalicelib.processes.class_rows.totals import unpack_roll, unpack_scores
from chalicelib.processes.repository import read_report
from chalicelib.results.codec import unpack_rows
from chalicelib.results.district.model import (
    ClassStanding,
    by_school,
    group_classes,
    item_totals,
    read_lines,
    standard_totals,
)
from chalicelib.results.summary import SheetSummary
from chalicelib.results.touched_cells import read_touched
from chalicelib.rosters.difference import read_changes
from chalicelib.standards.documents import read_index, with_rows
from chalicelib.standards.model import StandardsSet
from chalicelib.trackers.model import TrackerEntry, TrackerRow
from tests.house.sources import PRODUCT, nodes, product

EVERY = "*"
PLACES = ({"id": "s", "framework": "f", "title": "F", "subject": "Math", "grades": [], "parts": 1},)


class Packing(NamedTuple):
    """A value as it is stored, its reader, and the paths to what is read by position in it."""

    reader: str
    stored: Any
    read: Callable[[Any], Any]
    rows: tuple[tuple[Any, ...], ...]


def read_set(documents: Any) -> StandardsSet:
    places, rows = documents
    one, _ = read_index(json.dumps({**PLACES[0], "places": places}), 1)
    return with_rows(one, [json.dumps(rows)])


def read_moves(moves: Any) -> Any:
    return _moves({"sk": "SHEET#c1", "school": "north", "moves": json.dumps(moves)})


def read_kept(stored: Any) -> Any:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "changes"
        path.write_bytes(gzip.compress(json.dumps(stored).encode()))
        return list(read_changes(path))


def read_district_lines(stored: Any) -> Any:
    (line,) = read_lines([("c1", "north", json.dumps(stored))], "2026-10-01")
    standing = ClassStanding("c1", "north", "tess", "Math 3", line)
    groups = group_classes([standing], by_school)
    return groups, item_totals([standing]), standard_totals([standing]), standing.stage


SUMMARY = [
    ["tess", "d1", "2026-10-01", [2, [["2026-11-01", 3]]], 1, 1, 0, 0, "3", "4"],
    [0, 1],
    [2, ["1", "2"]],
    [[0, "1", "2", 0, 1]],
]
OF_SUMMARY = ((), (0,), (0, 3), (0, 3, 1, EVERY), (2,))

PACKINGS = (
    Packing(
        "trackers.model.read",
        ["Math 3", "Period 1", "tess", ["cole"], 3, "b", "f00", 0, "Tess", "c1", "", 1],
        lambda stored: TrackerRow.read("north#set#t1", json.dumps(stored), "2026-10-01"),
        ((),),
    ),
    Packing(
        "trackers.model.read",
        ["2026-10-01T12:00:00Z", "team", "tess", "Fractions", "d1", "", "", "p#pre"],
        lambda stored: TrackerEntry.read("a1", json.dumps(stored)),
        ((),),
    ),
    Packing(
        "distribution.plan.unpack_page",
        [
            [
                "t1",
                "north",
                "f00",
                "tess",
                [],
                "Math 3",
                "c1",
                "2027-06-01",
                [["tess", "Tess", "2026-08-01", "2027-06-01"]],
            ]
        ],
        lambda stored: plan.unpack_page(zlib.compress(json.dumps(stored).encode())),
        ((0,), (0, 8, 0)),
    ),
    Packing(
        "distribution.outcome.read",
        [{"north": [1, 2, 3]}, {"t1": ["archived", "b"]}],
        lambda stored: outcome.read(json.dumps(stored)),
        ((), (0, "north"), (1, "t1")),
    ),
    Packing(
        "results.codec.unpack_rows",
        [["11", ["1", "2"], ["50", "80"], ["ada", "ben"], "p", 1, "", 0], [["AB", "C "], [{}, {}]]],
        lambda stored: unpack_rows(compress_json(stored[0]), compress_json(stored[1]), 1),
        ((0,), (1,)),
    ),
    Packing(
        "results.summary.read",
        SUMMARY,
        lambda stored: SheetSummary.read(json.dumps(stored)),
        OF_SUMMARY,
    ),
    Packing("results.district.model.read_lines", SUMMARY, read_district_lines, OF_SUMMARY),
    Packing(
        "results.touched_cells.read_touched",
        [["ada"], [2], [0], 1, ["9"]],
        lambda stored: read_touched(compress_json(stored)),
        ((),),
    ),
    Packing(
        "processes.class_rows.totals.unpack_scores",
        [["ada"], "t", ["3"], ["4"]],
        lambda stored: unpack_scores(compress_json(stored)),
        ((),),
    ),
    Packing(
        "processes.class_rows.totals.unpack_roll",
        [1, ["ada", "ben"], [["Li", "Ada"], ["Ro", "Ben"]], [[0, ["2026-08-01", "2026-12-01"]]]],
        lambda stored: unpack_roll(compress_json(stored)),
        ((), (2, EVERY), (3, 0, 1)),
    ),
    Packing(
        "processes.repository.read_report",
        {"file": "reports/p1/report.pdf", "digest": "d", "size": 3},
        lambda stored: read_report({"state": "ready", "doc": json.dumps(stored)}),
        ((),),
    ),
    Packing(
        "standards.documents.read_index",
        [[["id-1", "3.NF.1", 0, "2027-06-01"]], [["id-1", "3.NF.1", "Add", "s", None, 1, 0]]],
        read_set,
        ((0, EVERY), (1, EVERY)),
    ),
    Packing(
        "rosters.difference.read_changes",
        ["school", "north", "", {"doc": "{}"}],
        read_kept,
        ((),),
    ),
    Packing(
        "corrections.repository._moves",
        [[1, 2, 3], [[0, 1, 2, 3]]],
        read_moves,
        ((), (0,), (1, EVERY)),
    ),
)
CASES = [(one, path) for one in PACKINGS for path in one.rows]

BY_NAME = {
    # what else reads JSON: what it is, where nothing has its meaning by its place
    "compression.decompress_json": "whatever it is given",
    "districts.accounts.sign_in_names.read_account": "an account: fields by name",
    "districts.admission.find": "the settings: their zone by name",
    "districts.sign_in_entry.read_sign_in": "an entry: fields by name; of a span its two days",
    "jobs.dead_letters.model.read_subject": "a message: fields by name",
    "jobs.queue.work_off": "a message: fields by name",
    "processes.class_rows.totals.read_row": "what a class's row says: fields by name",
    "processes.class_rows.totals.write_closed_doc": "the same",
    "processes.open_work._read_activated": "the same",
    "processes.repository.activators_of": "the same",
    "processes.repository.schools_of": "the same",
    "processes.repository.read_activators": "people by test",
    "results.renewal.repository.classes": "a list of classes",
    "rosters.imports.repository._read": "an import: fields by name",
    "standards.documents.with_rows": "tried with `read_index`",
    "standards.json_tree._parse": "a file that somebody uploaded",
    "storage.act_records.read_kept_answer": "an answer: fields by name",
    "uploads.json_lines.every": "lines: fields by name",
    "uploads.json_lines.page": "the same",
    "wiring.domains.__init__": "rooms by the name of a service, from the package",
}
"""Beside what browsers send (`web`, `console`), which is no stored value."""


def find(value: Any, path: tuple[Any, ...]) -> Iterator[Any]:
    """Return the value at a path; `EVERY` is every row of a list."""
    if not path:
        yield value
        return
    below = value if path[0] == EVERY else [value[path[0]]]
    for each in below:
        yield from find(each, path[1:])


@pytest.mark.parametrize(
    ("one", "path"), CASES, ids=[f"{one.reader} {path}" for one, path in CASES]
)
def test_a_field_that_a_later_release_appended_is_left_out(
    one: Packing, path: tuple[Any, ...]
) -> None:
    later = deepcopy(one.stored)
    for row in find(later, path):
        if isinstance(row, dict):
            row["later"] = "later"
        else:
            row.append("later")
    assert later != one.stored
    assert one.read(later) == one.read(one.stored)


EARLIER = {
    # reader and kind of row: how many values the first release with it wrote
    ("trackers.model.read", ()): (10, 5),
    ("distribution.plan.unpack_page", (0,)): (6,),
    ("results.touched_cells.read_touched", ()): (4,),
    ("processes.class_rows.totals.unpack_roll", ()): (3,),
    ("standards.documents.read_index", (0, EVERY)): (3,),
}


@pytest.mark.parametrize(("reader", "path"), EARLIER)
def test_a_field_of_a_later_release_has_a_default_in_earlier_rows(
    reader: str, path: tuple[Any, ...]
) -> None:
    packings = [one for one in PACKINGS if one.reader == reader]
    for one, many in zip(packings, EARLIER[reader, path], strict=True):
        earlier = deepcopy(one.stored)
        for row in find(earlier, path):
            assert len(row) > many
            del row[many:]
        assert type(one.read(earlier)) is type(one.read(one.stored))


def read_json() -> Iterator[str]:
    """Name every function of the product that reads JSON which it may have stored."""
    for path in product():
        if path.relative_to(PRODUCT).parts[0] in ("web", "console"):
            continue
        module = ".".join(path.relative_to(PRODUCT).with_suffix("").parts)
        for function in nodes(path, ast.FunctionDef):
            calls = (node for node in ast.walk(function) if isinstance(node, ast.Call))
            if any(ast.unparse(call.func) in ("json.loads", "decompress_json") for call in calls):
                yield f"{module}.{function.name}"


def test_whatever_reads_json_is_tried_or_reads_by_name() -> None:
    tried = {one.reader for one in PACKINGS}
    assert set(read_json()) == tried | BY_NAME.keys()
