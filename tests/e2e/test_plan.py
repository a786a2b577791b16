"""`plumb deploy --plan` on the local cloud: it shows, and leaves nothing behind."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import boto3

from infra.deploy import Deployment
from infra.package import package
from tests.e2e.conftest import Deployed


def everything() -> tuple[set[str], dict[str, set[str]]]:
    """Name the stacks, and the files of every bucket."""
    cloudformation: Any = boto3.client("cloudformation")
    s3: Any = boto3.client("s3")
    stacks = {
        each["StackName"]
        for each in cloudformation.list_stacks()["StackSummaries"]
        if each["StackStatus"] != "DELETE_COMPLETE"
    }
    buckets = [each["Name"] for each in s3.list_buckets()["Buckets"]]
    return stacks, {
        name: {each["Key"] for each in s3.list_objects_v2(Bucket=name).get("Contents", [])}
        for name in buckets
    }


def test_a_plan_leaves_nothing_behind(deployed: Deployed, tmp_path: Path) -> None:
    made = package()
    template = json.loads(made.template.read_text()) | {"Description": "Another release"}
    other = replace(made, template=tmp_path / "template.json")
    other.template.write_text(json.dumps(template))
    before = everything()
    deployment = Deployment("second-district", lambda _: None)
    named = {"DistrictId": "second", "DistrictName": "Second", "MailSender": "a@second.example"}
    changes = deployment.plan(other, named)
    assert len(changes) > 50
    assert everything() != before
    deployment.forget_plan()
    assert everything() == before
