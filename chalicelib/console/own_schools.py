"""The schools that somebody administers, to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .screens import Visit


def read_schools(visit: Visit) -> list[tuple[str, str]]:
    """Give the schools that somebody administers, to choose from."""
    found: list[tuple[str, str]] = []
    cursor: dict[str, str] = {}
    while True:
        page = visit.api.read("/v1/schools", {"limit": "200", **cursor})
        found += [(each["id"], each["name"]) for each in page["items"]]
        if not page["next"]:
            break
        cursor = {"cursor": page["next"]}
    caller = visit.person.caller
    own = caller.is_district_admin
    return [school for school in found if own or caller.administers(school[0])]
