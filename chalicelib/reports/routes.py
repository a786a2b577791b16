"""HTTP for printouts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.web.policy import STAFF
from chalicelib.web.routes import Request, Routes

from .printout import ShownPrintout
from .views import PrintoutView

if TYPE_CHECKING:
    from .wiring import ReportsWiring

routes = Routes("Mastery Processes")


@routes.get(
    "/v1/printouts/{printout_id}",
    policy=STAFF,
    answer=PrintoutView,
    summary="Get a link to download a printout of yours",
)
def read_printout(request: Request[ReportsWiring], printout_id: str) -> ShownPrintout:
    return request.services.printouts.open(request.caller, printout_id)
