"""HTTP for standards: frameworks, sets as trees, and imports of CASE packages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, Protocol

from pydantic import Field

from chalicelib.paging import Page
from chalicelib.web.beside import NO_LINKS, LinksTo, NameOf
from chalicelib.web.policy import DISTRICT_ADMINS, STAFF
from chalicelib.web.representation import Body, Representation, TextOrNull, UploadView, show_as
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
    """A framework of standards: a CASE package that was imported."""

    id: str
    """The framework's id here. Example: `f1`"""
    identifier: str
    """The framework's identifier at its publisher (CASE).

    Example: `c607012a-4eee-11ec-82a8-0242ac150004`
    """
    title: str
    """The framework's title. Example: `Grade 3 Mathematics`"""
    creator: str = Field(serialization_alias="creator_name")
    """Who publishes it. Example: `Texas Education Agency`"""
    language: str
    """Its language, as a BCP 47 tag; blank when the package does not say. Example: `en`"""
    edition: str
    """Its publisher's version; blank when the package does not say. Example: `2024`"""
    status: str = Field(serialization_alias="adoption_status")
    """Whether it is adopted, as the package says. Example: `Adopted`"""
    uri: str
    """Its address at its publisher; blank when the package has none.

    Example: `https://case.example.org/uri/1`
    """
    standards: int = Field(serialization_alias="standard_count")
    """How many standards can be selected in all its sets. Example: `120`"""
    sets: int = Field(serialization_alias="standards_set_count")
    """How many standards sets it has. Example: `6`"""
    imported: TextOrNull = Field(serialization_alias="imported_at")
    """When it was imported last; null while its first import is at work.

    Example: `2026-08-10T15:00:00Z`
    """
    version: int
    """The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.

    Example: `3`
    """


class _SetFacts(Representation):
    """What a standards set is of."""

    id: str
    """The standards set's id. Example: `f1-math-3`"""
    name: str
    """The set's name: framework, subject and grades. Example: `Mathematics, grade 3`"""
    framework: str = Field(serialization_alias="framework_id")
    """The id of its framework. Example: `f1`"""
    framework_title: str
    """The framework's title. Example: `Grade 3 Mathematics`"""
    subject: str
    """The set's subject. Example: `Mathematics`"""
    grades: str
    """The set's grades, as teachers say them. Example: `3`"""
    grade_codes: tuple[str, ...]
    """The set's grades, as CASE writes them. Example: `["03"]`"""
    standards: int = Field(serialization_alias="standard_count")
    """How many standards can be selected in it. Example: `25`"""


class StandardsSetRowView(_SetFacts):
    """A standards set in a list."""

    links: Annotated[dict[str, str], LinksTo.of(self="/v1/standards-sets/{id}")] = NO_LINKS
    """Where to go on: the set with its standards."""

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
    """One line of the tree of a standards set, from top to bottom."""

    identifier: str
    """The standard's identifier at its publisher.

    Example: `6b9f5a1e-d7cc-11e8-824f-0242ac160002`
    """
    code: str
    """The standard's code, as teachers say it; blank when it has none. Example: `3.NF.A.1`"""
    statement: str
    """What students can do. Example: `Understand a fraction 1/b as one part of a whole.`"""
    kind: str
    """What the publisher calls this line; blank when the package does not say.

    Example: `Standard`
    """
    level: int
    """How deep it is in the tree, from 0. Example: `2`"""
    parent: str | None = Field(serialization_alias="parent_identifier")
    """The identifier of the line above it; null at the top.

    Example: `6b9f5a1e-d7cc-11e8-824f-0242ac160001`
    """
    selectable: bool
    """Whether it can be tracked and assessed. Headings cannot."""
    position: int | None
    """Its place in the set, which is never given to another standard; null for a heading, and for
    a standard that has ended.

    Example: `4`
    """
    ended: TextOrNull = Field(serialization_alias="ended_on")
    """The last day on which it could be selected; null while it can be, and for a heading.

    Example: `2027-06-30`
    """


class RetiredStandardView(Representation):
    """A standard that cannot be selected any more; trackers may still hold it."""

    identifier: str
    """The standard's identifier at its publisher.

    Example: `6b9f5a1e-d7cc-11e8-824f-0242ac160009`
    """
    code: str
    """The standard's code. Example: `3.NF.A.9`"""
    position: int
    """The place that it had in the set. Example: `7`"""


class StandardsSetView(_SetFacts):
    """A standards set as a tree; positions are given once and never to another standard."""

    tree: list[StandardRowView]
    """Headings and standards, from top to bottom."""
    retired: list[RetiredStandardView]
    """Standards that the framework no longer has, no longer offers, or that have ended. Trackers
    may still hold them."""
    version: int
    """The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.

    Example: `3`
    """

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
    """Which sets to list."""

    framework: str = Field("", max_length=64, validation_alias="framework_id")
    """Only sets of this framework, by its id. Example: `f1`"""
    subject: str = Field("", max_length=200)
    """Only sets of this subject. Example: `Mathematics`"""
    grade: str = Field("", max_length=20)
    """Only sets with this grade, as `3` or `K`. Example: `3`"""


class NewStandardsImport(Body):
    """What is going to be uploaded."""

    file_name: Annotated[str, Field(max_length=200)] = ""
    """The name of the file that you will upload; for people only. Example: `ccss-math.json`"""


class StandardsImportApplication(Body):
    """What an admin confirms when an import is applied."""

    confirm_drops: bool = False
    """Confirms that what the import drops is meant. Needed when the import is `held`."""


ShownVerdict = Annotated[
    Verdict,
    show_as(
        {"row-errors": "row_errors"}, Literal["accept", "warn", "hold", "row_errors", "reject"]
    ),
]


class StandardsProblemView(Representation):
    """One thing wrong with the file."""

    severity: str
    """How bad it is.

    - `reject`: The file cannot be read with certainty. Nothing was read further.
    - `error`: It must be corrected.
    - `hold`: An admin must confirm it.
    - `warning`: It was understood all the same.
    """
    code: str
    """What is wrong, for programs. Example: `unknown_parent`"""
    where: str = Field(serialization_alias="location")
    """The place: a JSON pointer into the file. Example: `/CFItems/12/humanCodingScheme`"""
    identifier: str
    """The identifier of the entry; blank when it has none.

    Example: `6b9f5a1e-d7cc-11e8-824f-0242ac160002`
    """
    value: str
    """What stands there. Example: `3.NF.A`"""
    reason: str = Field(serialization_alias="message")
    """What is wrong, in a sentence. Example: `Two entries have this code.`"""
    fix: str
    """What to do, in a sentence. Example: `Give one of them another code.`"""


class StandardsImportView(Representation):
    """An import of a framework: its verdict, what it would change, its first problems."""

    id: str
    """The import's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    state: State
    """Where the import stands."""
    file_name: str
    """The name of the uploaded file; blank when nobody said it. Example: `ccss-math.json`"""
    created_at: str
    """When it was made. Example: `2026-09-14T17:00:00Z`"""
    checked_at: TextOrNull
    """When the file was checked; null before that. Example: `2026-08-10T15:01:00Z`"""
    applied_at: TextOrNull
    """When it was applied; null before that. Example: `2026-08-10T15:05:00Z`"""
    created_by: str = Field(serialization_alias="created_by_id")
    """The id of who began it. Example: `A-1`"""
    created_by_name: Annotated[str | None, NameOf("person", "created_by_id")] = None
    """Who began it, by name; null if it is not known."""
    applied_by: str = Field(serialization_alias="applied_by_id")
    """The id of who applied it; blank before that. Example: `A-1`"""
    applied_by_name: Annotated[str | None, NameOf("person", "applied_by_id")] = None
    """Who applied it, by name; null if it is not known."""
    discarded_by: str = Field(serialization_alias="discarded_by_id")
    """The id of who discarded it; blank when nobody did. Example: `A-1`"""
    discarded_by_name: Annotated[str | None, NameOf("person", "discarded_by_id")] = None
    """Who discarded it, by name; null if it is not known."""
    done: int
    """How many standards sets are written. Example: `4`"""
    total: int
    """How many standards sets are to be written; 0 until it was checked. Example: `9`"""
    message: str
    """How far it is, in a sentence to show. Example: `Ready to apply.`"""
    verdict: ShownVerdict | None
    """What may be done with the file; null until it was checked.

    - `accept`: Nothing is wrong with it.
    - `warn`: It can be applied; some things are odd.
    - `hold`: It would drop more than the district allows unasked.
    - `row_errors`: Some entries must be corrected.
    - `reject`: It cannot be read with certainty.
    """
    framework: dict[str, str] | None
    """What the file says the framework is; null until it was checked.

    - `id`: Its id here.
    - `identifier`: Its identifier at its publisher.
    - `title`: Its title.
    - `creator`: Who publishes it.
    - `version`: Its publisher's version.
    """
    counts: dict[str, int]
    """How many things the file has.

    - `standards`: Standards that can be selected.
    - `statements`: Statements and headings.
    - `headings`: Headings, which cannot be selected.
    - `associations`: Relations between statements.
    - `sets`: Standards sets that are made of it.
    """
    sets: tuple[Annotated[dict[str, Any], "ImportedSet"], ...]
    """The standards sets that the file makes."""
    diff: Annotated[dict[str, Any], "StandardsDiff"] | None
    """What applying it would change; null for a framework that is new."""
    problem_count: int
    """How many problems there are. Example: `3`"""
    problem_counts: dict[str, int]
    """How many problems there are, by how bad they are.

    - `reject`: Nothing was read further.
    - `error`: Must be corrected.
    - `hold`: An admin must confirm.
    - `warning`: Understood all the same.
    """
    problems: tuple[StandardsProblemView, ...]
    """The first problems. `links.problems` lists all."""
    allowed: tuple[str, ...]
    """What you may do with it now.

    - `apply`: Apply it.
    - `confirm_drops_and_apply`: Confirm what it drops, and apply it.
    - `discard`: Discard it.
    """
    upload: UploadView | None = None
    """The form to upload the file with; null unless the import was begun just now."""
    links: dict[str, str]
    """Where to go on.

    - `self`: This import.
    - `problems`: All its problems.
    - `job`: The job that says how far it is.
    """
    version: int
    """The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.

    Example: `3`
    """

    @classmethod
    def of(cls, subject: Shown) -> StandardsImportView:
        """Render an import."""
        record = subject.record
        diff = record.diff and {"standards_withdrawn": 0, **record.diff}
        facts = record.model_dump() | {
            "diff": diff,
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
    """The import's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    state: State
    """Where the import stands."""
    file_name: str
    """The name of the uploaded file; blank when nobody said it. Example: `ccss-math.json`"""
    created_at: str
    """When it was made. Example: `2026-09-14T17:00:00Z`"""
    applied_at: TextOrNull
    """When it was applied; null before that. Example: `2026-08-10T15:05:00Z`"""
    created_by: str = Field(serialization_alias="created_by_id")
    """The id of who began it. Example: `A-1`"""
    created_by_name: Annotated[str | None, NameOf("person", "created_by_id")] = None
    """Who began it, by name; null if it is not known."""
    applied_by: str = Field(serialization_alias="applied_by_id")
    """The id of who applied it; blank before that. Example: `A-1`"""
    applied_by_name: Annotated[str | None, NameOf("person", "applied_by_id")] = None
    """Who applied it, by name; null if it is not known."""
    discarded_by: str = Field(serialization_alias="discarded_by_id")
    """The id of who discarded it; blank when nobody did. Example: `A-1`"""
    discarded_by_name: Annotated[str | None, NameOf("person", "discarded_by_id")] = None
    """Who discarded it, by name; null if it is not known."""
    done: int
    """How many standards sets are written. Example: `4`"""
    total: int
    """How many standards sets are to be written; 0 until it was checked. Example: `9`"""
    verdict: ShownVerdict | None
    """What may be done with the file; null until it was checked.

    - `accept`: Nothing is wrong with it.
    - `warn`: It can be applied; some things are odd.
    - `hold`: It would drop more than the district allows unasked.
    - `row_errors`: Some entries must be corrected.
    - `reject`: It cannot be read with certainty.
    """
    framework: dict[str, str] | None
    """What the file says the framework is; null until it was checked.

    - `id`: Its id here.
    - `identifier`: Its identifier at its publisher.
    - `title`: Its title.
    - `creator`: Who publishes it.
    - `version`: Its publisher's version.
    """
    problem_count: int
    """How many problems there are. Example: `3`"""
    allowed: tuple[str, ...]
    """What you may do with it now.

    - `apply`: Apply it.
    - `confirm_drops_and_apply`: Confirm what it drops, and apply it.
    - `discard`: Discard it.
    """
    links: Annotated[
        dict[str, str],
        LinksTo.of(
            self="/v1/standards-imports/{id}", problems="/v1/standards-imports/{id}/problems"
        ),
    ] = NO_LINKS
    """Where to go on: the import, and its problems."""

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
