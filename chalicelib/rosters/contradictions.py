"""Statements about people that are impossible or unusable: named once, never guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from chalicelib.errors import FileProblem
from chalicelib.findings.model import Problem, Severity, problem, report
from chalicelib.rosters import record_problems

from .dangling import ID_DIFFERS
from .joining import find_shared_sign_in_names
from .staging import as_unneeded
from .state import SOMEBODY, STAFF, students_only
from .store import RosterStore

_ADDRESS = re.compile(r"[^@\s,;<>\"()\[\]:]+@[^@\s,;<>\"()\[\]:.]+(?:\.[^@\s,;<>\"()\[\]:.]+)+")
_LOGIN_LETTERS = "LMSNP"
"""Unicode categories that the user pool takes in a sign-in name: no spaces, nothing unseen."""


def contradictions(store: RosterStore, *, roles_known: bool, joins: bool) -> Iterator[Problem]:
    """Find what is contradictory or unusable about people; addresses that are none go.

    `joins` says that records of one person are joined by their sign-in name.
    """
    yield from _settle_doubts(store)
    yield from find_shared_sign_in_names(store, joins=joins)
    yield from _unusable_sign_in_names(store)
    yield from _forget_no_addresses(store)
    yield from _two_primary_teachers(store)
    if roles_known:
        yield from _find_enrollments_against_roles(store)
        yield from _people_without_role(store)


def _settle_doubts(store: RosterStore) -> Iterator[Problem]:
    """Decide by the person's roles whether a cell of users.csv had to be right.

    A sign-in name decides about sign-in; everything else decides about names on screen.
    """
    staff = f'"user" IN ({SOMEBODY})'
    question = (
        f'SELECT line, field, code, value, reason, fix, {staff}, {staff} OR "user" IN'  # noqa: S608
        " (SELECT \"userSourcedId\" FROM new_roles WHERE role = 'student' UNION"
        ' SELECT "userSourcedId" FROM new_enrollments) FROM doubt ORDER BY line'
    )
    for row, column, code, value, reason, fix, signs_in, is_shown in store.rows(question):
        where = {"file": "users.csv", "row": row, "column": column, "value": value}
        found = problem(Severity.ERROR, code, reason, fix, **where)
        if column == "username" and is_shown and not signs_in:
            yield _no_sign_in_name(found)
        else:
            yield found if signs_in or is_shown else as_unneeded(found)


def _no_sign_in_name(found: Problem) -> Problem:
    reason = f"{found.reason} Students do not sign in, so this is no problem."
    return replace(found, severity=Severity.WARNING, reason=reason, fix="Nothing to do.")


def _unusable_sign_in_names(store: RosterStore) -> Iterator[Problem]:
    question = (
        f'SELECT row, username FROM new_users WHERE row > 0 AND "sourcedId" IN ({SOMEBODY})'  # noqa: S608
        " ORDER BY row"
    )
    for row, name in store.rows(question):
        if all(unicodedata.category(letter)[0] in _LOGIN_LETTERS for letter in name):
            continue
        where = {"file": "users.csv", "row": row, "column": "username", "value": name}
        yield report(record_problems.SIGN_IN_NAME, **where)


def _forget_no_addresses(store: RosterStore) -> Iterator[Problem]:
    """Addresses that are none get no mail: they are named and not kept."""
    gone = []
    question = "SELECT row, \"sourcedId\", email FROM new_users WHERE email <> '' ORDER BY row"
    for row, id_, address in store.rows(question):
        if _ADDRESS.fullmatch(address):
            continue
        gone.append((id_,))
        if row:
            where = {"file": "users.csv", "row": row, "column": "email", "value": address}
            yield report(record_problems.NO_ADDRESS, **where)
    store.fill("UPDATE new_users SET email = '' WHERE \"sourcedId\" = ?", gone)


def _two_primary_teachers(store: RosterStore) -> Iterator[Problem]:
    """A class has one primary teacher at a time; two teachers can be it one after the other."""
    question = (
        'SELECT "classSourcedId", row, "userSourcedId", "beginDate", "endDate" FROM new_enrollments'
        " WHERE role = 'teacher' AND \"primary\" = 'true' ORDER BY 1, 4, 5, 3"
    )
    for class_, rows in groupby(store.rows(question), itemgetter(0)):
        if row := _overlap(list(rows)):
            where = {"file": "enrollments.csv", "row": row, "column": "primary", "value": class_}
            yield report(record_problems.TWO_PRIMARY_TEACHERS, **where)


def _overlap(rows: list[tuple[Any, ...]]) -> int:
    """Return the row of a second person whose time begins before the first one's ends."""
    for number, (_, _, person, _, ends) in enumerate(rows):
        for _, row, other, begins, _ in rows[number + 1 :]:
            if other != person and (not ends or begins < ends) and row:
                return int(row)
    return 0


def _find_enrollments_against_roles(store: RosterStore) -> Iterator[Problem]:
    teachers = (
        "SELECT row, \"userSourcedId\" FROM new_enrollments WHERE row > 0 AND role = 'teacher' AND"  # noqa: S608
        f' "userSourcedId" IN ({students_only("new")}) ORDER BY row'
    )
    yield from _warn(record_problems.STUDENT_AS_TEACHER, store.rows(teachers))
    students = (
        "SELECT row, \"userSourcedId\" FROM new_enrollments WHERE row > 0 AND role = 'student' AND"  # noqa: S608
        f' "userSourcedId" IN (SELECT "userSourcedId" FROM new_roles WHERE role IN ({STAFF})'
        " EXCEPT SELECT \"userSourcedId\" FROM new_roles WHERE role = 'student') ORDER BY row"
    )
    yield from _warn(record_problems.STAFF_AS_STUDENT, store.rows(students))


def _warn(declared: FileProblem, rows: Iterator[Any]) -> Iterator[Problem]:
    for row, value in rows:
        where = {"file": "enrollments.csv", "row": row, "column": "role", "value": value}
        yield report(declared, **where)


def _people_without_role(store: RosterStore) -> Iterator[Problem]:
    """Where roles name people in another spelling, that is the problem, and it is known."""
    if (Severity.ERROR, ID_DIFFERS) in store.problem_counts:
        return
    question = (
        'SELECT row, "sourcedId" FROM new_users WHERE row > 0 AND "enabledUser" <> \'\' AND'
        ' "sourcedId" NOT IN (SELECT "userSourcedId" FROM new_roles) ORDER BY row'
    )
    for row, id_ in store.rows(question):
        where = {"file": "users.csv", "row": row, "column": "sourcedId", "value": id_}
        yield report(record_problems.WITHOUT_ROLE, **where)
