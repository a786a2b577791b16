"""The changes that a package would make, per kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .columns import KINDS, STATE, RosterFile
from .store import RosterStore

EXAMPLES = 10
"""Records shown per kind and sort of change."""

_FILES = {file.name: file for file in STATE}
_LABELS = {
    "schools": '{0}."name"',
    "sessions": '{0}."title"',
    "courses": '{0}."title"',
    "classes": '{0}."title"',
    "users": (
        "coalesce(nullif({0}.\"preferredGivenName\", ''), {0}.\"givenName\") || ' ' ||"
        ' coalesce(nullif({0}."preferredFamilyName", \'\'), {0}."familyName")'
    ),
    "enrollments": '{0}."userSourcedId" || \' in \' || {0}."classSourcedId"',
}


@dataclass(frozen=True, slots=True)
class RosterKindDiff:
    """How many of a kind there were, come, change and leave; a few of each."""

    before: int
    added: int
    changed: int
    dropped: int
    examples: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many records differ."""
        return self.added + self.changed + self.dropped


def note_changes(store: RosterStore) -> None:
    """Note the sourcedIds of the records that come, change or leave, in a table for each file."""
    if "changes" in store.noted:
        return
    for file in STATE:
        differs = " OR ".join(f'n."{name}" <> o."{name}"' for name in file.kept[1:])
        store.note(f"changed_{file.name}")
        for one, other, rest in (("n", "o", f" OR {differs}"), ("o", "n", "")):
            tables = {"n": f"new_{file.name} n", "o": f"old_{file.name} o"}
            store.run(
                f'INSERT INTO changed_{file.name} SELECT {one}."sourcedId" FROM {tables[one]}'  # noqa: S608
                f' LEFT JOIN {tables[other]} ON {_SAME_ID} WHERE {other}."sourcedId" IS NULL{rest}'
            )
    store.noted.add("changes")


def differences(store: RosterStore) -> dict[str, RosterKindDiff]:
    """Compare the old state with the new one."""
    note_changes(store)
    changes = {kind: _compare(store, kind, _FILES[table]) for kind, table in KINDS.items()}
    return changes | {"roles": _compare_roles(store)}


def _compare_roles(store: RosterStore) -> RosterKindDiff:
    """Compare who is what where; a role's own sourcedId means nothing to anybody."""
    what = '"userSourcedId", "role", "orgSourcedId", "roleType", "beginDate", "endDate"'
    store.note("regarded")
    for generation in ("old", "new"):
        store.run(
            f'INSERT OR IGNORE INTO regarded SELECT "userSourcedId" FROM {generation}_roles'  # noqa: S608
            ' WHERE "sourcedId" IN (SELECT id FROM changed_roles)'
        )
    sides = {"added": ("new", "old"), "dropped": ("old", "new")}
    examples, counts = {}, {}
    for sort, sources in sides.items():
        only = " EXCEPT ".join(
            f'SELECT {what} FROM {each}_roles WHERE "userSourcedId" IN (SELECT id FROM regarded)'  # noqa: S608
            for each in sources
        )
        counts[sort] = store.one(f"SELECT count(*) FROM ({only})")  # noqa: S608
        if counts[sort]:
            rows = store.rows(f"{only} ORDER BY 1, 2, 3 LIMIT {EXAMPLES}")
            examples[sort] = [
                {"id": user, "label": f"{role} at {org}"} for user, role, org, *_ in rows
            ]
    before = store.one(f"SELECT count(*) FROM (SELECT DISTINCT {what} FROM old_roles)")  # noqa: S608
    return RosterKindDiff(before, counts["added"], 0, counts["dropped"], examples)


def role_losses(store: RosterStore) -> tuple[int, int]:
    """Count the roles (person at an organization) that leave while the person stays; and all."""
    pair = '"userSourcedId", "orgSourcedId"'
    lost = store.one(
        f"SELECT count(*) FROM (SELECT {pair} FROM old_roles EXCEPT SELECT {pair} FROM new_roles)"  # noqa: S608
        ' WHERE "userSourcedId" IN (SELECT "sourcedId" FROM new_users)'
    )
    return lost, store.one(f"SELECT count(*) FROM (SELECT DISTINCT {pair} FROM old_roles)")  # noqa: S608


def _compare(store: RosterStore, kind: str, file: RosterFile) -> RosterKindDiff:
    sorts = {
        "added": _build_added_query(kind, file),
        "changed": _build_changed_query(kind, file),
        "dropped": _build_dropped_query(kind, file),
    }
    examples: dict[str, list[dict[str, Any]]] = {}
    counts = {}
    for sort, (columns, rest) in sorts.items():
        counts[sort] = store.one(f"SELECT count(*) {rest}")
        if counts[sort]:
            rows = store.rows(f"SELECT {columns} {rest} ORDER BY 1 LIMIT {EXAMPLES}")
            examples[sort] = list(_examples(rows, file))
    return RosterKindDiff(store.count(f"old_{file.name}"), **counts, examples=examples)


def _build_added_query(kind: str, file: RosterFile) -> tuple[str, str]:
    rest = f'FROM changed_{file.name} CROSS JOIN new_{file.name} n ON n."sourcedId" = id WHERE NOT EXISTS (SELECT 1 FROM old_{file.name} o WHERE {_SAME_ID})'  # noqa: S608,E501
    return f'n."sourcedId", {_label(kind, "n")}', rest


def _build_dropped_query(kind: str, file: RosterFile) -> tuple[str, str]:
    rest = f'FROM changed_{file.name} CROSS JOIN old_{file.name} o ON o."sourcedId" = id WHERE NOT EXISTS (SELECT 1 FROM new_{file.name} n WHERE {_SAME_ID})'  # noqa: S608,E501
    return f'o."sourcedId", {_label(kind, "o")}', rest


def _build_changed_query(kind: str, file: RosterFile) -> tuple[str, str]:
    """A record is changed when a kept column differs; the columns are named."""
    names = file.kept[1:]
    flags = ", ".join(f'n."{name}" <> o."{name}"' for name in names)
    rest = (
        f'FROM changed_{file.name} CROSS JOIN new_{file.name} n ON n."sourcedId" = id'
        f' CROSS JOIN old_{file.name} o ON o."sourcedId" = id'
    )
    return f'n."sourcedId", {_label(kind, "n")}, {flags}', rest


_SAME_ID = 'n."sourcedId" = o."sourcedId"'


def _label(kind: str, alias: str) -> str:
    return _LABELS[kind].format(alias)


def _examples(rows: Iterator[tuple[Any, ...]], file: RosterFile) -> Iterator[dict[str, Any]]:
    for id_, label, *flags in rows:
        columns = [name for name, differs in zip(file.kept[1:], flags, strict=False) if differs]
        yield {"id": id_, "label": label} | ({"columns": columns} if columns else {})
