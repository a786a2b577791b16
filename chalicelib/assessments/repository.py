"""Where assessments are kept: all headers in one partition, each one's contents apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chalicelib.assessments import refusals
from chalicelib.errors import stale
from chalicelib.storage import keys
from chalicelib.storage.conditions import (
    MUST_NOT_EXIST,
    Check,
    Delete,
    Put,
    Update,
    Write,
    attribute_is,
    attribute_missing,
    version_is,
)
from chalicelib.storage.table import ConditionFailed, Repository

from .freezing import frozen
from .model import Assessment, AssessmentHeader, Contents, correction_running

if TYPE_CHECKING:
    from chalicelib.acts import Act
    from chalicelib.storage.attributes import Item

CONTENTS_LIMIT = 380_000
"""Bytes; an item of the table holds 400 KB."""

MOST_SITTINGS = 100
"""Second sittings of an assessment that are named."""

_UNUSED = attribute_missing("used")
_UNSCORED = attribute_missing("scored")


@dataclass(frozen=True, slots=True)
class _Read:
    """Header and contents from one call, which is no guarantee that they belong together."""

    assessment: Assessment
    version: int
    """The version at which the contents were written."""

    @property
    def torn(self) -> bool:
        """Return whether a change fell between the two."""
        header = self.assessment.header
        return self.version != header.asked if header.asked else self.version > header.version


class AssessmentRepository(Repository):
    """Headers and contents, always written together."""

    def header(self, district: str, assessment: str) -> AssessmentHeader | None:
        item = self._table.get(keys.assessment_header(district, assessment))
        return read_header(item) if item else None

    def headers(self, district: str, assessments: Iterable[str]) -> dict[str, AssessmentHeader]:
        """Read headers by id; those that do not exist are left out."""
        wanted = [keys.assessment_header(district, each) for each in assessments]
        read = [read_header(item) for item in self._table.get_many(wanted).values()]
        return {header.id: header for header in read}

    def sittings(self, district: str, assessment: str) -> list[AssessmentHeader]:
        """Read the second sittings of an assessment, the oldest first. Eventually consistent."""
        listed = keys.sittings(district, assessment)
        return [read_header(item) for item in self._table.listing(listed, limit=MOST_SITTINGS)]

    def every(self, district: str) -> Iterator[AssessmentHeader]:
        """Read all headers of the district, in one pass over their partition."""
        pk = keys.assessment_header(district, "").pk
        for page in self._table.pages(pk, consistent=False):
            yield from map(read_header, page)

    def read(self, district: str, assessment: str) -> Assessment | None:
        """Read header and contents, as they were together at one moment."""
        wait = self._table.patience.begin()
        while True:
            found = self._whole(district, assessment)
            if found is None:
                return None
            if not found.torn:
                return found.assessment
            wait()

    def _whole(self, district: str, assessment: str) -> _Read | None:
        of_header = keys.assessment_header(district, assessment)
        of_contents = keys.assessment_content(district, assessment)
        found = self._table.get_many([of_header, of_contents])
        if of_header not in found:
            return None
        item = found.get(of_contents)
        read = Assessment(read_header(found[of_header]), _contents(item))
        return _Read(read, item["version"] if item else 0)

    def contents(self, district: str, assessments: Sequence[str]) -> dict[str, Contents]:
        """Read contents by assessment; those without any are left out."""
        wanted = {keys.assessment_content(district, each): each for each in assessments}
        found = self._table.get_many(wanted, consistent=False)
        return {wanted[key]: _contents(item) for key, item in found.items()}

    def create(
        self,
        act: Act,
        header: AssessmentHeader,
        contents: Contents | None,
        shown: Any,
        further: Sequence[Write] = (),
    ) -> None:
        """Write a new assessment; `shown` is what the act is answered with.

        `further` goes with it; raises `ConditionFailed` when that cannot be.
        """
        self.commit(act, [*creation_of(act.district, header, contents), *further], shown)

    def commit(self, act: Act, writes: Sequence[Write], shown: Any) -> None:
        """Carry out writes that this room gave. Raises `ConditionFailed`."""
        self._table.commit(writes, act=act, subject=shown)

    def save(
        self,
        act: Act,
        header: AssessmentHeader,
        shown: Any,
        *,
        contents: Contents | None = None,
        unused: bool = False,
        unscored: bool = False,
    ) -> None:
        """Write a changed assessment, which must still be at the version before.

        `unused`: nothing may have begun to use it either; `unscored`: nobody may have results.
        Raises `Stale`, `Conflict`, `NotFound`.
        """
        header = _asking(header, contents)
        condition = version_is(header.version - 1)
        for wanted, condition_too in ((unused, _UNUSED), (unscored, _UNSCORED)):
            condition = condition & condition_too if wanted else condition
        update = Update(
            keys.assessment_header(act.district, header.id),
            set=_item(header),
            condition=condition,
        )
        writes: list[Write] = [update]
        if contents is not None:
            writes.append(_put_contents(act.district, header, contents))
        try:
            self._table.commit(writes, act=act, subject=shown)
        except ConditionFailed as failed:
            old = failed.first.old
            if old is None or old["doc"] != update.set["doc"]:
                raise _refusal(old, header.version - 1, unscored=unscored) from failed

    def correct(
        self, act: Act, after: Assessment, correction: str, also: Sequence[Write], shown: Any
    ) -> None:
        """Write a corrected assessment; `also` goes with it, and none of it may exist yet.

        It must still be at the version before and nobody else may be correcting it. Raises as
        `save`, and `Conflict`.
        """
        header = _asking(after.header, after.contents)
        update = Update(
            keys.assessment_header(act.district, header.id),
            set={**_item(header), "correcting": correction},
            condition=version_is(header.version - 1) & attribute_missing("correcting"),
        )
        writes = [update, _put_contents(act.district, header, after.contents), *also]
        try:
            self._table.commit(writes, act=act, subject=shown)
        except ConditionFailed as failed:
            if any(failure.index > 1 for failure in failed.failures):
                return  # it is there: by our own lost answer
            raise _not_corrected(failed.first.old, header.version - 1) from failed

    def end_correction(self, district: str, assessment: str, correction: str) -> Write:
        """Return the write that lets the next correction begin; false if it was another's."""
        key = keys.assessment_header(district, assessment)
        return Update(key, remove=("correcting",), condition=attribute_is("correcting", correction))

    def delete(self, act: Act, header: AssessmentHeader, further: Sequence[Write] = ()) -> None:
        """Remove an assessment that nothing uses, and what goes with it.

        Raises as `save`; `ConditionFailed` where only a condition of `further` was false.
        """
        try:
            self.commit(act, [*removal_of(act.district, header), *further], header)
        except ConditionFailed as failed:
            if failed.first.index:
                raise
            raise _refusal(failed.first.old, header.version) from failed


def creation_of(
    district: str, header: AssessmentHeader, contents: Contents | None = None
) -> list[Write]:
    """Return the writes of a new assessment; the first is its header, which must not be there."""
    header = _asking(header, contents)
    item = {
        **_item(header),
        **({"used": True} if header.in_use else {}),
        **_index_sitting(district, header),
    }
    key = keys.assessment_header(district, header.id)
    writes: list[Write] = [Put(key, item, MUST_NOT_EXIST)]
    return writes if contents is None else [*writes, _put_contents(district, header, contents)]


def removal_of(district: str, header: AssessmentHeader) -> list[Write]:
    """Return the writes that remove an assessment, which must be as it was read and unused."""
    key = keys.assessment_header(district, header.id)
    return [
        Delete(key, version_is(header.version) & _UNUSED),
        Delete(keys.assessment_content(district, header.id)),
    ]


def use_of(district: str, header: AssessmentHeader, *, as_it_is: bool) -> list[Write]:
    """Return the writes that go with giving this assessment to somebody, first or again.

    From then on it cannot be deleted, nor its set, standards or levels changed. `as_it_is`: it must
    also be at the version that was read. Their condition is `version_is`.
    """
    key = keys.assessment_header(district, header.id)
    unchanged = version_is(header.version)
    if not header.in_use:
        return [Update(key, {"used": True}, condition=unchanged)]
    return [Check(key, unchanged)] if as_it_is else []


def first_results_of(district: str, header: AssessmentHeader, cuts: tuple[str, ...]) -> list[Write]:
    """Return the writes that go with the first results on this assessment; none with later ones.

    From then on only a correction changes what decides scores, `cuts` among it: where it has none
    of its own, the district's of that day become its own, so that every class has the same. Until
    then its items may change, so it must be at the version by which the results were scored. Its
    condition is `version_is`, and that nobody had results.
    """
    if header.scored:
        return []
    key = keys.assessment_header(district, header.id)
    first = version_is(header.version) & _UNSCORED
    return [Update(key, {"scored": True, "cuts": "/".join(cuts)}, condition=first)]


def _asking(header: AssessmentHeader, contents: Contents | None) -> AssessmentHeader:
    """Return a header that knows at which version its contents are written."""
    return header if contents is None else header.model_copy(update={"asked": header.version})


def read_header(item: Item) -> AssessmentHeader:
    """Read a header from its item."""
    header = AssessmentHeader.model_validate_json(item["doc"])
    apart = {
        field: item[name]
        for name, field in (("used", "in_use"), ("scored", "scored"), ("correcting", "correcting"))
        if item.get(name)
    }
    if item.get("cuts") and not header.cuts:
        apart["cuts"] = tuple(item["cuts"].split("/"))
    return header.model_copy(update=apart) if apart else header


def _contents(item: Item | None) -> Contents:
    return Contents.model_validate_json(item["doc"]) if item else Contents()


def _item(header: AssessmentHeader) -> Item:
    return {"version": header.version, "doc": header.model_dump_json(exclude_defaults=True)}


def _index_sitting(district: str, header: AssessmentHeader) -> Item:
    """Return by what a second sitting is found from the first."""
    if not header.sitting_of:
        return {}
    return {"list_pk": keys.sittings(district, header.sitting_of), "list_sk": header.id}


def _put_contents(district: str, header: AssessmentHeader, contents: Contents) -> Put:
    doc = contents.model_dump_json(exclude_defaults=True)
    if len(doc.encode()) > CONTENTS_LIMIT:
        raise refusals.ASSESSMENT_TOO_LARGE()
    key = keys.assessment_content(district, header.id)
    return Put(key, {"version": header.version, "doc": doc})


def _refusal(old: Item | None, expected: int, *, unscored: bool = False) -> Exception:
    """Return which part of the condition was false."""
    if old is None:
        return refusals.ASSESSMENT_NOT_FOUND()
    if old["version"] != expected:
        return stale("assessment", old["version"])
    if unscored and old.get("scored"):
        return frozen()
    return refusals.ASSESSMENT_GIVEN()


def _not_corrected(old: Item | None, expected: int) -> Exception:
    if old and old.get("correcting"):
        return correction_running(old["correcting"])
    return _refusal(old, expected)
