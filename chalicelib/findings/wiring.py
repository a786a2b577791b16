"""The findings of checks of packages."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from .service import FindingsFiles


class FindingsWiring(DomainWiring):
    @cached_property
    def findings_files(self) -> FindingsFiles:
        from .service import FindingsFiles

        return FindingsFiles(self.services.files)
