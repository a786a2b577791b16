"""The laboratory breaks what can break, repeats itself exactly, and catches a careless program."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from botocore.exceptions import BotoCoreError, ClientError

from simulator.clock import SimulatedClock
from simulator.faults import Crash, Fault, FaultLine, OnTheLine
from simulator.interleaving import Interleaving
from simulator.queues import Queues
from simulator.ses import SimulatedSes
from simulator.table import SimulatedTable

NAME = "plumbline"
COUNTER = {"pk": {"S": "P"}, "sk": {"S": "COUNTER"}}


def add_one(client: Any) -> None:
    """A careless program: counts twice when its answer is lost and sent again."""
    client.update_item(
        TableName=NAME,
        Key=COUNTER,
        UpdateExpression="ADD n :one",
        ExpressionAttributeValues={":one": {"N": "1"}},
    )


def read_then_write(client: Any) -> None:
    """A careless program: two at once lose an update."""
    item = client.get_item(TableName=NAME, Key=COUNTER, ConsistentRead=True).get("Item", {})
    count = int(item.get("n", {"N": "0"})["N"]) + 1
    client.put_item(TableName=NAME, Item={**COUNTER, "n": {"N": str(count)}})


def sum_counters(table: SimulatedTable) -> int:
    return sum(int(item["n"]["N"]) for item in table.items())


EXPECTED = {
    Fault.CRASH_BEFORE: (0, Crash),
    Fault.CRASH_AFTER: (1, Crash),
    Fault.SENT_TWICE: (2, None),
    Fault.ANSWER_LOST: (1, BotoCoreError),
    Fault.NOT_REACHED: (0, BotoCoreError),
    Fault.THROTTLED: (0, ClientError),
    Fault.STORM: (0, ClientError),
    Fault.CONFLICT: (0, ClientError),
}


@pytest.mark.parametrize("fault", EXPECTED)
def test_each_fault_has_its_effect(fault: Fault) -> None:
    table = SimulatedTable(NAME)
    client = OnTheLine(table, FaultLine({0: fault}))
    effect, raised = EXPECTED[fault]
    if raised is None:
        add_one(client)
    else:
        with pytest.raises(raised):
            add_one(client)
    assert sum_counters(table) == effect


def test_the_sdk_repeats_a_transaction_under_one_token() -> None:
    table = SimulatedTable(NAME)
    client = OnTheLine(table, FaultLine({0: Fault.SENT_TWICE}))
    action = {"TableName": NAME, "Item": COUNTER, "ConditionExpression": "attribute_not_exists(pk)"}
    client.transact_write_items(TransactItems=[{"Put": action}])
    assert len(table.items()) == 1


def test_half_a_batch_comes_back() -> None:
    clock = SimulatedClock()
    queues = Queues(clock)
    url = queues.create("mail")
    entries = [{"Id": str(n), "MessageBody": f"message {n}"} for n in range(3)]
    client = OnTheLine(queues, FaultLine({0: Fault.PARTIAL}))
    answer = client.send_message_batch(QueueUrl=url, Entries=entries)
    assert [each["Id"] for each in answer["Failed"]] == ["1", "2"]
    assert [m.body for m in queues.receive("mail")] == ["message 0"]


def test_a_message_that_is_not_deleted_comes_again_and_ends_among_the_dead() -> None:
    clock = SimulatedClock()
    queues = Queues(clock)
    url = queues.create("mail", max_receives=2)
    queues.send_message(QueueUrl=url, MessageBody="hello")
    for _ in range(2):
        assert len(queues.receive("mail")) == 1
        assert queues.receive("mail") == []
        clock.advance(minutes=5)
    assert queues.receive("mail") == []
    assert [m.body for m in queues.dead("mail")] == ["hello"]
    queues.redrive("mail")
    (message,) = queues.receive("mail")
    queues.settle("mail", message)
    assert queues.waiting("mail") == 0


def test_a_seed_doubles_and_reorders_and_loses_nothing() -> None:
    def deliver(seed: int) -> list[str]:
        clock = SimulatedClock()
        queues = Queues(clock, seed=seed)
        url = queues.create("mail")
        for n in range(20):
            queues.send_message(QueueUrl=url, MessageBody=str(n))
        bodies = []
        while messages := queues.receive("mail", most=3):
            for message in messages:
                bodies.append(message.body)
                queues.settle("mail", message)
        return bodies

    first = deliver(1)
    assert first == deliver(1)
    assert first != deliver(2)
    assert set(first) == {str(n) for n in range(20)}
    assert len(first) > 20


def test_reports_on_mail_come_late_twice_or_never() -> None:
    clock = SimulatedClock()
    fates = iter(("on time", "late", "twice", "never"))
    mailroom = SimulatedSes(clock, fate=lambda _: next(fates))
    for _ in range(4):
        mailroom.send_raw_email(
            RawMessage={"Data": b"Subject: hello\n\nhello"},
            Destinations=["tess@example.org"],
            ConfigurationSetName="plumbline",
        )
    clock.advance(seconds=10)
    assert [r.mail.id for r in mailroom.due() if r.kind == "Delivery"] == ["ses-1", *["ses-7"] * 2]
    clock.advance(minutes=5)
    assert len(mailroom.due()) == 2
    assert mailroom.next_report() is None


def test_two_at_once_lose_an_update_under_some_seed_and_the_same_seed_always_does() -> None:
    def total(seed: int) -> int:
        interleaving, table = Interleaving(seed), SimulatedTable(NAME)
        client = OnTheLine(table, FaultLine(turn=interleaving.turn))
        interleaving.run([lambda: read_then_write(client)] * 2)
        return sum_counters(table)

    totals = [total(seed) for seed in range(20)]
    assert set(totals) == {1, 2}
    assert totals == [total(seed) for seed in range(20)]


def test_a_crash_ends_one_worker_only() -> None:
    interleaving, table = Interleaving(3), SimulatedTable(NAME)
    client = OnTheLine(table, FaultLine({0: Fault.CRASH_BEFORE}, turn=interleaving.turn))
    workers = interleaving.run([lambda: add_one(client)] * 3)
    assert [type(w.error).__name__ for w in workers if w.error] == ["Crash"]
    assert sum_counters(table) == 2


def test_a_queue_tells_when_something_hidden_shows_again() -> None:
    clock = SimulatedClock()
    queues = Queues(clock)
    url = queues.create("mail", visibility=timedelta(minutes=2))
    queues.send_message(QueueUrl=url, MessageBody="hello")
    queues.receive("mail")
    assert queues.next_visible() == clock.now() + timedelta(minutes=2)
