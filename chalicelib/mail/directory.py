"""Who mails go to and who they come from: people of the roster, and the district."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.clock import day_in

from .messages import Origin
from .model import Contact

if TYPE_CHECKING:
    from collections.abc import Callable

    from chalicelib.clock import Clock
    from chalicelib.districts.service import Districts
    from chalicelib.rosters.service import Rosters


class MailDirectory:
    """The district and its people, as far as mail needs them."""

    def __init__(
        self,
        rosters: Callable[[], Rosters],
        districts: Callable[[], Districts],
        clock: Clock,
        district: str,
        sender: str,
        address: str = "",
    ) -> None:
        """Ask these; mails come from `sender`, and people reach the stack at `address`."""
        self._rosters = rosters
        self._districts = districts
        self._clock = clock
        self._district = district
        self._sender = sender
        self._address = address

    def contact(self, person: str) -> Contact | None:
        """Find a person of this district; nothing when they are gone."""
        return self.contact_in(self._district, person)

    def contact_in(self, district: str, person: str) -> Contact | None:
        """Find a person of any district; nothing when they are gone."""
        known = self._rosters().find_person(district, person)
        if known is None:
            return None
        there = not known.is_dated or known.on(self._districts().today(district)).is_staff
        name = f"{known.given} {known.family}".strip()
        return Contact(known.email, name, known.enabled and there)

    def names(self, district: str, people: list[str]) -> dict[str, str]:
        """Name these people by id; who is gone is left out."""
        known = self._rosters().people(district, people) if people else {}
        return {one.id: f"{one.given} {one.family}".strip() for one in known.values()}

    def origin(self) -> Origin:
        """Say who mails come from, and which day it is there."""
        district = self._districts().read(self._district)
        today = day_in(district.time_zone, self._clock.now())
        return Origin(district.name, self._sender, today, self._address)
