"""Printing a process's template: who may, and who gets it."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.reports.printout import KEPT
from chalicelib.reports.retry_schedule import DocumentState
from tests.support.clouds import NOON
from tests.support.printing import a_process, work_off_reports
from tests.support.world import World, WorldPerson


@pytest.fixture
def process(world: World) -> str:
    return a_process(world)


def make_printout(world: World, person: WorldPerson, process: str) -> str:
    name: str = person.post(f"/v1/processes/{process}/printouts").body["id"]
    work_off_reports(world)
    return name


def test_a_member_prints_and_gets_a_link_that_saves_under_a_decent_name(
    world: World, process: str
) -> None:
    tess = world.teacher("tess")
    asked = tess.post(f"/v1/processes/{process}/printouts")
    assert asked.status == 202
    assert asked.headers["Location"] == f"/v1/jobs/printout.{asked.body['id']}"
    assert asked.body["state"] == DocumentState.PENDING
    assert tess.get(asked.headers["Location"]).body["state"] == "running"
    work_off_reports(world)
    job = tess.get(asked.headers["Location"]).body
    assert (job["state"], job["percent"]) == ("done", 100)
    ready = tess.get(job["links"]["printout"]).body
    assert ready["state"] == DocumentState.READY
    assert ready["expires_in"] == 300
    assert ready["size"] > 1000
    assert "Fractions%20on%20a%20line" in ready["url"]
    assert ready["file_name"] == "Fractions on a line - Mastery Process template.pdf"


def test_a_request_that_is_sent_again_prints_once(world: World, process: str) -> None:
    tess = world.teacher("tess")
    path = f"/v1/processes/{process}/printouts"
    first, again = (tess.post(path, key="same") for _ in range(2))
    assert first.body == again.body
    assert len(world.messages("reports")) == 1


def test_nobody_else_sees_a_printout_not_even_the_leader(world: World, process: str) -> None:
    name = make_printout(world, world.teacher("tess"), process)
    for other in (world.teacher("lena"), world.admin(), world.teacher("olga")):
        assert other.get(f"/v1/printouts/{name}").code == "printout_not_found"
        assert other.get(f"/v1/jobs/printout.{name}").code == "job_not_found"


def test_administrators_print_what_they_may_see_and_others_do_not_hear_of_it(
    world: World, process: str
) -> None:
    path = f"/v1/processes/{process}/printouts"
    assert world.admin().post(path).status == 202
    assert world.teacher("olga").post(path).code == "process_not_found"
    assert world.teacher("tess").post("/v1/processes/nil/printouts").status == 404


def test_people_who_left_the_team_get_no_link(world: World, process: str) -> None:
    tess = world.teacher("tess")
    name = make_printout(world, tess, process)
    a_process_without(world, "tess")
    assert tess.get(f"/v1/printouts/{name}").code == "process_not_found"


def test_a_printout_is_gone_when_its_file_is(world: World, process: str) -> None:
    tess = world.teacher("tess")
    name = make_printout(world, tess, process)
    world.clock.set(NOON + KEPT)
    assert tess.get(f"/v1/printouts/{name}").code == "printout_not_found"


def test_every_link_leaves_the_audit_line_of_a_read(
    world: World, process: str, caplog: pytest.LogCaptureFixture
) -> None:
    tess = world.teacher("tess")
    name = make_printout(world, tess, process)
    tess.get(f"/v1/printouts/{name}")
    (line,) = [each for each in caplog.records if each.message == "read_of_students"]
    assert vars(line)["what"] == "printout"
    assert vars(line)["subject"] == process


def test_printing_is_no_change_of_the_process(world: World, process: str) -> None:
    before = of_process(world, process)
    make_printout(world, world.teacher("tess"), process)
    assert of_process(world, process) == before


def of_process(world: World, process: str) -> list[Any]:
    return [item for item in world.items() if item["pk"]["S"] == f"gb#PROCESS#{process}"]


def a_process_without(world: World, person: str) -> None:
    """Write the process anew, as it is when somebody has left the team."""
    for item in world.items():
        if "#PROCESS#" in item["pk"]["S"] or "#TEAM#" in item["pk"]["S"]:
            key = {name: item[name] for name in ("pk", "sk")}
            world.clients.dynamodb.delete_item(TableName=world.settings.table, Key=key)
    a_process(world, members=tuple({"mila"} - {person}))
