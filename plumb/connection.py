"""Which stack a command speaks to, and as whom."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Annotated

import typer

from plumb.client import Client, SignInRefused, sign_in

Url = Annotated[
    str,
    typer.Option(envvar="PLUMB_URL", help="The API, up to /v1. Left out: the local cloud's."),
]
User = Annotated[str, typer.Option(envvar="PLUMB_USER", help="The sign-in name.")]
UserPoolClient = Annotated[
    str,
    typer.Option("--client", envvar="PLUMB_CLIENT", help="The stack's output UserPoolClientId."),
]


@dataclass(frozen=True)
class Unclear(Exception):
    """What is missing to know whom to speak to."""

    reason: str

    def __str__(self) -> str:
        """Say it."""
        return self.reason


def connected(url: str, client: str, user: str) -> Client:
    """Give a signed-in client.

    A token comes from PLUMB_TOKEN; without one, name and password (PLUMB_PASSWORD, or asked for)
    sign in. Without an address the local cloud's stack is meant. Raises `Unclear`.
    """
    if not url:
        return _local(user)
    token = os.environ.get("PLUMB_TOKEN", "")
    if not token:
        if not (client and user):
            reason = "Say who you are: PLUMB_TOKEN, or --client and --user."
            raise Unclear(reason)
        token = _signed_in(client, user)
    return Client(url.removesuffix("/").removesuffix("/v1"), token)


def _signed_in(client: str, user: str) -> str:
    password = os.environ.get("PLUMB_PASSWORD") or typer.prompt("Password", hide_input=True)
    try:
        return sign_in(client, user, password)
    except SignInRefused as refused:
        reason = f"{user} cannot sign in: {refused}"
        raise Unclear(reason) from refused


def _local(user: str) -> Client:
    from plumb.local.places import Places
    from plumb.local.stack import ADMIN, noted

    stack = noted(Places())
    if stack is None:
        reason = "There is no local stack yet. Start it with `plumb run`, or name another: --url."
        raise Unclear(reason)
    os.environ.update(stack.sdk)
    return Client(stack.url, sign_in(stack.client, user or ADMIN, stack.password))
