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
    """The services, each made at its first use."""

    def build_item_imports(self) -> ItemImports:
        """Items on their way in."""
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

    def list_item_import_jobs(self) -> tuple[JobKind, ...]:
        """Long work on items that come from elsewhere."""
        from chalicelib.jobs.ports import JobKind

        return (
            JobKind(
                "item-import",
                progress=lambda: self.services.item_imports,
                run=lambda: self.services.item_imports,
                due=lambda: self.services.item_imports,
            ),
        )

    def list_item_import_uploads(self) -> Receivers:
        """The receivers of files with items."""
        return {"item-import": lambda: self.services.item_imports}

    item_imports = cached_property(build_item_imports)
    item_import_jobs = cached_property(list_item_import_jobs)
    item_import_uploads = cached_property(list_item_import_uploads)
