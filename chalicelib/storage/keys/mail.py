"""Emails and people's choices about them."""

from __future__ import annotations

from .shape import Key, join


def mail(district: str, batch: str, number: str) -> Key:
    """Return one mail of a batch (a distribution's notices).

    >>> mail("gb", "01J", "MZXW6")
    Key(pk='gb#MAIL#01J', sk='MAIL#01J-MZXW6')
    """
    return Key(join(district, "MAIL", batch), join("MAIL", f"{batch}-{number}"))


def outbox(district: str, shard: int) -> str:
    """Return the `lists` partition of open mails, sorted by their next look.

    >>> outbox("gb", 3)
    'gb#OUTBOX#3'
    """
    return join(district, "OUTBOX", str(shard))


def mail_failures(district: str) -> str:
    """Return the `lists` partition of mails that did not arrive, sorted by when that was known.

    >>> mail_failures("gb")
    'gb#UNDELIVERED'
    """
    return join(district, "UNDELIVERED")


def reminder(district: str, subject: str, day: str) -> Key:
    """Return the reminder of a day, of those who have not begun with a distribution or a test.

    >>> reminder("gb", "01J", "2026-10-01")
    Key(pk='gb#REMINDERS#01J', sk='2026-10-01')
    """
    return Key(join(district, "REMINDERS", subject), join(day))


def address_block(district: str, digest: str) -> Key:
    """Return the block of an address that bounced or complained; its digest, never the address.

    >>> address_block("gb", "9f86d081")
    Key(pk='gb#BLOCKED#9f86d081', sk='BLOCKED')
    """
    return Key(join(district, "BLOCKED", digest), "BLOCKED")


def mail_choice(district: str, person: str) -> Key:
    """Return a person's choice whether to get mail.

    >>> mail_choice("gb", "usr-1")
    Key(pk='gb#MAILCHOICE#usr-1', sk='MAILCHOICE')
    """
    return Key(join(district, "MAILCHOICE", person), "MAILCHOICE")
