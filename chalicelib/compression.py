"""Texts and tables as few bytes: what the table bills by size is kept compressed."""

from __future__ import annotations

import json
import zlib
from typing import Any

_BARE = -15
"""Without zlib's header and checksum: the table has its own."""


def compress(text: str, *, bare: bool = True) -> bytes:
    """Compress a text, `bare` or in zlib's own frame.

    >>> decompress(compress("fractions"))
    'fractions'
    """
    squeezer = zlib.compressobj(9, zlib.DEFLATED, _bits(bare=bare))
    return squeezer.compress(text.encode()) + squeezer.flush()


def decompress(data: bytes, *, bare: bool = True) -> str:
    """Read what `compress` compressed."""
    return zlib.decompress(data, _bits(bare=bare)).decode()


def compress_json(table: Any) -> bytes:
    """Compress what JSON can say.

    >>> decompress_json(compress_json([1, ["a"]]))
    [1, ['a']]
    """
    return compress(json.dumps(table, separators=(",", ":"), ensure_ascii=False))


def decompress_json(data: bytes) -> Any:
    """Read what `compress_json` compressed."""
    return json.loads(decompress(data))


def _bits(*, bare: bool) -> int:
    return _BARE if bare else zlib.MAX_WBITS
