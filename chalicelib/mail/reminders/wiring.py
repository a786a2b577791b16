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
    @cached_property
    def reminder_items(self) -> ReminderRepository:
        from .repository import ReminderRepository

        return ReminderRepository(self.services.table)

    @cached_property
    def reminders(self) -> Reminders:
        from .service import Reminders

        return Reminders(
            self.services.reminder_items,
            self.services.outbox,
            lambda: self.services.jobs,
            lambda: self.services.mail_directory,
        )

    @cached_property
    def reminder_work(self) -> ReminderWork:
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

    @cached_property
    def reminder_jobs(self) -> tuple[JobKind, ...]:
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "reminder",
                own=lambda: self.services.reminders,
                work=lambda: self.services.reminder_work,
            ),
        )

    @cached_property
    def reminder_mails(self) -> tuple[type[MailPayload], ...]:
        from .reminder_email import BeginReminder

        return (BeginReminder,)
