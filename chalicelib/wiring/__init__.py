"""The composition root: the services of all rooms, and the settings and clients behind them.

Each room's `wiring.py` states which of its services gets which others. Each service is made at its
first use and kept for the life of the process. Imports are inside the makers, and a room's wiring
loads at its first use, so that a function loads only the code that it needs.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from chalicelib.clock import Clock, SystemClock
from chalicelib.settings import Settings, settings

from .clients import Clients
from .domains import Domains


class Services(Domains):
    """Every service of the stack, as its room makes it, and the foundations of all."""

    def __init__(
        self,
        settings: Settings,
        clients: Any = None,
        clock: Clock | None = None,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        """Wire for these settings; clients, clock and waiting default to the real ones."""
        super().__init__(self)
        self.settings = settings
        self.clients = clients or Clients()
        self.clock: Clock = clock or SystemClock()
        self.pause = pause


_current: list[Services] = []


def services() -> Services:
    """Return this process's services."""
    if not _current:
        _current.append(Services(settings()))
    return _current[0]


def use(these: Services | None) -> None:
    """Use these services from now on; `None` means the environment's. For tests and tools."""
    _current[:] = [these] if these else []
