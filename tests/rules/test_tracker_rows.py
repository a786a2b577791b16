"""The compact row carries what matching needs, and the token changes exactly with that."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.storage.keys import join
from chalicelib.trackers.model import Tracker, TrackerRow, fit

TEXT = st.text(max_size=30)
IDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)


def a_tracker(**changed: Any) -> Tracker:
    known: dict[str, Any] = {
        "id": "01J",
        "title": "Math 3",
        "school": "north",
        "class_id": "c1",
        "class_title": "Math 3, period 1",
        "set_id": "jf.math.3",
        "mask": 0b1011,
        "levels": 3,
        "owner": "tess",
        "owner_name": "Tess Example",
        "created": "2026-09-01T12:00:00.000Z",
    }
    return Tracker(**known | changed)


@given(
    st.builds(
        a_tracker,
        title=TEXT,
        school=IDS,
        set_id=IDS,
        owner=IDS,
        owner_name=TEXT,
        collaborators=st.lists(IDS, max_size=3).map(tuple),
        mask=st.integers(0, 1 << 300),
        levels=st.integers(2, 6),
        archived=st.booleans(),
    )
)
def test_a_row_is_read_back_as_it_was_written(tracker: Tracker) -> None:
    row = tracker.row()
    assert TrackerRow.read(join(row.school, row.set_id, row.id), row.serialize()) == row
    assert row.fit == tracker.fit


@pytest.mark.parametrize(
    "change", [{"set_id": "jf.math.4"}, {"levels": 4}, {"mask": 0b1010}, {"archived": True}]
)
def test_the_token_changes_with_everything_that_decides_matching(change: dict[str, Any]) -> None:
    assert a_tracker(**change).fit != a_tracker().fit


@pytest.mark.parametrize(
    "change", [{"title": "Other"}, {"collaborators": ("cole",)}, {"version": 7}, {"owner": "theo"}]
)
def test_the_token_does_not_change_with_anything_else(change: dict[str, Any]) -> None:
    assert a_tracker(**change).fit == a_tracker().fit


def test_the_token_is_what_others_can_compute() -> None:
    assert fit("jf.math.3", 3, 0b1011, archived=False) == a_tracker().fit
    assert len(a_tracker().fit) == 12
