"""HTTP for standards: frameworks, sets as trees, and imports of CASE packages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, Protocol

from pydantic import Field

from chalicelib.paging import Page
from chalicelib.web.policy import DISTRICT_ADMINS, STAFF
from chalicelib.web.representation import Body, Representation, UploadView, show_as
from chalicelib.web.routes import Request, Routes

from .model import StandardsSet
from .problems import Verdict
from .records import FrameworkRecord, SetSummary, Shown, State

if TYPE_CHECKING:
    from .importing import StandardsImports
    from .service import Standards

    class StandardsServices(Protocol):
        """What the edge hands to these views."""

        standards: Standards
        standards_imports: StandardsImports

    StandardsRequest = Request[StandardsServices]


routes = Routes("Standards")


class FrameworkView(Representation):
    """A framework: a CASE package that was imported; `edition` is its own version."""

    id: str
    identifier: str
    title: str
    creator: str = Field(serialization_alias="creator_name")
    language: str
    edition: str
    status: str = Field(serialization_alias="adoption_status")
    uri: str
    standards: int = Field(serialization_alias="standard_count")
    sets: int = Field(serialization_alias="standards_set_count")
    imported: str = Field(serialization_alias="imported_at")
    version: int


class _SetFacts(Representation):
    """`grades` as teachers say them, `grade_codes` as CASE does."""

    id: str
    name: str
    framework: str = Field(serialization_alias="framework_id")
    framework_title: str
    subject: str
    grades: str
    grade_codes: tuple[str, ...]
    standards: int = Field(serialization_alias="standard_count")


class StandardsSetRowView(_SetFacts):
    """A standards set in a list."""

    @classmethod
    def of(cls, subject: SetSummary) -> StandardsSetRowView:
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


class StandardRowView(Representation):
    """One line of the tree, top to bottom.

    `parent_identifier` is the identifier of the line above it.

    Headings are not `selectable` and have no `position`.
    """

    identifier: str
    code: str
    statement: str
    kind: str
    level: int
    parent: str | None = Field(serialization_alias="parent_identifier")
    selectable: bool
    position: int | None


class RetiredStandardView(Representation):
    """A standard that is no longer part of the framework; trackers may still hold it."""

    identifier: str
    code: str
    position: int


class StandardsSetView(_SetFacts):
    """A standards set as a tree; positions are given once and never to another standard."""

    tree: list[StandardRowView]
    retired: list[RetiredStandardView]
    version: int

    @classmethod
    def of(cls, subject: StandardsSet) -> StandardsSetView:
        """Render a set with its rows."""
        gone = [
            RetiredStandardView(identifier=p.identifier, code=p.code, position=n)
            for n, p in enumerate(subject.places)
            if p.retired
        ]
        return cls(
            id=subject.id,
            name=subject.name,
            framework=subject.framework,
            framework_title=subject.framework_title,
            subject=subject.subject,
            grades=subject.band.label,
            grade_codes=subject.band.grades,
            standards=subject.active.bit_count(),
            tree=[StandardRowView.of(row) for row in subject.rows],
            retired=gone,
            version=subject.version,
        )


class SetQuery(Body):
    """Which sets are wanted; `grade` is written like `3` or `K`."""

    framework: str = Field("", max_length=64, validation_alias="framework_id")
    subject: str = Field("", max_length=200)
    grade: str = Field("", max_length=20)


class NewStandardsImport(Body):
    """What is going to be uploaded."""

    file_name: Annotated[str, Field(max_length=200)] = ""


class StandardsImportApplication(Body):
    """`confirm_drops`: apply it although it drops more than the district allows unasked."""

    confirm_drops: bool = False


ShownVerdict = Annotated[
    Verdict,
    show_as(
        {"row-errors": "row_errors"}, Literal["accept", "warn", "hold", "row_errors", "reject"]
    ),
]


class StandardsProblemView(Representation):
    """One thing wrong with the package; `location` is a JSON pointer into the file."""

    severity: str
    code: str
    where: str = Field(serialization_alias="location")
    identifier: str
    value: str
    reason: str = Field(serialization_alias="message")
    fix: str


class StandardsImportView(Representation):
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
    verdict: ShownVerdict | None
    framework: dict[str, str] | None
    counts: dict[str, int]
    sets: tuple[dict[str, Any], ...]
    diff: dict[str, Any] | None
    problem_count: int
    problem_counts: dict[str, int]
    problems: tuple[StandardsProblemView, ...]
    allowed: tuple[str, ...]
    upload: UploadView | None = None
    links: dict[str, str]
    version: int

    @classmethod
    def of(cls, subject: Shown) -> StandardsImportView:
        """Render an import."""
        record = subject.record
        facts = record.model_dump() | {
            "problem_count": record.problem_count,
            "allowed": record.allowed,
            "upload": UploadView.of(subject.form) if subject.form else None,
            "links": {
                "self": f"/v1/standards-imports/{record.id}",
                "problems": f"/v1/standards-imports/{record.id}/problems",
                "job": f"/v1/jobs/standards-import.{record.id}",
            },
        }
        return cls.model_validate(facts)


class StandardsImportRowView(Representation):
    """An import in a list."""

    id: str
    state: State
    file_name: str
    created_at: str
    applied_at: str
    verdict: ShownVerdict | None
    framework: dict[str, str] | None
    problem_count: int
    allowed: tuple[str, ...]

    @classmethod
    def of(cls, subject: Shown) -> StandardsImportRowView:
        """Render an import."""
        return cls.model_validate(subject.record)


@routes.get(
    "/v1/frameworks",
    policy=STAFF,
    answer=FrameworkView,
    listed=True,
    summary="List the standards frameworks",
)
def list_frameworks(request: StandardsRequest) -> Page[FrameworkRecord]:
    """List frameworks."""
    window = request.window
    return request.services.standards.frameworks(
        request.caller.district, window.limit, window.after
    )


@routes.get(
    "/v1/frameworks/{framework_id}", policy=STAFF, answer=FrameworkView, summary="Read a framework"
)
def read_framework(request: StandardsRequest, framework_id: str) -> FrameworkRecord:
    """Read a framework."""
    return request.services.standards.framework(request.caller.district, framework_id)


@routes.get(
    "/v1/standards-sets",
    policy=STAFF,
    query=SetQuery,
    answer=StandardsSetRowView,
    listed=True,
    summary="List the standards sets, by framework, subject and grade",
)
def list_standards_sets(request: StandardsRequest) -> Page[SetSummary]:
    """List sets."""
    district, window = request.caller.district, request.window
    wanted = request.query.model_dump() if request.query else {}
    return request.services.standards.sets(district, window.limit, window.after, **wanted)


@routes.get(
    "/v1/standards-sets/{standards_set_id}",
    policy=STAFF,
    answer=StandardsSetView,
    summary="Read a standards set as a tree",
)
def read_standards_set(request: StandardsRequest, standards_set_id: str) -> StandardsSet:
    """Read a set."""
    return request.services.standards.tree(request.caller.district, standards_set_id)


@routes.post(
    "/v1/standards-imports",
    policy=DISTRICT_ADMINS,
    body=NewStandardsImport,
    answer=StandardsImportView,
    location="/v1/standards-imports/{id}",
    summary="Begin an import: get a form to upload a CASE package with",
)
def create_standards_import(request: StandardsRequest) -> Shown:
    """Offer an upload."""
    return request.services.standards_imports.offer(request.act, request.body.file_name)


@routes.get(
    "/v1/standards-imports",
    policy=DISTRICT_ADMINS,
    answer=StandardsImportRowView,
    listed=True,
    summary="List the imports of standards, the latest first",
)
def list_standards_imports(request: StandardsRequest) -> Page[Shown]:
    """List imports."""
    district, window = request.caller.district, request.window
    return request.services.standards_imports.listing(district, window.limit, window.after)


@routes.get(
    "/v1/standards-imports/{import_id}",
    policy=DISTRICT_ADMINS,
    answer=StandardsImportView,
    summary="Read an import: verdict, difference, problems",
)
def read_standards_import(request: StandardsRequest, import_id: str) -> Shown:
    """Read an import."""
    return request.services.standards_imports.read(request.caller.district, import_id)


@routes.get(
    "/v1/standards-imports/{import_id}/problems",
    policy=DISTRICT_ADMINS,
    answer=StandardsProblemView,
    listed=True,
    summary="List everything that is wrong with an import's package",
)
def list_standards_import_problems(
    request: StandardsRequest, import_id: str
) -> Page[dict[str, Any]]:
    """List problems."""
    district, window = request.caller.district, request.window
    imports = request.services.standards_imports
    return imports.problems(district, import_id, window.limit, window.after)


@routes.post(
    "/v1/standards-imports/{import_id}/application",
    policy=DISTRICT_ADMINS,
    body=StandardsImportApplication,
    answer=StandardsImportView,
    status=202,
    conditional=True,
    location="/v1/jobs/standards-import.{id}",
    summary="Apply a checked package",
)
def apply_standards_import(request: StandardsRequest, import_id: str) -> Shown:
    """Have a package applied."""
    confirmed = request.body.confirm_drops
    imports = request.services.standards_imports
    return imports.apply(request.act, import_id, request.version, confirm_drops=confirmed)


@routes.delete(
    "/v1/standards-imports/{import_id}",
    policy=DISTRICT_ADMINS,
    answer=StandardsImportView,
    summary="Give an import up before it is applied",
)
def delete_standards_import(request: StandardsRequest, import_id: str) -> Shown:
    """Discard an import."""
    return request.services.standards_imports.discard(request.act, import_id, request.version)
