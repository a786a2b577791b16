"""My Trackers, a tracker with its tabs, and what its buttons do."""

from __future__ import annotations

import gzip
from typing import Any

import pytest

from chalicelib.acts import Role
from chalicelib.console.trackers import list_trackers, show_tracker
from chalicelib.ids import new_id
from chalicelib.scales.calculation import Calculation
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from tests.api.process_scene import expect_ok
from tests.api.results_scene import ITEMS, RIGHT, WRONG, Results
from tests.support import builders
from tests.support.browser import Browser, ShownPage, list_calls_as
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, World, WorldPerson

HOSTILE = "<script>alert(1)</script>\"'><b>مرحبا"
LONG = "Wednesday " * 19


class TrackerScreens(Results):
    """A teacher with two classes, one of them with results, and colleagues to find by name."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        builders.statements(world)
        builders.list_set(world)
        for name, school in (("theo", "south"), ("tess", "north")):
            person = builders.a_person(world, name, school)
            listed = {"list_pk": keys.staff(DISTRICT), "list_sk": name}
            item = {"doc": person.model_dump_json(), **listed}
            world.services.table.commit([Put(keys.person(DISTRICT, name), item)])
        self.enter("c1", RIGHT, WRONG)

    @property
    def tracker(self) -> str:
        """The tracker of the first class."""
        return self.trackers["c1"]

    @property
    def at(self) -> str:
        """Its page."""
        return f"/console/trackers/{self.tracker}"

    def now(self, person: WorldPerson | None = None) -> dict[str, Any]:
        """Return the tracker as the API has it."""
        return dict(
            expect_ok((person or self.people["tess"]).get(f"/v1/trackers/{self.tracker}")).body
        )

    def own(self, title: str = "Exit ticket", **changed: Any) -> str:
        """Make a private assessment of the teacher."""
        tess = self.people["tess"]
        begun = {"title": title, "standards_set_id": builders.SET, "visibility": "private"}
        draft = expect_ok(tess.post("/v1/assessments", begun | changed))
        path = f"/v1/assessments/{draft.body['id']}/items"
        expect_ok(tess.put(path, {"items": ITEMS}, etag=draft.etag))
        return str(draft.body["id"])

    def hold(self, assessment: str) -> None:
        """Add an assessment to the tracker."""
        path = f"/v1/trackers/{self.tracker}/assessments"
        expect_ok(self.people["tess"].post(path, {"assessment_id": assessment}))

    def change(self, **changes: Any) -> None:
        """Change the tracker."""
        tess, path = self.people["tess"], f"/v1/trackers/{self.tracker}"
        expect_ok(tess.patch(path, changes, etag=tess.get(path).etag))

    def share(self, person: str = "theo") -> None:
        """Have a colleague work on the tracker."""
        tess, path = self.people["tess"], f"/v1/trackers/{self.tracker}"
        expect_ok(tess.put(f"{path}/collaborators/{person}", etag=tess.get(path).etag))


@pytest.fixture
def scene(world: World) -> TrackerScreens:
    return world.scene(TrackerScreens)


@pytest.fixture
def tess(scene: TrackerScreens) -> Browser:
    return who("tess")


def who(name: str) -> Browser:
    return Browser().sign_in_as(name)


def tab(browser: Browser, scene: TrackerScreens, name: str, more: str = "") -> ShownPage:
    return browser.open(f"{scene.at}?tab={name}{more}")


def join_cells(row: list[str]) -> str:
    return " | ".join(row)


def buttons(shown: ShownPage) -> list[str]:
    return [
        " ".join(each.get_text(" ").split())
        for each in shown.page.select("main button:not([hidden] button)")
    ]


def weigh(shown: ShownPage) -> int:
    return len(gzip.compress(shown.text.encode()))


# -- the list ------------------------------------------------------------------------------------


def test_my_trackers_are_one_click_from_home_for_teachers(scene: TrackerScreens) -> None:
    home = who("tess").open("/console/home")
    names = [each.get_text() for each in home.page.select(".main-nav a")]
    assert names[:3] == ["Home", "My Trackers", "Data Team"]
    assert home.link("My Trackers") == "/console/trackers"
    for admin in ("dana", "sam"):
        nav = who(admin).open("/console/home").words(".main-nav")
        assert "My Trackers" not in nav
        assert "Trackers" in nav


def test_the_list_says_class_standards_set_and_whose_each_is(
    scene: TrackerScreens, tess: Browser
) -> None:
    shown = tess.open("/console/trackers")
    assert (shown.status, shown.heading) == (200, "My Trackers")
    assert [join_cells(row) for row in shown.rows()] == [
        "Math c1 | Math 3 | Juniper Flats: Mathematics, grade 3 | 8 | You | Mastery : Math c1",
        "Math c2 | Math 3 | Juniper Flats: Mathematics, grade 3 | 8 | You | Mastery : Math c2",
    ]
    assert shown.link("Math c1") == scene.at
    assert shown.link("New tracker") == "/console/new-tracker"
    assert shown.words(".main-nav [aria-current]") == "My Trackers"


def test_a_shared_tracker_is_in_a_colleagues_list_and_says_so(scene: TrackerScreens) -> None:
    scene.share()
    rows = [join_cells(row) for row in who("theo").open("/console/trackers").rows()]
    assert any(
        "Tess =Example (shared with you)" in r or ("Tess" in r and "shared" in r) for r in rows
    )
    assert any(row.startswith("Math c3 |") and "| You |" in row for row in rows)


def test_past_and_archived_trackers_stand_apart(world: World, scene: TrackerScreens) -> None:
    over = {"class_id": "c9", "class_title": "Last year", "ends": "2026-05-28"}
    builders.a_tracker(world, "tess", title="Math of last year", **over)
    builders.a_tracker(world, "tess", title="Put away", archived=True)
    builders.a_tracker(world, "tess", title="Old and put away", archived=True, **over)
    tess = who("tess")
    in_use = tess.open("/console/trackers")
    assert [row[0] for row in in_use.rows()] == ["Math c1", "Math c2"]
    past = tess.open(in_use.link("Past classes"))
    assert [row[:2] for row in past.rows()] == [
        ["Math of last year", "Last year until May 28, 2026"]
    ]
    assert "still enter and correct results" in past.words()
    archived = tess.open(past.link("Archived"))
    assert [row[0] for row in archived.rows()] == ["Put away", "Old and put away Past class"]


def test_more_archived_trackers_than_a_page_has_are_all_found(
    world: World, scene: TrackerScreens
) -> None:
    over = {"class_id": "c9", "class_title": "Last year", "ends": "2026-05-28"}
    for number in range(101):
        builders.a_tracker(world, "tess", title=f"Put away {number}", archived=True)
        builders.a_tracker(world, "tess", title=f"Old {number}", archived=True, **over)
    tess, found = who("tess"), list[str]()
    shown = tess.open("/console/trackers?show=archived")
    for _ in range(4):
        found += [row[0] for row in shown.rows()]
        if not shown.page.select(".more a"):
            break
        shown = tess.open(shown.link("Next page"))
    assert len(found) == len(set(found)) == 202
    assert "on this page" not in shown.words("caption")


def test_people_without_trackers_get_a_link_to_make_one(world: World) -> None:
    world.teacher("nora")
    shown = who("nora").open("/console/trackers")
    assert "You have no trackers yet." in shown.words()
    assert [str(a["href"]) for a in shown.page.select(".empty a")] == ["/console/new-tracker"]
    home = who("nora").open("/console/home")
    assert "/console/new-tracker" in [str(a["href"]) for a in home.page.select("main a[href]")]


def test_administrators_choose_a_school_and_change_nothing(scene: TrackerScreens) -> None:
    district = who("dana").open("/console/trackers")
    assert "Choose a school." in district.words()
    south = who("dana").press(district, "Show", fill={"school_id": "south"})
    assert [row[0] for row in south.rows()] == ["Math c3"]
    school = who("sam").open("/console/trackers")
    assert [row[0] for row in school.rows()] == ["Math c1", "Math c2"], "their only school"
    assert who("sam").open("/console/trackers?school_id=south").status == 404
    for name in ("dana", "sam"):
        for each in ("assessments", "standards", "collaborators", "settings"):
            shown = tab(who(name), scene, each)
            assert shown.status == 200
            assert buttons(shown) == []
            assert "You can look at this tracker." in shown.words()
        refused = who(name).send("POST", scene.at, b"act=archive&etag=%221%22")
        assert refused.status == 403
    assert "Math" in tab(who("sam"), scene, "settings").words()
    trail = tab(who("sam"), scene, "settings").page.select(".trail a")
    assert [str(a["href"]) for a in trail] == ["/console/trackers?school_id=north"]


# -- assessments ---------------------------------------------------------------------------------


def test_each_assessment_says_its_source_its_last_day_and_how_far_it_is(
    world: World, scene: TrackerScreens
) -> None:
    scene.hold(scene.own())
    body = {
        "assessment_id": scene.an_assessment(),
        "selection": {"school_ids": ["north"]},
        "give_until_date": "2026-09-20",
    }
    late = expect_ok(scene.dana.post("/v1/distributions", body)).body["assessment_id"]
    Machinery(world).run()
    world.clock.forward(days=10)
    shown = who("tess").open(scene.at)
    assert shown.heading == "Math c1"
    rows = {row[0].partition(" From")[0].partition(" Added")[0]: row for row in shown.rows()}
    assert rows["Exit ticket"][0] == "Exit ticket Added by you, Sep 14, 2026"
    assert rows["Exit ticket"][2] == "Not entered"
    checks = [row for row in shown.rows() if row[0].startswith("Check From the district")]
    (overdue,) = (row for row in checks if row[1])
    assert overdue[1] == "Sep 20, 2026 Overdue"
    (entered,) = (row for row in checks if not row[1])
    assert entered[2:4] == ["Complete 2 of 2 entered, given Sep 14, 2026", "50%"]
    links = {str(a["href"]) for a in shown.page.select("tbody th a")}
    assert f"/console/sheets/{scene.tracker}/{late}" in links
    for each in links:
        assert who("tess").open(each).status == 200


def test_the_districts_assessment_cannot_be_removed_here_and_says_who_can(
    scene: TrackerScreens, tess: Browser
) -> None:
    shown = tess.open(scene.at)
    assert "only the district can remove it" in shown.words("tbody")
    assert "Remove" not in buttons(shown)
    etag = str(shown.page.select_one("[name=etag]")["value"])  # type: ignore[index]
    sent = f"act=remove+{scene.assessment}&etag={etag}".encode()
    refused = tess.send("POST", scene.at, sent)
    assert refused.status == 409
    assert "only the district can remove it" in refused.words("#errors")


def test_an_assessment_without_results_is_removed_for_good(
    scene: TrackerScreens, tess: Browser
) -> None:
    scene.hold(scene.own())
    shown = tess.open(scene.at)
    assert "Nothing is entered, so nothing is lost." in shown.words("tbody")
    after = tess.press(shown, "Remove Exit ticket from this tracker")
    assert "Nothing was entered." in after.words(".note.good")
    assert not after.page.select("#removed")
    assert [each["title"] for each in scene.now()["assessments"]] == ["Check"]


def test_an_assessment_with_results_is_kept_and_comes_back_with_them(
    scene: TrackerScreens, tess: Browser
) -> None:
    own = scene.own()
    scene.hold(own)
    path = f"/v1/trackers/{scene.tracker}/sheets/{own}"
    body = {"students": [{"student_id": "s0", "scores": [{"item_id": 1, "response": "B"}]}]}
    person = scene.people["tess"]
    expect_ok(person.patch(path, body, etag=person.get(path).etag))
    shown = tess.open(scene.at)
    assert "They are kept, and you can bring it back." in shown.words("tbody")
    gone = tess.press(shown, "Remove Exit ticket from this tracker")
    assert "Its results are kept" in gone.words(".note.good")
    assert "Exit ticket Removed by Tess Example, Sep 14, 2026" in gone.words("main section li")
    assert len(gone.rows()) == 1
    back = tess.press(gone, "Bring back Exit ticket")
    assert "The assessment is back." in back.words(".note.good")
    (row,) = (row for row in back.rows() if row[0].startswith("Exit ticket"))
    assert row[2] == "Partly entered 0 of 2 entered, 1 partly, given Sep 14, 2026"


def test_a_recalled_assessment_is_gone_and_its_sheet_says_why(
    world: World, scene: TrackerScreens
) -> None:
    etag = scene.dana.get(scene.path).etag
    expect_ok(scene.dana.post(f"{scene.path}/recall", {}, etag=etag))
    Machinery(world).run()
    shown = who("tess").open(scene.at)
    assert "This tracker has no assessments yet." in shown.words()
    sheet = who("tess").open(f"/console/sheets/{scene.tracker}/{scene.assessment}")
    assert sheet.status == 404
    assert "recalled" in sheet.words()


def test_a_stale_remove_removes_nothing_and_says_so(scene: TrackerScreens, tess: Browser) -> None:
    scene.hold(scene.own())
    shown = tess.open(scene.at)
    scene.change(title="Renamed meanwhile")
    late = tess.press(shown, "Remove Exit ticket from this tracker")
    assert late.status == 412
    assert "changed after you opened it" in late.words("#errors")
    assert late.heading == "Renamed meanwhile"
    assert len(scene.now()["assessments"]) == 2


def test_a_test_of_an_open_process_stays_and_says_why(world: World) -> None:
    from tests.api.process_scene import TeamAtWork

    team = world.scene(TeamAtWork)
    expect_ok(team.lena.post(f"{team.path}/activations", {"test": "pre", "class_id": "c1"}))
    at = f"/console/trackers/{team.trackers['c1']}"
    shown = who("lena").open(at)
    assert "From a data team" in shown.words("tbody th")
    refused = who("lena").press(shown, "Remove Fractions, before from this tracker")
    assert refused.status == 409
    assert "Ask the team leader to finish the process." in refused.words("#errors")


# -- adding --------------------------------------------------------------------------------------


def test_an_assessment_is_found_and_added_and_a_removed_one_is_offered_again(
    scene: TrackerScreens, tess: Browser
) -> None:
    own = scene.own()
    scene.own("Warm-up")
    choices = tess.open(tess.open(scene.at).link("Add an assessment"))
    assert choices.heading == "Add an assessment"
    assert {row[0] for row in choices.rows()} == {"Exit ticket", "Warm-up"}
    assert choices.rows()[0][1] == "3.NB.1, 3.FR.1"
    found = tess.press(choices, "Search", fill={"text": "exit", "whose": "all"})
    assert [row[0] for row in found.rows()] == ["Exit ticket"]
    added = tess.press(found, "Add Exit ticket")
    assert "The assessment is added to the tracker." in added.words(".note.good")
    assert own in {each["assessment_id"] for each in scene.now()["assessments"]}
    again = tess.open(f"{scene.at}/add-assessment?whose=all")
    assert [row[-1] for row in again.rows() if row[0] == "Exit ticket"] == ["In this tracker"]


def test_choices_are_of_the_trackers_set_and_drafts_cannot_be_added(
    world: World, scene: TrackerScreens
) -> None:
    builders.a_set(world, "other")
    tess = scene.people["tess"]
    for title, set_id in (("Of another set", "other"), ("Unfinished", builders.SET)):
        expect_ok(tess.post("/v1/assessments", {"title": title, "standards_set_id": set_id}))
    rows = who("tess").open(f"{scene.at}/add-assessment").rows()
    assert [(row[0], row[-1]) for row in rows] == [("Unfinished", "Draft")]


def test_approved_ones_are_a_choice_of_their_own(scene: TrackerScreens, tess: Browser) -> None:
    approved = scene.an_assessment()
    path = f"/v1/assessments/{approved}"
    expect_ok(scene.dana.put(f"{path}/approval", etag=scene.dana.get(path).etag))
    shown = tess.open(f"{scene.at}/add-assessment?whose=approved")
    assert [row[0] for row in shown.rows()] == ["Check District Approved"]
    after = tess.press(shown, "Add Check")
    assert len(after.rows()) == 2


def test_an_impossible_addition_is_refused_above_the_list(
    scene: TrackerScreens, tess: Browser
) -> None:
    hers = tess.send(
        "POST", f"{scene.at}/add-assessment", f"assessment_id={scene.assessment}".encode()
    )
    assert hers.status == 409
    assert "already has this assessment" in hers.words("#errors")
    unknown = tess.send("POST", f"{scene.at}/add-assessment", b"assessment_id=nothing")
    assert unknown.status == 404
    assert unknown.heading == "Add an assessment"


def test_an_archived_tracker_offers_nothing_to_add_or_remove(
    scene: TrackerScreens, tess: Browser
) -> None:
    scene.hold(scene.own())
    scene.change(archived=True)
    shown = tess.open(scene.at)
    assert "This tracker is archived." in shown.words()
    assert "Remove" not in buttons(shown)
    assert "Add an assessment" not in shown.words()
    assert "Add" not in buttons(tess.open(f"{scene.at}/add-assessment?whose=all"))


# -- standards -----------------------------------------------------------------------------------


def test_standards_stand_in_words_below_their_heading_with_the_subject(
    scene: TrackerScreens, tess: Browser
) -> None:
    shown = tab(tess, scene, "standards")
    assert "Subject Mathematics" in shown.words("dl.facts")
    assert shown.rows()[0] == ["Numbers and fractions"]
    assert shown.rows()[1] == ["3.NB.1", "Students can do 3.NB.1."]
    assert "8 standards are tracked" in shown.words("caption")


def test_standards_are_ticked_and_cleared(scene: TrackerScreens, tess: Browser) -> None:
    form = tess.open(tab(tess, scene, "standards").link("Change standards"))
    ticked = form.page.select("input[name=standards][checked]")
    assert [str(each["value"]) for each in ticked] == [*builders.CODES]
    assert "District assessments" in form.words() or "district assessment" in form.words()
    after = tess.press(form, "Save", fill={"standards": ["3.NB.1", "3.FR.1"]})
    assert "The standards are saved." in after.words(".note.good")
    assert [row[0] for row in after.rows()] == ["Numbers and fractions", "3.NB.1", "3.FR.1"]
    assert scene.now()["standards"] == ["3.NB.1", "3.FR.1"]


def test_a_tracker_keeps_at_least_one_standard_and_the_form_says_so(
    scene: TrackerScreens, tess: Browser
) -> None:
    form = tab(tess, scene, "standards", "&change=yes")
    refused = tess.press(form, "Save", fill={"standards": []})
    assert refused.status == 422
    assert "Standards" in refused.words("#errors")
    assert refused.page.select("fieldset.wrong .error")
    assert not refused.page.select("input[name=standards][checked]")


def test_ticked_standards_stay_ticked_when_the_tracker_changed_meanwhile(
    scene: TrackerScreens, tess: Browser
) -> None:
    form = tab(tess, scene, "standards", "&change=yes")
    scene.change(standards=["3.GE.1"])
    late = tess.press(form, "Save", fill={"standards": ["3.NB.1"]})
    assert late.status == 412
    ticked = late.page.select("input[name=standards][checked]")
    assert [str(each["value"]) for each in ticked] == ["3.NB.1"]
    assert "Saved now: 3.GE.1" in late.words("fieldset")
    tess.press(late, "Save")
    assert scene.now()["standards"] == ["3.NB.1"]


# -- collaborators -------------------------------------------------------------------------------


def test_a_colleague_is_found_by_name_added_and_removed(
    scene: TrackerScreens, tess: Browser
) -> None:
    shown = tab(tess, scene, "collaborators")
    assert "Tess Example (you) Teacher of the class" in shown.words(".people")
    found = tess.press(shown, "Find", fill={"find": "theo"})
    assert "Theo Example South Elementary, theo@example.org" in found.words("#found-people")
    added = tess.press(found, "Add Theo Example")
    assert "They can work on this tracker now." in added.words(".note.good")
    assert "Theo Example Collaborator Can enter results" in added.words(".people")
    assert scene.now()["collaborator_ids"] == ["theo"]
    assert who("theo").open(scene.at).status == 200
    assert "Their entries stay." in added.words(".people")
    gone = tess.press(added, "Remove Theo Example")
    assert scene.now()["collaborator_ids"] == []
    assert "There are no collaborators yet." in gone.words()
    assert who("theo").open(scene.at).status == 404


def test_a_collaborator_may_work_and_leave_but_not_choose_people_or_archive(
    scene: TrackerScreens,
) -> None:
    scene.share()
    theo = who("theo")
    shown = tab(theo, scene, "collaborators")
    assert "Teachers of the class choose collaborators." in shown.words()
    assert not shown.page.select("#find")
    assert "You are a collaborator" in shown.words()
    settings = tab(theo, scene, "settings")
    assert "Save" in buttons(settings)
    assert "Archive this tracker" not in buttons(settings)
    left = theo.press(shown, "Leave this tracker")
    assert (left.heading, left.address) == ("My Trackers", "/console/trackers?done=tracker_left")
    assert "You no longer work on that tracker." in left.words(".note.good")
    assert theo.open(scene.at).status == 404


def test_a_person_who_left_the_roster_is_refused_beside_the_list(
    scene: TrackerScreens, tess: Browser
) -> None:
    shown = tab(tess, scene, "collaborators")
    etag = str(shown.page.select_one("[name=etag]")["value"])  # type: ignore[index]
    refused = tess.send("POST", scene.at, f"act=share+gone&etag={etag}".encode())
    assert refused.status == 404
    assert refused.words(".tabs [aria-current]") == "Collaborators"
    assert refused.page.select("#errors")


# -- settings ------------------------------------------------------------------------------------


def test_levels_and_calculation_are_previewed_and_then_saved(
    scene: TrackerScreens, tess: Browser
) -> None:
    shown = tab(tess, scene, "settings")
    assert "As the district: Most recent" in shown.words("fieldset")
    assert "3: Remediation, Near Mastery from 50%, Mastery from 80%" in shown.words("select")
    typed = {"method": "n_times", "times": "2", "title": "Kept while previewing"}
    seen = tess.press(shown, "Preview", fill=typed)
    assert seen.status == 200
    assert "The mastery of 2 of 2 students would change, on 2 standards." in seen.words("#preview")
    rows = seen.rows("#preview table")
    assert rows[0] == ["3.NB.1 Students can do 3.NB.1.", "0", "0", "0", "2", "1", "0"]
    assert [row[0].split()[0] for row in rows] == ["3.NB.1", "3.FR.1"]
    assert seen.one("#title")["value"] == "Kept while previewing"
    assert scene.now()["title"] == "Math c1", "nothing is saved"
    saved = tess.press(seen, "Save")
    assert "The settings are saved." in saved.words(".note.good")
    now = scene.now()
    assert now["title"] == "Kept while previewing"
    assert now["calculation"] == {"method": "n_times", "weight": "0.65", "times": 2}
    assert saved.page.select("#method-n_times[checked]")


def test_another_number_of_levels_counts_who_crosses_mastery(
    scene: TrackerScreens, tess: Browser
) -> None:
    seen = tess.press(tab(tess, scene, "settings"), "Preview", fill={"levels": "2"})
    assert "No student's mastery would change." in seen.words("#preview")
    assert "The number of levels changes." in seen.words("#preview")
    tess.press(seen, "Save")
    assert scene.now()["level_count"] == 2


@pytest.mark.parametrize("button", ["Save", "Preview"])
def test_an_error_is_at_its_field_and_the_text_stays(
    scene: TrackerScreens, tess: Browser, button: str
) -> None:
    shown = tab(tess, scene, "settings")
    wrong = {"method": "decaying_average", "weight": "2", "title": HOSTILE}
    refused = tess.press(shown, button, fill=wrong)
    assert refused.status == 422
    assert refused.words("#errors a") == "Weight of the newest result"
    assert "0.50 to 1.00" in refused.words("#weight-error")
    assert refused.one("#weight")["value"] == "2"
    assert refused.one("#title")["value"] == HOSTILE
    assert refused.page.select("#method-decaying_average[checked]")
    many = tess.press(shown, button, fill={"method": "n_times", "times": "many"})
    assert many.status == 422
    assert many.page.select("#times-error")


def test_typed_settings_are_kept_beside_those_of_another_window(
    scene: TrackerScreens, tess: Browser
) -> None:
    shown = tab(tess, scene, "settings")
    scene.change(title="Saved elsewhere")
    late = tess.press(shown, "Save", fill={"title": "Typed here"})
    assert late.status == 412
    assert late.one("#title")["value"] == "Typed here"
    assert "Saved now: Saved elsewhere" in late.words("#title-hint")
    tess.press(late, "Save")
    assert scene.now()["title"] == "Typed here"


def test_an_own_calculation_is_given_back_to_the_district(
    scene: TrackerScreens, tess: Browser
) -> None:
    scene.change(calculation=Calculation(method="highest").model_dump(mode="json"))
    shown = tab(tess, scene, "settings")
    assert shown.page.select("#method-highest[checked]")
    tess.press(shown, "Save", fill={"method": ""})
    assert scene.now()["calculation"] is None


def test_a_tracker_is_archived_and_used_again(scene: TrackerScreens, tess: Browser) -> None:
    archived = tess.press(tab(tess, scene, "settings"), "Archive this tracker")
    assert "The tracker is archived." in archived.words(".note.good")
    assert "Archived" in archived.words(".states")
    tess.press(archived, "Use this tracker again")
    assert scene.now()["archived"] is False


# -- strange -------------------------------------------------------------------------------------


@pytest.mark.parametrize("act", ["", "nothing", "remove", "share", "unshare x", "restore nothing"])
def test_an_act_that_is_none_changes_nothing(
    scene: TrackerScreens, tess: Browser, act: str
) -> None:
    before = scene.world.items()
    shown = tess.send("POST", scene.at, f"act={act.replace(' ', '+')}&etag=%221%22".encode())
    assert 400 <= shown.status < 500, shown.words()
    assert shown.page.h1
    assert scene.world.items() == before


def test_a_colleagues_tracker_is_not_there_for_others(scene: TrackerScreens) -> None:
    theo = who("theo")
    unknown = theo.open("/console/trackers/nothing")
    for each in ("", "?tab=settings", "/add-assessment"):
        hidden = theo.open(f"{scene.at}{each}")
        assert (hidden.status, hidden.heading) == (404, unknown.heading)
    sent = theo.send("POST", scene.at, b"act=archive&etag=%221%22")
    assert sent.status == 404
    assert scene.now()["archived"] is False


def test_hostile_and_long_names_are_only_words(world: World, scene: TrackerScreens) -> None:
    scene.change(title=HOSTILE)
    scene.hold(scene.own(HOSTILE))
    scene.hold(scene.own(LONG[:190]))
    shown = who("tess").open(scene.at)
    assert shown.heading == HOSTILE
    assert not shown.page.select("main script, main b")
    assert HOSTILE in shown.words("tbody")
    gone = who("tess").press(shown, f"Remove {HOSTILE} from this tracker")
    assert gone.status == 200
    assert HOSTILE in who("tess").open("/console/trackers").words()


# -- costs ---------------------------------------------------------------------------------------


def test_a_screen_asks_the_api_at_most_twice(world: World, scene: TrackerScreens) -> None:
    def list_calls(query: dict[str, str]) -> list[str]:
        return list_calls_as(
            world, "tess", Role.TEACHER, show_tracker, query, tracker_id=scene.tracker
        )

    tracker = "GET /v1/trackers/{tracker_id}"
    assert list_calls({}) == [tracker, f"{tracker}/sheets"]
    assert list_calls({"tab": "standards"}) == [
        tracker,
        "GET /v1/standards-sets/{standards_set_id}",
    ]
    assert list_calls({"tab": "collaborators"}) == [tracker]
    assert list_calls({"tab": "collaborators", "find": "t"}) == [tracker, "GET /v1/people"]
    assert list_calls({"tab": "settings"}) == [tracker, "GET /v1/district"]
    assert list_calls_as(world, "tess", Role.TEACHER, list_trackers, {}) == ["GET /v1/trackers"]


def test_twelve_trackers_and_sixty_assessments_stay_light(
    world: World, scene: TrackerScreens
) -> None:
    for number in range(10):
        builders.a_tracker(world, "tess", title=f"{LONG} {number}")
    tess = scene.people["tess"]
    path = f"/v1/trackers/{scene.tracker}/assessments"
    for number in range(59):
        made = builders.an_assessment(world, "tess", id=new_id(), title=f"{LONG} {number}")
        expect_ok(tess.post(path, {"assessment_id": made.id}))
    shown = who("tess").open(scene.at)
    assert len(shown.rows()) == 60
    listed = who("tess").open("/console/trackers")
    assert len(listed.rows()) == 12
    assert weigh(shown) <= 15_000
    assert weigh(listed) <= 15_000
    assert weigh(who("tess").open(f"{scene.at}/add-assessment?whose=all")) <= 15_000
