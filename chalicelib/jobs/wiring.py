"""Long work of every kind: the domains that have some are listed here."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from .dead_letters.queues import DeadLetterBox
    from .dead_letters.service import DeadLetterOffice
    from .service import Jobs
    from .waiting.service import WaitingJobs


class JobsWiring(DomainWiring):
    @cached_property
    def jobs(self) -> Jobs:
        """Long work of every kind; its parts are made when a kind has work."""
        from .queue import Queue
        from .repository import DueRepository
        from .service import Jobs

        queue = Queue(lambda: self.services.clients.sqs, self.services.settings.jobs_queue)
        return Jobs(
            DueRepository(self.services.table),
            queue,
            self.services.settings.district,
            self.services.clock,
            (
                *self.services.tracker_jobs,
                *self.services.distribution_jobs,
                *self.services.opening_jobs,
                *self.services.correction_jobs,
                *self.services.sheet_jobs,
                *self.services.reminder_jobs,
                *self.services.standards_jobs,
                *self.services.item_import_jobs,
                *self.services.attachment_jobs,
                *self.services.roster_jobs,
                *self.services.printout_jobs,
                *self.services.process_report_jobs,
                *self.services.locking_jobs,
                *self.services.account_jobs,
            ),
        )

    @cached_property
    def waiting_jobs(self) -> WaitingJobs:
        from .waiting.service import WaitingJobs

        return WaitingJobs(lambda: self.services.jobs, self.services.table)

    @cached_property
    def dead_letter_boxes(self) -> tuple[DeadLetterBox, ...]:
        """The queues of messages that failed too often."""
        from .dead_letters.model import DeadLetterQueue
        from .dead_letters.queues import DeadLetterBox

        known, sqs = self.services.settings, lambda: self.services.clients.sqs
        return (
            DeadLetterBox(
                sqs,
                DeadLetterQueue.DELIVERIES,
                known.deliveries_dead_letters,
                known.deliveries_queue,
            ),
            DeadLetterBox(sqs, DeadLetterQueue.EMAILS, known.mail_dead_letters, known.mail_queue),
            DeadLetterBox(sqs, DeadLetterQueue.JOBS, known.jobs_dead_letters, known.jobs_queue),
            DeadLetterBox(
                sqs, DeadLetterQueue.REPORTS, known.reports_dead_letters, known.reports_queue
            ),
            DeadLetterBox(sqs, DeadLetterQueue.EVENTS, known.events_dead_letters),
        )

    @cached_property
    def dead_letters(self) -> DeadLetterOffice:
        from .dead_letters.service import DeadLetterOffice

        return DeadLetterOffice(lambda: self.services.dead_letter_boxes, self.services.table)
