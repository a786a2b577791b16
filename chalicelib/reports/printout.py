"""A printout: the printable template of a process (P12), as a file for who asked for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from pydantic import BaseModel, ConfigDict

from chalicelib.storage.files import Link

from .model import TEMPLATE, file_name
from .waiting import State, Waiting

KIND = "printout"
"""What jobs and due entries call it."""

KEPT = timedelta(days=14)
"""How long a printout can be fetched: the bucket forgets it at the same age."""

PDF = "application/pdf"


class Printout(BaseModel):
    """One printout of one process, for one person. Instants are RFC 3339 UTC."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    id: str
    process: str
    process_name: str
    person: str
    asked_at: str
    expires_at: str
    state: State = State.PENDING
    tries: int = 0
    due: str = ""
    """When the clock looks after it; nothing when there is no more to be done."""
    refused: str = ""
    """Why it is not made: a sentence for who asked."""
    size: int = 0
    """Bytes."""
    version: int = 1

    @property
    def place(self) -> str:
        """Where its file is kept."""
        return f"printouts/{self.id}.pdf"

    @property
    def file_name(self) -> str:
        """What its file is called when somebody saves it."""
        return file_name(self.process_name, TEMPLATE)

    @property
    def waiting(self) -> Waiting | None:
        """How it stands while it is not there."""
        return Waiting(self.state, self.tries, self.due) if self.due else None

    def standing(self, waiting: Waiting) -> Printout:
        """Give it as it stands then, a version on."""
        return self._next(state=waiting.state, tries=waiting.tries, due=waiting.due)

    def ready(self, size: int) -> Printout:
        """Give it with its file."""
        return self._next(state=State.READY, size=size, due="")

    def refused_for(self, why: str) -> Printout:
        """Give it as it stands when it may not be made any more."""
        return self._next(state=State.FAILED, refused=why, due="")

    def _next(self, **changes: object) -> Printout:
        return self.model_copy(update={**changes, "version": self.version + 1})


@dataclass(frozen=True, slots=True)
class Shown:
    """A printout as who asked for it sees it: with a link when it is ready."""

    printout: Printout
    message: str
    link: Link | None = None
    id: str = field(init=False)

    def __post_init__(self) -> None:
        """Know it by the printout's id."""
        object.__setattr__(self, "id", self.printout.id)
