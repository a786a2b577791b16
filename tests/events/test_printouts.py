"""Printouts behind the scenes: made once, the same again, tried until they come out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from chalicelib.clock import instant
from chalicelib.reports.model import Printable
from chalicelib.reports.printed_test import PrintedTest
from chalicelib.reports.printouts import Printouts
from chalicelib.reports.repository import PrintoutRepository
from chalicelib.reports.retry_schedule import DISTANCES, PATIENCE
from tests.support.clouds import NOON
from tests.support.printing import a_process, file_of, work_off_reports
from tests.support.world import Reply, World, WorldPerson


class JammingPress:
    """A typesetter that fails on request, and counts."""

    def __init__(self, world: World) -> None:
        self.jammed = False
        self.set = 0
        self.meanwhile: Callable[[], object] | None = None
        services = world.services
        services.printouts = Printouts(
            PrintoutRepository(services.table),
            lambda: services.papers,
            lambda: services.printed_tests,
            lambda: self,
            services.files,
            lambda: services.jobs,
            services.clock,
            services.settings.district,
        )

    def pdf(self, paper: Printable, at: datetime) -> bytes:
        if self.jammed:
            msg = "the press is jammed"
            raise RuntimeError(msg)
        self.set += 1
        happening, self.meanwhile = self.meanwhile, None
        if happening:
            happening()
        return f"%PDF {paper.data['identity']['title']} {at:%Y-%m-%d %H:%M:%S}".encode()

    def test(self, paper: PrintedTest, at: datetime) -> bytes:
        return f"%PDF {paper.title} {at:%Y-%m-%d %H:%M:%S}".encode()


@pytest.fixture
def press(world: World) -> JammingPress:
    return JammingPress(world)


@pytest.fixture
def tess(world: World) -> WorldPerson:
    return world.teacher("tess")


def order_printout(tess: WorldPerson, process: str) -> str:
    name: str = tess.post(f"/v1/processes/{process}/printouts").body["id"]
    return name


def read(tess: WorldPerson, name: str) -> Any:
    reply: Reply = tess.get(f"/v1/printouts/{name}")
    assert reply.status == 200
    return reply.body


def due(world: World) -> list[str]:
    return [item["sk"]["S"] for item in world.items() if item["pk"]["S"] == "gb#DUE"]


def the_clock_comes_by(world: World, after: timedelta) -> None:
    world.clock.set(world.clock.now() + after)
    world.services.jobs.tick(world.clock.now())


def test_a_message_makes_the_file_and_nothing_is_due_any_more(
    world: World, press: JammingPress, tess: WorldPerson
) -> None:
    name = order_printout(tess, a_process(world))
    assert due(world) == [f"{instant(NOON + DISTANCES[0])}#printout#{name}"]
    assert work_off_reports(world) == {"batchItemFailures": []}
    assert (
        file_of(world, f"printouts/{name}.pdf") == b"%PDF Fractions on a line 2026-09-14 17:00:00"
    )
    assert read(tess, name)["state"] == "ready"
    assert due(world) == []


def test_a_message_that_comes_twice_makes_nothing_twice(
    world: World, press: JammingPress, tess: WorldPerson
) -> None:
    name = order_printout(tess, a_process(world))
    work_off_reports(world)
    before = world.items()
    world.services.jobs.offer("printout", name)
    assert work_off_reports(world) == {"batchItemFailures": []}
    assert world.items() == before
    assert press.set == 1


def test_two_that_build_at_once_leave_one_printout(
    world: World, press: JammingPress, tess: WorldPerson
) -> None:
    name = order_printout(tess, a_process(world))
    press.meanwhile = lambda: world.services.reports.run({"kind": "printout", "id": name})
    assert work_off_reports(world) == {"batchItemFailures": []}
    assert press.set == 2
    assert read(tess, name)["state"] == "ready"
    assert due(world) == []


def test_the_clock_may_come_by_while_one_is_built(
    world: World, press: JammingPress, tess: WorldPerson
) -> None:
    name = order_printout(tess, a_process(world))
    press.meanwhile = lambda: the_clock_comes_by(world, DISTANCES[0])
    work_off_reports(world)
    assert read(tess, name)["state"] == "ready"
    assert due(world) == []


def test_a_lost_message_is_made_up_for_by_the_clock(
    world: World, press: JammingPress, tess: WorldPerson
) -> None:
    name = order_printout(tess, a_process(world))
    world.messages("reports")  # lost
    the_clock_comes_by(world, DISTANCES[0])
    assert read(tess, name)["state"] == "pending"
    work_off_reports(world)
    assert read(tess, name)["state"] == "ready"
    assert due(world) == []


def test_one_that_fails_says_so_and_its_message_comes_again(
    world: World, press: JammingPress, tess: WorldPerson
) -> None:
    name = order_printout(tess, a_process(world))
    press.jammed = True
    assert len(work_off_reports(world)["batchItemFailures"]) == 1
    shown = read(tess, name)
    assert shown["state"] == "failed"
    assert "tried again by itself on September 14 at 12:00" in shown["message"]
    assert shown["url"] is None
    press.jammed = False
    world.services.jobs.offer("printout", name)
    work_off_reports(world)
    assert read(tess, name)["state"] == "ready"


def test_one_that_always_fails_is_tried_at_growing_distance(
    world: World, press: JammingPress, tess: WorldPerson
) -> None:
    order_printout(tess, a_process(world))
    press.jammed = True
    moments = []
    world.messages("reports")
    for _ in range(10):
        (entry,) = due(world)
        world.clock.set(datetime.fromisoformat(entry.partition("#")[0]))
        moments.append(world.clock.now())
        world.services.jobs.tick(world.clock.now())
        world.messages("reports")
    waits = [late - early for early, late in zip([NOON, *moments], moments, strict=False)]
    assert waits == [*DISTANCES, DISTANCES[-1], DISTANCES[-1], DISTANCES[-1]]


def test_a_function_that_ended_without_a_word_is_noticed(
    world: World, press: JammingPress, tess: WorldPerson
) -> None:
    name = order_printout(tess, a_process(world))
    for wait in DISTANCES[:PATIENCE]:
        world.messages("reports")  # taken, and nothing came of it
        the_clock_comes_by(world, wait)
    assert read(tess, name)["state"] == "failed"
    work_off_reports(world)
    assert read(tess, name)["state"] == "ready"


def test_a_printout_that_is_no_longer_allowed_is_given_up_with_the_reason(
    world: World, press: JammingPress, tess: WorldPerson
) -> None:
    process = a_process(world)
    name = order_printout(tess, process)
    key = {"pk": {"S": f"gb#PROCESS#{process}"}, "sk": {"S": "HEAD"}}
    world.clients.dynamodb.delete_item(TableName=world.settings.table, Key=key)
    assert work_off_reports(world) == {"batchItemFailures": []}
    assert press.set == 0
    job = tess.get(f"/v1/jobs/printout.{name}").body
    assert job["state"] == "failed"
    assert "This process does not exist" in job["message"]
    assert due(world) == []


def test_a_message_of_a_printout_that_expired_is_let_go(
    world: World, press: JammingPress, tess: WorldPerson
) -> None:
    name = order_printout(tess, a_process(world))
    key = {"pk": {"S": f"gb#PRINTOUT#{name}"}, "sk": {"S": "PRINTOUT"}}
    world.clients.dynamodb.delete_item(TableName=world.settings.table, Key=key)
    assert work_off_reports(world) == {"batchItemFailures": []}
    the_clock_comes_by(world, DISTANCES[0])
    assert due(world) == []


def test_a_message_of_a_kind_that_nobody_makes_is_not_swallowed(world: World) -> None:
    queue = world.settings.reports_queue
    world.clients.sqs.send_message(QueueUrl=queue, MessageBody='{"kind": "poem", "id": "1"}')
    assert len(work_off_reports(world)["batchItemFailures"]) == 1


def test_the_real_press_sets_a_tagged_pdf_and_the_same_bytes_again(
    world: World, tess: WorldPerson
) -> None:
    process = a_process(world)
    first, second = order_printout(tess, process), order_printout(tess, process)
    work_off_reports(world)
    pdf = file_of(world, f"printouts/{first}.pdf")
    assert pdf is not None
    assert pdf.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in pdf
    assert pdf == file_of(world, f"printouts/{second}.pdf")
