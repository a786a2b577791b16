"""A district of its own: set up by clicking from nothing, and its roster changed in every way.

The first scenario needs the stack as it is deployed; each other one begins with a roster of its
own. The clock goes on as it does for real, but for the tick that continues what was interrupted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import boto3
import pytest

from plumb.client import ApiProblem
from plumb.demo import framework, roster
from plumb.demo.district import DemoDistrict, DemoSize, make
from plumb.imports import STANDARDS
from plumb.imports import bring_in as import_file
from plumb.local.stack import DISTRICT
from plumb.tour.give import WHOLE_DISTRICT, watch
from tests.browser.conftest import Opens, browsers_at, look_ahead, read_function, type_in
from tests.browser.entering import enter_first_item
from tests.browser.new_district import NewDistrict, deploy_new_district
from tests.support.packages import Pack, a_class, a_district, enroll

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from plumb.client import Client

TESS = "tess@example.org"
TITLE = "Equal Shares Check"
MATHEMATICS = "Juniper Flats Learning Ladder: Mathematics, grade 3"
LATEST = 120_000
"""Milliseconds: a worker whose message is lost is found after 90 seconds."""
NO_REMOVING = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Deny", "Action": "dynamodb:DeleteItem", "Resource": "*"}],
}


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NewDistrict]:
    with deploy_new_district(tmp_path_factory.mktemp("new")) as made:
        yield made


@pytest.fixture
def new_opens(chromium: Browser, new: NewDistrict) -> Iterator[Opens]:
    with browsers_at(chromium, new.up.stack.console) as opens:
        yield opens


def see(page: Page, text: str) -> None:
    """Wait until the page says so."""
    page.locator("main").get_by_text(text).first.wait_for()


def words(page: Page) -> str:
    """Read what the page says."""
    return page.locator("main").inner_text()


# -- from nothing ---------------------------------------------------------------------------------


def test_a_district_sets_itself_up_by_clicking_from_an_empty_stack(
    new: NewDistrict, new_opens: Opens
) -> None:
    page = new.open(new_opens)
    assert read_steps(page) == ["Next", "Next", "Waits", "Waits", "Waits", "Waits"]

    page.get_by_role("link", name="Upload a roster").click()
    bring_in(page, "roster.zip", a_current_roster().write_zip())
    go_home(page, 1)
    page.get_by_role("link", name="Import standards").click()
    bring_in(page, "standards.json", framework.package_json(("03",)))
    go_home(page, 2)

    page.get_by_role("link", name="Make trackers for courses").click()
    page.get_by_label("Mathematics 3").check()
    page.locator("#standards_set_id").select_option(label=MATHEMATICS)
    page.get_by_role("button", name="Make trackers").click()
    page.get_by_text("2 trackers made").wait_for()
    go_home(page, 3)

    page.get_by_role("link", name="New assessment").click()
    write_assessment(page)
    go_home(page, 4)

    page.get_by_role("link", name="New data team").click()
    page.locator("#name").fill("Third grade")
    page.locator("#find").fill("tess")
    page.locator("#found-people button", has_text="Add as leader").first.click()
    page.get_by_role("button", name="Save").click()
    page.get_by_text("The data team is made.").wait_for()
    go_home(page, 5)

    page.get_by_role("link", name="Go to my assessments").click()
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("link", name="Settings", exact=True).click()
    page.get_by_role("link", name="Distribute", exact=True).click()
    page.locator("input[name=district]").check()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Distribute").click()
    page.get_by_text("2 of 2 trackers have it.").wait_for()
    page.goto(f"{new.url}/console/home")
    assert not page.locator(".steps").count()


def read_steps(page: Page) -> list[str]:
    """Read how far each step is."""
    return [each.inner_text() for each in page.locator(".steps .state").all()]


def go_home(page: Page, done: int) -> None:
    """Go to the first screen, which says how many steps are done."""
    page.get_by_role("link", name="Home", exact=True).click()
    page.get_by_text(f"{done} of 6 steps are done.").wait_for()


def bring_in(page: Page, name: str, content: bytes) -> None:
    """Choose a file, and apply it once it is checked; the page updates its progress."""
    choose(page, name, content)
    decide(page)


def choose(page: Page, name: str, content: bytes) -> None:
    """Choose a file, and send it."""
    kind = "application/zip" if name.endswith(".zip") else "application/json"
    file: Any = {"name": name, "mimeType": kind, "buffer": content}
    page.locator("#picker").set_input_files(file)
    page.get_by_role("button", name="Upload and check").click()


def decide(page: Page) -> None:
    """Apply the import that is shown, once it is checked; confirm what it removes."""
    states = page.locator(".states")
    states.get_by_text(re.compile("Ready to apply|On hold")).wait_for(timeout=LATEST)
    if page.locator("#confirm").count():
        page.locator("#confirm").check()
    page.locator("button[value=apply]").click()
    states.get_by_text("Applied", exact=True).wait_for(timeout=LATEST)


def write_assessment(page: Page) -> None:
    """Write an assessment of one item, private to the district."""
    page.locator("#title").fill(TITLE)
    page.locator("#standards_set_id").select_option(label=MATHEMATICS)
    page.locator("#visibility").select_option(label="Private to the district")
    page.get_by_role("button", name="Create the assessment").click()
    page.locator("#kind").select_option(label="True or false")
    page.get_by_role("button", name="Write an item").click()
    page.locator("#prompt").fill("Half of eight is four.")
    page.get_by_label("True", exact=True).check()
    page.locator("#points").fill("1")
    page.locator("input[name=standards]").first.check()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("The item is saved.").wait_for()


def a_current_roster(ends: int = 30) -> Pack:
    """Return a small roster whose classes began a month ago and end in so many days."""
    first, last = day(-30), day(ends)
    pack = a_district()
    pack.change("academicSessions", "fall", startDate=first, endDate=last)
    return pack.change("academicSessions", "sy27", startDate=first, endDate=last)


def day(ahead: int) -> str:
    """Return the day in so many days, in the district."""
    today = datetime.now(ZoneInfo(DISTRICT["DistrictTimeZone"])).date()
    return (today + timedelta(days=ahead)).isoformat()


# -- an import is interrupted, and undone ----------------------------------------------------------


def test_an_interrupted_import_says_how_far_it_is_goes_on_and_loses_and_doubles_nothing(
    new: NewDistrict, new_opens: Opens
) -> None:
    new.put_in_force(roster.package(make(DemoSize(elementary=2, middle=1))))
    after = make(DemoSize(elementary=1, middle=1), seed=7)
    page = new.open(new_opens, "/console/new-roster-import")
    choose(page, "roster.zip", roster.package(after))
    page.locator("#confirm").check()
    role = read_function("RunJob")["Role"].rpartition("/")[2]
    iam, name = boto3.client("iam"), "nothing-may-be-removed"
    iam.put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=json.dumps(NO_REMOVING))
    page.get_by_role("button", name="Remove and apply").click()
    done, total = wait_until_it_stands(page)
    assert 0 < done < total
    see(page, "If it is interrupted, it continues by")
    assert read_classes(new.admin) != classes_of(after), "what goes is still there"

    iam.delete_role_policy(RoleName=role, PolicyName=name)
    look_ahead(new.up.stack.outputs, timedelta(minutes=3))
    page.locator(".states").get_by_text("Applied", exact=True).wait_for()
    assert read_classes(new.admin) == classes_of(after)
    staff = [each["id"] for each in new.admin.items("/v1/people")]
    assert sorted(staff) == sorted(each.id for each in after.people if each.role != "student")
    page.get_by_role("link", name="Roster", exact=True).click()
    see(page, "Imports, the newest first")
    assert "In force" in page.locator("tbody tr").first.inner_text()


def wait_until_it_stands(page: Page) -> tuple[int, int]:
    """Wait until the page says the same count twice; return how many records are written of all."""
    before = ""
    for _ in range(30):
        page.wait_for_timeout(3_500)  # it asks every three seconds
        found = re.search(r"([\d,]+) of ([\d,]+) records are written", words(page))
        if found and found.group() == before:
            done, total = (int(each.replace(",", "")) for each in found.groups())
            return done, total
        before = found.group() if found else ""
    raise AssertionError(words(page))


def read_classes(admin: Client) -> list[tuple[str, int, list[str]]]:
    """Read each class, with how many students and which teachers it has."""
    rows = [
        each
        for school in admin.items("/v1/schools")
        for past in ("false", "true")
        for each in admin.items("/v1/classes", school_id=school["id"], past=past)
    ]
    return sorted(
        (each["id"], each["student_count"], sorted(one["id"] for one in each["teachers"]))
        for each in rows
    )


def classes_of(district: DemoDistrict) -> list[tuple[str, int, list[str]]]:
    """Return each class as `read_classes` should find it."""
    return sorted((each.id, len(each.students), sorted(each.teachers)) for each in district.classes)


def test_an_applied_import_is_undone_and_the_roster_is_as_before(
    new: NewDistrict, new_opens: Opens
) -> None:
    new.put_in_force(a_current_roster().write_zip())
    before = read_roster(new.admin)
    other = (
        a_current_roster()
        .change("users", "tess", familyName="Changed")
        .remove("enrollments", "ben-k1")
    )
    a_class(other, "k9", "north")
    enroll(other, "theo", "k9", "teacher", "north")
    page = new.open(new_opens, "/console/new-roster-import")
    bring_in(page, "roster.zip", other.write_zip())
    assert read_roster(new.admin) != before

    page.get_by_role("button", name="Undo this import").click()
    see(page, "It brings the roster of an earlier import back.")
    decide(page)
    see(page, "This roster is in force.")
    assert read_roster(new.admin) == before
    page.get_by_role("link", name="Roster", exact=True).click()
    see(page, "Imports, the newest first")
    first = page.locator("tbody tr").first.inner_text()
    assert "Brings an earlier roster back" in first
    assert "In force" in first


def read_roster(admin: Client) -> dict[str, Any]:
    """Read all that the roster says, as an administrator sees it."""
    schools = {each["id"]: each for each in admin.items("/v1/schools")}
    people = {each["id"]: each for each in admin.items("/v1/people")}
    classes = {
        each["id"]: admin.get(f"/v1/classes/{each['id']}")
        for school in schools
        for each in admin.items("/v1/classes", school_id=school)
    }
    courses = {each["id"]: each for each in admin.items("/v1/courses")}
    return {"schools": schools, "people": people, "classes": classes, "courses": courses}


# -- people and classes that are not what they were -----------------------------------------------


def test_a_sign_in_name_that_somebody_had_gets_a_new_account_and_the_page_says_so(
    new: NewDistrict, new_opens: Opens
) -> None:
    new.put_in_force(a_current_roster().write_zip())
    new.give_accounts(TESS)
    former, token = new.open(new_opens, who=TESS), new.client(TESS)
    former.get_by_text("Tess Example").wait_for()
    new.put_in_force(with_another_of_the_name("tess", "tara").write_zip())

    page = new.open(new_opens, "/console/people?text=tara")
    page.get_by_role("link", name="Example, Tara").click()
    see(page, TESS)
    page.get_by_role("button", name="Send invitation").click()
    page.get_by_text("Somebody else had this sign-in name before.").wait_for()
    with pytest.raises(ApiProblem, match="does not list you"):
        token.get("/v1/me")
    former.reload()  # who was let in is so for a minute, as who they were
    assert "Tara" not in former.locator("body").inner_text()
    former = new_opens()
    former.get_by_role("link", name="Sign in").click()
    type_in(former, TESS, new.up.stack.password)
    former.get_by_text("Incorrect username or password").wait_for()

    new.set_password(TESS, "Another-Word-2")
    tara = new.open(new_opens, who=TESS, password="Another-Word-2")
    tara.get_by_text("Tara Example").wait_for()


def with_another_of_the_name(gone: str, comes: str) -> Pack:
    """Return the roster after somebody left; a newcomer has the sign-in name and the classes."""
    pack = a_current_roster()
    for rows in pack.rows.values():
        for row in rows:
            for column in ("sourcedId", "userSourcedId"):
                if row.get(column) == gone:
                    row[column] = comes
    return pack.change("users", comes, givenName=comes.title())


def test_a_class_that_ended_yesterday_is_among_the_past_ones_with_its_results(
    new: NewDistrict, new_opens: Opens
) -> None:
    new.put_in_force(a_current_roster().write_zip())
    new.give_accounts(TESS)
    given, tracker = give_results(new)
    over = a_current_roster().add("academicSessions", "short", title="Short", type="term",
                          startDate=day(-30), endDate=day(-1), schoolYear="2027")  # fmt: skip
    new.put_in_force(over.change("classes", "k1", termSourcedIds="short").write_zip())

    page = new.open(new_opens, "/console/schools/north")
    see(page, "This school has no classes.")
    page.get_by_role("link", name="Past classes").click()
    page.get_by_role("link", name="Math k1").click()
    see(page, "The terms of this class are over.")
    assert page.get_by_role("rowheader").all_inner_texts() == ["Example, Ada", "Example, Ben"]
    page.goto(f"{new.url}/console/trackers?school_id=north")
    see(page, "This school has no trackers.")
    page.get_by_role("link", name="Past classes").click()
    page.get_by_role("link", name="Mastery").last.click()
    see(page, "Example, Ada")
    see(page, "100%")

    tess = new.open(new_opens, f"/console/sheets/{tracker}/{given}", who=TESS)
    enter_first_item(tess, {1: "B"}, scripted=True)
    sheet = new.admin.get(f"/v1/trackers/{tracker}/sheets/{given}")
    assert [each["student_id"] for each in sheet["students"] if each["scores"]] == ["ada", "ben"]
    second = make_assessment(new, "After the end")
    page.goto(f"{new.url}/console/assessments/{second}/distribute")
    page.locator("input[name=district]").check()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("heading", name="Check and distribute").wait_for()
    see(page, "1 tracker, 1 school")
    see(page, "1 tracker: of classes that are over by then")


def give_results(new: NewDistrict) -> tuple[str, str]:
    """Assign a test to tess's class, enter one student's answers, and return test and tracker."""
    set_id = find_standards(new)
    begun = {"course_ids": ["math3"], "standards_set_id": set_id}
    new.admin.wait_for_job(new.admin.post("/v1/tracker-batches", begun).location)
    given = make_assessment(new, "Before the end")
    said = {"assessment_id": given, "selection": WHOLE_DISTRICT}
    watch(new.admin, new.admin.post("/v1/distributions", said).body["id"], lambda _: None)
    tess = new.client(TESS)
    tracker = str(next(tess.items("/v1/trackers"))["id"])
    entered = [{"student_id": "ada", "scores": [{"item_id": 1, "response": "A"}]}]
    tess.change("PATCH", f"/v1/trackers/{tracker}/sheets/{given}", {"students": entered})
    return given, tracker


def make_assessment(new: NewDistrict, title: str) -> str:
    """Make an assessment of one item, which can be distributed."""
    set_id = find_standards(new)
    said = {"title": title, "standards_set_id": set_id, "visibility": "district"}
    made = str(new.admin.post("/v1/assessments", said).body["id"])
    item = {"kind": "single_choice", "prompt": "Which is half of eight?", "choices": ["4", "3"],
            "key": ["A"], "points": "1", "standards": framework.codes("M", "03")[:1]}  # fmt: skip
    new.admin.change("PUT", f"/v1/assessments/{made}/items", {"items": [item]})
    return made


def find_standards(new: NewDistrict) -> str:
    """Find the standards set of third-grade mathematics; import it if nobody did."""
    if not any(new.admin.items("/v1/standards-sets")):
        package = framework.package_json(("03",))
        import_file(new.admin, STANDARDS, "standards.json", package)
    found = new.admin.items("/v1/standards-sets")
    return next(str(each["id"]) for each in found if each["subject"] == "Mathematics")
