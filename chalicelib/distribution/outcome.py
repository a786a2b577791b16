"""What became of the trackers of one chunk: the content of its marker."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .matching import Reason
from .plan import Target

FAILURES = frozenset({Reason.UNSTORABLE, Reason.UNREACHABLE})
"""Reasons that a retry may mend; all others mean skipped."""


@dataclass(frozen=True, slots=True)
class Exceptional:
    """Why one tracker did not get it; `missing` has the standards it lacked, as bits in hex."""

    reason: Reason
    missing: str = ""

    @property
    def failed(self) -> bool:
        """Tell a failure from a skip."""
        return self.reason in FAILURES


@dataclass(frozen=True, slots=True)
class Outcome:
    """Delivered, skipped and failed per school, and every exception by tracker."""

    schools: Mapping[str, tuple[int, int, int]]
    exceptions: Mapping[str, Exceptional] = field(default_factory=dict)

    @property
    def totals(self) -> tuple[int, int, int]:
        """Delivered, skipped, failed."""
        return added(self.schools.values())

    def written(self) -> str:
        """Write it as JSON."""
        exceptions = {t: [e.reason.value, e.missing] for t, e in self.exceptions.items()}
        return json.dumps([self.schools, exceptions], separators=(",", ":"))


def read(text: str) -> Outcome:
    """Read what `written` wrote."""
    schools, exceptions = json.loads(text)
    return Outcome(
        {school: (d, s, f) for school, (d, s, f) in schools.items()},
        {t: Exceptional(Reason(reason), missing) for t, (reason, missing) in exceptions.items()},
    )


def of(targets: Sequence[Target], exceptions: Mapping[str, Exceptional]) -> Outcome:
    """Sum a chunk up: whatever is not an exception was delivered."""
    schools: dict[str, list[int]] = {}
    for target in targets:
        exception = exceptions.get(target.id)
        column = 0 if exception is None else 2 if exception.failed else 1
        schools.setdefault(target.school, [0, 0, 0])[column] += 1
    return Outcome({school: (d, s, f) for school, (d, s, f) in schools.items()}, exceptions)


def added(several: Iterable[tuple[int, int, int]]) -> tuple[int, int, int]:
    """Add triples of counts."""
    delivered = skipped = failed = 0
    for d, s, f in several:
        delivered, skipped, failed = delivered + d, skipped + s, failed + f
    return delivered, skipped, failed
