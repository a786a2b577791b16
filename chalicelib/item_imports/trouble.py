"""Why something is not taken over: the package, one file of it, or one question."""

from __future__ import annotations

from chalicelib.rendering import shortened

SHOWN = 300
"""Characters of a sentence that quotes what a file says."""


class NotTaken(Exception):
    """A code for programs, a sentence for people."""

    def __init__(self, code: str, reason: str) -> None:
        """Keep both; a sentence stays short whatever it quotes."""
        super().__init__(f"{code}: {reason}")
        self.code = code
        self.reason = cut(reason, SHOWN)


class Refused(NotTaken):
    """The file is broken, missing or hostile: it must be mended first."""


class Unsupported(NotTaken):
    """The question is sound QTI, and more than our items can say without changing its meaning."""


def cut(text: str, limit: int = 80) -> str:
    """Shorten a text for a sentence.

    >>> cut("a long story", 7)
    'a long…'
    """
    return shortened(text, limit)
