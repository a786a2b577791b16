"""What a process says on its printed template (P12), as `reports/printouts` asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from chalicelib.acts import Caller
from chalicelib.errors import not_found
from chalicelib.reports.model import (
    Analyze,
    Fact,
    Identity,
    Level,
    Paper,
    PrintableTemplate,
    Reflect,
    Standard,
)

from .moves import Move, after

if TYPE_CHECKING:
    from datetime import datetime

    from chalicelib.clock import Clock
    from chalicelib.districts.service import Districts

    from .model import Opened, Process
    from .repository import ProcessRepository


class Papers:
    """Papers of processes."""

    def __init__(
        self, repository: ProcessRepository, districts: Callable[[], Districts], clock: Clock
    ) -> None:
        """Use these."""
        self._repository = repository
        self._districts = districts
        self._clock = clock

    def may_print(self, caller: Caller, process: str) -> str:
        """Give the name of a process that this person may print. Raises as opening it does."""
        head = self._repository.head(caller.district, process)
        if head is None:
            raise not_found("process")
        after(head.state, Move.PRINT, head.role_of(caller))
        return head.name

    def paper(self, district: str, process: str, person: str) -> PrintableTemplate:
        """Give what the template says for this person. Raises `NotFound` if it is not for them."""
        opened = self._repository.open(district, process)
        if opened is None:
            raise not_found("process")
        return self._template(district, opened, person)

    def _template(self, district: str, opened: Opened, person: str) -> PrintableTemplate:
        settings, process = self._districts().read(district), opened.process
        return PrintableTemplate(
            paper=Paper(language=settings.locale),
            identity=Identity(
                title=process.name, team=process.team_name, school="", district=settings.name
            ),
            printed=_printed(self._clock.now(), settings.time_zone, _name(process, person)),
            particulars=_particulars(process),
            standards=tuple(Standard(code=code) for code in _codes(process)),
            levels=_levels(process),
            collect=(),
            analyze=Analyze(),
            team_goal="",
            team_goal_sentence="",
            class_goals=(),
            strategies=(),
            results=(),
            reflect=Reflect(),
        )


def _printed(now: datetime, zone: str, name: str) -> str:
    from zoneinfo import ZoneInfo

    local = now.astimezone(ZoneInfo(zone))
    return f"Printed {local:%B} {local.day}, {local.year}" + (f" for {name}" if name else "")


def _name(process: Process, person: str) -> str:
    people = (*process.leaders, *process.members)
    return next((each.name for each in people if each.id == person), "")


def _particulars(process: Process) -> tuple[Fact, ...]:
    known = {
        "Team leaders": ", ".join(each.name for each in process.leaders),
        "Members": ", ".join(each.name for each in process.members),
        "Pre-test": process.pre.title if process.pre else "",
        "Post-test": process.post.title if process.post else "",
    }
    return tuple(Fact(label=label, value=value) for label, value in known.items())


def _codes(process: Process) -> tuple[str, ...]:
    return process.pre.standards if process.pre else ()


def _levels(process: Process) -> tuple[Level, ...]:
    levels = process.levels
    return tuple(
        Level(
            name=band.name,
            span=levels.span(number),
            colour=band.colour,
            meets=number >= levels.meets,
        )
        for number, band in enumerate(levels.bands, 1)
    )
