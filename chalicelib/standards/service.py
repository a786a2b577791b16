"""A coordinator's questions about standards: the frameworks, the sets, the content of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from chalicelib.paging import Page, cut
from chalicelib.standards import refusals

from .grades import codes
from .subjects import subject_name

if TYPE_CHECKING:
    from .model import SetLabel, StandardsSet
    from .records import FrameworkRecord, SetSummary
    from .repository import StandardsRepository


class Standards:
    """The district's standards, as its staff read them."""

    def __init__(self, repository: StandardsRepository) -> None:
        """Use this repository."""
        self._repository = repository
        self._labels: dict[tuple[str, str], SetLabel] = {}
        """Of sets by district and id, as they were read here before."""

    def labels(self, district: str, sets: Iterable[str]) -> dict[str, SetLabel]:
        """Describe the sets that exist: subject, grades and name.

        That never changes, so a process asks the table for each only once.
        """
        wanted = set(sets)
        unread = [each for each in wanted if (district, each) not in self._labels]
        for found in self._repository.indexes(district, unread) if unread else ():
            self._labels[district, found.id] = found.label
        known = {each: self._labels.get((district, each)) for each in wanted}
        return {each: label for each, label in known.items() if label}

    def set(self, district: str, set_id: str) -> StandardsSet:
        """Return a set without its rows, for `mask` and `codes`. Raises `NotFound`."""
        found = self._repository.index(district, set_id)
        if found is None:
            raise refusals.STANDARDS_SET_NOT_FOUND()
        return found

    def require_set(self, district: str, set_id: str) -> StandardsSet:
        """Return the set that a request names as its `set_id`. Raises `Invalid` for none."""
        found = self._repository.index(district, set_id)
        if found is None:
            raise refusals.STANDARDS_SET_UNKNOWN(pointer="/set_id")
        return found

    def tree(self, district: str, set_id: str) -> StandardsSet:
        """Return a set with its rows, headings included. Raises `NotFound`."""
        found = self._repository.whole(district, set_id)
        if found is None:
            raise refusals.STANDARDS_SET_NOT_FOUND()
        return found

    def sets(
        self,
        district: str,
        limit: int,
        after: Sequence[Any] | None = None,
        *,
        framework: str = "",
        subject: str = "",
        grade: str = "",
    ) -> Page[SetSummary]:
        """List the sets that are not retired, narrowed by framework, subject and grade.

        `grade` is written as people write it (`3`, `03`, `K`); a set that spans it is listed.
        """
        wanted = _make_set_filter(subject, grade)
        found = self._repository.summaries(district, framework)
        shown = [one for one in found if one.standards and wanted(one)]
        return cut(shown, limit, after, lambda one: one.position)

    def frameworks(
        self, district: str, limit: int, after: Sequence[Any] | None = None
    ) -> Page[FrameworkRecord]:
        """List the frameworks by title."""
        found = self._repository.frameworks(district)
        return cut(found, limit, after, lambda one: [one.title, one.id])

    def framework(self, district: str, framework: str) -> FrameworkRecord:
        """Read a framework. Raises `NotFound`."""
        found = self._repository.framework(district, framework)
        if found is None:
            raise refusals.FRAMEWORK_NOT_FOUND()
        return found


def _make_set_filter(subject: str, grade: str) -> Callable[[SetSummary], bool]:
    """Return which sets are asked for; a set for all grades is for each."""
    grades = frozenset(codes(grade))
    named = subject_name(subject)

    def wanted(one: SetSummary) -> bool:
        of_subject = not named or subject_name(one.subject) == named
        return of_subject and (not grades or not one.grades or not grades.isdisjoint(one.grades))

    return wanted
