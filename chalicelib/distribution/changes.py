"""An administrator's changes of a distribution; values that are left out stay as they were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .model import Distribution, DistributionState, OpensProcess, Selection
from .schedule import Start


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes to make. `automatic`, if given, holds the last day, or None to end it.

    The same holds for `give_until` and `opens_process`.
    """

    selection: Selection | None = None
    start: Start | None = None
    notify: bool | None = None
    automatic: tuple[date | None] | None = None
    give_until: tuple[date | None] | None = None
    opens_process: tuple[OpensProcess | None] | None = None

    def extends(self, was: Distribution) -> bool:
        """Return whether only last days change, of a distribution that has begun."""
        rest = (self.selection, self.start, self.notify, self.opens_process)
        days = (self.automatic, self.give_until)
        alone = any(each is not None for each in days) and all(each is None for each in rest)
        return alone and was.state != DistributionState.SCHEDULED

    def last_day(self, was: Distribution) -> date | None:
        """Set the last day for classes to get it after they are made."""
        return was.give_until if self.give_until is None else self.give_until[0]

    def opening(self, was: OpensProcess | None) -> OpensProcess | None:
        """Return what it opens once they are made."""
        return was if self.opens_process is None else self.opens_process[0]
