"""HTTP for printouts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Protocol

from pydantic import Field

from chalicelib.web.beside import NO_LINKS, LinksTo
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
    """The template of a process as PDF, as somebody asked for it."""

    id: str
    """The printout's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    process_id: str
    """The Mastery Process's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    state: State
    """Where it stands."""
    message: str
    """How far it is, in a sentence to show. Example: `The printout is ready.`"""
    asked_at: str = Field(serialization_alias="requested_at")
    """When it was asked for. Example: `2026-10-05T15:04:05Z`"""
    expires_at: str
    """Until when it is kept. Example: `2026-10-19T15:04:05Z`"""
    size: int
    """The file's size in bytes; 0 until it is ready. Example: `182044`"""
    file_name: str
    """The name to save it under. Example: `fractions-fall-2026.pdf`"""
    url: str | None = None
    """The address to fetch the file from, without signing in; null until it is ready.

    Example: `https://files.example.org/x?X-Amz-Signature=y`
    """
    expires_in: int | None = None
    """For how many seconds `url` works; null without one. Example: `300`"""
    links: Annotated[
        dict[str, str],
        LinksTo.of(
            self="/v1/printouts/{id}",
            process="/v1/processes/{process_id}",
            job="/v1/jobs/printout.{id}",
        ),
    ] = NO_LINKS
    """Where to go on: the printout, the process, and how far it is."""

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
def read_printout(request: ReportsRequest, printout_id: str) -> Shown:
    """Give a link."""
    return request.services.printouts.open(request.caller, printout_id)
