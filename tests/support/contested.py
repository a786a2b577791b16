"""A DynamoDB in which somebody else always writes first: a condition never holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from botocore.exceptions import ClientError

from chalicelib.wiring import Services, use
from tests.support.world import World


class Contested:
    """A client like another, but one condition of each transaction fails every time.

    It is that of the first write that has one and whose key has `key` in it. The first `spared`
    transactions with such a write go through.
    """

    def __init__(self, client: Any, key: str = "", spared: int = 0) -> None:
        self._client = client
        self._key = key
        self._spared = spared
        self.tried = 0
        """Transactions that somebody overtook."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)

    def transact_write_items(self, TransactItems: list[Any], **more: Any) -> Any:  # noqa: N803
        writes = [next(iter(each.values())) for each in TransactItems]
        first = next((n for n, one in enumerate(writes) if self._contests(one)), None)
        if first is None:
            return self._client.transact_write_items(TransactItems=TransactItems, **more)
        if self._spared:
            self._spared -= 1
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


@contextmanager
def contest(world: World, key: str = "", *, spared: int = 0) -> Iterator[Contested]:
    """Have somebody else always be faster at what has this in its key, for as long as it lasts."""
    client = Contested(world.clients.dynamodb, key, spared)
    clients = replace(world.clients, dynamodb=client)
    services = Services(world.settings, clients, world.clock, pause=lambda _: None)
    services.tokens = world.services.tokens
    use(services)
    yield client
    use(world.services)


def _key_of(write: dict[str, Any]) -> dict[str, Any]:
    return write.get("Key") or {name: write["Item"][name] for name in ("pk", "sk")}
