"""All work that waits for a person: as a teacher, in data teams, and as a district admin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.clock import instant

from .model import Administration, WorkList

if TYPE_CHECKING:
    from datetime import datetime

    from chalicelib.acts import Caller
    from chalicelib.trackers.boards import BoardList

    from .administration import AdministrationWork
    from .teaching import TeachingWork
    from .teamwork import TeamWork


@dataclass(eq=False, repr=False)
class WorkLists:
    """The work lists of a district's staff."""

    _boards: BoardList
    _teaching: TeachingWork
    _teamwork: TeamWork
    _administration: AdministrationWork

    def of(self, caller: Caller, now: datetime, limit: int) -> WorkList:
        """Return the work that waits for a person: at most `limit` of each kind, with the total."""
        boards = self._boards.of(caller)
        return WorkList(
            as_of=instant(now),
            today=caller.today,
            teaching=self._teaching.of(caller, boards, now, limit),
            teamwork=self._teamwork.of(caller, boards, limit),
            administration=self._administration.of(caller.district, now, limit)
            if caller.is_district_admin
            else Administration(),
        )
