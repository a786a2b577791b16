"""The order of a list: the one in its address, and the links of its columns' heads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

TURNED = {"asc": "desc", "desc": "asc"}


@dataclass(frozen=True, slots=True)
class ListOrder:
    """The order of a list that somebody asked for."""

    asked: Mapping[str, str]
    """The order in the address, in the API's words."""
    columns: Mapping[str, str]
    """The columns of the list, each with its first direction; the first one is the default."""

    @classmethod
    def read(cls, query: Mapping[str, str], columns: Mapping[str, str]) -> ListOrder:
        """Read it from an address; ignore a column that the list cannot be sorted by."""
        column = query.get("sort", "")
        column = column if column in columns else next(iter(columns))
        order = query.get("order", "")
        return cls(
            {"sort": column, "order": order if order in TURNED else columns[column]}, columns
        )

    @property
    def column(self) -> str:
        """The column that the list is sorted by now."""
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
