"""The services of the directory, from those of all domains."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from .service import Directory


class DirectoryWiring(DomainWiring):
    """The services, each made at its first use."""

    def build_directory(self) -> Directory:
        """The services of the directory, from those of all domains."""
        from .service import Directory

        return Directory(
            lambda: self.services.rosters,
            lambda: self.services.standards,
            lambda: self.services.teams,
            self.services.clock,
        )

    directory = cached_property(build_directory)
