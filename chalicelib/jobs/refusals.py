"""How jobs say no."""

from __future__ import annotations

from chalicelib.errors import ProblemType, Unavailable, not_found

JOB_NOT_FOUND = not_found("job")
QUEUE_BUSY = ProblemType(
    "queue_busy", Unavailable, "The work is delayed.", "It will start by itself shortly."
)
