"""The acts of authors and administrators on assessments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from chalicelib.acts import Act, Caller
from chalicelib.assessments import refusals
from chalicelib.clock import instant
from chalicelib.errors import stale
from chalicelib.ids import new_id
from chalicelib.storage import keys
from chalicelib.storage.table import ConditionFailed

from . import copying, freezing
from .alignment import align_items
from .description import about, describe
from .items import Item, points_possible
from .model import (
    OPEN,
    Approval,
    Assessment,
    AssessmentHeader,
    Document,
    FormattedTexts,
    ShownAssessment,
    Visibility,
)
from .repository import (
    AssessmentRepository,
    creation_of,
    first_results_of,
    read_header,
    removal_of,
    use_of,
)
from .versions import Versions, with_versions

if TYPE_CHECKING:
    from chalicelib.districts.model import District
    from chalicelib.districts.service import Districts
    from chalicelib.rosters.service import Rosters
    from chalicelib.standards.service import Standards
    from chalicelib.storage.conditions import Write

    from .ports import Companions, TeamSharing


_MATCHING = ("set_id", "levels")
"""Properties that decide which trackers an assessment may be given to."""

NONE_FORMATTED: Mapping[str, FormattedTexts] = MappingProxyType({})


@dataclass(eq=False, repr=False)
class Assessments:
    """The assessments of a district. The neighbors are asked only where they matter."""

    _repository: AssessmentRepository
    _districts: Districts
    _standards: Callable[[], Standards]
    _rosters: Callable[[], Rosters]
    _companions: Callable[[], Companions]
    _teams: Callable[[], TeamSharing]

    # -- reading ----------------------------------------------------------------------------------

    def header(self, who: Caller | str, assessment: str) -> AssessmentHeader:
        """Read a header, as a person (who must be allowed to see it) or for a district.

        Raises `NotFound`.
        """
        district = who.district if isinstance(who, Caller) else who
        header = self._repository.header(district, assessment)
        if header is None or (isinstance(who, Caller) and not self._sees(who, header)):
            raise refusals.ASSESSMENT_NOT_FOUND()
        return header

    def headers(self, district: str, assessments: Iterable[str]) -> dict[str, AssessmentHeader]:
        """Read headers by id, for the district; those that do not exist are left out."""
        return self._repository.headers(district, assessments)

    def headers_with_settings(
        self, district: str, assessments: Iterable[str]
    ) -> tuple[District, dict[str, AssessmentHeader]]:
        """Read headers by id together with the district's settings: one call per hundred."""
        places = {each: keys.assessment_header(district, each) for each in assessments}
        settings, items = self._districts.read_along(district, places.values())
        return settings, {
            each: read_header(items[at]) for each, at in places.items() if at in items
        }

    def hidden(self, caller: Caller, header: AssessmentHeader) -> bool:
        """Return whether its creator keeps its questions from this person."""
        return header.hidden_from(caller) and not self._teams().shares(caller, header.id)

    def seen_alone(self, caller: Caller, header: AssessmentHeader) -> bool:
        """Return whether they see it without any data team that shares it with them."""
        return self.sight(caller)(header)

    def other_sittings(self, district: str, header: AssessmentHeader) -> list[AssessmentHeader]:
        """Return the same test at other times: the first, and its second sittings."""
        original = header.sitting_of or header.id
        known = self._repository.header(district, original) if header.sitting_of else None
        found = [*([known] if known else []), *self._repository.sittings(district, original)]
        return [each for each in found if each.id != header.id]

    def scored_alike(self, district: str, one: str, other: str) -> bool:
        """Get whether equal answers earn the same on two sittings of a test. Raises `NotFound`."""
        first, second = (self.read_given(district, each) for each in (one, other))
        return freezing.scored_alike(first.contents, second.contents)

    def show(self, caller: Caller, assessment: str) -> ShownAssessment:
        """Read a header with what this person may do. Raises `NotFound`."""
        header = self.header(caller, assessment)
        return _show(caller, self._describe_one(caller.district, header))

    def read(self, caller: Caller, assessment: str) -> Assessment:
        """Read header and contents. Raises `NotFound`."""
        found = self._repository.read(caller.district, assessment)
        if found is None or not self._sees(caller, found.header):
            raise refusals.ASSESSMENT_NOT_FOUND()
        return found

    def read_given(self, district: str, assessment: str) -> Assessment:
        """Read header and contents of an assessment that a class has, with any visibility.

        Raises `NotFound`.
        """
        found = self._repository.read(district, assessment)
        if found is None:
            raise refusals.ASSESSMENT_NOT_FOUND()
        return found

    def describe(
        self, district: str, headers: Iterable[AssessmentHeader]
    ) -> list[AssessmentHeader]:
        """Return headers that know what their standards sets are of."""
        return describe(headers, lambda sets: self._standards().labels(district, sets))

    # -- writing ----------------------------------------------------------------------------------

    def create(self, act: Act, properties: dict[str, Any]) -> ShownAssessment:
        """Begin a draft. Its standards set is checked when its items are set."""
        at = instant(act.at)
        known = {"creator": act.caller.person, "creator_name": act.caller.name}
        given = {**known, "created": at, "changed": at, **properties}
        given.setdefault("levels", None)
        if given["levels"] is None:
            given["levels"] = self._districts.read(act.district).mastery_levels
        header = self._describe_one(act.district, AssessmentHeader(id=new_id(), **given))
        header.check_cuts()
        shown = _show(act.caller, self._set_schools(act.caller, header))
        self._repository.create(act, shown.header, None, shown)
        return shown

    def change(
        self, act: Act, assessment: str, version: int, properties: dict[str, Any]
    ) -> ShownAssessment:
        """Change properties; `properties` holds only the changes."""
        before = self._mine(act.caller, assessment, version)
        changes = {n: value for n, value in properties.items() if getattr(before, n) != value}
        if not changes:
            return _show(act.caller, before)
        self._check_changes(act.district, before, changes)
        moved = {"of_set": None} if "set_id" in changes else {}
        header = self._describe_one(act.district, self._next(act, before, changes | moved))
        header.check_cuts()
        if "visibility" in changes:
            header = self._set_schools(act.caller, header)
        shown = _show(act.caller, header)
        unused = not set(_MATCHING).isdisjoint(changes)
        unscored = not freezing.PROPERTIES.isdisjoint(changes)
        self._repository.save(act, header, shown, unused=unused, unscored=unscored)
        return shown

    def set_items(
        self,
        act: Act,
        assessment: str,
        version: int,
        items: Sequence[Item],
        document: Document | None,
        *,
        versions: Versions | None = None,
        formatted: Mapping[str, FormattedTexts] = NONE_FORMATTED,
        shown: Callable[[Assessment], Any] = lambda saved: saved,
    ) -> Any:
        """Replace all items (and the document). Raises `Invalid` with everything that is wrong.

        Without `versions` the key versions stay that still fit the items; `formatted` is of items
        that come with more than plain text. `shown` says what the
        act is answered with, which is also what is returned.
        """
        had = self._mine_whole(act.caller, assessment, version)
        before = had.header
        chosen = cache(partial(self._standards().require_set, act.district, before.set_id))
        contents, union, codes = align_items(before, items, document, chosen)
        contents = with_versions(contents, had.contents.versions, versions)
        known = [
            formatted.get(item.id) or had.contents.find_formatted(item) for item in contents.items
        ]
        contents = contents.with_formatted(known)
        freezing.check_contents(before, had.contents, contents)
        if union != before.mask:
            before.check_free("its standards")
        changes = {
            "mask": union,
            "standards": codes,
            "items": len(items),
            "points": points_possible(items),
            "document": document.name if document else "",
            "of_set": about(chosen().label) if items else before.of_set,
        }
        header = self._next(act, before, changes)
        saved = shown(Assessment(header, contents))
        unused, unscored = union != before.mask, not before.scored
        self._repository.save(
            act, header, saved, contents=contents, unused=unused, unscored=unscored
        )
        return saved

    def copy(self, act: Act, assessment: str, title: str | None) -> ShownAssessment:
        """Copy header and items into a new draft of the caller's own (A7)."""
        header, writes = self.copying(act, assessment, title)
        shown = _show(act.caller, header)
        try:
            self._repository.commit(act, writes, shown)
        except ConditionFailed as failed:
            raise refusals.ATTACHMENTS_CHANGED() from failed
        return shown

    def copying(
        self, act: Act, assessment: str, title: str | None, *, in_use: bool = False
    ) -> tuple[AssessmentHeader, list[Write]]:
        """Get a copy's header, and the writes by which it comes about, with all attached files."""
        original = self.read(act.caller, assessment)
        original.header.check_copyable(act.caller)
        header = copying.copy_of(act, original.header, title, in_use=in_use)
        return header, self._build_duplicate(act, original, header)

    def second_sitting(self, act: Act, assessment: str) -> tuple[AssessmentHeader, list[Write]]:
        """Return a second sitting's header, and the writes by which it comes about.

        It is what the first is at this moment, and nobody edits it; so the first must still be at
        the version that was read. Asks not whether the caller may see or copy it.
        """
        original = self.read_given(act.district, assessment)
        header = copying.sitting_of(act, original.header)
        same = use_of(act.district, original.header, as_it_is=True)
        return header, [*same, *self._build_duplicate(act, original, header)]

    def build_sitting_removal(self, act: Act, assessment: str) -> list[Write]:
        """Return the writes that remove a second sitting nobody was given; none if somebody was."""
        header = self._repository.header(act.district, assessment)
        if header is None or header.in_use or not header.sitting_of:
            return []
        return [
            *removal_of(act.district, header),
            *self._companions().build_removal_writes(act, assessment),
        ]

    def delete(self, act: Act, assessment: str, version: int) -> None:
        """Remove a draft of one's own forever; never one that anybody has.

        An assessment of a tracker or a distribution must stay readable, so it can only be hidden
        (visibility "only me"), not removed.
        """
        header = self._mine(act.caller, assessment, version)
        header.check_free("it")
        along = self._companions().build_removal_writes(act, assessment)
        try:
            self._repository.delete(act, header, along)
        except ConditionFailed as failed:
            raise refusals.ATTACHMENTS_CHANGED() from failed

    def approve(self, act: Act, assessment: str, version: int) -> ShownAssessment:
        """Set the badge “District approved” (A3)."""
        before = self._at_version(act.caller, assessment, version)
        if before.visibility not in OPEN:
            raise refusals.APPROVAL_NEEDS_DISTRICT()
        return self._badge(act, before, Approval(by=act.caller.person, at=instant(act.at)))

    def withdraw_approval(self, act: Act, assessment: str, version: int) -> ShownAssessment:
        """Remove the badge."""
        return self._badge(act, self._at_version(act.caller, assessment, version), None)

    def use(self, district: str, header: AssessmentHeader, *, as_it_is: bool) -> list[Write]:
        """Return the writes that go with giving it to somebody (see `use_of`)."""
        return use_of(district, header, as_it_is=as_it_is)

    def first_results(
        self, district: str, header: AssessmentHeader, cuts: tuple[str, ...]
    ) -> list[Write]:
        """Get the writes that go with results on it, scored by `cuts` (see `first_results_of`)."""
        return first_results_of(district, header, cuts)

    # -- steps ------------------------------------------------------------------------------------

    def _build_duplicate(
        self, act: Act, original: Assessment, header: AssessmentHeader
    ) -> list[Write]:
        along = self._companions().build_copy_writes(act, original.id, header.id)
        return [*creation_of(act.district, header, original.contents), *along]

    def _describe_one(self, district: str, header: AssessmentHeader) -> AssessmentHeader:
        (described,) = self.describe(district, [header])
        return described

    def _sees(self, caller: Caller, header: AssessmentHeader) -> bool:
        """Return whether they see it, or a data team of theirs gives it to them (P3)."""
        return self.sight(caller)(header) or self._teams().shares(caller, header.id)

    def sight(self, caller: Caller) -> Callable[[AssessmentHeader], bool]:
        """Get what this person sees; the roster is asked for their schools once, if it matters."""
        schools = cache(partial(self._schools, caller))

        def sees(header: AssessmentHeader) -> bool:
            asks_school = header.visibility == Visibility.SCHOOL and header.creator != caller.person
            return header.visible_to(caller, schools() if asks_school else frozenset())

        return sees

    def _at_version(self, caller: Caller, assessment: str, version: int) -> AssessmentHeader:
        header = self.header(caller, assessment)
        if header.version != version:
            raise stale("assessment", header.version)
        return header

    def _mine(self, caller: Caller, assessment: str, version: int) -> AssessmentHeader:
        header = self.header(caller, assessment)
        _check_theirs(header, caller, version)
        return header

    def _mine_whole(self, caller: Caller, assessment: str, version: int) -> Assessment:
        found = self.read(caller, assessment)
        _check_theirs(found.header, caller, version)
        return found

    def _next(
        self, act: Act, before: AssessmentHeader, changes: dict[str, Any]
    ) -> AssessmentHeader:
        known = {"version": before.version + 1, "changed": instant(act.at)}
        return before.model_copy(update={**known, **changes})

    def _badge(
        self, act: Act, before: AssessmentHeader, approved: Approval | None
    ) -> ShownAssessment:
        if (before.approved is None) == (approved is None):
            return _show(act.caller, before)
        version = before.version + 1
        header = before.model_copy(update={"approved": approved, "version": version})
        shown = _show(act.caller, header)
        self._repository.save(act, header, shown)
        return shown

    def _set_schools(self, caller: Caller, header: AssessmentHeader) -> AssessmentHeader:
        """Keep with it the schools that may see it."""
        if header.visibility != Visibility.SCHOOL:
            return header.model_copy(update={"schools": ()})
        schools = self._schools(caller)
        if not schools:
            raise refusals.NO_SCHOOL(pointer="/visibility")
        return header.model_copy(update={"schools": tuple(sorted(schools))})

    def _check_changes(
        self, district: str, before: AssessmentHeader, changes: dict[str, Any]
    ) -> None:
        freezing.check_properties(before, changes)
        if not set(_MATCHING).isdisjoint(changes):
            before.check_free("its standards set and its number of mastery levels")
        if "set_id" in changes:
            freezing.check_no_items(before)
            self._standards().require_set(district, changes["set_id"])
        narrower = (
            before.visibility in OPEN and changes.get("visibility", before.visibility) not in OPEN
        )
        if narrower:
            before.check_free("who sees it")
        if before.approved and changes.get("visibility", Visibility.DISTRICT) not in OPEN:
            raise refusals.APPROVED_MUST_STAY_VISIBLE()

    def _schools(self, caller: Caller) -> frozenset[str]:
        """Name the schools where this person works or that they administer."""
        known = self._rosters().people(caller.district, [caller.person]).get(caller.person)
        return caller.schools | (known.schools_as() if known else frozenset())


def _check_theirs(header: AssessmentHeader, caller: Caller, version: int) -> None:
    """Refuse an assessment that they may not change, or that changed since they saw it."""
    header.check_editable(caller)
    if header.version != version:
        raise stale("assessment", header.version)


def _show(caller: Caller, header: AssessmentHeader) -> ShownAssessment:
    return ShownAssessment(header, header.list_allowed_acts(caller))
