"""The JSON schemas of the models at the edge, named so that people can read the names."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from chalicelib.web.routes import Route

from .models import DescribedSchema, show_values
from .pages import FACTS, page_name, page_of

_TEMPLATE = "#/components/schemas/{model}"
_TAKEN: JsonSchemaMode = "validation"
_GIVEN: JsonSchemaMode = "serialization"


class Shapes:
    """The schemas of every model that a route takes or gives, under names that are unique."""

    def __init__(
        self,
        bodies: Sequence[type[BaseModel]],
        answers: Sequence[type[BaseModel]],
        queries: Sequence[type[BaseModel]],
        lists: Sequence[Route] = (),
    ) -> None:
        """Make them all at once: two models of one name get names with their domain's."""
        taken = dict.fromkeys((model, _TAKEN) for model in (*bodies, *queries))
        given = dict.fromkeys((model, _GIVEN) for model in answers)
        self._references, made = models_json_schema(
            [*taken, *given], ref_template=_TEMPLATE, schema_generator=DescribedSchema
        )
        self._schemas: dict[str, Any] = show_values(made.get("$defs", {}))
        self._names = _short_names(self._schemas)
        self._queries = {self._name(model, _TAKEN) for model in queries}
        self._roots = {self._names[self._name(model, _TAKEN)] for model in bodies}
        self._roots |= {self._names[self._name(model, _GIVEN)] for model in answers}
        self._lists = lists

    def refer_to_body(self, body: type[BaseModel]) -> dict[str, Any]:
        """Return a placeholder for a body's schema."""
        return {"$ref": _TEMPLATE.format(model=self._names[self._name(body, _TAKEN)])}

    def refer_to_answer(self, answer: type[BaseModel]) -> dict[str, Any]:
        """Return a placeholder for an answer's schema."""
        return {"$ref": _TEMPLATE.format(model=self._names[self._name(answer, _GIVEN)])}

    def about(self, body: type[BaseModel]) -> str:
        """Return a body's text."""
        return str(self._schemas[self._name(body, _TAKEN)].get("description", ""))

    def has(self, answer: type[BaseModel], field: str) -> bool:
        """Return whether an answer has a field."""
        return field in self._schemas[self._name(answer, _GIVEN)].get("properties", {})

    def answer(self, route: Route) -> dict[str, Any]:
        """Return the schema of what a route answers: one thing, or a page of them."""
        if route.answer is None:
            return {}
        if not route.listed:
            return self.refer_to_answer(route.answer)
        return {"$ref": _TEMPLATE.format(model=self._page(route)[0])}

    def _page(self, route: Route) -> tuple[str, str]:
        """Name a route's page and what is on it; pages of other facts have names of their own."""
        assert route.answer is not None
        model = self._names[self._name(route.answer, _GIVEN)]
        name = page_name(model)
        same = {frozenset(FACTS.get(r.name, {})) for r in self._lists if r.answer is route.answer}
        if len(same) > 1:
            name = page_name(route.name.removeprefix("list_").title().replace("_", ""))
        return name, model

    def _pages(self) -> dict[str, Any]:
        return {
            name: page_of(name, model, route.name)
            for route in self._lists
            for name, model in [self._page(route)]
        }

    def query(self, model: type[BaseModel]) -> dict[str, Any]:
        """Return the schema of query parameters, one parameter each."""
        schema: dict[str, Any] = self._rename(self._schemas[self._name(model, _TAKEN)])
        return schema

    def list_schemas(self) -> dict[str, Any]:
        """Every schema that something refers to, by its name, which is its title too."""
        found = {
            self._names[name]: {**self._rename(schema), "title": self._names[name]}
            for name, schema in self._schemas.items()
            if name not in self._queries
        }
        used = json.dumps([found, *self._list_queries()])
        return self._pages() | {
            name: schema
            for name, schema in found.items()
            if name in self._roots or f'"{_TEMPLATE.format(model=name)}"' in used
        }

    def _list_queries(self) -> list[Any]:
        return [self._rename(self._schemas[name]) for name in self._queries]

    def _name(self, model: type[BaseModel], mode: JsonSchemaMode) -> str:
        name: str = self._references[model, mode]["$ref"].removeprefix(_TEMPLATE.format(model=""))
        return name

    def _rename(self, schema: Any) -> Any:
        """Return the schema with references by the short names."""
        if isinstance(schema, list):
            return [self._rename(each) for each in schema]
        if not isinstance(schema, dict):
            return schema
        if isinstance(schema.get("$ref"), str):
            name = schema["$ref"].removeprefix(_TEMPLATE.format(model=""))
            return {**schema, "$ref": _TEMPLATE.format(model=self._names.get(name, name))}
        return {name: self._rename(value) for name, value in schema.items()}


_TERMS = {"DocumentState": "PrintoutState"}
"""Names of the API that differ from the class: a document of the API is always a printout."""


def _short_names(names: Iterable[str]) -> dict[str, str]:
    """`chalicelib__rosters__routes__Application` -> `RostersApplication`, where that is unique."""
    short = {name: name for name in names}
    for name in short:
        if name.startswith("chalicelib__"):
            _, domain, *_, last = name.split("__")
            short[name] = domain.title() + last
    times = Counter(short.values())
    unique = {name: less if times[less] == 1 else name for name, less in short.items()}
    return {name: _TERMS.get(less, less) for name, less in unique.items()}
