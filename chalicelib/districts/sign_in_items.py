"""The roster's entry of a sign-in: written with the person it belongs to, by their roster."""

from __future__ import annotations

from chalicelib.storage import keys
from chalicelib.storage.conditions import Put

from .sign_in_entry import SignIn, write_sign_in


def roster_sign_in(district: str, sign_in: SignIn) -> Put:
    """Return the write of the roster's entry, to go with the person's own."""
    return Put(keys.sign_in(district, sign_in.username), {"doc": write_sign_in(sign_in)})
