"""A distribution's page: header, tabs, and the data of each tab."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any
from urllib.parse import urlencode

from chalicelib.searching import order_name
from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .distribution_results import read_analysis, read_results
from .forms import read_number
from .screens import ScreenPage, Visit

Facts = dict[str, Any]
SCHOOLS_SHOWN = 100
"""Schools on one page of the progress."""
RECEIPTS_SHOWN = "50"
RECALLED = "distribution_recalled"
"""The refusal that means that there are no results; the tab states it."""


def path_of(distribution_id: str) -> str:
    """Return the API's path of a distribution."""
    return f"/v1/distributions/{write_segment(distribution_id)}"


def address_of(distribution_id: str, tab: str = "") -> str:
    """Return the address of a distribution's tab."""
    address = f"/console/distributions/{write_segment(distribution_id)}"
    return f"{address}?{urlencode({'tab': tab})}" if tab else address


@dataclass(frozen=True, slots=True)
class OpenDistribution:
    """A distribution that somebody opened, and the API as they see it."""

    visit: Visit
    distribution: Mapping[str, Any]
    act: str = ""
    """The act that the person is about to do with it."""

    @property
    def school(self) -> str:
        """The id of the school that is looked at; blank for all."""
        return self.visit.query.get("school_id", "")

    def read(self, below: str, **query: str) -> Any:
        """Read a resource below the distribution's own path."""
        body = {name: text for name, text in query.items() if text}
        return self.visit.api.read(f"{path_of(self.distribution['id'])}{below}", body)


def show_tab(visit: Visit, distribution_id: str, tab: str) -> ScreenPage:
    """Show a distribution with a tab."""
    distribution = visit.api.read(path_of(distribution_id))
    name = tab if tab in TABS else "progress"
    opened = OpenDistribution(visit, distribution)
    template = name
    try:
        shown = TABS[name](opened)
    except ApiRefused as refused:
        if refused.problem["code"] != RECALLED:
            raise
        template, shown = "hidden", {"problem": refused.problem}
    facts = {**read_header(opened), "tab": name, **shown}
    return ScreenPage(f"distributions/{template}.html", facts)


def read_header(opened: OpenDistribution) -> Facts:
    """Return the data of a distribution's header."""
    distribution, person = opened.distribution, opened.visit.person
    may = set(distribution["allowed"])
    if person.is_district_admin and distribution["state"] != "delivering":
        may |= {"repeat", "remind"} if distribution["state"] == "delivered" else {"repeat"}
    return {
        "distribution": distribution,
        "may": frozenset(may),
        "etag": f'"{distribution["version"]}"',
        "school_id": opened.school,
        "schools": [(each["school_id"], each["school_name"]) for each in _by_name(distribution)],
    }


def _by_name(distribution: Mapping[str, Any]) -> list[Any]:
    """The progress of its schools, in the order in which people look for a name."""
    return sorted(distribution["schools"], key=lambda each: order_name(each["school_name"]))


def _progress(opened: OpenDistribution) -> Facts:
    query = opened.visit.query
    text, failed = query.get("school", "").casefold(), "failed" in query
    found = [
        each
        for each in _by_name(opened.distribution)
        if text in each["school_name"].casefold() and (each["failed"] or not failed)
    ]
    start = min(read_number(query.get("from", "")) or 0, len(found))
    behind = start + SCHOOLS_SHOWN
    return {
        "found": len(found),
        "shown": found[start:behind],
        "start": start or "",
        "behind": behind if behind < len(found) else 0,
        "asked": {name: query[name] for name in ("school", "failed") if query.get(name)},
    }


def _receipts(opened: OpenDistribution) -> Facts:
    query, distribution = opened.visit.query, opened.distribution
    asked = {name: query[name] for name in ("state", "school_id") if query.get(name)}
    page = opened.read("/receipts", **asked, limit=RECEIPTS_SHOWN, cursor=query.get("cursor", ""))
    rows = sorted(page["items"], key=itemgetter("school_name", "title", "owner_name"))
    is_mailed = distribution["notify"] and opened.visit.person.is_district_admin
    return {
        "page": {**page, "items": rows},
        "asked": asked,
        "emails": opened.read("/emails") if is_mailed else None,
    }


def _results(opened: OpenDistribution) -> Facts:
    return read_results(opened.read, opened.visit.query)


def _analysis(opened: OpenDistribution) -> Facts:
    return read_analysis(opened.read, opened.school)


def _settings(opened: OpenDistribution) -> Facts:
    if "openings" not in opened.distribution["links"]:
        return {"openings": None}
    cursor = opened.visit.query.get("cursor", "")
    return {"openings": opened.read("/openings", limit="50", cursor=cursor)}


TABS: Mapping[str, Callable[[OpenDistribution], Facts]] = {
    "progress": _progress,
    "receipts": _receipts,
    "results": _results,
    "analysis": _analysis,
    "settings": _settings,
}
"""The reader of each tab's data, beyond the distribution."""
