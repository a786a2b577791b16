"""A class's row in a process: its students' totals, which every save of its sheets brings along.

Totals are packed as compressed JSON: 500 classes of 30 with both tests stay one query.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from chalicelib.results.model import Row, Sheet, Stage, Status
from chalicelib.storage import keys
from chalicelib.storage.conditions import Condition, Update
from chalicelib.storage.keys import parts

from .model import ClassRow
from .scores import ClassScores, Score, Standing, Test

if TYPE_CHECKING:
    from chalicelib.storage.attributes import Item

Names = Mapping[str, tuple[str, str]]
"""Students' names, (family, given), by id."""

UNSEALED = Condition(
    "unsealed",
    "attribute_exists(pk) AND attribute_not_exists(#sealed)",
    {"#sealed": "sealed"},
)

_LETTER = {
    Standing.TESTED: "t",
    Standing.PARTIAL: "p",
    Standing.AWAITED: "w",
    Standing.ABSENT: "a",
    Standing.EXEMPT: "e",
}
_STANDING = {letter: standing for standing, letter in _LETTER.items()}
_AWAY = {Status.ABSENT: Standing.ABSENT, Status.EXEMPT: Standing.EXEMPT}
_STAGE = {
    Stage.NOT_BEGUN: Standing.AWAITED,
    Stage.PARTIAL: Standing.PARTIAL,
    Stage.COMPLETE: Standing.TESTED,
}


def feed(process: str, test: Test) -> str:
    """Name a test of a process, as a sheet keeps whom it feeds.

    >>> feed("01K", Test.PRE)
    '01K#pre'
    """
    return keys.join(process, test)


def fed(district: str, sheet: Sheet, names: Names | None = None) -> list[Update]:
    """Give the writes that bring a sheet's totals to the processes it feeds.

    They go with the sheet in one transaction. `names` are of the class's students, where they are
    at hand. The condition holds while the sheet has the feed: sealing takes it from the sheet.
    """
    return [_feed(district, sheet, each, names) for each in sheet.feeds]


def _feed(district: str, sheet: Sheet, fed: str, names: Names | None) -> Update:
    process, test = parts(fed)
    changes: dict[str, Any] = {test: packed_scores(scores_of(sheet))}
    if names is not None:
        changes["who"] = packed_names(names)
    key = keys.process_class(district, process, sheet.school_class)
    return Update(key, set=changes, condition=UNSEALED)


def scores_of(sheet: Sheet) -> tuple[Score, ...]:
    """Sum a sheet up by student."""
    return tuple(_score(sheet, row) for row in sheet.rows)


def _score(sheet: Sheet, row: Row) -> Score:
    standing = _AWAY.get(row.status) or _STAGE[row.stage]
    if standing not in (Standing.TESTED, Standing.PARTIAL):
        return Score(row.student, standing)
    return Score(row.student, standing, *sheet.total(row))


def packed_scores(scores: Sequence[Score]) -> bytes:
    """Write totals: columns, because what is alike lies side by side then."""
    columns = [
        [score.student for score in scores],
        "".join(_LETTER[score.standing] for score in scores),
        [str(score.earned) for score in scores],
        [str(score.possible) for score in scores],
    ]
    return _squeezed(columns)


def unpacked_scores(packed: bytes) -> tuple[Score, ...]:
    """Read what `packed_scores` wrote."""
    students, letters, earned, possible = _read(packed)
    return tuple(
        Score(student, _STANDING[letter], Fraction(points), Fraction(most))
        for student, letter, points, most in zip(students, letters, earned, possible, strict=True)
    )


def packed_names(names: Names) -> bytes:
    """Write students' names."""
    return _squeezed([list(names), [list(name) for name in names.values()]])


def unpacked_names(packed: bytes) -> dict[str, tuple[str, str]]:
    """Read what `packed_names` wrote."""
    students, names = _read(packed)
    return {s: (family, given) for s, (family, given) in zip(students, names, strict=True)}


def read_row(item: Item) -> ClassRow:
    """Read a class's row from its item."""
    known = json.loads(item["doc"])
    return ClassRow(
        scores=ClassScores(
            school_class=parts(item["sk"])[1],
            title=known["title"],
            school=known["school"],
            teacher=known["teacher"],
            teacher_name=known["teacher_name"],
            pre=unpacked_scores(item["pre"]) if "pre" in item else None,
            post=unpacked_scores(item["post"]) if "post" in item else None,
            names=unpacked_names(item["who"]) if "who" in item else {},
        ),
        activated=known["activated"],
        trackers=known["trackers"],
        sealed=bool(item.get("sealed")),
    )


def row_doc(row: ClassRow) -> str:
    """Write what a class's row says besides scores and names."""
    scores = row.scores
    known = {
        "title": scores.title,
        "school": scores.school,
        "teacher": scores.teacher,
        "teacher_name": scores.teacher_name,
        "activated": dict(row.activated),
        "trackers": dict(row.trackers),
    }
    return json.dumps(known, separators=(",", ":"), ensure_ascii=False)


def _squeezed(value: Any) -> bytes:
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    return squeeze.compress(text.encode()) + squeeze.flush()


def _read(packed: bytes) -> Any:
    return json.loads(zlib.decompress(packed, -15))
