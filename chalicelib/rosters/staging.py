"""From a package's files to rows in the store, every cell judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from .cells import as_problem, read_cell, split_ids
from .columns import DATE_LAST_MODIFIED, STATUS, Column, Content, File, Mode, Use
from .package import Package
from .problems import Problem, Unreadable, error, reject, warning
from .store import Store

_STATES = ("active", "tobedeleted")
_REPEATING = (Content.CHOICE, Content.FLAG, Content.DATE, Content.YEAR)
"""Contents with few distinct values: judged once each."""
_REMEMBERED = 10_000
_AT_ONCE = 1000
"""Problems that are written down together."""
_TELL_VENDOR = "Nothing to do; you may tell the vendor of the student information system."


@dataclass(slots=True)
class Dropped:
    """What was left out before storage, for the report: rows per file, cells per column."""

    files: dict[str, int] = field(default_factory=dict)
    columns: Counter[str] = field(default_factory=Counter)


def stage(store: Store, package: Package, dropped: Dropped) -> None:
    """Load every file that we read into `in_*`; report what is wrong with its cells."""
    store.create_arrivals()
    store.report(package.warnings)
    for file in package.files:
        if package.mode(file.name) is not Mode.ABSENT:
            _File(store, package, file, dropped).load()
    for name in package.ignored:
        dropped.files[name] = _count_rows(package, name)


def _count_rows(package: Package, name: str) -> int:
    """Count the rows of a file of the binding that is not needed; others count as one thing."""
    file = File(name.removesuffix(".csv"), "row")
    if file.name not in package.members:
        return 0
    try:
        return max(sum(1 for _ in package.rows(file)) - 1, 0)
    except Unreadable:
        return 0


class _File:
    """One file on its way into the store."""

    def __init__(self, store: Store, package: Package, file: File, dropped: Dropped) -> None:
        self._store, self._package, self._file, self._dropped = store, package, file, dropped
        self._delta = package.mode(file.name) is Mode.DELTA
        self._problems: list[Problem] = []
        self._blank_in_bulk: dict[str, tuple[int, str, int]] = {}
        self._roles: list[tuple[str, ...]] = []

    def load(self) -> None:
        names = [column.name for column in self._file.read if self._is_stored(column)]
        columns = ", ".join(f'"{name}"' for name in (*names, "status", "row"))
        marks = ", ".join("?" * (len(names) + 2))
        statement = f"INSERT INTO in_{self._file.name} ({columns}) VALUES ({marks})"  # noqa: S608
        try:
            self._store.fill(statement, self._records())
        except Unreadable as stopped:
            self._problems.append(stopped.problem)
        self._problems += self._filled_in_bulk()
        self._flush()

    def _is_stored(self, column: Column) -> bool:
        return column.use is Use.KEPT or column.name == "primaryOrgSourcedId"

    def _records(self) -> Iterator[tuple[str | int, ...]]:
        rows = self._package.rows(self._file)
        _, header = next(rows, (1, []))
        places = self._places(header)
        readers = [
            (places.get(c.name, -1), c, _reader(c), self._is_stored(c)) for c in self._file.read
        ]
        ignored = self._ignored(header)
        width = len(header)
        status_at = places.get(STATUS, -1)
        modified_at = places.get(DATE_LAST_MODIFIED, -1)
        for row, cells in rows:
            if len(cells) != width and not self._mend(cells, width, row):
                continue
            status = self._status(cells, status_at, modified_at, row)
            record: list[str | int] = []
            for at, column, read, stored in readers:
                value, finding = read(column, cells[at] if at >= 0 else "")
                if finding:
                    self._problems.append(as_problem(finding, column, self._file.csv, row, value))
                if stored:
                    record.append(value)
                else:
                    self._note(column.name, value)
            for at, name in ignored:
                if cells[at]:
                    self._dropped.columns[name] += 1
            if self._package.version == "1.1" and self._file.name == "users":
                self._derive_roles(str(record[0]), status, row)
            if len(self._problems) > _AT_ONCE:
                self._flush()
            yield (*record, status, row)

    def _flush(self) -> None:
        self._store.report(self._problems)
        self._problems.clear()
        self._store.fill(
            'INSERT INTO in_roles ("sourcedId", "userSourcedId", "roleType", "role", "beginDate",'
            ' "endDate", "orgSourcedId", status, row) VALUES (?,?,?,?,?,?,?,?,?)',
            self._roles,
        )
        self._roles.clear()

    # -- the header -------------------------------------------------------------------------------

    def _places(self, header: list[str]) -> dict[str, int]:
        """Find our columns. Raises `Unreadable` when a needed one is not there or there twice."""
        self._refuse_other_separators(header)
        folded = {name.casefold(): name for name in self._file.header}
        places: dict[str, int] = {}
        for at, cell in enumerate(header):
            name = folded.get(cell.strip().casefold(), cell.strip())
            if name and name in places:
                reason = f"The column {name} is there twice: which one is meant is not certain."
                fix = "Keep one of them."
                raise Unreadable(self._refuse("header-duplicate", reason, fix, name))
            places[name] = at
            if name in self._file.header and name != cell:
                reason = f"The column should be called {name}, in exactly these letters."
                self._warn("header-letters", reason, name, cell)
        self._refuse_missing(places)
        self._judge_order(list(places))
        return places

    def _refuse_missing(self, places: dict[str, int]) -> None:
        """Name every column that the file cannot be read without."""
        columns = self._file.columns
        needed = [c.name for c in columns if c.required or (self._delta and c.name == STATUS)]
        missing = [name for name in needed if name not in places]
        fix = "Export it again as OneRoster CSV, with every column."
        for name in missing:
            reason = f"The column {name} is missing; {self._file.csv} cannot be read without it."
            self._problems.append(self._refuse("header-missing-column", reason, fix, name))
        if missing:
            raise Unreadable(self._problems.pop())

    def _refuse_other_separators(self, header: list[str]) -> None:
        if len(header) == 1 and any(mark in header[0] for mark in ";\t|"):
            reason = "The columns are not separated by commas."
            fix = "Export it again with commas (in a spreadsheet: save as “CSV UTF-8”)."
            raise Unreadable(self._refuse("separator", reason, fix, ""))

    def _judge_order(self, names: list[str]) -> None:
        known = [name for name in names if name in self._file.header]
        for name in self._file.header:
            if name not in known:
                self._warn(
                    "header-missing-optional", f"The column {name} is missing; read as blank.", name
                )
        if known != [name for name in self._file.header if name in known]:
            reason = "The columns are not in OneRoster's order; they were read by their names."
            self._warn("header-order", reason, value=",".join(names))

    def _ignored(self, header: list[str]) -> list[tuple[int, str]]:
        """Find the columns that are dropped unseen; the two of the row's life are no data."""
        read = {c.name.casefold() for c in self._file.read} | {
            STATUS,
            DATE_LAST_MODIFIED.casefold(),
        }
        return [
            (at, f"{self._file.name}.{name.strip()}")
            for at, name in enumerate(header)
            if name.strip().casefold() not in read
        ]

    # -- a row ------------------------------------------------------------------------------------

    def _mend(self, cells: list[str], width: int, row: int) -> bool:
        """Allow blank cells beyond the header; report any other number of cells."""
        if len(cells) > width and not any(cells[width:]):
            del cells[width:]
            return True
        reason = f"The row has {len(cells)} cells, the header {width}."
        fix = "Look for a missing comma or quotation mark."
        self._problems.append(error("cell-count", reason, fix, file=self._file.csv, row=row))
        return False

    def _status(self, cells: list[str], status_at: int, modified_at: int, row: int) -> str:
        status = cells[status_at].strip() if status_at >= 0 else ""
        modified = cells[modified_at].strip() if modified_at >= 0 else ""
        if self._delta:
            if status not in _STATES:
                reason = "In a delta file, status must say active or tobedeleted."
                self._fail(
                    "status", reason, "Export it again as delta or as bulk.", STATUS, status, row
                )
            return status
        if status == "tobedeleted":
            reason = "A bulk file cannot mark a row as to be deleted: rows leave by being left out."
            self._fail("deleted-in-bulk", reason, "Leave the row out.", STATUS, status, row)
            return "active"
        for name, value in ((STATUS, status), (DATE_LAST_MODIFIED, modified)):
            if value:
                first_row, first, count = self._blank_in_bulk.get(name, (row, value, 0))
                self._blank_in_bulk[name] = (first_row, first, count + 1)
        return "active"

    def _filled_in_bulk(self) -> Iterator[Problem]:
        for name, (row, value, count) in self._blank_in_bulk.items():
            reason = f"{name} must be blank in a bulk file; in {count} rows it is not. Ignored."
            where = {"file": self._file.csv, "row": row, "column": name, "value": value}
            yield warning("filled-in-bulk", reason, _TELL_VENDOR, **where)

    # -- roles of 1.1, which stand in users.csv ---------------------------------------------------

    def _note(self, column: str, value: str) -> None:
        if column == "role":
            self._role = value
        elif column == "orgSourcedIds":
            self._orgs = split_ids(value)

    def _derive_roles(self, user: str, status: str, row: int) -> None:
        for number, org in enumerate(self._orgs):
            kind = "secondary" if number else "primary"
            self._roles.append(
                (f"{user}~{org}", user, kind, self._role, "", "", org, status, str(row))
            )

    # -- saying so --------------------------------------------------------------------------------

    def _fail(self, code: str, reason: str, fix: str, column: str, value: str, row: int) -> None:
        where = {"file": self._file.csv, "row": row, "column": column, "value": value}
        self._problems.append(error(code, reason, fix, **where))

    def _warn(self, code: str, reason: str, column: str = "", value: str = "") -> None:
        where = {"file": self._file.csv, "row": 1, "column": column, "value": value}
        self._problems.append(warning(code, reason, _TELL_VENDOR, **where))

    def _refuse(self, code: str, reason: str, fix: str, column: str) -> Problem:
        return reject(code, reason, fix, file=self._file.csv, row=1, column=column)


def _reader(column: Column) -> Callable[[Column, str], tuple[str, tuple[str, str, str] | None]]:
    """Give `read_cell`, remembering its answers where values repeat."""
    if column.content not in _REPEATING:
        return read_cell
    seen: dict[str, tuple[str, tuple[str, str, str] | None]] = {}

    def remembered(asked: Column, raw: str) -> tuple[str, tuple[str, str, str] | None]:
        answer = seen.get(raw)
        if answer is None:
            answer = read_cell(asked, raw)
            if len(seen) < _REMEMBERED:
                seen[raw] = answer
        return answer

    return remembered
