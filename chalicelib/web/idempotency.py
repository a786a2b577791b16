"""Sending a change again: the header, the key, and what clients may rely on.

This module states every promise. `docs/api.md` and the OpenAPI document print it.
"""

from __future__ import annotations

HEADER = "Idempotency-Key"
REPLAYED = "Idempotent-Replayed"
"""On the answer to a repeat: nothing was done this time."""

LONGEST = 200
KEY = rf"[!-~]{{1,{LONGEST}}}"  # compiled by the first request that brings one


def promises() -> list[str]:
    """Return the promises, a paragraph for each."""
    from chalicelib.storage.act_records import KEY_LIFETIME

    hours = int(KEY_LIFETIME.total_seconds() // 3600)
    text = f"""\
Every request that changes something takes an `{HEADER}`: 1 to {LONGEST} visible ASCII characters,
new for each new request, for example a UUID. After a lost answer, send the same request under the
same key: method, address, `If-Match` and body.

If the first request changed something, the repeat changes nothing. It gets the first answer
(status, body, `ETag` and `Location`) with `{REPLAYED}: true`. If the first request was refused or
found nothing to change, the repeat is a new request.

Another request under the same key is refused: 422 `idempotency_key_reused`. A key belongs to one
person and is kept for at least {hours} hours."""
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]
