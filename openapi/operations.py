"""One operation: what it takes, what it answers, and how it may be refused."""

from __future__ import annotations

import inspect
from typing import Any

from chalicelib.web.idempotency import REPLAYED
from chalicelib.web.routes import ACCEPTED, CSV, Route
from chalicelib.web.table_files import WORKBOOK

from .headers import refer_to_headers
from .parameters import parameters
from .problems import NAMES
from .schemas import Shapes

Json = dict[str, Any]

OK, CREATED, NOTHING, UNCHANGED = 200, 201, 204, 304

ALSO: dict[str, tuple[int, ...]] = {
    "create_activation": (200,),
    "create_distribution": (404,),
    "preview_distribution": (404,),
    "create_roster_import": (404,),
    "list_trackers": (404,),
    "list_matching_schools": (409, 422),
    "list_school_trackers": (409, 422),
    "list_distributions": (404,),
    "read_process_report": (409,),
    "read_printout": (409,),
    "read_distribution_analysis": (409,),
    "download_distribution_analysis": (409,),
    "read_distribution_results": (409,),
    "download_student_results": (409,),
    **{
        f"{verb}_{what}_results": (409,)
        for verb in ("list", "download")
        for what in ("school", "teacher", "class", "standard", "item")
    },
}
"""Statuses of single operations beyond those that follow from what they declare."""

TAGGED = frozenset(
    {
        "create_distribution_reminder",
        "create_process_reminder",
        "create_tracker_batch",
        "read_library_entry",
    }
)
"""Operations that say a version as `ETag` alone."""

WHO = {
    "public": "Needs no sign-in.",
    "staff": "For everybody with a role in the district.",
    "admins": "For school and district administrators.",
    "district_admins": "For district administrators.",
    "teachers": "For teachers.",
    "authors": "For teachers and district administrators.",
}
"""The audience of an operation, by its policy. The service decides about single things."""


def operation(route: Route, shapes: Shapes) -> Json:
    """Describe an operation."""
    made: Json = {
        "operationId": route.name,
        "summary": route.summary,
        "tags": [route.tag],
        "description": _about(route),
        "security": [] if route.policy.public else [{"sign_in": ["openid"]}],
        "parameters": parameters(route, shapes),
        "responses": _responses(route, shapes),
    }
    if route.body is not None:
        made["requestBody"] = {
            "required": True,
            "description": shapes.about(route.body),
            "content": {"application/json": {"schema": shapes.refer_to_body(route.body)}},
        }
    return made


def _about(route: Route) -> str:
    """Return how to use it, and by which roles: the rest of a view's docstring is for clients."""
    _, _, text = (inspect.getdoc(route.view) or "").partition("\n")
    text = " ".join(text.partition("Raises")[0].split())
    return f"{text} {WHO[route.policy.name]}".strip()


def _responses(route: Route, shapes: Shapes) -> Json:
    found: Json = {str(status): _good(route, status, shapes) for status in _successes(route)}
    if route.stored:
        found["304"] = {
            "description": "You have it already.",
            "headers": refer_to_headers("ETag", "Cache-Control"),
        }
    for status in _refusals(route):
        found[str(status)] = {"$ref": f"#/components/responses/{NAMES[status]}"}
    return dict(sorted(found.items()))


def _successes(route: Route) -> list[int]:
    says_nothing = route.answer is None and not route.media
    usual = NOTHING if says_nothing and route.status == OK else route.status
    return [usual, *(each for each in ALSO.get(route.name, ()) if each < UNCHANGED)]


def _good(route: Route, status: int, shapes: Shapes) -> Json:
    headers = []
    if _has_version(route, shapes):
        headers.append("ETag")
    if route.location:
        headers.append("Location")
    headers += ["Retry-After"] if status == ACCEPTED or route.polled else []
    headers += ["Link"] if route.listed else []
    headers += [REPLAYED] if route.changes else []
    headers += ["Content-Disposition"] if route.media == CSV else []
    headers += ["ETag", "Cache-Control"] if route.stored else []
    good: Json = {
        "description": _describe_success(status, route),
        "headers": refer_to_headers(*headers),
    }
    if status == NOTHING:
        return good
    if route.media:
        kinds = (CSV, WORKBOOK) if route.media == CSV else (route.media,)
        good["content"] = {kind: {"schema": _file(kind)} for kind in kinds}
    elif route.answer is not None:
        good["content"] = {"application/json": {"schema": shapes.answer(route)}}
    return good


def _has_version(route: Route, shapes: Shapes) -> bool:
    if route.answer is None or route.listed:
        return False
    return route.name in TAGGED or shapes.has(route.answer, "version")


def _describe_success(status: int, route: Route) -> str:
    if route.answer is not None and not route.listed:
        return {
            200: "It is done, or read: what is there now.",
            201: "It was made: what is there now.",
            202: "It has begun: what is there now. The job at `Location` says how far it is.",
        }[status]
    if route.listed:
        return "One page of the list."
    return {200: "The file.", 204: "It is done. There is nothing to show."}.get(
        status, "It is done."
    )


def _file(media: str) -> Json:
    if media == "application/json":
        return {"type": "object", "description": "An OpenAPI 3.1 document."}
    if media == WORKBOOK:
        text = "The same as an Excel workbook, for a request whose `Accept` names this alone."
        return {"type": "string", "format": "binary", "description": text}
    what = {CSV: "Rows with commas between, in UTF-8.", "text/html": "A page."}
    return {"type": "string", "description": what[media]}


def _refusals(route: Route) -> list[int]:
    codes = {400, 429, 500, 503, 504}
    codes |= set() if route.policy.public else {401, 403}
    codes |= {404} if route.parameters or route.body or route.query else set()
    codes |= {409, 422} if route.method != "GET" else set()
    codes |= {422} if route.query else set()
    codes |= {413, 415} if route.body else set()
    codes |= {413} if route.media == CSV else set()
    codes |= {412, 428} if route.conditional else set()
    codes |= {each for each in ALSO.get(route.name, ()) if each > UNCHANGED}
    return sorted(codes)
