"""The lock on the door: what the gateway's authorizer answers, and how views read it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol
from urllib.parse import quote, unquote

from chalice.app import AuthResponse

from chalicelib.acts import Caller, Role
from chalicelib.clock import day_in
from chalicelib.errors import NOT_SIGNED_IN, Unauthenticated

from . import refusals


class SignIns(Protocol):
    """Checks the tokens of people who want to come in."""

    def caller(self, authorization: str | None) -> Caller:
        """Return the caller of a token; a stranger has no roles. Raises `Unauthenticated`."""


def admit(authorization: str | None, sign_ins: SignIns) -> AuthResponse:
    """Let a person of the roster in, with what they are as context for the views.

    A bad token is denied, and the gateway answers a denial with 401 (`ACCESS_DENIED` in
    infra/resources.yaml). A good token of a person outside the roster passes as a stranger, and the
    edge answers with 403. Nobody's bad token is a failure of this function: its errors are ours,
    and they ring.
    """
    try:
        caller = sign_ins.caller(authorization)
    except Unauthenticated:
        return AuthResponse(routes=[], principal_id="nobody")
    if not caller.roles:
        return AuthResponse(routes=["*"], principal_id="stranger", context={"stranger": "true"})
    return AuthResponse(
        routes=["*"], principal_id=quote(caller.person), context=write_caller(caller)
    )


def write_caller(caller: Caller) -> dict[str, str]:
    """Write the caller as the flat texts that the gateway passes on."""
    return {
        "district": caller.district,
        "zone": caller.zone,
        "person": quote(caller.person, safe=""),
        "username": quote(caller.username),
        "name": quote(caller.name),
        "roles": " ".join(sorted(caller.roles)),
        "schools": " ".join(sorted(quote(school, safe="") for school in caller.schools)),
    }


def read_caller(context: Mapping[str, Any], now: datetime) -> Caller:
    """Read the caller that the authorizer let in.

    Raises `Forbidden` for a person outside the roster, `Unauthenticated` without an authorizer.
    """
    known = context.get("authorizer") or {}
    if known.get("stranger"):
        raise refusals.NOT_ON_THE_ROSTER()
    if not known.get("person"):
        raise NOT_SIGNED_IN()
    return Caller(
        district=known["district"],
        person=unquote(known["person"]),
        roles=frozenset(map(Role, known["roles"].split())),
        schools=frozenset(map(unquote, known["schools"].split())),
        username=unquote(known["username"]),
        zone=known["zone"],
        name=unquote(known["name"]),
        today=day_in(known["zone"], now),
    )
