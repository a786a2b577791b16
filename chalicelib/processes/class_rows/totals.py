"""A class's row in a process: its students' totals, which every save of its sheets brings along.

Totals are packed as compressed JSON: 500 classes of 30 with both tests stay one query. Totals leave
out students without entries: they are the class's students who are missing there, so a correction
does not read the class.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from chalicelib.compression import compress_json, decompress_json
from chalicelib.processes.model import ClassRow
from chalicelib.processes.scores import ClassScores, ProcessTest, ResultStatus, StudentScore
from chalicelib.results.model import ResultProgress, Roll, Sheet, StudentPresence, StudentResults
from chalicelib.storage import keys
from chalicelib.storage.conditions import Condition, Update
from chalicelib.storage.keys import parts

if TYPE_CHECKING:
    from chalicelib.storage.attributes import Item

UNSEALED = Condition(
    "unsealed",
    "attribute_exists(pk) AND attribute_not_exists(#sealed)",
    {"#sealed": "sealed"},
)

_LETTER = {
    ResultStatus.TESTED: "t",
    ResultStatus.PARTIAL: "p",
    ResultStatus.ABSENT: "a",
    ResultStatus.EXEMPT: "e",
}
_STANDING = {letter: standing for standing, letter in _LETTER.items()}
_AWAY = {StudentPresence.ABSENT: ResultStatus.ABSENT, StudentPresence.EXEMPT: ResultStatus.EXEMPT}
_STAGE = {
    ResultProgress.PARTIAL: ResultStatus.PARTIAL,
    ResultProgress.COMPLETE: ResultStatus.TESTED,
}


def feed(process: str, test: ProcessTest) -> str:
    """Name a test of a process, as a sheet keeps the processes that it feeds.

    >>> feed("01K", ProcessTest.PRE)
    '01K#pre'
    """
    return keys.join(process, test)


class RowFeed:
    """Brings totals of sheets into the rows of processes, for `results.ports`."""

    def feed(self, district: str, sheet: Sheet, roll: Roll | None = None) -> list[Update]:
        """Return the writes that bring a sheet's totals to the processes it feeds.

        They go with the sheet in one transaction. `roll` is of the class, where it is at hand. The
        condition holds while the sheet has the feed: sealing takes it from the sheet.
        """
        return [_feed(district, sheet, each, roll) for each in sheet.feeds]


def _feed(district: str, sheet: Sheet, fed: str, roll: Roll | None) -> Update:
    process, test = parts(fed)
    changes: dict[str, Any] = {test: pack_scores(scores_of(sheet))}
    if roll is not None:
        changes["who"] = pack_roll(roll)
    key = keys.process_class(district, process, sheet.school_class)
    return Update(key, set=changes, condition=UNSEALED)


def scores_of(sheet: Sheet) -> tuple[StudentScore, ...]:
    """Sum a sheet up by student; students without entries are left out."""
    return tuple(score for row in sheet.rows if (score := _score(sheet, row)) is not None)


def _score(sheet: Sheet, row: StudentResults) -> StudentScore | None:
    if row.status in _AWAY:
        return StudentScore(row.student, _AWAY[row.status])
    if row.stage == ResultProgress.NOT_STARTED:
        return None
    return StudentScore(row.student, _STAGE[row.stage], *sheet.total(row))


def pack_scores(scores: Sequence[StudentScore]) -> bytes:
    """Write totals: columns, because what is alike lies side by side then. Nobody awaited."""
    entered = [score for score in scores if score.standing != ResultStatus.NOT_ENTERED]
    columns = [
        [score.student for score in entered],
        "".join(_LETTER[score.standing] for score in entered),
        [str(score.earned) for score in entered],
        [str(score.possible) for score in entered],
    ]
    return compress_json(columns)


def unpack_scores(packed: bytes) -> tuple[StudentScore, ...]:
    """Read the totals that `pack_scores` wrote."""
    students, letters, earned, possible, *_ = decompress_json(packed)
    return tuple(
        StudentScore(student, _STANDING[letter], _points(points), _points(most))
        for student, letter, points, most in zip(students, letters, earned, possible, strict=True)
    )


@lru_cache(4_096)  # a class's totals are few different numbers
def _points(text: str) -> Fraction:
    return Fraction(text)


def pack_roll(roll: Roll) -> bytes:
    """Write who is on a sheet: how many are in the class, these first, names; dates, if any."""
    names = {**roll.gone, **roll.here}
    students = [*roll.here, *(one for one in roll.gone if one not in roll.here)]
    dates = [[students.index(one), *map(list, spans)] for one, spans in roll.spans.items()]
    table = [len(roll.here), students, [list(names[one]) for one in students]]
    return compress_json([*table, dates] if dates else table)


def unpack_roll(packed: bytes) -> Roll:
    """Read the roll that `pack_roll` wrote."""
    many, students, names, *dates = decompress_json(packed)
    known = [(s, (family, given)) for s, (family, given, *_) in zip(students, names, strict=True)]
    spans = {
        students[place]: tuple((begins, ends) for begins, ends, *_ in some)
        for place, *some in (dates[0] if dates else ())
    }
    return Roll(dict(known[:many]), dict(known[many:]), spans)


def roll_in(item: Item, day: str = "") -> Roll:
    """Read who is on a class's row on a day; without one, and once it is sealed, as it was kept."""
    roll = unpack_roll(item["who"]) if "who" in item else Roll({})
    return roll.on(day) if day and not item.get("sealed") else roll


def read_row(item: Item, day: str = "") -> ClassRow:
    """Read a class's row from its item, as it is on a day."""
    known, roll = json.loads(item["doc"]), roll_in(item, day)
    return ClassRow(
        scores=ClassScores(
            school_class=parts(item["sk"])[1],
            title=known["title"],
            school=known["school"],
            teacher=known["teacher"],
            teacher_name=known["teacher_name"],
            pre=_all_scores(item.get("pre"), roll),
            post=_all_scores(item.get("post"), roll),
            names={**roll.here, **roll.gone},
            school_name=known.get("school_name", ""),
        ),
        activated=known["activated"],
        trackers=known["trackers"],
        sealed=bool(item.get("sealed")),
        give_until=known.get("give_until", {}),
    )


def _all_scores(packed: bytes | None, roll: Roll) -> tuple[StudentScore, ...] | None:
    """Return the totals with those of the class who are awaited; None where nobody activated."""
    if packed is None:
        return None
    entered = unpack_scores(packed)
    return (*entered, *_list_awaited(roll, {score.student for score in entered}))


def _list_awaited(roll: Roll, entered: set[str]) -> Iterator[StudentScore]:
    return (StudentScore(one, ResultStatus.NOT_ENTERED) for one in roll.here if one not in entered)


def row_item(row: ClassRow, roll: Roll | None = None) -> Item:
    """Return a class's row as it is kept; without `roll` all its names are of the class."""
    scores = row.scores
    totals = {
        test.value: pack_scores(on) for test in ProcessTest if (on := scores.on(test)) is not None
    }
    item: Item = {
        "doc": row_doc(row),
        "who": pack_roll(roll or Roll(scores.names)),
        **totals,
    }
    return item | ({"sealed": True} if row.sealed else {})


def write_closed_doc(row: ClassRow) -> str:
    """Write a closed row without scores and names, but with the class's name."""
    known = {**json.loads(row_doc(row)), "school_name": row.scores.school_name}
    return json.dumps(known, separators=(",", ":"), ensure_ascii=False)


def row_doc(row: ClassRow) -> str:
    """Write a class's row without scores and names."""
    scores = row.scores
    known = {
        "title": scores.title,
        "school": scores.school,
        "teacher": scores.teacher,
        "teacher_name": scores.teacher_name,
        "activated": dict(row.activated),
        "trackers": dict(row.trackers),
    }
    if row.give_until:
        known["give_until"] = dict(row.give_until)
    return json.dumps(known, separators=(",", ":"), ensure_ascii=False)
