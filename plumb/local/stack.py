"""The stack on the local cloud: deployed when something changed, and noted for others to find."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

import boto3

from infra.deploy import Deployment
from infra.gateway import ANSWERS_OF_THE_GATEWAY, parameters_of, template_of
from infra.package import LambdaPackage, package
from infra.people import appoint_first_admin, bind_accounts, invite, set_password
from plumb.connection import Unclear
from plumb.local.cloud import LocalCloud
from plumb.local.places import HOST, LocalPlaces
from plumb.local.roles import translate_roles

NAME = "plumbline"
DISTRICT = {
    "DistrictId": "juniper-flats",
    "DistrictName": "Juniper Flats Unified",
    "DistrictTimeZone": "America/Denver",
    "MailSender": "plumbline@juniperflats.example",
}
ADMIN = "operator"
PASSWORD = "Plumbline-Demo-1"  # noqa: S105 - everybody's on this machine, reachable from it alone
DOMAIN = "juniperflats.example"
WEB_ORIGINS = ",".join(f"http://localhost:{port}" for port in (3000, 5173, 8080))
"""Where the usual tools serve a web app that somebody is writing."""


@dataclass(frozen=True)
class StackAccess:
    """The facts that one needs to talk to the stack."""

    digest: str
    url: str
    outbox: str
    outputs: dict[str, str]
    sdk: dict[str, str] = field(repr=False)
    password: str = field(default=PASSWORD, repr=False)

    @property
    def numeric_url(self) -> str:
        """The same address for programs that do not know names below `localhost`."""
        cloud, api = self.sdk["AWS_ENDPOINT_URL"], self.outputs["RestAPIId"]
        return f"{cloud}/restapis/{api}/api/_user_request_"

    @property
    def console(self) -> str:
        """Where people begin, in a browser."""
        return f"{self.url}/console"

    @property
    def docs(self) -> str:
        """The documentation page."""
        return f"{self.url}/v1/docs"

    def answers(self) -> bool:
        """Whether the local cloud that it is on is up."""
        import httpx

        try:
            found = httpx.get(f"{self.sdk['AWS_ENDPOINT_URL']}/_ministack/health", timeout=3)
        except httpx.TransportError:
            return False
        return found.is_success

    @property
    def client(self) -> str:
        """The user pool's app client."""
        return self.outputs["UserPoolClientId"]


def deploy_project(cloud: LocalCloud, tell: Callable[[str], None]) -> StackAccess:
    """Bring the project as it is to a running local cloud."""
    made = package(tell=tell)
    base = {
        **DISTRICT,
        "TokenKeysBase": cloud.url,
        "PlainHttp": "allowed",
        "PasswordSignIn": "allowed",
        "WebOrigins": WEB_ORIGINS,
    }
    digest = f"{made.digest} {json.dumps(base, sort_keys=True)}"
    known = read_stack_note(cloud.places)
    if known and known.digest == digest:
        return _note(cloud, replace(known, outbox=_outbox(cloud)))
    tell("Deploying to the local cloud ...")
    local = _without_answers(made, cloud)
    first = Deployment(NAME, tell).run(local, base).outputs
    # the gateway of AWS tells its functions how it is reached; this one does not
    named = {**base, "PublicUrl": _url(cloud, first)}
    # its port may be another than the last time
    outputs = dict(Deployment(NAME, tell).run(local, named).outputs)
    _finish(outputs, made.template.read_text(), named["PublicUrl"])
    bind_accounts(outputs)
    appoint_first_admin(outputs, ADMIN, ("Olive", "Operator"), f"{ADMIN}@{DOMAIN}")
    stack = StackAccess(
        digest, _url(cloud, outputs), _outbox(cloud), outputs, cloud.sdk_environment()
    )
    set_password(outputs, ADMIN, stack.password)
    return _note(cloud, stack)


def _without_answers(made: LambdaPackage, cloud: LocalCloud) -> LambdaPackage:
    """Leave the gateway's own answers out of the template: this cloud does not read them there.

    They name the API's address; and it makes another API, at another address, where one changes.
    """
    template = json.loads(made.template.read_text())
    del template["Resources"]["RestAPI"]["Properties"]["DefinitionBody"][ANSWERS_OF_THE_GATEWAY]
    left = cloud.places.stack.with_name("template.json")
    left.write_text(json.dumps(template))
    return replace(made, template=left)


def _note(cloud: LocalCloud, stack: StackAccess) -> StackAccess:
    cloud.places.stack.write_text(json.dumps(asdict(stack), indent=1))
    return stack


def read_stack_note(places: LocalPlaces) -> StackAccess | None:
    """Return the stack that was deployed last, if any; a note that cannot be read is none."""
    try:
        return StackAccess(**json.loads(places.stack.read_text()))
    except (FileNotFoundError, NotADirectoryError, ValueError, TypeError):
        return None


def require_stack(places: LocalPlaces) -> StackAccess:
    """Return the stack that was deployed last. Raises `Unclear` when there is none."""
    stack = read_stack_note(places)
    if stack is None:
        reason = f"There is no local stack in {places.folder}. Start one with `make run`."
        raise Unclear(reason)
    return stack


def create_accounts(stack: StackAccess, people: dict[str, str]) -> None:
    """Create accounts for people (sign-in name to address), with the demonstration's password."""
    for username, email in people.items():
        invite(stack.outputs, username, email)
        set_password(stack.outputs, username, stack.password)


def _url(cloud: LocalCloud, outputs: Mapping[str, str]) -> str:
    """Return the address: a host of its own, so that two districts share no cookie."""
    return f"http://{outputs['RestAPIId']}.execute-api.localhost:{cloud.ports.cloud}/api"


def _outbox(cloud: LocalCloud) -> str:
    return f"http://{HOST}:{cloud.ports.outbox}/"


def _finish(outputs: dict[str, str], template: str, url: str) -> None:
    """Apply what the local cloud does not take from the template, and AWS does."""
    resources = json.loads(template)["Resources"]
    translate_roles(NAME)
    _expire(outputs["TableName"], resources["Table"])
    _answer_as_the_gateway(outputs["RestAPIId"], resources["RestAPI"], url)
    boto3.client("ses").verify_email_identity(EmailAddress=DISTRICT["MailSender"])


def _expire(table: str, resource: dict[str, Any]) -> None:
    dynamodb: Any = boto3.client("dynamodb")
    state = dynamodb.describe_time_to_live(TableName=table)["TimeToLiveDescription"]
    if state["TimeToLiveStatus"] == "DISABLED":
        wanted = resource["Properties"]["TimeToLiveSpecification"]
        dynamodb.update_time_to_live(TableName=table, TimeToLiveSpecification=wanted)


def _answer_as_the_gateway(api: str, resource: dict[str, Any], url: str) -> None:
    gateway: Any = boto3.client("apigateway")
    body = resource["Properties"]["DefinitionBody"]
    for kind, answer in body[ANSWERS_OF_THE_GATEWAY].items():
        written = {"application/json": template_of(answer, url)}
        headers = parameters_of(answer, url)
        facts = {**answer, "responseTemplates": written, "responseParameters": headers}
        gateway.put_gateway_response(restApiId=api, responseType=kind, **facts)
    _answer_preflights(gateway, api, body["paths"])
    gateway.create_deployment(restApiId=api, stageName=resource["Properties"]["StageName"])


def _answer_preflights(gateway: Any, api: str, paths: dict[str, Any]) -> None:
    """Say what OPTIONS is answered with: the local cloud takes the operations alone."""
    pages = gateway.get_paginator("get_resources").paginate(restApiId=api)
    known = {each["path"]: each["id"] for page in pages for each in page["items"]}
    for path, operations in paths.items():
        integration = operations["options"]["x-amazon-apigateway-integration"]
        answer = integration["responses"]["default"]
        gateway.put_integration_response(
            restApiId=api, resourceId=known[path], httpMethod="OPTIONS", **answer
        )
