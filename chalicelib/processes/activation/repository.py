"""An activation is one transaction: the sheet, the class's row, and that the process is open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chalicelib.processes.attached_tests.rules import refresh_tests
from chalicelib.processes.class_rows.totals import UNSEALED, row_doc, row_item
from chalicelib.processes.repository import (
    IS_OPEN,
    activations_as_read,
    activators_as_read,
    activators_text,
    beginning,
    require_begun_as_read,
    schools_as_read,
    schools_text,
    write_begun,
)
from chalicelib.storage import keys
from chalicelib.storage.conditions import (
    MUST_NOT_EXIST,
    Delete,
    Put,
    Update,
    Write,
    attribute_is,
    version_is,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from chalicelib.assessments.model import AssessmentHeader
    from chalicelib.processes.model import ClassRow, Process, ProcessSnapshot
    from chalicelib.processes.scores import ProcessTest
    from chalicelib.results.model import Roll

ONE_MORE = {"activations": 1}


def row_write(
    district: str,
    process: str,
    before: ClassRow | None,
    after: ClassRow,
    roll: Roll,
    test: ProcessTest,
) -> Write:
    """Return the write of a class's row, which must be as it was: a colleague activates as well."""
    key = keys.process_class(district, process, after.scores.school_class)
    item = row_item(after, roll)
    if before is None:
        return Put(key, item, MUST_NOT_EXIST)
    changes = {name: item[name] for name in ("doc", "who", test.value)}
    return Update(key, changes, condition=UNSEALED & attribute_is("doc", row_doc(before)))


def head_write(
    district: str,
    process: Process,
    test: ProcessTest,
    header: AssessmentHeader,
    schools: Iterable[str],
    activators: Mapping[ProcessTest, frozenset[str]],
) -> Write:
    """Return the head's write of an activation: it must be open, with the same test as was read.

    The first activation of a test fixes it. So it checks the version, and writes the process's copy
    of the test as it is now; later ones need not. `schools` and `activators` are those of all its
    classes, this one included: by the head administrators find it, and see who has not begun. The
    head counts each activation, so that undoing the last one misses none.
    """
    begun = beginning(district, process, test)
    known = {"schools": schools_text(schools), "activators": activators_text(activators)}
    as_read = schools_as_read(process) & activators_as_read(process)
    if isinstance(begun, Update) and begun.condition:
        now = refresh_tests(process, {header.id: header})
        condition = begun.condition & version_is(process.version) & as_read
        changes = {**begun.set, "doc": now.model_dump_json(), **known}
        return replace(begun, set=changes, raise_by=ONE_MORE, condition=condition)
    key = keys.process(district, process.id)
    condition = IS_OPEN & require_begun_as_read(process) & as_read
    same = process.schools == frozenset(schools) and process.activators == activators
    changed = {} if same else known
    return Update(key, changed, raise_by=ONE_MORE, condition=condition)


def head_without(
    district: str,
    process: Process,
    begun: Iterable[str],
    schools: Iterable[str],
    activators: Mapping[ProcessTest, frozenset[str]],
) -> Update:
    """Return the write of a process's head when an activation is undone.

    `begun`, `schools` and `activators` are what the other classes leave of it. No class was given a
    test, and none gave one back, since the process was read; and it is open.
    """
    condition = IS_OPEN & version_is(process.version) & require_begun_as_read(process)
    condition = condition & schools_as_read(process) & activations_as_read(process)
    condition = condition & activators_as_read(process)
    changes = {
        "begun": write_begun(begun),
        "schools": schools_text(schools),
        "activators": activators_text(activators),
    }
    key = keys.process(district, process.id)
    return Update(key, changes, raise_by=ONE_MORE, condition=condition)


def row_removal(
    district: str, process: str, before: ClassRow, after: ClassRow | None, test: ProcessTest
) -> Write:
    """Return the write by which a class's row, which must be as it was, loses a test."""
    key = keys.process_class(district, process, before.scores.school_class)
    condition = UNSEALED & attribute_is("doc", row_doc(before))
    if after is None:
        return Delete(key, condition)
    return Update(key, {"doc": row_doc(after)}, remove=(test.value,), condition=condition)


def goal_removal(district: str, opened: ProcessSnapshot, school_class: str) -> list[Write]:
    """Return the writes that remove the goal of a class that leaves a process, if it has one."""
    if school_class not in opened.goals:
        return []
    _, version = opened.goals[school_class]
    key = keys.process_goal(district, opened.id, school_class)
    return [Delete(key, version_is(version))]
