"""District > Status: what waits, what did not arrive, what failed too often, and mending it."""

from __future__ import annotations

import gzip

import pytest

from chalicelib.jobs.dead_letters.model import DeadLetterQueue
from chalicelib.jobs.dead_letters.queues import DeadLetterBox
from tests.api.test_dead_letters import JOB, UPLOAD, bodies, fail
from tests.api.test_undelivered_emails import Office
from tests.api.test_waiting_jobs import make_due
from tests.support import builders
from tests.support.browser import Browser
from tests.support.world import World, WorldPerson

AT = "/console/status"
AGAIN = "Send again : Tess Example, Fractions check"


@pytest.fixture
def admin(world: World) -> WorldPerson:
    builders.a_person(world, "tess", given="Tess", email="tess@example.org")
    return world.admin("dana")


@pytest.fixture
def dana(admin: WorldPerson) -> Browser:
    return Browser().sign_in_as("dana")


@pytest.fixture
def office(world: World, admin: WorldPerson) -> Office:
    return Office(world)


def test_where_all_is_well_the_page_says_so(dana: Browser) -> None:
    shown = dana.open(dana.open("/console/schools").link("Status"))
    words = shown.words()
    assert "Nothing waits." in words
    assert "Nothing failed too often." in words
    assert "Did not arrive in two weeks None" in words
    assert not shown.page.select("main table, main form")


def test_a_block_is_lifted_and_the_email_sent_again(office: Office, dana: Browser) -> None:
    reference = office.bounce("tess")
    shown = dana.open(AT)
    assert "Came back: 1" in shown.words()
    assert "It did not arrive. Their address does not exist or does not take email." in (
        shown.words()
    )
    assert not [each for each in shown.page.find_all("button") if "Send again" in each.text]
    person = dana.open(shown.link("Lift the block : Tess Example"))
    assert "The address is blocked" in person.words()
    dana.press(person, "Lift the block")
    done = dana.press(dana.open(AT), AGAIN)
    assert "The email is sent again." in done.words()
    assert AGAIN not in done.words()
    assert "Waiting 1, the oldest written on" in done.words()
    assert office.postman.send(reference) == "sent"
    assert office.ses.recipients == ["tess@example.org"] * 2


def test_retrying_an_email_that_somebody_retried_before_is_refused(
    office: Office, admin: WorldPerson, dana: Browser
) -> None:
    reference = office.bounce("tess")
    at = "/v1/people/tess/email-preference"
    admin.put(at, {"subscribed": True}, admin.get(at).etag)
    shown = dana.open(AT)
    office.postman.send(reference)
    again = shown.one("input[name=etag]")["value"]
    assert admin.post(f"/v1/undelivered-emails/{reference}/retry", etag=str(again)).status == 202
    late = dana.press(shown, AGAIN)
    assert late.status == 412
    assert late.words("#errors").startswith("This was not done This changed after you opened")
    assert "typed" not in late.words("#errors")


def test_late_work_says_how_far_it_is_and_is_tried_now(
    world: World, admin: WorldPerson, dana: Browser
) -> None:
    begun = admin.post("/v1/standards-imports", {}).body["id"]
    world.clock.forward(minutes=31)
    shown = dana.open(AT)
    (row,) = shown.rows()
    assert row[0].startswith("Standards are imported.")
    assert row[1] == "Late"
    assert len(row[0]) > len("Standards are imported. "), "how far it is"
    assert shown.link("Standards are imported.").endswith(f"/standards-imports/{begun}")
    done = dana.press(shown, "Try now : Standards are imported.")
    assert "Plumbline is trying it now." in done.words()
    assert bodies(world, "jobs") == [{"kind": "standards-import", "id": begun}]


def test_work_of_the_clock_alone_has_no_button(world: World, dana: Browser) -> None:
    make_due(world, "distribution", "01A", minutes=-9)
    make_due(world, "distribution", "01B", days=9)
    shown = dana.open(AT)
    assert [(row[1], row[4]) for row in shown.rows()] == [
        ("Late", "It continues automatically within minutes. If it does not, tell your IT staff."),
        ("Waits for its time", "Nothing"),
    ]


def test_messages_that_failed_too_often_are_sent_back(world: World, dana: Browser) -> None:
    fail(world, "jobs", JOB, "no message of ours")
    fail(world, "events", UPLOAD)
    shown = dana.open(AT)
    jobs, events = shown.rows()
    assert jobs[:2] == ["Imports and other long work", "2"]
    assert jobs[3] == "Roster import None of ours"
    assert events[5].startswith("Tell your IT staff")
    done = dana.press(shown, "Send back : Imports and other long work")
    assert "The messages are sent back." in done.words()
    assert bodies(world, "jobs") == [JOB]
    world.clock.forward(minutes=2)
    again = dana.press(dana.open(AT), "Send back : Imports and other long work")
    assert "Nothing could be sent back." in again.words()


def test_the_rest_is_shown_where_the_queues_do_not_answer(world: World, dana: Browser) -> None:
    make_due(world, "tracker-batch", "01A")
    world.services.dead_letter_boxes = _silent(world)
    shown = dana.open(AT)
    assert shown.status == 200
    assert "The queues do not answer." in shown.words()
    assert len(shown.rows()) == 1


def _silent(world: World) -> tuple[DeadLetterBox, ...]:
    gone = f"{world.settings.jobs_dead_letters}-gone"
    return (DeadLetterBox(lambda: world.clients.sqs, DeadLetterQueue.JOBS, gone),)


def test_long_lists_go_on_on_further_pages_and_stay_within_their_budget(
    world: World, office: Office, dana: Browser
) -> None:
    office.bounce("tess")
    for n in range(30):
        assert office.postman.send(office.write("tess", f"01X{n}")) == "address_blocked"
        make_due(world, "tracker-batch", f"01Y{n}", minutes=n)
    shown = dana.open(AT)
    assert len(gzip.compress(shown.text.encode())) < 15_000
    assert len(shown.rows()) == 50
    mails, jobs = (each["href"] for each in shown.page.select("main .more a"))
    assert len(dana.open(str(mails)).rows()) == 31
    assert len(dana.open(str(jobs)).rows()) == 30


def test_an_act_that_no_button_has_is_refused(dana: Browser) -> None:
    assert dana.send("POST", AT, b"act=sing", {}).status == 400


def test_status_is_for_district_administrators(world: World) -> None:
    world.teacher("tess")
    assert Browser().sign_in_as("tess").open(AT).status == 403
