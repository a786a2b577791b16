"""`plumb deploy --plan` on the local cloud: it shows, and leaves nothing behind."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import boto3
import pytest

from infra.deploy import Deployment
from infra.package import package
from infra.parameters import BadParameter
from tests.e2e.conftest import LoadedStack

SECOND = {"DistrictId": "second", "DistrictName": "Second", "MailSender": "a@second.example"}
DOMAIN = {
    "DomainName": "plumbline.second.example",
    "DomainCertificate": "arn:aws:acm:us-east-1:123456789012:certificate/1b2c",
}


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


def test_a_plan_leaves_nothing_behind(deployed: LoadedStack, tmp_path: Path) -> None:
    made = package()
    template = json.loads(made.template.read_text()) | {"Description": "Another release"}
    other = replace(made, template=tmp_path / "template.json")
    other.template.write_text(json.dumps(template))
    before = everything()
    deployment = Deployment("second-district", lambda _: None)
    changes = deployment.plan(other, SECOND)
    assert len(changes) > 50
    assert everything() != before
    deployment.forget_plan()
    assert everything() == before


def test_a_new_address_is_deployed_at_the_gateway(deployed: LoadedStack) -> None:
    """SAM makes a deployment when the API's description changes; the answers name the address."""
    deployment = Deployment("second-district", lambda _: None)
    described = []
    for given in (SECOND, SECOND | DOMAIN):
        before = everything()[1]
        deployment.plan(package(), given)
        described.append(_description_of_the_api(before))
        deployment.forget_plan()
    assert described == ["", "At https://plumbline.second.example"]


def _description_of_the_api(before: dict[str, set[str]]) -> str:
    s3: Any = boto3.client("s3")
    ((bucket, key),) = {
        (bucket, key)
        for bucket, keys in everything()[1].items()
        for key in keys - before[bucket]
        if key.endswith(".template.json")
    }
    template = json.loads(s3.get_object(Bucket=bucket, Key=key)["Body"].read())
    info = template["Resources"]["RestAPI"]["Properties"]["DefinitionBody"]["info"]
    return str(info.get("description", ""))


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"DomainName": DOMAIN["DomainName"]}, "needs its certificate"),
        ({"DomainCertificate": DOMAIN["DomainCertificate"]}, "needs its domain"),
        (
            DOMAIN | {"DomainCertificate": "arn:aws:acm:us-west-2:123456789012:certificate/1b2c"},
            "not in us-east-1",
        ),
    ],
)
def test_a_domain_and_its_certificate_come_together(
    given: dict[str, str], reason: str, deployed: LoadedStack
) -> None:
    with pytest.raises(BadParameter, match=reason):
        Deployment("second-district", lambda _: None).plan(package(), SECOND | given)
