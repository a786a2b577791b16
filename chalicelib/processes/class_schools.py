"""At which schools the classes of processes are, so that administrators find them (P16).

A head says it, from the first class on. Heads of before 0.4 do not, and those that are locked stay
as they are to the byte: their schools are read from their rows when a list first meets them, and
written down beside them. What a head says counts for more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.processes.scores import ProcessTest

if TYPE_CHECKING:
    from chalicelib.processes.model import Process
    from chalicelib.processes.repository import ProcessRepository

MOST_READ = 20
"""Processes of before 0.4 whose rows are read for one page of a list: then the page ends."""


class ClassSchools:
    """The schools of processes' classes, for one request."""

    def __init__(self, repository: ProcessRepository, district: str) -> None:
        """Look at the processes of a district."""
        self._repository = repository
        self._district = district
        self._kept: dict[str, frozenset[str]] | None = None
        self._read = 0

    @property
    def tired(self) -> bool:
        """Tell whether so many rows were read that the next page has to go on."""
        return self._read >= MOST_READ

    def of(self, process: Process) -> frozenset[str]:
        """Give the schools of a process's classes."""
        if process.schools is not None:
            return process.schools
        if not process.begun & set(ProcessTest):
            return frozenset()
        if process.school:
            return frozenset({process.school})
        if self._kept is None:
            self._kept = self._repository.read_kept_schools(self._district)
        if process.id not in self._kept:
            self._kept[process.id] = self._find_schools(process.id)
        return self._kept[process.id]

    def _find_schools(self, process: str) -> frozenset[str]:
        self._read += 1
        schools = self._repository.schools_of(self._district, process)
        self._repository.keep_schools(self._district, process, schools)
        return schools
