"""The simulator's clients can be listened to, walked and signed with as boto3's can."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from itertools import chain
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from botocore.exceptions import ClientError

from simulator.cloud import TABLE, SimulatedClients, SimulatedCloud
from tests.support.moto_cloud import ENGINE, make_table, standing_moto

pytestmark = pytest.mark.skipif(ENGINE is not None, reason="compares moto and the simulator")

KEY = {"pk": {"S": "P"}, "sk": {"S": "A"}}
MOMENTS = ("provide-client-params", "before-parameter-build", "before-call", "after-call")
POOL = "us-east-1_staff"


@pytest.fixture(params=["moto", "simulator"])
def clients(request: pytest.FixtureRequest) -> Iterator[SimulatedClients]:
    """Return each cloud's clients."""
    if request.param == "simulator":
        yield SimulatedCloud().clients
        return
    with standing_moto() as cloud:
        make_table(cloud.clients.dynamodb, TABLE)
        yield cloud.clients


def listen(client: Any, name: str, listener: Any) -> None:
    """Listen until the test is over: moto's clients are made once for all tests."""
    client.meta.events.register(name, listener, unique_id=name)


def stop_listening(client: Any, name: str) -> None:
    client.meta.events.unregister(name, unique_id=name)


@pytest.fixture(autouse=True)
def _nobody_listens_afterwards(clients: SimulatedClients) -> Iterator[None]:
    yield
    for moment in MOMENTS:
        stop_listening(clients.dynamodb, f"{moment}.*")


def stored(clients: SimulatedClients) -> bool:
    return "Item" in clients.dynamodb.get_item(TableName=TABLE, Key=KEY)


@pytest.mark.parametrize("moment", MOMENTS)
def test_listeners_hear_of_a_call_by_its_name(clients: SimulatedClients, moment: str) -> None:
    heard: list[str] = []
    listen(clients.dynamodb, f"{moment}.*", lambda model, **_: heard.append(model.name))
    clients.dynamodb.put_item(TableName=TABLE, Item=KEY)
    stored(clients)
    assert heard == ["PutItem", "GetItem"]


def test_a_service_has_two_names_for_listeners(clients: SimulatedClients) -> None:
    heard: list[str] = []
    names = ("before-call.cognito-idp", "before-call.cognito-identity-provider")
    for name in names:
        listen(clients.cognito, name, lambda model, **_: heard.append(model.name))
    with pytest.raises(ClientError):
        clients.cognito.admin_get_user(UserPoolId=POOL, Username="nobody")
    for name in names:
        stop_listening(clients.cognito, name)
    assert heard == ["AdminGetUser", "AdminGetUser"]


def test_listeners_see_the_request_and_the_bytes_that_go_out(clients: SimulatedClients) -> None:
    asked: list[Any] = []
    before, out = "provide-client-params.*", "before-call.*"
    listen(clients.dynamodb, before, lambda params, **_: asked.append(dict(params)))
    listen(clients.dynamodb, out, lambda params, **_: asked.append(json.loads(params["body"])))
    clients.dynamodb.put_item(TableName=TABLE, Item=KEY)
    assert asked == [{"TableName": TABLE, "Item": KEY}] * 2


@pytest.mark.parametrize(("moment", "happens"), [("before-call", False), ("after-call", True)])
def test_a_listener_can_die_before_a_call_and_after_it(
    clients: SimulatedClients, moment: str, *, happens: bool
) -> None:
    def die(**_: Any) -> None:
        raise ConnectionAbortedError

    listen(clients.dynamodb, f"{moment}.*", die)
    with pytest.raises(ConnectionAbortedError):
        clients.dynamodb.put_item(TableName=TABLE, Item=KEY)
    stop_listening(clients.dynamodb, f"{moment}.*")
    assert stored(clients) == happens


def test_a_listener_can_refuse_in_place_of_the_cloud(clients: SimulatedClients) -> None:
    error = {"Code": "AccessDeniedException", "Message": "no"}
    refusal = SimpleNamespace(status_code=400), {"Error": error, "ResponseMetadata": {}}
    listen(clients.dynamodb, "before-call.*", lambda **_: refusal)
    with pytest.raises(ClientError) as refused:
        clients.dynamodb.put_item(TableName=TABLE, Item=KEY)
    stop_listening(clients.dynamodb, "before-call.*")
    assert refused.value.response["Error"] == error
    assert refused.value.operation_name == "PutItem"
    assert not stored(clients)


def test_long_answers_are_walked_page_by_page(clients: SimulatedClients) -> None:
    items = [{"pk": {"S": "P"}, "sk": {"S": f"{n:03}"}, "text": {"S": "x" * 300_000}}
             for n in range(8)]  # fmt: skip
    for item in items:
        clients.dynamodb.put_item(TableName=TABLE, Item=item)
    pages = clients.dynamodb.get_paginator("query").paginate(
        TableName=TABLE,
        KeyConditionExpression="pk = :p",
        ExpressionAttributeValues={":p": {"S": "P"}},
    )
    found = [[item["sk"]["S"] for item in page["Items"]] for page in pages]
    assert list(chain.from_iterable(found)) == [f"{n:03}" for n in range(8)]
    assert len(found) > 1


def test_a_form_says_what_it_takes(clients: SimulatedClients) -> None:
    form = clients.s3.generate_presigned_post(
        Bucket="files",
        Key="k.pdf",
        Fields={"Content-Type": "application/pdf"},
        Conditions=[{"Content-Type": "application/pdf"}, ["content-length-range", 9, 9]],
        ExpiresIn=900,
    )
    assert form["url"] == "https://files.s3.amazonaws.com/"
    assert (form["fields"]["key"], form["fields"]["Content-Type"]) == ("k.pdf", "application/pdf")
    policy = json.loads(base64.b64decode(form["fields"]["policy"]))
    assert policy["expiration"].endswith("Z")
    for condition in (
        {"Content-Type": "application/pdf"},
        ["content-length-range", 9, 9],
        {"bucket": "files"},
        {"key": "k.pdf"},
    ):
        assert condition in policy["conditions"]


def test_a_link_says_how_the_file_is_answered(clients: SimulatedClients) -> None:
    asked = {
        "Bucket": "files",
        "Key": "k",
        "ResponseContentType": "application/pdf",
        "ResponseContentDisposition": "attachment; filename*=UTF-8''%C3%A9.pdf",
        "ResponseCacheControl": "private, no-store",
    }
    url = clients.s3.generate_presigned_url("get_object", Params=asked)
    assert url.startswith("https://files.s3.amazonaws.com/k?")
    query = parse_qsl(urlsplit(url).query)
    assert {name: value for name, value in query if name.startswith("response-")} == {
        "response-content-type": "application/pdf",
        "response-content-disposition": "attachment; filename*=UTF-8''%C3%A9.pdf",
        "response-cache-control": "private, no-store",
    }


def test_a_message_that_is_only_looked_at_is_not_hidden(clients: SimulatedClients) -> None:
    url = "https://sqs.us-east-1.amazonaws.com/000000000000/mail"
    if _is_moto(clients):
        url = clients.sqs.create_queue(QueueName="mail")["QueueUrl"]
    clients.sqs.send_message(QueueUrl=url, MessageBody="Hello")
    for hidden in (0, 60):
        (message,) = clients.sqs.receive_message(
            QueueUrl=url, VisibilityTimeout=hidden, MessageSystemAttributeNames=["SentTimestamp"]
        )["Messages"]
        assert (message["Body"], [*message["Attributes"]]) == ("Hello", ["SentTimestamp"])
    assert not clients.sqs.receive_message(QueueUrl=url).get("Messages")


def test_a_received_message_says_its_digest(clients: SimulatedClients) -> None:
    url = "https://sqs.us-east-1.amazonaws.com/000000000000/mail"
    if _is_moto(clients):
        url = clients.sqs.create_queue(QueueName="mail")["QueueUrl"]
    clients.sqs.send_message(QueueUrl=url, MessageBody="Hello")
    (message,) = clients.sqs.receive_message(QueueUrl=url)["Messages"]
    assert message["Body"] == "Hello"
    assert message["MD5OfBody"] == "8b1a9953c4611296a827abf8c47804d7"


@pytest.mark.parametrize(
    ("lasts", "status"), [(True, "CONFIRMED"), (False, "FORCE_CHANGE_PASSWORD")]
)
def test_an_account_with_a_password_of_its_own_is_confirmed(
    clients: SimulatedClients, status: str, *, lasts: bool
) -> None:
    cognito, pool = clients.cognito, pool_of(clients)
    cognito.admin_create_user(UserPoolId=pool, Username="tess")
    cognito.admin_set_user_password(
        UserPoolId=pool, Username="tess", Password="Correct-horse-1", Permanent=lasts
    )
    assert cognito.admin_get_user(UserPoolId=pool, Username="tess")["UserStatus"] == status


def test_an_accounts_address_can_be_changed(clients: SimulatedClients) -> None:
    cognito, tess = clients.cognito, {"UserPoolId": pool_of(clients), "Username": "tess"}
    addresses = ("first@example.org", "other@example.org")
    first, other = ([{"Name": "email", "Value": each}] for each in addresses)
    cognito.admin_create_user(**tess, UserAttributes=first)
    assert first[0] in cognito.admin_get_user(**tess)["UserAttributes"]
    cognito.admin_update_user_attributes(**tess, UserAttributes=other)
    assert other[0] in cognito.admin_get_user(**tess)["UserAttributes"]


def pool_of(clients: SimulatedClients) -> str:
    """Name the pool; moto needs one."""
    if not _is_moto(clients):
        return POOL
    return str(clients.cognito.create_user_pool(PoolName="staff")["UserPool"]["Id"])


def _is_moto(clients: SimulatedClients) -> bool:
    return hasattr(clients.sqs, "create_queue")
