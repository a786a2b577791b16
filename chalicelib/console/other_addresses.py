"""Every address below `/console` that has no path of its own at the gateway.

For nearly all of them, a page states that there is nothing. Two have a page of their own. One shows
a refusal of the gateway; the other, on the local stack alone, shows the parts of the screens.
"""

from __future__ import annotations

from .forms import Errors
from .screens import NotThere, ScreenPage, Screens, Visit

screens = Screens()

PARTS, NOT_ANSWERED = "/console/parts", "/console/not-answered"
REFUSED_BY_THE_GATEWAY = frozenset(
    {
        "body_too_large",
        "too_many_requests",
        "took_too_long",
        "request_not_accepted",
        "unavailable",
    }
)
"""Codes of the gateway's own refusals, which reach no function of ours.

The gateway leads browsers here.
"""
WRONG = Errors("Two fields need correcting.", {"wrong": "Write a number.", "chosen": "Choose."})


@screens.show("/console/{proxy+}", roles=None)
def show_other_address(visit: Visit) -> ScreenPage:
    """Show one of the two pages. Raises `NotThere` for any other address."""
    path, code = visit.path.partition("?")[0], visit.query.get("code", "")
    if path == NOT_ANSWERED and code in REFUSED_BY_THE_GATEWAY:
        return ScreenPage("trouble.html", {"trouble": code})
    if path == PARTS and visit.services.settings.is_local:
        return ScreenPage("parts.html", {"wrong": WRONG})
    raise NotThere


@screens.act("/console/{proxy+}", roles=None)
def refuse_other_address(_: Visit) -> ScreenPage:
    """Raise `NotThere`: none of these addresses takes a form."""
    raise NotThere
