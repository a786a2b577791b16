"""The lock on the door: whose token this is, and what the roster says that person is."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from chalice.app import AuthResponse

from chalicelib.errors import Unauthenticated
from chalicelib.wiring import services

if TYPE_CHECKING:
    from chalicelib.districts.model import District, SignIn


def admit(authorization: str | None) -> AuthResponse:
    """Let a person of the roster in, with what they are as context for the views.

    A token that is not good is a 401, which API Gateway gives for exactly this exception; a good
    token of somebody the roster does not know is a 403.
    """
    try:
        username = services().tokens.username(authorization)
    except Unauthenticated as refused:
        raise Exception("Unauthorized") from refused  # noqa: TRY002 - the gateway's own word
    known, district = services().districts.admit(username)
    if known is None or not known.roles:
        return AuthResponse(routes=[], principal_id="nobody")
    return AuthResponse(
        routes=["*"], principal_id=quote(known.person), context=_context(known, district)
    )


def _context(known: SignIn, district: District) -> dict[str, str]:
    """Write the caller as the flat texts that the gateway passes on."""
    return {
        "district": district.id,
        "zone": district.time_zone,
        "person": quote(known.person, safe=""),
        "username": quote(known.username),
        "name": quote(known.name),
        "roles": " ".join(sorted(known.roles)),
        "schools": " ".join(sorted(quote(school, safe="") for school in known.schools)),
    }
