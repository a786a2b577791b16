"""The stack as it is packaged: what `chalice package` and infra/resources.yaml make together."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from chalicelib import settings
from chalicelib.console.sessions import CALLBACK
from chalicelib.errors import names_in
from chalicelib.reports.printout import KEPT
from chalicelib.reports.retry_schedule import DISTANCES, PATIENCE
from chalicelib.web.edge import SAFE
from chalicelib.web.problems import STATUSES
from infra.dependencies import OPERATIONS
from infra.gateway import (
    ANSWERS,
    OWN_ADDRESS,
    PUBLIC_ADDRESS,
    WITH_A_PAGE,
    parameters_of,
    template_of,
)
from infra.layer import LAYERS
from infra.package import ROOT
from plumb.sign_in import PATH, PORTS

FUNCTIONS = {
    "APIHandler", "SignIn", "Tick", "FileUploaded", "Deliver", "SendMail", "RunJob", "MailEvent",
    "BuildReport",
}  # fmt: skip
READERS = {
    "Deliver": "DeliveriesQueue",
    "SendMail": "MailQueue",
    "RunJob": "JobsQueue",
    "BuildReport": "ReportsQueue",
}

ADDRESS = "https://plumbline.example.org"

Template = dict[str, Any]


def _of_kind(template: Template, kind: str) -> dict[str, Template]:
    resources = template["Resources"].items()
    return {name: each["Properties"] for name, each in resources if each["Type"] == kind}


def _statements(template: Template) -> Iterator[tuple[str, Template]]:
    for role, properties in _of_kind(template, "AWS::IAM::Role").items():
        for policy in properties["Policies"]:
            for statement in policy["PolicyDocument"]["Statement"]:
                yield role, statement


def test_the_functions_are_the_ones_that_the_stack_speaks_of(template: Template) -> None:
    assert set(_of_kind(template, "AWS::Serverless::Function")) == FUNCTIONS


def test_functions_get_every_variable_that_settings_read(template: Template) -> None:
    given = template["Globals"]["Function"]["Environment"]["Variables"]
    read = re.findall(r': "([A-Z_]+)",', Path(settings.__file__).read_text())
    assert len(read) > 10
    assert set(read) <= set(given)


def test_every_function_has_a_role_of_its_own(template: Template) -> None:
    functions = _of_kind(template, "AWS::Serverless::Function")
    roles = {json.dumps(each["Role"]) for each in functions.values()}
    assert len(roles) == len(functions)


def test_no_policy_is_wider_than_it_needs_to_be(template: Template) -> None:
    for role, statement in _statements(template):
        assert not [action for action in statement["Action"] if "*" in action], role
        everything = "*" in statement["Resource"]
        assert not everything or statement["Action"] == ["ses:GetSendQuota"], role


def test_no_function_may_scan_the_table(template: Template) -> None:
    actions = {action for _, statement in _statements(template) for action in statement["Action"]}
    assert "dynamodb:Query" in actions
    assert not {"dynamodb:Scan", "dynamodb:DeleteTable"} & actions


def test_a_message_stays_hidden_six_times_as_long_as_its_function_may_run(
    template: Template,
) -> None:
    functions = _of_kind(template, "AWS::Serverless::Function")
    queues = _of_kind(template, "AWS::SQS::Queue")
    for function, queue in READERS.items():
        assert queues[queue]["VisibilityTimeout"] >= 6 * functions[function]["Timeout"]


def test_queues_are_read_by_reference_and_answer_message_by_message(template: Template) -> None:
    functions = _of_kind(template, "AWS::Serverless::Function")
    for function, queue in READERS.items():
        (event,) = functions[function]["Events"].values()
        assert event["Properties"]["Queue"] == {"Fn::Sub": f"${{{queue}.Arn}}"}
        assert event["Properties"]["FunctionResponseTypes"] == ["ReportBatchItemFailures"]


def test_messages_that_fail_five_times_are_kept_and_raise_an_alarm(template: Template) -> None:
    queues = _of_kind(template, "AWS::SQS::Queue")
    dead = {name for name in queues if name.endswith("DeadLetters")}
    assert len(dead) == len(READERS) + 1
    for queue in READERS.values():
        assert queues[queue]["RedrivePolicy"]["maxReceiveCount"] == 5
    assert dead <= {watched for _, watched in _list_watched(template)}


def test_every_function_rings_when_it_fails(template: Template) -> None:
    watched = {what for metric, what in _list_watched(template) if metric == "Errors"}
    assert watched == FUNCTIONS


def _list_watched(template: Template) -> Iterator[tuple[str, str]]:
    for alarm in _of_kind(template, "AWS::CloudWatch::Alarm").values():
        if alarm["Namespace"] in ("AWS/SQS", "AWS/Lambda"):
            (dimension,) = alarm["Dimensions"]
            value = dimension["Value"]
            yield alarm["MetricName"], value.get("Ref") or value["Fn::GetAtt"][0]


def test_a_layer_is_carried_by_the_function_that_needs_it_alone(template: Template) -> None:
    functions = _of_kind(template, "AWS::Serverless::Function")
    carrying = {name: each["Layers"] for name, each in functions.items() if "Layers" in each}
    assert carrying == {
        "BuildReport": [{"Ref": "ReportLayer"}],
        "APIHandler": [{"Ref": "WorkbookLayer"}],
    }


def test_the_template_and_the_package_have_the_same_layers(template: Template) -> None:
    layers = _of_kind(template, "AWS::Serverless::LayerVersion")
    spoken = {name: Path(each["ContentUri"]).name for name, each in layers.items()}
    assert spoken == {layer.resource: layer.zip for layer in LAYERS}


def test_bytes_reach_browsers_as_they_are_and_preflights_are_answered_as_text(
    template: Template,
) -> None:
    """A mock reads its template from text, and a browser accepts a page before anything else."""
    api = template["Resources"]["RestAPI"]["Properties"]
    assert api["BinaryMediaTypes"] == ["*/*"]
    mocks = [
        each["options"]["x-amazon-apigateway-integration"]
        for each in api["DefinitionBody"]["paths"].values()
    ]
    assert {each["contentHandling"] for each in mocks} == {"CONVERT_TO_TEXT"}


def test_files_of_reports_are_written_by_the_report_function_alone(template: Template) -> None:
    writers = {
        role
        for role, statement in _statements(template)
        if "s3:PutObject" in statement["Action"]
        for place in statement["Resource"]
        if place["Fn::Sub"].split("/")[1] in ("reports", "printouts")
    }
    assert writers == {"BuildReportRole"}


def test_printouts_are_forgotten_with_their_items(template: Template) -> None:
    rules = template["Resources"]["FilesBucket"]["Properties"]["LifecycleConfiguration"]["Rules"]
    (rule,) = [rule for rule in rules if rule.get("Prefix") == "printouts/"]
    assert rule["ExpirationInDays"] == KEPT.days
    assert rule["NoncurrentVersionExpiration"] == {"NoncurrentDays": 1}


def test_the_report_function_ends_before_a_report_counts_as_failed(
    template: Template,
) -> None:
    function = _of_kind(template, "AWS::Serverless::Function")["BuildReport"]
    silence = sum(each.total_seconds() for each in DISTANCES[:PATIENCE])
    assert silence > function["Timeout"]
    assert function["MemorySize"] >= 1769  # a whole processor


def test_resources_with_data_outlive_the_stack(template: Template) -> None:
    kept = {name for name, each in template["Resources"].items() if "DeletionPolicy" in each}
    assert kept == {"Table", "FilesBucket", "UserPool", "Logs"}
    table = template["Resources"]["Table"]["Properties"]
    assert table["DeletionProtectionEnabled"]
    assert table["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
    assert table["TimeToLiveSpecification"] == {"AttributeName": "expires", "Enabled": True}


def test_files_are_closed_to_the_public(template: Template) -> None:
    bucket = template["Resources"]["FilesBucket"]["Properties"]
    assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
    (statement,) = template["Resources"]["FilesBucketPolicy"]["Properties"]["PolicyDocument"][
        "Statement"
    ]
    assert (statement["Effect"], statement["Sid"]) == ("Deny", "OnlyOverTls")


def test_nobody_can_rewrite_their_own_name_or_address(template: Template) -> None:
    client = template["Resources"]["UserPoolClient"]["Properties"]
    assert client["WriteAttributes"] == ["locale"]
    assert client["GenerateSecret"] is False


def test_passwords_pass_through_no_program_but_on_the_local_cloud(template: Template) -> None:
    assert template["Parameters"]["PasswordSignIn"]["Default"] == "refused"
    flows = template["Resources"]["UserPoolClient"]["Properties"]["ExplicitAuthFlows"]
    assert flows["Fn::If"][:2] == ["PasswordsAreRefused", ["ALLOW_REFRESH_TOKEN_AUTH"]]


def test_a_sign_in_leads_back_to_where_plumb_listens(template: Template) -> None:
    client = template["Resources"]["UserPoolClient"]["Properties"]
    assert client["AllowedOAuthFlows"] == ["code"]
    callbacks = client["CallbackURLs"]["Fn::If"][2]
    assert callbacks == [f"http://localhost:{port}{PATH}" for port in PORTS]


def test_everything_derives_from_one_public_address(template: Template) -> None:
    variables = template["Globals"]["Function"]["Environment"]["Variables"]
    assert variables["PUBLIC_URL"] == PUBLIC_ADDRESS
    assert template["Outputs"]["PublicAddress"]["Value"] == PUBLIC_ADDRESS
    callbacks = template["Resources"]["ConsoleClient"]["Properties"]["CallbackURLs"]
    paths = {written.removeprefix("${PublicAddress}") for written, _ in map(_sub, callbacks)}
    assert paths == {CALLBACK}
    assert [given for _, given in map(_sub, callbacks)] == [{"PublicAddress": PUBLIC_ADDRESS}]
    body = template["Resources"]["RestAPI"]["Properties"]["DefinitionBody"]
    for answer in body["x-amazon-apigateway-gateway-responses"].values():
        _, given = _sub(answer["responseTemplates"]["application/json"])
        known = {"Fn::If": ["AddressIsKnown", PUBLIC_ADDRESS, OWN_ADDRESS]}
        assert given == {"PublicAddress": known}


def _sub(written: Template) -> tuple[str, Template]:
    text, given = written["Fn::Sub"]
    return text, given


def test_a_domain_of_the_districts_own_is_the_only_address(template: Template) -> None:
    resources = template["Resources"]
    domain, mapping = resources["PublicDomain"], resources["PublicDomainMapping"]
    assert domain["Condition"] == mapping["Condition"] == "DomainIsOurs"
    assert domain["Properties"]["DomainName"] == {"Ref": "DomainName"}
    assert domain["Properties"]["RegionalCertificateArn"] == {"Ref": "DomainCertificate"}
    assert "BasePath" not in mapping["Properties"]
    closed = resources["RestAPI"]["Properties"]["DisableExecuteApiEndpoint"]
    assert closed == {"Fn::If": ["DomainIsOurs", True, False]}


def test_the_stacks_own_pages_sign_in_with_a_code_and_without_a_password(
    template: Template,
) -> None:
    console = template["Resources"]["ConsoleClient"]
    assert console["Condition"] == "AddressIsKnown"  # its callbacks need it
    assert console["Properties"]["AllowedOAuthFlows"] == ["code"]
    assert console["Properties"]["ExplicitAuthFlows"] == ["ALLOW_REFRESH_TOKEN_AUTH"]
    assert console["Properties"]["GenerateSecret"] is False


def test_the_gateway_refuses_with_the_codes_and_sentences_that_are_declared(
    template: Template,
) -> None:
    body = template["Resources"]["RestAPI"]["Properties"]["DefinitionBody"]
    answers = body["x-amazon-apigateway-gateway-responses"]
    codes = {}
    for kind, answer in answers.items():
        problem = json.loads(template_of(answer, ADDRESS))
        declared = ANSWERS[kind]
        assert (problem["code"], problem["detail"]) == (declared.code, declared.text)
        assert problem["type"] == f"{ADDRESS}/v1/docs#{problem['code']}"
        assert problem["instance"] == "urn:request:$context.requestId"
        assert problem["status"] == int(answer["statusCode"]) == STATUSES[declared.kind]
        codes[kind] = problem["code"]
    assert codes == {
        "UNAUTHORIZED": "not_signed_in",
        "EXPIRED_TOKEN": "sign_in_expired",
        "ACCESS_DENIED": "not_signed_in",
        "MISSING_AUTHENTICATION_TOKEN": "address_not_found",
        "REQUEST_TOO_LARGE": "body_too_large",
        "THROTTLED": "too_many_requests",
        "AUTHORIZER_FAILURE": "sign_in_service_busy",
        "INTEGRATION_TIMEOUT": "took_too_long",
        "DEFAULT_4XX": "request_not_accepted",
        "DEFAULT_5XX": "unavailable",
    }


def test_refusals_of_the_gateway_leave_no_fact_open() -> None:
    assert not [declared.code for declared in ANSWERS.values() if names_in(declared.text)]


def test_the_gateways_own_answers_carry_the_headers_of_every_answer(template: Template) -> None:
    body = template["Resources"]["RestAPI"]["Properties"]["DefinitionBody"]
    answers = body["x-amazon-apigateway-gateway-responses"]
    assert {"DEFAULT_4XX", "DEFAULT_5XX"} <= set(answers), "whatever has none of its own"
    for kind, answer in answers.items():
        sent = {
            name.removeprefix("gatewayresponse.header."): text.strip("'")
            for name, text in parameters_of(answer, ADDRESS).items()
        }
        assert sent.items() >= SAFE.items(), kind


def test_the_gateway_says_when_to_try_again(template: Template) -> None:
    body = template["Resources"]["RestAPI"]["Properties"]["DefinitionBody"]
    for kind, answer in body["x-amazon-apigateway-gateway-responses"].items():
        waits = "gatewayresponse.header.Retry-After" in answer["responseParameters"]
        assert waits == (answer["statusCode"] in ("429", "503")), kind


def test_refusals_of_the_gateway_lead_browsers_to_a_page(template: Template) -> None:
    """API Gateway answers in one media type, whatever a browser accepts; it follows a header."""
    body = template["Resources"]["RestAPI"]["Properties"]["DefinitionBody"]
    refresh = "gatewayresponse.header.Refresh"
    for kind, answer in body["x-amazon-apigateway-gateway-responses"].items():
        sent = parameters_of(answer, ADDRESS).get(refresh, "")
        to = f"'5; url={ADDRESS}/console/not-answered?code={ANSWERS[kind].code}'"
        assert sent == (to if kind in WITH_A_PAGE else ""), kind
        if sent:
            condition, _, unknown = answer["responseParameters"][refresh]["Fn::If"]
            assert (condition, unknown) == ("AddressIsKnown", {"Ref": "AWS::NoValue"})


def test_addresses_without_a_screen_go_to_the_console_and_not_to_the_gateway(
    template: Template,
) -> None:
    paths = template["Resources"]["RestAPI"]["Properties"]["DefinitionBody"]["paths"]
    rest = paths["/console/{proxy+}"]
    assert {"get", "post"} <= set(rest)
    for method in ("get", "post"):
        (name,) = rest[method]["parameters"]
        assert (name["name"], name["in"], name["required"]) == ("proxy", "path", True)


def test_an_invitation_leads_to_where_one_signs_in(template: Template) -> None:
    made = template["Resources"]["UserPool"]["Properties"]["AdminCreateUserConfig"]
    message, said = _sub(made["InviteMessageTemplate"]["EmailMessage"])
    assert {"{username}", "{####}"} <= set(re.findall(r"{[a-z#]+}", message))
    condition, known, _ = said["WayIn"]["Fn::If"]
    way, given = _sub(known)
    assert condition == "AddressIsKnown"
    assert 'href="${PublicAddress}/console"' in way
    assert given == {"PublicAddress": PUBLIC_ADDRESS}
    days = template["Resources"]["UserPool"]["Properties"]["Policies"]["PasswordPolicy"]
    assert f"for {days['TemporaryPasswordValidityDays']} days" in message


def test_templates_ship_beside_the_code() -> None:
    assert (ROOT / "vendor" / "templates").resolve() == ROOT / "templates"


def test_every_requirement_is_pinned_and_locked() -> None:
    locked = set((ROOT / "requirements.lock").read_text().lower().split("\n"))
    shipped = (ROOT / "requirements.txt").read_text().lower()
    wanted = re.findall(r"^([a-z0-9-]+)==(\S+)", shipped, re.MULTILINE)
    assert len(wanted) == sum(1 for line in shipped.splitlines() if line and line[0] != "#")
    assert {f"{name}=={version}" for name, version in wanted} <= locked
    assert "chalice" not in dict(wanted)
    assert "typst" not in dict(wanted)


def test_the_contents_of_a_layer_are_pinned_and_locked() -> None:
    locked = set((ROOT / "requirements.lock").read_text().lower().split("\n"))
    for layer in LAYERS:
        lines = (ROOT / layer.requirements).read_text().lower().splitlines()
        wanted = re.findall(r"^([a-z0-9-]+==\S+)", "\n".join(lines), re.MULTILINE)
        assert len(wanted) == sum(1 for line in lines if line and line[0] != "#")
        assert set(wanted) <= locked


def test_the_services_that_are_called_are_the_ones_that_ship() -> None:
    wiring = (ROOT / "chalicelib" / "wiring" / "clients.py").read_text()
    assert set(re.findall(r'_client\(\s*"([a-z0-9-]+)"', wiring)) == set(OPERATIONS)


def test_every_address_answers_preflights_for_any_origin(template: Template) -> None:
    """They carry nobody's data: which origins may read an answer, the API says with the answer."""
    paths = template["Resources"]["RestAPI"]["Properties"]["DefinitionBody"]["paths"]
    assert len(paths) > 100
    for path, operations in paths.items():
        answer = operations["options"]["x-amazon-apigateway-integration"]["responses"]["default"]
        headers = {
            name.removeprefix("method.response.header."): value.strip("'")
            for name, value in answer["responseParameters"].items()
        }
        methods = {name.upper() for name in operations} - {"OPTIONS"}
        assert set(headers["Access-Control-Allow-Methods"].split(",")) == methods, path
        assert headers["Access-Control-Allow-Origin"] == "*"
        assert headers.items() >= SAFE.items()
        sent = {"Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match"}
        assert set(headers["Access-Control-Allow-Headers"].split(",")) == sent
        assert "security" not in operations["options"]


def test_files_can_be_read_by_pages_of_the_listed_origins_alone(template: Template) -> None:
    asked, shared, none = template["Resources"]["FilesBucket"]["Properties"]["CorsConfiguration"][
        "Fn::If"
    ]
    conditions = [{"Condition": "AddressIsKnown"}, {"Condition": "AppsHaveOrigins"}]
    assert template["Conditions"][asked] == {"Fn::Or": conditions}
    rules = {each["Fn::If"][0]: each["Fn::If"][1] for each in shared["CorsRules"]}
    assert rules["AppsHaveOrigins"]["AllowedOrigins"] == {"Fn::Split": [",", {"Ref": "WebOrigins"}]}
    assert none == {"Ref": "AWS::NoValue"}


def test_the_consoles_own_pages_see_how_far_an_upload_is_and_read_nothing(
    template: Template,
) -> None:
    shared = template["Resources"]["FilesBucket"]["Properties"]["CorsConfiguration"]["Fn::If"][1]
    rules = {each["Fn::If"][0]: each["Fn::If"][1] for each in shared["CorsRules"]}
    rule = rules["AddressIsKnown"]
    assert rule["AllowedMethods"] == ["POST"]
    (origin,) = rule["AllowedOrigins"]
    condition, own, known = origin["Fn::If"]
    assert (condition, own) == ("DomainIsOurs", {"Fn::Sub": "https://${DomainName}"})
    parts = {"Fn::Split": ["/", {"Fn::Sub": "${PublicUrl}///"}]}  # of https://host/api
    assert known == {"Fn::Join": ["//", [{"Fn::Select": [n, parts]} for n in (0, 2)]]}


def test_pages_can_read_what_the_gateway_refuses(template: Template) -> None:
    body = template["Resources"]["RestAPI"]["Properties"]["DefinitionBody"]
    for answer in body["x-amazon-apigateway-gateway-responses"].values():
        header = "gatewayresponse.header.Access-Control-Allow-Origin"
        assert answer["responseParameters"][header] == "'*'"
