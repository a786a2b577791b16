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

    A bad token is denied, and the gateway answers a denial with 401 (`ACCESS_DENIED` in
    infra/resources.yaml). A good token of somebody whom the roster does not list passes as a
    stranger, and the edge answers with 403. Nobody's bad token is a failure of this function:
    its errors are ours, and they ring.
    """
    try:
        holder = services().tokens.holder(authorization)
        known, district = services().districts.admit(holder)
    except Unauthenticated:
        return AuthResponse(routes=[], principal_id="nobody")
    if known is None or not known.roles:
        return AuthResponse(routes=["*"], principal_id="stranger", context={"stranger": "true"})
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
