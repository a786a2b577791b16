"""The AWS clients: one of each for a process, made when it is first needed."""

from __future__ import annotations

from functools import cache, cached_property
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
    _read_items_as_they_come(described["shapes"])
    return session


def _read_items_as_they_come(shapes: dict[str, Any]) -> None:
    """Have botocore hand over items as DynamoDB's JSON, which is what our own codec reads.

    It would build every attribute value anew, looking for each of ten kinds in each: more than half
    the CPU of reading 10,000 summaries. A “document” it leaves alone; what that leaves to us is
    base64, which `storage.attributes.decode` knows. Only what is read: writes stay as they were.

    The SDK is pinned and shipped with us. A version that read documents otherwise would have every
    item come empty: `tests/storage/test_items_as_they_come.py` holds ours to what any client reads,
    from the bytes on the wire, so a new pin that breaks this does not pass.
    """
    shapes["ItemAsItComes"] = {"type": "structure", "members": {}, "document": True}
    shapes["ItemList"]["member"] = {"shape": "ItemAsItComes"}
    shapes["GetItemOutput"]["members"]["Item"] = {"shape": "ItemAsItComes"}
