"""Items that come from elsewhere."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from chalicelib.jobs.ports import JobKind
    from chalicelib.uploads.ports import Receivers

    from .service import ItemImports


class ItemImportsWiring(DomainWiring):
    @cached_property
    def item_imports(self) -> ItemImports:
        from .repository import ItemImportRepository
        from .service import ItemImports

        return ItemImports(
            ItemImportRepository(self.services.table),
            lambda: self.services.building,
            lambda: self.services.standards,
            self.services.files,
            lambda: self.services.jobs,
            self.services.clock,
            self.services.settings.district,
        )

    @cached_property
    def item_import_jobs(self) -> tuple[JobKind, ...]:
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "item-import",
                progress=lambda: self.services.item_imports,
                work=lambda: self.services.item_imports,
            ),
        )

    @cached_property
    def item_import_uploads(self) -> Receivers:
        return {"item-import": lambda: self.services.item_imports}
