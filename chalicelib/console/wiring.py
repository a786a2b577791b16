"""The services with which people sign in to the console."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from .sessions import TokenEndpoint


class ConsoleWiring(DomainWiring):
    """The services, each made at its first use."""

    def build_token_endpoint(self) -> TokenEndpoint:
        """Build the endpoint that issues the console's tokens."""
        from .sessions import TokenEndpoint

        return TokenEndpoint(f"{self.services.settings.sign_in_url}/oauth2/token")

    token_endpoint = cached_property(build_token_endpoint)
