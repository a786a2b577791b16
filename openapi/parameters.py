"""The parameters of an address: names in the path, and filters of a list."""

from __future__ import annotations

from typing import Any

from chalicelib.web.paging import DEFAULT_LIMIT, MAXIMUM_LIMIT
from chalicelib.web.routes import Route

from .headers import idempotency_key, if_match, if_none_match
from .schemas import Shapes

Json = dict[str, Any]

_ID = "01J7Z5T0QK3W8V6M2N4P9R1S0A"

_NAMED = (
    "Percent-encode it, the slash too. Addresses in answers escape characters other than letters, "
    "digits, `.`, `_` and `-` (`~2F` for a slash). Every gateway passes these."
)

PATH = {
    "assessment_id": ("The assessment's id.", _ID),
    "attachment_id": ("The id of the attached document.", _ID),
    "batch_id": ("The id of the batch of trackers.", _ID),
    "class_id": (f"The class's id in the roster. {_NAMED}", "C-3B"),
    "student_id": (f"The student's id in the roster. {_NAMED}", "20417"),
    "conflict_id": ("The id of the text that is kept beside the page.", _ID),
    "correction_id": ("The correction's id.", _ID),
    "course_id": (f"The course's id in the roster. {_NAMED}", "MATH-3"),
    "distribution_id": ("The distribution's id.", _ID),
    "email_id": ("The email's id.", f"{_ID}-MZXW6YTBOI"),
    "framework_id": ("The framework's id.", "f1"),
    "import_id": ("The import's id.", _ID),
    "item_id": ("The item's id within its assessment.", "q7"),
    "job_id": ("The job's id: what it works on, a period, and the id of that.", f"delivery.{_ID}"),
    "page": ("The shared page: `analyze`, `goals`, `strategies` or `reflect`.", "analyze"),
    "person_id": (f"The person's id in the roster, or `me` for yourself. {_NAMED}", "T-311"),
    "printout_id": ("The printout's id.", _ID),
    "process_id": ("The Mastery Process's id.", _ID),
    "queue_id": ("The queue: `deliveries`, `emails`, `jobs` or `reports`.", "jobs"),
    "school_id": (f"The school's id in the roster. {_NAMED}", "S-104"),
    "standards_set_id": ("The standards set's id.", "f1-math-3"),
    "team_id": ("The data team's id.", _ID),
    "tracker_id": ("The tracker's id.", _ID),
}
"""The meaning of each name in a path, with an example."""


def parameters(route: Route, shapes: Shapes) -> list[Json]:
    """Describe everything a request may carry beside its body."""
    return [*map(_path, route.parameters), *_query(route, shapes), *_headers(route)]


def _path(name: str) -> Json:
    about, example = PATH[name]
    schema = {"type": "string", "minLength": 1, "maxLength": 255, "examples": [example]}
    return {"name": name, "in": "path", "required": True, "description": about, "schema": schema}


def _query(route: Route, shapes: Shapes) -> list[Json]:
    found = []
    if route.query is not None:
        schema = shapes.query(route.query)
        needed = schema.get("required", [])
        for name, shape in schema["properties"].items():
            found.append(_build_parameter(name, _never_null(shape), required=name in needed))
    if route.listed:
        found += [_LIMIT, _CURSOR]
    return found


def _build_parameter(name: str, schema: Json, *, required: bool) -> Json:
    about = schema.get("description", "")
    rest = {key: each for key, each in schema.items() if key != "description"}
    return {
        "name": name,
        "in": "query",
        "required": required,
        "description": about,
        "schema": rest,
    }


def _never_null(schema: Json) -> Json:
    """Leave out that a parameter may be null: one that is not sent is not there."""
    kept = {key: each for key, each in schema.items() if (key, each) != ("default", None)}
    if "anyOf" not in kept:
        return kept
    others = [each for each in kept.pop("anyOf") if each != {"type": "null"}]
    return kept | (others[0] if len(others) == 1 else {"anyOf": others})


_LIMIT: Json = {
    "name": "limit",
    "in": "query",
    "required": False,
    "description": "How many entries a page has at most.",
    "schema": {
        "type": "integer",
        "minimum": 1,
        "maximum": MAXIMUM_LIMIT,
        "default": DEFAULT_LIMIT,
        "examples": [100],
    },
}
_CURSOR: Json = {
    "name": "cursor",
    "in": "query",
    "required": False,
    "description": "Where the page begins: `next` of the page before, with the same filters. "
    "Without it, the first page.",
    "schema": {"type": "string", "examples": ["bTZ4cWw1d2RrM2p2ZDBhWyIwMUoiXQ"]},
}


def _headers(route: Route) -> list[Json]:
    found = [if_match()] if route.conditional else []
    found += [idempotency_key()] if route.changes else []
    return found + ([if_none_match()] if route.stored else [])
