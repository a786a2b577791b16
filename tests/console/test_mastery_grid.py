"""Mastery on screens: the grid, the class by standards, a student, and what counts."""

from __future__ import annotations

import gzip

import pytest

from chalicelib.acts import Role
from chalicelib.console import mastery_grid
from chalicelib.console.mastery_grid import show_mastery
from chalicelib.results.model import StudentPresence
from chalicelib.rosters.model import Student
from chalicelib.scales.palette import shades
from tests.api.test_mastery import ADA, BEN, MasteryRoom
from tests.house.sources import ROOT
from tests.support import builders, classrooms
from tests.support.browser import Browser, ShownPage, list_calls_as
from tests.support.stored_sheets import a_row, a_sheet
from tests.support.workbooks import read_by_calamine
from tests.support.world import World

HOSTILE = "<script>alert('x')</script> \"Ünït\" مرحبا"
LARGEST, LARGEST_PLAIN = 15_000, 200_000
CSS = ROOT / "templates" / "console" / "static" / "console.css"


class ClassTried(MasteryRoom):
    """Ada has mastered the first standard, Ben has not; of the second they have nothing yet."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        builders.statements(world)
        self.holds("a1", "a2", "empty")
        a_sheet(world, "a1", a_row("ada", "1"), a_row("ben", "0.4"))
        away = a_row("ben", "", "", status=StudentPresence.ABSENT)
        a_sheet(world, "a2", a_row("ada", "0.5", ""), away, given="2026-09-01")

    @property
    def screen(self) -> str:
        """The address of the grid."""
        return f"/console/mastery/{self.tracker.id}"


@pytest.fixture
def room(world: World) -> ClassTried:
    return world.scene(ClassTried)


def open_as(name: str, address: str) -> ShownPage:
    return Browser().sign_in_as(name).open(address)


def head_link(shown: ShownPage, place: int) -> str:
    return str(shown.page.select("thead tr:first-child th a")[place]["href"])


# -- the grid --------------------------------------------------------------------------------------


def test_a_cell_says_percent_level_and_number_of_tests(room: ClassTried) -> None:
    shown = open_as("tess", room.screen)
    assert (shown.status, shown.heading) == (200, "Mastery")
    assert [row[:3] for row in shown.rows()] == [
        ["=Young, Ben", "40% 1 · 1", ""],
        ["Zimmer, Ada", "100% 3 · 2", ""],
    ]
    assert "Remediation: below 50%" in shown.words(".legend")
    assert "Mastery: from 80% (mastery begins here)" in shown.words(".legend")


def test_the_class_stands_under_the_heads(room: ClassTried) -> None:
    shown = open_as("tess", room.screen)
    assert shown.words("thead .sum td:nth-of-type(1)") == "70% 1 of 2"
    assert shown.words("thead .sum td:nth-of-type(2)") == ""


def test_every_cell_has_a_head_and_every_head_its_words(room: ClassTried) -> None:
    shown = open_as("tess", room.screen)
    heads = shown.page.select("thead tr:first-child th")
    assert [each.get_text() for each in heads] == ["Student ▲", *builders.CODES]
    assert heads[1]["title"] == f"Students can do {builders.CODES[0]}."
    assert {str(each["scope"]) for each in shown.page.select("tbody th")} == {"row"}


def test_any_column_sorts_and_sorts_back(room: ClassTried) -> None:
    browser = Browser().sign_in_as("tess")
    first = browser.open(room.screen)
    by_standard = browser.open(head_link(first, 1))
    assert [row[0] for row in by_standard.rows()] == ["Zimmer, Ada", "=Young, Ben"]
    assert by_standard.one("[aria-sort]")["aria-sort"] == "descending"
    turned = browser.open(head_link(by_standard, 1))
    assert [row[0] for row in turned.rows()] == ["=Young, Ben", "Zimmer, Ada"]


def test_a_standard_that_is_not_tracked_any_more_sorts_by_name(room: ClassTried) -> None:
    shown = open_as("tess", f"{room.screen}?sort=9.Z")
    assert shown.status == 200
    assert shown.one("[aria-sort]").get_text().startswith("Student")


def test_a_cell_leads_to_the_tests_it_is_made_of(room: ClassTried) -> None:
    browser = Browser().sign_in_as("tess")
    shown = browser.open(room.screen)
    link = shown.page.select("tbody tr:nth-of-type(2) td a")[0]
    student = browser.open(f"{room.screen.rpartition('/')[0]}/{link['href']}")
    assert (student.status, student.heading) == (200, "Zimmer, Ada")
    assert student.page.select("tbody#s1 .sum")


def test_the_colors_of_levels_are_those_of_reports() -> None:
    css = CSS.read_text()
    every = {
        pair for many in range(2, 7) for meets in range(2, many + 1) for pair in shades(many, meets)
    }
    for color, ink in every:
        assert f".shade-{color[1:]} {{ background: {color}; color: {ink}; }}" in css
    assert css.count(".shade-") == len(every)


def test_a_wide_grid_is_cut_and_stays_within_its_budget(world: World) -> None:
    room = ClassTried(world)
    many = [
        Student(id=f"s{n:03}", given="Maximiliana-Alexandra", family="W" * 30) for n in range(60)
    ]
    room.roster(*many)
    room.holds("a3")
    a_sheet(world, "a3", *(a_row(each.id, *["1"] * 8) for each in many))
    shown = open_as("tess", room.screen)
    assert len(shown.rows()) == 50
    assert "1 to 50 of 60" in shown.words()
    assert len(gzip.compress(shown.text.encode())) <= LARGEST
    assert len(shown.text.encode()) <= LARGEST_PLAIN
    following = Browser().sign_in_as("tess").open(shown.link("Next page"))
    assert len(following.rows()) == 10


def test_standards_beyond_a_page_are_on_further_ones() -> None:
    standards = [{"code": f"S{n}"} for n in range(70)]
    first = mastery_grid.cut_columns(standards, 30, {})
    assert (first.start, first.last, first.is_whole) == (0, 30, False)
    second = mastery_grid.cut_columns(standards, 30, {"standards": "30"})
    assert [each["code"] for each in second.rows][::29] == ["S30", "S59"]
    assert mastery_grid.cut_columns(standards, 30, {"standards": "999"}).start == 0
    assert mastery_grid.cut_columns(standards, 50, {}).last == 24


def test_an_empty_class_says_so(world: World) -> None:
    room = ClassTried(world)
    room.roster()
    shown = open_as("tess", room.screen)
    assert (shown.status, shown.words(".empty-title")) == (200, "Nobody is in this class.")


# -- who needs a standard again --------------------------------------------------------------------


def test_students_below_mastery_are_grouped_by_standard_and_level(room: ClassTried) -> None:
    shown = open_as("tess", f"{room.screen}?tab=standards")
    first = shown.page.select(".reteach")[0]
    words = " ".join(first.get_text(" ").split())
    assert "1 of 2 at mastery (50%), average 70%" in words
    assert "Remediation (1) =Young, Ben" in words
    assert "Ada" not in words
    second = " ".join(shown.page.select(".reteach")[1].get_text(" ").split())
    assert "Nobody has a result of it yet." in second


def test_students_without_a_result_are_distinct(room: ClassTried) -> None:
    eve = ADA.model_copy(update={"id": "eve", "given": "Eve"})
    room.roster(BEN, ADA, eve)
    shown = open_as("tess", f"{room.screen}?tab=standards")
    assert "1 student without a result Zimmer, Eve" in shown.words(".reteach:first-of-type")


def test_standards_that_need_most_come_first_on_request(room: ClassTried) -> None:
    room.holds("a3")
    a_sheet(room.world, "a3", a_row("ada", "1", "0"), a_row("ben", "1", "0"), given="2026-10-20")
    browser = Browser().sign_in_as("tess")
    shown = browser.open(f"{room.screen}?tab=standards")
    assert [each.get_text() for each in shown.page.select(".reteach h2")] == list(builders.CODES)
    needed = browser.open(shown.link("Most to reteach first"))
    first = [each.get_text() for each in needed.page.select(".reteach h2")][:2]
    assert first == [builders.CODES[1], builders.CODES[0]]


def test_standards_with_many_students_are_on_several_pages(room: ClassTried) -> None:
    room.roster(*(ADA.model_copy(update={"id": f"s{n}"}) for n in range(240)))
    browser = Browser().sign_in_as("tess")
    shown = browser.open(f"{room.screen}?tab=standards&by=meeting")
    assert len(shown.page.select(".reteach")) == 5
    following = browser.open(shown.link("Standards 6 to 8"))
    assert [each.get_text() for each in following.page.select(".reteach h2")] == [
        *builders.CODES[5:]
    ]
    assert following.link("In the order of the standards"), "in the same order as before"


# -- what counts -----------------------------------------------------------------------------------


def test_the_counting_results_and_the_reasons_of_the_others_are_shown(room: ClassTried) -> None:
    shown = open_as("tess", f"{room.screen}?tab=assessments")
    counted, others = shown.page.select("table")
    assert "Test a1" in counted.get_text()
    assert "Nobody has opened its result sheet" in others.get_text()
    assert shown.link("Test a1").endswith(f"/sheets/{room.tracker.id}/a1")


def test_the_grid_is_had_as_a_file(room: ClassTried) -> None:
    shown = open_as("tess", f"{room.screen}/files/mastery")
    assert str(shown.headers["Content-Type"]).startswith("text/csv")
    assert "Zimmer" in shown.text
    link = open_as("tess", room.screen).link("Download (Excel)")
    assert "Zimmer" in [row[1] for row in read_by_calamine(open_as("tess", link).content)]
    assert open_as("tess", f"{room.screen}/files/other").status == 404


# -- a student -------------------------------------------------------------------------------------


def test_a_student_is_shown_with_every_test_and_its_part_in_mastery(room: ClassTried) -> None:
    shown = open_as("tess", f"{room.screen}/students/ada")
    assert shown.heading == "Zimmer, Ada"
    tests = [row for row in shown.rows() if row[0].startswith("Test")]
    assert tests[0] == ["Test a1", "Oct 1, 2026", "1 of 1", "100%", "Mastery", "Counts"]
    assert tests[1][2:] == ["0.5 of 1", "50%", "Near Mastery", "Does not count now"]
    assert tests[2] == ["Test a2", "Sep 1, 2026", "", "", "", "Not entered"]
    assert "6 standards without a test yet" in shown.words()
    absent = open_as("tess", f"{room.screen}/students/ben")
    assert ["Test a2", "Sep 1, 2026", "", "", "", "Absent"] in absent.rows()


def test_no_name_of_a_student_is_in_an_address_or_a_title(room: ClassTried) -> None:
    browser = Browser().sign_in_as("tess")
    for address in (room.screen, f"{room.screen}/students/ada", "/console/students/ada"):
        shown = browser.open(address)
        assert shown.page.title
        assert "Zimmer" not in shown.page.title.get_text()
        assert not [a for a in shown.page.select("a[href]") if "Zimmer" in str(a["href"])]


def test_a_teacher_sees_a_student_in_all_of_their_trackers(room: ClassTried) -> None:
    classrooms.a_class(room.world, "c2", "tess", students=(ADA,))
    other = builders.a_tracker(room.world, "tess", class_id="c2", title="Reading 3")
    shown = open_as("tess", "/console/students/ada")
    assert (shown.status, shown.heading) == (200, "Zimmer, Ada")
    titles = {" ".join(each.get_text(" ").split()) for each in shown.page.select("section h2")}
    assert titles == {room.tracker.title, "Reading 3"}
    assert shown.link("Reading 3").endswith(f"/mastery/{other.id}")
    assert "No test on these standards was given yet." in shown.words()


def test_administrators_see_a_student_in_one_tracker_only(room: ClassTried) -> None:
    room.world.person("sam", Role.SCHOOL_ADMIN, schools=("north",))
    shown = open_as("sam", f"{room.screen}/students/ada")
    assert shown.status == 200
    assert "All of my trackers" not in shown.words()
    assert open_as("sam", "/console/students/ada").status == 403


def test_a_student_of_archived_trackers_alone_looks_like_one_who_is_not_there(
    room: ClassTried,
) -> None:
    path = f"/v1/trackers/{room.tracker.id}"
    etag = room.tess.get(path).etag
    assert room.tess.patch(path, {"archived": True}, etag=etag).status == 200
    leads = open_as("tess", f"{room.screen}/students/ada").link("All of my trackers")
    shown, unknown = open_as("tess", leads), open_as("tess", "/console/students/nobody")
    assert (shown.status, unknown.status) == (404, 404)
    assert shown.words() == unknown.words()
    assert "None of your trackers in use has this student." in shown.words()
    assert shown.link("Archived trackers") == "/console/trackers?show=archived"


# -- who, and what it costs ------------------------------------------------------------------------


def test_others_find_no_such_tracker(room: ClassTried) -> None:
    room.world.teacher("olga", "north")
    for below in ("", "/files/mastery", "/students/ada"):
        assert open_as("olga", f"{room.screen}{below}").status == 404
    assert open_as("tess", f"{room.screen}/students/nobody").status == 404


def test_a_screen_asks_the_api_once(room: ClassTried) -> None:
    for tab in mastery_grid.TABS:
        asked = list_calls_as(
            room.world,
            "tess",
            Role.TEACHER,
            show_mastery,
            {"tab": tab},
            tracker_id=room.tracker.id,
        )
        assert asked == ["GET /v1/trackers/{tracker_id}/mastery"]


def test_hostile_names_are_text(world: World) -> None:
    room = ClassTried(world)
    odd = Student(id="h&1/<", given=HOSTILE, family="O'Brien & Söhne")
    room.roster(odd, *(ADA.model_copy(update={"id": name}) for name in ("t1", "t2")))
    room.holds("a3")
    a_sheet(world, "a3", a_row(odd.id, "0"), a_row("t1", "1"))
    for below in ("", "?tab=standards", "?tab=assessments"):
        shown = open_as("tess", f"{room.screen}{below}")
        assert not shown.page.select("main script")
    name = f"O'Brien & Söhne, {HOSTILE}"
    browser = Browser().sign_in_as("tess")
    grid = browser.open(room.screen)
    assert [row[0] for row in grid.rows()][1:] == ["Zimmer, Ada (t1)", "Zimmer, Ada (t2)"]
    address = f"/console/mastery/{grid.link(name)}"
    assert browser.open(address).heading == name
