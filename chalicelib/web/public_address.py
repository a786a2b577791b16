"""The API's public address, and the addresses in answers that begin with it.

The product writes addresses from `/v1` on, because nobody below the edge knows the part before
it: a stage, a domain, the path of a mapping. The edge puts the public address in front of all of
them, so that each is whole and leads to the right place wherever it is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

ADDRESSES = frozenset({"link", "links"})
"""Fields of answers and facts of refusals that hold addresses: one, or several by name."""

_IS_ADDRESS = "an address of ours"
Address = Annotated[str, _IS_ADDRESS]
"""The type of an answer's field of another name that holds an address."""

Places = Mapping[str, "Places | None"]
"""Where an answer has addresses: fields with more inside, and (None) those that hold them."""

EACH = "*"
"""In `Places`: every value of an object whose names are data."""


def find_public_address(
    public_url: str, context: Mapping[str, Any], headers: Mapping[str, str]
) -> str:
    """Return the address of the API, up to and without `/v1`: all our addresses begin with it.

    It is the stack's own setting (`public_url`). Without one, it is the address at which
    the request reached the gateway.
    """
    return public_url or find_gateway_address(context, headers)


def find_gateway_address(context: Mapping[str, Any], headers: Mapping[str, str]) -> str:
    """Return where this request reached the gateway, up to and without `/v1`.

    The gateway names itself; only where none does (`chalice local`) the request's own word counts.
    """
    path, route = str(context.get("path", "")), str(context.get("resourcePath", "/v1/"))
    before, known, _ = path.partition(route.partition("{")[0])
    if route == "/":
        before, known = path.rstrip("/"), "/"
    stage = before if known else ""
    domain = context.get("domainName")
    if domain:
        return f"https://{domain}{stage}"
    return f"http://{headers['host']}{stage}" if headers.get("host") else ""


def complete(found: Any, base: str) -> Any:
    """Put the public address before an address, or before each of several by name.

    >>> complete({"self": "/v1/teams/01T", "team": None}, "https://example.org/api")
    {'self': 'https://example.org/api/v1/teams/01T', 'team': None}
    """
    if isinstance(found, dict):
        return {name: complete(each, base) for name, each in found.items()}
    return base + found if isinstance(found, str) and found.startswith("/") else found


def complete_answer(body: Any, answer: type[BaseModel], base: str, *, listed: bool) -> None:
    """Complete every address in an answer.

    `answer` is its representation; `listed` means a page of them.
    """
    places = find_places(answer)
    if places and base and body:
        _complete_inside(body["items"] if listed else body, places, base)


def _complete_inside(found: Any, places: Places, base: str) -> None:
    if isinstance(found, list):
        for each in found:
            _complete_inside(each, places, base)
        return
    if not isinstance(found, dict):
        return
    for name, inside in places.items():
        if name == EACH and inside is not None:
            _complete_inside(list(found.values()), inside, base)
        elif inside is None and name in found:
            found[name] = complete(found[name], base)
        elif inside is not None:
            _complete_inside(found.get(name), inside, base)


@cache
def find_places(model: type[BaseModel]) -> Places:
    """Return where a representation has addresses, by the names that clients see."""
    return _places_in(model, ())


def _places_in(model: type[BaseModel], around: tuple[type[BaseModel], ...]) -> Places:
    if model in around:  # what holds itself has its addresses at the root
        return {}
    found: dict[str, Places | None] = {}
    for name, field in model.model_fields.items():
        shown = field.serialization_alias or name
        if name in ADDRESSES or _IS_ADDRESS in field.metadata:
            found[shown] = None
            continue
        inside = _places_of(field.annotation, (*around, model))
        if inside is None or inside:
            found[shown] = inside
    return found


def _places_of(annotation: Any, around: tuple[type[BaseModel], ...]) -> Places | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _places_in(annotation, around)
    parts = get_args(annotation)
    if _IS_ADDRESS in parts:
        return None
    if get_origin(annotation) is dict:
        inside = _places_of(parts[1], around)
        return {EACH: inside} if inside else inside
    found: dict[str, Places | None] = {}
    for part in parts:
        inside = _places_of(part, around)
        if inside is None:
            return None
        found |= inside
    return found
