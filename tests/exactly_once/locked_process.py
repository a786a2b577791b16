"""A data team whose leader finishes, the administrators who get email, and how it must end."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any

from chalicelib.acts import Role
from chalicelib.processes.moves import ProcessState
from chalicelib.processes.reporting.model import pending
from chalicelib.processes.repository import read_report
from chalicelib.rosters.model import Person, RoleAt
from chalicelib.storage import keys
from chalicelib.storage.attributes import Item, decode_item
from chalicelib.storage.conditions import Put
from tests.exactly_once.classroom import ask
from tests.exactly_once.data_team import (
    OTHER,
    SOUTH,
    UNIT,
    a_data_team,
    activate,
    count_audited,
    enter,
    head,
    is_active,
    is_in,
    is_sealed,
    there,
)
from tests.exactly_once.district import our_table
from tests.exactly_once.stack import DISTRICT, Cloud, Stack
from tests.support.corrected import a_class_with_tracker
from tests.support.sheets import a_class, entering, student

ADMINISTRATORS = ("dana", "drew")
OF_SCHOOLS = {"nora": "north", "saul": "south", "sid": "south"}
"""Administrators of one school each."""
ADA = entering(student("ada", one="A", two=["A", "B"], three=2, four=3))
"""A complete result."""
FOUR = ("cy", "dan", "eve", "fay")
FIVE = entering(*ADA["students"], *(ADA["students"][0] | {"student_id": each} for each in FOUR))
"""As many as there is something to draw of."""
BOB = entering(student("bob", one="B", four=2))
FILES = ("report.pdf", "levels.png")
"""Without a post-test, nobody moved."""


def a_team_at_its_end() -> Cloud:
    """Two classes in two processes, each with results, and two administrators."""
    cloud = a_data_team(("d0",))
    our_table(cloud).commit(a_class(DISTRICT, ("ada", "bob", *FOUR)))
    stack = Stack(cloud)
    for name, board in (("c1", "BOARD"), ("d0", "d0")):
        for process in (UNIT, OTHER):
            assert activate(stack, "tess", name, process).status == 201
        enter(stack, FIVE if name == "c1" else ADA, 2, board=board)
    our_table(cloud).commit([_administrator(name) for name in ADMINISTRATORS])
    return cloud


def a_team_of_two_schools_at_its_end() -> Cloud:
    """Return a class at each school, administrators of the district and of each school alone."""
    cloud = a_data_team((SOUTH,))
    students = ("ada", *FOUR)
    our_table(cloud).commit(a_class(DISTRICT, students))
    south = a_class_with_tracker(DISTRICT, SOUTH, school="south", students=students)
    our_table(cloud).commit(south[:1])
    stack = Stack(cloud)
    for name, board in (("c1", "BOARD"), (SOUTH, SOUTH)):
        assert activate(stack, "tess", name).status == 201
        enter(stack, FIVE, 1, board=board)
    admins = [_administrator(name) for name in ADMINISTRATORS]
    admins += [_administrator(name, Role.SCHOOL_ADMIN, at) for name, at in OF_SCHOOLS.items()]
    our_table(cloud).commit(admins)
    return cloud


def _administrator(name: str, role: Role = Role.DISTRICT_ADMIN, school: str = "office") -> Put:
    person = Person(
        id=name,
        username=f"{name}@example.org",
        given=name.title(),
        family="Example",
        email=f"{name}@example.org",
        roles=(RoleAt(role=role, school=school),),
    )
    listed = {"list_pk": keys.staff(DISTRICT), "list_sk": name}
    return Put(keys.person(DISTRICT, name), {"doc": person.model_dump_json(), **listed})


# -- what people do ------------------------------------------------------------------------------


def lock(stack: Stack, key: str = "lock") -> None:
    """As the leader, with patience."""
    version = head(stack).version
    unwritten = {"analyze": 0, "goals": 0, "strategies": 0, "reflect": 0}
    body = {"without_post_test": True, "page_versions": unwritten}
    path = f"/v1/processes/{UNIT}/lock"
    reply = ask(stack, "tess", "POST", path, body, key=key, version=version)
    assert reply.status == 202, reply


def lock_and_enter(stack: Stack) -> None:
    """A colleague saves while the classes are being closed."""
    lock(stack)
    enter(stack, BOB, 3, board="d0")


# -- how it must end -------------------------------------------------------------------------------


def check_finished(stack: Stack) -> None:
    """Locked once; the report is there and is what it says; one mail each; nothing is left."""
    assert head(stack).state == ProcessState.LOCKED
    assert count_audited(stack, "lock_process") == 1
    for name in ("c1", "d0"):
        is_sealed(stack, name)
        is_active(stack, name, OTHER)
        assert is_in(stack, "ada", name)
    _report_is_there(stack)
    _each_is_told_once(stack)
    assert not [item for item in _items(stack) if item["pk"] == f"{DISTRICT}#DUE"]
    for queue in ("jobs", "reports", "mail"):
        assert not stack.cloud.queues.dead(queue), queue


def check_finished_with_entered(stack: Stack) -> None:
    """The save is on the sheet; in the process it is, or the class was closed before."""
    check_finished(stack)
    sheet = there(stack, "d0").sheet
    assert sheet.by_student["bob"].cells[0] == "B"
    assert is_in(stack, "bob", "d0", OTHER)


def check_finished_for_schools(stack: Stack) -> None:
    """Everybody gets one mail with its chart: a school's administrators that of their part."""
    assert head(stack).state == ProcessState.LOCKED
    _report_is_there(stack)
    recipients = Counter(address for mail in stack.cloud.ses.sent for address in mail.recipients)
    assert recipients == {f"{name}@example.org": 1 for name in (*ADMINISTRATORS, *OF_SCHOOLS)}, (
        recipients
    )
    parts = {}
    for mail in stack.cloud.ses.sent:
        kinds = [part.get_content_type() for part in mail.message.walk()]
        assert kinds.count("image/png") == 1
        (address,) = mail.recipients
        body: Any = mail.message.get_body(("plain",))
        said = body.get_content()
        own = [each for each in ("north", "south") if f"{each}: all classes" in said]
        parts[address.partition("@")[0]] = own
    of_schools = {name: [school] for name, school in OF_SCHOOLS.items()}
    assert parts == of_schools | {name: [] for name in ADMINISTRATORS}, parts
    assert not [item for item in _items(stack) if item["pk"] == f"{DISTRICT}#DUE"]
    for queue in ("jobs", "reports", "mail"):
        assert not stack.cloud.queues.dead(queue), queue


def _report_is_there(stack: Stack) -> None:
    (item,) = [item for item in _items(stack) if item["sk"] == "REPORT"]
    kept = pending(read_report(item))
    assert (kept.report.state, kept.due) == ("ready", "")
    files = {place: stored.body for (_, place), stored in stack.cloud.files.objects.items()}
    for name in FILES:
        assert f"reports/{UNIT}/{name}" in files
    pdf = files[kept.report.file]
    assert pdf.startswith(b"%PDF-")
    assert (len(pdf), hashlib.sha256(pdf).hexdigest()) == (kept.report.size, kept.report.digest)


def _each_is_told_once(stack: Stack) -> None:
    recipients = Counter(address for mail in stack.cloud.ses.sent for address in mail.recipients)
    assert recipients == {f"{name}@example.org": 1 for name in ADMINISTRATORS}, recipients
    for mail in stack.cloud.ses.sent:
        kinds = [part.get_content_type() for part in mail.message.walk()]
        assert kinds.count("image/png") == 1
        assert mail.message["Subject"] == "Mastery Process finished: Unit"


def _items(stack: Stack) -> list[Item]:
    return [decode_item(item) for item in stack.cloud.table.items()]
