"""What reports ask of those whose documents they build; wiring hands over who answers."""

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


class Desk(Protocol):
    """One kind of document: where it is kept, and how it is made."""

    def waiting(self, reference: str) -> PendingDocument | None:
        """Return how a document stands that is not there yet; nothing when it is there, or gone."""

    def move(self, reference: str, before: PendingDocument, after: PendingDocument) -> bool:
        """Write how it stands, its due entry with it; false when somebody else was faster."""

    def build(self, reference: str) -> None:
        """Build it, keep its files, and settle it and its due entry last.

        Must be idempotent, also when called concurrently.
        """


Desks = Mapping[str, Callable[[], Desk]]
"""Who makes documents of a kind; asked for when there is work for it."""


class PrintablePapers(Protocol):
    """What the processes say for a printout."""

    def may_print(self, caller: Caller, process: str) -> str:
        """Return the name of a process that this person may print. Raises as opening it does."""

    def paper(self, district: str, process: str, person: str) -> Printable:
        """Return what the template says for this person. Raises `NotFound` if not for them."""


class PrintableTests(Protocol):
    """What assessments say on paper."""

    def accept(self, caller: Caller, order: OrderedTest) -> OrderedTest:
        """Return an order with all that it leaves open, if this person may have it. Raises."""

    def check(self, caller: Caller, order: OrderedTest) -> None:
        """Check that this person may still have what they ordered. Raises as `accept` does."""

    def paper(self, district: str, order: OrderedTest) -> PrintedTest:
        """Return what is printed for a checked order. Raises `NotFound`, `Conflict`."""


class PrintoutSetter(Protocol):
    """What sets printouts; the same data and second give the same bytes."""

    def pdf(self, paper: Printable, at: datetime) -> bytes:
        """Set a paper as PDF, dated to the second."""

    def test(self, paper: PrintedTest, at: datetime) -> bytes:
        """Set a test as PDF, dated to the second."""
