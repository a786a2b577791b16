"""What uploads ask of the domains that wait for files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol


class Receiver(Protocol):
    """Waits for files of one kind."""

    def receive_file(self, reference: str, /) -> None:
        """Look at the file of this reference; may be called twice, and where there is none."""


Receivers = Mapping[str, Callable[[], Receiver]]
"""Who looks at files of a kind; asked for when one has arrived."""
