"""The mail office."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.mail.choices import MailChoices
    from chalicelib.mail.feedback import Feedback
    from chalicelib.mail.messages import Origin
    from chalicelib.mail.model import Contact
    from chalicelib.mail.outbox import Outbox
    from chalicelib.mail.postman import Postman
    from chalicelib.mail.service import MailQueue, Mails

    from . import Services


class _Recipients:
    """Who mails go to: the roster's people."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def contact(self, person: str) -> Contact | None:
        return self.contact_in(self._services.settings.district, person)

    def contact_in(self, district: str, person: str) -> Contact | None:
        from chalicelib.mail.model import Contact

        known = self._services.rosters.find_person(district, person)
        if known is None:
            return None
        there = not known.is_dated or known.on(self._services.districts.today(district)).is_staff
        name = f"{known.given} {known.family}".strip()
        return Contact(known.email, name, known.enabled and there)


def outbox(services: Services) -> Outbox:
    """Where mails are kept."""
    from chalicelib.mail.outbox import Outbox

    return Outbox(services.table, services.settings.district)


def mail_queue(services: Services) -> MailQueue:
    """The way to the sending worker."""
    from chalicelib.jobs.queue import Queue
    from chalicelib.mail.service import MailQueue

    return MailQueue(Queue(lambda: services.clients.sqs, services.settings.mail_queue))


def mails(services: Services) -> Mails:
    """The mail office's counter."""
    from chalicelib.mail.service import Mails

    return Mails(services.outbox, services.mail_queue, services.clock, services.settings.district)


def postman(services: Services) -> Postman:
    """The sending worker, and the sweep that brings back what is stuck."""
    from chalicelib.mail.postman import Postman
    from chalicelib.mail.sender import Sender

    known = services.settings
    return Postman(
        services.outbox,
        _Recipients(services),
        Sender(
            lambda: services.clients.ses,
            known.mail_configuration_set,
            services.clock,
            services.pause,
        ),
        services.mail_queue,
        services.clock,
        lambda: _origin(services),
        lambda place, most: services.files.read(place, 0, most),
    )


def _origin(services: Services) -> Origin:
    """Say who mails come from, and which day it is there."""
    from chalicelib.clock import day_in
    from chalicelib.mail.messages import Origin

    district = services.districts.read(services.settings.district)
    today = day_in(district.time_zone, services.clock.now())
    return Origin(district.name, services.settings.mail_sender, today)


def mail_choices(services: Services) -> MailChoices:
    """Whether people want e-mail."""
    from chalicelib.mail.choices import MailChoices
    from chalicelib.mail.outbox import Outbox

    return MailChoices(
        lambda district: Outbox(services.table, district), _Recipients(services).contact_in
    )


def mail_feedback(services: Services) -> Feedback:
    """What SES reports of mails."""
    from chalicelib.mail.feedback import Feedback

    return Feedback(services.outbox, services.clock)
