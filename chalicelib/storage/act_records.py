"""The records that every act leaves in the transaction of its effect."""

from __future__ import annotations

import json
import zlib
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from chalicelib.acts import Act, Answer, Trail
from chalicelib.clock import instant
from chalicelib.ids import new_mark

from . import keys
from .conditions import MUST_NOT_EXIST, Put

if TYPE_CHECKING:
    from .attributes import Item

KEY_LIFETIME = timedelta(hours=24)
"""The time in which a repeat under the same idempotency key gets the first answer."""

_LONG = 700
"""Bytes of an answer from which on it is kept compressed: its item stays below 1 KB, or is long."""

AUDIT_LIFETIME = timedelta(days=7 * 365)


def records(act: Act, subject: Any) -> list[Put]:
    """Return the act's audit records and, if the client brought a key, its idempotency record.

    Where it is about several `things`, each has a record.
    """
    done = [_build_idempotency_record(act, subject)] if act.key else []
    if (things := getattr(subject, "things", None)) is not None:
        return [*done, *(_audit(act, thing) for thing in things)]
    trail: Trail | None = getattr(subject, "trail", None)
    if trail is None:
        return [*done, _audit(act, subject)]
    return [*done, _history(act, subject, trail), *([] if trail.listed else [_audit(act, subject)])]


def _build_idempotency_record(act: Act, subject: Any) -> Put:
    if act.represent is None:
        msg = f"{act.verb} has a key but nothing to answer with"
        raise TypeError(msg)
    answer = act.represent(subject)
    kept = {"status": answer.status, "body": answer.body, "headers": answer.headers}
    item = {
        "fingerprint": act.fingerprint,
        "answer": _compress_answer(to_json(kept).decode()),
        "expires": int((act.at + KEY_LIFETIME).timestamp()),
    }
    return Put(
        keys.idempotency_record(act.district, act.caller.person, act.key or ""),
        item,
        MUST_NOT_EXIST,
    )


def _compress_answer(text: str) -> str | bytes:
    """Compress an answer that is long, such as a sheet or an assessment's items."""
    plain = text.encode()
    return text if len(plain) < _LONG else zlib.compress(plain)


def read_kept_answer(record: Item) -> Answer:
    """Read the answer out of an idempotency record."""
    kept = record["answer"]
    known = json.loads(kept if isinstance(kept, str) else zlib.decompress(kept))
    return Answer(known["status"], known["body"], known["headers"])


def _audit(act: Act, subject: Any) -> Put:
    """Return the record by day."""
    at = instant(act.at)
    return Put(keys.audit(act.district, at[:10], at, new_mark()), _record(act, subject))


def _history(act: Act, subject: Any, trail: Trail) -> Put:
    """Return the record in the history of a thing."""
    item = _record(act, subject) | {"what": trail.what}
    at = instant(act.at)
    return Put(keys.history_act(act.district, trail.of, at, item["version"], new_mark()), item)


def _record(act: Act, subject: Any) -> dict[str, Any]:
    """Return the person, the act and the thing: identifiers only, no name, address or score."""
    return {
        "person": act.caller.person,
        "verb": act.verb,
        "subject": str(getattr(subject, "id", "")),
        "version": getattr(subject, "version", 0),
        "expires": int((act.at + AUDIT_LIFETIME).timestamp()),
    }
