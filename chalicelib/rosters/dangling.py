"""References that point at nothing: whose fault they are, and which of them matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from chalicelib.findings.model import (
    KEPT_EXAMPLES,
    Problem,
    ProblemPlace,
    Severity,
    report,
    shorten,
)
from chalicelib.rosters import record_problems

from .cells import split_ids
from .columns import ORGS, STATE, Content, Mode, RosterColumn, RosterFile
from .lookalikes import Difference, Lookalikes, is_only_zeros
from .package import RosterPackage
from .package_problems import NOTHING_TO_DO
from .state import DISTRICT_ORGS, list_needed_roles, modes
from .store import RosterStore

ID_DIFFERS = "id_differs"
_NOUNS = {file.name: file.noun for file in STATE}
_ZEROS_KEPT = 1000
"""References to identifiers of zeros only that wait until the others are known."""


@dataclass(frozen=True, slots=True)
class DanglingReference:
    """One reference to nothing: where it stands, from what to what."""

    row: int
    source: str
    """The sourcedId of the record that refers; `row` is 0 when it was there before."""
    value: str


def dangling(
    store: RosterStore, package: RosterPackage, unknown: frozenset[str]
) -> Iterator[Problem]:
    """Find references to missing records; one that nobody needs is a warning, and goes."""
    differing = Differing(store, package)
    yield from _forget_unneeded_roles(store, unknown)
    for file in STATE:
        for column in file.columns:
            target = column.refers
            if not target or target in unknown:
                continue
            found = _references(store, file, column)
            if column.idle:
                yield from _warn_of_unused(store, package, file, column, found)
                continue
            if file is ORGS:
                found, above = _part_parents_above(store, list(found))
                yield from above
            yield from _explain(store, package, file.name, column, found, differing)
    yield from differing.problems()


def as_unused(one: Problem) -> Problem:
    """Make an error a warning: nothing here reads the column."""
    reason = f"{one.reason} Plumbline does not use it, so it was read as blank."
    return replace(one, severity=Severity.WARNING, reason=reason, fix=NOTHING_TO_DO)


def _references(
    store: RosterStore, file: RosterFile, column: RosterColumn
) -> Iterator[DanglingReference]:
    if column.content is Content.IDS:
        return _in_lists(store, file.name, column.name, column.refers)
    table = "in" if column.name == "primaryOrgSourcedId" else "new"
    return _to_nothing(store, f"{table}_{file.name}", column.name, column.refers)


def _to_nothing(
    store: RosterStore, table: str, column: str, target: str
) -> Iterator[DanglingReference]:
    alive = "AND status = 'active'" if table.startswith("in_") else ""
    question = (
        f'SELECT row, "sourcedId", "{column}" FROM {table} WHERE "{column}" <> \'\' {alive} AND'  # noqa: S608
        f' "{column}" NOT IN (SELECT "sourcedId" FROM new_{target}) ORDER BY row'
    )
    for row, id_, value in store.rows(question):
        yield DanglingReference(row, id_, value)


def _in_lists(
    store: RosterStore, table: str, column: str, target: str
) -> Iterator[DanglingReference]:
    known = {id_ for (id_,) in store.rows(f'SELECT "sourcedId" FROM new_{target}')}  # noqa: S608
    question = f'SELECT row, "sourcedId", "{column}" FROM new_{table} ORDER BY row'  # noqa: S608
    for row, id_, value in store.rows(question):
        for one in split_ids(value):
            if one not in known:
                yield DanglingReference(row, id_, one)


# -- what does not matter -------------------------------------------------------------------------


def _forget_unneeded_roles(store: RosterStore, unknown: frozenset[str]) -> Iterator[Problem]:
    """Roles that mean nothing here may point anywhere; parents often do."""
    needed = list_needed_roles("roles")
    for column, target in (("userSourcedId", "users"), ("orgSourcedId", "orgs")):
        if target in unknown:
            continue
        lost = (
            f'FROM new_roles WHERE role NOT IN ({needed}) AND "{column}" NOT IN'  # noqa: S608
            f' (SELECT "sourcedId" FROM new_{target})'
        )
        asked = f'SELECT row, "{column}" {lost} AND row > 0 ORDER BY row'
        for row, value in store.rows(asked):
            where = {"file": "roles.csv", "row": row, "column": column, "value": value}
            yield report(record_problems.ORPHAN_UNNEEDED, **where, nouns=_NOUNS[target])
        store.run(f"DELETE {lost}")


def _warn_of_unused(
    store: RosterStore,
    package: RosterPackage,
    file: RosterFile,
    column: RosterColumn,
    found: Iterator[DanglingReference],
) -> Iterator[Problem]:
    """Warn of references that nothing reads, and forget them."""
    for one in list(found):
        if one.row:
            yield as_unused(_orphan(package, file.name, column, one))
    if column.name in file.kept:
        store.run(
            f'UPDATE new_{file.name} SET "{column.name}" = \'\' WHERE "{column.name}" NOT IN'  # noqa: S608
            f' (SELECT "sourcedId" FROM new_{column.refers})'
        )


def _part_parents_above(
    store: RosterStore, found: list[DanglingReference]
) -> tuple[Iterator[DanglingReference], list[Problem]]:
    """Separate the parents of district offices from the others: only a school's parent matters."""
    offices = f'SELECT "sourcedId" FROM new_orgs WHERE type IN ({DISTRICT_ORGS})'  # noqa: S608
    above = {id_ for (id_,) in store.rows(offices)}
    outside = [one for one in found if one.source in above]
    store.fill(
        'UPDATE new_orgs SET "parentSourcedId" = \'\' WHERE "sourcedId" = ?',
        [(one.source,) for one in outside],
    )
    where = {"file": "orgs.csv", "column": "parentSourcedId"}
    warnings = [
        report(record_problems.PARENT_ABOVE, **where, row=one.row, value=one.value)
        for one in outside
        if one.row
    ]
    return (one for one in found if one.source not in above), warnings


# -- what does ------------------------------------------------------------------------------------


def _explain(
    store: RosterStore,
    package: RosterPackage,
    table: str,
    column: RosterColumn,
    found: Iterator[DanglingReference],
    differing: Differing,
) -> Iterator[Problem]:
    """Blame the row that points at nothing, or the one that leaves while it is pointed at."""
    still_needed: dict[str, list[str]] = defaultdict(list)
    for one in list(found):
        if not one.row:
            still_needed[one.value].append(one.source)
        elif not differing.takes(table, column, one):
            yield _orphan(package, table, column, one)
    for value, users in still_needed.items():
        yield _cannot_leave(store, package, table, column.refers, value, users)


def _orphan(
    package: RosterPackage, table: str, column: RosterColumn, one: DanglingReference
) -> Problem:
    file, field = as_arrived(package, table, column.name)
    target = column.refers
    noun = _NOUNS[target]
    where = {"file": f"{file}.csv", "row": one.row, "column": field, "value": one.value}
    return report(record_problems.ORPHAN, **where, noun=noun, target=target)


def as_arrived(package: RosterPackage, table: str, column: str) -> tuple[str, str]:
    """Name the place as the package has it: 1.1 keeps roles in users.csv."""
    if package.version == "1.1" and table == "roles":
        return "users", {"orgSourcedId": "orgSourcedIds", "userSourcedId": "sourcedId"}[column]
    return table, column


def _cannot_leave(
    store: RosterStore,
    package: RosterPackage,
    table: str,
    target: str,
    value: str,
    users: list[str],
) -> Problem:
    row = 0
    if modes(package)[target] is not Mode.ABSENT:
        asked = f'SELECT coalesce(min(row), 0) FROM in_{target} WHERE "sourcedId" = ?'  # noqa: S608
        row = store.one(asked, (value,))
    noun = _NOUNS[table]
    where: dict[str, Any] = {
        "file": f"{target}.csv",
        "row": row,
        "column": "sourcedId",
        "value": value,
        "detail": f"There are {len(users):,} of them (the first: {users[0]}).",
    }
    return report(
        record_problems.STILL_REFERENCED, **where, nouns=_NOUNS[target], noun=noun, table=table
    )


class Differing:
    """References whose identifier is there in another spelling: one problem for each difference."""

    def __init__(self, store: RosterStore, package: RosterPackage) -> None:
        """Nothing is found yet; the identifiers are counted in the store."""
        self._store, self._package = store, package
        self._lookalikes = Lookalikes(store)
        self._first: dict[tuple[str, Difference], tuple[str, str, str, int]] = {}
        self._places: dict[tuple[str, Difference], list[ProblemPlace]] = defaultdict(list)
        self._files: dict[tuple[str, Difference], dict[str, int]] = {}
        self._zeros: dict[str, list[tuple[str, RosterColumn, DanglingReference]]] = defaultdict(
            list
        )
        store.run("CREATE TABLE IF NOT EXISTS differing (target TEXT, difference TEXT, id TEXT,"
                  " PRIMARY KEY (target, difference, id)) WITHOUT ROWID")  # fmt: skip
        store.run("DELETE FROM differing")

    def takes(self, table: str, column: RosterColumn, one: DanglingReference) -> bool:
        """Return whether the identifier is only spelled differently; it is kept in mind then."""
        target = column.refers
        if is_only_zeros([one.value]) and len(self._zeros[target]) < _ZEROS_KEPT:
            self._zeros[target].append((table, column, one))
            return True
        found = self._lookalikes.of(target, one.value)
        if found is None:
            return False
        self._keep((target, found.difference), table, column, one, found.id)
        return True

    def problems(self) -> Iterator[Problem]:
        """Yield one problem for each table and difference; then zeros that are nobody's."""
        for target, waiting in self._zeros.items():
            kind = (target, Difference.ZEROS)
            for table, column, one in waiting:
                if kind in self._first:
                    self._keep(kind, table, column, one, "")
                else:
                    yield _orphan(self._package, table, column, one)
        for kind in self._first:
            yield self._problem(kind)

    def _keep(
        self,
        kind: tuple[str, Difference],
        table: str,
        column: RosterColumn,
        one: DanglingReference,
        known: str,
    ) -> None:
        file, field = as_arrived(self._package, table, column.name)
        self._first.setdefault(kind, (f"{file}.csv", field, one.value, one.row))
        files = self._files.setdefault(kind, {})
        files[f"{file}.csv"] = files.get(f"{file}.csv", 0) + 1
        before = self._store.run(
            "INSERT OR IGNORE INTO differing VALUES (?,?,?)", (*kind, one.value)
        )
        if before and known and len(self._places[kind]) < KEPT_EXAMPLES:
            detail = f"{kind[0]}.csv has {known}."
            self._places[kind].append(ProblemPlace(one.row, shorten(one.value), detail))

    def _problem(self, kind: tuple[str, Difference]) -> Problem:
        target, difference = kind
        file, column, value, row = self._first[kind]
        count = self._store.one(
            "SELECT count(*) FROM differing WHERE target = ? AND difference = ?", kind
        )
        files = self._files[kind]
        where = ", ".join(f"{name} ({number:,})" for name, number in files.items())
        found = report(
            record_problems.ID_DIFFERS[difference],
            file=file,
            row=row,
            column=column,
            value=value,
            detail=self._places[kind][0].detail,
            places=where,
            target=target,
        )
        return replace(found, count=count, examples=tuple(self._places[kind]))
