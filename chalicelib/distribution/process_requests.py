"""A distribution that opens a Mastery Process in data teams asks for it when it is delivered (P15).

Its request goes into the transaction that closes each round. Neither the first delivery nor later
trackers can therefore miss it. `processes.opening` opens the process. A canceled distribution is
never closed, and asks for nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.clock import instant
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put, Update, Write

if TYPE_CHECKING:
    from datetime import datetime

    from chalicelib.distribution.model import Distribution

KIND = "process-opening"
"""As a job and as a due entry; its id is the distribution's."""


def build_request_writes(district: str, made: Distribution, at: datetime) -> list[Write]:
    """Return the writes by which its process is opened from this instant on; none if it opens none.

    `asked` counts the requests: each one covers everybody who joined since the last.
    """
    if made.opens_process is None:
        return []
    due = instant(at)
    openings = keys.process_openings(district, made.id)
    return [
        Update(openings, {"due": due}, raise_by={"asked": 1}),
        Put(keys.due(district, due, KIND, made.id), {}),
    ]
