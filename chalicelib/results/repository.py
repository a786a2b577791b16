"""The storage of result sheets: with their class, one item each; summaries in an index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib.compression import compress, decompress
from chalicelib.results import refusals
from chalicelib.storage import keys
from chalicelib.storage.conditions import (
    MUST_NOT_EXIST,
    Check,
    Put,
    Update,
    Write,
    attribute_missing,
    version_is,
)
from chalicelib.storage.keys import join, parts
from chalicelib.storage.optimistic import Overtaken
from chalicelib.storage.table import ConditionFailed, Failure, Table

from .codec import pack_rows, unpack_rows
from .model import Roll, Sheet
from .summary import SheetHead, summary_of

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.storage.attributes import Item

    from .ports import ProcessFeed

ROWS_LIMIT = 350_000
"""Bytes; an item of the table holds 400 KB."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A sheet in the list of all sheets of an assessment: its class, and the key that scored it."""

    school_class: str
    revision: int


@dataclass(frozen=True, slots=True)
class Saver:
    """The person who saved a version of a sheet, and the time."""

    person: str
    at: str


MOST_SAVERS = 100
"""Latest versions with a known saver, for the message to a person whose page is old."""


class SheetOvertaken(Overtaken):
    """Somebody saved the sheet meanwhile; `present` is as they left it."""

    def __init__(self, present: Sheet) -> None:
        """Keep the sheet as it is now."""
        super().__init__(present.id)
        self.present = present


class AssessmentMoved(Overtaken):
    """Data beside the sheet, such as the assessment, changed after it was read: read it again."""


class SheetRepository:
    """Result sheets."""

    def __init__(self, table: Table, processes: ProcessFeed | None = None) -> None:
        """Use this table; every save includes the writes that feed `processes`."""
        self._table = table
        self._processes = processes

    def get(self, district: str, school_class: str, assessment: str) -> Sheet | None:
        item = self._table.get(keys.sheet(district, school_class, assessment))
        return read_sheet(item) if item else None

    def savers(self, district: str, sheet: str) -> dict[int, Saver]:
        """Return who made the latest versions of a sheet, by version: one Query.

        Saves by release 0.3 are missing.
        """
        place = keys.history(district, sheet)
        found = self._table.query(place, limit=MOST_SAVERS, forward=False).items
        return {item["version"]: Saver(item["person"], parts(item["sk"])[0]) for item in found}

    def of_class(self, district: str, school_class: str) -> Iterator[Sheet]:
        """Read every sheet of a class: one Query."""
        start = keys.sheet(district, school_class, "")
        for page in self._table.pages(start.pk, begins=start.sk):
            yield from map(read_sheet, page)

    def count_of_class(self, district: str, school_class: str) -> int:
        """Count the sheets of a class: one Query."""
        start = keys.sheet(district, school_class, "")
        return sum(
            len(page)
            for page in self._table.pages(start.pk, begins=start.sk, attributes=("version",))
        )

    def many(self, district: str, classes: Sequence[str], assessment: str) -> Iterator[Sheet]:
        """Read the sheets of these classes on one assessment; those that do not exist are left out.

        A hundred a call.
        """
        wanted = [keys.sheet(district, each, assessment) for each in classes]
        yield from map(read_sheet, self._table.get_many(wanted).values())

    def lines(self, district: str, assessment: str) -> Iterator[list[SheetLine]]:
        """List the sheets of an assessment, by school and class: a list per 1 MB.

        From an index: sheets saved within the last second may be missing. `results.district` reads
        their sums.
        """
        place = keys.sheets(district, assessment)
        for page in self._table.summaries(place, attributes=("pk", "revision")):
            yield [_line(item) for item in page]

    def of_assessment(self, district: str, assessment: str) -> Iterator[Sheet]:
        """Read every sheet of an assessment, of whatever class: a hundred a call."""
        for lines in self.lines(district, assessment):
            yield from self.many(district, [line.school_class for line in lines], assessment)

    def save(
        self,
        act: Act,
        sheet: Sheet,
        also: Sequence[Write],
        shown: Any,
        roll: Roll | None = None,
    ) -> None:
        """Write a sheet and bring its totals to the processes it feeds, with the names of `roll`.

        Raises as `write`.
        """
        fed = self._processes.feed(act.district, sheet, roll) if self._processes else ()
        self.write(act, sheet, [*fed, *also], shown)

    def put(self, district: str, sheet: Sheet) -> Put:
        """Return the write of a sheet that must be at the version before."""
        return sheet_put(district, sheet)

    def write(self, act: Act, sheet: Sheet, also: Sequence[Write], shown: Any) -> None:
        """Write a sheet that must still be at the version before; `also` goes with it.

        Raises `SheetOvertaken` when somebody was faster, `AssessmentMoved` when a condition of
        `also` was false. A write of our own whose answer was lost counts as written.
        """
        put = sheet_put(act.district, sheet)
        try:
            self._table.commit([put, *also], act=act, subject=shown)
        except ConditionFailed as failed:
            if failed.first.index > 0:
                raise AssessmentMoved from failed
            if not all(map(_as_meant, failed.failures)):
                old = failed.first.old
                raise SheetOvertaken(read_sheet(old) if old else nothing_yet(sheet)) from failed


def sheet_put(district: str, sheet: Sheet) -> Put:
    """Return the write of a sheet, on the condition that it is at the version before."""
    rows, cells = pack_rows(sheet.scored, sheet.rows)
    if len(rows) + len(cells) > ROWS_LIMIT:
        raise refusals.SHEET_TOO_LARGE()
    item = {
        "version": sheet.version,
        "revision": sheet.scored.revision,
        "dated": sheet.dated,
        "tracker": sheet.tracker,
        "rows": rows,
        "cells": cells,
        "summary": compress(summary_of(sheet).serialize()),
    }
    if sheet.begun:
        item |= {
            "sum_pk": keys.sheets(district, sheet.assessment),
            "sum_sk": join(sheet.school, ""),
        }
    if sheet.feeds:
        item["feeds"] = list(sheet.feeds)
    if until := {each: day for each, day in sheet.until.items() if each in sheet.feeds}:
        item["until"] = until
    if sheet.rescaled:
        item["rescaled"] = sheet.rescaled
    if sheet.recent:
        item["recent"] = list(sheet.recent)
    condition = version_is(sheet.version - 1) if sheet.version > 1 else MUST_NOT_EXIST
    return Put(keys.sheet(district, sheet.school_class, sheet.assessment), item, condition)


def as_it_was(district: str, sheet: Sheet) -> Check:
    """Check that a sheet without results has none still, and that it feeds no process."""
    key = keys.sheet(district, sheet.school_class, sheet.assessment)
    unfed = attribute_missing("feeds")
    if sheet.begun:
        return Check(key, unfed)
    return Check(key, version_is(sheet.version) & unfed if sheet.version else MUST_NOT_EXIST)


def nothing_yet(sheet: Sheet) -> Sheet:
    """Return the sheet as it is before anybody saved it."""
    return Sheet(sheet.school_class, sheet.assessment)


def read_sheet(item: Item) -> Sheet:
    scored, rows = unpack_rows(item["rows"], item["cells"], item["revision"])
    head = SheetHead.read(decompress(item["summary"]))
    school_class, assessment = parts(item["pk"])[2], parts(item["sk"])[1]
    return Sheet(
        school_class=school_class,
        assessment=assessment,
        school=parts(item["sum_sk"])[0] if "sum_sk" in item else "",
        teacher=head.teacher,
        tracker=item["tracker"],
        distribution=head.distribution,
        given=head.given,
        enrolled=head.enrolled,
        steps=head.steps,
        scored=scored,
        rows=rows,
        version=item["version"],
        dated=item["dated"],
        feeds=tuple(item.get("feeds", ())),
        rescaled=item.get("rescaled", 0),
        until=item.get("until", {}),
        recent=tuple(item.get("recent", ())),
    )


def _line(item: Item) -> SheetLine:
    return SheetLine(parts(item["pk"])[2], item["revision"])


def _as_meant(failure: Failure) -> bool:
    """Return whether the stored content is the intended content.

    All that failed must be so: two people may well mean the same sheet.
    """
    write, old = failure.write, failure.old
    if old is None:
        return False
    if isinstance(write, Put):
        return {**write.item, "pk": write.key.pk, "sk": write.key.sk} == old
    return isinstance(write, Update) and all(old.get(k) == v for k, v in write.set.items())
