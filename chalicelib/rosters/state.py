"""The state that results: what was, changed by what arrived.

Bulk: the file is all there is, what it lacks leaves. Delta: rows replace, add, or leave
(`tobedeleted`). Absent: stays. An enrollment or a role is a link, and leaves with either end;
anything else with references cannot leave (`check.py` reports it).
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from pathlib import Path

from .columns import IGNORED, STATE, Mode, RosterFile
from .package import RosterPackage
from .rows import long_cells
from .store import RosterStore

LINKS = (
    ("roles", "userSourcedId", "users"),
    ("roles", "orgSourcedId", "orgs"),
    ("enrollments", "userSourcedId", "users"),
    ("enrollments", "classSourcedId", "classes"),
    ("enrollments", "schoolSourcedId", "orgs"),
)
"""Links whose record leaves with its target: table, column, the target's table."""

ADMINISTRATOR_1_1 = "administrator"
STAFF_ROLES = (
    "districtAdministrator", "systemAdministrator", "siteAdministrator", "principal", "teacher",
)  # fmt: skip
"""Roles that a sign-in follows from."""
_NEEDED_ROLES = {
    "enrollments": frozenset({"teacher", "student"}),
    "roles": frozenset({*STAFF_ROLES, ADMINISTRATOR_1_1, "student"}),
}


STAFF = ", ".join(f"'{role}'" for role in STAFF_ROLES)
"""The same, in SQL."""


def students_only(generation: str) -> str:
    """Select, in SQL, who is a student and nothing else."""
    return (
        f'SELECT "userSourcedId" FROM {generation}_roles GROUP BY 1'  # noqa: S608
        " HAVING min(role) = 'student' AND max(role) = 'student'"
    )


SOMEBODY = "SELECT id FROM somebody"
"""Those that a sign-in could belong to, in SQL, once they are noted."""


def note_somebody(store: RosterStore) -> None:
    """Note the people of the new state that a sign-in could belong to."""
    store.note("somebody")
    store.run(
        f'INSERT INTO somebody SELECT "userSourcedId" FROM new_roles WHERE role IN ({STAFF})'  # noqa: S608
        " UNION SELECT \"userSourcedId\" FROM new_enrollments WHERE role = 'teacher'"
        f" EXCEPT SELECT * FROM ({students_only('new')})"
    )


def is_needed(file: RosterFile, role: str) -> bool:
    """Return whether rows with this role mean anything here."""
    return role in _NEEDED_ROLES[file.name]


def list_needed_roles(table: str) -> str:
    """Return the roles that mean something here, in SQL."""
    return ", ".join(f"'{role}'" for role in sorted(_NEEDED_ROLES[table]))


DISTRICT_ORGS = "'district', 'local', 'state', 'national'"


def modes(package: RosterPackage) -> dict[str, Mode]:
    """Return how each table of the state changes; 1.1 has its roles in users.csv."""
    found = {file.name: package.mode(file.name) for file in STATE}
    if package.version == "1.1":
        found["roles"] = found["users"]
    return found


def build(store: RosterStore, package: RosterPackage) -> Counter[str]:
    """Make `new_*` from `old_*` and `in_*`; count the records dropped as not needed."""
    for file in STATE:
        _BUILDERS[modes(package)[file.name]](store, file)
    if package.version == "1.1":
        _replace_roles_of_resent_users(store, package)
        _name_administrators(store)
    _drop_dangling_links(store, package)
    _drop_links_of_marked_rows(store, package)
    other = _forget_other_enrollments(store)
    return Counter({"users.email": _forget_addresses(store)}) + Counter({"enrollments": other})


def _from_bulk(store: RosterStore, file: RosterFile) -> None:
    """Rows that say they leave are as good as left out."""
    arrived = f"SELECT {_names(file)}, row FROM in_{file.name} WHERE status <> 'tobedeleted'"  # noqa: S608
    if store.run(_insert(file, arrived)) == store.count(f"in_{file.name}"):
        store.noted.add(f"distinct {file.name}")


def _from_delta(store: RosterStore, file: RosterFile) -> None:
    """Arrivals first: they win over what was."""
    arrived = f"SELECT {_names(file)}, row FROM in_{file.name} WHERE status = 'active'"  # noqa: S608
    store.run(_insert(file, arrived))
    store.run(f'CREATE INDEX in_{file.name}_id ON in_{file.name} ("sourcedId")')
    gone = f'"sourcedId" NOT IN (SELECT "sourcedId" FROM in_{file.name})'  # noqa: S608
    store.run(_insert(file, f"SELECT {_names(file)}, 0 FROM old_{file.name} WHERE {gone}"))  # noqa: S608


def _from_old(store: RosterStore, file: RosterFile) -> None:
    store.run(_insert(file, f"SELECT {_names(file)}, 0 FROM old_{file.name}"))  # noqa: S608


_BUILDERS = {Mode.BULK: _from_bulk, Mode.DELTA: _from_delta, Mode.ABSENT: _from_old}


def _insert(file: RosterFile, question: str) -> str:
    """Fill a table; of rows with the same sourcedId the first one counts (and it is reported)."""
    return f"INSERT OR IGNORE INTO new_{file.name} ({_names(file)}, row) {question}"


def _names(file: RosterFile) -> str:
    return ", ".join(f'"{name}"' for name in file.kept)


def _replace_roles_of_resent_users(store: RosterStore, package: RosterPackage) -> None:
    """In 1.1 a resent user brings all of that user's roles: earlier ones do not stay."""
    if package.mode("users") is Mode.DELTA:
        store.run(
            'DELETE FROM new_roles WHERE row = 0 AND "userSourcedId" IN'
            ' (SELECT "sourcedId" FROM in_users)'
        )


def _name_administrators(store: RosterStore) -> None:
    """1.1 writes administrator for both offices; the organization shows which."""
    district = f'SELECT 1 FROM new_orgs o WHERE o."sourcedId" = "orgSourcedId" AND o.type IN ({DISTRICT_ORGS})'  # noqa: S608,E501
    store.run(
        f"UPDATE new_roles SET role = CASE WHEN EXISTS ({district})"  # noqa: S608
        " THEN 'districtAdministrator' ELSE 'siteAdministrator' END WHERE role = ?",
        (ADMINISTRATOR_1_1,),
    )


def _drop_dangling_links(store: RosterStore, package: RosterPackage) -> None:
    for table, column, target in LINKS:
        if modes(package)[table] is Mode.BULK:  # nothing stays from before
            continue
        store.run(
            f'DELETE FROM new_{table} WHERE row = 0 AND "{column}" NOT IN'  # noqa: S608
            f' (SELECT "sourcedId" FROM new_{target})'
        )


def _drop_links_of_marked_rows(store: RosterStore, package: RosterPackage) -> None:
    """In a bulk file a row may say that it leaves: its links leave with it, though they are sent.

    In a delta that is a contradiction, and is reported.
    """
    for table, column, target in LINKS:
        marked = f"SELECT 1 FROM in_{target} WHERE status = 'tobedeleted' LIMIT 1"  # noqa: S608
        if modes(package)[target] is Mode.BULK and any(store.rows(marked)):
            store.run(
                f'DELETE FROM new_{table} WHERE row > 0 AND "{column}" IN'  # noqa: S608
                f" (SELECT \"sourcedId\" FROM in_{target} WHERE status = 'tobedeleted'"
                f' EXCEPT SELECT "sourcedId" FROM new_{target})'
            )


def _forget_other_enrollments(store: RosterStore) -> int:
    """Keep who teaches and who learns; proctors, aides and others mean nothing here."""
    needed = list_needed_roles("enrollments")
    return store.run(f"DELETE FROM new_enrollments WHERE role NOT IN ({needed})")  # noqa: S608


def _forget_addresses(store: RosterStore) -> int:
    """Keep email addresses only of people who can get mail, never of pure students."""
    return store.run(
        f"UPDATE new_users SET email = '' WHERE email <> '' AND \"sourcedId\" IN ({students_only('new')})"  # noqa: S608,E501
    )


# -- the state as a package -----------------------------------------------------------------------

_MARK = b"Plumbline's state, form 2"
"""The comment of a package whose cells need not be judged again; releases to 0.3 wrote none."""


def write_package(
    store: RosterStore, path: Path, generation: str = "new",
    beside: tuple[str, Iterable[Sequence[str]]] | None = None,
) -> None:  # fmt: skip
    """Write the state as a OneRoster 1.2 bulk package of what we keep: always the same bytes.

    `beside` is one more file, which is not OneRoster's.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.comment = _MARK
        _add(archive, "manifest.csv", _manifest())
        for file in STATE:
            _add(archive, file.csv, _table(store, file, generation))
        if beside:
            _add(archive, *beside)


def _add(archive: zipfile.ZipFile, name: str, rows: Iterable[Sequence[str]]) -> None:
    member = zipfile.ZipInfo(name)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o600 << 16
    with archive.open(member, "w") as raw, io.TextIOWrapper(raw, "utf-8", newline="") as text:
        csv.writer(text).writerows(rows)


def _manifest() -> Iterator[list[str]]:
    yield ["propertyName", "value"]
    yield ["manifest.version", "1.0"]
    yield ["oneroster.version", "1.2"]
    for file in STATE:
        yield [f"file.{file.name}", Mode.BULK]
    for name in IGNORED["1.2"]:
        yield [f"file.{name}", Mode.ABSENT]
    yield ["source.systemName", "Plumbline"]
    yield ["source.systemCode", "plumbline"]


def _table(store: RosterStore, file: RosterFile, generation: str) -> Iterator[Sequence[str]]:
    cells = ", ".join(f'"{name}"' if name in file.kept else "''" for name in file.header)
    question = f'SELECT {cells} FROM {generation}_{file.name} ORDER BY "sourcedId"'  # noqa: S608
    return chain([file.header], store.rows(question))


def is_own_state(package: RosterPackage) -> bool:
    """Return whether this is a state that we wrote ourselves, in the present form."""
    return package.archive.comment == _MARK


def read_state(store: RosterStore, package: RosterPackage, generation: str) -> None:
    """Read a state that we wrote ourselves: every cell as it is."""
    for file in STATE:
        kept = itemgetter(*(file.header.index(name) for name in file.kept))
        marks = ", ".join("?" * len(file.kept))
        statement = f"INSERT INTO {generation}_{file.name} ({_names(file)}) VALUES ({marks})"  # noqa: S608
        store.run(f"DELETE FROM {generation}_{file.name}")  # noqa: S608
        with package.archive.open(package.members[file.name]) as raw, long_cells():
            rows = csv.reader(io.TextIOWrapper(raw, "utf-8", newline=""))
            next(rows)
            store.fill(statement, map(kept, rows))
