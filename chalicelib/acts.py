"""The caller, and one act of theirs.

An act is what idempotency and audit are about: storage writes both records in the very transaction
of the act's effect, so neither can be missing and neither can lie.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple


class Role(StrEnum):
    """A person's role in a district; from the stored roster, never from a token."""

    DISTRICT_ADMIN = "district_admin"
    """Administers the district: may see everything of it, and distributes assessments."""
    SCHOOL_ADMIN = "school_admin"
    """Administers some schools: may read everything of these."""
    TEACHER = "teacher"
    """Teaches classes: may see and change what belongs to these."""


@dataclass(frozen=True, slots=True)
class Caller:
    """A signed-in person: the only source of the district on the HTTP side."""

    district: str
    person: str
    roles: frozenset[Role] = frozenset()
    schools: frozenset[str] = frozenset()
    """Schools this person administers (school admins)."""
    username: str = ""
    """The name they signed in with."""
    zone: str = ""
    """The district's time zone when they signed in, if it is known: a minute old at most."""
    name: str = ""
    """The person's name, for display with the things that they make."""
    today: str = ""
    """The district's present day, like `2026-11-19`: it decides which students are in a class."""

    @property
    def is_district_admin(self) -> bool:
        """Return whether this person may see and steer the whole district."""
        return Role.DISTRICT_ADMIN in self.roles

    def administers(self, school: str) -> bool:
        """Return whether this person may see everything of this school."""
        return self.is_district_admin or (
            Role.SCHOOL_ADMIN in self.roles and school in self.schools
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to an act, kept so that a repeat gets the same."""

    status: int
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    cookies: tuple[str, ...] = ()
    """Cookies for the browser; only the console has any, and no record keeps them."""


class Trail(NamedTuple):
    """An act's part in the history of one thing, as the audit record keeps it.

    `of` names the thing, `what` is the change to it, packed: identifiers and counts, never a
    name or a score. A subject of an act that has a `trail` is in the history of that thing.
    `listed` says that the audit of the day names this person with this thing already, by an act of
    the same quarter of an hour; then the history alone has the act.
    """

    of: str
    what: bytes = b""
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """One thing one person does once.

    `verb` is the operation's name (`create_tracker`); `key` the idempotency key, if the client
    brought one; `fingerprint` a hash of the request; `represent` turns the act's subject (a domain
    model) into the answer.
    """

    caller: Caller
    verb: str
    at: datetime
    key: str | None = None
    fingerprint: str = ""
    represent: Callable[[Any], Answer] | None = None

    @property
    def district(self) -> str:
        """The caller's district."""
        return self.caller.district


class Replayed(Exception):
    """The same request under the same key was carried out before; here is its answer."""

    def __init__(self, answer: Answer) -> None:
        """Keep the first answer."""
        super().__init__("already done")
        self.answer = answer
