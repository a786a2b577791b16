"""*Settings* > Distribute: select trackers, delivery options, what it would do, and once."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from bs4 import Tag

from chalicelib.acts import Role
from chalicelib.console.distributing import distribute, show_distribute
from chalicelib.console.forms import Form
from chalicelib.console.screens import Visit
from chalicelib.console.sessions import SignedInPerson
from chalicelib.ids import new_id
from chalicelib.storage.conditions import Write
from chalicelib.trackers.model import Tracker
from chalicelib.trackers.repository import creation
from chalicelib.web.inner_api import InnerApi
from tests.support import builders
from tests.support.browser import Browser, ShownPage, admin_of, teacher_of
from tests.support.machinery import Machinery
from tests.support.world import DISTRICT, World
from tests.support.world import WorldPerson as Signed

SHOW = "Show its trackers"


def a_matching_tracker(school: str, name: str, **changed: Any) -> Tracker:
    """Make a tracker that matches, unless changed."""
    known: dict[str, Any] = {
        "id": new_id(),
        "title": f"Mathematics grade 3, period {name}",
        "school": school,
        "class_id": f"c-{school}-{name}",
        "class_title": f"Mathematics 3, section {name}",
        "set_id": builders.SET,
        "mask": builders.mask_of(),
        "levels": 3,
        "owner": f"t-{school}-{name}",
        "owner_name": f"Teacher Number {name} of {school}",
        "created": "2026-09-01T12:00:00.000Z",
    }
    return Tracker(**known | changed)


@dataclass
class Distributing:
    """An admin with a district assessment, and trackers at two schools."""

    world: World
    browser: Browser
    dana: Signed
    assessment: str
    trackers: dict[str, str]

    @property
    def path(self) -> str:
        return f"/console/assessments/{self.assessment}/distribute"

    def open(self, query: str = "") -> ShownPage:
        return self.browser.open(f"{self.path}{query}")

    def press(self, shown: ShownPage, button: str, /, **fill: Any) -> ShownPage:
        return self.browser.press(shown, button, fill=fill)

    def expand(self, shown: ShownPage, name: str, /, **fill: Any) -> ShownPage:
        """Press the button in a school, as without a script."""
        (button,) = shown.page.select(f'button[name="open"][value="{name}"]')
        button.string = f"Show {name}"
        return self.press(shown, f"Show {name}", **fill)

    def save(self, shown: ShownPage | None = None, /, **fill: Any) -> ShownPage:
        return self.press(shown or self.open(), "Save", **fill)

    def list_calls(self, query: dict[str, str], form: Form | None = None) -> list[str]:
        """Return what a page asks the API, the assessment's address left out."""
        known, services = self.dana.caller, self.world.services
        assert known is not None
        caller = replace(known, zone="America/Chicago")
        api = InnerApi(services, caller, "request", "https://console.example.org")
        person = SignedInPerson(caller, api.read("/v1/me"))
        api.asked.clear()
        visit = Visit(services, {}, query, form or Form(), "", "", person, api)
        view = distribute if form else show_distribute
        view(visit, self.assessment)
        return [each.removeprefix("GET /v1/assessments/{assessment_id}") for each in api.asked]

    def list_distributions(self) -> list[dict[str, Any]]:
        """Every distribution of the district, whole."""
        items = self.dana.get("/v1/distributions").body["items"]
        return [self.dana.get(f"/v1/distributions/{each['id']}").body for each in items]


def list_ticked(shown: ShownPage, name: str = "tracker") -> set[str]:
    """Return the boxes of a name that are ticked."""
    return {str(box["value"]) for box in shown.page.select(f'input[name="{name}"][checked]')}


def errors(shown: ShownPage) -> str:
    return shown.words("#errors")


def facts(shown: ShownPage) -> dict[str, str]:
    """Return the list of facts of the preview."""
    names = [each.get_text(" ", strip=True) for each in shown.page.select("dl dt")]
    texts = [" ".join(each.get_text(" ").split()) for each in shown.page.select("dl dd")]
    return dict(zip(names, texts, strict=True))


def build(world: World) -> dict[str, str]:
    builders.a_set(world)
    for school in ("north", "south"):
        builders.a_school(world, school)
    for teacher in ("tess", "theo"):
        builders.a_person(world, teacher)
    made = {
        "first": builders.a_tracker(world, "tess", title="Math, period 1"),
        "second": builders.a_tracker(world, "tess", title="Math, period 2"),
        "third": builders.a_tracker(world, "theo", title="Math, period 3"),
        "south": builders.a_tracker(world, "theo", school="south", title="Math, south"),
        "lacking": builders.a_tracker(world, "tess", missing="3.NB.2", title="Math, lacking"),
        "other": builders.a_tracker(world, "tess", set_id="other", title="Another set"),
        "one more": builders.a_tracker(world, "tess", set_id="other", title="One more"),
    }
    return {name: each.id for name, each in made.items()}


@pytest.fixture
def distributing(world: World) -> Distributing:
    trackers = build(world)
    browser = admin_of(world)
    assessment = builders.an_assessment(world).id
    return Distributing(world, browser, world.admin("dana"), assessment, trackers)


# -- Select Trackers ------------------------------------------------------------------------------


def test_schools_are_listed_with_their_counts_before_any_is_expanded(
    distributing: Distributing,
) -> None:
    shown = distributing.open()
    assert (shown.status, shown.heading) == (200, "Distribute")
    rows = [" ".join(each.get_text(" ").split()) for each in shown.page.select(".schools summary")]
    assert rows == ["North Elementary 3 of 6 match", "South Elementary 1 of 1 match"]
    assert "The whole district (4 of 7 trackers match)" in shown.words()
    assert not shown.page.select('input[name="tracker"]')


@pytest.mark.parametrize("way", ["address", "button", "script"])
def test_an_expanded_school_shows_its_matching_trackers_and_folds_the_rest_by_reason(
    distributing: Distributing, way: str
) -> None:
    if way == "address":
        shown = distributing.open("?school=north")
    elif way == "button":
        shown = distributing.expand(distributing.open(), "north")
    else:
        shown = distributing.browser.send(
            "POST", f"{distributing.path}?part=trackers&open=north&row=1", b"find="
        )
        assert not shown.page.select("html")
    rows = [" ".join(each.get_text(" ").split()) for each in shown.page.select(".trackers li")]
    assert rows == [
        "Math, period 1 Math 3 Tess Example",
        "Math, period 2 Math 3 Tess Example",
        "Math, period 3 Math 3 Theo Example",
    ]
    folds = [" ".join(each.get_text(" ").split()) for each in shown.page.select(".fold summary")]
    assert folds == [
        "1 does not match: without every standard of the assessment",
        "2 do not match: made with another standards set",
    ]
    assert "lacks 3.NB.2" in shown.words(".fold")


def test_trackers_with_the_assessment_have_the_date_and_the_source(
    distributing: Distributing,
) -> None:
    chosen = {"tracker_ids": [distributing.trackers["third"]]}
    body = {"assessment_id": distributing.assessment, "selection": chosen}
    made = distributing.dana.post("/v1/distributions", body)
    Machinery(distributing.world).run()
    shown = distributing.open("?school=north")
    assert "1 has it already" in shown.words(".fold summary")
    assert "since Sep 14, 2026, from Dana Example." in shown.words(".fold")
    assert "2 of 6 match, 1 has it" in shown.words(".schools summary")
    path = f"/v1/distributions/{made.body['id']}"
    etag = distributing.dana.get(path).etag
    distributing.dana.post(f"{path}/recall", {}, etag=etag)
    shown = distributing.open("?school=north")
    assert "from a distribution that was recalled" in shown.words(".fold")
    assert shown.link("Open it to restore it").endswith(f"/distributions/{made.body['id']}")


def test_ticks_survive_another_school_a_search_and_the_way_back(
    distributing: Distributing,
) -> None:
    first = distributing.trackers["first"]
    north = distributing.expand(distributing.open(), "north")
    assert not list_ticked(north)
    north = distributing.press(north, "Find", tracker=[first], process_name="Fall")
    assert "1 selected" in north.words(".schools")
    south = distributing.expand(north, "south")
    gone = distributing.press(south, "Find", find="south", school=["south"])
    assert ": 1 single tracker." in gone.words(".note")
    nothing = distributing.press(gone, "Find", find="zzz")
    assert "No schools match." in nothing.words()
    back = distributing.expand(distributing.press(nothing, "Find", find=""), "north")
    assert (list_ticked(back), list_ticked(back, "school")) == ({first}, {"south"})
    assert back.one("#process_name")["value"] == "Fall"
    preview = distributing.save(back)
    distributing.press(preview, "Distribute")
    (made,) = distributing.list_distributions()
    chosen = made["selection"]
    assert (chosen["school_ids"], chosen["tracker_ids"]) == (["south"], [first])
    assert chosen["whole_district"] is False


def test_select_all_takes_a_school_and_one_tracker_can_be_taken_out_again(
    distributing: Distributing,
) -> None:
    first, second, third = (distributing.trackers[n] for n in ("first", "second", "third"))
    whole = distributing.expand(distributing.open(), "north", school=["north"])
    assert list_ticked(whole) == {first, second, third}
    fewer = distributing.press(whole, "Find", tracker=[first, third])
    assert not list_ticked(fewer, "school")
    assert list_ticked(distributing.expand(fewer, "north")) == {first, third}
    by_script = distributing.press(whole, "Find", school=[], tracker=[third])
    assert list_ticked(distributing.expand(by_script, "north")) == {third}
    none = distributing.press(whole, "Find", school=[])
    assert not list_ticked(distributing.expand(none, "north"))
    again = distributing.expand(none, "north")
    all_again = distributing.press(again, "Find", school=["north"])
    assert list_ticked(all_again, "school") == {"north"}


def test_the_whole_district_is_one_box(distributing: Distributing) -> None:
    preview = distributing.save(distributing.open(), district="yes")
    assert facts(preview)["Trackers"] == "4 trackers, 2 schools"
    distributing.press(preview, "Distribute")
    assert distributing.list_distributions()[0]["selection"]["whole_district"] is True


def test_schools_page_back_and_forth_and_keep_what_is_ticked(distributing: Distributing) -> None:
    for n in range(53):
        builders.a_school(distributing.world, f"w{n:03}", f"West {n:03}")
    shown = distributing.open()
    assert len(shown.page.select(".schools > li")) == 50
    later = distributing.press(shown, "Next schools", school=["north"])
    assert len(later.page.select(".schools > li")) == 5
    assert ": 1 whole school." in later.words(".note")
    back = distributing.press(later, "Previous schools")
    assert list_ticked(back, "school") == {"north"}
    assert len(back.page.select(".schools > li")) == 50
    again = distributing.press(later, "Find", find="north")
    assert (again.status, list_ticked(again, "school")) == (200, {"north"})


def test_only_schools_with_matching_trackers_can_be_listed(distributing: Distributing) -> None:
    builders.a_school(distributing.world, "west")
    shown = distributing.press(distributing.open(), "Find", matching="yes")
    assert "West" not in shown.words(".schools")
    assert len(shown.page.select(".schools > li")) == 2


def test_a_page_of_schools_that_is_not_known_any_more_begins_again(
    distributing: Distributing,
) -> None:
    sent = distributing.browser.send(
        "POST", distributing.path, b"do=find&found=0&at=of-an-earlier-release&school=north"
    )
    assert (sent.status, list_ticked(sent, "school")) == (200, {"north"})
    assert sent.one('input[name="at"]')["value"] == ""


def test_a_school_of_more_than_200_trackers_is_paged_and_select_all_means_all(
    distributing: Distributing,
) -> None:
    builders.a_school(distributing.world, "large")
    writes: list[Write] = []
    for n in range(205):
        writes += creation(DISTRICT, a_matching_tracker("large", f"{n:03}"))
    for at in range(0, len(writes), 75):
        distributing.world.services.table.commit(writes[at : at + 75])
    opened = distributing.expand(distributing.open(), "large")
    boxes = [str(box["value"]) for box in opened.page.select('input[name="tracker"]')]
    assert len(boxes) == 200
    following = distributing.press(opened, "Next trackers of this school", tracker=boxes[:2])
    rest = [str(box["value"]) for box in following.page.select('input[name="tracker"]')]
    assert (len(rest), list_ticked(following)) == (5, set())
    three = distributing.save(following, tracker=rest[:1])
    assert facts(three)["Trackers"] == "3 trackers, 1 school"
    whole = distributing.expand(distributing.press(three, "Change"), "large", school=["large"])
    assert list_ticked(whole) == set(boxes)
    fewer = distributing.save(whole, tracker=boxes[1:])
    assert facts(fewer)["Trackers"] == "204 trackers, 1 school"


# -- Delivery Options -----------------------------------------------------------------------------


def test_delivery_options_have_the_documents_words_and_the_districts_default(
    distributing: Distributing,
) -> None:
    shown = distributing.open()
    labels = {label.get_text(strip=True) for label in shown.page.find_all("label")}
    assert {
        "Distribute",
        "Schedule Distribution",
        "Start Date",
        "Start Time",
        "Send Notification Email to Teachers Upon Delivery",
        "Select All",
    } <= labels
    assert "Times are in the district time zone (America/Chicago)." in shown.words("#zone")
    assert list_ticked(shown, "option") == {"now"}
    assert list_ticked(shown, "notify") == {"yes"}
    quarters = [str(each["value"]) for each in shown.page.select("#quarters option")]
    assert (len(quarters), quarters[:2], quarters[-1]) == (96, ["06:00", "06:15"], "05:45")
    etag = distributing.dana.get("/v1/district").etag
    distributing.dana.patch("/v1/district", {"notify_teachers": False}, etag=etag)
    assert not list_ticked(distributing.open(), "notify")


def test_a_future_date_chooses_the_schedule_and_the_preview_has_the_instant(
    distributing: Distributing,
) -> None:
    preview = distributing.save(
        district="yes",
        start_date="2026-09-21",
        start_time="08:30",
        give_until="2026-10-16",
        automatic="2026-12-18",
    )
    assert preview.heading == "Check and distribute"
    assert facts(preview) == {
        "Assessment": "Fractions check",
        "Start": "Monday, September 21, 2026 at 8:30 AM CDT (America/Chicago) (UTC-05:00) "
        "The start is in the future, so this is a scheduled distribution.",
        "Trackers": "4 trackers, 2 schools",
        "Email to teachers": "To 2 people, unless they declined such emails.",
        "Give It Until": "Friday, October 16, 2026",
        "Deliver to New Trackers Until": "Friday, December 18, 2026",
    }
    assert not distributing.list_distributions()
    led = distributing.press(preview, "Schedule")
    (made,) = distributing.list_distributions()
    assert urlsplit(led.address).path == f"/console/distributions/{made['id']}"
    assert led.address.endswith("done=scheduled")
    assert (made["state"], made["start"]["local"]) == ("scheduled", "2026-09-21T08:30")
    assert (made["give_until_date"], made["automatic"]["end_date"]) == ("2026-10-16", "2026-12-18")
    assert made["notify"] is True


def test_beside_save_the_page_says_how_much_is_selected(distributing: Distributing) -> None:
    shown = distributing.open()
    assert shown.words("#chosen") == "No trackers are selected"
    third = distributing.trackers["third"]
    opened = distributing.expand(shown, "north", school="south")
    ticked_one = distributing.press(opened, "Find", tracker=[third])
    assert ticked_one.words("#chosen") == "Selected: 1 whole school, 1 tracker"
    other = distributing.press(ticked_one, "Find", find="south")
    assert other.words("#chosen") == "Selected: 1 whole school, 1 tracker"
    whole = distributing.press(other, "Find", district="yes")
    assert whole.words("#chosen") == "The whole district is selected"


def test_a_date_without_a_time_says_which_time_it_is(distributing: Distributing) -> None:
    preview = distributing.save(district="yes", option="schedule", start_date="2026-09-21")
    assert "7:00 AM CDT" in facts(preview)["Start"]
    assert "You chose no start time" in facts(preview)["Start"]


@pytest.mark.parametrize(("which", "time"), [(0, "1:59 AM CST"), (1, "3:00 AM CDT")])
def test_a_time_that_the_clocks_skip_offers_both_ways_out(
    distributing: Distributing, which: int, time: str
) -> None:
    shown = distributing.save(district="yes", start_date="2027-03-14", start_time="02:30")
    assert shown.status == 422
    assert "does not exist" in shown.words("#start_time-error")
    assert shown.one("#start_time")["value"] == "02:30"
    ways = [" ".join(each.get_text().split()) for each in shown.page.select(".ways button")]
    assert ways == ["Use Sunday, March 14, 1:59 AM", "Use Sunday, March 14, 3:00 AM"]
    preview = distributing.press(shown, ways[which])
    assert time in facts(preview)["Start"]


def test_a_time_that_occurs_twice_asks_which_one(distributing: Distributing) -> None:
    preview = distributing.save(district="yes", start_date="2026-11-01", start_time="01:30")
    assert "occurs twice" in preview.words(".note")
    assert "1:30 AM CDT" in facts(preview)["Start"]
    later = distributing.press(preview, "Use the second one")
    assert "1:30 AM CST (America/Chicago) (UTC-06:00)" in facts(later)["Start"]
    distributing.press(later, "Schedule")
    assert distributing.list_distributions()[0]["start"]["utc"] == "2026-11-01T07:30:00Z"
    earlier = distributing.press(later, "Use the first one")
    assert "1:30 AM CDT" in facts(earlier)["Start"]


def test_a_process_is_opened_in_the_teams_that_are_chosen(distributing: Distributing) -> None:
    teams = [
        distributing.dana.post("/v1/teams", {"name": name, "leader_ids": ["tess"]}).body["id"]
        for name in ("Grade 3 Math", "Grade 4 Math")
    ]
    shown = distributing.press(distributing.open(), "Show the data teams")
    assert "Grade 4 Math" in shown.words("#teams")
    fill = {"district": "yes", "opens": "yes", "teams": "some", "team": [teams[1]]}
    found = distributing.press(shown, "Find teams", find_team="grade 3", **fill)
    assert "Also selected, not listed here: 1." in found.words("#teams")
    wrong = distributing.save(found)
    assert wrong.status == 422
    assert wrong.words("#process_name-error")
    assert list_ticked(wrong, "teams") == {"some"}
    preview = distributing.save(wrong, process_name="Fractions, fall")
    assert facts(preview)["Mastery Process"] == "Fractions, fall (in 1 data team)"
    distributing.press(preview, "Distribute")
    opens = distributing.list_distributions()[0]["opens_process"]
    assert (opens["name"], opens["team_ids"]) == ("Fractions, fall", [teams[1]])


# -- Save -----------------------------------------------------------------------------------------


def test_the_preview_says_who_gets_it_who_has_it_and_who_is_left_out_and_writes_nothing(
    distributing: Distributing,
) -> None:
    chosen = {"tracker_ids": [distributing.trackers["third"]]}
    body = {"assessment_id": distributing.assessment, "selection": chosen}
    distributing.dana.post("/v1/distributions", body)
    Machinery(distributing.world).run()
    before = distributing.world.items()
    preview = distributing.save(school=["north"])
    assert distributing.world.items() == before
    assert preview.rows() == [["North Elementary", "2", "1"]]
    left_out = [each.get_text() for each in preview.page.select(".after > ul li")]
    assert left_out == [
        "1 tracker: the assessment is already there",
        "1 tracker: without every standard of the assessment",
        "2 trackers: made with another standards set",
    ]
    assert "Math, period 3" in preview.words(".after")
    assert "Tess Example (2 trackers)" in preview.words(".after")
    back = distributing.press(preview, "Change")
    assert (back.heading, list_ticked(back, "school")) == ("Distribute", {"north"})


def test_a_form_that_is_sent_twice_distributes_once(distributing: Distributing) -> None:
    preview = distributing.save(school=["north"])
    led = [distributing.press(preview, "Distribute").address for _ in range(2)]
    assert led[0] == led[1]
    assert led[0].endswith("done=distributed")
    assert len(distributing.list_distributions()) == 1


# -- refusals -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fill", "field", "words"),
    [
        ({}, "selection", "No matching tracker is selected."),
        ({"district": "yes", "option": "schedule"}, "start_date", "needs a start date"),
        ({"district": "yes", "start_time": "08:00"}, "start_date", "has no start date"),
        ({"district": "yes", "start_date": "2026-09-01"}, "start_date", "has already passed"),
        ({"district": "yes", "start_date": "2036-09-01"}, "start_date", "more than two years"),
        ({"district": "yes", "start_date": "next week"}, "start_date", "date"),
        (
            {"district": "yes", "start_date": "2026-09-21", "start_time": "25:00"},
            "start_time",
            "time",
        ),
        (
            {"district": "yes", "start_date": "2026-09-21", "start_time": "08:00Z"},
            "start_time",
            "offset",
        ),
        (
            {"district": "yes", "start_date": "2026-09-21", "start_time": "08:00:30"},
            "start_time",
            "seconds",
        ),
        ({"district": "yes", "give_until": "2026-09-01"}, "give_until", "is over"),
        ({"district": "yes", "give_until": "2036-09-01"}, "give_until", "days ahead"),
        (
            {"district": "yes", "start_date": "2026-09-21", "give_until": "2026-09-18"},
            "give_until",
            "cannot be given before",
        ),
        ({"district": "yes", "automatic": "2026-09-01"}, "automatic", "is over"),
        ({"district": "yes", "automatic": "2036-09-01"}, "automatic", "days ahead"),
        (
            {"district": "yes", "start_date": "2026-09-21", "automatic": "2026-09-18"},
            "automatic",
            "Delivery begins",
        ),
        ({"district": "yes", "opens": "yes"}, "process_name", "This cannot be blank."),
        (
            {"district": "yes", "opens": "yes", "process_name": "F" * 121},
            "process_name",
            "at most 120 characters",
        ),
        (
            {"district": "yes", "opens": "yes", "process_name": "Fall", "teams": "some"},
            "teams",
            "Select at least one.",
        ),
    ],
    ids=str,
)
def test_each_refusal_is_at_its_field_and_typed_text_is_kept(
    distributing: Distributing, fill: dict[str, str], field: str, words: str
) -> None:
    shown = distributing.save(**fill)
    assert shown.status == 422
    assert shown.page.select(f"#{field}-error"), errors(shown)
    text = shown.words(f"#{field}-error")
    assert text
    assert words in text
    assert text.removeprefix("! ") in errors(shown)
    for name in ("start_date", "start_time", "give_until", "automatic", "process_name"):
        assert shown.one(f"#{name}")["value"] == fill.get(name, "")
    assert list_ticked(shown, "district") == ({"yes"} if "district" in fill else set())
    assert not distributing.list_distributions()


def test_data_teams_that_are_gone_are_refused_at_the_teams(distributing: Distributing) -> None:
    team = {"name": "Grade 3 Math", "leader_ids": ["tess"]}
    made = distributing.dana.post("/v1/teams", team)
    shown = distributing.press(distributing.open(), "Show the data teams")
    path = f"/v1/teams/{made.body['id']}"
    retired = distributing.dana.post(f"{path}/retirement", etag=distributing.dana.get(path).etag)
    assert retired.status < 300, retired.body
    fill = {"district": "yes", "opens": "yes", "process_name": "Fall", "teams": "some"}
    refused = distributing.save(shown, team=[made.body["id"]], **fill)
    assert (refused.status, "retired" in refused.words("#teams-error")) == (422, True)
    assert "Also selected, not listed here: 1." in refused.words("#teams")


def test_automatic_delivery_needs_schools(distributing: Distributing) -> None:
    shown = distributing.open("?school=north")
    first = distributing.trackers["first"]
    refused = distributing.save(shown, tracker=[first], automatic="2026-12-18")
    assert "only single trackers" in refused.words("#automatic-error")


def test_the_selection_says_when_everybody_has_it(distributing: Distributing) -> None:
    distributing.press(distributing.save(district="yes"), "Distribute")
    Machinery(distributing.world).run()
    refused = distributing.save(district="yes")
    assert refused.status == 422
    assert "already has this assessment" in refused.words("#selection-error")


def test_trackers_that_cannot_take_it_by_now_are_counted_by_reason_and_can_be_deselected(
    distributing: Distributing,
) -> None:
    first, second = distributing.trackers["first"], distributing.trackers["second"]
    shown = distributing.open("?school=north")
    preview = distributing.save(shown, tracker=[first, second])
    body = {"assessment_id": distributing.assessment, "selection": {"tracker_ids": [first]}}
    distributing.dana.post("/v1/distributions", body)
    Machinery(distributing.world).run()
    refused = distributing.press(preview, "Distribute")
    assert refused.status == 422
    assert "1: This tracker already has the assessment." in errors(refused)
    left = distributing.press(refused, "Deselect these trackers")
    preview = distributing.save(left)
    assert facts(preview)["Trackers"] == "1 tracker, 1 school"
    distributing.press(preview, "Distribute")
    assert distributing.list_distributions()[0]["selection"]["tracker_ids"] == [second]


@pytest.mark.parametrize(
    ("changed", "status", "words"),
    [
        ({"visibility": "school"}, 422, "Open its properties"),
        ({"visibility": "community"}, 422, "Open its properties"),
        ({"items": 0}, 409, "item"),
        ({"creator": "theo"}, 403, "You can distribute only assessments that you created."),
    ],
    ids=str,
)
def test_an_assessment_that_cannot_be_distributed_says_why_and_where_to_go(
    distributing: Distributing, changed: dict[str, Any], status: int, words: str
) -> None:
    other = builders.an_assessment(distributing.world, **changed).id
    shown = distributing.browser.open(f"/console/assessments/{other}/distribute")
    assert (shown.status, shown.heading) == (status, "Distribute")
    assert words in shown.words()
    assert shown.link("Open its settings") == f"/console/assessments/{other}?tab=settings"


def test_an_assessment_that_changes_meanwhile_keeps_what_was_typed(
    distributing: Distributing,
) -> None:
    shown = distributing.open("?school=north")
    path = f"/v1/assessments/{distributing.assessment}"
    first = distributing.trackers["first"]
    etag = distributing.dana.get(path).etag
    assert distributing.dana.patch(path, {"visibility": "private"}, etag=etag).status == 200
    closed = distributing.save(shown, tracker=[first], start_date="2026-09-21")
    assert (closed.status, closed.heading) == (422, "Distribute")
    assert "This assessment cannot be distributed now" in closed.words()
    etag = distributing.dana.get(path).etag
    distributing.dana.patch(path, {"visibility": "district"}, etag=etag)
    back = distributing.press(closed, "Try again")
    assert back.one("#start_date")["value"] == "2026-09-21"
    assert "1 selected" in back.words(".schools")


def test_a_start_that_passes_while_the_preview_is_open_comes_back_into_the_form(
    distributing: Distributing,
) -> None:
    preview = distributing.save(school=["north"], start_date="2026-09-15", start_time="09:00")
    distributing.world.clock.forward(seconds=86_400)
    refused = distributing.press(preview, "Schedule")
    assert (refused.status, refused.heading) == (422, "Distribute")
    assert "has already passed" in refused.words("#start_date-error")
    assert refused.one("#start_time")["value"] == "09:00"
    assert list_ticked(refused, "school") == {"north"}
    assert not distributing.list_distributions()


def test_100_kb_pasted_are_refused_at_the_field_or_cut(distributing: Distributing) -> None:
    long = "x" * 100_000
    shown = distributing.save(district="yes", opens="yes", process_name=long)
    assert (shown.status, bool(shown.words("#process_name-error"))) == (422, True)
    assert shown.one("#process_name")["value"] == long
    found = distributing.press(distributing.open(), "Find", find=long)
    assert (found.status, "No schools match." in found.words()) == (200, True)


def test_a_part_that_is_refused_says_so_in_its_place_and_loses_nothing(
    distributing: Distributing,
) -> None:
    path = f"/v1/assessments/{distributing.assessment}"
    etag = distributing.dana.get(path).etag
    distributing.dana.patch(path, {"visibility": "private"}, etag=etag)
    first = distributing.trackers["first"]
    sent = urlencode({"kept": f"north {first}", "school": "south", "team": "t", "find": "x"})

    def part(query: str) -> ShownPage:
        asked = f"{distributing.path}?part={query}"
        return distributing.browser.send("POST", asked, sent.encode())

    schools, trackers = part("schools"), part("trackers&open=north&row=1")
    for shown in (schools, trackers):
        assert shown.status == 200
        assert "nobody outside it" in shown.one('[role="alert"]').get_text()
        assert not shown.page.select("html")
    assert {(str(each["name"]), str(each["value"])) for each in schools.page.select("input")} == {
        ("kept", f"north {first}"),
        ("school", "south"),
    }
    assert not trackers.page.select("input")
    assert trackers.one("button")["value"] == "north"
    assert schools.one("#schools")


def test_the_preview_says_what_is_scheduled_already(distributing: Distributing) -> None:
    later = {"start_date": "2026-10-21", "start_time": "08:00", "option": "schedule"}
    first = distributing.press(distributing.save(district="yes", **later), "Schedule")
    preview = distributing.save(school=["north"])
    said, lead = preview.words(".note.wait:not(#kept)"), preview.one(".note.wait li a")
    assert str(lead["href"]) == first.address.partition("?")[0]
    assert "Wednesday, October 21, 2026 at 8:00 AM CDT (America/Chicago)" in said
    assert "Each gets it once: the later distribution skips it." in said
    repeated = distributing.browser.open(f"{first.address.partition('?')[0]}/acts/repeat")
    assert not repeated.page.select(".note.wait:not(#kept)")


def test_an_unknown_assessment_is_not_found(distributing: Distributing) -> None:
    shown = distributing.browser.open("/console/assessments/nothing/distribute")
    assert shown.status == 404
    sent = distributing.browser.send(
        "POST", "/console/assessments/nothing/distribute", b"do=save&start_date=2026-09-21"
    )
    assert sent.status == 404
    assert sent.one('input[name="start_date"]')["value"] == "2026-09-21"


def test_a_page_asks_the_api_little(distributing: Distributing) -> None:
    """The whole page: the assessment, the schools, and once the district's settings."""
    asked = distributing.list_calls
    settings = "GET /v1/district"
    assert asked({}) == [settings, "", "/matches"]
    assert asked({"school": "north"}) == [settings, "", "/matches", "/matches/{school_id}"]
    typed = Form({"find": ["north"], "do": ["find"]})
    assert asked({}, typed) == ["", "/matches"]
    assert asked({"part": "schools"}, typed) == ["/matches"]
    assert asked({"part": "trackers", "open": "north"}, typed) == ["/matches/{school_id}"]
    assert asked({"part": "teams"}, typed) == ["GET /v1/teams"]
    whole = {"district": ["yes"], "_key": ["key-of-the-form"]}
    preview = ["POST /v1/distributions/preview", ""]
    assert asked({}, Form({**whole, "do": ["save"]})) == preview
    assert asked({}, Form({**whole, "do": ["make"]})) == ["POST /v1/distributions"]


def test_a_place_in_a_school_that_is_not_known_begins_with_its_first_trackers(
    distributing: Distributing,
) -> None:
    expected = distributing.open("?school=north").page.select('input[name="tracker"]')
    for query, body in (
        ("", b"open=north+badcursor"),
        ("?part=trackers&open=north+badcursor", b""),
    ):
        shown = distributing.browser.send("POST", distributing.path + query, body or b"do=find")
        assert shown.status == 200
        boxes = shown.page.select('input[name="tracker"]')
        assert [box["value"] for box in boxes] == [box["value"] for box in expected] != []


def test_an_unknown_school_expands_nothing(distributing: Distributing) -> None:
    shown = distributing.open("?school=nowhere")
    assert (shown.status, shown.page.select("details[open]")) == (200, [])
    sent = distributing.browser.send("POST", distributing.path, b"do=save&school=nowhere")
    assert (sent.status, "do not exist" in sent.words("#errors")) == (422, True)


@pytest.mark.parametrize("who", ["teacher", "school administrator"])
def test_it_is_for_district_administrators(distributing: Distributing, who: str) -> None:
    world = distributing.world
    if who == "teacher":
        browser = teacher_of(world, "tess", "north")
    else:
        world.person("sam", Role.SCHOOL_ADMIN, schools=("north",))
        browser = Browser().sign_in_as("sam")
    for method, body in (("GET", b""), ("POST", b"do=make&district=yes")):
        shown = browser.send(method, distributing.path, body)
        assert (shown.status, shown.heading) == (403, "This page is for district administrators")
        assert "ask a district administrator" in shown.words()
    assert not distributing.list_distributions()


def test_hostile_names_are_inert(distributing: Distributing) -> None:
    world, evil = distributing.world, "\"><script>alert('x')</script>\u202e & <b>"
    odd = "S 1/2 \"'#&?%20<"
    builders.a_school(world, odd, evil)
    tracker = builders.a_tracker(
        world, "tess", school=odd, title=evil, class_title=evil, owner_name=evil
    ).id
    builders.a_tracker(world, "tess", school=odd, title=evil, set_id="other")
    shown = distributing.press(distributing.open(), "Find", find="script")
    opened = distributing.press(shown, SHOW)
    assert [str(box["value"]) for box in opened.page.select('input[name="tracker"]')] == [tracker]
    again = distributing.press(opened, "Find", tracker=[tracker], find="", process_name=evil)
    preview = distributing.save(again, opens="yes")
    assert tracker in str(preview.one('input[name="kept"]')["value"])
    back = distributing.press(preview, "Change")
    whole = distributing.press(back, "Find", school=[odd], find="script")
    assert list_ticked(distributing.press(whole, SHOW)) == {tracker}
    for page in (shown, opened, again, preview, back, whole):
        assert page.status == 200
        assert "<script>alert" not in page.text
        assert all(isinstance(each, Tag) and each.has_attr("src") for each in page.page("script"))
    distributing.press(preview, "Distribute")
    assert distributing.list_distributions()[0]["selection"]["tracker_ids"] == [tracker]


# -- 400 schools with 10,000 trackers -------------------------------------------------------------


SCHOOLS, EACH = 400, 25


def a_large_district(world: World) -> str:
    """400 schools with 25 trackers each; 15 of them match."""
    builders.a_set(world)
    builders.a_person(world, "tess")
    for n in range(SCHOOLS):
        builders.a_school(world, f"S-{n:03}", f"Green Bluff Elementary School No. {n:03}")
        writes: list[Write] = []
        for k in range(EACH):
            of_set = {} if k < 15 else {"set_id": "other"}
            tracker = a_matching_tracker(f"S-{n:03}", str(k), **of_set)
            writes += creation(DISTRICT, tracker)
        for at in range(0, len(writes), 75):
            world.services.table.commit(writes[at : at + 75])
    return builders.an_assessment(world).id


def test_400_schools_with_10000_trackers_stay_usable(world: World) -> None:
    assessment = world.scene(a_large_district)
    browser = admin_of(world)
    distributing = Distributing(world, browser, world.admin("dana"), assessment, {})
    shown = distributing.open()
    assert "The whole district (6,000 of 10,000 trackers match)" in shown.words()
    pages = [shown]
    for n in range(3):
        school = f"S-{n * 50:03}"
        opened = distributing.expand(pages[-1], school)
        boxes = [str(box["value"]) for box in opened.page.select('input[name="tracker"]')]
        assert len(boxes) == 15
        pages.append(distributing.press(opened, "Next schools", tracker=boxes[:14]))
    last = distributing.press(pages[-1], "Find", find="no. 399")
    assert len(last.page.select(".schools > li")) == 1
    assert ": 42 single trackers." in last.words(".note")
    preview = distributing.save(distributing.press(last, "Find", find=""), district="yes")
    assert facts(preview)["Trackers"] == "6,000 trackers, 400 schools"
    assert distributing.list_calls({}) == ["GET /v1/district", "", "/matches"]
    form = Form({"district": ["yes"], "do": ["save"]})
    assert distributing.list_calls({}, form) == ["POST /v1/distributions/preview", ""]
    every = [*pages, last, preview]
    sizes = [(len(each.text.encode()), len(gzip.compress(each.text.encode()))) for each in every]
    assert all(plain <= 200_000 for plain, _ in sizes), sizes
    assert all(packed <= 60_000 for _, packed in sizes), sizes


def test_a_page_with_5000_single_trackers_ticked_stays_below_200_kb(
    distributing: Distributing,
) -> None:
    for n in range(98):
        builders.a_school(distributing.world, f"S-{n:03}", f"Green Bluff Elementary {n:03}")
    kept = [f"S-{n:03} " + " ".join(new_id() for _ in range(50)) for n in range(100)]
    body = urlencode([("kept", each) for each in kept] + [("do", "find")]).encode()
    shown = distributing.browser.send("POST", distributing.path, body)
    assert len(shown.page.select(".schools > li")) == 50
    assert "50 selected" in shown.words(".schools")
    assert len(shown.text.encode()) <= 200_000
