"""Schools, classes and their people: the documents that the rest of the product reads."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from hashlib import blake2b
from operator import not_
from typing import Self, TypeVar

from pydantic import Field

from chalicelib.acts import Role
from chalicelib.frozen_models import FrozenModel
from chalicelib.presence import (
    ALWAYS,
    Spans,
    Steps,
    count_by_day,
    count_on,
    is_present,
    is_to_come,
    nearest,
)

STUDENT = "student"
"""A role without a sign-in; the others are `Role`."""

SCHOOL_KIND = "school"


class School(FrozenModel):
    """An organization: the district's office, a school, a department."""

    id: str
    name: str
    kind: str
    """OneRoster's type: `district`, `school`, `department`, ..."""
    parent: str = ""


class RoleAt(FrozenModel):
    """A person's role at one school (or office)."""

    role: str
    """A `Role`, or `student`."""
    school: str
    spans: Spans = ALWAYS
    """The days on which it holds."""

    @property
    def begins(self) -> str:
        """The first day, of the time nearest to the last one; blank where none is given."""
        return nearest(self.spans)[0]

    @property
    def ends(self) -> str:
        """The day after the last one; blank where none is given."""
        return nearest(self.spans)[1]


class Person(FrozenModel):
    """Somebody of the district: staff or student."""

    id: str
    username: str
    given: str
    family: str
    legal_given: str = Field(default="", exclude_if=not_)
    legal_family: str = Field(default="", exclude_if=not_)
    """Where they differ from what is shown: for matching and searching, never to be shown."""
    email: str = ""
    """Kept of people that mail may go to; never of students."""
    enabled: bool = True
    roles: tuple[RoleAt, ...] = ()
    other_roles: tuple[RoleAt, ...] = Field(default=(), exclude=True)
    """Of somebody as they are on a day: the roles that are over by then, or still to come."""
    grades: tuple[str, ...] = ()

    @property
    def search_text(self) -> str:
        """Every name that somebody may look for: the one shown, the legal one, the sign-in name."""
        names = (self.given, self.family, self.legal_given, self.legal_family, self.username)
        return " ".join(filter(None, names)).casefold()

    @property
    def staff_roles(self) -> frozenset[Role]:
        """The roles a sign-in follows from."""
        return frozenset(Role(at.role) for at in self.roles if at.role != STUDENT)

    @property
    def is_staff(self) -> bool:
        """Return whether this person may sign in as anything."""
        return bool(self.staff_roles)

    @property
    def is_dated(self) -> bool:
        """Return whether it takes a day to know what this person is."""
        return any(at.spans for at in self.roles)

    @property
    def at_any_time(self) -> Self:
        """Return this person, as they are on a day, with every role that they ever have."""
        if not self.other_roles:
            return self
        return self.model_copy(update={"roles": self.roles + self.other_roles, "other_roles": ()})

    def on(self, day: str) -> Self:
        """Return this person with the roles that hold on a day."""
        if not self.is_dated:
            return self
        roles = tuple(at for at in self.roles if is_present(at.spans, day))
        others = tuple(at for at in self.roles if not is_present(at.spans, day))
        return self.model_copy(update={"roles": roles, "other_roles": others})

    def schools_as(self, *roles: str) -> frozenset[str]:
        """Name the schools where this person has one of the roles; without roles: any."""
        return frozenset(at.school for at in self.roles if not roles or at.role in roles)


class Course(FrozenModel):
    """A subject matter that classes are held of."""

    id: str
    title: str
    code: str = ""
    school: str
    """The organization that offers it; the district's office for courses of all schools."""
    subjects: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()


class Term(FrozenModel):
    """A stretch of the school year that a class is held in."""

    id: str
    title: str
    starts: date
    ends: date


class ClassMember(FrozenModel):
    """Somebody in a class, as shown with it."""

    id: str
    spans: Spans = ALWAYS
    """When this person is in the class, which is as long as the class where no end is given."""

    @property
    def begins(self) -> str:
        """The first day, of the time nearest to the last one; blank where none is given."""
        return nearest(self.spans)[0]

    @property
    def ends(self) -> str:
        """The day after the last one; blank for as long as the class."""
        return nearest(self.spans)[1]


M = TypeVar("M", bound=ClassMember)


class Teacher(ClassMember):
    """A class's teacher, as shown with it."""

    name: str

    def without_name(self) -> Teacher:
        """Return who it is and when, where the name does not matter."""
        return self.model_copy(update={"name": ""})


class Student(ClassMember):
    """A class's student, as shown with it."""

    given: str
    family: str
    grade: str = ""
    legal_given: str = Field(default="", exclude_if=not_)
    legal_family: str = Field(default="", exclude_if=not_)
    """Where they differ from what is shown: for matching, never to be shown."""


class Offering(FrozenModel):
    """The dates and teachers of a class, as both a list and the class itself state them."""

    id: str
    title: str
    code: str = ""
    school: str
    course: str
    course_title: str = ""
    terms: tuple[Term, ...] = ()
    grades: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    teachers: tuple[Teacher, ...] = ()
    past: bool = False
    """Whether its own terms are over: known of a class as it is on a day."""

    @property
    def starts(self) -> date | None:
        """The first day of its first term."""
        return min((term.starts for term in self.terms), default=None)

    @property
    def ends(self) -> date | None:
        """The last day of its last term."""
        return max((term.ends for term in self.terms), default=None)

    @property
    def last_day(self) -> str:
        """The last day of its last term; blank where no term is known."""
        return self.ends.isoformat() if self.ends else ""

    @property
    def card(self) -> str:
        """A token that changes with what a class's trackers know of it: its end, its teachers."""
        return card_of(self.last_day, self.teachers)

    def taught_by(self, person: str) -> bool:
        """Return whether this person is one of its teachers."""
        return any(teacher.id == person for teacher in self.teachers)

    def is_past(self, day: str) -> bool:
        """Return whether all its terms are over: its last day was before this one."""
        return is_over(self.last_day, day)


class RosterClassRow(Offering):
    """A class in a list: of a teacher, a course, a school."""

    students: int = 0
    """How many there are; as it is kept, how many there are before the first of `steps`."""
    steps: Steps = ()
    """From which day on there are how many."""

    def on(self, day: str) -> Self:
        """Return it as it is on a day."""
        return self.model_copy(
            update={
                "teachers": present(self.teachers, day),
                "students": count_on(self.students, self.steps, day),
                "steps": (),
                "past": self.is_past(day),
            }
        )


class SchoolClass(Offering):
    """A class with everyone in it: teachers first named first, students by family name.

    As it is kept it has everyone who is ever in it; `on` a day, who is in it then. A past class
    keeps its people, because who is in it to its end has no end of their own.
    """

    students: tuple[Student, ...] = ()
    later: tuple[Student, ...] = Field(default=(), exclude=True)
    """Students who come on a later day: known of a class as it is on a day."""

    def on(self, day: str) -> Self:
        """Return it as it is on a day."""
        return self.model_copy(
            update={
                "teachers": present(self.teachers, day),
                "students": present(self.students, day),
                "later": tuple(each for each in self.students if is_to_come(each.spans, day)),
                "past": self.is_past(day),
            }
        )

    def row(self) -> RosterClassRow:
        """Return its row in lists."""
        plain = {name: getattr(self, name) for name in Offering.model_fields}
        students, steps = count_by_day(student.spans for student in self.students)
        return RosterClassRow(**plain, students=students, steps=steps)


def card_of(last_day: str, teachers: tuple[Teacher, ...]) -> str:
    """Return the card of a class with this last day and these teachers."""
    known = [last_day, *((one.id, one.name, one.spans) for one in teachers)]
    return blake2b(repr(known).encode(), digest_size=9).hexdigest()


def present(members: tuple[M, ...], day: str) -> tuple[M, ...]:
    """Return those who are there on a day."""
    return tuple(each for each in members if is_present(each.spans, day))


def is_over(last_day: str, day: str) -> bool:
    """Return whether a class is past that has this last day; never where none is known.

    >>> is_over("2027-05-28", "2027-05-28"), is_over("2027-05-28", "2027-05-29"), is_over("", "9")
    (False, True, False)
    """
    return bool(last_day) and day > last_day


class RosterDocumentKind(StrEnum):
    """The kinds of documents, in the order in which they may refer to each other.

    Written in this order and removed in the opposite one, nothing ever refers to what is not there.
    """

    SCHOOL = "school"
    COURSE = "course"
    PERSON = "person"
    CLASS = "class"
    OFFERED = "offered"
    """A class in its course's list."""
    TAUGHT = "taught"
    """A class in its teacher's list."""
    SIGN_IN = "sign_in"


Titled = tuple[str, str, str]
"""A class: id, title, school."""


def schools_to_name(classes: Iterable[Titled]) -> dict[str, str]:
    """Return the school to name with a class's title, by class, for classes shown together.

    These are all classes whose title another class has at another school.
    """
    schools: dict[str, set[str]] = {}
    known = list(classes)
    for _, title, school in known:
        schools.setdefault(_plain(title), set()).add(school)
    return {each: school for each, title, school in known if len(schools[_plain(title)]) > 1}


def title_at(title: str, school: str) -> str:
    """Return a class's title with its school's name.

    >>> title_at("Math 3", "North Elementary"), title_at("Math 3", "")
    ('Math 3 (North Elementary)', 'Math 3')
    """
    return f"{title} ({school})" if school else title


def _plain(title: str) -> str:
    return " ".join(title.split()).casefold()
