"""Recalling a distribution and restoring it: one write, which everybody reads.

No tracker is touched. The mark says that the distribution is recalled; readers of a tracker check
it, and leave out its assessments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalicelib.clock import instant
from chalicelib.distribution.auto_delivery import build_closing_writes, build_opening_writes
from chalicelib.distribution.model import Distribution, DistributionMove, Recall
from chalicelib.distribution.process_requests import build_request_writes
from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete, Put

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.distribution.dispatch import Dispatch
    from chalicelib.distribution.repository import DistributionRepository


class Recalls:
    """Recalls and restores distributions."""

    def __init__(self, repository: DistributionRepository, dispatch: Dispatch) -> None:
        """Work on this repository."""
        self._repository = repository
        self._dispatch = dispatch

    def recall(self, act: Act, distribution: str, version: int, reason: str) -> Distribution:
        """Hide it and take it out of mastery, at once and everywhere; scores are kept.

        Its unfinished work waits: notices go out when it is restored.
        """
        was = self._repository.at_version(act.district, distribution, version)
        caller, at = act.caller, instant(act.at)
        changed = was.model_copy(
            update={
                "state": was.after(DistributionMove.RECALL),
                "recall": Recall(at=at, by=caller.person, by_name=caller.name, reason=reason),
                "version": version + 1,
                "due": "",
            }
        )
        mark = Put(keys.recall(act.district, was.id), {})
        self._repository.replace(
            was, changed, [], act, [mark, *build_closing_writes(act.district, was)]
        )
        return changed

    def restore(self, act: Act, distribution: str, version: int) -> Distribution:
        """Bring it back as it was, with every score, and go on with what waited."""
        was = self._repository.at_version(act.district, distribution, version)
        changed = was.model_copy(
            update={
                "state": was.after(DistributionMove.RESTORE),
                "recall": None,
                "was_recalled": True,
                "version": version + 1,
                "due": instant(act.at) if was.notify else "",
            }
        )
        gone = Delete(keys.recall(act.district, was.id))
        back = [
            *build_opening_writes(act.district, changed, act.at),
            *build_request_writes(act.district, changed, act.at),
        ]
        self._repository.replace(was, changed, [], act, [gone, *back])
        if changed.due:
            self._dispatch.send_notices(changed)
        return changed
