"""Whether a person wants email: theirs to choose, or an administrator's who was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.districts.refusals import PERSON_NOT_FOUND
from chalicelib.errors import stale
from chalicelib.mail import refusals
from chalicelib.storage.table import ConditionFailed, Table

from .model import Contact, MailChoice
from .outbox import Outbox

if TYPE_CHECKING:
    from chalicelib.acts import Act, Caller

    from .directory import MailDirectory


class MailChoices:
    """People's choices about email."""

    def __init__(self, table: Table, directory: MailDirectory) -> None:
        """Keep choices in the outbox of the caller's district."""
        self._table = table
        self._directory = directory

    def read(self, caller: Caller, person: str) -> MailChoice:
        """Read a choice. Raises `NotFound`; `Forbidden` for a colleague's."""
        contact = self._may_see(caller, person)
        wanted, blocked, version = self._outbox(caller.district).choice(person, contact.address)
        return MailChoice(id=person, wanted=wanted, blocked=blocked, version=version)

    def choose(self, act: Act, person: str, version: int, *, wanted: bool) -> MailChoice:
        """Change a choice. Choosing mail also lifts the block of the address: it works again.

        Raises `Stale` when it is not at this version any more.
        """
        contact = self._may_see(act.caller, person)
        outbox = self._outbox(act.district)
        present = self.read(act.caller, person)
        if present.version != version:
            raise stale("choice", present.version)
        blocked = present.blocked and not wanted
        chosen = MailChoice(id=person, wanted=wanted, blocked=blocked, version=version + 1)
        try:
            outbox.choose(chosen, contact.address, act)
        except ConditionFailed as failed:
            old = failed.first.old
            raise stale("choice", old["version"] if old else 0) from failed
        return chosen

    def _outbox(self, district: str) -> Outbox:
        return Outbox(self._table, district)

    def _may_see(self, caller: Caller, person: str) -> Contact:
        """Refuse others alike, whether there is such a person or not: it may be a student."""
        if person != caller.person and not caller.is_district_admin:
            raise refusals.NOT_YOUR_CHOICE()
        contact = self._directory.contact_in(caller.district, person)
        if contact is None:
            raise PERSON_NOT_FOUND()
        return contact
