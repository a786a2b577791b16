"""The cloud's end of the wire between a worker and the cloud in another process."""

from __future__ import annotations

import base64
import json
import socket
from collections.abc import Callable
from typing import Any

from botocore.exceptions import ClientError

from bench.wire_line import RECEIVE, RESET, receive, send
from simulator.client import CostLedger, operation_names
from simulator.queues import Queues
from simulator.table import SimulatedTable


class Server:
    """The cloud's end: a table and a queue, answering until the worker hangs up."""

    def __init__(self, table: SimulatedTable, queues: Queues) -> None:
        self.table = table
        self.queues = queues
        self.ledger = CostLedger()
        self.reset()

    def serve(self, worker: socket.socket) -> None:
        while True:
            try:
                name, body = receive(worker)
            except EOFError:
                return
            status, answer = self._answer(name.decode(), body)
            send(worker, str(status).encode(), answer)

    def _answer(self, name: str, body: bytes) -> tuple[int, bytes]:
        if name == RECEIVE:
            return 200, json.dumps(self._next_message()).encode()
        if name == RESET:
            self.reset()
            return 200, b""
        service, _, operation = name.partition(".")
        client: Any = {"dynamodb": self.table, "sqs": self.queues}[service]
        self.ledger.calls[name] += 1
        try:
            answer = _method(client, operation)(client, _read(body))
        except ClientError as refused:
            return 400, _write_refusal(refused)
        return 200, _write_answer(answer)

    def _next_message(self) -> dict[str, Any] | None:
        messages = self.queues.receive("deliveries", 1)
        for message in messages:
            self.queues.settle("deliveries", message)
        return messages[0].record("deliveries") if messages else None

    def reset(self) -> CostLedger:
        """Begin a new account; return the one until now."""
        before = self.ledger
        self.ledger = self.table.ledger = self.queues.ledger = CostLedger()
        return before


def _method(client: Any, operation: str) -> Callable[..., Any]:
    """Return the client's method without the checks that the SDK has already made."""
    names = {name: python for python, name in operation_names(client.service).items()}
    method: Any = getattr(type(client), names[operation])
    client.current = operation
    return method.__wrapped__  # type: ignore[no-any-return]


def _read(body: bytes) -> Any:
    return json.loads(body, object_hook=_with_bytes) if b'"B":' in body else json.loads(body)


def _with_bytes(value: dict[str, Any]) -> dict[str, Any]:
    inner = value.get("B")
    return {"B": base64.b64decode(inner)} if isinstance(inner, str) and len(value) == 1 else value


def _write_answer(answer: Any) -> bytes:
    return json.dumps(answer, default=lambda raw: base64.b64encode(raw).decode()).encode()


def _write_refusal(error: ClientError) -> bytes:
    refusal = error.response
    extra = {k: v for k, v in refusal.items() if k not in ("Error", "ResponseMetadata")}
    code = f"com.amazonaws.dynamodb.v20120810#{refusal['Error']['Code']}"
    return _write_answer({"__type": code, "message": refusal["Error"]["Message"], **extra})
