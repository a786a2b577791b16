"""A printout as a file for the person who asked: the template of a process (P12), or a test."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from chalicelib.frozen_models import FrozenModel
from chalicelib.storage.files import DownloadLink

from .model import ReportPaperSize, file_name
from .printed_test import PaperPart
from .retry_schedule import DocumentState, PendingDocument

KIND = "printout"
"""The name of its kind in jobs and due entries."""

KEPT = timedelta(days=14)
"""How long a printout can be fetched: the bucket forgets it at the same age."""

PDF = "application/pdf"


PARTS = {
    PaperPart.TEST: "test",
    PaperPart.ANSWER_KEY: "answer key",
    PaperPart.ANSWER_SHEETS: "answer sheets",
}
"""The names of the parts of a test in the names of files."""
TEMPLATE = "Mastery Process template"
"""The name of a process's template in the names of files."""


class OrderedTest(FrozenModel):
    """The parts of a test that somebody wants printed.

    `PrintableTests.accept` fills in `size`, `title` and `school_class`.
    """

    assessment: str
    tracker: str = ""
    """The class that it is for, by its tracker; blank for no class."""
    parts: tuple[PaperPart, ...]
    versions: tuple[str, ...] = ()
    """The key versions; none means all."""
    size: ReportPaperSize | None = None
    """The paper; none means the district's."""
    two_sided: bool = False
    students: tuple[str, ...] = ()
    """The students who get an answer sheet; none means everybody in the class."""
    title: str = ""
    school_class: str = ""

    @property
    def what(self) -> str:
        """Its parts, as the name of its file lists them."""
        return " and ".join(PARTS[part] for part in PaperPart if part in self.parts)

    @property
    def about(self) -> str:
        """The id of what it shows, as in the audit trail."""
        return f"{self.school_class}.{self.assessment}" if self.school_class else self.assessment

    @property
    def names_students(self) -> bool:
        """Whether students stand in it by name."""
        return PaperPart.ANSWER_SHEETS in self.parts


class Printout(FrozenModel):
    """One printout of one process or test, for one person. Instants are RFC 3339 UTC."""

    id: str
    process: str = ""
    process_name: str = ""
    test: OrderedTest | None = None
    """The parts of a test that are printed; none where it is the template of a process."""
    person: str
    asked_at: str
    expires_at: str
    state: DocumentState = DocumentState.PENDING
    tries: int = 0
    due: str = ""
    """When the clock looks after it; nothing when there is no more to be done."""
    refused: str = ""
    """Why it is not made: a sentence for the person who asked."""
    size: int = 0
    """Bytes."""
    version: int = 1

    @property
    def place(self) -> str:
        """Where its file is kept."""
        return f"printouts/{self.id}.pdf"

    @property
    def file_name(self) -> str:
        """The name under which its file is saved."""
        if self.test is not None:
            return file_name(self.test.title, self.test.what)
        return file_name(self.process_name, TEMPLATE)

    @property
    def about(self) -> str:
        """The id of the process, or of the test."""
        return self.test.about if self.test else self.process

    @property
    def names_students(self) -> bool:
        """Whether students may stand in it by name."""
        return self.test is None or self.test.names_students

    @property
    def waiting(self) -> PendingDocument | None:
        """Its state while it is not there."""
        return PendingDocument(self.state, self.tries, self.due) if self.due else None

    def standing(self, waiting: PendingDocument) -> Printout:
        """Return it in this state, a version on."""
        return self._next(state=waiting.state, tries=waiting.tries, due=waiting.due)

    def ready(self, size: int) -> Printout:
        """Return it with its file."""
        return self._next(state=DocumentState.READY, size=size, due="")

    def refuse(self, why: str) -> Printout:
        """Return it, refused for this reason."""
        return self._next(state=DocumentState.FAILED, refused=why, due="")

    def _next(self, **changes: object) -> Printout:
        return self.model_copy(update={**changes, "version": self.version + 1})


@dataclass(frozen=True, slots=True)
class ShownPrintout:
    """A printout as who asked for it sees it: with a link when it is ready."""

    printout: Printout
    message: str
    link: DownloadLink | None = None
    id: str = field(init=False)

    def __post_init__(self) -> None:
        """Know it by the printout's id."""
        object.__setattr__(self, "id", self.printout.id)
