"""What the wiring of every domain is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import Services


class DomainWiring:
    """Makes the services of one domain from those of all."""

    def __init__(self, services: Services) -> None:
        """Take what is needed from these; nothing is asked for before it is used."""
        self.services = services
