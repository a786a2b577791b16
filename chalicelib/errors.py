"""Refusals: what the product says no with.

A refusal carries a code for programs, a sentence that a school secretary understands and that
names the way out, and the place in the request it is about. Domains raise them; the web edge alone
knows which HTTP status each kind means (`web/problems.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Detail:
    """One wrong place in a request: a JSON pointer, a code, a sentence."""

    pointer: str
    code: str
    message: str


class Refusal(Exception):
    """The request was understood and is not carried out."""

    def __init__(
        self,
        code: str,
        message: str,
        *,
        pointer: str = "",
        details: Sequence[Detail] = (),
        **facts: object,
    ) -> None:
        """Keep the code, the sentence and, where there is one, the place and further facts."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.details = tuple(details) or ((Detail(pointer, code, message),) if pointer else ())
        self.facts = facts

    def __str__(self) -> str:
        """Read as `code: sentence` in logs and test failures."""
        return f"{self.code}: {self.message}"


class Malformed(Refusal):
    """The request cannot be read (not JSON, an unknown parameter, a broken cursor)."""


class Unauthenticated(Refusal):
    """Nobody is signed in, or the sign-in is no longer good."""


class Forbidden(Refusal):
    """The person may know of this but may not do it."""


class NotFound(Refusal):
    """There is no such thing, or it is not this person's to see: the two look alike."""


class Conflict(Refusal):
    """The thing is in a state that does not allow this now."""


class Stale(Refusal):
    """Somebody changed it since it was read; `facts["version"]` is the present version."""


class PreconditionRequired(Refusal):
    """A change must say which version it is a change of."""


class TooLarge(Refusal):
    """More than the product takes in one request."""


class Invalid(Refusal):
    """The request reads well and its content breaks a rule."""


class Unavailable(Refusal):
    """A service we stand on did not answer; the same request may be sent again."""


def not_found(what: str) -> NotFound:
    """Say that there is no such thing for this person; `what` is a noun of the glossary."""
    return NotFound(
        f"{what.replace(' ', '_')}_not_found",
        f"There is no such {what}, or it is not yours to see. Check the link you followed.",
    )


def stale(what: str, version: int) -> Stale:
    """Say that a colleague was faster; nothing has been changed."""
    return Stale(
        "changed_meanwhile",
        f"Somebody changed this {what} since you opened it. Nothing of yours was saved: "
        "reload it, look at what changed, and make your change again.",
        version=version,
    )
