"""Compare: both tests side by side for the team, its teachers and classes, and each student."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.api.finishing import FinishedTeam
from tests.api.process_scene import TeamAtWork, expect_ok
from tests.api.test_process_figures_routes import AFTER, BEFORE, prepare_team, store_class
from tests.support.browser import Browser, ShownPage, query_of
from tests.support.process_rows import a_class, a_row
from tests.support.workbooks import read_by_calamine
from tests.support.world import DISTRICT, World

HOSTILE = "<script>alert('x')</script> \"Ünït\" مرحبا"
DASH = "\N{EN DASH}"
NOBODY = f"{DASH} Nobody tested"
NO_CHANGE = f"{DASH} No change: a test is missing"
NO_PERCENT = f"{DASH} No percentage change"
NOT_GIVEN = f"{DASH} Not activated for this class"
MINUS = "\N{MINUS SIGN}"


@pytest.fixture
def team(world: World) -> TeamAtWork:
    return world.scene(prepare_team)


def open_tab(team: TeamAtWork, query: str = "", name: str = "noah") -> ShownPage:
    browser = Browser().sign_in_as(name)
    return browser.open(f"/console/processes/{team.process}?tab=compare&{query}")


def look(team: TeamAtWork, what: str) -> dict[str, Any]:
    return dict(expect_ok(team.noah.get(f"{team.path}/{what}")).body)


# -- the team --------------------------------------------------------------------------------------


def test_both_averages_and_the_change_stand_side_by_side_on_both_bases(
    finished: FinishedTeam,
) -> None:
    team = look(finished, "comparison")["team"]
    shown = open_tab(finished)
    cards = [" ".join(each.get_text(" ").split()) for each in shown.page.select(".halves > .both")]
    for card, pair in zip(cards, (team["all_tested"], team["matched"]), strict=True):
        pre, post, change = pair["pre"], pair["post"], pair["change"]
        assert f"Pre-Test average {pre['percent']}% {pre['student_count']} students" in card
        assert f"Post-Test average {post['percent']}% {post['student_count']} students" in card
        relative = change["relative_text"].replace(" %", "%")
        assert card.endswith(f"Percentage change {relative} {change['text']}")
    assert cards[0].startswith("All who took either test These are not the same students")
    assert cards[1].startswith("Students with both tests Only their change is growth.")


def test_growth_has_the_sentences_of_the_api(finished: FinishedTeam) -> None:
    grown = look(finished, "growth")["team"]
    shown = open_tab(finished)
    text = shown.words("[aria-labelledby=growth-heading]")
    assert grown["message"] in text
    assert grown["effect_message"] in text
    assert grown["goal_message"] in text
    assert grown["movement"]["message"] in text
    assert grown["left_out_message"] in shown.words(".note")
    effect = f"{grown['effect']['effect_size']:.2f}".replace("-", MINUS)
    assert f"Effect size {effect}" in text
    assert f"Goal {'Met' if grown['goal']['met'] else 'Not met'}" in text
    moved = [[cell or "0" for cell in row[1:]] for row in shown.rows(".moves")]
    assert [[int(cell) for cell in row[:-1]] for row in moved] == grown["movement"]["matrix"]


def test_of_few_the_reason_stands_instead_of_figures(team: TeamAtWork) -> None:
    shown = open_tab(team, "by=teachers")
    grown = look(team, "growth")["teachers"][1]
    assert grown["withheld"]["reason"] == "too_few"
    folds = {each.summary.get_text().strip(): each for each in shown.page.select("details.fold")
             if each.summary}  # fmt: skip
    assert grown["message"] in folds["Mia Example"].get_text()
    mia = next(row for row in shown.rows() if row[0] == "Mia Example")
    assert grown["withheld"]["message"] in mia[-1]


def test_figures_that_are_withheld_say_why(world: World) -> None:
    team = world.scene(TeamAtWork)
    store_class(team, "c1", "lena", dict.fromkeys(BEFORE, 20), dict.fromkeys(BEFORE, 20))
    grown = look(team, "growth")["team"]
    assert set(grown["withheld_figures"]) >= {"normalized_gain", "effect"}
    text = open_tab(team).words("[aria-labelledby=growth-heading]")
    for each in grown["withheld_figures"].values():
        assert each["message"] in text


def test_a_loss_has_a_minus_sign_and_never_a_hyphen(team: TeamAtWork) -> None:
    for query in ("", "by=teachers", "by=classes", "by=students"):
        shown = open_tab(team, query)
        numbers = [cell for row in shown.rows() for cell in row] + shown.words(".halves").split()
        assert not [each for each in numbers if each.startswith("-") and each[1:2].isdigit()]
    assert f"{MINUS}20.0" in open_tab(team, "by=teachers").words("table")


def test_before_the_post_test_the_tab_says_so(world: World) -> None:
    team = world.scene(TeamAtWork)
    assert "No Post-Test is attached yet." in open_tab(team).words(".note")
    assert "No class has a test yet." in open_tab(team, "by=teachers").words()
    assert "There are no students yet." in open_tab(team, "by=students").words()
    named = team.begin("No test yet", pre_test="")
    shown = Browser().sign_in_as("lena").open(f"/console/processes/{named}?tab=compare")
    assert "No Pre-Test is attached yet." in shown.words(".empty")
    assert "Growth" not in shown.words("main"), "without a test there is nothing to compare"


# -- teachers and classes --------------------------------------------------------------------------


def pair_cells(pair: dict[str, Any], *names: str) -> list[str]:
    pre, post, change = pair["pre"], pair["post"], pair["change"]
    shown = {
        "pre": f"{pre['percent']}%" if pre["percent"] is not None else NOBODY,
        "pre_n": str(pre["student_count"]),
        "post": f"{post['percent']}%" if post["percent"] is not None else NOBODY,
        "post_n": str(post["student_count"]),
        "change": change["short_text"] if change else NO_CHANGE,
        "relative": change["relative_text"].replace(" %", "%")
        if change and change["relative"] is not None
        else NO_PERCENT,
    }
    return [shown[name] for name in names]


def row_of(each: dict[str, Any]) -> list[str]:
    all_, both = each["all_tested"], each["matched"]
    return [
        *pair_cells(all_, "pre", "pre_n", "post", "post_n", "change", "relative"),
        *pair_cells(both, "pre", "post", "pre_n", "change", "relative"),
    ]


@pytest.mark.parametrize("by", ["teachers", "classes"])
def test_the_rows_are_those_of_the_api(team: TeamAtWork, by: str) -> None:
    body = look(team, "comparison?sort=name")[by]
    own = 1 if by == "teachers" else 2
    found = open_tab(team, f"by={by}").rows()
    assert [row[own:-1] for row in found] == [row_of(each) for each in body]
    names = ["title", "teacher_name"] if by == "classes" else ["teacher_name"]
    assert [row[:own] for row in found] == [[each[name] for name in names] for each in body]


@pytest.mark.parametrize("by", ["teachers", "classes"])
def test_every_column_of_the_api_sorts_both_ways_by_the_server(team: TeamAtWork, by: str) -> None:
    named = "teacher_name" if by == "teachers" else "title"
    shown = open_tab(team, f"by={by}")
    links = [str(a["href"]) for a in shown.page.select("thead a")]
    assert len(links) == (12 if by == "teachers" else 13)
    browser = Browser().sign_in_as("noah")
    for link in links:
        once = browser.open(link)
        head = once.one("th[aria-sort]")
        query = query_of(link)
        for seen in (once, browser.open(str(head.select("a")[0]["href"]))):
            asked = query_of(seen.address)
            assert asked["sort"] == query["sort"]
            body = look(team, f"comparison?sort={asked['sort']}&order={asked['order']}")[by]
            assert [row[0] for row in seen.rows()] == [each[named] for each in body], seen.address
            order = {"asc": "ascending", "desc": "descending"}[asked["order"]]
            assert seen.one("th[aria-sort]")["aria-sort"] == order


def test_an_unknown_column_is_as_if_nothing_was_asked(team: TeamAtWork) -> None:
    for query in ("by=teachers&sort=color&order=up", "by=students&sort=pre_student_count",
                  "by=nobody", "by=classes&from=-1"):  # fmt: skip
        assert open_tab(team, query).status == 200


def test_a_teacher_s_row_leads_to_their_students(team: TeamAtWork) -> None:
    shown = open_tab(team, "by=teachers")
    students = Browser().sign_in_as("noah").open(shown.link("Mia Example"))
    assert [row[0] for row in students.rows()] == [
        "Zimmer gus, Gus", "Zimmer hal, Hal", "Zimmer ida, Ida",
    ]  # fmt: skip


@pytest.mark.parametrize("by", ["teachers", "classes"])
def test_on_a_phone_each_figure_is_labeled_with_its_students(team: TeamAtWork, by: str) -> None:
    row = open_tab(team, f"by={by}").page.select("tbody tr:not(.sum)")[0]
    labels = [str(cell["data-label"]) for cell in row.select("td.number")]
    assert len(labels) == len(set(labels)) == 11
    assert [each.split(":")[0] for each in labels] == ["All"] * 6 + ["Both"] * 5


# -- students --------------------------------------------------------------------------------------


def test_each_student_has_class_tests_and_change(team: TeamAtWork) -> None:
    found = {row[0]: row[1:] for row in open_tab(team, "by=students").rows()}
    assert found["Zimmer ada, Ada"] == [
        "Math c1", "Lena Example", "50.0% Below", "80.0% Meets", "+30.0", "+60.0%",
    ]  # fmt: skip
    assert found["Zimmer eve, Eve"][2:] == ["70.0% Meets", "65.0% Below", f"{MINUS}5.0",
                                            f"{MINUS}7.1%"]  # fmt: skip
    assert found["Zimmer fay, Fay"][2] == "Absent"
    assert found["Zimmer hal, Hal"][2] == "Partly entered"
    assert found["Zimmer ida, Ida"][2] == "Not entered"
    assert found["Zimmer jo, Jo"][2:4] == ["Exempt", NOT_GIVEN]
    assert "13 students." not in open_tab(team, "by=students").words("caption")
    assert "11 students." in open_tab(team, "by=students").words("caption")


def test_a_student_who_changed_class_is_listed_once_with_both(team: TeamAtWork) -> None:
    store_class(team, "c1", "lena", {**BEFORE, "zoe": 10}, AFTER)
    store_class(team, "c2", "mia", {"gus": 10, "zoe": "not_entered"}, {"gus": 6, "zoe": 16})
    rows = [row for row in open_tab(team, "by=students").rows() if row[0] == "Zimmer zoe, Zoe"]
    assert [row[1:3] for row in rows] == [["Math c1 , then Math c2", "Lena Example, Mia Example"]]


def test_students_sort_by_every_column_of_the_api(team: TeamAtWork) -> None:
    shown = open_tab(team, "by=students")
    browser = Browser().sign_in_as("noah")
    links = [str(a["href"]) for a in shown.page.select("thead a")]
    sorts = [query_of(link)["sort"] for link in links]
    assert sorts == ["name", "class", "teacher", "pre", "post", "change", "relative"]
    for link in links:
        asked = query_of(link)
        body = look(team, f"comparison/students?sort={asked['sort']}&order={asked['order']}")
        expected = [f"{each['family_name']}, {each['given_name']}" for each in body["items"]]
        assert [row[0] for row in browser.open(link).rows()] == expected


def test_students_are_chosen_by_teacher_and_class_and_the_order_stays(team: TeamAtWork) -> None:
    store_class(team, "c4", "lena", {"pat": 10})
    browser = Browser().sign_in_as("noah")
    shown = browser.open(f"/console/processes/{team.process}?tab=compare&by=students&sort=pre")
    lenas = browser.press(shown, "Show", fill={"teacher_id": "lena"})
    assert query_of(lenas.address)["sort"] == "pre"
    assert {row[2] for row in lenas.rows()} == {"Lena Example"}
    options = [each.get_text() for each in lenas.page.select("#class_id option")]
    assert options == ["All classes", "Math c1", "Math c4"]
    one = browser.press(lenas, "Show", fill={"class_id": "c4"})
    assert [row[0] for row in one.rows()] == ["Zimmer pat, Pat"]
    other = browser.press(one, "Show", fill={"teacher_id": "mia"})
    assert {row[1] for row in other.rows()} == {"Math c2"}, "the class of another is left out"
    assert browser.open(f"{urlsplit(shown.address).path}?tab=compare&by=students&class_id=c9"
                        ).status == 404  # fmt: skip


def test_a_long_list_goes_on_on_the_next_page(team: TeamAtWork) -> None:
    store_class(team, "c4", "lena", {f"s{n:02}": n % 20 for n in range(70)})
    browser = Browser().sign_in_as("noah")
    first = browser.open(f"/console/processes/{team.process}?tab=compare&by=students&sort=pre")
    second = browser.open(first.link("Next page"))
    names = [row[0] for shown in (first, second) for row in shown.rows()]
    assert (len(first.rows()), len(second.rows())) == (50, 31)
    assert len(set(names)) == 81
    assert "Next page" not in second.words()
    assert browser.open(second.link("First page")).rows() == first.rows()


def test_the_same_students_are_a_file(team: TeamAtWork) -> None:
    browser = Browser().sign_in_as("noah")
    shown = browser.open(
        f"/console/processes/{team.process}?tab=compare&by=students&teacher_id=lena&sort=change"
    )
    saved = browser.open(shown.link("Download these students (CSV)"))
    assert saved.headers["Content-Type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(saved.text.lstrip("\ufeff"))))
    assert [f"{row['Family name']}, {row['Given name']}" for row in rows] == [
        row[0] for row in shown.rows()
    ]
    book = browser.open(shown.link("Download these students (Excel)"))
    assert [f"{row[0]}, {row[1]}" for row in read_by_calamine(book.content)[1:]] == [
        row[0] for row in shown.rows()
    ]
    path = f"/console/processes/{team.process}/files"
    assert browser.open(f"{path}/unknown").status == 404
    assert Browser().sign_in_as("olga").open(f"{path}/students").status == 404


def test_students_with_equal_or_odd_names_are_distinct(team: TeamAtWork) -> None:
    pre = {"s1": 10, "s2": 12, "s3": 14, "s4": 4}
    names = {"s1": ("Okafor", "Chidi"), "s2": ("Okafor", "Chidi"), "s3": (HOSTILE, "")}
    row = a_row(DISTRICT, team.process, replace(a_class("c4", "lena", pre), names=names))
    team.world.services.table.commit([row])
    shown = open_tab(team, "by=students&class_id=c4")
    assert sorted(row[0] for row in shown.rows()) == sorted(
        [HOSTILE, "Okafor, Chidi (s1)", "Okafor, Chidi (s2)", "s4"]
    )
    assert not shown.page.select("main script")
