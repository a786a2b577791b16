"""The roster: uploaded, checked, held, confirmed, applied, discarded and undone by clicking."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.acts import Role
from chalicelib.console.roster import list_roster_imports
from chalicelib.console.roster_import import show_roster_import
from tests.api.test_roster_grants import with_second_district
from tests.api.test_rosters import work
from tests.support.browser import Browser, ShownPage, admin_of, fields_of, list_calls_as
from tests.support.machinery import Machinery
from tests.support.packages import Pack, a_district, a_user, enroll
from tests.support.stored_sheets import a_row, a_sheet
from tests.support.workbooks import read_by_calamine
from tests.support.world import World

HOSTILE = "<script>alert('x')</script>\"'><b>مرحبا"
NEW = "/console/new-roster-import"


def upload(world: World, shown: ShownPage, package: bytes) -> Any:
    """Send the file with the bucket's form, as it stands on the page; return where it leads."""
    form = shown.one("form[data-next]")
    said = {name: values[-1] for name, values in fields_of(form).items()}
    world.clients.s3.put_object(
        Bucket=world.settings.files_bucket,
        Key=said["key"],
        Body=package,
        ContentType=said["Content-Type"],
    )
    world.services.uploads.handle_event({"detail": {"object": {"key": said["key"]}}})
    return str(form["data-next"])


def check_roster(world: World, browser: Browser, package: bytes, **changes: Any) -> ShownPage:
    second = browser.press(browser.open(NEW), "Upload and check", fill=changes)
    address = upload(world, second, package)
    work(world)
    return browser.open(address)


def apply_roster(world: World, browser: Browser, pack: Pack) -> ShownPage:
    shown = check_roster(world, browser, pack.write_zip())
    button = "Apply" if "Ready to apply" in shown.words(".states") else "Remove and apply"
    fill = {"confirm": "yes"} if button != "Apply" else {}
    applying = browser.press(shown, button, fill=fill)
    assert applying.status == 200, applying.words()
    work(world)
    return browser.open(applying.address)


def state(shown: ShownPage) -> str:
    return shown.words(".states")


def a_full_district() -> Pack:
    """Two schools, and thirty more students in one class."""
    pack = a_district()
    for number in range(30):
        a_user(pack, f"more{number}", "student", "north")
        enroll(pack, f"more{number}", "k1", "student")
    return pack


def without_south(pack: Pack) -> Pack:
    """Leave out a class with its students: more than goes unasked."""
    smaller = pack.copy()
    for row in [r for r in smaller.rows["enrollments"] if r["classSourcedId"] == "k2"]:
        smaller.remove("enrollments", row["sourcedId"])
    smaller.remove("classes", "k2")
    for number in range(30):
        smaller.remove("enrollments", f"more{number}-k1")
        smaller.remove("roles", f"r-more{number}")
        smaller.remove("users", f"more{number}")
    return smaller


# -- from an empty district to a roster in force ----------------------------------------------


def test_an_empty_district_uploads_checks_and_applies_a_roster(world: World) -> None:
    browser = admin_of(world, "operator")
    empty = browser.open("/console/roster")
    assert "There is no roster yet." in empty.words()
    form = browser.open(empty.link("Upload a roster"))
    second = browser.press(form, "Upload and check")
    bucket = second.one("form[data-next]")
    assert (bucket["method"], bucket["enctype"]) == ("post", "multipart/form-data")
    waiting = browser.open(second.link("Continue"))
    assert state(waiting) == "Waiting for the file"
    assert waiting.one("#import")["hx-trigger"] == "every 3s"
    upload(world, second, a_district().write_zip())
    work(world)
    ready = browser.open(waiting.address)
    assert state(ready) == "Ready to apply"
    assert not ready.one("#import").has_attr("hx-get")
    applying = browser.press(ready, "Apply")
    assert applying.words(".note.good") == "Done. The import is being applied."
    assert state(applying) == "Applying"
    assert applying.one("#import progress")["value"] == "0"
    work(world)
    done = browser.open(applying.address)
    assert state(done) == "Applied"
    assert "This roster is in force." in done.words()
    assert "There was no roster before this import" in done.words()
    listed = browser.open("/console/roster")
    assert "8 Classes 2" in listed.words(".figures").replace("People ", "")
    (row,) = listed.rows()
    assert row[1] == "Applied In force"
    assert row[2].startswith("operator Applied ")
    assert "added, 0 changed, 0 removed" in row[3]
    assert row[4] == "None"


def test_a_damaged_zip_is_refused_in_words_and_nothing_changes(world: World) -> None:
    browser = admin_of(world)
    whole = a_district().write_zip()
    for package in (b"", b"not a zip", whole[: len(whole) // 2]):
        shown = check_roster(world, browser, package)
        assert state(shown) == "Refused"
        assert "The file could not be read. Nothing has changed." in shown.words()
        assert len(shown.rows()) == 1
        assert "Upload another file" in shown.words()
    assert world.admin("dana").get("/v1/roster").body["current_import_id"] == ""


def test_the_join_of_one_import_is_shown(world: World) -> None:
    shown = check_roster(world, admin_of(world), a_district().write_zip(), joins="yes")
    assert "Records with the same sign-in name and name are one person." in shown.words()


# -- problems ---------------------------------------------------------------------------------


def many_problems(world: World, browser: Browser) -> ShownPage:
    pack = a_district()
    for number in range(3000):
        pack.add("enrollments", f"x{number}", classSourcedId="k1", userSourcedId=f"=ghost{number}",
                 schoolSourcedId="north", role="student")  # fmt: skip
    pack.change("users", "ada", givenName="", familyName=HOSTILE)
    return check_roster(world, browser, pack.write_zip())


def test_three_thousand_equal_problems_are_one_line_that_opens_to_examples(world: World) -> None:
    browser = admin_of(world)
    shown = many_problems(world, browser)
    assert state(shown) == "Refused"
    listed = browser.open(f"{shown.address}?tab=problems")
    assert [row[3] for row in listed.rows()] == ["3,000", "1"]
    (link,) = [a for a in listed.page.select("main table a") if a.get_text() == "3,000"]
    opened = browser.open(str(link["href"]))
    assert "It occurs 3,000 times." in opened.words()
    assert len(opened.rows()) == 50
    assert opened.rows()[0][1] == "=ghost0"
    assert opened.rows()[49][1] == "=ghost49"
    assert len(listed.text) < 60_000
    assert len(opened.text) < 60_000


def test_problems_are_filtered_and_exported_for_the_person_at_the_sis(world: World) -> None:
    browser = admin_of(world)
    at = many_problems(world, browser).address
    found = browser.open(f"{at}?tab=problems&file=users.csv&severity=error")
    assert [row[2] for row in found.rows()] == ["users.csv, givenName first in row 6"]
    nothing = browser.open(f"{at}?tab=problems&severity=warning")
    assert "No problems match." in nothing.words()
    file = browser.open(found.link("Download these problems (CSV)"))
    assert file.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "roster-problems.csv" in str(file.headers["Content-Disposition"])
    assert [line.split(",")[:4] for line in file.text.splitlines()[1:]] == [
        ["error", "users.csv", "givenName", "1"]
    ]
    book = browser.open(found.link("Download these problems (Excel)"))
    assert [row[:4] for row in read_by_calamine(book.content)[1:]] == [
        ["error", "users.csv", "givenName", 1.0]
    ]
    every = browser.open(f"{at}/files/problems").text
    assert len(every.splitlines()) == 3
    assert "row 8: =ghost0" in every
    assert browser.open(f"{at}/files/others").status == 404


def test_bad_filters_and_codes_are_refused(world: World) -> None:
    browser = admin_of(world)
    at = many_problems(world, browser).address
    assert browser.open(f"{at}?tab=problems&severity=dreadful").status == 422
    assert browser.open(f"{at}?tab=problems&cursor=old").status == 400
    gone = browser.open(f"{at}?tab=problems&code={HOSTILE.replace('&', '')}")
    assert "There is no such problem." in gone.words()


# -- what changes -----------------------------------------------------------------------------


def test_the_difference_is_shown_by_kind_and_by_school(world: World) -> None:
    browser = admin_of(world)
    apply_roster(world, browser, a_full_district())
    pack = without_south(a_full_district()).change("users", "tess", givenName="Terry")
    pack.change("orgs", "south", name=HOSTILE)
    shown = browser.open(f"{check_roster(world, browser, pack.write_zip()).address}?tab=changes")
    kinds, schools = shown.rows("#import > .scroll table"), shown.rows("#by-school table")
    assert ["Classes", "2", "0", "0", "1"] in kinds
    assert ["People", "38", "0", "1", "30"] in kinds
    assert schools == [
        [HOSTILE, "Classes", "1", "0", "0", "1"],
        [HOSTILE, "Enrollments", "3", "0", "0", "3"],
        ["North School", "Students", "32", "0", "0", "30"],
        ["North School", "Teachers", "1", "0", "1", "0"],
        ["North School", "Enrollments", "33", "0", "0", "30"],
    ]
    assert "Terry Example" in shown.words("details")


def test_a_school_is_found_among_many(world: World) -> None:
    browser = admin_of(world)
    pack = a_district()
    for number in range(60):
        pack.add(
            "orgs", f"s{number}", name=f"School {number:02}", type="school", parentSourcedId="d1"
        )
        a_user(pack, f"t{number}", "teacher", f"s{number}")
    at = f"{check_roster(world, browser, pack.write_zip()).address}?tab=changes"
    first = browser.open(at)
    assert "62 schools change" in first.words("caption")
    second = browser.open(first.link("Next page")).rows("#by-school table")
    assert (len(first.rows("#by-school table")), second[0][0]) == (53, "School 49")
    found = browser.press(first, "Find", fill={"text": "school 07"})
    assert [row[0] for row in found.rows("#by-school table")] == ["School 07"]


# -- a held import ----------------------------------------------------------------------------


def hold_import(world: World, browser: Browser) -> ShownPage:
    apply_roster(world, browser, a_full_district())
    a_sheet(world, "A1", a_row("cai", "1"), school_class="k2")
    return check_roster(world, browser, without_south(a_full_district()).write_zip())


def test_a_held_import_has_the_reason_and_the_losses_and_waits_for_a_confirmation(
    world: World,
) -> None:
    browser = admin_of(world)
    shown = hold_import(world, browser)
    assert state(shown) == "On hold"
    assert "The limit is 10%." in shown.words("#apply ul")
    assert shown.words("#apply .figures") == (
        "Classes 1 Students 30 Result sheets of these classes 1"
    )
    unconfirmed = browser.press(shown, "Remove and apply")
    assert unconfirmed.status == 422
    assert "Select this box to apply the import anyway." in unconfirmed.words()
    assert world.admin("dana").get("/v1/classes/k2").status == 200
    browser.press(unconfirmed, "Remove and apply", fill={"confirm": "yes"})
    work(world)
    done = browser.open(shown.address)
    assert state(done) == "Applied"
    assert "confirmed the records that it removed" in done.words()
    assert world.admin("dana").get("/v1/classes/k2").status == 404


def test_a_held_import_that_takes_nobody_away_says_what_stays(world: World) -> None:
    browser = admin_of(world)
    apply_roster(world, browser, a_full_district())
    pack = a_full_district()
    pack.rows["enrollments"] = pack.rows["enrollments"][::2]
    shown = check_roster(world, browser, pack.write_zip())
    assert state(shown) == "On hold"
    assert "Every class and every student stays." in shown.words("#apply")
    assert not shown.page.select("#apply .figures")


def test_confirming_an_import_that_a_colleague_discarded_is_refused_and_loses_nothing(
    world: World,
) -> None:
    browser, other = admin_of(world), admin_of(world, "dora")
    opened = hold_import(world, browser)
    discarded = other.press(other.open(opened.address), "Discard")
    assert discarded.words(".note.good").endswith("The roster did not change.")
    late = browser.press(opened, "Remove and apply", fill={"confirm": "yes"})
    assert late.status == 409
    assert "dora discarded this import after you opened it." in late.words("#errors")
    assert "upload the file again" in late.words("#errors")
    assert world.admin("dana").get("/v1/classes/k2").status == 200
    row = browser.open("/console/roster").rows()[0]
    assert (row[1], row[2]) == ("Discarded", "dana Discarded by dora")


def test_discarding_an_import_that_a_colleague_applies_is_refused(world: World) -> None:
    browser, other = admin_of(world), admin_of(world, "dora")
    opened = check_roster(world, browser, a_district().write_zip())
    other.press(other.open(opened.address), "Apply")
    late = browser.press(opened, "Discard")
    assert (late.status, state(late)) == (409, "Applying")
    assert "dora applied this import after you opened it." in late.words("#errors")
    assert "Then press Undo this import" in late.words("#errors")
    assert "do not need to do anything" not in late.words("#errors")
    work(world)
    assert state(browser.open(opened.address)) == "Applied"


def test_applying_an_import_that_a_colleague_applied_needs_nothing_more(world: World) -> None:
    browser, other = admin_of(world), admin_of(world, "dora")
    opened = check_roster(world, browser, a_district().write_zip())
    other.press(other.open(opened.address), "Apply")
    late = browser.press(opened, "Apply")
    assert (late.status, state(late)) == (409, "Applying")
    assert "You do not need to do anything." in late.words("#errors")
    assert "Undo" not in late.words("#errors")


def test_a_second_press_applies_once(world: World) -> None:
    browser = admin_of(world)
    opened = check_roster(world, browser, a_district().write_zip())
    for _ in range(2):
        assert browser.press(opened, "Apply").words(".note.good").startswith("Done.")
    work(world)
    assert len(browser.open("/console/roster").rows()) == 1


def test_an_import_that_the_roster_overtook_says_what_to_do(world: World) -> None:
    browser = admin_of(world)
    early = check_roster(world, browser, a_full_district().write_zip())
    apply_roster(world, browser, a_district())
    late = browser.press(early, "Apply")
    assert late.status == 409
    assert "The roster changed after this package was checked" in late.words("#errors")


# -- authority by name ------------------------------------------------------------------------


def test_authority_is_granted_by_name_before_the_import_is_applied(world: World) -> None:
    browser = admin_of(world, "operator")
    pack = with_second_district().change("orgs", "d2", name=HOSTILE)
    shown = check_roster(world, browser, pack.write_zip())
    box = shown.one("input[name=grants]")
    assert (box["value"], box.has_attr("checked")) == ("ola", False)
    assert "Make Ola Example an administrator of the district" in shown.words("fieldset")
    assert HOSTILE in shown.words("fieldset")
    browser.press(shown, "Apply", fill={"grants": ["ola"]})
    work(world)
    done = browser.open(shown.address)
    assert f"Ola Example ola, {HOSTILE}" in done.words("section[aria-labelledby=granted]")
    roles = world.admin("operator").get("/v1/people/ola").body["roles"]
    assert [each["role"] for each in roles] == ["district_admin"]


def test_names_of_before_are_shown_for_five_minutes_at_most_and_the_import_says_so(
    world: World,
) -> None:
    browser = admin_of(world)
    apply_roster(world, browser, a_district())
    world.clock.forward(days=1)
    person = "/console/people/tess"
    assert "North School" in browser.open(person).words("dl")
    shown = apply_roster(
        world, browser, a_district().change("orgs", "north", name="Northside School")
    )
    says = "For up to five minutes, some pages still show names from before."
    assert says in shown.words()
    assert "Northside School" in browser.open("/console/schools").words(), "itself it has its name"
    world.clock.forward(minutes=5)
    assert "Northside School" in browser.open(person).words("dl")
    assert says not in browser.open(shown.address).words()


def test_somebody_who_does_not_wait_is_granted_nothing(world: World) -> None:
    browser = admin_of(world)
    shown = check_roster(world, browser, with_second_district().write_zip())
    wrong = browser.press(shown, "Apply", fill={"grants": ["ola", "tess"]})
    assert wrong.status == 422
    assert "tess is not waiting" in wrong.words("#errors")
    assert wrong.one("input[name=grants]").has_attr("checked")


# -- interrupted, continued, undone -----------------------------------------------------------


def test_an_interrupted_import_says_so_and_goes_on(world: World) -> None:
    browser = admin_of(world)
    shown = check_roster(world, browser, a_district().write_zip())
    browser.press(shown, "Apply")
    assert world.messages("jobs")  # and nobody works on them: the worker is lost
    waiting = browser.open(shown.address)
    assert state(waiting) == "Applying"
    assert "If the work is interrupted, it continues where it stopped." in waiting.words()
    assert waiting.one("#import")["hx-get"] == waiting.link("Refresh")
    world.clock.forward(minutes=3)
    Machinery(world).run()
    assert state(browser.open(shown.address)) == "Applied"


def test_an_import_is_undone(world: World) -> None:
    browser = admin_of(world)
    first = apply_roster(world, browser, a_full_district())
    second = apply_roster(world, browser, without_south(a_full_district()))
    before = browser.open(first.address)
    assert "This roster was in force before the present one" in before.words()
    comparing = browser.press(second, "Undo this import")
    assert comparing.words(".note.good").startswith("Done. The earlier roster is compared")
    work(world)
    ready = browser.open(comparing.address)
    assert "It brings the roster of an earlier import back." in ready.words()
    browser.press(ready, "Apply")
    work(world)
    assert world.admin("dana").get("/v1/classes/k2").status == 200
    old = browser.open(first.address)
    assert "This roster is no longer kept." in old.words()
    assert not old.page.find_all("button", string="Bring this roster back")


def test_an_act_that_cannot_be_undone_has_a_message_above_the_list(world: World) -> None:
    browser = admin_of(world)
    first = apply_roster(world, browser, a_full_district())
    kept = apply_roster(world, browser, a_district().change("users", "tess", givenName="Terry"))
    apply_roster(world, browser, a_full_district())
    apply_roster(world, browser, a_full_district().change("users", "tess", givenName="Terry"))
    del first
    late = browser.press(kept, "Undo this import")
    assert late.status == 409
    assert "no longer kept" in late.words("#errors")


# -- who, and what it costs -------------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.SCHOOL_ADMIN, Role.TEACHER])
def test_only_district_administrators_see_the_roster(world: World, role: Role) -> None:
    world.person("sam", role, schools=("north",))
    browser = Browser().sign_in_as("sam")
    assert browser.open("/console/roster").status == 403
    assert "Roster" not in browser.open("/console/home").words(".main-nav")


def test_names_from_a_package_stay_text(world: World) -> None:
    browser = admin_of(world)
    pack = (
        a_district()
        .change("orgs", "north", name=HOSTILE)
        .change("users", "tess", givenName=HOSTILE)
    )
    shown = apply_roster(world, browser, pack)
    for tab in ("overview", "changes", "problems"):
        page = browser.open(f"{shown.address}?tab={tab}")
        assert "<script>alert" not in page.text
        assert not page.page.select("main b")


def test_a_screen_asks_the_api_little(world: World) -> None:
    shown = apply_roster(world, admin_of(world), a_district())
    name = shown.address.split("/")[-1].split("?")[0]

    def list_calls(view: Any, **path: str) -> list[str]:
        return list_calls_as(world, "dana", Role.DISTRICT_ADMIN, view, {}, **path)

    assert list_calls(list_roster_imports) == ["GET /v1/roster", "GET /v1/roster-imports"]
    assert list_calls(show_roster_import, import_id=name) == [
        "GET /v1/roster-imports/{import_id}",
        "GET /v1/roster",
    ]
