"""One person, several records: how a district that wants it has them joined by sign-in name.

Some systems export a person once per school, each record with its own sourcedId and all with one
sign-in name. The records stay in the state as they came; a table beside them says which are one
person and which sourcedId the product knows that person by. That id stays from import to import,
whatever order the records come in and whichever of them leaves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from chalicelib.findings.model import Problem, report

from . import record_problems
from .package import RosterPackage
from .rows import read_rows
from .state import SOMEBODY, write_package
from .store import RosterStore

MEMBER = "joined.csv"
"""The file of a state's package that keeps which records are one person."""
_HEADER = ["sourcedId", "joinedTo", "username", "name"]


@dataclass(frozen=True, slots=True)
class StaffRecord:
    """A record of somebody who may sign in."""

    row: int
    id: str
    username: str
    name: str
    enabled: bool


def join_people(store: RosterStore) -> None:
    """Write down which of the new state's records are one person: same sign-in name, same name."""
    before = {alias: rest for alias, *rest in store.rows("SELECT * FROM old_joined")}
    known = {id_ for (id_,) in store.rows('SELECT "sourcedId" FROM old_users')} - set(before)
    groups: dict[tuple[str, str], list[StaffRecord]] = defaultdict(list)
    ids = set()
    for record in _staff(store):
        ids.add(record.id)
        groups[record.username, record.name].append(record)
    store.run("DELETE FROM new_joined")
    for records in groups.values():
        kept = _choose_kept_id(records, before, known, ids)
        store.fill(
            "INSERT INTO new_joined VALUES (?,?,?,?)",
            [(each.id, kept, each.username, each.name) for each in records if each.id != kept],
        )


def _choose_kept_id(
    records: list[StaffRecord], before: dict[str, list[str]], known: set[str], ids: set[str]
) -> str:
    """Choose the id that a person is known by: the one it was, else the first in order."""
    own = [each.id for each in records]
    joined = {before[id_][0] for id_ in own if id_ in before and _is_same(before[id_], records[0])}
    earlier = {id_ for id_ in joined if id_ in own or id_ not in ids}
    return min(earlier or known.intersection(own) or own)


def _is_same(before: list[str], record: StaffRecord) -> bool:
    _, username, name = before
    return record.username == username or record.name == name


def _staff(store: RosterStore) -> Iterator[StaffRecord]:
    question = (
        'SELECT row, "sourcedId", username, "givenName", "familyName", "enabledUser" FROM new_users'  # noqa: S608
        f' WHERE username <> \'\' AND "sourcedId" IN ({SOMEBODY}) ORDER BY "sourcedId"'
    )
    for row, id_, username, given, family, enabled in store.rows(question):
        name = " ".join(f"{given} {family}".casefold().split())
        yield StaffRecord(row, id_, username.casefold(), name, enabled == "true")


def find_shared_sign_in_names(store: RosterStore, *, joins: bool) -> Iterator[Problem]:
    """Two people of the staff with one sign-in name: who signs in would be anybody's guess."""
    kept = read_joined_records(store, "new")
    first: dict[str, StaffRecord] = {}
    for record in sorted(_staff(store), key=lambda each: (each.row, each.id)):
        if not record.enabled:
            continue
        other = first.setdefault(record.username, record)
        if kept.get(other.id, other.id) == kept.get(record.id, record.id):
            continue
        where = {"file": "users.csv", "row": record.row, "column": "username"}
        detail = f"{other.id} also has it."
        yield report(
            record_problems.NAMES_DIFFER if joins else record_problems.USERNAME_TWICE,
            **where,
            value=record.username,
            detail=detail,
        )


def read_joined_records(store: RosterStore, generation: str) -> dict[str, str]:
    """Return which record (by sourcedId) belongs to the person known by which id."""
    return dict(store.rows(f"SELECT alias, kept FROM {generation}_joined"))  # noqa: S608


# -- beside the state in its package --------------------------------------------------------------


def write_state(store: RosterStore, path: Path) -> None:
    """Write a state as a package, with who is joined where anybody is."""
    rows = list(store.rows("SELECT * FROM new_joined ORDER BY alias"))
    beside = (MEMBER, [_HEADER, *rows]) if rows else None
    write_package(store, path, "new", beside)


def load_joined(store: RosterStore, package: RosterPackage, generation: str) -> None:
    """Read it from a state that we wrote ourselves."""
    store.run(f"DELETE FROM {generation}_joined")  # noqa: S608
    infos = {info.filename: info for info in package.archive.infolist()}
    if MEMBER not in infos:
        return
    rows = read_rows(package.archive, infos[MEMBER], MEMBER)
    next(rows)
    statement = f"INSERT INTO {generation}_joined VALUES (?,?,?,?)"  # noqa: S608
    store.fill(statement, (cells for _, cells in rows))
