"""Printouts as clients see them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from chalicelib.districts.model import PaperSize
from chalicelib.web.id_names import NO_LINKS, LinksTo
from chalicelib.web.representation import Representation

from .model import ReportPaperSize
from .printed_test import PaperPart
from .printout import OrderedTest, ShownPrintout
from .retry_schedule import DocumentState

PAPERS = {PaperSize.LETTER: ReportPaperSize.LETTER, PaperSize.A4: ReportPaperSize.A4}
"""The paper in the API's words."""
_WORDS = {size: word for word, size in PAPERS.items()}


class PrintedTestView(Representation):
    """The printed parts of a test."""

    assessment: str = Field(serialization_alias="assessment_id")
    """The assessment's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str
    """The assessment's title when it was asked for. Example: `Unit 3: Fractions`"""
    tracker: str = Field(serialization_alias="tracker_id")
    """The tracker of the class that it is for; blank for no class.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    parts: list[PaperPart]
    """The content of the file."""
    versions: list[str]
    """The key versions in it. Example: `["A", "B"]`"""
    paper: PaperSize
    """The paper that it is made for."""
    two_sided: bool
    """Whether each test and each student begins on a new sheet of paper."""
    students: list[str] = Field(serialization_alias="student_ids")
    """The students who get an answer sheet; empty for everybody in the class.

    Example: `["20417"]`
    """
    links: Annotated[
        dict[str, str],
        LinksTo.of(
            assessment="/v1/assessments/{assessment_id}",
            sheet="/v1/trackers/{tracker_id}/sheets/{assessment_id}",
        ),
    ] = NO_LINKS
    """Where to go on: the assessment, and the class's result sheet."""

    @classmethod
    def of(cls, subject: OrderedTest) -> PrintedTestView:
        size = _WORDS[subject.size or ReportPaperSize.LETTER]
        return cls.model_validate(subject.model_dump() | {"paper": size})


class PrintoutView(Representation):
    """The template of a process or a test as PDF, as somebody asked for it."""

    id: str
    """The printout's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    process_id: str
    """The Mastery Process's id; blank for a test. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    test: PrintedTestView | None = None
    """The printed parts of a test; null for the template of a process."""
    state: DocumentState
    """Where it stands."""
    message: str
    """How far it is, in a sentence to show. Example: `The printout is ready.`"""
    asked_at: str = Field(serialization_alias="requested_at")
    """When it was asked for. Example: `2026-10-05T15:04:05Z`"""
    expires_at: str
    """Until when it is kept. Example: `2026-10-19T15:04:05Z`"""
    size: int
    """The file's size in bytes; 0 until it is ready. Example: `182044`"""
    file_name: str
    """The name to save it under. Example: `fractions-fall-2026.pdf`"""
    url: str | None = None
    """The address to fetch the file from, without signing in; null until it is ready.

    Example: `https://files.example.org/x?X-Amz-Signature=y`
    """
    expires_in: int | None = None
    """For how many seconds `url` works; null without one. Example: `300`"""
    links: Annotated[
        dict[str, str],
        LinksTo.of(
            self="/v1/printouts/{id}",
            process="/v1/processes/{process_id}",
            job="/v1/jobs/printout.{id}",
        ),
    ] = NO_LINKS
    """Where to go on: the printout, the process, and how far it is."""

    @classmethod
    def of(cls, subject: ShownPrintout) -> PrintoutView:
        """Render a printout for the person who asked for it."""
        made = subject.printout
        facts = made.model_dump() | {
            "process_id": made.process,
            "message": subject.message,
            "file_name": made.file_name,
            "test": PrintedTestView.of(made.test) if made.test else None,
        }
        if subject.link:
            facts |= {"url": subject.link.url, "expires_in": subject.link.expires_in}
        return cls.model_validate(facts)
