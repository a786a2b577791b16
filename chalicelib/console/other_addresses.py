"""Every address below `/console` that has no path of its own at the gateway.

Nearly all of them are nothing, which a page says. Two have a page: what the gateway refused, and,
on the local stack alone, what the screens are made of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .forms import Errors
from .screens import NotThere, ScreenPage, Screens

if TYPE_CHECKING:
    from .screens import Visit

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
"""What no function of ours is asked about, by its code; the gateway leads browsers here."""
WRONG = Errors("Two fields need correcting.", {"wrong": "Write a number.", "chosen": "Choose."})


@screens.show("/console/{proxy+}", roles=None)
def show_other_address(visit: Visit) -> ScreenPage:
    """Show the page of one of the two, or say that there is nothing."""
    path, code = visit.path.partition("?")[0], visit.query.get("code", "")
    if path == NOT_ANSWERED and code in REFUSED_BY_THE_GATEWAY:
        return ScreenPage("trouble.html", {"trouble": code})
    if path == PARTS and visit.services.settings.is_local:
        return ScreenPage("parts.html", {"wrong": WRONG})
    raise NotThere


@screens.act("/console/{proxy+}", roles=None)
def refuse_other_address(_: Visit) -> ScreenPage:
    """Return that there is nothing that takes a form."""
    raise NotThere
