"""Why something is not taken over: the package, one file of it, or one question."""

from __future__ import annotations

from chalicelib.errors import FileProblem, join
from chalicelib.rendering import shorten

SHOWN = 300
"""Characters of a sentence that quotes what a file says."""


class NotTaken(Exception):
    """A code for programs, a sentence for people."""

    def __init__(self, declared: FileProblem, **facts: object) -> None:
        """Keep both, with the facts; a sentence stays short whatever it quotes."""
        self.code, reason, fix, _ = declared(**facts)
        super().__init__(f"{self.code}: {join(reason, fix)}")
        self.reason = cut(join(reason, fix), SHOWN)


class FileRefused(NotTaken):
    """The file is broken, missing or hostile: it must be corrected first."""


class Unsupported(NotTaken):
    """The question is sound QTI, and more than our items can say without changing its meaning."""


def cut(text: str, limit: int = 80) -> str:
    """Shorten a text for a sentence.

    >>> cut("a long story", 7)
    'a long…'
    """
    return shorten(text, limit)
