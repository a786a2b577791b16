"""HTTP for standards: frameworks, sets as trees, and imports of CASE packages."""

from __future__ import annotations

from typing import Any

from chalicelib.paging import Page
from chalicelib.web.policy import DISTRICT_ADMINS, STAFF
from chalicelib.web.routes import Request, Routes
from chalicelib.wiring import services

from .model import StandardsSet
from .records import FrameworkRecord, SetSummary, Shown
from .views import (
    Application,
    FrameworkView,
    ImportSummaryView,
    ImportView,
    NewImport,
    ProblemView,
    SetQuery,
    SetSummaryView,
    SetView,
)

routes = Routes("Standards")


@routes.get(
    "/v1/frameworks",
    policy=STAFF,
    answer=FrameworkView,
    listed=True,
    summary="List the standards frameworks",
)
def list_frameworks(request: Request) -> Page[FrameworkRecord]:
    """List frameworks."""
    window = request.window
    return services().standards.frameworks(request.caller.district, window.limit, window.after)


@routes.get(
    "/v1/frameworks/{framework}", policy=STAFF, answer=FrameworkView, summary="Read a framework"
)
def read_framework(request: Request, framework: str) -> FrameworkRecord:
    """Read a framework."""
    return services().standards.framework(request.caller.district, framework)


@routes.get(
    "/v1/standards-sets",
    policy=STAFF,
    query=SetQuery,
    answer=SetSummaryView,
    listed=True,
    summary="List the standards sets, by framework, subject and grade",
)
def list_standards_sets(request: Request) -> Page[SetSummary]:
    """List sets."""
    window = request.window
    wanted = request.query.model_dump() if request.query else {}
    district = request.caller.district
    return services().standards.sets(district, window.limit, window.after, **wanted)


@routes.get(
    "/v1/standards-sets/{set_id}",
    policy=STAFF,
    answer=SetView,
    summary="Read a standards set as a tree",
)
def read_standards_set(request: Request, set_id: str) -> StandardsSet:
    """Read a set."""
    return services().standards.tree(request.caller.district, set_id)


@routes.post(
    "/v1/standards-imports",
    policy=DISTRICT_ADMINS,
    body=NewImport,
    answer=ImportView,
    location="/v1/standards-imports/{id}",
    summary="Begin an import: get a form to upload a CASE package with",
)
def create_standards_import(request: Request) -> Shown:
    """Offer an upload."""
    return services().standards_imports.offer(request.act, request.body.file_name)


@routes.get(
    "/v1/standards-imports",
    policy=DISTRICT_ADMINS,
    answer=ImportSummaryView,
    listed=True,
    summary="List the imports of standards, the latest first",
)
def list_standards_imports(request: Request) -> Page[Shown]:
    """List imports."""
    window = request.window
    district = request.caller.district
    return services().standards_imports.listing(district, window.limit, window.after)


@routes.get(
    "/v1/standards-imports/{import_id}",
    policy=DISTRICT_ADMINS,
    answer=ImportView,
    summary="Read an import: verdict, difference, problems",
)
def read_standards_import(request: Request, import_id: str) -> Shown:
    """Read an import."""
    return services().standards_imports.read(request.caller.district, import_id)


@routes.get(
    "/v1/standards-imports/{import_id}/problems",
    policy=DISTRICT_ADMINS,
    answer=ProblemView,
    listed=True,
    summary="List everything that is wrong with an import's package",
)
def list_standards_import_problems(request: Request, import_id: str) -> Page[dict[str, Any]]:
    """List problems."""
    window = request.window
    district = request.caller.district
    imports = services().standards_imports
    return imports.problems(district, import_id, window.limit, window.after)


@routes.post(
    "/v1/standards-imports/{import_id}/application",
    policy=DISTRICT_ADMINS,
    body=Application,
    answer=ImportView,
    status=202,
    conditional=True,
    location="/v1/jobs/standards-import.{id}",
    summary="Apply a checked package",
)
def apply_standards_import(request: Request, import_id: str) -> Shown:
    """Have a package applied."""
    confirmed = request.body.confirm_drops
    imports = services().standards_imports
    return imports.apply(request.act, import_id, request.version, confirm_drops=confirmed)


@routes.delete(
    "/v1/standards-imports/{import_id}",
    policy=DISTRICT_ADMINS,
    answer=ImportView,
    summary="Give an import up before it is applied",
)
def discard_standards_import(request: Request, import_id: str) -> Shown:
    """Discard an import."""
    return services().standards_imports.discard(request.act, import_id, request.version)
