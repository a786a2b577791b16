"""The receivers that uploads require of the domains that wait for files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol


class Receiver(Protocol):
    """Waits for files of one kind."""

    def receive_file(self, reference: str, /) -> None:
        """Look at the file of this reference; calls may repeat, or come when there is no file."""


Receivers = Mapping[str, Callable[[], Receiver]]
"""The maker of each kind's receiver; called when a file of that kind has arrived."""
