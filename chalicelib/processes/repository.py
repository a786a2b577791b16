"""Where processes are kept: one partition each, which one query opens."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from chalicelib.errors import stale
from chalicelib.request_cache import read_once
from chalicelib.storage import keys
from chalicelib.storage.conditions import (
    MUST_NOT_EXIST,
    Check,
    Condition,
    Put,
    Update,
    Write,
    attribute_is,
    attribute_missing,
    version_is,
)
from chalicelib.storage.keys import Key, join, parts
from chalicelib.storage.table import ConditionFailed, Table

from .class_rows.names import add_school_names
from .class_rows.totals import read_row
from .model import Process, ProcessReport, ProcessSnapshot
from .moves import OPEN, ProcessState
from .scores import ProcessTest

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.storage.attributes import Item
    from chalicelib.teams.model import Team

    from .ports import SchoolDirectory

_PAGE = 100

IS_OPEN = Condition(
    "is_open",
    " OR ".join(f"#state = :open{n}" for n, _ in enumerate(sorted(OPEN))),
    {"#state": "state"},
    {f":open{n}": state.value for n, state in enumerate(sorted(OPEN))},
)
"""People still work on the process."""


class ProcessRepository:
    """Mastery Processes."""

    def __init__(self, table: Table, schools: Callable[[], SchoolDirectory] | None = None) -> None:
        """Use this table; schools' names tell classes with the same title apart."""
        self._table = table
        self._schools = schools

    # -- reading ----------------------------------------------------------------------------------

    def open(self, district: str, process: str, day: str = "") -> ProcessSnapshot | None:
        """Read a whole process as it is on a day: one Query, up to 1 MB a call.

        One more for the schools' names, where two classes at different schools have the same title
        and the process is not locked: the lock keeps what they are called. For one page of the
        console it is read once.
        """
        read = partial(self._open, district, process, day)
        return read_once(("process", district, process, day), read)

    def _open(self, district: str, process: str, day: str) -> ProcessSnapshot | None:
        key = keys.process(district, process)
        items = [item for page in self._table.pages(key.pk) for item in page]
        opened = _read_snapshot(items, day)
        if opened is None or opened.process.state == ProcessState.LOCKED:
            return opened
        return replace(
            opened, rows=add_school_names(opened.rows, partial(self._school_names, district))
        )

    def _school_names(self, district: str) -> Mapping[str, str]:
        return self._schools().school_names(district) if self._schools else {}

    def head(self, district: str, process: str) -> Process | None:
        """Read a process without its parts."""
        item = self._table.get(keys.process(district, process))
        return read_process(item) if item else None

    def of_team(self, district: str, team: str) -> list[Process]:
        """Read the heads of a team's processes, the newest first."""
        return self.heads(district, reversed(self.pointers(district, team)))

    def open_heads(self, district: str, team: str) -> list[Process]:
        """Read the heads of a team's open processes, the newest first."""
        return [head for head in self.of_team(district, team) if head.is_open]

    def pointers(self, district: str, team: str) -> list[str]:
        """Name a team's processes, the oldest first; those that were discarded are left out."""
        start = keys.team_process(district, team, "")
        pages = self._table.pages(start.pk, begins=start.sk)
        return [parts(item["sk"])[1] for page in pages for item in page]

    def heads(self, district: str, processes: Iterable[str]) -> list[Process]:
        """Read these heads, in this order; those that do not exist are left out."""
        wanted = [keys.process(district, each) for each in processes]
        found = self._table.get_many(wanted)
        return [read_process(found[key]) for key in wanted if key in found]

    def in_state(
        self, district: str, state: ProcessState, after: Sequence[str] | None
    ) -> Iterator[Process]:
        """Yield the heads of a district's processes in a state, the newest first, behind `after`.

        `after` is the creation and the id of the one before. Eventually consistent.
        """
        behind: tuple[str, Key] | None = None
        if after:
            behind = (join(state, *after), keys.process(district, after[1]))
        begins = f"{state}#"
        while True:
            items = self._table.listing(
                keys.processes(district), begins=begins, after=behind, limit=_PAGE, forward=False
            )
            yield from map(read_process, items)
            if len(items) < _PAGE:
                return
            last = items[-1]
            behind = (last["list_sk"], Key(last["pk"], last["sk"]))

    def schools_of(self, district: str, process: str) -> frozenset[str]:
        """Read the schools of a process's classes from their rows: one Query."""
        start = keys.process_class(district, process, "")
        pages = self._table.pages(start.pk, begins=start.sk, attributes=("doc",))
        return frozenset(json.loads(item["doc"])["school"] for page in pages for item in page)

    def activators_of(self, district: str, process: str) -> dict[ProcessTest, frozenset[str]]:
        """Read from its rows who gave each test of a process to a class: one Query."""
        start = keys.process_class(district, process, "")
        pages = self._table.pages(start.pk, begins=start.sk, attributes=("doc",))
        return activators_in(json.loads(item["doc"]) for page in pages for item in page)

    def read_kept_schools(self, district: str) -> dict[str, frozenset[str]]:
        """Read the schools of processes of before 0.4, as far as they are written down."""
        pages = self._table.pages(keys.process_schools(district, "").pk)
        return {
            parts(item["sk"])[0]: read_schools(item["schools"]) for page in pages for item in page
        }

    def keep_schools(self, district: str, process: str, schools: frozenset[str]) -> None:
        """Write down the schools of a process of before 0.4, which itself stays as it is."""
        item = {"schools": schools_text(schools)}
        self._table.commit([Put(keys.process_schools(district, process), item)])

    # -- writing ----------------------------------------------------------------------------------

    def create(
        self, act: Act, process: Process, also: Sequence[Write], team: Team, shown: Any = None
    ) -> None:
        """Write a new process, if the team is still as it was read; `also` goes with it.

        Raises `Stale`; `ConditionFailed` where only a condition of `also` was false.
        """
        writes = creation(act.district, process, also, team)
        try:
            self._table.commit(writes, act=act, subject=process if shown is None else shown)
        except ConditionFailed as failed:
            if failed.first.index == 0:
                return  # it is there: by our own lost answer
            if failed.first.index >= len(writes) - len(also):
                raise
            raise stale("team", team.version) from failed

    def change(
        self, act: Act, after: Process, also: Sequence[Write] = (), shown: Any = None
    ) -> bool:
        """Write a head that must still be at the version before; `also` goes with it.

        False when somebody began a page or a class meanwhile: read again. Raises `Stale`;
        `ConditionFailed` where only a condition of `also` was false.
        """
        put = head_put(act.district, after)
        try:
            self._table.commit([put, *also], act=act, subject=after if shown is None else shown)
        except ConditionFailed as failed:
            if failed.first.index > 0:
                raise
            return _written(failed, put)
        return True


def activators_in(rows: Iterable[Mapping[str, Any]]) -> dict[ProcessTest, frozenset[str]]:
    """Return the people who gave each test to a class, from the rows of classes."""
    found: dict[ProcessTest, set[str]] = {}
    for row in rows:
        for test in row["activated"]:
            found.setdefault(ProcessTest(test), set()).add(row["teacher"])
    return {test: frozenset(people) for test, people in found.items()}


def _written(failed: ConditionFailed, put: Put) -> bool:
    old = failed.first.old
    if old is None:
        raise stale("process", 0) from failed
    if all(old.get(name) == value for name, value in put.item.items()):
        return True  # our own lost answer
    if old["version"] != put.item["version"] - 1:
        raise stale("process", old["version"]) from failed
    return False


def still_open(district: str, process: str) -> Check:
    """Return the check that people still work on a process, for writes of its parts."""
    return Check(keys.process(district, process), IS_OPEN)


def creation(district: str, process: Process, also: Sequence[Write], team: Team) -> list[Write]:
    """Return the writes of a new process; the first is its head.

    The team counts the processes that it starts, so no change of it can miss a new one.
    """
    key = keys.process(district, process.id)
    return [
        Put(key, _item(district, process), MUST_NOT_EXIST),
        Put(keys.team_process(district, process.team, process.id), {}, MUST_NOT_EXIST),
        Update(
            keys.team(district, process.team),
            raise_by={"started": 1},  # a change of the team must not miss this process
            condition=version_is(team.version),
        ),
        *also,
    ]


def beginning(district: str, process: Process, what: str) -> Write:
    """Return the write of a process's first content of a kind: a page's, or a test's first class.

    `what` joins `begun`, if it is not there. The process must be open, and `begun` as it was read;
    a request that was overtaken reads again.
    """
    if what in process.begun:
        return still_open(district, process.id)
    begun = write_begun(process.begun | {what})
    condition = IS_OPEN & require_begun_as_read(process)
    return Update(keys.process(district, process.id), {"begun": begun}, condition=condition)


def head_put(district: str, process: Process) -> Put:
    """Return the write of a head, on the condition that it is at the version before.

    The whole item is written, so `begun` must be as it was read: who adds to it changes the
    condition's other half.
    """
    before = version_is(process.version - 1)
    same = require_begun_as_read(process) & schools_as_read(process) & activators_as_read(process)
    return Put(keys.process(district, process.id), _item(district, process), before & same)


def require_begun_as_read(process: Process) -> Condition:
    """Nobody wrote on another page, or gave another test to a first class, since."""
    return attribute_is("begun", write_begun(process.begun))


def activations_as_read(process: Process) -> Condition:
    """Nobody gave a test to a class, or undid that, since; at the version that was read."""
    if not process.activations:
        return attribute_missing("activations")
    return attribute_is("activations", process.activations)


def schools_as_read(process: Process) -> Condition:
    """Nobody brought a class of another school in since."""
    if process.schools is None:
        return attribute_missing("schools")
    return attribute_is("schools", schools_text(process.schools))


def activators_as_read(process: Process) -> Condition:
    """Nobody gave a test to a first class of theirs since."""
    if process.activators is None:
        return attribute_missing("activators")
    return attribute_is("activators", activators_text(process.activators))


def activators_text(activators: Mapping[ProcessTest, Iterable[str]]) -> str:
    """Write the people with a class that has each test, in the form of a head."""
    known = {test.value: sorted(people) for test, people in activators.items() if people}
    return json.dumps(known, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def read_activators(text: str) -> dict[ProcessTest, frozenset[str]]:
    """Read the people that `activators_text` wrote."""
    return {ProcessTest(test): frozenset(people) for test, people in json.loads(text).items()}


def schools_text(schools: Iterable[str]) -> str:
    """Write schools as a head has them."""
    return join(*sorted(schools))


def read_schools(text: str) -> frozenset[str]:
    """Read the schools that `schools_text` wrote."""
    return frozenset(parts(text)) if text else frozenset()


def _item(district: str, process: Process) -> dict[str, Any]:
    known = {} if process.schools is None else {"schools": schools_text(process.schools)}
    if process.activators is not None:
        known["activators"] = activators_text(process.activators)
    return known | {
        "version": process.version,
        "state": process.state.value,
        "begun": write_begun(process.begun),
        "doc": process.model_dump_json(),
        "list_pk": keys.processes(district),
        "list_sk": join(process.state, process.created, process.id),
    }


def write_begun(begun: Iterable[str]) -> str:
    """Write the parts that were begun, in the form of a head."""
    return " ".join(sorted(begun))


def read_process(item: Item) -> Process:
    """Read a process's head."""
    process = Process.model_validate_json(item["doc"])
    known: dict[str, Any] = {
        "begun": frozenset(item["begun"].split()),
        "activations": item.get("activations", 0),
    }
    if "schools" in item:
        known["schools"] = read_schools(item["schools"])
    if "activators" in item:
        known["activators"] = read_activators(item["activators"])
    return process.model_copy(update=known)


def read_report(item: Item) -> ProcessReport:
    """Read the state of a report."""
    doc = json.loads(item["doc"])
    known = {each.name: doc[each.name] for each in fields(ProcessReport) if each.name in doc}
    return ProcessReport(**known, state=item["state"])


def _read_snapshot(items: Sequence[Item], day: str) -> ProcessSnapshot | None:
    by_kind: dict[str, list[Item]] = {}
    for item in items:
        by_kind.setdefault(parts(item["sk"])[0], []).append(item)
    if "HEAD" not in by_kind:
        return None
    reports = by_kind.get("REPORT", [])
    return ProcessSnapshot(
        process=read_process(by_kind["HEAD"][0]),
        pages=_by_name(by_kind.get("PAGE", [])),
        asides={_two(item): item["doc"] for item in by_kind.get("ASIDE", [])},
        rows=tuple(read_row(item, day) for item in by_kind.get("CLASS", [])),
        goals=_by_name(by_kind.get("GOAL", [])),
        report=read_report(reports[0]) if reports else None,
    )


def _by_name(items: Iterable[Item]) -> dict[str, tuple[str, int]]:
    return {parts(item["sk"])[1]: (item["doc"], item["version"]) for item in items}


def _two(item: Item) -> tuple[str, str]:
    _, page, aside = parts(item["sk"])
    return page, aside
