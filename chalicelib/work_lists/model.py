"""A person's waiting work: a section for each kind, with its total and its most urgent items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from chalicelib.distribution.model import Distribution
    from chalicelib.processes.model import Attached, PageName, Process
    from chalicelib.processes.scores import ProcessTest
    from chalicelib.results.progress import SheetStanding
    from chalicelib.trackers.model import TrackerEntry, TrackerRow

T = TypeVar("T")

NEW_FOR = timedelta(days=14)
"""How long a delivery that nobody has begun is new; then it is one of the sheets not begun."""


@dataclass(frozen=True, slots=True)
class Section(Generic[T]):
    """Things of one kind: how many there are, and the first of them.

    Not `exact`: so many were there to look through that some were not counted.
    """

    items: tuple[T, ...] = ()
    total: int = 0
    exact: bool = True

    @classmethod
    def of(cls, found: Sequence[T], limit: int, *, exact: bool = True) -> Section[T]:
        """Keep the first of the things that were found."""
        return cls(tuple(found[:limit]), len(found), exact)


@dataclass(frozen=True, slots=True)
class SheetWork:
    """A class's sheet on an assessment that is not complete."""

    row: TrackerRow
    entry: TrackerEntry
    standing: SheetStanding
    give_until: str = ""
    """The last day on which to give it; empty if nobody named one."""
    title: str = ""
    opens: bool = False
    """Whether the person may open the assessment itself, as far as it says so."""

    @property
    def is_begun(self) -> bool:
        """Return whether something is entered."""
        return self.standing.stage != "not_started"


@dataclass(frozen=True, slots=True)
class TestWork:
    """A test of a data team that a class of one's own was not given; without `row`, no tracker."""

    process: Process
    test: ProcessTest
    attached: Attached
    row: TrackerRow | None


@dataclass(frozen=True, slots=True)
class ConflictWork:
    """A page of a data team with texts that are set aside after a conflict."""

    process: Process
    page: PageName
    texts: int


@dataclass(frozen=True, slots=True)
class ImportWork:
    """A checked import that waits for an admin's word."""

    kind: str
    """`roster_import` or `standards_import`."""
    id: str
    state: str
    created: str


@dataclass(frozen=True, slots=True)
class LateWork:
    """Work that should have begun; of a distribution also its title."""

    kind: str
    id: str
    due: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Teaching:
    """The work that waits for a teacher."""

    deliveries: Section[SheetWork] = field(default_factory=Section)
    sheets: Section[SheetWork] = field(default_factory=Section)


@dataclass(frozen=True, slots=True)
class Teamwork:
    """The work that waits for a member of data teams; `finish` is for leaders."""

    tests: Section[TestWork] = field(default_factory=Section)
    conflicts: Section[ConflictWork] = field(default_factory=Section)
    finish: Section[Process] = field(default_factory=Section)


@dataclass(frozen=True, slots=True)
class Administration:
    """The work that waits for a district admin."""

    imports: Section[ImportWork] = field(default_factory=Section)
    scheduled: Section[Distribution] = field(default_factory=Section)
    late: Section[LateWork] = field(default_factory=Section)
    failed: Section[Distribution] = field(default_factory=Section)


@dataclass(frozen=True, slots=True)
class WorkList:
    """Everything that waits for one person."""

    as_of: str
    today: str
    teaching: Teaching
    teamwork: Teamwork
    administration: Administration
