"""Does the documentation page tell everything, load nothing, and work for everybody?"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest

from chalicelib.web.lazy_routes import every_domain
from openapi.files import build_document
from openapi.page import docs_page
from openapi.problems import CODES, codes
from openapi.shapes import limits, phrase, sample

LOADING = {"src", "srcset", "data", "poster", "action", "background", "formaction"}


class SeenPage(HTMLParser):
    """The page's tags, ids, links, and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._pieces: list[str] = []
        self.feed(html)
        self.text = "".join(self._pieces)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self._pieces.append(data)

    def values(self, attribute: str) -> list[str]:
        return [found[attribute] or "" for _, found in self.tags if attribute in found]

    def find_tags(self, tag: str) -> list[dict[str, str | None]]:
        return [found for name, found in self.tags if name == tag]


@cache
def page() -> str:
    return docs_page(build_document())


@cache
def read_page() -> SeenPage:
    return SeenPage(page())


def test_every_route_is_on_the_page_with_an_example() -> None:
    ids = read_page().values("id")
    for routes in every_domain():
        assert routes.tag in read_page().text
        for route in (each for each in routes.routes if not each.hidden):
            assert route.name in ids
            assert route.summary in read_page().text
            assert f'curl -X {route.method} "$API{route.path}' in read_page().text


def test_every_schema_and_every_refusal_is_on_the_page() -> None:
    components = build_document()["components"]
    ids = read_page().values("id")
    for name in components["schemas"]:
        assert f"schema-{name}" in ids
    for response in components["responses"].values():
        assert response["description"].partition(" Codes: ")[0].replace("`", "") in read_page().text
        assert set(response[CODES]) <= set(ids), "a problem's `type` leads to its code"
    for code, (_, text) in codes().items():
        assert text in read_page().text, code


def test_nothing_is_loaded_from_elsewhere() -> None:
    for tag, found in read_page().tags:
        assert not LOADING & set(found), tag
    assert [found.get("href") for found in read_page().find_tags("link")] == ["data:,"]
    assert not re.search(r"url\(|@import|https?://(?!([a-z-]+\.)?example\.org)", page())


def test_every_link_leads_somewhere_on_the_page_or_to_the_document() -> None:
    ids = read_page().values("id")
    for found in read_page().find_tags("a"):
        href = found.get("href") or ""
        assert href == "openapi.json" or href.removeprefix("#") in ids, href


def test_ids_are_unique_and_labels_name_what_is_there() -> None:
    ids = Counter(read_page().values("id"))
    assert [each for each, times in ids.items() if times > 1] == []
    for attribute in ("aria-labelledby", "aria-describedby", "for"):
        for value in read_page().values(attribute):
            assert value in ids


def test_landmarks_headings_and_a_way_past_the_contents() -> None:
    for tag in ("header", "nav", "main", "footer", "h1"):
        assert len(read_page().find_tags(tag)) == 1, tag
    first = [tag for tag, _ in read_page().tags].index("body") + 1
    assert read_page().tags[first][1].get("href") == "#content"
    assert read_page().find_tags("html")[0]["lang"] == "en"
    levels = [int(tag[1]) for tag, _ in read_page().tags if re.fullmatch(r"h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert all("scope" in found for found in read_page().find_tags("th"))


def test_the_search_appears_only_where_scripts_run() -> None:
    assert [found for found in read_page().find_tags("div") if found.get("class") == "find"] == [
        {"class": "find", "hidden": None}
    ]
    assert read_page().text.count("Find an operation") == 1


def test_texts_of_the_document_are_never_markup() -> None:
    nasty = "</script><script>alert(1)</script>"
    document: dict[str, Any] = {
        "info": {"title": nasty, "version": nasty, "description": nasty},
        "paths": {
            "/v1/x": {
                "post": {
                    "summary": nasty,
                    "description": nasty,
                    "requestBody": {
                        "content": {"application/json": {"schema": {"$ref": "#/x/Loop"}}}
                    },
                }
            }
        },
        "components": {"schemas": {"Loop": {"properties": {"me": {"$ref": "#/x/Loop"}}}}},
    }
    assert [tag for tag, _ in SeenPage(docs_page(document)).tags].count("script") == 1


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"type": "string"}, "text"),
        ({"type": "string", "format": "date-time"}, "instant"),
        ({"type": ["string", "null"]}, "text or null"),
        ({"anyOf": [{"type": "integer"}, {"type": "null"}]}, "whole number or null"),
        ({"type": "array", "items": {"$ref": "#/components/schemas/Tracker"}}, "list of Tracker"),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, "object of whole number"),
        ({"enum": ["a", "b"]}, "one of: a, b"),
        ({}, "anything"),
    ],
)
def test_shapes_have_words(schema: dict[str, Any], words: str) -> None:
    assert "".join(piece.text for piece in phrase(schema)) == words


def test_limits_have_words() -> None:
    schema = {"anyOf": [{"type": "integer", "minimum": 2, "maximum": 6}, {"type": "null"}]}
    assert limits(schema) == "2 or more; 6 or less"
    assert limits({"type": "string", "maxLength": 9, "default": "x"}) == (
        'maximum length 9; default "x"'
    )


def test_an_example_is_made_from_the_schema_and_stops_in_itself() -> None:
    schemas = {"Node": {"type": "object", "properties": {"next": {"$ref": "#/c/Node"}}}}
    shown = sample({"$ref": "#/c/Node"}, schemas)
    for _ in range(9):
        assert shown
        shown = shown["next"]
    assert shown == {}
