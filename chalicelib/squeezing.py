"""Texts and tables as few bytes: what the table bills by size is kept compressed."""

from __future__ import annotations

import json
import zlib
from typing import Any

_BARE = -15
"""Without zlib's header and checksum: the table has its own."""


def squeezed(text: str, *, bare: bool = True) -> bytes:
    """Compress a text, `bare` or in zlib's own frame.

    >>> text_of(squeezed("fractions"))
    'fractions'
    """
    squeezer = zlib.compressobj(9, zlib.DEFLATED, _bits(bare=bare))
    return squeezer.compress(text.encode()) + squeezer.flush()


def text_of(data: bytes, *, bare: bool = True) -> str:
    """Read what `squeezed` compressed."""
    return zlib.decompress(data, _bits(bare=bare)).decode()


def squeezed_table(table: Any) -> bytes:
    """Compress what JSON can say.

    >>> table_of(squeezed_table([1, ["a"]]))
    [1, ['a']]
    """
    return squeezed(json.dumps(table, separators=(",", ":"), ensure_ascii=False))


def table_of(data: bytes) -> Any:
    """Read what `squeezed_table` compressed."""
    return json.loads(text_of(data))


def _bits(*, bare: bool) -> int:
    return _BARE if bare else zlib.MAX_WBITS
