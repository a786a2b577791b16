"""The least that can be written: boto3, one module, no checks. What we are measured against."""

from __future__ import annotations

import json
import uuid
from typing import Any

import boto3
from botocore.config import Config

TABLE = "plumbline"
client = boto3.client(
    "dynamodb",
    config=Config(connect_timeout=2, read_timeout=10, retries={"mode": "standard"}),
)


def handler(event: dict[str, Any], _context: Any) -> dict[str, Any]:
    """`POST` writes the body as one item; `GET` reads one."""
    return create(event) if event["httpMethod"] == "POST" else read(event)


def create(event: dict[str, Any]) -> dict[str, Any]:
    body = json.loads(event["body"])
    name = uuid.uuid4().hex
    client.put_item(
        TableName=TABLE,
        Item={
            "pk": {"S": f"bench#{name}"},
            "sk": {"S": "ITEM"},
            "version": {"N": "1"},
            "doc": {"S": json.dumps(body)},
        },
        ConditionExpression="attribute_not_exists(pk)",
    )
    return answer(201, {"id": name, **body})


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
