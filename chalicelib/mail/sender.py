"""Sending through SES, once. The type of a failure says what to do about it.

SES has no idempotency token, so nothing here tries again: each lost answer could be a second mail.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import sleep
from typing import Any

from chalicelib.clock import Clock

from .model import Allowance

TAG = "mail"
"""The message tag by which SES's reports name the mail."""

SENDERS = 2
"""Workers that send at the same time (the queue's concurrency); they share the account's rate."""

_QUOTA_KEPT = timedelta(minutes=5)
_CAUTIOUS_RATE = 1.0


class SendingFailed(Exception):
    """The mail did not go out, as far as we know. `reason` is a word for receipts and metrics."""

    def __init__(self, reason: str, wait: timedelta = timedelta()) -> None:
        """Keep the reason, and how long to wait before the next try."""
        super().__init__(reason)
        self.reason = reason
        self.wait = wait


class Stop(SendingFailed):
    """SES will never take this mail: do not try again."""


class SlowDown(SendingFailed):
    """Too fast, or enough for today: try again after `wait`."""


class TryAgain(SendingFailed):
    """It certainly was not taken, and not through a fault of the mail: try again after `wait`."""


class AnswerLost(SendingFailed):
    """It may have gone out: wait for SES's report, send again only when none comes."""


@dataclass(frozen=True, slots=True)
class Post:
    """A finished message and where it goes."""

    sender: str
    recipient: str
    reference: str
    raw: bytes


def ask_allowance(client: Callable[[], Any]) -> Allowance | None:
    """Ask SES how much more it takes; nothing where it does not answer."""
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        answer = client().get_send_quota()
    except (BotoCoreError, ClientError):
        return None
    most = int(answer.get("Max24HourSend", -1))
    return Allowance(int(answer.get("SentLast24Hours", 0)), most if most >= 0 else None)


@dataclass(eq=False, repr=False)
class Sender:
    """SES v1; the client must be made with `total_max_attempts=1`."""

    _client: Callable[[], Any]
    _configuration_set: str
    """The name of the configuration that sends SES reports to us."""
    _clock: Clock
    _pause: Callable[[float], None] = sleep
    _rate: float = field(default=_CAUTIOUS_RATE, init=False)
    _rate_until: datetime | None = field(default=None, init=False)
    _next: datetime | None = field(default=None, init=False)

    def send(self, post: Post) -> None:
        """Send one message; `keep_the_pace` first. Raises a kind of `SendingFailed`."""
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            self._client().send_raw_email(
                Source=post.sender,
                Destinations=[post.recipient],
                RawMessage={"Data": post.raw},
                ConfigurationSetName=self._configuration_set,
                Tags=[{"Name": TAG, "Value": post.reference}],
            )
        except ClientError as error:
            raise classify_error(error.response) from error
        except BotoCoreError as error:
            raise classify_exception(error) from error

    def keep_the_pace(self) -> None:
        """Wait until the next message fits this worker's share of the account's rate."""
        now = self._clock.now()
        if self._next is not None and now < self._next:
            self._pause((self._next - now).total_seconds())
            now = self._next
        self._next = now + timedelta(seconds=SENDERS / self._account_rate(now))

    def _account_rate(self, now: datetime) -> float:
        """Return messages a second, asked for every five minutes; few while SES does not say."""
        from botocore.exceptions import BotoCoreError, ClientError

        if self._rate_until is None or now >= self._rate_until:
            self._rate_until = now + _QUOTA_KEPT
            try:
                allowed = float(self._client().get_send_quota()["MaxSendRate"])
            except (BotoCoreError, ClientError):
                allowed = _CAUTIOUS_RATE
            self._rate = allowed if allowed > 0 else _CAUTIOUS_RATE
        return self._rate


def classify_error(response: Any) -> SendingFailed:
    """Return what to do about an error that SES answered with."""
    code, message = response["Error"].get("Code", ""), response["Error"].get("Message", "")
    status = response.get("ResponseMetadata", {}).get("HTTPStatusCode", 400)
    for known_code, words, failure in _ANSWERS:
        if code == known_code and words in message:
            return failure()
    if status >= 500:  # noqa: PLR2004 - the server's fault: it may have been taken before it broke
        return AnswerLost("ses_broke")
    return TryAgain("ses_refuses_us", timedelta(minutes=5))


def classify_exception(error: Exception) -> SendingFailed:
    """Return what to do without an answer: before a connection nothing was sent, after it maybe."""
    from botocore import exceptions

    never_left = (
        exceptions.EndpointConnectionError,
        exceptions.ConnectTimeoutError,
        exceptions.NoCredentialsError,
        exceptions.ParamValidationError,
    )
    if isinstance(error, never_left):
        return TryAgain("ses_not_reached", timedelta(minutes=1))
    return AnswerLost("answer_lost")


HELD_UP = frozenset(
    {"sender_not_verified", "account_paused", "daily_quota", "ses_refuses_us", "ses_not_reached"}
)
"""Reasons that stop every mail of the account until an operator or a new day resolves them."""

UNANSWERED = frozenset({"ses_broke", "answer_lost"})
"""Reasons of `AnswerLost`: one is bad luck, many are an outage of SES."""

_HOUR = timedelta(hours=1)
_ANSWERS: tuple[tuple[str, str, Callable[[], SendingFailed]], ...] = (
    ("Throttling", "Daily", lambda: SlowDown("daily_quota", _HOUR)),
    ("Throttling", "", lambda: SlowDown("too_fast", timedelta(seconds=5))),
    ("ThrottlingException", "", lambda: SlowDown("too_fast", timedelta(seconds=5))),
    ("MessageRejected", "not verified", lambda: TryAgain("sender_not_verified", _HOUR)),
    ("MessageRejected", "", lambda: Stop("rejected")),
    ("InvalidParameterValue", "", lambda: Stop("address_refused")),
    ("AccountSendingPausedException", "", lambda: TryAgain("account_paused", _HOUR)),
    ("ConfigurationSetSendingPausedException", "", lambda: TryAgain("account_paused", _HOUR)),
)
"""Code, words in the message, what to do. Any other refusal concerns the stack, not the mail: the
mail waits until an operator fixes the cause.
"""
