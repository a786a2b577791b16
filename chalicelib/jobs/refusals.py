"""How jobs say no."""

from __future__ import annotations

from chalicelib.errors import Conflict, ProblemType, Unavailable, not_found

JOB_NOT_FOUND = not_found("job")
QUEUE_BUSY = ProblemType(
    "queue_busy", Unavailable, "The work is delayed.", "It will start shortly."
)
JOB_HAS_ITS_TIME = ProblemType(
    "job_has_its_time",
    Conflict,
    "This work starts at a set time and cannot be started by hand.",
    "Change the time where it was set, or wait.",
)
QUEUE_NOT_FOUND = not_found("queue")
QUEUES_SILENT = ProblemType(
    "queues_silent",
    Unavailable,
    "The queues do not answer.",
    "Try again in a minute. If it lasts, tell your district's IT staff.",
)
LETTERS_STAY = ProblemType(
    "letters_stay",
    Conflict,
    "These messages did not come from a queue, so they cannot be sent back.",
    "Tell your district's IT staff: the operations guide says what to do.",
)
