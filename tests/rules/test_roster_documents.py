"""The data that the product reads of a roster, and the order in which it writes changes."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.acts import Role
from chalicelib.districts.sign_in_entry import SignIn
from chalicelib.rosters.check import check, load_earlier
from chalicelib.rosters.difference import changes, is_slight, read_changes, write_changes
from chalicelib.rosters.document_changes import DocumentChange
from chalicelib.rosters.documents import FORM, entries
from chalicelib.rosters.model import (
    Course,
    Person,
    RosterClassRow,
    RosterDocumentKind,
    School,
    SchoolClass,
)
from chalicelib.rosters.repository import keep
from chalicelib.rosters.store import open_store
from tests.support.packages import STAFF, STUDENTS, Pack, a_class, a_district, a_user, enroll

Documents = dict[tuple[RosterDocumentKind, str, str], Any]


def documents(pack: Pack) -> Documents:
    with open_store() as store:
        assert check(store, pack.open(), earlier_known=False).verdict.may_be_applied
        return {(e.kind, e.owner, e.id): e.model for e in entries(store, "new")}


def between(before: Pack | None, after: Pack) -> list[DocumentChange]:
    with open_store() as store:
        if before is not None:
            load_earlier(store, before.open())
        check(store, after.open(), earlier_known=True)
        return sorted(changes(store), key=lambda each: keep("district", each).turn)


def person(pack: Pack, name: str) -> Person:
    found = documents(pack)[RosterDocumentKind.PERSON, "", name]
    assert isinstance(found, Person)
    return found


# -- what is in them ------------------------------------------------------------------------------


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_a_class_knows_everyone_in_it(version: str) -> None:
    k1 = documents(a_district(version))[RosterDocumentKind.CLASS, "", "k1"]
    assert isinstance(k1, SchoolClass)
    assert [student.given for student in k1.students] == ["Ada", "Ben"]
    assert (k1.teachers[0].name, k1.taught_by("tess"), k1.taught_by("theo")) == (
        "Tess Example", True, False,
    )  # fmt: skip
    assert (k1.course_title, k1.subjects, k1.terms[0].title) == (
        "Mathematics 3",
        ("Mathematics",),
        "Fall",
    )


def test_a_class_is_in_the_lists_of_its_course_and_its_teacher() -> None:
    found = documents(a_district())
    assert (
        found[RosterDocumentKind.OFFERED, "math3", "k1"]
        == found[RosterDocumentKind.TAUGHT, "tess", "k1"]
    )
    assert found[RosterDocumentKind.TAUGHT, "tess", "k1"].students == 2


def test_somebody_enrolled_twice_sits_there_once() -> None:
    pack = a_district().add("enrollments", "again", classSourcedId="k1", schoolSourcedId="north",
                            userSourcedId="ada", role="student")  # fmt: skip
    assert len(documents(pack)[RosterDocumentKind.CLASS, "", "k1"].students) == 2


ROLES = [
    ("districtAdministrator", "d1", {Role.DISTRICT_ADMIN}, {"d1"}),
    ("systemAdministrator", "d1", {Role.DISTRICT_ADMIN}, {"d1"}),
    ("systemAdministrator", "north", {Role.SCHOOL_ADMIN}, {"north"}),
    ("siteAdministrator", "north", {Role.SCHOOL_ADMIN}, {"north"}),
    ("siteAdministrator", "d1", {Role.SCHOOL_ADMIN}, {"north", "south"}),
    ("principal", "south", {Role.SCHOOL_ADMIN}, {"south"}),
    ("teacher", "south", {Role.TEACHER}, {"south"}),
    ("student", "south", set(), {"south"}),
    ("aide", "south", set(), set()),
    ("guardian", "south", set(), set()),
    ("ext:coach", "south", set(), set()),
]


@pytest.mark.parametrize(("role", "org", "roles", "schools"), ROLES)
def test_a_role_of_the_roster_means_this_here(
    role: str, org: str, roles: set[Role], schools: set[str]
) -> None:
    pack = a_district()
    a_user(pack, "pat", role, org)
    pat = person(pack, "pat")
    assert pat.staff_roles == frozenset(roles)
    assert pat.schools_as() == frozenset(schools)


@pytest.mark.parametrize(
    ("org", "role"), [("d1", Role.DISTRICT_ADMIN), ("north", Role.SCHOOL_ADMIN)]
)
def test_an_administrator_of_1_1_is_what_the_organization_says(org: str, role: Role) -> None:
    pack = a_district("1.1")
    a_user(pack, "pat", "administrator", org)
    assert person(pack, "pat").staff_roles == {role}


def test_a_person_who_teaches_a_class_is_a_teacher_but_a_student_never_becomes_one() -> None:
    pack = a_district()
    a_user(pack, "aida", "aide")
    enroll(pack, "aida", "k1", "teacher")
    enroll(pack, "cai", "k1", "teacher")
    assert person(pack, "aida").staff_roles == {Role.TEACHER}
    assert person(pack, "cai").staff_roles == frozenset()


def test_students_get_no_sign_in_and_no_address_is_kept_of_them() -> None:
    found = documents(a_district())
    sign_ins = {m.person for (kind, _, _), m in found.items() if kind is RosterDocumentKind.SIGN_IN}
    assert sign_ins == set(STAFF)
    assert not any(found[RosterDocumentKind.PERSON, "", name].email for name in STUDENTS)


def test_a_disabled_person_has_no_sign_in() -> None:
    found = documents(a_district().change("users", "tess", enabledUser="false"))
    assert (RosterDocumentKind.SIGN_IN, "", "tess@example.org") not in found


def test_a_principal_who_also_teaches_elsewhere_administers_only_the_own_school() -> None:
    pack = a_district()
    pack.add("roles", "r2", userSourcedId="pria", roleType="secondary", role="teacher",
             orgSourcedId="south")  # fmt: skip
    sign_in = documents(pack)[RosterDocumentKind.SIGN_IN, "", "pria@example.org"]
    assert isinstance(sign_in, SignIn)
    assert sign_in.roles == {Role.SCHOOL_ADMIN, Role.TEACHER}
    assert sign_in.schools == {"north"}


# -- the changes between two states ---------------------------------------------------------------


def test_the_same_again_changes_nothing() -> None:
    assert between(a_district(), a_district()) == []


def test_a_sign_in_name_that_moves_to_another_person_is_written_and_never_removed() -> None:
    later = a_district().change("users", "theo", enabledUser="false", username="old")
    later.change("users", "tess", username="theo@example.org")
    found = {
        (c.id, c.removes)
        for c in between(a_district(), later)
        if c.kind is RosterDocumentKind.SIGN_IN
    }
    assert found == {("theo@example.org", False), ("tess@example.org", True)}


def test_a_change_of_name_reaches_every_list_the_person_is_in() -> None:
    later = a_district().change("users", "ada", familyName="Lovelace")
    kinds = [change.kind for change in between(a_district(), later)]
    assert kinds == [RosterDocumentKind.PERSON, RosterDocumentKind.CLASS]


ENDS = ("2026-12-19", "2026-12-18")


@st.composite
def districts(draw: st.DrawFn) -> Pack:
    """Draw some district: any people, classes and enrollments that fit together."""
    pack = a_district()
    pack.rows["enrollments"].clear()
    classes = draw(st.sets(st.sampled_from(["k1", "k2", "k3", "k4"])))
    pack.rows["classes"].clear()
    for class_ in sorted(classes):
        a_class(pack, class_, draw(st.sampled_from(["north", "south"])))
    for name in sorted(draw(st.sets(st.sampled_from([*STAFF, *STUDENTS])))):
        pack.remove("users", name).remove("roles", f"r-{name}")
    people = [row["sourcedId"] for row in pack.rows["users"]]
    pack.change("academicSessions", "fall", endDate=draw(st.sampled_from(ENDS)))
    pack.change("courses", "math3", title=draw(st.sampled_from(["One", "Two"])))
    pack.change("orgs", "south", parentSourcedId=draw(st.sampled_from(["d1", ""])))
    if draw(st.booleans()):
        a_user(pack, "sue", draw(st.sampled_from(["principal", "siteAdministrator"])), "d1")
    for name in people:
        pack.change("users", name, familyName=draw(st.sampled_from(["One", "Two"])))
        for class_ in sorted(classes):
            if draw(st.booleans()):
                role = "teacher" if name in STAFF else "student"
                enroll(pack, name, class_, role, school="north")
    return pack


def dangling(there: Documents) -> list[str]:
    """Name every reference to a document that is not there."""
    known = {(kind, id_) for kind, _, id_ in there}
    return [
        f"{kind} {id_} -> {target}"
        for (kind, owner, id_), model in there.items()
        for target in references(kind, owner, model)
        if target[1] and target not in known
    ]


def references(
    kind: RosterDocumentKind, owner: str, model: Any
) -> list[tuple[RosterDocumentKind, str]]:
    match model:
        case School():
            return [(RosterDocumentKind.SCHOOL, model.parent)]
        case Course():
            return [(RosterDocumentKind.SCHOOL, model.school)]
        case Person():
            return [(RosterDocumentKind.SCHOOL, at.school) for at in model.roles]
        case SchoolClass():
            people = [*(t.id for t in model.teachers), *(s.id for s in model.students)]
            return [
                (RosterDocumentKind.SCHOOL, model.school),
                (RosterDocumentKind.COURSE, model.course),
                *((RosterDocumentKind.PERSON, id_) for id_ in people),
            ]
        case RosterClassRow():
            side = (
                RosterDocumentKind.COURSE
                if kind is RosterDocumentKind.OFFERED
                else RosterDocumentKind.PERSON
            )
            return [(side, owner), (RosterDocumentKind.CLASS, model.id)]
        case _:
            return [(RosterDocumentKind.PERSON, model.person)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(before=districts(), after=districts())
def test_no_record_ever_refers_to_a_missing_one(before: Pack, after: Pack) -> None:
    there, wanted = documents(before), documents(after)
    for change in between(before, after):
        key = (change.kind, change.owner, change.id)
        if change.entry is None:
            del there[key]
        else:
            there[key] = change.entry.model
        assert dangling(there) == []
    assert there == wanted


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(before=districts(), after=districts())
def test_the_file_of_changes_has_them_in_the_order_in_which_they_are_made(
    before: Pack, after: Pack
) -> None:
    found = [keep("district", each) for each in between(before, after)]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "changes.gz"
        assert write_changes(path, iter(found[::-1])) == len(found)
        read = list(read_changes(path))
        assert [each.turn for each in read] == [each.turn for each in found]
        assert sorted(map(json.dumps, read)) == sorted(map(json.dumps, found))
        assert list(read_changes(path, 1)) == read[1:]


@pytest.mark.parametrize("changed", [0, 1])
def test_of_a_district_only_what_the_difference_reaches_is_made(changed: int) -> None:
    later = a_district()
    for name in [*STAFF, *STUDENTS][:changed]:
        later.change("users", name, familyName="Lovelace")
    with open_store() as store:
        load_earlier(store, a_district().open())
        check(store, later.open(), earlier_known=True)
        assert is_slight(store, FORM)
        assert not is_slight(store, FORM - 1)
        made = [e for e in entries(store, "new", reached=True) if isinstance(e.model, Person)]
        assert len(made) == changed


def test_of_a_district_that_changes_everywhere_the_difference_is_not_slight() -> None:
    with open_store() as store:
        load_earlier(store, a_district().open())
        later = a_district().change("academicSessions", "fall", endDate=ENDS[1])
        check(store, later.open(), earlier_known=True)
        assert not is_slight(store, FORM)
