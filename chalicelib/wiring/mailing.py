"""The mail office."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.mail.directory import MailDirectory
    from chalicelib.mail.feedback import Feedback
    from chalicelib.mail.kinds import MailKinds
    from chalicelib.mail.messages import Compose
    from chalicelib.mail.outbox import Outbox
    from chalicelib.mail.preferences import MailChoices
    from chalicelib.mail.service import MailQueue, Mails
    from chalicelib.mail.undelivered.service import UndeliveredMails
    from chalicelib.mail.worker import Postman

    from . import Services


def mail_directory(services: Services) -> MailDirectory:
    """Who mails go to and who they come from."""
    from chalicelib.mail.directory import MailDirectory

    return MailDirectory(
        lambda: services.rosters,
        lambda: services.districts,
        services.clock,
        services.settings.district,
        services.settings.mail_sender,
        services.settings.public_url,
    )


def outbox(services: Services) -> Outbox:
    """Where mails are kept."""
    from chalicelib.mail.outbox import Outbox

    return Outbox(services.table, services.settings.district)


def mail_kinds(services: Services) -> MailKinds:
    """The kinds of e-mail there are, as domains declare them."""
    from chalicelib.mail.kinds import MailKinds

    return MailKinds(services.distribution_mails, services.reminder_mails, services.process_mails)


def mail_queue(services: Services) -> MailQueue:
    """The way to the sending worker."""
    from chalicelib.jobs.queue import Queue
    from chalicelib.mail.service import MailQueue

    return MailQueue(Queue(lambda: services.clients.sqs, services.settings.mail_queue))


def mails(services: Services) -> Mails:
    """The mail office's counter."""
    from chalicelib.mail.service import Mails

    return Mails(services.outbox, services.mail_queue, services.clock, services.settings.district)


def compose_mail(_: Services) -> Compose:
    """What makes a mail's message."""
    from chalicelib.mail.messages import message

    return message


def postman(services: Services) -> Postman:
    """The sending worker, and the sweep that brings back what is stuck."""
    from chalicelib.mail.sender import Sender
    from chalicelib.mail.worker import Postman

    known = services.settings
    return Postman(
        services.outbox,
        services.mail_kinds,
        services.mail_directory,
        Sender(
            lambda: services.clients.ses,
            known.mail_configuration_set,
            services.clock,
            services.pause,
        ),
        services.mail_queue,
        services.clock,
        services.mail_directory.origin,
        files=lambda: services.files,
        compose=services.compose_mail,
    )


def mail_choices(services: Services) -> MailChoices:
    """Whether people want e-mail."""
    from chalicelib.mail.preferences import MailChoices

    return MailChoices(services.table, services.mail_directory)


def mail_feedback(services: Services) -> Feedback:
    """What SES reports of mails."""
    from chalicelib.mail.feedback import Feedback

    return Feedback(services.outbox, services.clock)


def build_undelivered_mails(services: Services) -> UndeliveredMails:
    """E-mails that wait, and those that did not arrive."""
    from chalicelib.mail.undelivered.service import UndeliveredMails

    return UndeliveredMails(
        services.outbox,
        services.mail_kinds,
        services.table,
        services.mail_queue,
        services.mail_directory,
        lambda: services.clients.ses,
    )
