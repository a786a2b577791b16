"""What do SES's reports change, when they come twice, late, or in the wrong order?"""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from chalicelib.mail.model import Contact
from tests.events.post_office import PostOffice, hard_bounce, report
from tests.support.world import World


@pytest.fixture
def office(world: World) -> PostOffice:
    made = PostOffice(world)
    made.queue_notices("tess")
    made.postman.send(made.reference("tess"))
    return made


def test_a_delivery_report_settles_the_mail_as_delivered(office: PostOffice) -> None:
    said = office.feedback.mail_event(report("Delivery", office.reference("tess")))
    assert said == "delivered"
    assert office.states() == {"delivered": 1}


def test_a_report_that_comes_twice_changes_nothing(office: PostOffice) -> None:
    delivery = report("Delivery", office.reference("tess"))
    office.feedback.mail_event(delivery)
    before = office.world.items()
    assert office.feedback.mail_event(delivery) == "nothing_new"
    assert office.world.items() == before


@pytest.mark.parametrize("order", list(permutations(["Send", "DeliveryDelay", "Delivery"])))
def test_reports_may_come_in_any_order(office: PostOffice, order: tuple[str, ...]) -> None:
    for kind in order:
        office.feedback.mail_event(report(kind, office.reference("tess"), f"event-{kind}"))
    assert office.states() == {"delivered": 1}


def test_a_report_may_be_faster_than_the_answer(office: PostOffice) -> None:
    office.queue_notices("theo")
    office.feedback.mail_event(report("Delivery", office.reference("theo")))
    assert office.postman.send(office.reference("theo")) == "nothing_to_do"
    assert office.states() == {"delivered": 1, "sent": 1}


def test_after_a_hard_bounce_nothing_goes_to_that_address(office: PostOffice) -> None:
    office.feedback.mail_event(hard_bounce(office.reference("tess"), "Tess@Example.org"))
    assert office.states() == {"bounced": 1}
    office.queue_notices("tess", distribution="01K")
    assert office.postman.send(office.reference("tess", "01K")) == "address_blocked"
    assert office.ses.recipients == ["tess@example.org"]


def test_a_corrected_address_is_written_to_again(office: PostOffice) -> None:
    office.feedback.mail_event(hard_bounce(office.reference("tess"), "tess@example.org"))
    office.people.known["tess"] = Contact("tess.right@example.org")
    office.queue_notices("tess", distribution="01K")
    assert office.postman.send(office.reference("tess", "01K")) == "sent"


def test_a_full_mailbox_blocks_nothing(office: PostOffice) -> None:
    soft = report("Bounce", office.reference("tess"), bounceType="Transient")
    assert office.feedback.mail_event(soft) == "bounced"
    office.queue_notices("tess", distribution="01K")
    assert office.postman.send(office.reference("tess", "01K")) == "sent"


def test_a_person_who_complains_gets_no_more(office: PostOffice) -> None:
    complaint = report(
        "Complaint",
        office.reference("tess"),
        complainedRecipients=[{"emailAddress": "tess@example.org"}],
    )
    assert office.feedback.mail_event(complaint) == "complained"
    office.queue_notices("tess", distribution="01K")
    assert office.postman.send(office.reference("tess", "01K")) == "address_blocked"


def test_no_address_is_stored_with_a_block(office: PostOffice) -> None:
    office.feedback.mail_event(hard_bounce(office.reference("tess"), "tess@example.org"))
    assert "tess@" not in str(office.world.items())


@pytest.mark.parametrize(
    "event",
    [
        {},
        {"id": "1", "detail": {}},
        {"id": "1", "detail": {"eventType": "Delivery", "mail": {}}},
        {"id": "1", "detail": {"eventType": "Delivery", "mail": {"tags": {"mail": []}}}},
        report("Open", "01J-ABC"),
        report("Click", "01J-ABC"),
    ],
)
def test_reports_about_other_mails_are_left_alone(
    office: PostOffice, event: dict[str, Any]
) -> None:
    assert office.feedback.mail_event(event) == "not_ours"


def test_a_report_on_a_mail_nobody_knows_is_no_error(office: PostOffice) -> None:
    assert office.feedback.mail_event(report("Delivery", "01J-NOBODY")) == "unknown"
