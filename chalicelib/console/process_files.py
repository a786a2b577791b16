"""Figures of a Mastery Process as files to keep."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from chalicelib.acts import Answer

from .process_page import ADDRESS, path_of
from .screens import EVERYBODY, Screens, Visit
from .tables import save_table

screens = Screens()

FILES: Mapping[str, str] = MappingProxyType({"students": "/comparison/students.csv"})
"""The files that people can download, each with its path in the API."""
ASKED = ("teacher_id", "class_id", "sort", "order")


@screens.show(ADDRESS + "/files/{name}", roles=EVERYBODY)
def save_figures(visit: Visit, process_id: str, name: str) -> Answer:
    """Return figures as a file: the API's own, by a cookie instead of a token."""
    return save_table(visit, path_of(process_id), FILES, name, *ASKED)
