"""The district's history."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from .service import AuditTrail


class AuditWiring(DomainWiring):
    """The services, each made at its first use."""

    def build_audit_trail(self) -> AuditTrail:
        """Build the audit trail: the records of all changes."""
        from .service import AuditTrail

        return AuditTrail(self.services.table)

    audit_trail = cached_property(build_audit_trail)
