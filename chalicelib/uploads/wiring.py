"""Files that arrive: the domains that wait for some are listed here."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from .service import Uploads


class UploadsWiring(DomainWiring):
    """The services, each made at its first use."""

    def build_uploads(self) -> Uploads:
        """Build the service that hands an arrived file to its receiver."""
        from .service import Uploads

        return Uploads(
            {
                **self.services.roster_uploads,
                **self.services.standards_uploads,
                **self.services.item_import_uploads,
                **self.services.attachment_uploads,
            }
        )

    uploads = cached_property(build_uploads)
