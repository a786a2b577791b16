"""The stack that a command speaks to, and its person."""

from __future__ import annotations

import os
from typing import Annotated
from urllib.parse import urlsplit

import typer

from plumb.client import Client, SignInRefused, sign_in
from plumb.sign_in import Sessions, SignInFailed, access_token

Url = Annotated[
    str,
    typer.Option(envvar="PLUMB_URL", help="The API, up to /v1. Left out: the local cloud's."),
]
User = Annotated[
    str, typer.Option(envvar="PLUMB_USER", help="The sign-in name, on the local stack.")
]


class Unclear(Exception):
    """It is not clear which stack to use; the message names the missing part."""


def connect(url: str, user: str) -> Client:
    """Return a signed-in client.

    A token comes from PLUMB_TOKEN, or from an earlier `plumb sign-in`. Without an address the local
    cloud's stack is meant, where `user` signs in. Raises `Unclear`.
    """
    if not url:
        return _local(user)
    base = address(url)
    token = os.environ.get("PLUMB_TOKEN", "")
    if not token:
        try:
            token = access_token(base, Sessions())
        except SignInFailed as reason:
            raise Unclear(str(reason)) from reason
    return Client(base, token)


def address(url: str) -> str:
    """Read the API's address, up to and without `/v1`. Raises `Unclear`."""
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc:
        reason = f"{url} is no address. Give the API's, for example https://plumbline.example.org."
        raise Unclear(reason)
    return url.removesuffix("/").removesuffix("/v1")


def _local(user: str) -> Client:
    from plumb.local.places import LocalPlaces
    from plumb.local.stack import ADMIN, read_stack_note

    stack = read_stack_note(LocalPlaces())
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
