"""The history of a sheet: who entered and changed what, and when."""

from __future__ import annotations

from typing import Any

from chalicelib.compression import decompress_json
from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete, Update
from tests.api.process_scene import TeamAtWork, expect_ok
from tests.api.results_scene import HALF, RIGHT, Results
from tests.support.world import DISTRICT, World


def path_of(results: Results, school_class: str = "c1") -> str:
    return f"/v1/trackers/{results.trackers[school_class]}/sheets/{results.assessment}/history"


def read_items(results: Results, place: str) -> list[dict[str, Any]]:
    return [each for page in results.world.services.table.pages(place) for each in page]


def read_audit(results: Results) -> list[dict[str, Any]]:
    """Return what the audit of the day has of the class's sheet."""
    found = read_items(results, f"{DISTRICT}#AUDIT#2026-09-14")
    return [each for each in found if each["subject"] == f"c1.{results.assessment}"]


def history(results: Results, query: str = "") -> list[dict[str, Any]]:
    tess = results.people["tess"]
    items: list[dict[str, Any]] = expect_ok(tess.get(path_of(results) + query)).body["items"]
    return items


def test_every_save_says_who_when_and_whose_results_the_latest_first(results: Results) -> None:
    results.enter("c1", RIGHT, HALF)
    results.world.clock.forward(seconds=3600)
    results.enter("c1", "absent")
    last, first = history(results)
    assert (first["action"], first["version"], first["cell_count"]) == ("entered", 1, 6)
    assert (first["changed_by_id"], first["changed_by_name"]) == ("tess", "Tess =Example")
    assert first["changed_at"] == "2026-09-14T17:00:00.000Z"
    assert [(each["student_id"], each["cell_count"]) for each in first["students"]] == [
        ("s0", 3), ("s1", 3),
    ]  # fmt: skip
    assert last["changed_at"] == "2026-09-14T18:00:00.000Z"
    assert last["students"] == [
        {
            "student_id": "s0",
            "given_name": "Ada",
            "family_name": "Zimmer",
            "cell_count": 0,
            "item_numbers": [],
            "status_changed": True,
        }
    ]


def test_one_changed_answer_is_one_cell(results: Results) -> None:
    results.enter("c1", RIGHT, RIGHT)
    results.enter("c1", HALF)
    assert [(each["cell_count"], len(each["students"])) for each in history(results)] == [
        (1, 1), (6, 2),
    ]  # fmt: skip
    last, first = history(results)
    assert [each["item_numbers"] for each in last["students"]] == [[3]]
    assert [each["item_numbers"] for each in first["students"]] == [[1, 2, 3], [1, 2, 3]]


def test_an_act_that_kept_no_items_is_still_read() -> None:
    """As builds before this one wrote it."""
    from chalicelib.compression import compress_json
    from chalicelib.results.touched_cells import TouchedStudent, read_touched

    touched = read_touched(compress_json([["s0", "s1"], [3, 0], [1], 0]))
    assert touched.students == (TouchedStudent("s0", 3), TouchedStudent("s1", 0, status=True))


def test_a_save_that_changes_nothing_is_in_no_history(results: Results) -> None:
    results.enter("c1", RIGHT)
    results.enter("c1", RIGHT)
    assert len(history(results)) == 1
    assert expect_ok(results.people["theo"].get(path_of(results, "c3"))).body["items"] == []


def test_the_day_of_the_test_is_in_it(results: Results) -> None:
    results.enter("c1", RIGHT)
    sheet = path_of(results).removesuffix("/history")
    tess = results.people["tess"]
    expect_ok(tess.patch(sheet, {"given_date": "2026-09-13"}, etag=tess.get(sheet).etag))
    last, first = history(results)
    assert (last["given_date_changed"], first["given_date_changed"]) == (True, False)
    assert (last["students"], last["cell_count"]) == ([], 0)


def test_it_is_paged(results: Results) -> None:
    for given in (RIGHT, HALF, "absent", RIGHT):
        results.enter("c1", given)
    page = expect_ok(results.people["tess"].get(f"{path_of(results)}?limit=3")).body
    rest = history(results, f"?limit=3&cursor={page['next']}")
    versions = [each["version"] for each in (*page["items"], *rest)]
    assert versions == [4, 3, 2, 1]


def test_only_who_may_open_the_sheet_sees_its_history(results: Results) -> None:
    results.enter("c1", RIGHT)
    assert results.people["theo"].get(path_of(results)).status == 404
    assert results.sam.get(path_of(results)).status == 200
    assert results.sam.get(path_of(results, "c3")).status == 404
    etag = results.dana.get(results.path).etag
    expect_ok(results.dana.post(f"{results.path}/recall", {}, etag=etag))
    assert results.people["tess"].get(path_of(results)).status == 404


def test_records_of_release_0_3_are_left_out_and_nothing_breaks(results: Results) -> None:
    """It kept no history of a sheet, and its sheets say nothing of who saved lately."""
    results.enter("c1", RIGHT)
    table = results.world.services.table
    for item in read_items(results, keys.history(DISTRICT, f"c1.{results.assessment}")):
        table.commit([Delete(keys.Key(item["pk"], item["sk"]))])
    table.commit([Update(keys.sheet(DISTRICT, "c1", results.assessment), {}, ("recent",))])
    assert history(results) == []
    results.enter("c1", HALF)
    assert [each["version"] for each in history(results)] == [2]


def test_an_audit_record_holds_no_name_and_no_score(results: Results) -> None:
    results.enter("c1", RIGHT)
    (saved,) = read_items(results, keys.history(DISTRICT, f"c1.{results.assessment}"))
    assert decompress_json(saved.pop("what")) == [["s0"], [3], [], 0, ["7"]]
    (listed,) = read_audit(results)
    places = ("pk", "sk")
    assert {name: saved[name] for name in saved if name not in places} == {
        name: listed[name] for name in listed if name not in places
    }
    assert (saved["person"], saved["verb"], saved["version"]) == ("tess", "change_sheet", 1)
    assert saved["subject"] == f"c1.{results.assessment}"


def test_the_audit_of_a_day_has_each_who_saved_once_in_a_quarter_of_an_hour(
    results: Results,
) -> None:
    """The sheet's history has every save."""
    tess = results.people["tess"]
    clock = results.world.clock
    sheet = path_of(results).removesuffix("/history")
    for seconds, given in ((0, RIGHT), (1, HALF), (890, "absent"), (8, RIGHT), (1, HALF)):
        clock.forward(seconds=seconds)
        results.enter("c1", given)
    entered = [(each["person"], each["sk"][11:19], each["version"]) for each in read_audit(results)]
    assert entered == [("tess", "17:00:00", 1), ("tess", "17:15:00", 5)]
    assert [each["version"] for each in history(results)] == [5, 4, 3, 2, 1]
    clock.forward(seconds=1)
    rows = {"csv": "ID,1\ns0,C\n", "apply": True}
    expect_ok(
        tess.send("POST", f"{sheet}/response-files", rows, {"If-Match": tess.get(sheet).etag})
    )
    assert read_audit(results)[-1]["verb"] == "import_response_file", (
        "another act is another record"
    )
    results.enter("c1", RIGHT)
    assert len(read_audit(results)) == 3, "both are known of this quarter of an hour"


def test_an_activation_is_in_the_history_of_its_sheet(world: World) -> None:
    team = world.scene(TeamAtWork)
    body = {"test": "pre", "class_id": "c2"}
    sheet = expect_ok(team.mia.post(f"{team.path}/activations", body)).body["sheet"]
    (only,) = expect_ok(team.mia.get(f"{sheet}/history")).body["items"]
    assert (only["action"], only["changed_by_name"]) == ("activated", "Mia Example")
    assert only["students"] == []
