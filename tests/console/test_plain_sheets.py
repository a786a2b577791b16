"""A class's result sheet as a plain form: only what was changed is sent, and nothing is lost."""

from __future__ import annotations

import gzip
import zlib
from typing import Any
from urllib.parse import urlencode

import pytest

from chalicelib.acts import Role
from chalicelib.console.result_sheets import show_sheet
from chalicelib.rosters.model import Student
from tests.api.finishing import FinishedTeam
from tests.api.process_scene import TeamAtWork, expect_ok
from tests.support import builders, classrooms
from tests.support.browser import Browser, ShownPage, fields_of, list_calls_as
from tests.support.world import World

HOSTILE = "<script>alert('x')</script> \"Ünït\" مرحبا"
LARGEST, LARGEST_PLAIN = 15_000, 200_000


def screen_of(sheet: str, query: str = "") -> str:
    *_, tracker, _, given = sheet.split("/")
    return f"/console/sheets/{tracker}/{given}{query}"


def open_as(name: str, sheet: str, query: str = "") -> tuple[Browser, ShownPage]:
    browser = Browser().sign_in_as(name)
    return browser, browser.open(screen_of(sheet, query))


def test_from_a_finished_process_the_sheet_says_that_it_counts_there_no_more(
    world: World,
) -> None:
    team = world.scene(FinishedTeam)
    at = f"/console/processes/{team.process}?tab=pre-test"
    browser = Browser().sign_in_as("mia")
    text = "but no longer in the Mastery Process"

    def open_linked() -> ShownPage:
        return browser.open(str(browser.open(at).one("main a[href*='/sheets/']")["href"]))

    assert text not in open_linked().words()
    team.lock_and_settle()
    shown = open_linked()
    assert text in shown.words(".note")
    assert shown.page.select("main form button.main")


def test_the_sheet_of_an_archived_tracker_says_why_nothing_is_entered(
    team: TeamAtWork, sheet: str
) -> None:
    path = sheet.rpartition("/sheets/")[0]
    expect_ok(team.mia.patch(path, {"archived": True}, etag=expect_ok(team.mia.get(path)).etag))
    _, shown = open_as("mia", sheet)
    assert not shown.page.select("main form")
    assert "teachers enter them, in a tracker that is not archived." in shown.words()


def test_a_sheet_that_was_open_when_its_process_was_locked_says_so_once_it_is_saved(
    world: World,
) -> None:
    team = world.scene(FinishedTeam)
    at = f"/console/processes/{team.process}?tab=pre-test"
    browser = Browser().sign_in_as("mia")
    address = str(browser.open(at).one("main a[href*='/sheets/']")["href"])
    before = browser.press(browser.open(address), "Save", fill={"given": "2026-09-01"})
    assert "Done. The results are saved." in before.words()
    assert "locked" not in before.words()
    assert "no longer in the Mastery Process" not in before.words()
    sheet = address.partition("/sheets/")[2].partition("?")[0].replace("/", "/sheets/")
    path = f"/v1/trackers/{sheet}"
    assert expect_ok(team.mia.get(path)).body["process_ids"] == [team.process]
    opened = browser.open(address)
    team.lock_and_settle()
    assert expect_ok(team.mia.get(path)).body["process_ids"] == []
    after = browser.press(opened, "Save", fill={"given": "2026-09-02"})
    assert "finished and locked by now: it keeps what was entered before" in after.words()
    assert "no longer in the Mastery Process" in after.words(".note"), "by an address of before"


def cells(team: TeamAtWork, sheet: str, place: int = 0) -> list[Any]:
    students = expect_ok(team.mia.get(sheet)).body["students"]
    return list(students[place]["cells"])


def value(shown: ShownPage, name: str) -> str:
    return str(shown.one(f"[name='{name}']")["value"])


def read_chosen(shown: ShownPage, name: str) -> str:
    return str(shown.one(f"select[name='{name}'] option[selected]")["value"])


# -- what is shown ---------------------------------------------------------------------------------


def test_the_sheet_shows_students_by_items(team: TeamAtWork, sheet: str) -> None:
    _, shown = open_as("mia", sheet, f"?process={team.process}&tab=post-test")
    assert (shown.status, shown.heading) == (200, "Math 3 (c2)")
    assert "Fractions, before" in shown.words(".lead")
    heads = [each.get_text().strip() for each in shown.page.select(".sheet thead th")]
    assert heads == ["Student", "Status", "1", "2", "3", "Result"]
    assert [row[0] for row in shown.rows()] == [f"Zimmer c2s{n}, Ada" for n in range(4)]
    assert "0 of 4 students entered." in shown.words()
    assert shown.link("Mastery Process").endswith(f"/processes/{team.process}?tab=post-test")
    assert "One letter (A to C), 1 point: 1 + 1 is?" in shown.words("details ol")
    assert "Points, 2 points" in shown.words("details ol")


def test_no_name_of_a_student_is_in_title_or_address(team: TeamAtWork, sheet: str) -> None:
    browser, shown = open_as("mia", sheet)
    title = shown.page.title
    assert title is not None
    assert title.get_text() == "Results: Fractions, before, Math 3 (c2) - Plumbline"
    saved = browser.press(shown, "Save", fill={"0.1": "B", "s1": "absent"})
    for address in (saved.address, *browser.asked):
        assert "Zimmer" not in address
        assert "c2s" not in address


def test_every_field_is_named_by_its_student_and_item(team: TeamAtWork, sheet: str) -> None:
    _, shown = open_as("mia", sheet)
    ids = {str(each["id"]) for each in shown.page.select("[id]")}
    for control in shown.page.select(".sheet :is(input, select):not([type=hidden])"):
        assert set(str(control["aria-labelledby"]).split()) <= ids
    assert shown.one("#r1").get_text().startswith("Zimmer c2s1, Ada")


def test_hostile_names_of_students_are_inert(world: World) -> None:
    team = TeamAtWork(world)
    sit = (
        Student(id="h0", given=HOSTILE, family="O'Brien & Söhne"),
        Student(id="h1", given="x" * 120, family="אבגדה"),
    )
    classrooms.a_class(world, "hard", "mia", title=HOSTILE[:60], students=sit)
    builders.a_tracker(world, "mia", class_id="hard", title="Hard")
    body = {"test": "pre", "class_id": "hard"}
    sheet = expect_ok(team.mia.post(f"{team.path}/activations", body)).body["links"]["sheet"]
    browser, shown = open_as("mia", sheet)
    wrong = browser.press(shown, "Save", fill={"0.1": "Z", "1.1": HOSTILE})
    for page in (shown, wrong):
        assert not page.page.select("main script")
        assert f"O'Brien & Söhne, {HOSTILE}" in [row[0] for row in page.rows()]
    assert value(wrong, "1.1") == HOSTILE


def test_names_that_do_not_tell_students_apart_have_the_id_behind_them(world: World) -> None:
    team = TeamAtWork(world)
    sit = (
        Student(id="t1", given="Ada", family="Zimmer"),
        Student(id="t2", given="Ada", family="Zimmer"),
        Student(id="t3", given="", family=""),
        Student(id="t4", given="", family="Cher"),
    )
    classrooms.a_class(world, "twins", "mia", students=sit)
    builders.a_tracker(world, "mia", class_id="twins", title="Twins")
    body = {"test": "pre", "class_id": "twins"}
    sheet = expect_ok(team.mia.post(f"{team.path}/activations", body)).body["links"]["sheet"]
    browser, shown = open_as("mia", sheet)
    named = sorted(row[0] for row in shown.rows())
    assert named == ["Cher", "Zimmer, Ada (t1)", "Zimmer, Ada (t2)", "t3"]
    place = next(n for n, row in enumerate(shown.rows()) if row[0].endswith("(t2)"))
    wrong = browser.press(shown, "Save", fill={f"{place}.1": "Z"})
    assert "Zimmer, Ada (t2), item 1" in wrong.words("[role=alert]")


# -- entering --------------------------------------------------------------------------------------


def test_typed_answers_are_entered(team: TeamAtWork, sheet: str) -> None:
    browser, shown = open_as("mia", sheet)
    fill = {"0.1": "b", "0.2": "T", "0.3": "1,5", "1.1": "-", "1.2": "=0.5", "s2": "absent"}
    after = browser.press(shown, "Save", fill=fill)
    assert (after.status, after.words(".note.good")) == (200, "Done. The results are saved.")
    assert cells(team, sheet) == [{"response": "B"}, {"response": "true"}, {"points": "1.5"}]
    assert cells(team, sheet, 1) == [{"omitted": True}, {"points": "0.5"}, None]
    assert [value(after, f"0.{n}") for n in (1, 2, 3)] == ["B", "T", "1.5"]
    assert [value(after, f"1.{n}") for n in (1, 2, 3)] == ["-", "=0.5", ""]
    assert read_chosen(after, "s2") == "absent"
    assert after.rows()[0][-1] == "3.5 of 4 (87.5%) Mastery"
    assert after.rows()[1][-1] == "0.5 of 2 (25%) so far"
    assert "1 of 4 students entered." in after.words()
    assert "Absent: Zimmer c2s2, Ada" in after.words()
    assert "Not entered: Zimmer c2s1, Ada ; Zimmer c2s3, Ada" in after.words()


def test_only_what_was_changed_is_sent(team: TeamAtWork, sheet: str) -> None:
    browser, shown = open_as("mia", sheet)
    seen = browser.press(shown, "Save", fill={"0.1": "B", "0.2": "F"})
    version = expect_ok(team.mia.get(sheet)).body["version"]
    browser.press(seen, "Save")
    assert expect_ok(team.mia.get(sheet)).body["version"] == version
    after = browser.press(seen, "Save", fill={"0.1": "", "1.3": "2"})
    assert cells(team, sheet) == [None, {"response": "false"}, None]
    assert value(after, "1.3") == "2"


def test_an_answer_makes_an_absent_student_present(team: TeamAtWork, sheet: str) -> None:
    browser, shown = open_as("mia", sheet)
    away = browser.press(shown, "Save", fill={"s0": "absent"})
    after = browser.press(away, "Save", fill={"0.1": "B"})
    assert "Students with answers are marked present." in after.words(".note.good")
    assert read_chosen(after, "s0") == "present"
    counts = expect_ok(team.lena.get(team.path)).body["classes"][0]["pre_test"]
    assert (counts["absent"], counts["partial"]) == (0, 1)


def test_empty_answers_become_left_out_in_one_act(team: TeamAtWork, sheet: str) -> None:
    browser, shown = open_as("mia", sheet)
    browser.press(shown, "Save", fill={"0.1": "B", "left_out": "yes"})
    assert cells(team, sheet) == [{"response": "B"}, {"omitted": True}, {"omitted": True}]
    assert cells(team, sheet, 1) == [None, None, None]


def test_the_day_of_the_test_is_kept(team: TeamAtWork, sheet: str) -> None:
    browser, shown = open_as("mia", sheet)
    browser.press(shown, "Save", fill={"0.1": "B", "given": "2026-09-10"})
    assert expect_ok(team.mia.get(sheet)).body["given_date"] == "2026-09-10"


def test_a_form_that_is_sent_twice_acts_once(team: TeamAtWork, sheet: str) -> None:
    browser, shown = open_as("mia", sheet)
    first = browser.press(shown, "Save", fill={"0.1": "B"})
    again = browser.press(shown, "Save", fill={"0.1": "B"})
    assert first.status == again.status == 200
    assert expect_ok(team.mia.get(sheet)).body["version"] == 2


def test_texts_that_look_like_marks_come_back_as_they_are(team: TeamAtWork) -> None:
    item = {
        "kind": "short_text",
        "prompt": "Write the sign.",
        "key": ["minus"],
        "standards": ["3.NB.1"],
        "points": "1",
    }
    test = team.a_test("Signs")
    path = f"/v1/assessments/{test}/items"
    expect_ok(team.lena.put(path, {"items": [item]}, etag=expect_ok(team.lena.get(path)).etag))
    team.process = team.begin("Signs", test)
    reply = expect_ok(team.mia.post(f"{team.path}/activations", {"test": "pre", "class_id": "c2"}))
    sheet = str(reply.body["links"]["sheet"])
    browser, shown = open_as("mia", sheet)
    typed = [":-", ":=1", HOSTILE, ":)"]
    after = browser.press(shown, "Save", fill={f"{n}.1": text for n, text in enumerate(typed)})
    stored = [cells(team, sheet, n)[0]["response"] for n in range(4)]
    assert stored == ["-", "=1", HOSTILE, ":)"]
    assert [value(after, f"{n}.1") for n in range(4)] == typed
    assert not after.page.select("main script")
    version = expect_ok(team.mia.get(sheet)).body["version"]
    browser.press(after, "Save")
    assert expect_ok(team.mia.get(sheet)).body["version"] == version


# -- what cannot be saved --------------------------------------------------------------------------


def test_impossible_answers_are_refused_at_their_cells_and_everything_typed_stays(
    team: TeamAtWork, sheet: str
) -> None:
    browser, shown = open_as("mia", sheet)
    fill = {"0.1": "Z", "0.2": "T", "1.3": "9", "s1": "present"}
    wrong = browser.press(shown, "Save", fill=fill)
    assert wrong.status == 422
    assert [value(wrong, name) for name in ("0.1", "0.2", "1.3")] == ["Z", "T", "9"]
    assert wrong.one("[id='0.1']")["aria-invalid"] == "true"
    assert "a letter from A to C" in wrong.words("[id='e0.1']")
    assert not wrong.page.select("[id='0.2']")
    links = {str(a["href"]): a.get_text() for a in wrong.page.select("#errors a")}
    assert links == {"#0.1": "Zimmer c2s0, Ada, item 1", "#1.3": "Zimmer c2s1, Ada, item 3"}
    assert cells(team, sheet) == [None, None, None]
    assert wrong.one("form[data-sheet]")["data-sheet"] == "typed", "a script asks before it is left"
    right = browser.press(wrong, "Save", fill={"0.1": "A", "1.3": "2"})
    assert right.status == 200
    assert cells(team, sheet)[:2] == [{"response": "A"}, {"response": "true"}]


def test_a_contradicting_status_is_refused_at_the_student(team: TeamAtWork, sheet: str) -> None:
    browser, shown = open_as("mia", sheet)
    wrong = browser.press(shown, "Save", fill={"0.1": "B", "s0": "absent"})
    assert wrong.status == 422
    assert wrong.one("#s0")["aria-invalid"] == "true"
    assert "marked absent but also has answers" in wrong.words("#e0")
    assert (read_chosen(wrong, "s0"), value(wrong, "0.1")) == ("absent", "B")


def test_an_impossible_day_is_refused_at_the_field(team: TeamAtWork, sheet: str) -> None:
    browser, shown = open_as("mia", sheet)
    wrong = browser.press(shown, "Save", fill={"given": "2027-01-01", "0.1": "B"})
    assert wrong.status == 422
    assert (value(wrong, "given"), value(wrong, "0.1")) == ("2027-01-01", "B")
    assert wrong.page.select("#errors a[href='#given']")


def meet(team: TeamAtWork, sheet: str, *, typed: dict[str, str]) -> tuple[Browser, ShownPage]:
    """Have two windows of Mia's open, and save in the first what meets the second."""
    browser, mine = open_as("mia", sheet)
    browser.press(mine, "Save", fill={"0.1": "B"})
    first, second = browser.open(screen_of(sheet)), browser.open(screen_of(sheet))
    browser.press(first, "Save", fill={"0.1": "C", "1.1": "A"})
    return browser, browser.press(second, "Save", fill=typed)


def test_a_stale_row_keeps_what_was_typed_and_says_what_is_there(
    team: TeamAtWork, sheet: str
) -> None:
    browser, met = meet(team, sheet, typed={"0.1": "A", "0.2": "T", "2.2": "F"})
    assert met.status == 409
    assert "Item 1: it is “C” now." in met.words("[id='e0.1']")
    assert [value(met, name) for name in ("0.1", "0.2", "2.2")] == ["A", "T", "F"]
    assert value(met, "1.1") == "A", "what was entered meanwhile is shown"
    assert cells(team, sheet) == [{"response": "C"}, None, None]
    browser.press(met, "Save")
    assert cells(team, sheet) == [{"response": "A"}, {"response": "true"}, None]
    assert cells(team, sheet, 1)[0] == {"response": "A"}
    assert cells(team, sheet, 2)[1] == {"response": "false"}


def test_rows_that_do_not_meet_are_merged(team: TeamAtWork, sheet: str) -> None:
    _, after = meet(team, sheet, typed={"1.2": "T", "3.1": "C"})
    assert after.status == 200
    assert cells(team, sheet, 1)[:2] == [{"response": "A"}, {"response": "true"}]
    assert cells(team, sheet, 3)[0] == {"response": "C"}


def test_a_mistake_does_not_hide_what_was_entered_meanwhile(team: TeamAtWork, sheet: str) -> None:
    browser, wrong = meet(team, sheet, typed={"0.1": "A", "2.1": "Z"})
    assert wrong.status == 422
    met = browser.press(wrong, "Save", fill={"2.1": "B"})
    assert met.status == 409
    assert "Item 1: it is “C” now." in met.words("[id='e0.1']")
    assert cells(team, sheet) == [{"response": "C"}, None, None]


def test_home_leads_to_the_sheets_that_wait(team: TeamAtWork, sheet: str) -> None:
    expect_ok(_enter(team, sheet, "B"))
    home = Browser().sign_in_as("mia").open("/console/home")
    assert home.link("Fractions, before").endswith(screen_of(sheet))


# -- who -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["sam", "dana"])
def test_administrators_see_it_and_do_not_enter(team: TeamAtWork, sheet: str, name: str) -> None:
    expect_ok(_enter(team, sheet, "B"))
    browser, shown = open_as(name, sheet)
    assert shown.status == 200
    assert not shown.page.select("main form")
    assert shown.rows()[0][:3] == ["Zimmer c2s0, Ada", "Present", "B"]
    sent = browser.send(
        "POST", screen_of(sheet), b"version=1&student=c2s0&was=present%09A%09&0.1=C"
    )
    assert sent.status == 403
    assert cells(team, sheet)[0] == {"response": "B"}


@pytest.mark.parametrize("name", ["lena", "noah", "olga", "saul"])
def test_people_who_do_not_teach_the_class_find_nothing(
    team: TeamAtWork, sheet: str, name: str
) -> None:
    browser, shown = open_as(name, sheet)
    assert shown.status == 404
    assert "Zimmer" not in shown.text
    sent = browser.send(
        "POST", screen_of(sheet), b"version=1&student=c2s0&was=present%09A%09&0.1=C"
    )
    assert sent.status == 404


def test_unknown_sheets_are_not_there(team: TeamAtWork, sheet: str) -> None:
    browser = Browser().sign_in_as("mia")
    *_, tracker, given = screen_of(sheet).split("/")
    for address in (f"{tracker}/nothing", f"nothing/{given}", "%2F/%00"):
        assert browser.open(f"/console/sheets/{address}").status == 404


@pytest.mark.parametrize(
    "body",
    [b"", b"student=c2s0", b"student=c2s0&was=x&0.9=B", b"first=x&student=c2s0&was=%09%09&0.x=B"],
)
def test_broken_forms_change_nothing(team: TeamAtWork, sheet: str, body: bytes) -> None:
    sent = Browser().sign_in_as("mia").send("POST", screen_of(sheet), body)
    assert sent.status in (200, 400, 409, 412, 422)
    assert cells(team, sheet) == [None, None, None]


def _enter(team: TeamAtWork, sheet: str, letter: str) -> Any:
    students = [{"student_id": "c2s0", "scores": [{"item_id": 1, "response": letter}]}]
    return team.mia.patch(sheet, {"students": students}, etag=expect_ok(team.mia.get(sheet)).etag)


# -- how large -------------------------------------------------------------------------------------


def whole_class(world: World, students: int, items: int) -> tuple[TeamAtWork, str]:
    team = TeamAtWork(world)
    sit = tuple(
        Student(id=f"b{n}", given=f"Given-{n * 7919 % 97}", family=f"Featherstone{n * 31 % 83}")
        for n in range(students)
    )
    classrooms.a_class(world, "big", "mia", students=sit)
    builders.a_tracker(world, "mia", class_id="big", title="Big")
    test = team.a_test("Long")
    item = {
        "kind": "single_choice",
        "prompt": "How many beans are in 9 rows of 7?",
        "choices": ["63", "62", "61", "60"],
        "key": ["A"],
        "standards": ["3.NB.1"],
        "points": "1",
    }
    path = f"/v1/assessments/{test}/items"
    body = {"items": [item for _ in range(items)]}
    expect_ok(team.lena.put(path, body, etag=expect_ok(team.lena.get(path)).etag))
    team.process = team.begin("Long", test)
    reply = expect_ok(team.mia.post(f"{team.path}/activations", {"test": "pre", "class_id": "big"}))
    sheet = str(reply.body["links"]["sheet"])
    sent = [
        {
            "student_id": f"b{n}",
            "scores": [
                {"item_id": m, "response": "ABCD"[(n * m + n) % 4]} for m in range(1, items + 1)
            ],
        }
        for n in range(students)
    ]
    expect_ok(team.mia.patch(sheet, {"students": sent}, etag=expect_ok(team.mia.get(sheet)).etag))
    return team, sheet


@pytest.mark.parametrize(("students", "items", "shown_items"), [(30, 20, 20), (40, 70, 30)])
def test_a_whole_class_stays_small(
    world: World, students: int, items: int, shown_items: int
) -> None:
    _, sheet = whole_class(world, students, items)
    _, shown = open_as("mia", sheet)
    assert len(shown.page.select(".sheet tbody input:not([type=hidden])")) == students * shown_items
    assert len(shown.text.encode()) <= LARGEST_PLAIN
    assert len(gzip.compress(shown.text.encode())) <= LARGEST


@pytest.mark.parametrize(("students", "items", "most"), [(30, 20, 12), (40, 70, 15)])
def test_a_save_of_a_whole_class_costs_few_write_units(
    world: World, students: int, items: int, most: int
) -> None:
    """The answer that a repeat of it gets is kept with the whole sheet, in few bytes."""
    _, sheet = whole_class(world, students, items)
    browser, shown = open_as("mia", sheet)
    ledger = world.cloud.simulated.table.ledger  # type: ignore[attr-defined]
    before = ledger.write_units + ledger.index_write_units
    saved = browser.press(shown, "Save", fill={"0.2": "-"})
    spent = ledger.write_units + ledger.index_write_units - before
    assert saved.status == 200
    assert spent <= most, spent
    (record,) = [each for each in world.items() if "#DONE#" in each["pk"]["S"]]
    assert len(zlib.decompress(record["answer"]["B"])) > 5 * len(record["answer"]["B"])


def test_a_wide_sheet_is_cut_into_pages_of_items(world: World) -> None:
    team, sheet = whole_class(world, 40, 70)
    browser, shown = open_as("mia", sheet)
    parts = [each.get_text() for each in shown.page.select("nav.tabs a")]
    assert parts == ["Items 1 to 30", "Items 31 to 60", "Items 61 to 70"]
    last = browser.open(shown.link("Items 61 to 70"))
    before = cells(team, sheet)
    after = browser.press(last, "Save", fill={"0.70": "-"})
    assert after.page.select("[name='0.70']"), "it stays on the page of these items"
    assert cells(team, sheet) == [*before[:69], {"omitted": True}]


def test_the_sheet_is_one_question(team: TeamAtWork, sheet: str) -> None:
    *_, tracker, _, given = sheet.split("/")
    at = {"tracker_id": tracker, "given_id": given}
    asked = list_calls_as(team.world, "mia", Role.TEACHER, show_sheet, {}, **at)
    assert asked == ["GET /v1/trackers/{tracker_id}/sheets/{assessment_id}"]


@pytest.mark.parametrize("name", ["version", "first", "assessment_version"])
def test_a_number_that_no_form_of_ours_sends_is_no_mistake_of_ours(sheet: str, name: str) -> None:
    browser, shown = open_as("mia", sheet)
    said = fields_of(shown.one("form[data-sheet]")) | {"0.1": ["B"], name: ["9" * 5000]}
    sent = browser.send("POST", screen_of(sheet), urlencode(said, doseq=True).encode())
    assert sent.status in (200, 400, 409, 412, 422)


def test_a_sheet_of_a_process_says_whose_levels_it_names(team: TeamAtWork, sheet: str) -> None:
    browser = Browser().sign_in_as("mia")
    led = browser.open(screen_of(sheet, f"?process={team.process}&tab=pre-test"))
    assert "The levels here are those of the assessment." in led.words("caption")
    assert "levels" not in browser.open(screen_of(sheet)).words("caption")
