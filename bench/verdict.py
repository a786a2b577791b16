"""One bar of the bench, and whether it is kept."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class BenchVerdict:
    """One bar: what was found, what is allowed."""

    name: str
    found: float
    bar: float
    unit: str = ""

    @property
    def kept(self) -> bool:
        return self.found <= self.bar

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "kept": self.kept}
