"""HTTP for imports of the roster."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from chalicelib.paging import Page
from chalicelib.web.policy import DISTRICT_ADMINS, STAFF
from chalicelib.web.representation import Body, Representation
from chalicelib.web.routes import Request, Routes
from chalicelib.wiring import services

from .imports import Roster, RosterImport, State

routes = Routes("Roster imports")

Reference = Annotated[str, Field(min_length=1, max_length=255)]


class NewRosterImport(Body):
    """Nothing for an upload; or the import whose roster is to come back."""

    restores: Reference | None = None


class Application(Body):
    """Whether what would be dropped is meant."""

    confirm_drops: bool = False


class UploadView(Representation):
    """Where and with which fields to POST the file (multipart/form-data, the file last)."""

    url: str
    fields: dict[str, str]
    expires_in: int
    limit: int


class ProblemRow(Representation):
    """One thing wrong with a package; row 1 is the header."""

    severity: str
    code: str
    file: str
    row: int
    column: str
    value: str
    reason: str
    fix: str


class RosterImportRow(Representation):
    """An import in a list."""

    id: str
    version: int
    state: State
    created_at: str
    created_by: str
    restores: str
    problems_total: int
    total: int
    done: int
    confirmed_by: str
    applied_by: str
    applied_at: str
    actions: tuple[str, ...]


class RosterImportView(RosterImportRow):
    """An import with what its check found."""

    base: str
    report: dict[str, Any] | None
    problems: list[ProblemRow]
    upload: UploadView | None = None


class RosterView(Representation):
    """Which import is in force, and which is being applied."""

    current: str
    applying: str
    applied_at: str
    counts: dict[str, int]


@routes.get("/v1/roster", policy=STAFF, answer=RosterView, summary="See which roster is in force")
def read_roster(request: Request) -> Roster:
    """Say which import is in force."""
    return services().roster_imports.roster(request.caller.district)


@routes.post(
    "/v1/roster-imports",
    policy=DISTRICT_ADMINS,
    body=NewRosterImport,
    answer=RosterImportView,
    location="/v1/roster-imports/{id}",
    summary="Begin an import: upload a OneRoster package, or bring an earlier roster back",
)
def begin_roster_import(request: Request) -> RosterImport:
    """Begin an import."""
    return services().roster_imports.begin(request.act, request.body.restores or "")


@routes.get(
    "/v1/roster-imports",
    policy=DISTRICT_ADMINS,
    answer=RosterImportRow,
    listed=True,
    summary="List imports, the newest first",
)
def list_roster_imports(request: Request) -> Page[RosterImport]:
    """List imports."""
    asked = request.window
    return services().roster_imports.newest(request.caller.district, asked.limit, asked.after)


@routes.get(
    "/v1/roster-imports/{import_id}",
    policy=DISTRICT_ADMINS,
    answer=RosterImportView,
    summary="See what an import's check found and how far it is",
)
def read_roster_import(request: Request, import_id: str) -> RosterImport:
    """Read an import."""
    return services().roster_imports.read(request.caller.district, import_id)


@routes.get(
    "/v1/roster-imports/{import_id}/problems",
    policy=DISTRICT_ADMINS,
    answer=ProblemRow,
    listed=True,
    summary="List everything wrong with an import's package",
)
def list_roster_problems(request: Request, import_id: str) -> Page[dict[str, Any]]:
    """List problems."""
    asked = request.window
    return services().roster_imports.problems(
        request.caller.district, import_id, asked.limit, asked.after
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
def apply_roster_import(request: Request, import_id: str) -> RosterImport:
    """Begin to apply an import."""
    return services().roster_imports.apply(
        request.act, import_id, request.version, confirm_drops=request.body.confirm_drops
    )


@routes.delete(
    "/v1/roster-imports/{import_id}",
    policy=DISTRICT_ADMINS,
    answer=RosterImportView,
    summary="Discard an import that was not applied",
)
def discard_roster_import(request: Request, import_id: str) -> RosterImport:
    """Discard an import."""
    return services().roster_imports.discard(request.act, import_id, request.version)
