"""Is a process begun once, with exactly the tests that it shares, whatever fails on the way?"""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from chalicelib.assessments.model import Visibility
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from chalicelib.teams.model import Colleague, Team
from chalicelib.teams.repository import creation
from simulator.faults import Fault
from tests.exactly_once.classroom import ask
from tests.exactly_once.district import our_table
from tests.exactly_once.driver import Workload, survives
from tests.exactly_once.stack import DISTRICT, Cloud, Stack
from tests.exactly_once.team_district import acts, items
from tests.support import sheets
from tests.support.builders import an_attachment_item

STEPS: tuple[tuple[str, str, Any], ...] = (
    ("PUT", "/pre-test", {"assessment_id": "TEST"}),
    ("PUT", "/post-test", {"same": True}),
    ("PUT", "/post-test", {"copy": {"title": "After"}}),
    ("PUT", "/post-test", {"assessment_id": "TEST"}),
    ("PATCH", "", {"name": "Unit 4"}),
)
VERBS = ["set_post_test"] * 3 + ["set_pre_test", "create_process", "change_process"]


def a_leader_with_tests() -> Cloud:
    """Return a team of two, and two private tests of its leader's, one with a file."""
    cloud = Cloud()
    lena, tess = (Colleague(id=name, name=name.title()) for name in ("lena", "tess"))
    team = Team(id="T", name="Grade 3", leaders=(lena,), members=(tess,), created=sheets.WHEN)
    hidden: dict[str, Any] = {"creator": "lena", "visibility": Visibility.PRIVATE}
    our_table(cloud).commit(
        [
            *sheets.a_set(DISTRICT),
            *sheets.a_test(DISTRICT, sheets.a_header("TEST", **hidden)),
            *sheets.a_test(DISTRICT, sheets.a_header("OTHER", **hidden)),
            *a_file("TEST"),
            *creation(DISTRICT, team),
        ]
    )
    return cloud


def a_file(assessment: str) -> list[Put]:
    """Attach a document to print."""
    made, item = an_attachment_item(assessment, id="DOC", file="DOC")
    return [
        Put(keys.attachment(DISTRICT, assessment, made.id), item),
        Put(keys.attachment_file(DISTRICT, made.file), {"uses": 1}),
    ]


def attach_tests(stack: Stack, keyed: bool) -> None:
    """Begin a process, exchange its tests, rename it; each until an answer comes.

    Without a key, a client that repeats a lost request hears that the process has changed, and
    looks. The beginning always has a key: nothing else could distinguish a repeat from a second
    process.
    """
    body = {"name": "Unit", "pre_test": {"assessment_id": "OTHER"}}
    begun = ask(stack, "lena", "POST", "/v1/teams/T/processes", body, key="begin")
    assert begun.status == 201, begun
    path = f"/v1/processes/{begun.body['id']}"
    for version, (method, part, body) in enumerate(STEPS, 1):
        key = f"k{version}" if keyed else ""
        reply = ask(stack, "lena", method, path + part, body, version=version, key=key)
        assert reply.status == 200 or (not keyed and reply.status == 412), reply
        assert ask(stack, "lena", "GET", path).body["version"] == version + 1


def it_is_as_it_was_left(stack: Stack) -> None:
    kept = {(item["pk"], item["sk"]): item for item in items(stack)}
    (head,) = (item for (pk, sk), item in kept.items() if "#PROCESS#" in pk and sk == "HEAD")
    assert (head["state"], head["version"]) == ("post_test", 1 + len(STEPS))
    process = head["pk"].split("#")[2]
    opened = ask(stack, "tess", "GET", f"/v1/processes/{process}").body
    tests = {opened[each]["assessment_id"] for each in ("pre_test", "post_test")}
    of_team = [sk.split("#") for pk, sk in kept if pk == keys.team(DISTRICT, "T").pk]
    shared = {each[1] for each in of_team if each[0] == "TEST"}
    assert shared == tests, "what is attached is shared, and nothing else"
    assert opened["post_test"]["origin"] == "same"
    assert [each[1] for each in of_team if each[0] == "PROCESS"] == [process]
    made = [sk for pk, sk in kept if pk == keys.assessment_header(DISTRICT, "").pk]
    assert len(made) == 4, "two tests, a copy, and one second sitting"
    assert kept[keys.attachment_file(DISTRICT, "DOC")]["uses"] == 3
    assert acts(stack, *VERBS) == sorted(VERBS), "each once"
    for test in tests:
        assert ask(stack, "tess", "GET", f"/v1/assessments/{test}").status == 200


ATTACHED = {
    keyed: Workload(
        "tests attached",
        a_leader_with_tests,
        partial(attach_tests, keyed=keyed),
        it_is_as_it_was_left,
    )
    for keyed in (True, False)
}


@pytest.mark.parametrize("keyed", [True, False], ids=["keyed", "without a key"])
@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_a_process_shares_what_is_attached_whatever_fails(fault: Fault, keyed: bool) -> None:
    survives(ATTACHED[keyed], fault)
