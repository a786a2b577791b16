"""The team, its teachers and its classes: the rows of every table, in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from chalicelib.processes.scores import ClassScores
from chalicelib.teams.levels import Levels

from .counts import Sat, read
from .model import Subject, SubjectKind

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class ClassGroup:
    """Classes that one row sums up, in order of their ids."""

    subject: Subject
    sats: tuple[Sat, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    team: ClassGroup
    teachers: tuple[ClassGroup, ...]
    """By name, then id."""
    classes: tuple[ClassGroup, ...]
    """By teacher as above, then title and id."""

    def each(self, row: Callable[[ClassGroup], R]) -> tuple[R, tuple[R, ...], tuple[R, ...]]:
        """Make every row."""
        return row(self.team), tuple(map(row, self.teachers)), tuple(map(row, self.classes))


def groups(classes: Sequence[ClassScores], levels: Levels) -> Groups:
    sats = read(classes, levels)
    taught: dict[str, list[Sat]] = {}
    for sat in sats:
        taught.setdefault(sat.scores.teacher, []).append(sat)
    teachers = sorted(map(_teacher, taught.values()), key=lambda group: _by_name(group.subject))
    return Groups(
        ClassGroup(Subject(SubjectKind.TEAM, "", "", _ids(sats)), tuple(sats)),
        tuple(teachers),
        tuple(each for teacher in teachers for each in _classes(teacher)),
    )


def _teacher(sats: Sequence[Sat]) -> ClassGroup:
    first = sats[0].scores
    subject = Subject(
        SubjectKind.TEACHER,
        first.teacher,
        first.teacher_name,
        _ids(sats),
        teacher=first.teacher,
        teacher_name=first.teacher_name,
    )
    return ClassGroup(subject, tuple(sats))


def _classes(teacher: ClassGroup) -> list[ClassGroup]:
    every = [ClassGroup(subject_of(sat.scores), (sat,)) for sat in teacher.sats]
    return sorted(every, key=lambda group: _by_name(group.subject))


def subject_of(scores: ClassScores) -> Subject:
    return Subject(
        SubjectKind.CLASS,
        scores.school_class,
        scores.label,
        (scores.school_class,),
        scores.school,
        scores.teacher,
        scores.teacher_name,
    )


def _ids(sats: Sequence[Sat]) -> tuple[str, ...]:
    return tuple(sat.scores.school_class for sat in sats)


def _by_name(subject: Subject) -> tuple[str, str]:
    return subject.name.casefold(), subject.id


def name_of(scores: ClassScores, student: str) -> tuple[str, str]:
    """Return a student's family and given name; empty where none was kept."""
    return scores.names.get(student, ("", ""))


def name_key(family: str, given: str, student: str) -> tuple[str, str, str]:
    """Order students by name, whatever its case, and by id where names are the same."""
    return family.casefold(), given.casefold(), student
