"""A Mastery Process that a person opened, and the addresses of its pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from chalicelib.web.addresses import write_segment

if TYPE_CHECKING:
    from .screens import Visit

Facts = dict[str, Any]
ADDRESS = "/console/processes/{process_id}"


def path_of(process_id: str) -> str:
    """Return the API's path of a process."""
    return f"/v1/processes/{write_segment(process_id)}"


def address_of(process_id: str, tab: str = "") -> str:
    """Return the address of a process's tab."""
    address = f"/console/processes/{write_segment(process_id)}"
    return f"{address}?{urlencode({'tab': tab})}" if tab else address


@dataclass(frozen=True, slots=True)
class OpenProcess:
    """A process that somebody opened, and the API as they see it."""

    visit: Visit
    process: Mapping[str, Any]

    @classmethod
    def open(cls, visit: Visit, process_id: str) -> OpenProcess:
        """Open a process. Raises `Refused`."""
        return cls(visit, visit.api.read(path_of(process_id)))

    @property
    def path(self) -> str:
        """The API's path of it."""
        return path_of(self.process["id"])

    @property
    def etag(self) -> str:
        """The version that was seen."""
        return f'"{self.process["version"]}"'

    def may(self, move: str) -> bool:
        """Return whether the person may do this with it now."""
        return move in self.process["allowed"]

    def read(self, below: str, **query: str) -> Any:
        """Read a resource below the process's own path."""
        body = {name: text for name, text in query.items() if text}
        return self.visit.api.read(f"{self.path}{below}", body)
