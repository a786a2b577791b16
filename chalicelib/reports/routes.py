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
        """The services that these views use."""

        printouts: Printouts

    ReportsRequest = Request[ReportsServices]


routes = Routes("Mastery Processes")


@routes.get(
    "/v1/printouts/{printout_id}",
    policy=STAFF,
    answer=PrintoutView,
    summary="Get a link to download a printout of yours",
)
def read_printout(request: ReportsRequest, printout_id: str) -> ShownPrintout:
    """Return a link."""
    return request.services.printouts.open(request.caller, printout_id)
