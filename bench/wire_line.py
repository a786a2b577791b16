"""A worker's end of the wire to a cloud in another process: botocore's requests over a socket.

It loads nothing of the cloud, so a cold start can be measured over it.
"""

from __future__ import annotations

import socket
import struct
from typing import Any

from bench.canned import answer_with

HEADER = struct.Struct("!HI")
RECEIVE, RESET = "bench.Receive", "bench.Reset"


class WireLine:
    """The worker's end."""

    def __init__(self, descriptor: int) -> None:
        self._socket = socket.socket(fileno=descriptor)

    def attach(self, client: Any, service: str) -> None:
        answer_with(client, service, lambda name, body: self.ask(f"{service}.{name}", body))

    def ask(self, what: str, body: bytes = b"") -> tuple[int, bytes]:
        send(self._socket, what.encode(), body)
        status, answer = receive(self._socket)
        return int(status), answer


def send(to: socket.socket, name: bytes, body: bytes) -> None:
    to.sendall(HEADER.pack(len(name), len(body)) + name + body)


def receive(source: socket.socket) -> tuple[bytes, bytes]:
    """Name and body. Raises `EOFError` when the other side is gone."""
    name_length, body_length = HEADER.unpack(_exactly(source, HEADER.size))
    return _exactly(source, name_length), _exactly(source, body_length)


def _exactly(source: socket.socket, length: int) -> bytes:
    pieces = []
    while length:
        piece = source.recv(min(length, 1 << 20))
        if not piece:
            raise EOFError
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)
