"""The refusals of storage."""

from __future__ import annotations

from chalicelib.errors import Invalid, ProblemType, Unavailable

BUSY = ProblemType(
    "busy",
    Unavailable,
    "The district's data is very busy right now. Nothing was lost.",
    "Try again soon.",
)
FILES_UNAVAILABLE = ProblemType(
    "files_unavailable",
    Unavailable,
    "The files cannot be reached right now. Nothing was lost.",
    "Try again in a minute.",
)
IDEMPOTENCY_KEY_REUSED = ProblemType(
    "idempotency_key_reused",
    Invalid,
    "This Idempotency-Key was already used for a different request.",
    "Use a new key for every new request.",
)
