"""HTTP for imports of standards: CASE packages uploaded, checked, applied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from chalicelib.findings.model import KEPT_EXAMPLES, Verdict
from chalicelib.findings.views import (
    ImportProblemView,
    WhichFileProblems,
    WhichProblems,
    problems_table,
)
from chalicelib.paging import Page
from chalicelib.standards.records import ShownStandardsImport, StandardsImportState
from chalicelib.web.id_names import NO_LINKS, LinksTo, NameOf
from chalicelib.web.policy import DISTRICT_ADMINS
from chalicelib.web.representation import (
    Body,
    Representation,
    TextOrNull,
    UploadView,
    Version,
    show_as,
)
from chalicelib.web.routes import CSV, Request, Routes

if TYPE_CHECKING:
    from chalicelib.standards.wiring import StandardsWiring
    from chalicelib.tables import DataTable

routes = Routes("Standards")


class NewStandardsImport(Body):
    """The announced upload."""

    file_name: Annotated[str, Field(max_length=200)] = ""
    """The name of the file that you will upload; for people only. Example: `ccss-math.json`"""


class StandardsImportApplication(Body):
    """An admin's confirmations for applying an import."""

    confirm_drops: bool = False
    """Confirms that what the import drops is meant. Needed when the import is `held`."""


ShownVerdict = Annotated[
    Verdict,
    show_as(
        {"row-errors": "row_errors"}, Literal["accept", "warn", "hold", "row_errors", "reject"]
    ),
]


class StandardsImportHeadView(Representation):
    """The facts of an import that every view of it shows."""

    id: str
    """The import's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    state: StandardsImportState
    """Where the import stands."""
    file_name: str
    """The name of the uploaded file; blank when unknown. Example: `ccss-math.json`"""
    created_at: str
    """When it was made. Example: `2026-09-14T17:00:00Z`"""
    applied_at: TextOrNull
    """When it was applied; null before that. Example: `2026-08-10T15:05:00Z`"""
    created_by: str = Field(serialization_alias="created_by_id")
    """The id of the person who began it. Example: `A-1`"""
    created_by_name: Annotated[str | None, NameOf("person", "created_by_id")] = None
    """The name of the person who began it; null if it is not known."""
    applied_by: str = Field(serialization_alias="applied_by_id")
    """The id of the person who applied it; blank before that. Example: `A-1`"""
    applied_by_name: Annotated[str | None, NameOf("person", "applied_by_id")] = None
    """The name of the person who applied it; null if it is not known."""
    discarded_by: str = Field(serialization_alias="discarded_by_id")
    """The id of the person who discarded it; blank when nobody did. Example: `A-1`"""
    discarded_by_name: Annotated[str | None, NameOf("person", "discarded_by_id")] = None
    """The name of the person who discarded it; null if it is not known."""
    done: int
    """How many standards sets are written. Example: `4`"""
    total: int
    """The number of standards sets that the import writes; 0 until it was checked. Example: `9`"""
    verdict: ShownVerdict | None
    """The permitted use of the file; null until it was checked.

    - `accept`: Nothing is wrong with it.
    - `warn`: It can be applied; some things are odd.
    - `hold`: It would drop more than the district allows without confirmation.
    - `row_errors`: Some entries must be corrected.
    - `reject`: It cannot be read with certainty.
    """
    framework: dict[str, str] | None
    """The framework that the file names; null until it was checked.

    - `id`: Its id here.
    - `identifier`: Its identifier at its publisher.
    - `title`: Its title.
    - `creator`: Its publisher.
    - `version`: Its publisher's version.
    """
    problem_count: int
    """How many kinds of problems the check found. Example: `3`"""
    allowed: tuple[str, ...]
    """The actions that you can take now.

    - `apply`: Apply it.
    - `confirm_drops_and_apply`: Confirm what it drops, and apply it.
    - `discard`: Discard it.
    """


class StandardsImportView(StandardsImportHeadView):
    """An import of a framework: its verdict, what it would change, its first problems."""

    checked_at: TextOrNull
    """When the file was checked; null before that. Example: `2026-08-10T15:01:00Z`"""
    message: str
    """How far it is, in a sentence to show. Example: `Ready to apply.`"""
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
    """The changes that applying it would make; null until it was checked, and for a file that is
    refused. Of a framework that is new everything is added, and `standards_held` is 0.
    """
    problem_counts: dict[str, int]
    """How many kinds of problems there are, by how bad they are.

    - `reject`: Nothing was read further.
    - `error`: Must be corrected.
    - `hold`: An admin must confirm.
    - `warning`: Understood all the same.
    """
    problems: tuple[ImportProblemView, ...]
    """The first 20 kinds of problems. `links.problems` lists all."""
    upload: UploadView | None = None
    """The form for uploading the file; only in the answer that began the import."""
    links: dict[str, str]
    """Where to go on.

    - `self`: This import.
    - `problems`: All its problems.
    - `job`: The job that says how far it is.
    """
    version: Version

    @classmethod
    def of(cls, subject: ShownStandardsImport) -> StandardsImportView:
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


class StandardsImportRowView(StandardsImportHeadView):
    """An import in a list."""

    links: Annotated[
        dict[str, str],
        LinksTo.of(
            self="/v1/standards-imports/{id}", problems="/v1/standards-imports/{id}/problems"
        ),
    ] = NO_LINKS
    """Where to go on: the import, and its problems."""

    @classmethod
    def of(cls, subject: ShownStandardsImport) -> StandardsImportRowView:
        return cls.model_validate(subject.record)


@routes.post(
    "/v1/standards-imports",
    policy=DISTRICT_ADMINS,
    body=NewStandardsImport,
    answer=StandardsImportView,
    location="/v1/standards-imports/{id}",
    summary="Begin an import: get a form to upload a CASE package with",
)
def create_standards_import(request: Request[StandardsWiring]) -> ShownStandardsImport:
    return request.services.standards_imports.offer(request.act, request.body.file_name)


@routes.get(
    "/v1/standards-imports",
    policy=DISTRICT_ADMINS,
    answer=StandardsImportRowView,
    listed=True,
    summary="List the imports of standards, the latest first",
)
def list_standards_imports(request: Request[StandardsWiring]) -> Page[ShownStandardsImport]:
    district = request.caller.district
    return request.services.standards_imports.listing(district, *request.window)


@routes.get(
    "/v1/standards-imports/{import_id}",
    policy=DISTRICT_ADMINS,
    answer=StandardsImportView,
    summary="Read an import: verdict, difference, problems",
)
def read_standards_import(
    request: Request[StandardsWiring], import_id: str
) -> ShownStandardsImport:
    return request.services.standards_imports.read(request.caller.district, import_id)


@routes.get(
    "/v1/standards-imports/{import_id}/problems",
    policy=DISTRICT_ADMINS,
    query=WhichProblems,
    answer=ImportProblemView,
    listed=True,
    summary="List everything that is wrong with an import's package",
)
def list_standards_import_problems(
    request: Request[StandardsWiring], import_id: str
) -> Page[dict[str, Any]]:
    """List problems, worst first, then by list and as they stand in the file."""
    which = request.query or WhichProblems()
    return request.services.standards_imports.problems(
        request.caller.district,
        import_id,
        *request.window,
        which.as_filter(which.example_limit),
    )


@routes.get(
    "/v1/standards-imports/{import_id}/problems.csv",
    policy=DISTRICT_ADMINS,
    query=WhichFileProblems,
    media=CSV,
    summary="Everything wrong with a package of standards as CSV",
)
def download_standards_import_problems(
    request: Request[StandardsWiring], import_id: str
) -> DataTable:
    """Return problems as a file for the publisher of the standards, with each kept place.

    A package has no row numbers that could stand for the places.
    """
    which = (request.query or WhichFileProblems()).as_filter(KEPT_EXAMPLES)
    imports = request.services.standards_imports
    found = imports.every_problem(request.caller.district, import_id, which)
    return problems_table("standards-problems", found)


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
def apply_standards_import(
    request: Request[StandardsWiring], import_id: str
) -> ShownStandardsImport:
    confirmed = request.body.confirm_drops
    imports = request.services.standards_imports
    return imports.apply(request.act, import_id, request.version, confirm_drops=confirmed)


@routes.delete(
    "/v1/standards-imports/{import_id}",
    policy=DISTRICT_ADMINS,
    answer=StandardsImportView,
    summary="Give an import up before it is applied",
)
def delete_standards_import(
    request: Request[StandardsWiring], import_id: str
) -> ShownStandardsImport:
    return request.services.standards_imports.discard(request.act, import_id, request.version)
