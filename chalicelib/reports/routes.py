"""HTTP for printouts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pydantic import Field

from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes

from .printout import Shown
from .waiting import State

if TYPE_CHECKING:
    from .printouts import Printouts

    class ReportsServices(Protocol):
        """What the edge hands to these views."""

        printouts: Printouts

    ReportsRequest = Request[ReportsServices]


routes = Routes("Mastery Processes")


class PrintoutView(Representation):
    """A printout. `url` is null until it is ready.

    Fetch `url` without signing in, within `expires_in` seconds. The printout itself is kept until
    `expires_at`.
    """

    id: str
    process_id: str
    state: State
    message: str
    asked_at: str = Field(serialization_alias="requested_at")
    expires_at: str
    size: int
    file_name: str
    url: str | None = None
    expires_in: int | None = None

    @classmethod
    def of(cls, subject: Shown) -> PrintoutView:
        """Render a printout for who asked for it."""
        made = subject.printout
        facts = made.model_dump() | {
            "process_id": made.process,
            "message": subject.message,
            "file_name": made.file_name,
        }
        if subject.link:
            facts |= {"url": subject.link.url, "expires_in": subject.link.expires_in}
        return cls.model_validate(facts)


@routes.post(
    "/v1/processes/{process_id}/printouts",
    policy=STAFF,
    answer=PrintoutView,
    status=202,
    location="/v1/jobs/printout.{id}",
    summary="Have the template of a process printed as it is now",
)
def create_printout(request: ReportsRequest, process_id: str) -> Shown:
    """Ask for a printout."""
    return request.services.printouts.ask(request.act, process_id)


@routes.get(
    "/v1/printouts/{printout_id}",
    policy=STAFF,
    answer=PrintoutView,
    summary="Get a link to download a printout of yours",
)
def read_printout(request: ReportsRequest, printout_id: str) -> Shown:
    """Give a link."""
    return request.services.printouts.open(request.caller, printout_id)
