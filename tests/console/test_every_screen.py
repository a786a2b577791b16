"""The rules of every page: for screen readers, hostile names, and Back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from bs4 import Tag

from tests.console.every_screen import HOSTILE, SCREENS, EveryScreen
from tests.support.browser import Browser, ShownPage
from tests.support.world import World

READERS = ("dana", "sam", "lena", "")
STUDENT = "Zimmer"
"""The family name of every student, and of nobody else."""
ABOUT = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "form", "hx-target")
"""Attributes that name other elements."""


@pytest.fixture
def scene(world: World) -> EveryScreen:
    return world.scene(EveryScreen)


def faults(pages: dict[str, ShownPage], look: str) -> dict[str, list[str]]:
    """Return the violations that a check finds, by address."""
    check = CHECKS[look]
    found = {address: list(check(shown)) for address, shown in pages.items()}
    return {address: wrong for address, wrong in found.items() if wrong}


def controls(shown: ShownPage) -> Iterator[Tag]:
    """Return the controls that can be filled, pressed or followed."""
    for each in shown.page.select("input, select, textarea, button, a, summary"):
        if each.get("type") != "hidden" and not each.has_attr("hidden"):
            yield each


def name_of(shown: ShownPage, control: Tag) -> str:
    """Return the name of a control for a screen reader."""
    if control.get("aria-label"):
        return str(control["aria-label"])
    if control.get("aria-labelledby"):
        names = str(control["aria-labelledby"]).split()
        return " ".join(shown.one(f'[id="{name}"]').get_text() for name in names)
    if control.name in ("button", "a", "summary"):
        return control.get_text()
    labels = shown.page.find_all("label", attrs={"for": control.get("id") or "-"})
    around = control.find_parent("label")
    return " ".join(each.get_text() for each in (*labels, *([around] if around else [])))


def find_unnamed(shown: ShownPage) -> Iterator[str]:
    return (str(each)[:120] for each in controls(shown) if not name_of(shown, each).strip())


def alike(shown: ShownPage) -> Iterator[str]:
    """Ids that stand twice."""
    count = Counter(str(each["id"]) for each in shown.page.select("[id]"))
    return (name for name, times in count.items() if times > 1 or not name.strip())


def pointing_nowhere(shown: ShownPage) -> Iterator[str]:
    known = {str(each["id"]) for each in shown.page.select("[id]")}
    for attribute in ABOUT:
        for each in shown.page.select(f"[{attribute}]"):
            for name in str(each[attribute]).split():
                if name.removeprefix("#") not in known and name not in ("closest", "this", "p"):
                    yield f"{attribute}={name}"
    for link in shown.page.select("a[href^='#']"):
        if str(link["href"])[1:] not in known:
            yield str(link)[:80]


def badly_built(shown: ShownPage) -> Iterator[str]:
    page = shown.page
    if len(page.select("h1")) != 1:
        yield f"{len(page.select('h1'))} h1"
    if not page.title or not page.title.get_text().removesuffix(" - Plumbline").strip():
        yield "no title"
    if page.html is None or page.html.get("lang") != "en":
        yield "no language"
    if not page.select("main#main") or not page.select("a.skip[href='#main']"):
        yield "no skip link"
    yield from badly_told(shown)


def badly_told(shown: ShownPage) -> Iterator[str]:
    """Tables, groups and charts that say too little of themselves."""
    page = shown.page
    for table in page.select("table"):
        if not table.caption or not table.caption.get_text().strip():
            yield "a table without a caption"
        yield from (str(each)[:80] for each in table.select("th:not([scope])"))
        yield from ("a row without its head" for row in table.select("tbody tr") if not row.th)
    for group in page.select("fieldset"):
        if not group.legend or not group.legend.get_text().strip():
            yield "a fieldset without a legend"
    for picture in page.select("svg[role=img]"):
        if not str(picture.get("aria-label", "")).strip():
            yield "a chart without words"


def against_the_policy(shown: ShownPage) -> Iterator[str]:
    """Return violations of the policy, and markup that people wrote."""
    for each in shown.page.find_all(True):
        names = [name for name in each.attrs if name == "style" or name.startswith("on")]
        yield from (f"{each.name} {name}" for name in names)
    for each in shown.page.select("style, script:not([src]), iframe, object, embed, base, b#top"):
        yield str(each)[:120]
    for each in shown.page.select("[href], [src], [action], [formaction]"):
        for name in ("href", "src", "action", "formaction"):
            if str(each.get(name, "")).strip().casefold().startswith(("javascript:", "vbscript:")):
                yield str(each)[:120]
    if "49 مرحبا" in shown.text:
        yield "a template in a template"


def find_cacheable(shown: ShownPage) -> Iterator[str]:
    said = {name.casefold(): str(text) for name, text in shown.headers.items()}
    if said.get("cache-control") != "no-store":
        yield f"Cache-Control: {said.get('cache-control')}"
    if "default-src 'none'" not in said.get("content-security-policy", ""):
        yield "no policy"
    if said.get("x-content-type-options") != "nosniff":
        yield "no nosniff"


def find_shared_forms(shown: ShownPage) -> Iterator[str]:
    """Forms that a browser that goes Back fills with what somebody else typed.

    Chromium knows a form again by its address and the names of its first two fields. One of the two
    is another for each person.
    """
    for form in shown.page.select("main form[method=post]"):
        names = [str(each["name"]) for each in form.select("[name]:not(button)")]
        typed = form.select("textarea:not([readonly], [hidden]), input:not([type=hidden]), select")
        if typed and not any(name.startswith("_key.") for name in names[:2]):
            yield f"{form.get('action')}: {names[:2]}"


def find_controls_without_id(shown: ShownPage) -> Iterator[str]:
    """Controls without an id in what the page replaces: whoever is on one loses their place."""
    for part in shown.page.select("[hx-trigger^=every]"):
        for each in part.select("a, button, summary, input:not([type=hidden]), select, textarea"):
            if not each.get("id"):
                yield str(each)[:80]


CHECKS = {
    "every control has a name": find_unnamed,
    "every id is one element's": alike,
    "what names an element finds it": pointing_nowhere,
    "pages are built for screen readers": badly_built,
    "what people wrote is text": against_the_policy,
    "Back shows nothing after a sign-out": find_cacheable,
    "what is replaced keeps the focus": find_controls_without_id,
    "Back shows nobody what another person typed": find_shared_forms,
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("look", CHECKS)
def test_of_every_page(scene: EveryScreen, reader: str, look: str) -> None:
    assert faults(scene.pages(reader), look) == {}


def test_every_screen_is_among_the_pages(scene: EveryScreen) -> None:
    pages = scene.pages()
    missing = {
        screen.path
        for screen in SCREENS
        if screen.method == "GET" and scene.fill(screen) not in pages
    }
    assert missing == {
        "/console/static/{name}",  # a file
        "/console/sign-in",  # leads to the pool's pages
        "/console/signed-in",
        "/console/refresh",
        "/console/assessments/{assessment_id}/attachments/{attachment_id}",  # leads to the bucket
        "/console/distributions/{distribution_id}/files/{name}",  # a file
        "/console/processes/{process_id}/files/{name}",
        "/console/mastery/{tracker_id}/files/{name}",
        "/console/sheets/{tracker_id}/{given_id}/files/{name}",
        "/console/roster/{import_id}/files/{name}",
        "/console/standards-imports/{import_id}/files/{name}",
    }
    assert len(pages) > 100


def test_the_pages_do_show_what_hostile_people_wrote(scene: EveryScreen) -> None:
    silent = {
        address.partition("?")[0].removeprefix("/console/").split("/")[0]
        for address, shown in scene.pages().items()
        if HOSTILE not in re.sub(r"\s+", " ", shown.page.get_text())
    }
    assert silent == set(), "the reader's own name stands on every page"


@pytest.mark.parametrize("reader", ["dana", "dora", "sam", "lena", "olga"])
def test_every_link_and_button_leads_its_reader_to_a_page_of_theirs(
    scene: EveryScreen, reader: str
) -> None:
    """A person gets no offer of a screen or action that is not allowed, nor of one out of order."""
    browser = Browser().sign_in_as(reader)
    pages, tried = scene.pages(reader), set()
    wrong = {}
    for address, shown in pages.items():
        if shown.status != 200:
            continue
        assert not shown.page.select("main [disabled]:not([aria-describedby])"), address
        for link in shown.page.select("a[href^='/console']"):
            to = str(link["href"]).partition("#")[0]
            kind = re.sub(r"\b[0-9A-Z]{26}\b|=[^&]*", "*", to)
            if kind in tried or "/static/" in to:
                continue
            tried.add(kind)
            found = pages.get(to) or browser.open(to)
            if found.status >= 400:
                wrong[f"{address} -> {to}"] = found.status
    assert wrong == {}
    assert len(tried) > 8


ADDRESSES = ("href", "action", "formaction", "src", "hx-get", "hx-post", "hx-replace-url")


@pytest.mark.parametrize("reader", READERS)
def test_no_address_and_no_title_of_a_page_names_a_student(scene: EveryScreen, reader: str) -> None:
    told = {}
    shows = False
    for address, shown in scene.pages(reader).items():
        shows = shows or STUDENT in shown.text
        title = shown.page.title
        found = [shown.address, title.get_text() if title else ""]
        for each in shown.page.find_all(True):
            found += [str(each[name]) for name in ADDRESSES if each.has_attr(name)]
        if wrong := [each for each in found if STUDENT.casefold() in each.casefold()]:
            told[address] = wrong
    assert told == {}
    assert shows == bool(reader), "they do see students, on the pages"


def test_no_log_names_a_student_or_says_what_was_typed(
    scene: EveryScreen, caplog: pytest.LogCaptureFixture
) -> None:
    browser = Browser().sign_in_as("lena")
    seen = [browser.open(each) for each in scene.addresses() if "/distribut" not in each]
    assert any(STUDENT in each.text for each in seen)
    sheet = next(each for each in seen if each.page.select("form[data-sheet]"))
    browser.press(sheet, "Save", fill={"0.1": "Kingfisher"})
    logged = " ".join(str(vars(record)) for record in caplog.records)
    assert "read_of_students" in logged
    assert STUDENT not in logged
    assert "Kingfisher" not in logged
