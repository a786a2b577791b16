"""Reports: the tests that classes were given, and the documents of finished processes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .process_page import path_of
from .process_tests import TABS, sheet_at
from .row_pages import cut_rows
from .screens import EVERYBODY, ScreenPage, Screens, Visit

screens = Screens()

OPEN_SHOWN = "10"
"""Open processes on one page: each is read with its classes."""
FINISHED_SHOWN = "25"


@screens.show("/console/reports", roles=EVERYBODY)
def list_reports(visit: Visit) -> ScreenPage:
    """List the tests that one's own classes have, and the reports of finished processes."""
    query = visit.query
    opened = _read_open(visit) if visit.person.is_teacher else None
    finished = {"state": "locked", "limit": FINISHED_SHOWN}
    if query.get("finished"):
        finished["cursor"] = query["finished"]
    facts = {
        "opened": opened,
        "finished": visit.api.read("/v1/processes", finished),
        "sheet_at": sheet_at,
        "asked": {name: query[name] for name in ("cursor", "finished") if query.get(name)},
    }
    return ScreenPage("reports.html", facts)


def _read_open(visit: Visit) -> dict[str, Any]:
    """Return the tests that own classes have in open processes, the newest first."""
    cursor = visit.query.get("cursor", "")
    asked = {"mine": "true", "state": "open", "limit": OPEN_SHOWN}
    page = visit.api.read("/v1/processes", {**asked, **({"cursor": cursor} if cursor else {})})
    begun = [each for each in page["items"] if {"pre", "post"} & set(each["parts_in_progress"])]
    read = [visit.api.read(path_of(each["id"])) for each in begun]
    own = visit.person.caller.person
    rows = [row for each in read for row in _list_rows(each) if row["class"]["teacher_id"] == own]
    rows.sort(key=lambda row: row["at"]["activated_at"], reverse=True)
    return {"page": cut_rows(rows, visit.query), "next": page["next"]}


def _list_rows(process: Any) -> Iterator[dict[str, Any]]:
    for each in process["classes"]:
        for which, tab in TABS.items():
            at, test = each[f"{which}_test"], process[f"{which}_test"]
            if at and at["sheet"] and test:
                may = f"activate_{which}_test" in process["allowed"]
                yield {
                    "class": each,
                    "at": at,
                    "test": test,
                    "which": which,
                    "tab": tab,
                    "process": process,
                    "may": may,
                }


@screens.show("/console/reports/{process_id}", roles=EVERYBODY)
def show_report(visit: Visit, process_id: str) -> ScreenPage:
    """Show the link to a report, for people who can read it."""
    path = path_of(process_id)
    facts = {"process": visit.api.read(path), "report": visit.api.read(f"{path}/report")}
    return ScreenPage("report.html", facts)
