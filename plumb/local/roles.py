"""The functions' roles in the words of the local cloud, which enforces them.

Three things read differently there than on AWS. Sending ten messages is a permission of its own.
The identity and address that a mail comes from are not looked at. A form's upload counts as one to
the bucket, whatever its key.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import boto3


def translate_roles(stack: str) -> None:
    """Rewrite the inline policies of a stack's roles; the template stays as it is for AWS."""
    iam: Any = boto3.client("iam")
    for role in _roles(stack):
        for policy in iam.list_role_policies(RoleName=role)["PolicyNames"]:
            document = iam.get_role_policy(RoleName=role, PolicyName=policy)["PolicyDocument"]
            for statement in document["Statement"]:
                _translate(statement)
            iam.put_role_policy(
                RoleName=role, PolicyName=policy, PolicyDocument=json.dumps(document)
            )


def _roles(stack: str) -> Iterator[str]:
    pages = boto3.client("cloudformation").get_paginator("list_stack_resources")
    for page in pages.paginate(StackName=stack):
        for each in page["StackResourceSummaries"]:
            if each["ResourceType"] == "AWS::IAM::Role":
                yield each["PhysicalResourceId"]


def _translate(statement: dict[str, Any]) -> None:
    actions = statement["Action"]
    if "sqs:SendMessage" in actions and "sqs:SendMessageBatch" not in actions:
        actions.append("sqs:SendMessageBatch")
    if "s3:PutObject" in actions:
        buckets = {resource.partition("/")[0] for resource in statement["Resource"]}
        statement["Resource"].extend(buckets - set(statement["Resource"]))
    if "ses:SendRawEmail" in actions:
        statement["Resource"] = ["*"]
        statement.pop("Condition", None)
