from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.distribution.matching import SENTENCES, Mismatch, MismatchReason, mismatch


@dataclass(frozen=True)
class MatchingBoard:
    set_id: str = "math-3"
    mask: int = 0b1111
    levels: int = 3
    archived: bool = False
    past: bool = False


ASSESSMENT = MatchingBoard(mask=0b0110)


def test_a_tracker_of_the_same_set_that_tracks_every_standard_matches() -> None:
    assert mismatch(MatchingBoard(), ASSESSMENT) is None


@pytest.mark.parametrize(
    ("tracker", "why"),
    [
        (MatchingBoard(set_id="math-4"), Mismatch(MismatchReason.OTHER_SET)),
        (MatchingBoard(mask=0b1010), Mismatch(MismatchReason.MISSING_STANDARDS, 0b0100)),
        (MatchingBoard(levels=4), Mismatch(MismatchReason.OTHER_SCALE)),
        (MatchingBoard(archived=True), Mismatch(MismatchReason.ARCHIVED)),
        (MatchingBoard(past=True), Mismatch(MismatchReason.CLASS_PAST)),
    ],
)
def test_a_tracker_that_does_not_match_says_why(tracker: MatchingBoard, why: Mismatch) -> None:
    assert mismatch(tracker, ASSESSMENT) == why


@given(st.integers(0, 2**300), st.integers(0, 2**300))
def test_missing_standards_are_exactly_those_not_tracked(tracked: int, asked: int) -> None:
    why = mismatch(replace(MatchingBoard(), mask=tracked), replace(ASSESSMENT, mask=asked))
    missing = {n for n in range(301) if asked >> n & 1 and not tracked >> n & 1}
    assert {n for n in range(301) if why and why.missing >> n & 1} == missing


def test_every_reason_has_a_sentence() -> None:
    assert set(SENTENCES) == set(MismatchReason)
