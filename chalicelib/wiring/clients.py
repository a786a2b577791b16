"""The AWS clients: one of each for a process, made when it is first needed."""

from __future__ import annotations

from functools import cached_property
from typing import Any


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
        """The files' client. Links and forms are signed by version 4, the only one everywhere."""
        return _client("s3", signature_version="s3v4")

    @cached_property
    def ses(self) -> Any:
        """The mail client. Never retries: a lost answer would cause a second mail."""
        return _client("ses", retries={"total_max_attempts": 1})

    @cached_property
    def cognito(self) -> Any:
        """The sign-in service's client."""
        return _client("cognito-idp")


def _client(service: str, **options: Any) -> Any:
    from botocore import __version__ as botocore_version
    from botocore.config import Config

    from chalicelib.release import VERSION
    from chalicelib.storage.session import session

    limits: dict[str, Any] = {"connect_timeout": 2, "read_timeout": 10}
    # Without a name of ours, botocore composes its own for every call, twice: a sixth of the
    # instructions of a request that makes one call (botocore 1.44.5, `useragent.py`).
    limits["user_agent"] = f"Botocore/{botocore_version} plumbline/{VERSION}"
    limits["retries"] = {"mode": "standard", "total_max_attempts": 4}
    return session().create_client(service, config=Config(**{**limits, **options}))
