"""Who learns what with whom: the documents that the rest of the product reads."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from chalicelib.acts import Role

STUDENT = "student"
"""A role without a sign-in; the others are `Role`."""

SCHOOL_KIND = "school"


def is_blank(text: str) -> bool:
    """Tell whether there is nothing to write down."""
    return not text


class Document(BaseModel):
    """Part of the roster as it is read: never changed by hand, only by an import."""

    model_config = ConfigDict(frozen=True, defer_build=True)


class School(Document):
    """An organisation: the district's office, a school, a department."""

    id: str
    name: str
    kind: str
    """OneRoster's type: `district`, `school`, `department`, ..."""
    parent: str = ""


class RoleAt(Document):
    """What a person is, and at which school (or office)."""

    role: str
    """A `Role`, or `student`."""
    school: str


class Person(Document):
    """Somebody of the district: staff or student."""

    id: str
    username: str
    given: str
    family: str
    legal_given: str = Field(default="", exclude_if=is_blank)
    legal_family: str = Field(default="", exclude_if=is_blank)
    """Where they differ from what is shown: for matching and searching, never to be shown."""
    email: str = ""
    """Kept of people that mail may go to; never of students."""
    enabled: bool = True
    roles: tuple[RoleAt, ...] = ()
    grades: tuple[str, ...] = ()

    @property
    def staff_roles(self) -> frozenset[Role]:
        """The roles a sign-in follows from."""
        return frozenset(Role(at.role) for at in self.roles if at.role != STUDENT)

    @property
    def is_staff(self) -> bool:
        """Tell whether this person may sign in as anything."""
        return bool(self.staff_roles)

    def schools_as(self, *roles: str) -> frozenset[str]:
        """Name the schools where this person has one of the roles; without roles: any."""
        return frozenset(at.school for at in self.roles if not roles or at.role in roles)


class Course(Document):
    """A subject matter that classes are held of."""

    id: str
    title: str
    code: str = ""
    school: str
    """The organisation that offers it; the district's office for courses of all schools."""
    subjects: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()


class Term(Document):
    """A stretch of the school year that a class is held in."""

    id: str
    title: str
    starts: date
    ends: date


class Teacher(Document):
    """A class's teacher, as shown with it."""

    id: str
    name: str


class Student(Document):
    """A class's student, as shown with it."""

    id: str
    given: str
    family: str
    grade: str = ""
    legal_given: str = Field(default="", exclude_if=is_blank)
    legal_family: str = Field(default="", exclude_if=is_blank)
    """Where they differ from what is shown: for matching, never to be shown."""


class ClassRow(Document):
    """A class in a list: of a teacher, a course, a school."""

    id: str
    title: str
    code: str = ""
    school: str
    course: str
    course_title: str = ""
    grades: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    teachers: tuple[Teacher, ...] = ()
    students: int = 0


class SchoolClass(Document):
    """A class with everyone in it: teachers first named first, students by family name."""

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
    students: tuple[Student, ...] = ()

    def taught_by(self, person: str) -> bool:
        """Tell whether this person is one of its teachers."""
        return any(teacher.id == person for teacher in self.teachers)

    def row(self) -> ClassRow:
        """Give what lists show of it."""
        plain = self.model_dump(exclude={"students", "terms", "teachers"})
        return ClassRow(**plain, teachers=self.teachers, students=len(self.students))


class Kind(StrEnum):
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
