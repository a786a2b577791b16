"""Our clients say who calls, in words that botocore does not compose anew for every call."""

from __future__ import annotations

from typing import Any

import pytest
from botocore import __version__
from botocore.awsrequest import AWSResponse

from chalicelib.release import VERSION
from chalicelib.wiring.clients import Clients

CALLS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("dynamodb", "get_item", {"TableName": "t", "Key": {"pk": {"S": "a"}}}),
    ("sqs", "send_message", {"QueueUrl": "https://example.org/q", "MessageBody": "a"}),
    ("s3", "list_objects_v2", {"Bucket": "b"}),
    ("ses", "get_send_quota", {}),
    ("cognito", "list_users", {"UserPoolId": "us-east-1_aaaaaaaaa"}),
)


@pytest.mark.parametrize(("service", "operation", "given"), CALLS, ids=[each[0] for each in CALLS])
def test_a_call_names_the_sdk_and_the_product(
    service: str, operation: str, given: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    client: Any = getattr(Clients(), service)
    sent: list[str] = []

    def before_send(request: Any, **_: Any) -> AWSResponse:
        sent.append(request.headers["User-Agent"].decode())
        raise ConnectionError

    client.meta.events.register("before-send", before_send)
    with pytest.raises(ConnectionError):
        getattr(client, operation)(**given)
    assert sent[0].startswith(f"Botocore/{__version__} plumbline/{VERSION}")
