"""The data of the tabs Analyze, Goals, Strategies and Reflect."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .forms import NO_ERRORS, Errors
from .process_texts import TextForm

if TYPE_CHECKING:
    from .process_page import Facts, OpenProcess


def read_analyze(opened: OpenProcess) -> Facts:
    """Return the data of the tab Analyze: the page, and the pre-test's results."""
    tested = _read_results(opened) if opened.process["pre_test"] else None
    return read_texts(opened, "analyze", {"team": tested and tested["team"], "tested": tested})


def _read_results(opened: OpenProcess) -> Any:
    return opened.read("/collection", test="pre", team_only="true")


def read_goals(opened: OpenProcess) -> Facts:
    """Return the data of the tab Goals: the page, and the sum of the teachers' goals."""
    return read_texts(opened, "goals", {"sum": opened.read("/goals", team_only="true")["team"]})


def read_strategies(opened: OpenProcess) -> Facts:
    """Return the data of the tab Strategies."""
    return read_texts(opened, "strategies", {})


def read_reflect(opened: OpenProcess) -> Facts:
    """Return the data of the tab Reflect."""
    return read_texts(opened, "reflect", {})


def read_texts(opened: OpenProcess, page: str, beside: Mapping[str, Any]) -> Facts:
    """Return a page, and the data beside it."""
    return {**show_form(TextForm(opened.read(f"/pages/{page}"))), **beside}


def show_form(form: TextForm, errors: Errors = NO_ERRORS) -> Facts:
    """Return the data of a page's form."""
    page = form.page
    aside = form.typed.aside.partition(" ")[0]
    return {
        "page": page,
        "form": form,
        "texts": form.texts(),
        "strategies": form.strategies(),
        "can_write": form.can_write,
        "conflicts": [each for each in page["conflicts"] if each["id"] != aside],
        "errors": errors,
    }
