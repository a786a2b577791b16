"""The table: reads by key and by partition, writes as transactions.

The only place that speaks DynamoDB is this folder. A conditional write is always a transaction with
a client token, even alone. DynamoDB then recognizes the SDK's retry after a lost answer (for ten
minutes), instead of failing a condition that our first try made false.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from chalicelib.acts import Act, Replayed
from chalicelib.storage import refusals

from . import keys as places
from .attributes import Item, decode_item
from .calls import BUSY, Cancelled, ConditionalWriteFailed
from .conditions import Check, Delete, Patterned, Put, Update, Write
from .reading import Reads

TRANSACTION = 100
"""Actions that one transaction takes."""

_ACTIONS = {
    Put: "Put",
    Update: "Update",
    Patterned: "Update",
    Delete: "Delete",
    Check: "ConditionCheck",
}
_SINGLE = {Put: "put_item", Update: "update_item", Delete: "delete_item"}


@dataclass(frozen=True, slots=True)
class Failure:
    """One write whose condition was false, and the item as it was (none if there was none)."""

    index: int
    write: Write
    old: Item | None


class ConditionFailed(Exception):
    """Nothing was written, because these conditions were false."""

    def __init__(self, failures: Sequence[Failure]) -> None:
        """Keep the failures, in the order of the writes."""
        super().__init__(", ".join(_name(failure.write) for failure in failures))
        self.failures = tuple(failures)

    @property
    def first(self) -> Failure:
        """The first write that failed."""
        return self.failures[0]


class Table(Reads):
    """One district's table."""

    def commit(
        self, writes: Sequence[Write], *, act: Act | None = None, subject: Any = None
    ) -> None:
        """Carry all writes out or none.

        With an `act`, its idempotency record (answering with `subject`) and its audit record are
        part of it.

        Raises `ConditionFailed`; `Replayed` when the act was done before; `Invalid` when its key
        was used for another request; `Unavailable` when the table stays busy.
        """
        from .act_records import records

        everything = [*writes, *(records(act, subject) if act else ())]
        if len(everything) == 1 and everything[0].condition is None:
            self._single(everything[0])
            return
        try:
            self._transact(everything)
        except ConditionFailed as failed:
            if act is not None:
                _replay(failed, act)
            raise

    def try_commit(
        self, writes: Sequence[Write], *, act: Act | None = None, subject: Any = None
    ) -> bool:
        """Commit; false where a condition does not hold, and nothing is written."""
        try:
            self.commit(writes, act=act, subject=subject)
        except ConditionFailed:
            return False
        return True

    def answer_again(self, act: Act) -> None:
        """Raise `Replayed` if this act was done before under its key; `Invalid` if another was."""
        record = self.get(places.idempotency_record(act.district, act.caller.person, act.key or ""))
        if record:
            _answer_again(record, act)

    def change(self, update: Update) -> Item:
        """Carry one update out and return the whole item after it.

        Raises `ConditionFailed`, also when the SDK's own retry met the effect of its first try:
        the caller reads again and compares.
        """
        try:
            answer = self.call("update_item", **update.request(self.name), ReturnValues="ALL_NEW")
        except ConditionalWriteFailed as refused:
            raise ConditionFailed([Failure(0, update, None)]) from refused
        return decode_item(answer["Attributes"])

    def commit_missing(self, puts: Sequence[Put]) -> None:
        """Write items that must not exist, in one transaction, and leave existing ones alone.

        A repeat writes the missing ones: for items that are written exactly once, such as emails.
        """
        waiting = list(puts)
        while waiting:
            try:
                self.commit(waiting)
            except ConditionFailed as failed:
                there = {failure.index for failure in failed.failures}
                waiting = [put for n, put in enumerate(waiting) if n not in there]
            else:
                return

    def put_all(self, puts: Iterable[Put]) -> None:
        """Write items without conditions, 25 a call: for items that are idempotent by content."""
        requests = [{"PutRequest": {"Item": put.request(self.name)["Item"]}} for put in puts]
        for start in range(0, len(requests), 25):
            pending: list[Any] = requests[start : start + 25]
            wait = self.patience.begin()
            while True:
                answer = self.call("batch_write_item", RequestItems={self.name: pending})
                pending = answer.get("UnprocessedItems", {}).get(self.name, [])
                if not pending:
                    break
                wait()

    # -- the calls ----------------------------------------------------------------------------

    def _single(self, write: Write) -> None:
        if isinstance(write, Check):
            msg = "a check alone changes nothing"
            raise TypeError(msg)
        self.call(_SINGLE[type(write)], **write.request(self.name))

    def _transact(self, writes: Sequence[Write]) -> None:
        actions = [{_ACTIONS[type(w)]: self._asking_for_old(w)} for w in writes]
        token = uuid.uuid4().hex
        wait = self.patience.begin()
        while True:
            try:
                self.call("transact_write_items", TransactItems=actions, ClientRequestToken=token)
            except Cancelled as cancelled:
                failures = _failures(writes, cancelled.reasons)
                if failures:
                    raise ConditionFailed(failures) from cancelled
                wait()
            else:
                return

    def _asking_for_old(self, write: Write) -> dict[str, Any]:
        request = write.request(self.name)
        if write.condition is not None:
            request["ReturnValuesOnConditionCheckFailure"] = "ALL_OLD"
        return request


def _failures(writes: Sequence[Write], reasons: list[dict[str, Any]]) -> list[Failure]:
    """Zip the reasons with the writes. Raises `ValueError` for a write DynamoDB will never take."""
    failures = []
    for index, (write, reason) in enumerate(zip(writes, reasons, strict=True)):
        code = reason.get("Code", "None")
        if code == "ConditionalCheckFailed":
            old = reason.get("Item")
            failures.append(Failure(index, write, decode_item(old) if old else None))
        elif code not in ("None", *BUSY):
            raise Unstorable(index, write, reason.get("Message", code))
    return failures


class Unstorable(ValueError):
    """A write that can never succeed (too large, a malformed path): trying again is no use."""

    def __init__(self, index: int, write: Write, why: str) -> None:
        """Keep which write it was."""
        super().__init__(f"{_name(write)}: {why}")
        self.index = index
        self.write = write


def _replay(failed: ConditionFailed, act: Act) -> None:
    """Raise `Replayed` for a repeated act; refuse a key that was used for another request."""
    for failure in failed.failures:
        if failure.old and "fingerprint" in failure.old and failure.write.key.sk.startswith("KEY#"):
            _answer_again(failure.old, act)


def _answer_again(record: Item, act: Act) -> NoReturn:
    if record["fingerprint"] != act.fingerprint:
        raise refusals.IDEMPOTENCY_KEY_REUSED(pointer="header:Idempotency-Key")
    from .act_records import read_kept_answer

    raise Replayed(read_kept_answer(record))


def _name(write: Write) -> str:
    guard = write.condition.name if write.condition else "unconditional"
    return f"{guard} {write.key.pk} {write.key.sk}"


class Repository:
    """Reads and writes a domain's items in a table."""

    def __init__(self, table: Table) -> None:
        """Use this table."""
        self._table = table
