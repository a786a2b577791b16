"""An administrator's acts on emails that wait or did not arrive: count, list, send again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from chalicelib.errors import stale
from chalicelib.mail import refusals
from chalicelib.mail.model import GRACE, Event, Mail
from chalicelib.mail.sender import ask_allowance
from chalicelib.mail.skip_reasons import reason_to_skip
from chalicelib.paging import Page
from chalicelib.storage.table import ConditionFailed, Table

from .model import (
    LOOKED_BACK,
    MOST_COUNTED,
    Remedy,
    Standing,
    UndeliveredMail,
    find_remedy,
    name_subject,
    sum_up,
)

if TYPE_CHECKING:
    from datetime import datetime

    from chalicelib.acts import Act, Caller
    from chalicelib.mail.directory import MailDirectory
    from chalicelib.mail.kinds import MailKinds
    from chalicelib.mail.outbox import Outbox
    from chalicelib.mail.service import MailQueue


@dataclass(eq=False, repr=False)
class UndeliveredMails:
    """Emails of a district that wait, and those that did not arrive.

    `_ses` says how much more it takes.
    """

    _outbox: Outbox
    _kinds: MailKinds
    _table: Table
    _queue: MailQueue
    _people: MailDirectory
    _ses: Callable[[], Any]

    def standing(self, now: datetime) -> Standing:
        """Count what waits, and what did not arrive lately."""
        since = now - LOOKED_BACK
        opened = self._outbox.open(MOST_COUNTED)
        lost = self._outbox.list_undelivered(MOST_COUNTED, since=since)
        return sum_up(opened, lost, since, ask_allowance(self._ses))

    def listing(
        self, caller: Caller, limit: int, after: Sequence[Any] | None
    ) -> Page[UndeliveredMail]:
        """List those that did not arrive, the latest first."""
        mails = self._outbox.list_undelivered(limit, after)
        more = self._outbox.place(mails[-1]) if len(mails) == limit else None
        return Page(self._describe(caller, mails), more)

    def send_again(self, act: Act, reference: str, version: int) -> UndeliveredMail:
        """Send one again that certainly did not arrive.

        Raises `NotFound`, `Stale`; `Conflict` for one that may have arrived, or cannot be sent now.
        """
        mail = self._outbox.read(reference)
        if mail is None:
            raise refusals.EMAIL_NOT_FOUND()
        if mail.version != version:
            raise stale("email", mail.version)
        (found,) = self._describe(act.caller, [mail])
        if found.outlook.remedy != Remedy.SEND_AGAIN:
            raise refusals.EMAIL_NOT_SENT_AGAIN(why=found.outlook.advice)
        return self._queue_again(act, found)

    def _queue_again(self, act: Act, found: UndeliveredMail) -> UndeliveredMail:
        queued = found.mail.apply_event(Event.RETRY, due=act.at + GRACE)
        if queued is None:  # a state that is not in the table of transitions
            raise refusals.EMAIL_NOT_SENT_AGAIN(why=found.outlook.advice)
        now = replace(found, mail=queued, outlook=find_remedy(queued, None, act.caller.today))
        try:
            write = self._outbox.change(found.mail, queued, act.at)
            self._table.commit([write], act=act, subject=now)
        except ConditionFailed as failed:
            old = failed.first.old
            raise stale("email", old["version"] if old else 0) from failed
        self._queue.send([queued.reference])
        return now

    def _describe(self, caller: Caller, mails: Sequence[Mail]) -> list[UndeliveredMail]:
        contacts = self._people.contacts(caller, {mail.person for mail in mails})
        addresses = {one: known.address for one, known in contacts.items() if known.address}
        hindered = self._outbox.find_obstacles(addresses)
        found = []
        for mail in mails:
            contact = contacts.get(mail.person)
            unwanted, since = hindered.get(mail.person, (False, ""))
            skip = reason_to_skip(contact, wanted=not unwanted, blocked=bool(since))
            about, title = name_subject(mail, self._kinds)
            found.append(
                UndeliveredMail(
                    mail,
                    contact.name if contact else "",
                    find_remedy(mail, skip, caller.today),
                    since,
                    title,
                    about,
                )
            )
        return found
