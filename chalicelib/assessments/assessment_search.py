"""Looking for assessments and items: the list, what its filters offer, the item bank (A4, A5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from chalicelib.paging import Page

from . import bank, search
from .filter_choices import Choices, choices
from .model import AssessmentHeader, ShownAssessment
from .refusals import ITEM_UNKNOWN_HERE

if TYPE_CHECKING:
    from chalicelib.acts import Caller
    from chalicelib.standards.service import Standards

    from .items import Facility
    from .ports import ItemFigures, TeamSharing
    from .repository import AssessmentRepository
    from .service import Assessments


@dataclass(eq=False, repr=False)
class AssessmentSearch:
    """Looks through the assessments of a district, in one pass over their headers.

    Standards give the names of sets, figures how hard items were, teams who belongs to them.
    """

    _repository: AssessmentRepository
    _assessments: Assessments
    _standards: Callable[[], Standards]
    _figures: Callable[[], ItemFigures]
    _teams: Callable[[], TeamSharing]

    def find(
        self,
        caller: Caller,
        wanted: search.AssessmentFilter,
        limit: int,
        after: Sequence[str] | None,
    ) -> Page[ShownAssessment]:
        """List what this person may see and looks for. Raises `NotFound` of a foreign team."""
        sees = self._assessments.sight(caller)
        people = self._teams().name_people(caller, wanted.team) if wanted.team else None
        found = (
            header
            for header in self._every(caller.district)
            if search.matches(header, wanted, caller.person)
            and (people is None or header.creator in people)
            and sees(header)
        )
        page = search.page(found, wanted, limit, after)
        return Page(
            [ShownAssessment(each, each.list_allowed_acts(caller)) for each in page.items],
            page.after,
            page.facts,
        )

    def choices(self, caller: Caller) -> Choices:
        """Get what the filters of the list can be set to: what occurs in what this person sees."""
        sees = self._assessments.sight(caller)
        seen = [header for header in self._every(caller.district) if sees(header)]
        named = {header.set_id for header in seen if header.set_id}
        return choices(seen, self._standards().labels(caller.district, named) if named else {})

    def find_items(
        self,
        caller: Caller,
        wanted: bank.ItemFilter,
        limit: int,
        after: Sequence[int | str] | None,
    ) -> Page[bank.FoundItem]:
        """Look through the items of every assessment that this person may copy (A5)."""
        sees = self._assessments.sight(caller)
        headers = [
            header
            for header in self._repository.every(caller.district)
            if bank.may_hold(header, wanted) and header.copyable_by(caller) and sees(header)
        ]
        read = partial(self._repository.contents, caller.district)
        rate = partial(self._rate, caller.district)
        return bank.look_through(headers, wanted, read, limit, after, rate)

    def find_uses(
        self,
        caller: Caller,
        assessment: str,
        item: str,
        limit: int,
        after: Sequence[int | str] | None,
    ) -> Page[bank.FoundItem]:
        """List where an item is used: the assessments that ask the same, as far as they are seen.

        Only those of its standards set, which its copies stay in. Raises `NotFound`.
        """
        source = self._assessments.read(caller, assessment)
        asked = next((each for each in source.contents.items if each.id == item), None)
        if asked is None:
            raise ITEM_UNKNOWN_HERE()
        sees = self._assessments.sight(caller)
        headers = [
            header
            for header in self._repository.every(caller.district)
            if header.items and header.set_id == source.header.set_id and sees(header)
        ]
        read = partial(self._repository.contents, caller.district)
        return bank.look_for_uses(headers, asked, read, limit, after)

    def _rate(self, district: str, assessment: str) -> Sequence[Facility]:
        return self._figures().facilities(district, assessment)

    def _every(self, district: str) -> list[AssessmentHeader]:
        """Return all headers, with what their standards sets are of."""
        return self._assessments.describe(district, self._repository.every(district))
