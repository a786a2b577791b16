"""Rules between rows: nothing twice, nothing dangling, nothing in a circle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from .cells import split_ids
from .columns import STATE, Content, Mode
from .package import Package
from .problems import Problem, error, warning
from .state import STAFF_ROLES, modes
from .store import Store

CLASS_BYTES = 300_000
"""What one class's list may take: the table holds items of 400 KB."""

_NOUNS = {file.name: file.noun for file in STATE}
_TREES = (("orgs", "parentSourcedId"), ("academicSessions", "parentSourcedId"))
_SPANS = (("academicSessions", "startDate", "endDate"), ("enrollments", "beginDate", "endDate"),
          ("roles", "beginDate", "endDate"))  # fmt: skip
_STAFF = ", ".join(f"'{role}'" for role in STAFF_ROLES)


def broken_rules(store: Store, package: Package, unknown: frozenset[str]) -> Iterator[Problem]:
    """Find everything wrong between rows of the resulting state.

    `unknown` names the tables that may be incomplete: references into them are taken on trust.
    """
    yield from _duplicates(store, package)
    yield from _orphans(store, package, unknown)
    for table, column in _TREES:
        yield from _cycles(store, table, column)
    for table, start, end in _SPANS:
        yield from _reversed_spans(store, table, start, end)
    yield from _shared_sign_in_names(store)
    yield from _oversized_classes(store)
    if "roles" not in unknown:
        yield from _people_without_role(store)


def _duplicates(store: Store, package: Package) -> Iterator[Problem]:
    for file in package.files:
        if package.mode(file.name) is Mode.ABSENT:
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
            reason = f"The sourcedId of row {earlier} again: it can name one {file.noun} only."
            where = {"file": file.csv, "row": row, "column": "sourcedId", "value": value}
            yield error("duplicate-id", reason, "Keep one of the rows.", **where)


# -- references -----------------------------------------------------------------------------------


def _orphans(store: Store, package: Package, unknown: frozenset[str]) -> Iterator[Problem]:
    for file in STATE:
        for column in file.columns:
            target = column.refers
            if not target or target in unknown:
                continue
            if column.content is Content.IDS:
                found = _dangling_in_lists(store, file.name, column.name, target)
            elif column.name == "primaryOrgSourcedId":
                found = _dangling(store, f"in_{file.name}", column.name, target)
            else:
                found = _dangling(store, f"new_{file.name}", column.name, target)
            yield from _explain(store, package, file.name, column.name, target, found)


def _dangling(store: Store, table: str, column: str, target: str) -> Iterator[tuple[int, str, str]]:
    """Give row, sourcedId and value of references to what is not there."""
    alive = "AND status = 'active'" if table.startswith("in_") else ""
    question = (
        f'SELECT row, "sourcedId", "{column}" FROM {table} WHERE "{column}" <> \'\' {alive} AND'  # noqa: S608
        f' "{column}" NOT IN (SELECT "sourcedId" FROM new_{target}) ORDER BY row'
    )
    yield from store.rows(question)


def _dangling_in_lists(
    store: Store, table: str, column: str, target: str
) -> Iterator[tuple[int, str, str]]:
    known = {id_ for (id_,) in store.rows(f'SELECT "sourcedId" FROM new_{target}')}  # noqa: S608
    question = f'SELECT row, "sourcedId", "{column}" FROM new_{table} ORDER BY row'  # noqa: S608
    for row, id_, value in store.rows(question):
        for one in split_ids(value):
            if one not in known:
                yield row, id_, one


def _explain(
    store: Store, package: Package, table: str, column: str, target: str,
    found: Iterator[tuple[int, str, str]],
) -> Iterator[Problem]:  # fmt: skip
    """Blame the row that points at nothing, or the one that leaves while it is pointed at."""
    still_needed: dict[str, list[str]] = defaultdict(list)
    for row, id_, value in list(found):
        if row:
            yield _orphan(package, table, column, target, row, value)
        else:
            still_needed[value].append(id_)
    for value, users in still_needed.items():
        yield _cannot_leave(store, package, table, target, value, users)


def _orphan(
    package: Package, table: str, column: str, target: str, row: int, value: str
) -> Problem:
    file, field = _as_arrived(package, table, column)
    noun = _NOUNS[target]
    reason = f"There is no {noun} with this sourcedId, neither in {target}.csv nor from before."
    fix = f"Add the {_NOUNS[target]} to {target}.csv, or correct or remove this row."
    where = {"file": f"{file}.csv", "row": row, "column": field, "value": value}
    return error("orphan", reason, fix, **where)


def _as_arrived(package: Package, table: str, column: str) -> tuple[str, str]:
    """Name the place as the package has it: 1.1 keeps roles in users.csv."""
    if package.version == "1.1" and table == "roles":
        return "users", {"orgSourcedId": "orgSourcedIds", "userSourcedId": "sourcedId"}[column]
    return table, column


def _cannot_leave(
    store: Store, package: Package, table: str, target: str, value: str, users: list[str]
) -> Problem:
    row = 0
    if modes(package)[target] is not Mode.ABSENT:
        asked = f'SELECT coalesce(min(row), 0) FROM in_{target} WHERE "sourcedId" = ?'  # noqa: S608
        row = store.one(asked, (value,))
    count, noun = len(users), _NOUNS[table]
    reason = (
        f"This {_NOUNS[target]} leaves, but {count:,} {noun} record(s) that stay refer to it "
        f"(the first: {users[0]})."
    )
    fix = f"Send {table}.csv with the change too, or keep the {_NOUNS[target]}."
    where: dict[str, Any] = {
        "file": f"{target}.csv",
        "row": row,
        "column": "sourcedId",
        "value": value,
    }
    return error("still-referenced", reason, fix, **where)


# -- circles --------------------------------------------------------------------------------------


def _cycles(store: Store, table: str, column: str) -> Iterator[Problem]:
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
        reason = f"These lie in a circle, each above the next: {shown}."
        fix = "Correct one of the parents; the topmost has none."
        where = {"file": f"{table}.csv", "row": row, "column": column, "value": parent}
        yield error("cycle", reason, fix, **where)


# -- the rest -------------------------------------------------------------------------------------


def _reversed_spans(store: Store, table: str, start: str, end: str) -> Iterator[Problem]:
    question = (
        f'SELECT row, "{start}", "{end}" FROM new_{table} WHERE row > 0 AND "{start}" <> \'\''  # noqa: S608
        f' AND "{end}" <> \'\' AND "{start}" > "{end}" ORDER BY row'
    )
    for row, first, last in store.rows(question):
        reason = f"It ends before it begins ({first})."
        where = {"file": f"{table}.csv", "row": row, "column": end, "value": last}
        yield error("dates-reversed", reason, "Correct one of the two dates.", **where)


def _shared_sign_in_names(store: Store) -> Iterator[Problem]:
    """Two people of the staff with one sign-in name: who signs in would be anybody's guess."""
    question = (
        'SELECT row, "sourcedId", username FROM new_users WHERE "enabledUser" = \'true\''  # noqa: S608
        ' AND username <> \'\' AND "sourcedId" IN (SELECT "userSourcedId" FROM new_roles'
        f" WHERE role IN ({_STAFF})) ORDER BY row"
    )
    first: dict[str, str] = {}
    for row, id_, username in store.rows(question):
        other = first.setdefault(username.lower(), id_)
        if other != id_:
            reason = f"{other} has the same sign-in name: who signs in would not be certain."
            where = {"file": "users.csv", "row": row, "column": "username", "value": username}
            fix = "Give each person an own username, or keep one record of a person."
            yield error("username-twice", reason, fix, **where)


def _oversized_classes(store: Store) -> Iterator[Problem]:
    question = (
        'SELECT c.row, c."sourcedId", count(*) FROM new_enrollments e'
        ' JOIN new_users u ON u."sourcedId" = e."userSourcedId"'
        ' JOIN new_classes c ON c."sourcedId" = e."classSourcedId"'
        ' GROUP BY c."sourcedId" HAVING sum(70 + length(CAST(u."sourcedId" AS BLOB))'
        ' + length(CAST(u."givenName" AS BLOB)) + length(CAST(u."familyName" AS BLOB))) > ?'
    )
    for row, id_, count in store.rows(question, (CLASS_BYTES,)):
        reason = f"{count:,} people are in this class: more than one class list can hold."
        where = {"file": "classes.csv", "row": row, "column": "sourcedId", "value": id_}
        yield error("class-too-large", reason, "Divide it into smaller classes.", **where)


def _people_without_role(store: Store) -> Iterator[Problem]:
    question = (
        "SELECT count(*), coalesce(min(row), 0), coalesce(min(\"sourcedId\"), '') FROM new_users"
        ' WHERE row > 0 AND "sourcedId" NOT IN (SELECT "userSourcedId" FROM new_roles)'
    )
    count, row, id_ = next(store.rows(question))
    if count:
        reason = (
            f"{count:,} people have no role (one of them: {id_}): they cannot sign in or be listed."
        )
        fix = "Give each a role in roles.csv, where the roster is kept."
        yield warning("without-role", reason, fix, file="users.csv", row=row, column="sourcedId")
