"""Who may knock at a route.

Every route declares one; what a person may do with one particular thing (this tracker, that class)
is decided by the service, which knows the thing.
"""

from __future__ import annotations

from dataclasses import dataclass

from chalicelib.acts import Caller, Role
from chalicelib.errors import Forbidden


@dataclass(frozen=True, slots=True)
class Policy:
    """The roles a route is for; `public` needs no sign-in."""

    name: str
    roles: frozenset[Role]
    says: str
    public: bool = False

    def admit(self, caller: Caller) -> None:
        """Raise `Forbidden` when the caller has none of the roles."""
        if not (self.public or caller.roles & self.roles):
            raise Forbidden("not_for_your_role", self.says)


PUBLIC = Policy("public", frozenset(), "Everybody may do this.", public=True)
STAFF = Policy("staff", frozenset(Role), "Only staff of the district may do this.")
DISTRICT_ADMINS = Policy(
    "district_admins",
    frozenset({Role.DISTRICT_ADMIN}),
    "Only a district administrator may do this. Ask your district's administrator.",
)
ADMINS = Policy(
    "admins",
    frozenset({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN}),
    "Only administrators of the district or of a school may do this.",
)
TEACHERS = Policy(
    "teachers",
    frozenset({Role.TEACHER}),
    "Only teachers may do this, because it belongs to a class of theirs.",
)
AUTHORS = Policy(
    "authors",
    frozenset({Role.TEACHER, Role.DISTRICT_ADMIN}),
    "Only teachers and district administrators may do this.",
)
