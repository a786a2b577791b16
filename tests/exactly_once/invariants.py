"""The rules that hold when everything has come to rest, read through the API and from the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from chalicelib.trackers.model import Tracker
from tests.exactly_once.district import WorkloadDistrict, address, list_delivered
from tests.exactly_once.stack import Stack


def the_distribution(stack: Stack) -> dict[str, Any]:
    """Return the only one there is, however often the client asked."""
    return _read(stack, _read_listed(stack))


def _read_listed(stack: Stack) -> dict[str, Any]:
    listed: list[dict[str, Any]] = stack.ask("GET", "/v1/distributions").body["items"]
    assert len(listed) == 1, f"{len(listed)} distributions"
    return listed[0]


def _read(stack: Stack, listed: dict[str, Any]) -> dict[str, Any]:
    shown: dict[str, Any] = stack.ask("GET", f"/v1/distributions/{listed['id']}").body
    return shown


def everybody_got_it_once(
    stack: Stack, district: WorkloadDistrict, *, trackers: Iterable[Tracker] | None = None
) -> None:
    """Exactly these trackers (all that match) hold it, and every figure says so."""
    meant = list(district.matching if trackers is None else trackers)
    listed = _read_listed(stack)
    shown = _read(stack, listed)
    for tracker in district.trackers:
        held = [entry.distribution for entry in list_delivered(stack.cloud, tracker)]
        assert held == ([shown["id"]] if tracker in meant else []), f"{tracker.id} holds {held}"
    figures = {
        "total": len(meant),
        "delivered": len(meant),
        "skipped": 0,
        "failed": 0,
        "pending": 0,
        "canceled": 0,
    }
    assert shown["state"] == "delivered"
    assert shown["counts"] == figures, f"summed {shown['counts']}"
    assert listed["counts"] == figures, f"kept {listed['counts']}"
    _schools_add_up(shown)
    _receipts_say_delivered(stack, shown["id"], meant)
    nothing_is_left(stack)


def _schools_add_up(shown: dict[str, Any]) -> None:
    for figure, total in shown["counts"].items():
        assert sum(school[figure] for school in shown["schools"]) == total, (figure, shown)


def _receipts_say_delivered(stack: Stack, distribution: str, meant: list[Tracker]) -> None:
    receipts = stack.ask("GET", f"/v1/distributions/{distribution}/receipts").body["items"]
    found = Counter((each["tracker_id"], each["state"]) for each in receipts)
    limit = 50  # one page of the API
    assert set(found.values()) <= {1}
    if len(meant) <= limit:
        assert set(found) == {(tracker.id, "delivered") for tracker in meant}


def nobody_got_it(stack: Stack, district: WorkloadDistrict) -> None:
    for tracker in district.trackers:
        assert not list_delivered(stack.cloud, tracker), tracker.id
    assert not stack.cloud.ses.sent
    nothing_is_left(stack)


def everybody_was_told_once(stack: Stack, people: Iterable[str], *, at_most: int = 1) -> None:
    """One mail each. Two only where the process died inside the call and SES never reported."""
    told = Counter(recipient for mail in stack.cloud.ses.sent for recipient in mail.recipients)
    expected = {address(person) for person in people}
    assert set(told) == expected, f"notified {sorted(told)}"
    twice = {who: times for who, times in told.items() if times > 1}
    assert sum(told.values()) <= len(expected) + at_most - 1, f"more than once: {twice}"
    for who in twice:
        *earlier, _ = [mail.id for mail in stack.cloud.ses.sent if who in mail.recipients]
        assert set(earlier) <= stack.cloud.ses.unreported, f"{who} again, though SES had reported"
    for mail in stack.cloud.ses.sent:
        assert mail.tags, "a mail without its reference"


def nobody_was_told(stack: Stack) -> None:
    assert not stack.cloud.ses.sent


def nothing_is_left(stack: Stack) -> None:
    """No message, no dead letter, nothing due, no mail that waits."""
    assert stack.quiet, stack.what_is_left()
    for queue in ("deliveries", "mail", "jobs", "reports"):
        assert not stack.cloud.queues.dead(queue), f"a dead letter in {queue}"


def people_of(trackers: Iterable[Tracker]) -> set[str]:
    return {person for tracker in trackers for person in tracker.people}
