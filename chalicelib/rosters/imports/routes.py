"""HTTP for roster imports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer

from chalicelib.findings.views import ImportProblemView
from chalicelib.paging import Page
from chalicelib.rosters.authority import UnconfirmedAdminReason
from chalicelib.web.id_names import NO_LINKS, LinksTo, NameOf
from chalicelib.web.policy import DISTRICT_ADMINS, STAFF
from chalicelib.web.representation import (
    Body,
    Reference,
    Representation,
    TextOrNull,
    UploadView,
    Version,
)
from chalicelib.web.routes import Request, Routes

from .model import Roster, RosterImport, RosterImportState
from .views import RosterChangeView

if TYPE_CHECKING:
    from chalicelib.rosters.wiring import RostersWiring

routes = Routes("Rosters")


class NewRosterImport(Body):
    """An import to begin."""

    restores: Reference | None = Field(default=None, validation_alias="restored_import_id")
    """The earlier import whose roster is to come back. Without it, a file is uploaded.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    join_by_sign_in_name: bool = False
    """Whether this import joins records with one sign-in name and the same name, even if the
    district's setting does not.
    """


class RosterImportApplication(Body):
    """An admin's confirmations for applying an import."""

    confirm_drops: bool = False
    """Confirms that what the import drops is meant. Needed when the import is `held`."""
    grants: Annotated[tuple[Reference, ...], Field(max_length=500)] = Field(
        default=(), validation_alias="granted_person_ids"
    )
    """People of `unconfirmed_admins` who may administer the district, by their ids. Nobody else
    gets more than what is certain.

    Example: `["T-2"]`
    """


class RosterImportRowView(Representation):
    """An import in a list."""

    id: str
    """The import's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    version: Version
    state: RosterImportState
    """Where the import stands."""
    created_at: str
    """When it was made. Example: `2026-09-14T17:00:00Z`"""
    created_by: str = Field(serialization_alias="created_by_id")
    """The id of the person who began it. Example: `A-1`"""
    created_by_name: Annotated[str | None, NameOf("person", "created_by_id")] = None
    """The name of the person who began it; null if it is not known."""
    restores: str = Field(serialization_alias="restored_import_id")
    """The earlier import whose roster it brings back; blank for an upload.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    joins: bool = Field(serialization_alias="join_by_sign_in_name")
    """Whether records with one sign-in name and the same name are one person in this import."""
    problems_total: int = Field(serialization_alias="problem_count")
    """How many kinds of problems the check found. Example: `3`"""
    total: int
    """The number of documents that the import writes or removes; where they are many, 0 until it
    is applied. Example: `1200`"""
    done: int
    """How many of them are done. Example: `480`"""
    confirmed_by: str = Field(serialization_alias="confirmed_by_id")
    """The id of the person who confirmed the drops; blank when nobody did. Example: `A-1`"""
    applied_by: str = Field(serialization_alias="applied_by_id")
    """The id of the person who applied it; blank before that. Example: `A-1`"""
    confirmed_by_name: Annotated[str | None, NameOf("person", "confirmed_by_id")] = None
    """The name of the person who confirmed the drops; null if it is not known."""
    applied_by_name: Annotated[str | None, NameOf("person", "applied_by_id")] = None
    """The name of the person who applied it; null if it is not known."""
    applied_at: TextOrNull
    """When it was applied; null before that. Example: `2026-08-17T13:05:00Z`"""
    discarded_by: str = Field(serialization_alias="discarded_by_id")
    """The id of the person who discarded it; blank when nobody did. Example: `A-1`"""
    discarded_by_name: Annotated[str | None, NameOf("person", "discarded_by_id")] = None
    """The name of the person who discarded it; null if it is not known."""
    changes: list[RosterChangeView]
    """The records that it adds, changes and removes, by kind; empty until it was checked."""
    expired: bool
    """Whether what its check found was removed after its time."""
    allowed: tuple[str, ...]
    """The actions that you can take now.

    - `apply`: Apply it.
    - `confirm_drops_and_apply`: Confirm what it drops, and apply it.
    - `discard`: Discard it.
    - `restore`: Bring its roster back: begin an import that names it.
    """
    links: Annotated[
        dict[str, str],
        LinksTo.of(
            self="/v1/roster-imports/{id}",
            problems="/v1/roster-imports/{id}/problems",
            schools="/v1/roster-imports/{id}/schools",
            job="/v1/jobs/roster-import.{id}",
        ),
    ] = NO_LINKS
    """Where to go on: the import, its problems, what changes at each school, how far it is."""


class UnconfirmedAdminView(Representation):
    """A person who may administer the district, if an admin confirms it."""

    person: str = Field(serialization_alias="person_id")
    """The person's id in the roster. Example: `T-311`"""
    name: str = Field(serialization_alias="person_name")
    """The person's name. Example: `Dana Reyes`"""
    office: str = Field(serialization_alias="office_id")
    """The id of the office or school where the role is. Example: `D-1`"""
    office_name: str
    """The name of that office or school. Example: `North Office`"""
    reason: UnconfirmedAdminReason
    """Why it is not certain."""


class GrantView(Representation):
    """Somebody who was made a district administrator by name."""

    person: str = Field(serialization_alias="person_id")
    """The person's id in the roster. Example: `T-311`"""
    office: str = Field(serialization_alias="office_id")
    """The id of the office or school where the role is. Example: `D-1`"""
    person_name: Annotated[str | None, NameOf("person", "person_id")] = None
    """The person's name; null if it is not known."""
    office_name: Annotated[str | None, NameOf("school", "office_id")] = None
    """The name of the office; null if it is not known."""


def _show_report(report: dict[str, Any] | None) -> dict[str, Any] | None:
    if report is None or report.get("verdict") != "row-errors":
        return report
    return {**report, "verdict": "row_errors"}


class RosterLossView(Representation):
    """The records that the district would lose."""

    classes: int = Field(serialization_alias="class_count")
    """How many classes would go. Example: `40`"""
    students: int = Field(serialization_alias="student_count")
    """How many students would go. Example: `900`"""
    sheets: int = Field(serialization_alias="sheet_count")
    """How many result sheets these classes have. They are kept, and come back with the class.

    Example: `120`
    """
    exact: bool = Field(serialization_alias="sheet_count_is_exact")
    """Whether all these classes were counted. If false, they have at least this many sheets."""


def _show_lost(lost: dict[str, int]) -> dict[str, Any] | None:
    return {**lost, "exact": lost["asked"] == lost["classes"]} if lost else None


class RosterImportView(RosterImportRowView):
    """An import with what its check found."""

    base: str = Field(serialization_alias="base_import_id")
    """The import whose roster a delta was laid over; blank for a bulk package.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    waiting: list[UnconfirmedAdminView] = Field(serialization_alias="unconfirmed_admins")
    """People who may be meant to administer the district, but not for certain. They are left with
    what is certain until the application names them.
    """
    grants: list[GrantView]
    """People who were made district administrators by name."""
    report: Annotated[dict[str, Any] | None, "RosterReport", PlainSerializer(_show_report)]
    """The findings of the check; null until it was checked."""
    lost: Annotated[RosterLossView | None, BeforeValidator(_show_lost)]
    """The records that the district would lose; null unless the import was held."""
    problems: list[ImportProblemView]
    """The first problems. `GET /v1/roster-imports/{import_id}/problems` lists all."""
    upload: UploadView | None = None
    """The form for uploading the package; only in the answer that began the import."""


class RosterView(Representation):
    """Which import is in force, which was before it, and which is being applied."""

    current: str = Field(serialization_alias="current_import_id")
    """The import whose roster is in force; blank before the first.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    previous: str = Field(serialization_alias="previous_import_id")
    """The import that was in force before it; blank when there is none.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    applying: str = Field(serialization_alias="applying_import_id")
    """The import that is being applied; blank when none is.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    applied_at: TextOrNull
    """Since when the roster is in force; null before the first import.

    Example: `2026-08-17T13:05:00Z`
    """
    counts: dict[str, int]
    """How many records the roster has, by the files of OneRoster.

    - `orgs`: Schools and offices.
    - `academicSessions`: Terms and school years.
    - `courses`: Courses.
    - `classes`: Classes.
    - `users`: People, staff and students.
    - `roles`: Roles of people at schools and offices.
    - `enrollments`: Enrollments of people in classes.
    """


@routes.get("/v1/roster", policy=STAFF, answer=RosterView, summary="See which roster is in force")
def read_roster(request: Request[RostersWiring]) -> Roster:
    return request.services.roster_imports.roster(request.caller.district)


@routes.post(
    "/v1/roster-imports",
    policy=DISTRICT_ADMINS,
    body=NewRosterImport,
    answer=RosterImportView,
    location="/v1/roster-imports/{id}",
    summary="Begin an import: upload a OneRoster package, or bring an earlier roster back",
)
def create_roster_import(request: Request[RostersWiring]) -> RosterImport:
    """Begin an import.

    Without a body, `upload` is a form to POST the OneRoster zip to. Its arrival starts the check.
    Follow the import, or its job, until it is `ready`, `held` or `refused`, then apply it.
    """
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
def list_roster_imports(request: Request[RostersWiring]) -> Page[RosterImport]:
    return request.services.roster_imports.newest(request.caller.district, *request.window)


@routes.get(
    "/v1/roster-imports/{import_id}",
    policy=DISTRICT_ADMINS,
    answer=RosterImportView,
    summary="See what an import's check found and how far it is",
)
def read_roster_import(request: Request[RostersWiring], import_id: str) -> RosterImport:
    return request.services.roster_imports.read(request.caller, import_id)


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
def apply_roster_import(request: Request[RostersWiring], import_id: str) -> RosterImport:
    """Begin to apply an import.

    The answer comes at once; the job at `Location` says how far it is. An interrupted import
    continues. The same package again changes nothing.
    """
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
def delete_roster_import(request: Request[RostersWiring], import_id: str) -> RosterImport:
    return request.services.roster_imports.discard(request.act, import_id, request.version)
