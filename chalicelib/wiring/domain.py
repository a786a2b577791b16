"""The base class of every domain's wiring."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import Services


class DomainWiring:
    """Makes the services of one domain from those of all, each at its first use."""

    def __init__(self, services: Services) -> None:
        """Keep the services; each is taken only when it is used."""
        self.services = services
