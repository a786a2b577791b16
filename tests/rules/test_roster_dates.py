"""The members of a class, and the roles of a person, on each day: the dates of a roster decide."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from chalicelib.acts import Role
from chalicelib.districts.sign_in_entry import SignIn
from chalicelib.rosters.check import check, load_earlier
from chalicelib.rosters.difference import changes
from chalicelib.rosters.documents import FORM, entries
from chalicelib.rosters.model import Person, RosterClassRow, RosterDocumentKind, SchoolClass
from chalicelib.rosters.store import open_store
from tests.support.packages import Pack, a_district, a_user, enroll

AUTUMN = "2026-11-19"
LAST_DAY = date(2026, 12, 19)
"""Of the term `fall`."""


def set_enrollment_dates(pack: Pack, user: str, begins: str = "", ends: str = "") -> Pack:
    """Set the dates of an enrollment of the district."""
    row = next(row for row in pack.rows["enrollments"] if row["userSourcedId"] == user)
    row |= {"beginDate": begins, "endDate": ends}
    return pack


def documents(pack: Pack) -> dict[tuple[RosterDocumentKind, str, str], object]:
    with open_store() as store:
        assert check(store, pack.open(), earlier_known=False).verdict.may_be_applied
        return {(e.kind, e.owner, e.id): e.model for e in entries(store, "new")}


def the_class(pack: Pack, class_: str = "k1") -> SchoolClass:
    found = documents(pack)[RosterDocumentKind.CLASS, "", class_]
    assert isinstance(found, SchoolClass)
    return found


def students(pack: Pack, day: str, class_: str = "k1") -> list[str]:
    return [one.id for one in the_class(pack, class_).on(day).students]


def teachers(pack: Pack, day: str, class_: str = "k1") -> list[str]:
    return [one.id for one in the_class(pack, class_).on(day).teachers]


def sign_in(pack: Pack, person: str) -> SignIn:
    found = documents(pack)[RosterDocumentKind.SIGN_IN, "", f"{person}@example.org"]
    assert isinstance(found, SignIn)
    return found


# -- enrollments ----------------------------------------------------------------------------------


def test_a_leaver_is_in_the_class_up_to_the_end_date_and_not_on_it() -> None:
    pack = set_enrollment_dates(a_district(), "ada", ends=AUTUMN)
    assert students(pack, "2026-11-18") == ["ada", "ben"]
    assert students(pack, AUTUMN) == ["ben"]


def test_a_student_who_has_not_begun_is_not_in_the_class() -> None:
    pack = set_enrollment_dates(a_district(), "ada", begins=AUTUMN)
    assert students(pack, "2026-11-18") == ["ben"]
    assert students(pack, AUTUMN) == ["ada", "ben"]


def test_a_student_who_moved_is_in_one_class_on_each_day() -> None:
    pack = set_enrollment_dates(a_district(), "ada", "2026-08-17", AUTUMN)
    enroll(pack, "ada", "k2")
    pack.rows["enrollments"][-1] |= {"beginDate": AUTUMN, "endDate": LAST_DAY.isoformat()}
    assert "ada" in students(pack, "2026-11-18", "k1")
    assert "ada" not in students(pack, "2026-11-18", "k2")
    assert "ada" not in students(pack, AUTUMN, "k1")
    assert "ada" in students(pack, AUTUMN, "k2")


@pytest.mark.parametrize("ends", ["2026-08-17", "2026-08-16"])
def test_a_student_who_never_came_is_never_in_the_class(ends: str) -> None:
    """Exporters that write the last day in class write the day before the first one."""
    pack = set_enrollment_dates(a_district(), "ada", "2026-08-17", ends)
    assert all("ada" not in students(pack, day) for day in ("2026-08-16", "2026-08-17", AUTUMN))


def test_a_student_who_comes_back_is_in_the_class_again() -> None:
    pack = set_enrollment_dates(a_district(), "ada", "", "2026-10-01")
    pack.add("enrollments", "again", classSourcedId="k1", schoolSourcedId="north",
             userSourcedId="ada", role="student", beginDate=AUTUMN)  # fmt: skip
    days = ("2026-09-30", "2026-10-01", AUTUMN)
    assert [("ada" in students(pack, day)) for day in days] == [True, False, True]


@pytest.mark.parametrize(
    ("days_before", "stays"), [(2, False), (1, True), (0, True), (-1, True), (-40, True)]
)
def test_a_student_who_ends_with_the_class_is_in_it_as_long_as_the_class(
    days_before: int, *, stays: bool
) -> None:
    ends = LAST_DAY - timedelta(days=days_before)
    pack = set_enrollment_dates(
        set_enrollment_dates(a_district(), "ada", ends=ends.isoformat()), "tess", ends="2026-12-18"
    )
    assert ("ada" in students(pack, "2027-07-04")) is stays
    assert teachers(pack, "2027-07-04") == ["tess"]


def test_a_class_is_past_on_the_day_after_its_last_one_and_keeps_its_people() -> None:
    found = the_class(a_district())
    assert (str(found.starts), str(found.ends)) == ("2026-08-17", "2026-12-19")
    assert not found.on("2026-12-19").past
    past = found.on("2026-12-20")
    assert past.past
    assert [one.id for one in (*past.teachers, *past.students)] == ["tess", "ada", "ben"]


def test_the_last_of_several_terms_counts() -> None:
    pack = a_district().change("classes", "k1", termSourcedIds="fall,sy27")
    assert str(the_class(pack).ends) == "2027-06-05"


def test_a_replaced_teacher_makes_room_for_the_new_one() -> None:
    pack = set_enrollment_dates(a_district(), "tess", ends=AUTUMN)
    enroll(pack, "theo", "k1", "teacher")
    pack.rows["enrollments"][-1]["beginDate"] = AUTUMN
    assert (teachers(pack, "2026-11-18"), teachers(pack, AUTUMN)) == (["tess"], ["theo"])


def test_a_substitute_has_the_class_for_a_while() -> None:
    pack = a_district()
    enroll(pack, "theo", "k1", "teacher")
    pack.rows["enrollments"][-1] |= {"beginDate": "2026-10-05", "endDate": "2026-10-19"}
    days = ("2026-10-04", "2026-10-05", "2026-10-18", "2026-10-19")
    assert [("theo" in teachers(pack, day)) for day in days] == [False, True, True, False]


def test_a_role_that_ended_at_the_school_ends_the_enrollment_there() -> None:
    pack = a_district().change("roles", "r-tess", endDate=AUTUMN)
    assert (teachers(pack, "2026-11-18"), teachers(pack, AUTUMN)) == (["tess"], [])


def test_lists_count_as_many_students_as_the_class_has_on_every_day() -> None:
    chance = random.Random(20261119)
    for _ in range(20):
        pack = a_district()
        for n in range(8):
            begins, ends = (
                (date(2026, 9, 1) + timedelta(days=chance.randrange(60))).isoformat()
                if chance.random() < 0.7
                else ""
                for _ in "be"
            )
            a_user(pack, f"s{n}")
            enroll(pack, f"s{n}", "k1")
            pack.rows["enrollments"][-1] |= {"beginDate": begins, "endDate": ends}
            if begins and ends and ends < begins:
                pack.rows["enrollments"][-1]["endDate"] = begins
        found = documents(pack)
        school_class, row = (
            found[RosterDocumentKind.CLASS, "", "k1"],
            found[RosterDocumentKind.OFFERED, "math3", "k1"],
        )
        assert isinstance(school_class, SchoolClass)
        assert isinstance(row, RosterClassRow)
        for n in range(75):
            day = (date(2026, 8, 25) + timedelta(days=n)).isoformat()
            assert row.on(day).students == len(school_class.on(day).students), day


# -- roles ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("person", "role"), [("pria", Role.SCHOOL_ADMIN), ("dana", Role.DISTRICT_ADMIN)]
)
def test_an_administrator_is_one_while_the_role_holds(person: str, role: Role) -> None:
    pack = a_district()
    pack.change("roles", f"r-{person}", beginDate="2026-08-03", endDate=AUTUMN)
    known = sign_in(pack, person)
    assert known.on("2026-11-18").roles == {role}
    assert not known.on(AUTUMN).roles
    assert not known.on("2026-08-02").roles
    found = documents(pack)[RosterDocumentKind.PERSON, "", person]
    assert isinstance(found, Person)
    assert (found.on("2026-11-18").is_staff, found.on(AUTUMN).is_staff) == (True, False)


def test_a_principal_who_changes_school_administers_one_on_each_day() -> None:
    pack = a_district().change("roles", "r-pria", endDate=AUTUMN)
    pack.add("roles", "next", userSourcedId="pria", roleType="secondary", role="principal",
             orgSourcedId="south", beginDate=AUTUMN)  # fmt: skip
    known = sign_in(pack, "pria")
    assert known.on("2026-11-18").schools == {"north"}
    assert known.on(AUTUMN).schools == {"south"}


def test_a_teacher_who_was_a_principal_counts_as_a_teacher_afterwards() -> None:
    pack = a_district().change("roles", "r-pria", endDate=AUTUMN)
    pack.add("roles", "also", userSourcedId="pria", roleType="secondary", role="teacher",
             orgSourcedId="south")  # fmt: skip
    after = sign_in(pack, "pria").on(AUTUMN)
    assert after.roles == {Role.TEACHER}
    assert after.schools == {"south"}


def test_an_operators_entry_keeps_its_role_when_the_rosters_ends() -> None:
    pack = a_district().change("roles", "r-dana", endDate=AUTUMN)
    operator = SignIn(
        username="dana@example.org",
        person="first-admin",
        given="D",
        family="E",
        roles=frozenset({Role.DISTRICT_ADMIN}),
    )
    assert sign_in(pack, "dana").merge(operator).on(AUTUMN).roles == {Role.DISTRICT_ADMIN}


def test_a_teacher_by_a_class_alone_is_one_as_long_as_the_enrollment() -> None:
    pack = a_district().change("roles", "r-pria", role="aide")
    enroll(pack, "pria", "k1", "teacher")
    pack.rows["enrollments"][-1]["endDate"] = AUTUMN
    known = sign_in(pack, "pria")
    assert known.on("2026-11-18").roles == {Role.TEACHER}
    assert not known.on(AUTUMN).roles


# -- what was there before ------------------------------------------------------------------------


def test_documents_without_dates_are_read_as_they_were_meant() -> None:
    """Release 0.3.0 kept no dates of people, and no terms in lists."""
    stored = '{"id":"k1","title":"M","school":"n","course":"c","students":3,"teachers":[{"id":"t","name":"T"}]}'  # noqa: E501
    row = RosterClassRow.model_validate_json(stored).on("2030-01-01")
    assert (row.students, row.past, row.taught_by("t")) == (3, False, True)


def test_the_same_package_writes_everything_where_documents_are_of_an_older_form() -> None:
    pack = set_enrollment_dates(a_district(), "ada", ends=AUTUMN)
    with open_store() as store:
        load_earlier(store, pack.open())
        check(store, pack.open(), earlier_known=True)
        everything = {(e.kind, e.owner, e.id) for e in entries(store, "new")}
        assert not list(changes(store, FORM))
        assert {(c.kind, c.owner, c.id) for c in changes(store, 1)} == everything
