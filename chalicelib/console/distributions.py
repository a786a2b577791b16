"""Admin > Distributions: the list, one distribution with its tabs, and its files."""

from __future__ import annotations

from typing import Any

from chalicelib.acts import Answer

from .distribution_page import path_of, show_tab
from .distribution_results import FILES
from .list_order import ListOrder
from .own_schools import read_schools
from .screens import ADMINS, ScreenPage, Screens, Visit
from .tables import save_table

screens = Screens()

ASKED = ("text", "state", "school_id", "created_by_id", "assessment_id", "sort", "order")
"""The parameters that the list takes from the address, in the API's words."""
SORTED = {"created_at": "desc", "start": "desc", "title": "asc", "give_until_date": "asc"}
"""The columns that it can be sorted by, each with its first direction."""
PAGE_SIZE = "50"


@screens.show("/console/distributions", roles=ADMINS)
def list_distributions(visit: Visit) -> ScreenPage:
    """List the distributions that match the filters."""
    asked = visit.read_query(*ASKED)
    cursor = visit.read_query("cursor")
    facts: dict[str, Any] = {
        "page": visit.api.read("/v1/distributions", {**asked, **cursor, "limit": PAGE_SIZE}),
        "asked": asked,
        "looked": {n: t for n, t in asked.items() if n not in ("sort", "order")},
        "schools": [] if visit.is_part else read_schools(visit),
        "sorting": ListOrder(asked, SORTED),
    }
    return ScreenPage("distributions/list.html", facts)


@screens.show("/console/distributions/{distribution_id}", roles=ADMINS)
def show_distribution(visit: Visit, distribution_id: str) -> ScreenPage:
    """Show one distribution, with the tab that the address names."""
    return show_tab(visit, distribution_id, visit.query.get("tab", ""))


@screens.show("/console/distributions/{distribution_id}/files/{name}", roles=ADMINS)
def save_results(visit: Visit, distribution_id: str, name: str) -> Answer:
    """Return results as a file to keep: the API's own, by a cookie instead of a token."""
    return save_table(visit, path_of(distribution_id), FILES, name, "school_id")
