"""The interfaces to stores that processes need, and to domains above their own.

Wiring passes the services.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from chalicelib.acts import Act
    from chalicelib.distribution.model import Distribution
    from chalicelib.reports.model import Printable
    from chalicelib.results.model import Sheet
    from chalicelib.storage.conditions import Put, Write

    from .model import ProcessSnapshot


class SheetStore(Protocol):
    """Where result sheets are kept."""

    def get(self, district: str, school_class: str, assessment: str) -> Sheet | None:
        """Read one."""

    def many(self, district: str, classes: Sequence[str], assessment: str) -> Iterator[Sheet]:
        """Read the sheets of these classes."""

    def put(self, district: str, sheet: Sheet) -> Put:
        """Return the write of a sheet that must be at the version before."""

    def write(self, act: Act, sheet: Sheet, also: Sequence[Write], shown: Any) -> None:
        """Write one at the version before, with the writes that go with it."""


class SchoolDirectory(Protocol):
    """The schools of the roster."""

    def school_names(self, district: str) -> Mapping[str, str]:
        """Name every school (and office) by id."""


class ProcessLibrary(Protocol):
    """Locked processes, as new ones start from them."""

    def source(self, district: str, process: str) -> ProcessSnapshot:
        """Read the locked process that a new one starts from. Raises `Invalid`."""

    def build_entry_writes(self, district: str, opened: ProcessSnapshot) -> Sequence[Write]:
        """Return the writes of a process's entry, for the transaction that locks the process."""


class RequestingDistributions(Protocol):
    """Distributions, which ask for processes."""

    def get(self, district: str, distribution: str) -> Distribution | None:
        """Read one."""


class Typesetter(Protocol):
    """The typesetter of papers and charts; the same data and instant give the same bytes."""

    def pdf(self, paper: Printable, at: datetime) -> bytes:
        """Set a paper as PDF."""

    def png(self, chart: Printable) -> bytes:
        """Draw a chart as PNG."""
