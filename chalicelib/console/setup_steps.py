"""The steps from an empty district to the first distribution, and how far it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.web.inner_api import InnerApi

NEEDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "roster": (),
        "standards": (),
        "trackers": ("roster", "standards"),
        "assessment": ("standards",),
        "team": ("roster",),
        "distribution": ("trackers", "assessment"),
    }
)
"""The steps in order, each with those that must be done before it."""
_ASKED: Mapping[str, tuple[str, Mapping[str, str]]] = MappingProxyType(
    {
        "roster": ("/v1/schools", {}),
        "standards": ("/v1/standards-sets", {}),
        "trackers": ("/v1/trackers", {"whole_district": "true"}),
        "assessment": ("/v1/assessments", {}),
        "team": ("/v1/teams", {}),
    }
)
"""The list of each step that has an entry once the step is done."""


@dataclass(frozen=True, slots=True)
class SetupStep:
    """One step."""

    name: str
    done: bool
    lacks: Sequence[str] = ()
    """The steps that it waits for."""

    @property
    def state(self) -> str:
        """Return how far it is: `done`, `next` or `waits`."""
        return "done" if self.done else "waits" if self.lacks else "next"


def list_steps(done: Mapping[str, bool]) -> list[SetupStep]:
    """Return each step: whether it is done, and the steps that it waits for.

    >>> [each.state for each in list_steps({"roster": True, "standards": False})][:4]
    ['done', 'next', 'waits', 'waits']
    """
    return [
        SetupStep(name, done.get(name, False), [each for each in needs if not done.get(each)])
        for name, needs in NEEDS.items()
    ]


def read_steps(api: InnerApi) -> list[SetupStep]:
    """Read how far a district is; nothing once something was distributed."""
    if _has_some(api, "/v1/distributions", {}):
        return []
    done = {name: _has_some(api, path, query) for name, (path, query) in _ASKED.items()}
    return list_steps(done)


def _has_some(api: InnerApi, path: str, query: Mapping[str, str]) -> bool:
    return bool(api.read(path, {"limit": "1", **query})["items"])
