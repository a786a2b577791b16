"""Standards: imported, checked and applied by clicking, and looked at as a tree."""

from __future__ import annotations

import json
from typing import Any

import pytest

from chalicelib.acts import Role
from chalicelib.console.standards import list_standards, show_standards_set
from chalicelib.console.standards_imports import show_standards_import
from chalicelib.console.standards_tree import MOST, look_at_tree
from tests.api.test_standards import arrive
from tests.support.browser import Browser, ShownPage, admin_of, fields_of, list_calls_as, teacher_of
from tests.support.frameworks import a_package, an_item, under, with_items
from tests.support.machinery import Machinery
from tests.support.workbooks import read_by_calamine
from tests.support.world import World

HOSTILE = "<script>alert('x')</script>\"'><b>مرحبا"
NEW = "/console/new-standards-import"
MATH = "/console/standards/little.math.3"


def upload(world: World, shown: ShownPage, content: bytes) -> str:
    """Send the file with the bucket's form, as it stands on the page; return where it leads."""
    form = shown.one("form[data-next]")
    said = {name: values[-1] for name, values in fields_of(form).items()}
    files = world.settings.files_bucket
    world.clients.s3.put_object(Bucket=files, Key=said["key"], Body=content)
    arrive(said["key"])
    return str(form["data-next"])


def check_package(world: World, browser: Browser, package: Any) -> ShownPage:
    content = package if isinstance(package, bytes) else json.dumps(package).encode()
    second = browser.press(browser.open(NEW), "Upload and check", fill={"name": "little.json"})
    return browser.open(upload(world, second, content))


def test_a_file_with_a_very_long_name_is_taken_and_named_by_its_end(world: World) -> None:
    browser = admin_of(world)
    name = f"{'x' * 240} grade 3.json"
    second = browser.press(browser.open(NEW), "Upload and check", fill={"name": name})
    shown = browser.open(upload(world, second, b"{}"))
    assert name[-200:] in shown.words()
    assert name not in shown.words()


def apply_package(world: World, browser: Browser, package: Any) -> ShownPage:
    shown = check_package(world, browser, package)
    browser.press(shown, "Apply")
    Machinery(world).run()
    return browser.open(shown.address)


def state(shown: ShownPage) -> str:
    return shown.words(".states")


def smaller() -> Any:
    """Return the package without one of its two standards of grade 3."""
    package = a_package()
    package["CFItems"] = [each for each in package["CFItems"] if each["identifier"] != "two"]
    package["CFAssociations"] = [
        each for each in package["CFAssociations"] if each["identifier"] != "two-count"
    ]
    return package


def large(many: int = 5_000) -> Any:
    """A framework of so many statements: domains of four grades with ninety-nine standards each."""
    items, links = [], []
    for number in range(many // 100):
        domain = f"d{number}"
        grades = [f"0{5 + number % 4}"]
        items.append(
            an_item(domain, CFItemType="Domain", subject=["Science"], educationLevel=grades)
        )
        links.append(under(domain, "little", sequenceNumber=number))
        for below in range(99):
            name = f"{domain}-{below}"
            items.append(an_item(name, fullStatement="Explain how evidence supports it. " * 4))
            links.append(under(name, domain, sequenceNumber=below))
    return {**a_package(), "CFItems": items, "CFAssociations": links}


# -- bringing them in -------------------------------------------------------------------------


def test_an_empty_district_imports_a_framework(world: World) -> None:
    browser = admin_of(world)
    empty = browser.open("/console/standards")
    assert "There are no standards yet." in empty.words()
    second = browser.press(browser.open(empty.link("Import standards")), "Upload and check")
    waiting = browser.open(second.link("Continue"))
    assert (state(waiting), waiting.one("#import")["hx-trigger"]) == (
        "Waiting for the file", "every 3s",
    )  # fmt: skip
    upload(world, second, json.dumps(a_package()).encode())
    ready = browser.open(waiting.address)
    assert state(ready) == "Ready to apply"
    assert "The framework is new." in ready.words()
    assert [row[:3] for row in ready.rows()] == [["Math", "3", "2"], ["Reading", "4", "1"]]
    applying = browser.press(ready, "Apply")
    assert applying.words(".note.good") == "Done. The import is being applied."
    assert "0 of 2 standards sets are written." in applying.words()
    Machinery(world).run()
    done = browser.open(applying.address)
    assert state(done) == "Applied"
    sets = browser.open(done.link("See the standards"))
    assert [row[0] for row in sets.rows("#sets table")] == ["Math, grade 3", "Reading, grade 4"]


@pytest.mark.parametrize("content", [b"", b"no json", b'{"CFDocument": 3}'], ids=str)
def test_a_file_that_is_no_framework_is_refused_in_words(world: World, content: bytes) -> None:
    shown = check_package(world, admin_of(world), content)
    assert state(shown) == "Refused"
    assert "Nothing has changed." in shown.words()
    assert shown.rows()


def a_flawed_package() -> Any:
    """Three thousand standards whose parent is nowhere, and one without a text."""
    items = [an_item(f"x{n}", educationLevel=[f"0{n % 3 + 1}"]) for n in range(3_000)]
    links = tuple(under(f"x{n}", "ghost") for n in range(3_000))
    return with_items(*items, an_item("mute", fullStatement=""), links=links)


def test_three_thousand_equal_problems_are_one_line_that_opens_to_places(world: World) -> None:
    browser = admin_of(world)
    shown = check_package(world, browser, a_flawed_package())
    assert state(shown) == "Refused"
    assert [row[3] for row in shown.rows()] == ["3,000", "1", "3,001"]
    listed = browser.open(shown.link("3 kinds of problems"))
    assert listed.rows() == shown.rows()
    assert listed.rows()[0][1:3] == [
        "Error",
        "CFAssociations, destinationNodeURI /CFAssociations/5/destinationNodeURI : ghost",
    ]
    opened = browser.open(listed.link("3,000"))
    assert "It occurs 3,000 times." in opened.words()
    assert len(opened.rows()) == 50
    assert opened.rows()[49] == ["/CFAssociations/54/destinationNodeURI x49-ghost", "ghost", ""]
    for page in (shown, listed, opened):
        assert len(page.text) < 60_000
    assert browser.open(f"{shown.address}?tab=problems&cursor=old").status == 400


def test_problems_are_filtered_and_exported_for_the_publisher(world: World) -> None:
    browser = admin_of(world)
    at = check_package(world, browser, a_flawed_package()).address
    form = browser.open(f"{at}?tab=problems")
    found = browser.press(form, "Filter", fill={"severity": "warning", "file": "CFItems"})
    assert [row[1] for row in found.rows()] == ["Warning"]
    file = browser.open(found.link("Download these problems (CSV)"))
    assert "standards-problems.csv" in str(file.headers["Content-Disposition"])
    (line,) = file.text.splitlines()[1:]
    assert line.startswith("warning,CFItems,,3001,,")
    assert line.count("/CFItems/") == 50
    assert len(browser.open(f"{at}/files/problems").text.splitlines()) == 4
    book = browser.open(found.link("Download these problems (Excel)"))
    assert len(read_by_calamine(book.content)) == 2
    assert browser.open(f"{at}/files/others").status == 404
    nothing = browser.open(f"{at}?tab=problems&severity=hold")
    assert "No problems match." in nothing.words()
    assert browser.open(f"{at}?tab=problems&severity=dreadful").status == 422
    gone = browser.open(f"{at}?tab=problems&code=volcano")
    assert "There is no such problem." in gone.words()


def test_a_loss_waits_for_a_confirmation(world: World) -> None:
    browser = admin_of(world)
    apply_package(world, browser, a_package())
    shown = check_package(world, browser, smaller())
    assert state(shown) == "On hold"
    assert "1 of the 3 standards in your sets" in shown.words("#apply")
    assert ["Statements and headings", "0", "0", "1"] in shown.rows()
    late = browser.press(shown, "Remove and apply")
    assert late.status == 422
    assert "Select this box to apply the import anyway." in late.words()
    browser.press(late, "Remove and apply", fill={"confirm": "yes"})
    Machinery(world).run()
    assert state(browser.open(shown.address)) == "Applied"
    tree = browser.open(MATH)
    assert "1 standard can no longer be chosen" in tree.words()


def test_applying_a_framework_that_a_colleague_discarded_is_refused(world: World) -> None:
    browser, other = admin_of(world), admin_of(world, "dora")
    shown = check_package(world, browser, a_package())
    other.press(other.open(shown.address), "Discard")
    late = browser.press(shown, "Apply")
    assert late.status == 409
    assert "dora discarded this import after you opened it." in late.words("#errors")
    (row,) = browser.open("/console/standards-imports").rows()
    assert row[1:4] == ["Discarded", "Little Framework little.json", "dana Discarded by dora"]


def test_an_interrupted_import_goes_on(world: World) -> None:
    browser = admin_of(world)
    shown = check_package(world, browser, a_package())
    browser.press(shown, "Apply")
    assert world.messages("jobs")  # and nobody works on them: the worker is lost
    assert state(browser.open(shown.address)) == "Applying"
    world.clock.forward(minutes=10)
    Machinery(world).run()
    assert state(browser.open(shown.address)) == "Applied"


# -- looking at them --------------------------------------------------------------------------


def test_sets_are_found_by_framework_subject_and_grade(world: World) -> None:
    browser = admin_of(world)
    apply_package(world, browser, a_package())
    for query in ({"subject": "Reading"}, {"grade": "04"}, {"subject": "Reading", "grade": "04"}):
        found = browser.press(browser.open("/console/standards"), "Filter", fill=query)
        assert [row[0] for row in found.rows("#sets table")] == ["Reading, grade 4"]
    none = browser.open("/console/standards?subject=Reading&grade=03")
    assert "No standards set matches." in none.words()


def test_a_set_is_a_tree_that_opens_and_can_be_searched(world: World) -> None:
    browser = admin_of(world)
    apply_package(world, browser, a_package())
    tree = browser.open(MATH)
    assert tree.words("#tree summary") == "COUNT Statement count. (Cluster)"
    assert tree.words("#tree details ul") == "ONE Statement one. TWO Statement two."
    found = browser.press(tree, "Find", fill={"text": "statement TWO"})
    assert found.words("#tree ul") == "TWO Statement two."
    nothing = browser.press(tree, "Find", fill={"text": "volcano"})
    assert "No standards match." in nothing.words()
    assert browser.open("/console/standards/none").status == 404


def test_a_large_framework_stays_small_on_every_page(world: World) -> None:
    browser = admin_of(world)
    apply_package(world, browser, large())
    links = browser.open("/console/standards").page.select("#sets table a")
    assert len(links) == 4
    whole = browser.open(str(links[0]["href"]))
    assert len(whole.page.select("#tree li")) == 13
    assert "99 standards" in whole.words("#tree li")
    branch = browser.open(str(whole.page.select("#tree li a")[3]["href"]))
    assert "1 to 50 of 99" in branch.words("#tree")
    last = browser.open(branch.link("Next page"))
    assert len(last.page.select("#tree li li, #tree ul.standards > li")) == 49
    found = browser.open(f"{whole.address}?text=evidence")
    assert "1,287 matches" in found.words("#tree")
    behind = browser.open(f"{whole.address}?text=evidence&from=99999")
    assert "of 1,287" in behind.words("#tree")
    for page in (whole, branch, last, found, behind):
        assert len(page.text) < 60_000


def line(name: str, level: int) -> dict[str, Any]:
    return {"identifier": name, "code": name, "statement": "", "level": level, "selectable": True}


def test_branches_close_where_they_end() -> None:
    lines = [line(*each) for each in (("a", 0), ("b", 1), ("c", 2), ("d", 0), ("e", 1))]
    steps = [(each.kind, each.line and each.line["code"]) for each in look_at_tree(lines, {}).steps]
    assert steps == [
        ("open", "a"), ("open", "b"), ("line", "c"), ("close", None), ("close", None),
        ("open", "d"), ("line", "e"), ("close", None),
    ]  # fmt: skip
    below = look_at_tree(lines, {"under": "b"})
    assert [each["code"] for each in below.trail] == ["a", "b"]
    assert [each.kind for each in below.steps] == ["line"]
    flat = [line("a", 0), *(line(f"b{n}", 1) for n in range(MOST)), line("c", 0)]
    page = look_at_tree(flat, {}).branches
    assert page is not None
    assert [(each.kind, each.standards) for each in page.rows] == [("branch", MOST), ("line", 0)]


# -- who, and what it costs -------------------------------------------------------------------


def test_everybody_looks_and_district_administrators_alone_import(world: World) -> None:
    apply_package(world, admin_of(world), a_package())
    world.person("sam", Role.SCHOOL_ADMIN, schools=("north",))
    for browser in (teacher_of(world, "tess", "north"), Browser().sign_in_as("sam")):
        assert browser.open(MATH).status == 200
        assert "Import standards" not in browser.open("/console/standards").words()
        assert browser.open("/console/standards-imports").status == 403
        assert browser.open(NEW).status == 403


def test_names_from_a_framework_stay_text(world: World) -> None:
    browser = admin_of(world)
    package = a_package(title=HOSTILE)
    package["CFItems"][0]["fullStatement"] = HOSTILE
    shown = apply_package(world, browser, package)
    for at in (shown.address, MATH, "/console/standards", "/console/standards-imports"):
        page = browser.open(at)
        assert "<script>alert" not in page.text
        assert not page.page.select("main b")


def test_a_screen_asks_the_api_little(world: World) -> None:
    shown = apply_package(world, admin_of(world), a_package())
    name = shown.address.split("/")[-1].split("?")[0]

    def list_calls(view: Any, **path: str) -> list[str]:
        return list_calls_as(world, "dana", Role.DISTRICT_ADMIN, view, {}, **path)

    assert list_calls(list_standards) == ["GET /v1/standards-sets", "GET /v1/frameworks"]
    assert list_calls(show_standards_set, set_id="little.math.3") == [
        "GET /v1/standards-sets/{standards_set_id}"
    ]
    assert list_calls(show_standards_import, import_id=name) == [
        "GET /v1/standards-imports/{import_id}"
    ]
