"""A DynamoDB in which somebody else always writes first: a condition never holds."""

from __future__ import annotations

from typing import Any

from botocore.exceptions import ClientError


class Contested:
    """A client like another, but one condition of each transaction fails every time.

    It is that of the first write that has one and whose key has `key` in it.
    """

    def __init__(self, client: Any, key: str = "") -> None:
        self._client = client
        self._key = key
        self.tried = 0
        """Transactions that somebody overtook."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)

    def transact_write_items(self, TransactItems: list[Any], **more: Any) -> Any:  # noqa: N803
        writes = [next(iter(each.values())) for each in TransactItems]
        first = next((n for n, one in enumerate(writes) if self._contests(one)), None)
        if first is None:
            return self._client.transact_write_items(TransactItems=TransactItems, **more)
        self.tried += 1
        reasons: list[dict[str, Any]] = [{"Code": "None"} for _ in writes]
        reasons[first] = {"Code": "ConditionalCheckFailed"} | self._now(writes[first])
        answer: Any = {
            "Error": {"Code": "TransactionCanceledException", "Message": "cancelled"},
            "CancellationReasons": reasons,
        }
        raise ClientError(answer, "TransactWriteItems")

    def _contests(self, write: dict[str, Any]) -> bool:
        return "ConditionExpression" in write and self._key in str(_key_of(write))

    def _now(self, write: dict[str, Any]) -> dict[str, Any]:
        found = self._client.get_item(TableName=write["TableName"], Key=_key_of(write)).get("Item")
        return {"Item": found} if found else {}


def _key_of(write: dict[str, Any]) -> dict[str, Any]:
    return write.get("Key") or {name: write["Item"][name] for name in ("pk", "sk")}
