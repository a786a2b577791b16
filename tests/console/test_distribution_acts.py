"""The actions on a distribution: each previews its effect, and runs once."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from chalicelib.acts import Role
from tests.api.process_scene import expect_ok
from tests.api.results_scene import CLASSES, RIGHT, Results
from tests.api.team_scene import a_team
from tests.api.test_additions import unreachable
from tests.support import builders
from tests.support.browser import Browser, admin_of
from tests.support.machinery import Machinery
from tests.support.world import World

LATER = {"option": "schedule", "start_date": "2026-10-21", "start_time": "08:00"}
WHEN = "Wednesday, October 21, 2026 at 8:00 AM CDT"


@pytest.fixture
def scene(world: World) -> Results:
    return world.scene(Results)


@pytest.fixture
def browser(scene: Results) -> Browser:
    return admin_of(scene.world)


def begin(scene: Results, **changes: Any) -> str:
    """Have Dana distribute another assessment of the same kind."""
    body = {"assessment_id": scene.an_assessment(), "selection": {"whole_district": True}} | changes
    return str(expect_ok(scene.dana.post("/v1/distributions", body)).body["id"])


def open_distribution(browser: Browser, distribution: str, act: str = "") -> Any:
    return browser.open(f"/console/distributions/{distribution}{act and '/acts/'}{act}")


def list_acts(browser: Browser, distribution: str) -> list[str]:
    shown = open_distribution(browser, distribution)
    return [" ".join(each.get_text().split()) for each in shown.page.select("#acts a")]


def view(scene: Results, distribution: str) -> Any:
    return expect_ok(scene.dana.get(f"/v1/distributions/{distribution}")).body


# -- what is offered ---------------------------------------------------------------------------


def test_the_offered_acts_follow_from_the_state(scene: Results, browser: Browser) -> None:
    later = begin(scene, start=LATER)
    assert list_acts(browser, later) == ["Change", "Repeat", "Cancel"]
    assert list_acts(browser, scene.distribution) == [
        "Change the last days",
        "Remind teachers who have not started",
        "Add trackers",
        "Repeat",
        "Recall",
    ]
    running = begin(scene)
    assert list_acts(browser, running) == []
    assert list_acts(Browser().sign_in_as("sam"), scene.distribution) == []


@pytest.mark.parametrize(
    "act", ["retry", "cancel", "recall", "restore", "remind", "add", "repeat", "change"]
)
def test_acts_are_for_district_administrators(scene: Results, act: str) -> None:
    for name in ("sam", "tess"):
        browser = Browser().sign_in_as(name)
        shown = open_distribution(browser, scene.distribution, act)
        assert (shown.status, shown.heading) == (403, "This page is for district administrators")
        path = f"/console/distributions/{scene.distribution}/acts/{act}"
        assert browser.send("POST", path, b"_key=k&etag=%221%22").status == 403
    assert view(scene, scene.distribution)["state"] == "delivered"


def test_an_act_that_is_not_possible_now_says_so(scene: Results, browser: Browser) -> None:
    for act in ("retry", "cancel", "restore"):
        shown = open_distribution(browser, scene.distribution, act)
        assert "You cannot do this with the distribution now." in shown.words()
        assert not shown.page.select("main form")
    path = f"/console/distributions/{scene.distribution}/acts/cancel"
    late = browser.send("POST", path, b"_key=k&etag=%222%22")
    assert late.status in (409, 412)
    assert late.page.select("#errors")


def test_a_missing_distribution_is_not_found(scene: Results, browser: Browser) -> None:
    assert open_distribution(browser, scene.distribution, "burn").status == 404
    assert open_distribution(browser, "nothing", "recall").status == 404
    path = "/console/distributions/nothing/acts/recall"
    assert browser.send("POST", path, b"_key=k&etag=%221%22").status == 404


# -- recall and restore ------------------------------------------------------------------------


def test_recall_says_what_happens_and_restore_brings_it_back(
    scene: Results, browser: Browser
) -> None:
    scene.enter("c1", RIGHT, RIGHT)
    page = open_distribution(browser, scene.distribution, "recall")
    assert page.heading == "Recall the distribution"
    assert "disappears from 3 trackers and does not count in mastery" in page.words("form")
    hidden = browser.press(page, "Recall", fill={"comment": "Item 1 <b>is</b> wrong."})
    again = browser.press(page, "Recall", fill={"comment": "Item 1 <b>is</b> wrong."})
    assert hidden.words(".note.good") == again.words(".note.good")
    assert "Recalled" in hidden.words(".states")
    assert "Reason: Item 1 <b>is</b> wrong." in hidden.words(".note.wait")
    assert list_acts(browser, scene.distribution) == ["Repeat", "Restore"]
    Machinery(scene.world).run()
    back = browser.press(open_distribution(browser, scene.distribution, "restore"), "Restore")
    assert "Delivered" in back.words(".states")
    assert view(scene, scene.distribution)["state"] == "delivered"


def test_a_reason_that_is_too_long_is_refused_at_the_field_and_kept(
    scene: Results, browser: Browser
) -> None:
    page = open_distribution(browser, scene.distribution, "recall")
    wrong = browser.press(page, "Recall", fill={"comment": "x" * 501})
    assert wrong.status == 422
    assert wrong.one("#comment").get_text().strip() == "x" * 501
    assert wrong.one("#comment")["aria-invalid"] == "true"
    assert wrong.page.select("#errors a[href='#comment']")


def test_a_stale_page_does_nothing_and_keeps_the_reason(scene: Results, browser: Browser) -> None:
    page = open_distribution(browser, scene.distribution, "recall")
    days = open_distribution(browser, scene.distribution, "change")
    browser.press(days, "Save", fill={"give_until": "2026-10-16"})
    late = browser.press(page, "Recall", fill={"comment": "Mine"})
    assert late.status == 412
    assert "keeps what you typed" in late.words("#errors")
    assert "Reload" not in late.words("#errors"), "that would lose the reason"
    assert late.one("#comment").get_text().strip() == "Mine"
    assert view(scene, scene.distribution)["state"] == "delivered"
    assert "Recalled" in browser.press(late, "Recall").words(".states")
    other = browser.press(late, "Recall", fill={"comment": "Another reason"})
    assert "You sent this page before" in other.words("#errors")
    assert "Idempotency" not in other.words()


# -- cancel, retry, remind, add ----------------------------------------------------------------


def test_cancel_says_that_it_cannot_be_undone(scene: Results, browser: Browser) -> None:
    later = begin(scene, start=LATER)
    page = open_distribution(browser, later, "cancel")
    assert "A canceled distribution cannot be restored." in page.words("form")
    assert WHEN in page.words("form")
    gone = browser.press(page, "Cancel the distribution")
    assert "Canceled" in gone.words(".states")
    assert "No tracker got it." in gone.words("#progress")
    assert browser.press(page, "Cancel the distribution").heading == gone.heading
    assert list_acts(browser, later) == ["Repeat"]


def test_trackers_that_failed_are_tried_again_once(scene: Results, browser: Browser) -> None:
    with unreachable(scene.world):
        made = begin(scene)
    shown = open_distribution(browser, made)
    assert shown.words(".states") == "Delivered to none 3 trackers failed"
    assert shown.words("#progress [role=status] a") == "3 trackers failed."
    of = view(scene, made)["assessment_id"]
    for path in ("/console/distributions", f"/console/assessments/{of}?tab=results"):
        assert "Delivered to none 3 trackers failed" in browser.open(path).words("main tbody"), path
    failed = browser.open(f"/console/distributions/{made}?failed=yes").rows("#by-school table")
    assert [(row[1], row[4]) for row in failed] == [("0 of 2", "2"), ("0 of 1", "1")]
    why = browser.open(f"/console/distributions/{made}?tab=receipts&state=failed")
    assert "could not be reached in time" in why.words("#found")
    page = browser.open(shown.link("Retry"))
    assert "3 trackers could not be reached." in page.words("form")
    tried = browser.press(page, "Retry")
    browser.press(page, "Retry")
    assert "Plumbline is trying the failed trackers again." in tried.words(".note.good")
    assert tried.page.select("[hx-trigger='every 2s']")
    Machinery(scene.world).run()
    assert "3 of 3 trackers have it." in open_distribution(browser, made).words("#progress")


def test_one_that_every_tracker_was_left_out_of_is_not_called_delivered(
    scene: Results, browser: Browser
) -> None:
    later = begin(scene, start=LATER)
    for name, tracker in scene.trackers.items():
        person, path = scene.people[CLASSES[name][0]], f"/v1/trackers/{tracker}"
        expect_ok(person.patch(path, {"archived": True}, etag=person.get(path).etag))
    scene.world.clock.set(datetime(2026, 10, 21, 14, 0, tzinfo=UTC))
    Machinery(scene.world).run()
    assert (
        open_distribution(browser, later).words(".states") == "Delivered to none 3 trackers skipped"
    )


def test_reminders_say_who_gets_one_and_what_became_of_each(
    scene: Results, browser: Browser
) -> None:
    scene.enter("c3", RIGHT, RIGHT)
    page = open_distribution(browser, scene.distribution, "remind")
    assert "2 classes have not started." in page.words("form")
    sent = browser.press(page, "Send reminders")
    assert "at most one a day" in sent.words(".note.good")
    browser.press(page, "Send reminders")
    Machinery(scene.world).run()
    rows = open_distribution(browser, scene.distribution, "remind").rows()
    assert [row[:2] for row in rows] == [["Tess =Example", "Sent"]]
    assert "Math c1 (North Elementary)" in rows[0][2]
    assert "Math c2 (North Elementary)" in rows[0][2]


def test_where_every_class_has_started_no_reminder_is_offered(
    scene: Results, browser: Browser
) -> None:
    for name in ("c1", "c2", "c3"):
        scene.enter(name, RIGHT, RIGHT)
    page = open_distribution(browser, scene.distribution, "remind")
    assert "Nobody is waiting for a reminder." in page.words("form")
    assert not page.page.select("main form button")


def test_the_rest_is_added_once(scene: Results, browser: Browser) -> None:
    nothing = open_distribution(browser, scene.distribution, "add")
    assert "there is nothing to add" in nothing.words()
    for school in ("north", "south"):
        builders.a_tracker(
            scene.world, "tess", school=school, class_id=f"n-{school}", title=f"New {school}"
        )
    page = open_distribution(browser, scene.distribution, "add")
    assert "2 trackers match and do not have it." in page.words("fieldset")
    fill = {"selection": "schools", "school": ["south"]}
    unclear = browser.press(page, "Add trackers", fill={"school": ["south"]})
    assert unclear.status == 422
    assert "You selected schools" in unclear.words("#selection .error")
    assert unclear.one("input[value=south]").has_attr("checked")
    assert view(scene, scene.distribution)["counts"]["total"] == 3
    none = browser.press(page, "Add trackers", fill={"selection": "schools"})
    assert none.status == 422
    assert none.page.select("#errors a[href='#selection']")
    assert none.one("#selection-schools").has_attr("checked")
    more = browser.press(page, "Add trackers", fill=fill)
    browser.press(page, "Add trackers", fill=fill)
    assert "The trackers are being added." in more.words(".note.good")
    assert view(scene, scene.distribution)["counts"]["total"] == 4
    Machinery(scene.world).run()
    rest = browser.press(open_distribution(browser, scene.distribution, "add"), "Add trackers")
    Machinery(scene.world).run()
    assert "4 of 4 trackers are done" not in rest.words("#progress")
    assert view(scene, scene.distribution)["counts"]["delivered"] == 5


# -- change ------------------------------------------------------------------------------------


def test_a_scheduled_distribution_is_changed_after_a_look(scene: Results, browser: Browser) -> None:
    later = begin(scene, start=LATER, give_until_date="2026-10-30")
    page = open_distribution(browser, later, "change")
    assert page.one("#start_date")["value"] == "2026-10-21"
    assert page.one("#start_time")["value"] == "08:00"
    assert page.one("#give_until")["value"] == "2026-10-30"
    said = {"start_time": "09:30", "give_until": "", "selection": "schools", "school": ["north"]}
    look = browser.press(page, "Check", fill={**said, "notify": "yes"})
    assert "Wednesday, October 21, 2026 at 9:30 AM CDT" in look.words("dl")
    assert "2 trackers, 1 school" in look.words("dl")
    assert view(scene, later)["version"] == 1
    back = browser.press(look, "Back to the form")
    assert back.one("#start_time")["value"] == "09:30"
    saved = browser.press(look, "Save the change")
    browser.press(look, "Save the change")
    made = view(scene, later)
    assert "Your changes are saved." in saved.words(".note.good")
    assert (made["start"]["local"], made["notify"]) == ("2026-10-21T09:30", True)
    assert made["give_until_date"] is None
    assert made["selection"]["school_ids"] == ["north"]
    assert made["version"] == 2


def test_a_change_keeps_which_of_two_equal_times_it_starts_at(
    scene: Results, browser: Browser
) -> None:
    twice = {"option": "schedule", "start_date": "2026-11-01", "start_time": "01:30"}
    later = begin(scene, start={**twice, "occurrence": "later"})
    unchanged = browser.press(open_distribution(browser, later, "change"), "Check")
    assert "nothing to save" in unchanged.words()
    look = browser.press(
        open_distribution(browser, later, "change"), "Check", fill={"notify": "yes"}
    )
    assert "It starts at the second one." in look.words(".note")
    assert "1:30 AM CST" in look.words("dl")
    first = browser.press(look, "Use the first one")
    assert "It starts at the first one." in first.words(".note")
    browser.press(first, "Save the change")
    assert view(scene, later)["start"]["utc"] == "2026-11-01T06:30:00Z"


def test_a_form_that_nobody_changed_saves_nothing(scene: Results, browser: Browser) -> None:
    later = begin(scene, start=LATER, opens_process={"name": "Unit 3"})
    look = browser.press(open_distribution(browser, later, "change"), "Check")
    assert "nothing to save" in look.words()
    assert view(scene, later)["version"] == 1


def test_chosen_teams_stay_when_something_else_is_changed(scene: Results, browser: Browser) -> None:
    team = a_team(scene.world, ("tess",), (), name="Grade 3 Math").id
    opens = {"name": "Unit 3", "team_ids": [team]}
    later = begin(scene, start=LATER, opens_process=opens)
    page = open_distribution(browser, later, "change")
    assert "nothing to save" in browser.press(page, "Check").words()
    look = browser.press(page, "Check", fill={"process_name": "Unit 4"})
    browser.press(look, "Save the change")
    made = view(scene, later)["opens_process"]
    assert (made["name"], made["team_ids"]) == ("Unit 4", [team])
    form = browser.open(f"/console/distributions/{later}/acts/change")
    form.one("#opens-box").attrs.pop("checked")
    browser.press(browser.press(form, "Check"), "Save the change")
    assert view(scene, later)["opens_process"] is None


def test_an_administrator_who_did_not_make_the_assessment_does_what_the_api_lets_them(
    scene: Results,
) -> None:
    later = begin(scene, start=LATER)
    builders.a_tracker(scene.world, "tess", class_id="n1", title="New")
    browser = admin_of(scene.world, "dora")
    form = open_distribution(browser, scene.distribution, "add")
    assert "North Elementary" in form.words("#selection")
    more = browser.press(form, "Add trackers")
    assert "The trackers are being added." in more.words(".note.good")
    look = browser.press(
        open_distribution(browser, later, "change"), "Check", fill={"start_time": "09:00"}
    )
    assert "at 9:00 AM CDT" in look.words("dl")
    Machinery(scene.world).run()
    mine = browser.press(open_distribution(browser, scene.distribution, "repeat"), "Check")
    assert "only assessments that you created" in mine.words("#errors")


def test_a_wrong_start_is_refused_at_the_field_with_its_ways_out(
    scene: Results, browser: Browser
) -> None:
    later = begin(scene, start=LATER)
    page = open_distribution(browser, later, "change")
    past = browser.press(page, "Check", fill={"start_date": "2026-09-01"})
    assert past.status == 422
    assert past.page.select("#errors a[href='#start_date']")
    spring = {"start_date": "2027-03-14", "start_time": "02:30"}
    skipped = browser.press(page, "Check", fill=spring)
    assert skipped.one("#start_time")["aria-invalid"] == "true"
    way = browser.press(skipped, "Use Sunday, March 14, 1:59 AM")
    assert "Sunday, March 14, 2027 at 1:59 AM" in way.words("dl")
    fall = {"start_date": "2026-11-01", "start_time": "01:30"}
    twice = browser.press(page, "Check", fill=fall)
    assert "occurs twice" in twice.words(".note.wait")
    second = browser.press(twice, "Use the second one")
    browser.press(second, "Save the change")
    assert view(scene, later)["start"]["utc_offset"] == "-06:00"


def test_a_change_by_somebody_else_keeps_what_was_typed_beside_theirs(
    scene: Results, browser: Browser
) -> None:
    later = begin(scene, start=LATER)
    page = open_distribution(browser, later, "change")
    look = browser.press(page, "Check", fill={"give_until": "2026-10-30"})
    other = browser.press(page, "Check", fill={"give_until": "2026-10-28"})
    browser.press(other, "Save the change")
    late = browser.press(look, "Save the change")
    assert late.status == 412
    assert late.one("#give_until")["value"] == "2026-10-30"
    assert "Give It Until: Oct 28, 2026" in late.words(".note.wait")
    browser.press(browser.press(late, "Check"), "Save the change")
    assert view(scene, later)["give_until_date"] == "2026-10-30"


def test_after_delivery_only_the_last_days_change(scene: Results, browser: Browser) -> None:
    page = open_distribution(browser, scene.distribution, "change")
    assert not page.page.select("#start_date, #notify")
    past = browser.press(page, "Save", fill={"give_until": "2026-01-01"})
    assert past.status == 422
    assert past.page.select("#errors a[href='#give_until']")
    days = {"give_until": "2026-10-16", "automatic": "2026-12-18"}
    saved = browser.press(past, "Save", fill=days)
    assert "Your changes are saved." in saved.words(".note.good")
    made = view(scene, scene.distribution)
    assert made["give_until_date"] == "2026-10-16"
    assert made["automatic"]["end_date"] == "2026-12-18"
    blank = open_distribution(browser, scene.distribution, "change")
    browser.press(blank, "Save", fill={"give_until": "", "automatic": ""})
    assert view(scene, scene.distribution)["automatic"] is None


# -- repeat ------------------------------------------------------------------------------------


def test_another_assessment_goes_to_the_same_trackers_once(
    scene: Results, browser: Browser
) -> None:
    other = scene.an_assessment()
    scene.dana.patch(f"/v1/assessments/{other}", {"title": "Check 2"}, etag='"2"')
    page = open_distribution(browser, scene.distribution, "repeat")
    assert not page.page.select("#start_date[value='2026-09-14']")
    said = {"assessment": other, "option": "schedule", "start_date": "2026-10-21"}
    look = browser.press(page, "Check", fill={**said, "start_time": "08:00"})
    assert "Assessment Check 2 Start" in look.words("dl")
    assert "3 trackers, 2 schools" in look.words("dl")
    made = browser.press(look, "Schedule")
    again = browser.press(look, "Schedule")
    assert made.address.partition("?")[0] == again.address.partition("?")[0]
    assert WHEN in made.words(".head")
    new = view(scene, made.address.rpartition("/")[2].partition("?")[0])
    assert (new["assessment_id"], new["repeats_id"]) == (other, scene.distribution)
    assert "An earlier distribution" in browser.open(
        f"/console/distributions/{new['id']}?tab=settings"
    ).words("dl")


def test_a_repetition_that_reaches_nobody_says_so(scene: Results, browser: Browser) -> None:
    page = open_distribution(browser, scene.distribution, "repeat")
    none = browser.press(page, "Check")
    assert none.status in (409, 422)
    assert "already has" in none.words("#errors")


# -- safety ------------------------------------------------------------------------------------


def test_a_form_of_another_site_does_nothing(scene: Results, browser: Browser) -> None:
    path = f"/console/distributions/{scene.distribution}/acts/recall"
    foreign = browser.send("POST", path, b"_key=k&etag=%222%22", {"sec-fetch-site": "cross-site"})
    assert foreign.status == 403
    assert view(scene, scene.distribution)["state"] == "delivered"


def test_every_control_has_a_name_and_every_form_a_key(scene: Results, browser: Browser) -> None:
    later = begin(scene, start=LATER)
    pages = [open_distribution(browser, later, act) for act in ("change", "cancel", "repeat")]
    pages += [
        open_distribution(browser, scene.distribution, act)
        for act in ("recall", "remind", "change")
    ]
    for shown in pages:
        assert len(shown.page.select("h1")) == 1
        for control in shown.page.select("main input:not([type=hidden]), main select, textarea"):
            assert shown.page.select(f"label[for='{control['id']}']"), control
        ids = [str(each["id"]) for each in shown.page.select("[id]")]
        assert len(ids) == len(set(ids))
        assert not shown.page.select("[style]")
    assert len({shown.one("main form [name^=_key]")["value"] for shown in pages[1:2]}) == 1


def test_a_school_administrator_of_no_school_of_it_finds_nothing(world: World) -> None:
    scene = Results(world)
    world.person("wes", Role.SCHOOL_ADMIN, schools=("west",))
    browser = Browser().sign_in_as("wes")
    assert open_distribution(browser, scene.distribution).status == 404


# -- which role opens and sends what -----------------------------------------------------------

SCREENS = {
    "": (200, 200, 403),
    "/{}": (200, 200, 403),
    "/{}?tab=receipts": (200, 200, 403),
    "/{}?tab=results": (200, 200, 403),
    "/{}?tab=analysis": (200, 200, 403),
    "/{}?tab=settings": (200, 200, 403),
    "/{}?tab=unknown": (200, 200, 403),
    "/{}/files/students": (200, 200, 403),
    "/{}/files/unknown": (404, 404, 403),
    "/{}/acts/change": (200, 403, 403),
    "/{}/acts/unknown": (404, 403, 403),
    "/unknown": (404, 404, 403),
    "/unknown/files/students": (404, 404, 403),
    "/unknown/acts/recall": (404, 403, 403),
}
"""The statuses for administrators of the district and of a school, and for a teacher."""
FORMS = {
    "/{}/acts/recall": (428, 403, 403),
    "/{}/acts/change": (200, 403, 403),
    "/{}/acts/add": (428, 403, 403),
    "/{}/acts/cancel": (428, 403, 403),
    "/{}/acts/unknown": (404, 403, 403),
}
"""Their statuses for a form that has only an unknown field."""


def people(scene: Results) -> list[Browser]:
    return [Browser().sign_in_as(name) for name in ("dana", "sam", "tess")]


@pytest.mark.parametrize("path", SCREENS)
def test_each_role_opens_its_own_screens(scene: Results, path: str) -> None:
    address = f"/console/distributions{path.format(scene.distribution)}"
    assert tuple(each.open(address).status for each in people(scene)) == SCREENS[path]
    stranger = Browser().send("GET", address, follow=False)
    assert stranger.status == 302
    assert "/console/refresh?to=" in stranger.headers["Location"]


@pytest.mark.parametrize("path", FORMS)
def test_each_role_sends_its_own_forms(scene: Results, path: str) -> None:
    address = f"/console/distributions{path.format(scene.distribution)}"
    found = [each.send("POST", address, b"other=1") for each in people(scene)]
    assert tuple(each.status for each in found) == FORMS[path]
    assert view(scene, scene.distribution)["state"] == "delivered"


def test_100_kb_pasted_into_a_reason_come_back_with_the_error(
    scene: Results, browser: Browser
) -> None:
    page = open_distribution(browser, scene.distribution, "recall")
    wrong = browser.press(page, "Recall", fill={"comment": "ä" * 50_000})
    assert wrong.status == 422
    assert wrong.one("#comment").get_text().strip() == "ä" * 50_000
