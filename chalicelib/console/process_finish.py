"""Finish and Lock: the parts to freeze, the people to notify, and the gaps before that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from chalicelib.web.addresses import write_segment

from .forms import Form, read_number
from .process_tests import TABS, add_up, find_idle, list_rows

if TYPE_CHECKING:
    from .process_page import Facts, OpenProcess

SEEN = "seen_"
"""Begins the fields with the versions of the texts that the leader could read."""
CHANGED = {f"/page_versions/{name}": name for name in ("analyze", "goals", "strategies", "reflect")}
"""Where the page says that a text was changed, by the API's pointers."""
FINISHED = frozenset({"locking", "locked"})
CLASSES_NAMED = 10
"""Classes that are named of those with something missing; the others are counted."""


def read_finish(opened: OpenProcess) -> Facts:
    """Return the facts that a leader needs before the process is locked for good."""
    process = opened.process
    pages = process["pages"]
    schools = {each["school_id"]: each["school_name"] or "" for each in process["classes"]}
    return {
        "gaps": [_find_gaps(process, which) for which in TABS if process[f"{which}_test"]],
        "goals": opened.read("/goals", team_only="true")["team"],
        "seen": {SEEN + name: page["version"] for name, page in pages.items()},
        "beside": [name for name, page in pages.items() if page["conflict_count"]],
        "empty": [name for name, page in pages.items() if not _has_text(page)],
        "other_schools": sorted(
            name or id_ for id_, name in schools.items() if id_ != process["school_id"]
        ),
        "confirmed": opened.visit.form.has("without_post_test"),
    }


def write_seen(form: Form) -> dict[str, int]:
    """Return the versions of the texts that the form was shown with."""
    seen = {
        name.removeprefix(SEEN): read_number(form.one(name))
        for name in form.fields
        if name.startswith(SEEN)
    }
    return {name: version for name, version in seen.items() if version is not None}


def read_progress(opened: OpenProcess) -> Facts:
    """Return how far the lock and its report are."""
    job = f"/v1/jobs/process-lock.{write_segment(opened.process['id'])}"
    return {"job": opened.visit.api.read(job)}


def _find_gaps(process: Mapping[str, Any], which: str) -> Facts:
    """Return the classes that were not given a test, and those without all results."""
    rows = [row for row in list_rows(process, which) if row["title"]]
    waiting = [row for row in rows if row["at"] and row["at"]["not_entered"] + row["at"]["partial"]]
    return {
        "which": which,
        "tab": TABS[which],
        "idle": find_idle(process, which),
        "given": sum(bool(row["at"]) for row in rows),
        "without": [row for row in rows if not row["at"]],
        "waiting": waiting,
        "students": process[f"{which}_test_progress"] or add_up(rows, None)["students"],
        "named": waiting[:CLASSES_NAMED],
    }


def _has_text(page: Mapping[str, Any]) -> bool:
    return bool(page["rows"]) or any(page["fields"].values())
