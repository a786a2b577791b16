"""Files that arrive: the domains that wait for some are listed here."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from .service import Uploads


class UploadsWiring(DomainWiring):
    @cached_property
    def uploads(self) -> Uploads:
        from .service import Uploads

        return Uploads(
            {
                **self.services.roster_uploads,
                **self.services.standards_uploads,
                **self.services.item_import_uploads,
                **self.services.attachment_uploads,
            }
        )
