"""People as a state has them: their names, and one person from several records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from chalicelib.presence import OPEN, Span, unite_spans

from .cells import split_ids
from .model import Person, RoleAt

OF_PEOPLE = (
    "sourcedId enabledUser username givenName familyName preferredGivenName preferredFamilyName"
    " email grades"
)
NAMED = (
    'u."sourcedId", u."givenName", u."familyName", u."preferredGivenName", u."preferredFamilyName"'
)
SHOWN_GIVEN, SHOWN_FAMILY = (
    f'coalesce(nullif(u."preferred{name}", \'\'), u."{name[0].lower()}{name[1:]}")'
    for name in ("GivenName", "FamilyName")
)
"""The name that people see, in SQL."""


def read_person(row: Sequence[str], roles: tuple[RoleAt, ...]) -> Person:
    """Read a record with the roles that follow from it."""
    id_, enabled, username, *names, email, grades = row
    return Person(
        id=id_, username=username, email=email, enabled=enabled == "true", roles=roles,
        grades=tuple(split_ids(grades)), **read_names(*names),
    )  # fmt: skip


def read_names(
    given: str, family: str, preferred_given: str, preferred_family: str
) -> dict[str, str]:
    """Return the names that are shown, and the legal ones where those differ."""
    if not (preferred_given or preferred_family):
        return {"given": given, "family": family}
    shown = {"given": preferred_given or given, "family": preferred_family or family}
    legal = {"legal_given": given, "legal_family": family}
    return shown if shown == {"given": given, "family": family} else shown | legal


def one_person(id_: str, records: list[Person]) -> Person:
    """Join the records of one person: the roles of all that are in force hold.

    Name and address are those of the record that the person is known by, as long as it is in force.
    """
    enabled = [each for each in records if each.enabled]
    counted = enabled or records
    shown = next((each for each in counted if each.id == id_), counted[0])
    spans: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for at in (at for each in counted for at in each.roles):
        spans[at.role, at.school] += at.spans or OPEN
    found = tuple(
        RoleAt(role=role, school=school, spans=unite_spans(spans[role, school]))
        for role, school in sorted(spans)
    )
    return shown.model_copy(update={"id": id_, "roles": found, "enabled": bool(enabled)})
