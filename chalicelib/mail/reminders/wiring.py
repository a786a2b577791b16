"""Reminders of people who have not begun."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from chalicelib.jobs.ports import JobKind
    from chalicelib.mail.payload import MailPayload

    from .repository import ReminderRepository
    from .service import Reminders
    from .work import ReminderWork


class RemindersWiring(DomainWiring):
    """The services, each made at its first use."""

    def build_reminder_items(self) -> ReminderRepository:
        """Where reminders are kept."""
        from .repository import ReminderRepository

        return ReminderRepository(self.services.table)

    def build_reminders(self) -> Reminders:
        """People's requests for reminders."""
        from .service import Reminders

        return Reminders(
            self.services.reminder_items,
            self.services.outbox,
            lambda: self.services.jobs,
            lambda: self.services.mail_directory,
        )

    def build_reminder_work(self) -> ReminderWork:
        """The worker that writes their emails."""
        from .model import ReminderSubject
        from .work import ReminderWork

        return ReminderWork(
            self.services.reminder_items,
            self.services.outbox,
            self.services.mails,
            {
                ReminderSubject.DISTRIBUTION: lambda: self.services.distribution_reminders,
                ReminderSubject.TEST: lambda: self.services.process_reminders,
            },
            lambda: self.services.jobs,
            self.services.clock,
            self.services.settings.district,
        )

    def list_reminder_jobs(self) -> tuple[JobKind, ...]:
        """Long work on reminders."""
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "reminder",
                own=lambda: self.services.reminders,
                run=lambda: self.services.reminder_work,
                due=lambda: self.services.reminder_work,
            ),
        )

    def list_reminder_mails(self) -> tuple[type[MailPayload], ...]:
        """Emails that remind people."""
        from .reminder_email import BeginReminder

        return (BeginReminder,)

    reminder_items = cached_property(build_reminder_items)
    reminders = cached_property(build_reminders)
    reminder_work = cached_property(build_reminder_work)
    reminder_jobs = cached_property(list_reminder_jobs)
    reminder_mails = cached_property(list_reminder_mails)
