"""The composition root: which service gets which repository gets which client.

Everything is made at first use and kept for the life of the process; imports are inside so that a
function loads only what it needs.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from .clock import Clock, SystemClock
from .settings import Settings, settings

if TYPE_CHECKING:
    from chalicelib.districts.service import Districts
    from chalicelib.districts.tokens import Tokens
    from chalicelib.jobs.service import Jobs
    from chalicelib.storage.table import Table


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
    import boto3
    from botocore.config import Config

    limits: dict[str, Any] = {"connect_timeout": 2, "read_timeout": 10}
    limits["retries"] = {"mode": "standard", "total_max_attempts": 4}
    make: Any = boto3.client
    return make(service, config=Config(**{**limits, **options}))


class Services:
    """Every service of the stack, wired."""

    def __init__(
        self,
        settings: Settings,
        clients: Any = None,
        clock: Clock | None = None,
    ) -> None:
        """Wire for these settings; clients and clock default to the real ones."""
        self.settings = settings
        self.clients = clients or Clients()
        self.clock: Clock = clock or SystemClock()

    @cached_property
    def table(self) -> Table:
        """The district's table."""
        from chalicelib.storage.table import Table

        return Table(self.clients.dynamodb, self.settings.table)

    @cached_property
    def districts(self) -> Districts:
        """The district's settings and its people's sign-ins."""
        from chalicelib.districts.repository import DistrictRepository
        from chalicelib.districts.service import Districts

        return Districts(DistrictRepository(self.table), self.settings)

    @cached_property
    def jobs(self) -> Jobs:
        """Long work of every kind; a kind's functions load their service when called."""
        from chalicelib.jobs.queue import Queue
        from chalicelib.jobs.repository import DueRepository
        from chalicelib.jobs.service import Jobs

        queue = Queue(lambda: self.clients.sqs, self.settings.jobs_queue)
        return Jobs(DueRepository(self.table), queue, self.settings.district)

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
