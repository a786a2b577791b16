"""How a list is sorted: what its address says, and where the head of each column leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

TURNED = {"asc": "desc", "desc": "asc"}


@dataclass(frozen=True, slots=True)
class ListOrder:
    """The order of a list that somebody asked for."""

    asked: Mapping[str, str]
    """What the address says, in the API's words."""
    columns: Mapping[str, str]
    """What the list can be sorted by, and which way at first; it is by the first one at first."""

    @classmethod
    def read(cls, query: Mapping[str, str], columns: Mapping[str, str]) -> ListOrder:
        """Read it from an address; what the list cannot be sorted by is left out."""
        column = query.get("sort", "")
        column = column if column in columns else next(iter(columns))
        order = query.get("order", "")
        return cls(
            {"sort": column, "order": order if order in TURNED else columns[column]}, columns
        )

    @property
    def column(self) -> str:
        """By which column the list is now."""
        return self.asked.get("sort", next(iter(self.columns)))

    @property
    def order(self) -> str:
        """In which order it is now."""
        return self.asked.get("order") or self.columns[self.column]

    def query(self) -> dict[str, str]:
        """Return the order as the API takes it."""
        return {"sort": self.column, "order": self.order}

    def order_of(self, column: str) -> str:
        """Return in which order the list is by a column now; nothing if it is by another."""
        return self.order if column == self.column else ""

    def by(self, column: str) -> dict[str, str]:
        """Return the query that sorts by a column, or turns its order around."""
        turned = TURNED.get(self.order_of(column), self.columns[column])
        return {**self.asked, "sort": column, "order": turned}
