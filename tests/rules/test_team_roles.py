"""The people of a team, the actions of each role, and who can belong to it (P1)."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.acts import Caller
from chalicelib.acts import Role as Office
from chalicelib.errors import Conflict, Forbidden, Invalid, NotFound
from chalicelib.rosters.model import Person, RoleAt
from chalicelib.teams.membership import (
    MOST_AT_FIRST,
    choose_people,
    find_needed_right,
    with_person,
    without_person,
)
from chalicelib.teams.model import ALLOWED, MOST_PEOPLE, Colleague, Team, TeamRole
from chalicelib.teams.visible_teams import list_visible_teams, show_team


def team(**changed: Any) -> Team:
    known: dict[str, Any] = {
        "id": "T",
        "name": "Grade 3",
        "school": "north",
        "leaders": (Colleague(id="lena", name="Lena"),),
        "members": (Colleague(id="tess", name="Tess"),),
        "created": "2026-09-01T12:00:00.000Z",
    }
    return Team(**known | changed)


def person(name: str, **changed: Any) -> Person:
    at = (RoleAt(role=Office.TEACHER, school="north"),)
    known = {"id": name, "username": name, "given": name.title(), "family": "E", "roles": at}
    return Person(**known | changed)


def caller(name: str, *roles: Office, schools: tuple[str, ...] = ()) -> Caller:
    return Caller("gb", name, frozenset(roles or {Office.TEACHER}), frozenset(schools))


LENA, TESS, OLGA = caller("lena"), caller("tess"), caller("olga")
DANA = caller("dana", Office.DISTRICT_ADMIN)
SAM = caller("sam", Office.SCHOOL_ADMIN, schools=("north",))
SUE = caller("sue", Office.SCHOOL_ADMIN, schools=("south",))


@pytest.mark.parametrize(
    ("who", "role"),
    [
        (LENA, TeamRole.LEADER),
        (TESS, TeamRole.MEMBER),
        (DANA, TeamRole.ADMINISTRATOR),
        (SAM, TeamRole.ADMINISTRATOR),
        (caller("lena", Office.DISTRICT_ADMIN), TeamRole.LEADER),
    ],
)
def test_each_person_has_their_role_in_a_team(who: Caller, role: TeamRole) -> None:
    assert team().role_of(who) == role


@pytest.mark.parametrize("who", [OLGA, SUE])
def test_to_others_there_is_no_such_team(who: Caller) -> None:
    with pytest.raises(NotFound):
        team().role_of(who)
    assert list(list_visible_teams(who, [team()])) == []


def test_a_team_of_the_whole_district_is_for_district_administrators_alone() -> None:
    district = team(school="")
    assert district.role_of(DANA) == TeamRole.ADMINISTRATOR
    with pytest.raises(NotFound):
        district.role_of(SAM)


@pytest.mark.parametrize("what", sorted({act for acts in ALLOWED.values() for act in acts}))
def test_a_forbidden_act_is_refused_and_the_rest_is_not(what: str) -> None:
    for who, role in (
        (LENA, TeamRole.LEADER),
        (TESS, TeamRole.MEMBER),
        (DANA, TeamRole.ADMINISTRATOR),
    ):
        if what in ALLOWED[role]:
            team().check_may(who, what)
        else:
            with pytest.raises(Forbidden):
                team().check_may(who, what)


def test_an_administrator_who_leads_may_do_both() -> None:
    both = show_team(caller("lena", Office.DISTRICT_ADMIN), team(), TeamRole.LEADER)
    assert both.role == TeamRole.LEADER
    assert {"start_process", "retire", "change_leaders"} <= set(both.allowed)


def test_only_what_makes_sense_now_is_offered() -> None:
    assert "leave" not in show_team(LENA, team(), TeamRole.LEADER).allowed, "the only leader"
    retired = team(retired=True)
    assert "start_process" not in show_team(LENA, retired, TeamRole.LEADER).allowed
    assert "bring_back" in show_team(DANA, retired, TeamRole.ADMINISTRATOR).allowed
    assert "retire" not in show_team(DANA, retired, TeamRole.ADMINISTRATOR).allowed
    assert "bring_back" not in show_team(DANA, team(), TeamRole.ADMINISTRATOR).allowed


def test_a_retired_team_starts_nothing() -> None:
    team().check_starts()
    with pytest.raises(Conflict) as refusal:
        team(retired=True).check_starts()
    assert refusal.value.code == "team_retired"


# -- who belongs to it --------------------------------------------------------------------------


def test_somebody_new_comes_as_member_or_as_leader() -> None:
    olga = person("olga")
    assert [m.id for m in with_person(team(), "olga", olga, leader=False).members] == [
        "tess",
        "olga",
    ]
    assert [m.id for m in with_person(team(), "olga", olga, leader=True).leaders] == [
        "lena",
        "olga",
    ]


def test_a_member_who_becomes_leader_is_no_longer_listed_as_member() -> None:
    led = with_person(team(), "tess", person("tess"), leader=True)
    assert ([m.id for m in led.leaders], led.members) == (["lena", "tess"], ())


def test_adding_a_present_member_changes_nothing() -> None:
    assert with_person(team(), "tess", person("tess"), leader=False) == team()
    assert with_person(team(), "lena", person("lena"), leader=True) == team()


def test_a_team_always_keeps_a_leader() -> None:
    with pytest.raises(Conflict) as refusal:
        with_person(team(), "lena", person("lena"), leader=False)
    assert refusal.value.code == "team_needs_leader"
    with pytest.raises(Conflict) as refusal:
        without_person(team(), "lena")
    assert refusal.value.code == "team_needs_leader"


def test_with_two_leaders_one_can_go() -> None:
    two = with_person(team(), "tess", person("tess"), leader=True)
    assert [m.id for m in without_person(two, "lena").leaders] == ["tess"]


@pytest.mark.parametrize(
    "nobody",
    [
        None,
        person("gone", enabled=False),
        person("stu", roles=(RoleAt(role="student", school="north"),)),
    ],
)
def test_only_staff_who_can_sign_in_belong_to_a_team(nobody: Person | None) -> None:
    with pytest.raises(NotFound):
        with_person(team(), "nobody", nobody, leader=False)


def test_a_leader_who_left_the_district_can_be_followed_by_another() -> None:
    two = with_person(team(), "tess", person("tess"), leader=True)
    for gone in (None, person("lena", enabled=False)):
        assert [m.id for m in with_person(two, "lena", gone, leader=False).members] == ["lena"]
    with pytest.raises(NotFound):
        with_person(team(), "tess", None, leader=True)


def test_a_team_has_at_most_a_hundred_people() -> None:
    many = tuple(Colleague(id=f"t{n}", name="T") for n in range(MOST_PEOPLE - 1))
    full = team(members=many)
    with pytest.raises(Conflict) as refusal:
        with_person(full, "olga", person("olga"), leader=False)
    assert refusal.value.code == "team_full"
    assert with_person(full, "t0", person("t0"), leader=True).leaders[-1].id == "t0", (
        "is there already"
    )


def test_a_person_outside_the_team_cannot_be_removed() -> None:
    with pytest.raises(NotFound):
        without_person(team(), "olga")


@pytest.mark.parametrize(
    ("who", "leader", "act"),
    [
        ("olga", False, "change_members"),
        ("olga", True, "change_leaders"),
        ("tess", True, "change_leaders"),
        ("tess", False, "change_members"),
        ("lena", False, "change_leaders"),
        ("lena", True, "change_members"),
    ],
)
def test_only_administrators_choose_leaders(who: str, leader: bool, act: str) -> None:
    assert find_needed_right(team(), who, leader=leader) == act


# -- a new team ---------------------------------------------------------------------------------


def test_a_new_team_names_everybody_once() -> None:
    found = {name: person(name) for name in ("lena", "tess")}
    made = choose_people(found, ["lena", "lena"], ["tess", "lena", "tess"])
    assert [m.id for m in made.leaders] == ["lena"]
    assert [(m.id, m.name) for m in made.members] == [("tess", "Tess E")]


def test_people_who_cannot_belong_are_all_listed() -> None:
    found = {"lena": person("lena"), "gone": person("gone", enabled=False)}
    with pytest.raises(Invalid) as refusal:
        choose_people(found, ["lena", "nobody"], ["gone", "lena", "x"])
    places = [detail.pointer for detail in refusal.value.details]
    assert places == ["/leaders/1", "/members/0", "/members/2"]


def test_a_new_team_is_one_transaction() -> None:
    names = [f"t{n}" for n in range(MOST_AT_FIRST + 1)]
    found = {name: person(name) for name in names}
    assert len(choose_people(found, names[:1], names[:-1]).members) == MOST_AT_FIRST - 1
    with pytest.raises(Invalid) as refusal:
        choose_people(found, names[:1], names)
    assert refusal.value.code == "too_many_people"
