"""The extra members of problems with certain codes, and their parts."""

from __future__ import annotations

from typing import Any

from chalicelib.web.documentation import ADDRESS

Json = dict[str, Any]


def _text(about: str, example: str, **more: Any) -> Json:
    return {"type": "string", "description": about, "examples": [example], **more}


def _number(about: str, example: int) -> Json:
    return {"type": "integer", "description": about, "examples": [example]}


def _of(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _list(about: str, item: Json, **more: Any) -> Json:
    return {"type": "array", "items": item, "description": about, **more}


def _object(title: str, about: str, properties: Json, *, optional: tuple[str, ...] = ()) -> Json:
    needed = [name for name in properties if name not in optional]
    return {
        "type": "object",
        "title": title,
        "description": about,
        "required": needed,
        "properties": properties,
    }


_ID = "01J7Z5T0QK3W8V6M2N4P9R1S0A"

FACTS: Json = {
    "version": _number("The version as it is now, also as `ETag`. Read it again, then send it.", 4),
    "state": _text("`409`: the state that does not allow this.", "delivered"),
    "conflicts": _list(
        "`scores_changed_meanwhile` and `page_changed_meanwhile`: each place where somebody else "
        "wrote something else, with both versions.",
        {"anyOf": [_of("EntryConflict"), _of("TextConflict")]},
    ),
    "kept_conflict": {
        "anyOf": [_of("KeptConflict"), {"type": "null"}],
        "description": "`page_changed_meanwhile`: where your text was kept, beside the page.",
    },
    "unsaved": _list(
        "`page_changed_not_kept`: your texts, which were not saved because there is no room beside "
        "the page.",
        _of("UnsavedText"),
    ),
    "oldest_conflict": {
        "anyOf": [_of("OldestConflict"), {"type": "null"}],
        "description": "`page_changed_not_kept`: the oldest text beside the page. Remove it to "
        "make room.",
    },
    "applying_import_id": _text(
        "`another_import_running`: the roster import that is being applied.", _ID
    ),
    "running_correction_id": _text("`correction_running`: the correction that is at work.", _ID),
    "link": _text(
        "`correction_running`: the address of that correction.",
        f"{ADDRESS}/v1/corrections/{_ID}",
        format="uri-reference",
    ),
    "other_import_id": {
        "type": ["string", "null"],
        "description": "`framework_busy`: the standards import that is at work on this framework.",
        "examples": [_ID],
    },
    "process_ids": _list(
        "`test_of_open_process`: the open Mastery Processes that use this assessment.",
        {"type": "string"},
        examples=[[_ID]],
    ),
    "standards_set_id": _text(
        "`no_tracker_for_test`: the standards set that a tracker of the class needs.", _ID
    ),
    "left_out_count": _number("`nothing_to_add`: trackers that the distribution has already.", 12),
    "before": _text(
        "`start_time_does_not_exist`: the last local time before the clocks go forward.",
        "2027-03-14T01:59",
    ),
    "after": _text(
        "`start_time_does_not_exist`: the first local time after the clocks went forward.",
        "2027-03-14T03:00",
    ),
    "time_zone": _text("`start_time_does_not_exist`: the district's time zone.", "America/Chicago"),
    "problem_count": _number("`key_file_incomplete`: how many problems the file has.", 3),
    "worths": {
        "type": "object",
        "additionalProperties": {"type": "array", "items": {"type": "string"}},
        "description": "`points_do_not_rescale`: by the item's id, the points that it can be "
        "worth.",
        "examples": [{"q7": ["5", "10"]}],
    },
    "students": _list(
        "`points_do_not_rescale`: students whose points have no exact share of the new worth.",
        _of("UnscalablePoints"),
    ),
}
"""Members of a problem, by name, each with the codes that have it."""

_STUDENT = _text("The student's id in the roster.", "S-20417")
_STATUS = {
    **_text("Whether the student is `present`, `absent` or `exempt`, as entered now.", "present"),
}
_FORM = _text("The key version (printed form) that the student has now: `A` to `E`.", "A")
_ITEM = _text("The item's id within its assessment.", "q7")
_PERSON = _text("The colleague's id in the roster.", "T-311")
_WRITTEN = _text("When it was written.", "2026-10-05T15:04:05Z", format="date-time")
_FIELD = _text("The field of the page, or of the strategy.", "obstacles")
_ROW: Json = {
    "type": ["string", "null"],
    "description": "The strategy that the field belongs to; null for a field of the page itself.",
    "examples": ["r1"],
}


def _value(about: str) -> Json:
    return {
        "anyOf": [
            {"type": "string"},
            {"type": "array", "items": {"type": "string"}},
            {"type": "array", "items": {"type": "integer"}},
            {"type": "null"},
        ],
        "description": about,
        "examples": ["Fractions on a number line"],
    }


def _field(value: str) -> Json:
    return {"type": "string", "const": value, "description": f"Always `{value}`."}


PARTS: Json = {
    "EntryConflict": {
        "title": "EntryConflict",
        "description": "A place of a result sheet that was changed after you opened it.",
        "oneOf": [_of("ScoreConflict"), _of("StudentConflict"), _of("GivenDateConflict")],
        "discriminator": {
            "propertyName": "field",
            "mapping": {
                "score": "#/components/schemas/ScoreConflict",
                "student": "#/components/schemas/StudentConflict",
                "given_date": "#/components/schemas/GivenDateConflict",
            },
        },
    },
    "ScoreConflict": _object(
        "ScoreConflict",
        "A response or points that are not as they were when you opened the sheet.",
        {
            "field": _field("score"),
            "student_id": _STUDENT,
            "status": _STATUS,
            "version": _FORM,
            "item_id": _ITEM,
            "number": _number("The item's number on the test, from 1.", 7),
            "now": {
                "anyOf": [_of("EnteredCell"), {"type": "null"}],
                "description": "The present entry; null when there is none.",
            },
            "changed_by_you": {
                "type": ["boolean", "null"],
                "description": "You saved it yourself, in another window; null if it is not known.",
                "examples": [False],
            },
        },
    ),
    "StudentConflict": _object(
        "StudentConflict",
        "A student whose presence or key version is not as it was when you opened the sheet.",
        {
            "field": _field("student"),
            "student_id": _STUDENT,
            "status": _STATUS,
            "version": _FORM,
            "changed_by_you": {
                "type": ["boolean", "null"],
                "description": "You saved it yourself, in another window; null if it is not known.",
                "examples": [False],
            },
        },
    ),
    "GivenDateConflict": _object(
        "GivenDateConflict",
        "The day on which the test was given, which was changed since.",
        {
            "field": _field("given_date"),
            "now": {
                "type": ["string", "null"],
                "description": "The day as it is now; null when none is entered.",
                "examples": ["2026-10-05"],
            },
            "changed_by_you": {
                "type": ["boolean", "null"],
                "description": "You saved it yourself, in another window; null if it is not known.",
                "examples": [False],
            },
        },
    ),
    "TextConflict": _object(
        "TextConflict",
        "A text of a shared page that a colleague changed, with both versions.",
        {
            "field": _FIELD,
            "row_id": _ROW,
            "theirs": _value("The present text; null when the strategy was removed."),
            "changed_by_id": _PERSON,
            "changed_by_name": _text("The colleague's name.", "Ana Ruiz"),
            "changed_by_you": {
                "type": "boolean",
                "description": "You wrote it yourself, in another window.",
                "examples": [False],
            },
            "changed_at": _WRITTEN,
            "version": _number("The version of the page that brought it.", 4),
            "yours": _value("Your text."),
        },
    ),
    "KeptConflict": _object(
        "KeptConflict",
        "Your text, kept beside the page until somebody removes it.",
        {
            "id": _text("The id of the kept text.", _ID),
            "version": _number("Its version, for `If-Match` when it is removed.", 1),
        },
    ),
    "UnsavedText": _object(
        "UnsavedText",
        "A text of yours that was not saved.",
        {"field": _FIELD, "row_id": _ROW, "value": _value("Your text.")},
    ),
    "OldestConflict": _object(
        "OldestConflict",
        "The oldest text that is set aside on a page.",
        {
            "id": _text("The id of the kept text.", _ID),
            "written_by_id": _PERSON,
            "written_by_name": _text("The colleague's name.", "Ana Ruiz"),
            "written_at": _WRITTEN,
        },
    ),
    "UnscalablePoints": _object(
        "UnscalablePoints",
        "Points of one student that have no exact share of the new worth.",
        {
            "item_id": _ITEM,
            "student_id": _STUDENT,
            "student_name": _text("The student's name.", "Okafor, Chidi"),
            "class_id": _text("The student's class.", "C-3B"),
            "points": _text("The points that the student has, as a decimal.", "1.5"),
        },
    ),
}
"""Schemas that only problems use."""
