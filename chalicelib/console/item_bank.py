"""The item bank: find items by standard and text, and append copies of them."""

from __future__ import annotations

from typing import Any

from chalicelib.web.inner_api import ApiRefused

from .assessment_page import address_of, path_of, read_around, read_tree
from .forms import NO_ERRORS, Errors
from .screens import AUTHORS, Lead, ScreenPage, Screens, Shown, Visit

screens = Screens()

ASKED = ("text", "standard", "kind", "with_facility")
"""The parameters that the bank takes from the address, in the API's words."""
PAGE_SIZE = "25"


@screens.show("/console/assessments/{assessment_id}/bank", roles=AUTHORS)
def find_bank_items(visit: Visit, assessment_id: str) -> Shown:
    """Find items that can be copied into an assessment."""
    return _show(visit, assessment_id)


@screens.act("/console/assessments/{assessment_id}/bank", roles=AUTHORS)
def append_bank_items(visit: Visit, assessment_id: str) -> Shown:
    """Append copies of the items that were ticked."""
    picks = [each.partition(" ") for each in visit.form.all("pick")]
    body = {"items": [{"assessment_id": one, "item_id": item} for one, _, item in picks]}
    path = f"{path_of(assessment_id)}/bank-items"
    try:
        visit.send("POST", path, body)
    except ApiRefused as refused:
        errors = Errors.of(refused.problem, {"/items": "picks"})
        return _show(visit, assessment_id, errors)
    return Lead(address_of(assessment_id, "items"), done="bank_added")


def _show(visit: Visit, assessment_id: str, errors: Errors = NO_ERRORS) -> Shown:
    assessment = visit.api.read(path_of(assessment_id))
    if not errors and "edit" not in assessment["allowed"]:
        return Lead(address_of(assessment_id))
    set_id = assessment["standards_set_id"]
    asked = visit.read_query(*ASKED)
    wanted = {**asked, "standards_set_id": set_id, "limit": PAGE_SIZE}
    if visit.query.get("cursor"):
        wanted["cursor"] = visit.query["cursor"]
    facts: dict[str, Any] = {
        **read_around(assessment),
        "page": visit.api.read("/v1/items", wanted) if set_id else {"items": [], "next": None},
        "asked": asked,
        "cursor": visit.query.get("cursor", ""),
        "picked": visit.form.all("pick"),
        "errors": errors,
        "standards": [
            (row["code"], f"{row['code']} {row['statement']}")
            for row in read_tree(visit, set_id)
            if row["selectable"] and row["code"]
        ],
    }
    return ScreenPage("assessments/bank.html", facts, errors.status)
