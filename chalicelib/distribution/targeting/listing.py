"""Which schools of the selection are listed: by name, and by whether there is anything to tick."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from chalicelib.searching import ListFilter, has_words


class SchoolFilter(ListFilter):
    """The conditions of a search; conditions that are left out do not matter. All must hold."""

    text: Annotated[str, Field(max_length=255)] = ""
    """Only schools with every word of this in their name. Example: `lincoln`"""
    matching: bool = False
    """Lists only schools with a tracker that matches and does not have the assessment."""

    def wants(self, name: str, matching: int) -> bool:
        """Return whether a school is asked for, by its name and its matching trackers."""
        return has_words(name, self.text) and (matching > 0 or not self.matching)
