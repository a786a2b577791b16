"""Setting an assessment's answer key from a file."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from chalicelib.storage import keys
from chalicelib.storage.conditions import Update
from tests.support import builders
from tests.support.workbooks import by_openpyxl
from tests.support.world import DISTRICT, Reply, World, WorldPerson

CHOICES = ["red", "blue", "green"]
ONE = {
    "kind": "single_choice",
    "prompt": "Which color?",
    "choices": CHOICES,
    "key": ["A"],
    "points": "1",
    "standards": ["3.NB.1"],
}
SEVERAL = {**ONE, "kind": "multiple_choice", "key": ["A", "B"], "standards": ["3.NB.2"]}
BY_HAND = {"kind": "points", "prompt": "Explain.", "points": "4", "standards": ["3.FR.1"]}


def prepare_tess(world: World) -> WorldPerson:
    builders.a_set(world)
    builders.a_person(world, "tess")
    return world.teacher("tess")


@pytest.fixture
def tess(world: World) -> WorldPerson:
    return world.scene(prepare_tess)


def a_document(tess: WorldPerson, **changes: Any) -> str:
    body = {
        "title": "Garden",
        "kind": "document",
        "standards_set_id": builders.SET,
        "level_count": 3,
        **changes,
    }
    return str(tess.post("/v1/assessments", body).body["id"])


def with_items(tess: WorldPerson, *items: dict[str, Any], kind: str = "item") -> str:
    made = tess.post(
        "/v1/assessments",
        {"title": "Garden", "kind": kind, "standards_set_id": builders.SET, "level_count": 3},
    )
    path = f"/v1/assessments/{made.body['id']}"
    assert tess.put(f"{path}/items", {"items": items}, etag=made.etag).status == 200
    return str(made.body["id"])


def send(person: WorldPerson, assessment: str, text: str, **changes: Any) -> Reply:
    path = f"/v1/assessments/{assessment}"
    etag = person.get(path).headers.get("ETag", '"1"')
    return person.post(f"{path}/key-files", {"csv": text, **changes}, etag=etag)


def items_of(person: WorldPerson, assessment: str) -> dict[str, Any]:
    body: dict[str, Any] = person.get(f"/v1/assessments/{assessment}/items").body
    return body


def codes(reply: Reply) -> list[tuple[int, str]]:
    return [(each["row"], each["code"]) for each in reply.body["problems"]]


KEY = "Question,Key,Points,Standards\n1,A,1,3.NB.1\n2,BC,2,3.NB.2\n3,T,1,3.NB.3;3.FR.1\n"


def test_a_look_says_what_a_file_means_and_changes_nothing(tess: WorldPerson) -> None:
    assessment = a_document(tess)
    looked = send(tess, assessment, KEY)
    assert looked.status == 200, looked.body
    assert (looked.body["applied"], looked.body["fits"], looked.body["problems"]) == (
        False,
        True,
        [],
    )
    assert [
        (each["number"], each["kind"], each["key"], each["points"], each["change"])
        for each in looked.body["questions"]
    ] == [
        (1, "single_choice", ["A"], "1", "new"),
        (2, "multiple_choice", ["B", "C"], "2", "new"),
        (3, "true_false", ["true"], "1", "new"),
    ]
    assert items_of(tess, assessment)["items"] == []
    assert looked.body["version"] == 1


def test_applying_makes_the_items_of_a_document(tess: WorldPerson) -> None:
    assessment = a_document(tess)
    applied = send(tess, assessment, KEY, apply=True)
    assert (applied.status, applied.body["applied"], applied.etag) == (200, True, '"2"')
    read = items_of(tess, assessment)
    assert [each["standards"] for each in read["items"]] == [
        ["3.NB.1"],
        ["3.NB.2"],
        ["3.NB.3", "3.FR.1"],
    ]
    assert (read["points"], read["items"][0]["choices"]) == ("4", ["A", "B", "C", "D"])


def test_the_same_key_again_changes_nothing(tess: WorldPerson) -> None:
    assessment = a_document(tess)
    send(tess, assessment, KEY, apply=True)
    again = send(tess, assessment, KEY, apply=True)
    assert (again.status, again.etag) == (200, '"2"')
    assert {each["change"] for each in again.body["questions"]} == {"same"}


def test_the_client_may_fill_in_what_the_file_leaves_open(tess: WorldPerson) -> None:
    assessment = a_document(tess)
    said = {"default_standards": ["3.GE.1"], "default_points": "0.5", "choice_count": 5}
    applied = send(tess, assessment, "q1,C\nq2,E", apply=True, **said)
    assert applied.status == 200, applied.body
    (first, _) = items_of(tess, assessment)["items"]
    assert (first["standards"], first["points"], len(first["choices"])) == (
        ["3.GE.1"],
        "0.5",
        5,
    )


def test_questions_without_standards_are_named(tess: WorldPerson) -> None:
    looked = send(tess, a_document(tess), "q1,C\nq2,E")
    assert codes(looked) == [(1, "standards_missing"), (2, "standards_missing")]
    assert not looked.body["fits"]


def test_a_file_with_problems_is_not_applied_and_lists_each(tess: WorldPerson) -> None:
    assessment = a_document(tess)
    text = "Question,Key,Standards\n1,A,3.NB.1\n2,B,9.XX.9\n4,C,3.NB.1\nx,D,3.NB.1\n"
    refused = send(tess, assessment, text, apply=True)
    assert (refused.status, refused.code) == (422, "key_file_incomplete")
    assert [each["code"] for each in refused.body["errors"]] == [
        "questions_missing",
        "standards_not_in_set",
        "question_unknown",
    ]
    assert items_of(tess, assessment)["items"] == []


@pytest.mark.parametrize(
    ("text", "column", "value"),
    [
        ("No,Correct,Aligned to\n1,B,3.NB.1; 9.XX.9\n", "Aligned to", "9.XX.9"),
        ("No,Correct,Standard 1,Standard 2\n1,B,3.NB.1,9.X\n", "Standard 2", "9.X"),
        ("Key,Question,Response,Points,Tag1,Tag2\nA,1,B,7,3.NB.1,9.X\n", "Tag2", "9.X"),
    ],
)
def test_a_standard_that_is_not_in_the_set_is_shown_under_the_file_s_own_name_of_its_column(
    tess: WorldPerson, text: str, column: str, value: str
) -> None:
    (found,) = send(tess, a_document(tess), text).body["problems"]
    assert (found["row"], found["code"]) == (2, "standards_not_in_set")
    assert (found["column"], found["value"]) == (column, value)


def test_a_standard_that_the_client_chose_for_all_stands_in_no_column(tess: WorldPerson) -> None:
    (found,) = send(tess, a_document(tess), "1,B\n", default_standards=["9.X"]).body["problems"]
    assert (found["column"], found["value"]) == ("", "9.X")


def test_an_odd_answer_is_shown_as_the_file_has_it(tess: WorldPerson) -> None:
    text = 'Item,Correct,Standards\n1,"A,C",3.NB.1\n'
    (found,) = send(tess, a_document(tess), text).body["problems"]
    assert found["code"] == "read_as_alternatives"
    assert (found["column"], found["value"]) == ("Correct", "A,C")


@pytest.mark.parametrize(("field", "pointer"), [("csv", "/csv"), ("file", "/file")])
def test_an_error_in_a_file_points_to_its_field(
    tess: WorldPerson, field: str, pointer: str
) -> None:
    text = "Question,Key,Standards\n1,A,9.XX.9\n"
    sent = text if field == "csv" else base64.b64encode(text.encode()).decode()
    path = f"/v1/assessments/{a_document(tess)}/key-files"
    refused = tess.post(path, {field: sent, "apply": True}, etag='"1"')
    assert [each["pointer"] for each in refused.body["errors"]] == [pointer]


@pytest.mark.parametrize("word", ["BONUS", "ALL", "X"])
def test_a_word_for_everybody_makes_no_question(tess: WorldPerson, word: str) -> None:
    said = {"default_standards": ["3.GE.1"]}
    looked = send(tess, a_document(tess), f"Question,Key\n1,A\n2,{word}\n3,C\n", **said)
    assert codes(looked) == [(3, "key_given_up")]
    assert looked.body["fits"] is False


def test_a_word_among_letters_is_read_as_a_text_with_a_note(tess: WorldPerson) -> None:
    said = {"default_standards": ["3.GE.1"]}
    looked = send(tess, a_document(tess), "Question,Key\n1,A\n2,freed\n3,C\n", **said)
    assert codes(looked) == [(3, "read_as_text")]
    assert looked.body["fits"] is True


def test_an_assessment_of_items_keeps_what_it_asks_and_gets_the_key_by_number(
    tess: WorldPerson,
) -> None:
    assessment = with_items(tess, ONE, SEVERAL, BY_HAND)
    text = 'Item,Answer,Points,Standards\n2,"B,C",2,3.GE.1\n1,c,1.5,\n3,,4,\n'
    looked = send(tess, assessment, text)
    assert codes(looked) == [(2, "standards_kept")]
    applied = send(tess, assessment, text, apply=True)
    assert applied.status == 200, applied.body
    one, several, by_hand = items_of(tess, assessment)["items"]
    assert (one["prompt"], one["choices"], one["key"], one["points"]) == (
        "Which color?",
        CHOICES,
        ["C"],
        "1.5",
    )
    assert (several["key"], several["points"]) == (["B", "C"], "2")
    assert (several["standards"], by_hand["points"]) == (["3.NB.2"], "4")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1,D\n", (1, "key_unknown")),
        ("1,AB\n", (1, "key_not_single")),
        ("1,seven\n", (1, "key_not_a_letter")),
        ("4,A\n", (1, "item_unknown")),
        ("3,A\n", (1, "key_not_wanted")),
        ("Item,Key,Type\n1,A,numeric\n", (2, "kind_differs")),
        ("Item,Key,Points\n1,\"[['A','1'],['B','2']]\",3\n", (2, "key_not_single")),
    ],
)
def test_an_answer_that_does_not_fit_an_item_is_explained(
    tess: WorldPerson, text: str, found: tuple[int, str]
) -> None:
    looked = send(tess, with_items(tess, ONE, SEVERAL, BY_HAND), text)
    assert [each for each in codes(looked) if each[1] != "questions_left"] == [found]


def test_questions_the_file_leaves_out_stay(tess: WorldPerson) -> None:
    assessment = with_items(tess, ONE, SEVERAL)
    applied = send(tess, assessment, "1,B\n", apply=True)
    assert codes(applied) == [(0, "questions_left")]
    assert [each["key"] for each in items_of(tess, assessment)["items"]] == [["B"], ["A", "B"]]


def test_alternatives_with_their_own_points_are_kept_exactly(tess: WorldPerson) -> None:
    assessment = a_document(tess)
    text = (
        "Key,Question,Response,Points,Tag\n"
        "A,1,BC,2,3.NB.1\nA,1,B,1,3.NB.1\nA,1,C,1,3.NB.1\nA,1,[a&i],0.5,3.NB.1\n"
    )
    applied = send(tess, assessment, text, apply=True)
    assert (applied.status, applied.body["layout"]) == (200, "zipgrade")
    (item,) = items_of(tess, assessment)["items"]
    assert (item["key"], item["scoring"]) == (["BC", "B=1", "C=1", "*=0.5"], "listed")
    assert item["points"] == "2"


VERSIONS = (
    "Key,Question,Response,Points,Tag\n"
    "A,1,A,1,3.NB.1\nA,2,B,1,3.NB.2\nB,1,C,1,3.NB.1\nB,2,D,1,3.NB.2\nC,1,2,,\nC,2,1,,\n"
)


def test_key_versions_say_which_item_each_printed_question_is(tess: WorldPerson) -> None:
    assessment = a_document(tess)
    applied = send(tess, assessment, VERSIONS, apply=True)
    assert applied.status == 200, applied.body
    read = items_of(tess, assessment)
    first, second = (each["id"] for each in read["items"])
    assert read["versions"] == {
        "B": [{"item_id": first, "key": ["C"]}, {"item_id": second, "key": ["D"]}],
        "C": [{"item_id": second, "key": ["B"]}, {"item_id": first, "key": ["A"]}],
    }


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("B,2,D,1,3.NB.1", "order_differs"),
        ("B,2,D,2,3.NB.2", "points_differ"),
        ("B,3,D,1,3.NB.2", "item_unknown"),
        ("B,2,CD,1,3.NB.2", "key_not_single"),
        ("F,2,D,1,3.NB.2", "version_unknown"),
    ],
)
def test_a_version_that_does_not_go_with_form_a_is_explained(
    tess: WorldPerson, row: str, code: str
) -> None:
    text = VERSIONS.replace("B,2,D,1,3.NB.2", row)
    looked = send(tess, a_document(tess), text)
    assert code in [found for _, found in codes(looked)]
    assert not looked.body["fits"]


def test_versions_stay_through_an_edit_that_they_fit_and_go_with_one_they_do_not(
    tess: WorldPerson,
) -> None:
    assessment = a_document(tess)
    send(tess, assessment, VERSIONS, apply=True)
    path = f"/v1/assessments/{assessment}"
    items = items_of(tess, assessment)["items"]
    etag = tess.get(path).etag
    kept = tess.put(f"{path}/items", {"items": [{**items[0], "points": "2"}, items[1]]}, etag=etag)
    assert list(kept.body["versions"]) == ["B", "C"]
    gone = tess.put(f"{path}/items", {"items": items[:1]}, etag=kept.etag)
    assert gone.body["versions"] == {}


def test_versions_can_be_set_by_hand_and_must_print_each_item_once(tess: WorldPerson) -> None:
    assessment = with_items(tess, ONE, SEVERAL)
    path = f"/v1/assessments/{assessment}"
    items = items_of(tess, assessment)["items"]
    etag = tess.get(path).etag
    form = [{"item_id": items[1]["id"], "key": ["C"]}, {"item_id": items[0]["id"], "key": ["B"]}]
    saved = tess.put(f"{path}/items", {"items": items, "versions": {"B": form}}, etag=etag)
    assert saved.body["versions"] == {"B": form}
    for wrong in (form[:1], [form[0], {**form[1], "key": ["D"]}], [form[0], form[0]]):
        body = {"items": items, "versions": {"C": wrong}}
        refused = tess.put(f"{path}/items", body, etag=saved.etag)
        assert (refused.status, refused.code) == (422, "versions_incomplete")


def test_a_copy_has_the_key_versions_too(tess: WorldPerson) -> None:
    assessment = a_document(tess)
    send(tess, assessment, VERSIONS, apply=True)
    copy = tess.post(f"/v1/assessments/{assessment}/copies", {})
    assert list(items_of(tess, copy.body["id"])["versions"]) == ["B", "C"]


def test_with_results_a_key_can_be_looked_at_but_not_set(world: World, tess: WorldPerson) -> None:
    assessment = with_items(tess, ONE, SEVERAL)
    key = keys.assessment_header(DISTRICT, assessment)
    world.services.table.commit([Update(key, {"scored": True})])
    assert send(tess, assessment, "1,B\n2,AB\n").status == 200
    refused = send(tess, assessment, "1,B\n2,AB\n", apply=True)
    assert (refused.status, refused.code) == (409, "assessment_scored")
    assert "correct" in refused.body["detail"]


def test_only_its_author_may_look_or_set(world: World, tess: WorldPerson) -> None:
    builders.a_person(world, "theo")
    theo = world.teacher("theo")
    shared = a_document(tess, visibility="district")
    assert send(theo, shared, KEY).code == "not_your_assessment"
    assert send(theo, a_document(tess), KEY).status == 404


def test_a_stale_version_is_refused_and_a_repeat_has_the_same_answer(tess: WorldPerson) -> None:
    assessment = a_document(tess)
    path = f"/v1/assessments/{assessment}/key-files"
    assert tess.post(path, {"csv": KEY}, etag='"7"').status == 412
    assert tess.post(path, {"csv": KEY}).status == 428
    body = {"csv": KEY, "apply": True}
    first = tess.post(path, body, key="k", etag='"1"')
    again = tess.post(path, body, key="k", etag='"1"')
    assert (first.status, again.body) == (200, first.body)


def test_bytes_come_in_base64_and_blanks_around_the_text_stay(tess: WorldPerson) -> None:
    assessment = a_document(tess)
    path = f"/v1/assessments/{assessment}/key-files"
    packed = base64.b64encode(KEY.encode("utf-16")).decode()
    looked = tess.post(path, {"file": packed}, etag='"1"')
    assert (looked.body["encoding"], looked.body["fits"]) == ("UTF-16", True)
    tabs = send(tess, assessment, "\n\nForm\tItem\tKey\n\t1\tA\n", default_standards=["3.NB.1"])
    assert [(each["row"], each["key"]) for each in tabs.body["questions"]] == [(4, ["A"])]
    assert tess.post(path, {"file": "?"}, etag='"1"').status == 422
    assert tess.post(path, {}, etag='"1"').status == 422
    assert tess.post(path, {"csv": "", "file": ""}, etag='"1"').status == 422


def test_a_draft_without_a_standards_set_is_asked_to_choose_one(tess: WorldPerson) -> None:
    looked = send(
        tess, a_document(tess, standards_set_id=""), "1,A\n", default_standards=["3.NB.1"]
    )
    assert codes(looked)[0] == (0, "standards_set_missing")


def test_a_key_in_a_workbook_is_set_as_one_in_a_csv_file_is(tess: WorldPerson) -> None:
    made = a_document(tess)
    rows: list[list[Any]] = [
        ["Question", "Key", "Points", "Standards"],
        [1, "B", 1, "3.NB.1"],
        [2, True, 0.5, "3.NB.1"],
    ]
    sent = {"file": base64.b64encode(by_openpyxl(rows)).decode(), "apply": True}
    path = f"/v1/assessments/{made}/key-files"
    reply = tess.post(path, sent, etag='"1"')
    assert (reply.status, reply.body["encoding"]) == (200, "Excel workbook")
    read = [(each["kind"], each["key"], each["points"]) for each in reply.body["questions"]]
    assert read == [("single_choice", ["B"], "1"), ("true_false", ["true"], "0.5")]
