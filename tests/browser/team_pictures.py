"""The pictures of docs/guide/team-leaders.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.pictures import GuidePicture
from tests.browser.team_sights import preview_levels_of, write_over

if TYPE_CHECKING:
    from playwright.sync_api import Page

PROCESS = "/console/processes/{work}"


def meet_another_text(page: Page) -> None:
    """Write where a colleague wrote meanwhile."""
    write_over(page, "Most students name the parts of a whole that is drawn for them.")


PICTURES = (
    GuidePicture("team-processes", "/console/teams/{team}", height=520),
    GuidePicture("pre-test", f"{PROCESS}?tab=pre-test", height=1000),
    GuidePicture("collect", f"{PROCESS}?tab=collect", height=1100),
    GuidePicture(
        "analyze", f"{PROCESS}?tab=analyze", meet_another_text, part="#texts", height=1700
    ),
    GuidePicture("smart-goals", f"{PROCESS}?tab=smart-goals", height=900),
    GuidePicture("compare", f"{PROCESS}?tab=compare", height=1000),
    GuidePicture("finish", f"{PROCESS}/acts/finish", height=740),
    GuidePicture("team-info", "/console/teams/{team}?tab=info", preview_levels_of, height=1250),
    GuidePicture("library", "/console/library", height=600),
)
