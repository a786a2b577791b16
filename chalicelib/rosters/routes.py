"""HTTP for imports of the roster, and for the roster itself."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from chalicelib.acts import Role
from chalicelib.paging import Page, cut
from chalicelib.web.policy import DISTRICT_ADMINS, STAFF
from chalicelib.web.representation import AddressedView, Body, Representation, UploadView
from chalicelib.web.routes import Request, Routes
from chalicelib.wiring import services

from .authority import Doubtful
from .imports import Roster, RosterImport, State
from .model import ClassRow, Course, Person, School, SchoolClass

routes = Routes("Rosters")

Reference = Annotated[str, Field(min_length=1, max_length=255)]


class Filter(BaseModel):
    """What narrows a list."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


# -- imports --------------------------------------------------------------------------------------


class NewRosterImport(Body):
    """Nothing for an upload; or the import whose roster is to come back.

    `join_by_sign_in_name`: records with one sign-in name and the same name are one person, also
    where the district's setting says no.
    """

    restores: Reference | None = None
    join_by_sign_in_name: bool = False


class Application(Body):
    """Whether what would be dropped is meant, and who of `waiting` may administer the district.

    `grants` has their ids. Without its name nobody gets more than what is certain.
    """

    confirm_drops: bool = False
    grants: Annotated[tuple[Reference, ...], Field(max_length=500)] = ()


class ProblemPlaceView(Representation):
    """One of the places of a problem; `detail` is what is true of this place only."""

    row: int
    value: str
    detail: str = ""


class ProblemRow(Representation):
    """One thing wrong with a package, however often; row 1 is the header.

    `row` and `value` are the first of `count` places, `rows` are all rows, `examples` three places.
    """

    severity: str
    code: str
    file: str
    row: int
    column: str
    value: str
    reason: str
    fix: str
    count: int = 1
    rows: str = ""
    examples: tuple[ProblemPlaceView, ...] = ()


class RosterImportRow(Representation):
    """An import in a list."""

    id: str
    version: int
    state: State
    created_at: str
    created_by: str
    restores: str
    joins: bool
    problems_total: int
    total: int
    done: int
    confirmed_by: str
    applied_by: str
    applied_at: str
    expired: bool
    allowed: tuple[str, ...]


class DoubtView(Representation):
    """Somebody whom the package may mean to administer the district, and who waits for a word.

    `reason`: `other_office` (the role is at a place that is not the district's own office) or
    `school_and_district` (OneRoster 1.1 does not say which of the two is meant).
    """

    person: str
    name: str
    office: str
    office_name: str
    reason: Doubtful


class GrantView(Representation):
    """Somebody who was made a district administrator by name."""

    person: str
    office: str


class RosterImportView(RosterImportRow):
    """An import with what its check found.

    `waiting`: who is left with what is certain until `grants` of the application names them.
    """

    base: str
    waiting: list[DoubtView]
    grants: list[GrantView]
    report: dict[str, Any] | None
    problems: list[ProblemRow]
    upload: UploadView | None = None


class RosterView(Representation):
    """Which import is in force, which was before it, and which is being applied."""

    current: str
    previous: str
    applying: str
    applied_at: str
    counts: dict[str, int]


@routes.get("/v1/roster", policy=STAFF, answer=RosterView, summary="See which roster is in force")
def read_roster(request: Request) -> Roster:
    """Say which import is in force."""
    return services().roster_imports.roster(request.caller.district)


@routes.post(
    "/v1/roster-imports",
    policy=DISTRICT_ADMINS,
    body=NewRosterImport,
    answer=RosterImportView,
    location="/v1/roster-imports/{id}",
    summary="Begin an import: upload a OneRoster package, or bring an earlier roster back",
)
def begin_roster_import(request: Request) -> RosterImport:
    """Begin an import."""
    body: NewRosterImport = request.body
    return services().roster_imports.begin(
        request.act, body.restores or "", joins=body.join_by_sign_in_name
    )


@routes.get(
    "/v1/roster-imports",
    policy=DISTRICT_ADMINS,
    answer=RosterImportRow,
    listed=True,
    summary="List imports, the newest first",
)
def list_roster_imports(request: Request) -> Page[RosterImport]:
    """List imports."""
    asked = request.window
    return services().roster_imports.newest(request.caller.district, asked.limit, asked.after)


@routes.get(
    "/v1/roster-imports/{import_id}",
    policy=DISTRICT_ADMINS,
    answer=RosterImportView,
    summary="See what an import's check found and how far it is",
)
def read_roster_import(request: Request, import_id: str) -> RosterImport:
    """Read an import."""
    return services().roster_imports.read(request.caller, import_id)


@routes.get(
    "/v1/roster-imports/{import_id}/problems",
    policy=DISTRICT_ADMINS,
    answer=ProblemRow,
    listed=True,
    summary="List everything wrong with an import's package",
)
def list_roster_problems(request: Request, import_id: str) -> Page[dict[str, Any]]:
    """List problems."""
    asked = request.window
    return services().roster_imports.problems(request.caller, import_id, asked.limit, asked.after)


@routes.post(
    "/v1/roster-imports/{import_id}/application",
    policy=DISTRICT_ADMINS,
    body=Application,
    answer=RosterImportView,
    conditional=True,
    status=202,
    location="/v1/jobs/roster-import.{id}",
    summary="Apply a checked import",
)
def apply_roster_import(request: Request, import_id: str) -> RosterImport:
    """Begin to apply an import."""
    return services().roster_imports.apply(
        request.act,
        import_id,
        request.version,
        confirm_drops=request.body.confirm_drops,
        grants=request.body.grants,
    )


@routes.delete(
    "/v1/roster-imports/{import_id}",
    policy=DISTRICT_ADMINS,
    answer=RosterImportView,
    summary="Discard an import that was not applied",
)
def discard_roster_import(request: Request, import_id: str) -> RosterImport:
    """Discard an import."""
    return services().roster_imports.discard(request.act, import_id, request.version)


# -- schools and people ---------------------------------------------------------------------------


class SchoolView(AddressedView):
    """A school, or an office of the district."""

    collection = "schools"

    name: str
    kind: str
    parent: str


class RoleView(Representation):
    """What somebody is, and where."""

    role: str
    school: str


class PersonView(AddressedView):
    """Somebody of the district."""

    collection = "people"

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
        is_there = bool(schools) and self.school in (None, *schools)
        words = self.q.casefold().split()
        return is_there and all(word in person.search_text for word in words)


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


class CourseView(AddressedView):
    """A course."""

    collection = "courses"

    title: str
    code: str
    school: str
    subjects: list[str]
    grades: list[str]


class WhichCourses(Filter):
    """Courses of a school."""

    school: Reference | None = None


class WhichClasses(Filter):
    """Classes of a school, of a course; without either one's own.

    `past`: those whose own terms are over, instead of the others.
    """

    school: Reference | None = None
    course: Reference | None = None
    past: bool = False


class TeacherView(Representation):
    """A class's teacher today; `ends` is blank for who teaches it to its end."""

    id: str
    name: str
    begins: str
    ends: str


class TermView(Representation):
    """When a class is held; `ends` is its last day."""

    id: str
    title: str
    starts: date
    ends: date


class ClassRowView(AddressedView):
    """A class in a list; `students` is how many are in it today.

    `starts` and `ends` are the first and the last day of its terms, null where none is known;
    `past`: they are over.
    """

    collection = "classes"

    title: str
    code: str
    school: str
    course: str
    course_title: str
    grades: list[str]
    subjects: list[str]
    teachers: list[TeacherView]
    students: int
    terms: list[TermView]
    starts: date | None
    ends: date | None
    past: bool


class StudentView(Representation):
    """A student who is in a class today; `ends` is blank for who stays to its end."""

    id: str
    given: str
    family: str
    grade: str
    begins: str
    ends: str


class ClassView(AddressedView):
    """A class with everyone who is in it today; a past one with who was in it to its end."""

    collection = "classes"

    title: str
    code: str
    school: str
    course: str
    course_title: str
    terms: list[TermView]
    starts: date | None
    ends: date | None
    past: bool
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
    whose = (which.school or "", which.course or "")
    return services().rosters.classes_for(
        request.caller, *whose, asked.limit, asked.after, past=which.past
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
