"""When does long work continue automatically, and which message says so?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.jobs.model import LOOK_SOON, TICK, Job, JobState, clock_time, resume_by

NOW = datetime(2026, 9, 14, 17, 0, tzinfo=UTC)
SOON, PAST = "2026-09-14T17:00:30.000Z", "2026-09-14T16:50:00.000Z"


def show_job(state: JobState, due: str) -> Job:
    job = Job("process-lock", "01K", state, 40, "2 of 5 classes are closed.", due=due)
    return job.for_reader(NOW, "America/Chicago")


def test_a_lost_worker_costs_ninety_seconds_at_most() -> None:
    assert timedelta(seconds=90) >= LOOK_SOON + TICK


def test_running_work_has_the_time_of_its_automatic_retry() -> None:
    job = show_job(JobState.RUNNING, SOON)
    assert job.resumes_at == "2026-09-14T17:01:30.000Z"
    assert job.message == (
        "2 of 5 classes are closed. If it is interrupted, it continues by 12:02 PM "
        "(America/Chicago)."
    )


def test_overdue_work_continues_at_the_next_tick() -> None:
    assert resume_by(PAST, NOW) == "2026-09-14T17:01:00.000Z"


@pytest.mark.parametrize("state", [JobState.DONE, JobState.CANCELED])
def test_work_that_is_over_says_nothing_of_it(state: JobState) -> None:
    job = show_job(state, "")
    assert (job.resumes_at, job.message) == (None, "2 of 5 classes are closed.")


def test_a_time_is_written_as_the_district_reads_it() -> None:
    assert clock_time("2026-09-14T05:00:00.000Z", "America/Chicago") == (
        "12:00 AM (America/Chicago)"
    )
    assert clock_time("2026-09-14T17:00:00.001Z", "") == "5:01 PM (UTC)"
