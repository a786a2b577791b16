"""Is everybody who has not begun reminded once a day, whatever fails, doubles and crosses?"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from typing import Any

import pytest

from chalicelib.mail.reminders.model import Reminder, ReminderState
from chalicelib.storage.attributes import decode_item
from chalicelib.wiring import services
from simulator.faults import Crash, Fault
from tests.exactly_once import afterwards, invariants
from tests.exactly_once.classroom import ask, in_every_order, saving
from tests.exactly_once.data_team import UNIT, a_data_team
from tests.exactly_once.district import a_district
from tests.exactly_once.driver import Workload, survives
from tests.exactly_once.stack import Cloud, Reply, Stack


def path_of(stack: Stack) -> str:
    return f"/v1/distributions/{invariants.the_distribution(stack)['id']}/reminders"


def remind(stack: Stack, key: str = "k2") -> Reply:
    reply = stack.ask("POST", path_of(stack), key=key)
    assert reply.status == 202, reply
    return reply


@cache
def a_delivered_cloud() -> Cloud:
    """Distribute without a notice to anybody: every email from now on is a reminder."""
    return afterwards.deliver(afterwards.a_cloud(a_district()), notify=False)


def people() -> set[str]:
    return set(invariants.people_of(a_district().matching))


def everybody_was_reminded_once(stack: Stack) -> None:
    invariants.everybody_was_told_once(stack, people())
    for reminder in reminders(stack):
        assert (reminder.state, reminder.due) == (ReminderState.WRITTEN, "")
        assert reminder.written == len(people())


def reminders(stack: Stack) -> list[Reminder]:
    rows = (decode_item(item) for item in stack.cloud.table.items())
    return [Reminder.model_validate_json(row["doc"]) for row in rows if "#REMINDERS#" in row["pk"]]


def several_ask(stack: Stack) -> None:
    """One asks, another asks when it is done, and the first asks again under the same key."""
    remind(stack)
    stack.settle()
    remind(stack, "k3")
    remind(stack)


WORKLOADS: dict[str, Callable[[Stack], None]] = {
    "asked once": lambda stack: _ignore(remind(stack)),
    "asked again and again": several_ask,
}


@pytest.mark.parametrize("name", WORKLOADS)
@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_whatever_fails_everybody_is_reminded_once(name: str, fault: Fault) -> None:
    work = Workload(name, a_delivered_cloud, WORKLOADS[name], everybody_was_reminded_once)
    assert survives(work, fault, fate="on time")


# -- several at once -------------------------------------------------------------------------------


def test_two_who_ask_at_once_remind_everybody_once_in_every_order() -> None:
    where = path_of(Stack(a_delivered_cloud()))

    def works(stack: Stack) -> list[Callable[[], Any]]:
        return [partial(stack.ask, "POST", where) for _ in range(2)]

    outcomes = set()
    for stack, replies in in_every_order(a_delivered_cloud(), works, saving):
        assert [reply.status for reply in replies] == [202, 202]
        stack.settle()
        everybody_was_reminded_once(stack)
        outcomes.add(max(reply.body["date"] for reply in replies))
    assert len(outcomes) == 1


def run(stack: Stack) -> None:
    """A worker gets the message; if it fails, the clock comes back to it."""
    (reminder,) = reminders(stack)
    with suppress(Exception, Crash):
        services().reminder_work.run({"kind": "reminder", "id": reminder.id})


@pytest.mark.parametrize("seed", range(30))
def test_two_workers_and_one_who_asks_at_once_remind_everybody_once(seed: int) -> None:
    stack = Stack(a_delivered_cloud().copy(seed=seed))
    where = path_of(stack)
    remind(stack)

    def asks() -> None:
        with suppress(Exception, Crash):
            stack.ask_once("POST", where)

    stack.at_once(seed, lambda: run(stack), lambda: run(stack), asks)
    stack.settle()
    everybody_was_reminded_once(stack)


@pytest.mark.parametrize("seed", range(20))
def test_messages_doubled_and_reordered_change_nothing(seed: int) -> None:
    stack = Stack(a_delivered_cloud().copy(seed=seed))
    several_ask(stack)
    stack.settle()
    everybody_was_reminded_once(stack)


def test_on_the_next_day_everybody_is_reminded_once_more() -> None:
    stack = Stack(a_delivered_cloud().copy())
    remind(stack)
    stack.settle()
    stack.cloud.clock.advance(seconds=24 * 3600)
    remind(stack)  # the key is a day old: nobody promises it any more
    remind(stack, "k3")
    stack.settle()
    recipients = [who for mail in stack.cloud.ses.sent for who in mail.recipients]
    assert len(recipients) == 2 * len(people())
    assert {recipients.count(who) for who in recipients} == {2}


# -- of a test of a process ------------------------------------------------------------------------


def remind_team(stack: Stack) -> None:
    reply = ask(stack, "tess", "POST", f"/v1/processes/{UNIT}/reminders", {"test": "pre"}, key="k")
    assert reply.status == 202, reply


def the_team_was_reminded_once(stack: Stack) -> None:
    """One e-mail for each member; this roster has none of them, so none is sent."""
    rows = (decode_item(item) for item in stack.cloud.table.items())
    mails = [row for row in rows if "#MAIL#" in row["pk"]]
    whose = [row["person"] for row in mails]
    assert len(whose) == len(set(whose)) > 1
    assert {row["reason"] for row in mails} == {"no_such_person"}
    (reminder,) = reminders(stack)
    assert (reminder.state, reminder.written) == (ReminderState.WRITTEN, len(whose))


TEAM = Workload("a team", cache(a_data_team), remind_team, the_team_was_reminded_once)


@pytest.mark.parametrize(
    "fault", [Fault.CRASH_BEFORE, Fault.CRASH_AFTER, Fault.ANSWER_LOST, Fault.SENT_TWICE]
)
def test_whatever_fails_a_team_is_reminded_once(fault: Fault) -> None:
    assert survives(TEAM, fault, fate="on time")


def remind_teams(stack: Stack) -> None:
    """Several at once, one of which is not there."""
    tests = [{"process_id": process, "test": "pre"} for process in (UNIT, "gone")]
    reply = ask(stack, "dana", "POST", "/v1/process-reminders", {"tests": tests}, key="k")
    assert reply.status == 202, reply
    assert [each["code"] for each in reply.body["tests"]] == [None, "process_not_found"]


TEAMS = Workload("several teams", cache(a_data_team), remind_teams, the_team_was_reminded_once)


@pytest.mark.parametrize(
    "fault", [Fault.CRASH_BEFORE, Fault.CRASH_AFTER, Fault.ANSWER_LOST, Fault.SENT_TWICE]
)
def test_whatever_fails_several_teams_are_reminded_once(fault: Fault) -> None:
    assert survives(TEAMS, fault, fate="on time")


def _ignore(_: Any) -> None:
    """A workload's act answers nothing."""
