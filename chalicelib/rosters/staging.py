"""From a package's files to rows in the store, every cell judged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from operator import itemgetter

from chalicelib.errors import FileProblem
from chalicelib.findings.model import Problem, Severity, Unreadable, report
from chalicelib.rosters import package_problems

from .cells import as_problem, read_cell, split_ids
from .columns import DATE_LAST_MODIFIED, ROLES, STATUS, Content, Mode, RosterColumn, RosterFile, Use
from .headers import Header, MissingColumns, read_header
from .package import RosterPackage
from .package_problems import NOTHING_TO_DO
from .problems import Finding
from .spellings import plain_word
from .state import is_needed
from .store import RosterStore

ACTIVE, LEAVING = "active", "tobedeleted"
_LEAVING_WORDS = frozenset({"inactive", "deleted", "withdrawn", "dropped", "closed", "disabled"})
"""Other words of exporters: whatever else they mean, such a row is not in force."""
_UNREPEATED = ("sourcedId", "userSourcedId", "username", "email")
"""Columns whose values are many; those of others are judged once each."""
_REMEMBERED = 2_000
_WORD = "[A-MO-TV-Za-mo-tv-z0-9][A-Za-z0-9_@.~:-]{0,60}"
_PLAIN = re.compile(_WORD).fullmatch
"""Matches most texts and identifiers that stay as they are: no word for nothing begins so."""
_PLAIN_CELLS = {
    Content.TEXT: f"{_WORD}(?: [A-Za-z0-9.-]{{1,20}}){{0,2}}",
    Content.FLAG: "true|false",
    Content.DATE: r"[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])",
    Content.YEAR: r"\d{4}",
}
"""Most cells of each content that are read as they stand."""
_AT_ONCE = 1000
"""Problems that are stored together."""
_BY_ROLE = ("username", "givenName", "familyName", "enabledUser", "orgSourcedIds", "role")
"""Columns of users.csv that matter for some roles only."""


_Reader = tuple[int, RosterColumn, Callable[[RosterColumn, str], tuple[str, Finding | None]], bool]
"""Where a column stands, the column, how its cells are read, whether they are stored."""


@dataclass(slots=True)
class Dropped:
    """Counts of dropped data for the report: rows per file, cells per column."""

    files: dict[str, int] = field(default_factory=dict)
    columns: Counter[str] = field(default_factory=Counter)


def stage(store: RosterStore, package: RosterPackage, dropped: Dropped) -> None:
    """Load every file that we read into `in_*`; report the problems of its cells."""
    store.create_arrivals()
    store.report(package.warnings)
    for file in package.files:
        if package.mode(file.name) is not Mode.ABSENT:
            _File(store, package, file, dropped).load()
    for name in package.ignored:
        dropped.files[name] = _count_rows(package, name)


def _count_rows(package: RosterPackage, name: str) -> int:
    """Count the rows of a file of the binding that is not needed; others count as one thing."""
    file = RosterFile(name.removesuffix(".csv"), "row")
    if file.name not in package.members:
        return 0
    try:
        return max(sum(1 for _ in package.rows(file)) - 1, 0)
    except Unreadable:
        return 0


class _File:
    """One file on its way into the store."""

    def __init__(
        self, store: RosterStore, package: RosterPackage, file: RosterFile, dropped: Dropped
    ) -> None:
        self._store, self._package, self._file, self._dropped = store, package, file, dropped
        self._delta = package.mode(file.name) is Mode.DELTA
        self._problems: list[Problem] = []
        self._doubts: list[tuple[str, int, str, str, str, str, str]] = []
        self._filled: dict[str, tuple[int, str, int]] = {}
        self._rows = self._padded = self._padding = 0
        self._first_padded = 0
        self._roles: list[tuple[str, ...]] = []
        stored = [column.name for column in file.read if self._is_stored(column)]
        by_role = file.name in ("enrollments", "roles")
        self._role_at = stored.index("role") if by_role else -1
        self._stored = len(stored)

    def load(self) -> None:
        names = [column.name for column in self._file.read if self._is_stored(column)]
        columns = ", ".join(f'"{name}"' for name in (*names, "status", "row"))
        marks = ", ".join("?" * (len(names) + 2))
        statement = f"INSERT INTO in_{self._file.name} ({columns}) VALUES ({marks})"  # noqa: S608
        try:
            self._store.fill(statement, self._records())
        except Unreadable as stopped:
            if isinstance(stopped, MissingColumns):
                self._problems += stopped.others
            self._problems.append(stopped.problem)
        self._problems += self._report_filled_in_bulk()
        self._problems += self._report_padded_rows()
        self._flush()

    def _is_stored(self, column: RosterColumn) -> bool:
        return column.use is Use.KEPT or column.name == "primaryOrgSourcedId"

    def _records(self) -> Iterator[tuple[str | int, ...]]:
        rows = self._package.rows(self._file)
        _, names = next(rows, (1, []))
        header = read_header(self._file, names, self._problems, delta=self._delta)
        readers = [
            (header.places.get(c.name, -1), c, _remember(c), self._is_stored(c))
            for c in self._file.read
        ]
        width, id_at = header.width, header.id_place
        take = self._find_plain_row(header)
        for row, cells in rows:
            self._rows += 1
            if len(cells) != width and not self._fits(width, cells, row):
                yield from self._only_its_id(cells[id_at : id_at + 1], row)
            elif cells[id_at] == names[id_at] and header.is_repeated_by(cells):
                self._problems.append(self._header_again(row))
            elif taken := take(cells):
                yield (*taken, ACTIVE, row)
            elif record := self._record(header, readers, cells, row):
                yield record
            if len(self._problems) + len(self._doubts) > _AT_ONCE:
                self._flush()

    def _find_plain_row(self, header: Header) -> Callable[[list[str]], tuple[str, ...] | None]:
        """Return what takes a row as it stands if all its cells are plain, as most are."""
        columns = {column.name: _write_plain_pattern(column) for column in self._file.read}
        kept = list(columns)
        life = {STATUS: ACTIVE if self._delta else "", DATE_LAST_MODIFIED: ""}
        columns |= {name: word for name, word in life.items() if name in header.places}
        if self._stored < len(kept) or not columns.keys() <= header.places.keys():
            return lambda _: None
        look_at = itemgetter(*map(header.places.__getitem__, columns), *header.dropped)
        take = itemgetter(*map(header.places.__getitem__, kept))
        pattern = re.compile("\t".join([*columns.values(), *[""] * len(header.dropped)]))
        return lambda cells: take(cells) if pattern.fullmatch("\t".join(look_at(cells))) else None

    def _record(
        self, header: Header, readers: list[_Reader], cells: list[str], row: int
    ) -> tuple[str | int, ...] | None:
        """Return the row as it is stored; nothing when it is of no use."""
        status = self._status(header, cells, row)
        record: list[str | int] = []
        found: list[tuple[RosterColumn, str, Finding]] = []
        for at, column, read, stored in readers:
            value, finding = read(column, cells[at] if at >= 0 else "")
            if finding:
                found.append((column, cells[at].strip() if at >= 0 else "", finding))
            if stored:
                record.append(value)
            else:
                self._note(column.name, value)
        if any(map(cells.__getitem__, header.dropped)):
            self._dropped.columns.update(n for at, n in header.dropped.items() if cells[at])
        if found and not self._judge(record, status, row, found):
            return None
        if self._package.version == "1.1" and self._file.name == "users":
            self._derive_roles(str(record[0]), status, row)
        return (*record, status, row)

    def _flush(self) -> None:
        self._store.report(self._problems)
        self._problems.clear()
        self._store.fill("INSERT INTO doubt VALUES (?,?,?,?,?,?,?)", self._doubts)
        self._doubts.clear()
        self._store.fill(
            'INSERT INTO in_roles ("sourcedId", "userSourcedId", "roleType", "role", "beginDate",'
            ' "endDate", "orgSourcedId", status, row) VALUES (?,?,?,?,?,?,?,?,?)',
            self._roles,
        )
        self._roles.clear()

    # -- rows with another number of cells than the header -----------------------------------------

    def _fits(self, width: int, cells: list[str], row: int) -> bool:
        """Allow blank cells beyond the header if every row has as many; report any other number."""
        beyond = cells[width:]
        if beyond and not any(beyond):
            if self._rows == 1:
                self._padding, self._first_padded = len(beyond), row
            if len(beyond) == self._padding:
                self._padded += 1
                del cells[width:]
                return True
        self._problems.append(self._cell_count(width, len(cells), row))
        return False

    def _report_padded_rows(self) -> Iterator[Problem]:
        """Name rows with blank cells beyond the header when not every row has them."""
        if 0 < self._padded < self._rows:
            detail = f"{self._padded:,} of {self._rows:,} rows have them."
            where = {"file": self._file.csv, "row": self._first_padded, "detail": detail}
            yield report(package_problems.CELLS_BEYOND_HEADER, **where)

    def _cell_count(self, width: int, count: int, row: int) -> Problem:
        where = {"file": self._file.csv, "row": row, "detail": f"It has {count}."}
        return report(package_problems.CELL_COUNT, **where, width=width)

    def _only_its_id(self, id_: list[str], row: int) -> Iterator[tuple[str | int, ...]]:
        """Remember that the row is there, so that nothing that refers to it looks dangling."""
        if self._role_at < 0 and id_ and id_[0].strip():
            yield (id_[0].strip(), *[""] * (self._stored - 1), ACTIVE, row)

    def _header_again(self, row: int) -> Problem:
        return report(package_problems.HEADER_REPEATED, file=self._file.csv, row=row)

    # -- a row ------------------------------------------------------------------------------------

    def _judge(
        self, record: list[str | int], status: str, row: int,
        found: list[tuple[RosterColumn, str, Finding]],
    ) -> bool:  # fmt: skip
        """Report the problems of a row's cells; return whether the row is usable.

        Of a row that leaves only the sourcedId matters. Whether a person's cell matters depends on
        the person's roles, which may come later: it is in doubt until then.
        """
        needed = self._role_at < 0 or is_needed(self._file, str(record[self._role_at]))
        is_use = True
        for column, value, finding in found:
            if status == LEAVING and column.name != "sourcedId":
                continue
            one = as_problem(finding, column, self._file.csv, row, value)
            if finding.is_error and not needed:
                one, is_use = as_unneeded(one), False
            if finding.is_error and self._depends_on_roles(column):
                self._doubts.append(
                    (str(record[0]), row, column.name, one.code, one.value, one.reason, one.fix)
                )
            else:
                self._problems.append(one)
        return is_use

    def _depends_on_roles(self, column: RosterColumn) -> bool:
        """Get whether somebody else's row must say if the cell matters; 1.1 has the role here."""
        if self._file.name != "users" or column.name not in _BY_ROLE:
            return False
        in_place = column.name in ("orgSourcedIds", "role")
        return not (in_place and (is_needed(ROLES, self._role) or not self._role))

    def _status(self, header: Header, cells: list[str], row: int) -> str:
        """Return whether the row is in force or leaves; report what is odd about how it says so."""
        text, modified = header.cell(cells, STATUS), header.cell(cells, DATE_LAST_MODIFIED)
        if not (text or modified or self._delta):
            return ACTIVE
        word = plain_word(text) if text else ""
        if word in _LEAVING_WORDS and word != LEAVING:
            self._note_status(package_problems.STATUS_INACTIVE, text, row)
            return LEAVING
        if self._delta:
            if word not in (ACTIVE, LEAVING):
                self._note_status(package_problems.STATUS, text, row)
            return word
        return self._status_in_bulk(text, word, modified, row)

    def _status_in_bulk(self, text: str, word: str, modified: str, row: int) -> str:
        if word == LEAVING:
            self._note_status(package_problems.DELETED_IN_BULK, text, row)
        elif word not in ("", ACTIVE):
            self._note_status(package_problems.STATUS_IN_BULK, text, row)
        else:
            for name, value in ((STATUS, text), (DATE_LAST_MODIFIED, modified)):
                if value:
                    first_row, first, count = self._filled.get(name, (row, value, 0))
                    self._filled[name] = (first_row, first, count + 1)
        return ACTIVE

    def _report_filled_in_bulk(self) -> Iterator[Problem]:
        for name, (row, value, count) in self._filled.items():
            where = {"file": self._file.csv, "row": row, "column": name, "value": value}
            yield replace(
                report(package_problems.FILLED_IN_BULK, **where, name=name, count=count),
                count=count,
            )

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

    def _note_status(self, declared: FileProblem, value: str, row: int) -> None:
        where = {"file": self._file.csv, "row": row, "column": STATUS, "value": value}
        self._problems.append(report(declared, **where))


def as_unneeded(one: Problem) -> Problem:
    """Make an error a warning: nobody here needs the row, so nothing needs correcting."""
    reason = f"{one.reason} Plumbline does not use this row."
    return replace(one, severity=Severity.WARNING, reason=reason, fix=NOTHING_TO_DO)


def _remember(column: RosterColumn) -> Callable[[RosterColumn, str], tuple[str, Finding | None]]:
    """Return `read_cell`, which remembers its answers where values repeat."""
    read = _read_plain if column.content in (Content.TEXT, Content.ID) else read_cell
    if column.name in _UNREPEATED:
        return read
    seen: dict[str, tuple[str, Finding | None]] = {}

    def read_remembered(asked: RosterColumn, raw: str) -> tuple[str, Finding | None]:
        answer = seen.get(raw)
        if answer is None:
            answer = read(asked, raw)
            if len(seen) < _REMEMBERED:
                seen[raw] = answer
        return answer

    return read_remembered


def _write_plain_pattern(column: RosterColumn) -> str:
    known = "|".join(sorted(column.choices)) or _PLAIN_CELLS.get(column.content, _WORD)
    return f"(?:{known})" if column.required else f"(?:{known})?"


def _read_plain(asked: RosterColumn, raw: str) -> tuple[str, Finding | None]:
    return (raw, None) if _PLAIN(raw) else read_cell(asked, raw)
