"""HTTP for roster imports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Protocol

from pydantic import Field, PlainSerializer

from chalicelib.paging import Page
from chalicelib.rosters.authority import Doubtful
from chalicelib.web.policy import DISTRICT_ADMINS, STAFF
from chalicelib.web.representation import Body, Representation, UploadView
from chalicelib.web.routes import Request, Routes

from .model import Roster, RosterImport, State

if TYPE_CHECKING:
    from .service import RosterImports

    class RostersImportsServices(Protocol):
        """What the edge hands to these views."""

        roster_imports: RosterImports

    RostersImportsRequest = Request[RostersImportsServices]


routes = Routes("Rosters")

Reference = Annotated[str, Field(min_length=1, max_length=255)]


class NewRosterImport(Body):
    """Nothing for an upload; or the import whose roster is to come back.

    `join_by_sign_in_name`: records with one sign-in name and the same name are one person, also
    where the district's setting says no.
    """

    restores: Reference | None = Field(default=None, validation_alias="restored_import_id")
    join_by_sign_in_name: bool = False


class RosterImportApplication(Body):
    """Whether what would be dropped is meant, and who of `waiting` may administer the district.

    `granted_person_ids` has their ids. Without its name nobody gets more than what is certain.
    """

    confirm_drops: bool = False
    grants: Annotated[tuple[Reference, ...], Field(max_length=500)] = Field(
        default=(), validation_alias="granted_person_ids"
    )


class RosterProblemPlaceView(Representation):
    """One of the places of a problem; `message` is what is true of this place only."""

    row: int
    value: str
    detail: str = Field(default="", serialization_alias="message")


class RosterProblemView(Representation):
    """One thing wrong with a package, however often; row 1 is the header.

    `row` and `value` are the first of `count` places, `row_ranges` are all rows, `examples` three
    places.
    """

    severity: str
    code: str
    file: str
    row: int
    column: str
    value: str
    reason: str = Field(serialization_alias="message")
    fix: str
    count: int = 1
    rows: str = Field(default="", serialization_alias="row_ranges")
    examples: tuple[RosterProblemPlaceView, ...] = ()


class RosterImportRowView(Representation):
    """An import in a list."""

    id: str
    version: int
    state: State
    created_at: str
    created_by: str = Field(serialization_alias="created_by_id")
    restores: str = Field(serialization_alias="restored_import_id")
    joins: bool = Field(serialization_alias="join_by_sign_in_name")
    problems_total: int = Field(serialization_alias="problem_count")
    total: int
    done: int
    confirmed_by: str = Field(serialization_alias="confirmed_by_id")
    applied_by: str = Field(serialization_alias="applied_by_id")
    applied_at: str
    expired: bool
    allowed: tuple[str, ...]


class UnconfirmedAdminView(Representation):
    """Somebody whom the package may mean to administer the district, and who waits for a word.

    `reason`: `other_office` (the role is at a place that is not the district's own office) or
    `school_and_district` (OneRoster 1.1 does not say which of the two is meant).
    """

    person: str = Field(serialization_alias="person_id")
    name: str = Field(serialization_alias="person_name")
    office: str = Field(serialization_alias="office_id")
    office_name: str
    reason: Doubtful


class GrantView(Representation):
    """Somebody who was made a district administrator by name."""

    person: str = Field(serialization_alias="person_id")
    office: str = Field(serialization_alias="office_id")


def _show_report(report: dict[str, Any] | None) -> dict[str, Any] | None:
    if report is None or report.get("verdict") != "row-errors":
        return report
    return {**report, "verdict": "row_errors"}


class RosterImportView(RosterImportRowView):
    """An import with what its check found.

    `unconfirmed_admins`: who is left with what is certain until `grants` of the application names
    them.
    """

    base: str = Field(serialization_alias="base_import_id")
    waiting: list[UnconfirmedAdminView] = Field(serialization_alias="unconfirmed_admins")
    grants: list[GrantView]
    report: Annotated[dict[str, Any] | None, PlainSerializer(_show_report)]
    problems: list[RosterProblemView]
    upload: UploadView | None = None


class RosterView(Representation):
    """Which import is in force, which was before it, and which is being applied."""

    current: str = Field(serialization_alias="current_import_id")
    previous: str = Field(serialization_alias="previous_import_id")
    applying: str = Field(serialization_alias="applying_import_id")
    applied_at: str
    counts: dict[str, int]


@routes.get("/v1/roster", policy=STAFF, answer=RosterView, summary="See which roster is in force")
def read_roster(request: RostersImportsRequest) -> Roster:
    """Say which import is in force."""
    return request.services.roster_imports.roster(request.caller.district)


@routes.post(
    "/v1/roster-imports",
    policy=DISTRICT_ADMINS,
    body=NewRosterImport,
    answer=RosterImportView,
    location="/v1/roster-imports/{id}",
    summary="Begin an import: upload a OneRoster package, or bring an earlier roster back",
)
def create_roster_import(request: RostersImportsRequest) -> RosterImport:
    """Begin an import."""
    body: NewRosterImport = request.body
    return request.services.roster_imports.begin(
        request.act, body.restores or "", joins=body.join_by_sign_in_name
    )


@routes.get(
    "/v1/roster-imports",
    policy=DISTRICT_ADMINS,
    answer=RosterImportRowView,
    listed=True,
    summary="List imports, the newest first",
)
def list_roster_imports(request: RostersImportsRequest) -> Page[RosterImport]:
    """List imports."""
    asked = request.window
    return request.services.roster_imports.newest(request.caller.district, asked.limit, asked.after)


@routes.get(
    "/v1/roster-imports/{import_id}",
    policy=DISTRICT_ADMINS,
    answer=RosterImportView,
    summary="See what an import's check found and how far it is",
)
def read_roster_import(request: RostersImportsRequest, import_id: str) -> RosterImport:
    """Read an import."""
    return request.services.roster_imports.read(request.caller, import_id)


@routes.get(
    "/v1/roster-imports/{import_id}/problems",
    policy=DISTRICT_ADMINS,
    answer=RosterProblemView,
    listed=True,
    summary="List everything wrong with an import's package",
)
def list_roster_import_problems(
    request: RostersImportsRequest, import_id: str
) -> Page[dict[str, Any]]:
    """List problems."""
    asked = request.window
    return request.services.roster_imports.problems(
        request.caller, import_id, asked.limit, asked.after
    )


@routes.post(
    "/v1/roster-imports/{import_id}/application",
    policy=DISTRICT_ADMINS,
    body=RosterImportApplication,
    answer=RosterImportView,
    conditional=True,
    status=202,
    location="/v1/jobs/roster-import.{id}",
    summary="Apply a checked import",
)
def apply_roster_import(request: RostersImportsRequest, import_id: str) -> RosterImport:
    """Begin to apply an import."""
    return request.services.roster_imports.apply(
        request.act,
        import_id,
        request.version,
        confirm_drops=request.body.confirm_drops,
        grants=request.body.grants,
    )


@routes.delete(
    "/v1/roster-imports/{import_id}",
    policy=DISTRICT_ADMINS,
    answer=RosterImportView,
    summary="Discard an import that was not applied",
)
def delete_roster_import(request: RostersImportsRequest, import_id: str) -> RosterImport:
    """Discard an import."""
    return request.services.roster_imports.discard(request.act, import_id, request.version)
