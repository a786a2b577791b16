"""The services with which people sign in to the console."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from .sessions import TokenEndpoint


class ConsoleWiring(DomainWiring):
    @cached_property
    def token_endpoint(self) -> TokenEndpoint:
        from .sessions import TokenEndpoint

        return TokenEndpoint(f"{self.services.settings.sign_in_url}/oauth2/token")
