"""A leader finishes a process: it is locked, its report is made, its administrators get email."""

from __future__ import annotations

import hashlib
import io
import json
from datetime import timedelta
from typing import Any

import pypdf
import pytest

from chalicelib.acts import Role
from chalicelib.clock import instant
from chalicelib.jobs.model import clock_time
from chalicelib.processes.moves import ProcessState
from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete, Put, Update
from tests.api.finishing import HOST, FinishedTeam, administrator
from tests.api.process_scene import TeamAtWork, expect_ok
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, World


@pytest.fixture
def team(world: World) -> FinishedTeam:
    return world.scene(FinishedTeam)


def read_stored_file(world: World, place: str) -> bytes:
    answer = world.clients.s3.get_object(Bucket=world.settings.files_bucket, Key=place)
    return bytes(answer["Body"].read())


CHICAGO = "America/Chicago"


def due(world: World) -> list[str]:
    return [item["sk"]["S"] for item in world.items() if item["pk"]["S"] == f"{DISTRICT}#DUE"]


def words(pdf: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return "\n".join(page.extract_text() for page in pages)


# -- the lock ------------------------------------------------------------------------------------


def test_a_leader_locks_it_and_everything_follows(team: FinishedTeam) -> None:
    reply = team.lock()
    assert (reply.status, reply.body["state"]) == (202, "locking")
    assert (reply.body["ended"]["ended_by_id"], reply.body["ended"]["ended_by_name"]) == (
        "lena",
        "Lena Example",
    )
    assert reply.headers["Location"] == f"http://{HOST}/v1/jobs/process-lock.{team.process}"
    team.machinery.work()
    opened = team.whole()
    assert opened.process.state == ProcessState.LOCKED
    assert all(row.sealed for row in opened.rows)
    assert opened.report is not None
    assert opened.report.state == "ready"
    assert due(team.world) == []
    assert team.machinery.mails() == ["dana@example.org", "sam@example.org"]


def test_the_report_is_a_pdf_of_just_that_size_and_digest(team: FinishedTeam) -> None:
    team.lock_and_settle()
    found = expect_ok(team.mia.get(f"{team.path}/report")).body
    pdf = read_stored_file(team.world, f"reports/{team.process}/report.pdf")
    assert pdf.startswith(b"%PDF-")
    assert found["size"] == len(pdf)
    assert found["digest"] == hashlib.sha256(pdf).hexdigest()
    assert found["file_name"] == "Unit 4 - Mastery Process.pdf"
    assert f"reports/{team.process}/report.pdf" in found["url"]


def test_the_report_says_what_the_team_found(team: FinishedTeam) -> None:
    team.lock_and_settle()
    text = words(read_stored_file(team.world, f"reports/{team.process}/report.pdf"))
    for said in (
        "Unit 4", "Grade 3 math", "North", "Lena Example", "Mia Example", "The floor line.",
        "Everybody places fractions on a line.", "3.FR.1", "Far Below",
        "Post-test not shown: fewer than 5 students", "Not shown: fewer than 5 students",
    ):  # fmt: skip
        assert said in text, said


def test_no_student_is_in_mail_or_report(team: FinishedTeam) -> None:
    team.lock_and_settle()
    texts = [words(read_stored_file(team.world, f"reports/{team.process}/report.pdf"))]
    for mail in team.machinery.texts():
        texts += [
            part.get_content() for part in mail.walk() if part.get_content_maintype() == "text"
        ]
    for text in texts:
        for student in (each for some in team.students.values() for each in some):
            assert f"Zimmer {student}" not in text
            assert student not in text
        assert "Ada" not in text


def test_the_mail_has_its_charts_and_leads_to_the_report(team: FinishedTeam) -> None:
    team.lock_and_settle()
    for mail in team.machinery.texts():
        pictures = [each for each in mail.walk() if each.get_content_type() == "image/png"]
        assert len(pictures) == 2
        assert mail["Subject"] == "Mastery Process finished: Unit 4"
        html = mail.get_body(("html",)).get_content()
        text = mail.get_body(("plain",)).get_content()
        link = f"http://{HOST}/console/reports/{team.process}"
        assert f'href="{link}"' in html
        assert link in text
        assert list(mail.iter_attachments()) == []
        assert "fell" in text or "rose" in text or "stayed" in text


def test_the_pdf_comes_along_where_the_district_says_so(team: FinishedTeam) -> None:
    read = team.dana.get("/v1/district")
    expect_ok(team.dana.patch("/v1/district", {"report_delivery": "attached"}, etag=read.etag))
    team.lock_and_settle()
    for mail in team.machinery.texts():
        (attached,) = mail.iter_attachments()
        assert attached.get_content() == read_stored_file(
            team.world, f"reports/{team.process}/report.pdf"
        )


def test_the_report_is_on_the_districts_paper(team: FinishedTeam) -> None:
    read = team.dana.get("/v1/district")
    expect_ok(team.dana.patch("/v1/district", {"paper": "a4"}, etag=read.etag))
    team.lock_and_settle()
    pdf = pypdf.PdfReader(
        io.BytesIO(read_stored_file(team.world, f"reports/{team.process}/report.pdf"))
    )
    assert round(float(pdf.pages[0].mediabox.height)) == 842


def test_the_same_process_makes_the_same_files(team: FinishedTeam) -> None:
    team.lock()
    records = team.world.messages("jobs")
    for record in records:
        team.machinery.take("jobs", record)
    (report,) = team.world.messages("reports")
    team.machinery.take("reports", report)
    places = [
        f"reports/{team.process}/{name}" for name in ("report.pdf", "levels.png", "movement.png")
    ]
    before = [read_stored_file(team.world, place) for place in places]
    state = team.whole().report
    key = keys.process_report(DISTRICT, team.process)
    (item,) = [i for i in team.world.items() if i["sk"]["S"] == "REPORT"]
    pending: dict[str, Any] = {"state": "pending", "due": "x", "doc": json.dumps(
        {**json.loads(item["doc"]["S"]), "due": "x"}
    )}  # fmt: skip
    team.world.services.table.commit([Put(key, pending)])
    team.machinery.take("reports", report)
    assert [read_stored_file(team.world, place) for place in places] == before
    again = team.whole().report
    assert state is not None
    assert again is not None
    assert (again.state, again.digest) == ("ready", state.digest)


def test_without_a_post_test_the_leader_says_so(world: World) -> None:
    team = world.scene(FinishedTeam, post_test=False)
    refused = team.lock()
    assert (refused.status, refused.code) == (422, "without_post_test")
    assert refused.body["errors"][0]["pointer"] == "/without_post_test"
    team.lock_and_settle(without_post_test=True)
    assert team.whole().process.state == ProcessState.LOCKED
    (told, _) = team.machinery.texts()
    assert "No post-test was given" in told.get_body(("plain",)).get_content()


def test_a_process_in_which_nothing_was_done_can_be_locked_too(world: World) -> None:
    team = world.scene(TeamAtWork)
    administrator(world, "dana", Role.DISTRICT_ADMIN)
    etag = team.read_process().etag
    expect_ok(team.lena.post(f"{team.path}/lock", {"without_post_test": True}, etag=etag))
    machinery = Machinery(world)
    machinery.work()
    assert machinery.mails() == ["dana@example.org"]
    assert "No student has a complete result" in str(
        machinery.texts()[0].get_body(("plain",)).get_content()
    )


# -- who may -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "status", "code"),
    [
        ("mia", 403, "not_for_team_members"),
        ("sam", 403, "not_for_team_administrators"),
        ("dana", 403, "not_for_team_administrators"),
        ("olga", 404, "process_not_found"),
        ("saul", 404, "process_not_found"),
    ],
)
def test_only_leaders_lock(team: FinishedTeam, who: str, status: int, code: str) -> None:
    refused = team.lock(getattr(team, who))
    assert (refused.status, refused.code) == (status, code)
    assert team.whole().process.state == ProcessState.POST_TEST


def test_a_lock_is_of_the_version_that_the_leader_saw(team: FinishedTeam) -> None:
    seen = team.read_process().etag
    expect_ok(team.lena.patch(team.path, {"name": "Unit 5"}, etag=seen))
    refused = team.lena.post(f"{team.path}/lock", {}, etag=seen)
    assert (refused.status, refused.code) == (412, "changed_meanwhile")


def test_a_lock_under_one_key_is_one_lock(team: FinishedTeam) -> None:
    etag = team.read_process().etag
    first = team.lena.post(f"{team.path}/lock", {}, "k", etag)
    again = team.lena.post(f"{team.path}/lock", {}, "k", etag)
    assert (first.status, again.status, again.body) == (202, 202, first.body)
    refused = team.lock()
    assert (refused.status, refused.code) == (409, "process_locked")


def test_team_and_administrators_get_the_report_and_nobody_else(team: FinishedTeam) -> None:
    team.lock_and_settle()
    path = f"{team.path}/report"
    allowed = {
        name: getattr(team, name).get(path).status for name in ("lena", "noah", "sam", "dana")
    }
    assert set(allowed.values()) == {200}, allowed
    assert [getattr(team, name).get(path).status for name in ("olga", "saul")] == [404, 404]
    assert team.world.nobody().get(path).status == 401


def test_a_report_that_is_not_ready_has_a_reason(team: FinishedTeam) -> None:
    path = f"{team.path}/report"
    unfinished = team.lena.get(path)
    assert (unfinished.status, unfinished.code) == (409, "process_not_finished")
    team.lock()
    waiting = team.lena.get(path)
    assert (waiting.status, waiting.code) == (409, "report_pending")


# -- how far it is -------------------------------------------------------------------------------


def test_the_job_says_how_far_it_is(team: FinishedTeam) -> None:
    job = f"/v1/jobs/process-lock.{team.process}"
    assert team.lena.get(job).status == 404
    team.lock()
    shown = expect_ok(team.mia.get(job)).body
    assert (shown["state"], shown["percent"], shown["counts"]) == (
        "running", 0, {"done": 0, "total": 2},
    )  # fmt: skip
    for record in team.world.messages("jobs"):
        team.machinery.take("jobs", record)
    shown = expect_ok(team.mia.get(job)).body
    assert (shown["state"], shown["percent"]) == ("running", 80)
    team.machinery.work()
    shown = expect_ok(team.sam.get(job)).body
    assert (shown["state"], shown["percent"]) == ("done", 100)
    assert shown["links"]["report"] == f"{team.path}/report"
    assert [getattr(team, name).get(job).status for name in ("olga", "saul")] == [404, 404]


def test_a_lost_message_costs_minutes_and_nothing_else(team: FinishedTeam) -> None:
    team.lock()
    team.world.messages("jobs")
    team.world.clock.forward(minutes=7)
    team.machinery.tick()
    for record in team.world.messages("jobs"):
        team.machinery.take("jobs", record)
    team.world.messages("reports")
    team.world.clock.forward(minutes=4)
    team.machinery.run()
    assert team.whole().process.state == ProcessState.LOCKED
    assert team.machinery.mails() == ["dana@example.org", "sam@example.org"]
    assert due(team.world) == []


def test_a_waiting_person_learns_when_a_lost_worker_is_replaced(team: FinishedTeam) -> None:
    job = f"/v1/jobs/process-lock.{team.process}"
    team.lock()
    team.world.messages("jobs")  # lost
    by = team.world.clock.now() + timedelta(seconds=90)
    shown = expect_ok(team.mia.get(job)).body
    assert shown["resumes_at"] == instant(by)
    text = f"If it is interrupted, it continues by {clock_time(instant(by), CHICAGO)}."
    assert shown["message"].endswith(text)
    team.world.clock.forward(seconds=90)
    team.machinery.tick()
    for record in team.world.messages("jobs"):
        team.machinery.take("jobs", record)
    team.world.messages("reports")  # lost, too
    by = team.world.clock.now() + timedelta(seconds=90)
    shown = expect_ok(team.mia.get(job)).body
    assert (shown["state"], shown["resumes_at"]) == ("running", instant(by))
    assert shown["message"].count("it continues by") == 1
    team.world.clock.forward(seconds=90)
    team.machinery.run()
    shown = expect_ok(team.mia.get(job)).body
    assert (shown["state"], shown["resumes_at"]) == ("done", None)


def test_a_lock_that_release_0_3_0_began_goes_on(team: FinishedTeam) -> None:
    """It left its due entry six minutes on, and nothing in the head says when."""
    team.lock()
    team.world.messages("jobs")
    now = team.world.clock.now()
    early, late = (
        keys.due(DISTRICT, instant(now + after), "process-lock", team.process)
        for after in (timedelta(seconds=30), timedelta(minutes=6))
    )
    team.world.services.table.commit([Delete(early), Put(late, {})])
    team.world.clock.forward(minutes=6)
    team.machinery.run()
    assert team.whole().process.state == ProcessState.LOCKED
    assert due(team.world) == []


def test_a_class_that_a_colleague_saves_at_that_moment_is_as_it_was(team: FinishedTeam) -> None:
    """Saves between the leader's act and the sealing are accepted; later ones are refused."""
    sheet = f"/v1/trackers/{team.trackers['c2']}/sheets"
    team.lock()
    assert team.whole().process.post is not None
    post = team.whole().process.post
    assert post is not None
    path = f"{sheet}/{post.assessment}"
    team.enter(team.mia, path, {"c2s4": ["B", True, "2"]})
    team.machinery.work()
    (row,) = [each for each in team.whole().rows if each.scores.school_class == "c2"]
    before = {score.student: score for score in row.scores.post or ()}
    assert str(before["c2s4"].share) == "1"
    team.enter(team.mia, path, {"c2s4": ["A", False, "0"]})
    (after,) = [each for each in team.whole().rows if each.scores.school_class == "c2"]
    assert after == row


# -- the recipients --------------------------------------------------------------------------------


def test_a_team_of_the_whole_district_tells_who_administers_it_or_a_school_with_a_class(
    world: World,
) -> None:
    team = world.scene(FinishedTeam)
    head = team.whole().process.model_copy(update={"school": ""})
    item = {**_raw(world, team), "doc": head.model_dump_json()}
    world.services.table.commit([Put(keys.process(DISTRICT, team.process), item)])
    team.lock_and_settle()
    assert team.machinery.mails() == ["dana@example.org", "sam@example.org"]  # saul has none


def _raw(world: World, team: FinishedTeam) -> dict[str, Any]:
    item = world.services.table.get(keys.process(DISTRICT, team.process))
    assert item is not None
    return {name: value for name, value in item.items() if name not in ("pk", "sk")}


def test_people_who_left_or_want_no_email_get_none(team: FinishedTeam) -> None:
    administrator(team.world, "gone", Role.DISTRICT_ADMIN, enabled=False)
    choice = f"/v1/people/{team.sam.id}/email-preference"
    expect_ok(
        team.sam.put(choice, {"subscribed": False}, etag=expect_ok(team.sam.get(choice)).etag)
    )
    team.lock_and_settle()
    assert team.machinery.mails() == ["dana@example.org"]
    states = {
        item["person"]["S"]: item["reason"]["S"]
        for item in team.world.items()
        if item["sk"]["S"].startswith("MAIL#")
    }
    assert states == {"dana": "", "gone": "person_disabled", "sam": "not_wanted"}


# -- the page ------------------------------------------------------------------------------------


def test_a_mail_of_an_earlier_release_still_leads_to_the_page(team: FinishedTeam) -> None:
    led = team.world.nobody().get(f"/v1/reports/{team.process}", Host=HOST)
    assert led.status == 302
    assert led.headers["Location"] == f"http://{HOST}/console/reports/{team.process}"


# -- a team of several schools ---------------------------------------------------------------------


def of_two_schools(team: FinishedTeam) -> None:
    """Let the team be the district's, and its second class be at the school south."""
    table = team.world.services.table
    for key, changes in (
        (keys.team(DISTRICT, team.team), {"school": ""}),
        (keys.process(DISTRICT, team.process), {"school": ""}),
        (keys.process_class(DISTRICT, team.process, "c2"), {"school": "south"}),
    ):
        item = table.get(key)
        assert item is not None
        doc = json.dumps(json.loads(item["doc"]) | changes)
        schools = {"schools": "north#south"} if key.sk == "HEAD" else {}
        table.commit([Update(key, {"doc": doc} | schools)])


def letters(team: FinishedTeam) -> dict[str, Any]:
    """Return what the mails say, by person."""
    found = [item for item in team.world.items() if item["pk"]["S"].startswith(f"{DISTRICT}#MAIL#")]
    return {item["person"]["S"]: json.loads(item["doc"]["S"]) for item in found}


def test_administrators_of_each_school_get_the_team_and_their_part(team: FinishedTeam) -> None:
    of_two_schools(team)
    team.lock_and_settle()
    assert team.machinery.mails() == [f"{each}@example.org" for each in ("dana", "sam", "saul")]
    recipients = letters(team)
    assert recipients["dana"]["part"] == []
    assert [each["name"] for each in recipients["dana"]["teachers"]] == [
        "Lena Example",
        "Mia Example",
    ]
    for person, school, teacher in (("sam", "North", "Lena"), ("saul", "South", "Mia")):
        said = recipients[person]
        assert [part.startswith(school) for part in said["part"]] == [True]
        assert (said["report"], said["link"]) == (None, "")
        assert [each["name"] for each in said["teachers"]] == [
            f"{said['part'][0]}: all classes", f"{teacher} Example",
        ]  # fmt: skip
        other = "Mia" if teacher == "Lena" else "Noah"
        assert f"{other} Example" not in json.dumps(said)
        if said["levels_chart"]:
            assert read_stored_file(team.world, said["levels_chart"]["file"])


def test_a_mail_of_a_part_says_what_its_reader_may_open(team: FinishedTeam) -> None:
    of_two_schools(team)
    team.lock_and_settle()
    assert team.saul.get(team.path).body["role"] == "school_administrator"
    assert team.saul.get(f"/v1/library/{team.process}").status == 200
    refused = team.saul.get(f"{team.path}/report")
    assert (refused.status, refused.code) == (403, "school_part_only")


# -- what the leader read --------------------------------------------------------------------------


def test_a_text_that_the_leader_has_not_read_is_not_locked(team: FinishedTeam) -> None:
    seen = {name: page["version"] for name, page in team.read_process().body["pages"].items()}
    path = f"{team.path}/pages/reflect"
    expect_ok(
        team.mia.patch(path, {"next_time": "Sooner"}, etag=expect_ok(team.mia.get(path)).etag)
    )
    refused = team.lock(page_versions=seen)
    assert (refused.status, refused.code) == (409, "pages_changed_meanwhile")
    assert [each["pointer"] for each in refused.body["errors"]] == ["/page_versions/reflect"]
    assert team.read_process().body["state"] == "post_test"
    assert team.lock(page_versions={**seen, "reflect": seen["reflect"] + 1}).status == 202


def test_a_page_begun_since_the_leader_looked_is_not_locked_either(team: FinishedTeam) -> None:
    assert team.read_process().body["pages"]["strategies"]["version"] == 0
    row = {"rows": [{"id": "a", "strategy": "Games"}]}
    expect_ok(team.mia.patch(f"{team.path}/pages/strategies", row, etag='"0"'))
    refused = team.lock(page_versions={"strategies": 0})
    assert refused.code == "pages_changed_meanwhile"
    assert [each["pointer"] for each in refused.body["errors"]] == ["/page_versions/strategies"]


def test_a_lock_that_names_no_page_locks_what_is_saved(team: FinishedTeam) -> None:
    assert team.lock(page_versions={"analyze": None}).status == 202
