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
    @cached_property
    def mail_directory(self) -> MailDirectory:
        from .directory import MailDirectory

        return MailDirectory(
            lambda: self.services.rosters,
            lambda: self.services.districts,
            self.services.clock,
            self.services.settings.district,
            self.services.settings.mail_sender,
            self.services.settings.public_url,
        )

    @cached_property
    def outbox(self) -> Outbox:
        from .outbox import Outbox

        return Outbox(self.services.table, self.services.settings.district)

    @cached_property
    def mail_kinds(self) -> MailKinds:
        from .kinds import MailKinds

        return MailKinds(
            self.services.distribution_mails,
            self.services.reminder_mails,
            self.services.process_mails,
        )

    @cached_property
    def mail_queue(self) -> MailQueue:
        from chalicelib.jobs.queue import Queue

        from .service import MailQueue

        return MailQueue(
            Queue(lambda: self.services.clients.sqs, self.services.settings.mail_queue)
        )

    @cached_property
    def mails(self) -> Mails:
        from .service import Mails

        return Mails(
            self.services.outbox,
            self.services.mail_queue,
            self.services.clock,
            self.services.settings.district,
        )

    @cached_property
    def compose_mail(self) -> Compose:
        """The function that makes a mail's message."""
        from .messages import message

        return message

    @cached_property
    def postman(self) -> Postman:
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

    @cached_property
    def mail_choices(self) -> MailChoices:
        from .preferences import MailChoices

        return MailChoices(self.services.table, self.services.mail_directory)

    @cached_property
    def mail_feedback(self) -> Feedback:
        from .feedback import Feedback

        return Feedback(self.services.outbox, self.services.clock)

    @cached_property
    def undelivered_mails(self) -> UndeliveredMails:
        from .undelivered.service import UndeliveredMails

        return UndeliveredMails(
            self.services.outbox,
            self.services.mail_kinds,
            self.services.table,
            self.services.mail_queue,
            self.services.mail_directory,
            lambda: self.services.clients.ses,
        )
