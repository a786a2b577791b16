"""Objects that domains keep as plain data: no model of the edge describes them, so it is done here.

A field says which one it holds: `Annotated[dict[str, Any], "RosterReport"]`. Every answer that the
tests see is held against these, as against all other schemas.
"""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def _text(about: str, *examples: str, **more: Any) -> Json:
    found = {"type": "string", "description": about, **more}
    return found | ({"examples": list(examples)} if examples else {})


def _number(about: str, example: float, kind: str = "integer") -> Json:
    return {"type": kind, "description": about, "examples": [example]}


def _by(about: str, value: Json, example: Any) -> Json:
    """Describe an object whose names are data."""
    return {
        "type": "object",
        "additionalProperties": value,
        "description": about,
        "examples": [example],
    }


def _list(about: str, item: Json) -> Json:
    return {"type": "array", "items": item, "description": about}


def _of(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(
    title: str, about: str, properties: Json, *, optional: tuple[str, ...] | None = ()
) -> Json:
    found: Json = {
        "type": "object",
        "title": title,
        "description": about,
        "properties": properties,
    }
    needed = [] if optional is None else [name for name in properties if name not in optional]
    return found | ({"required": needed} if needed else {})


_COUNT: Json = {"type": "integer"}
_VERDICTS = {
    "accept": "Nothing is wrong with it.",
    "warn": "It can be applied; some things are odd.",
    "hold": "It would drop more than the district allows without confirmation.",
    "row_errors": "Some rows must be corrected.",
    "reject": "It cannot be read with certainty.",
}

_VERDICT: Json = {
    "type": "string",
    "description": "The permitted use of the package.",
    "enum": list(_VERDICTS),
    "x-enum-descriptions": list(_VERDICTS.values()),
}

ROSTERS: Json = {
    "RosterReport": _object(
        "RosterReport",
        "The findings of the check of a roster package. After 30 days only verdict, counts, rows "
        "and the numbers of changes are left.",
        {
            "verdict": _VERDICT,
            "message": _text(
                "The reason why nothing could be checked, in a sentence; missing if it was "
                "checked.",
                "The package could not be checked, although it was tried several times.",
            ),
            "version": _text("The package's OneRoster version; blank if unreadable.", "1.2"),
            "modes": _by(
                "How each file is meant: `bulk`, `delta` or `absent`.",
                {"type": "string"},
                {"users": "bulk"},
            ),
            "rows": {
                "type": ["object", "null"],
                "additionalProperties": _COUNT,
                "description": "How many rows each file has.",
                "examples": [{"users.csv": 1200}],
            },
            "counts": {
                "type": ["object", "null"],
                "additionalProperties": _COUNT,
                "description": "How many records each table would have.",
                "examples": [{"users": 1200}],
            },
            "changes": _by(
                "The changes that applying it would make: `schools`, `sessions`, `courses`, "
                "`classes`, `users`, `enrollments` and `roles`.",
                _of("RosterChange"),
                {"users": {"before": 10, "added": 1, "changed": 0, "dropped": 0, "examples": {}}},
            ),
            "holds": _list("Why an admin must confirm it; empty without a reason.", _of("Hold")),
            "problem_counts": _by(
                "How many problems there are, by severity and by code.", _COUNT, {"error": 3}
            ),
            "dropped_files": _by(
                "Files that are not used, with their rows.", _COUNT, {"demographics.csv": 900}
            ),
            "dropped_cells": _by(
                "Columns that are not used, with their filled cells.", _COUNT, {"users.phone": 40}
            ),
            "own_offices": {
                "type": "array",
                "items": {"type": "string"},
                "description": "Offices of the whole district, by their ids.",
                "examples": [["D-1"]],
            },
            "doubts": _list(
                "Roles that may be meant for the whole district, but not for certain.",
                _of("RosterDoubt"),
            ),
            "grants": {
                "type": "array",
                "items": {"type": "array", "items": {"type": "string"}},
                "description": "Roles that were granted by name earlier and are still asked for: "
                "person and office, by their ids.",
                "examples": [[["T-2", "D-1"]]],
            },
            "unchecked": {
                "type": "array",
                "items": {"type": "string"},
                "description": "Files that references could not be followed into.",
                "examples": [["classes"]],
            },
        },
        optional=None,
    ),
    "RosterChange": _object(
        "RosterChange",
        "How many records of a kind there are, come, change and leave.",
        {
            "before": _number("How many there are now.", 1200),
            "added": _number("How many come.", 40),
            "changed": _number("How many change.", 12),
            "dropped": _number("How many leave.", 3),
            "examples": _by(
                "Up to ten of each: `added`, `changed` and `dropped`.",
                {"type": "array", "items": _of("RosterRecord")},
                {"added": [{"id": "T-311", "label": "Ana Ruiz"}]},
            ),
        },
    ),
    "RosterRecord": _object(
        "RosterRecord",
        "A record that comes, changes or leaves.",
        {
            "id": _text("The record's id.", "T-311"),
            "label": _text("Its name.", "Ana Ruiz"),
            "columns": {
                "type": "array",
                "items": {"type": "string"},
                "description": "The columns that change; only for records that change.",
                "examples": [["familyName"]],
            },
        },
        optional=("columns",),
    ),
    "Hold": _object(
        "Hold",
        "A reason to ask an admin before a package is applied.",
        {
            "kind": _text("The kind of records that would leave.", "classes"),
            "count": _number("How many would leave.", 40),
            "of": _number("Of how many.", 120),
            "limit": _number("The percent that may leave without confirmation.", 10),
            "percent": _number("How many percent would leave.", 33.3, "number"),
            "message": _text("The same in a sentence.", "40 of 120 classes would leave."),
            "school": _text("The school that would lose all; blank for the district.", "S-104"),
        },
    ),
    "RosterDoubt": _object(
        "RosterDoubt",
        "Somebody who may be meant to administer the district, but not for certain.",
        {
            "person": _text("The person's id.", "T-2"),
            "name": _text("The person's name.", "Dana Reyes"),
            "office": _text("The id of the office where the role is.", "D-1"),
            "office_name": _text("The name of that office.", "North Office"),
            "reason": _text(
                "Why it is not certain: `other_office` or `school_and_district`.", "other_office"
            ),
        },
    ),
}

_CHANGES = {
    "added": _number("How many come.", 3),
    "changed": _number("How many change.", 1),
    "dropped": _number("How many leave.", 0),
}

STANDARDS: Json = {
    "StandardsDiff": _object(
        "StandardsDiff",
        "The changes that applying a framework would make.",
        {
            "statements": {**_of("ChangeCounts"), "description": "Statements and headings."},
            "sets": {**_of("ChangeCounts"), "description": "Standards sets."},
            "standards_lost": _number("Standards that its sets would lose.", 0),
            "standards_withdrawn": _number(
                "Standards that its sets would offer no more, because the file says that they "
                "ended, or are headings or explanations.",
                0,
            ),
            "standards_held": _number("Standards that its sets have now.", 120),
        },
    ),
    "ChangeCounts": _object("ChangeCounts", "How many of a kind come, change and leave.", _CHANGES),
    "ImportedSet": _object(
        "ImportedSet",
        "A standards set as an import would make it.",
        {
            "id": _text("The standards set's id.", "f1-math-3"),
            "subject": _text("The set's subject.", "Mathematics"),
            "grades": _text("The set's grades, as teachers say them.", "3"),
            "standards": _number("How many standards can be selected in it.", 25),
            "retired": _number("How many standards it no longer has.", 0),
        },
    ),
}

SHEETS: Json = {
    "EnteredCell": _object(
        "EnteredCell",
        "The entry for one student and item: one of the three.",
        {
            "response": _text("The answer as the student gave it.", "BC"),
            "points": _text("Points that were given by hand, as a decimal.", "1.5"),
            "omitted": {
                "type": "boolean",
                "const": True,
                "description": "The cell is marked as left out.",
            },
        },
        optional=None,
    ),
}

BAGS: Json = {**ROSTERS, **STANDARDS, **SHEETS}
"""Every one of them, by name."""
