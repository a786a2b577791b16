"""The table: reads by key and by partition, writes as transactions.

The only place that speaks DynamoDB. A write that has a condition always goes as a transaction
with a client token, also when it is alone: the SDK's own retry after a lost answer is then a repeat
that DynamoDB recognises (for ten minutes) instead of a condition that our own first try made false.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from chalicelib.acts import Act, Replayed
from chalicelib.errors import Invalid, Unavailable

from . import keys as places
from .attributes import Item, decode_item
from .conditions import Check, Delete, Patterned, Put, Update, Write
from .keys import Key

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.client import DynamoDBClient

TRANSACTION = 100
"""Actions that one transaction takes."""

_BATCH_GET = 100
_NO_PLACE = "nothing can go on from there"
_TRIES = 6
_ACTIONS = {
    Put: "Put",
    Update: "Update",
    Patterned: "Update",
    Delete: "Delete",
    Check: "ConditionCheck",
}
_SINGLE = {Put: "put_item", Update: "update_item", Delete: "delete_item"}
_BUSY = frozenset(
    {
        "TransactionConflict",
        "TransactionConflictException",
        "TransactionInProgressException",
        "ThrottlingError",
        "ThrottlingException",
        "ProvisionedThroughputExceeded",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "InternalServerError",
        "ServiceUnavailable",
    }
)


@dataclass(frozen=True, slots=True)
class Slice:
    """Part of a partition; `last` is where to go on after, if there is more."""

    items: list[Item]
    last: str | None


@dataclass(frozen=True, slots=True)
class Failure:
    """One write whose condition was false, and the item as it was (none if there was none)."""

    index: int
    write: Write
    old: Item | None


class ConditionFailed(Exception):
    """Nothing was written, because these conditions were false."""

    def __init__(self, failures: Sequence[Failure]) -> None:
        """Keep what failed, in the order of the writes."""
        super().__init__(", ".join(_name(failure.write) for failure in failures))
        self.failures = tuple(failures)

    @property
    def first(self) -> Failure:
        """The first write that failed."""
        return self.failures[0]


class Table:
    """One district's table."""

    def __init__(
        self, client: DynamoDBClient, name: str, pause: Callable[[float], None] = time.sleep
    ) -> None:
        """Use a low-level client; `pause` is how to wait between tries."""
        self._client = client
        self._name = name
        self._pause = pause

    # -- reading ------------------------------------------------------------------------------

    def get(self, key: Key, *, consistent: bool = True) -> Item | None:
        """Read one item, or nothing."""
        answer = self._call(
            "get_item",
            TableName=self._name,
            Key={"pk": {"S": key.pk}, "sk": {"S": key.sk}},
            ConsistentRead=consistent,
        )
        item = answer.get("Item")
        return decode_item(item) if item else None

    def get_many(self, keys: Iterable[Key], *, consistent: bool = True) -> dict[Key, Item]:
        """Read items by key, a hundred at a time; those that do not exist are left out."""
        wanted = list(dict.fromkeys(keys))
        found: dict[Key, Item] = {}
        for start in range(0, len(wanted), _BATCH_GET):
            for item in self._batch(wanted[start : start + _BATCH_GET], consistent=consistent):
                found[Key(item["pk"], item["sk"])] = item
        return found

    def query(
        self,
        pk: str,
        *,
        begins: str = "",
        between: tuple[str, str] | None = None,
        after: str | None = None,
        limit: int | None = None,
        forward: bool = True,
        attributes: Sequence[str] = (),
        consistent: bool = True,
    ) -> Slice:
        """Read a partition in the order of its sort keys, at most 1 MB or `limit` items.

        `begins` or `between` (both ends included) narrow the sort key; `after` goes on behind a
        former slice's `last`; `attributes` asks for these only.
        """
        request = _question("pk", "sk", pk, begins, between)
        request |= {"TableName": self._name, "ConsistentRead": consistent}
        if attributes:
            names = {f"#a{n}": name for n, name in enumerate(attributes)}
            request["ProjectionExpression"] = ", ".join(names)
            request["ExpressionAttributeNames"] = names
        if after is not None:
            request["ExclusiveStartKey"] = {"pk": {"S": pk}, "sk": {"S": after}}
        return self._slice(request, limit, forward=forward, last="sk")

    def pages(self, pk: str, **options: Any) -> Iterator[list[Item]]:
        """Read a partition to its end, a list per call; options as for `query`."""
        after = options.pop("after", None)
        while True:
            piece = self.query(pk, after=after, **options)
            yield piece.items
            if piece.last is None:
                return
            after = piece.last

    def listing(
        self,
        list_pk: str,
        *,
        begins: str = "",
        between: tuple[str, str] | None = None,
        after: tuple[str, Key] | None = None,
        limit: int | None = None,
        forward: bool = True,
    ) -> list[Item]:
        """Read the `lists` index: items that carry `list_pk`, in the order of `list_sk`.

        Eventually consistent. `after` is the `list_sk` and the key of the last item seen. As many
        as `limit`, if there are, however many megabytes that is.
        """
        request = _question("list_pk", "list_sk", list_pk, begins, between)
        request |= {"TableName": self._name, "IndexName": "lists"}
        found: list[Item] = []
        while True:
            if after is not None:
                order, key = after
                start = {"list_pk": list_pk, "list_sk": order, "pk": key.pk, "sk": key.sk}
                request["ExclusiveStartKey"] = {name: {"S": text} for name, text in start.items()}
            wanted = None if limit is None else limit - len(found)
            piece = self._slice(request, wanted, forward=forward, last="list_sk")
            found += piece.items
            if piece.last is None or not piece.items or len(found) == limit:
                return found
            after = (piece.last, Key(found[-1]["pk"], found[-1]["sk"]))

    # -- writing ------------------------------------------------------------------------------

    def commit(
        self, writes: Sequence[Write], *, act: Act | None = None, subject: Any = None
    ) -> None:
        """Carry all writes out or none.

        With an `act`, its idempotency record (answering with `subject`) and its audit record are
        part of it.

        Raises `ConditionFailed`; `Replayed` when the act was done before; `Invalid` when its key
        was used for another request; `Unavailable` when the table stays busy.
        """
        from .ledger import records

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

    def answer_again(self, act: Act) -> None:
        """Raise `Replayed` if this act was done before under its key; `Invalid` if another was."""
        record = self.get(places.done(act.district, act.caller.person, act.key or ""))
        if record:
            _answer_again(record, act)

    def change(self, update: Update) -> Item:
        """Carry one update out and give the whole item as it then is.

        Raises `ConditionFailed`, also when the SDK's own retry met the effect of its first try:
        the caller reads again and compares.
        """
        try:
            answer = self._call("update_item", **update.request(self._name), ReturnValues="ALL_NEW")
        except _Refused as refused:
            raise ConditionFailed([Failure(0, update, None)]) from refused
        return decode_item(answer["Attributes"])

    def put_all(self, puts: Iterable[Put]) -> None:
        """Write items without conditions, 25 a call: for what is idempotent by its content."""
        requests = [{"PutRequest": {"Item": put.request(self._name)["Item"]}} for put in puts]
        for start in range(0, len(requests), 25):
            pending: list[Any] = requests[start : start + 25]
            for attempt in range(_TRIES):
                answer = self._call("batch_write_item", RequestItems={self._name: pending})
                pending = answer.get("UnprocessedItems", {}).get(self._name, [])
                if not pending:
                    break
                self._pause(_backoff(attempt))
            else:
                raise _busy()

    # -- the calls ----------------------------------------------------------------------------

    def _single(self, write: Write) -> None:
        if isinstance(write, Check):
            msg = "a check alone changes nothing"
            raise TypeError(msg)
        self._call(_SINGLE[type(write)], **write.request(self._name))

    def _transact(self, writes: Sequence[Write]) -> None:
        actions = [{_ACTIONS[type(w)]: self._asking_for_old(w)} for w in writes]
        token = uuid.uuid4().hex
        for attempt in range(_TRIES):
            try:
                self._call("transact_write_items", TransactItems=actions, ClientRequestToken=token)
            except _Cancelled as cancelled:
                failures = _failures(writes, cancelled.reasons)
                if failures:
                    raise ConditionFailed(failures) from cancelled
                self._pause(_backoff(attempt))
            else:
                return
        raise _busy()

    def _asking_for_old(self, write: Write) -> dict[str, Any]:
        request = write.request(self._name)
        if write.condition is not None:
            request["ReturnValuesOnConditionCheckFailure"] = "ALL_OLD"
        return request

    def _slice(
        self, request: dict[str, Any], limit: int | None, *, forward: bool, last: str
    ) -> Slice:
        if limit is not None:
            request["Limit"] = limit
        answer = self._asked(request, forward=forward)
        end = answer.get("LastEvaluatedKey")
        return Slice(
            [decode_item(item) for item in answer["Items"]], end[last]["S"] if end else None
        )

    def _asked(self, request: dict[str, Any], *, forward: bool) -> Any:
        """Query. Raises `ValueError` when nothing can go on after `after`: a made-up cursor."""
        from botocore.exceptions import ClientError

        start = request.get("ExclusiveStartKey", {})
        if not all(isinstance(place["S"], str) and place["S"] for place in start.values()):
            raise ValueError(_NO_PLACE)
        try:
            return self._call("query", ScanIndexForward=forward, **request)
        except ClientError as error:
            if start and error.response["Error"]["Code"] == "ValidationException":
                raise ValueError(_NO_PLACE) from error
            raise

    def _batch(self, keys: Sequence[Key], *, consistent: bool) -> Iterator[Item]:
        pending: list[Any] = [{"pk": {"S": key.pk}, "sk": {"S": key.sk}} for key in keys]
        for attempt in range(_TRIES):
            answer = self._call(
                "batch_get_item",
                RequestItems={self._name: {"Keys": pending, "ConsistentRead": consistent}},
            )
            yield from map(decode_item, answer["Responses"].get(self._name, ()))
            pending = answer.get("UnprocessedKeys", {}).get(self._name, {}).get("Keys", [])
            if not pending:
                return
            self._pause(_backoff(attempt))
        raise _busy()

    def _call(self, operation: str, **request: Any) -> Any:
        """Make one call, once more while the table is busy; name what cannot be mended here."""
        from botocore.exceptions import BotoCoreError, ClientError

        for attempt in range(2):  # after the SDK's own tries: more would outlast the function
            try:
                return getattr(self._client, operation)(**request)
            except ClientError as error:
                code = error.response["Error"]["Code"]
                if code == "TransactionCanceledException":
                    reasons: Any = error.response.get("CancellationReasons", [])
                    raise _Cancelled(reasons) from error
                if code == "ConditionalCheckFailedException":
                    raise _Refused from error
                if code not in _BUSY:
                    raise
            except BotoCoreError as error:
                raise _busy() from error
            self._pause(_backoff(attempt))
        raise _busy()


class _Refused(Exception):
    """The condition of a single write was false."""


class _Cancelled(Exception):
    def __init__(self, reasons: list[dict[str, Any]]) -> None:
        super().__init__(str([reason.get("Code") for reason in reasons]))
        self.reasons = reasons


def _failures(writes: Sequence[Write], reasons: list[dict[str, Any]]) -> list[Failure]:
    """Zip the reasons with the writes. Raises `ValueError` for a write DynamoDB will never take."""
    failures = []
    for index, (write, reason) in enumerate(zip(writes, reasons, strict=True)):
        code = reason.get("Code", "None")
        if code == "ConditionalCheckFailed":
            old = reason.get("Item")
            failures.append(Failure(index, write, decode_item(old) if old else None))
        elif code not in ("None", *_BUSY):
            raise Unstorable(index, write, reason.get("Message", code))
    return failures


class Unstorable(ValueError):
    """A write that can never succeed (too large, a malformed path): trying again is no use."""

    def __init__(self, index: int, write: Write, why: str) -> None:
        """Keep which write it was."""
        super().__init__(f"{_name(write)}: {why}")
        self.index = index
        self.write = write


def _question(
    pk_name: str, sk_name: str, pk: str, begins: str, between: tuple[str, str] | None
) -> dict[str, Any]:
    condition = f"{pk_name} = :pk"
    values = {":pk": {"S": pk}}
    if begins:
        condition += f" AND begins_with({sk_name}, :begins)"
        values[":begins"] = {"S": begins}
    elif between:
        condition += f" AND {sk_name} BETWEEN :low AND :high"
        values[":low"], values[":high"] = ({"S": end} for end in between)
    return {"KeyConditionExpression": condition, "ExpressionAttributeValues": values}


def _replay(failed: ConditionFailed, act: Act) -> None:
    """Answer a repeated act as before; say so when its key was meant for something else."""
    for failure in failed.failures:
        if failure.old and "fingerprint" in failure.old and failure.write.key.sk.startswith("KEY#"):
            _answer_again(failure.old, act)


def _answer_again(record: Item, act: Act) -> NoReturn:
    if record["fingerprint"] != act.fingerprint:
        raise Invalid(
            "idempotency_key_reused",
            "This Idempotency-Key was used for a different request before. "
            "Use a new key for every new request.",
            pointer="header:Idempotency-Key",
        )
    from .ledger import kept_answer

    raise Replayed(kept_answer(record))


def _backoff(attempt: int) -> float:
    """Wait 20 ms, then twice as long each time, up to about a third of a second."""
    return min(0.02 * float(2**attempt), 0.32)


def _busy() -> Unavailable:
    return Unavailable(
        "busy",
        "The district's data is very busy just now. Nothing was lost: please try again soon.",
    )


def _name(write: Write) -> str:
    guard = write.condition.name if write.condition else "unconditional"
    return f"{guard} {write.key.pk} {write.key.sk}"
