"""The roster as the product reads it, and who may see what of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from chalicelib.acts import Caller, Role
from chalicelib.districts.refusals import PERSON_NOT_FOUND
from chalicelib.errors import Forbidden, Invalid, NotFound
from chalicelib.observability import read_of_students
from chalicelib.paging import Page, cut
from chalicelib.rosters import refusals
from chalicelib.searching import order_name

from .model import (
    STUDENT,
    Course,
    Person,
    RosterClassRow,
    School,
    SchoolClass,
    schools_to_name,
    title_at,
)

if TYPE_CHECKING:
    from .repository import RosterRepository


_PAGE = 200
"""People of the staff that are read together."""


class Rosters:
    """Schools, people, courses and classes of a district."""

    def __init__(self, repository: RosterRepository) -> None:
        """Use this repository."""
        self._repository = repository

    # -- for other domains: nobody is asked who they are -------------------------------------------

    def school_names(self, district: str) -> dict[str, str]:
        """Name every school (and office) by id."""
        return {school.id: school.name for school in self.places(district)}

    def places(self, district: str) -> list[School]:
        """Return every school and office."""
        return self._repository.schools(district)

    def person(self, district: str, person: str) -> Person:
        """Read a person. Raises `NotFound`."""
        return self._repository.person(district, person)

    def find_person(self, district: str, person: str) -> Person | None:
        """Read a person, or nobody."""
        try:
            return self._repository.person(district, person)
        except NotFound:
            return None

    def find_staff(
        self, district: str, wanted: Callable[[Person], bool], today: Callable[[], str]
    ) -> Iterator[Person]:
        """Yield those of the staff that are wanted, as they are today, page by page.

        `today` is asked once, and only if somebody's roles have dates.
        """
        day, after = cache(today), None

        def present(person: Person) -> Person:
            return person.on(day()) if person.is_dated else person

        while True:
            page = self._repository.staff(district, lambda one: wanted(present(one)), _PAGE, after)
            yield from map(present, page.items)
            if not page.after:
                return
            after = page.after

    def people(self, district: str, ids: Iterable[str]) -> dict[str, Person]:
        """Read people by id, with all roles they ever have; those that left are left out."""
        return self._repository.people(district, ids)

    def people_today(self, caller: Caller, ids: Iterable[str]) -> dict[str, Person]:
        """Read people by id, with the roles that they have on the caller's day."""
        found = self._repository.people(caller.district, ids)
        return {id_: person.on(caller.today) for id_, person in found.items()}

    def course_titles(self, district: str, ids: Iterable[str]) -> dict[str, str]:
        """Name courses by id; those that are gone are left out."""
        return {course.id: course.title for course in self._repository.courses_by_id(district, ids)}

    def class_as_kept(self, district: str, school_class: str) -> SchoolClass:
        """Read a class with everyone who is ever in it. Raises `NotFound`."""
        return self._repository.school_class(district, school_class)

    def classes_as_kept(self, district: str, ids: Iterable[str]) -> dict[str, SchoolClass]:
        """Read classes with everyone who is ever in them; those that are gone are left out."""
        return self._repository.school_classes(district, ids)

    def school_class(self, caller: Caller, school_class: str) -> SchoolClass:
        """Read a class as it is on the caller's day. Raises `NotFound`."""
        return self.class_as_kept(caller.district, school_class).on(caller.today)

    def classes_of_course(self, district: str, course: str) -> list[RosterClassRow]:
        """List a course's classes as they are kept, at whatever school. Raises `NotFound`."""
        self._repository.course(district, course)
        return self._repository.classes_of_course(district, course)

    # -- for a signed-in person --------------------------------------------------------------------

    def schools(self, caller: Caller) -> list[School]:
        """List the schools, by name: everybody of the staff may."""
        return sorted(
            self._repository.schools(caller.district), key=lambda s: (order_name(s.name), s.id)
        )

    def school(self, caller: Caller, school: str) -> School:
        """Read a school. Raises `NotFound`."""
        return self._repository.school(caller.district, school)

    def courses(
        self,
        caller: Caller,
        school: str,
        wanted: Callable[[Course], bool],
        limit: int,
        after: Sequence[Any] | None,
    ) -> Page[Course]:
        """Page through the courses that are wanted, of one school or of all."""
        return self._repository.courses(caller.district, school, wanted, limit, after)

    def course(self, caller: Caller, course: str) -> Course:
        """Read a course. Raises `NotFound`."""
        return self._repository.course(caller.district, course)

    def staff(
        self,
        caller: Caller,
        wanted: Callable[[Person], bool],
        limit: int,
        after: Sequence[Any] | None,
        *,
        descending: bool = False,
    ) -> Page[Person]:
        """Page through the staff as they are today, by family name."""
        today = caller.today
        page = self._repository.staff(
            caller.district,
            lambda person: wanted(person.on(today)),
            limit,
            after,
            descending=descending,
        )
        return Page([person.on(today) for person in page.items], page.after, page.facts)

    def somebody(self, caller: Caller, person: str) -> Person:
        """Read a person: staff for all staff, a student for administrators of the student's school.

        Raises `NotFound`. A student being looked at leaves an audit line.
        """
        known = self._repository.person(caller.district, person)
        found = known.on(caller.today)
        if found.is_staff:
            return found
        theirs = any(caller.administers(school) for school in found.schools_as(STUDENT))
        if not (theirs or caller.is_district_admin):
            raise PERSON_NOT_FOUND()
        read_of_students(caller, "person", found.id)
        return found

    def one_class(self, caller: Caller, school_class: str) -> SchoolClass:
        """Read a class with its students: for its teachers and those who administer its school.

        Raises `NotFound`. Leaves an audit line.
        """
        found = self.school_class(caller, school_class)
        if not (found.taught_by(caller.person) or caller.administers(found.school)):
            raise refusals.CLASS_NOT_FOUND()
        read_of_students(caller, "class", found.id)
        return found

    def classes_for(
        self,
        caller: Caller,
        school: str,
        course: str,
        limit: int,
        after: Sequence[Any] | None,
        *,
        past: bool | None = None,
    ) -> Page[RosterClassRow]:
        """Page through one's own classes; for admins, through those of a school or a course.

        `past`: only those whose own terms are over, or only the others.
        """
        if course:
            rows = self._repository.classes_of_course(caller.district, course)
            today = [row.on(caller.today) for row in rows if school in ("", row.school)]
            seen = [row for row in today if _may_see(caller, row) and past in (None, row.past)]
            return cut(self._with_schools(caller.district, seen), limit, after, _by_title)
        if school:
            return self._of_school(
                caller, school, limit, after, lambda row: past in (None, row.is_past(caller.today))
            )
        if Role.TEACHER not in caller.roles:
            raise _require_school_or_course()
        mine = [row for row in self.list_taught_classes(caller) if past in (None, row.past)]
        return cut(mine, limit, after, _by_title)

    def list_taught_classes(self, caller: Caller) -> list[RosterClassRow]:
        """List the classes that the caller teaches today, also past ones."""
        own = self.classes_taught(caller.district, caller.person, caller.today)
        return self._with_schools(caller.district, own)

    def classes_taught(self, district: str, person: str, day: str) -> list[RosterClassRow]:
        """List the classes that a person teaches on a day, also past ones."""
        kept = (row.on(day) for row in self._repository.classes_taught(district, person))
        return [row for row in kept if row.taught_by(person)]

    def _with_schools(self, district: str, rows: Sequence[RosterClassRow]) -> list[RosterClassRow]:
        """Have titles carry the school where a class of another school has the same title.

        Schools are read only where there are any.
        """
        schools = schools_to_name((row.id, row.title, row.school) for row in rows)
        names = self.school_names(district) if schools else {}
        return [
            row.model_copy(update={"title": title_at(row.title, names.get(row.school, ""))})
            if row.id in schools
            else row
            for row in rows
        ]

    def _of_school(
        self,
        caller: Caller,
        school: str,
        limit: int,
        after: Sequence[Any] | None,
        wanted: Callable[[RosterClassRow], bool],
    ) -> Page[RosterClassRow]:
        if not caller.administers(school):
            raise _not_your_school()
        page = self._repository.classes_of_school(caller.district, school, wanted, limit, after)
        return Page([row.on(caller.today) for row in page.items], page.after, page.facts)


def _may_see(caller: Caller, row: RosterClassRow) -> bool:
    return caller.administers(row.school) or row.taught_by(caller.person)


def _by_title(row: RosterClassRow) -> Sequence[Any]:
    return [row.title, row.id]


def _not_your_school() -> Forbidden:
    return refusals.NOT_YOUR_SCHOOL(pointer="query:school")


def _require_school_or_course() -> Invalid:
    return refusals.SCHOOL_OR_COURSE_MISSING(pointer="query:school")
