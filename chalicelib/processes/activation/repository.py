"""An activation is one transaction: the sheet, the class's row, and that the process is open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chalicelib.processes.attachable_tests import refreshed
from chalicelib.processes.repository import (
    IS_OPEN,
    beginning,
    process_doc,
    schools_as_read,
    schools_text,
)
from chalicelib.processes.rows import UNSEALED, row_doc, row_item
from chalicelib.storage import keys
from chalicelib.storage.conditions import (
    MUST_NOT_EXIST,
    Put,
    Update,
    Write,
    attribute_is,
    version_is,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chalicelib.assessments.model import AssessmentHeader
    from chalicelib.processes.model import ClassRow, Process
    from chalicelib.processes.scores import Test
    from chalicelib.results.model import Roll


def row_write(
    district: str, process: str, before: ClassRow | None, after: ClassRow, roll: Roll, test: Test
) -> Write:
    """Give the write of a class's row, which must be as it was: a colleague activates as well."""
    key = keys.process_class(district, process, after.scores.school_class)
    item = row_item(after, roll)
    if before is None:
        return Put(key, item, MUST_NOT_EXIST)
    changes = {name: item[name] for name in ("doc", "who", test.value)}
    return Update(key, changes, condition=UNSEALED & attribute_is("doc", row_doc(before)))


def head_write(
    district: str, process: Process, test: Test, header: AssessmentHeader, schools: Iterable[str]
) -> Write:
    """Give what the process's head takes part with: it is open, and the test is still the one read.

    The first activation of a test fixes it, so it asks for the version, and writes what the process
    keeps of the test as that is now; later ones need not. `schools` are those of all its classes,
    this one included: the head says so, so that their administrators find it.
    """
    begun = beginning(district, process, test)
    known = {"schools": schools_text(schools)}
    if isinstance(begun, Update) and begun.condition:
        now = refreshed(process, {header.id: header})
        condition = begun.condition & version_is(process.version) & schools_as_read(process)
        changes = {**begun.set, "doc": process_doc(now), **known}
        return replace(begun, set=changes, condition=condition)
    if process.schools == frozenset(schools):
        return begun
    condition = IS_OPEN & schools_as_read(process)
    return Update(keys.process(district, process.id), known, condition=condition)
