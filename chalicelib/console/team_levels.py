"""A data team's levels as a person edits them: names, lower bounds, and the level *Meets*."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from chalicelib.scales.palette import colors
from chalicelib.scales.scale import FEWEST_LEVELS, MOST_LEVELS

from .color_names import name_color
from .forms import Form, read_number

WHOLE = 100.0
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        f"/levels/{at}/{name}": f"{name}-{at}"
        for at in range(MOST_LEVELS)
        for name in ("name", "lower", "color")
    }
)
"""The form's fields by the API's pointers, where they differ."""


@dataclass(frozen=True, slots=True)
class TypedLevel:
    """One level as it was typed."""

    name: str
    lower: str
    color: str

    @property
    def color_name(self) -> str:
        """The color in words."""
        return name_color(self.color)


@dataclass(frozen=True, slots=True)
class TypedLevels:
    """All levels as they were typed, the lowest first."""

    rows: tuple[TypedLevel, ...]
    meets: int
    was: str
    """The levels at the time when the form was first shown."""

    @classmethod
    def of(cls, team: Mapping[str, Any]) -> TypedLevels:
        """Return those that a team has."""
        rows = tuple(
            TypedLevel(each["name"], each["lower"], each["color"]) for each in team["levels"]
        )
        return cls(rows, team["meets"], sign_levels(team))

    @classmethod
    def read(cls, form: Form, team: Mapping[str, Any]) -> TypedLevels:
        names = [form.one(f"name-{at}").strip() for at in range(MOST_LEVELS) if _has(form, at)]
        lower = ["0", *(_read_bound(form.one(f"lower-{at}")) for at in range(1, len(names)))]
        number = read_number(form.one("meets")) or 0
        typed = zip(names, lower, strict=False)
        rows = tuple(TypedLevel(name, bound, "") for name, bound in typed)
        return cls(rows, number, form.one("was")).color_like(team)

    def color_like(self, team: Mapping[str, Any]) -> TypedLevels:
        """Return the team's own colors where as many levels meet as before; if not, ours."""
        many = len(self.rows)
        found = [each["color"] for each in team["levels"]]
        if many >= FEWEST_LEVELS and (many, self.meets) != (len(found), team["meets"]):
            found = [*colors(many, min(max(self.meets, 2), many))]
        rows = zip(self.rows, found, strict=False)
        return replace(self, rows=tuple(replace(row, color=color) for row, color in rows))

    @property
    def has_room_above(self) -> bool:
        """Return whether another level can begin above the last one."""
        return not self.rows or _measure(self.rows[-1].lower, 0.0) < WHOLE

    def add_level(self, team: Mapping[str, Any]) -> TypedLevels:
        """Return one more, above all others."""
        last = _measure(self.rows[-1].lower, 0.0) if self.rows else 0.0
        bound = f"{(last + WHOLE) / 2:.0f}"
        rows = (*self.rows, TypedLevel(f"Level {len(self.rows) + 1}", bound, ""))
        return replace(self, rows=rows[:MOST_LEVELS]).color_like(team)

    def drop_level(self, number: str, team: Mapping[str, Any]) -> TypedLevels:
        """Return the others: the level below, or the new lowest, takes over the dropped range."""
        rows = [row for at, row in enumerate(self.rows, 1) if str(at) != number]
        if len(rows) < FEWEST_LEVELS:
            return self
        rows[0] = replace(rows[0], lower="0")
        gone = len(rows) < len(self.rows) and int(number) < self.meets
        meets = min(max(self.meets - gone, 2), len(rows))
        return replace(self, rows=tuple(rows), meets=meets).color_like(team)

    def write_body(self) -> dict[str, Any]:
        """Return them in the form that the API takes."""
        rows = [{"name": row.name, "lower": row.lower, "color": row.color} for row in self.rows]
        return {"levels": rows, "meets": self.meets}

    @property
    def edges(self) -> list[float]:
        """The start of each level on the bar, and the end of the last one: they never decrease."""
        found: list[float] = []
        for row in self.rows:
            least = found[-1] if found else 0.0
            found.append(min(max(_measure(row.lower, least), least), WHOLE))
        return [*found, WHOLE]


def sign_levels(team: Mapping[str, Any]) -> str:
    """Return a sign that changes as soon as anything of a team's levels changes."""
    plain = json.dumps([team["levels"], team["meets"]], sort_keys=True)
    return sha256(plain.encode()).hexdigest()[:16]


def _has(form: Form, at: int) -> bool:
    return form.has(f"name-{at}")


def _read_bound(typed: str) -> str:
    return typed.strip().removesuffix("%").strip()


def _measure(bound: str, otherwise: float) -> float:
    """Return a bound's place on the bar; a bound that is no place on it gets `otherwise`."""
    try:
        found = float(bound)
    except ValueError:
        return otherwise
    return found if 0 <= found <= WHOLE else otherwise
