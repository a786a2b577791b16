"""HTTP for roster imports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Protocol

from pydantic import Field

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

    restores: Reference | None = None
    join_by_sign_in_name: bool = False


class Application(Body):
    """Whether what would be dropped is meant, and who of `waiting` may administer the district.

    `grants` has their ids. Without its name nobody gets more than what is certain.
    """

    confirm_drops: bool = False
    grants: Annotated[tuple[Reference, ...], Field(max_length=500)] = ()


class ProblemPlaceView(Representation):
    """One of the places of a problem; `detail` is what is true of this place only."""

    row: int
    value: str
    detail: str = ""


class ProblemRow(Representation):
    """One thing wrong with a package, however often; row 1 is the header.

    `row` and `value` are the first of `count` places, `rows` are all rows, `examples` three places.
    """

    severity: str
    code: str
    file: str
    row: int
    column: str
    value: str
    reason: str
    fix: str
    count: int = 1
    rows: str = ""
    examples: tuple[ProblemPlaceView, ...] = ()


class RosterImportRow(Representation):
    """An import in a list."""

    id: str
    version: int
    state: State
    created_at: str
    created_by: str
    restores: str
    joins: bool
    problems_total: int
    total: int
    done: int
    confirmed_by: str
    applied_by: str
    applied_at: str
    expired: bool
    allowed: tuple[str, ...]


class DoubtView(Representation):
    """Somebody whom the package may mean to administer the district, and who waits for a word.

    `reason`: `other_office` (the role is at a place that is not the district's own office) or
    `school_and_district` (OneRoster 1.1 does not say which of the two is meant).
    """

    person: str
    name: str
    office: str
    office_name: str
    reason: Doubtful


class GrantView(Representation):
    """Somebody who was made a district administrator by name."""

    person: str
    office: str


class RosterImportView(RosterImportRow):
    """An import with what its check found.

    `waiting`: who is left with what is certain until `grants` of the application names them.
    """

    base: str
    waiting: list[DoubtView]
    grants: list[GrantView]
    report: dict[str, Any] | None
    problems: list[ProblemRow]
    upload: UploadView | None = None


class RosterView(Representation):
    """Which import is in force, which was before it, and which is being applied."""

    current: str
    previous: str
    applying: str
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
def begin_roster_import(request: RostersImportsRequest) -> RosterImport:
    """Begin an import."""
    body: NewRosterImport = request.body
    return request.services.roster_imports.begin(
        request.act, body.restores or "", joins=body.join_by_sign_in_name
    )


@routes.get(
    "/v1/roster-imports",
    policy=DISTRICT_ADMINS,
    answer=RosterImportRow,
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
    answer=ProblemRow,
    listed=True,
    summary="List everything wrong with an import's package",
)
def list_roster_problems(request: RostersImportsRequest, import_id: str) -> Page[dict[str, Any]]:
    """List problems."""
    asked = request.window
    return request.services.roster_imports.problems(
        request.caller, import_id, asked.limit, asked.after
    )


@routes.post(
    "/v1/roster-imports/{import_id}/application",
    policy=DISTRICT_ADMINS,
    body=Application,
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
def discard_roster_import(request: RostersImportsRequest, import_id: str) -> RosterImport:
    """Discard an import."""
    return request.services.roster_imports.discard(request.act, import_id, request.version)
