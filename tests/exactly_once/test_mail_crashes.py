"""Does every teacher get one notice, when anything fails at any call to AWS?"""

from __future__ import annotations

import pytest

from simulator.faults import Fault, Sending, possible
from simulator.interleaving import Interleaving
from tests.exactly_once.mail_district import MailDistrict

TEACHERS = ("tess", "theo")
SEND = "ses.send_raw_email"


def calm_run() -> list[Sending]:
    return MailDistrict(*TEACHERS, fate="on time").run().line.sendings


def every_fault() -> list[tuple[int, Fault]]:
    """Every call of the run in which all goes well, with every fault it can meet."""
    calls = enumerate(calm_run())
    return [(number, fault) for number, call in calls for fault in possible(call)]


FAULTS = every_fault()
TAKEN_UNHEARD = {Fault.CRASH_AFTER, Fault.ANSWER_LOST}


def test_the_calm_run_tells_everybody_once_and_meets_every_kind_of_call() -> None:
    district = MailDistrict(*TEACHERS, fate="on time").run()
    assert set(district.told.values()) == {1}
    assert district.states == {"delivered": len(TEACHERS)}
    assert {str(call) for call in district.line.sendings} == {
        "dynamodb.transact_write_items",
        "dynamodb.get_item",
        "dynamodb.batch_get_item",
        "dynamodb.query",
        "sqs.send_message_batch",
        "ses.get_send_quota",
        SEND,
    }


@pytest.mark.parametrize(("number", "fault"), FAULTS)
def test_whatever_fails_everybody_gets_exactly_one_notice(number: int, fault: Fault) -> None:
    district = MailDistrict(*TEACHERS, faults={number: fault}, fate="on time").run()
    assert district.line.broken
    assert district.told == {f"{teacher}@example.org": 1 for teacher in TEACHERS}
    assert district.states == {"delivered": len(TEACHERS)}
    assert district.queues.waiting("mail") == 0
    assert district.queues.dead("mail") == []


OVER = "2026-01-16"


def skipping_faults() -> list[tuple[int, Fault]]:
    calls = enumerate(MailDistrict(*TEACHERS, ends=OVER).run().line.sendings)
    return [(number, fault) for number, call in calls for fault in possible(call)]


@pytest.mark.parametrize(("number", "fault"), skipping_faults())
def test_whatever_fails_nobody_gets_a_notice_of_a_past_class(number: int, fault: Fault) -> None:
    district = MailDistrict(*TEACHERS, faults={number: fault}, ends=OVER).run()
    assert district.line.broken
    assert (district.told, district.states) == ({}, {"skipped": len(TEACHERS)})
    assert district.queues.waiting("mail") == 0


@pytest.mark.parametrize(("number", "fault"), FAULTS)
def test_without_any_report_a_second_mail_needs_a_death_around_the_send(
    number: int, fault: Fault
) -> None:
    """The documented exception: SES's reports never come, and the answer is not kept."""
    district = MailDistrict(*TEACHERS, faults={number: fault}, fate="never").run()
    told = district.told
    assert set(told) == {f"{teacher}@example.org" for teacher in TEACHERS}
    assert district.states == {"sent": len(TEACHERS)}
    assert district.queues.dead("mail") == []
    if max(told.values()) > 1:
        assert sum(told.values()) == len(TEACHERS) + 1
        assert twice_is_allowed(district, number, fault)


def twice_is_allowed(district: MailDistrict, number: int, fault: Fault) -> bool:
    """The answer of a send was lost, or the call right after a send (its receipt) broke."""
    calls = district.line.sendings
    at_send = str(calls[number]) == SEND and fault in TAKEN_UNHEARD
    return at_send or str(calls[number - 1]) == SEND


@pytest.mark.parametrize("seed", range(100))
def test_messages_and_reports_doubled_and_reordered_change_nothing(seed: int) -> None:
    teachers = tuple(f"teacher-{n}" for n in range(12))
    district = MailDistrict(*teachers, seed=seed).run()
    assert district.told == {f"{teacher}@example.org": 1 for teacher in teachers}
    assert set(district.states) <= {"sent", "delivered"}
    assert district.queues.dead("mail") == []


@pytest.mark.parametrize("seed", range(60))
def test_three_workers_at_the_same_mail_at_once_send_it_once(seed: int) -> None:
    district = MailDistrict("tess", fate="never")
    reference = district.write("tess")
    together = Interleaving(seed)
    district.line.turn = together.turn
    workers = together.run([lambda: district.send(reference)] * 3)
    assert [worker.error for worker in workers] == [None] * 3
    assert sorted(worker.outcome for worker in workers).count("sent") == 1
    assert sum(district.told.values()) == 1
    district.line.turn = None
    assert district.states == {"sent": 1}
