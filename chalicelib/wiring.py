"""The composition root: which service gets which repository gets which client.

Everything is made at first use and kept for the life of the process; imports are inside so that a
function loads only what it needs.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from .clock import Clock, SystemClock
from .settings import Settings, settings

if TYPE_CHECKING:
    from chalicelib.assessments.service import Assessments
    from chalicelib.distribution.dispatch import Dispatch
    from chalicelib.distribution.repository import DistributionRepository
    from chalicelib.distribution.service import Distributions
    from chalicelib.districts.invitations import Invitations
    from chalicelib.districts.service import Districts
    from chalicelib.districts.tokens import Tokens
    from chalicelib.jobs.service import Jobs
    from chalicelib.mail.choices import MailChoices
    from chalicelib.mail.feedback import Feedback
    from chalicelib.mail.model import Contact
    from chalicelib.mail.outbox import Outbox
    from chalicelib.mail.postman import Postman
    from chalicelib.mail.service import MailQueue, Mails
    from chalicelib.rosters.import_repository import ImportRepository
    from chalicelib.rosters.importing import RosterImports
    from chalicelib.rosters.service import Rosters
    from chalicelib.rosters.working import RosterWorker
    from chalicelib.standards.importing import StandardsImports
    from chalicelib.standards.service import Standards
    from chalicelib.storage.files import Files
    from chalicelib.storage.table import Table
    from chalicelib.trackers.batches import TrackerBatches
    from chalicelib.trackers.service import Trackers
    from chalicelib.uploads.service import Uploads


class Clients:
    """The AWS clients; tests hand in their own."""

    @cached_property
    def dynamodb(self) -> Any:
        """The table's client; our own code builds its parameters, so it checks none again."""
        return _client("dynamodb", parameter_validation=False)

    @cached_property
    def sqs(self) -> Any:
        """The queues' client."""
        return _client("sqs")

    @cached_property
    def s3(self) -> Any:
        """The files' client."""
        return _client("s3")

    @cached_property
    def ses(self) -> Any:
        """The mail client. Never tries again by itself: a lost answer would be a second mail."""
        return _client("ses", retries={"total_max_attempts": 1})

    @cached_property
    def cognito(self) -> Any:
        """The sign-in service's client."""
        return _client("cognito-idp")


def _client(service: str, **options: Any) -> Any:
    from botocore.config import Config

    limits: dict[str, Any] = {"connect_timeout": 2, "read_timeout": 10}
    limits["retries"] = {"mode": "standard", "total_max_attempts": 4}
    return _session().create_client(service, config=Config(**{**limits, **options}))


@cache
def _session() -> Any:
    """The SDK, without boto3 on top of it: that saves a tenth of a cold start."""
    from botocore.session import get_session

    session = get_session()
    described = session.get_component("data_loader").load_service_model("dynamodb", "service-2")
    for operation in described["operations"].values():
        # Looked for in every item of every transaction, at a fifth of its CPU, in case a table is
        # named by an ARN. Ours is named by its name.
        operation.pop("operationContextParams", None)
    return session


class _Recipients:
    """Who mails go to: the roster's people."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def contact(self, person: str) -> Contact | None:
        return self.contact_in(self._services.settings.district, person)

    def contact_in(self, district: str, person: str) -> Contact | None:
        from chalicelib.mail.model import Contact

        known = self._services.rosters.find_person(district, person)
        if known is None:
            return None
        return Contact(known.email, f"{known.given} {known.family}".strip(), known.enabled)


class Services:
    """Every service of the stack, wired."""

    def __init__(
        self,
        settings: Settings,
        clients: Any = None,
        clock: Clock | None = None,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        """Wire for these settings; clients, clock and waiting default to the real ones."""
        self.settings = settings
        self.clients = clients or Clients()
        self.clock: Clock = clock or SystemClock()
        self.pause = pause

    @cached_property
    def table(self) -> Table:
        """The district's table."""
        from chalicelib.storage.table import Table

        return Table(self.clients.dynamodb, self.settings.table, self.pause)

    @cached_property
    def districts(self) -> Districts:
        """The district's settings and its people's sign-ins."""
        from chalicelib.districts.repository import DistrictRepository
        from chalicelib.districts.service import Districts

        return Districts(DistrictRepository(self.table), self.settings)

    @cached_property
    def assessments(self) -> Assessments:
        """What is asked, and who may see it."""
        from chalicelib.assessments.repository import AssessmentRepository
        from chalicelib.assessments.service import Assessments

        kept = AssessmentRepository(self.table)
        return Assessments(kept, self.districts, lambda: self.standards, lambda: self.rosters)

    @cached_property
    def trackers(self) -> Trackers:
        """The teachers' boards."""
        from chalicelib.trackers.repository import TrackerRepository
        from chalicelib.trackers.service import Trackers

        return Trackers(
            TrackerRepository(self.table),
            self.districts,
            lambda: self.rosters,
            lambda: self.standards,
            lambda: self.assessments,
        )

    @cached_property
    def files(self) -> Files:
        """The district's files."""
        from chalicelib.storage.files import Files

        return Files(lambda: self.clients.s3, self.settings.files_bucket)

    @cached_property
    def standards(self) -> Standards:
        """The district's standards, as its staff read them."""
        from chalicelib.standards.repository import StandardsRepository
        from chalicelib.standards.service import Standards

        return Standards(StandardsRepository(self.table))

    @cached_property
    def standards_imports(self) -> StandardsImports:
        """Standards on their way in."""
        from chalicelib.standards.importing import StandardsImports
        from chalicelib.standards.repository import ImportRepository, StandardsRepository

        return StandardsImports(
            ImportRepository(self.table),
            StandardsRepository(self.table),
            self.files,
            self.jobs,
            lambda district: self.districts.read(district).roster_drop_threshold,
            self.clock,
            self.settings.district,
        )

    @cached_property
    def uploads(self) -> Uploads:
        """Who looks at a file that has arrived."""
        from chalicelib.uploads.service import Uploads

        uploads = Uploads()
        uploads.register("roster-import", lambda name: self.roster_imports.carry_on(name))
        uploads.register("standards-import", lambda name: self.standards_imports.arrived(name))
        return uploads

    @cached_property
    def tracker_batches(self) -> TrackerBatches:
        """Trackers for all classes of courses."""
        from chalicelib.trackers.batch_repository import BatchRepository
        from chalicelib.trackers.batches import TrackerBatches

        return TrackerBatches(
            BatchRepository(self.table),
            self.trackers,
            self.districts,
            lambda: self.rosters,
            lambda: self.standards,
            lambda: self.jobs,
            self.clock,
            self.settings.district,
        )

    @cached_property
    def jobs(self) -> Jobs:
        """Long work of every kind; a kind's functions load their service when called."""
        from chalicelib.jobs.queue import Queue
        from chalicelib.jobs.repository import DueRepository
        from chalicelib.jobs.service import Jobs

        queue = Queue(lambda: self.clients.sqs, self.settings.jobs_queue)
        jobs = Jobs(DueRepository(self.table), queue, self.settings.district)
        jobs.register(
            "tracker-batch",
            progress=lambda *of: self.tracker_batches.progress(*of),
            run=lambda message: self.tracker_batches.run(message),
            due=lambda entry: self.tracker_batches.due(entry),
        )
        jobs.register(
            "distribution",
            progress=lambda *of: self.distributions.progress(*of),
            due=lambda *entry: self.dispatch.due(*entry),
            soon=lambda *entry: self.dispatch.soon(*entry),
            begin=lambda: self.dispatch.realign(),
        )
        jobs.register(
            "standards-import",
            progress=lambda *of: self.standards_imports.progress(*of),
            run=lambda message: self.standards_imports.run(message),
            due=lambda entry: self.standards_imports.due(entry),
        )
        jobs.register(
            "roster-import",
            progress=lambda *of: self.roster_imports.progress(*of),
            run=lambda message: self.roster_worker.run(message),
            due=lambda entry: self.roster_worker.due(entry),
        )
        return jobs

    @cached_property
    def distribution_items(self) -> DistributionRepository:
        """Where distributions are kept."""
        from chalicelib.distribution.repository import DistributionRepository

        return DistributionRepository(self.table)

    @cached_property
    def dispatch(self) -> Dispatch:
        """The machinery behind distributions."""
        from chalicelib.distribution.dispatch import Dispatch
        from chalicelib.jobs.queue import Queue
        from chalicelib.trackers.repository import TrackerRepository

        items = self.distribution_items
        gc.freeze()  # what is loaded by now stays: no need to look through it at every collection
        return Dispatch(
            items,
            Queue(lambda: self.clients.sqs, self.settings.deliveries_queue),
            mails=lambda: self.mails,
            rosters=lambda: self.rosters,
            read_tracker=TrackerRepository(self.table).row_of,
            entries=lambda until: self.jobs.ahead("distribution", until),
            clock=self.clock,
            district=self.settings.district,
        )

    @cached_property
    def distributions(self) -> Distributions:
        """The district's distributions."""
        from chalicelib.distribution.service import Distributions

        return Distributions(
            self.distribution_items,
            self.dispatch,
            self.assessments,
            self.trackers,
            self.districts,
            lambda: self.rosters,
            lambda: self.standards,
        )

    @cached_property
    def outbox(self) -> Outbox:
        """Where mails are kept."""
        from chalicelib.mail.outbox import Outbox

        return Outbox(self.table, self.settings.district)

    @cached_property
    def mail_queue(self) -> MailQueue:
        """The way to the sending worker."""
        from chalicelib.jobs.queue import Queue
        from chalicelib.mail.service import MailQueue

        return MailQueue(Queue(lambda: self.clients.sqs, self.settings.mail_queue))

    @cached_property
    def mails(self) -> Mails:
        """The mail office's counter."""
        from chalicelib.mail.service import Mails

        return Mails(self.outbox, self.mail_queue, self.clock, self.settings.district)

    @cached_property
    def postman(self) -> Postman:
        """The sending worker, and the sweep that brings back what is stuck."""
        from chalicelib.mail.messages import Origin
        from chalicelib.mail.postman import Postman
        from chalicelib.mail.sender import Sender

        known = self.settings
        return Postman(
            self.outbox,
            _Recipients(self),
            Sender(lambda: self.clients.ses, known.mail_configuration_set, self.clock, self.pause),
            self.mail_queue,
            self.clock,
            lambda: Origin(self.districts.read(known.district).name, known.mail_sender),
        )

    @cached_property
    def mail_choices(self) -> MailChoices:
        """Whether people want e-mail."""
        from chalicelib.mail.choices import MailChoices
        from chalicelib.mail.outbox import Outbox

        return MailChoices(
            lambda district: Outbox(self.table, district), _Recipients(self).contact_in
        )

    @cached_property
    def mail_feedback(self) -> Feedback:
        """What SES reports of mails."""
        from chalicelib.mail.feedback import Feedback

        return Feedback(self.outbox, self.clock)

    @cached_property
    def invitations(self) -> Invitations:
        """Accounts in the user pool."""
        from chalicelib.districts.invitations import Invitations

        pool = self.settings.user_pool
        return Invitations(
            lambda: self.clients.cognito, pool, lambda *of: self.rosters.person(*of), self.table
        )

    @cached_property
    def rosters(self) -> Rosters:
        """Schools, people, courses and classes."""
        from chalicelib.rosters.repository import RosterRepository
        from chalicelib.rosters.service import Rosters

        return Rosters(RosterRepository(self.table))

    @cached_property
    def roster_import_items(self) -> ImportRepository:
        """Where roster imports are kept."""
        from chalicelib.rosters.import_repository import ImportRepository

        return ImportRepository(self.table)

    @cached_property
    def roster_imports(self) -> RosterImports:
        """Imports of the roster."""
        from chalicelib.jobs.queue import Queue
        from chalicelib.rosters.importing import RosterImports

        queue = Queue(lambda: self.clients.sqs, self.settings.jobs_queue)
        return RosterImports(self.roster_import_items, self.files, queue)

    @cached_property
    def roster_worker(self) -> RosterWorker:
        """What carries imports of the roster on."""
        from chalicelib.rosters.working import RosterWorker

        return RosterWorker(
            self.roster_import_items,
            self.roster_imports,
            self.files,
            self.districts,
            self.clock,
            self.settings.district,
        )

    @cached_property
    def tokens(self) -> Tokens:
        """The user pool's tokens."""
        from chalicelib.districts.tokens import Tokens, fetched

        known = self.settings
        return Tokens(
            known.token_issuer, known.user_pool_client, lambda: fetched(known.token_keys_url)
        )


_current: list[Services] = []


def services() -> Services:
    """Return this process's services."""
    if not _current:
        _current.append(Services(settings()))
    return _current[0]


def use(these: Services | None) -> None:
    """Use these services from now on; `None` means the environment's. For tests and tools."""
    _current[:] = [these] if these else []
