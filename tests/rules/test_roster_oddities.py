"""Packages as districts really export them: what is read, what is named, what stops an import."""

from __future__ import annotations

import base64
import io
import json
import random
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from chalicelib.findings.model import Problem, Severity, Verdict
from chalicelib.rosters.check import RosterReport, check, load_earlier
from chalicelib.rosters.store import open_store
from plumb.cli import app
from tests.support.packages import Pack, a_class, a_district, a_user, enroll


def judge(pack: Pack, earlier: Pack | None = None) -> tuple[RosterReport, list[Problem]]:
    with open_store() as store:
        if earlier is not None:
            assert load_earlier(store, earlier.open()).verdict.may_be_applied
        report = check(store, pack.open(), earlier_known=earlier is not None)
        return report, list(store.problems())


def the_problem(pack: Pack) -> Problem:
    _, (problem,) = judge(pack)
    return problem


def cells_of(pack: Pack, table: str, sourced_id: str, *columns: str) -> tuple[str, ...]:
    names = ", ".join(f'"{name}"' for name in columns)
    with open_store() as store:
        check(store, pack.open(), earlier_known=False)
        asked = f'SELECT {names} FROM new_{table} WHERE "sourcedId" = ?'  # noqa: S608
        return next(store.rows(asked, (sourced_id,)), ())


def rewrite_lines(pack: Pack, file: str, change: dict[int, str], every: str = "") -> Pack:
    """Change lines of a file by number (1 is the header), and add something to every line."""
    with zipfile.ZipFile(pack.open()) as archive:
        lines = archive.read(f"{file}.csv").decode().splitlines()
    for number, line in change.items():
        lines[number - 1] = line
    pack.raw[f"{file}.csv"] = "\r\n".join(f"{line}{every}" for line in lines).encode()
    return pack


def line_of(pack: Pack, file: str, sourced_id: str) -> tuple[int, str]:
    number = pack.row_number(file, sourced_id)
    with zipfile.ZipFile(pack.open()) as archive:
        return number, archive.read(f"{file}.csv").decode().splitlines()[number - 1]


# -- rows with more cells than the header ---------------------------------------------------------


def test_a_comma_without_quotation_marks_is_an_error_and_moves_nothing() -> None:
    pack = a_district()
    number, line = line_of(pack, "users", "tess")
    bent = rewrite_lines(pack, "users", {number: line.replace("Tess,", "Chalk, Jr.,")})
    report, (problem,) = judge(bent)
    assert report.verdict is Verdict.ROW_ERRORS
    assert (problem.code, problem.file, problem.row) == ("cell_count", "users.csv", number)


def test_the_first_row_may_be_the_one_that_was_moved() -> None:
    pack = a_district()
    number, line = line_of(pack, "users", "dana")
    assert number == 2
    bent = rewrite_lines(pack, "users", {number: line.replace("Dana,", "Dana, Dr.,")})
    assert "cell_count" in {problem.code for problem in judge(bent)[1]}


def test_blank_cells_beyond_the_header_are_ignored_when_every_row_has_them() -> None:
    pack = a_district()
    header = 1, ",".join(pack.headers["users"])
    assert judge(rewrite_lines(pack, "users", {}, every=",,"))[1] == []
    lines = (
        rewrite_lines(a_district(), "users", {}, every=",").raw["users.csv"].decode().splitlines()
    )
    pack.raw["users.csv"] = "\r\n".join([header[1], *lines[1:]]).encode()
    assert judge(pack)[1] == []


def test_among_padded_rows_one_with_more_of_them_is_still_an_error() -> None:
    pack = rewrite_lines(a_district(), "users", {}, every=",")
    moved = pack.raw["users.csv"].decode().replace("Tess,", "Tess, Dr.,")
    pack.raw["users.csv"] = moved.encode()
    assert "cell_count" in {problem.code for problem in judge(pack)[1]}


# -- each named once ------------------------------------------------------------------------------


def test_a_header_in_the_middle_of_a_file_is_named() -> None:
    pack = a_district()
    pack.rows["users"].insert(3, {name: name for name in pack.headers["users"]})
    problem = the_problem(pack)
    assert (problem.code, problem.severity, problem.row) == ("header_repeated", Severity.ERROR, 5)


def test_a_column_twice_is_refused_where_it_is_read_and_noted_where_it_is_not() -> None:
    pack = a_district()
    pack.headers["users"].append("phone")
    problem = the_problem(pack)
    assert (problem.code, problem.severity) == ("header_duplicate", Severity.WARNING)
    pack = a_district()
    pack.headers["users"].append("familyName")
    assert judge(pack)[0].verdict is Verdict.REJECT


def test_a_zip_in_a_zip_is_named_with_the_way_out() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("oneroster.zip", a_district().write_zip())
    with open_store() as store:
        report = check(store, io.BytesIO(packed.getvalue()), earlier_known=False)
        (problem,) = store.problems()
    assert (report.verdict, problem.code) == (Verdict.REJECT, "zip_in_zip")
    assert "inner zip" in problem.fix
    beside = a_district()
    beside.raw["older.zip"] = packed.getvalue()
    assert (the_problem(beside).code, judge(beside)[0].verdict) == ("zip_in_zip", Verdict.WARN)


def test_a_line_break_in_a_name_is_a_space_and_is_named_once() -> None:
    pack = a_district()
    for name in ("ada", "ben"):
        pack.change("users", name, familyName="Van\n Example")
    problem = the_problem(pack)
    assert (problem.code, problem.severity, problem.count) == ("line_break", Severity.WARNING, 2)
    assert cells_of(pack, "users", "ada", "familyName") == ("Van Example",)


def test_a_line_break_beside_a_comma_may_be_two_rows_and_is_an_error() -> None:
    pack = a_district().change("users", "ada", familyName="Example,04\nben,true")
    assert (the_problem(pack).code, the_problem(pack).severity) == ("line_break", Severity.ERROR)


def test_two_primary_teachers_at_one_time_are_named_and_one_after_the_other_are_not() -> None:
    pack = a_district()
    enroll(pack, "theo", "k1", "teacher")
    report, (problem,) = judge(pack)
    assert (report.verdict, problem.code, problem.value) == (
        Verdict.WARN, "two_primary_teachers", "k1",
    )  # fmt: skip
    pack.change("enrollments", "tess-k1", endDate="2026-11-09")
    pack.change("enrollments", "theo-k1", beginDate="2026-11-09")
    assert judge(pack)[1] == []


def test_a_person_enrolled_against_their_role_is_named() -> None:
    pack = a_district()
    enroll(pack, "dee", "k1", "teacher")
    pack.change("enrollments", "dee-k1", primary="false")
    enroll(pack, "theo", "k1")
    found = {problem.code: problem for problem in judge(pack)[1]}
    assert set(found) == {"student_as_teacher", "staff_as_student"}
    assert found["student_as_teacher"].value == "dee"
    assert all(problem.severity is Severity.WARNING for problem in found.values())


@pytest.mark.parametrize("address", ["tess", "tess@", "a@b", "Tess <t@x.org>", "a@x.org;b@x.org"])
def test_an_address_that_is_none_is_named_and_not_kept(address: str) -> None:
    pack = a_district().change("users", "tess", email=address)
    problem = the_problem(pack)
    assert (problem.code, problem.severity, problem.value) == (
        "no_address", Severity.WARNING, address,
    )  # fmt: skip
    assert cells_of(pack, "users", "tess", "email") == ("",)


@pytest.mark.parametrize("word", ["NULL", "null", "N/A", "none", "nil", "(null)", "\\N", "#N/A"])
def test_a_word_that_stands_for_nothing_is_read_as_blank_and_named_once(word: str) -> None:
    pack = a_district()
    for name in ("tess", "theo"):
        pack.change("users", name, email=word, preferredGivenName=word)
    pack.change("enrollments", "ada-k1", endDate=word)
    _, problems = judge(pack)
    assert {(one.code, one.severity) for one in problems} == {
        ("word_for_nothing", Severity.WARNING)
    }
    assert sorted((one.column, one.count) for one in problems) == [
        ("email", 2), ("endDate", 1), ("preferredGivenName", 2),
    ]  # fmt: skip
    assert cells_of(pack, "users", "tess", "email", "preferredGivenName") == ("", "")


def test_where_something_must_stand_a_word_for_nothing_is_an_error() -> None:
    pack = a_district().change("users", "tess", username="NULL")
    assert (the_problem(pack).code, the_problem(pack).severity) == (
        "word_for_nothing", Severity.ERROR,
    )  # fmt: skip


def test_null_is_a_family_name_too() -> None:
    pack = a_district().change("users", "ada", familyName="Null", givenName="Nil")
    assert judge(pack)[1] == []
    shouted = a_district().change("users", "ada", familyName="NULL")
    assert the_problem(shouted).severity is Severity.WARNING
    assert cells_of(shouted, "users", "ada", "familyName") == ("NULL",)


# -- what is not used never stops an import -------------------------------------------------------


def test_files_that_nobody_reads_may_be_broken_protected_or_enormous() -> None:
    pack = a_district()
    pack.raw["demographics.csv"] = b"\xff\xfe\0 no csv"
    pack.raw["photos.csv"] = b"0" * 5_000_000
    pack.manifest["file.demographics"] = "bulk"
    report, problems = judge(pack)
    assert report.verdict is Verdict.WARN
    assert [problem.code for problem in problems] == ["file_not_read"]


def test_manifest_lines_about_other_things_are_one_warning_with_a_count() -> None:
    pack = a_district()
    pack.manifest |= {
        "file.systemName": "warehouse",
        "file.systemCode": "edu",
        "file.results": "yes",
    }
    pack.raw["lineItems.csv"] = b"sourcedId\n1\n"
    report, (problem,) = judge(pack)
    assert (report.verdict, problem.code, problem.count) == (Verdict.WARN, "manifest_line", 3)


def test_a_photo_in_a_column_that_nobody_reads_is_no_harm() -> None:
    pack = a_district()
    pack.headers["users"].append("ext:photo")
    photo = random.Random(4).randbytes(900_000)
    pack.change("users", "ada", **{"ext:photo": base64.b64encode(photo).decode()})
    report, problems = judge(pack)
    assert (report.verdict, problems) == (Verdict.ACCEPT, [])
    assert report.dropped_cells["users.ext:photo"] == 1


def test_other_enrollment_roles_are_left_out_and_counted() -> None:
    pack = a_district()
    for number, role in enumerate(("coach", "coach", "ext:mentor", "proctor")):
        a_user(pack, f"x{number}", "aide")
        enroll(pack, f"x{number}", "k1", role)
    pack.change("enrollments", "x0-k1", userSourcedId="nobody", beginDate="someday")
    report, problems = judge(pack)
    assert report.verdict is Verdict.WARN
    assert report.counts["enrollments"] == 6
    assert report.dropped_cells["enrollments"] == 3
    assert {(one.code, one.count) for one in problems} == {("other_role", 2), ("not_a_date", 1)}


def test_cells_that_only_others_need_are_warnings() -> None:
    pack = a_district()
    a_user(pack, "mum", "guardian")
    pack.change("users", "mum", givenName="", username="", enabledUser="")
    pack.change("academicSessions", "fall", schoolYear="26/27", type="marking period")
    pack.change("classes", "k1", classType="")
    report, problems = judge(pack)
    assert report.verdict is Verdict.WARN
    assert {one.column for one in problems} == {
        "givenName", "username", "enabledUser", "schoolYear", "type", "classType",
    }  # fmt: skip


def test_students_need_no_sign_in_name_and_teachers_do() -> None:
    pack = a_district("1.1")
    for name in ("ada", "ben", "cai"):
        pack.change("users", name, username="")
    report, (problem,) = judge(pack)
    assert (report.verdict, problem.column, problem.count) == (Verdict.WARN, "username", 3)
    pack.change("users", "tess", username="")
    assert judge(pack)[0].verdict is Verdict.ROW_ERRORS


def test_a_parent_in_1_1_needs_no_organization() -> None:
    pack = a_district("1.1")
    pack.add("users", "mum", enabledUser="true", username="mum", role="parent", givenName="M.",
             familyName="Example")  # fmt: skip
    assert judge(pack)[0].verdict is Verdict.WARN
    pack.change("users", "mum", role="teacher")
    assert judge(pack)[0].verdict is Verdict.ROW_ERRORS


def test_orgs_above_the_district_need_not_be_in_the_package() -> None:
    report, (problem,) = judge(a_district().change("orgs", "d1", parentSourcedId="state"))
    assert (report.verdict, problem.code) == (Verdict.WARN, "parent_above")


SPELLINGS = [
    ("users", "tess", "enabledUser", "1", "true"),
    ("users", "tess", "enabledUser", "Yes", "true"),
    ("users", "tess", "enabledUser", "Y", "true"),
    ("users", "tess", "enabledUser", "0", "false"),
    ("users", "tess", "enabledUser", "inactive", "false"),
    ("academicSessions", "fall", "startDate", "2026-08-17T00:00:00Z", "2026-08-17"),
    ("academicSessions", "fall", "startDate", "2026-08-17T00:00:00.000-05:00", "2026-08-17"),
    ("academicSessions", "fall", "startDate", "2026-08-17 00:00:00", "2026-08-17"),
    ("academicSessions", "fall", "startDate", "8/17/2026", "2026-08-17"),
    ("academicSessions", "fall", "startDate", "08/17/2026 12:00:00 AM", "2026-08-17"),
    ("academicSessions", "fall", "startDate", "20260817", "2026-08-17"),
    ("roles", "r-tess", "role", "Teacher", "teacher"),
    ("roles", "r-tess", "role", "site_administrator", "siteAdministrator"),
    ("orgs", "north", "type", "School", "school"),
]


@pytest.mark.parametrize(("file", "row", "column", "written", "read"), SPELLINGS)
def test_other_spellings_are_read_where_they_can_mean_one_thing(
    file: str, row: str, column: str, written: str, read: str
) -> None:
    pack = a_district().change(file, row, **{column: written})
    assert judge(pack)[1] == []
    assert cells_of(pack, file, row, column) == (read,)


def test_a_day_that_could_be_a_month_is_read_as_it_is_written_here_and_named() -> None:
    pack = a_district().change("academicSessions", "fall", startDate="8/7/2026")
    assert (the_problem(pack).code, the_problem(pack).severity) == (
        "date_spelling", Severity.WARNING,
    )  # fmt: skip
    assert cells_of(pack, "academicSessions", "fall", "startDate") == ("2026-08-07",)


@pytest.mark.parametrize("word", ["inactive", "Inactive", "withdrawn", "deleted"])
def test_inactive_is_never_active(word: str) -> None:
    bulk = a_district().change("users", "ada", status=word)
    report, (problem,) = judge(bulk)
    assert (report.verdict, problem.code) == (Verdict.WARN, "status_inactive")
    assert cells_of(bulk, "users", "ada", "username") == ()
    assert cells_of(bulk, "enrollments", "ada-k1", "role") == ()
    delta = Pack().only("delta", "users").add("users", "ada", status=word)
    report, _ = judge(delta, a_district())
    assert report.changes["users"].dropped == 1


def test_a_status_that_nobody_knows_is_an_error() -> None:
    assert the_problem(a_district().change("users", "ada", status="paused")).code == "status"


def test_of_a_row_that_leaves_only_the_identifier_is_needed() -> None:
    delta = Pack().only("delta", "users").add("users", "ada", status="tobedeleted")
    assert judge(delta, a_district())[1] == []


# -- equal problems are one -----------------------------------------------------------------------


def of_many(change: str) -> Pack:
    """Forty students whose identifiers are numbers, spelled differently in users.csv."""
    pack = a_district()
    for number in range(1, 41):
        known = f"{number * 7919:08d}"
        a_user(pack, known)
        enroll(pack, known, "k1")
        other = {
            "zeros": known.lstrip("0"),
            "number": f"{int(known)}.0",
            "unseen": f"{known}\u200b",
        }[change]
        pack.change("users", known, sourcedId=other)
    return pack


@pytest.mark.parametrize("change", ["zeros", "number", "unseen"])
def test_identifiers_that_a_spreadsheet_changed_are_one_problem(change: str) -> None:
    report, (problem,) = judge(of_many(change))
    assert report.verdict is Verdict.ROW_ERRORS
    assert (problem.code, problem.count, len(problem.examples)) == ("id_differs", 40, 3)
    assert "roles.csv (40), enrollments.csv (40)" in problem.reason
    assert "xport" in problem.fix


def test_capital_letters_are_one_problem_too() -> None:
    pack = a_district()
    for name in ("ada", "ben", "tess"):
        pack.change("users", name, sourcedId=name.upper())
    report, (problem,) = judge(pack)
    assert (report.verdict, problem.code, problem.count) == (Verdict.ROW_ERRORS, "id_differs", 3)
    assert "capital and small letters" in problem.reason
    assert "users.csv has" in problem.examples[0].detail


def test_a_rounded_number_is_recognized_from_either_side() -> None:
    pack = a_district()
    a_user(pack, "123456789")
    enroll(pack, "123456789", "k1")
    pack.change("enrollments", "123456789-k1", userSourcedId="1.23457E+08")
    _, (problem,) = judge(pack)
    assert (problem.code, "way of writing numbers" in problem.reason) == ("id_differs", True)
    turned = a_district()
    a_user(turned, "123456789")
    turned.change("users", "123456789", sourcedId="1.23E+08")
    assert [one.code for one in judge(turned)[1]] == ["id_differs"]


def test_problems_of_one_kind_are_one_whatever_stands_in_the_cells() -> None:
    pack = a_district()
    for number in range(250):
        pack.add("enrollments", f"e{number}", classSourcedId="k1", schoolSourcedId="north",
                 userSourcedId=f"nobody-{number}", role="student")  # fmt: skip
    _, (problem,) = judge(pack)
    assert (problem.code, problem.count, problem.rows) == ("orphan", 250, "8-257")
    assert [place.value for place in problem.examples] == ["nobody-0", "nobody-1", "nobody-2"]


# -- one school loses all of a kind ---------------------------------------------------------------


def twenty_schools() -> Pack:
    pack = a_district()
    for number in range(18):
        school = f"s{number}"
        pack.add("orgs", school, name=f"School {number}", type="school", parentSourcedId="d1")
        a_class(pack, f"c{number}", school)
        a_user(pack, f"t{number}", "teacher", school)
        enroll(pack, f"t{number}", f"c{number}", "teacher", school)
        for seat in range(3):
            a_user(pack, f"p{number}-{seat}", "student", school)
            enroll(pack, f"p{number}-{seat}", f"c{number}", school=school)
    return pack


def test_a_school_that_loses_all_of_a_kind_is_held_whatever_its_share() -> None:
    later = twenty_schools()
    for person in ("t7", "p7-0", "p7-1", "p7-2"):
        later.remove("enrollments", f"{person}-c7")
    report, _ = judge(later, twenty_schools())
    (hold,) = report.holds
    assert report.verdict is Verdict.HOLD
    assert (hold.kind, hold.school, hold.count) == ("enrollments", "s7", 4)
    assert "School 7 (s7)" in hold.message


def test_a_school_that_is_missing_altogether_is_held_for_each_kind() -> None:
    later = twenty_schools().remove("orgs", "s7").remove("classes", "c7")
    for person in ("t7", "p7-0", "p7-1", "p7-2"):
        later.remove("enrollments", f"{person}-c7").remove("roles", f"r-{person}")
        later.remove("users", person)
    report, _ = judge(later, twenty_schools())
    assert {(hold.kind, hold.school) for hold in report.holds} == {
        (kind, "s7") for kind in ("classes", "students", "teachers", "enrollments")
    }


def test_one_student_less_at_every_school_is_not_held() -> None:
    later = twenty_schools().remove("enrollments", "p7-0-c7")
    assert judge(later, twenty_schools())[0].verdict is Verdict.ACCEPT


# -- sign-in names --------------------------------------------------------------------------------


def test_a_sign_in_name_that_the_user_pool_refuses_is_named_for_staff_only() -> None:
    pack = a_district().change("users", "tess", username="tess chalk")
    problem = the_problem(pack)
    assert (problem.code, problem.severity, problem.value) == (
        "sign_in_name", Severity.WARNING, "tess chalk",
    )  # fmt: skip
    assert judge(a_district().change("users", "ada", username="ada lee"))[1] == []
    assert judge(a_district().change("users", "tess", username="zoë+名@x.org"))[1] == []


# -- the command ----------------------------------------------------------------------------------


def test_the_command_shows_how_often_and_three_places(tmp_path: Path) -> None:
    path = tmp_path / "roster.zip"
    path.write_bytes(of_many("zeros").write_zip())
    output = CliRunner().invoke(app, ["roster", "check", str(path)], env={"COLUMNS": "400"}).output
    assert "1 problem" in output
    assert "40 times: row 10: 00007919 (users.csv has 7919.)" in output
    as_json = CliRunner().invoke(app, ["roster", "check", str(path), "--json"]).output
    (problem,) = json.loads(as_json)["problems"]
    assert (problem["count"], len(problem["examples"])) == (40, 3)
