"""From a state to its documents, and from two states to the changes between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from chalicelib.acts import Role
from chalicelib.districts.sign_in_entry import DatedRole, SignIn, choose_role_of_schools
from chalicelib.presence import Span, both, in_class, unite_spans

from .authority import DOUBTED_OFFICE, OFFICES
from .cells import split_ids
from .document_changes import DocumentEntry
from .grouping import GroupedRows
from .joining import read_joined_records
from .model import (
    SCHOOL_KIND,
    STUDENT,
    Course,
    Person,
    RoleAt,
    RosterDocumentKind,
    School,
    SchoolClass,
    Student,
    Teacher,
    Term,
)
from .persons import (
    NAMED,
    OF_PEOPLE,
    SHOWN_FAMILY,
    SHOWN_GIVEN,
    one_person,
    read_names,
    read_person,
)
from .state import students_only
from .store import RosterStore

FORM = 2
"""The form of the documents that an import writes. It rises when the same roster makes other
documents than before, so that the next import writes every one of them. Those of form 1 have no
dates of enrollments."""

_AT_ONE_SCHOOL = {
    "teacher": Role.TEACHER,
    "student": STUDENT,
    "districtAdministrator": Role.DISTRICT_ADMIN,
}
_AT_EVERY_SCHOOL_BELOW = ("siteAdministrator", "principal", DOUBTED_OFFICE)


def entries(
    store: RosterStore, generation: str, *, reached: bool = False
) -> Iterator[DocumentEntry]:
    """Yield every document of a state; or those of people and classes that are `reached` alone.

    A person's sign-in comes with the person, and a class's rows with the class.
    """
    read = _Reader(store, generation, reached=reached)
    for school in read.schools.values():
        yield DocumentEntry(RosterDocumentKind.SCHOOL, school.id, school)
    for course in read.courses.values():
        yield DocumentEntry(RosterDocumentKind.COURSE, course.id, course)
    for person in read.people():
        yield DocumentEntry(RosterDocumentKind.PERSON, person.id, person)
        if (sign_in := sign_in_of(person)) is not None:
            yield DocumentEntry(RosterDocumentKind.SIGN_IN, person.username.lower(), sign_in)
    for each in read.classes():
        yield DocumentEntry(RosterDocumentKind.CLASS, each.id, each)
        row = each.row()
        yield DocumentEntry(RosterDocumentKind.OFFERED, row.id, row, owner=row.course)
        for teacher in row.teachers:
            yield DocumentEntry(RosterDocumentKind.TAUGHT, row.id, row, owner=teacher.id)


def sign_in_of(person: Person) -> SignIn | None:
    """Return the way in, for enabled staff; a school admin's schools are those administered."""
    roles = person.staff_roles
    if not (roles and person.enabled and person.username):
        return None
    staff = [at for at in person.roles if at.role != STUDENT]
    dated = [DatedRole(role=Role(at.role), school=at.school, spans=at.spans) for at in staff]
    return SignIn(
        username=person.username,
        person=person.id,
        given=person.given,
        family=person.family,
        email=person.email,
        roles=roles,
        schools=person.schools_as(choose_role_of_schools(roles)),
        dated=tuple(dated) if any(at.spans for at in staff) else (),
    )


class _Reader:
    """Reads one generation; the small tables once, the large ones in order as they are needed."""

    def __init__(self, store: RosterStore, generation: str, *, reached: bool) -> None:
        self._store, self._generation, self._reached = store, generation, reached
        self.schools = {school.id: school for school in self._schools()}
        self.courses = {course.id: course for course in self._courses()}
        self._terms = {term.id: term for term in self._sessions()}
        self._below = self._schools_below()
        self._joined = read_joined_records(store, generation)

    def _rows(self, table: str, columns: str, rest: str = 'ORDER BY "sourcedId"') -> Iterator[Any]:
        names = ", ".join(f'"{name}"' for name in columns.split())
        return self._store.rows(f"SELECT {names} FROM {self._generation}_{table} {rest}")  # noqa: S608

    def _within(self, column: str, table: str, before: str = "WHERE ") -> str:
        """Return the condition that a column names what is reached, where only that is read."""
        return f'{before}"{column}" IN (SELECT id FROM reached_{table})' if self._reached else ""  # noqa: S608

    def _schools(self) -> Iterator[School]:
        for id_, name, kind, parent in self._rows("orgs", "sourcedId name type parentSourcedId"):
            yield School(id=id_, name=name, kind=kind, parent=parent)

    def _courses(self) -> Iterator[Course]:
        names = "sourcedId title courseCode orgSourcedId subjects grades"
        for id_, title, code, school, subjects, grades in self._rows("courses", names):
            yield Course(
                id=id_, title=title, code=code, school=school,
                subjects=_split(subjects), grades=_split(grades),
            )  # fmt: skip

    def _sessions(self) -> Iterator[Term]:
        names = "sourcedId title startDate endDate"
        for id_, title, starts, ends in self._rows("academicSessions", names):
            yield Term.model_validate({"id": id_, "title": title, "starts": starts, "ends": ends})

    # -- people -----------------------------------------------------------------------------------

    def people(self) -> Iterator[Person]:
        """Yield people with their roles: by id, those with several records last."""
        roles = GroupedRows(
            self._rows("roles", "userSourcedId role orgSourcedId beginDate endDate",
                       self._within("userSourcedId", "people")
                       + ' ORDER BY "userSourcedId", "role", "orgSourcedId"')
        )  # fmt: skip
        taught = GroupedRows(self._query_teaching())
        several = {*self._joined, *self._joined.values()}
        records: dict[str, list[Person]] = defaultdict(list)
        within = self._within("sourcedId", "people")
        for row in self._rows("users", OF_PEOPLE, f'{within} ORDER BY "sourcedId"'):
            person = read_person(row, self._roles_at(roles.of(row[0]), taught.of(row[0])))
            if person.id in several:
                records[self._joined.get(person.id, person.id)].append(person)
            else:
                yield person
        for id_ in sorted(records):
            yield one_person(id_, records[id_])

    def _query_teaching(self) -> Iterator[Any]:
        of = self._generation
        return self._store.rows(
            'SELECT e."userSourcedId", e."schoolSourcedId", e."beginDate", e."endDate",'  # noqa: S608
            f' c."termSourcedIds" FROM {of}_enrollments e JOIN {of}_classes c'
            ' ON c."sourcedId" = e."classSourcedId" WHERE e.role = \'teacher\''
            f" {self._within('userSourcedId', 'people', 'AND e.')}"
            ' ORDER BY e."userSourcedId", e."schoolSourcedId"'
        )

    def _roles_at(self, stated: list[Any], taught: list[Any]) -> tuple[RoleAt, ...]:
        """Translate the stated roles; who teaches a class is a teacher, unless just a student.

        Where a teacher's role is stated for a school, its dates count, not those of the classes.
        """
        found: dict[tuple[str, str], list[Span]] = defaultdict(list)
        for _, role, org, *span in stated:
            for at in self._translate(role, org):
                found[at].append((span[0], span[1]))
        teaching: dict[tuple[str, str], list[Span]] = defaultdict(list)
        if {role for _, role, *_ in stated} != {STUDENT}:
            for _, school, begins, ends, terms in taught:
                span = in_class((begins, ends), self._last_day(terms))
                teaching[Role.TEACHER, school].append(span)
        return tuple(
            RoleAt(role=role, school=school, spans=unite_spans(spans))
            for (role, school), spans in sorted({**teaching, **found}.items())
        )

    def _last_day(self, terms: str) -> str:
        known = [self._terms[each].ends for each in split_ids(terms) if each in self._terms]
        return max(known).isoformat() if known else ""

    def _translate(self, role: str, org: str) -> Iterator[tuple[str, str]]:
        """Yield the meaning of OneRoster's role at this organization; most mean no sign-in.

        An administrator of a site that is the district's office sees every school below it, and
        steers none: that takes a district administrator, and no doubt about it.
        """
        kind = self.schools[org].kind if org in self.schools else ""
        if role == "systemAdministrator":
            role = "districtAdministrator" if kind in OFFICES else "siteAdministrator"
        if role in _AT_ONE_SCHOOL:
            yield _AT_ONE_SCHOOL[role], org
        elif role in _AT_EVERY_SCHOOL_BELOW:
            for school in self._below[org]:
                yield Role.SCHOOL_ADMIN, school

    def _schools_below(self) -> dict[str, list[str]]:
        """List the schools of every organization: itself, or those anywhere below it."""
        below: dict[str, list[str]] = defaultdict(list)
        for school in self.schools.values():
            if school.kind in OFFICES:
                continue
            here, seen = school.id, set[str]()
            while here in self.schools and here not in seen:
                below[here].append(school.id)
                seen.add(here)
                here = self.schools[here].parent if school.kind == SCHOOL_KIND else ""
        return below

    # -- classes ----------------------------------------------------------------------------------

    def classes(self) -> Iterator[SchoolClass]:
        """Yield classes with everyone in them, by id."""
        members = GroupedRows(self._members())
        names = (
            "sourcedId title classCode schoolSourcedId courseSourcedId termSourcedIds grades"
            " subjects"
        )
        rest = self._within("sourcedId", "classes") + ' ORDER BY "sourcedId"'
        for id_, title, code, school, course, terms, grades, subjects in self._rows(
            "classes", names, rest
        ):
            teachers, students = _sort_members(members.of(id_), self._joined, self._last_day(terms))
            about = self.courses.get(course)
            yield SchoolClass(
                id=id_, title=title, code=code, school=school, course=course,
                course_title=about.title if about else "",
                terms=tuple(self._terms[t] for t in split_ids(terms) if t in self._terms),
                grades=_split(grades) or (about.grades if about else ()),
                subjects=_split(subjects) or (about.subjects if about else ()),
                teachers=teachers, students=students,
            )  # fmt: skip

    def _members(self) -> Iterator[Any]:
        """Return everyone in classes, once for each matching role that is stated at the school."""
        of = self._generation
        self._store.run(f"DROP INDEX IF EXISTS stated_{of}")  # a table that aged took it along
        self._store.run(
            f'CREATE INDEX stated_{of} ON {of}_roles ("userSourcedId", role, "orgSourcedId")'
        )
        question = (
            f'SELECT e."classSourcedId", e.role, e."primary", {NAMED}, u.grades,'  # noqa: S608
            ' e."beginDate", e."endDate", coalesce(r."beginDate", \'\'),'
            f" coalesce(r.\"endDate\", '') FROM {of}_enrollments e JOIN {of}_users u"
            f' ON u."sourcedId" = e."userSourcedId" LEFT JOIN {of}_roles r'
            ' ON r."userSourcedId" = e."userSourcedId" AND r.role = e.role'
            ' AND r."orgSourcedId" = e."schoolSourcedId" WHERE (e.role = \'student\' OR'
            f" (e.role = 'teacher' AND e.\"userSourcedId\" NOT IN ({students_only(of)})))"
            f" {self._within('classSourcedId', 'classes', 'AND e.')}"
            " ORDER BY e.\"classSourcedId\", e.role = 'teacher' AND e.\"primary\" = 'true' DESC,"
            f' {SHOWN_FAMILY}, {SHOWN_GIVEN}, u."sourcedId"'
        )
        return self._store.rows(question)


def _sort_members(
    rows: list[Any], joined: dict[str, str], last_day: str
) -> tuple[tuple[Teacher, ...], tuple[Student, ...]]:
    """Separate teachers from students; a person enrolled twice is there once, with both times."""
    people: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in rows:
        people[row[1], joined.get(row[3], row[3])].append(row)
    teachers: list[Teacher] = []
    students: list[Student] = []
    for (role, id_), records in people.items():
        known = unite_spans([_span(*record[9:], last_day) for record in records])
        _, _, _, _, *names, grades, _, _, _, _ = records[0]
        named = read_names(*names)
        if role == "teacher":
            name = f"{named['given']} {named['family']}"
            teachers.append(Teacher(id=id_, name=name, spans=known))
        else:
            grade = grades.split(",")[0].strip()
            students.append(Student(id=id_, grade=grade, spans=known, **named))
    return tuple(teachers), tuple(students)


@lru_cache(maxsize=1024)  # a roster has few different dates
def _span(begins: str, ends: str, stated_begins: str, stated_ends: str, last_day: str) -> Span:
    """Return the days of an enrollment, within those of the role that is stated for it."""
    return in_class(both((begins, ends), (stated_begins, stated_ends)), last_day)


def _split(value: str) -> tuple[str, ...]:
    return tuple(split_ids(value))
