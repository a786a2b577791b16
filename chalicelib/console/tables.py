"""Tables to keep, as CSV or as a workbook: the API's own, by a cookie instead of a token."""

from __future__ import annotations

from collections.abc import Mapping

from chalicelib.acts import Answer
from chalicelib.web.table_files import WORKBOOK

from .screens import NotThere, Visit

_ENDING = ".xlsx"


def save_table(
    visit: Visit, path: str, tables: Mapping[str, str], name: str, *asked: str
) -> Answer:
    """Return a table by its name; as a workbook where the name says so. Raises `NotThere`.

    `tables` has the name of each, and its path in the API below `path`. `asked` are the names of
    the filters that the address may have.
    """
    plain = name.removesuffix(_ENDING)
    if plain not in tables:
        raise NotThere
    kind = WORKBOOK if plain != name else ""
    return visit.api.ask("GET", path + tables[plain], query=visit.read_query(*asked), accept=kind)
