"""The actions on a process: each previews its effect, and runs once."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.api.finishing import FinishedTeam
from tests.api.process_scene import RIGHT, TeamAtWork, expect_ok
from tests.support.browser import Browser, ShownPage, query_of
from tests.support.machinery import Machinery
from tests.support.world import World

HOSTILE = "<script>alert('x')</script> \"Ünït\" مرحبا"
ACTS = (
    "rename",
    "attach-pre-test",
    "attach-post-test",
    "activate",
    "remind",
    "discard",
    "print",
    "finish",
)


def at(team: TeamAtWork, act: str = "") -> str:
    return f"/console/processes/{team.process}{act and '/acts/'}{act}"


def open_act(team: TeamAtWork, act: str, name: str = "lena") -> tuple[Browser, ShownPage]:
    browser = Browser().sign_in_as(name)
    return browser, browser.open(at(team, act))


def process(team: TeamAtWork) -> Any:
    return team.read_process().body


def actions(shown: ShownPage) -> list[str]:
    return [" ".join(each.get_text().split()) for each in shown.page.select(".acts .menu a")]


# -- what is offered -------------------------------------------------------------------------------


def test_the_actions_follow_from_role_and_state(team: TeamAtWork) -> None:
    shown = Browser().sign_in_as("lena").open(at(team))
    assert actions(shown) == [
        "Print",
        "Exchange Pre-Test",
        "Attach Post-Test",
        "Remind teachers who have not started",
        "Finish and Lock",
        "Discard",
    ]
    assert actions(Browser().sign_in_as("mia").open(at(team))) == ["Print"]
    assert actions(Browser().sign_in_as("dana").open(at(team))) == [
        "Print",
        "Remind teachers who have not started",
    ]


@pytest.mark.parametrize("act", ACTS)
def test_a_person_without_the_right_gets_a_reason_and_changes_nothing(
    team: TeamAtWork, act: str
) -> None:
    before = process(team)
    browser, shown = open_act(team, act, "sam")
    if act in ("print", "remind"):
        assert shown.status == 200
    else:
        assert "You cannot do this with this Mastery Process." in shown.words()
        assert not shown.page.select("main form")
    if act not in ("print", "remind"):
        body = b"_key=k&etag=%221%22&test=pre&class_id=c1&name=Mine&how=same&assessment_id=x"
        sent = browser.send("POST", at(team, act), body)
        assert sent.status in (403, 409)
        assert sent.page.select("#errors")
    assert process(team) == before


@pytest.mark.parametrize("act", ["rename", "attach-post-test", "discard", "finish"])
def test_a_member_reads_that_the_act_is_for_leaders(team: TeamAtWork, act: str) -> None:
    browser, shown = open_act(team, act, "mia")
    assert "Leaders of the data team can: Lena Example." in shown.words()
    sent = browser.send("POST", at(team, act), b"_key=k&etag=%221%22&name=Mine&how=same")
    assert sent.status == 403
    assert process(team)["name"] == "Unit 4"


def test_a_missing_process_is_not_found(team: TeamAtWork) -> None:
    browser = Browser().sign_in_as("lena")
    assert browser.open(at(team, "burn")).status == 404
    assert browser.send("POST", at(team, "burn"), b"_key=k").status == 404
    for act in ACTS:
        assert browser.open(f"/console/processes/nothing/acts/{act}").status == 404
        path = f"/console/processes/nothing/acts/{act}"
        assert browser.send("POST", path, b"_key=k&etag=%221%22&test=pre").status in (404, 422)
    assert browser.open("/console/printouts/nothing").status == 404


# -- rename ----------------------------------------------------------------------------------------


def test_the_name_is_edited_where_it_stands(team: TeamAtWork) -> None:
    browser = Browser().sign_in_as("lena")
    shown = browser.open(f"{at(team)}?tab=reflect")
    after = browser.press(shown, "Rename", fill={"name": HOSTILE})
    again = browser.press(shown, "Rename", fill={"name": HOSTILE})
    assert (after.status, after.heading, again.heading) == (200, HOSTILE, HOSTILE)
    assert query_of(after.address) == {"tab": "reflect", "done": "process_renamed"}
    assert not after.page.select("main script")
    assert process(team)["name"] == HOSTILE
    assert process(team)["version"] == 2


def test_rename_in_a_list_opens_the_field(team: TeamAtWork) -> None:
    browser, shown = open_act(team, "rename")
    assert shown.one("details.rename").has_attr("open")
    assert shown.one("#name")["value"] == "Unit 4"
    assert not shown.page.select("#errors")
    assert browser.press(shown, "Rename", fill={"name": "Unit 4, again"}).heading == "Unit 4, again"


def test_an_impossible_name_is_refused_at_the_field_and_kept(team: TeamAtWork) -> None:
    browser = Browser().sign_in_as("lena")
    shown = browser.open(f"{at(team)}?tab=pre-test")
    for name in ("  ", "x" * 121):
        wrong = browser.press(shown, "Rename", fill={"name": name})
        assert wrong.status == 422
        assert wrong.one("details.rename").has_attr("open")
        assert wrong.one("#name")["value"] == name
        assert wrong.one("#name")["aria-describedby"] == "name-error"
        assert wrong.page.select("#errors a[href='#name']")
        assert wrong.words(".tabs [aria-current]") == "Pre-Test"
        assert wrong.heading == "Unit 4"


def test_a_stale_name_is_kept_beside_the_saved_one(team: TeamAtWork) -> None:
    browser = Browser().sign_in_as("lena")
    shown = browser.open(f"{at(team)}?tab=strategies")
    browser.press(browser.open(at(team)), "Rename", fill={"name": "Theirs"})
    late = browser.press(shown, "Rename", fill={"name": "Mine"})
    assert (late.status, late.heading) == (412, "Theirs")
    assert late.one("#name")["value"] == "Mine"
    assert late.words(".tabs [aria-current]") == "Strategies"
    assert process(team)["name"] == "Theirs"
    assert browser.press(late, "Rename").heading == "Mine"


# -- attach ----------------------------------------------------------------------------------------


def test_the_pre_test_is_found_and_attached(team: TeamAtWork) -> None:
    other = team.a_test("Decimals, before")
    draft = {"title": "Draft", "standards_set_id": "", "visibility": "private"}
    team.lena.post("/v1/assessments", {**draft, "standards_set_id": "jf.math.3", "level_count": 3})
    team.process = team.begin("Unit 5", pre_test="")
    browser, shown = open_act(team, "attach-pre-test")
    titles = [row[0] for row in shown.rows()]
    assert {"Decimals, before", "Fractions, before"} <= set(titles)
    found = browser.press(shown, "Search", fill={"text": "decimals"})
    assert [row[0] for row in found.rows()] == ["Decimals, before"]
    assert found.one("#text")["value"] == "decimals"
    after = browser.press(found, "Attach Decimals, before")
    browser.press(found, "Attach Decimals, before")
    assert "The Pre-Test is attached." in after.words(".note.good")
    assert after.words(".tabs [aria-current]") == "Pre-Test"
    assert process(team)["pre_test"]["assessment_id"] == other
    assert process(team)["version"] == 2


def test_colleagues_assessments_are_found_by_whose_they_are(team: TeamAtWork) -> None:
    team.a_test("Mia's", creator=team.mia, visibility="school")
    browser, shown = open_act(team, "attach-post-test")
    assert [row[0] for row in shown.rows()] == ["Fractions, before"]
    ours = browser.press(shown, "Search", fill={"whose": "team"})
    assert sorted(row[0] for row in ours.rows()) == ["Fractions, before", "Mia's"]
    found = browser.press(shown, "Search", fill={"whose": "school"})
    assert [row[0] for row in found.rows()] == ["Mia's"]
    nothing = browser.press(shown, "Search", fill={"whose": "district"})
    assert "No assessment is found." in nothing.words()
    every = browser.open(nothing.link("Show all that I can see"))
    assert len(every.rows()) == 2
    assert browser.open(f"{at(team, 'attach-post-test')}?whose=x&text={'y' * 500}").status == 200


def test_the_pre_test_is_exchanged_until_a_class_has_it(team: TeamAtWork) -> None:
    team.a_test("Decimals, before")
    browser, shown = open_act(team, "attach-pre-test")
    assert shown.heading == "Exchange Pre-Test"
    assert "Attached now: Fractions, before." in shown.words()
    expect_ok(team.mia.post(f"{team.path}/activations", {"test": "pre", "class_id": "c2"}))
    late = browser.press(shown, "Attach Decimals, before")
    assert late.status in (409, 412)
    assert late.page.select("#errors")
    assert process(team)["pre_test"]["title"] == "Fractions, before"


def test_the_same_test_is_given_once_more(team: TeamAtWork) -> None:
    browser, shown = open_act(team, "attach-post-test")
    after = browser.press(shown, "Attach the Pre-Test once more")
    again = browser.press(shown, "Attach the Pre-Test once more")
    assert "The Post-Test is attached." in after.words(".note.good")
    assert after.words(".tabs [aria-current]") == again.words(".tabs [aria-current]") == "Post-Test"
    post = process(team)["post_test"]
    assert (post["title"], post["origin"]) == ("Fractions, before (post-test)", "same")


def test_a_copy_gets_a_title_that_says_post_test(team: TeamAtWork) -> None:
    browser, shown = open_act(team, "attach-post-test")
    assert shown.one("#title")["value"] == "Fractions, before Post-Test"
    after = browser.press(shown, "Copy the Pre-Test and attach it")
    browser.press(shown, "Copy the Pre-Test and attach it")
    post = process(team)["post_test"]
    assert (post["title"], post["origin"]) == ("Fractions, before Post-Test", "copy")
    assert post["assessment_id"] != team.pre_test
    assert after.link("Fractions, before Post-Test").endswith(post["assessment_id"])
    titles = [each["title"] for each in expect_ok(team.lena.get("/v1/assessments")).body["items"]]
    assert titles.count("Fractions, before Post-Test") == 1


@pytest.mark.parametrize(
    ("title", "copied"),
    [
        ("Unit 4 Pre-Test", "Unit 4 Post-Test"),
        ("Fractions pretest, grade 3", "Fractions Post-Test, grade 3"),
        ("x" * 200, "x" * 190 + " Post-Test"),
    ],
)
def test_the_title_of_a_copy_fits_the_pre_test(team: TeamAtWork, title: str, copied: str) -> None:
    team.process = team.begin("Unit 5", team.a_test(title))
    browser, shown = open_act(team, "attach-post-test")
    assert shown.one("#title")["value"] == copied
    browser.press(shown, "Copy the Pre-Test and attach it")
    assert process(team)["post_test"]["title"] == copied


def test_an_impossible_title_is_refused_at_the_field_and_kept(team: TeamAtWork) -> None:
    browser, shown = open_act(team, "attach-post-test")
    wrong = browser.press(shown, "Copy the Pre-Test and attach it", fill={"title": " "})
    assert wrong.status == 422
    assert wrong.one("#title")["aria-invalid"] == "true"
    assert wrong.one("#title")["value"] == " "
    assert wrong.page.select("#errors a[href='#title']")
    assert process(team)["post_test"] is None


def test_a_stale_page_attaches_nothing_and_keeps_the_title(team: TeamAtWork) -> None:
    browser, shown = open_act(team, "attach-post-test")
    browser.press(browser.open(at(team)), "Rename", fill={"name": "Theirs"})
    late = browser.press(shown, "Copy the Pre-Test and attach it", fill={"title": "Mine"})
    assert (late.status, late.one("#title")["value"]) == (412, "Mine")
    assert process(team)["post_test"] is None
    browser.press(late, "Copy the Pre-Test and attach it")
    assert process(team)["post_test"]["title"] == "Mine"


def test_another_assessment_becomes_the_post_test(team: TeamAtWork) -> None:
    other = team.a_test("After")
    browser, shown = open_act(team, "attach-post-test")
    browser.press(shown, "Attach After")
    assert process(team)["post_test"]["assessment_id"] == other


def test_one_that_cannot_be_attached_says_why(team: TeamAtWork) -> None:
    browser = Browser().sign_in_as("lena")
    for given in ("nothing", ""):
        body = f"_key=k{given}&etag=%22{process(team)['version']}%22&assessment_id={given}"
        wrong = browser.send("POST", at(team, "attach-post-test"), body.encode())
        assert wrong.status in (404, 422)
        assert wrong.page.select("#errors")
    assert process(team)["post_test"] is None


def test_the_test_of_the_earlier_process_is_offered(finished: FinishedTeam) -> None:
    finished.lock_and_settle()
    body = {"name": "Next year", "started_from_id": finished.process}
    made = expect_ok(finished.lena.post(f"/v1/teams/{finished.team}/processes", body))
    finished.process = made.body["id"]
    browser, shown = open_act(finished, "attach-pre-test")
    assert "From the Mastery Process that this one was started from" in shown.words("h2")
    (card,) = (each for each in shown.page.select("form.card") if each.select(".own"))
    assert "Fractions, before" in card.get_text()
    suggested = process(finished)["suggested_tests"][0]["assessment_id"]
    path = at(finished, "attach-pre-test")
    sent = f"_key=k&etag=%221%22&assessment_id={suggested}".encode()
    assert browser.send("POST", path, sent).status == 200
    assert process(finished)["pre_test"]["assessment_id"] == suggested


# -- remind ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["lena", "dana", "sam"])
def test_reminders_say_who_gets_one_and_what_became_of_each(
    finished: FinishedTeam, name: str
) -> None:
    browser, page = open_act(finished, "remind?test=pre", name)
    assert page.heading == "Remind teachers who have not started"
    assert "1 person has not activated the Pre-Test." in page.words("form")
    sent = browser.press(page, "Send reminders")
    browser.press(page, "Send reminders")
    assert "at most one a day" in sent.words(".note.good")
    assert query_of(sent.address)["test"] == "pre"
    finished.machinery.work()
    rows = browser.open(at(finished, "remind?test=pre")).rows()
    assert [(row[0], row[2]) for row in rows] == [("Noah Example", "Not activated for any class")]
    assert rows[0][1].startswith("Sent")
    assert browser.open(at(finished, "remind?test=post")).rows() == []


def test_where_everybody_has_started_no_reminder_is_offered(finished: FinishedTeam) -> None:
    finished.test("pre", {"c3": ("absent",) * 5})
    _, page = open_act(finished, "remind?test=pre")
    assert "Nobody is waiting for a reminder." in page.words("form")
    assert not page.page.select("main form button")


def test_the_test_that_the_team_is_at_is_meant(team: TeamAtWork, world: World) -> None:
    browser, page = open_act(team, "remind")
    assert page.one("main input[name=test]")["value"] == "pre"
    assert not page.page.select("main nav.tabs")
    expect_ok(
        team.lena.put(f"{team.path}/post-test", {"same": True}, etag=team.read_process().etag)
    )
    page = browser.open(at(team, "remind"))
    assert page.one("main input[name=test]")["value"] == "post"
    assert "3 people have not activated the Post-Test." in page.words("form")
    assert browser.open(page.link("Pre-Test")).one("main input[name=test]")["value"] == "pre"


# -- discard ---------------------------------------------------------------------------------------


def test_a_process_is_discarded_once(team: TeamAtWork) -> None:
    browser, page = open_act(team, "discard")
    assert "A discarded Mastery Process cannot be brought back." in page.words("form")
    body = "&".join(
        f"{each['name']}={each['value']}" for each in page.page.select("form input[name]")
    )
    body = body.replace('"', "%22")
    for _ in range(2):
        led = browser.send("POST", at(team, "discard"), body.encode(), follow=False)
        assert led.status == 303
        assert urlsplit(led.address).path == f"/console/teams/{team.team}"
        assert query_of(led.address) == {"tab": "processes", "done": "process_discarded"}
    assert team.lena.get(team.path).status == 404


def test_a_process_with_a_class_is_not_discarded(team: TeamAtWork) -> None:
    browser, page = open_act(team, "discard")
    expect_ok(team.mia.post(f"{team.path}/activations", {"test": "pre", "class_id": "c2"}))
    late = browser.press(page, "Discard")
    assert late.status in (409, 412)
    assert late.page.select("#errors")
    assert process(team)["state"] == "pre_test"


# -- print -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["lena", "noah", "dana"])
def test_the_template_is_printed_in_the_background(team: TeamAtWork, name: str) -> None:
    browser, page = open_act(team, "print", name)
    waiting = browser.press(page, "Print")
    again = browser.press(page, "Print")
    assert waiting.address.split("?")[0] == again.address.split("?")[0]
    assert waiting.one("#printout")["hx-trigger"] == "every 2s"
    assert "Being made" in waiting.words("#printout")
    assert waiting.link("Refresh")
    Machinery(team.world).work()
    ready = browser.open(waiting.address)
    assert not ready.one("#printout").has_attr("hx-get")
    assert urlsplit(ready.link("Open the PDF")).path.endswith(".pdf")
    assert "The link works for 5 minutes." in ready.words()
    assert ready.link("Back to the Mastery Process").endswith(team.process)
    assert Browser().sign_in_as("mia").open(waiting.address).status == 404


# -- finish ----------------------------------------------------------------------------------------


def test_finish_says_what_is_missing(finished: FinishedTeam) -> None:
    _, page = open_act(finished, "finish")
    text = page.words("section[aria-labelledby=missing]")
    assert "Pre-Test: all 2 classes are entered." in text
    assert "Smart Goals: 2 of 2 classes are decided by their teacher." in text
    assert "Strategies is empty." in text
    assert "Reflect: texts lie beside the page." in text
    assert page.link("Look at them").endswith("tab=reflect")
    assert not page.page.select("#confirm")
    assert "Everything is frozen for good" in page.words("form")
    assert "goes to the district's administrators and to those of North Elementary." in (
        page.words("form.card")
    )


def test_finish_names_what_is_not_entered(team: TeamAtWork) -> None:
    made = expect_ok(
        team.mia.post(f"{team.path}/activations", {"test": "pre", "class_id": "c2"})
    ).body
    sheet = made["links"]["sheet"]
    items = expect_ok(team.mia.get(sheet)).body["items"]
    scores = [
        {"item_id": item["id"], "response": each} for item, each in zip(items, RIGHT, strict=True)
    ]
    body = {"students": [{"student_id": "c2s0", "scores": scores}]}
    expect_ok(team.mia.patch(sheet, body, etag=expect_ok(team.mia.get(sheet)).etag))
    _, page = open_act(team, "finish")
    text = page.words("section[aria-labelledby=missing]")
    assert "Pre-Test, students: 3 not entered. They do not count." in text
    assert "Math 3 (c2) , Mia Example : 3 not entered" in text
    assert (
        "2 of 3 members of the data team have not activated the Pre-Test: "
        "Lena Example , Noah Example . Remind" in text
    )
    assert "There is no Post-Test, so growth cannot be shown." in text
    assert "Smart Goals: 0 of 1 class is decided by its teacher." in text
    assert "Reflect is empty." in text
    assert "Zimmer" not in page.text


def test_without_a_post_test_it_must_be_confirmed(team: TeamAtWork) -> None:
    browser, page = open_act(team, "finish")
    wrong = browser.press(page, "Finish and Lock")
    assert wrong.status == 422
    assert wrong.page.select("#errors a[href='#confirm']")
    assert "Tick the box to finish without a Post-Test" in wrong.words("fieldset .error")
    assert "without_post_test" not in wrong.words()
    assert process(team)["state"] == "pre_test"
    after = browser.press(wrong, "Finish and Lock", fill={"without_post_test": "yes"})
    assert after.heading == "Finish and Lock"
    assert process(team)["state"] == "locking"


def test_finish_and_lock_goes_on_to_report_and_library(finished: FinishedTeam) -> None:
    browser, page = open_act(finished, "finish")
    running = browser.press(page, "Finish and Lock")
    again = browser.press(page, "Finish and Lock")
    assert running.address == again.address
    assert running.one("#progress")["hx-trigger"] == "every 2s"
    assert running.page.select("progress[value='0']")
    assert "0 of 2 classes are closed." in running.words("#progress")
    finished.machinery.work()
    over = browser.open(running.address)
    assert not over.one("#progress").has_attr("hx-get")
    assert "Finished and locked" in over.words("#progress")
    assert over.link("Open in the library").endswith(f"/library/{finished.process}")
    report = browser.open(over.link("Open the report"))
    assert (report.status, report.heading) == (200, "Unit 4")
    for name in ("mia", "dana"):
        assert Browser().sign_in_as(name).open(running.address).status == 200
    for act in ("attach-post-test", "activate", "discard", "remind"):
        assert "You cannot do this" in browser.open(at(finished, act)).words()


def test_finish_in_a_second_tab_leads_to_the_progress(finished: FinishedTeam) -> None:
    browser, first = open_act(finished, "finish")
    second = browser.open(at(finished, "finish"))
    browser.press(first, "Finish and Lock")
    late = browser.press(second, "Finish and Lock")
    assert late.status == 200
    assert late.one("#progress")["hx-trigger"] == "every 2s"
    assert "could not be saved" not in late.words()


def test_a_stale_page_locks_nothing(finished: FinishedTeam) -> None:
    browser, page = open_act(finished, "finish")
    browser.press(browser.open(at(finished)), "Rename", fill={"name": "Theirs"})
    late = browser.press(page, "Finish and Lock")
    assert late.status == 412
    assert process(finished)["state"] == "post_test"
    browser.press(late, "Finish and Lock")
    assert process(finished)["state"] == "locking"


def test_a_text_saved_after_the_page_was_opened_stops_the_lock(finished: FinishedTeam) -> None:
    browser, page = open_act(finished, "finish")
    path = f"{finished.path}/pages/reflect"
    expect_ok(
        finished.mia.patch(
            path, {"next_time": "Sooner"}, etag=expect_ok(finished.mia.get(path)).etag
        )
    )
    late = browser.press(page, "Finish and Lock")
    assert late.status == 409
    assert "Reflect was changed after you opened this page." in late.words(".checks")
    assert late.link("Read Reflect").endswith("?tab=reflect")
    assert process(finished)["state"] == "post_test"
    browser.press(late, "Finish and Lock")
    assert process(finished)["state"] == "locking"


def test_a_locked_process_is_only_looked_at(finished: FinishedTeam) -> None:
    browser = Browser().sign_in_as("lena")
    before = browser.open(f"{at(finished)}?tab=pre-test")
    finished.lock_and_settle()
    for tab in ("pre-test", "post-test"):
        shown = browser.open(f"{at(finished)}?tab={tab}")
        assert shown.status == 200
        assert not shown.page.select("main form")
        assert not shown.page.find_all("a", string="Remind")
    late = browser.press(before, "Rename", fill={"name": "Late"})
    assert late.status in (409, 412)
    assert late.page.select("#errors")
