"""Reminding those of a data team who have not begun with a test of a Mastery Process."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib.acts import Act, Caller
from chalicelib.acts import Role as Person
from chalicelib.mail.reminders.model import (
    NotBegun,
    Reminder,
    ReminderSubject,
    WaitingPerson,
    test_subject,
)
from chalicelib.mail.reminders.reminder_email import ReminderLine
from chalicelib.processes import refusals
from chalicelib.processes.moves import STEERING, ProcessMove, after
from chalicelib.processes.scores import ProcessTest, ResultStatus
from chalicelib.teams.model import TeamRole, not_for

if TYPE_CHECKING:
    from chalicelib.mail.reminders.service import ReminderReceipt, Reminders
    from chalicelib.paging import Page
    from chalicelib.processes.model import ClassRow, ProcessSnapshot
    from chalicelib.processes.repository import ProcessRepository
    from chalicelib.processes.service import Processes
    from chalicelib.rosters.service import Rosters


@dataclass(eq=False, repr=False)
class ProcessReminders:
    """The reminders of tests of Mastery Processes.

    Rosters say who teaches a class today, and who teaches at all.
    """

    _repository: ProcessRepository
    _processes: Processes
    _reminders: Reminders
    _rosters: Callable[[], Rosters]

    def remind(self, act: Act, process: str, test: ProcessTest) -> Reminder:
        """Have those of the team reminded who have not begun with a test.

        For its leaders and who administers it. Raises `NotFound`, `Forbidden`, `Conflict`.
        """
        opened, role = self._processes.load(act.caller, process)
        after(opened.process.state, ProcessMove.REMIND, role)
        if opened.process.test(test) is None:
            raise refusals.NO_POST_TEST(state=opened.process.state.value)
        return self._reminders.ask(act, ReminderSubject.TEST, test_subject(process, test))

    def receipts(
        self,
        caller: Caller,
        process: str,
        test: ProcessTest,
        day: str,
        limit: int,
        position: Sequence[Any] | None,
    ) -> Page[ReminderReceipt]:
        """List the outcomes of the emails of a day, or of the last.

        For people who can remind, also after it is finished. Raises `NotFound`, `Forbidden`.
        """
        _, role = self._processes.load(caller, process)
        check_may_look(role)
        subject = test_subject(process, test)
        return self._reminders.receipts(caller, subject, day, limit, position)

    def not_begun(self, district: str, reminder: Reminder) -> NotBegun | None:
        """Return who of the team has a class with nothing entered, or gave the test to none."""
        name, _, of = reminder.subject.rpartition("-")
        opened, test = self._repository.open(district, name, reminder.day), ProcessTest(of)
        if opened is None or not opened.process.is_open:
            return None
        attached, process = opened.process.test(test), opened.process
        if attached is None:
            return None
        people = waiting(opened, test, self._staffing(district, opened, test, reminder.day))
        return NotBegun(attached.title, tuple(people), process.name, process.team_name)

    def _staffing(
        self, district: str, opened: ProcessSnapshot, test: ProcessTest, day: str
    ) -> Staffing:
        """Read who teaches on a day: the classes that have a test, and the team's people."""
        rosters, process = self._rosters(), opened.process
        known = rosters.people(district, [one.id for one in process.leaders + process.members])
        given = [row.scores.school_class for row in opened.rows if test in row.activated]
        classes = rosters.classes_as_kept(district, given).values()
        present = [each.on(day) for each in classes]
        roles = {one.id: one.on(day).staff_roles for one in known.values()}
        return Staffing(
            {each.id: tuple(one.id for one in each.teachers) for each in present},
            frozenset(each.id for each in present if each.past),
            frozenset(id_ for id_, held in roles.items() if Person.TEACHER not in held),
            rosters.school_names(district),
        )


@dataclass(frozen=True, slots=True)
class Staffing:
    """The staff on a day: the teachers of classes, by class id, and the classes that are over.

    `no_teachers` are people who teach nothing. Classes and people that the roster does not know are
    in none of these.
    """

    teachers: Mapping[str, tuple[str, ...]]
    over: frozenset[str]
    no_teachers: frozenset[str]
    schools: Mapping[str, str]

    def of(self, row: ClassRow) -> tuple[str, ...]:
        """Return a class's teachers; its activator if the roster no longer has the class."""
        scores = row.scores
        return self.teachers.get(scores.school_class, (scores.teacher,))


def check_may_look(role: TeamRole) -> None:
    """Refuse people who may not remind."""
    if role not in STEERING:
        raise not_for(role)


def waiting(
    opened: ProcessSnapshot, test: ProcessTest, staffing: Staffing
) -> Iterator[WaitingPerson]:
    """Yield people who have not begun: members with no class that has the test, or a waiting one.

    A class waits that has the test, is not over, and in which nothing is entered for anybody. It
    waits for its teachers of the day. Members who teach nothing cannot activate any.
    """
    lines: dict[str, list[ReminderLine]] = {}
    begun = set(staffing.no_teachers)
    for row in opened.rows:
        if test not in row.activated:
            continue
        having = staffing.of(row)
        begun.update(having)
        if _is_untouched(row, test) and row.scores.school_class not in staffing.over:
            for person in having:
                lines.setdefault(person, []).append(_line(row, test, staffing.schools))
    process = opened.process
    for one in (*process.leaders, *process.members):
        if one.id not in begun:
            yield WaitingPerson(one.id, (), to_activate=True)
    for person in sorted(lines):
        yield WaitingPerson(person, tuple(sorted(lines[person], key=lambda line: line.name)))


def _is_untouched(row: ClassRow, test: ProcessTest) -> bool:
    return all(score.standing == ResultStatus.NOT_ENTERED for score in row.scores.on(test) or ())


def _line(row: ClassRow, test: ProcessTest, schools: Mapping[str, str]) -> ReminderLine:
    school = row.scores.school
    return ReminderLine(
        school=schools.get(school, school),
        name=row.scores.label,
        give_until=row.give_until.get(test, ""),
    )
