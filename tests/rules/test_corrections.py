"""The content of a correction, its effect on an assessment, and the students who move."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.assessments.items import Item, Scoring
from chalicelib.assessments.model import Assessment, Contents, VersionItem
from chalicelib.corrections.model import (
    LONGEST_REQUEST,
    SETTLES_AFTER,
    Correction,
    Fixes,
    FormFix,
    ItemFix,
    Moved,
)
from chalicelib.corrections.repository import RescoreStep, pack_steps
from chalicelib.corrections.rescaling import Rescaling, Worth
from chalicelib.corrections.rescoring import Rescoring
from chalicelib.corrections.rules import correct_assessment, undo_correction
from chalicelib.errors import Invalid
from chalicelib.results.model import Scored, Sheet, StudentPresence, StudentResults
from chalicelib.results.scoring import score_sheet
from chalicelib.scales.scale import level_of
from tests.support import sheets
from tests.support.builders import mask_of

ROOT = Path(__file__).resolve().parents[2]
CUTS = ("50", "80")
MASKS = tuple(mask_of(*item.standards) for item in sheets.ITEMS)
FORMS = {"B": tuple(VersionItem(item=item.id, key=item.key) for item in sheets.ITEMS[::-1])}


def an_assessment(*, forms: bool = False, items: tuple[Item, ...] = sheets.ITEMS) -> Assessment:
    contents = Contents(items=items, masks=MASKS, versions=FORMS if forms else {})
    return Assessment(sheets.a_header(cuts=CUTS, version=7), contents)


def fixes(*items: dict[str, Any], **more: Any) -> Fixes:
    return Fixes([ItemFix(**each) for each in items], **more)


def a_correction(before: Assessment, wanted: Fixes) -> tuple[Assessment, Correction]:
    after, changes, cuts = correct_assessment(before, wanted)
    made = Correction(
        id="01J", assessment="TEST", revision=after.header.revision, by="dana", at="now",
        changes=changes, cuts=cuts,
    )  # fmt: skip
    return after, made


def a_sheet(*rows: StudentResults, contents: Contents | None = None, revision: int = 0) -> Sheet:
    blank = Sheet("c1", "TEST", rows=rows, scored=Scored(revision=revision), version=4)
    return score_sheet(contents or an_assessment().contents, blank, CUTS, revision)


def a_row(student: str, *cells: str, **changed: Any) -> StudentResults:
    return StudentResults(student, **{"cells": cells, "earned": ("",) * len(cells)} | changed)


# -- what it makes of an assessment ---------------------------------------------------------------


def test_it_changes_what_it_says_and_nothing_else() -> None:
    before = an_assessment()
    after, made = a_correction(before, fixes({"id": "two", "key": ["C"], "points": 1.5}))
    assert after.contents.items[1].key == ("C",)
    assert after.contents.items[1].points == "1.5"
    assert [i for n, i in enumerate(after.contents.items) if n != 1] == [
        i for n, i in enumerate(before.contents.items) if n != 1
    ]
    assert (after.header.version, after.header.revision, after.header.points) == (8, 1, "8.5")
    assert [(c.field, c.before, c.after) for c in made.changes] == [
        ("key", ("A", "B"), ("C",)),
        ("points", ("1",), ("1.5",)),
    ]


def test_a_correction_can_be_undone() -> None:
    before = an_assessment(forms=True)
    wanted = fixes(
        {"id": "one", "key": ["B"], "accept_all": True},
        {"id": "two", "scoring": "all_or_nothing", "points": "3"},
        {"id": "three", "key": ["3"], "tolerance": "0.5"},
        versions={"B": [FormFix(item="two", key=["C"]), FormFix(item="one", key=["C"])]},
    )
    after, made = a_correction(before, wanted)
    assert after.contents != before.contents
    assert undo_correction(after.contents, made) == before.contents


def test_a_question_given_up_keeps_its_key_and_is_taken_up_again() -> None:
    up, _ = a_correction(an_assessment(), fixes({"id": "one", "accept_all": True}))
    assert (up.contents.items[0].scoring, up.contents.items[0].key) == (Scoring.ANY_ANSWER, ("A",))
    again, _ = a_correction(up, fixes({"id": "one", "accept_all": False}))
    assert again.contents.items == an_assessment().contents.items


def test_a_listed_key_may_be_given_up_as_well() -> None:
    listed = sheets.ITEMS[1].model_copy(update={"scoring": Scoring.LISTED, "key": ("AB", "C=0.5")})
    items = (sheets.ITEMS[0], listed, *sheets.ITEMS[2:])
    after, _ = a_correction(an_assessment(items=items), fixes({"id": "two", "accept_all": True}))
    assert after.contents.items[1].key == ("AB", "C=0.5")


def test_a_form_needs_its_own_key_where_choices_may_stand_in_another_order() -> None:
    with pytest.raises(Invalid) as refused:
        correct_assessment(an_assessment(forms=True), fixes({"id": "one", "key": ["B"]}))
    assert [each.code for each in refused.value.details] == ["version_key_missing"]


def test_a_form_whose_key_would_earn_more_than_the_item_is_refused() -> None:
    listed = sheets.ITEMS[1].model_copy(
        update={"scoring": Scoring.LISTED, "key": ("AB",), "points": "2"}
    )
    items = (sheets.ITEMS[0], listed, *sheets.ITEMS[2:])
    form = {"B": (VersionItem(item="two", key=("CD", "C=2")),)}
    before = an_assessment(items=items)
    before = replace(before, contents=before.contents.model_copy(update={"versions": form}))
    with pytest.raises(Invalid) as refused:
        correct_assessment(before, fixes({"id": "two", "points": "1"}))
    assert [each.pointer for each in refused.value.details] == ["/items/0/key"]


# -- students who move ----------------------------------------------------------------------------


def test_nobody_moves_who_is_absent_or_has_nothing_entered() -> None:
    after, made = a_correction(an_assessment(), fixes({"id": "one", "key": ["B"]}))
    sheet = a_sheet(
        a_row("ada", "A", "", "", "", status=StudentPresence.ABSENT),
        a_row("bob", "", "", "", ""),
        a_row("cy", "A", "", "", ""),
        a_row("dot", "A", "AB", "2", "=0"),
    )
    rescoring = Rescoring(made, after)
    assert rescoring.stale(sheet)
    again = rescoring.rescore(sheet)
    assert rescoring.moves(sheet, again).students == Moved(down=1)
    assert (again.version, again.scored.revision) == (5, 1)
    assert not rescoring.stale(again)


def test_moves_are_the_same_whoever_scored_the_sheet_again() -> None:
    after, made = a_correction(
        an_assessment(), fixes({"id": "one", "key": ["B"]}, cuts=("40", "90"))
    )
    rescoring = Rescoring(made, after)
    sheet = a_sheet(a_row("ada", "A", "AB", "", ""), a_row("bob", "B", "A", "2", ""))
    once = rescoring.rescore(sheet)
    assert rescoring.moves(sheet, once) == rescoring.moves(once, once)


def test_points_by_hand_keep_their_share_of_the_worth() -> None:
    after, made = a_correction(an_assessment(), fixes({"id": "four", "points": "6"}))
    again = Rescoring(made, after).rescore(a_sheet(a_row("ada", "", "", "", "=2.5")))
    assert (again.rows[0].cells[3], again.rows[0].earned[3]) == ("=3.75", "3.75")
    assert again.rescaled == again.version


def test_points_that_were_above_the_worth_count_as_all_of_it() -> None:
    """Release 0.3 left them as they were given when a question came to be worth less."""
    after, made = a_correction(an_assessment(), fixes({"id": "four", "points": "6"}))
    again = Rescoring(made, after).rescore(a_sheet(a_row("ada", "", "", "", "=9")))
    assert again.rows[0].cells[3] == "=6"


@pytest.mark.parametrize(
    ("before", "after", "points", "works"),
    [
        ("7", "14", "5", True),
        ("7", "10", "5", False),
        ("7", "10", "7", True),
        ("7", "10", "0", True),
        ("6", "4", "3", True),
        ("6", "4", "5", False),
        ("8", "3", "5", True),  # 1.875
        ("1", "2", "1/3", True),  # no finer than it was given
        ("3", "1", "1", False),
        ("3", "1", "1/3", False),
    ],
)
def test_rescaled_points_must_be_ones_that_somebody_could_give(
    before: str, after: str, points: str, works: bool
) -> None:
    assert Worth("four", 4, before, after).takes(points) is works


@given(
    st.integers(1, 60),
    st.integers(1, 60),
    st.lists(st.integers(0, 120).map(lambda half: Fraction(half, 2)), min_size=1, max_size=5),
)
def test_every_worth_that_is_offered_works(before: int, after: int, points: list[Fraction]) -> None:
    rows = [
        a_row(f"s{n}", "", "", "", f"={min(p, Fraction(before))}") for n, p in enumerate(points)
    ]
    found = Rescaling(Worth("four", 4, str(before), str(after)))
    found.look(a_sheet(*rows))
    if found.stuck:
        assert found.worths
        for worth in found.worths:
            again = Rescaling(Worth("four", 4, str(before), worth))
            again.look(a_sheet(*rows))
            assert not again.stuck


CELLS = (
    st.sampled_from(["", "-", "A", "B", "C", "=0.5"]),
    st.sampled_from(["", "-", "A", "AB", "CD", "=1"]),
    st.sampled_from(["", "-", "2", "1.95", "7", "=1.5"]),
    st.sampled_from(["", "-", "=0", "=2", "=4"]),
)
ROWS = st.lists(
    st.tuples(st.sampled_from(list(StudentPresence)), st.tuples(*CELLS)), min_size=1, max_size=6
)
WANTED = st.sampled_from(
    [
        fixes({"id": "one", "key": ["B"]}),
        fixes({"id": "one", "accept_all": True}),
        fixes({"id": "two", "scoring": "all_or_nothing"}, {"id": "three", "tolerance": "0"}),
        fixes({"id": "four", "points": "1"}, {"id": "two", "points": "3"}),
        fixes({"id": "one", "scoring": "everyone"}, {"id": "four", "scoring": "everyone"}),
        fixes(cuts=("20", "100")),
        fixes({"id": "three", "key": ["7"]}, cuts=("50", "90")),
    ]
)


@given(ROWS, WANTED)
def test_moves_are_levels_by_one_key_against_levels_by_the_other(
    answers: list[tuple[StudentPresence, tuple[str, ...]]], wanted: Fixes
) -> None:
    """The quick way, which looks only at rows that are touched, against the plain one."""
    before, (after, made) = an_assessment(), a_correction(an_assessment(), wanted)
    rows = [a_row(f"s{n}", *cells, status=status) for n, (status, cells) in enumerate(answers)]
    sheet = a_sheet(*rows)
    rescoring = Rescoring(made, after)
    moved = rescoring.moves(sheet, rescoring.rescore(sheet))
    assert moved.students == _plainly(before, after, sheet, None)
    for place in (0, 1, 2):
        assert moved.standards.get(place, Moved()) == _plainly(before, after, sheet, place)


def _plainly(before: Assessment, after: Assessment, sheet: Sheet, standard: int | None) -> Moved:
    found = Moved()
    old = score_sheet(before.contents, sheet, before.header.cuts, 0)
    new = score_sheet(after.contents, sheet, after.header.cuts, 0)
    for was, now in zip(old.rows, new.rows, strict=True):
        then, since = old.part(was, standard), new.part(now, standard)
        if now.status != StudentPresence.PRESENT or then is None or since is None:
            continue
        step = _level(after, since[0] / since[1]) - _level(before, then[0] / then[1])
        found += Moved(int(step > 0), int(step < 0), int(step == 0))
    return found


def _level(assessment: Assessment, share: Fraction) -> int:
    return level_of(assessment.header.cuts, share)


# -- transactions ---------------------------------------------------------------------------------


def test_transactions_are_filled_by_number_and_by_bytes() -> None:
    none: Any = (None, None)
    assert [len(each) for each in pack_steps([RescoreStep("c", none, 1_000)] * 120)] == [50, 50, 20]
    assert [len(each) for each in pack_steps([RescoreStep("c", none, 1_400_000)] * 5)] == [2, 2, 1]
    assert list(pack_steps([])) == []


# -- when it is over ------------------------------------------------------------------------------


def test_the_last_pass_waits_for_two_requests_and_then_some() -> None:
    """The one that corrects, and the one that read the assessment just before it was written."""
    known = json.loads((ROOT / ".chalice" / "config.json").read_text())
    stage = known["stages"]["district"]
    assert timedelta(seconds=stage["lambda_timeout"]) == LONGEST_REQUEST
    assert "lambda_timeout" not in stage["lambda_functions"]["api_handler"]
    assert SETTLES_AFTER > 2 * LONGEST_REQUEST
