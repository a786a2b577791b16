"""The worker room: documents that only the report function can build, of every kind.

A document is asked for in the transaction that makes it necessary, with a due entry. The message is
the fast path. Every step may be lost, repeated or late: building the same again gives the same
file, and settling is conditional.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib.jobs.due_work import DueWork
from chalicelib.jobs.queue import work_off
from chalicelib.observability import complain

from .retry_schedule import PendingDocument

if TYPE_CHECKING:
    from chalicelib.clock import Clock
    from chalicelib.jobs.model import DueEntry, Message
    from chalicelib.jobs.service import Jobs

    from .ports import DocumentBuilder, DocumentBuilders


@dataclass(eq=False, repr=False)
class Reports(DueWork[PendingDocument]):
    """The kinds of documents, as domains declare them to `wiring`; each is a kind of job, too."""

    _jobs: Callable[[], Jobs]
    _clock: Clock
    _builders: DocumentBuilders

    def run_batch(self, event: dict[str, Any]) -> dict[str, Any]:
        """Build the documents of an SQS event's messages; return those that must come again."""
        return work_off(event, self.run, "report")

    def run(self, message: Message) -> None:
        """Build one document. Writes down a failure and raises it: the message comes again.

        Raises `LookupError` for a kind that nobody makes.
        """
        builder, reference = self._builder(message["kind"]), message["id"]
        waiting = builder.waiting(reference)
        if waiting is None:
            return
        try:
            builder.build(reference)
        except Exception:
            self._note(builder, reference, waiting)
            raise

    def find_due(self, entry: DueEntry) -> PendingDocument | None:
        """Read the state of a document that is not there yet."""
        return self._builder(entry.kind).waiting(entry.id)

    def look_after(self, entry: DueEntry, found: PendingDocument) -> bool:
        """Have a document tried again that should have been there by now."""
        after = found.pursue(self._clock.now())
        return self._builder(entry.kind).move(entry.id, found, after)

    def _note(self, builder: DocumentBuilder, reference: str, waiting: PendingDocument) -> None:
        """Write that a try failed. An error here must not hide the error before it."""
        try:
            builder.move(reference, waiting, waiting.fail(self._clock.now()))
        except Exception:  # noqa: BLE001 - logged; the clock comes back to it
            complain("report failed", reference)

    def _builder(self, kind: str) -> DocumentBuilder:
        known = self._builders.get(kind)
        if known is None:
            msg = f"nobody makes {kind!r}"
            raise LookupError(msg)
        return known()
