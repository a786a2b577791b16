"""HTTP for the printed template of a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.reports.printout import ShownPrintout
from chalicelib.reports.views import PrintoutView
from chalicelib.web.policy import STAFF
from chalicelib.web.routes import Request, Routes

if TYPE_CHECKING:
    from chalicelib.reports.wiring import ReportsWiring

routes = Routes("Mastery Processes")


@routes.post(
    "/v1/processes/{process_id}/printouts",
    policy=STAFF,
    answer=PrintoutView,
    status=202,
    location="/v1/jobs/printout.{id}",
    summary="Have the template of a process printed as it is now",
)
def create_printout(request: Request[ReportsWiring], process_id: str) -> ShownPrintout:
    """Ask for a printout.

    The PDF is made in the background. Ask for the printout until it is `ready`.
    """
    return request.services.printouts.ask(request.act, process_id)
