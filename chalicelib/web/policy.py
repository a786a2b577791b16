"""Policies: the roles that may call a route.

Every route declares one. The service decides what a person may do with one particular thing (this
tracker, that class), because it knows the thing.
"""

from __future__ import annotations

from typing import NamedTuple

from chalicelib.acts import Caller, Role
from chalicelib.errors import Forbidden, ProblemType

from . import refusals


class Policy(NamedTuple):
    """The roles a route is for; `public` needs no sign-in."""

    name: str
    roles: frozenset[Role]
    refused: ProblemType[Forbidden]
    public: bool = False

    def admit(self, caller: Caller) -> None:
        """Raise `Forbidden` when the caller has none of the roles."""
        if not (self.public or caller.roles & self.roles):
            raise self.refused()


PUBLIC = Policy("public", frozenset(), refusals.NOT_FOR_YOUR_ROLE, public=True)
STAFF = Policy("staff", frozenset(Role), refusals.NOT_FOR_YOUR_ROLE)
DISTRICT_ADMINS = Policy(
    "district_admins",
    frozenset({Role.DISTRICT_ADMIN}),
    refusals.ONLY_DISTRICT_ADMINS,
)
ADMINS = Policy(
    "admins",
    frozenset({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN}),
    refusals.ONLY_ADMINS,
)
TEACHERS = Policy(
    "teachers",
    frozenset({Role.TEACHER}),
    refusals.ONLY_TEACHERS,
)
AUTHORS = Policy(
    "authors",
    frozenset({Role.TEACHER, Role.DISTRICT_ADMIN}),
    refusals.ONLY_AUTHORS,
)
