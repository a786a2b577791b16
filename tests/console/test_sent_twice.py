"""Every form, sent twice and sent too late: it acts once, and keeps what was typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.console.every_screen import HOSTILE, REST, EveryScreen
from tests.support import builders
from tests.support.browser import Browser, ShownPage
from tests.support.world import World

DRAFT, ITEMS, SETTINGS = "{draft}", "{draft}?tab=items", "{draft}?tab=settings"
KEY = "Question,Key,Points,Standards\n1,A,1,3.NB.1\n"
NEW = {"title": "Unit 3", "standards_set_id": builders.SET}


@dataclass(frozen=True)
class ButtonPress:
    """A form: where it is, its button, and what is typed into it."""

    at: str
    button: str
    fill: Mapping[str, Any] = field(default_factory=dict)
    steps: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    """The buttons before it, with what is typed."""
    who: str = "dana"
    changes: bool = True
    """Whether it changes what is there: then it needs the version of that."""

    @property
    def name(self) -> str:
        """Return the name of the test."""
        return f"{self.at} {self.button}"


def of_assessment(below: str, button: str, *, changes: bool = True, **fill: Any) -> ButtonPress:
    return ButtonPress(f"/console/assessments/{below}", button, fill, changes=changes)


def of_distribution(kind: str, act: str, button: str, **more: Any) -> ButtonPress:
    return ButtonPress(f"/console/distributions/{{{kind}}}/acts/{act}", button, **more)


def of_tracker(below: str, button: str, *, changes: bool = True, **fill: Any) -> ButtonPress:
    return ButtonPress(
        f"/console/trackers/{{tracker}}{below}", button, fill, who="lena", changes=changes
    )


FORMS: dict[str, tuple[ButtonPress, ...]] = {
    "/console/new-assessment": (
        ButtonPress("/console/new-assessment", "Create the assessment", NEW),
    ),
    "/console/item-imports": (
        ButtonPress("/console/item-imports", "Import", {**NEW, "name": "new.zip", "size": "9"}),
    ),
    "/console/assessments/{assessment_id}": (
        of_assessment(DRAFT, "Rename", rename="Typed"),
        of_assessment(DRAFT, "Copy", copy="Typed", changes=False),
        of_assessment(DRAFT, "Mark as District Approved"),
        of_assessment(DRAFT, "Delete this assessment"),
    ),
    "/console/assessments/{assessment_id}/properties": (
        of_assessment(SETTINGS, "Save", title="Typed"),
    ),
    "/console/assessments/{assessment_id}/item": (
        of_assessment("{draft}/item?kind=points", "Save", prompt="Typed", standards=["3.NB.1"]),
    ),
    "/console/assessments/{assessment_id}/items": (
        of_assessment("{document}?tab=items", "Save", document_name="Typed"),
    ),
    "/console/assessments/{assessment_id}/bank": (
        of_assessment("{draft}/bank", "Add selected items", pick=["{assessment} {item}"]),
    ),
    "/console/assessments/{assessment_id}/key-file": (
        ButtonPress(
            "/console/assessments/{document}/key-file",
            "Set the key",
            steps=(("Check the file", {"csv": KEY}),),
        ),
    ),
    "/console/assessments/{assessment_id}/print": (
        of_assessment("{draft}/print", "Print", changes=False),
    ),
    "/console/assessments/{assessment_id}/attachments": (
        of_assessment("{draft}/attachments", "Attach", name="Typed.pdf", size="9"),
    ),
    "/console/assessments/{assessment_id}/attachments/{attachment_id}": (
        of_assessment("{draft}?tab=attachments", "Remove"),
    ),
    "/console/assessments/{assessment_id}/correction": (
        of_assessment(
            "{assessment}/correction?item={item}",
            "Save and rescore every class",
            right=["1"],
            comment="Typed",
        ),
    ),
    "/console/assessments/{assessment_id}/distribute": (
        ButtonPress(
            "/console/assessments/{draft}/distribute",
            "Distribute",
            steps=(("Save", {"district": "yes"}),),
        ),
    ),
    "/console/distributions/{distribution_id}/acts/{act}": (
        of_distribution("distribution", "recall", "Recall", fill={"comment": "Typed"}),
        of_distribution("distribution", "remind", "Send reminders", changes=False),
        of_distribution("recalled", "restore", "Restore"),
        of_distribution("scheduled", "cancel", "Cancel the distribution"),
        of_distribution(
            "scheduled", "change", "Save", steps=(("Check", {"give_until": "2026-11-20"}),)
        ),
        of_distribution(
            "distribution",
            "repeat",
            "Distribute",
            steps=(("Check", {"assessment": "{document}"}),),
            changes=False,
        ),
    ),
    "/console/people/{person_id}": (
        ButtonPress("/console/people/lena", "Send invitation", changes=False),
        ButtonPress("/console/people/lena", "Sign out everywhere", changes=False),
        ButtonPress("/console/people/lena", "Turn email off"),
    ),
    "/console/courses": (
        ButtonPress(
            "/console/courses",
            "Make trackers",
            {"course": ["math-3"], "standards_set_id": builders.SET},
            changes=False,
        ),
    ),
    "/console/status": (
        ButtonPress("/console/status", f"Send again : Lena {HOSTILE}, {HOSTILE}"),
        ButtonPress("/console/status", "Send back : Imports and other long work", changes=False),
        ButtonPress("/console/status", "Try now : Items are imported.", changes=False),
    ),
    "/console/settings": (ButtonPress("/console/settings", "Save", {"name": "Typed"}),),
    "/console/account": (ButtonPress("/console/account", "Turn email off", who="lena"),),
    "/console/new-team": (
        ButtonPress(
            "/console/new-team",
            "Save",
            steps=(
                ("Find people", {"name": "Typed", "find": "olga"}),
                (f"Add Olga {HOSTILE} as a team leader", {}),
            ),
        ),
    ),
    "/console/teams/{team_id}": (
        ButtonPress("/console/teams/{team}?tab=info", "Rename", {"rename": "Typed"}),
        ButtonPress("/console/teams/{team}?tab=info", "Retire this data team"),
        ButtonPress("/console/teams/{team}?tab=info", "Save", {"name-0": "Typed"}, changes=False),
    ),
    "/console/trackers/{tracker_id}": (
        of_tracker("?tab=settings", "Save", title="Typed"),
        of_tracker("?tab=settings", "Archive this tracker"),
        of_tracker("?tab=standards&change=yes", "Save", standards=["3.NB.1"]),
        of_tracker("?tab=collaborators&find=olga", "Add Olga"),
        of_tracker("", "Remove Kept"),
        of_tracker("", "Bring back"),
    ),
    "/console/trackers/{tracker_id}/add-assessment": (
        of_tracker("/add-assessment", "Add Another", changes=False),
    ),
    "/console/new-tracker": (
        ButtonPress(
            "/console/new-tracker",
            "Make the tracker",
            {"class_id": "c1", "standards_set_id": builders.SET, "title": "Typed"},
            who="lena",
        ),
    ),
    "/console/processes/{process_id}/acts/{act}": (
        ButtonPress("/console/processes/{open_process}", "Rename", {"name": "Typed"}, who="lena"),
        ButtonPress(
            "/console/processes/{open_process}/acts/print", "Print", who="lena", changes=False
        ),
        ButtonPress(
            "/console/processes/{open_process}/acts/remind",
            "Send reminders",
            who="lena",
            changes=False,
        ),
        ButtonPress(
            "/console/processes/{open_process}/acts/attach-post-test",
            "Attach the Pre-Test once more",
            who="lena",
        ),
        ButtonPress(
            "/console/processes/{open_process}/acts/attach-post-test",
            "Copy the Pre-Test and attach it",
            {"title": "Typed"},
            who="lena",
        ),
        ButtonPress(
            "/console/processes/{open_process}/acts/finish",
            "Finish and Lock",
            {"without_post_test": "yes"},
            who="lena",
        ),
    ),
    "/console/processes/{process_id}/classes/{class_id}": (
        ButtonPress(
            "/console/processes/{open_process}/classes/c1", "Save", who="lena", changes=False
        ),
    ),
    "/console/sheets/{tracker_id}/{given_id}": (
        ButtonPress(
            "/console/sheets/{tracker}/{assessment}",
            "Save",
            {"given": "2026-09-10"},
            who="lena",
            changes=False,
        ),
    ),
    "/console/sheets/{tracker_id}/{given_id}/file": (
        ButtonPress(
            "/console/sheets/{tracker}/{assessment}/file",
            "Enter the results",
            steps=(("Check the file", {"csv": "Student,1\n{student},A"}),),
            who="lena",
        ),
    ),
    "/console/new-roster-import": (
        ButtonPress("/console/new-roster-import", "Upload and check", {"joins": "yes"}),
    ),
    "/console/roster/{import_id}": (
        ButtonPress("/console/roster/{roster_import}", "Apply", {"grants": ["ola"]}),
        ButtonPress("/console/roster/{roster_import}", "Discard"),
        ButtonPress("/console/roster/{refused_roster}", "Discard"),
    ),
    "/console/new-standards-import": (
        ButtonPress("/console/new-standards-import", "Upload and check", {"name": "typed.json"}),
    ),
    "/console/standards-imports/{import_id}": (
        ButtonPress("/console/standards-imports/{standards_import}", "Apply"),
        ButtonPress("/console/standards-imports/{standards_import}", "Discard"),
    ),
    "/console/not-activated": (
        ButtonPress("/console/not-activated", "Remind: ", changes=False),
        ButtonPress("/console/not-activated", "Remind the data team listed here", changes=False),
    ),
    "/console/new-process": (
        ButtonPress(
            "/console/new-process?team={team}",
            "Choose it later",
            steps=(("Next", {"name": "Typed"}),),
            who="lena",
        ),
    ),
}
"""By the path that takes the form."""
NEW_THINGS = (
    "/console/new-assessment",
    "/console/new-team",
    "/console/new-tracker",
    "/console/new-process?team={team}",
    "/console/item-imports",
    "/console/new-roster-import",
    "/console/new-standards-import",
    "/console/assessments/{draft}/attachments",
    "/console/assessments/{draft}/distribute",
)
"""Forms that make something new, and so have no version."""
WITHOUT_KEYS = {
    "/console/sign-out": "to sign out twice is to sign out",
    "/console/refresh": "it sends on another form",
    REST: "it takes no form",
    "/console/processes/{process_id}/pages/{page}": "only changes are sent: test_process_pages.py",
}


@pytest.fixture
def scene(world: World) -> EveryScreen:
    return world.scene(EveryScreen)


def names(scene: EveryScreen) -> dict[str, str]:
    items = scene.dana.get(f"/v1/assessments/{scene.assessment}/items").body["items"]
    places = ("draft", "document", "assessment", "distribution", "scheduled", "recalled")
    more = {
        "student": scene.students["c1"][0],
        "team": scene.team,
        "open_process": scene.open_process,
        "tracker": scene.trackers["c1"],
        "roster_import": scene.roster_import,
        "refused_roster": scene.refused_roster,
        "standards_import": scene.standards_import,
    }
    return {**more, **{each: getattr(scene, each) for each in places}, "item": items[0]["id"]}


def prepare_form(
    scene: EveryScreen, press: ButtonPress
) -> tuple[Browser, ShownPage, dict[str, Any], str]:
    """Open a form, and return what is typed into it and its button."""
    browser, known = Browser().sign_in_as(press.who), names(scene)
    shown = browser.open(press.at.format(**known))
    for button, typed in press.steps:
        said = {name: text.format(**known) for name, text in typed.items()}
        shown = browser.press(shown, button, fill=said)
    fill = {
        name: [each.format(**known) for each in value] if isinstance(value, list) else value
        for name, value in press.fill.items()
    }
    buttons = [
        " ".join(b.get_text(" ").split())
        for b in shown.page.select("main button:not([hidden] button)")
    ]
    labels = [
        str(b.get("aria-label") or "")
        for b in shown.page.select("main button:not([hidden] button)")
    ]
    found = [each for each in (*labels, *buttons) if each.startswith(press.button)]
    assert found, (press.button, buttons)
    return browser, shown, fill, press.button if press.button in found else found[0]


EVERY = [press for some in FORMS.values() for press in some]
VERSIONED = [press for press in EVERY if press.changes and press.at not in NEW_THINGS]


@pytest.mark.parametrize("press", EVERY, ids=lambda each: each.name)
def test_sent_twice_a_form_acts_once(scene: EveryScreen, press: ButtonPress) -> None:
    browser, shown, fill, button = prepare_form(scene, press)
    before = scene.world.items()
    first = browser.press(shown, button, fill=fill)
    assert first.status == 200, first.words()
    after = scene.world.items()
    assert after != before
    second = browser.press(shown, button, fill=fill)
    assert (second.status, second.heading) == (first.status, first.heading)
    assert scene.world.items() == after


@pytest.mark.parametrize("press", VERSIONED, ids=lambda each: each.name)
def test_a_form_sent_too_late_says_so_and_keeps_the_text(
    scene: EveryScreen, press: ButtonPress
) -> None:
    browser, shown, fill, button = prepare_form(scene, press)
    versions = shown.page.select("main input[name=etag]")
    assert versions, "it changes what is there, and says no version of it"
    for each in versions:
        each["value"] = '"9999"'
    before = scene.world.items()
    late = browser.press(shown, button, fill=fill)
    assert late.status == 412, late.words()
    assert late.page.select("#errors")
    assert scene.world.items() == before
    values = [
        str(each.get("value", "")) if each.name == "input" else each.get_text().strip()
        for each in late.page.select("main input, main textarea")
    ]
    for name, text in fill.items():
        if isinstance(text, str):
            assert text in values, name
