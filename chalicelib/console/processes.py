"""A Mastery Process: its page with a tab for each step."""

from __future__ import annotations

from .process_page import ADDRESS, OpenProcess
from .process_tabs import show_tab
from .screens import EVERYBODY, ScreenPage, Screens, Visit

screens = Screens()


@screens.show(ADDRESS, roles=EVERYBODY)
def show_process(visit: Visit, process_id: str) -> ScreenPage:
    """Show a process with the tab that is asked for."""
    return show_tab(OpenProcess.open(visit, process_id), visit.query.get("tab", ""))
