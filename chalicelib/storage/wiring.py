"""The stack's storage: its table and its files."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from .files import Files
    from .table import Table


class StorageWiring(DomainWiring):
    """The services, each made at its first use."""

    def build_table(self) -> Table:
        """The district's table."""
        from .table import Table

        return Table(
            self.services.clients.dynamodb, self.services.settings.table, self.services.pause
        )

    def build_files(self) -> Files:
        """The district's files."""
        from .files import Files

        return Files(lambda: self.services.clients.s3, self.services.settings.files_bucket)

    table = cached_property(build_table)
    files = cached_property(build_files)
