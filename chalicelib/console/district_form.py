"""The district's settings as a person edits them, and the values that they changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from chalicelib.scales.scale import FEWEST_LEVELS, MOST_LEVELS

from .forms import Form, read_number
from .tracker_settings import TypedSettings

COUNTS = range(FEWEST_LEVELS, MOST_LEVELS + 1)
"""How many mastery levels there can be."""
LEVEL_COUNT = "mastery_level_count"
TEXTS = ("name", "time_zone", "locale", "paper", "report_delivery")
SWITCHES = ("roster_join_by_sign_in_name", "notify_teachers")


def _name_fields() -> Iterator[tuple[str, str]]:
    yield "/mastery_level_count", "levels"
    yield "/calculation", "method"
    yield "/calculation/weight", "weight"
    yield "/calculation/times", "times"
    for many in COUNTS:
        at = f"/mastery_scales/{many}"
        yield at, f"scale-{many}"
        for place in range(many):
            yield f"{at}/names/{place}", f"name-{many}-{place}"
            yield f"{at}/cuts/{place}", f"cut-{many}-{place}"


FIELDS: Mapping[str, str] = MappingProxyType(dict(_name_fields()))
"""The form's fields by the API's pointers, where they differ."""


@dataclass(frozen=True, slots=True)
class TypedScale:
    """The levels of one number of levels: names, the lowest first; where the others begin."""

    names: tuple[str, ...]
    cuts: tuple[str, ...]
    meets: str
    resets: bool = False
    """Whether to restore Plumbline's own levels."""

    @classmethod
    def of(cls, scale: Mapping[str, Any]) -> TypedScale:
        """Return those of the district."""
        return cls(tuple(scale["names"]), tuple(scale["cuts"]), str(scale["meets"]))

    @classmethod
    def read(cls, form: Form, many: int) -> TypedScale:
        """Read a form's scale for a number of levels."""
        return cls(
            tuple(form.one(f"name-{many}-{at}").strip() for at in range(many)),
            tuple(_read_cut(form.one(f"cut-{many}-{at}")) for at in range(many - 1)),
            form.one(f"meets-{many}"),
            form.has(f"reset-{many}"),
        )

    def write_body(self) -> dict[str, Any] | None:
        """Return it as the API takes it."""
        if self.resets:
            return None
        number = read_number(self.meets)
        meets = self.meets if number is None else number
        return {"names": list(self.names), "cuts": list(self.cuts), "meets": meets}


@dataclass(frozen=True, slots=True)
class TypedDistrict:
    """All settings as they were typed."""

    texts: Mapping[str, str]
    switches: Mapping[str, bool]
    drop: str
    rules: TypedSettings
    """The number of levels, and the calculation."""
    scales: Mapping[int, TypedScale]

    @classmethod
    def of(cls, district: Mapping[str, Any]) -> TypedDistrict:
        """Return those that the district has."""
        return cls(
            {name: district[name] for name in TEXTS},
            {name: district[name] for name in SWITCHES},
            str(district["roster_drop_threshold"]),
            TypedSettings.of({**district, "title": "", "level_count": district[LEVEL_COUNT]}),
            {many: TypedScale.of(district["mastery_scales"][str(many)]) for many in COUNTS},
        )

    @classmethod
    def read(cls, form: Form) -> TypedDistrict:
        """Read the settings from a form."""
        return cls(
            {name: form.one(name).strip() for name in TEXTS},
            {name: form.has(name) for name in SWITCHES},
            form.one("roster_drop_threshold").strip().removesuffix("%").strip(),
            TypedSettings.read(form),
            {many: TypedScale.read(form, many) for many in COUNTS},
        )

    def write_parts(self) -> dict[str, Any]:
        """Return each part that somebody can change alone, as JSON has it."""
        rules = self.rules
        return {
            **self.texts,
            **self.switches,
            "drop": self.drop,
            "levels": rules.levels,
            "calculation": [rules.method, rules.weight, rules.times],
            **{_scale(many): each.write_body() for many, each in self.scales.items()},
        }

    def follow(self, seen: Mapping[str, Any], saved: TypedDistrict) -> TypedDistrict:
        """Take the saved value for each field that the person did not change.

        A person who never touched a field therefore does not undo a colleague's change of it.
        """
        parts = self.write_parts()
        same = {name for name, part in parts.items() if name in seen and seen[name] == part}
        rules = self.rules
        if "levels" in same:
            rules = replace(rules, levels=saved.rules.levels)
        if "calculation" in same:
            now = saved.rules
            rules = replace(rules, method=now.method, weight=now.weight, times=now.times)
        return TypedDistrict(
            {name: (saved if name in same else self).texts[name] for name in TEXTS},
            {name: (saved if name in same else self).switches[name] for name in SWITCHES},
            saved.drop if "drop" in same else self.drop,
            rules,
            {many: (saved if _scale(many) in same else self).scales[many] for many in COUNTS},
        )

    def write_changes(self, district: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values that differ from the district's, as the API takes them."""
        was = TypedDistrict.of(district)
        number = read_number(self.drop)
        wanted = {
            **self.texts,
            **self.switches,
            "roster_drop_threshold": self.drop if number is None else number,
            LEVEL_COUNT: self.rules.write_rules()["level_count"],
        }
        changes = {name: value for name, value in wanted.items() if value != district[name]}
        rules = self.rules.write_rules()["calculation"]
        if rules != was.rules.write_rules()["calculation"]:
            changes["calculation"] = rules
        scales = {
            many: each.write_body()
            for many, each in self.scales.items()
            if each.resets or each.write_body() != was.scales[many].write_body()
        }
        return changes | ({"mastery_scales": scales} if scales else {})


def _scale(many: int) -> str:
    return f"scale-{many}"


def _read_cut(typed: str) -> str:
    return typed.strip().removesuffix("%").strip()
