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
    jobs = Jobs(DueRepository(services.table), queue, services.settings.district, services.clock)
    _register_tracker_work(services, jobs)
    _register_mail_work(services, jobs)
    _register_file_work(services, jobs)
    _register_paper_work(services, jobs)
    _register_account_work(services, jobs)
    return jobs


def _register_tracker_work(services: Services, jobs: Jobs) -> None:
    """Long work on trackers and on what they are given."""
    jobs.register(
        "tracker-batch",
        progress=lambda: services.tracker_batches,
        run=lambda: services.tracker_batches,
        due=lambda: services.tracker_batches,
    )
    jobs.register(
        "distribution",
        progress=lambda: services.distributions,
        due=lambda: services.dispatch,
        soon=lambda: services.dispatch,
        begin=lambda: services.dispatch,
    )
    jobs.register(
        "automatic",
        run=lambda: services.newcomers,
        due=lambda: services.newcomers,
    )
    jobs.register(
        "process-opening",
        progress=lambda: services.process_openings,
        run=lambda: services.opening_work,
        due=lambda: services.opening_work,
    )
    jobs.register(
        "correction",
        progress=lambda: services.corrections,
        run=lambda: services.correction_work,
        due=lambda: services.correction_work,
        soon=lambda: services.correction_work,
    )
    jobs.register(
        "sheets",
        progress=lambda: services.renewal_work,
        run=lambda: services.renewal_work,
        due=lambda: services.renewal_work,
        begin=lambda: services.renewal_work,
    )


def _register_mail_work(services: Services, jobs: Jobs) -> None:
    """Long work on e-mails."""
    jobs.register(
        "reminder",
        own=lambda: services.reminders,
        run=lambda: services.reminder_work,
        due=lambda: services.reminder_work,
    )


def _register_file_work(services: Services, jobs: Jobs) -> None:
    """Long work on files that people send."""
    jobs.register(
        "standards-import",
        progress=lambda: services.standards_imports,
        run=lambda: services.standards_imports,
        due=lambda: services.standards_imports,
    )
    jobs.register(
        "item-import",
        progress=lambda: services.item_imports,
        run=lambda: services.item_imports,
        due=lambda: services.item_imports,
    )
    jobs.register(
        "attachment",
        run=lambda: services.attachments,
        due=lambda: services.attachments,
    )
    jobs.register("attachment-file", due=lambda: services.unused_files)
    jobs.register(
        "roster-import",
        progress=lambda: services.roster_imports,
        run=lambda: services.roster_worker,
        due=lambda: services.roster_worker,
        begin=lambda: services.roster_worker,
    )


def _register_paper_work(services: Services, jobs: Jobs) -> None:
    """What only the report function can build, over its own queue; and the lock before a report."""
    from chalicelib.jobs.queue import Queue

    queue = Queue(lambda: services.clients.sqs, services.settings.reports_queue)
    jobs.register(
        "printout",
        own=lambda: services.printouts,
        due=lambda: services.reports,
        queue=queue,
    )
    jobs.register("process-report", due=lambda: services.reports, queue=queue)
    jobs.register(
        "process-lock",
        own=lambda: services.locking,
        run=lambda: services.lock_work,
        due=lambda: services.lock_work,
    )


def _register_account_work(services: Services, jobs: Jobs) -> None:
    """What accounts of the user pool need after imports, and when somebody signs out."""
    jobs.register(
        "account",
        run=lambda: services.account_work,
        due=lambda: services.account_work,
    )
    jobs.register(
        "accounts",
        run=lambda: services.every_account_work,
        due=lambda: services.every_account_work,
        begin=lambda: services.every_account_work,
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

    uploads = Uploads()
    uploads.register("roster-import", lambda: services.roster_imports)
    uploads.register("standards-import", lambda: services.standards_imports)
    uploads.register("item-import", lambda: services.item_imports)
    uploads.register("attachment", lambda: services.attachments)
    return uploads
