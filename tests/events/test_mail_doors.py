"""Do the stack's own functions send, sweep and settle, for the roster's people?"""

from __future__ import annotations

from typing import Any

import pytest
from chalice.test import Client
from moto.ses.models import ses_backends

import app
from chalicelib.mail.model import GRACE
from chalicelib.rosters.model import Person
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from tests.events.post_office import SAID
from tests.support.world import DISTRICT, World

pytestmark = pytest.mark.moto


@pytest.fixture
def reference(world: World) -> str:
    """A notice for tess, who is on the roster, in the outbox."""
    world.clients.ses.create_configuration_set(ConfigurationSet={"Name": "plumbline"})
    tess = Person(
        id="tess", username="tess", given="Tess", family="Example", email="tess@example.org"
    )
    (notice,) = world.services.mails.prepare("01J", [("tess", SAID)])
    person = Put(keys.person(DISTRICT, tess.id), {"doc": tess.model_dump_json()})
    world.services.table.commit([notice, person])
    return notice.key.sk.removeprefix("MAIL#")


def states(world: World) -> dict[str, int]:
    return {state: n for state, n in world.services.mails.receipts("01J").items() if n}


def happens(name: str, source: str, kind: str, detail: dict[str, Any]) -> None:
    with Client(app.app) as client:
        event = client.events.generate_cw_event(source, kind, detail, [], "us-east-1")
        client.lambda_.invoke(name, event)


def send_waiting(world: World) -> Any:
    return app.send_mail({"Records": world.messages("mail")}, None)


def test_the_tick_brings_back_what_the_queue_lost_and_the_worker_sends_it(
    world: World, reference: str
) -> None:
    world.clock.forward(seconds=GRACE.total_seconds())
    happens("tick", "aws.events", "Scheduled Event", {})
    assert send_waiting(world) == {"batchItemFailures": []}
    assert states(world) == {"sent": 1}
    (sent,) = ses_backends["123456789012"]["us-east-1"].sent_messages
    assert set(sent.destinations) == {"tess@example.org"}


def test_sess_report_reaches_the_mail(world: World, reference: str) -> None:
    world.services.mails.enqueue([keys.mail(DISTRICT, *reference.split("-"))])
    send_waiting(world)
    detail = {"eventType": "Delivery", "mail": {"tags": {"mail": [reference]}}, "delivery": {}}
    happens("mail_event", "aws.ses", "Email Delivered", detail)
    assert states(world) == {"delivered": 1}


def test_people_who_left_the_roster_are_skipped(world: World, reference: str) -> None:
    (notice,) = world.services.mails.prepare("01K", [("gone", SAID)])
    world.services.table.commit([notice])
    world.services.mails.enqueue([notice.key])
    send_waiting(world)
    assert world.services.mails.receipts("01K")["skipped"] == 1
