"""Brings a package to a stack: uploads it, shows what would change, refuses to lose data unasked.

Works on AWS and on the local cloud alike: only the SDK's endpoint variable differs.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import boto3
from botocore.exceptions import ClientError, WaiterError

from infra.gateway import ANSWERS_OF_THE_GATEWAY
from infra.package import LambdaPackage
from infra.parameters import check_domain, find_public_address, settle

KEEPS_DATA = frozenset(
    {
        "AWS::Cognito::UserPool",
        "AWS::DynamoDB::Table",
        "AWS::Logs::LogGroup",
        "AWS::S3::Bucket",
        "AWS::SQS::Queue",
    }
)
"""Kinds of resources with something in them that a replacement would not have."""

Tell = Callable[[str], None]


class WouldLose(Exception):
    """The change removes or replaces something that keeps data."""

    def __init__(self, changes: list[StackChange]) -> None:
        """Name what would be lost."""
        self.changes = changes
        what = "; ".join(change.sentence() for change in changes)
        super().__init__(f"This deployment would lose data: {what}. Allow it with --accept.")


class Failed(Exception):
    """CloudFormation could not make the change; the message has its reasons."""


@dataclass(frozen=True)
class StackChange:
    """The changes of a deployment to one resource."""

    action: str
    """Add, Modify or Remove."""
    resource: str
    kind: str
    replaced: bool

    def loses(self) -> bool:
        """Whether what the resource keeps is gone afterwards."""
        return self.kind in KEEPS_DATA and (self.replaced or self.action == "Remove")

    def sentence(self) -> str:
        """Print it."""
        return (
            f"{'replace' if self.replaced else self.action.lower()} {self.resource} ({self.kind})"
        )


@dataclass(frozen=True)
class DeploymentResult:
    """A stack as it is after a deployment."""

    outputs: Mapping[str, str]
    changes: list[StackChange]


class Deployment:
    """One stack, in one account and region."""

    def __init__(self, stack: str, tell: Tell = print) -> None:
        """Use the SDK's own configuration: profile, region, endpoint."""
        self._stack = stack
        self._plan = _new_plan()
        self._tell = tell
        self._cloudformation: Any = boto3.client("cloudformation")
        self._s3: Any = boto3.client("s3")
        self._left_behind: list[Callable[[], object]] = []
        """Undo steps of a plan that is not carried out, in the order of its steps."""

    def run(
        self, package: LambdaPackage, parameters: Mapping[str, str], *, accept: bool = False
    ) -> DeploymentResult:
        """Deploy. Raises `WouldLose` before and `Failed` after touching anything."""
        changes = self.plan(package, parameters)
        losses = [change for change in changes if change.loses()]
        if losses and not accept:
            self.forget_plan()
            raise WouldLose(losses)
        if changes:
            self._tell(f"Making {len(changes)} changes ...")
            self._execute()
        return DeploymentResult(self.outputs(), changes)

    def name_itself(self, package: LambdaPackage, url: str) -> None:
        """Set the stack's public address, unless an operator set one.

        The API, its functions and the sign-in's callbacks would need each other in one change: its
        address is known only when it stands.
        """
        if not find_public_address(self.parameters()):
            self._tell(f"Telling the stack its address, {url} ...")
            self.run(package, {"PublicUrl": url})

    def plan(self, package: LambdaPackage, parameters: Mapping[str, str]) -> list[StackChange]:
        """Upload and let CloudFormation say what it would do; an empty list for nothing."""
        self._plan = _new_plan()  # CloudFormation keeps the name of one that was carried out
        exists = self.exists()
        present = self.parameters() if exists else {}
        check_domain({**present, **parameters}, self._s3.meta.region_name)
        template = self._upload_package(package, find_public_address({**present, **parameters}))
        declared = json.loads(package.template.read_text())["Parameters"]
        self._tell("Comparing with the stack as it is ..." if exists else "Planning the stack ...")
        self._left_behind.append(self._forget_change_set)
        if not exists:
            self._left_behind.append(self._forget_empty_stack)
        self._cloudformation.create_change_set(
            StackName=self._stack,
            ChangeSetName=self._plan,
            ChangeSetType="UPDATE" if exists else "CREATE",
            TemplateURL=template,
            Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
            Parameters=settle(declared, set(present), parameters),
            Tags=[{"Key": "application", "Value": "plumbline"}],
        )
        try:
            waiter = self._cloudformation.get_waiter("change_set_create_complete")
            waiter.wait(
                StackName=self._stack,
                ChangeSetName=self._plan,
                WaiterConfig={"Delay": 1, "MaxAttempts": 300},
            )
        except WaiterError as failed:
            return self._no_changes_or(failed)
        return self._read_plan()

    def exists(self) -> bool:
        """Whether there is such a stack (one that was only planned counts as none)."""
        try:
            described = self._cloudformation.describe_stacks(StackName=self._stack)
        except ClientError as error:
            if "does not exist" in error.response["Error"].get("Message", ""):
                return False
            raise  # no right to look, no valid credentials: that says nothing about the stack
        return bool(described["Stacks"][0]["StackStatus"] != "REVIEW_IN_PROGRESS")

    def outputs(self) -> dict[str, str]:
        """Return the stack's outputs by name."""
        stack = self._cloudformation.describe_stacks(StackName=self._stack)["Stacks"][0]
        return {each["OutputKey"]: each["OutputValue"] for each in stack.get("Outputs", [])}

    def parameters(self) -> dict[str, str]:
        """Return the stack's parameters as they are; those that are secret as asterisks."""
        stack = self._cloudformation.describe_stacks(StackName=self._stack)["Stacks"][0]
        return {
            each["ParameterKey"]: each["ParameterValue"] for each in stack.get("Parameters", [])
        }

    def _upload_package(self, package: LambdaPackage, address: str) -> str:
        """Upload zips and template under the hash of their content; return the template address."""
        bucket = self._artifacts_bucket()
        code = self._upload_zip(bucket, package.zip)
        layers = {name: self._upload_zip(bucket, each) for name, each in package.layers.items()}
        template = _with_code_at(code, layers, package, address)
        template_key = f"{_digest(template)}.template.json"
        self._upload(bucket, template_key, template)
        return f"{self._s3.meta.endpoint_url}/{bucket}/{template_key}"

    def _upload_zip(self, bucket: str, path: Path) -> str:
        content = path.read_bytes()
        key = f"{_digest(content)}.zip"
        self._upload(bucket, key, content)
        return f"s3://{bucket}/{key}"

    def _upload(self, bucket: str, key: str, content: bytes) -> None:
        try:
            self._s3.head_object(Bucket=bucket, Key=key)
        except ClientError:
            self._tell(f"Uploading {len(content) / 1e6:.1f} MB ...")
            self._s3.put_object(Bucket=bucket, Key=key, Body=content)
            self._left_behind.append(partial(self._s3.delete_object, Bucket=bucket, Key=key))

    def _artifacts_bucket(self) -> str:
        account = boto3.client("sts").get_caller_identity()["Account"]
        region = self._s3.meta.region_name
        name = f"plumbline-packages-{account}-{region}"
        try:
            self._s3.head_bucket(Bucket=name)
        except ClientError:
            self._create_bucket(name, region)
        return name

    def _create_bucket(self, name: str, region: str) -> None:
        here = {} if region == "us-east-1" else {"LocationConstraint": region}
        self._s3.create_bucket(Bucket=name, **({"CreateBucketConfiguration": here} if here else {}))
        self._left_behind.append(partial(self._s3.delete_bucket, Bucket=name))
        closed = (
            "BlockPublicAcls",
            "BlockPublicPolicy",
            "IgnorePublicAcls",
            "RestrictPublicBuckets",
        )
        self._s3.put_public_access_block(
            Bucket=name, PublicAccessBlockConfiguration=dict.fromkeys(closed, True)
        )

    def _read_plan(self) -> list[StackChange]:
        pages = self._cloudformation.get_paginator("describe_change_set").paginate(
            StackName=self._stack, ChangeSetName=self._plan
        )
        return [_change(each["ResourceChange"]) for page in pages for each in page["Changes"]]

    def _no_changes_or(self, failed: WaiterError) -> list[StackChange]:
        plan = self._cloudformation.describe_change_set(
            StackName=self._stack, ChangeSetName=self._plan
        )
        reason = plan.get("StatusReason", "")
        self.forget_plan()
        if "didn't contain changes" in reason or "No updates" in reason:
            return []
        raise Failed(reason) from failed

    def forget_plan(self) -> None:
        """Remove what was planned and not made.

        That is the change set, and the empty stack that CloudFormation keeps for the plan of a new
        one. It is also the upload for it, and the bucket if it was made for it.
        """
        while self._left_behind:
            self._left_behind.pop()()

    def _forget_change_set(self) -> None:
        with suppress(ClientError):  # it may never have come about
            self._cloudformation.delete_change_set(StackName=self._stack, ChangeSetName=self._plan)

    def _forget_empty_stack(self) -> None:
        with suppress(ClientError):
            described = self._cloudformation.describe_stacks(StackName=self._stack)
            if described["Stacks"][0]["StackStatus"] == "REVIEW_IN_PROGRESS":
                self._cloudformation.delete_stack(StackName=self._stack)

    def _execute(self) -> None:
        creating = not self.exists()
        self._cloudformation.execute_change_set(StackName=self._stack, ChangeSetName=self._plan)
        done = "stack_create_complete" if creating else "stack_update_complete"
        try:
            self._cloudformation.get_waiter(done).wait(
                StackName=self._stack, WaiterConfig={"Delay": 1, "MaxAttempts": 1800}
            )
        except WaiterError as failed:
            raise Failed(self._reasons()) from failed
        self._left_behind.clear()  # what was planned is in use

    def _reasons(self) -> str:
        """List why resources failed, the first cause first."""
        events = self._cloudformation.describe_stack_events(StackName=self._stack)["StackEvents"]
        failures = [each for each in events if each["ResourceStatus"].endswith("FAILED")]
        entries = [
            f"{each['LogicalResourceId']}: {each.get('ResourceStatusReason', 'no reason given')}"
            for each in reversed(failures)
        ]
        return "\n".join(entries) or "the stack failed without a reason"


def _new_plan() -> str:
    return f"plumb-{uuid.uuid4().hex}"


def _change(described: Mapping[str, Any]) -> StackChange:
    return StackChange(
        described["Action"],
        described["LogicalResourceId"],
        described["ResourceType"],
        replaced=described.get("Replacement") == "True",
    )


def _with_code_at(
    code: str, layers: Mapping[str, str], package: LambdaPackage, address: str
) -> bytes:
    """Name in the template what was uploaded, and the address at which people reach the API.

    API Gateway serves what was deployed, and SAM makes a deployment when the API's description
    changes as it stands in the template. The gateway's own answers have the address in them.
    """
    template = json.loads(package.template.read_text())
    for name, resource in template["Resources"].items():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = code
        if resource["Type"] == "AWS::Serverless::LayerVersion":
            resource["Properties"]["ContentUri"] = layers[name]
        if resource["Type"] == "AWS::Serverless::Api" and address:
            body = resource["Properties"]["DefinitionBody"]
            if ANSWERS_OF_THE_GATEWAY in body:
                body["info"]["description"] = f"At {address}"
    return json.dumps(template, sort_keys=True).encode()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
