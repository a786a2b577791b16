"""E-mails that wait or did not arrive: an administrator sees them, and sends again what may be."""

from __future__ import annotations

from typing import Any

import pytest
from botocore.exceptions import ClientError

from chalicelib.mail.worker import Postman
from chalicelib.storage.conditions import Put
from tests.events.post_office import NO_ANSWER, SAID, PostOffice, hard_bounce, report
from tests.support import builders
from tests.support.world import World, WorldPerson

STATE, LIST = "/v1/email-state", "/v1/undelivered-emails"


class Office(PostOffice):
    """A mail office that looks people up in the roster, as the stack does."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        directory = world.services.mail_directory
        self.postman = Postman(
            self.outbox,
            world.services.mail_kinds,
            directory,
            self.postman._sender,
            self.queue,
            self.clock,
            directory.origin,
        )

    def write(self, person: str, distribution: str = "01J") -> str:
        """Write one notice; its reference."""
        self.queue_notices(person, distribution=distribution)
        return self.reference(person, distribution)

    def bounce(self, person: str, distribution: str = "01J") -> str:
        """Write and send one that comes back; its reference."""
        reference = self.write(person, distribution)
        assert self.postman.send(reference) == "sent"
        said = hard_bounce(reference, f"{person}@example.org", f"event-{reference}")
        assert self.feedback.mail_event(said) == "bounced"
        return reference


@pytest.fixture
def office(world: World) -> Office:
    for name in ("tess", "theo"):
        builders.a_person(
            world, name, given=name.title(), family="Example", email=f"{name}@example.org"
        )
    return Office(world)


@pytest.fixture
def dana(world: World) -> WorldPerson:
    return world.admin("dana")


def list_undelivered(dana: WorldPerson, query: str = "") -> list[dict[str, Any]]:
    reply = dana.get(f"{LIST}{query}")
    assert reply.status == 200, reply.body
    return list(reply.body["items"])


def send_again(dana: WorldPerson, email: dict[str, Any], **options: Any) -> Any:
    return dana.post(f"{LIST}/{email['id']}/retry", etag=f'"{email["version"]}"', **options)


def lift_block(dana: WorldPerson, person: str) -> None:
    at = f"/v1/people/{person}/email-preference"
    assert dana.put(at, {"subscribed": True}, dana.get(at).etag).status == 200


def test_a_bounced_email_has_its_recipient_kind_and_reason(
    office: Office, dana: WorldPerson
) -> None:
    office.bounce("tess")
    (found,) = list_undelivered(dana)
    assert (found["person_id"], found["person_name"]) == ("tess", "Tess Example")
    assert (found["kind"], found["thing_kind"], found["thing_id"]) == (
        "assessment_delivered",
        "distribution",
        "01J",
    )
    assert found["thing_title"] == SAID.assessment
    assert (found["state"], found["reason"]) == ("bounced", "hard_bounce")
    assert found["message"].startswith("It did not arrive. Their address does not exist")
    assert found["remedy"] == "lift_block"
    assert found["address_blocked_at"] == found["ended_at"]
    assert found["links"]["thing"] == "/v1/distributions/01J"


def test_delivered_declined_and_waiting_emails_are_not_listed(
    world: World, office: Office, dana: WorldPerson
) -> None:
    sent = office.write("tess")
    office.postman.send(sent)
    office.feedback.mail_event(report("Delivery", sent))
    at = "/v1/people/theo/email-preference"
    dana.put(at, {"subscribed": False}, dana.get(at).etag)
    assert office.postman.send(office.write("theo")) == "not_wanted"
    office.write("theo", "01K")
    assert list_undelivered(dana) == []


def test_after_the_block_is_lifted_it_is_sent_again_once(
    world: World, office: Office, dana: WorldPerson
) -> None:
    reference = office.bounce("tess")
    refused = send_again(dana, list_undelivered(dana)[0])
    assert (refused.status, refused.code) == (409, "email_not_sent_again")
    lift_block(dana, "tess")
    (found,) = list_undelivered(dana)
    assert found["remedy"] == "send_again"
    reply = send_again(dana, found)
    assert (reply.status, reply.body["state"], reply.body["remedy"]) == (202, "queued", "none")
    assert list_undelivered(dana) == []
    world.messages("mail")  # of its first way
    assert office.postman.send(reference) == "sent"
    assert office.postman.send(reference) == "nothing_to_do"
    assert office.ses.recipients == ["tess@example.org"] * 2


def test_a_lost_message_does_not_lose_it(world: World, office: Office, dana: WorldPerson) -> None:
    reference = office.bounce("tess")
    lift_block(dana, "tess")
    send_again(dana, list_undelivered(dana)[0])
    world.messages("mail")
    world.clock.forward(minutes=3)
    assert office.postman.sweep(world.clock.now()) == 1
    (message,) = world.messages("mail")
    assert reference in message["body"]


def test_the_same_request_twice_sends_it_once(
    world: World, office: Office, dana: WorldPerson
) -> None:
    office.bounce("tess")
    lift_block(dana, "tess")
    (found,) = list_undelivered(dana)
    first = send_again(dana, found, key="once")
    assert send_again(dana, found, key="once").body == first.body
    late = send_again(dana, found)
    assert (late.status, late.code) == (412, "changed_meanwhile")


def test_one_that_was_complained_about_is_never_sent_again(
    office: Office, dana: WorldPerson
) -> None:
    reference = office.write("tess")
    office.postman.send(reference)
    recipients = [{"emailAddress": "tess@example.org"}]
    office.feedback.mail_event(report("Complaint", reference, complainedRecipients=recipients))
    lift_block(dana, "tess")
    (found,) = list_undelivered(dana)
    assert (found["state"], found["remedy"]) == ("complained", "none")
    assert send_again(dana, found).code == "email_not_sent_again"


def test_one_that_may_have_arrived_is_never_sent_again(
    world: World, office: Office, dana: WorldPerson
) -> None:
    office.ses.failures = [NO_ANSWER] * 4
    reference = office.write("tess")
    for said in ["answer_lost"] * 4 + ["no_answer"]:
        assert office.postman.send(reference) == said
        world.clock.forward(minutes=11)
    (found,) = list_undelivered(dana)
    assert (found["state"], found["remedy"]) == ("failed", "none")
    assert found["advice"].startswith("It may have arrived")
    assert send_again(dana, found).code == "email_not_sent_again"
    office.feedback.mail_event(report("Delivery", reference))
    assert list_undelivered(dana) == []


def test_a_person_without_an_address_gets_it_once_the_roster_has_one(
    world: World, office: Office, dana: WorldPerson
) -> None:
    builders.a_person(world, "nora", given="Nora", family="Example", email="")
    reference = office.write("nora")
    assert office.postman.send(reference) == "no_address"
    (found,) = list_undelivered(dana)
    assert (found["state"], found["remedy"]) == ("skipped", "correct_address")
    builders.a_person(world, "nora", given="Nora", family="Example", email="nora@example.org")
    assert send_again(dana, list_undelivered(dana)[0]).status == 202
    assert office.postman.send(reference) == "sent"
    assert office.ses.recipients == ["nora@example.org"]


def test_an_email_to_somebody_who_left_is_not_listed(
    world: World, office: Office, dana: WorldPerson
) -> None:
    reference = office.write("zoe")  # of no roster
    assert office.postman.send(reference) == "no_such_person"
    assert list_undelivered(dana) == []


def test_the_latest_come_first_and_pages_go_on(
    world: World, office: Office, dana: WorldPerson
) -> None:
    for n in range(5):
        office.bounce("tess", f"01{n}")
        lift_block(dana, "tess")
        world.clock.forward(minutes=1)
    seen, after = [], ""
    while True:
        page = dana.get(f"{LIST}?limit=2{after}").body
        seen += [each["thing_id"] for each in page["items"]]
        if not page["next"]:
            break
        after = f"&cursor={page['next']}"
    assert seen == ["014", "013", "012", "011", "010"]


def test_the_state_counts_waiting_and_undelivered_emails(
    world: World, office: Office, dana: WorldPerson
) -> None:
    office.bounce("tess")
    before = world.clock.now()
    office.write("theo", "01K")
    world.clock.forward(minutes=1)
    office.write("theo", "01M")
    quota: Any = {"Error": {"Code": "Throttling", "Message": "Daily message quota exceeded"}}
    office.ses.failures = [ClientError(quota, "SendRawEmail")]
    office.postman.send(office.reference("theo", "01M"))
    found = dana.get(STATE).body
    assert (found["waiting_count"], found["sending_count"], found["waiting_exact"]) == (2, 0, True)
    assert found["oldest_written_at"][:16] == before.isoformat()[:16]
    assert [(each["reason"], each["count"]) for each in found["hold_ups"]] == [("daily_quota", 1)]
    assert (found["bounced_count"], found["failed_count"], found["suppressed_count"]) == (1, 0, 0)
    assert found["sent_last_day_count"] is not None
    world.clock.forward(days=15)
    assert dana.get(STATE).body["bounced_count"] == 0


def test_an_email_that_cannot_be_read_is_listed_all_the_same(
    world: World, office: Office, dana: WorldPerson
) -> None:
    reference = office.write("tess")
    mail = office.outbox.read(reference)
    assert mail is not None
    odd = {"doc": '{"from": "a later release"}', "kind": "assessment_delivered"}
    kept = {"state": "failed", "version": 7, "person": "tess", "reason": "not_renderable"}
    place = {"list_pk": "gb#UNDELIVERED", "list_sk": "2026-09-14T17:00:00.000Z"}
    world.services.table.commit([Put(office.outbox._key(mail), odd | kept | place)])
    (found,) = list_undelivered(dana)
    assert (found["thing_title"], found["remedy"]) == ("", "send_again")


def test_a_late_delivery_report_undoes_an_out_of_office_bounce(
    office: Office, dana: WorldPerson
) -> None:
    reference = office.write("tess")
    office.postman.send(reference)
    soft = report("Bounce", reference, "event-o", bounceType="Transient")
    assert office.feedback.mail_event(soft) == "bounced"
    assert list_undelivered(dana)[0]["remedy"] == "send_again"
    assert office.feedback.mail_event(report("Delivery", reference)) == "delivered"
    assert list_undelivered(dana) == []


def test_the_history_says_who_sent_which_email_again(office: Office, dana: WorldPerson) -> None:
    reference = office.bounce("tess")
    lift_block(dana, "tess")
    send_again(dana, list_undelivered(dana)[0])
    (act,) = dana.get(f"/v1/history?thing_id={reference}").body["items"]
    assert (act["words"], act["thing_kind"], act["thing_id"]) == (
        "sent an email again",
        "email",
        reference,
    )


def test_an_email_that_is_not_there_is_not_found(office: Office, dana: WorldPerson) -> None:
    reply = dana.post(f"{LIST}/01J-NOBODY/retry", etag='"1"')
    assert (reply.status, reply.code) == (404, "e_mail_not_found")
