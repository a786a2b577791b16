"""The grid and the class summary, as people get them; and who gets them."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from chalicelib.results.model import StudentPresence
from chalicelib.rosters.model import Student
from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete, Put, Update
from chalicelib.trackers.model import AssessmentSource, TrackerEntry
from tests.support import builders, classrooms, sheets
from tests.support.stored_sheets import a_row, a_sheet
from tests.support.world import DISTRICT, Reply, World, WorldPerson

ADA = Student(id="ada", given="Ada", family="Zimmer", grade="03")
BEN = Student(id="ben", given="Ben", family="=Young", grade="03")


class MasteryRoom:
    """A teacher's class of two, with a tracker of eight standards on three levels."""

    def __init__(self, world: World) -> None:
        self.world = world
        builders.a_set(world)
        self.roster(BEN, ADA)
        self.tess = world.teacher("tess")
        self.tracker = builders.a_tracker(world, "tess", collaborators=("cole",))
        self.path = f"/v1/trackers/{self.tracker.id}/mastery"

    def roster(self, *students: Student) -> None:
        classrooms.a_class(self.world, "c1", "tess", students=students)

    def holds(self, *assessments: str, distribution: str = "") -> None:
        """Put assessments into the tracker, as a delivery or a teacher does."""
        source = AssessmentSource.DISTRICT if distribution else AssessmentSource.TEACHER
        for each in assessments:
            entry = TrackerEntry(
                each, "2026-09-02T12:00:00Z", source, "tess", f"Test {each}", distribution
            )
            update = Update(
                keys.tracker(DISTRICT, self.tracker.id), {f"assessments.{each}": entry.serialize()}
            )
            self.world.services.table.commit([update])

    def setting(self, **changes: Any) -> Reply:
        path = f"/v1/trackers/{self.tracker.id}"
        return self.tess.patch(path, changes, etag=self.tess.get(path).etag)

    def grid(self, query: str = "", person: WorldPerson | None = None) -> dict[str, Any]:
        reply = (person or self.tess).get(f"{self.path}{query}")
        assert reply.status == 200, reply.body
        body: dict[str, Any] = reply.body
        return body

    def cell(self, student: str, standard: str = "3.NB.1") -> dict[str, Any]:
        (line,) = (each for each in self.grid()["students"] if each["id"] == student)
        (cell,) = (each for each in line["mastery"] if each["standard"] == standard)
        found: dict[str, Any] = cell
        return found


@pytest.fixture
def room(world: World) -> MasteryRoom:
    return world.scene(MasteryRoom)


def test_a_tracker_without_results_shows_its_students_and_standards(room: MasteryRoom) -> None:
    grid = room.grid()
    assert [each["family_name"] for each in grid["students"]] == ["=Young", "Zimmer"]
    assert [each["code"] for each in grid["standards"]] == list(builders.CODES)
    assert grid["students"][0]["mastery"][0] == {
        "standard": "3.NB.1",
        "level": None,
        "level_name": None,
        "percent": None,
        "share": None,
        "assessment_count": 0,
        "met_count": 0,
        "latest_date": None,
        "so_far_count": 0,
    }
    assert grid["scale"] == {
        "names": ["Remediation", "Near Mastery", "Mastery"],
        "cuts": ["50", "80"],
        "meets": 3,
    }
    assert grid["calculation"]["method"] == "most_recent"
    assert "Of two tests given on one day" in grid["calculation_rule"]


def test_results_show_as_level_percent_and_number_of_assessments(room: MasteryRoom) -> None:
    room.holds("a1", "a2")
    thirds = {"worths": ("3", "1")}
    a_sheet(room.world, "a1", a_row("ada", "2", "1"), a_row("ben", "3", "0"), scored=thirds)
    a_sheet(room.world, "a2", a_row("ada", "0", "1"), given="2026-09-01", scored=thirds)
    assert room.cell("ada") == {
        "standard": "3.NB.1",
        "level": 2,
        "level_name": "Near Mastery",
        "percent": 66.7,
        "share": "2/3",
        "assessment_count": 2,
        "met_count": 0,
        "latest_date": "2026-10-01",
        "so_far_count": 0,
    }
    grid = room.grid()
    assert grid["standards"][0] == {
        "code": "3.NB.1",
        "statement": None,
        "identifier": "id-3.NB.1",
        "student_count": 2,
        "students_by_level": [0, 1, 1],
        "percent": 83.3,
        "share": "5/6",
        "meeting_count": 1,
        "meeting_percent": 50.0,
    }
    assert grid["assessments"] == [
        {"assessment_id": "a2", "title": "Test a2", "given_date": "2026-09-01", "student_count": 1},
        {"assessment_id": "a1", "title": "Test a1", "given_date": "2026-10-01", "student_count": 2},
    ]


PRE, POST = (f"Grade 3 Fractions Common Assessment {what}" for what in ("Pre-Test", "Post-Test"))
"""Alike up to the 36th letter, of which a tracker keeps 32."""


def name_assessments(room: MasteryRoom, visibility: str = "district", **titles: str) -> list[str]:
    """Set the titles of tests after they came into the tracker; return their names in the grid."""
    for name, title in titles.items():
        header = sheets.a_header(name, title=title, visibility=visibility)
        room.world.services.table.commit(sheets.a_test(DISTRICT, header))
    grid = room.grid()
    return [each["title"] for each in (*grid["assessments"], *grid["not_counted"])]


def add_to_tracker(room: MasteryRoom, **titles: str) -> None:
    """Put tests into the tracker under the titles that they have at that moment."""
    for name, title in titles.items():
        entry = TrackerEntry(
            name, "2026-09-02T12:00:00Z", AssessmentSource.TEACHER, "tess", title
        ).serialize()
        key = keys.tracker(DISTRICT, room.tracker.id)
        room.world.services.table.commit([Update(key, {f"assessments.{name}": entry})])


def test_titles_are_whole_and_present_in_the_grid(room: MasteryRoom) -> None:
    add_to_tracker(room, a1=PRE, a2=POST)
    a_sheet(room.world, "a1", a_row("ada", "1"))
    assert name_assessments(room, a1=PRE, a2=POST) == [PRE, POST]
    renamed = "Fractions, before"
    assert name_assessments(room, a1=renamed) == [renamed, POST]


def test_a_title_that_is_hidden_is_whole_as_it_came(room: MasteryRoom) -> None:
    add_to_tracker(room, a1=PRE, a2=POST, a3=PRE, a4="Short")
    a_sheet(room.world, "a1", a_row("ada", "1"))
    hidden = name_assessments(room, "private", a1=PRE, a2=POST, a3="A secret", a4="Another secret")
    assert hidden == [PRE, POST, "Grade 3 Fractions Common Assessm…", "Short"]


def test_a_percent_below_a_bound_is_never_rounded_up_to_it(room: MasteryRoom) -> None:
    room.holds("a1")
    a_sheet(
        room.world, "a1", a_row("ada", "799.9"), a_row("ben", "800"), scored={"worths": ("1000",)}
    )
    cell = room.cell("ada")
    assert (cell["percent"], cell["level"], cell["share"]) == (79.99, 2, "7999/10000")
    assert room.cell("ben")["level"] == 3


@pytest.mark.parametrize(
    ("calculation", "level", "percent"),
    [
        ({"method": "most_recent"}, 2, 70.0),
        ({"method": "highest"}, 3, 90.0),
        ({"method": "average"}, 2, 70.0),
        ({"method": "mode"}, 3, 85.0),
        ({"method": "decaying_average"}, 2, 72.6),
        ({"method": "n_times", "times": 2}, 3, 85.0),
        ({"method": "n_times"}, None, None),
    ],
)
def test_the_trackers_calculation_makes_one_mastery_of_several(
    room: MasteryRoom, calculation: dict[str, Any], level: int | None, percent: float | None
) -> None:
    for day, points in ((4, "0.7"), (2, "0.9"), (1, "0.4"), (3, "0.8")):
        room.holds(f"a{day}")
        a_sheet(room.world, f"a{day}", a_row("ada", points), given=f"2026-10-0{day}")
    assert room.setting(calculation=calculation).status == 200
    cell = room.cell("ada")
    assert (cell["level"], cell["percent"], cell["assessment_count"]) == (level, percent, 4)
    assert room.grid()["calculation"]["method"] == calculation["method"]


def test_without_its_own_the_districts_calculation_and_scale_hold(room: MasteryRoom) -> None:
    room.holds("a1", "a2")
    a_sheet(room.world, "a1", a_row("ada", "1"))
    a_sheet(room.world, "a2", a_row("ada", "0"), given="2026-10-02")
    scale = {"names": ["Low", "Middle", "High"], "cuts": ["40", "95"], "meets": 2}
    changes = {"calculation": {"method": "highest"}, "mastery_scales": {"3": scale}}
    room.world.admin().patch("/v1/district", changes, etag='"0"')
    grid = room.grid()
    assert (grid["scale"], grid["calculation"]["method"]) == (scale, "highest")
    assert (room.cell("ada")["level"], room.cell("ada")["level_name"]) == (3, "High")
    room.setting(calculation={"method": "most_recent"})
    assert room.cell("ada")["level_name"] == "Low"


def test_absent_is_not_zero(room: MasteryRoom) -> None:
    room.holds("a1", "a2")
    a_sheet(room.world, "a1", a_row("ada", "1"), a_row("ben", "0"))
    absent = a_row("ada", "0", status=StudentPresence.ABSENT)
    a_sheet(room.world, "a2", absent, a_row("ben", "1"), given="2026-10-02")
    assert (room.cell("ada")["level"], room.cell("ada")["assessment_count"]) == (3, 1)
    assert room.cell("ben")["assessment_count"] == 2


def test_a_student_who_leaves_keeps_history_and_gets_it_back_on_return(room: MasteryRoom) -> None:
    room.holds("a1")
    a_sheet(room.world, "a1", a_row("ada", "1"), a_row("ben", "0"))
    before = room.grid()
    room.roster(BEN)
    away = room.grid()
    assert [each["id"] for each in away["students"]] == ["ben"]
    assert away["standards"][0]["students_by_level"] == [1, 0, 0]
    room.roster(BEN, ADA)
    assert room.grid() == before


def test_only_what_the_tracker_holds_counts(room: MasteryRoom) -> None:
    room.holds("a1", "a2")
    a_sheet(room.world, "a1", a_row("ada", "1"))
    a_sheet(room.world, "elsewhere", a_row("ada", "0"), given="2026-10-02")
    grid = room.grid()
    assert room.cell("ada")["level"] == 3
    assert [each["assessment_id"] for each in grid["assessments"]] == ["a1"]
    (not_counted,) = grid["not_counted"]
    assert (not_counted["assessment_id"], not_counted["reason"]) == ("a2", "no_sheet")
    assert "Enter results" in not_counted["message"]


def test_a_recalled_assessment_leaves_mastery_at_once_and_comes_back(
    room: MasteryRoom,
) -> None:
    room.holds("a1")
    room.holds("a2", distribution="d1")
    a_sheet(room.world, "a1", a_row("ada", "0"))
    a_sheet(room.world, "a2", a_row("ada", "1"), given="2026-10-02")
    before = room.grid()
    mark = keys.recall(DISTRICT, "d1")
    room.world.services.table.commit([Put(mark, {})])
    recalled = room.grid()
    assert (room.cell("ada")["level"], room.cell("ada")["assessment_count"]) == (1, 1)
    assert [each["assessment_id"] for each in recalled["assessments"]] == ["a1"]
    assert [each["reason"] for each in recalled["not_counted"]] == ["recalled"]
    room.world.services.table.commit([Delete(mark)])
    assert room.grid() == before


def test_results_that_a_recalled_distribution_brought_count_in_no_tracker_of_the_class(
    room: MasteryRoom,
) -> None:
    room.holds("a1", "a2")
    a_sheet(room.world, "a1", a_row("ada", "0"))
    a_sheet(room.world, "a2", a_row("ada", "1"), given="2026-10-02", distribution="d1")
    before = room.grid()
    mark = keys.recall(DISTRICT, "d1")
    room.world.services.table.commit([Put(mark, {})])
    recalled = room.grid()
    assert (room.cell("ada")["level"], room.cell("ada")["assessment_count"]) == (1, 1)
    assert [(each["assessment_id"], each["reason"]) for each in recalled["not_counted"]] == [
        ("a2", "recalled")
    ]
    room.world.services.table.commit([Delete(mark)])
    assert room.grid() == before


def test_one_standard_or_one_student_alone(room: MasteryRoom) -> None:
    room.holds("a1")
    a_sheet(room.world, "a1", a_row("ada", "1", "0"), a_row("ben", "0", "1"))
    by_code, by_id = (room.grid(f"?standard={name}") for name in ("3.NB.2", "id-3.NB.2"))
    assert by_code == by_id
    assert [each["code"] for each in by_code["standards"]] == ["3.NB.2"]
    assert [[cell["level"] for cell in one["mastery"]] for one in by_code["students"]] == [
        [3],
        [1],
    ]
    alone = room.grid("?student_id=ada")
    assert [each["id"] for each in alone["students"]] == ["ada"]
    assert alone["standards"] == room.grid()["standards"]


def test_a_filter_that_fits_nothing_is_refused(room: MasteryRoom) -> None:
    refused = room.tess.get(f"{room.path}?standard=9.ZZ.9")
    assert (refused.status, refused.code) == (422, "standard_not_tracked")
    assert refused.body["errors"][0]["pointer"] == "query:standard"
    assert room.tess.get(f"{room.path}?student_id=zoe").code == "student_not_found"
    assert room.tess.get(f"{room.path}?level=3").code == "unknown_parameter"


def test_the_grid_of_a_removed_framework_is_still_there(room: MasteryRoom) -> None:
    room.holds("a1")
    a_sheet(room.world, "a1", a_row("ada", "1"))
    room.world.clients.dynamodb.delete_item(
        TableName=room.world.settings.table,
        Key={name: {"S": part} for name, part in zip(("pk", "sk"), _set_key(), strict=True)},
    )
    grid = room.grid()
    assert [each["code"] for each in grid["standards"]][:2] == ["(1)", "(2)"]
    assert grid["students"][1]["mastery"][0]["level"] == 3


def _set_key() -> tuple[str, str]:
    key = keys.standards_set(DISTRICT, builders.SET)
    return key.pk, key.sk


# -- as a table -----------------------------------------------------------------------------------


def table(reply: Reply) -> list[list[str]]:
    text = reply.body
    assert text.startswith("\ufeff")
    assert text.count("\r\n") == text.count("\n")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_grid_as_a_table_with_safe_cells(room: MasteryRoom) -> None:
    room.holds("a1")
    a_sheet(room.world, "a1", a_row("ada", "2", "0"), a_row("ben", "0", ""),
            scored={"worths": ("3", "1")})  # fmt: skip
    reply = room.tess.get(f"{room.path}.csv?standard=3.NB.1")
    assert reply.status == 200
    assert reply.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert reply.headers["Content-Disposition"].endswith(f'mastery-{room.tracker.id}.csv"')
    standard = ["3.NB.1 level", "3.NB.1 percent", "3.NB.1 assessments"]
    assert table(reply) == [
        ["Student id", "Family name", "Given name", "Grade", *standard],
        ["ben", "'=Young", "Ben", "03", "Remediation", "0", "1"],
        ["ada", "Zimmer", "Ada", "03", "Near Mastery", "66.7", "1"],
    ]
    header, *lines = table(room.tess.get(f"{room.path}.csv"))
    assert len(header) == 4 + 3 * len(builders.CODES)
    assert lines[0][7:10] == ["", "", "0"]


# -- who sees it ----------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["", ".csv"])
def test_only_teachers_of_the_class_see_it(room: MasteryRoom, form: str) -> None:
    world, path = room.world, f"{room.path}{form}"
    assert world.teacher("cole").get(path).status == 200
    assert world.admin().get(path).status == 200
    assert world.teacher("olga").get(path).status == 404
    classrooms.a_class(world, "c1", "theo")
    assert room.tess.get(path).status == 404


@pytest.mark.parametrize("form", ["", ".csv"])
def test_a_read_leaves_an_audit_line_without_names(
    room: MasteryRoom, form: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO", "plumbline"):
        assert room.tess.get(f"{room.path}{form}").status == 200
    (line,) = [record for record in caplog.records if record.message == "read_of_students"]
    said = vars(line)
    assert (said["what"], said["subject"], said["person"]) == (
        "mastery",
        room.tracker.id,
        "tess",
    )
    assert "Zimmer" not in str(said)
