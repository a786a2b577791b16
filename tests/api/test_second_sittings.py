"""A test given twice has two keys: the messages when only one of them is corrected."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pytest

from chalicelib.processes.analytics.sentences import SCORED_APART
from tests.api.finishing import FinishedTeam
from tests.api.process_scene import expect_ok
from tests.support.world import Reply, World, WorldPerson


@pytest.fixture
def team(world: World) -> FinishedTeam:
    return world.scene(FinishedTeam)


def sitting_of(team: FinishedTeam) -> str:
    return str(team.read_process().body["post_test"]["assessment_id"])


def correct(team: FinishedTeam, assessment: str, by: WorldPerson | None = None) -> Reply:
    """Correct the points: drawing three quarters was worth eight points."""
    person, path = by or team.lena, f"/v1/assessments/{assessment}"
    drawing = expect_ok(person.get(f"{path}/items")).body["items"][2]["id"]
    body = {"items": [{"id": drawing, "points": "8"}]}
    reply = expect_ok(
        person.post(f"{path}/corrections", body, etag=expect_ok(person.get(path)).etag)
    )
    team.machinery.work()
    team.world.clock.forward(minutes=30)
    team.machinery.run()
    return reply


def list_also_correct(reply: Reply) -> list[Any]:
    return [(each["id"], each["link"]) for each in reply.body["also_correct"]]


def test_a_correction_names_the_other_sitting_and_the_other_way_round(team: FinishedTeam) -> None:
    sitting = sitting_of(team)
    first = correct(team, team.pre_test)
    assert list_also_correct(first) == [(sitting, f"/v1/assessments/{sitting}/corrections")]
    (also,) = first.body["also_correct"]
    assert also["title"] == "Fractions, before (post-test)"
    assert "Correct it in the same way" in also["message"]
    again = expect_ok(team.lena.get(first.headers["Location"]))
    assert list_also_correct(again) == list_also_correct(first)
    second = correct(team, sitting)
    assert [each for each, _ in list_also_correct(second)] == [team.pre_test]


def test_a_person_who_cannot_correct_the_other_test_reads_who_can(world: World) -> None:
    team = world.scene(FinishedTeam)
    path = f"/v1/assessments/{team.pre_test}"
    read = expect_ok(team.lena.get(path))
    expect_ok(team.lena.patch(path, {"visibility": "district"}, etag=read.etag))
    reply = correct(team, team.pre_test, team.dana)
    assert list_also_correct(reply) == [(sitting_of(team), None)]
    assert "Ask Lena Example to correct it" in reply.body["also_correct"][0]["message"]


def test_a_test_given_once_has_nothing_else_to_correct(world: World) -> None:
    team = world.scene(FinishedTeam, post_test=False)
    assert correct(team, team.pre_test).body["also_correct"] == []


def texts(team: FinishedTeam) -> list[str]:
    """Return what the report and each mail say."""
    place = f"reports/{team.process}/report.pdf"
    files, bucket = team.world.clients.s3, team.world.settings.files_bucket
    pdf = files.get_object(Bucket=bucket, Key=place)["Body"].read()
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    mails = [mail.get_body(("plain",)).get_content() for mail in team.machinery.texts()]
    return ["\n".join(page.extract_text() for page in pages), *mails]


def plain(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.mark.parametrize("corrected", ["pre", "post", "both", "none"])
def test_report_mail_and_figures_say_when_two_keys_are_compared(
    team: FinishedTeam, corrected: str
) -> None:
    sitting = sitting_of(team)
    for assessment, when in ((team.pre_test, "pre"), (sitting, "post")):
        if corrected in (when, "both"):
            correct(team, assessment)
    team.lock_and_settle()
    apart = corrected in ("pre", "post")
    assert team.whole().process.scored_apart is apart
    said = [SCORED_APART in plain(text) for text in texts(team)]
    assert len(said) == 3
    assert set(said) == {apart}
    notes = expect_ok(team.mia.get(f"{team.path}/comparison")).body["notes"]
    assert (notes.count(SCORED_APART), len(notes)) == (apart, 2 + apart)
    words = expect_ok(team.olga.get(f"/v1/library/{team.process}")).body["notes"]
    assert (SCORED_APART in words) is apart


def test_the_locked_head_and_the_report_name_the_tests_as_they_are_by_then(
    team: FinishedTeam,
) -> None:
    path = f"/v1/assessments/{team.pre_test}"
    expect_ok(team.lena.patch(path, {"title": "Fractions, anew"}, etag=team.lena.get(path).etag))
    correct(team, team.pre_test)
    team.lock_and_settle()
    pre = expect_ok(team.mia.get(team.path)).body["pre_test"]
    assert (pre["title"], pre["points"]) == ("Fractions, anew", "10")
    for text in texts(team):
        assert "Fractions, anew, 10 points" in plain(text)
    (entry,) = expect_ok(team.olga.get("/v1/library?text=anew")).body["items"]
    assert entry["test_titles"][0] == "Fractions, anew"
