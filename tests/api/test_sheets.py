"""A teacher opens a sheet, enters results, corrects them, and lists the sheets."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from typing import Any

import pytest

from chalicelib.assessments.items import ItemKind
from chalicelib.results.repository import SheetRepository
from chalicelib.rosters.model import Person as RosterPerson
from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete, Put, Update
from tests.support import sheets
from tests.support.sheets import entering, student
from tests.support.world import DISTRICT, Reply, World, WorldPerson

SHEET = "/v1/trackers/BOARD/sheets/TEST"
WHOLE: dict[str, Any] = {"one": "A", "two": "AB", "three": "2", "four": {"points": 4}}
"""Everything right: eight points."""


def prepare_tess(world: World) -> WorldPerson:
    """Return the teacher of a class of three, whose tracker holds a test of four items."""
    commit(
        world,
        *sheets.a_class(DISTRICT),
        *sheets.a_test(
            DISTRICT, sheets.a_header(), forms={"B": [("two", ("A",)), ("one", ("C",))]}
        ),
        *sheets.a_tracker(DISTRICT, "TEST"),
    )
    return world.teacher("tess", "north")


@pytest.fixture
def tess(world: World) -> WorldPerson:
    return world.scene(prepare_tess)


def commit(world: World, *writes: Any) -> None:
    world.services.table.commit(writes)


def enter(person: WorldPerson, *students: dict[str, Any], version: int, **more: Any) -> Reply:
    return person.patch(SHEET, entering(*students, **more), etag=f'"{version}"')


def seats(reply: Reply) -> dict[str, Any]:
    assert reply.status == 200, reply.body
    return {seat["student_id"]: seat for seat in reply.body["students"]}


def codes(reply: Reply) -> list[tuple[str, str]]:
    return [(each["pointer"], each["code"]) for each in reply.body["errors"]]


# -- opening -------------------------------------------------------------------------------------


def test_a_sheet_that_nobody_has_begun_shows_the_class_and_the_items(tess: WorldPerson) -> None:
    reply = tess.get(SHEET)
    shown, levels = reply.body, reply.body["levels"]
    assert (reply.etag, shown["version"], shown["state"]) == ('"0"', 0, "not_started")
    assert [seat["family_name"] for seat in shown["students"]] == ["Ada", "Bob", "Cy"]
    assert all(seat["cells"] == [None] * 4 for seat in shown["students"])
    assert shown["items"][1] == {
        "id": "two",
        "number": 2,
        "kind": "multiple_choice",
        "prompt": "All that are whole?",
        "points": "1",
        "choice_count": 4,
        "standards": ["3.NB.1", "3.NB.2"],
    }
    told = [(level["level"], level["name"], level["lower"], level["meets"]) for level in levels]
    assert told == [
        (1, "Remediation", "0", False),
        (2, "Near Mastery", "50", False),
        (3, "Mastery", "80", True),
    ]
    assert [level["percent"] for level in levels] == [None] * 3
    assert shown["counts"]["not_started"] == 3
    assert shown["given_date"] is None
    assert shown["allowed"] == ["enter"]


def test_an_assessment_outside_the_tracker_has_no_sheet(tess: WorldPerson) -> None:
    assert tess.get("/v1/trackers/BOARD/sheets/OTHER").code == "assessment_not_found"


# -- entering ------------------------------------------------------------------------------------


def test_responses_are_scored(tess: WorldPerson) -> None:
    reply = enter(tess, student("ada", **WHOLE), student("bob", one="b", two="A, C"), version=0)
    assert reply.etag == '"1"'
    ada, bob, cy = seats(reply).values()
    assert (ada["earned"], ada["possible"], ada["percent"], ada["level"]) == ("8", "8", 100.0, 3)
    assert (ada["progress"], ada["scores"]) == ("complete", ["1", "1", "2", "4"])
    assert bob["cells"] == [{"response": "B"}, {"response": "AC"}, None, None]
    assert (bob["scores"], bob["earned"], bob["possible"]) == (["0", "0", None, None], "0", "2")
    assert (bob["progress"], bob["level"], bob["so_far"]) == ("partial", None, True)
    assert (ada["so_far"], cy["so_far"]) == (False, False)
    assert (cy["earned"], cy["level"], cy["progress"]) == (None, None, "not_started")


def test_a_saved_sheet_is_read_back(tess: WorldPerson) -> None:
    saved = enter(tess, student("ada", **WHOLE), version=0)
    assert tess.get(SHEET).body == saved.body


def test_the_rest_of_the_class_goes_to_the_same_sheet(tess: WorldPerson) -> None:
    enter(tess, student("ada", **WHOLE), version=0)
    reply = enter(tess, student("bob", **WHOLE), student("ada", four={"points": "2.5"}), version=1)
    assert [seat["earned"] for seat in seats(reply).values()] == ["6.5", "8", None]


def test_points_may_be_given_by_hand_for_any_item(tess: WorldPerson) -> None:
    reply = enter(tess, student("ada", three={"points": "1/3"}, four=3), version=0)
    ada = seats(reply)["ada"]
    assert ada["cells"][2:] == [{"points": "1/3"}, {"points": "3"}]
    assert (ada["earned"], ada["possible"]) == ("10/3", "6")


def test_omitted_counts_and_empty_does_not(tess: WorldPerson) -> None:
    reply = enter(tess, student("ada", one="A", two={"omitted": True}), version=0)
    ada = seats(reply)["ada"]
    assert (ada["earned"], ada["possible"], ada["cells"][1]) == ("1", "2", {"omitted": True})
    reply = enter(tess, student("ada", two={"clear": True}), version=1)
    ada = seats(reply)["ada"]
    assert (ada["earned"], ada["possible"], ada["cells"][1]) == ("1", "1", None)


def test_an_item_may_be_named_by_its_number(tess: WorldPerson) -> None:
    body = entering({"student_id": "ada", "scores": [{"item_id": 3, "response": "1,95"}]})
    reply = tess.patch(SHEET, body, etag='"0"')
    assert seats(reply)["ada"]["scores"] == [None, None, "2", None]


def test_numbers_of_items_hold_for_the_assessment_as_it_was_seen(
    world: World, tess: WorldPerson
) -> None:
    seen = tess.get(SHEET).body["assessment_version"]
    turned = sheets.ITEMS[::-1]
    commit(world, *sheets.a_test(DISTRICT, sheets.a_header(version=seen + 1), turned))
    entered = {"student_id": "ada", "scores": [{"item_id": 1, "response": "A"}]}
    refused = enter(tess, entered, version=0, assessment_version=seen)
    assert (refused.status, refused.code) == (409, "assessment_changed_meanwhile")
    assert tess.get(SHEET).body["version"] == 0
    entered["scores"] = [{"item_id": 4, "response": "A"}]
    saved = enter(tess, entered, version=0, assessment_version=seen + 1)
    assert (saved.status, seats(saved)["ada"]["scores"][3]) == (200, "1")


def test_absent_is_not_zero(tess: WorldPerson) -> None:
    reply = enter(
        tess,
        student("ada", **WHOLE),
        student("bob", status="absent"),
        student("cy", status="exempt"),
        version=0,
    )
    _, bob, _ = seats(reply).values()
    assert (bob["status"], bob["earned"], bob["level"]) == ("absent", None, None)
    assert reply.body["state"] == "complete"
    assert reply.body["counts"] == {
        "complete": 1,
        "partial": 0,
        "absent": 1,
        "exempt": 1,
        "not_started": 0,
    }
    assert reply.body["average"] == 100.0
    assert [level["student_count"] for level in reply.body["levels"]] == [0, 0, 1]


def test_a_student_marked_absent_later_keeps_the_entries(tess: WorldPerson) -> None:
    enter(tess, student("ada", **WHOLE), version=0)
    absent = seats(enter(tess, student("ada", status="absent"), version=1))["ada"]
    assert (absent["earned"], absent["cells"][0]) == (None, {"response": "A"})
    back = seats(enter(tess, student("ada", status="present"), version=2))["ada"]
    assert back["earned"] == "8"


def test_another_form_is_scored_by_its_own_key(tess: WorldPerson) -> None:
    reply = enter(tess, student("ada", version="B", one="C", two="A", three="2"), version=0)
    ada = seats(reply)["ada"]
    assert (ada["version"], ada["scores"]) == ("B", ["1", "1", "2", None])
    reply = enter(tess, student("ada", version="A"), version=1)
    assert seats(reply)["ada"]["scores"] == ["0", "0.5", "2", None]


def test_the_day_is_the_districts_by_default(world: World, tess: WorldPerson) -> None:
    world.clock.set(datetime(2026, 9, 15, 2, 0, tzinfo=UTC))  # the evening of the 14th in Chicago
    assert enter(tess, version=0).body["given_date"] == "2026-09-14"
    assert enter(tess, version=1, given_date="2026-09-11").body["given_date"] == "2026-09-11"
    late = enter(tess, version=2, given_date="2026-09-15")
    assert codes(late) == [("/given_date", "given_in_future")]
    mistyped = enter(tess, version=2, given_date="0226-09-11")
    assert codes(mistyped) == [("/given_date", "given_too_early")]


def test_a_client_that_sends_every_field_means_what_it_says(tess: WorldPerson) -> None:
    """False says nothing: it neither marks an answer as left out nor takes it away."""
    whole = {"response": "A", "points": None, "omitted": False, "clear": False}
    ada = seats(enter(tess, student("ada", one=whole), version=0))["ada"]
    assert ada["cells"][0] == {"response": "A"}
    nothing = enter(tess, student("ada", one={"clear": False}), version=1)
    assert codes(nothing) == [("/students/0/scores/0", "score_unclear")]


@pytest.mark.parametrize(
    "said", [{"item_id": True, "response": "A"}, {"item_id": "four", "points": True}]
)
def test_true_is_neither_a_number_of_an_item_nor_points(
    tess: WorldPerson, said: dict[str, Any]
) -> None:
    reply = enter(tess, {"student_id": "ada", "scores": [said]}, version=0)
    assert (reply.status, reply.code) == (422, "invalid_fields")


def test_everything_that_cannot_be_entered_is_named_at_once(tess: WorldPerson) -> None:
    reply = enter(
        tess,
        student("zoe", one="A"),
        student("ada", one="E", three="about two", four={"points": 5}, nine="A"),
        student("bob", version="D", two={"response": "A", "points": 1}, three={"omitted": True}),
        student("bob", one={"clear": True}),
        version=0,
    )
    assert (reply.status, reply.code) == (422, "scores_invalid")
    assert codes(reply) == [
        ("/students/0/student_id", "student_not_in_class"),
        ("/students/1/scores/0/response", "score_not_possible"),
        ("/students/1/scores/1/response", "score_not_possible"),
        ("/students/1/scores/2/points", "score_not_possible"),
        ("/students/1/scores/3/item_id", "item_unknown"),
        ("/students/2/version", "version_unknown"),
        ("/students/2/scores/0", "score_unclear"),
        ("/students/3/student_id", "student_repeated"),
    ]
    assert tess.get(SHEET).body["version"] == 0


def test_a_false_is_an_answer(world: World) -> None:
    truth = sheets.ITEMS[0].model_copy(
        update={"kind": ItemKind.TRUE_FALSE, "key": ("false",), "choices": ()}
    )
    commit(
        world,
        *sheets.a_class(DISTRICT),
        *sheets.a_test(DISTRICT, sheets.a_header(items=[truth]), [truth]),
        *sheets.a_tracker(DISTRICT, "TEST"),
    )
    reply = enter(world.teacher("tess"), student("ada", one=False), version=0)
    assert seats(reply)["ada"]["scores"] == ["1"]


def test_saving_the_same_again_changes_nothing(tess: WorldPerson) -> None:
    first = enter(tess, student("ada", **WHOLE), version=0)
    again = enter(tess, student("ada", **WHOLE), version=0)
    assert (again.status, again.etag, again.body) == (200, first.etag, first.body)


def test_a_version_that_never_was_is_refused(tess: WorldPerson) -> None:
    reply = enter(tess, student("ada", one="A"), version=7)
    assert (reply.status, reply.etag) == (412, '"0"')


# -- two at once ---------------------------------------------------------------------------------


def test_two_who_enter_at_once_lose_nothing(world: World, tess: WorldPerson) -> None:
    cole = world.teacher("cole", "north")
    enter(tess, student("ada", one="A"), version=0)
    reply = enter(cole, student("bob", one="B"), student("ada", two="AB"), version=0)
    cells = {name: seat["cells"][:2] for name, seat in seats(reply).items()}
    assert cells == {
        "ada": [{"response": "A"}, {"response": "AB"}],
        "bob": [{"response": "B"}, None],
        "cy": [None, None],
    }


def test_a_stale_save_of_ones_own_never_says_that_somebody_else_made_the_entry(
    tess: WorldPerson,
) -> None:
    enter(tess, student("ada", one="A"), version=0, given_date="2026-09-10")
    reply = enter(tess, student("ada", one="B"), version=0, given_date="2026-09-11")
    assert (reply.status, reply.code) == (409, "scores_changed_meanwhile")
    assert reply.body["detail"] == (
        "You (in another window, at 12:00 PM) changed 2 entries after you opened this sheet. "
        "Nothing you just sent was saved. Look at the current entries, keep or change them, and "
        "save again."
    )
    assert [each["changed_by_you"] for each in reply.body["conflicts"]] == [True, True]
    assert not [each for each in reply.body["errors"] if "Somebody" in each["message"]]
    assert enter(tess, student("ada", one="A"), version=0).body["version"] == 1, "as it is already"


def test_a_true_conflict_is_shown_and_nothing_is_saved(world: World, tess: WorldPerson) -> None:
    cole = world.teacher("cole", "north")
    enter(tess, student("ada", one="A", four={"points": 2}), version=0)
    reply = enter(cole, student("bob", one="B"), student("ada", one="B", four=3), version=0)
    assert (reply.status, reply.code) == (409, "scores_changed_meanwhile")
    assert reply.etag == '"1"'
    about = {"field": "score", "student_id": "ada", "status": "present", "version": "A"}
    another = {"changed_by_you": False}
    assert reply.body["conflicts"] == [
        {**about, "item_id": "one", "number": 1, "now": {"response": "A"}, **another},
        {**about, "item_id": "four", "number": 4, "now": {"points": "2"}, **another},
    ]
    assert reply.body["detail"].startswith("A colleague changed 2 entries after you opened")
    assert codes(reply) == [
        ("/students/1/scores/0", "score_changed"),
        ("/students/1/scores/1", "score_changed"),
    ]
    assert seats(tess.get(SHEET))["bob"]["cells"][0] is None
    assert seats(enter(cole, student("ada", one="B"), version=1))["ada"]["cells"][0] == {
        "response": "B"
    }


def test_an_unclear_history_names_both_people(world: World, tess: WorldPerson) -> None:
    """Such as a save by release 0.3, which left no history."""
    enter(tess, student("ada", one="A"), version=0)
    for item in world.items():
        if "#HISTORY#" in item["pk"]["S"]:
            commit(world, Delete(keys.Key(item["pk"]["S"], item["sk"]["S"])))
    reply = enter(tess, student("ada", one="B"), version=0)
    assert reply.body["detail"].startswith(
        "A colleague, or you in another window, changed one entry after you opened this sheet."
    )
    assert reply.body["conflicts"][0]["changed_by_you"] is None


def test_two_days_are_a_conflict(tess: WorldPerson) -> None:
    enter(tess, version=0, given_date="2026-09-10")
    reply = enter(tess, version=0, given_date="2026-09-11")
    assert reply.body["conflicts"] == [
        {"field": "given_date", "now": "2026-09-10", "changed_by_you": True}
    ]


# -- who comes and goes --------------------------------------------------------------------------


def test_a_student_who_leaves_keeps_history_and_gets_it_back_on_return(
    world: World, tess: WorldPerson
) -> None:
    enter(tess, student("ada", **WHOLE), student("bob", **WHOLE), version=0)
    gone = RosterPerson(id="ada", username="", given="Ada", family="Byron")
    commit(
        world,
        *sheets.a_class(DISTRICT, ("bob", "cy")),
        Put(keys.person(DISTRICT, "ada"), {"doc": gone.model_dump_json()}),
    )
    reply = tess.get(SHEET)
    assert [(s["family_name"], s["enrolled"]) for s in reply.body["students"]] == [
        ("Bob", True),
        ("Cy", True),
        ("Byron", False),
    ]
    assert seats(reply)["ada"]["earned"] == "8"
    reply = enter(tess, student("ada", one="B"), version=1)
    assert seats(reply)["ada"]["earned"] == "7"
    commit(world, *sheets.a_class(DISTRICT))
    ada = seats(tess.get(SHEET))["ada"]
    assert (ada["earned"], ada["enrolled"]) == ("7", True)


def test_a_student_who_left_the_district_keeps_history_without_a_name(
    world: World, tess: WorldPerson
) -> None:
    enter(tess, student("ada", **WHOLE), version=0)
    commit(world, *sheets.a_class(DISTRICT, ("bob",)))
    ada = seats(tess.get(SHEET))["ada"]
    assert (ada["family_name"], ada["enrolled"], ada["earned"]) == ("", False, "8")


# -- who may -------------------------------------------------------------------------------------


def test_an_administrator_looks_and_does_not_enter(world: World, tess: WorldPerson) -> None:
    dana = world.admin("dana")
    assert dana.get(SHEET).body["allowed"] == []
    both = world.person("bo", *dana.caller.roles, *tess.caller.roles)  # type: ignore[union-attr]
    assert enter(both, version=0).code == "not_for_administrators"


def test_an_archived_tracker_takes_no_results(world: World, tess: WorldPerson) -> None:
    commit(world, *sheets.a_tracker(DISTRICT, "TEST", archived=True))
    assert enter(tess, version=0).code == "tracker_archived"
    assert tess.get(SHEET).body["allowed"] == []


def test_an_unfinished_assessment_takes_no_results(world: World, tess: WorldPerson) -> None:
    commit(world, *sheets.a_test(DISTRICT, sheets.a_header(items=[]), []))
    assert enter(tess, version=0).code == "assessment_not_ready"


def test_the_author_may_correct_an_assessment_with_results(world: World, tess: WorldPerson) -> None:
    commit(world, *sheets.a_test(DISTRICT, sheets.a_header(creator="tess")))
    assert tess.get(SHEET).body["allowed"] == ["enter"]
    saved = enter(tess, student("ada", **WHOLE), version=0)
    assert saved.body["allowed"] == tess.get(SHEET).body["allowed"] == ["enter", "correct"]


# -- the assessment ------------------------------------------------------------------------------


def test_the_first_results_freeze_what_is_scored(world: World, tess: WorldPerson) -> None:
    enter(tess, student("ada", **WHOLE), version=0)
    header = world.services.assessments.header(DISTRICT, "TEST")
    assert header.scored
    assert header.version == 1, "it is not changed by that"


def test_an_older_sheet_is_shown_by_the_present_key(world: World, tess: WorldPerson) -> None:
    enter(tess, student("ada", **WHOLE), version=0)
    corrected = [sheets.ITEMS[0].model_copy(update={"key": ("B",)}), *sheets.ITEMS[1:]]
    header = sheets.a_header(revision=1, cuts=("40", "90"))
    commit(world, *sheets.a_test(DISTRICT, header, corrected))
    reply = tess.get(SHEET)
    assert (seats(reply)["ada"]["earned"], seats(reply)["ada"]["level"]) == ("7", 2)
    assert (reply.body["revision"], reply.etag) == (1, '"1"')
    (row,) = tess.get("/v1/trackers/BOARD/sheets").body["items"]
    assert (row["average"], [level["student_count"] for level in row["levels"]]) == (
        87.5,
        [0, 1, 0],
    )


def test_an_assessments_own_cuts_decide_levels(world: World, tess: WorldPerson) -> None:
    commit(world, *sheets.a_test(DISTRICT, sheets.a_header(cuts=("12.5", "100"))))
    reply = enter(tess, student("ada", **{**WHOLE, "one": "B"}), version=0)
    assert seats(reply)["ada"]["level"] == 2
    assert [level["lower"] for level in reply.body["levels"]] == ["0", "12.5", "100"]


# -- the list ------------------------------------------------------------------------------------


def test_every_assessment_of_a_tracker_is_listed_with_its_sheet(
    world: World, tess: WorldPerson
) -> None:
    commit(
        world,
        *sheets.a_test(DISTRICT, sheets.a_header("NEXT", title="Next")),
        *sheets.a_tracker(DISTRICT, "TEST", "NEXT"),
    )
    enter(tess, student("ada", **WHOLE), student("bob", **{**WHOLE, "four": 0}), version=0)
    first = tess.get("/v1/trackers/BOARD/sheets?limit=1").body
    rest = tess.get(f"/v1/trackers/BOARD/sheets?limit=1&cursor={first['next']}").body
    assert rest["next"] is None
    untouched, begun = first["items"][0], rest["items"][0]
    assert (untouched["title"], untouched["state"], untouched["version"]) == (
        "Next",
        "not_started",
        0,
    )
    assert untouched["average"] is None
    assert (begun["state"], begun["average"]) == ("partial", 75.0)
    assert begun["counts"]["complete"] == 2
    assert [level["student_count"] for level in begun["levels"]] == [0, 1, 1]


def test_a_second_tracker_of_the_class_leads_to_the_same_sheet(
    world: World, tess: WorldPerson
) -> None:
    enter(tess, student("ada", **WHOLE), version=0)
    commit(world, *sheets.a_tracker(DISTRICT, "TEST", tracker="SECOND", distribution="HANDED"))
    reply = tess.get("/v1/trackers/SECOND/sheets/TEST")
    assert seats(reply)["ada"]["earned"] == "8"


def test_a_sheet_knows_from_where_it_was_saved(world: World, tess: WorldPerson) -> None:
    second = sheets.a_tracker(DISTRICT, "TEST", tracker="SECOND", distribution="HANDED")
    commit(world, *second)
    body = entering(student("ada", one="A"))
    tess.patch("/v1/trackers/SECOND/sheets/TEST", body, etag='"0"')
    enter(tess, student("bob", one="A"), version=1)
    kept = SheetRepository(world.services.table).get(DISTRICT, "c1", "TEST")
    assert kept is not None
    assert (kept.school, kept.teacher, kept.enrolled) == ("north", "tess", 3)
    assert kept.tracker == "BOARD", "where it was last saved from"
    assert kept.distribution == "HANDED", "what brought the assessment stays known"


def test_an_assessment_that_its_creator_hides_keeps_its_texts(
    world: World, tess: WorldPerson
) -> None:
    hidden = sheets.a_header(visibility="private", title="Not for you any more")
    commit(world, *sheets.a_test(DISTRICT, hidden))
    shown = tess.get(SHEET).body
    assert shown["title"] == "Fractions check", "as it came"
    assert {item["prompt"] for item in shown["items"]} == {""}
    (row,) = tess.get("/v1/trackers/BOARD/sheets").body["items"]
    assert row["title"] == "Fractions check"


def test_a_recalled_assessment_is_hidden_and_comes_back(world: World, tess: WorldPerson) -> None:
    commit(world, *sheets.a_tracker(DISTRICT, "TEST", distribution="HANDED"))
    enter(tess, student("ada", **WHOLE), version=0)
    commit(world, Put(keys.recall(DISTRICT, "HANDED"), {}))
    assert tess.get(SHEET).code == "assessment_recalled"
    assert enter(tess, student("ada", one="B"), version=1).code == "assessment_recalled"
    assert tess.get("/v1/trackers/BOARD/sheets").body["items"] == []
    commit(world, Delete(keys.recall(DISTRICT, "HANDED")))
    assert seats(tess.get(SHEET))["ada"]["earned"] == "8"


def test_a_recalled_distribution_is_hidden_in_every_tracker_of_the_class(
    world: World, tess: WorldPerson
) -> None:
    commit(world, *sheets.a_tracker(DISTRICT, "TEST", distribution="HANDED"))
    enter(tess, student("ada", **WHOLE), version=0)
    commit(world, *sheets.a_tracker(DISTRICT, "TEST", tracker="SECOND"))
    second = "/v1/trackers/SECOND/sheets"
    assert seats(tess.get(f"{second}/TEST"))["ada"]["earned"] == "8"
    commit(world, Put(keys.recall(DISTRICT, "HANDED"), {}))
    body = entering(student("ada", one="B"))
    refused = [
        tess.get(f"{second}/TEST"),
        tess.get(f"{second}/TEST/analysis"),
        tess.patch(f"{second}/TEST", body, etag='"1"'),
    ]
    assert [each.code for each in refused] == ["assessment_recalled"] * 3
    assert tess.get(second).body["items"] == []
    commit(world, Delete(keys.recall(DISTRICT, "HANDED")))
    assert seats(tess.get(f"{second}/TEST"))["ada"]["earned"] == "8"
    assert len(tess.get(second).body["items"]) == 1


# -- traces --------------------------------------------------------------------------------------


def test_a_save_leaves_an_audit_record_and_a_read_a_line(
    world: World, tess: WorldPerson, caplog: pytest.LogCaptureFixture
) -> None:
    enter(tess, student("ada", **WHOLE), version=0)
    audits = [item for item in world.items() if item["pk"]["S"].startswith(f"{DISTRICT}#AUDIT#")]
    (audit,) = [item for item in audits if item["verb"]["S"] == "change_sheet"]
    assert audit["subject"]["S"] == "c1.TEST"
    assert audit["version"]["N"] == "1"
    tess.get(SHEET)
    (line,) = [vars(record) for record in caplog.records if record.message == "read_of_students"]
    assert (line["what"], line["subject"], line["person"]) == ("sheet", "c1.TEST", "tess")


def test_saves_in_turns_with_a_colleague_are_audited_once_a_quarter_of_an_hour(
    world: World, tess: WorldPerson
) -> None:
    """The sheet's history has every save, of both."""
    cole = world.teacher("cole", "north")
    for version, (person, letter) in enumerate(
        ((tess, "A"), (cole, "B"), (tess, "C"), (cole, "A"))
    ):
        enter(person, student("ada", one=letter), version=version)
    saves = [item for item in world.items() if item.get("verb", {}).get("S") == "change_sheet"]
    listed = [item["person"]["S"] for item in saves if "#AUDIT#" in item["pk"]["S"]]
    assert sorted(listed) == ["cole", "tess"]
    kept = [item for item in saves if item["pk"]["S"] == keys.history(DISTRICT, "c1.TEST")]
    assert [(item["person"]["S"], item["version"]["N"]) for item in kept] == [
        ("tess", "1"), ("cole", "2"), ("tess", "3"), ("cole", "4"),
    ]  # fmt: skip


def test_a_key_answers_a_repeat_as_the_first_time(world: World, tess: WorldPerson) -> None:
    headers = {"If-Match": '"0"', "Idempotency-Key": "once"}
    body = entering(student("ada", **WHOLE))
    first = tess.send("PATCH", SHEET, body, headers)
    enter(tess, student("ada", one="B"), version=1)
    again = tess.send("PATCH", SHEET, body, headers)
    assert (again.status, again.body) == (200, first.body)
    assert again.headers["Idempotent-Replayed"] == "true"
    assert seats(tess.get(SHEET))["ada"]["cells"][0] == {"response": "B"}


def test_an_answer_that_release_0_3_kept_is_given_again(world: World, tess: WorldPerson) -> None:
    """It compressed answers of 50,000 characters or more; the others are plain."""
    headers = {"If-Match": '"0"', "Idempotency-Key": "once"}
    body = entering(student("ada", **WHOLE))
    first = tess.send("PATCH", SHEET, body, headers)
    (record,) = [item for item in world.items() if "#DONE#" in item["pk"]["S"]]
    text = zlib.decompress(record["answer"]["B"]).decode()
    commit(world, Update(keys.idempotency_record(DISTRICT, "tess", "once"), {"answer": text}))
    again = tess.send("PATCH", SHEET, body, headers)
    assert (again.status, again.body) == (200, first.body)
    assert again.headers["Idempotent-Replayed"] == "true"
