"""The tabs of a Mastery Process, in the order of the guide, and the data of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from . import comparison, process_figures, process_tests, process_text_tabs, smart_goals
from .screens import ScreenPage

if TYPE_CHECKING:
    from .process_page import Facts, OpenProcess

NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: its name in the guide's words, its template, and the reader of its data."""

    name: str
    template: str
    read: Callable[[OpenProcess], Facts]
    needs: str = ""
    """The link that a process has for people who see the tab; blank for everybody."""


TABS: Mapping[str, Tab] = MappingProxyType(
    {
        "pre-test": Tab("Pre-Test", "test", process_tests.read_pre_test),
        "collect": Tab("1. Collect and Chart Data", "collection", process_figures.read_collection),
        "analyze": Tab("Analyze", "texts", process_text_tabs.read_analyze, "analyze"),
        "goals": Tab("Goals", "texts", process_text_tabs.read_goals, "goals_page"),
        "strategies": Tab("Strategies", "texts", process_text_tabs.read_strategies, "strategies"),
        "smart-goals": Tab("Smart Goals", "smart_goals", smart_goals.read_goals),
        "post-test": Tab("Post-Test", "test", process_tests.read_post_test),
        "compare": Tab("Compare", "comparison", comparison.read_comparison),
        "reflect": Tab("Reflect", "texts", process_text_tabs.read_reflect, "reflect"),
    }
)
"""The tabs in the order of the work."""


def show_tab(
    opened: OpenProcess, name: str, facts: Mapping[str, Any] = NOTHING, status: int = 200
) -> ScreenPage:
    """Show a process with a tab; `facts` are what a refused form adds."""
    header = read_header(opened)
    known = dict(header["shown_tabs"])
    chosen = name if name in known else _usual(opened, known)
    tab = TABS[chosen]
    shown = {**header, "tab": chosen, **tab.read(opened), **facts}
    return ScreenPage(f"processes/{tab.template}.html", shown, status)


def read_header(opened: OpenProcess) -> Facts:
    """Return the data of the header, the Actions menu and the tabs."""
    process = opened.process
    return {
        "process": process,
        "may": frozenset(process["allowed"]),
        "etag": opened.etag,
        "shown_tabs": [
            (name, tab.name)
            for name, tab in TABS.items()
            if not tab.needs or tab.needs in process["links"]
        ],
    }


def _usual(opened: OpenProcess, known: Mapping[str, str]) -> str:
    """Return the tab to begin with: the pre-test until a class has it, then the first step."""
    first = "collect" if "pre" in opened.process["parts_in_progress"] else "pre-test"
    return first if first in known else next(iter(known))
