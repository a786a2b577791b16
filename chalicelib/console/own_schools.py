"""Schools to choose from: those that somebody administers, or all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .screens import Visit


def read_schools(visit: Visit) -> list[tuple[str, str]]:
    """Return the schools that somebody administers, to choose from."""
    caller = visit.person.caller
    found = read_all_schools(visit)
    return [each for each in found if caller.is_district_admin or caller.administers(each[0])]


def read_all_schools(visit: Visit) -> list[tuple[str, str]]:
    """Return all schools of the district, to choose from."""
    return [(each["id"], each["name"]) for each in visit.api.read_list("/v1/schools")]
