"""Names of students in a table: their ids help where names are missing or equal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any


def name_students(students: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return each student's name by id; names that are equal have the id behind them.

    >>> ada = {"family_name": "Zimmer", "given_name": "Ada"}
    >>> nobody = {"family_name": "", "given_name": ""}
    >>> name_students([{"student_id": "s1", **ada}, {"student_id": "s2", **nobody}])
    {'s1': 'Zimmer, Ada', 's2': 's2'}
    >>> name_students([{"student_id": "s1", **ada}, {"student_id": "s2", **ada}])
    {'s1': 'Zimmer, Ada (s1)', 's2': 'Zimmer, Ada (s2)'}
    """
    names = {each["student_id"]: _join_names(each) for each in students}
    known = Counter(names.values())
    return {
        student: f"{name} ({student})" if name and known[name] > 1 else name or student
        for student, name in names.items()
    }


def _join_names(student: Mapping[str, Any]) -> str:
    return ", ".join(filter(None, (student["family_name"], student["given_name"])))
