"""What does the clock do about a file that is waited for?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest

from chalicelib.clock import instant
from chalicelib.uploads.service import Look, WatchResult, watch

ASKED = datetime(2026, 9, 14, 17, 0, tzinfo=UTC)


class Bucket:
    """A file that came so many seconds after its form was given, or none."""

    def __init__(self, came: int | None) -> None:
        self._came = came

    def read_arrival(self, _: str) -> datetime | None:
        return None if self._came is None else ASKED + timedelta(seconds=self._came)


def watch_upload(came: int | None, now: int) -> WatchResult:
    files = cast("Any", Bucket(came))
    return watch(files, "uploads/x", instant(ASKED), ASKED + timedelta(seconds=now))


@pytest.mark.parametrize("now", [30, 600, 1199])
def test_a_file_is_waited_for_twenty_minutes(now: int) -> None:
    assert watch_upload(None, now) == WatchResult(Look.WAIT)
    assert watch_upload(None, 1200) == WatchResult(Look.GIVE_UP)


def test_a_fresh_upload_is_left_to_its_event() -> None:
    assert watch_upload(100, 129) == WatchResult(Look.WAIT)


def test_an_unsettled_upload_is_checked_and_then_left_alone_for_longer_each_time() -> None:
    for now, later in ((130, 160), (160, 220), (220, 340)):
        expected = ASKED + timedelta(seconds=later)
        assert watch_upload(100, now) == WatchResult(Look.GO_ON, instant(expected))


def test_a_clock_that_goes_slower_than_the_buckets_looks_at_once() -> None:
    assert watch_upload(100, 99).look is Look.GO_ON


def test_a_file_that_came_in_time_is_read_however_late_the_clock_is() -> None:
    assert watch_upload(100, 5000).look is Look.GO_ON
