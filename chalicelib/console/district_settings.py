"""District > Settings: what holds for everybody, with what a change would do before it is saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from chalicelib.web.inner import Refused

from .forms import NO_ERRORS, Errors, NoSuchAct
from .screens import DISTRICT_ADMINS, Lead, Page, Screens
from .typed_district import COUNTS, FIELDS, TypedDistrict

if TYPE_CHECKING:
    from .screens import Shown, Visit

screens = Screens()

ADDRESS = "/console/settings"
PATH = "/v1/district"
STALE = 412
"""The status of what was changed meanwhile."""
TIME_ZONES = (
    "America/New_York",
    "America/Detroit",
    "America/Indiana/Indianapolis",
    "America/Chicago",
    "America/Denver",
    "America/Boise",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Puerto_Rico",
    "Pacific/Guam",
)
"""What US districts have, to choose from; any other may be typed."""


@screens.show(ADDRESS, roles=DISTRICT_ADMINS)
def show_settings(visit: Visit) -> Page:
    """Show the settings, to be edited."""
    district = visit.api.read(PATH)
    return _show(district, TypedDistrict.of(district))


@screens.act(ADDRESS, roles=DISTRICT_ADMINS)
def act_on_settings(visit: Visit) -> Shown:
    """Say what the changes would do, or save them."""
    act = visit.form.one("act")
    if act not in ("preview", "save"):
        raise NoSuchAct
    district = visit.api.read(PATH)
    typed = TypedDistrict.read(visit.form)
    changes = typed.write_changes(district)
    if act == "preview" or not changes:
        return _show(district, typed, changes=changes)
    try:
        visit.api.ask("PATCH", PATH, changes, etag=visit.form.one("etag"), key=visit.form.key)
    except Refused as refused:
        errors = Errors.of(refused.problem, FIELDS)
        return _show(district, typed, errors=errors, status=refused.status)
    return Lead(ADDRESS, done="district_saved")


def _show(
    district: Mapping[str, Any],
    typed: TypedDistrict,
    *,
    changes: Mapping[str, Any] | None = None,
    errors: Errors = NO_ERRORS,
    status: int = 200,
) -> Page:
    was = TypedDistrict.of(district)
    facts = {
        "district": district,
        "edited": {many for many in COUNTS if typed.scales[many] != was.scales[many]},
        "etag": f'"{district["version"]}"',
        "typed": typed,
        "settings": typed.rules,
        "counts": COUNTS,
        "changes": changes,
        "time_zones": TIME_ZONES,
        "errors": errors,
        "is_stale": status == STALE,
    }
    return Page("district/settings.html", facts, status)
