"""A whole district, made from a seed: the same numbers give the same district, byte for byte.

The default is the demonstration district: 8 schools, 138 staff, about 2,400 students, 288 classes.
Benchmarks ask for other sizes: `make(DemoSize(elementary=40, middle=20))`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from random import Random

from plumb.demo.names import Name, draw, latin_handle

SUBJECTS = (("MATH", "Mathematics"), ("ELA", "English Language Arts"))
ELEMENTARY_GRADES = ("KG", "01", "02", "03", "04", "05")
MIDDLE_GRADES = ("06", "07", "08")
SCHOOL_NAMES = (
    "Alder Creek",
    "Copper Basin",
    "Dry Gulch",
    "Heron Point",
    "Lantern Hill",
    "Mesquite Bend",
    "Quarry Lake",
    "Saltbush",
    "Thistledown",
    "Windmill Road",
)


@dataclass(frozen=True, slots=True)
class DemoSize:
    """How large the district is. Every section has one class per subject."""

    elementary: int = 5
    middle: int = 3
    elementary_sections: int = 3
    middle_sections: int = 6
    students_per_section: tuple[int, int] = (14, 20)
    classes_per_middle_teacher: int = 4
    district_admins: int = 2
    school_year: int = 2026
    """The year in which school starts."""


def school_year_of(day: date) -> int:
    """Return the year in which the school year of a day starts: a new one begins in July.

    >>> school_year_of(date(2027, 6, 30)), school_year_of(date(2027, 7, 1))
    (2026, 2027)
    """
    return day.year if day.month >= _JULY else day.year - 1


_JULY = 7


@dataclass(frozen=True, slots=True)
class DemoSchool:
    """A school and the grades it teaches."""

    id: str
    name: str
    grades: tuple[str, ...]
    sections: int
    is_middle: bool


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody on the roster; `school` is empty for district staff, `grade` for all staff."""

    id: str
    role: str
    """A OneRoster 1.2 role: districtAdministrator, principal, teacher, student."""
    name: Name
    username: str
    email: str
    school: str
    grade: str = ""


@dataclass(frozen=True, slots=True)
class DemoCourse:
    """A course that is taught district-wide in one grade and subject."""

    id: str
    code: str
    title: str
    grade: str
    subject: str


@dataclass(frozen=True, slots=True)
class DemoClass:
    """One section of a course. The first teacher is the class's own, the others teach with them."""

    id: str
    code: str
    title: str
    course: DemoCourse
    school: str
    period: str
    teachers: tuple[str, ...]
    students: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemoDistrict:
    """Everything a roster package says."""

    id: str
    name: str
    school_year: int
    schools: tuple[DemoSchool, ...]
    people: tuple[DemoPerson, ...]
    courses: tuple[DemoCourse, ...]
    classes: tuple[DemoClass, ...]

    def of_role(self, role: str) -> list[DemoPerson]:
        """Everybody with this role, in roster order."""
        return [person for person in self.people if person.role == role]


def make(size: DemoSize | None = None, *, seed: int = 20260830) -> DemoDistrict:
    """Make the district of this size; no clock, no network, no file."""
    return _Maker(size or DemoSize(), Random(seed)).district()


@dataclass(slots=True)
class _Maker:
    size: DemoSize
    random: Random
    handles: set[str] = field(default_factory=set)

    def district(self) -> DemoDistrict:
        schools = tuple(self.schools())
        courses = tuple(_courses())
        people = [
            self.person(f"jf-d{n:03}", "districtAdministrator")
            for n in range(1, self.size.district_admins + 1)
        ]
        classes: list[DemoClass] = []
        for school in schools:
            staff, students, taught = self.fill(school, courses)
            people += staff + students
            classes += taught
        return DemoDistrict(
            "jf-district",
            "Juniper Flats Unified",
            self.size.school_year,
            schools,
            tuple(people),
            courses,
            tuple(classes),
        )

    def schools(self) -> Iterator[DemoSchool]:
        names = _school_names()
        for n in range(1, self.size.elementary + self.size.middle + 1):
            middle = n > self.size.elementary
            yield DemoSchool(
                f"jf-s{n:02}",
                f"{next(names)} {'Middle' if middle else 'Elementary'} School",
                MIDDLE_GRADES if middle else ELEMENTARY_GRADES,
                self.size.middle_sections if middle else self.size.elementary_sections,
                middle,
            )

    def fill(
        self, school: DemoSchool, courses: tuple[DemoCourse, ...]
    ) -> tuple[list[DemoPerson], list[DemoPerson], list[DemoClass]]:
        """Return a school its staff, its students and its classes."""
        sections = [(grade, n) for grade in school.grades for n in range(school.sections)]
        principal = self.person(f"{school.id}-a1", "principal", school)
        teachers = self.teachers(school, len(sections))
        support = self.person(f"{school.id}-t90", "teacher", school)
        offered = {(one.grade, one.subject): one for one in courses}
        students: list[DemoPerson] = []
        classes: list[DemoClass] = []
        for index, (grade, n) in enumerate(sections):
            section = self.section(school, grade, len(students))
            students += section
            for order, (code, subject) in enumerate(SUBJECTS):
                lead = teachers[self.lead(school, index, order, len(teachers))]
                with_support = n == 0 and code == "MATH"
                classes.append(
                    _class(
                        school,
                        offered[grade, subject],
                        n,
                        order,
                        (lead.id, support.id) if with_support else (lead.id,),
                        tuple(student.id for student in section),
                    )
                )
        return [principal, *teachers, support], students, classes

    def teachers(self, school: DemoSchool, sections: int) -> list[DemoPerson]:
        """One per section in elementary schools; in middle schools as many as the load needs."""
        needed = self.per_subject(sections) * len(SUBJECTS) if school.is_middle else sections
        return [
            self.person(f"{school.id}-t{n:02}", "teacher", school) for n in range(1, needed + 1)
        ]

    def lead(self, school: DemoSchool, section: int, order: int, teachers: int) -> int:
        """Get which teacher has a section's class: both subjects in elementary, one in middle."""
        if not school.is_middle:
            return section
        return order * (teachers // len(SUBJECTS)) + section // self.size.classes_per_middle_teacher

    def per_subject(self, sections: int) -> int:
        """How many middle-school teachers share the sections of one subject."""
        return -(-sections // self.size.classes_per_middle_teacher)

    def section(self, school: DemoSchool, grade: str, before: int) -> list[DemoPerson]:
        """Draw the students of one section."""
        many = self.random.randint(*self.size.students_per_section)
        return [
            self.person(f"{school.id}-p{before + n:04}", "student", school, grade)
            for n in range(1, many + 1)
        ]

    def person(
        self, identifier: str, role: str, school: DemoSchool | None = None, grade: str = ""
    ) -> DemoPerson:
        """Draw a person; user names and addresses are ASCII and occur once."""
        name = draw(self.random)
        handle = self.unique(latin_handle(name) or identifier)
        domain = "students.juniperflats.example" if role == "student" else "juniperflats.example"
        return DemoPerson(
            identifier, role, name, handle, f"{handle}@{domain}", school.id if school else "", grade
        )

    def unique(self, handle: str) -> str:
        """Add a number to a handle that somebody has already."""
        candidates = (handle if n == 1 else f"{handle}{n}" for n in count(1))
        chosen = next(one for one in candidates if one not in self.handles)
        self.handles.add(chosen)
        return chosen


def _school_names() -> Iterator[str]:
    for lap in count(1):
        yield from (name if lap == 1 else f"{name} {lap}" for name in SCHOOL_NAMES)


def _courses() -> Iterator[DemoCourse]:
    for grade in ELEMENTARY_GRADES + MIDDLE_GRADES:
        for code, subject in SUBJECTS:
            label = "Kindergarten" if grade == "KG" else f"Grade {int(grade)}"
            yield DemoCourse(
                f"jf-c-{code.lower()}-{grade.lower()}",
                f"{code}-{grade}",
                f"{subject}, {label}",
                grade,
                subject,
            )


def _class(
    school: DemoSchool,
    course: DemoCourse,
    section: int,
    order: int,
    teachers: tuple[str, ...],
    students: tuple[str, ...],
) -> DemoClass:
    letter = chr(ord("A") + section % 26)
    return DemoClass(
        f"{school.id}-{course.code.lower()}-{section + 1:02}",
        f"{course.code}-{section + 1:02}",
        f"{course.title}, Section {letter}",
        course,
        school.id,
        str(order + 1 if not school.is_middle else section % 6 + 1),
        teachers,
        students,
    )
