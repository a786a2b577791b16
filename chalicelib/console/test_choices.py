"""Choosing the assessment that is given as a test of a process."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from .process_tests import find_suggested

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .process_page import Facts, OpenProcess

MOST_TYPED = 100
LISTED = "20"
WHOSE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "mine": {"created_by_id": "me"},
        "school": {"visibility": "school"},
        "district": {"visibility": "district"},
        "all": {},
    }
)
"""Whose assessments are listed, in the API's words."""


def read_choices(opened: OpenProcess, which: str) -> Facts:
    """Give the assessments that can be chosen, as they are searched for."""
    query = opened.visit.query
    whose = query.get("whose", "mine")
    text = query.get("text", "").strip()[:MOST_TYPED]
    searched = {"whose": whose if whose in WHOSE else "mine", **({"text": text} if text else {})}
    asked = {**WHOSE[searched["whose"]], **({"text": text} if text else {}), "limit": LISTED}
    if query.get("cursor"):
        asked["cursor"] = query["cursor"]
    return {
        "which": which,
        "page": opened.visit.api.read("/v1/assessments", asked),
        "searched": searched,
        "suggested": find_suggested(opened, which),
        "present": opened.process[f"{which}_test"],
    }


def read_pre_choices(opened: OpenProcess) -> Facts:
    """Give what can be the pre-test."""
    return read_choices(opened, "pre")


def read_post_choices(opened: OpenProcess) -> Facts:
    """Give what can be the post-test: the pre-test once more, a copy of it, or another one."""
    pre = opened.process["pre_test"]
    title = f"{pre['title']} Post-Test" if pre else ""
    return {**read_choices(opened, "post"), "title": opened.visit.form.one("title", title)}
