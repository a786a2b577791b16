"""Does every teacher get the mail, once, whatever breaks on the way?"""

from __future__ import annotations

from typing import Any

import pytest
from botocore.exceptions import ClientError

from chalicelib.mail.model import GRACE, LEASE, MAX_TRIES, Contact
from chalicelib.storage.conditions import Put
from chalicelib.storage.table import ConditionFailed
from tests.events.post_office import NO_ANSWER, PostOffice, report
from tests.support.world import World

FAST = {"Error": {"Code": "Throttling", "Message": "Maximum sending rate exceeded."}}
REFUSED = {"Error": {"Code": "MessageRejected", "Message": "Not this one"}}


def error(answer: Any) -> ClientError:
    return ClientError(answer, "SendRawEmail")


@pytest.fixture
def office(world: World) -> PostOffice:
    return PostOffice(world)


def test_a_queued_notice_is_sent_and_receipted(office: PostOffice) -> None:
    keys = office.queue_notices("tess", "theo")
    assert office.states() == {"queued": 2}
    assert office.mails.enqueue(keys) == 2
    assert office.send_waiting() == {"batchItemFailures": []}
    assert sorted(office.ses.recipients) == ["tess@example.org", "theo@example.org"]
    assert office.states() == {"sent": 2}


def test_receipts_name_every_state_and_only_this_distribution(office: PostOffice) -> None:
    office.queue_notices("tess")
    office.queue_notices("tess", "theo", distribution="01K")
    counts = office.mails.receipts("01J")
    assert counts["queued"] == 1
    assert set(counts) == {
        "queued",
        "sending",
        "sent",
        "delivered",
        "bounced",
        "complained",
        "failed",
        "skipped",
    }


def test_a_second_notice_of_a_distribution_to_a_person_cannot_be_written(
    office: PostOffice,
) -> None:
    office.queue_notices("tess")
    with pytest.raises(ConditionFailed):
        office.queue_notices("theo", "tess")
    assert office.states() == {"queued": 1}


def test_a_message_that_comes_again_and_again_sends_one_mail(office: PostOffice) -> None:
    keys = office.queue_notices("tess")
    for _ in range(3):
        office.mails.enqueue(keys)
    office.send_waiting()
    office.mails.enqueue(keys)
    office.send_waiting()
    assert office.ses.recipients == ["tess@example.org"]


def test_a_lost_queue_message_costs_minutes_and_not_the_mail(office: PostOffice) -> None:
    office.queue_notices("tess")
    assert office.postman.sweep(office.clock.now()) == 0
    office.clock.forward(seconds=GRACE.total_seconds())
    assert office.postman.sweep(office.clock.now()) == 1
    office.send_waiting()
    assert office.states() == {"sent": 1}
    office.clock.forward(days=1)
    assert office.postman.sweep(office.clock.now()) == 0


@pytest.mark.moto
def test_a_queue_that_is_gone_loses_nothing(office: PostOffice) -> None:
    keys = office.queue_notices("tess")
    sqs = office.world.clients.sqs
    sqs.delete_queue(QueueUrl=office.world.settings.mail_queue)
    assert office.mails.enqueue(keys) == 0
    assert office.states() == {"queued": 1}


def test_too_fast_gives_the_mail_back_for_the_next_sweep(office: PostOffice) -> None:
    keys = office.queue_notices("tess")
    office.ses.failures = [error(FAST)]
    office.mails.enqueue(keys)
    office.send_waiting()
    assert office.states() == {"queued": 1}
    office.clock.forward(seconds=5)
    assert office.postman.sweep(office.clock.now()) == 1
    office.send_waiting()
    assert office.ses.recipients == ["tess@example.org"]


def test_being_too_fast_for_hours_never_gives_a_mail_up(office: PostOffice) -> None:
    office.queue_notices("tess")
    office.ses.failures = [error(FAST)] * (3 * MAX_TRIES)
    for _ in range(3 * MAX_TRIES + 1):
        office.postman.send(office.reference("tess"))
    assert office.states() == {"sent": 1}


def test_a_mail_that_ses_rejects_is_failed_and_left_alone(office: PostOffice) -> None:
    office.queue_notices("tess")
    office.ses.failures = [error(REFUSED)]
    assert office.postman.send(office.reference("tess")) == "rejected"
    office.clock.forward(days=1)
    assert office.postman.sweep(office.clock.now()) == 0
    assert office.states() == {"failed": 1}


def test_after_a_lost_answer_sess_report_settles_the_mail(office: PostOffice) -> None:
    office.queue_notices("tess")
    office.ses.failures, office.ses.takes_it_first = [NO_ANSWER], True
    assert office.postman.send(office.reference("tess")) == "answer_lost"
    assert office.postman.send(office.reference("tess")) == "nothing_to_do"
    office.feedback.mail_event(report("Send", office.reference("tess")))
    office.clock.forward(days=1)
    assert office.postman.sweep(office.clock.now()) == 0
    assert office.postman.send(office.reference("tess")) == "nothing_to_do"
    assert office.ses.recipients == ["tess@example.org"]


def test_the_documented_exception_answer_and_report_lost_sends_twice(office: PostOffice) -> None:
    """The one way to a second mail; it carries the same Message-ID."""
    office.queue_notices("tess")
    office.ses.failures, office.ses.takes_it_first = [NO_ANSWER], True
    office.postman.send(office.reference("tess"))
    office.clock.forward(seconds=LEASE.total_seconds())
    assert office.postman.sweep(office.clock.now()) == 1
    office.send_waiting()
    assert office.ses.recipients == ["tess@example.org"] * 2
    ids = {
        line
        for request in office.ses.sent
        for line in request["RawMessage"]["Data"].split(b"\r\n")
        if b"@district.example.org>" in line and b"-" in line and b"mailto" not in line
    }
    assert len({each for each in ids if b"01J-" in each}) == 1
    assert office.states() == {"sent": 1}


def test_answers_that_are_always_lost_are_given_up_visibly(office: PostOffice) -> None:
    office.queue_notices("tess")
    office.ses.failures = [NO_ANSWER] * 99
    for _ in range(MAX_TRIES):
        assert office.postman.send(office.reference("tess")) == "answer_lost"
        office.clock.forward(seconds=LEASE.total_seconds())
    assert office.postman.send(office.reference("tess")) == "no_answer"
    assert office.states() == {"failed": 1}
    office.feedback.mail_event(report("Delivery", office.reference("tess")))
    assert office.states() == {"delivered": 1}


@pytest.mark.parametrize(
    ("contact", "reason"),
    [
        (None, "no_such_person"),
        (Contact("", "Tess"), "no_address"),
        (Contact("tess@example.org", enabled=False), "person_disabled"),
        (Contact("tess at home"), "address_unusable"),
    ],
)
def test_people_without_a_usable_address_are_skipped_with_a_reason(
    office: PostOffice, contact: Contact | None, reason: str
) -> None:
    office.queue_notices("tess")
    office.people.known["tess"] = contact
    assert office.postman.send(office.reference("tess")) == reason
    assert office.states() == {"skipped": 1}
    assert office.ses.sent == []


def test_the_address_is_the_one_at_sending_and_not_at_queuing(office: PostOffice) -> None:
    office.queue_notices("tess")
    office.people.known["tess"] = Contact("tess.new@example.org", "Tess")
    office.postman.send(office.reference("tess"))
    assert office.ses.recipients == ["tess.new@example.org"]


def test_one_broken_message_does_not_hold_up_the_others(office: PostOffice) -> None:
    keys = office.queue_notices("tess", "theo")
    office.mails.enqueue(keys)
    records = office.world.messages("mail")
    broken = records[0] | {"messageId": "broken", "body": "not json"}
    answer = office.postman.send_batch({"Records": [broken, *records]})
    assert answer == {"batchItemFailures": [{"itemIdentifier": "broken"}]}
    assert office.states() == {"sent": 2}


def test_a_mail_nobody_knows_is_no_error(office: PostOffice) -> None:
    assert office.postman.send("01J-NOBODY") == "unknown"
    assert office.postman.send("") == "unknown"


def test_the_outbox_holds_no_address_and_no_name_of_the_recipient(office: PostOffice) -> None:
    office.people.known["tess"] = Contact("secret@example.org", "Tess Secret")
    office.queue_notices("tess")
    office.postman.send(office.reference("tess"))
    assert "ecret" not in str(office.world.items())


def test_a_function_of_release_0_3_leaves_our_mails_in_the_queue(office: PostOffice) -> None:
    """It would give up what has a field that it does not know; a kind that it lacks it raises."""
    (key,) = office.queue_notices("ada")
    item = office.table.get(key)
    assert item is not None
    assert item["kind"] not in {"assessment_delivered", "process_finished"}
    mail = office.outbox.read(key.sk.removeprefix("MAIL#"))
    assert mail is not None
    assert mail.kind == "assessment_delivered"
    earlier = {name: each for name, each in item.items() if name not in ("pk", "sk")}
    office.table.commit([Put(key, earlier | {"kind": "assessment_delivered"})])
    read = office.outbox.read(key.sk.removeprefix("MAIL#"))
    assert read == mail, "and what 0.3 queued is read as before"
