"""A Mastery Process from its team's first day to its administrators' report, as the demo runs it.

Three teachers of the demonstration; the report is set by the function that has Typst in its layer.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from plumb.client import ApiProblem, Client
from plumb.local.outbox import LocalMail
from plumb.tour.cycle import Cycle, Worked
from plumb.tour.finish import Finished, Finisher
from plumb.tour.ledger import TourLedger
from plumb.tour.sitting import PRE, activate
from plumb.tour.team import Member
from tests.e2e.conftest import LoadedStack

PEOPLE = 3


@dataclass(frozen=True)
class CycleRun:
    """A team, a teacher who does not belong to it, and what came of its process."""

    deployed: LoadedStack
    members: list[Member]
    stranger: Client
    folder: Path
    worked: Worked
    ended: Finished

    @property
    def path(self) -> str:
        """Where the process is."""
        return f"/v1/processes/{self.worked.process}"

    @property
    def leader(self) -> Client:
        """Return the leader."""
        return self.members[0].client

    @property
    def students(self) -> list[dict[str, Any]]:
        """Everybody who sat for a test."""
        return list(self.leader.items(f"{self.path}/comparison/students"))


def run(deployed: LoadedStack, members: list[Member], folder: Path) -> tuple[Worked, Finished]:
    """Go through the whole process; again it finds everything done."""
    ledger, admin = TourLedger(folder / "process.json"), deployed.admin
    set_id = deployed.loader.ledger["sets"]["Mathematics 3"]
    worked = Cycle(admin, members, set_id, ledger, lambda *_: None).work()
    leader, member = members[0].client, members[-1].client
    finisher = Finisher(worked.process, leader, member, admin, ledger)
    return worked, finisher.finish(folder / "demo", deployed.up.outbox)


@pytest.fixture(scope="module")
def done(deployed: LoadedStack, tmp_path_factory: pytest.TempPathFactory) -> CycleRun:
    """Return a process that its team has finished."""
    folder = tmp_path_factory.mktemp("process")
    *members, other = deployed.loader.team()[: PEOPLE + 1]
    return CycleRun(deployed, members, other.client, folder, *run(deployed, members, folder))


def test_every_class_is_in_the_comparison(done: CycleRun) -> None:
    team, classes = done.ended.comparison["team"], done.ended.comparison["classes"]
    assert {each["class_id"] for each in classes} == {m.school_class.id for m in done.members}
    assert team["matched"]["post"]["student_count"] == sum(
        each["matched"]["post"]["student_count"] for each in classes
    )
    assert team["matched"]["change"]["points"] > 0


def test_absent_students_count_after_the_same_sheet_was_activated_again(done: CycleRun) -> None:
    tested = done.leader.get(f"{done.path}/collection", test=PRE)
    back, *others = (
        next(one for one in tested["classes"] if one["class_id"] == member.school_class.id)
        for member in done.members
    )
    assert (back["absent"], [each["absent"] for each in others]) == (0, [1, 1])


def test_nobody_overwrote_a_colleague(done: CycleRun) -> None:
    (conflict,) = done.worked.conflict["conflicts"]
    assert conflict["theirs"] != conflict["yours"]
    assert done.worked.conflict["code"] == "page_changed_meanwhile"


def test_the_report_is_a_tagged_pdf_behind_the_sign_in(done: CycleRun) -> None:
    content = done.ended.report.read_bytes()
    assert content.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in content
    link = done.deployed.admin.get(f"{done.path}/report")
    assert hashlib.sha256(content).hexdigest() == link["digest"]
    assert done.leader.http.get(f"{done.leader.url}{done.path}/report").status_code == 401
    with pytest.raises(ApiProblem) as refused:
        done.stranger.get(f"{done.path}/report")
    assert refused.value.status == 404


def test_each_administrator_has_one_mail_with_pictures_and_words(done: CycleRun) -> None:
    district = done.deployed.loader.district
    admins = sorted(person.email for person in district.of_role("districtAdministrator"))
    assert sorted(mail.to for mail in done.ended.mails) == admins
    for mail in done.ended.mails:
        kinds = [part.get_content_type() for part in mail.message.walk()]
        assert kinds == [
            "multipart/alternative", "text/plain",
            "multipart/related", "text/html", "image/png", "image/png",
        ]  # fmt: skip
        assert _pictures(mail) == _list_references(mail)
        assert all(alt.strip() for alt in re.findall(r'<img[^>]* alt="([^"]*)"', mail.body("html")))


def _pictures(mail: LocalMail) -> set[str]:
    images = [part for part in mail.message.walk() if part.get_content_maintype() == "image"]
    assert all(part.get_content().startswith(b"\x89PNG") for part in images)
    return {str(part["Content-ID"]).strip("<>") for part in images}


def _list_references(mail: LocalMail) -> set[str]:
    return set(re.findall(r'src="cid:([^"]+)"', mail.body("html")))


def test_no_mail_names_a_student(done: CycleRun) -> None:
    for mail in done.ended.mails:
        text = f"{mail.subject} {mail.body('plain')} {mail.body('html')}"
        assert not [
            each for each in done.students if f"{each['given_name']} {each['family_name']}" in text
        ]


def test_the_mail_leads_to_a_page_that_asks_to_sign_in(done: CycleRun) -> None:
    (link,) = set(re.findall(r"http\S+/console/reports/\w+", done.ended.mails[0].body("plain")))
    led = done.leader.http.get(link, follow_redirects=False)
    assert led.status_code == 302
    assert "/console/refresh?to=" in led.headers["Location"]
    assert done.ended.process["name"] not in led.text


def test_nothing_in_it_can_be_changed_any_more(done: CycleRun) -> None:
    leader = done.leader
    opened = leader.call("GET", done.path)
    before, etag = opened.body, opened.etag
    page, goal = (
        f"{done.path}/pages/reflect",
        f"{done.path}/goals/{before['classes'][0]['class_id']}",
    )
    tried: list[Callable[[], object]] = [
        lambda: leader.change("PATCH", done.path, {"name": "Another"}),
        lambda: leader.change("PUT", f"{done.path}/post-test", {"same": True}, etag=etag),
        lambda: leader.change("PATCH", page, {"what_worked": "Nothing."}),
        lambda: leader.change("PUT", goal, {"measure": "luck"}),
        lambda: leader.change("DELETE", done.path),
        lambda: leader.act(f"{done.path}/lock", done.path, {}),
        lambda: activate(done.worked.process, done.members[0], PRE),
    ]
    for one in tried:
        with pytest.raises(ApiProblem) as refused:
            one()
        assert refused.value.status == 409, refused.value.document
    assert leader.get(done.path) == before


def test_a_later_correction_of_a_sheet_moves_nothing_in_it(done: CycleRun) -> None:
    before, classes = done.leader.get(f"{done.path}/comparison"), done.ended.process["classes"]
    mine = done.members[0].school_class.id
    sheet = next(one["post_test"]["sheet"] for one in classes if one["class_id"] == mine)
    one = next(each for each in done.leader.get(sheet)["students"] if each["percent"])
    body = {"students": [{"student_id": one["student_id"], "status": "absent"}]}
    done.leader.change("PATCH", sheet, body)
    assert done.leader.get(f"{done.path}/comparison") == before


def test_the_library_has_what_the_team_wrote_and_no_student(done: CycleRun) -> None:
    assert done.ended.found
    book = json.dumps(done.deployed.admin.get(f"/v1/library/{done.worked.process}"))
    assert "floor line" in book
    assert not [each["student_id"] for each in done.students if each["student_id"] in book]


def test_the_next_process_begins_from_it_and_its_template_is_printed(done: CycleRun) -> None:
    team = done.ended.process["team_id"]
    newest = next(iter(done.leader.items(f"/v1/teams/{team}/processes")))
    assert newest["started_from_id"] == done.worked.process
    assert b"/StructTreeRoot" in done.ended.template.read_bytes()


def test_a_second_run_finds_it_all_done(done: CycleRun) -> None:
    worked, ended = run(done.deployed, done.members, done.folder)
    assert worked == done.worked
    assert ended.sentence() == done.ended.sentence()
    assert {mail.id for mail in ended.mails} == {mail.id for mail in done.ended.mails}
