"""The main job on the deployed stack: now, on schedule, with mail, over a restart."""

from __future__ import annotations

from datetime import datetime

from plumb.client import Client
from plumb.local.outbox import LocalOutbox
from plumb.tour.give import watch, watch_mails
from plumb.tour.proof import wait_for_proof
from tests.e2e.conftest import LoadedStack

THIRD_GRADE_MATH_CLASSES = 15


def test_distributed_now_it_is_in_every_matching_tracker(deployed: LoadedStack) -> None:
    done = watch(deployed.admin, deployed.now, lambda _: None)
    counts = done["counts"]
    assert (counts["delivered"], counts["total"]) == (THIRD_GRADE_MATH_CLASSES,) * 2
    assert sum(school["delivered"] for school in done["schools"]) == THIRD_GRADE_MATH_CLASSES


def test_the_teacher_sees_it_in_the_tracker_as_the_districts(deployed: LoadedStack) -> None:
    watch(deployed.admin, deployed.now, lambda _: None)
    teacher = deployed.as_teacher()
    titles = {}
    for row in teacher.items("/v1/trackers"):
        for held in teacher.get(f"/v1/trackers/{row['id']}")["assessments"]:
            titles[held["title"]] = held["source"]
    assert titles["Grade 3 Mathematics: Equal Groups Check"] == "district"


def test_counts_per_school_are_there_before_anything_is_distributed(deployed: LoadedStack) -> None:
    assessment = deployed.admin.get(f"/v1/distributions/{deployed.now}")["assessment_id"]
    schools = list(deployed.admin.items(f"/v1/assessments/{assessment}/matches"))
    able = {
        school["school_id"]: school["matching_count"] + school["existing_count"]
        for school in schools
    }
    assert sum(able.values()) == THIRD_GRADE_MATH_CLASSES
    with_trackers = [school for school in schools if school["tracker_count"]]
    assert len(with_trackers) == 8
    assert all(school["tracker_count"] > able[school["school_id"]] for school in with_trackers)


def test_a_teacher_cannot_distribute(teacher: Client) -> None:
    answer = teacher.http.post(
        f"{teacher.url}/v1/distributions",
        json={},
        headers={"Authorization": f"Bearer {teacher.token}"},
    )
    assert answer.status_code == 403
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_a_schedule_starts_automatically_and_nothing_is_lost_or_doubled(
    deployed: LoadedStack,
) -> None:
    both = (deployed.now, deployed.scheduled)
    for distribution in both:
        watch(deployed.admin, distribution, lambda _: None)
        watch_mails(deployed.admin, distribution, lambda _: None)
    address = {person.id: person.email for person in deployed.loader.district.people}
    proof = wait_for_proof(deployed.admin, both, address, deployed.up.outbox)
    assert proof.trackers == 2 * THIRD_GRADE_MATH_CLASSES
    assert (proof.lost, proof.doubled) == (0, 0)
    assert proof.mails >= 2 * len({c.school for c in deployed.loader.district.classes}) // 2


def test_the_scheduled_one_began_within_a_minute_of_its_time(deployed: LoadedStack) -> None:
    done = watch(deployed.admin, deployed.scheduled, lambda _: None)
    assert done["option"] == "schedule"
    late = _seconds(done["started_at"]) - _seconds(done["start"]["utc"])
    assert 0 <= late <= 60


def test_every_mail_has_a_text_and_an_html_part_and_names_no_student(deployed: LoadedStack) -> None:
    watch_mails(deployed.admin, deployed.now, lambda _: None)
    students = {p.name.family for p in deployed.loader.district.of_role("student")}
    staff = {p.name.family for p in deployed.loader.district.people if p.role != "student"}
    for mail in deployed.up.outbox.mails():
        text = mail.body("plain")
        assert text
        assert mail.body("html")
        assert not [name for name in students - staff if f" {name}" in text]


def test_the_outbox_page_lists_what_was_sent(deployed: LoadedStack) -> None:
    watch_mails(deployed.admin, deployed.now, lambda _: None)
    page = deployed.admin.http.get(deployed.up.stack.outbox)
    assert "Equal Groups Check" in page.text
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert "https://" not in page.text


def test_after_a_restart_everything_is_as_it_was(deployed: LoadedStack) -> None:
    watch(deployed.admin, deployed.now, lambda _: None)
    before = _picture(deployed.admin, deployed.now, deployed.up.outbox)
    deployed.up.cloud.stop()
    deployed.up.cloud.start()
    again = deployed.loader.client(deployed.loader.cast.admin.username)
    assert _picture(again, deployed.now, deployed.up.outbox) == before


def _picture(client: Client, distribution: str, outbox: LocalOutbox) -> object:
    receipts = list(client.items(f"/v1/distributions/{distribution}/receipts"))
    schools = list(client.items("/v1/schools"))
    return receipts, schools, client.get("/v1/me"), outbox.count()


def _seconds(instant: str) -> float:
    return datetime.fromisoformat(instant).timestamp()
