"""The choice of the assessment for a test of a process."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from .process_tests import find_suggested

if TYPE_CHECKING:
    from collections.abc import Mapping

    from chalicelib.web.inner_api import InnerApi

    from .process_page import Facts, OpenProcess

MOST_TYPED = 100
MOST_TITLE = 200
"""Characters of an assessment's title."""
LISTED = "20"
WHOSE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "mine": {"created_by_id": "me"},
        "team": {},
        "school": {"visibility": "school"},
        "district": {"visibility": "district"},
        "all": {},
    }
)
"""Whose assessments are listed, in the API's words; a data team's also name the team."""


def find_assessments(api: InnerApi, whose: str, text: str, team_id: str, cursor: str = "") -> Any:
    """Find what can be chosen, of everybody's or of what the people of a data team made."""
    of_team = {"team_id": team_id} if whose == "team" else {}
    asked = {**WHOSE[whose], **of_team, "text": text, "cursor": cursor, "limit": LISTED}
    return api.read(
        "/v1/assessments", {name: sentence for name, sentence in asked.items() if sentence}
    )


def read_choices(opened: OpenProcess, which: str) -> Facts:
    """Return the assessments that can be chosen, as they are searched for."""
    query = opened.visit.query
    whose = query.get("whose", "mine")
    text = query.get("text", "").strip()[:MOST_TYPED]
    searched = {"whose": whose if whose in WHOSE else "mine", **({"text": text} if text else {})}
    cursor = query.get("cursor", "")
    return {
        "which": which,
        "page": find_assessments(
            opened.visit.api, searched["whose"], text, opened.process["team_id"], cursor
        ),
        "searched": searched,
        "suggested": find_suggested(opened, which),
        "present": opened.process[f"{which}_test"],
    }


def read_pre_choices(opened: OpenProcess) -> Facts:
    """Return the assessments that can be the pre-test."""
    return read_choices(opened, "pre")


def read_post_choices(opened: OpenProcess) -> Facts:
    """Return the choices for the post-test: the pre-test again, a copy of it, or another one."""
    pre = opened.process["pre_test"]
    title = name_copy(pre["title"]) if pre else ""
    return {**read_choices(opened, "post"), "title": opened.visit.form.one("title", title)}


def name_copy(title: str) -> str:
    """Name a copy that is the post-test of the assessment with this title.

    >>> name_copy("Fractions"), name_copy("Unit 4 Pre-Test"), name_copy("Unit 4 pretest")
    ('Fractions Post-Test', 'Unit 4 Post-Test', 'Unit 4 Post-Test')
    """
    named = _PRE_TEST.sub("Post-Test", title)
    return named if named != title else f"{title[: MOST_TITLE - len(' Post-Test')]} Post-Test"


_PRE_TEST = re.compile(r"\bpre-?\s?test\b", re.IGNORECASE)
