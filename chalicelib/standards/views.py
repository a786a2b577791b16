"""What clients send and get about standards."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from chalicelib.web.representation import Body, Representation

from .model import StandardsSet
from .problems import Verdict
from .records import SetSummary, Shown, State


class FrameworkView(Representation):
    """A framework: a CASE package that was imported; `edition` is its own version."""

    id: str
    identifier: str
    title: str
    creator: str
    language: str
    edition: str
    status: str
    uri: str
    standards: int
    sets: int
    imported: str
    version: int


class SetSummaryView(Representation):
    """A standards set in a list; `grades` as teachers say them, `grade_codes` as CASE does."""

    id: str
    name: str
    framework: str
    framework_title: str
    subject: str
    grades: str
    grade_codes: tuple[str, ...]
    standards: int

    @classmethod
    def of(cls, subject: SetSummary) -> SetSummaryView:
        """Render a set's summary."""
        return cls(
            id=subject.id,
            name=f"{subject.subject}, {subject.band.words}",
            framework=subject.framework,
            framework_title=subject.framework_title,
            subject=subject.subject,
            grades=subject.band.label,
            grade_codes=subject.grades,
            standards=subject.standards,
        )


class RowView(Representation):
    """One line of the tree, top to bottom; `parent` is the identifier of the line above it.

    Headings are not `selectable` and have no `position`.
    """

    identifier: str
    code: str
    statement: str
    kind: str
    level: int
    parent: str | None
    selectable: bool
    position: int | None


class RetiredView(Representation):
    """A standard that is no longer part of the framework; trackers may still hold it."""

    identifier: str
    code: str
    position: int


class SetView(Representation):
    """A standards set as a tree; positions are given once and never to another standard."""

    id: str
    name: str
    framework: str
    framework_title: str
    subject: str
    grades: str
    grade_codes: tuple[str, ...]
    standards: int
    tree: list[RowView]
    retired: list[RetiredView]
    version: int

    @classmethod
    def of(cls, subject: StandardsSet) -> SetView:
        """Render a set with its rows."""
        gone = [(n, place) for n, place in enumerate(subject.places) if place.retired]
        return cls(
            id=subject.id,
            name=subject.name,
            framework=subject.framework,
            framework_title=subject.framework_title,
            subject=subject.subject,
            grades=subject.band.label,
            grade_codes=subject.band.grades,
            standards=subject.active.bit_count(),
            tree=[RowView.of(row) for row in subject.rows],
            retired=[
                RetiredView(identifier=place.identifier, code=place.code, position=n)
                for n, place in gone
            ],
            version=subject.version,
        )


class SetQuery(Body):
    """Which sets are wanted; `grade` is written like `3` or `K`."""

    framework: str = Field("", max_length=64)
    subject: str = Field("", max_length=200)
    grade: str = Field("", max_length=20)


class NewImport(Body):
    """What is going to be uploaded."""

    file_name: Annotated[str, Field(max_length=200)] = ""


class Application(Body):
    """`confirm_drops`: apply it although it drops more than the district allows unasked."""

    confirm_drops: bool = False


class UploadView(Representation):
    """POST the file to `url` as multipart/form-data: these fields first, then `file`."""

    url: str
    fields: dict[str, str]
    expires_in: int
    limit: int


class ProblemView(Representation):
    """One thing wrong with the package; `where` is a JSON pointer into the file."""

    severity: str
    code: str
    where: str
    identifier: str
    value: str
    reason: str
    fix: str


class ImportView(Representation):
    """An import: its verdict, what it would change, its first problems.

    `upload` is there when the import is new.
    """

    id: str
    state: State
    file_name: str
    created_at: str
    checked_at: str
    applied_at: str
    message: str
    verdict: Verdict | None
    framework: dict[str, str] | None
    counts: dict[str, int]
    sets: tuple[dict[str, Any], ...]
    diff: dict[str, Any] | None
    problem_count: int
    problem_counts: dict[str, int]
    problems: tuple[ProblemView, ...]
    actions: tuple[str, ...]
    upload: UploadView | None = None
    links: dict[str, str]
    version: int

    @classmethod
    def of(cls, subject: Shown) -> ImportView:
        """Render an import."""
        record = subject.record
        facts = record.model_dump() | {
            "problem_count": record.problem_count,
            "actions": record.actions,
            "upload": UploadView.of(subject.form) if subject.form else None,
            "links": {
                "self": f"/v1/standards-imports/{record.id}",
                "problems": f"/v1/standards-imports/{record.id}/problems",
                "job": f"/v1/jobs/standards-import.{record.id}",
            },
        }
        return cls.model_validate(facts)


class ImportSummaryView(Representation):
    """An import in a list."""

    id: str
    state: State
    file_name: str
    created_at: str
    applied_at: str
    verdict: Verdict | None
    framework: dict[str, str] | None
    problem_count: int
    actions: tuple[str, ...]

    @classmethod
    def of(cls, subject: Shown) -> ImportSummaryView:
        """Render an import."""
        return cls.model_validate(subject.record)
