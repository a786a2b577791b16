"""The SDK's last step answered here: everything of botocore runs, nothing leaves the machine."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

Answer = tuple[int, bytes]


class RawResponse(io.BytesIO):
    """The raw response that botocore reads."""

    def stream(self, **_: Any) -> Iterator[bytes]:
        yield self.getvalue()


def answer_with(client: Any, service: str, answer: Callable[[str, bytes], Answer]) -> None:
    """Answer every request of this client with `answer(operation, body)` -> status and body."""
    from botocore.awsrequest import AWSResponse
    from botocore.compat import HTTPHeaders

    def before_send(request: Any, **_: Any) -> AWSResponse:
        target = request.headers.get("X-Amz-Target", b"")
        name = target.decode() if isinstance(target, bytes) else target
        status, body = answer(name.rpartition(".")[2], request.body)
        return AWSResponse(request.url, status, HTTPHeaders(), RawResponse(body))

    client.meta.events.register(f"before-send.{service}", before_send)
