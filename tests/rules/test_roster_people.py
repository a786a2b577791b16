"""How people are called, and records that are one person."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from chalicelib.acts import Role
from chalicelib.districts.sign_in_entry import SignIn
from chalicelib.findings.model import Problem, Verdict
from chalicelib.rosters.check import RosterReport, RosterRules, check, load_earlier, load_state
from chalicelib.rosters.difference import changes
from chalicelib.rosters.documents import entries
from chalicelib.rosters.joining import write_state
from chalicelib.rosters.model import Person, RoleAt, RosterDocumentKind, SchoolClass
from chalicelib.rosters.store import RosterStore, open_store
from plumb.cli import app
from tests.support.packages import Pack, a_class, a_district, a_user, enroll

JOINS = RosterRules(joins=True)


def people(store: RosterStore, generation: str = "new") -> dict[str, Person]:
    known = (
        entry.model
        for entry in entries(store, generation)
        if entry.kind is RosterDocumentKind.PERSON
    )
    return {person.id: person for person in known if isinstance(person, Person)}


def class_of(store: RosterStore, id_: str) -> SchoolClass:
    known = (
        entry.model for entry in entries(store, "new") if entry.kind is RosterDocumentKind.CLASS
    )
    return next(one for one in known if isinstance(one, SchoolClass) and one.id == id_)


# -- preferred and legal names --------------------------------------------------------------------


def a_renamed_district() -> Pack:
    pack = a_district().change("users", "ada", preferredGivenName="Robin")
    return pack.change("users", "tess", preferredFamilyName="Aaron")


def test_the_preferred_name_is_shown_and_the_legal_one_is_kept() -> None:
    with open_store() as store:
        check(store, a_renamed_district().open(), earlier_known=False)
        class_, known = class_of(store, "k1"), people(store)
        sign_ins = [e.model for e in entries(store, "new") if e.kind is RosterDocumentKind.SIGN_IN]
    robin = next(student for student in class_.students if student.id == "ada")
    assert (robin.given, robin.family) == ("Robin", "Example")
    assert (robin.legal_given, robin.legal_family) == ("Ada", "Example")
    assert class_.teachers[0].name == "Tess Aaron"
    tess = known["tess"]
    assert (tess.given, tess.family, tess.legal_family) == ("Tess", "Aaron", "Example")
    assert "tess example" in tess.search_text.replace("aaron ", "")
    assert any(isinstance(s, SignIn) and s.name == "Tess Aaron" for s in sign_ins)


def test_a_person_with_one_name_takes_no_more_room_than_before() -> None:
    with open_store() as store:
        check(store, a_district().open(), earlier_known=False)
        written = class_of(store, "k1").model_dump_json() + people(store)["ada"].model_dump_json()
    assert "legal" not in written


def test_a_new_preferred_name_is_a_change_of_the_roster() -> None:
    with open_store() as store:
        load_earlier(store, a_district().open())
        report = check(store, a_renamed_district().open(), earlier_known=True)
        kinds = {change.kind for change in changes(store)}
    users = report.changes["users"]
    assert users.changed == 2
    assert {one["label"] for one in users.examples["changed"]} == {"Robin Example", "Tess Aaron"}
    assert {
        RosterDocumentKind.PERSON,
        RosterDocumentKind.CLASS,
        RosterDocumentKind.SIGN_IN,
    } <= kinds


# -- one person, several records ------------------------------------------------------------------


def once_per_school(*, version: str = "1.1") -> Pack:
    """Tess has a second record, of the other school, with the same sign-in name."""
    pack = a_district(version)
    a_user(pack, "tess-2", "teacher", "south")
    pack.change("users", "tess-2", username="tess@example.org", givenName="Tess")
    enroll(pack, "tess-2", "k2", "teacher")
    return pack.change("enrollments", "tess-2-k2", primary="false")


def judge(pack: Pack, rules: RosterRules | None = None) -> tuple[RosterReport, list[Problem]]:
    with open_store() as store:
        report = check(store, pack.open(), earlier_known=False, rules=rules)
        return report, list(store.problems())


def test_a_doubled_sign_in_name_is_refused_with_the_setting_that_joins() -> None:
    report, (problem,) = judge(once_per_school())
    assert (report.verdict, problem.code) == (Verdict.ROW_ERRORS, "username_twice")
    assert "roster_join_by_sign_in_name" in problem.fix
    assert judge(once_per_school(), JOINS)[0].verdict is Verdict.ACCEPT


def test_the_command_has_the_rule_too(tmp_path: Path) -> None:
    path = tmp_path / "roster.zip"
    path.write_bytes(once_per_school().write_zip())
    run = CliRunner().invoke
    assert run(app, ["roster", "check", str(path)]).exit_code == 1
    assert run(app, ["roster", "check", str(path), "--join-by-sign-in-name"]).exit_code == 0


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_roles_and_enrollments_of_all_records_hold(version: str) -> None:
    with open_store() as store:
        check(store, once_per_school(version=version).open(), earlier_known=False, rules=JOINS)
        known, south = people(store), class_of(store, "k2")
        sign_ins = [e.model for e in entries(store, "new") if e.kind is RosterDocumentKind.SIGN_IN]
        taught = {
            (e.owner, e.id) for e in entries(store, "new") if e.kind is RosterDocumentKind.TAUGHT
        }
    assert "tess-2" not in known
    assert known["tess"].roles == (
        RoleAt(role=Role.TEACHER, school="north"), RoleAt(role=Role.TEACHER, school="south"),
    )  # fmt: skip
    assert [teacher.id for teacher in south.teachers] == ["theo", "tess"]
    assert {("tess", "k1"), ("tess", "k2")} <= taught
    (mine,) = [s for s in sign_ins if isinstance(s, SignIn) and s.username == "tess@example.org"]
    assert (mine.person, mine.schools) == ("tess", frozenset({"north", "south"}))


def test_a_record_that_is_not_in_force_gives_no_role() -> None:
    pack = once_per_school().change("users", "tess-2", enabledUser="false")
    with open_store() as store:
        check(store, pack.open(), earlier_known=False, rules=JOINS)
        tess = people(store)["tess"]
    assert (tess.enabled, tess.schools_as(Role.TEACHER)) == (True, frozenset({"north"}))


def test_another_order_changes_nothing() -> None:
    for seed in range(5):
        turned = once_per_school()
        for rows in turned.rows.values():
            random.Random(seed).shuffle(rows)
        with open_store() as store:
            load_earlier(store, once_per_school().open(), JOINS)
            report = check(store, turned.open(), earlier_known=True, rules=JOINS)
            assert (report.is_no_change, list(changes(store))) == (True, [])


def test_the_earlier_person_keeps_the_id_though_another_one_sorts_first() -> None:
    with open_store() as store:
        load_earlier(store, a_district().open(), JOINS)
        later = once_per_school().change("users", "tess-2", sourcedId="a-tess")
        later.change("enrollments", "tess-2-k2", userSourcedId="a-tess")
        check(store, later.open(), earlier_known=True, rules=JOINS)
        assert {"tess", "a-tess"} & set(people(store)) == {"tess"}


def test_the_id_stays_when_the_record_that_gave_it_leaves_and_comes_back(tmp_path: Path) -> None:
    without = once_per_school().remove("users", "tess").remove("enrollments", "tess-k1")
    with open_store() as store:
        load_earlier(store, once_per_school().open(), JOINS)
        for number, pack in enumerate((without, without, once_per_school())):
            check(store, pack.open(), earlier_known=True, rules=JOINS)
            assert {"tess", "tess-2"} & set(people(store)) == {"tess"}
            write_state(store, tmp_path / f"{number}.zip")
            load_state(store, tmp_path / f"{number}.zip", as_earlier=True)
    with open_store() as store:
        load_state(store, tmp_path / "0.zip", as_earlier=False)
        assert people(store)["tess"].schools_as(Role.TEACHER) == {"south"}


def test_a_record_that_leaves_in_a_delta_takes_its_roles_with_it() -> None:
    delta = Pack("1.1").only("delta", "users").add("users", "tess-2", status="tobedeleted")
    with open_store() as store:
        load_earlier(store, once_per_school().open(), JOINS)
        check(store, delta.open(), earlier_known=True, rules=JOINS)
        assert people(store)["tess"].schools_as(Role.TEACHER) == {"north"}


def test_two_people_with_one_sign_in_name_are_never_joined() -> None:
    pack = once_per_school().change("users", "tess-2", givenName="Tessa")
    report, (problem,) = judge(pack, JOINS)
    assert (report.verdict, problem.code) == (Verdict.ROW_ERRORS, "username_twice")
    assert "names" in problem.fix


def test_an_id_that_is_somebody_elses_later_is_not_taken_for_the_same_person() -> None:
    later = a_district("1.1").remove("users", "tess").remove("enrollments", "tess-k1")
    a_user(later, "tess-2", "teacher", "south")
    later.change("users", "tess-2", givenName="Someone", username="someone@example.org")
    with open_store() as store:
        load_earlier(store, once_per_school().open(), JOINS)
        check(store, later.open(), earlier_known=True, rules=JOINS)
        assert {"tess", "tess-2"} & set(people(store)) == {"tess-2"}


def test_without_anybody_joined_the_state_is_written_as_before(tmp_path: Path) -> None:
    a_class(pack := a_district(), "k3", "north")
    for number, rules in enumerate((None, JOINS)):
        with open_store() as store:
            check(store, pack.open(), earlier_known=False, rules=rules)
            write_state(store, tmp_path / f"{number}.zip")
    assert (tmp_path / "0.zip").read_bytes() == (tmp_path / "1.zip").read_bytes()


@st.composite
def joined_districts(draw: st.DrawFn) -> Pack:
    """Draw a district in which two records may be one person, or no more, or differ."""
    pack = once_per_school()
    if draw(st.booleans()):
        pack.change("users", "tess-2", givenName="Tessa", username="tessa@example.org")
    if draw(st.booleans()):
        pack.remove("users", "tess-2").remove("enrollments", "tess-2-k2")
    pack.change("users", "tess", enabledUser=draw(st.sampled_from(["true", "false"])))
    pack.change("users", "ada", familyName=draw(st.sampled_from(["One", "Two"])))
    return pack


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(before=joined_districts(), after=joined_districts())
def test_the_changes_are_all_that_differs_whoever_is_joined(before: Pack, after: Pack) -> None:
    with open_store() as store:
        load_earlier(store, before.open(), JOINS)
        check(store, after.open(), earlier_known=True, rules=JOINS)
        was, wanted = (
            {(e.kind, e.owner, e.id): e.model for e in entries(store, generation)}
            for generation in ("old", "new")
        )
        for change in changes(store):
            was.pop((change.kind, change.owner, change.id), None)
            if change.entry is not None:
                was[change.kind, change.owner, change.id] = change.entry.model
        assert was == wanted
