"""Mistakes of operators end in one sentence with the way out and a code, never in a traceback."""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest
import typer
from botocore import exceptions
from rich.console import Console
from typer.testing import CliRunner, Result

from infra import parameters
from infra.deploy import DeploymentResult, StackChange
from plumb import cli, client, deploying
from plumb.explain import explain_failures
from plumb.local import places
from plumb.local.places import LocalPlaces, Ports, readdress
from plumb.sign_in import Sessions, SignInFailed, SignInSession, access_token
from plumb.tour import screen
from tests.support.packages import a_district

STACK = {
    "digest": "d",
    "url": "http://127.0.0.1:9/api",
    "outbox": "http://127.0.0.1:8/",
    "outputs": {"UserPoolClientId": "c"},
    "sdk": {"AWS_ENDPOINT_URL": "http://127.0.0.1:9"},
    "password": "p",
}


def type_in(*words: str, **environment: str) -> Result:
    nothing = dict.fromkeys([*_OF_AWS, "PLUMB_TOKEN", "PLUMB_URL", "PLUMB_USER"])
    known: Mapping[str, str | None] = {**nothing, "COLUMNS": "80", **environment}
    return CliRunner().invoke(cli.app, list(words), env=known)


_OF_AWS = [name for name in os.environ if name.startswith("AWS_")]


def a_sentence(result: Result, code: int = 2) -> str:
    """Return what was printed, which is one sentence or two and no traceback."""
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == code
    assert "Traceback" not in result.output
    return " ".join(result.output.split())


@pytest.fixture
def package(tmp_path: Path) -> str:
    file = tmp_path / "package.zip"
    file.write_bytes(a_district().write_zip())
    return str(file)


# -- the local stack -------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["environment", "status"])
def test_without_a_stack_a_command_that_needs_one_says_how_to_start_it(
    tmp_path: Path, command: str
) -> None:
    said = a_sentence(type_in(command, "--folder", str(tmp_path)))
    assert said == f"There is no local stack in {tmp_path}. Start one with `make run`."


@pytest.mark.parametrize("note", ["", "{", "[]", '{"digest": "of another release"}'])
def test_a_note_of_a_stack_that_cannot_be_read_is_none(tmp_path: Path, note: str) -> None:
    (tmp_path / "stack.json").write_text(note)
    assert "no local stack" in a_sentence(type_in("environment", "--folder", str(tmp_path)))


@pytest.mark.enable_socket  # of this machine, where nobody listens
def test_a_stopped_stack_is_still_shown_with_its_addresses(tmp_path: Path) -> None:
    (tmp_path / "stack.json").write_text(json.dumps(STACK))
    shown = type_in("status", "--folder", str(tmp_path))
    assert shown.exit_code == 1
    assert "stopped" in shown.output
    assert "http://127.0.0.1:9/api/v1" in shown.output
    plain = json.loads(type_in("status", "--json", "--folder", str(tmp_path)).output)
    assert (plain["up"], plain["outbox"]) == (False, "http://127.0.0.1:8/")


@pytest.mark.enable_socket  # of this machine, where nobody listens
def test_to_import_into_a_stopped_stack_it_must_be_started(
    tmp_path: Path, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stack.json").write_text(json.dumps(STACK))
    monkeypatch.setattr(places.LocalPlaces.__init__, "__defaults__", (tmp_path,))
    said = a_sentence(type_in("roster", "import", package))
    assert said == "The local stack is stopped. Start it with `make run`, in another terminal."


@pytest.mark.parametrize("place", ["/proc/none", "/etc/hostname"])
def test_a_folder_that_cannot_be_written_is_named(place: str) -> None:
    said = a_sentence(type_in("run", "--folder", place))
    assert place in said
    assert said.endswith("Name another place, or change its permissions.")


def test_a_cloud_that_gets_another_port_finds_its_queues_again(tmp_path: Path) -> None:
    """Its functions found no message any more, and no output mentioned it."""
    state = tmp_path / "cloud" / "state"
    state.mkdir(parents=True)
    queue = "http://localhost:8400/000000000000/plumbline-JobsQueue"
    keys = "http://127.0.0.1:8400/us-east-1_pool/.well-known/jwks.json"
    saved = {"sqs.json": {f"('0', '{queue}')": queue}, "lambda.json": {"e": [queue, keys]}}
    for name, known in saved.items():
        (state / name).write_text(json.dumps(known))
    (state / "dynamodb.json").write_text(json.dumps({"said": queue}))
    readdress(LocalPlaces(tmp_path), 9411)
    text = {path.name: path.read_text() for path in state.iterdir()}
    assert "8400" not in text["sqs.json"] + text["lambda.json"]
    assert json.loads(text["lambda.json"])["e"] == [
        "http://localhost:9411/000000000000/plumbline-JobsQueue",
        "http://127.0.0.1:9411/us-east-1_pool/.well-known/jwks.json",
    ]
    assert "8400" in text["dynamodb.json"]  # data is never rewritten


@pytest.mark.enable_socket  # of this machine, where nobody listens
def test_unreadable_ports_are_chosen_again(tmp_path: Path) -> None:
    (tmp_path / "ports.json").write_text('{"cloud": ')
    assert isinstance(places.ports(LocalPlaces(tmp_path)), Ports)


# -- somebody else's server ------------------------------------------------------------------------


@pytest.mark.parametrize("url", ["127.0.0.1", "plumbline.example.org/v1", "ftp://x.org", "http://"])
def test_a_text_that_is_no_address_is_not_called(package: str, url: str) -> None:
    said = a_sentence(type_in("roster", "import", package, "--url", url, PLUMB_TOKEN="t"))
    assert f"{url} is no address" in said


@pytest.mark.parametrize(
    ("status", "kind", "text"),
    [
        (200, "text/html", "<html>Welcome</html>"),
        (404, "text/html", "<html>Not found</html>"),
        (501, "text/plain", "Unsupported method"),
        (302, "text/html", ""),
        (404, "application/json", "[]"),
        (404, "application/json", "{"),
    ],
)
def test_another_server_is_recognized(status: int, kind: str, text: str) -> None:
    answer = httpx.Response(status, headers={"Content-Type": kind}, text=text)
    with pytest.raises(client.Unreachable, match="not Plumbline's API"):
        client._read(answer, "https://example.org")


def test_a_refusal_of_the_api_is_still_a_refusal() -> None:
    answer = httpx.Response(409, json={"code": "roster_changed", "detail": "It changed."})
    with pytest.raises(client.ApiProblem, match="It changed"):
        client._read(answer, "https://example.org")


# -- deploying -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--stack", "my stack"), "letters, digits and hyphens"),
        (("--set", "DistrictNmae=X"), "Did you mean DistrictName?"),
        (("--set", "Color=red"), "There are: DistrictId,"),
        (("--set", "DistrictName"), "has no value"),
        (("--set", "LogLevel=INFO", "--set", "LogLevel=DEBUG"), "stands twice"),
        (("--set", "DistrictTimeZone=Mars/Olympus"), "IANA name, for example America/Denver"),
        (("--set", "DistrictTimeZone=../etc/passwd"), "is no time zone"),
        (("--set", "DistrictId=Juniper Flats"), "lowercase letters, digits and hyphens"),
        (("--set", "DistrictName= "), "must not be empty"),
        (("--set", "LogLevel=LOUD"), "Use one of DEBUG, INFO"),
        (("--set", "LogRetentionDays=8"), "Use one of 7, 14"),
        (("--set", "CursorSecret=short"), "32 letters and digits or more"),
    ],
)
def test_an_impossible_deployment_is_refused_before_anything_is_sent(
    words: tuple[str, ...], said: str
) -> None:
    assert said in a_sentence(type_in("deploy", *words))


def test_a_new_stack_names_every_parameter_that_it_still_needs() -> None:
    with pytest.raises(parameters.BadParameter) as refused:
        parameters.require_all({"DistrictId": "gb"})
    assert "--set DistrictName=..." in str(refused.value)
    assert "--set MailSender=..." in str(refused.value)
    assert "DistrictId" not in str(refused.value)
    parameters.require_all({"DistrictId": "gb", "DistrictName": "G", "MailSender": "a@b.example"})


def test_a_secret_is_made_up_once_and_kept_until_an_operator_gives_another() -> None:
    declared = parameters.read_declared()

    def settle(present: set[str], **given: str) -> dict[str, str]:
        made = parameters.settle(declared, present, given)
        return {each["ParameterKey"]: each.get("ParameterValue", "as it is") for each in made}

    first, second = settle(set(), DistrictId="gb"), settle(set(), DistrictId="gb")
    assert first.keys() == {"DistrictId", "CursorSecret"}
    assert re.fullmatch(declared["CursorSecret"]["AllowedPattern"], first["CursorSecret"])
    assert first["CursorSecret"] != second["CursorSecret"], "each stack has its own"
    of_an_earlier_release = settle({"DistrictId", "NoLongerDeclared"})
    assert of_an_earlier_release.keys() == {"DistrictId", "CursorSecret"}
    assert settle({"DistrictId", "CursorSecret"}) == dict.fromkeys(
        ("CursorSecret", "DistrictId"), "as it is"
    )
    assert settle({"CursorSecret"}, CursorSecret="x" * 32)["CursorSecret"] == "x" * 32


def test_every_pattern_of_a_parameter_has_words() -> None:
    known = parameters.read_declared().values()
    assert all("ConstraintDescription" in each for each in known if "AllowedPattern" in each)


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (exceptions.NoRegionError(), "export AWS_DEFAULT_REGION=us-east-1"),
        (exceptions.NoCredentialsError(), "no usable AWS credentials"),
        (exceptions.UnauthorizedSSOTokenError(), "no usable AWS credentials"),
        (exceptions.InvalidRegionError(region_name="us east"), "This is no AWS region"),
        (exceptions.ConfigParseError(path="/x/config"), "AWS settings of this machine"),
        (ValueError("Invalid endpoint: foo"), "unset AWS_ENDPOINT_URL"),
        (exceptions.ProfileNotFound(profile="x"), "aws configure --profile"),
        (exceptions.EndpointConnectionError(endpoint_url="https://x"), "AWS does not answer"),
        (exceptions.ClientError({"Error": {"Code": "ExpiredToken"}}, "X"), "expired"),
        (
            exceptions.ClientError({"Error": {"Code": "AccessDenied", "Message": "no"}}, "X"),
            "may not do this",
        ),
        (PermissionError(13, "Permission denied", "/x/y"), "/x/y cannot be used"),
        (OSError(28, "No space left on device"), "no space left on device"),
    ],
)
def test_troubles_of_aws_and_of_the_machine_are_explained(
    capsys: pytest.CaptureFixture[str], trouble: Exception, said: str
) -> None:
    with pytest.raises(typer.Exit) as ended, explain_failures():
        raise trouble
    assert ended.value.exit_code == 2
    assert said in capsys.readouterr().err


def test_a_fault_of_ours_is_not_dressed_up() -> None:
    with pytest.raises(KeyError), explain_failures():
        raise KeyError


# -- eighty columns --------------------------------------------------------------------------------


def mastery() -> dict[str, Any]:
    standards = [
        {"code": f"CCSS.3.NF.A.{n}", "student_count": 24, "meeting_count": 20} for n in range(9)
    ]
    cells = [{"level_name": "Remediation", "percent": 100.0, "level": 1}] * 9
    students = [{"family_name": "Featherstonehaugh", "given_name": "Bartholomew", "mastery": cells}]
    return {
        "class_title": "Mathematics 3, period 1, room 204", "title": "Mathematics",
        "calculation": {"method": "decaying_average"}, "standards": standards,
        "students": students,
    }  # fmt: skip


def distribution() -> dict[str, Any]:
    numbers = {"delivered": 1200, "total": 1300, "skipped": 12, "failed": 3}
    start = {"local": "2026-09-14T08:00", "time_zone": "America/Denver", "utc_offset": "-06:00"}
    return {
        "title": "Fractions", "option": "schedule", "start": start, "state": "delivering",
        "schools": [{"school_name": "Martin Luther King Junior Elementary School", **numbers}],
    }  # fmt: skip


def changes() -> Any:
    kinds = ("AWS::Cognito::UserPoolClient", "AWS::SES::ConfigurationSetEventDestination")
    made = [
        StackChange("Modify", f"MailEventsToEventBridge{n}", kinds[n], n == 1) for n in range(2)
    ]
    return deploying.draw_changes(DeploymentResult({}, made))


@pytest.mark.parametrize(
    "draw",
    [
        lambda: screen.grid(mastery()),
        lambda: screen.receipts(distribution()),
        changes,
    ],
    ids=["grid", "receipts", "changes"],
)
def test_drawings_fit_eighty_columns_and_nothing_is_cut(draw: Callable[[], Any]) -> None:
    drawn = io.StringIO()
    Console(width=80, file=drawn).print(draw())
    text = drawn.getvalue()
    assert max(map(len, text.splitlines())) <= 80
    assert "…" not in text


# -- a sign-in that is kept ------------------------------------------------------------------------


@pytest.mark.enable_socket  # of this machine, where nobody listens
def test_a_network_that_fails_ends_no_sign_in(tmp_path: Path) -> None:
    sessions = Sessions(tmp_path)
    sessions.keep(
        "https://plumbline.example.org", SignInSession("http://127.0.0.1:9/t", "c", "a", "r", 0)
    )
    with pytest.raises(SignInFailed, match="do not answer"):
        access_token("https://plumbline.example.org", sessions)
    assert sessions.find("https://plumbline.example.org") is not None


@pytest.mark.parametrize("name", ["DistrictId=dawson", "SignInDomain=my-cognito"])
def test_a_word_that_cognito_keeps_is_refused_before_anything_is_made(name: str) -> None:
    with pytest.raises(parameters.BadParameter, match="--set SignInDomain=NAME"):
        parameters.read([name])
    assert parameters.read(["DistrictId=dawson", "SignInDomain=dawes"])["DistrictId"] == "dawson"
