"""An earlier release's data stays available in this one, and keeps its meaning."""

from __future__ import annotations

from datetime import UTC, datetime

import pypdfium2

from chalicelib import wiring
from chalicelib.processes.analytics.editions import LATEST, Edition
from tests.api.test_rosters import apply_roster
from tests.support.clouds import WorldCloud
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, WorldPerson, token
from tests.upgrade.record import a_package
from tests.upgrade.stack import EarlierStack

SCREENS = {
    "dana": (
        "/v1/district",
        "/v1/schools",
        "/v1/people",
        "/v1/classes?course_id=math3",
        "/v1/classes/k3",
        "/v1/roster",
        "/v1/roster-imports",
        "/v1/roster-imports/{roster_import}",
        "/v1/assessments",
        "/v1/assessments/{assessment}/matches",
        "/v1/assessments/{assessment}/matches/north",
        "/v1/trackers?school_id=north",
        "/v1/distributions",
        "/v1/distributions/{delivered}",
        "/v1/distributions/{delivered}/receipts",
        "/v1/distributions/{delivered}/emails",
        "/v1/distributions/{delivered}/results",
        "/v1/distributions/{delivered}/results/schools",
        "/v1/distributions/{scheduled}",
        "/v1/distributions/{cancelled}",
        "/v1/processes",
        "/v1/processes/{locked}",
        "/v1/processes/{open}",
        "/v1/library",
        "/v1/teams/{team}",
    ),
    "tess": (
        "/v1/classes",
        "/v1/trackers",
        "/v1/trackers/{tracker_k3}",
        "/v1/trackers/{tracker_k3}/students",
        "/v1/trackers/{tracker_k3}/mastery",
        "/v1/trackers/{tracker_k3}/sheets/{assessment}",
        "/v1/teams/{team}/processes",
        "/v1/processes/{open}",
        "/v1/processes/{open}/activations",
        "/v1/processes/{open}/collection",
        "/v1/processes/{open}/comparison",
        "/v1/processes/{open}/comparison/students",
        "/v1/processes/{open}/goals",
        "/v1/processes/{open}/goals/k3",
        "/v1/processes/{locked}/growth",
        "/v1/processes/{locked}/comparison",
    ),
}


def test_every_screen_of_an_earlier_stack_opens(stack: EarlierStack) -> None:
    refused = {}
    for name, screens in SCREENS.items():
        person = stack.person(name)
        for template in screens:
            reply = person.get(stack.path(template))
            if reply.status != 200:
                refused[f"{name} {template}"] = (reply.status, reply.body)
    assert not refused


def test_a_student_stored_as_absent_with_answers_is_shown_so_until_somebody_decides(
    stack: EarlierStack,
) -> None:
    sheet, tess = stack.path("/v1/trackers/{tracker_k3}/sheets/{assessment}"), stack.person("tess")
    before = tess.get(sheet)
    shown = {each["student_id"]: each for each in before.body["students"]}["k3s4"]
    assert (shown["status"], shown["uncounted_cell_count"], shown["percent"]) == ("absent", 2, None)
    assert before.body["counts"]["absent"] == 2
    change = {"students": [{"student_id": "k3s4", "scores": [{"item_id": 3, "points": "2"}]}]}
    decided = tess.patch(sheet, change, etag=before.etag).body
    assert decided["made_present_student_ids"] == ["k3s4"]
    shown = {each["student_id"]: each for each in decided["students"]}["k3s4"]
    assert (shown["status"], shown["uncounted_cell_count"], shown["percent"]) == (
        "present",
        0,
        100.0,
    )


def test_a_student_entered_in_part_has_no_level_in_what_was_stored(stack: EarlierStack) -> None:
    path = stack.path("/v1/trackers/{tracker_k3}/sheets/{assessment}")
    sheet = stack.person("tess").get(path).body
    shown = {each["student_id"]: each for each in sheet["students"]}["k3s2"]
    assert (shown["so_far"], shown["level"]) == (True, None)
    assert sheet["average"] == 75.0  # of the two who are whole


def test_a_distribution_that_was_canceled_is_pending_nowhere(stack: EarlierStack) -> None:
    shown = stack.person("dana").get(stack.path("/v1/distributions/{cancelled}")).body
    assert shown["counts"]["pending"] == 0
    assert shown["counts"]["canceled"] == shown["counts"]["total"] == 3


def test_the_stack_continues_automatically_and_locked_processes_stay_as_they_were(
    stack: EarlierStack,
) -> None:
    machinery, tess = Machinery(stack.world), stack.person("tess")
    path = stack.path("/v1/processes/{locked}")
    before = tess.get(path).body
    numbers = [tess.get(f"{path}/{what}").body for what in ("comparison", "growth", "collection")]
    stack.world.clock.set(datetime(2026, 12, 1, 14, 1, tzinfo=UTC))
    machinery.run()
    scheduled = stack.person("dana").get(stack.path("/v1/distributions/{scheduled}")).body
    assert (scheduled["state"], scheduled["counts"]["delivered"]) == ("delivered", 3)
    assert tess.get(path).body == before
    after = [tess.get(f"{path}/{what}").body for what in ("comparison", "growth", "collection")]
    assert after == numbers
    bucket = stack.world.settings.files_bucket
    for key, body in stack.files.items():
        if key.startswith("reports/"):
            kept = stack.world.clients.s3.get_object(Bucket=bucket, Key=key)["Body"].read()
            assert kept == body, key


def test_accounts_of_an_earlier_stack_are_their_holders(stack: EarlierStack) -> None:
    assert stack.person("tess").get("/v1/me").body["person_id"] == "tess"
    other = WorldPerson(f"Bearer {token('tess@example.org', sub='made-by-hand')}")
    assert other.get("/v1/me").status == 403


def test_an_account_with_another_address_than_the_rosters_waits_for_an_invitation(
    cloud: WorldCloud,
) -> None:
    """The name may have been used again: the pool's address is a former person's."""
    made = EarlierStack(cloud, "0.3.0")
    wiring.use(made.world.services)
    made.world.clients.cognito.admin_update_user_attributes(
        UserPoolId=made.world.settings.user_pool,
        Username="tess@example.org",
        UserAttributes=[{"Name": "email", "Value": "former@example.org"}],
    )
    made.update()
    assert made.person("tess").get("/v1/me").status == 403
    assert made.person("theo").get("/v1/me").status == 200
    invited = made.person("dana").post("/v1/people/tess/invitation")
    assert (invited.status, invited.body["resent"]) == (200, False)


def test_a_locked_process_keeps_the_numbers_of_its_report(stack: EarlierStack) -> None:
    locked, items = stack.names["locked"], stack.world.services.process_items
    kept, running = items.open(DISTRICT, locked), items.open(DISTRICT, stack.names["open"])
    assert kept is not None
    assert running is not None
    assert (kept.process.rules, running.process.rules) == (Edition.BY_CLASS, LATEST)
    paper = pypdfium2.PdfDocument(stack.files[f"reports/{locked}/report.pdf"])
    pages = " ".join(page.get_textpage().get_text_range() for page in paper)
    words = " ".join(pages.split()).replace(" %", "%")  # as they wrote it
    said_then = "That is {} of what there was left to gain."
    growth = stack.person("tess").get(f"/v1/processes/{locked}/growth").body["team"]
    average, _, gain = growth["message"].partition(" That is ")
    assert f"{average} {said_then.format(gain.partition(' ')[0])}" in words
    assert growth["goal_message"] == (
        "Goal met: 80.0% (4 of 5) scored Meets or above; the goal was 40.0% (2 of 5)."
    ), "of the one class whose goal was saved"


def test_the_same_package_again_brings_its_dates_into_a_stack_that_kept_none(
    stack: EarlierStack,
) -> None:
    tess, dana = stack.person("tess"), stack.person("dana")
    students = {
        name: [each["id"] for each in tess.get(f"/v1/classes/{name}").body["students"]]
        for name in ("k1", "k3")
    }
    assert students["k1"] == ["ada", "ben"]
    assert {"ben", "k3s5"} < set(students["k3"]), "0.3.0 kept no dates: everybody stays in"
    assert apply_roster(stack.world, dana, a_package()).body["state"] == "applied"
    lists = (
        "/v1/classes",
        "/v1/classes?school_id=north",
        "/v1/classes?course_id=math3&school_id=north",
    )
    for person, query in ((tess, lists[0]), (dana, lists[1]), (dana, lists[2])):
        rows = {each["id"]: each["student_count"] for each in person.get(query).body["items"]}
        assert (rows["k1"], rows["k3"]) == (1, 6), query
    for name, here in (("k1", ["ada"]), ("k3", ["ben", *(f"k3s{n}" for n in range(5))])):
        shown = tess.get(f"/v1/classes/{name}").body["students"]
        assert [each["id"] for each in shown] == here
        path = stack.path(f"/v1/trackers/{{tracker_{name}}}/students")
        assert [each["id"] for each in tess.get(path).body["items"]] == here
    path = stack.path("/v1/processes/{open}/collection?test=pre")
    row = next(each for each in tess.get(path).body["classes"] if each["class_id"] == "k3")
    assert (row["student_count"], row["tested"], row["not_entered"]) == (6, 5, 1), "ben alone"
    again = apply_roster(stack.world, dana, a_package()).body
    assert (again["state"], again["total"]) == ("applied", 0)
