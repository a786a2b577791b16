"""Headers of assessments made from others: a copy of one's own, and a second sitting. Pure.

A second sitting is a test given to a class once more. A sheet is a class and an assessment, so a
test given twice must be two assessments; the second stays as the first was when it was made.
"""

from __future__ import annotations

from typing import Any

from chalicelib.acts import Act
from chalicelib.clock import instant
from chalicelib.ids import new_id

from .model import AssessmentHeader, Visibility

_COPY, _SITTING = " (copy)", " (post-test)"
_LONGEST = 200
"""Characters of a title."""


def copy_of(
    act: Act, original: AssessmentHeader, title: str | None, *, in_use: bool = False
) -> AssessmentHeader:
    """Return the header of a copy that is a draft of the caller's own (A7).

    `in_use`: it is given to somebody in the act that makes it.
    """
    changes = {"copied_from": original.id, "sitting_of": "", "in_use": in_use}
    return _another(act, original, title or _build_title(original, _COPY), changes)


def sitting_of(act: Act, original: AssessmentHeader) -> AssessmentHeader:
    """Return the header of a second sitting: cut scores too are those that hold for the first."""
    return _another(act, original, _build_title(original, _SITTING), {"sitting_of": original.id})


def _build_title(original: AssessmentHeader, ending: str) -> str:
    return f"{original.title[: _LONGEST - len(ending)]}{ending}"


def _another(
    act: Act, original: AssessmentHeader, title: str, changes: dict[str, Any]
) -> AssessmentHeader:
    at = instant(act.at)
    known = {
        "id": new_id(),
        "title": title,
        "visibility": Visibility.PRIVATE,
        "schools": (),
        "approved": None,
        "creator": act.caller.person,
        "creator_name": act.caller.name,
        "created": at,
        "changed": at,
        "version": 1,
        "revision": 0,
        "in_use": False,
        "scored": False,
        "correcting": "",
    }
    return original.model_copy(update=known | changes)
