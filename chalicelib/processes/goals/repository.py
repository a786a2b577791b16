"""Where class goals are kept: with their process, which must be open for every write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalicelib.processes.repository import still_open
from chalicelib.storage import keys
from chalicelib.storage.conditions import MUST_NOT_EXIST, Put, version_is
from chalicelib.storage.optimistic import Overtaken
from chalicelib.storage.table import ConditionFailed, Repository

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.processes.goals.model import KeptGoal


class GoalRepository(Repository):
    """The goals of classes in processes."""

    def save(self, act: Act, process: str, school_class: str, goal: KeptGoal, shown: Any) -> None:
        """Write a goal that must still be at the version before, in a process that is open.

        Raises `Overtaken`. After our own lost answer too: read again, the goal is as it was meant.
        """
        condition = version_is(goal.version - 1) if goal.version > 1 else MUST_NOT_EXIST
        key = keys.process_goal(act.district, process, school_class)
        put = Put(key, {"version": goal.version, "doc": goal.model_dump_json()}, condition)
        try:
            self._table.commit([put, still_open(act.district, process)], act=act, subject=shown)
        except ConditionFailed as failed:
            raise Overtaken from failed
