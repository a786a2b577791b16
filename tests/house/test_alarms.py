"""Each cause of failure rings an alarm, and the alarm watches what the cause really leaves."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from chalicelib import observability
from chalicelib.mail import sender
from chalicelib.mail.worker import FAILURES, count_failures
from tests.house.sources import ROOT, product_nodes

OURS = {"Fn::Sub": "Plumbline/${DistrictId}"}
API = {"ApiName": {"Fn::Sub": "plumbline-${DistrictId}"}, "Stage": "api"}
SERVICE = {"service": "plumbline"}


class Watched(NamedTuple):
    """The metric of an alarm."""

    namespace: Any
    metric: str
    dimensions: dict[str, Any]


def function(name: str, metric: str = "Errors") -> Watched:
    return Watched("AWS/Lambda", metric, {"FunctionName": {"Ref": name}})


def age(queue: str) -> Watched:
    named = {"QueueName": {"Fn::GetAtt": [queue, "QueueName"]}}
    return Watched("AWS/SQS", "ApproximateAgeOfOldestMessage", named)


def dead(queue: str) -> Watched:
    named = {"QueueName": {"Fn::GetAtt": [queue, "QueueName"]}}
    return Watched("AWS/SQS", "ApproximateNumberOfMessagesVisible", named)


def a_counter(metric: str) -> Watched:
    return Watched(OURS, metric, SERVICE)


CAUSES: dict[str, tuple[str, Watched]] = {
    "the API answers with 5xx": (
        "ApiFailuresAlarm",
        Watched("AWS/ApiGateway", "5XXError", API),
    ),
    "the API is slow": ("ApiSlowAlarm", Watched("AWS/ApiGateway", "Latency", API)),
    "code meets what it did not expect": ("UnforeseenAlarm", Watched(OURS, "unforeseen", {})),
    "trackers are not reached": ("TrackersFailedAlarm", a_counter("trackers_failed")),
    "SES takes nothing from us": ("MailHeldUpAlarm", a_counter("mail_held_up")),
    "SES does not answer": ("MailUnansweredAlarm", a_counter("mail_unanswered")),
    "a mail is given up": ("MailGivenUpAlarm", a_counter("mail_given_up")),
    "mails bounce": ("BouncesAlarm", Watched("AWS/SES", "Reputation.BounceRate", {})),
    "mails are complained of": (
        "ComplaintsAlarm",
        Watched("AWS/SES", "Reputation.ComplaintRate", {}),
    ),
    "the tick stands still": ("TicksMissingAlarm", function("Tick", "Invocations")),
    "the API function ends": ("ApiErrorsAlarm", function("APIHandler")),
    "the sign-in function ends": ("SignInErrorsAlarm", function("SignIn")),
    "the tick ends": ("TickErrorsAlarm", function("Tick")),
    "the delivery function ends": ("DeliverErrorsAlarm", function("Deliver")),
    "the mail function ends": ("SendMailErrorsAlarm", function("SendMail")),
    "the job function ends": ("RunJobErrorsAlarm", function("RunJob")),
    "the report function ends": ("BuildReportErrorsAlarm", function("BuildReport")),
    "the upload function ends": ("FileUploadedErrorsAlarm", function("FileUploaded")),
    "the SES event function ends": ("MailEventErrorsAlarm", function("MailEvent")),
    "deliveries wait": ("DeliveriesLateAlarm", age("DeliveriesQueue")),
    "mails wait": ("MailLateAlarm", age("MailQueue")),
    "jobs wait": ("JobsLateAlarm", age("JobsQueue")),
    "reports wait": ("ReportsLateAlarm", age("ReportsQueue")),
    "a delivery is given up": ("DeliveriesDeadAlarm", dead("DeliveriesDeadLetters")),
    "a mail's message is given up": ("MailDeadAlarm", dead("MailDeadLetters")),
    "a job is given up": ("JobsDeadAlarm", dead("JobsDeadLetters")),
    "a report's message is given up": ("ReportsDeadAlarm", dead("ReportsDeadLetters")),
    "an event is given up": ("EventsDeadAlarm", dead("EventsDeadLetters")),
}

QUIET = {
    "trackers_delivered": "it went well",
    "people_reminded": "it went well",
    "trackers_skipped": "they did not match any more; the receipts say why",
    "delivery_pursued": "the clock sent a page again; the age of messages rings if that is usual",
    "delivery_out_of_time": "the table was busy, and another goes on; the age of messages rings",
    "mail_not_queued": "the sweep finds each of them within a minute",
    "uploads_of_no_kind": "a file that no form of ours named; nobody waits for it",
}
"""Metrics that are published and ring nothing, with the reason."""


@pytest.fixture
def resources(template: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = template["Resources"]
    return found


def of_kind(resources: dict[str, Any], kind: str) -> dict[str, Any]:
    return {name: each["Properties"] for name, each in resources.items() if each["Type"] == kind}


def test_every_cause_has_its_alarm_and_every_alarm_its_cause(resources: dict[str, Any]) -> None:
    packaged = {
        name: Watched(
            alarm["Namespace"],
            alarm["MetricName"],
            {each["Name"]: each["Value"] for each in alarm.get("Dimensions", [])},
        )
        for name, alarm in of_kind(resources, "AWS::CloudWatch::Alarm").items()
    }
    assert packaged == dict(CAUSES.values())


def test_every_alarm_is_sent_and_described(resources: dict[str, Any]) -> None:
    operations = (ROOT / "docs" / "operations.md").read_text()
    for name, alarm in of_kind(resources, "AWS::CloudWatch::Alarm").items():
        assert alarm["AlarmActions"] == [{"Ref": "Alarms"}], name
        assert alarm["AlarmDescription"].endswith("."), name
        assert f"`{name}`" in operations, name


def test_the_api_goes_by_the_name_that_its_alarms_watch(resources: dict[str, Any]) -> None:
    api = resources["RestAPI"]["Properties"]
    assert api["Name"] == api["DefinitionBody"]["info"]["title"] == API["ApiName"]
    assert api["StageName"] == API["Stage"]
    assert not any(each.get("MetricsEnabled") for each in api["MethodSettings"]), "they cost much"


def list_published() -> Iterator[str]:
    """Return every metric that the code counts."""
    for _, call in product_nodes(ast.Call):
        if not isinstance(call.func, ast.Name | ast.Attribute):
            continue
        called = call.func.id if isinstance(call.func, ast.Name) else call.func.attr
        if called == "count" and ast.unparse(call.func) in ("count", "observability.count"):
            yield from (each.arg for each in call.keywords if each.arg)


def test_every_published_metric_rings_or_says_why_not() -> None:
    ringing = {watched.metric for _, watched in CAUSES.values() if watched.namespace == OURS}
    counted_by_code = {*list_published(), *FAILURES}
    assert len(counted_by_code) > 5
    assert counted_by_code - ringing == set(QUIET)
    assert ringing - counted_by_code == {"unforeseen"}  # from log lines


def test_counts_are_published_where_the_alarms_look(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("POWERTOOLS_METRICS_NAMESPACE", "Plumbline/gb")
    observability.count(trackers_failed=2)
    line = json.loads(capsys.readouterr().out)
    (metrics,) = line["_aws"]["CloudWatchMetrics"]
    assert (metrics["Namespace"], line["trackers_failed"]) == ("Plumbline/gb", [2.0])
    assert metrics["Dimensions"] == [list(SERVICE)]
    assert line["service"] == SERVICE["service"]


def test_functions_publish_in_the_namespace_of_their_own_stack(template: dict[str, Any]) -> None:
    given = template["Globals"]["Function"]["Environment"]["Variables"]
    assert given["POWERTOOLS_METRICS_NAMESPACE"] == OURS


def test_an_unforeseen_line_is_found_by_the_filter(
    resources: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    (metric_filter,) = of_kind(resources, "AWS::Logs::MetricFilter").values()
    (transformation,) = metric_filter["MetricTransformations"]
    assert (transformation["MetricNamespace"], transformation["MetricName"]) == (OURS, "unforeseen")
    assert metric_filter["LogGroupName"] == {"Ref": "Logs"}
    (found,) = re.findall(r'^\{ \$\.(\w+) = "(\w+)" \}$', metric_filter["FilterPattern"])
    try:
        int("three")
    except ValueError:
        observability.complain("here", "r1")
    line = json.loads(observability.log().registered_formatter.format(caplog.records[-1]))
    assert line[found[0]] == found[1]


def test_mails_that_all_wait_for_an_operator_are_counted_as_held_up() -> None:
    raised = [make() for _, _, make in sender._ANSWERS]
    raised += [sender.classify_error({"Error": {"Code": "AccessDenied"}})]
    waiting = {
        each.reason
        for each in raised
        if isinstance(each, sender.TryAgain) or each.reason == "daily_quota"
    }
    assert waiting | {"ses_not_reached"} == sender.HELD_UP
    assert count_failures({"account_paused": 2, "daily_quota": 1, "sent": 5, "no_answer": 1}) == {
        "mail_held_up": 3,
        "mail_given_up": 1,
    }
