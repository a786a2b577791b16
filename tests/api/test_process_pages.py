"""The pages that a data team writes together, as its people meet them."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.processes.moves import ProcessState
from chalicelib.processes.pages.model import MOST_ASIDES
from chalicelib.storage import keys
from chalicelib.storage.conditions import Update
from tests.api.process_scene import TeamAtWork, expect_ok
from tests.support.world import DISTRICT, Reply, WorldPerson


def path(team: TeamAtWork, page: str = "analyze") -> str:
    return f"{team.path}/pages/{page}"


def save(
    team: TeamAtWork, person: WorldPerson, version: int, page: str = "analyze", **texts: Any
) -> Reply:
    return person.patch(path(team, page), texts, etag=f'"{version}"')


def look(
    team: TeamAtWork, page: str = "analyze", person: WorldPerson | None = None
) -> dict[str, Any]:
    body: dict[str, Any] = expect_ok((person or team.lena).get(path(team, page))).body
    return body


def end(team: TeamAtWork, state: ProcessState = ProcessState.LOCKED) -> None:
    """Have the process stand somewhere else, whatever led there."""
    key = keys.process(DISTRICT, team.process)
    head = team.world.services.process_items.head(DISTRICT, team.process)
    assert head is not None
    after = head.model_copy(update={"state": state})
    team.world.services.table.commit(
        [Update(key, {"state": state.value, "doc": after.model_dump_json()})]
    )


def read_begun_tests(team: TeamAtWork) -> frozenset[str]:
    head = team.world.services.process_items.head(DISTRICT, team.process)
    assert head is not None
    return head.begun


# -- writing together ------------------------------------------------------------------------------


def test_every_page_is_there_before_anybody_writes(team: TeamAtWork) -> None:
    fields = {
        page: list(look(team, page)["fields"])
        for page in ("analyze", "goals", "strategies", "reflect")
    }
    assert fields == {
        "analyze": ["strengths", "obstacles", "needs"],
        "goals": ["team_goal", "notes"],
        "strategies": [],
        "reflect": ["what_worked", "what_did_not_work", "next_time"],
    }
    assert (look(team)["version"], look(team)["allowed"]) == (0, ["save_page"])
    assert team.lena.get(path(team, "cover")).status == 404


def test_a_member_writes_and_everybody_sees_who_wrote_what(team: TeamAtWork) -> None:
    first = expect_ok(
        save(team, team.lena, 0, strengths="Number lines", needs=["Units", "", "Words"])
    )
    assert first.etag == '"1"'
    expect_ok(save(team, team.mia, 1, obstacles="分数 and كسور\r\nare words"))
    fields = look(team, person=team.noah)["fields"]
    assert {name: (each["value"], each["changed_by_id"]) for name, each in fields.items()} == {
        "strengths": ("Number lines", "lena"),
        "needs": (["Units", "Words"], "lena"),
        "obstacles": ("分数 and كسور\nare words", "mia"),
    }
    assert (fields["strengths"]["version"], fields["obstacles"]["version"]) == (1, 2)
    assert fields["obstacles"]["changed_by_name"] == "Mia Example"


def test_the_first_save_leaves_word_in_the_process_and_later_ones_none(team: TeamAtWork) -> None:
    before = team.world.services.process_items.head(DISTRICT, team.process)
    assert before is not None
    assert "analyze" not in read_begun_tests(team)
    expect_ok(save(team, team.lena, 0, strengths="One"))
    expect_ok(save(team, team.mia, 1, strengths="Two"))
    expect_ok(save(team, team.mia, 0, "reflect", what_worked="Much"))
    assert read_begun_tests(team) == before.begun | {"analyze", "reflect"}
    after = team.world.services.process_items.head(DISTRICT, team.process)
    assert after is not None
    assert after.version == before.version, "who renames it is not disturbed"


def test_an_edit_without_anything_new_changes_nothing(team: TeamAtWork) -> None:
    assert save(team, team.lena, 0, strengths=" ").body["version"] == 0
    expect_ok(save(team, team.lena, 0, strengths="One"))
    assert expect_ok(save(team, team.mia, 0, strengths="One")).body["version"] == 1


def test_a_repeat_under_a_key_is_answered_as_before(team: TeamAtWork) -> None:
    headers = {"If-Match": '"0"', "Idempotency-Key": "k1"}
    first = expect_ok(team.lena.send("PATCH", path(team), {"strengths": "One"}, headers))
    expect_ok(save(team, team.mia, 1, strengths="Two"))
    again = expect_ok(team.lena.send("PATCH", path(team), {"strengths": "One"}, headers))
    assert again.body == first.body
    assert look(team)["fields"]["strengths"]["value"] == "Two"


def test_strategies_are_added_changed_moved_and_taken_out(team: TeamAtWork) -> None:
    rows = [
        {"id": "a", "strategy": "Number talks", "levels": [1, 2], "responsible": "Lena"},
        {"id": "b", "strategy": "Exit tickets", "frequency": "Fridays", "duration": "4 weeks"},
    ]
    expect_ok(save(team, team.lena, 0, "strategies", rows=rows))
    changes = [{"id": "b", "order": 1, "evidence": "Tickets"}, {"id": "c", "levels": "all"}]
    expect_ok(save(team, team.mia, 1, "strategies", rows=changes))
    shown = look(team, "strategies")["rows"]
    assert [(row["order"], row["id"], row["levels"]["value"]) for row in shown] == [
        (1, "b", "all"), (2, "a", [1, 2]), (3, "c", "all"),
    ]  # fmt: skip
    assert (shown[0]["evidence"]["changed_by_id"], shown[0]["frequency"]["changed_by_id"]) == (
        "mia",
        "lena",
    )
    expect_ok(save(team, team.noah, 2, "strategies", rows=[{"id": "a", "remove": True}]))
    assert [row["id"] for row in look(team, "strategies")["rows"]] == ["b", "c"]


# -- meeting each other ----------------------------------------------------------------------------


def test_other_fields_of_a_stale_page_are_taken(team: TeamAtWork) -> None:
    expect_ok(save(team, team.lena, 0, strengths="Number lines"))
    expect_ok(save(team, team.mia, 0, obstacles="Units"))
    values = {name: each["value"] for name, each in look(team)["fields"].items()}
    assert values == {"strengths": "Number lines", "obstacles": "Units", "needs": []}


def test_a_conflict_shows_both_texts_and_keeps_the_refused_one(team: TeamAtWork) -> None:
    expect_ok(save(team, team.lena, 0, strengths="Number lines"))
    reply = save(team, team.mia, 0, strengths="Drawing", obstacles="Units")
    assert (reply.status, reply.code, reply.etag) == (409, "page_changed_meanwhile", '"1"')
    (conflict,) = reply.body["conflicts"]
    assert conflict | {"changed_at": ""} == {
        "field": "strengths", "row_id": None, "theirs": "Number lines", "yours": "Drawing",
        "changed_by_id": "lena", "changed_by_name": "Lena Example", "changed_by_you": False,
        "changed_at": "", "version": 1,
    }  # fmt: skip
    assert [each["pointer"] for each in reply.body["errors"]] == ["/strengths"]
    page = look(team)
    assert page["fields"]["strengths"]["value"] == "Number lines"
    assert page["fields"]["obstacles"]["value"] == "", "nothing of it was saved"
    (aside,) = page["conflicts"]
    assert aside["id"] == reply.body["kept_conflict"]["id"]
    assert (aside["written_by_id"], aside["base_version"]) == ("mia", 0)
    assert [(each["field"], each["value"]) for each in aside["texts"]] == [
        ("strengths", "Drawing"), ("obstacles", "Units"),
    ]  # fmt: skip


def test_the_same_refused_text_is_kept_once(team: TeamAtWork) -> None:
    expect_ok(save(team, team.lena, 0, strengths="Number lines"))
    for _ in range(3):
        assert save(team, team.mia, 0, strengths="Drawing").status == 409
    assert save(team, team.noah, 0, strengths="Drawing").status == 409
    assert sorted(each["written_by_id"] for each in look(team)["conflicts"]) == ["mia", "noah"]


def test_a_page_full_of_asides_loses_none_and_says_so(team: TeamAtWork) -> None:
    expect_ok(save(team, team.lena, 0, strengths="Number lines"))
    for n in range(MOST_ASIDES):
        team.world.clock.forward(seconds=1)
        assert save(team, team.mia, 0, strengths=f"Text {n}").body["kept_conflict"]
    reply = save(team, team.noah, 0, strengths="One more")
    assert (reply.status, reply.body.get("aside")) == (409, None)
    assert reply.body["unsaved"] == [{"field": "strengths", "row_id": None, "value": "One more"}]
    asides = look(team)["conflicts"]
    assert len(asides) == MOST_ASIDES
    assert reply.body["oldest_conflict"]["id"] == asides[0]["id"]
    assert asides[0]["texts"][0]["value"] == "Text 0"


def test_its_author_or_a_leader_removes_an_aside(team: TeamAtWork) -> None:
    expect_ok(save(team, team.lena, 0, strengths="Number lines"))
    for text in ("One", "Two"):
        assert save(team, team.mia, 0, strengths=text).status == 409
    one, two = (f"{path(team)}/conflicts/{each['id']}" for each in look(team)["conflicts"])
    assert team.noah.delete(one, etag='"1"').code == "not_your_text"
    assert team.mia.delete(one, etag='"2"').status == 412
    assert [each["can_remove"] for each in look(team, person=team.noah)["conflicts"]] == [False] * 2
    assert team.mia.delete(one, etag='"1"').status == 204
    assert team.lena.delete(two, etag='"1"').status == 204
    assert team.lena.delete(two, etag='"1"').status == 404
    assert look(team)["conflicts"] == []


def test_a_version_that_never_was_is_refused(team: TeamAtWork) -> None:
    assert save(team, team.lena, 3, strengths="One").status == 412


# -- what may not be -------------------------------------------------------------------------------


def test_a_page_lists_all_of_its_errors(team: TeamAtWork) -> None:
    rows = [{"id": "a", "levels": [5]}, {"id": "a", "responsible": "Mia"}]
    reply = save(team, team.lena, 0, "strategies", rows=rows, what_worked="Much")
    assert (reply.status, reply.code) == (422, "page_invalid")
    assert [each["pointer"] for each in reply.body["errors"]] == [
        "/what_worked", "/rows/1/id", "/rows/0/levels",
    ]  # fmt: skip
    long = save(team, team.lena, 0, strengths="x" * 10_001, needs=["a"] * 31)
    assert [each["pointer"] for each in long.body["errors"]] == ["/strengths", "/needs"]
    assert look(team, "strategies")["version"] == 0


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (ProcessState.LOCKING, "process_locked"),
        (ProcessState.LOCKED, "process_locked"),
        (ProcessState.DISCARDED, "process_not_found"),
    ],
)
def test_nothing_is_written_once_the_process_is_over(
    team: TeamAtWork, state: ProcessState, code: str
) -> None:
    expect_ok(save(team, team.lena, 0, strengths="Number lines"))
    assert save(team, team.mia, 0, strengths="Drawing").status == 409
    aside = f"{path(team)}/conflicts/{look(team)['conflicts'][0]['id']}"
    end(team, state)
    before = team.world.items()
    assert save(team, team.mia, 1, strengths="More").code == code
    assert save(team, team.mia, 0, strengths="Other").code == code, "nor beside it"
    assert save(team, team.mia, 0, "reflect", what_worked="Much").code == code
    assert team.mia.delete(aside, etag='"1"').code == code
    assert team.world.items() == before


def test_administrators_read_and_do_not_write_and_others_find_nothing(team: TeamAtWork) -> None:
    for person in (team.dana, team.sam):
        assert look(team, person=person)["allowed"] == []
        assert save(team, person, 0, strengths="One").code == "not_for_team_administrators"
    for person in (team.olga, team.saul):
        assert person.get(path(team)).status == 404
        assert save(team, person, 0, strengths="One").status == 404


# -- meeting oneself -------------------------------------------------------------------------------


def test_a_conflict_with_ones_own_text_names_oneself(team: TeamAtWork) -> None:
    expect_ok(save(team, team.lena, 0, strengths="Number lines"))
    reply = save(team, team.lena, 0, strengths="Number lines, drawn")
    assert (reply.status, reply.code) == (409, "page_changed_meanwhile")
    you = "You (in another window, at 12:00 PM) changed this"
    assert reply.body["detail"].startswith(f"{you} page after you opened it.")
    assert reply.body["errors"][0]["message"] == f"{you}."
    (conflict,) = reply.body["conflicts"]
    assert (conflict["changed_by_id"], conflict["changed_by_you"]) == ("lena", True)


@pytest.mark.parametrize("first", ["lena", "mia"])
def test_ones_own_text_is_distinct_from_a_colleagues(team: TeamAtWork, first: str) -> None:
    one, other = (team.lena, team.mia) if first == "lena" else (team.mia, team.lena)
    expect_ok(save(team, one, 0, strengths="Number lines"))
    expect_ok(save(team, other, 0, obstacles="Units"))
    reply = save(team, team.lena, 0, strengths="Drawing", obstacles="Words")
    who = "You (in another window, at 12:00 PM) and Mia Example changed this page"
    assert reply.body["detail"].startswith(who)
    own = [first == "lena", first == "mia"]
    assert [each["changed_by_you"] for each in reply.body["conflicts"]] == own


def test_ones_own_save_whose_answer_was_lost_is_no_conflict(team: TeamAtWork) -> None:
    expect_ok(save(team, team.lena, 0, strengths="Number lines"))
    assert expect_ok(save(team, team.lena, 0, strengths="Number lines")).body["version"] == 1
