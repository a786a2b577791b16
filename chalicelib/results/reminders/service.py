"""Reminding those whose classes have not begun with a distribution."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib.acts import Act, Caller, Role
from chalicelib.distribution.model import Distribution, DistributionState
from chalicelib.distribution.refusals import DISTRIBUTION_NOT_FOUND
from chalicelib.errors import NotFound
from chalicelib.mail.reminders.model import NotBegun, Reminder, ReminderSubject, WaitingPerson
from chalicelib.mail.reminders.reminder_email import ReminderLine
from chalicelib.results import refusals
from chalicelib.trackers.staffing import helpers, holders

if TYPE_CHECKING:
    from chalicelib.mail.reminders.service import ReminderReceipt, Reminders
    from chalicelib.paging import Page
    from chalicelib.results.district.service import DistrictResults
    from chalicelib.results.ports import DistributionStore
    from chalicelib.rosters.service import Rosters
    from chalicelib.trackers.model import TrackerRow
    from chalicelib.trackers.service import Trackers


@dataclass(eq=False, repr=False)
class DistributionReminders:
    """The reminders of distributions. Rosters are asked for the names of schools."""

    _distributions: DistributionStore
    _results: DistrictResults
    _trackers: Trackers
    _reminders: Reminders
    _rosters: Callable[[], Rosters]

    def remind(self, act: Act, distribution: str) -> Reminder:
        """Have those reminded whose trackers got it and have nothing entered.

        Raises `NotFound`, `Conflict` for one that no tracker has, or that is recalled.
        """
        made = self._read(act.caller, distribution)
        if made.state == DistributionState.RECALLED:
            raise refusals.DISTRIBUTION_RECALLED()
        if made.state in (DistributionState.SCHEDULED, DistributionState.CANCELLED):
            raise refusals.NOBODY_HAS_IT()
        return self._reminders.ask(act, ReminderSubject.DISTRIBUTION, made.id)

    def receipts(
        self, caller: Caller, distribution: str, day: str, limit: int, after: Sequence[Any] | None
    ) -> Page[ReminderReceipt]:
        """List what became of the emails of a day, or of the last. Raises `NotFound`."""
        self._read(caller, distribution)
        return self._reminders.receipts(caller, distribution, day, limit, after)

    def not_begun(self, district: str, reminder: Reminder) -> NotBegun | None:
        """Return who has a tracker that got it, and in which nothing is entered."""
        admin = frozenset({Role.DISTRICT_ADMIN})
        caller = Caller(district, reminder.by, roles=admin, today=reminder.day)
        try:
            made = self._read(caller, reminder.subject)
        except NotFound:
            return None
        if made.state == DistributionState.RECALLED:
            return None
        waiting = self._results.waiting(caller, made.id)
        rows = self._trackers.rows_of(district, waiting)
        schools = self._rosters().school_names(district)
        day = made.give_until.isoformat() if made.give_until else ""
        people = tuple(people_of(rows, schools, reminder.day, day))
        return NotBegun(made.title, people, assessment_id=made.assessment)

    def _read(self, caller: Caller, distribution: str) -> Distribution:
        made = self._distributions.get(caller.district, distribution)
        if made is None:
            raise DISTRIBUTION_NOT_FOUND()
        return made


def people_of(
    rows: Sequence[TrackerRow], schools: dict[str, str], day: str, give_until: str
) -> Iterator[WaitingPerson]:
    """Group trackers by owner and collaborator on a day; archived and past ones aside."""
    lines: dict[str, list[ReminderLine]] = {}
    for row in rows:
        if row.archived or row.past:
            continue
        line = ReminderLine(
            school=schools.get(row.school, row.school),
            name=row.title,
            ends=row.ends,
            give_until=give_until,
            tracker=row.id,
        )
        having = holders(row, day)
        for person in having:
            lines.setdefault(person, []).append(line)
        for person in helpers(row):
            if person not in having:
                helping = line.model_copy(update={"role": "collaborator"})
                lines.setdefault(person, []).append(helping)
    for person in sorted(lines):
        yield WaitingPerson(
            person, tuple(sorted(lines[person], key=lambda each: (each.school, each.name)))
        )
