"""A tracker's title, levels and calculation as a person edits them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from .forms import Form, read_number

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "/level_count": "levels",
        "/calculation": "method",
        "/calculation/weight": "weight",
        "/calculation/times": "times",
    }
)
"""The form's fields by the API's pointers, where they differ."""
AS_DISTRICT = ""
"""The method of a tracker that has none of its own."""
WEIGHT, TIMES = "0.65", "3"
WEIGHED, COUNTED = "decaying_average", "n_times"
"""The methods with a number of their own."""


@dataclass(frozen=True, slots=True)
class TypedSettings:
    """A tracker's settings, as the person typed them."""

    title: str
    levels: str
    method: str = AS_DISTRICT
    weight: str = WEIGHT
    times: str = TIMES

    @classmethod
    def of(cls, tracker: Mapping[str, Any]) -> TypedSettings:
        """Return those that a tracker has."""
        own = tracker["calculation"] or {"method": AS_DISTRICT, "weight": WEIGHT, "times": TIMES}
        return cls(
            tracker["title"],
            str(tracker["level_count"]),
            own["method"],
            str(own["weight"]),
            str(own["times"]),
        )

    @classmethod
    def read(cls, form: Form) -> TypedSettings:
        return cls(
            form.one("title").strip(),
            form.one("levels").strip(),
            form.one("method"),
            form.one("weight", WEIGHT).strip(),
            form.one("times", TIMES).strip(),
        )

    def write_rules(self) -> dict[str, Any]:
        """Return levels and calculation as the API takes them."""
        return {"level_count": _number(self.levels), "calculation": self._write_calculation()}

    def write_body(self) -> dict[str, Any]:
        """Return everything as the API takes it."""
        return {"title": self.title, **self.write_rules()}

    def _write_calculation(self) -> dict[str, Any] | None:
        if self.method == AS_DISTRICT:
            return None
        also: dict[str, dict[str, Any]] = {
            WEIGHED: {"weight": self.weight},
            COUNTED: {"times": _number(self.times)},
        }
        return {"method": self.method, **also.get(self.method, {})}


def _number(typed: str) -> int | str:
    """Return a number; the API gets any other text, and states the error."""
    number = read_number(typed)
    return typed if number is None else number
