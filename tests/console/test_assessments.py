"""Assessments > Formative: the list, an assessment with its tabs, and what its header does."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.acts import Role
from chalicelib.assessments.model import Approval, AssessmentKind, Visibility
from tests.api.results_scene import RIGHT, Results
from tests.support import builders
from tests.support.browser import Browser, admin_of, teacher_of
from tests.support.world import World

HOSTILE = "<script>alert('x')</script> \"Ünït\" مرحبا"


def a_list(world: World) -> Browser:
    """Return a district with four assessments that a district admin sees."""
    builders.a_set(world)

    def add(day: int, title: str, **said: Any) -> None:
        at = f"2026-09-{day:02}T12:00:00.000Z"
        builders.an_assessment(world, title=title, created=at, changed=at, **said)

    approved = Approval(by="dana", at="2026-09-09T12:00:00.000Z")
    add(1, "Equal groups", approved=approved)
    add(2, "Equal shares", grades=("03", "04", "05"), creator="tess")
    add(3, "Fractions", kind=AssessmentKind.DOCUMENT, standards=("3.FR.1",), document="Booklet")
    add(4, "A tale", subject="Reading", grades=("KG",), set_id="", standards=(), items=0)
    add(5, "Secret", creator="tess", visibility=Visibility.PRIVATE)
    return admin_of(world)


def names(shown: Any) -> list[str]:
    return [each.get_text() for each in shown.page.select("#found tbody th a")]


def options(shown: Any, of: str) -> list[str]:
    return [" ".join(each.get_text().split()) for each in shown.page.select(f"select#{of} option")]


def test_the_list_shows_what_one_may_see_as_people_say_it(world: World) -> None:
    shown = a_list(world).open("/console/assessments")
    assert shown.heading == "Formative assessments"
    assert names(shown) == ["A tale", "Fractions", "Equal shares", "Equal groups"]
    rows = shown.rows("#found table")
    assert rows[0][1:4] == ["Reading", "K", "No standards set yet"]
    assert rows[2][2] == "3-5"
    assert rows[2][4:7] == ["Private to the district", "Tess Example", "Sep 2, 2026"]
    assert "Draft" in rows[0][0]
    assert "District Approved" in rows[3][0]
    assert shown.words("#found caption") == "4 assessments"


def test_every_filter_offers_its_values(world: World) -> None:
    shown = a_list(world).open("/console/assessments")
    assert options(shown, "subject") == ["All subjects", "Mathematics (3)", "Reading (1)"]
    assert options(shown, "grade") == ["All grades", "K (1)", "3 (3)", "4 (1)", "5 (1)"]
    assert options(shown, "standards_set_id")[1] == "Juniper Flats: Mathematics, grade 3 (3)"
    assert options(shown, "standard")[1] == "3.FR.1 (3)"
    assert options(shown, "kind") == ["Both kinds", "Item-based", "Document-based"]
    assert options(shown, "created_by_id") == ["Everyone", "Dana Example (3)", "Tess Example (1)"]
    assert options(shown, "visibility")[1:] == [
        "Private to me",
        "Private to the school",
        "Private to the district",
        "Shared with the community",
    ]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"text": "equal"}, ["Equal shares", "Equal groups"]),
        ({"subject": "Reading"}, ["A tale"]),
        ({"grade": "04"}, ["Equal shares"]),
        ({"standards_set_id": builders.SET}, ["Fractions", "Equal shares", "Equal groups"]),
        ({"standard": "3.NB.1"}, ["Equal shares", "Equal groups"]),
        ({"kind": "document"}, ["Fractions"]),
        ({"created_by_id": "tess"}, ["Equal shares"]),
        ({"visibility": "private"}, []),
        ({"approved": "true"}, ["Equal groups"]),
        ({"text": "equal", "approved": "true", "grade": "03"}, ["Equal groups"]),
    ],
    ids=str,
)
def test_search_and_filters_narrow_together(
    world: World, chosen: dict[str, str], found: list[str]
) -> None:
    browser = a_list(world)
    shown = browser.press(browser.open("/console/assessments"), "Search", fill=chosen)
    assert names(shown) == found
    for name, value in chosen.items():
        kept = shown.page.select(
            f"#{name}[value='{value}'], #{name} option[value='{value}'][selected]"
        )
        assert kept, name
    if not found:
        assert "No assessments match." in shown.words()


def test_chosen_filters_are_counted_and_stand_open(world: World) -> None:
    browser = a_list(world)
    assert not browser.open("/console/assessments").one(".filter-fold").has_attr("open")
    shown = browser.open("/console/assessments?grade=03&kind=item")
    assert shown.one(".filter-fold").has_attr("open")
    assert shown.words(".filter-fold summary") == "Filters 2"


def test_a_column_sorts_and_turns_around(world: World) -> None:
    browser = a_list(world)
    shown = browser.open("/console/assessments?text=equal")
    assert shown.one("th[aria-sort]").get_text().split()[0] == "Changed"
    by_name = browser.open(shown.link("Name"))
    assert names(by_name) == ["Equal groups", "Equal shares"]
    assert by_name.one("th[aria-sort]")["aria-sort"] == "ascending"
    turned = browser.open(str(by_name.one("th[aria-sort] a")["href"]))
    assert names(turned) == ["Equal shares", "Equal groups"]
    assert turned.one("#text")["value"] == "equal"


def test_a_long_list_goes_on_on_the_next_page(world: World) -> None:
    for number in range(53):
        builders.an_assessment(world, title=f"Unit {number:02}")
    browser = admin_of(world)
    first = browser.open("/console/assessments?sort=title&text=unit")
    assert len(names(first)) == 50
    rest = browser.open(first.link("Next page"))
    assert names(rest) == ["Unit 50", "Unit 51", "Unit 52"]
    assert not rest.page.find("a", string="Next page")


def test_hostile_names_are_text(world: World) -> None:
    made = builders.an_assessment(world, title=HOSTILE, creator_name=HOSTILE)
    browser = admin_of(world)
    for address in (
        "/console/assessments",
        "/console/assessments?text=%22%3E%3Cscript%3E",
        *(f"/console/assessments/{made.id}?tab={tab}" for tab in ("settings", "results")),
    ):
        shown = browser.open(address)
        assert shown.status == 200
        assert not shown.page.select("script:not([src])")
    assert browser.open(f"/console/assessments/{made.id}").heading == HOSTILE


def test_a_value_that_no_filter_has_is_refused_with_a_page(world: World) -> None:
    shown = admin_of(world).open("/console/assessments?kind=poem")
    assert (shown.status, shown.heading) == (422, "Something needs correcting")


# -- an assessment -----------------------------------------------------------------------------


def write_assessment(world: World, **changes: Any) -> str:
    """Return an item-based assessment of a district admin's, with an item of every kind."""
    builders.statements(world)
    dana = world.admin()
    begun = {"title": "Check", "standards_set_id": builders.SET, "visibility": "district"} | changes
    made = dana.post("/v1/assessments", begun)
    assert made.status == 201, made.body
    path = f"/v1/assessments/{made.body['id']}"
    document = {"document": {"name": "Booklet"}} if changes.get("kind") == "document" else {}
    set_ = dana.put(f"{path}/items", {"items": EVERY_KIND, **document}, made.etag)
    assert set_.status == 200, set_.body
    return str(made.body["id"])


EVERY_KIND: list[dict[str, Any]] = [
    {"id": "q1", "kind": "single_choice", "prompt": "1 + 1?", "choices": ["1", "2", "3"],
     "key": ["B"], "points": "1", "standards": ["3.NB.1"]},
    {"id": "q2", "kind": "multiple_choice", "prompt": "Which are even?",
     "choices": ["2", "3", "4"], "key": ["A", "C"], "points": "2", "scoring": "partial",
     "standards": ["3.NB.1", "3.NB.2"]},
    {"id": "q3", "kind": "true_false", "prompt": "A half is more than a third.", "key": ["true"],
     "points": "1", "standards": ["3.FR.1"]},
    {"id": "q4", "kind": "numeric", "prompt": "A half as a decimal?", "key": ["0.5"],
     "tolerance": "0.01", "points": "1", "standards": ["3.FR.1"]},
    {"id": "q5", "kind": "short_text", "prompt": "Half of two?", "key": ["one", "1"],
     "points": "1", "standards": ["3.FR.2"]},
    {"id": "q6", "kind": "points", "prompt": "Draw three quarters.", "points": "4",
     "standards": ["3.FR.2"]},
]  # fmt: skip


def open_assessment(browser: Browser, assessment: str, tab: str = "") -> Any:
    return browser.open(f"/console/assessments/{assessment}?tab={tab}")


def test_an_assessment_says_where_it_stands_and_reads_like_the_test(world: World) -> None:
    shown = open_assessment(admin_of(world), write_assessment(world))
    assert shown.heading == "Check"
    assert shown.words(".states") == "Ready"
    assert "6 items, 10 points" in shown.words(".head")
    items = [" ".join(each.get_text(" ").split()) for each in shown.page.select(".items > li")]
    assert "1 + 1? A 1 B 2 Correct C 3" in items[0]
    assert "Partial credit for what is correct." in items[1]
    assert "Correct: True" in items[2]
    assert "0.5 ± 0.01" in items[3]
    assert "one , 1" in items[4]
    assert "Points by hand · 4 points" in items[5]


def test_a_draft_says_what_it_lacks(world: World) -> None:
    made = builders.an_assessment(world, set_id="", items=0, standards=(), mask=0)
    shown = open_assessment(admin_of(world), made.id)
    assert shown.words(".states") == "Draft"
    assert "it needs: a standards set at least one item" in shown.words(".note")
    assert shown.link("Go to Settings").endswith("?tab=settings")


def test_use_results_and_corrections_are_shown(world: World) -> None:
    scene = Results(world)
    browser = admin_of(world)
    assert "In use" in open_assessment(browser, scene.assessment).words(".states")
    scene.enter("c1", RIGHT, RIGHT)
    shown = open_assessment(browser, scene.assessment)
    assert "Has results" in shown.words(".states")
    assert "use Correct" in shown.words(".note")
    assert not shown.page.find_all("button", string="Move up")
    assert not shown.page.find_all("button", string="Remove")


def test_rename_and_a_name_that_is_refused_keeps_what_was_typed(world: World) -> None:
    made = write_assessment(world)
    browser = admin_of(world)
    done = browser.press(
        open_assessment(browser, made), "Rename", fill={"rename": "Unit 3: Fractions"}
    )
    assert (done.heading, done.words(".note.good")) == (
        "Unit 3: Fractions",
        "Done. The assessment is renamed.",
    )
    wrong = browser.press(done, "Rename", fill={"rename": "x" * 300})
    assert wrong.status == 422
    assert wrong.one("#rename")["value"] == "x" * 300
    assert wrong.one("#rename")["aria-invalid"] == "true"
    assert wrong.one("details.menu").has_attr("open")
    assert wrong.page.select("#errors a[href='#rename']")


def test_a_copy_is_a_draft_of_ones_own_and_a_second_press_makes_no_second(world: World) -> None:
    made = write_assessment(world)
    browser = admin_of(world, "dora")
    page = open_assessment(browser, made)
    assert not page.page.find_all("button", string="Rename")
    copy = browser.press(page, "Copy", fill={"copy": "Mine"})
    again = browser.press(page, "Copy", fill={"copy": "Mine"})
    assert copy.heading == again.heading == "Mine"
    assert copy.address.partition("?")[0] == again.address.partition("?")[0]
    assert "This is your copy of the assessment." in copy.words(".note")
    assert "by Dora Example" in copy.words(".head")


def test_the_badge_is_set_and_removed_and_keeps_others_from_copying(world: World) -> None:
    made = write_assessment(world)
    browser = admin_of(world, "dora")
    marked = browser.press(open_assessment(browser, made), "Mark as District Approved")
    assert "District Approved" in marked.words(".states")
    assert not marked.page.find_all("button", string="Copy")
    back = browser.press(marked, "Remove District Approved")
    assert "District Approved" not in back.words(".states")
    assert "no longer marked District Approved" in back.words(".note.good")


def test_a_draft_is_deleted_after_a_second_look(world: World) -> None:
    made = write_assessment(world)
    browser = admin_of(world)
    page = open_assessment(browser, made)
    assert "cannot be restored" in page.words(".menu details")
    gone = browser.press(page, "Delete this assessment")
    assert (gone.heading, gone.words(".note.good")) == (
        "Formative assessments",
        "Done. The assessment is deleted.",
    )
    assert open_assessment(browser, made).status == 404


def test_an_act_on_an_earlier_version_does_nothing_and_says_so(world: World) -> None:
    made = write_assessment(world)
    browser = admin_of(world)
    page = open_assessment(browser, made)
    browser.press(open_assessment(browser, made), "Rename", fill={"rename": "Newer"})
    late = browser.press(page, "Rename", fill={"rename": "Mine"})
    assert late.status == 412
    assert (late.heading, late.one("#rename")["value"]) == ("Newer", "Mine")
    assert "was changed after you opened it" in late.words("#errors")


def test_a_colleagues_change_in_another_field_stays(world: World) -> None:
    made = write_assessment(world)
    browser = admin_of(world)
    page = browser.open(f"/console/assessments/{made}?tab=settings")
    other = browser.open(f"/console/assessments/{made}?tab=settings")
    browser.press(other, "Save", fill={"subject": "Reading", "title": "Theirs"})
    late = browser.press(page, "Save", fill={"title": "Mine"})
    assert late.status == 412
    assert (late.one("#title")["value"], late.one("#subject")["value"]) == ("Mine", "Reading")
    assert "Saved now: Theirs" in late.words("#title-hint")
    browser.press(late, "Save")
    saved = world.admin().get(f"/v1/assessments/{made}").body
    assert (saved["title"], saved["subject"]) == ("Mine", "Reading")


@pytest.mark.parametrize("seen", ["", "x", "[]", '{"title": 1}'])
def test_a_form_that_does_not_say_what_was_seen_is_saved_as_a_whole(
    world: World, seen: str
) -> None:
    made = write_assessment(world)
    browser = admin_of(world)
    page = browser.open(f"/console/assessments/{made}?tab=settings")
    after = browser.press(page, "Save", fill={"seen": seen, "subject": "Reading"})
    assert after.status == 200, after.text
    assert world.admin().get(f"/v1/assessments/{made}").body["subject"] == "Reading"


def test_an_assessment_that_nobody_may_see_looks_like_a_missing_one(world: World) -> None:
    secret = builders.an_assessment(world, "tess", visibility=Visibility.PRIVATE)
    browser = admin_of(world)
    found = [open_assessment(browser, name) for name in (secret.id, "nothing", "..%2F..", "é%20x")]
    assert {each.status for each in found} == {404}
    assert len({each.heading for each in found}) == 1
    acted = browser.send("POST", f"/console/assessments/{secret.id}", b"act=delete&etag=%221%22")
    assert acted.status == 404


@pytest.mark.parametrize("body", [b"", b"act=", b"act=burn", b"rename=Other"])
@pytest.mark.parametrize("below", ["", "/items"])
def test_a_form_that_names_no_act_is_refused_with_the_way_out(
    world: World, body: bytes, below: str
) -> None:
    one = builders.an_assessment(world)
    shown = admin_of(world).send("POST", f"/console/assessments/{one.id}{below}", body)
    assert (shown.status, shown.heading) == (400, "This page cannot do that")
    assert "load the page again, and press the button you need" in shown.words()


def test_each_role_sees_and_may_do_only_its_part(world: World) -> None:
    made = write_assessment(world)
    colleague = open_assessment(teacher_of(world), made, "settings")
    assert [a.get_text() for a in colleague.page.select(".menu button")] == ["Copy"]
    assert "Distribute" not in colleague.words()
    assert not colleague.page.select("form[action$=properties]")
    world.person("sam", Role.SCHOOL_ADMIN, schools=("north",))
    school = open_assessment(Browser().sign_in_as("sam"), made)
    assert not school.page.find_all("a", string="Edit")
    settings = open_assessment(Browser().sign_in_as("sam"), made, "settings")
    assert "Only district administrators distribute assessments." in settings.words()
    assert not school.page.find_all("button", string="Copy")


# -- settings ----------------------------------------------------------------------------------


def test_settings_lead_to_distribute_or_say_why_not(world: World) -> None:
    made = write_assessment(world)
    browser = admin_of(world)
    shown = open_assessment(browser, made, "settings")
    assert shown.link("Distribute") == f"/console/assessments/{made}/distribute"
    private = browser.press(shown, "Save", fill={"visibility": "private"})
    assert "It must be private to the district." in private.words("section")
    assert not private.page.find_all("a", string="Distribute")
    other = open_assessment(admin_of(world, "dora"), write_assessment(world), "settings")
    assert "You can distribute only assessments that you have created." in other.words("section")


def test_properties_are_saved_and_only_what_was_changed(world: World) -> None:
    made = write_assessment(world)
    browser = admin_of(world)
    saved = browser.press(
        open_assessment(browser, made, "settings"),
        "Save",
        fill={"title": "Unit 3", "grades": ["03", "04"], "cuts": "40, 75", "language": "en"},
    )
    assert "Your changes are saved." in saved.words(".note.good")
    view = world.admin().get(f"/v1/assessments/{made}").body
    assert (view["title"], view["grades"], view["cuts"]) == ("Unit 3", ["03", "04"], ["40", "75"])
    assert view["language"] == "en"
    assert view["subject"] == "Mathematics"
    same = browser.press(saved, "Save")
    assert world.admin().get(f"/v1/assessments/{made}").body["version"] == view["version"]
    assert same.status == 200


def test_wrong_properties_are_at_the_field_and_in_the_summary(world: World) -> None:
    made = write_assessment(world)
    browser = admin_of(world)
    wrong = browser.press(
        open_assessment(browser, made, "settings"),
        "Save",
        fill={"cuts": "80, 50", "title": "Typed"},
    )
    assert wrong.status == 422
    assert wrong.one("#cuts")["value"] == "80, 50"
    assert wrong.one("#cuts")["aria-invalid"] == "true"
    assert wrong.one("#title")["value"] == "Typed"
    assert wrong.page.select("#errors a[href='#cuts']")


def test_settings_changed_by_somebody_else_keep_what_was_typed_beside_theirs(world: World) -> None:
    made = write_assessment(world)
    browser = admin_of(world)
    page = open_assessment(browser, made, "settings")
    browser.press(page, "Rename", fill={"rename": "Theirs"})
    late = browser.press(page, "Save", fill={"title": "Mine"})
    assert late.status == 412
    assert late.one("#title")["value"] == "Mine"
    assert late.words("#title-hint") == "Saved now: Theirs"
    assert browser.press(late, "Save").heading == "Mine"


def test_fields_frozen_by_use_are_text_with_the_reason(world: World) -> None:
    scene = Results(world)
    browser = admin_of(world)
    page = open_assessment(browser, scene.assessment, "settings")
    assert not page.page.select("select#standards_set_id, select#level_count")
    assert "This cannot change while the assessment is in use." in page.words("form")
    saved = browser.press(page, "Save", fill={"subject": "Math"})
    assert "Your changes are saved." in saved.words(".note.good")


def test_a_new_assessment_is_a_draft_of_its_maker(world: World) -> None:
    builders.a_set(world)
    browser = admin_of(world)
    form = browser.open(browser.open("/console/assessments?text=x").link("New assessment"))
    assert form.heading == "New assessment"
    missing = browser.press(form, "Create the assessment", fill={"subject": "Kept"})
    assert missing.status == 422
    assert missing.one("#title")["aria-invalid"] == "true"
    assert missing.one("#subject")["value"] == "Kept"
    said = {"title": "Unit 4", "standards_set_id": builders.SET, "level_count": "4"}
    made = browser.press(missing, "Create the assessment", fill=said)
    again = browser.press(missing, "Create the assessment", fill=said)
    assert (made.heading, made.words(".states")) == ("Unit 4", "Draft")
    assert again.address == made.address
    view = world.admin().get(f"/v1{made.address.removeprefix('/console').partition('?')[0]}").body
    assert (view["level_count"], view["visibility"]) == (4, "district")


def test_people_who_write_no_assessments_see_no_way_to_begin_one(world: World) -> None:
    world.person("sam", Role.SCHOOL_ADMIN, schools=("north",))
    browser = Browser().sign_in_as("sam")
    assert not browser.open("/console/assessments").page.find_all("a", string="New assessment")
    assert browser.open("/console/new-assessment").status == 403


# -- results -----------------------------------------------------------------------------------


def test_results_lead_to_the_distributions_of_the_assessment(world: World) -> None:
    scene = Results(world)
    shown = open_assessment(admin_of(world), scene.assessment, "results")
    (row,) = shown.page.select("main tbody tr")
    assert row.a["href"] == f"/console/distributions/{scene.distribution}"
    assert "Delivered" in row.get_text()
    none = open_assessment(admin_of(world), scene.an_assessment(), "results")
    assert "There are no results yet." in none.words()
    teacher = open_assessment(Browser().sign_in_as("tess"), scene.assessment, "results")
    assert "Results are in the trackers." in teacher.words()


# -- Lessons/Assessments, in the words of the guide -----------------------------------------------


def test_each_row_has_attachments_copy_and_properties(world: World) -> None:
    made = write_assessment(world)
    for browser in (admin_of(world), teacher_of(world)):
        shown = browser.open("/console/assessments")
        links = {a.get_text(): str(a["href"]) for a in shown.page.select("#found .menu a")}
        at = f"/console/assessments/{made}"
        assert links == {
            "Attachments": f"{at}?tab=attachments",
            "Copy": f"{at}?do=copy",
            "Properties": f"{at}?tab=settings",
        }
        assert browser.open(links["Attachments"]).words(".tabs [aria-current]") == "Attachments"
        copying = browser.open(links["Copy"])
        assert copying.page.select(".menu[open] #copy[data-focus]")
        copy = browser.press(copying, "Copy", fill={"copy": "Post-Test"})
        assert (copy.status, copy.heading) == (200, "Post-Test")


def test_a_teacher_finds_the_name_of_the_guide(world: World) -> None:
    tess = teacher_of(world)
    shown = tess.open("/console/assessments")
    assert shown.heading == "Lessons/Assessments"
    assert shown.words(".main-nav [aria-current]") == "Lessons/Assessments"


def test_an_assessment_that_a_person_may_not_copy_offers_no_copy(world: World) -> None:
    write_assessment(world)
    world.person("sam", Role.SCHOOL_ADMIN, schools=("north",))
    shown = Browser().sign_in_as("sam").open("/console/assessments")
    assert [a.get_text() for a in shown.page.select("#found .menu a")] == [
        "Attachments",
        "Properties",
    ]
