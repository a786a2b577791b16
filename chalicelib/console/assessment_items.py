"""Items of an assessment: write, edit, move and remove them; the document they stand on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from secrets import token_hex
from typing import Any

from chalicelib.web.inner_api import ApiRefused

from .assessment_page import (
    address_of,
    etag_of,
    path_of,
    read_around,
    read_tree,
    show_tab,
)
from .forms import NO_ERRORS, Errors, Form, NoSuchAct, read_number
from .item_forms import MORE_ROWS, Item, begin_item, read_item, read_wording, write_rows
from .item_kinds import KINDS
from .screens import AUTHORS, Lead, ScreenPage, Screens, Shown, Visit

screens = Screens()

Items = list[Item]
Contents = Mapping[str, Any]
"""The API's answer about items: all of them, and the document."""
CHANGED_MEANWHILE = 412


@screens.show("/console/assessments/{assessment_id}/item", roles=AUTHORS)
def open_item(visit: Visit, assessment_id: str) -> Shown:
    """Show the form of an item, or of a new one."""
    name = visit.query.get("item", "")
    if not name:
        new = {**begin_item(visit.query.get("kind", "")), "id": f"i{token_hex(8)}"}
        return _show_form(visit, assessment_id, new, is_new=True)
    item = find_item(_read_items(visit, assessment_id)["items"], name)
    if item is None:
        return Lead(address_of(assessment_id))
    return _show_form(visit, assessment_id, item)


@screens.act("/console/assessments/{assessment_id}/item", roles=AUTHORS)
def save_item(visit: Visit, assessment_id: str) -> Shown:
    """Save an item; or show its form again with more rows, or as another kind."""
    form, act = visit.form, visit.form.one("act")
    is_new = form.has("new")
    found = _read_items(visit, assessment_id)
    saved = find_item(found["items"], form.one("item"))
    item = read_wording(form, saved) if saved and form.has("frozen") else read_item(form)
    if act == "more":
        return _show_form(visit, assessment_id, item, is_new=is_new, more=MORE_ROWS)
    if act == "kind":
        turned = {**item, "kind": begin_item(form.one("new_kind"))["kind"]}
        return _show_form(visit, assessment_id, turned, is_new=is_new)
    items = _with(found["items"], item)
    try:
        _put(visit, assessment_id, found, items)
    except ApiRefused as refused:
        errors = Errors.of(refused.problem, _fields_of(items.index(item)))
        return _show_form(visit, assessment_id, item, is_new=is_new, errors=errors)
    if act == "next":
        return Lead(f"{address_of(assessment_id)}/item?kind={item['kind']}", done="item_saved")
    return Lead(address_of(assessment_id, "items"), done="item_saved")


@screens.show("/console/assessments/{assessment_id}/items", roles=AUTHORS)
def show_items(_: Visit, assessment_id: str) -> Shown:
    """Lead to the tab: a form that was refused leaves its own address in the browser."""
    return Lead(address_of(assessment_id, "items"))


@screens.act("/console/assessments/{assessment_id}/items", roles=AUTHORS)
def change_items(visit: Visit, assessment_id: str) -> Shown:
    """Move or remove an item, or save the name of the document."""
    act = visit.form.one("act")
    if act not in CHANGES:
        raise NoSuchAct
    found = _read_items(visit, assessment_id)
    try:
        _put(visit, assessment_id, *CHANGES[act](visit.form, found))
    except ApiRefused as refused:
        errors = Errors.of(refused.problem, DOCUMENT_FIELDS)
        typed = {name: visit.form.one(name) for name in DOCUMENT if visit.form.has(name)}
        return show_tab(visit, assessment_id, "items", errors=errors, typed=typed)
    return Lead(address_of(assessment_id, "items"), done=f"item_{act}")


DOCUMENT = ("document_name", "document_description")
DOCUMENT_FIELDS = {
    "/document/name": "document_name",
    "/document/description": "document_description",
    "/document": "document_name",
}


def find_item(items: Items, name: str) -> Item | None:
    """Find an item by its id."""
    return next((each for each in items if name and each["id"] == name), None)


def _with(items: Items, item: Item) -> Items:
    """Put an item where the one of its id is, or at the end."""
    if find_item(items, item["id"]) is None:
        return [*items, item]
    return [item if each["id"] == item["id"] else each for each in items]


def _move(by: int, form: Form, found: Contents) -> tuple[Contents, Items]:
    """Move an item to its button's place; pressing twice changes nothing."""
    items: Items = list(found["items"])
    item, at = find_item(items, form.one("item")), read_number(form.one("at"))
    if item is not None and at is not None:
        items.remove(item)
        items.insert(max(0, at + by), item)
    return found, items


def _remove(form: Form, found: Contents) -> tuple[Contents, Items]:
    return found, [each for each in found["items"] if each["id"] != form.one("item")]


def _name_document(form: Form, found: Contents) -> tuple[Contents, Items]:
    name, description = (form.one(each).strip() for each in DOCUMENT)
    return {**found, "document": {"name": name, "description": description}}, found["items"]


CHANGES: Mapping[str, Callable[[Form, Contents], tuple[Contents, Items]]] = {
    "up": partial(_move, -1),
    "down": partial(_move, 1),
    "remove": _remove,
    "document": _name_document,
}
"""The acts of the buttons on the tab Items."""


def _read_items(visit: Visit, assessment_id: str) -> Any:
    return visit.api.read(f"{path_of(assessment_id)}/items")


def _put(visit: Visit, assessment_id: str, found: Mapping[str, Any], items: Items) -> None:
    body: dict[str, Any] = {"items": items}
    if found["document"]:
        body["document"] = found["document"]
    visit.send("PUT", f"{path_of(assessment_id)}/items", body)


def _fields_of(at: int) -> dict[str, str]:
    """Map the API's places in an item to the form's fields."""
    names = ("prompt", "choices", "key", "scoring", "tolerance", "points", "standards", "kind")
    return {f"/items/{at}/{name}": name for name in names}


def _show_form(
    visit: Visit,
    assessment_id: str,
    item: Item,
    *,
    is_new: bool = False,
    errors: Errors = NO_ERRORS,
    more: int = 0,
) -> Shown:
    path = path_of(assessment_id)
    assessment = visit.api.read(path)
    if not errors and "edit" not in assessment["allowed"]:
        return Lead(address_of(assessment_id))
    found = visit.api.read(f"{path}/items")
    saved = find_item(found["items"], item["id"])
    frozen = assessment["scored"] and saved is not None
    places = [each["id"] for each in found["items"]]
    facts = {
        **read_around(assessment),
        "etag": etag_of(found["version"]),
        "errors": errors,
        "item": item,
        "kind": KINDS[item["kind"]],
        "number": places.index(item["id"]) + 1 if saved else len(places) + 1,
        "is_new": is_new,
        "saved": saved if errors.status == CHANGED_MEANWHILE else None,
        "stale": errors.status == CHANGED_MEANWHILE,
        "frozen": frozen,
        "rows": write_rows(item, more=more, frozen=frozen),
        "tree": read_tree(visit, assessment["standards_set_id"]),
    }
    return ScreenPage("assessments/item_form.html", facts, errors.status)
