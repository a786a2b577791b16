"""A coordinator's acts on the district itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib.acts import Act, Caller, Role
from chalicelib.clock import Clock, day_in
from chalicelib.errors import NOT_SIGNED_IN, stale

from .model import District
from .sign_in_entry import SignIn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from chalicelib.settings import Settings
    from chalicelib.storage.attributes import Item
    from chalicelib.storage.keys import Key

    from .current_person import Myself
    from .ports import TeamsOfPeople
    from .repository import DistrictRepository

FIRST_ADMIN = "first-admin"
"""The person of an operator's entry."""


@dataclass(eq=False, repr=False)
class Districts:
    """Settings and sign-ins of the district this stack serves.

    The stack's parameters hold until an admin changes a setting.
    """

    _repository: DistrictRepository
    _settings: Settings
    _clock: Clock
    _teams: Callable[[], TeamsOfPeople]

    def read(self, district: str) -> District:
        """Read the settings."""
        return self.in_force(district, self._repository.district(district))

    def read_along(self, district: str, others: Iterable[Key]) -> tuple[District, dict[Key, Item]]:
        """Read the settings together with other items: one call per hundred."""
        stored, found = self._repository.district_along(district, others)
        return self.in_force(district, stored), found

    def in_force(self, district: str, stored: District | None) -> District:
        """Return the settings that hold where these, or none, are stored."""
        return stored or self._as_deployed(district)

    def _as_deployed(self, district: str) -> District:
        return District(
            id=district, name=self._settings.district_name, time_zone=self._settings.time_zone
        )

    def today(self, district: str) -> str:
        """Return which day it is in the district: for work that nobody waits for."""
        return day_in(self.read(district).time_zone, self._clock.now())

    def change(self, act: Act, version: int, changes: dict[str, Any]) -> District:
        """Change some settings, as `District.changed` has it.

        Raises `Stale` when they are not at this version any more.
        """
        present = self.read(act.district)
        if present.version != version:
            raise stale("district", present.version)
        changed = present.apply_changes(changes)
        self._repository.save(changed, act)
        return changed

    def myself(self, caller: Caller) -> Myself:
        """Return who the caller is. One call, and two more for members of a data team."""
        from .current_person import Myself, TeamOfMine  # nobody else needs it

        known, stored = self._repository.sign_in(caller.district, caller.username)
        if known is None:
            raise NOT_SIGNED_IN()
        teams = tuple(
            TeamOfMine(team.id, team.name, team.is_led_by(caller.person))
            for team in self._teams().belonging(caller)
            if not team.retired
        )
        district = self.in_force(caller.district, stored)
        return Myself(known.on(caller.today), district, caller.today, teams)

    def appoint_first_admin(
        self, username: str, name: tuple[str, str], email: str, sub: str
    ) -> SignIn:
        """Let an operator's person in as district admin, before any roster is there.

        `sub` is the subject of the account that the name stands for: nobody else's opens it.
        """
        entry = SignIn(
            username=username,
            person=FIRST_ADMIN,
            given=name[0],
            family=name[1],
            email=email,
            roles=frozenset({Role.DISTRICT_ADMIN}),
        )
        self._repository.save_operator(self._settings.district, entry, sub)
        return entry
