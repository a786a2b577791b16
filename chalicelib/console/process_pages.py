"""Saving Analyze, Goals, Strategies and Reflect, by a button or while one types."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .forms import NO_ERRORS, Errors
from .process_page import ADDRESS, OpenProcess, address_of, path_of
from .process_tabs import show_tab
from .process_text_tabs import show_form
from .process_texts import TEXTS, TextForm, Typed, fields_of, read_conflicts
from .screens import EVERYBODY, Lead, NotThere, ScreenPage, Screens, Shown, Visit

screens = Screens()

PAGE = ADDRESS + "/pages/{page}"


@screens.show(PAGE, roles=EVERYBODY)
def show_texts(visit: Visit, process_id: str, page: str) -> Shown:
    """Show a page's form as colleagues left it; without htmx, redirect to the tab."""
    _check_page(page)
    if not visit.is_part:
        return Lead(address_of(process_id, page))
    return _part(TextForm(visit.api.read(_path(process_id, page))))


@screens.act(PAGE, roles=EVERYBODY)
def save_texts(visit: Visit, process_id: str, page: str) -> Shown:
    """Save the changes; if a colleague wrote in the same place meanwhile, show both texts."""
    typed, path = Typed(visit.form, _check_page(page)), _path(process_id, page)
    if visit.form.has("clear"):
        return _clear(visit, process_id, page)
    if typed.is_deciding:
        present = visit.api.read(path)
        typed = typed.decide(present)
        undecided = TextForm(present, typed, typed.conflicts)
        if undecided.conflicts and undecided.can_write:
            return _show(visit, process_id, undecided)
    changes = typed.changes()
    saved = None
    try:
        if changes:
            saved = visit.api.ask("PATCH", path, changes, etag=typed.version).body
    except ApiRefused as refused:
        return _show_refused(visit, process_id, typed, changes, refused)
    _drop_aside(visit, path)
    if visit.is_part:
        return _part(TextForm(saved or visit.api.read(path)))
    return Lead(address_of(process_id, page), done="saved")


def _show_refused(
    visit: Visit, process_id: str, typed: Typed, changes: Mapping[str, Any], refused: ApiRefused
) -> ScreenPage:
    """Show the form with its entries, and the obstacle.

    A page that the person may no longer write on has no form. The refusal then keeps the text.
    """
    problem = refused.problem
    met = read_conflicts(problem)
    errors = Errors.of(problem, fields_of(changes))
    path = _path(process_id, typed.page)
    if problem.get("kept_conflict"):
        _drop_aside(visit, path)  # the one before it says less
    form = TextForm(visit.api.read(path), typed.keep_aside(problem), met, keeps_base=not met)
    if not form.can_write:
        raise refused
    return _show(visit, process_id, form, errors)


def _show(visit: Visit, process_id: str, form: TextForm, errors: Errors = NO_ERRORS) -> ScreenPage:
    """Show a form that is not saved: its part of the page, or all around it as well."""
    if visit.is_part:
        return _part(form, errors)
    opened = OpenProcess.open(visit, process_id)
    return show_tab(opened, form.page["page"], show_form(form, errors), errors.status)


def _part(form: TextForm, errors: Errors = NO_ERRORS) -> ScreenPage:
    return ScreenPage("processes/text_form.html", show_form(form, errors), errors.status)


def _clear(visit: Visit, process_id: str, page: str) -> Lead:
    """Remove a text that is set aside on a page."""
    aside, _, version = visit.form.one("clear").partition(" ")
    path = f"{_path(process_id, page)}/conflicts/{write_segment(aside)}"
    visit.api.ask("DELETE", path, etag=f'"{version}"')
    return Lead(address_of(process_id, page), done="cleared")


def _drop_aside(visit: Visit, path: str) -> None:
    """Remove the person's own set-aside text that the form names: it has been merged."""
    aside, _, version = visit.form.one("aside").partition(" ")
    if not aside:
        return
    with suppress(ApiRefused):  # it may be gone; if not, it is set aside on the page
        visit.api.ask("DELETE", f"{path}/conflicts/{write_segment(aside)}", etag=f'"{version}"')


def _check_page(page: str) -> str:
    if page not in TEXTS:
        raise NotThere
    return page


def _path(process_id: str, page: str) -> str:
    return f"{path_of(process_id)}/pages/{page}"
