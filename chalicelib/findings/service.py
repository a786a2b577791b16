"""The findings of a check, read from the file that it left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from chalicelib.paging import Page
from chalicelib.uploads import json_lines

from .selection import ProblemFilter

if TYPE_CHECKING:
    from chalicelib.storage.files import Files

    from .model import Problem

_LINES = "application/x-ndjson"


class FindingsFiles:
    """Problems of packages, each check's as a file of lines. Blank names no file."""

    def __init__(self, files: Files) -> None:
        """Keep them here."""
        self._files = files

    def keep(self, key: str, problems: Iterable[Problem]) -> None:
        """Keep a check's problems, in this order."""
        self._files.keep(key, json_lines.write_lines(one.as_dict() for one in problems), _LINES)

    def page(
        self,
        key: str,
        total: int,
        limit: int,
        after: Sequence[Any] | None,
        which: ProblemFilter,
    ) -> Page[dict[str, Any]]:
        """Page through a check's problems, of which there are `total`; count those meant."""
        if not key:
            return Page([], facts={"total": 0})
        if which.is_narrow:
            page = json_lines.select(self._files, key, limit, after, which.takes)
        else:
            page = json_lines.page(self._files, key, limit, after)
            page = Page(page.items, page.after, {"total": total})
        return Page([which.trim(each) for each in page.items], page.after, page.facts)

    def every(self, key: str, which: ProblemFilter) -> Iterator[dict[str, Any]]:
        """Return all problems of a check that are meant."""
        found = json_lines.every(self._files, key) if key else ()
        return (which.trim(problem) for _, problem in found if which.takes(problem))
