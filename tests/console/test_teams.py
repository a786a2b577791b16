"""Data Team: My Data Teams, a team with its Mastery Processes, its people, and new teams."""

from __future__ import annotations

import gzip
from urllib.parse import urlsplit

import pytest

from chalicelib.console.teams import list_teams, show_team
from chalicelib.processes.moves import ProcessState
from chalicelib.rosters.model import Person
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from tests.api.process_scene import TeamAtWork
from tests.api.team_scene import TeamScene, a_process_of, a_team
from tests.support import builders
from tests.support.browser import Browser, ShownPage, list_calls_of_admin
from tests.support.world import DISTRICT, World

HOSTILE = '"><script>alert(1)</script>'


def prepare_listed(world: World) -> TeamScene:
    """The team, with its people in the list of the staff, where they are found by name."""
    made = TeamScene(world)
    for name, school in (
        ("lena", "north"),
        ("tess", "north"),
        ("cole", "north"),
        ("olga", "south"),
    ):
        list_person(world, builders.a_person(world, name, school))
    return made


def list_person(world: World, person: Person) -> None:
    item = {"doc": person.model_dump_json(), "list_pk": keys.staff(DISTRICT), "list_sk": person.id}
    world.services.table.commit([Put(keys.person(DISTRICT, person.id), item)])


@pytest.fixture
def scene(world: World) -> TeamScene:
    return world.scene(prepare_listed)


@pytest.fixture
def work(world: World) -> TeamAtWork:
    return world.scene(TeamAtWork)


def who(name: str) -> Browser:
    return Browser().sign_in_as(name)


def info(browser: Browser, team: str, **query: str) -> ShownPage:
    asked = "".join(f"&{name}={text}" for name, text in query.items())
    return browser.open(f"/console/teams/{team}?tab=info{asked}")


def list_team_names(shown: ShownPage) -> list[str]:
    return [" ".join(each.get_text(" ").split()) for each in shown.page.select(".team-list a")]


def people(shown: ShownPage) -> list[str]:
    rows = shown.page.select(".people:first-of-type li > span")
    return [" ".join(each.get_text(" ").split()) for each in rows]


def weigh(shown: ShownPage) -> int:
    return len(gzip.compress(shown.text.encode()))


# -- the list ----------------------------------------------------------------------------------


def test_my_data_teams_are_at_the_left_and_the_first_is_opened_at_once(scene: TeamScene) -> None:
    a_team(scene.world, ("lena",), name="Zebra team", school="")
    a_team(scene.world, ("olga",), (), name="Not hers")
    shown = who("lena").open("/console/teams")
    assert (shown.status, shown.heading) == (200, "Data Team")
    assert shown.words("#list-heading") == "My Data Teams"
    assert list_team_names(shown) == ["Grade 3 math North Elementary", "Zebra team Whole district"]
    assert shown.words("[aria-current=page]").startswith("Data Team Grade 3 math")
    assert shown.words("#team-heading") == "Grade 3 math"
    assert shown.words(".tabs [aria-current]") == "Mastery Process"
    assert shown.page.select(".beside-list details[open]"), "on a phone the list is open, too"
    other = who("lena").open(str(shown.page.select("#found a")[1]["href"]))
    assert not other.page.select(".beside-list details[open]")
    assert other.words("#team-heading") == "Zebra team"
    assert [a.get_text(" ") for a in other.page.select("#found a[aria-current]")]


def test_people_without_a_team_read_how_to_join_one(scene: TeamScene) -> None:
    shown = who("olga").open("/console/teams")
    assert "You are not on a data team yet." in shown.words(".empty")
    assert "Ask your team's leader or an administrator" in shown.words(".empty")
    assert not shown.page.select("#team-heading")


def test_administrators_search_the_teams_of_their_schools(scene: TeamScene) -> None:
    a_team(scene.world, ("olga",), (), name="South readers", school="south")
    a_team(scene.world, ("olga",), (), name="Everybody", school="")
    dana = who("dana")
    assert len(list_team_names(dana.open("/console/teams"))) == 3
    assert list_team_names(dana.open("/console/teams?text=olga&school_id=south")) == [
        "South readers South Elementary"
    ]
    found = dana.press(dana.open("/console/teams"), "Search", fill={"text": "everybody"})
    assert list_team_names(found) == ["Everybody Whole district"]
    assert found.words("#team-heading") == "Everybody"
    assert "text=everybody" in found.link("Data Team Info"), "the list stays as it was asked for"
    sam = who("sam").open("/console/teams")
    assert list_team_names(sam) == ["Grade 3 math North Elementary"]
    assert [o.get_text() for o in sam.page.select("#school_id option")] == [
        "All my schools",
        "North Elementary",
    ]
    none = dana.open("/console/teams?text=nobody-has-this")
    assert "No data teams match." in none.words(".empty")
    assert none.link("Clear") == "/console/teams"


def test_retired_teams_stand_apart(scene: TeamScene) -> None:
    a_team(scene.world, ("lena",), (), name="Old team", retired=True)
    lena = who("lena")
    shown = lena.open("/console/teams")
    assert list_team_names(shown) == ["Grade 3 math North Elementary"]
    old = lena.open(shown.link("Retired data teams"))
    assert list_team_names(old) == ["Old team North Elementary , retired"]
    assert "Retired" in old.words(".states")
    assert not old.page.find_all("a", string="New")
    assert list_team_names(lena.open(old.link("Active data teams"))) == list_team_names(shown)
    assert list_team_names(who("dana").open("/console/teams?retired=true")) == list_team_names(old)


def test_a_team_that_is_not_listed_stands_above_the_others(scene: TeamScene) -> None:
    old = a_team(scene.world, ("lena",), (), name="Old team", retired=True)
    shown = who("lena").open(f"/console/teams/{old.id}")
    assert list_team_names(shown) == [
        "Old team North Elementary , retired",
        "Grade 3 math North Elementary",
    ]
    assert shown.words("#found [aria-current=page]").startswith("Old team")


@pytest.mark.parametrize("team", ["unknown", "..%2Fx", "%3Cscript%3E"])
def test_an_unknown_or_foreign_team_is_not_there(scene: TeamScene, team: str) -> None:
    assert who("lena").open(f"/console/teams/{team}").status == 404
    assert who("olga").open(f"/console/teams/{scene.team.id}").status == 404
    assert who("sue").open(f"/console/teams/{scene.team.id}").status == 404


def test_four_hundred_teams_are_a_small_page_and_go_on(scene: TeamScene) -> None:
    for n in range(400):
        a_team(scene.world, ("lena",), (), id=f"T{n:04}", name=f"Team {n:03} of the school")
    dana = who("dana")
    first = dana.open("/console/teams?school_id=north")
    assert len(list_team_names(first)) == 25
    assert weigh(first) < 15_000
    second = dana.open(first.link("Next data teams"))
    assert not set(list_team_names(first)) & set(list_team_names(second))
    assert weigh(who("lena").open("/console/teams")) < 15_000


def test_a_list_of_an_earlier_release_begins_again(scene: TeamScene) -> None:
    shown = who("dana").open(f"/console/teams/{scene.team.id}?cursor=old")
    assert (shown.status, list_team_names(shown)) == (200, ["Grade 3 math North Elementary"])


def test_a_finished_process_leads_to_its_report_and_to_the_library(scene: TeamScene) -> None:
    scene.world.services.table.commit(a_process_of(scene.team, "Unit 4", ProcessState.LOCKED))
    shown = who("lena").open(f"/console/teams/{scene.team.id}")
    assert list(acts_of(shown)) == ["Print", "Report", "Open in the library"]


def test_the_search_as_one_types_asks_the_api_once(scene: TeamScene) -> None:
    part = who("dana").open("/console/teams?text=grade", **{"hx-request": "true"})
    assert list_team_names(part) == ["Grade 3 math North Elementary"]
    assert not part.page.select("#team-heading")


# -- a team's Mastery Processes -------------------------------------------------------------------


def test_processes_are_listed_the_newest_first_with_state_step_and_tests(work: TeamAtWork) -> None:
    work.begin("Unit 5", pre_test="")
    shown = who("mia").open(f"/console/teams/{work.team}")
    new, old = (" ".join(each.get_text(" ").split()) for each in shown.page.select("li.process"))
    assert new.startswith("Unit 5 No Pre-Test yet Step: 1. Collect and Chart Data")
    assert "Pre-Test None yet" in new
    assert old.startswith("Unit 4 Pre-Test attached")
    assert "Started Sep 14, 2026 by Lena Example" in old
    assert "Pre-Test Fractions, before Post-Test None yet" in old
    assert shown.link("Unit 4") == f"/console/processes/{work.process}"


def acts_of(shown: ShownPage, at: int = 0) -> dict[str, str]:
    menu = shown.page.select("li.process .menu")[at]
    return {a.get_text(): str(a["href"]) for a in menu.select("a")}


def test_actions_are_what_one_may_do(work: TeamAtWork) -> None:
    at = f"/console/processes/{work.process}/acts"
    team = f"/console/teams/{work.team}"
    assert acts_of(who("lena").open(team)) == {
        "Print": f"{at}/print",
        "Attach Post-Test": f"{at}/attach-post-test",
        "Rename": f"{at}/rename",
        "Finish and Lock": f"{at}/finish",
        "Discard": f"{at}/discard",
    }
    assert acts_of(who("mia").open(team)) == {"Print": f"{at}/print"}
    assert acts_of(who("sam").open(team)) == {"Print": f"{at}/print"}
    assert who("lena").open(team).link("New") == f"/console/new-process?team={work.team}"
    for other in ("mia", "sam", "dana"):
        shown = who(other).open(team)
        assert not shown.page.find_all("a", string="New")
        assert "Team leaders start Mastery Processes." in shown.words()


def test_every_action_leads_to_its_page(work: TeamAtWork) -> None:
    lena = who("lena")
    for name, address in acts_of(lena.open(f"/console/teams/{work.team}")).items():
        opened = lena.open(address)
        assert opened.status == 200, name
        assert opened.words(".main-nav [aria-current]") == "Data Team", name


def test_an_empty_team_says_what_comes_first(scene: TeamScene) -> None:
    at = f"/console/teams/{scene.team.id}"
    leader, member = who("lena").open(at), who("tess").open(at)
    assert "Name the first one, then choose its Pre-Test." in leader.words(".empty")
    assert "as soon as a team leader starts one" in member.words(".empty")


def test_a_hundred_processes_stay_small_and_go_on(scene: TeamScene) -> None:
    for n in range(100):
        known = ProcessState.LOCKED if n % 3 else ProcessState.POST_TEST
        scene.world.services.table.commit(a_process_of(scene.team, f"Unit {n:03}", known))
    lena = who("lena")
    first = lena.open(f"/console/teams/{scene.team.id}")
    assert len(first.page.select("li.process")) == 50
    assert weigh(first) < 15_000
    second = lena.open(first.link("Next page"))
    assert len(second.page.select("li.process")) == 50
    assert not {a["href"] for a in first.page.select("li.process h3 a")} & {
        a["href"] for a in second.page.select("li.process h3 a")
    }


def test_no_student_is_named_on_any_screen_of_a_team(work: TeamAtWork) -> None:
    at = f"/console/teams/{work.team}"
    screens = (at, f"{at}?tab=info", "/console/processes", "/console/teams")
    for name in ("lena", "mia", "sam", "dana"):
        for address in screens:
            text = who(name).open(address).text
            assert "Zimmer" not in text, address
            assert "c1s0" not in text, address


# -- Data Team Info -------------------------------------------------------------------------------


def test_a_team_is_renamed(scene: TeamScene) -> None:
    lena = who("lena")
    done = lena.press(info(lena, scene.team.id), "Rename", fill={"rename": "Grade 3 Math"})
    assert done.words(".note.good") == "Done. The data team has its new name."
    assert (done.words("#team-heading"), scene.now()["name"]) == ("Grade 3 Math", "Grade 3 Math")
    assert urlsplit(done.address).query.startswith("tab=info")


@pytest.mark.parametrize("name", ["", "   ", "x" * 101])
def test_a_name_that_cannot_be_stays_in_its_field(scene: TeamScene, name: str) -> None:
    lena = who("lena")
    shown = lena.press(info(lena, scene.team.id), "Rename", fill={"rename": name})
    assert shown.status == 422
    assert shown.one("#rename")["value"] == name
    assert shown.one("#rename")["aria-describedby"] == "rename-error"
    assert shown.one('#errors a[href="#rename"]').get_text() == "Name"
    assert scene.now()["name"] == "Grade 3 math"


def test_a_stale_rename_keeps_what_was_typed(scene: TeamScene) -> None:
    lena = who("lena")
    page = info(lena, scene.team.id)
    lena.press(info(lena, scene.team.id), "Rename", fill={"rename": "Newer"})
    late = lena.press(page, "Rename", fill={"rename": "Mine"})
    assert (late.status, late.one("#rename")["value"]) == (412, "Mine")
    assert "Saved now: Newer" in late.words("#rename-hint")
    assert late.words("#team-heading") == "Newer"
    again = lena.press(late, "Rename")
    assert (again.status, scene.now()["name"]) == (200, "Mine")


def test_hostile_names_are_inert(scene: TeamScene) -> None:
    lena = who("lena")
    done = lena.press(info(lena, scene.team.id), "Rename", fill={"rename": HOSTILE})
    assert done.words("#team-heading") == HOSTILE
    assert "<script>alert" not in done.text
    found = info(lena, scene.team.id, find="%22%3E%3Cscript%3E")
    assert found.one("#find")["value"] == '"><script>'
    assert "<script>alert" not in who("dana").open("/console/processes").text


def test_leaders_add_members_and_take_them_out(scene: TeamScene) -> None:
    lena = who("lena")
    page = info(lena, scene.team.id)
    assert people(page) == ["Lena Example (you) Team leader", "Tess Example", "Cole Example"]
    found = lena.press(page, "Find", fill={"find": "olga"})
    assert "Olga Example South Elementary" in found.words("#found-people")
    assert not found.page.find_all("button", string="Add as leader"), "leaders name no leaders"
    added = lena.press(found, "Add Olga Example")
    assert added.words(".note.good") == "Done. They are now a member of the data team."
    assert "Olga Example" in people(added)
    assert "On the team" in info(lena, scene.team.id, find="olga").words("#found-people")
    gone = lena.press(added, "Remove Olga Example")
    assert "Olga Example" not in people(gone)


def test_administrators_say_who_leads(scene: TeamScene) -> None:
    dana = who("dana")
    led = dana.press(info(dana, scene.team.id), "Make Tess Example a team leader")
    assert people(led)[:2] == ["Lena Example Team leader", "Tess Example Team leader"]
    back = dana.press(led, "Make Lena Example a member")
    assert [each["id"] for each in scene.now()["leaders"]] == ["tess"]
    assert not back.page.find_all("button", string="Remove Tess Example"), "somebody must lead"
    found = info(dana, scene.team.id, find="olga")
    dana.press(found, "Add Olga Example as a team leader")
    assert {each["id"] for each in scene.now()["leaders"]} == {"tess", "olga"}


def test_an_act_on_an_earlier_version_does_nothing_and_says_so(scene: TeamScene) -> None:
    lena = who("lena")
    page = info(lena, scene.team.id)
    lena.press(info(lena, scene.team.id), "Rename", fill={"rename": "Newer"})
    late = lena.press(page, "Remove Cole Example")
    assert late.status == 412
    assert late.page.select("#errors")
    assert "Cole Example" in people(late)
    assert "Cole Example" not in people(lena.press(late, "Remove Cole Example"))


def test_a_member_leaves_after_a_second_look(scene: TeamScene) -> None:
    cole = who("cole")
    page = info(cole, scene.team.id)
    assert "To come back, ask a team leader" in page.words(".people details")
    left = cole.press(page, "Leave this data team")
    assert left.words(".note.good") == "Done. You left the data team."
    assert [each["id"] for each in scene.now()["members"]] == ["tess"]


def test_a_member_reads_and_changes_nothing(scene: TeamScene) -> None:
    page = info(who("tess"), scene.team.id)
    buttons = {b.get_text() for b in page.page.select("main button:not([hidden] button)")}
    assert buttons == {"Leave this data team"}
    assert page.rows("table.levels") == [
        ["Far Below", "brown", "0% to below 50%", "No"],
        ["Below", "orange", "50% to below 70%", "No"],
        ["Meets", "light blue", "70% to below 85%", "Yes"],
        ["Exceeds", "dark blue", "85% to 100%", "Yes"],
    ]


def test_a_form_outside_ones_permissions_is_refused(scene: TeamScene) -> None:
    at = f"/console/teams/{scene.team.id}?tab=info"
    for act in ("rename", "remove+cole", "leader+tess", "save", "preview", "retire"):
        sent = who("tess").send("POST", at, f"act={act}&rename=x&etag=%221%22".encode())
        assert sent.status in (403, 422), act
    assert who("tess").send("POST", at, b"act=unknown").status == 400
    assert scene.now()["name"] == "Grade 3 math"


def test_a_double_click_acts_once(scene: TeamScene) -> None:
    dana = who("dana")
    page = info(dana, scene.team.id)
    first, second = (dana.press(page, "Make Tess Example a team leader") for _ in range(2))
    assert (first.status, second.status) == (200, 200)
    assert scene.now()["version"] == 2


def test_a_team_is_retired_and_brought_back(scene: TeamScene) -> None:
    sam = who("sam")
    page = sam.open(f"/console/teams/{scene.team.id}")
    retired = sam.press(page, "Retire this data team")
    assert retired.words(".note.good") == "Done. The data team is retired."
    assert scene.now()["retired"]
    back = sam.press(retired, "Bring this data team back")
    assert (back.words(".note.good"), scene.now()["retired"]) == (
        "Done. The data team is back.",
        False,
    )
    assert not who("lena").open(f"/console/teams/{scene.team.id}").page.select(".head .menu")


# -- a new team -----------------------------------------------------------------------------------


def test_an_administrator_makes_a_team_with_people_found_by_name(scene: TeamScene) -> None:
    dana = who("dana")
    page = dana.open(dana.open("/console/teams").link("New data team"))
    typed = {"name": "Readers", "school_id": "south", "find": "example"}
    found = dana.press(page, "Find people", fill=typed)
    led = dana.press(found, "Add Olga Example as a team leader")
    assert led.one("#name")["value"] == "Readers"
    assert "Olga Example" in led.words("#leaders + ul")
    found = dana.press(led, "Find people", fill={"find": "tess"})
    both = dana.press(found, "Add Tess Example")
    assert "Tess Example" in both.words("#members + ul")
    other = dana.press(both, "Make Tess Example a team leader")
    less = dana.press(other, "Remove Olga Example")
    assert "Olga Example" not in less.words("#leaders + ul")
    made = dana.press(less, "Save")
    assert made.words(".note.good") == "Done. The data team is made."
    assert made.words("#team-heading") == "Readers"
    assert "South Elementary" in made.words()
    assert people(made) == ["Tess Example Team leader"]


def test_errors_of_a_new_team_are_at_its_fields(scene: TeamScene) -> None:
    sam = who("sam")
    page = sam.open("/console/new-team")
    assert "The whole district" not in page.text
    shown = sam.press(page, "Save", fill={"name": ""})
    assert shown.status == 422
    assert shown.page.select("#name-error")
    shown = sam.press(shown, "Save", fill={"name": "Readers", "school_id": ""})
    assert shown.status == 422
    assert shown.one("#name")["value"] == "Readers"
    labels = {a.get_text() for a in shown.page.select("#errors a")}
    assert "Team leaders" in labels


def test_a_school_administrator_makes_no_team_of_another_school(scene: TeamScene) -> None:
    body = b"do=make&name=X&school_id=south&leader=olga+Olga"
    shown = who("sam").send("POST", "/console/new-team", body)
    assert shown.status == 422
    assert shown.one('#errors a[href="#school_id"]')
    assert who("lena").open("/console/new-team").status == 403


def test_a_new_team_is_made_once(scene: TeamScene) -> None:
    dana = who("dana")
    page = dana.open("/console/new-team")
    found = dana.press(page, "Find people", fill={"name": "Readers", "find": "olga"})
    led = dana.press(found, "Add Olga Example as a team leader")
    first, second = (dana.press(led, "Save") for _ in range(2))
    assert first.address == second.address
    assert len(scene.dana.get("/v1/teams?text=readers").body["items"]) == 1


def test_people_who_cannot_sign_in_are_not_found(scene: TeamScene) -> None:
    list_person(scene.world, builders.a_person(scene.world, "gone", "north", enabled=False))
    shown = info(who("lena"), scene.team.id, find="gone")
    assert "No one matches who can sign in." in shown.words("#found-people")


# -- navigation -----------------------------------------------------------------------------------


ADMIN = ["Formative assessments", "Distributions", "Mastery Processes", "Trackers", "District"]


@pytest.mark.parametrize(
    ("name", "entries"),
    [
        ("lena", ["Home", "My Trackers", "Data Team", "Lessons/Assessments", "Reports", "Library"]),
        ("dana", ["Home", "Data Team", "Reports", "Library", *ADMIN]),
        ("sam", ["Home", "Data Team", "Reports", "Library", *ADMIN]),
    ],
)
def test_the_navigation_has_the_guides_words(
    scene: TeamScene, name: str, entries: list[str]
) -> None:
    shown = who(name).open("/console/home")
    assert [a.get_text() for a in shown.page.select(".main-nav a")] == entries


def test_everybody_opens_what_the_navigation_has(scene: TeamScene) -> None:
    for name in ("lena", "tess", "olga", "sam", "dana"):
        shown = who(name).open("/console/home")
        for a in shown.page.select(".main-nav a"):
            opened = who(name).open(str(a["href"]))
            assert opened.status == 200, (name, a["href"])
            assert opened.words(".main-nav [aria-current]") == a.get_text()


# -- who may what ---------------------------------------------------------------------------------

PEOPLE = ("lena", "tess", "olga", "sam", "sue", "dana")
SCREENS = {
    "/console/teams": (200, 200, 200, 200, 200, 200),
    "/console/teams/{}": (200, 200, 404, 200, 404, 200),
    "/console/teams/{}?tab=info": (200, 200, 404, 200, 404, 200),
    "/console/teams/{}?tab=unknown": (200, 200, 404, 200, 404, 200),
    "/console/new-team": (403, 403, 403, 200, 200, 200),
    "/console/new-process?team={}": (200, 200, 404, 200, 404, 200),
    "/console/processes": (200, 200, 200, 200, 200, 200),
    "/console/library": (200, 200, 200, 200, 200, 200),
    "/console/library/unknown": (404, 404, 404, 404, 404, 404),
}
"""The statuses for a leader, a member, another teacher, and three administrators: of the school, of
another school, and of the district.
"""
FORMS = {
    "/console/teams/{}": (400, 400, 400, 400, 400, 400),
    "/console/new-team": (403, 403, 403, 200, 200, 200),
    "/console/new-process?team={}": (422, 422, 404, 422, 404, 422),
}
"""The statuses of the same people for a form with nothing in it."""


@pytest.mark.parametrize("path", SCREENS)
def test_each_role_opens_its_own_screens(scene: TeamScene, path: str) -> None:
    found = [who(name).open(path.format(scene.team.id)) for name in PEOPLE]
    assert tuple(each.status for each in found) == SCREENS[path]
    assert all(each.heading for each in found)
    stranger = Browser().open(path.format(scene.team.id))
    assert urlsplit(stranger.address).path == "/oauth2/authorize"


@pytest.mark.parametrize("path", FORMS)
def test_each_role_sends_its_own_forms(scene: TeamScene, path: str) -> None:
    at = path.format(scene.team.id)
    found = [who(name).send("POST", at, b"nothing=") for name in PEOPLE]
    assert tuple(each.status for each in found) == FORMS[path]
    assert all(each.heading for each in found)
    elsewhere = who("lena").send("POST", at, b"x=", {"sec-fetch-site": "cross-site"})
    assert elsewhere.heading == "This form came from another site"


# -- what it costs --------------------------------------------------------------------------------


def test_a_team_of_a_hundred_people_is_a_small_page(scene: TeamScene) -> None:
    many = [f"person-number-{n}" for n in range(99)]
    made = a_team(scene.world, ("lena",), many, name="Everybody")
    shown = info(who("dana"), made.id, find="example")
    assert len(shown.page.select("main .people")[0].select("li")) == 100
    assert weigh(shown) < 15_000


def test_a_page_asks_the_api_a_fixed_number_of_times(scene: TeamScene) -> None:
    team = {"team_id": scene.team.id}
    around = ["GET /v1/teams", "GET /v1/schools"]
    opened = ["GET /v1/teams/{team_id}", *around, "GET /v1/teams/{team_id}/processes"]
    assert list_calls_of_admin(scene.world, show_team, {}, **team) == opened
    assert list_calls_of_admin(scene.world, show_team, {"tab": "info"}, **team) == opened[:3]
    assert list_calls_of_admin(scene.world, list_teams, {}) == [*around, opened[0], opened[3]]
