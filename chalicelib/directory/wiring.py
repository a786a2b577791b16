"""The services of the directory, from those of all domains."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from .service import Directory


class DirectoryWiring(DomainWiring):
    @cached_property
    def directory(self) -> Directory:
        from .service import Directory

        return Directory(
            lambda: self.services.rosters,
            lambda: self.services.standards,
            lambda: self.services.teams,
            self.services.clock,
        )
