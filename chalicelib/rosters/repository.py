"""Where the roster's documents are kept, and how they are found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from chalicelib.districts.refusals import PERSON_NOT_FOUND
from chalicelib.districts.sign_in_entry import SignIn
from chalicelib.districts.sign_in_items import roster_sign_in
from chalicelib.errors import NotFound, ProblemType
from chalicelib.paging import Page
from chalicelib.rosters import refusals
from chalicelib.storage import keys
from chalicelib.storage.attributes import Item
from chalicelib.storage.conditions import Delete, Put
from chalicelib.storage.keys import Key
from chalicelib.storage.table import Repository

from .document_changes import DocumentChange, DocumentEntry, KeptChange, serialize_document
from .model import Course, Person, RosterClassRow, RosterDocumentKind, School, SchoolClass

M = TypeVar("M", bound=BaseModel)

_PAGE = 200
_TITLE = 30
"""Letters of a name that sort it; the rest is in the document."""

_PLACES: dict[RosterDocumentKind, Callable[[str, str, str], Key]] = {
    RosterDocumentKind.SCHOOL: lambda district, id_, _: keys.school(district, id_),
    RosterDocumentKind.COURSE: lambda district, id_, _: keys.course(district, id_),
    RosterDocumentKind.PERSON: lambda district, id_, _: keys.person(district, id_),
    RosterDocumentKind.CLASS: lambda district, id_, _: keys.school_class(district, id_),
    RosterDocumentKind.OFFERED: lambda district, id_, owner: keys.class_of_course(
        district, owner, id_
    ),
    RosterDocumentKind.TAUGHT: lambda district, id_, owner: keys.class_of_teacher(
        district, owner, id_
    ),
    RosterDocumentKind.SIGN_IN: lambda district, id_, _: keys.sign_in(district, id_),
}


def keep(district: str, change: DocumentChange) -> KeptChange:
    """Return a change with the attributes that it writes."""
    write = write_of(district, change)
    item = write.item if isinstance(write, Put) else None
    return KeptChange(change.kind, change.id, change.owner, item)


def write_again(district: str, kept: KeptChange) -> Put | Delete:
    """Return the write that makes a change that was kept."""
    key = _PLACES[RosterDocumentKind(kept.kind)](district, kept.id, kept.owner)
    return Delete(key) if kept.item is None else Put(key, kept.item)


def write_of(district: str, change: DocumentChange) -> Put | Delete:
    """Return the write that makes a change of the roster."""
    key = _PLACES[change.kind](district, change.id, change.owner)
    if change.entry is None:
        return Delete(key)
    if change.kind is RosterDocumentKind.SIGN_IN:
        return roster_sign_in(district, cast("SignIn", change.entry.model))
    return Put(
        key, {"doc": serialize_document(change.entry.model), **_listing(district, change.entry)}
    )


def _listing(district: str, entry: DocumentEntry) -> Item:
    """Return the attributes that put a document into a list, if it is in one, and a class's card.

    Of classes the rows are listed, which do not carry the students.
    """
    match entry.model:
        case Course() as course:
            order = keys.join(course.school, _build_sort_name(course.title), course.id)
            return {"list_pk": keys.courses(district), "list_sk": order}
        case Person() as person if person.is_staff:
            name = (_build_sort_name(person.family), _build_sort_name(person.given), person.id)
            return {"list_pk": keys.staff(district), "list_sk": keys.join(*name)}
        case RosterClassRow() as row if entry.kind is RosterDocumentKind.OFFERED:
            order = keys.join(_build_sort_name(row.title), row.id)
            place = keys.classes_of_school(district, row.school)
            return {"card": row.card, "list_pk": place, "list_sk": order}
        case SchoolClass() as kept:
            return {"card": kept.card}
        case _:
            return {}


def _build_sort_name(name: str) -> str:
    return name.casefold()[:_TITLE]


class RosterRepository(Repository):
    """Schools, people, courses and classes."""

    # -- one --------------------------------------------------------------------------------------

    def school(self, district: str, school: str) -> School:
        """Read a school. Raises `NotFound`."""
        return self._one(keys.school(district, school), School, refusals.SCHOOL_NOT_FOUND)

    def person(self, district: str, person: str) -> Person:
        """Read a person. Raises `NotFound`."""
        return self._one(keys.person(district, person), Person, PERSON_NOT_FOUND)

    def course(self, district: str, course: str) -> Course:
        """Read a course. Raises `NotFound`."""
        return self._one(keys.course(district, course), Course, refusals.COURSE_NOT_FOUND)

    def school_class(self, district: str, school_class: str) -> SchoolClass:
        """Read a class with everyone in it. Raises `NotFound`."""
        return self._one(
            keys.school_class(district, school_class), SchoolClass, refusals.CLASS_NOT_FOUND
        )

    def school_classes(self, district: str, ids: Iterable[str]) -> dict[str, SchoolClass]:
        """Read classes by id, a hundred a call; those that are not there are left out."""
        found = self._table.get_many(keys.school_class(district, each) for each in ids)
        classes = (SchoolClass.model_validate_json(item["doc"]) for item in found.values())
        return {each.id: each for each in classes}

    def _one(self, key: Key, model: type[M], missing: ProblemType[NotFound]) -> M:
        item = self._table.get(key)
        if item is None:
            raise missing()
        return model.model_validate_json(item["doc"])

    # -- several ----------------------------------------------------------------------------------

    def people(self, district: str, ids: Iterable[str]) -> dict[str, Person]:
        """Read people by id; those that are not there are left out."""
        found = self._table.get_many(keys.person(district, each) for each in ids)
        people = (Person.model_validate_json(item["doc"]) for item in found.values())
        return {person.id: person for person in people}

    def courses_by_id(self, district: str, ids: Iterable[str]) -> list[Course]:
        """Read courses by id; those that are not there are left out."""
        found = self._table.get_many(keys.course(district, each) for each in ids)
        return [_course(item) for item in found.values()]

    def schools(self, district: str) -> list[School]:
        """Read all schools and offices."""
        pages = self._table.pages(keys.school(district, "").pk)
        return [School.model_validate_json(item["doc"]) for page in pages for item in page]

    def classes_taught(self, district: str, person: str) -> list[RosterClassRow]:
        """List a teacher's classes."""
        return self._rows(keys.class_of_teacher(district, person, ""))

    def classes_of_course(self, district: str, course: str) -> list[RosterClassRow]:
        """List a course's classes, at whatever school."""
        return self._rows(keys.class_of_course(district, course, ""))

    def _rows(self, start: Key) -> list[RosterClassRow]:
        pages = self._table.pages(start.pk, begins=start.sk)
        return [_class_row(item) for page in pages for item in page]

    # -- lists by the index -----------------------------------------------------------------------

    def classes_of_school(
        self,
        district: str,
        school: str,
        wanted: Callable[[RosterClassRow], bool],
        limit: int,
        after: Sequence[Any] | None,
    ) -> Page[RosterClassRow]:
        """Page through those of a school's classes that are wanted, by title."""
        pk = keys.classes_of_school(district, school)
        page = self._page(pk, limit, after, lambda item: wanted(_class_row(item)))
        return Page([_class_row(item) for item in page.items], page.after)

    def courses(
        self,
        district: str,
        school: str,
        wanted: Callable[[Course], bool],
        limit: int,
        after: Sequence[Any] | None,
    ) -> Page[Course]:
        """Page through the courses (of a school) that are wanted, by school and title."""
        begins = keys.join(school, "") if school else ""
        page = self._page(
            keys.courses(district), limit, after, lambda item: wanted(_course(item)), begins
        )
        return Page([_course(item) for item in page.items], page.after)

    def staff(
        self,
        district: str,
        wanted: Callable[[Person], bool],
        limit: int,
        after: Sequence[Any] | None,
        *,
        descending: bool = False,
    ) -> Page[Person]:
        """Page through the staff that is wanted, by family name."""
        page = self._page(
            keys.staff(district),
            limit,
            after,
            lambda item: wanted(_person(item)),
            descending=descending,
        )
        return Page([_person(item) for item in page.items], page.after)

    def _page(
        self,
        list_pk: str,
        limit: int,
        after: Sequence[Any] | None,
        wanted: Callable[[Item], bool],
        begins: str = "",
        *,
        descending: bool = False,
    ) -> Page[Item]:
        """Collect a page; there is a next one only if at least one more is known to be wanted."""
        found: list[Item] = []
        for item in self._list_items(list_pk, begins, after, descending=descending):
            if not wanted(item):
                continue
            if len(found) == limit:
                return Page(found, _position(found[-1]))
            found.append(item)
        return Page(found)

    def _list_items(
        self, list_pk: str, begins: str, after: Sequence[Any] | None, *, descending: bool = False
    ) -> Iterator[Item]:
        behind = (after[0], Key(after[1], after[2])) if after else None
        while True:
            items = self._table.listing(
                list_pk, begins=begins, after=behind, limit=_PAGE, forward=not descending
            )
            yield from items
            if not items:  # fewer than asked for says nothing: a megabyte may have been full
                return
            order, *key = _position(items[-1])
            behind = (order, Key(*key))


def _person(item: Item) -> Person:
    return Person.model_validate_json(item["doc"])


def _course(item: Item) -> Course:
    return Course.model_validate_json(item["doc"])


def _class_row(item: Item) -> RosterClassRow:
    return RosterClassRow.model_validate_json(item["doc"])


def _position(item: Item) -> list[str]:
    return [item["list_sk"], item["pk"], item["sk"]]
