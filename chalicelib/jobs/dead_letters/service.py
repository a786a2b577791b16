"""An administrator's acts on dead letters: look at them, and send them back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from chalicelib.jobs import refusals
from chalicelib.observability import complain

from .model import RETURNABLE, DeadLetterQueue, DeadLetters, ReturnedLetters

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.storage.table import Table

    from .queues import DeadLetterBox

MOST = 200
"""Messages that one request sends back: twelve calls for every ten."""


class DeadLetterOffice:
    """The queues of dead letters of a stack."""

    def __init__(self, boxes: Callable[[], Sequence[DeadLetterBox]], table: Table) -> None:
        """Look after these."""
        self._boxes = boxes
        self._table = table

    def listing(self) -> list[DeadLetters]:
        """Return what lies in each queue. Raises `Unavailable` when the queues do not answer."""
        with _answering():
            return [box.look() for box in self._boxes()]

    def give_back(self, act: Act, name: str) -> ReturnedLetters:
        """Send what lies in a queue back to where it came from, up to `MOST` messages.

        Raises `NotFound`; `Conflict` for what cannot go back; `Unavailable`.
        """
        box = next((one for one in self._boxes() if one.queue == name), None)
        if box is None:
            raise refusals.QUEUE_NOT_FOUND()
        if box.queue not in RETURNABLE:
            raise refusals.LETTERS_STAY()
        if act.key:
            self._table.answer_again(act)  # a repeat must not send back what failed once more
        with _answering():
            returned, left = box.give_back(MOST)
        found = ReturnedLetters(DeadLetterQueue(name), returned, left)
        self._table.commit([], act=act, subject=found)
        return found


@contextmanager
def _answering() -> Iterator[None]:
    try:
        yield
    except Exception as error:
        complain("queue", "dead letters")
        raise refusals.QUEUES_SILENT() from error
