"""The facts about a person who signs in, as a roster or an operator entered them.

Plain classes: the authorizer reads them in a process of its own, whose first answer would take
twice as long with pydantic.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from chalicelib.acts import Caller, Role
from chalicelib.presence import Spans, is_present


@dataclass(frozen=True, slots=True)
class DatedRole:
    """A role at a school, and when it holds."""

    role: Role
    school: str
    """Blank where the role is for none."""
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class SignIn:
    """The facts about a person that the authorizer needs, by sign-in name.

    Two may exist for one name: the operators' (made when the stack was deployed, so that the
    first admin can get in before any roster) and the roster's. They add up.
    """

    username: str
    person: str
    given: str
    family: str
    email: str = ""
    roles: frozenset[Role] = frozenset()
    schools: frozenset[str] = frozenset()
    enabled: bool = True
    dated: tuple[DatedRole, ...] = ()
    """Every role with its dates, where any has some; `roles` and `schools` are of them all."""

    @property
    def name(self) -> str:
        """This person's name."""
        return f"{self.given} {self.family}".strip()

    def caller(self, district: str) -> Caller:
        """Return the caller that this sign-in makes."""
        return Caller(
            district, self.person, self.roles, self.schools, self.username, name=self.name
        )

    def on(self, day: str) -> SignIn:
        """Return this sign-in with the roles that hold on a day."""
        if not self.dated:
            return self
        present = [each for each in self.dated if is_present(each.spans, day)]
        roles = frozenset(each.role for each in present)
        counted = choose_role_of_schools(roles)
        schools = frozenset(at.school for at in present if at.role == counted and at.school)
        return replace(self, roles=roles, schools=schools)

    def merge(self, other: SignIn) -> SignIn:
        """Add another sign-in's roles and schools to this one, which keeps its identity."""
        more = (DatedRole(role=r, school=s) for r in other.roles for s in other.schools or {""})
        return replace(
            self,
            roles=self.roles | other.roles,
            schools=self.schools | other.schools,
            dated=(*self.dated, *more) if self.dated else (),
        )


def choose_role_of_schools(roles: frozenset[Role]) -> Role:
    """Return which role's schools are a person's: a school admin's are those administered."""
    return Role.SCHOOL_ADMIN if Role.SCHOOL_ADMIN in roles else Role.TEACHER


def write_sign_in(entry: SignIn) -> str:
    """Write an entry as it is kept: every field, and roles and schools in order."""
    known: dict[str, Any] = {name: getattr(entry, name) for name in SignIn.__slots__}
    dated = [{"role": at.role, "school": at.school, "spans": at.spans} for at in entry.dated]
    known |= {"roles": sorted(entry.roles), "schools": sorted(entry.schools), "dated": dated}
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"))


def read_sign_in(text: str) -> SignIn:
    """Read an entry that this release, an earlier or a later one wrote."""
    known = {name: each for name, each in json.loads(text).items() if name in SignIn.__slots__}
    known["roles"] = frozenset(map(Role, known.get("roles", ())))
    known["schools"] = frozenset(known.get("schools", ()))
    known["dated"] = tuple(
        DatedRole(
            Role(at["role"]),
            at["school"],
            tuple((begins, ends) for begins, ends, *_ in at.get("spans", ())),
        )
        for at in known.get("dated", ())
    )
    return SignIn(**known)
