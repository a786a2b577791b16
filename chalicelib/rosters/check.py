"""A package judged: every problem, the difference it would make, the verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

from chalicelib.findings.model import Problem, Severity, Verdict, report
from chalicelib.rosters import package_problems

from .authority import (
    Doubt,
    Pair,
    doubt_problems,
    find_own_offices,
    grant,
    list_doubts,
    mark_doubted,
    still_asked_for,
)
from .columns import STATE, Mode
from .contradictions import contradictions
from .diff import RosterKindDiff, differences
from .holds import Hold, holds
from .joining import join_people, load_joined
from .package import Rejected, RosterPackage, open_package
from .references import find_broken_rules
from .staging import Dropped, stage
from .state import build, is_own_state, modes, note_somebody, read_state
from .store import RosterStore

DROP_LIMIT = 10
"""The default percent of a kind that may leave before an admin must confirm."""


@dataclass(slots=True)
class RosterReport:
    """The result of checking a package; the problems themselves stay in the store."""

    verdict: Verdict
    version: str = ""
    modes: dict[str, str] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    """Rows per file of the package."""
    counts: dict[str, int] = field(default_factory=dict)
    """Records per table of the resulting state."""
    changes: dict[str, RosterKindDiff] = field(default_factory=dict)
    holds: list[Hold] = field(default_factory=list)
    problem_counts: dict[str, int] = field(default_factory=dict)
    """By severity, and by code."""
    dropped_files: dict[str, int] = field(default_factory=dict)
    dropped_cells: dict[str, int] = field(default_factory=dict)
    own_offices: list[str] = field(default_factory=list)
    """Offices of the whole district, whose administrators administer it."""
    doubts: list[Doubt] = field(default_factory=list)
    """Possible administrators of the whole district; each needs an admin's word by name."""
    grants: list[Pair] = field(default_factory=list)
    """Earlier grants by name whose role is still asked for."""
    unchecked: list[str] = field(default_factory=list)
    """Files that references could not be followed into, because no earlier state was given."""

    @property
    def is_no_change(self) -> bool:
        """Return whether applying it would change nothing."""
        return not any(change.total for change in self.changes.values())

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        plain = asdict(self)
        for plain_hold, hold in zip(plain["holds"], self.holds, strict=True):
            plain_hold["percent"] = hold.percent
        return plain


@dataclass(frozen=True, slots=True)
class RosterRules:
    """A district's decisions about its packages."""

    drop_limit: int = DROP_LIMIT
    """Percent of a kind that may leave unasked."""
    joins: bool = False
    """Records with one sign-in name and one name are one person."""
    own_offices: tuple[str, ...] = ()
    """Those of the roster in force."""
    grants: tuple[Pair, ...] = ()
    """Persons (and the office) who were made district administrators by name."""


def check(
    store: RosterStore,
    package: Path | IO[bytes],
    *,
    earlier_known: bool,
    rules: RosterRules | None = None,
) -> RosterReport:
    """Judge a package against the state in `old_*`; the resulting state is in `new_*`.

    `earlier_known` says that `old_*` is all there was (perhaps nothing); without it, what the
    package refers to and does not itself bring in bulk is taken on trust.
    """
    try:
        with open_package(package) as opened:
            return _judge(store, opened, rules or RosterRules(), earlier_known=earlier_known)
    except Rejected as rejected:
        store.report(rejected.problems)
        return _verdict(store, RosterReport(Verdict.REJECT))


def load_earlier(
    store: RosterStore, package: Path | IO[bytes], rules: RosterRules | None = None
) -> RosterReport:
    """Make an accepted bulk package the earlier state."""
    report = check(store, package, earlier_known=True, rules=rules)
    if report.verdict.may_be_applied:
        store.age()
        store.forget_problems()
    return report


def load_state(
    store: RosterStore, package: Path, *, as_earlier: bool, grants: Iterable[Pair] = ()
) -> None:
    """Load a state that we wrote ourselves: it was judged when it was made.

    `grants`: who was made a district administrator by name since.
    """
    store.noted.clear()
    with open_package(package) as opened:
        as_it_is = is_own_state(opened)
        generation = "old" if as_earlier and as_it_is else "new"
        if as_it_is:
            read_state(store, opened, generation)
        else:
            stage(store, opened, Dropped())
            build(store, opened)
        load_joined(store, opened, generation)
        grant(store, grants, generation)
    if as_earlier and not as_it_is:
        store.age()


def _judge(
    store: RosterStore, package: RosterPackage, rules: RosterRules, *, earlier_known: bool
) -> RosterReport:
    if earlier_known and _is_empty(store) and Mode.DELTA in modes(package).values():
        raise Rejected([_nothing_to_change()])
    dropped = Dropped()
    stage(store, package, dropped)
    report = RosterReport(
        Verdict.ACCEPT,
        package.version,
        {name: str(mode) for name, mode in modes(package).items()},
        {file.csv: store.count(f"in_{file.name}") for file in package.files},
        dropped_files=dropped.files,
    )
    if store.has(Severity.REJECT):
        return _verdict(store, report)
    unchecked = {} if earlier_known else _unknown(package)
    report.unchecked = list(unchecked)
    report.dropped_cells = dict(sorted((dropped.columns + build(store, package)).items()))
    store.report(find_broken_rules(store, package, frozenset(unchecked)))
    _weigh_authority(store, report, rules)
    note_somebody(store)
    if rules.joins:
        join_people(store)
    store.report(contradictions(store, roles_known="roles" not in unchecked, joins=rules.joins))
    report.counts = {file.name: store.count(f"new_{file.name}") for file in STATE}
    report.changes = differences(store)
    report.holds = holds(store, package, report.changes, rules.drop_limit)
    return _verdict(store, report)


def _weigh_authority(store: RosterStore, report: RosterReport, rules: RosterRules) -> None:
    """Find people with doubtful authority, and leave them only their certain roles."""
    own = find_own_offices(store, rules.own_offices)
    of_1_1 = report.version == "1.1"
    mark_doubted(store, own, rules.grants, one_role_for_all=of_1_1)
    report.own_offices = list(own)
    report.grants = still_asked_for(store, rules.grants)
    report.doubts = list_doubts(store)
    store.report(doubt_problems(store, of_1_1=of_1_1))


def _verdict(store: RosterStore, report: RosterReport) -> RosterReport:
    """The worst thing found decides."""
    counts: Counter[str] = Counter()
    for (severity, code), count in store.problem_counts.items():
        counts[str(severity)] += count
        counts[code] += count
    report.problem_counts = dict(counts)
    report.verdict = (
        Verdict.REJECT if store.has(Severity.REJECT)
        else Verdict.ROW_ERRORS if store.has(Severity.ERROR)
        else Verdict.HOLD if report.holds
        else Verdict.WARN if store.has(Severity.WARNING)
        else Verdict.ACCEPT
    )  # fmt: skip
    return report


def _is_empty(store: RosterStore) -> bool:
    return not any(store.count(f"old_{file.name}") for file in STATE)


def _nothing_to_change() -> Problem:
    return report(package_problems.DELTA_WITHOUT_EARLIER, file="manifest.csv")


def _unknown(package: RosterPackage) -> dict[str, Mode]:
    """Name the tables that only an earlier state could complete."""
    return {name: mode for name, mode in modes(package).items() if mode is not Mode.BULK}
