"""The printed template of a process (P12), for `reports/printouts`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chalicelib.acts import Caller
from chalicelib.processes import refusals
from chalicelib.processes.class_rows.names import add_student_names
from chalicelib.processes.moves import ProcessMove, after

from .papers import to_print
from .printed_template import template

if TYPE_CHECKING:
    from datetime import datetime

    from chalicelib.clock import Clock
    from chalicelib.districts.service import Districts
    from chalicelib.processes.model import Process, ProcessSnapshot
    from chalicelib.processes.repository import ProcessRepository
    from chalicelib.processes.scores import ClassScores
    from chalicelib.processes.service import Processes
    from chalicelib.reports.model import Printable
    from chalicelib.rosters.service import Rosters

    from .report_context import ReportContexts


@dataclass(eq=False, repr=False)
class Papers:
    """Papers of processes.

    The roster gives a member's classes, and names that a process lacks.
    """

    _repository: ProcessRepository
    _processes: Processes
    _framing: ReportContexts
    _rosters: Callable[[], Rosters]
    _clock: Clock
    _districts: Callable[[], Districts]

    def may_print(self, caller: Caller, process: str) -> str:
        """Return the name of a process that this person may print. Raises as opening it does."""
        head, role = self._processes.head(caller, process)
        after(head.state, ProcessMove.PRINT, role)
        return head.name

    def paper(self, district: str, process: str, person: str) -> Printable:
        """Return the template for this person. Raises `NotFound`."""
        today = self._districts().today(district)
        opened = self._repository.open(district, process, today)
        if opened is None:
            raise refusals.PROCESS_NOT_FOUND()
        frame = self._framing.of(district, opened.process)
        printed = _format_print_note(self._clock.now(), frame.zone, _name(opened.process, person))
        own = self._own(district, opened, person, today)
        return to_print(template(opened, frame, printed, own))

    def _own(
        self, district: str, opened: ProcessSnapshot, person: str, today: str
    ) -> list[ClassScores]:
        """Get the classes that a member teaches today, with names: only they see students here."""
        if not _name(opened.process, person):
            return []
        rosters = self._rosters()
        taught = {row.id for row in rosters.classes_taught(district, person, today)}
        own = [each for each in opened.scores if each.school_class in taught]
        return add_student_names(rosters, district, own)


def _format_print_note(now: datetime, zone: str, name: str) -> str:
    from zoneinfo import ZoneInfo

    local = now.astimezone(ZoneInfo(zone))
    return f"Printed {local:%B} {local.day}, {local.year}" + (f" for {name}" if name else "")


def _name(process: Process, person: str) -> str:
    people = (*process.leaders, *process.members)
    return next((each.name for each in people if each.id == person), "")
