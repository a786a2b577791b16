"""Our own client leaves items as DynamoDB wrote them; what is read is what any other reads."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.awsrequest import AWSResponse
from botocore.compat import HTTPHeaders

from chalicelib.storage.attributes import encode_item
from chalicelib.storage.keys import Key
from chalicelib.storage.table import Table
from chalicelib.wiring.clients import Clients

ITEM: dict[str, Any] = {
    "pk": "gb#CLASS#c1",
    "sk": "SHEET#a1",
    "version": 12,
    "used": True,
    "gone": None,
    "rows": b"\x00\xffpacked",
    "assessments": {"a": "x", "nested": [b"\x01", 2, {"deep": b"\x02"}]},
    "names": frozenset({"ada", "ben"}),
}
WIRE = {
    "pk": {"S": "gb#CLASS#c1"},
    "sk": {"S": "SHEET#a1"},
    "version": {"N": "12"},
    "used": {"BOOL": True},
    "gone": {"NULL": True},
    "rows": {"B": "AP9wYWNrZWQ="},
    "assessments": {
        "M": {
            "a": {"S": "x"},
            "nested": {"L": [{"B": "AQ=="}, {"N": "2"}, {"M": {"deep": {"B": "Ag=="}}}]},
        }
    },
    "names": {"SS": ["ada", "ben"]},
}
ANSWERS = {
    "GetItem": {"Item": WIRE},
    "BatchGetItem": {"Responses": {"t": [WIRE]}, "UnprocessedKeys": {}},
    "Query": {"Items": [WIRE], "Count": 1, "ScannedCount": 1},
}


class RawBody(io.BytesIO):
    def stream(self, **_: Any) -> Iterator[bytes]:
        yield self.getvalue()


def answering(client: Any, sent: list[bytes]) -> Any:
    """Answer the client's requests here, as bytes on the wire."""

    def before_send(request: Any, **_: Any) -> AWSResponse:
        target = request.headers["X-Amz-Target"]
        name = (target.decode() if isinstance(target, bytes) else target).rpartition(".")[2]
        sent.append(request.body)
        body = json.dumps(ANSWERS.get(name, {})).encode()
        return AWSResponse(request.url, 200, HTTPHeaders(), RawBody(body))

    client.meta.events.register("before-send.dynamodb", before_send)
    return client


@pytest.fixture(params=["ours", "any"])
def client(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "made")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "up")
    return Clients().dynamodb if request.param == "ours" else boto3.client("dynamodb")


def test_a_stored_item_reads_back(client: Any) -> None:
    table = Table(answering(client, []), "t")
    key = Key(ITEM["pk"], ITEM["sk"])
    assert table.get(key) == ITEM
    assert table.get_many([key]) == {key: ITEM}
    assert table.query(ITEM["pk"]).items == [ITEM]
    assert list(table.summaries("gb#SHEETS#a1")) == [[ITEM]]


def test_a_written_item_goes_out_in_the_same_form(client: Any) -> None:
    sent: list[bytes] = []
    answering(client, sent).put_item(TableName="t", Item=encode_item(ITEM))
    assert json.loads(sent[0])["Item"] == WIRE
