"""Responsibility for accounts: an administrator's rights over each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.acts import Caller, Role

if TYPE_CHECKING:
    from chalicelib.districts.ports import RosterPerson


def answers_for(caller: Caller, person: RosterPerson) -> bool:
    """Return whether the caller answers for this person's sign-in: never upwards, never students.

    `person` is as the roster keeps them: people whose role is over or to come can be signed out as
    well.
    """
    if not person.staff_roles:
        return False
    if caller.is_district_admin:
        return True
    own = any(caller.administers(school) for school in person.schools_as(*Role))
    return own and Role.DISTRICT_ADMIN not in person.staff_roles


def list_allowed(caller: Caller, person: RosterPerson) -> tuple[str, ...]:
    """Name the caller's actions on a person's account, which also has its own conditions."""
    invites = caller.is_district_admin and person.is_staff and person.id != caller.person
    possible = {"invite": invites, "sign_out": answers_for(caller, person)}
    return tuple(name for name, may in possible.items() if may)
