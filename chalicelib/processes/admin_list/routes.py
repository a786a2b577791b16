"""HTTP for lists of Mastery Processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from chalicelib.frozen_models import StrictModel
from chalicelib.paging import Page
from chalicelib.processes.model import ProcessStep
from chalicelib.processes.moves import OPEN, ProcessState
from chalicelib.processes.search import EVERY, ProcessFilter
from chalicelib.processes.service import ListedProcess
from chalicelib.processes.views import ProcessHead, head_of
from chalicelib.web.policy import ADMINS, STAFF
from chalicelib.web.representation import Reference
from chalicelib.web.routes import Request, Routes

if TYPE_CHECKING:
    from chalicelib.processes.wiring import ProcessesWiring

routes = Routes("Mastery Processes")


class ProcessRowView(ProcessHead):
    """A process in a list."""

    @classmethod
    def of(cls, subject: ListedProcess) -> ProcessRowView:
        return cls(**head_of(subject.process, subject.role))


class Sought(StrictModel):
    """Which processes to list."""

    state: Literal["open", "named", "pre_test", "post_test", "locking", "locked"] | None = None
    """Only processes in this state.

    - `open`: Those that teams work on: `named`, `pre_test` and `post_test`.
    - `named`: Those without a pre-test.
    - `pre_test`: Those with a pre-test alone.
    - `post_test`: Those with both tests.
    - `locking`: Those that are being finished.
    - `locked`: Those that are finished.
    """
    step: ProcessStep | None = None
    """Only processes that have come this far."""
    team: Reference | None = Field(default=None, validation_alias="team_id")
    """Only processes of this data team, by its id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    school: Reference | None = Field(default=None, validation_alias="school_id")
    """Only processes of this school's teams, or with a class of it. Example: `S-104`"""
    mine: bool = False
    """Only processes of data teams that you belong to; teachers see no others."""

    def build_filter(self) -> ProcessFilter:
        """Return the service's input."""
        states = tuple(state for state in EVERY if self._has(state))
        return ProcessFilter(states, self.step, self.team or "", self.school or "")

    def _has(self, state: ProcessState) -> bool:
        if self.state == "open":
            return state in OPEN
        return self.state in (None, state)


@routes.get(
    "/v1/teams/{team_id}/processes",
    policy=STAFF,
    answer=ProcessRowView,
    listed=True,
    summary="List a data team's Mastery Processes, the newest first",
)
def list_team_processes(request: Request[ProcessesWiring], team_id: str) -> Page[ListedProcess]:
    return request.services.processes.of_team(request.caller, team_id, *request.window)


@routes.get(
    "/v1/processes",
    policy=STAFF,
    query=Sought,
    answer=ProcessRowView,
    listed=True,
    summary="List your data teams' Mastery Processes, or (administrators) those of your schools",
)
def list_processes(request: Request[ProcessesWiring]) -> Page[ListedProcess]:
    """List processes.

    Teachers see those of the data teams they belong to; administrators see those of their schools'
    teams, or with `mine` their own teams' alone. One team's list is
    `GET /v1/teams/{team_id}/processes`.
    """
    asked, (limit, after) = request.query, request.window
    processes, caller = request.services.processes, request.caller
    if asked.mine or not caller.roles & ADMINS.roles:
        return processes.mine(caller, asked.build_filter(), limit, after)
    return processes.every(caller, asked.build_filter(), limit, after)
