"""The screens of data teams, as their leader sees them, and as administrators do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.sight import Reader, Sight, at, go, press

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.stage import BrowserStage

TEAM, NEW = "/console/teams/{team}", "/console/new-process?team={team}"
WORK, BEGUN, BARE = (
    "/console/processes/{work}",
    "/console/processes/{begun}",
    "/console/processes/{bare}",
)
MISSING = "/console/not-activated"
FINISHED = "/console/processes/{finished}"
P = "/console/processes/{process_id}"
READERS: tuple[Reader, ...] = ("admin", "leader", "principal")
TEMPLATES = {
    "pre-test": "test",
    "collect": "collection",
    "analyze": "texts",
    "goals": "texts",
    "strategies": "texts",
    "smart-goals": "smart_goals",
    "post-test": "test",
    "compare": "comparison",
    "reflect": "texts",
}
"""The tabs, and what shows them."""


def meet_another_text(page: Page, stage: BrowserStage) -> None:
    """Come to a page of which a colleague changed a text meanwhile."""
    go(page, f"{WORK}?tab=analyze", stage)
    write_over(page, "Parts of one whole are compared by their size.")


def write_over(page: Page, text: str) -> None:
    """Write over what a colleague wrote after the page was opened, as far as the page knows."""
    page.locator("form[data-autosave] [name=version]").evaluate("it => { it.value = '1'; }")
    page.locator("#strengths").fill(text)
    page.get_by_role("button", name="Save Changes").click()
    page.locator("#strengths-conflict").wait_for()


def choose_pre_test(page: Page, stage: BrowserStage) -> None:
    """Come to the second step of a new process."""
    go(page, NEW, stage)
    page.locator("#name").fill("Unit 7 Mastery Process")
    page.get_by_role("button", name="Next").click()
    page.locator("#tests").wait_for()


def preview_levels(page: Page, stage: BrowserStage) -> None:
    """Come to the preview of other levels."""
    go(page, f"{TEAM}?tab=info", stage)
    preview_levels_of(page)


def preview_levels_of(page: Page) -> None:
    """Let the third level of the page begin lower, and look at what it would do."""
    page.locator("#lower-2").fill("65")
    page.get_by_role("button", name="Preview", exact=True).click()
    page.locator("#preview").wait_for()


def mistake_levels(page: Page, stage: BrowserStage) -> None:
    """Come to levels that cannot be saved."""
    go(page, f"{TEAM}?tab=info", stage)
    page.locator("#lower-2").fill("ten")
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator("#errors").wait_for()


WRONG_FORM = """(form) => {
  const sheet = JSON.parse(form.dataset.grid);
  const typed = {student: sheet.students[1], was: sheet.rows[1][0], "0.1": "Z"};
  for (const [name, value] of Object.entries(typed)) {
    const field = document.createElement("input");
    Object.assign(field, {type: "hidden", name, value});
    form.append(field);
  }
  form.submit();
}"""


def mistake_answer(page: Page, stage: BrowserStage) -> None:
    """Come to a sheet with what cannot be an answer, as it is sent without a script."""
    go(page, "/console/sheets/{sheet}", stage)
    page.locator("table[role=grid]").wait_for()
    page.locator("form[data-grid]").evaluate(WRONG_FORM)
    page.locator("#errors").wait_for()


TEAM_SIGHTS: tuple[Sight, ...] = (
    at("report.html", "/console/reports/{process_id}", "/console/reports/{finished}"),
    at("teams/none.html", "/console/teams", "/console/teams"),
    at("teams/new.html", "/console/new-team", "/console/new-team"),
    Sight("teams/new.html", "", press("/console/new-team", "button[value=make]"), 422),
    *(
        at("processes/list.html", "/console/processes", "/console/processes", who=who)
        for who in READERS
    ),
    *(
        at("processes/not_activated.html", MISSING, f"{MISSING}{query}", who=who)
        for who in ("admin", "principal")
        for query in ("", "?step=reflect")
    ),
    *(at("library/list.html", "/console/library", "/console/library", who=who) for who in READERS),
    at("library/list.html", "/console/library", "/console/library?text=nothing-is-so"),
    at("library/entry.html", "/console/library/{process_id}", "/console/library/{finished}"),
    *(at("reports.html", "/console/reports", "/console/reports", who=who) for who in READERS),
    at("teams/processes.html", "/console/teams", "/console/teams", who="leader"),
    at("teams/processes.html", "/console/teams/{team_id}?tab=processes", TEAM, who="leader"),
    *(
        at(
            "teams/info.html",
            "/console/teams/{team_id}?tab=info",
            f"{TEAM}?tab=info&find=a",
            who=who,
        )
        for who in READERS[:2]
    ),
    Sight("teams/info.html", "", preview_levels, who="leader"),
    Sight("teams/info.html", "", mistake_levels, 422, who="leader"),
    at("teams/new_process.html", "/console/new-process", NEW, who="leader"),
    at("teams/new_process.html", "/console/new-process", f"{NEW}&from={{finished}}", who="leader"),
    Sight("teams/choose_pre_test.html", "", choose_pre_test, who="leader"),
    *(
        at(f"processes/{template}.html", f"{P}?tab={tab}", f"{process}?tab={tab}", who=who)
        for process, who in ((WORK, "leader"), (FINISHED, "leader"), (WORK, "principal"))
        for tab, template in TEMPLATES.items()
        if who == "leader" or template != "texts"
    ),
    *(
        at("processes/test.html", f"{P}?tab={tab}", f"{process}?tab={tab}", who="leader")
        for process in (BEGUN, BARE)
        for tab in ("pre-test", "post-test")
    ),
    *(
        at(
            "processes/comparison.html",
            f"{P}?tab=compare",
            f"{WORK}?tab=compare&by={by}",
            who="leader",
        )
        for by in ("teachers", "classes", "students")
    ),
    at("processes/collection.html", f"{P}?tab=collect", f"{BEGUN}?tab=collect", who="leader"),
    at(
        "processes/smart_goals.html",
        f"{P}?tab=smart-goals",
        f"{BEGUN}?tab=smart-goals",
        who="leader",
    ),
    Sight("processes/texts.html", "", meet_another_text, 409, who="leader"),
    *(
        at(
            "processes/class_goal.html",
            f"{P}/classes/{{class_id}}",
            f"{process}/classes/{{own_class}}",
            who="leader",
        )
        for process in (WORK, FINISHED)
    ),
    at("processes/test.html", f"{P}/acts/rename", f"{BEGUN}/acts/rename", who="leader"),
    at(
        "processes/attach_pre_test.html",
        f"{P}/acts/attach-pre-test",
        f"{BARE}/acts/attach-pre-test",
        who="leader",
    ),
    at(
        "processes/attach_post_test.html",
        f"{P}/acts/attach-post-test",
        f"{BEGUN}/acts/attach-post-test",
        who="leader",
    ),
    *(
        at(
            "processes/activate.html",
            f"{P}/acts/activate",
            f"{process}/acts/activate?test=pre&class_id={{own_class}}",
            who="leader",
        )
        for process in (BEGUN, WORK)
    ),
    *(
        at(
            "processes/undo_activate.html",
            f"{P}/acts/undo-activate",
            f"{process}/acts/undo-activate?test=pre&class_id={{own_class}}",
            who="leader",
        )
        for process in (BEGUN, WORK)
    ),
    at("processes/remind.html", f"{P}/acts/remind", f"{BEGUN}/acts/remind?test=pre", who="leader"),
    at("processes/discard.html", f"{P}/acts/discard", f"{BARE}/acts/discard", who="leader"),
    at("processes/print.html", f"{P}/acts/print", f"{WORK}/acts/print", who="leader"),
    *(
        at("processes/finish.html", f"{P}/acts/finish", f"{process}/acts/finish", who="leader")
        for process in (WORK, BEGUN)
    ),
    at("processes/finishing.html", f"{P}/acts/finish", f"{FINISHED}/acts/finish", who="leader"),
    at(
        "processes/closed.html",
        f"{P}/acts/attach-pre-test",
        f"{WORK}/acts/attach-pre-test",
        who="leader",
    ),
    at(
        "processes/printout.html",
        "/console/printouts/{printout_id}",
        "/console/printouts/{printout}",
        who="leader",
    ),
    at(
        "sheets/plain.html",
        "/console/sheets/{tracker_id}/{given_id}",
        "/console/sheets/{sheet}",
        who="leader",
    ),
    Sight("sheets/plain.html", "", mistake_answer, 422, who="leader"),
    at(
        "sheets/file.html",
        "/console/sheets/{tracker_id}/{given_id}/file",
        "/console/sheets/{sheet}/file",
        who="leader",
    ),
    at(
        "sheets/history.html",
        "/console/sheets/{tracker_id}/{given_id}/history",
        "/console/sheets/{sheet}/history",
        who="leader",
    ),
)
