"""HTTP for imports of the roster, and for the roster itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple, Self

from pydantic import Field

from chalicelib.acts import Caller, Role
from chalicelib.districts.accounts.discretion import list_allowed
from chalicelib.frozen_models import StrictModel
from chalicelib.paging import Page, cut
from chalicelib.searching import has_words, order_name
from chalicelib.web.id_names import NameOf, RosterStudentView, SchoolName
from chalicelib.web.policy import STAFF
from chalicelib.web.representation import AddressedView, Reference, Representation, TextOrNull
from chalicelib.web.routes import Request, Routes

from .model import Course, Person, RosterClassRow, School, SchoolClass

if TYPE_CHECKING:
    from .wiring import RostersWiring

routes = Routes("Rosters")


class RosterListFilter(StrictModel):
    """A filter that narrows a list."""


# -- schools and people ---------------------------------------------------------------------------


class SchoolView(AddressedView):
    """A school, or an office of the district."""

    collection = "schools"

    name: str
    """The school's name. Example: `Lincoln Elementary`"""
    kind: str
    """The kind of organization in the roster. Example: `school`"""
    parent: str = Field(serialization_alias="parent_id")
    """The id of the office that it belongs to; blank when the roster names none. Example: `D-1`"""
    parent_name: Annotated[str | None, NameOf("school", "parent_id")] = None
    """The name of what it belongs to; null if it is not known."""


class RoleView(Representation):
    """A person's role and its place."""

    role: str
    """The role.

    - `district_admin`: Administers the district.
    - `school_admin`: Administers the school.
    - `teacher`: Teaches at the school.
    - `student`: Learns at the school. Students never sign in.
    """
    school: str = Field(serialization_alias="school_id")
    """The school or office where the person has it. Example: `S-104`"""
    school_name: SchoolName = None
    begins: TextOrNull = Field(serialization_alias="start_date")
    """The first day of the role; null where the roster gives none. Example: `2026-08-17`"""
    ends: TextOrNull = Field(serialization_alias="end_date")
    """The day from which the person no longer has the role; null where the roster gives none.

    Example: `2027-06-30`
    """


class SeenPerson(NamedTuple):
    """A person of the roster, and who looks at them."""

    person: Person
    reader: Caller


class PersonView(AddressedView):
    """Somebody of the district."""

    collection = "people"

    given: str = Field(serialization_alias="given_name")
    """First name, as the person prefers to be called. Example: `Chidi`"""
    family: str = Field(serialization_alias="family_name")
    """Last name. Example: `Okafor`"""
    username: str
    """The name the person signs in with; blank when there is none.

    Example: `ana.ruiz@example.org`
    """
    enabled: bool
    """Whether the roster lets the person sign in."""
    roles: list[RoleView]
    """The person's roles today, and their places."""
    other_roles: list[RoleView]
    """The person's earlier and later roles, and their places."""
    grades: list[str]
    """The grade levels of a student, as the roster writes them. Example: `["03"]`"""
    allowed: tuple[Literal["invite", "sign_out"], ...] = ()
    """The actions that you can take on the person's account.

    - `invite`: Send them a first password. Nobody invites themselves.
    - `sign_out`: End every sign-in of theirs.
    """

    @classmethod
    def of(cls, subject: SeenPerson) -> Self:
        """Render a person as somebody sees them."""
        made, person = super().of(subject.person), subject.person
        allowed = list_allowed(subject.reader, person.at_any_time)
        return made.model_copy(update={"allowed": allowed})


class SchoolsQuery(RosterListFilter):
    """Schools with a name that holds a text."""

    q: Annotated[str, Field(max_length=100)] = Field(default="", validation_alias="text")
    """Only schools with every word of this in their names, whatever the case and the accents.

    Example: `lincoln`
    """


class WhichPeople(RosterListFilter):
    """Staff with a role, at a school, with a name that holds a text."""

    role: Role | None = None
    """Only people with this role."""
    school: Reference | None = Field(default=None, validation_alias="school_id")
    """Only people of this school, by its id. Example: `S-104`"""
    q: Annotated[str, Field(max_length=100)] = Field(default="", validation_alias="text")
    """Only people with every word of this in their names or sign-in name, whatever the case and the
    accents. Example: `ruiz`
    """
    enabled: bool | None = None
    """Only people who may sign in, or only those who may not."""
    order: Literal["asc", "desc"] = "asc"
    """Which way the list goes by family name.

    - `asc`: From A.
    - `desc`: From Z.
    """

    def takes(self, person: Person) -> bool:
        """Return whether somebody is meant."""
        roles = (self.role,) if self.role else tuple(Role)
        schools = person.schools_as(*roles)
        is_there = bool(schools) and self.school in (None, *schools)
        is_there = is_there and self.enabled in (None, person.enabled)
        return is_there and has_words(person.search_text, self.q)


@routes.get(
    "/v1/schools",
    policy=STAFF,
    query=SchoolsQuery,
    answer=SchoolView,
    listed=True,
    summary="List the schools",
)
def list_schools(request: Request[RostersWiring]) -> Page[School]:
    """List schools by name."""
    which = request.query or SchoolsQuery()
    schools = request.services.rosters.schools(request.caller)
    found = [school for school in schools if has_words(school.name, which.q)]
    return cut(
        found,
        *request.window,
        lambda school: (order_name(school.name), school.id),
    )


@routes.get("/v1/schools/{school_id}", policy=STAFF, answer=SchoolView, summary="Read a school")
def read_school(request: Request[RostersWiring], school_id: str) -> School:
    return request.services.rosters.school(request.caller, school_id)


@routes.get(
    "/v1/people",
    policy=STAFF,
    query=WhichPeople,
    answer=PersonView,
    listed=True,
    summary="Find people of the staff",
)
def list_people(request: Request[RostersWiring]) -> Page[SeenPerson]:
    """List staff by family name.

    Everybody finds the staff of the whole district, and no students. `school_id` narrows the list
    to one school.
    """
    which = request.query or WhichPeople()
    page = request.services.rosters.staff(
        request.caller, which.takes, *request.window, descending=which.order == "desc"
    )
    return Page([SeenPerson(each, request.caller) for each in page.items], page.after, page.facts)


@routes.get("/v1/people/{person_id}", policy=STAFF, answer=PersonView, summary="Read a person")
def read_person(request: Request[RostersWiring], person_id: str) -> SeenPerson:
    found = request.services.rosters.somebody(request.caller, person_id)
    return SeenPerson(found, request.caller)


# -- courses and classes --------------------------------------------------------------------------


class CourseView(AddressedView):
    """A course."""

    collection = "courses"

    title: str
    """The course's title. Example: `Mathematics, grade 3`"""
    code: str
    """The course's code; blank when it has none. Example: `MATH-3`"""
    school: str = Field(serialization_alias="school_id")
    """The id of the school or office that offers it. Example: `S-104`"""
    school_name: SchoolName = None
    subjects: list[str]
    """The course's subjects, as the roster writes them. Example: `["Mathematics"]`"""
    grades: list[str]
    """The course's grade levels. Example: `["03"]`"""


class WhichCourses(RosterListFilter):
    """Courses of a school, with a title or a code that holds a text."""

    school: Reference | None = Field(default=None, validation_alias="school_id")
    """Only courses of this school, by its id. Example: `S-104`"""
    q: Annotated[str, Field(max_length=100)] = Field(default="", validation_alias="text")
    """Only courses with every word of this in their titles or codes, whatever the case and the
    accents. Example: `math 3`
    """

    def takes(self, course: Course) -> bool:
        """Return whether a course is meant."""
        return has_words(f"{course.title} {course.code}", self.q)


class WhichClasses(RosterListFilter):
    """Classes of a school or of a course; without either, your own."""

    school: Reference | None = Field(default=None, validation_alias="school_id")
    """Only classes of this school, by its id. Example: `S-104`"""
    course: Reference | None = Field(default=None, validation_alias="course_id")
    """Only classes of this course, by its id. Example: `MATH-3`"""
    past: bool = False
    """Lists the classes whose own terms are over, instead of the others."""


class ClassTeacherView(Representation):
    """A class's teacher today."""

    id: str
    """The person's id in the roster. Example: `T-311`"""
    name: str
    """The teacher's name. Example: `Ana Ruiz`"""
    begins: TextOrNull = Field(serialization_alias="start_date")
    """The first day on which this person teaches the class; null from its beginning.

    Example: `2026-08-17`
    """
    ends: TextOrNull = Field(serialization_alias="end_date")
    """The day from which this person no longer teaches it; null to its end.

    Example: `2027-01-15`
    """


class TermView(Representation):
    """When a class is held."""

    id: str
    """The term's id in the roster. Example: `2026-FALL`"""
    title: str
    """The term's title. Example: `Fall 2026`"""
    starts: date = Field(serialization_alias="start_date")
    """Its first day. Example: `2026-08-17`"""
    ends: date = Field(serialization_alias="end_date")
    """Its last day. Example: `2026-12-18`"""


class ClassHeadView(AddressedView):
    """The facts of a class that every view of it shows."""

    collection = "classes"

    title: str
    """The class's title. Example: `Math 3, period 2`"""
    code: str
    """The class's code; blank when it has none. Example: `M3-2`"""
    school: str = Field(serialization_alias="school_id")
    """The school's id in the roster. Example: `S-104`"""
    school_name: SchoolName = None
    course: str = Field(serialization_alias="course_id")
    """The id of the course that it belongs to. Example: `MATH-3`"""
    course_title: str
    """The course's title. Example: `Mathematics, grade 3`"""
    grades: list[str]
    """The class's grade levels. Example: `["03"]`"""
    subjects: list[str]
    """The class's subjects. Example: `["Mathematics"]`"""
    terms: list[TermView]
    """When it is held."""
    starts: date | None = Field(serialization_alias="start_date")
    """The first day of its terms; null when none is known. Example: `2026-08-17`"""
    ends: date | None = Field(serialization_alias="end_date")
    """The last day of its terms; null when none is known. Example: `2027-05-28`"""
    past: bool
    """Whether its terms are over."""


class ClassRowView(ClassHeadView):
    """A class in a list."""

    teachers: list[ClassTeacherView]
    """Its present teachers."""
    students: int = Field(serialization_alias="student_count")
    """How many students are in it today. Example: `24`"""


class ClassStudentView(RosterStudentView):
    """A student who is in a class today."""

    begins: TextOrNull = Field(serialization_alias="start_date")
    """The first day on which the student is in the class; null from its beginning.

    Example: `2026-08-17`
    """
    ends: TextOrNull = Field(serialization_alias="end_date")
    """The day from which the student is no longer in it; null to its end. Example: `2027-01-15`"""


class ClassView(ClassHeadView):
    """A class with everyone who is in it today; a past one with who was in it to its end."""

    teachers: list[ClassTeacherView]
    """Its present teachers; for a past class, those at its end."""
    students: list[ClassStudentView]
    """The students who are in it today; for a past class, those at its end."""


@routes.get(
    "/v1/courses",
    policy=STAFF,
    query=WhichCourses,
    answer=CourseView,
    listed=True,
    summary="List courses, of one school or of all",
)
def list_courses(request: Request[RostersWiring]) -> Page[Course]:
    """List courses by school and title."""
    which = request.query or WhichCourses()
    return request.services.rosters.courses(
        request.caller, which.school or "", which.takes, *request.window
    )


@routes.get("/v1/courses/{course_id}", policy=STAFF, answer=CourseView, summary="Read a course")
def read_course(request: Request[RostersWiring], course_id: str) -> Course:
    return request.services.rosters.course(request.caller, course_id)


@routes.get(
    "/v1/classes",
    policy=STAFF,
    query=WhichClasses,
    answer=ClassRowView,
    listed=True,
    summary="List one's own classes, or (admins) those of a school or a course",
)
def list_classes(request: Request[RostersWiring]) -> Page[RosterClassRow]:
    """List classes by title.

    Teachers get their own classes. Administrators name a school or a course.
    """
    which = request.query or WhichClasses()
    whose = (which.school or "", which.course or "")
    return request.services.rosters.classes_for(
        request.caller, *whose, *request.window, past=which.past
    )


@routes.get(
    "/v1/classes/{class_id}",
    policy=STAFF,
    answer=ClassView,
    summary="Read a class with its students",
)
def read_class(request: Request[RostersWiring], class_id: str) -> SchoolClass:
    return request.services.rosters.one_class(request.caller, class_id)
