"""HTTP for what the check of a roster import found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from chalicelib.findings.views import (
    ImportProblemView,
    WhichFileProblems,
    WhichProblems,
    problems_table,
)
from chalicelib.paging import Page
from chalicelib.rosters.imports.views import RosterSchoolView
from chalicelib.searching import ListFilter
from chalicelib.web.policy import DISTRICT_ADMINS
from chalicelib.web.routes import CSV, Request, Routes

if TYPE_CHECKING:
    from chalicelib.rosters.wiring import RostersWiring
    from chalicelib.tables import DataTable

routes = Routes("Rosters")

Text = Annotated[str, Field(max_length=100)]


class FindingSchoolsQuery(ListFilter):
    """Schools with a name."""

    text: Text = ""
    """Only schools with every word of this in their names. Example: `lincoln`"""


@routes.get(
    "/v1/roster-imports/{import_id}/problems",
    policy=DISTRICT_ADMINS,
    query=WhichProblems,
    answer=ImportProblemView,
    listed=True,
    summary="List everything wrong with an import's package",
)
def list_roster_import_problems(
    request: Request[RostersWiring], import_id: str
) -> Page[dict[str, Any]]:
    """List problems, worst first, then by file and row."""
    which = request.query or WhichProblems()
    return request.services.roster_findings.problems(
        request.caller, import_id, *request.window, which.as_filter(which.example_limit)
    )


@routes.get(
    "/v1/roster-imports/{import_id}/problems.csv",
    policy=DISTRICT_ADMINS,
    query=WhichFileProblems,
    media=CSV,
    summary="Everything wrong with an import's package as CSV",
)
def download_roster_import_problems(request: Request[RostersWiring], import_id: str) -> DataTable:
    """Return problems as a file for the roster's maintainer: a line for each kind of problem."""
    which = (request.query or WhichFileProblems()).as_filter()
    found = request.services.roster_findings.every_problem(request.caller, import_id, which)
    return problems_table("roster-problems", found)


@routes.get(
    "/v1/roster-imports/{import_id}/schools",
    policy=DISTRICT_ADMINS,
    query=FindingSchoolsQuery,
    answer=RosterSchoolView,
    listed=True,
    summary="List what an import changes at each school",
)
def list_roster_import_schools(
    request: Request[RostersWiring], import_id: str
) -> Page[dict[str, Any]]:
    """List the schools with a difference, by name."""
    which = request.query or FindingSchoolsQuery()
    return request.services.roster_findings.schools(
        request.caller, import_id, *request.window, which.text
    )
