"""The findings of checks of packages."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from .service import FindingsFiles


class FindingsWiring(DomainWiring):
    """The services, each made at its first use."""

    def build_findings_files(self) -> FindingsFiles:
        """The findings of checks of packages."""
        from .service import FindingsFiles

        return FindingsFiles(self.services.files)

    findings_files = cached_property(build_findings_files)
