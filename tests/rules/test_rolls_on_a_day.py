"""The awaited students of a Mastery Process follow the dates of the class, until it is closed."""

from __future__ import annotations

import json

from chalicelib.processes.class_rows.totals import pack_roll, pack_scores, read_row, unpack_roll
from chalicelib.processes.scores import ResultStatus
from chalicelib.results.model import Roll
from chalicelib.storage.attributes import Item

ROLL = Roll(
    {"ada": ("Zimmer", "Ada"), "ben": ("Young", "Ben")},
    {"cai": ("Xu", "Cai")},
    {"ada": (("2026-08-31", "2026-11-19"),)},
)


def an_item(**more: object) -> Item:
    known = {"title": "M", "school": "n", "teacher": "t", "teacher_name": "T"}
    doc = json.dumps({**known, "activated": {"pre": "2026"}, "trackers": {}})
    return {
        "pk": "gb#PROCESS#01K",
        "sk": "CLASS#c1",
        "doc": doc,
        "who": pack_roll(ROLL),
        "pre": pack_scores([]),
        **more,
    }


def list_awaited(item: Item, day: str = "") -> list[str]:
    pre = read_row(item, day).scores.pre or ()
    return [score.student for score in pre if score.standing == ResultStatus.NOT_ENTERED]


def test_a_roll_with_dates_is_read_back_as_it_was_written() -> None:
    assert unpack_roll(pack_roll(ROLL)) == ROLL
    undated = Roll(ROLL.here, ROLL.gone)
    assert unpack_roll(pack_roll(undated)) == undated


def test_a_student_who_has_left_by_then_is_not_awaited() -> None:
    assert list_awaited(an_item(), "2026-11-18") == ["ada", "ben"]
    assert list_awaited(an_item(), "2026-11-19") == ["ben"]
    assert read_row(an_item(), "2026-11-19").scores.names["ada"] == ("Zimmer", "Ada")


def test_a_closed_class_stays_as_it_is() -> None:
    assert list_awaited(an_item(sealed=True), "2026-11-19") == ["ada", "ben"]
