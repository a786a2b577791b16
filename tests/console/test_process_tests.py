"""The tabs Pre-Test and Post-Test: activate, re-activate, and see where everybody stands."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from typing import Any

import pytest

from chalicelib.acts import Role
from chalicelib.console import process_acts, processes
from chalicelib.processes.model import Attached
from chalicelib.rosters.model import Student
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put, Update
from tests.api.process_scene import RIGHT, TeamAtWork, expect_ok
from tests.api.school_part_scene import TwoSchools, points
from tests.api.test_activations import list_classes, without_tracker
from tests.console.test_attachments import announce, upload
from tests.support import builders, classrooms
from tests.support.browser import Browser, ShownPage, list_calls_as, list_calls_of_admin, query_of
from tests.support.process_rows import a_class, a_row
from tests.support.world import DISTRICT, World

HOSTILE = "<script>alert('x')</script> \"Ünït\" مرحبا"
LARGEST, LARGEST_PLAIN = 15_000, 200_000


@pytest.fixture
def team(world: World) -> TeamAtWork:
    made: TeamAtWork = world.scene(TeamAtWork)
    list_classes(made, *made.trackers)
    return made


def address(team: TeamAtWork, tab: str = "pre-test") -> str:
    return f"/console/processes/{team.process}?tab={tab}"


def open_as(name: str, team: TeamAtWork, tab: str = "pre-test") -> tuple[Browser, ShownPage]:
    browser = Browser().sign_in_as(name)
    return browser, browser.open(address(team, tab))


def own(shown: ShownPage) -> list[str]:
    return [" ".join(each.get_text(" ").split()) for each in shown.page.select(".own > li")]


def activate(team: TeamAtWork, class_id: str = "c2", test: str = "pre", **more: Any) -> Any:
    teacher = {"c1": team.lena, "c2": team.mia, "c3": team.noah, "c4": team.lena}[class_id]
    body = {"test": test, "class_id": class_id, **more}
    return expect_ok(teacher.post(f"{team.path}/activations", body)).body


def enter(team: TeamAtWork, sheet: str, **students: Any) -> None:
    found = expect_ok(team.mia.get(sheet))
    items = [each["id"] for each in found.body["items"]]
    sent = [
        {"student_id": name, "status": said}
        if isinstance(said, str)
        else {
            "student_id": name,
            "scores": [
                {"item_id": item, "response": each} for item, each in zip(items, said, strict=False)
            ],
        }
        for name, said in students.items()
    ]
    expect_ok(team.mia.patch(sheet, {"students": sent}, etag=found.etag))


# -- without a test --------------------------------------------------------------------------------


def test_a_leader_chooses_the_pre_test_and_members_learn_who_does(team: TeamAtWork) -> None:
    team.process = team.begin("Unit 5", pre_test="")
    browser, shown = open_as("lena", team)
    assert "Choose the Pre-Test." in shown.words()
    page = browser.open(shown.link("Select Pre-Test"))
    assert page.heading == "Select Pre-Test"
    _, seen = open_as("mia", team)
    assert "There is no Pre-Test yet. Lena Example must attach it." in seen.words()
    assert not seen.page.select(".empty a")
    _, looked = open_as("sam", team)
    assert "A leader of the data team must attach it." in looked.words()


def test_the_post_test_comes_after_the_pre_test(team: TeamAtWork) -> None:
    browser, shown = open_as("lena", team, "post-test")
    assert shown.link("Select Post-Test").endswith("/acts/attach-post-test")
    _, seen = open_as("mia", team, "post-test")
    assert "There is no Post-Test yet. Lena Example must attach it." in seen.words()
    team.process = team.begin("Unit 5", pre_test="")
    shown = browser.open(address(team, "post-test"))
    assert "There is no Pre-Test yet." in shown.words()
    assert shown.link("Open the Pre-Test").endswith("tab=pre-test")


def test_the_tab_opens_automatically_while_no_class_has_the_test(team: TeamAtWork) -> None:
    shown = Browser().sign_in_as("mia").open(f"/console/processes/{team.process}")
    assert shown.words(".tabs [aria-current]") == "Pre-Test"
    names = [each.get_text() for each in shown.page.select(".tabs a")]
    assert names.index("Pre-Test") == 0
    assert names.index("Post-Test") < names.index("Reflect")


# -- the test --------------------------------------------------------------------------------------


def test_the_test_is_shown_with_its_standards_in_words(world: World) -> None:
    builders.statements(world)
    team = TeamAtWork(world)
    _, shown = open_as("mia", team)
    assert shown.link("Fractions, before").endswith(f"/assessments/{team.pre_test}")
    about = shown.words("section.card")
    assert "3 items · 4 points" in about
    assert "2 standards are assessed" in about
    codes = [each.get_text() for each in shown.page.select("details.fold li strong")]
    assert codes == ["3.NB.1", "3.FR.1"]
    statement = expect_ok(team.mia.get(team.path)).body["pre_test"]["described_standards"][0][
        "statement"
    ]
    assert statement
    assert statement in about
    assert "No file is attached." in about


def test_attached_files_have_links(team: TeamAtWork) -> None:
    leader = Browser().sign_in_as("lena")
    second = announce(leader, team.pre_test, name="Test <b>.pdf")
    _, waiting = open_as("mia", team)
    assert "No file is attached." in waiting.words("section.card")
    upload(team.world, second)
    browser, shown = open_as("mia", team)
    led = browser.open(shown.link("Test <b>.pdf"))
    assert led.address.startswith("https://plumbline-files.s3.amazonaws.com/attachments/")


# -- activating ------------------------------------------------------------------------------------


def test_activate_gives_the_class_a_sheet(team: TeamAtWork) -> None:
    browser, shown = open_as("mia", team)
    assert own(shown) == ["Math 3 (c2) ◔ Not activated Activate Math 3 (c2) "
                          "Tracker and last day Math 3 (c2)".replace("◔ ", "")]  # fmt: skip
    after = browser.press(shown, "Activate Math 3 (c2)")
    browser.press(shown, "Activate Math 3 (c2)")
    assert "The test is activated for this class." in after.words(".note.good")
    assert query_of(after.address)["tab"] == "pre-test"
    (row,) = own(after)
    assert "Activated Sep 14, 2026. 0 of 4 entered, 4 not entered." in row
    sheet = browser.open(after.link("Enter results Math 3 (c2)"))
    assert (sheet.status, sheet.heading) == (200, "Math 3 (c2)")
    assert expect_ok(team.lena.get(team.path)).body["classes"][0]["class_id"] == "c2"
    assert after.rows()[-1][:3] == ["Mia Example", "Math 3 (c2)", "Activated"]


def test_a_class_without_a_tracker_gets_one(team: TeamAtWork) -> None:
    without_tracker(team)
    list_classes(team, "c9")
    browser, shown = open_as("mia", team)
    name = expect_ok(team.mia.get(f"/v1/standards-sets/{builders.SET}")).body["name"]
    (row,) = (each for each in own(shown) if "c9" in each)
    assert f"This class has no tracker with the standards set {name}." in row
    assert own(shown)[-1] == row, "classes with a tracker come first"
    assert "Activate Math 3 (c9)" not in [
        " ".join(each.get_text().split()) for each in shown.page.select(".own button")
    ]
    asked = browser.open(shown.link("Activate for this class, too Math 3 (c9)"))
    assert "Is this the right class? It has no tracker with the test's standards set." in (
        asked.words(".note.wait")
    )
    assert "until you select Undo Activate." in asked.words(".note.wait")
    after = browser.press(asked, "Activate")
    (row,) = (each for each in own(after) if "c9" in each)
    assert "Activated" in row
    made = expect_ok(team.mia.get("/v1/trackers")).body["items"]
    assert "c9" in {each["class_id"] for each in made}


def test_a_class_of_another_subject_is_asked_about_where_the_roster_tells_subjects_apart(
    team: TeamAtWork,
) -> None:
    for name, subject in (("c2", "Math"), ("c8", "English Language Arts")):
        classrooms.a_class(team.world, name, "mia", students=_sit(team), subjects=(subject,))
    builders.a_tracker(team.world, "mia", class_id="c8", title="Reading and numbers")
    list_classes(team, "c2", "c8")
    browser, shown = open_as("mia", team)
    first, second = own(shown)
    assert "Activate Math 3 (c2) Tracker and last day" in first
    assert "c8" in second
    assert "The roster has this class under another subject than the test's." in second
    asked = browser.open(shown.link("Activate for this class, too Math 3 (c8)"))
    assert "Is this the right class? The roster has it under another subject" in (
        asked.words(".note.wait")
    )
    after = browser.press(asked, "Activate")
    assert "The test is activated for this class." in after.words(".note.good")
    assert "c8" in own(after)[0], "those that have the test come first"


def test_subjects_that_the_roster_writes_in_its_own_way_ask_nobody(team: TeamAtWork) -> None:
    classrooms.a_class(team.world, "c2", "mia", students=_sit(team), subjects=("Algebra I",))
    list_classes(team, "c2")
    browser, shown = open_as("mia", team)
    after = browser.press(shown, "Activate Math 3 (c2)")
    assert "The test is activated for this class." in after.words(".note.good")


def test_a_class_of_another_school_cannot_be_activated_and_says_why(team: TeamAtWork) -> None:
    classrooms.a_class(team.world, "s1", "mia", school="south", students=())
    builders.a_tracker(team.world, "mia", class_id="s1")
    list_classes(team, "s1")
    _, shown = open_as("mia", team)
    (row,) = (each for each in own(shown) if "s1" in each)
    assert "This class belongs to another school than the data team." in row
    assert not shown.page.find_all("button", string=lambda text: text == "Activate Math 3 (s1)")


def test_re_activate_leads_to_the_same_sheet(team: TeamAtWork) -> None:
    made = activate(team)
    enter(team, made["links"]["sheet"], c2s0=RIGHT, c2s1="absent", c2s2=["B"])
    browser, shown = open_as("mia", team)
    (row,) = own(shown)
    assert "1 of 4 entered, 1 absent, 1 not entered, 1 partly entered." in row
    sheet = browser.press(shown, "Re-Activate Math 3 (c2)")
    tracker, given = made["tracker_id"], made["assessment_id"]
    assert sheet.address.split("?")[0].endswith(f"/console/sheets/{tracker}/{given}")
    assert "Absent: Zimmer c2s1, Ada" in sheet.words()
    assert "Not entered: Zimmer c2s2, Ada ; Zimmer c2s3, Ada" in sheet.words()
    after = browser.press(sheet, "Save", fill={"1.1": "B", "1.2": "T", "1.3": "2"})
    assert query_of(after.address)["process"] == team.process
    counts = expect_ok(team.lena.get(team.path)).body["classes"][0]["pre_test"]
    assert (counts["tested"], counts["absent"]) == (2, 0)


@pytest.mark.parametrize("way", ["tab", "page"])
def test_a_second_teacher_of_a_class_re_activates_without_a_tracker(
    team: TeamAtWork, way: str
) -> None:
    both = classrooms.a_class(team.world, "c2", "mia", "noah", students=_sit(team))
    key = keys.class_of_teacher(DISTRICT, "noah", "c2")
    team.world.services.table.commit([Put(key, {"doc": both.row().model_dump_json()})])
    activate(team)
    browser, shown = open_as("noah", team)
    (row,) = (each for each in own(shown) if "c2" in each)
    assert "Activated Sep 14, 2026, Mia Example." in row.replace(" ,", ",")
    if way == "tab":
        sheet = browser.press(shown, "Re-Activate Math 3 (c2)")
    else:
        page = browser.open(shown.link("Last day Math 3 (c2)"))
        assert "You have no tracker of this class" in page.words("#tracker")
        sheet = browser.press(page, "Re-Activate")
    assert (sheet.status, sheet.heading) == (200, "Math 3 (c2)")


def _sit(team: TeamAtWork) -> tuple[Student, ...]:
    return tuple(Student(id=each, given="Ada", family="Z") for each in team.students["c2"])


def test_a_tracker_and_a_last_day_can_be_chosen(team: TeamAtWork) -> None:
    second = builders.a_tracker(team.world, "mia", class_id="c2", title="Math, again").id
    browser, shown = open_as("mia", team)
    page = browser.open(shown.link("Tracker and last day Math 3 (c2)"))
    assert page.heading == "Activate"
    assert [each.get_text() for each in page.page.select("#tracker label")] == [
        "Math c2",
        "Math, again",
    ]
    after = browser.press(page, "Activate", fill={"tracker": second, "give_until": "2026-10-16"})
    assert "Give it until Oct 16, 2026." in own(after)[0]
    assert second in after.link("Enter results Math 3 (c2)")
    moved = browser.open(after.link("Last day Math 3 (c2)"))
    assert "This class has the test since Sep 14, 2026." in moved.words("form")
    later = browser.press(moved, "Save", fill={"give_until": "2026-10-20"})
    assert "Your changes are saved." in later.words(".note.good")
    assert "Give it until Oct 20, 2026." in own(later)[0]
    gone = browser.press(browser.open(moved.address), "Save", fill={"give_until": ""})
    assert "Give it until" not in own(gone)[0]


def test_a_past_day_is_refused_at_the_field_and_kept(team: TeamAtWork) -> None:
    browser, shown = open_as("mia", team)
    page = browser.open(shown.link("Tracker and last day Math 3 (c2)"))
    wrong = browser.press(page, "Activate", fill={"give_until": "2026-01-10"})
    assert wrong.status == 422
    assert wrong.one("#give_until")["value"] == "2026-01-10"
    assert wrong.one("#give_until")["aria-invalid"] == "true"
    assert wrong.page.select("#errors a[href='#give_until']")
    assert expect_ok(team.lena.get(team.path)).body["classes"] == []


def test_a_class_that_is_not_theirs_cannot_be_activated(team: TeamAtWork) -> None:
    path = f"/console/processes/{team.process}/acts/activate"
    for class_id in ("c1", "nowhere"):
        sent = (
            Browser()
            .sign_in_as("mia")
            .send("POST", path, f"_key=k&test=pre&class_id={class_id}".encode())
        )
        assert sent.status in (404, 422)
        opened = Browser().sign_in_as("mia").open(f"{path}?test=pre&class_id={class_id}")
        assert opened.status == 404
    assert expect_ok(team.lena.get(team.path)).body["classes"] == []


# -- where everybody stands ------------------------------------------------------------------------


def test_all_teachers_and_classes_are_listed_with_how_far_they_are(team: TeamAtWork) -> None:
    made = activate(team)
    enter(team, made["links"]["sheet"], c2s0=RIGHT, c2s1="absent", c2s2=["B"])
    activate(team, "c1")
    _, shown = open_as("lena", team)
    assert shown.rows() == [
        ["Noah Example", "No class yet", "Not activated"],
        ["Lena Example", "Math 3 (c1)", "Activated", "0", "0", "0", "0", "4"],
        ["Mia Example", "Math 3 (c2)", "Activated", "1", "1", "0", "1", "1"],
    ]
    text = shown.words("section[aria-labelledby=all] .head")
    assert (
        "2 of 2 classes have the test. 1 of 8 students are entered, 1 absent, 5 not entered, "
        "1 partly entered. 2 of 3 members of the data team have activated it. Not activated by: "
        "Noah Example ."
    ) in text
    assert shown.link("Math 3 (c1)")
    assert not shown.page.find_all("a", string="Math 3 (c2)"), "not her class"
    assert "Zimmer" not in shown.text


def test_a_student_of_two_classes_is_counted_once_where_most_was_found_out(
    team: TeamAtWork,
) -> None:
    of_both = Student(id="c1s0", given="Ada", family="Zimmer c1s0")
    classrooms.a_class(team.world, "c2", "mia", students=(of_both,))
    made = activate(team)
    activate(team, "c1")
    enter(team, made["links"]["sheet"], c1s0="absent")
    _, shown = open_as("lena", team)
    text = shown.words("section[aria-labelledby=all] .head")
    assert "0 of 4 students are entered, 1 absent, 3 not entered." in text


def test_a_class_with_the_pre_test_alone_waits_for_the_post_test(team: TeamAtWork) -> None:
    activate(team)
    expect_ok(
        team.lena.put(f"{team.path}/post-test", {"same": True}, etag=team.read_process().etag)
    )
    browser, shown = open_as("mia", team, "post-test")
    assert shown.rows()[-1] == ["Mia Example", "Math 3 (c2)", "Not activated"]
    text = shown.words("section[aria-labelledby=all] .head")
    assert "0 of 1 class has the test. 0 of 3 members of the data team have activated it." in text
    leader, _ = open_as("lena", team)
    remind = leader.open(f"/console/processes/{team.process}/acts/remind?test=post")
    assert "3 people have not activated the Post-Test." in remind.words()
    after = browser.press(shown, "Activate Math 3 (c2)")
    assert query_of(after.address)["tab"] == "post-test"
    assert expect_ok(team.lena.get(team.path)).body["classes"][0]["post_test"]["not_entered"] == 4


def test_hostile_names_are_inert(team: TeamAtWork) -> None:
    team.pre_test = team.a_test(HOSTILE)
    team.process = team.begin(HOSTILE[:100])
    browser, shown = open_as("mia", team)
    assert shown.link(HOSTILE).endswith(f"/assessments/{team.pre_test}")
    assert not shown.page.select("main script")
    leader = Browser().sign_in_as("lena")
    for act in ("attach-pre-test", "attach-post-test", "discard", "print", "remind"):
        page = leader.open(f"/console/processes/{team.process}/acts/{act}")
        assert (page.status, page.page.select("main script")) == (200, [])
    sheet = browser.press(browser.press(shown, "Activate Math 3 (c2)"), "Re-Activate Math 3 (c2)")
    assert HOSTILE in sheet.words(".lead")
    assert not sheet.page.select("main script")


# -- who -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tab", ["pre-test", "post-test"])
def test_each_role_sees_its_part(team: TeamAtWork, tab: str) -> None:
    activate(team)
    expect_ok(
        team.lena.put(f"{team.path}/post-test", {"same": True}, etag=team.read_process().etag)
    )
    for name in ("lena", "mia", "noah"):
        _, shown = open_as(name, team, tab)
        assert shown.words("#own") == "My classes"
        assert bool(shown.page.find_all("a", string="Remind")) == (name == "lena")
    for name in ("sam", "dana"):
        _, shown = open_as(name, team, tab)
        assert shown.status == 200
        assert not shown.page.select("#own, main form[action*=activate]")
        assert not shown.page.select(f"a[href*='/assessments/{team.pre_test}']")
        assert shown.page.find_all("a", string="Remind")
    for name in ("olga", "saul"):
        browser, shown = open_as(name, team, tab)
        assert (shown.status, shown.heading) == (404, "Not found")
        assert "Unit 4" not in shown.text
        for act in ("activate", "remind", "attach-post-test", "finish", "print"):
            path = f"/console/processes/{team.process}/acts/{act}"
            assert browser.open(path).status == 404
            assert (
                browser.send("POST", path, b"_key=k&etag=%221%22&test=pre&class_id=c2").status
                == 404
            )


def two_schools(world: World) -> TwoSchools:
    """Return a process of two schools' classes, which have its pre-test."""
    schools = TwoSchools(world)
    schools.put("m1", "mia", points("m", 8))
    schools.put("o1", "olga", points("o", 6))
    head = keys.process(DISTRICT, schools.process)
    item = world.services.table.get(head)
    assert item is not None
    pre = Attached(assessment="A", title="Before", set_id=builders.SET)
    doc = json.loads(item["doc"]) | {"pre": json.loads(pre.model_dump_json())}
    world.services.table.commit([Update(head, {"doc": json.dumps(doc)})])
    return schools


@pytest.mark.parametrize(("name", "teacher"), [("nora", "Mia Example"), ("saul", "Olga Example")])
def test_a_school_administrator_of_a_part_sees_the_classes_of_the_own_school(
    world: World, name: str, teacher: str
) -> None:
    schools = two_schools(world)
    browser = Browser().sign_in_as(name)
    shown = browser.open(f"/console/processes/{schools.process}?tab=pre-test")
    assert shown.status == 200
    assert teacher in {row[0] for row in shown.rows()}
    other = {"Mia Example", "Olga Example"} - {teacher}
    assert not any(each in shown.text for each in other)
    assert "No class yet" not in shown.words("table"), "Lena's class may be at another school"
    text = shown.words(".note")
    assert "You see the classes of your school" in text
    assert "Once the process is finished, you can read in the library what it wrote." in text
    for act in ("remind", "finish", "print", "activate"):
        closed = browser.open(f"/console/processes/{schools.process}/acts/{act}")
        assert "You cannot do this with this Mastery Process." in closed.words()


def test_an_administrator_without_a_class_in_it_finds_nothing(world: World) -> None:
    schools = two_schools(world)
    shown = Browser().sign_in_as("wes").open(f"/console/processes/{schools.process}?tab=pre-test")
    assert shown.status == 404


# -- how large -------------------------------------------------------------------------------------


def full_process(world: World, classes: int) -> TeamAtWork:
    """Activate the pre-test for many classes of Lena's, as activations leave them."""
    team = TeamAtWork(world)
    for n in range(classes):
        name = f"k{n:03}"
        title = f"Mathematics 3, period {n}, Ms. Featherstonehaugh"
        classrooms.a_class(world, name, "lena", title=title, students=())
        given = {f"{name}s{m}": m % 21 if m % 5 else "absent" for m in range(25)}
        row = a_class(name, "lena", given, nameless=True)
        world.services.table.commit([a_row(DISTRICT, team.process, replace(row, title=title))])
        list_classes(team, name)
    world.services.table.commit([Update(keys.process(DISTRICT, team.process), {"begun": "pre"})])
    return team


@pytest.mark.parametrize("classes", [100, 500])
def test_a_process_of_many_classes_stays_small(world: World, classes: int) -> None:
    team = full_process(world, classes)
    for name in ("lena", "dana"):
        browser, shown = open_as(name, team)
        assert len(shown.rows()) == 50
        assert len(gzip.compress(shown.text.encode())) <= LARGEST
        assert len(shown.text.encode()) <= LARGEST_PLAIN
    last = browser.open(f"{address(team)}&from={classes}")
    assert len(last.rows()) == 2, "two members without a class come first"
    assert last.link("Previous page")
    assert f"{classes + 1} to {classes + 2} of {classes + 2}" in last.words()
    behind = browser.open(f"{address(team)}&from=100000")
    assert behind.rows() == last.rows(), "the last page stands for what is behind the end"
    lena = Browser().sign_in_as("lena")
    reports = lena.open("/console/reports")
    assert len(reports.rows("section[aria-labelledby=mine] table")) == 50
    assert len(gzip.compress(reports.text.encode())) <= LARGEST
    assert len(reports.text.encode()) <= LARGEST_PLAIN
    more = lena.open(reports.link("Next page"))
    assert len(more.rows("section[aria-labelledby=mine] table")) == 50
    assert reports.rows()[0] != more.rows()[0]
    finish = lena.open(f"/console/processes/{team.process}/acts/finish")
    assert len(gzip.compress(finish.text.encode())) <= LARGEST


# -- undoing it ------------------------------------------------------------------------------------


def to_undo(team: TeamAtWork) -> tuple[Browser, ShownPage]:
    """Mia's class is activated, and she asks to undo that."""
    list_classes(team, "c2")
    activate(team)
    browser, shown = open_as("mia", team)
    return browser, browser.open(shown.link("Undo Activate Math 3 (c2)"))


def test_undo_activate_says_what_it_does_and_takes_the_class_back(team: TeamAtWork) -> None:
    browser, asked = to_undo(team)
    assert (asked.status, asked.heading) == (200, "Undo Activate")
    text = asked.words("main form")
    assert "The class leaves the Mastery Process." in text
    assert "The test leaves your tracker if Activate put it there." in text
    after = browser.press(asked, "Undo Activate")
    assert "The activation is undone." in after.words(".note.good")
    assert query_of(after.address)["tab"] == "pre-test"
    assert "Not activated" in own(after)[0]
    assert expect_ok(team.lena.get(team.path)).body["classes"] == []
    again = browser.press(asked, "Undo Activate")
    assert "The activation is undone." in again.words(".note.good"), "sent twice"


def test_undo_activate_of_one_test_keeps_the_other(team: TeamAtWork) -> None:
    body = {"same": True}
    expect_ok(team.lena.put(f"{team.path}/post-test", body, etag=team.read_process().etag))
    activate(team, "c2", "post")
    _, asked = to_undo(team)
    assert "It stays in the Mastery Process with its other test." in asked.words("main form")


def test_undo_activate_is_offered_until_something_is_entered(team: TeamAtWork) -> None:
    browser, asked = to_undo(team)
    sheet = activate(team)["links"]["sheet"]
    enter(team, sheet, c2s0="absent")
    late = browser.press(asked, "Undo Activate")
    assert late.status == 409
    assert "Something is entered for this class" in late.words("#errors")
    assert "clear it on the result sheet first" in late.words("form .note")
    assert browser.open(late.link("Open the result sheet")).heading == "Math 3 (c2)"
    _, shown = open_as("mia", team)
    assert "Undo Activate" not in shown.words("#own-1")
    assert "Undo Activate" not in browser.open(at_activate(team)).words("main form")


def at_activate(team: TeamAtWork) -> str:
    return f"/console/processes/{team.process}/acts/activate?test=pre&class_id=c2"


def test_undo_activate_is_offered_beside_the_last_day_too(team: TeamAtWork) -> None:
    browser, _ = to_undo(team)
    asked = browser.open(browser.open(at_activate(team)).link("Undo Activate"))
    assert asked.heading == "Undo Activate"
    done_one = browser.press(asked, "Undo Activate")
    gone = browser.open(asked.address)
    assert "This class does not have the test." in gone.words("main form")
    assert not gone.page.select("main form button")
    assert done_one.status == 200


def test_undo_activate_of_a_renamed_process_is_asked_again(team: TeamAtWork) -> None:
    browser, asked = to_undo(team)
    expect_ok(team.lena.patch(team.path, {"name": "Theirs"}, etag=team.read_process().etag))
    late = browser.press(asked, "Undo Activate")
    assert late.status == 412
    assert "The activation is undone." in browser.press(late, "Undo Activate").words(".note.good")


def test_a_class_of_somebody_else_is_not_there_to_undo(team: TeamAtWork) -> None:
    activate(team)
    list_classes(team, "c2")
    browser, _ = open_as("lena", team)
    at = f"/console/processes/{team.process}/acts/undo-activate?test=pre&class_id=c2"
    assert browser.open(at).status == 404


PROCESS = "GET /v1/processes/{process_id}"
ASKED = {
    "tab": [
        PROCESS,
        "GET /v1/assessments/{assessment_id}/attachments",
        f"{PROCESS}/activations",
    ],
    "attach-post-test": [PROCESS, "GET /v1/assessments"],
    "activate": [PROCESS, f"{PROCESS}/activations", "GET /v1/trackers"],
    "undo-activate": [PROCESS, f"{PROCESS}/activations"],
    "remind": [PROCESS, f"{PROCESS}/reminders"],
    "finish": [PROCESS, f"{PROCESS}/goals"],
    "print": [PROCESS],
    "discard": [PROCESS],
}


@pytest.mark.parametrize("screen", ASKED)
def test_a_screen_asks_the_api_little(team: TeamAtWork, screen: str) -> None:
    query = {"test": "pre", "class_id": "c1", "tab": "pre-test"}
    at = {"process_id": team.process} | ({} if screen == "tab" else {"act": screen})
    view = processes.show_process if screen == "tab" else process_acts.show_act
    assert list_calls_as(team.world, "lena", Role.TEACHER, view, query, **at) == ASKED[screen]


def test_an_administrator_is_asked_for_the_process_alone(team: TeamAtWork) -> None:
    query = {"tab": "pre-test"}
    asked = list_calls_of_admin(team.world, processes.show_process, query, process_id=team.process)
    assert asked == [PROCESS]
