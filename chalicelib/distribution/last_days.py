"""The last day for classes to get a distribution, where trackers find it: one mark.

It lies beside the distribution and changes with it, as a recall does, so moving the day writes no
tracker. Code that shows a tracker's assessments reads it with the marks of recalled distributions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete, Put, Write

if TYPE_CHECKING:
    from .model import Distribution


def build_mark_writes(district: str, was: Distribution | None, now: Distribution) -> list[Write]:
    """Return the writes that bring the mark in step with a distribution; none if the day stays."""
    before = was.give_until if was else None
    if now.give_until == before:
        return []
    key = keys.give_until(district, now.id)
    if now.give_until is None:
        return [Delete(key)]
    return [Put(key, {"day": now.give_until.isoformat()})]
