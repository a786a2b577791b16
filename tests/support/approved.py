"""Approved texts: what people get, as files that a reviewer reads; a test compares with them."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

APPROVED = Path(__file__).resolve().parents[1] / "approved"
ACCEPT = "PLUMBLINE_ACCEPT"
"""An environment variable: with it, a run writes what it would compare."""


def check_approved(name: str, text: str) -> None:
    """Compare a text with its file below `tests/approved/`."""
    file = APPROVED / f"{name}.txt"
    if os.environ.get(ACCEPT):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_end(text))
    elif difference := describe_difference(name, text):
        raise AssertionError(difference)


def describe_difference(name: str, text: str) -> str:
    """Return how a text differs from its file, and how to accept it; nothing where it does not."""
    file = APPROVED / f"{name}.txt"
    known, now = file.read_text() if file.is_file() else "", _end(text)
    if known == now:
        return ""
    place = file.relative_to(APPROVED.parents[1]).as_posix()
    lines = difflib.unified_diff(
        known.splitlines(), now.splitlines(), f"{place} (approved)", "now", lineterm="", n=2
    )
    return "\n".join([f"{place} is not what people get.", *lines, "", HOW])


def _end(text: str) -> str:
    return f"{text.strip()}\n"


HOW = (
    "Is it what they should get? Then accept it, and read the difference in your commit:\n"
    f"    {ACCEPT}=1 .venv/bin/python -m pytest tests/rules/test_approved_texts.py"
)
