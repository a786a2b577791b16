"""The pages of the console that are measured: who opens them, and what a form says on them.

A screen that is not named here is measured by its path, about what `EveryScreen` has, unless
`APART` says why not (`tests/house/test_measured_pages.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from chalicelib.console.screens import Screen
    from tests.console.every_screen import EveryScreen

MANY = 60
"""Assessments of the list, and schools of a distribution."""
SEVERAL = 5
"""Further trackers of one class: a student's page shows them all."""

APART = {
    "/console/static/{name}": "a file",
    "/console/sign-in": "leads elsewhere",
    "/console/signed-in": "leads elsewhere",
    "/console/refresh": "leads elsewhere",
    "/console": "leads elsewhere",
    "/console/assessments/{assessment_id}/items": "leads elsewhere",
    "/console/assessments/{assessment_id}/properties": "leads elsewhere",
    "/console/assessments/{assessment_id}/attachments/{attachment_id}": "leads to the file",
    "/console/processes/{process_id}/pages/{page}": "leads to the tab",
    "/console/{proxy+}": "says that nothing is there, and asks nothing",
    "/console/parts": "the local stack's",
}
"""Screens that are not measured, and why. Files (`/files/`) are the API's own bytes."""


OF_THE_DISTRICT = {
    "Schools": "/console/schools",
    "A school": "/console/schools/north",
    "A class": "/console/classes/c1",
    "People": "/console/people",
    "A person": "/console/people/lena",
    "Account": "/console/account",
}


class MeasuredPage(NamedTuple):
    """A page as somebody opens it; with a form, as somebody sends it."""

    person: str
    address: str
    form: Mapping[str, str] | None = None


def pages_of(scene: EveryScreen, large: str) -> dict[str, MeasuredPage]:
    """Name the pages; `large` is a distribution to many schools."""
    plain = {
        "dana": {**_of_administrators(scene, large), **OF_THE_DISTRICT},
        "lena": {**_of_data_teams(scene), **_of_classes(scene), **_of_teachers(scene)},
    }
    named = {
        name: MeasuredPage(person, address)
        for person, addresses in plain.items()
        for name, address in addresses.items()
    }
    return {**named, **_of_others(scene, named.values()), **_of_forms(scene)}


def _of_others(scene: EveryScreen, named: Iterable[MeasuredPage]) -> dict[str, MeasuredPage]:
    """Open each screen that nobody named."""
    from chalicelib.acts import Role
    from chalicelib.console.request_pipeline import every_screen

    shown = [screen for screen in every_screen() if screen.method == "GET"]
    known = {find_screen(page.address, shown).path for page in named} | APART.keys()
    others = [each for each in shown if each.path not in known and "/files/" not in each.path]
    people = {True: "dana", False: "lena"}
    return {
        each.path: MeasuredPage(
            people[each.roles is None or Role.DISTRICT_ADMIN in each.roles], scene.fill(each)
        )
        for each in others
    }


def find_screen(address: str, screens: Iterable[Screen]) -> Screen:
    """Find the screen at an address."""
    given = urlsplit(address).path.split("/")
    fitting = [each for each in screens if _fits(each.path.split("/"), given)]
    return min(fitting, key=lambda each: each.path.count("{"))


def _fits(template: list[str], given: list[str]) -> bool:
    pairs = zip(template, given, strict=False)
    return len(template) == len(given) and all(a == b or a.startswith("{") for a, b in pairs)


def _of_administrators(scene: EveryScreen, large: str) -> dict[str, str]:
    assessment = f"/console/assessments/{scene.assessment}"
    draft = f"/console/assessments/{scene.draft}"
    distribution = f"/console/distributions/{scene.distribution}"
    return {
        "Home": "/console/home",
        "Assessments": "/console/assessments",
        "New assessment": "/console/new-assessment",
        "An assessment": f"{assessment}?tab=items",
        "Its attachments": f"{assessment}?tab=attachments",
        "Its settings": f"{assessment}?tab=settings",
        "Its results": f"{assessment}?tab=results",
        "Write an item": f"{assessment}/item",
        "Attach a document": f"{draft}/attachments",
        "Answer key from a file": f"{draft}/key-file",
        "Item bank": f"{draft}/bank",
        "Import questions": "/console/item-imports",
        "An import of questions": f"/console/item-imports/{scene.item_import}",
        "Correct an assessment": f"{assessment}/correction?item=1",
        "A correction": f"/console/corrections/{scene.correction}",
        "Select trackers": f"{draft}/distribute",
        "Distributions": "/console/distributions",
        "Progress of 60 schools": f"/console/distributions/{large}",
        "Receipts": f"{distribution}?tab=receipts",
        "Settings of a distribution": f"{distribution}?tab=settings",
        "Results": f"{distribution}?tab=results&by=classes",
        "Item analysis": f"{distribution}?tab=analysis",
        "Recall a distribution": f"{distribution}/acts/recall",
        "Add trackers": f"{distribution}/acts/add",
        "All Mastery Processes": "/console/processes",
        "New data team": "/console/new-team",
        "A printed template": f"/console/printouts/{scene.printout}",
    }


def _of_data_teams(scene: EveryScreen) -> dict[str, str]:
    from chalicelib.console import process_tabs

    team = f"/console/teams/{scene.team}"
    process = f"/console/processes/{scene.process}"
    open_process = f"/console/processes/{scene.open_process}"
    return {
        "Data Team": "/console/teams",
        "A team's processes": team,
        "Data Team Info": f"{team}?tab=info",
        "New process": f"/console/new-process?team={scene.team}",
        **{
            f"Process: {tab.name}": f"{process}?tab={code}"
            for code, tab in process_tabs.TABS.items()
        },
        **{
            f"Open process: {name}": f"{open_process}?tab={code}"
            for code, name in (("pre-test", "Pre-Test"), ("analyze", "Analyze"))
        },
        "Finish and lock": f"{open_process}/acts/finish",
        "Class goals": f"{open_process}/classes/c1",
        "Library": "/console/library",
        "A process in the library": f"/console/library/{scene.process}",
        "Reports": "/console/reports",
        "A process's report": f"/console/reports/{scene.process}",
    }


def _of_classes(scene: EveryScreen) -> dict[str, str]:
    from chalicelib.console import mastery_grid

    tracker = scene.trackers["c1"]
    sheet = f"/console/sheets/{tracker}/{scene.assessment}"
    mastery, student = f"/console/mastery/{tracker}", scene.students["c1"][0]
    return {
        "Result sheet": sheet,
        "Results from a file": f"{sheet}/file",
        "Analysis of a sheet": f"{sheet}/analysis",
        "History of a sheet": f"{sheet}/history",
        "Print for a class": f"/console/assessments/{scene.assessment}/print?tracker={tracker}",
        **{f"Mastery by {tab}": f"{mastery}?tab={tab}" for tab in mastery_grid.TABS},
        "Most to reteach first": f"{mastery}?tab=standards&by=meeting",
        "A student's mastery": f"{mastery}/students/{student}",
        "A student in all trackers": f"/console/students/{student}",
    }


def _of_teachers(scene: EveryScreen) -> dict[str, str]:
    from chalicelib.console import tracker_page

    tracker = f"/console/trackers/{scene.trackers['c1']}"
    return {
        "A teacher's Home": "/console/home",
        "Trackers": "/console/trackers",
        **{f"A tracker: {tab}": f"{tracker}?tab={tab}" for tab in tracker_page.TABS},
        "Change standards": f"{tracker}?tab=standards&change=yes",
        "Add an assessment": f"{tracker}/add-assessment?whose=all",
        "New tracker": "/console/new-tracker",
        "A teacher's assessment": f"/console/assessments/{scene.own}?tab=items",
    }


def _of_forms(scene: EveryScreen) -> dict[str, MeasuredPage]:
    """Forms that only look: nothing is changed by them, however often they are sent."""
    tracker = scene.trackers["c1"]
    rows = "".join(f"{student},B,T,2\n" for student in scene.students["c1"])
    settings = {"title": "Math", "levels": "4", "method": "highest", "act": "preview"}
    version = scene.dana.get(f"/v1/assessments/{scene.draft}").etag
    return {
        "A look at results from a file": MeasuredPage(
            "lena",
            f"/console/sheets/{tracker}/{scene.assessment}/file",
            {"csv": f"Student,1,2,3\n{rows}", "act": "look"},
        ),
        "A preview of settings": MeasuredPage("lena", f"/console/trackers/{tracker}", settings),
        "A look at an answer key": MeasuredPage(
            "dana",
            f"/console/assessments/{scene.draft}/key-file",
            {"csv": "number,key\n1,A\n2,T\n", "act": "look", "etag": version},
        ),
    }
