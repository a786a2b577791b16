"""Corrections: keys, points and cut scores once students have results, and their effects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .assessment_items import find_item
from .assessment_page import NOTHING, address_of, path_of, read_around
from .forms import NO_ERRORS, Errors, Form
from .item_forms import GIVEN_UP, PLAIN, read_right, write_rows
from .item_kinds import KINDS
from .screens import AUTHORS, Lead, ScreenPage, Screens, Shown, Visit

screens = Screens()

FIELDS = ("key", "points", "tolerance", "scoring")
"""The fields of an item that a correction changes."""


@screens.show("/console/assessments/{assessment_id}/correction", roles=AUTHORS)
def begin_correction(visit: Visit, assessment_id: str) -> Shown:
    """Show the form that corrects an item, or the cut scores."""
    return _show(visit, assessment_id, visit.query.get("item", ""))


@screens.act("/console/assessments/{assessment_id}/correction", roles=AUTHORS)
def correct(visit: Visit, assessment_id: str) -> Shown:
    """Correct; every class is scored again."""
    form, name = visit.form, visit.form.one("item")
    path = path_of(assessment_id)
    found = visit.api.read(f"{path}/items")
    item = find_item(found["items"], name)
    typed: Mapping[str, Any] = {"cuts": read_cuts(form)} if item is None else read_fix(form, item)
    body = {**_fixes(form, typed, item), "comment": form.one("comment").strip()}
    try:
        made = visit.send("POST", f"{path}/corrections", body)
    except ApiRefused as refused:
        errors = Errors.of(refused.problem, _places(found["versions"]))
        kept = {**typed, "comment": form.one("comment")}
        return _show(visit, assessment_id, name, kept, errors)
    return Lead(f"/console/corrections/{write_segment(made['id'])}", done="corrected")


@screens.show("/console/corrections/{correction_id}", roles=AUTHORS)
def show_correction(visit: Visit, correction_id: str) -> ScreenPage:
    """Return how far a correction is, and how many students it moved."""
    found = visit.api.read(f"/v1/corrections/{write_segment(correction_id)}")
    return ScreenPage("assessments/correction_done.html", {"it": found})


def read_cuts(form: Form) -> list[str]:
    """Read cut scores as people write them."""
    return form.one("cuts").replace(",", " ").replace("%", " ").split()


def read_fix(form: Form, item: Mapping[str, Any]) -> dict[str, Any]:
    """Read an item's whole new state, so that a form sent twice has one effect."""
    scoring = form.one("scoring") or item["scoring"]
    if scoring in GIVEN_UP:
        return {**{name: item[name] for name in FIELDS}, "scoring": scoring}
    return {
        "key": read_right(form, item["kind"], scoring),
        "points": form.one("points").strip(),
        "tolerance": form.one("tolerance").strip(),
        "scoring": scoring,
    }


def _fixes(form: Form, typed: Mapping[str, Any], item: Mapping[str, Any] | None) -> dict[str, Any]:
    if item is None:
        return {"cuts": typed["cuts"]}
    fix = {name: typed[name] for name in FIELDS}
    if not KINDS[item["kind"]].has_tolerance:
        del fix["tolerance"]
    printed = {
        name.removeprefix("form_"): [{"item_id": item["id"], "key": _letters(form.one(name))}]
        for name in form.fields
        if name.startswith("form_")
    }
    same = list(typed["key"]) == list(item["key"])
    return {"items": [{"id": item["id"], **fix}], "versions": {} if same else printed}


def _letters(text: str) -> list[str]:
    return text.upper().replace(",", " ").split()


def _places(versions: Mapping[str, Any]) -> dict[str, str]:
    fields = {f"/items/0/{name}": name for name in FIELDS}
    return {**fields, **{f"/versions/{form}": f"form_{form}" for form in versions}}


def _show(
    visit: Visit,
    assessment_id: str,
    name: str,
    typed: Mapping[str, Any] = NOTHING,
    errors: Errors = NO_ERRORS,
) -> Shown:
    path = path_of(assessment_id)
    assessment = visit.api.read(path)
    if "correct" not in assessment["allowed"]:
        return Lead(address_of(assessment_id))
    found = visit.api.read(f"{path}/items")
    saved = find_item(found["items"], name)
    now = {**(saved or {}), **typed}
    letters = {**now, "scoring": PLAIN} if now.get("scoring") in GIVEN_UP else now
    facts = {
        **read_around(assessment),
        "errors": errors,
        "typed": typed,
        "saved": saved,
        "kind": KINDS[saved["kind"]] if saved else None,
        "item": now,
        "number": [each["id"] for each in found["items"]].index(name) + 1 if saved else 0,
        "rows": write_rows(letters, frozen=True) if saved else [],
        "printed": _list_printed_keys(found["versions"], saved),
    }
    return ScreenPage("assessments/correction.html", facts, errors.status)


def _list_printed_keys(
    versions: Mapping[str, Any], saved: Mapping[str, Any] | None
) -> list[tuple[str, str]]:
    """Return the keys of an item with choices on the other printed forms."""
    if saved is None or not KINDS[saved["kind"]].has_choices:
        return []
    return [
        (form, " ".join(each["key"]))
        for form, questions in versions.items()
        for each in questions
        if each["item_id"] == saved["id"]
    ]
