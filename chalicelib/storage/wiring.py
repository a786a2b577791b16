"""The stack's storage: its table and its files."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from .calls import Patience
    from .files import Files
    from .table import Table


class StorageWiring(DomainWiring):
    @cached_property
    def table(self) -> Table:
        from .table import Table

        return Table(
            self.services.clients.dynamodb, self.services.settings.table, self.services.patience
        )

    @cached_property
    def patience(self) -> Patience:
        from .calls import Patience

        return Patience(self.services.clock, self.services.pause)

    @cached_property
    def files(self) -> Files:
        from .files import Files

        return Files(lambda: self.services.clients.s3, self.services.settings.files_bucket)
