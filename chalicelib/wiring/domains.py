"""The rooms that wire services of their own. A new room is an import, a base and a name here."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chalicelib.assessments.wiring import AssessmentsWiring
    from chalicelib.attachments.wiring import AttachmentsWiring
    from chalicelib.audit.wiring import AuditWiring
    from chalicelib.console.wiring import ConsoleWiring
    from chalicelib.corrections.wiring import CorrectionsWiring
    from chalicelib.directory.wiring import DirectoryWiring
    from chalicelib.distribution.wiring import DistributionWiring
    from chalicelib.districts.wiring import DistrictsWiring
    from chalicelib.findings.wiring import FindingsWiring
    from chalicelib.item_imports.wiring import ItemImportsWiring
    from chalicelib.jobs.wiring import JobsWiring
    from chalicelib.mail.wiring import MailWiring
    from chalicelib.mastery.wiring import MasteryWiring
    from chalicelib.printed_tests.wiring import PrintedTestsWiring
    from chalicelib.processes.wiring import ProcessesWiring
    from chalicelib.reports.wiring import ReportsWiring
    from chalicelib.results.wiring import ResultsWiring
    from chalicelib.rosters.wiring import RostersWiring
    from chalicelib.standards.wiring import StandardsWiring
    from chalicelib.storage.wiring import StorageWiring
    from chalicelib.teams.wiring import TeamsWiring
    from chalicelib.trackers.wiring import TrackersWiring
    from chalicelib.uploads.wiring import UploadsWiring
    from chalicelib.work_lists.wiring import WorkListsWiring

    from . import Services
    from .domain import DomainWiring

    class Domains(
        StorageWiring,
        DistrictsWiring,
        RostersWiring,
        StandardsWiring,
        AssessmentsWiring,
        TrackersWiring,
        ResultsWiring,
        TeamsWiring,
        ProcessesWiring,
        DistributionWiring,
        JobsWiring,
        MailWiring,
        MasteryWiring,
        CorrectionsWiring,
        DirectoryWiring,
        WorkListsWiring,
        ReportsWiring,
        PrintedTestsWiring,
        AttachmentsWiring,
        ItemImportsWiring,
        FindingsWiring,
        UploadsWiring,
        AuditWiring,
        ConsoleWiring,
    ):
        """The services of all rooms, as type checkers see them."""


ROOMS = (
    "storage",
    "districts",
    "rosters",
    "standards",
    "assessments",
    "trackers",
    "results",
    "teams",
    "processes",
    "distribution",
    "jobs",
    "mail",
    "mastery",
    "corrections",
    "directory",
    "work_lists",
    "reports",
    "printed_tests",
    "attachments",
    "item_imports",
    "findings",
    "uploads",
    "audit",
    "console",
)
"""The same, as they are asked at run time: whoever gives most stands first."""

INDEX = Path(__file__).with_name("rooms.json")
"""The room of each service. Packaging writes it, so that no room's wiring loads in vain."""


def find_wiring(room: str) -> type[DomainWiring]:
    """Load the wiring of a room."""
    module = import_module(f"chalicelib.{room}.wiring")
    wiring: type[DomainWiring] = getattr(module, f"{room.title().replace('_', '')}Wiring")
    return wiring


class LazyDomains:
    """Asks rooms for services: a room's wiring loads when it is asked first.

    Without an index (in a copy of the sources), one room is asked after the other.
    """

    def __init__(self, services: Services) -> None:
        """Start with no room's wiring loaded; each takes the services that it needs from these."""
        self.services = services
        self._opened: dict[str, DomainWiring] = {}
        self._rooms: dict[str, str] = json.loads(INDEX.read_text()) if INDEX.exists() else {}

    def __getattr__(self, name: str) -> Any:
        """Find a service where it is made, and keep it."""
        known = (self._rooms[name],) if name in self._rooms else ROOMS
        for room in () if name.startswith("_") else known:
            wiring = self._open(room)
            if hasattr(type(wiring), name):
                self.__dict__[name] = found = getattr(wiring, name)
                return found
        msg = f"no room has a service {name!r}"
        raise AttributeError(msg)

    def _open(self, room: str) -> DomainWiring:
        if room not in self._opened:
            self._opened[room] = find_wiring(room)(self.services)
        return self._opened[room]


if not TYPE_CHECKING:
    Domains = LazyDomains
