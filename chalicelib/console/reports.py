"""The page that the e-mail about a finished Mastery Process leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.web.addresses import write_segment

from .screens import EVERYBODY, Page, Screens

if TYPE_CHECKING:
    from .screens import Visit

screens = Screens()


@screens.show("/console/reports/{process_id}", roles=EVERYBODY)
def show_report(visit: Visit, process_id: str) -> Page:
    """Show the link to a report, for who may read it."""
    path = f"/v1/processes/{write_segment(process_id)}"
    facts = {"process": visit.api.read(path), "report": visit.api.read(f"{path}/report")}
    return Page("report.html", facts)
