"""Those who have not begun are reminded: who that is, once a day each, and what became of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from chalicelib.acts import Role
from chalicelib.rosters.model import RoleAt, Term
from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete, Put
from tests.api.process_scene import RIGHT, TeamAtWork, expect_ok
from tests.api.results_scene import Results
from tests.support import builders, classrooms
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, Reply, WorldPerson

DAY, TODAY = "2026-10-02", "2026-09-14"


class Reminding:
    """A distribution to three classes, in which nobody has begun, and its reminders."""

    def __init__(self, results: Results) -> None:
        self.results, self.machinery = results, Machinery(results.world)
        self.path = f"{results.path}/reminders"
        self.before = len(self.machinery.texts())

    def ask(self, **more: Any) -> Reply:
        reply = expect_ok(self.results.dana.post(self.path, **more))
        self.machinery.run()
        return reply

    def mails(self) -> list[Any]:
        """Every reminder that was sent."""
        return self.machinery.texts()[self.before :]

    def list_recipients(self) -> list[str]:
        return sorted(mail["To"] for mail in self.mails())

    def receipts(self, **query: str) -> dict[str, Any]:
        asked = "&".join(f"{name}={value}" for name, value in query.items())
        items = expect_ok(self.results.dana.get(f"{self.path}?{asked}")).body["items"]
        return {each["person_id"]: each for each in items}


@pytest.fixture
def reminding(results: Results) -> Reminding:
    return Reminding(results)


# -- of a distribution -----------------------------------------------------------------------------


def test_those_whose_classes_have_nothing_entered_get_one_mail_each(reminding: Reminding) -> None:
    reminding.results.enter("c1", RIGHT)
    asked = reminding.ask()
    assert asked.status == 202
    assert (asked.body["date"], asked.body["state"]) == (TODAY, "writing")
    assert asked.body["requested_by_name"] == "Dana Example"
    assert asked.headers["Location"] == f"/v1/jobs/reminder.{asked.body['id']}"
    assert reminding.list_recipients() == ["tess@example.org", "theo@example.org"]
    receipts = reminding.receipts()
    assert [c["name"] for c in receipts["tess"]["classes"]] == ["Math c2"], "c1 has begun"
    assert [c["name"] for c in receipts["theo"]["classes"]] == ["Math c3"]
    assert receipts["theo"]["person_name"] == "Theo Example"
    assert (receipts["theo"]["state"], receipts["theo"]["message"]) == ("sent", "It was sent.")
    job = expect_ok(reminding.results.dana.get(asked.headers["Location"])).body
    assert (job["state"], job["counts"]) == ("done", {"written": 2})


def test_each_person_gets_one_a_day_however_often_somebody_asks(reminding: Reminding) -> None:
    for _ in range(3):
        reminding.ask()
    assert reminding.list_recipients() == ["tess@example.org", "theo@example.org"]
    reminding.results.world.clock.forward(seconds=24 * 3600)
    reminding.ask()
    assert reminding.list_recipients() == ["tess@example.org"] * 2 + ["theo@example.org"] * 2
    days = {each["date"] for each in reminding.receipts().values()}
    assert days == {"2026-09-15"}, "the last day, unless another is asked for"
    assert {each["date"] for each in reminding.receipts(date=TODAY).values()} == {TODAY}
    assert reminding.receipts(date="2026-09-13") == {}


def test_a_repeat_under_the_same_key_asks_nothing_again_also_on_the_next_day(
    reminding: Reminding,
) -> None:
    first = reminding.ask(key="k")
    reminding.results.world.clock.forward(seconds=20 * 3600)
    again = reminding.ask(key="k")
    assert again.body == first.body
    assert len(reminding.mails()) == 2
    assert reminding.receipts(date="2026-09-15") == {}


def test_people_who_declined_email_get_none_and_the_receipt_says_so(reminding: Reminding) -> None:
    tess = reminding.results.people["tess"]
    choice = "/v1/people/tess/email-preference"
    expect_ok(tess.put(choice, {"subscribed": False}, etag=tess.get(choice).etag))
    reminding.ask()
    assert reminding.list_recipients() == ["theo@example.org"]
    receipt = reminding.receipts()["tess"]
    assert (receipt["state"], receipt["reason"]) == ("skipped", "not_wanted")
    assert receipt["message"] == "It was not sent. They chose not to get email."


def test_a_blocked_address_gets_none_and_the_receipt_says_so(reminding: Reminding) -> None:
    from chalicelib.mail.model import digest

    key = keys.address_block(DISTRICT, digest("theo@example.org"))
    reminding.results.world.services.table.commit([Put(key, {"reason": "hard_bounce"})])
    reminding.ask()
    assert reminding.list_recipients() == ["tess@example.org"]
    receipt = reminding.receipts()["theo"]
    assert (receipt["state"], receipt["reason"]) == ("skipped", "address_blocked")
    assert "bounced" in receipt["message"]


def test_when_all_have_begun_nobody_is_reminded(reminding: Reminding) -> None:
    for each in ("c1", "c2", "c3"):
        reminding.results.enter(each, RIGHT)
    asked = reminding.ask()
    assert reminding.list_recipients() == []
    job = expect_ok(reminding.results.dana.get(asked.headers["Location"])).body
    assert job["message"].startswith("Nobody is waiting to begin")
    assert reminding.receipts() == {}


def test_the_mail_has_the_day_and_the_sender(reminding: Reminding) -> None:
    results = reminding.results
    etag = results.dana.get(results.path).etag
    expect_ok(results.dana.patch(results.path, {"give_until_date": DAY}, etag=etag))
    reminding.ask()
    mail = next(m for m in reminding.mails() if m["To"] == "theo@example.org")
    assert mail["Subject"] == "Reminder: give by Friday, October 2, 2026: Check"
    text = mail.get_body(("plain",)).get_content()
    assert "Give it by: Friday, October 2, 2026" in text
    assert "Reminder from: Dana Example" in text
    assert "Math c3 (you are the teacher)" in text
    assert "It contains no student data." in text


def test_an_email_says_that_its_day_is_over(reminding: Reminding) -> None:
    results = reminding.results
    etag = results.dana.get(results.path).etag
    expect_ok(results.dana.patch(results.path, {"give_until_date": TODAY}, etag=etag))
    results.world.clock.forward(seconds=24 * 3600)
    reminding.ask()
    text = reminding.mails()[0].get_body(("plain",)).get_content()
    assert "It was due by: Monday, September 14, 2026" in text
    assert reminding.mails()[0]["Subject"] == "Reminder: Check"


def test_a_recalled_one_reminds_nobody(reminding: Reminding) -> None:
    results = reminding.results
    expect_ok(results.dana.post(reminding.path))  # asked for, and not yet written
    etag = results.dana.get(results.path).etag
    expect_ok(results.dana.post(f"{results.path}/recall", {}, etag=etag))
    reminding.machinery.run()
    assert reminding.list_recipients() == []
    refused = results.dana.post(reminding.path)
    assert (refused.status, refused.body["code"]) == (409, "distribution_recalled")


def test_one_that_is_recalled_before_its_mails_go_out_sends_none_later(
    reminding: Reminding,
) -> None:
    results = reminding.results
    asked = expect_ok(results.dana.post(reminding.path))
    results.world.services.reminder_work.run({"kind": "reminder", "id": asked.body["id"]})
    etag = results.dana.get(results.path).etag
    expect_ok(results.dana.post(f"{results.path}/recall", {}, etag=etag))
    reminding.machinery.run()
    expect_ok(
        results.dana.post(f"{results.path}/restoration", etag=results.dana.get(results.path).etag)
    )
    reminding.machinery.run()
    assert reminding.list_recipients() == []
    assert {each["reason"] for each in reminding.receipts().values()} == {"recalled"}


def test_a_reminder_that_failed_on_its_day_is_not_sent_later(reminding: Reminding) -> None:
    """As when the day's quota is used up: on the next day they may have begun, or be reminded."""
    results = reminding.results
    asked = expect_ok(results.dana.post(reminding.path))
    results.world.services.reminder_work.run({"kind": "reminder", "id": asked.body["id"]})
    results.world.clock.forward(days=1)
    reminding.ask()
    assert reminding.list_recipients() == ["tess@example.org", "theo@example.org"], (
        "once, of the day after"
    )
    before = reminding.receipts(date=TODAY)
    assert {each["reason"] for each in before.values()} == {"day_over"}
    said = {each["message"] for each in before.values()}
    assert said == {"It was not sent. It could not be sent on the day of the reminder."}


def test_one_that_nobody_has_yet_reminds_nobody(results: Results) -> None:
    start = {"option": "schedule", "start_date": "2026-09-15", "start_time": "08:00"}
    body = {"assessment_id": results.an_assessment(), "selection": {"whole_district": True}}
    made = expect_ok(results.dana.post("/v1/distributions", {**body, "start": start})).body
    refused = results.dana.post(f"/v1/distributions/{made['id']}/reminders")
    assert (refused.status, refused.body["code"]) == (409, "nobody_has_it")
    assert results.dana.post("/v1/distributions/none/reminders").status == 404
    assert results.dana.get("/v1/distributions/none/reminders").status == 404


def test_only_district_administrators_remind_of_a_distribution(results: Results) -> None:
    for person in (results.sam, results.people["tess"]):
        assert person.post(f"{results.path}/reminders").status == 403
        assert person.get(f"{results.path}/reminders").status == 403


# -- of a test of a process ------------------------------------------------------------------------


class TeamReminding:
    """Do what a leader does who wants everybody to begin."""

    def __init__(self, team: TeamAtWork) -> None:
        self.team, self.machinery = team, Machinery(team.world)
        self.path = f"{team.path}/reminders"

    def ask(self, person: WorldPerson | None = None, test: str = "pre") -> Reply:
        reply = (person or self.team.lena).post(self.path, {"test": test})
        self.machinery.run()
        return reply

    def list_recipients(self) -> list[str]:
        return sorted(mail["To"] for mail in self.machinery.texts())

    def receipts(self) -> dict[str, Any]:
        items = expect_ok(self.team.lena.get(self.path)).body["items"]
        return {each["person_id"]: each for each in items}

    def activate(self, person: WorldPerson, class_id: str, **more: Any) -> str:
        body = {"test": "pre", "class_id": class_id, **more}
        made = expect_ok(person.post(f"{self.team.path}/activations", body))
        return str(made.body["sheet"])


@pytest.fixture
def reminding_team(team: TeamAtWork) -> TeamReminding:
    return TeamReminding(team)


def test_a_leader_reminds_who_has_not_activated_or_not_begun(
    reminding_team: TeamReminding,
) -> None:
    team = reminding_team.team
    reminding_team.activate(team.lena, "c1", give_until_date=DAY)
    sheet = reminding_team.activate(team.mia, "c2")
    scores = [{"item_id": n, "response": each} for n, each in enumerate(RIGHT[:2], 1)]
    student = {"student_id": team.students["c2"][0], "scores": scores}
    expect_ok(team.mia.patch(sheet, {"students": [student]}, etag=team.mia.get(sheet).etag))
    assert reminding_team.ask().status == 202
    assert reminding_team.list_recipients() == ["lena@example.org", "noah@example.org"], (
        "mia has begun"
    )
    receipts = reminding_team.receipts()
    assert receipts["noah"]["to_activate"]
    assert [c["name"] for c in receipts["lena"]["classes"]] == ["Math 3 (c1)"]
    own = next(m for m in reminding_team.machinery.texts() if m["To"] == "lena@example.org")
    assert "Give it by: Friday, October 2, 2026" in own.get_body(("plain",)).get_content()


def test_people_who_teach_nothing_get_no_reminder_to_activate(
    reminding_team: TeamReminding,
) -> None:
    """A coach who leads has no class. The receipt of the mail names people who left the roster."""
    world = reminding_team.team.world
    coach = (RoleAt(role=Role.SCHOOL_ADMIN, school="north"),)
    builders.a_person(world, "lena", roles=coach)
    world.services.table.commit([Delete(keys.person(DISTRICT, "noah"))])
    reminding_team.ask()
    assert reminding_team.list_recipients() == ["mia@example.org"]
    receipts = reminding_team.receipts()
    assert {one: each["reason"] for one, each in receipts.items()} == {
        "mia": "",
        "noah": "no_such_person",
    }


def test_a_class_that_is_over_waits_for_nobody(reminding_team: TeamReminding) -> None:
    team = reminding_team.team
    reminding_team.activate(team.lena, "c1")
    reminding_team.activate(team.mia, "c2")
    over = Term(id="fall", title="Fall", starts=date(2026, 8, 1), ends=date(2026, 9, 13))
    classrooms.a_class(team.world, "c2", "mia", terms=(over,))
    reminding_team.ask()
    assert reminding_team.list_recipients() == ["lena@example.org", "noah@example.org"]


def test_a_team_is_reminded_once_a_day_each(reminding_team: TeamReminding) -> None:
    for person in (reminding_team.team.lena, reminding_team.team.dana, reminding_team.team.sam):
        assert reminding_team.ask(person).status == 202
    assert reminding_team.list_recipients() == [
        "lena@example.org",
        "mia@example.org",
        "noah@example.org",
    ]


def test_members_and_others_do_not_remind(reminding_team: TeamReminding) -> None:
    team = reminding_team.team
    for person, status in ((team.mia, 403), (team.olga, 404), (team.saul, 404)):
        assert reminding_team.ask(person).status == status
        assert person.get(reminding_team.path).status == status
    assert reminding_team.list_recipients() == []


def test_a_test_that_is_not_attached_reminds_nobody(reminding_team: TeamReminding) -> None:
    refused = reminding_team.ask(test="post")
    assert (refused.status, refused.body["code"]) == (409, "no_post_test")


def test_the_sender_sees_the_job_and_other_teachers_do_not(reminding_team: TeamReminding) -> None:
    team = reminding_team.team
    where = reminding_team.ask().headers["Location"]
    assert expect_ok(team.lena.get(where)).body["state"] == "done"
    assert expect_ok(team.dana.get(where)).body["counts"] == {"written": 3}
    assert team.mia.get(where).status == 404
    assert [reminding_team.ask(each).headers["Location"] for each in (team.sam, team.lena)] == [
        where,
        where,
    ]
    for person in (team.lena, team.sam):
        assert expect_ok(person.get(where)).body["state"] == "done", "whoever asked last"
