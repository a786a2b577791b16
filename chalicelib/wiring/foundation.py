"""The table, the files, the queue of long work, and files that arrive."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.findings.service import FindingsFiles
    from chalicelib.jobs.dead_letters.queues import DeadLetterBox
    from chalicelib.jobs.dead_letters.service import DeadLetterOffice
    from chalicelib.jobs.service import Jobs
    from chalicelib.jobs.waiting.service import WaitingJobs
    from chalicelib.storage.files import Files
    from chalicelib.storage.table import Table
    from chalicelib.uploads.service import Uploads

    from . import Services


def table(services: Services) -> Table:
    """The district's table."""
    from chalicelib.storage.table import Table

    return Table(services.clients.dynamodb, services.settings.table, services.pause)


def files(services: Services) -> Files:
    """The district's files."""
    from chalicelib.storage.files import Files

    return Files(lambda: services.clients.s3, services.settings.files_bucket)


def findings_files(services: Services) -> FindingsFiles:
    """What checks of packages found."""
    from chalicelib.findings.service import FindingsFiles

    return FindingsFiles(services.files)


def jobs(services: Services) -> Jobs:
    """Long work of every kind; a kind's functions load their service when called."""
    from chalicelib.jobs.queue import Queue
    from chalicelib.jobs.repository import DueRepository
    from chalicelib.jobs.service import Jobs

    queue = Queue(lambda: services.clients.sqs, services.settings.jobs_queue)
    return Jobs(
        DueRepository(services.table),
        queue,
        services.settings.district,
        services.clock,
        (
            *services.tracker_jobs,
            *services.distribution_jobs,
            *services.opening_jobs,
            *services.correction_jobs,
            *services.sheet_jobs,
            *services.reminder_jobs,
            *services.standards_jobs,
            *services.item_import_jobs,
            *services.attachment_jobs,
            *services.roster_jobs,
            *services.printout_jobs,
            *services.process_report_jobs,
            *services.locking_jobs,
            *services.account_jobs,
        ),
    )


def waiting_jobs(services: Services) -> WaitingJobs:
    """Work that waits for the clock."""
    from chalicelib.jobs.waiting.service import WaitingJobs

    return WaitingJobs(lambda: services.jobs, services.table)


def dead_letter_boxes(services: Services) -> tuple[DeadLetterBox, ...]:
    """The queues of messages that failed too often."""
    from chalicelib.jobs.dead_letters.model import DeadLetterQueue
    from chalicelib.jobs.dead_letters.queues import DeadLetterBox

    known, sqs = services.settings, lambda: services.clients.sqs
    return (
        DeadLetterBox(
            sqs, DeadLetterQueue.DELIVERIES, known.deliveries_dead_letters, known.deliveries_queue
        ),
        DeadLetterBox(sqs, DeadLetterQueue.EMAILS, known.mail_dead_letters, known.mail_queue),
        DeadLetterBox(sqs, DeadLetterQueue.JOBS, known.jobs_dead_letters, known.jobs_queue),
        DeadLetterBox(
            sqs, DeadLetterQueue.REPORTS, known.reports_dead_letters, known.reports_queue
        ),
        DeadLetterBox(sqs, DeadLetterQueue.EVENTS, known.events_dead_letters),
    )


def dead_letters(services: Services) -> DeadLetterOffice:
    """What failed too often, and sending it back."""
    from chalicelib.jobs.dead_letters.service import DeadLetterOffice

    return DeadLetterOffice(lambda: services.dead_letter_boxes, services.table)


def uploads(services: Services) -> Uploads:
    """Who looks at a file that has arrived."""
    from chalicelib.uploads.service import Uploads

    return Uploads(
        {
            **services.roster_uploads,
            **services.standards_uploads,
            **services.item_import_uploads,
            **services.attachment_uploads,
        }
    )
