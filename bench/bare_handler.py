"""The smallest possible handler: boto3, one module, no checks. The benchmarks compare with it."""

from __future__ import annotations

import hashlib
import json
import uuid
from typing import Any

import boto3
from botocore.config import Config

TABLE = "plumbline"
client: Any = boto3.client(
    "dynamodb",
    config=Config(connect_timeout=2, read_timeout=10, retries={"mode": "standard"}),
)


def handler(event: dict[str, Any], _context: Any) -> dict[str, Any]:
    """`POST` writes the body as one item; `GET` reads one."""
    return create(event) if event["httpMethod"] == "POST" else read(event)


def create(event: dict[str, Any]) -> dict[str, Any]:
    """With an idempotency key, its record and an audit record go into the same transaction."""
    body = json.loads(event["body"])
    name = uuid.uuid4().hex
    made = answer(201, {"id": name, **body})
    thing = put(f"bench#{name}", "ITEM", version={"N": "1"}, doc={"S": json.dumps(body)})
    key = event["headers"].get("idempotency-key")
    if key is None:
        client.put_item(**thing)
        return made
    fingerprint = hashlib.sha256(event["body"].encode()).hexdigest()
    done = put("bench#DONE", key, fingerprint={"S": fingerprint}, answer={"S": json.dumps(made)})
    audit = put("bench#AUDIT", uuid.uuid4().hex, verb={"S": "create"}, subject={"S": name})
    client.transact_write_items(TransactItems=[{"Put": each} for each in (thing, done, audit)])
    return made


def put(pk: str, sk: str, **attributes: Any) -> dict[str, Any]:
    return {
        "TableName": TABLE,
        "Item": {"pk": {"S": pk}, "sk": {"S": sk}, **attributes},
        "ConditionExpression": "attribute_not_exists(pk)",
    }


def read(event: dict[str, Any]) -> dict[str, Any]:
    found = client.get_item(
        TableName=TABLE, Key={"pk": {"S": "bench"}, "sk": {"S": event["path"]}}, ConsistentRead=True
    )
    return answer(200, json.loads(found["Item"]["doc"]["S"]))


def answer(status: int, body: Any) -> dict[str, Any]:
    return {
        "statusCode": status,
        "headers": {"Content-Type": "application/json"},
        "multiValueHeaders": {},
        "body": json.dumps(body),
    }
