"""Reminding those who have not begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.jobs.ports import JobKind
    from chalicelib.mail.payload import MailPayload
    from chalicelib.mail.reminders.repository import ReminderRepository
    from chalicelib.mail.reminders.service import Reminders
    from chalicelib.mail.reminders.work import ReminderWork
    from chalicelib.processes.missing.service import MissingActivations
    from chalicelib.processes.reminders.service import ProcessReminders
    from chalicelib.results.reminders.service import DistributionReminders

    from . import Services


def reminder_items(services: Services) -> ReminderRepository:
    """Where reminders are kept."""
    from chalicelib.mail.reminders.repository import ReminderRepository

    return ReminderRepository(services.table)


def reminders(services: Services) -> Reminders:
    """What people ask about reminders."""
    from chalicelib.mail.reminders.service import Reminders

    return Reminders(
        services.reminder_items,
        services.outbox,
        lambda: services.jobs,
        lambda: services.mail_directory,
    )


def reminder_work(services: Services) -> ReminderWork:
    """What writes their e-mails."""
    from chalicelib.mail.reminders.model import ReminderSubject
    from chalicelib.mail.reminders.work import ReminderWork

    return ReminderWork(
        services.reminder_items,
        services.outbox,
        services.mails,
        {
            ReminderSubject.DISTRIBUTION: lambda: services.distribution_reminders,
            ReminderSubject.TEST: lambda: services.process_reminders,
        },
        lambda: services.jobs,
        services.clock,
        services.settings.district,
    )


def distribution_reminders(services: Services) -> DistributionReminders:
    """Those whose classes have not begun with a distribution."""
    from chalicelib.results.reminders.service import DistributionReminders

    return DistributionReminders(
        services.distribution_items,
        services.district_results,
        services.trackers,
        services.reminders,
        lambda: services.rosters,
    )


def missing_activations(services: Services) -> MissingActivations:
    """Tests that people of data teams have not activated."""
    from chalicelib.processes.missing.service import MissingActivations

    return MissingActivations(services.process_items, services.reminders, lambda: services.rosters)


def process_reminders(services: Services) -> ProcessReminders:
    """Those of data teams who have not begun with a test."""
    from chalicelib.processes.reminders.service import ProcessReminders

    return ProcessReminders(
        services.process_items,
        services.processes,
        services.reminders,
        lambda: services.rosters,
    )


def reminder_jobs(services: Services) -> tuple[JobKind, ...]:
    """Long work on reminders."""
    from chalicelib.jobs.ports import JobKind

    return (
        JobKind(
            "reminder",
            own=lambda: services.reminders,
            run=lambda: services.reminder_work,
            due=lambda: services.reminder_work,
        ),
    )


def reminder_mails(_: Services) -> tuple[type[MailPayload], ...]:
    """E-mails that remind people."""
    from chalicelib.mail.reminders.reminder_email import BeginReminder

    return (BeginReminder,)
