"""The ports by which mastery asks the domains that keep its data; wiring supplies the objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from chalicelib.acts import Caller
    from chalicelib.paging import Page
    from chalicelib.results.model import Sheet
    from chalicelib.trackers.model import TrackerRow


class ClassSheets(Protocol):
    """The result sheets of classes."""

    def of_class(self, district: str, school_class: str) -> Iterable[Sheet]:
        """Return every sheet of a district's class, in one Query."""


class StudentTrackers(Protocol):
    """A person's trackers that have a certain student."""

    def of_student(
        self, caller: Caller, student: str, limit: int, after: Sequence[Any] | None
    ) -> Page[TrackerRow]:
        """Page through those whose class has a student today. Raises `NotFound` without one."""
