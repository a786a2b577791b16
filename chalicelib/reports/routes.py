"""HTTP for printouts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from chalicelib.web.policy import STAFF
from chalicelib.web.routes import Request, Routes

from .printout import ShownPrintout
from .views import PrintoutView

if TYPE_CHECKING:
    from .printouts import Printouts

    class ReportsServices(Protocol):
        """What the edge hands to these views."""

        printouts: Printouts

    ReportsRequest = Request[ReportsServices]


routes = Routes("Mastery Processes")


@routes.post(
    "/v1/processes/{process_id}/printouts",
    policy=STAFF,
    answer=PrintoutView,
    status=202,
    location="/v1/jobs/printout.{id}",
    summary="Have the template of a process printed as it is now",
)
def create_printout(request: ReportsRequest, process_id: str) -> ShownPrintout:
    """Ask for a printout.

    The PDF is made in the background. Ask for the printout until it is `ready`.
    """
    return request.services.printouts.ask(request.act, process_id)


@routes.get(
    "/v1/printouts/{printout_id}",
    policy=STAFF,
    answer=PrintoutView,
    summary="Get a link to download a printout of yours",
)
def read_printout(request: ReportsRequest, printout_id: str) -> ShownPrintout:
    """Give a link."""
    return request.services.printouts.open(request.caller, printout_id)
