"""The check names doubtful administrators, and leaves them with certain roles only."""

from __future__ import annotations

import pytest

from chalicelib.acts import Role
from chalicelib.findings.model import Verdict
from chalicelib.rosters.authority import Doubt, UnconfirmedAdminReason
from chalicelib.rosters.check import RosterReport, RosterRules, check
from chalicelib.rosters.documents import entries
from chalicelib.rosters.model import Person, RosterDocumentKind
from chalicelib.rosters.store import open_store
from tests.support.packages import Pack, a_district, a_user

Roles = set[tuple[str, str]]


def look(pack: Pack, rules: RosterRules | None = None) -> tuple[RosterReport, dict[str, Roles]]:
    """Return the report, and the roles of everybody who has one."""
    with open_store() as store:
        report = check(store, pack.open(), earlier_known=True, rules=rules)
        assert report.verdict.may_be_applied, list(store.problems())
        people = [
            each.model for each in entries(store, "new") if each.kind is RosterDocumentKind.PERSON
        ]
    roles = {
        p.id: {(at.role, at.school) for at in p.roles} for p in people if isinstance(p, Person)
    }
    return report, roles


def with_second_district(version: str = "1.2") -> Pack:
    """Ola administers another district, which came with the export."""
    pack = a_district(version)
    pack.add("orgs", "d2", name="Other District", type="district")
    pack.add("orgs", "west", name="West School", type="school", parentSourcedId="d2")
    a_user(pack, "ola", "administrator" if version == "1.1" else "districtAdministrator", "d2")
    return pack


OLA = Doubt("ola", "Ola Example", "d2", "Other District", UnconfirmedAdminReason.OFFICE)


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_an_administrator_of_a_second_district_is_named_and_sees_its_schools_only(
    version: str,
) -> None:
    report, roles = look(with_second_district(version))
    assert report.doubts == [OLA]
    assert report.verdict is Verdict.WARN
    assert report.own_offices == ["d1"]
    assert roles["ola"] == {(Role.SCHOOL_ADMIN, "west")}
    assert roles["dana"] == {(Role.DISTRICT_ADMIN, "d1")}


def test_a_second_district_without_schools_gives_nothing() -> None:
    pack = with_second_district().remove("orgs", "west")
    report, roles = look(pack)
    assert (report.doubts, roles["ola"]) == ([OLA], set())


def test_system_administrators_are_no_exception() -> None:
    pack = with_second_district().change("roles", "r-ola", role="systemAdministrator")
    report, roles = look(pack)
    assert (report.doubts, roles["ola"]) == ([OLA], {(Role.SCHOOL_ADMIN, "west")})


def test_an_administrator_of_the_office_of_a_part_administers_that_part() -> None:
    pack = a_district().add("orgs", "area", name="Area", type="local", parentSourcedId="d1")
    pack.change("orgs", "south", parentSourcedId="area")
    pack.add("orgs", "east", name="East School", type="school", parentSourcedId="d1")
    a_user(pack, "ola", "districtAdministrator", "area")
    report, roles = look(pack)
    assert [each.person for each in report.doubts] == ["ola"]
    assert roles["ola"] == {(Role.SCHOOL_ADMIN, "south")}
    assert roles["dana"] == {(Role.DISTRICT_ADMIN, "d1")}


def test_a_district_administrator_at_a_school_administers_the_school() -> None:
    pack = a_user_at(a_district(), "ola", "north")
    report, roles = look(pack)
    assert [each.office for each in report.doubts] == ["north"]
    assert roles["ola"] == {(Role.SCHOOL_ADMIN, "north")}


def test_of_two_equal_districts_nobody_administers_the_district_without_a_word() -> None:
    pack = with_second_district()
    pack.add("orgs", "east", name="East School", type="school", parentSourcedId="d2")
    report, roles = look(pack)
    assert {each.person for each in report.doubts} == {"dana", "ola"}
    assert (Role.DISTRICT_ADMIN, "d1") not in roles["dana"]


def test_the_districts_office_stays_its_own_however_large_another_becomes() -> None:
    pack = with_second_district()
    for n in range(5):
        pack.add("orgs", f"w{n}", name=f"West {n}", type="school", parentSourcedId="d2")
    report, _ = look(pack, RosterRules(own_offices=("d1",)))
    assert (report.own_offices, report.doubts) == (["d1"], [OLA])


@pytest.mark.parametrize(
    ("offices", "own"),
    [({"d1": "district"}, ["d1"]), ({"d1": "district", "s": "state"}, ["d1"]), ({}, [])],
)
def test_where_no_school_says_whose_it_is_a_single_office_is_the_districts(
    offices: dict[str, str], own: list[str]
) -> None:
    pack = a_district()
    for school in ("north", "south"):
        pack.change("orgs", school, parentSourcedId="")
    if not offices:
        pack.change("courses", "math3", orgSourcedId="north").remove("orgs", "d1")
        pack.change("roles", "r-dana", orgSourcedId="north")
    for office, kind in offices.items():
        if office != "d1":
            pack.add("orgs", office, name=office, type=kind)
    report, _ = look(pack)
    assert report.own_offices == own


def test_in_1_1_an_administrator_of_school_and_district_at_once_keeps_the_school() -> None:
    """1.1 has one role for all organizations: principals often list the district too."""
    pack = a_district("1.1").change("users", "pria", orgSourcedIds="north,d1")
    report, roles = look(pack)
    assert report.doubts == [
        Doubt("pria", "Pria Example", "d1", "Little District", UnconfirmedAdminReason.SCHOOL)
    ]
    assert roles["pria"] == {(Role.SCHOOL_ADMIN, "north")}
    assert roles["dana"] == {(Role.DISTRICT_ADMIN, "d1")}


def test_in_1_2_both_roles_are_stated_and_nothing_is_in_doubt() -> None:
    pack = a_district().add(
        "roles", "r-pria-2", userSourcedId="pria", roleType="secondary",
        role="districtAdministrator", orgSourcedId="d1",
    )  # fmt: skip
    report, roles = look(pack)
    assert not report.doubts
    assert roles["pria"] == {(Role.DISTRICT_ADMIN, "d1"), (Role.SCHOOL_ADMIN, "north")}


def test_a_district_administrator_granted_by_name_raises_no_doubt() -> None:
    rules = RosterRules(grants=(("ola", "d2"), ("gone", "d2")))
    report, roles = look(with_second_district(), rules)
    assert (report.doubts, report.grants) == ([], [("ola", "d2")])
    assert roles["ola"] == {(Role.DISTRICT_ADMIN, "d2")}


def test_the_check_names_doubtful_people() -> None:
    with open_store() as store:
        check(store, with_second_district().open(), earlier_known=True)
        found = [p for p in store.problems() if p.code == "authority_doubtful"]
    assert [(p.file, p.value, p.column) for p in found] == [("roles.csv", "ola", "orgSourcedId")]
    assert "Other District" in found[0].reason
    assert "It is Ola Example." in found[0].reason


def a_user_at(pack: Pack, name: str, org: str) -> Pack:
    a_user(pack, name, "districtAdministrator", org)
    return pack
