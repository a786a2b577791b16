"""District > Settings: the rules for everybody, with a preview of each change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from chalicelib.rendering import screen
from chalicelib.web.inner_api import ApiRefused

from .district_form import COUNTS, FIELDS, TypedDistrict, TypedScale
from .forms import NO_ERRORS, Errors, NoSuchAct
from .screens import DISTRICT_ADMINS, Lead, ScreenPage, Screens, Shown, Visit

if TYPE_CHECKING:
    from markupsafe import Markup

    from .tracker_settings import TypedSettings

    Pairs = tuple[tuple[str, str], ...]
    Scales = tuple[tuple[int, TypedScale], ...]

screens = Screens()

ADDRESS = "/console/settings"
PATH = "/v1/district"
STALE = 412
"""The status of a refusal because of another person's change."""
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
"""Time zones of US districts, to choose from; a person may type any other."""


@screens.show(ADDRESS, roles=DISTRICT_ADMINS)
def show_settings(visit: Visit) -> ScreenPage:
    """Show the settings, to be edited."""
    district = visit.api.read(PATH)
    saved = TypedDistrict.of(district)
    return _show(district, saved, saved)


@screens.act(ADDRESS, roles=DISTRICT_ADMINS)
def act_on_settings(visit: Visit) -> Shown:
    """Show the effects of the changes, or save them."""
    act = visit.form.one("act")
    if act not in ("preview", "save"):
        raise NoSuchAct
    district = visit.api.read(PATH)
    saved = TypedDistrict.of(district)
    typed = TypedDistrict.read(visit.form).follow(visit.form.read_seen(), saved)
    changes = typed.write_changes(district)
    if act == "preview" or not changes:
        return _show(district, typed, saved, changes=changes)
    try:
        visit.send("PATCH", PATH, changes)
    except ApiRefused as refused:
        errors = Errors.of(refused.problem, FIELDS)
        return _show(district, typed, saved, errors=errors)
    return Lead(ADDRESS, done="district_saved")


def _show(
    district: Mapping[str, Any],
    typed: TypedDistrict,
    saved: TypedDistrict,
    *,
    changes: Mapping[str, Any] | None = None,
    errors: Errors = NO_ERRORS,
) -> ScreenPage:
    is_stale = errors.status == STALE
    is_other = is_stale and typed.texts["name"] != district["name"]
    facts = {
        "district": district,
        "fields": _render(typed, saved, errors, district["name"] if is_other else ""),
        "seen": json.dumps(saved.write_parts(), ensure_ascii=False, separators=(",", ":")),
        "etag": f'"{district["version"]}"',
        "counts": COUNTS,
        "changes": changes,
        "errors": errors,
        "is_stale": is_stale,
    }
    return ScreenPage("district/settings.html", facts, errors.status)


def _render(typed: TypedDistrict, saved: TypedDistrict, errors: Errors, other_name: str) -> Markup:
    """Return the fields of the form, by what is in them."""
    return _render_fields(
        (*typed.texts.items(),),
        (*typed.switches.items(),),
        typed.drop,
        typed.rules,
        (*typed.scales.items(),),
        (*saved.scales.items(),),
        (*errors.fields.items(),),
        other_name,
    )


@lru_cache(16)
def _render_fields(
    texts: Pairs,
    switches: tuple[tuple[str, bool], ...],
    drop: str,
    rules: TypedSettings,
    typed: Scales,
    saved: Scales,
    wrong: Pairs,
    other_name: str,
) -> Markup:
    """Render them: most of the page, and nearly always the same for everybody."""
    from chalicelib.screen_code import mark

    facts = {
        "texts": dict(texts),
        "switches": dict(switches),
        "drop": drop,
        "settings": rules,
        "counts": COUNTS,
        "typed": dict(typed),
        "saved": dict(saved),
        "errors": Errors("wrong", dict(wrong)) if wrong else NO_ERRORS,
        "other_name": other_name,
        "time_zones": TIME_ZONES,
    }
    return mark(screen("console/district/settings_fields.html", facts))
