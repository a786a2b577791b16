"""Which stack a command speaks to, and as whom."""

from __future__ import annotations

import os
from typing import Annotated
from urllib.parse import urlsplit

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


class Unclear(Exception):
    """It is not clear whom to speak to; the message says what is missing."""


def connected(url: str, client: str, user: str) -> Client:
    """Give a signed-in client.

    A token comes from PLUMB_TOKEN; without one, name and password (PLUMB_PASSWORD, or asked for)
    sign in. Without an address the local cloud's stack is meant. Raises `Unclear`.
    """
    if not url:
        return _local(user)
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc:
        reason = f"{url} is no address. Give the API's, for example https://plumbline.example.org."
        raise Unclear(reason)
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
        reason = "There is no local stack yet. Start it with `make run`, or name another: --url."
        raise Unclear(reason)
    if not stack.answers():
        reason = "The local stack is stopped. Start it with `make run`, in another terminal."
        raise Unclear(reason)
    os.environ.update(stack.sdk)
    name = user or ADMIN
    try:
        return Client(stack.url, sign_in(stack.client, name, stack.password))
    except SignInRefused as refused:
        reason = f"{name} cannot sign in: {refused} `plumb status` lists the names."
        raise Unclear(reason) from refused
