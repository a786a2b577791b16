"""What may still change once students have results, and what may not (A9)."""

from __future__ import annotations

from typing import Any

import pytest

from tests import builders, sheets
from tests.corrected import a_class_with_tracker
from tests.sheets import entering, student
from tests.world import DISTRICT, Person, Reply, World

TEST = "/v1/assessments/TEST"
FORMS = {"B": [(item.id, item.key) for item in reversed(sheets.ITEMS)]}


@pytest.fixture
def dana(world: World) -> Person:
    """Give the creator of a test on which a class has results."""
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


def items_of(dana: Person) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = dana.get(f"{TEST}/items").body["items"]
    return items


def put(dana: Person, items: list[dict[str, Any]], **more: Any) -> Reply:
    return dana.put(f"{TEST}/items", {"items": items, **more}, etag=dana.get(TEST).etag)


def refused(reply: Reply) -> list[tuple[str, str]]:
    assert (reply.status, reply.body["code"]) == (409, "assessment_scored"), reply.body
    assert "correction" in reply.body["detail"]
    assert "copy" in reply.body["detail"]
    return [(each["pointer"], each["code"]) for each in reply.body["errors"]]


def test_the_first_results_freeze_what_decides_scores(dana: Person) -> None:
    shown = dana.get(TEST).body
    assert shown["scored"]
    assert shown["cuts"] == ["50", "80"]
    assert "correct" in shown["allowed"]


def test_texts_may_be_mended(dana: Person) -> None:
    items = items_of(dana)
    items[0] |= {"prompt": "One half?", "choices": ["a half", "a third", "two"]}
    saved = put(dana, items)
    assert saved.status == 200, saved.body
    assert saved.body["items"][0]["prompt"] == "One half?"
    assert [each["item"] for each in saved.body["versions"]["B"]] == ["four", "three", "two", "one"]
    renamed = dana.patch(TEST, {"title": "Halves", "subject": "Maths"}, etag=saved.etag)
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
def test_what_decides_scores_is_refused_and_named(
    dana: Person, number: int, changed: dict[str, Any], what: str
) -> None:
    items = items_of(dana)
    items[number] |= changed
    assert refused(put(dana, items)) == [(f"/items/{number}/{what}", f"{what}_frozen")]
    assert items_of(dana)[number] != items[number]


def test_a_kind_is_frozen_too(dana: Person) -> None:
    items = items_of(dana)
    items[3] |= {"kind": "true_false", "key": ["true"]}
    codes = {code for _, code in refused(put(dana, items))}
    assert codes == {"kind_frozen", "key_frozen"}


def test_items_stay_the_same_ones_in_the_same_order(dana: Person) -> None:
    items = items_of(dana)
    assert refused(put(dana, items[:3])) == [("/items", "items_frozen")]
    assert refused(put(dana, [*items, {**items[0], "id": ""}])) == [("/items", "items_frozen")]
    assert refused(put(dana, [{**each, "id": ""} for each in items])) == [
        ("/items", "items_frozen")
    ]
    assert refused(put(dana, items[::-1])) == [("/items", "order_frozen")]


def test_everything_frozen_is_named_at_once(dana: Person) -> None:
    items = items_of(dana)
    items[0] |= {"key": ["B"], "points": "3"}
    items[2] |= {"key": ["3"]}
    assert len(refused(put(dana, items))) == 3


def test_printed_forms_are_frozen(dana: Person) -> None:
    other = {"B": [{"item": each.id, "key": each.key} for each in sheets.ITEMS]}
    assert refused(put(dana, items_of(dana), versions=other)) == [("/versions", "versions_frozen")]
    assert refused(put(dana, items_of(dana), versions={})) == [("/versions", "versions_frozen")]


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"cuts": ["60", "90"]}, ["/cuts"]),
        ({"cuts": []}, ["/cuts"]),
        ({"levels": 4, "cuts": ["50", "80", "90"]}, ["/cuts", "/levels"]),
        ({"set_id": "other"}, ["/set_id"]),
    ],
)
def test_cut_scores_levels_and_set_are_frozen(
    dana: Person, changed: dict[str, Any], named: list[str]
) -> None:
    reply = dana.patch(TEST, changed, etag=dana.get(TEST).etag)
    assert sorted(pointer for pointer, _ in refused(reply)) == named


def test_a_copy_may_be_changed(dana: Person) -> None:
    copy = dana.post(f"{TEST}/copies", {}).body
    assert not copy["scored"]
    path = f"/v1/assessments/{copy['id']}"
    items = items_of(dana)
    items[0] |= {"key": ["B"]}
    saved = dana.put(f"{path}/items", {"items": items[:2]}, etag=dana.get(path).etag)
    assert saved.status == 200, saved.body
