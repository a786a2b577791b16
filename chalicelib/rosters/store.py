"""The working store: one SQLite file on the side, so that memory stays flat at any size.

It has three generations of the same tables: `in_*` is a package as it arrived (with row numbers),
`old_*` the state before, and `new_*` the state that results. The column `row` is the row of the
package that a record came from, or 0 if it stayed from before. Blank is the empty string
everywhere.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chalicelib.findings.model import (
    EXAMPLES,
    KEPT_EXAMPLES,
    Problem,
    ProblemGroup,
    Severity,
    worst_first,
)

from .columns import STATE, Use

if TYPE_CHECKING:
    import sqlite3

KEPT_PROBLEMS = 5_000
"""Kinds of problems that are kept for reading; beyond that they are only counted."""
SHOWN_CLOSELY = 400
"""Kinds of problems up to which many examples of each are kept: memory stays flat."""

_PRAGMAS = ("page_size=16384", "journal_mode=OFF", "synchronous=OFF", "temp_store=FILE",
            "cache_size=-24000", "locking_mode=EXCLUSIVE")  # fmt: skip


class RosterStore:
    """The SQLite file with its tables, and the problems found so far."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Create the tables."""
        self._sql = connection
        self.problem_counts: dict[tuple[Severity, str], int] = {}
        """Of problems, equal ones counted once."""
        self._groups: dict[tuple[str, ...], ProblemGroup] = {}
        self.noted: set[str] = set()
        """Names of facts that are known of the arrivals, and of the difference between states."""
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(
            "BEGIN"
        )  # never committed: a transaction per row would take twice as long
        for generation in ("old", "new"):
            self.create(generation)
        connection.execute(
            "CREATE TABLE doubt (user TEXT, line INT, field TEXT, code TEXT, value TEXT,"
            " reason TEXT, fix TEXT)"
        )
        connection.execute(
            "CREATE TABLE document (kind TEXT, id TEXT, hash BLOB, PRIMARY KEY (kind, id))"
            " WITHOUT ROWID"
        )

    # -- tables -----------------------------------------------------------------------------------

    def create(self, generation: str) -> None:
        """Create a state's empty tables."""
        for file in STATE:
            columns = ", ".join(f'"{name}" TEXT NOT NULL' for name in file.kept[1:])
            self.run(
                f'CREATE TABLE {generation}_{file.name} ("sourcedId" TEXT PRIMARY KEY, {columns},'
                " row INT NOT NULL DEFAULT 0) WITHOUT ROWID"
            )
        self.run(
            f"CREATE TABLE {generation}_joined (alias TEXT PRIMARY KEY, kept TEXT NOT NULL,"
            " username TEXT NOT NULL, name TEXT NOT NULL) WITHOUT ROWID"
        )

    def create_arrivals(self) -> None:
        """Create empty tables for a package's rows; checked columns are there too."""
        self.noted.clear()
        self.run("DELETE FROM doubt")
        for file in STATE:
            self.run(f"DROP TABLE IF EXISTS in_{file.name}")
            names = [*file.kept, *(c.name for c in file.columns if c.use is Use.CHECKED)]
            columns = ", ".join(f"\"{name}\" TEXT NOT NULL DEFAULT ''" for name in names)
            self.run(
                f"CREATE TABLE in_{file.name} ({columns}, status TEXT NOT NULL, row INT NOT NULL)"
            )

    def age(self) -> None:
        """Make the new state the old one; the new one is empty again.

        Rows are copied: to rename a table, SQLite reads the whole schema again.
        """
        self.noted.clear()
        for file in STATE:
            kept = ", ".join(f'"{name}"' for name in file.kept)
            self._move(file.name, f"{kept}, 0")
        self._move("joined", "*")

    def _move(self, table: str, columns: str) -> None:
        self.run(f"DELETE FROM old_{table}")  # noqa: S608
        self.run(f"INSERT INTO old_{table} SELECT {columns} FROM new_{table}")  # noqa: S608
        self.run(f"DELETE FROM new_{table}")  # noqa: S608

    def note(self, table: str) -> None:
        """Make a table of identifiers, or empty it."""
        self.run(f"CREATE TABLE IF NOT EXISTS {table} (id TEXT PRIMARY KEY) WITHOUT ROWID")
        self.run(f"DELETE FROM {table}")  # noqa: S608

    def run(self, statement: str, values: Sequence[Any] = ()) -> int:
        """Run a statement; return the number of rows that it changed."""
        return self._sql.execute(statement, values).rowcount

    def fill(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement for every row."""
        self._sql.executemany(statement, rows)

    def rows(self, question: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Return the answer's rows, one at a time."""
        return iter(self._sql.execute(question, values))

    def one(self, question: str, values: Sequence[Any] = ()) -> Any:
        """Return the first cell of the answer."""
        return self._sql.execute(question, values).fetchone()[0]

    def count(self, table: str) -> int:
        """Count a table's rows."""
        return int(self.one(f"SELECT count(*) FROM {table}"))  # noqa: S608

    # -- problems ---------------------------------------------------------------------------------

    def report(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, equal ones as one."""
        for one in problems:
            group = self._groups.get(one.kind)
            if group is None:
                counted = (one.severity, one.code)
                self.problem_counts[counted] = self.problem_counts.get(counted, 0) + 1
                if len(self._groups) >= KEPT_PROBLEMS:
                    continue
                group = self._groups[one.kind] = ProblemGroup(one)
            few = len(self._groups) > SHOWN_CLOSELY
            group.add(one, EXAMPLES if few else KEPT_EXAMPLES)

    def problems(self, limit: int | None = None, *, examples: int = EXAMPLES) -> Iterator[Problem]:
        """Yield the kept problems: worst first, then by file and row."""
        found = (group.as_one(examples) for group in self._groups.values())
        yield from worst_first(found)[:limit]

    def forget_problems(self) -> None:
        """Begin again: findings about the earlier package do not concern the next."""
        self._groups.clear()
        self.problem_counts.clear()

    def has(self, severity: Severity) -> bool:
        """Return whether a problem of this severity was found."""
        return any(found is severity for found, _ in self.problem_counts)


@contextmanager
def open_store() -> Iterator[RosterStore]:
    """Open an empty store in a folder of its own that goes away afterwards."""
    import sqlite3

    with tempfile.TemporaryDirectory(prefix="roster-") as own:
        connection = sqlite3.connect(Path(own) / "roster.sqlite", isolation_level=None)
        try:
            yield RosterStore(connection)
        finally:
            connection.close()
