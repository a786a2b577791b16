"""The outcome for the trackers of one chunk: the content of its marker."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .matching import MismatchReason
from .plan import Target

FAILURES = frozenset({MismatchReason.UNSTORABLE, MismatchReason.UNREACHABLE})
"""Reasons that a retry can fix; all others mean skipped."""


@dataclass(frozen=True, slots=True)
class Exceptional:
    """How one tracker differs from those that simply got it: mostly, why it did not.

    `missing` has the standards it lacked, as bits in hex.
    """

    reason: MismatchReason
    missing: str = ""

    @property
    def delivered(self) -> bool:
        """Return whether it has it all the same."""
        return self.reason == MismatchReason.BROUGHT_BACK

    @property
    def failed(self) -> bool:
        """Whether it is a failure and not a skip."""
        return self.reason in FAILURES

    @property
    def column(self) -> int:
        """The count that it belongs to: 0 delivered, 1 skipped, 2 failed."""
        return 0 if self.delivered else 2 if self.failed else 1


@dataclass(frozen=True, slots=True)
class DeliveryOutcome:
    """Delivered, skipped and failed per school, and every exception by tracker."""

    schools: Mapping[str, tuple[int, int, int]]
    exceptions: Mapping[str, Exceptional] = field(default_factory=dict)

    @property
    def without(self) -> frozenset[str]:
        """The trackers that did not get it."""
        return frozenset(t for t, each in self.exceptions.items() if not each.delivered)

    @property
    def totals(self) -> tuple[int, int, int]:
        """Delivered, skipped, failed."""
        return add_counts(self.schools.values())

    def serialize(self) -> str:
        """Write it as JSON."""
        exceptions = {t: [e.reason.value, e.missing] for t, e in self.exceptions.items()}
        return json.dumps([self.schools, exceptions], separators=(",", ":"))


def read(text: str) -> DeliveryOutcome:
    """Read what `serialize` wrote."""
    schools, exceptions, *_ = json.loads(text)
    return DeliveryOutcome(
        {school: (d, s, f) for school, (d, s, f, *_) in schools.items()},
        {
            t: Exceptional(MismatchReason(reason), missing)
            for t, (reason, missing, *_) in exceptions.items()
        },
    )


def of(targets: Sequence[Target], exceptions: Mapping[str, Exceptional]) -> DeliveryOutcome:
    """Sum a chunk up: whatever no exception kept from it was delivered."""
    schools: dict[str, list[int]] = {}
    for target in targets:
        exception = exceptions.get(target.id)
        column = exception.column if exception else 0
        schools.setdefault(target.school, [0, 0, 0])[column] += 1
    return DeliveryOutcome({school: (d, s, f) for school, (d, s, f) in schools.items()}, exceptions)


Done = Mapping[str, DeliveryOutcome]
"""Outcomes of the chunks done so far, by `<generation>#<page>#<chunk>`."""


def chunk_name(page: int, number: int) -> str:
    """Return the name of a chunk within its generation.

    >>> chunk_name(3, 7)
    '0003#07'
    """
    return f"{page:04}#{number:02}"


def generation_of(name: str) -> int:
    """Return which generation a chunk in `Done` belongs to.

    >>> generation_of("0001#0003#07")
    1
    """
    return int(name.partition("#")[0])


def of_generation(done: Done, generation: int) -> dict[str, DeliveryOutcome]:
    """Return one generation's outcomes, by `chunk_name`."""
    own = ((name, result) for name, result in done.items() if generation_of(name) == generation)
    return {name.partition("#")[2]: result for name, result in own}


def exceptions_of(done: Done, generation: int) -> dict[str, Exceptional]:
    """Return every exception of one generation, by tracker."""
    results = of_generation(done, generation).values()
    return {t: e for result in results for t, e in result.exceptions.items()}


def find_failed(done: Done, generation: int) -> set[str]:
    """Return the trackers that one generation failed to reach."""
    return {tracker for tracker, e in exceptions_of(done, generation).items() if e.failed}


def add_counts(several: Iterable[tuple[int, int, int]]) -> tuple[int, int, int]:
    """Add triples of counts."""
    delivered = skipped = failed = 0
    for d, s, f in several:
        delivered, skipped, failed = delivered + d, skipped + s, failed + f
    return delivered, skipped, failed
