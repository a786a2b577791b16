"""The interfaces to the domains whose documents reports build; wiring passes their services."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from chalicelib.acts import Caller

    from .model import Printable
    from .printed_test import PrintedTest
    from .printout import OrderedTest
    from .retry_schedule import PendingDocument


class DocumentBuilder(Protocol):
    """One kind of document: where it is kept, and how it is made."""

    def waiting(self, reference: str) -> PendingDocument | None:
        """Return the state of a document that is not there yet; none when it is there, or gone."""

    def move(self, reference: str, before: PendingDocument, after: PendingDocument) -> bool:
        """Write its state with its due entry; false when somebody else was faster."""

    def build(self, reference: str) -> None:
        """Build it, keep its files, and settle it and its due entry last.

        Must be idempotent, also when called concurrently.
        """


DocumentBuilders = Mapping[str, Callable[[], DocumentBuilder]]
"""The builder for each kind of document; it is made when it has work."""


class PrintablePapers(Protocol):
    """The processes, as printouts use them."""

    def may_print(self, caller: Caller, process: str) -> str:
        """Return the name of a process that this person may print. Raises as opening it does."""

    def paper(self, district: str, process: str, person: str) -> Printable:
        """Return the template for this person. Raises `NotFound` if they may not see it."""


class PrintableTests(Protocol):
    """The assessments, as printouts use them."""

    def accept(self, caller: Caller, order: OrderedTest) -> OrderedTest:
        """Return an order with all that it leaves open, if this person may have it. Raises."""

    def check(self, caller: Caller, order: OrderedTest) -> None:
        """Check that this person may still have what they ordered. Raises as `accept` does."""

    def paper(self, district: str, order: OrderedTest) -> PrintedTest:
        """Return the printed test of a checked order. Raises `NotFound`, `Conflict`."""


class PrintoutSetter(Protocol):
    """The typesetter of printouts; the same data and second give the same bytes."""

    def pdf(self, paper: Printable, at: datetime) -> bytes:
        """Set a paper as PDF, dated to the second."""

    def test(self, paper: PrintedTest, at: datetime) -> bytes:
        """Set a test as PDF, dated to the second."""
