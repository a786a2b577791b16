"""Can a person stop the mails, and start them again?"""

from __future__ import annotations

import pytest

from chalicelib.rosters.model import Person
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from tests.events.post_office import PostOffice, hard_bounce
from tests.support.world import DISTRICT, World

CHOICE = "/v1/people/tess/email-preference"


@pytest.fixture
def office(world: World) -> PostOffice:
    """A mail office, with tess on the roster."""
    tess = Person(
        id="tess", username="tess", given="Tess", family="Example", email="tess@example.org"
    )
    world.services.table.commit(
        [Put(keys.person(DISTRICT, "tess"), {"doc": tess.model_dump_json()})]
    )
    return PostOffice(world)


def test_everybody_gets_email_by_default(world: World, office: PostOffice) -> None:
    reply = world.teacher().get(CHOICE)
    assert reply.body == {"id": "tess", "subscribed": True, "blocked": False, "version": 0}


def test_a_refusal_does_not_tell_whether_there_is_such_a_person(
    world: World, office: PostOffice
) -> None:
    cole = world.teacher("cole")
    replies = [cole.get(f"/v1/people/{each}/email-preference") for each in ("tess", "nobody")]
    assert [(each.status, each.code) for each in replies] == [(403, "not_your_choice")] * 2


def test_people_who_decline_email_get_none_until_they_change_their_mind(
    world: World, office: PostOffice
) -> None:
    tess = world.teacher()
    stopped = tess.put(CHOICE, {"subscribed": False}, tess.get(CHOICE).etag)
    assert (stopped.status, stopped.body["subscribed"]) == (200, False)
    office.queue_notices("tess")
    assert office.postman.send(office.reference("tess")) == "not_wanted"
    tess.put(CHOICE, {"subscribed": True}, stopped.etag)
    office.queue_notices("tess", distribution="01K")
    assert office.postman.send(office.reference("tess", "01K")) == "sent"


def test_an_admin_who_was_asked_by_letter_can_do_it(world: World, office: PostOffice) -> None:
    dana = world.admin()
    assert dana.put(CHOICE, {"subscribed": False}, dana.get(CHOICE).etag).status == 200
    assert world.teacher().get(CHOICE).body["subscribed"] is False


def test_a_corrected_address_gets_email_again(world: World, office: PostOffice) -> None:
    office.queue_notices("tess")
    office.postman.send(office.reference("tess"))
    office.feedback.mail_event(hard_bounce(office.reference("tess"), "tess@example.org"))
    dana = world.admin()
    seen = dana.get(CHOICE)
    assert seen.body["blocked"] is True
    assert dana.put(CHOICE, {"subscribed": True}, seen.etag).body["blocked"] is False
    office.queue_notices("tess", distribution="01K")
    assert office.postman.send(office.reference("tess", "01K")) == "sent"


def test_a_colleagues_choice_is_theirs(world: World, office: PostOffice) -> None:
    reply = world.teacher("theo").get(CHOICE)
    assert (reply.status, reply.code) == (403, "not_your_choice")


def test_of_two_at_once_the_second_gets_a_conflict(world: World, office: PostOffice) -> None:
    tess, dana = world.teacher(), world.admin()
    etag = tess.get(CHOICE).etag
    assert dana.put(CHOICE, {"subscribed": False}, etag).status == 200
    reply = tess.put(CHOICE, {"subscribed": True}, etag)
    assert (reply.status, reply.body["version"]) == (412, 1)
