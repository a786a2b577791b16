"""The changes that are possible once students have results, and those that are not (A9)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support import builders, sheets
from tests.support.corrected import a_class_with_tracker
from tests.support.sheets import entering, student
from tests.support.world import DISTRICT, Reply, World, WorldPerson

TEST = "/v1/assessments/TEST"
FORMS = {"B": [(item.id, item.key) for item in reversed(sheets.ITEMS)]}


def prepare_dana(world: World) -> WorldPerson:
    """Return the creator of a test on which a class has results."""
    builders.a_set(world)
    world.services.table.commit(
        [
            *a_class_with_tracker(DISTRICT, "c1"),
            *sheets.a_test(DISTRICT, sheets.a_header(), forms=FORMS),
        ]
    )
    tess = world.teacher("tess", "north")
    body = entering(student("ada", one="A", two="AB", three="2", four=4))
    assert tess.patch("/v1/trackers/c1/sheets/TEST", body, etag='"0"').status == 200
    return world.admin()


@pytest.fixture
def dana(world: World) -> WorldPerson:
    return world.scene(prepare_dana)


def items_of(dana: WorldPerson) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = dana.get(f"{TEST}/items").body["items"]
    return items


def put(dana: WorldPerson, items: list[dict[str, Any]], **more: Any) -> Reply:
    return dana.put(f"{TEST}/items", {"items": items, **more}, etag=dana.get(TEST).etag)


def expect_frozen(reply: Reply) -> list[tuple[str, str]]:
    assert (reply.status, reply.code) == (409, "assessment_scored"), reply.body
    assert "correction" in reply.body["detail"]
    assert "copy" in reply.body["detail"]
    return [(each["pointer"], each["code"]) for each in reply.body.get("errors", [])]


def test_the_first_results_freeze_what_decides_scores(dana: WorldPerson) -> None:
    shown = dana.get(TEST).body
    assert shown["scored"]
    assert shown["cuts"] == ["50", "80"]
    assert "correct" in shown["allowed"]


def test_texts_may_be_corrected(dana: WorldPerson) -> None:
    items = items_of(dana)
    items[0] |= {"prompt": "One half?", "choices": ["a half", "a third", "two"]}
    saved = put(dana, items)
    assert saved.status == 200, saved.body
    assert saved.body["items"][0]["prompt"] == "One half?"
    assert [each["item_id"] for each in saved.body["versions"]["B"]] == [
        "four",
        "three",
        "two",
        "one",
    ]
    renamed = dana.patch(TEST, {"title": "Halves", "subject": "Math"}, etag=saved.etag)
    assert (renamed.status, renamed.body["title"]) == (200, "Halves")


@pytest.mark.parametrize(
    ("number", "changed", "what"),
    [
        (0, {"key": ["B"]}, "key"),
        (0, {"points": "2"}, "points"),
        (0, {"choices": ["1/2", "1/3"]}, "choices"),
        (1, {"scoring": "all_or_nothing"}, "scoring"),
        (2, {"tolerance": "0.2"}, "tolerance"),
        (3, {"standards": ["3.NB.1"]}, "standards"),
    ],
)
def test_a_change_that_decides_scores_is_refused_with_its_field(
    dana: WorldPerson, number: int, changed: dict[str, Any], what: str
) -> None:
    items = items_of(dana)
    items[number] |= changed
    assert expect_frozen(put(dana, items)) == [(f"/items/{number}/{what}", f"{what}_frozen")]
    assert items_of(dana)[number] != items[number]


@pytest.mark.parametrize(
    "choices",
    [
        ["1/3", "1/2", "2"],
        ["2", "1/2", "1/3"],
        [" 1/3", "one half", "2"],
        ["1/2", "2", "a third"],
    ],
)
def test_a_choice_stays_at_its_letter(dana: WorldPerson, choices: list[str]) -> None:
    """Answers are kept as letters: with another text at a letter, another answer is right."""
    items = items_of(dana)
    items[0] |= {"choices": choices}
    reply = put(dana, items)
    assert expect_frozen(reply)[0] == ("/items/0/choices", "choices_frozen")
    assert "letter" in reply.body["errors"][0]["message"]
    assert items_of(dana)[0]["choices"] == ["1/2", "1/3", "2"]


def test_the_text_of_a_choice_may_change_at_its_letter(dana: WorldPerson) -> None:
    items = items_of(dana)
    for choices in (["1/2", "1/3", "two"], ["½", "⅓", "Two"], ["½", "⅓", "two"]):
        items[0] |= {"choices": choices}
        assert put(dana, items).status == 200


def test_a_kind_is_frozen_too(dana: WorldPerson) -> None:
    items = items_of(dana)
    items[3] |= {"kind": "true_false", "key": ["true"]}
    codes = {code for _, code in expect_frozen(put(dana, items))}
    assert codes == {"kind_frozen", "key_frozen"}


def test_items_stay_the_same_ones_in_the_same_order(dana: WorldPerson) -> None:
    items = items_of(dana)
    assert expect_frozen(put(dana, items[:3])) == [("/items", "items_frozen")]
    assert expect_frozen(put(dana, [*items, {**items[0], "id": ""}])) == [
        ("/items", "items_frozen")
    ]
    assert expect_frozen(put(dana, [{**each, "id": ""} for each in items])) == [
        ("/items", "items_frozen")
    ]
    assert expect_frozen(put(dana, items[::-1])) == [("/items", "order_frozen")]


def test_everything_frozen_is_named_at_once(dana: WorldPerson) -> None:
    items = items_of(dana)
    items[0] |= {"key": ["B"], "points": "3"}
    items[2] |= {"key": ["3"]}
    assert len(expect_frozen(put(dana, items))) == 3


def test_printed_forms_are_frozen(dana: WorldPerson) -> None:
    other = {"B": [{"item_id": each.id, "key": each.key} for each in sheets.ITEMS]}
    assert expect_frozen(put(dana, items_of(dana), versions=other)) == [
        ("/versions", "versions_frozen")
    ]
    assert expect_frozen(put(dana, items_of(dana), versions={})) == [
        ("/versions", "versions_frozen")
    ]


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"cuts": ["60", "90"]}, ["/cuts"]),
        ({"cuts": []}, ["/cuts"]),
        ({"level_count": 4, "cuts": ["50", "80", "90"]}, ["/cuts", "/level_count"]),
        ({"standards_set_id": "other"}, ["/standards_set_id"]),
    ],
)
def test_cut_scores_levels_and_set_are_frozen(
    dana: WorldPerson, changed: dict[str, Any], named: list[str]
) -> None:
    reply = dana.patch(TEST, changed, etag=dana.get(TEST).etag)
    assert sorted(pointer for pointer, _ in expect_frozen(reply)) == named


def test_a_copy_may_be_changed(dana: WorldPerson) -> None:
    copy = dana.post(f"{TEST}/copies", {}).body
    assert not copy["scored"]
    path = f"/v1/assessments/{copy['id']}"
    items = items_of(dana)
    items[0] |= {"key": ["B"]}
    saved = dana.put(f"{path}/items", {"items": items[:2]}, etag=dana.get(path).etag)
    assert saved.status == 200, saved.body


# -- every other way in ---------------------------------------------------------------------------

BANK = {"items": [{"assessment_id": "TEST", "item_id": "one"}]}
PAPER = {"name": "Fractions.pdf", "type": "application/pdf", "size": 900}


def test_neither_a_key_file_nor_the_bank_is_a_way_around(dana: WorldPerson) -> None:
    etag = dana.get(TEST).etag
    by_file = dana.post(f"{TEST}/key-files", {"csv": "1,B\n2,AB\n", "apply": True}, etag=etag)
    assert expect_frozen(by_file) == []
    assert expect_frozen(dana.post(f"{TEST}/bank-items", BANK, etag=etag)) == [
        ("/items", "items_frozen")
    ]
    assert items_of(dana)[0]["key"] == ["A"]


def test_documents_may_still_be_attached(dana: WorldPerson) -> None:
    assert dana.post(f"{TEST}/attachments", PAPER).status == 201


@pytest.mark.parametrize("other", ["tess", "dora"])
def test_an_approved_assessment_is_locked_to_others_on_every_way(
    world: World, dana: WorldPerson, other: str
) -> None:
    """Teachers and other administrators alike (A3)."""
    etag = dana.put(f"{TEST}/approval", etag=dana.get(TEST).etag).etag
    person = world.admin("dora") if other == "dora" else world.teacher("tess", "north")
    own = person.post("/v1/assessments", {"title": "Mine", "standards_set_id": builders.SET})
    ways = {
        "properties": person.patch(TEST, {"title": "Mine"}, etag=etag),
        "items": person.put(f"{TEST}/items", {"items": []}, etag=etag),
        "key file": person.post(f"{TEST}/key-files", {"csv": "1,B\n", "apply": True}, etag=etag),
        "into it": person.post(f"{TEST}/bank-items", BANK, etag=etag),
        "attach": person.post(f"{TEST}/attachments", PAPER),
        "correct": person.post(f"{TEST}/corrections", {"cuts": ["60", "90"]}, etag=etag),
        "copy": person.post(f"{TEST}/copies", {}),
        "delete": person.delete(TEST, etag=etag),
    }
    codes = {way: (reply.status, reply.code) for way, reply in ways.items()}
    assert codes.pop("correct") == (
        (403, "approved_by_district") if other == "dora" else (403, "not_your_assessment")
    )
    assert set(codes.values()) == {(403, "approved_by_district")}, codes
    out_of_it = person.post(f"/v1/assessments/{own.body['id']}/bank-items", BANK, etag=own.etag)
    assert out_of_it.status == 422
    assert "approved" in str(out_of_it.body)
