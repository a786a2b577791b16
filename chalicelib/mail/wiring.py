"""Email: who gets it, where it is kept, and how it leaves."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .reminders.wiring import RemindersWiring

if TYPE_CHECKING:
    from .directory import MailDirectory
    from .feedback import Feedback
    from .kinds import MailKinds
    from .messages import Compose
    from .outbox import Outbox
    from .preferences import MailChoices
    from .service import MailQueue, Mails
    from .undelivered.service import UndeliveredMails
    from .worker import Postman


class MailWiring(RemindersWiring):
    """The services, each made at its first use."""

    def build_mail_directory(self) -> MailDirectory:
        """The recipients and the senders of mails."""
        from .directory import MailDirectory

        return MailDirectory(
            lambda: self.services.rosters,
            lambda: self.services.districts,
            self.services.clock,
            self.services.settings.district,
            self.services.settings.mail_sender,
            self.services.settings.public_url,
        )

    def build_outbox(self) -> Outbox:
        """Where mails are kept."""
        from .outbox import Outbox

        return Outbox(self.services.table, self.services.settings.district)

    def build_mail_kinds(self) -> MailKinds:
        """The kinds of email there are, as domains declare them."""
        from .kinds import MailKinds

        return MailKinds(
            self.services.distribution_mails,
            self.services.reminder_mails,
            self.services.process_mails,
        )

    def build_mail_queue(self) -> MailQueue:
        """The way to the sending worker."""
        from chalicelib.jobs.queue import Queue

        from .service import MailQueue

        return MailQueue(
            Queue(lambda: self.services.clients.sqs, self.services.settings.mail_queue)
        )

    def build_mails(self) -> Mails:
        """The mail office's counter."""
        from .service import Mails

        return Mails(
            self.services.outbox,
            self.services.mail_queue,
            self.services.clock,
            self.services.settings.district,
        )

    def build_compose_mail(self) -> Compose:
        """The function that makes a mail's message."""
        from .messages import message

        return message

    def build_postman(self) -> Postman:
        """The sending worker, and the sweep that brings back stuck mails."""
        from .sender import Sender
        from .worker import Postman

        known = self.services.settings
        return Postman(
            self.services.outbox,
            self.services.mail_kinds,
            self.services.mail_directory,
            Sender(
                lambda: self.services.clients.ses,
                known.mail_configuration_set,
                self.services.clock,
                self.services.pause,
            ),
            self.services.mail_queue,
            self.services.clock,
            self.services.mail_directory.origin,
            lambda: self.services.files,
            self.services.compose_mail,
        )

    def build_mail_choices(self) -> MailChoices:
        """Whether people want email."""
        from .preferences import MailChoices

        return MailChoices(self.services.table, self.services.mail_directory)

    def build_mail_feedback(self) -> Feedback:
        """SES's reports of mails."""
        from .feedback import Feedback

        return Feedback(self.services.outbox, self.services.clock)

    def build_undelivered_mails(self) -> UndeliveredMails:
        """Emails that wait, and those that did not arrive."""
        from .undelivered.service import UndeliveredMails

        return UndeliveredMails(
            self.services.outbox,
            self.services.mail_kinds,
            self.services.table,
            self.services.mail_queue,
            self.services.mail_directory,
            lambda: self.services.clients.ses,
        )

    mail_directory = cached_property(build_mail_directory)
    outbox = cached_property(build_outbox)
    mail_kinds = cached_property(build_mail_kinds)
    mail_queue = cached_property(build_mail_queue)
    mails = cached_property(build_mails)
    compose_mail = cached_property(build_compose_mail)
    postman = cached_property(build_postman)
    mail_choices = cached_property(build_mail_choices)
    mail_feedback = cached_property(build_mail_feedback)
    undelivered_mails = cached_property(build_undelivered_mails)
