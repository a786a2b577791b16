"""HTTP for schools, people, courses and classes."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from chalicelib.acts import Role
from chalicelib.paging import Page, cut
from chalicelib.web.policy import STAFF
from chalicelib.web.representation import Representation
from chalicelib.web.routes import Request, Routes
from chalicelib.wiring import services

from .model import ClassRow, Course, Person, School, SchoolClass

routes = Routes("Rosters")

Reference = Annotated[str, Field(min_length=1, max_length=255)]


class Filter(BaseModel):
    """What narrows a list."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


# -- schools and people ---------------------------------------------------------------------------


class SchoolView(Representation):
    """A school, or an office of the district."""

    id: str
    name: str
    kind: str
    parent: str


class RoleView(Representation):
    """What somebody is, and where."""

    role: str
    school: str


class PersonView(Representation):
    """Somebody of the district."""

    id: str
    given: str
    family: str
    username: str
    enabled: bool
    roles: list[RoleView]
    grades: list[str]


class WhichPeople(Filter):
    """Staff with a role, at a school, with a name that holds a text."""

    role: Role | None = None
    school: Reference | None = None
    q: Annotated[str, Field(max_length=100)] = ""

    def takes(self, person: Person) -> bool:
        """Tell whether somebody is meant."""
        roles = (self.role,) if self.role else tuple(Role)
        schools = person.schools_as(*roles)
        name = f"{person.given} {person.family} {person.username}".casefold()
        return bool(schools) and self.school in (None, *schools) and self.q.casefold() in name


@routes.get("/v1/schools", policy=STAFF, answer=SchoolView, listed=True, summary="List the schools")
def list_schools(request: Request) -> Page[School]:
    """List schools by name."""
    asked = request.window
    found = services().rosters.schools(request.caller)
    return cut(found, asked.limit, asked.after, lambda school: [school.name, school.id])


@routes.get("/v1/schools/{school_id}", policy=STAFF, answer=SchoolView, summary="Read a school")
def read_school(request: Request, school_id: str) -> School:
    """Read a school."""
    return services().rosters.school(request.caller, school_id)


@routes.get(
    "/v1/people",
    policy=STAFF,
    query=WhichPeople,
    answer=PersonView,
    listed=True,
    summary="Find people of the staff",
)
def list_people(request: Request) -> Page[Person]:
    """List staff by family name."""
    asked, which = request.window, request.query or WhichPeople()
    return services().rosters.staff(request.caller, which.takes, asked.limit, asked.after)


@routes.get("/v1/people/{person_id}", policy=STAFF, answer=PersonView, summary="Read a person")
def read_person(request: Request, person_id: str) -> Person:
    """Read a person."""
    return services().rosters.somebody(request.caller, person_id)


# -- courses and classes --------------------------------------------------------------------------


class CourseView(Representation):
    """A course."""

    id: str
    title: str
    code: str
    school: str
    subjects: list[str]
    grades: list[str]


class WhichCourses(Filter):
    """Courses of a school."""

    school: Reference | None = None


class WhichClasses(Filter):
    """Classes of a school, of a course; without either one's own."""

    school: Reference | None = None
    course: Reference | None = None


class TeacherView(Representation):
    """A class's teacher."""

    id: str
    name: str


class ClassRowView(Representation):
    """A class in a list; `students` is how many."""

    id: str
    title: str
    code: str
    school: str
    course: str
    course_title: str
    grades: list[str]
    subjects: list[str]
    teachers: list[TeacherView]
    students: int


class TermView(Representation):
    """When a class is held."""

    id: str
    title: str
    starts: date
    ends: date


class StudentView(Representation):
    """A student of a class."""

    id: str
    given: str
    family: str
    grade: str


class ClassView(Representation):
    """A class with everyone in it."""

    id: str
    title: str
    code: str
    school: str
    course: str
    course_title: str
    terms: list[TermView]
    grades: list[str]
    subjects: list[str]
    teachers: list[TeacherView]
    students: list[StudentView]


@routes.get(
    "/v1/courses",
    policy=STAFF,
    query=WhichCourses,
    answer=CourseView,
    listed=True,
    summary="List courses, of one school or of all",
)
def list_courses(request: Request) -> Page[Course]:
    """List courses by school and title."""
    asked, which = request.window, request.query or WhichCourses()
    return services().rosters.courses(request.caller, which.school or "", asked.limit, asked.after)


@routes.get("/v1/courses/{course_id}", policy=STAFF, answer=CourseView, summary="Read a course")
def read_course(request: Request, course_id: str) -> Course:
    """Read a course."""
    return services().rosters.course(request.caller, course_id)


@routes.get(
    "/v1/classes",
    policy=STAFF,
    query=WhichClasses,
    answer=ClassRowView,
    listed=True,
    summary="List one's own classes, or (admins) those of a school or a course",
)
def list_classes(request: Request) -> Page[ClassRow]:
    """List classes by title."""
    asked, which = request.window, request.query or WhichClasses()
    return services().rosters.classes_for(
        request.caller, which.school or "", which.course or "", asked.limit, asked.after
    )


@routes.get(
    "/v1/classes/{class_id}",
    policy=STAFF,
    answer=ClassView,
    summary="Read a class with its students",
)
def read_class(request: Request, class_id: str) -> SchoolClass:
    """Read a class."""
    return services().rosters.one_class(request.caller, class_id)
