"""The district's history."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from .service import AuditTrail


class AuditWiring(DomainWiring):
    @cached_property
    def audit_trail(self) -> AuditTrail:
        from .service import AuditTrail

        return AuditTrail(self.services.table)
