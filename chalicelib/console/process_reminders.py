"""Reminding those of a team who have not begun with a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .process_tests import find_idle, is_untouched, list_rows

if TYPE_CHECKING:
    from .forms import Form
    from .process_page import Facts, OpenProcess

RECEIPTS_SHOWN = "50"


def read_reminders(opened: OpenProcess) -> Facts:
    """Return the people who wait with a test, and the state of the last day's emails."""
    which = _read_test(opened)
    rows = list(list_rows(opened.process, which))
    cursor = opened.visit.query.get("cursor", "")
    return {
        "which": which,
        "both": opened.process["post_test"] is not None,
        "idle": len(idle["names"]) if (idle := find_idle(opened.process, which)) else 0,
        "waiting": sum(bool(row["at"] and is_untouched(row["at"])) for row in rows),
        "reminders": opened.read("/reminders", test=which, limit=RECEIPTS_SHOWN, cursor=cursor),
    }


def write_reminder(form: Form) -> dict[str, str]:
    """Return the body to send."""
    return {"test": form.one("test")}


def _read_test(opened: OpenProcess) -> str:
    """Return the test that is meant: the one that is asked for, or the one that the team is at."""
    asked = opened.visit.form.one("test") or opened.visit.query.get("test", "")
    if opened.process["post_test"] is None:
        return "pre"
    return asked if asked in ("pre", "post") else "post"
