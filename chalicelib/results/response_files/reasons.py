"""Why a column was taken for what it is, and what would be false if that were wrong."""

from __future__ import annotations

from .model import AskedItems, ColumnRole, ColumnUse, StudentIdentifier

CHOSEN = "The mapping that was sent says so."
_MOST = 60
"""Characters of a question that are shown."""
_BY = {
    StudentIdentifier.ID: "id",
    StudentIdentifier.USERNAME: "sign-in name",
    StudentIdentifier.NAME: "name",
}
_CONSEQUENCES = {
    ColumnRole.STUDENT: "Every row would be entered for another student.",
    ColumnRole.FAMILY: "Every row would be entered for another student.",
    ColumnRole.GIVEN: "Every row would be entered for another student.",
    ColumnRole.VERSION: "Answers would be scored by the key of another form.",
    ColumnRole.STATUS: "Students would be absent or exempt who were not.",
    ColumnRole.QUESTION: "Every answer would be entered for another question.",
}


def consequence(use: ColumnUse, by: StudentIdentifier, asked: AskedItems) -> str | None:
    """Return what would be entered wrongly if a column were not what it is taken for."""
    if use.role == ColumnRole.STUDENT:
        return f"Every row would be entered for the student with another {_BY[by]}."
    if use.role not in (ColumnRole.RESPONSE, ColumnRole.POINTS):
        return _CONSEQUENCES.get(use.role)
    what = "Answers" if use.role == ColumnRole.RESPONSE else "Points"
    if use.number is None:
        return f"{what} of something else would be entered."
    item = asked.items[use.number - 1] if use.number <= len(asked.items) else None
    text = " ".join(item.prompt.split()) if item else ""
    shown = f" ({text[:_MOST]}{' ...' if len(text) > _MOST else ''})" if text else ""
    return f"{what} of something else would be entered for question {use.number}{shown}."
