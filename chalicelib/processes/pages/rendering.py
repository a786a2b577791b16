"""The texts of a page as people see them: in a whole process, on the page, in the library."""

from __future__ import annotations

from typing import TypeAlias

from chalicelib.processes.pages.model import PLAIN, ROW, ProcessPage, StrategyRow, Value

ShownText: TypeAlias = str | list[str] | list[int]

_ALL = "all"


_NAMES = {
    "worked": "what_worked",
    "did_not_work": "what_did_not_work",
    "who": "responsible",
    "how_often": "frequency",
    "how_long": "duration",
}
"""The API's names of stored fields that have another."""


def name_field(field: str) -> str:
    """Return a field's name as the API has it.

    >>> name_field("who"), name_field("evidence")
    ('responsible', 'evidence')
    """
    return _NAMES.get(field, field)


def render_value(field: str, value: Value) -> ShownText:
    """Return the value of a field as people see it.

    >>> render_value("levels", ("1", "2")), render_value("levels", ())
    ([1, 2], 'all')
    >>> render_value("needs", ("a",))
    ['a']
    """
    if isinstance(value, str):
        return value
    if field == "levels":
        return [int(level) for level in value] or _ALL
    return list(value)


def render_fields(page: ProcessPage) -> dict[str, ShownText]:
    return {name_field(name): render_value(name, page.value(name)) for name in PLAIN[page.name]}


def render_row(row: StrategyRow) -> dict[str, ShownText]:
    """Return the fields of a strategy."""
    return {name_field(name): render_value(name, row.value(name)) for name in ROW}
