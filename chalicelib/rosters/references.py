"""Rules between rows: nothing twice, nothing dangling, nothing in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from chalicelib.findings.model import Problem, report
from chalicelib.rosters import record_problems

from .columns import Mode
from .dangling import as_unused, dangling
from .package import RosterPackage
from .store import RosterStore

CLASS_BYTES = 300_000
"""The most bytes that one class's list may take: the table holds items of 400 KB."""
MEMBERS = 35
"""As many people fit into that however long their names are, four bytes a letter."""

_TREES = (("orgs", "parentSourcedId", True), ("academicSessions", "parentSourcedId", False))
"""Table, column, and whether anything here climbs it."""
_SPANS = (
    ("academicSessions", "startDate", "endDate", 0),
    ("enrollments", "beginDate", "endDate", 1),
    ("roles", "beginDate", "endDate", 1),
)
"""Table, first day, end, and the days by which it can end before it begins. A student who never
came does so in exports that write the last day in class."""


def find_broken_rules(
    store: RosterStore, package: RosterPackage, unknown: frozenset[str]
) -> Iterator[Problem]:
    """Find everything wrong between rows of the resulting state.

    `unknown` names the tables that may be incomplete: references into them are taken on trust.
    """
    yield from _duplicates(store, package)
    yield from dangling(store, package, unknown)
    for table, column, is_used in _TREES:
        circles = _cycles(store, table, column)
        yield from circles if is_used else map(as_unused, circles)
    for span in _SPANS:
        yield from _find_reversed_spans(store, *span)
    yield from _find_oversized_classes(store)


def _duplicates(store: RosterStore, package: RosterPackage) -> Iterator[Problem]:
    for file in package.files:
        if package.mode(file.name) is Mode.ABSENT or f"distinct {file.name}" in store.noted:
            continue
        table = f"in_{file.name}"
        first = (
            f'SELECT "sourcedId" AS id, min(row) AS first FROM {table} WHERE "sourcedId" <> \'\''  # noqa: S608
            " GROUP BY 1 HAVING count(*) > 1"
        )
        question = (
            f'SELECT i.row, i."sourcedId", f.first FROM {table} i JOIN ({first}) f'  # noqa: S608
            ' ON f.id = i."sourcedId" WHERE i.row <> f.first ORDER BY i.row'
        )
        for row, value, earlier in store.rows(question):
            where = {"file": file.csv, "row": row, "column": "sourcedId", "value": value}
            detail = f"It is in row {earlier} too."
            yield report(record_problems.DUPLICATE_ID, **where, detail=detail, noun=file.noun)


# -- circles --------------------------------------------------------------------------------------


def _cycles(store: RosterStore, table: str, column: str) -> Iterator[Problem]:
    """Name every member of every circle of parents, once."""
    rows = {id_: (row, parent) for row, id_, parent in
            store.rows(f'SELECT row, "sourcedId", "{column}" FROM new_{table}')}  # noqa: S608 # fmt: skip
    finished: set[str] = set()
    for start in rows:
        path: dict[str, None] = {}
        here = start
        while here in rows and here not in finished and here not in path:
            path[here] = None
            here = rows[here][1]
        if here in path:
            names = list(path)
            yield from _circle(names[names.index(here) :], rows, table, column)
        finished.update(path)


def _circle(
    circle: list[str], rows: dict[str, tuple[int, str]], table: str, column: str
) -> Iterator[Problem]:
    shown = " > ".join([*circle[:10], "…"] if len(circle) > 10 else [*circle, circle[0]])  # noqa: PLR2004
    for id_ in circle:
        row, parent = rows[id_]
        where = {"file": f"{table}.csv", "row": row, "column": column, "value": parent}
        yield report(record_problems.CYCLE, **where, detail=f"The circle: {shown}.")


# -- the rest -------------------------------------------------------------------------------------


def _find_reversed_spans(
    store: RosterStore, table: str, start: str, end: str, most: int
) -> Iterator[Problem]:
    question = (
        f'SELECT row, "{start}", "{end}" FROM new_{table} WHERE row > 0 AND "{start}" <> \'\''  # noqa: S608
        f' AND "{end}" <> \'\' AND "{start}" > date("{end}", \'+{most} day\') ORDER BY row'
    )
    for row, first, last in store.rows(question):
        where = {"file": f"{table}.csv", "row": row, "column": end, "value": last}
        detail = f"It begins {first}."
        yield report(record_problems.DATES_REVERSED, **where, detail=detail)


def _find_oversized_classes(store: RosterStore) -> Iterator[Problem]:
    question = (
        'SELECT c.row, c."sourcedId", count(*) FROM new_enrollments e'
        ' JOIN new_users u ON u."sourcedId" = e."userSourcedId"'
        ' JOIN new_classes c ON c."sourcedId" = e."classSourcedId" WHERE e."classSourcedId" IN'
        ' (SELECT "classSourcedId" FROM new_enrollments GROUP BY 1 HAVING count(*) > ?)'
        ' GROUP BY c."sourcedId" HAVING sum(70 + length(CAST(u."sourcedId" AS BLOB))'
        ' + length(CAST(u."givenName" AS BLOB)) + length(CAST(u."familyName" AS BLOB))) > ?'
    )
    for row, id_, count in store.rows(question, (MEMBERS, CLASS_BYTES)):
        where = {"file": "classes.csv", "row": row, "column": "sourcedId", "value": id_}
        detail = f"There are {count:,}."
        yield report(record_problems.CLASS_TOO_LARGE, **where, detail=detail)
