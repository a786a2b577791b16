"""The findings of a check. Each reading leaves an audit line, because they name people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib.paging import Page
from chalicelib.searching import has_words
from chalicelib.uploads import json_lines

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.findings.selection import ProblemFilter
    from chalicelib.findings.service import FindingsFiles
    from chalicelib.rosters.imports.service import RosterImports
    from chalicelib.storage.files import Files


@dataclass(eq=False, repr=False)
class RosterFindings:
    """Findings of the checks of one district's imports."""

    _imports: RosterImports
    _findings: FindingsFiles
    _files: Files

    def problems(
        self,
        caller: Caller,
        import_id: str,
        limit: int,
        after: Sequence[Any] | None,
        which: ProblemFilter,
    ) -> Page[dict[str, Any]]:
        """Return a page of the problems of an import's package."""
        known = self._imports.read(caller, import_id)
        return self._findings.page(known.problems_file, known.problems_total, limit, after, which)

    def every_problem(
        self, caller: Caller, import_id: str, which: ProblemFilter
    ) -> Iterator[dict[str, Any]]:
        """Return all that is wrong with an import's package."""
        known = self._imports.read(caller, import_id)
        return self._findings.every(known.problems_file, which)

    def schools(
        self, caller: Caller, import_id: str, limit: int, after: Sequence[Any] | None, text: str
    ) -> Page[dict[str, Any]]:
        """Page through what an import changes at each school, by name."""
        known = self._imports.read(caller, import_id)
        if not known.schools_file:
            return Page([], facts={"total": 0})

        def takes(row: dict[str, Any]) -> bool:
            return has_words(row["name"], text)

        return json_lines.select(self._files, known.schools_file, limit, after, takes)
