"""The questions of districts to the roster, which they do not know: wiring hands it over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from chalicelib.acts import Caller, Role


class RosterPerson(Protocol):
    """A person of the roster, as far as their account needs it."""

    @property
    def id(self) -> str:
        """The person's id."""

    @property
    def username(self) -> str:
        """The sign-in name."""

    @property
    def email(self) -> str:
        """Where the first password goes."""

    @property
    def enabled(self) -> bool:
        """Whether the roster lets them in."""

    @property
    def is_staff(self) -> bool:
        """Whether this person may sign in at all."""

    @property
    def staff_roles(self) -> frozenset[Role]:
        """As what this person signs in."""

    def schools_as(self, *roles: str) -> frozenset[str]:
        """Name the schools where this person has one of the roles."""


class RosterPeople(Protocol):
    """The people of the roster."""

    def person(self, district: str, person: str) -> RosterPerson:
        """Read a person. Raises `NotFound`."""


class OwnTeam(Protocol):
    """A data team that somebody belongs to."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def retired(self) -> bool:
        """Whether it starts nothing any more."""

    def is_led_by(self, person: str) -> bool:
        """Return whether this person leads it."""


class TeamsOfPeople(Protocol):
    """The data teams, asked by their people."""

    def belonging(self, caller: Caller) -> Sequence[OwnTeam]:
        """Return the teams that the caller belongs to, by name."""
