"""A printed template: how far it is, and its file."""

from __future__ import annotations

from chalicelib.web.addresses import write_segment

from .screens import EVERYBODY, ScreenPage, Screens, Visit

screens = Screens()


def address_of(printout_id: str) -> str:
    """Return the address of a printout."""
    return f"/console/printouts/{write_segment(printout_id)}"


@screens.show("/console/printouts/{printout_id}", roles=EVERYBODY)
def show_printout(visit: Visit, printout_id: str) -> ScreenPage:
    """Show the progress of a printout, and the link to its file; each look makes a new link."""
    printout = visit.api.read(f"/v1/printouts/{write_segment(printout_id)}")
    return ScreenPage("processes/printout.html", {"printout": printout})
