"""What is done about each thing that can go wrong at SES?"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from botocore import exceptions

from chalicelib.mail.sender import (
    SENDERS,
    AnswerLost,
    Post,
    Sender,
    SendingFailed,
    SlowDown,
    Stop,
    TryAgain,
)
from tests.support.clouds import StandingClock

POST = Post("from@example.org", "tess@example.org", "01J-ABC", b"Subject: x\r\n\r\nx\r\n")


class FailingSes:
    """An SES client that fails on request and counts its calls."""

    def __init__(self, failure: Exception | None = None, rate: float = 14.0) -> None:
        self.failure = failure
        self.rate = rate
        self.sent: list[dict[str, Any]] = []
        self.quota_questions = 0

    def send_raw_email(self, **request: Any) -> dict[str, Any]:
        self.sent.append(request)
        if self.failure:
            raise self.failure
        return {"MessageId": "ses-1"}

    def get_send_quota(self) -> dict[str, Any]:
        self.quota_questions += 1
        if self.rate < 0:
            raise exceptions.EndpointConnectionError(endpoint_url="ses")
        return {"MaxSendRate": self.rate}


def a_client_error(code: str, message: str = "", status: int = 400) -> exceptions.ClientError:
    error = {"Error": {"Code": code, "Message": message}}
    said: Any = error | {"ResponseMetadata": {"HTTPStatusCode": status}}
    return exceptions.ClientError(said, "SendRawEmail")


def sender(ses: FailingSes) -> tuple[Sender, StandingClock]:
    """Return a sender whose pauses move the clock."""
    clock = StandingClock()
    return Sender(
        lambda: ses, "events", clock, lambda seconds: clock.forward(seconds=seconds)
    ), clock


def post(office: Sender) -> None:
    office.keep_the_pace()
    office.send(POST)


def test_a_mail_goes_out_tagged_under_the_configuration_set() -> None:
    ses = FailingSes()
    sender(ses)[0].send(POST)
    assert ses.sent == [
        {
            "Source": "from@example.org",
            "Destinations": ["tess@example.org"],
            "RawMessage": {"Data": POST.raw},
            "ConfigurationSetName": "events",
            "Tags": [{"Name": "mail", "Value": "01J-ABC"}],
        }
    ]


@pytest.mark.parametrize(
    ("failure", "kind", "reason", "wait"),
    [
        (a_client_error("Throttling", "Maximum sending rate exceeded."), SlowDown, "too_fast", 5),
        (
            a_client_error("Throttling", "Daily message quota exceeded."),
            SlowDown,
            "daily_quota",
            3600,
        ),
        (a_client_error("MessageRejected", "Address blocked"), Stop, "rejected", 0),
        (
            a_client_error("MessageRejected", "Email address is not verified."),
            TryAgain,
            "sender_not_verified",
            3600,
        ),
        (
            a_client_error("InvalidParameterValue", "Missing final '@domain'"),
            Stop,
            "address_refused",
            0,
        ),
        (a_client_error("AccountSendingPausedException"), TryAgain, "account_paused", 3600),
        (a_client_error("ConfigurationSetDoesNotExist"), TryAgain, "ses_refuses_us", 300),
        (a_client_error("AccessDenied", status=403), TryAgain, "ses_refuses_us", 300),
        (a_client_error("ExpiredToken", status=403), TryAgain, "ses_refuses_us", 300),
        (a_client_error("InternalFailure", status=500), AnswerLost, "ses_broke", 0),
        (a_client_error("ServiceUnavailable", status=503), AnswerLost, "ses_broke", 0),
        (
            exceptions.EndpointConnectionError(endpoint_url="ses"),
            TryAgain,
            "ses_not_reached",
            60,
        ),
        (exceptions.ConnectTimeoutError(endpoint_url="ses"), TryAgain, "ses_not_reached", 60),
        (exceptions.ReadTimeoutError(endpoint_url="ses"), AnswerLost, "answer_lost", 0),
        (exceptions.ConnectionClosedError(endpoint_url="ses"), AnswerLost, "answer_lost", 0),
        (exceptions.HTTPClientError(error="?"), AnswerLost, "answer_lost", 0),
    ],
)
def test_each_failure_says_what_to_do(
    failure: Exception, kind: type[SendingFailed], reason: str, wait: int
) -> None:
    ses = FailingSes(failure)
    with pytest.raises(SendingFailed) as failed:
        sender(ses)[0].send(POST)
    assert type(failed.value) is kind
    assert (failed.value.reason, failed.value.wait) == (reason, timedelta(seconds=wait))
    assert len(ses.sent) == 1


def test_mails_leave_no_faster_than_this_workers_share_of_the_accounts_rate() -> None:
    ses = FailingSes(rate=10.0)
    office, clock = sender(ses)
    began = clock.now()
    for _ in range(11):
        post(office)
    assert (clock.now() - began).total_seconds() == pytest.approx(10 * SENDERS / 10.0)


def test_the_rate_is_asked_for_once_in_five_minutes() -> None:
    ses = FailingSes()
    office, clock = sender(ses)
    post(office)
    post(office)
    assert ses.quota_questions == 1
    clock.forward(minutes=6)
    post(office)
    assert ses.quota_questions == 2


def test_while_ses_does_not_say_its_rate_one_mail_a_second_leaves() -> None:
    office, clock = sender(FailingSes(rate=-1))
    began = clock.now()
    post(office)
    post(office)
    assert (clock.now() - began).total_seconds() == pytest.approx(SENDERS * 1.0)
