"""The table, the files, the queue of long work, and files that arrive."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.jobs.service import Jobs
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


def jobs(services: Services) -> Jobs:
    """Long work of every kind; a kind's functions load their service when called."""
    from chalicelib.jobs.queue import Queue
    from chalicelib.jobs.repository import DueRepository
    from chalicelib.jobs.service import Jobs

    queue = Queue(lambda: services.clients.sqs, services.settings.jobs_queue)
    jobs = Jobs(DueRepository(services.table), queue, services.settings.district, services.clock)
    _handed_out(services, jobs)
    _brought_in(services, jobs)
    _put_on_paper(services, jobs)
    _let_in(services, jobs)
    return jobs


def _handed_out(services: Services, jobs: Jobs) -> None:
    """Long work on trackers and on what they are given."""
    jobs.register(
        "tracker-batch",
        progress=lambda *of: services.tracker_batches.progress(*of),
        run=lambda message: services.tracker_batches.run(message),
        due=lambda entry: services.tracker_batches.due(entry),
    )
    jobs.register(
        "distribution",
        progress=lambda *of: services.distributions.progress(*of),
        due=lambda *entry: services.dispatch.due(*entry),
        soon=lambda *entry: services.dispatch.soon(*entry),
        begin=lambda: services.dispatch.realign(),
    )
    jobs.register(
        "automatic",
        run=lambda message: services.newcomers.run(message),
        due=lambda entry: services.newcomers.due(entry),
    )
    jobs.register(
        "process-opening",
        progress=lambda *of: services.process_openings.progress(*of),
        run=lambda message: services.opening_work.run(message),
        due=lambda entry: services.opening_work.due(entry),
    )
    jobs.register(
        "correction",
        progress=lambda *of: services.corrections.progress(*of),
        run=lambda message: services.correction_work.run(message),
        due=lambda entry: services.correction_work.due(entry),
        soon=lambda entry: services.correction_work.soon(entry),
    )
    jobs.register(
        "sheets",
        progress=lambda *of: services.renewal_work.progress(*of),
        run=lambda message: services.renewal_work.run(message),
        due=lambda entry: services.renewal_work.due(entry),
        begin=lambda: services.renewal_work.begin(),
    )


def _brought_in(services: Services, jobs: Jobs) -> None:
    """Long work on files that people send."""
    jobs.register(
        "standards-import",
        progress=lambda *of: services.standards_imports.progress(*of),
        run=lambda message: services.standards_imports.run(message),
        due=lambda entry: services.standards_imports.due(entry),
    )
    jobs.register(
        "item-import",
        progress=lambda *of: services.item_imports.progress(*of),
        run=lambda message: services.item_imports.run(message),
        due=lambda entry: services.item_imports.due(entry),
    )
    jobs.register(
        "attachment",
        run=lambda message: services.attachments.run(message),
        due=lambda entry: services.attachments.due(entry),
    )
    jobs.register("attachment-file", due=lambda entry: services.attachments.clear(entry))
    jobs.register(
        "roster-import",
        progress=lambda *of: services.roster_imports.progress(*of),
        run=lambda message: services.roster_worker.run(message),
        due=lambda entry: services.roster_worker.due(entry),
        begin=lambda: services.roster_worker.begin(),
    )


def _put_on_paper(services: Services, jobs: Jobs) -> None:
    """What only the report function can build, over its own queue; and the lock before a report."""
    from chalicelib.jobs.queue import Queue

    queue = Queue(lambda: services.clients.sqs, services.settings.reports_queue)
    jobs.register(
        "printout",
        own=lambda *of: services.printouts.progress(*of),
        due=lambda entry: services.reports.due(entry),
        queue=queue,
    )
    jobs.register("process-report", due=lambda entry: services.reports.due(entry), queue=queue)
    jobs.register(
        "process-lock",
        own=lambda *of: services.locking.progress(*of),
        run=lambda message: services.lock_work.run(message),
        due=lambda entry: services.lock_work.due(entry),
    )


def _let_in(services: Services, jobs: Jobs) -> None:
    """What accounts of the user pool need after imports, and when somebody signs out."""
    jobs.register(
        "account",
        run=lambda message: services.account_work.run_one(message),
        due=lambda entry: services.account_work.due_one(entry),
    )
    jobs.register(
        "accounts",
        run=lambda message: services.account_work.run_all(message),
        due=lambda entry: services.account_work.due_all(entry),
        begin=lambda: services.account_work.begin(),
    )


def uploads(services: Services) -> Uploads:
    """Who looks at a file that has arrived."""
    from chalicelib.uploads.service import Uploads

    uploads = Uploads()
    uploads.register("roster-import", lambda name: services.roster_imports.carry_on(name))
    uploads.register("standards-import", lambda name: services.standards_imports.arrived(name))
    uploads.register("item-import", lambda name: services.item_imports.arrived(name))
    uploads.register("attachment", lambda name: services.attachments.arrived(name))
    return uploads
