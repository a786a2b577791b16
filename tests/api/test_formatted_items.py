"""Imported formulas, lists and emphasis stay with their text, wherever it goes."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.assessments.model import Contents, FormattedTexts
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from tests.support import builders, sheets
from tests.support.builders import mask_of
from tests.support.printing import file_of, work_off_reports
from tests.support.world import DISTRICT, World, WorldPerson

ITEM = sheets.ITEMS[0]
HALF = ["math", "1/2", ["mfrac", ["mn", "1"], ["mn", "2"]]]
FORMATTED = FormattedTexts(
    of=FormattedTexts.digest_of(ITEM.prompt, ITEM.choices),
    prompt=[["p", "A ", ["strong", "half"], "?"]],
    choices=[[["p", HALF]], [["p", "1/3"]], [["p", "2"]]],
)


@pytest.fixture
def dana(world: World) -> WorldPerson:
    builders.a_set(world)
    contents = Contents(
        items=(ITEM,), masks=(mask_of(*ITEM.standards),), formatted={"one": FORMATTED}
    )
    header, _ = sheets.a_test(DISTRICT, sheets.a_header(items=(ITEM,)), (ITEM,))
    doc = contents.model_dump_json(exclude_defaults=True)
    place = keys.assessment_content(DISTRICT, "TEST")
    world.services.table.commit([header, Put(place, {"version": 1, "doc": doc})])
    return world.admin()


def read_formatted(world: World, assessment: str = "TEST") -> list[FormattedTexts]:
    return list(
        world.services.assessments.read_given(DISTRICT, assessment).contents.formatted.values()
    )


def set_items(dana: WorldPerson, **changed: Any) -> None:
    found = dana.get("/v1/assessments/TEST/items")
    (item,) = found.body["items"]
    reply = dana.put("/v1/assessments/TEST/items", {"items": [item | changed]}, etag=found.etag)
    assert reply.status == 200, reply.body


def test_it_stays_when_something_else_is_edited(world: World, dana: WorldPerson) -> None:
    set_items(dana, points="3")
    assert read_formatted(world) == [FORMATTED]


@pytest.mark.parametrize("changed", [{"prompt": "Half?"}, {"choices": ["1/2", "1/4", "2"]}])
def test_it_is_left_out_when_a_text_is_edited(
    world: World, dana: WorldPerson, changed: dict[str, Any]
) -> None:
    set_items(dana, **changed)
    assert read_formatted(world) == []


def test_it_goes_along_with_a_copy_and_out_of_the_bank(world: World, dana: WorldPerson) -> None:
    copy = dana.post("/v1/assessments/TEST/copies", {})
    assert read_formatted(world, copy.body["id"]) == [FORMATTED]
    made = dana.post("/v1/assessments", {"title": "New", "standards_set_id": builders.SET})
    path = f"/v1/assessments/{made.body['id']}/bank-items"
    pick = {"items": [{"assessment_id": "TEST", "item_id": "one"}]}
    assert dana.post(path, pick, etag=made.etag).status < 300
    assert read_formatted(world, made.body["id"]) == [FORMATTED]


def test_it_is_not_in_the_api(dana: WorldPerson) -> None:
    (item,) = dana.get("/v1/assessments/TEST/items").body["items"]
    assert "formatted" not in str(item)


def test_it_is_printed(world: World, dana: WorldPerson) -> None:
    asked = dana.post("/v1/assessments/TEST/printouts", {"parts": ["test"]})
    assert work_off_reports(world) == {"batchItemFailures": []}
    assert file_of(world, f"printouts/{asked.body['id']}.pdf")
