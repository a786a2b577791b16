"""Trackers in lists: whose, in which order, and what their classes are called there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from chalicelib.paging import Page, cut
from chalicelib.rosters.model import schools_to_name, title_at
from chalicelib.rosters.refusals import SCHOOL_NOT_FOUND, STUDENT_NOT_FOUND

from .model import TrackerRow, check_own
from .refusals import TRACKERS_OF_DISTRICT

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.rosters.service import Rosters

    from .repository import TrackerRepository

Wanted = Callable[[TrackerRow], bool]


class TrackerLists:
    """The lists of a district's trackers, as they are today."""

    def __init__(self, repository: TrackerRepository, rosters: Callable[[], Rosters]) -> None:
        """Use these; schools are asked for only where their names are needed."""
        self._repository = repository
        self._rosters = rosters

    def mine(
        self, caller: Caller, wanted: Wanted, limit: int, after: Sequence[Any] | None
    ) -> Page[TrackerRow]:
        """List the trackers of the classes that the caller teaches, and those shared with them.

        Raises `Invalid` for administrators who have none.
        """
        rows = self._repository.of_person(caller)
        check_own(caller, rows)
        named = carry_schools(rows, lambda: self._rosters().school_names(caller.district))
        return _page(named, wanted, limit, after)

    def of_school(
        self, caller: Caller, school: str, wanted: Wanted, limit: int, after: Sequence[Any] | None
    ) -> Page[TrackerRow]:
        """List a school's trackers, for its administrators. Raises `NotFound`."""
        if not caller.administers(school):
            raise SCHOOL_NOT_FOUND()
        pages = self._repository.rows(caller.district, caller.today, school)
        return _page((row for page in pages for row in page), wanted, limit, after)

    def of_district(
        self, caller: Caller, wanted: Wanted, limit: int, after: Sequence[Any] | None
    ) -> Page[TrackerRow]:
        """List all trackers, for district administrators. Raises `Forbidden`."""
        if not caller.is_district_admin:
            raise TRACKERS_OF_DISTRICT(pointer="query:whole_district")
        pages = self._repository.rows(caller.district, caller.today)
        return _page((row for page in pages for row in page), wanted, limit, after)

    def of_student(
        self, caller: Caller, student: str, limit: int, after: Sequence[Any] | None
    ) -> Page[TrackerRow]:
        """List the caller's trackers, not archived, whose class has a student today.

        Raises `NotFound` where there is none.
        """
        rows = [row for row in self._repository.of_person(caller) if not row.archived]
        classes = self._rosters().classes_as_kept(
            caller.district, dict.fromkeys(row.class_id for row in rows)
        )
        theirs = {
            each.id
            for each in classes.values()
            if any(one.id == student for one in each.on(caller.today).students)
        }
        if not theirs:
            raise STUDENT_NOT_FOUND()
        found = [row for row in rows if row.class_id in theirs]
        named = carry_schools(found, lambda: self._rosters().school_names(caller.district))
        return _page(named, lambda _: True, limit, after)


def _page(
    rows: Iterable[TrackerRow], wanted: Wanted, limit: int, after: Sequence[Any] | None
) -> Page[TrackerRow]:
    return cut([row for row in rows if wanted(row)], limit, after, _place)


def _place(row: TrackerRow) -> tuple[str, ...]:
    """Order trackers by class, never two classes with the same title mixed; then by title."""
    return row.class_title.casefold(), row.class_id, row.title.casefold(), row.id


def carry_schools(
    rows: Sequence[TrackerRow], school_names: Callable[[], Mapping[str, str]]
) -> list[TrackerRow]:
    """Have class titles carry the school where a class of another school has the same title.

    Schools are asked for only where there are any.
    """
    schools = schools_to_name((row.class_id, row.class_title, row.school) for row in rows)
    names = school_names() if schools else {}
    return [
        replace(row, class_title=title_at(row.class_title, names.get(row.school, "")))
        if row.class_id in schools
        else row
        for row in rows
    ]
