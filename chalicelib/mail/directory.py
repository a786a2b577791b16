"""The recipients and the senders of mails: people of the roster, and the district."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.clock import Clock, day_in

from .messages import Origin
from .model import Contact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from chalicelib.acts import Caller
    from chalicelib.districts.service import Districts
    from chalicelib.rosters.model import Person
    from chalicelib.rosters.service import Rosters


@dataclass(eq=False, repr=False)
class MailDirectory:
    """The district and its people, as far as mail needs them.

    Mails come from `_sender`, and people reach the stack at `_address`.
    """

    _rosters: Callable[[], Rosters]
    _districts: Callable[[], Districts]
    _clock: Clock
    _district: str
    _sender: str
    _address: str = ""

    def contact(self, person: str) -> Contact | None:
        """Find a person of this district; nothing when they are gone."""
        return self.contact_in(self._district, person)

    def contact_in(self, district: str, person: str) -> Contact | None:
        """Find a person of any district; nothing when they are gone."""
        known = self._rosters().find_person(district, person)
        if known is None:
            return None
        return _contact(known, lambda: self._districts().today(district))

    def contacts(self, caller: Caller, people: Iterable[str]) -> dict[str, Contact]:
        """Find people by id; who is gone is left out: a hundred a call."""
        known = self._rosters().people(caller.district, people)
        return {each.id: _contact(each, lambda: caller.today) for each in known.values()}

    def names(self, district: str, people: list[str]) -> dict[str, str]:
        """Name these people by id; who is gone is left out."""
        known = self._rosters().people(district, people) if people else {}
        return {one.id: f"{one.given} {one.family}".strip() for one in known.values()}

    def origin(self) -> Origin:
        """Return who mails come from, and which day it is there."""
        district = self._districts().read(self._district)
        today = day_in(district.time_zone, self._clock.now())
        return Origin(district.name, self._sender, today, self._address)


def _contact(known: Person, today: Callable[[], str]) -> Contact:
    """Return a person as mail sees them; the day is needed only for roles with dates."""
    there = not known.is_dated or known.on(today()).is_staff
    name = f"{known.given} {known.family}".strip()
    return Contact(known.email, name, known.enabled and there)
