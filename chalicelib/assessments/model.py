"""An assessment, the people who may see it, and its parts that are still missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import Annotated, Any

from pydantic import Field

from chalicelib.acts import Caller, Role
from chalicelib.assessments import refusals
from chalicelib.errors import Conflict, Forbidden
from chalicelib.frozen_models import FrozenModel, TrimmedModel
from chalicelib.scales.scale import check_cuts
from chalicelib.standards.algebra import Mask

from .items import Item

_AUTHORS = frozenset({Role.TEACHER, Role.DISTRICT_ADMIN})
"""The roles that write, copy and correct assessments."""


class AssessmentKind(StrEnum):
    """Made of items, or of a document with an answer key."""

    ITEM = "item"
    """Made of items that ask something."""
    DOCUMENT = "document"
    """An attached document with an answer key."""


class Visibility(StrEnum):
    """The people who can see an assessment."""

    PRIVATE = "private"
    """Only its creator sees it."""
    SCHOOL = "school"
    """The staff of the creator's schools and the district's administrators see it."""
    DISTRICT = "district"
    """Everybody in the district sees it. Only then can it be distributed."""
    COMMUNITY = "community"
    """Everybody in the district sees it, and it is meant for others, too."""


OPEN = frozenset({Visibility.DISTRICT, Visibility.COMMUNITY})
"""Seen by all staff of the district."""


class Approval(FrozenModel):
    """The badge “District approved”: which administrator set it, when."""

    by: str
    at: str


class Document(TrimmedModel):
    """The document of a document-based assessment."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    """The document for students. Example: `Unit 3 test booklet`"""
    description: Annotated[str, Field(max_length=5_000)] = ""
    """Its content or its location. Example: `Four pages, stapled.`"""


class SetAbout(FrozenModel):
    """The subject and grades of a standards set: they never change, so an assessment keeps them."""

    subject: str = ""
    grades: tuple[str, ...] = ()


class AssessmentHeader(FrozenModel):
    """Everything about an assessment but its items.

    `mask` is the union of its items' standards, `standards` their codes as they were when the
    items were set. Instants are RFC 3339 UTC.
    """

    id: str
    title: str
    kind: AssessmentKind = AssessmentKind.ITEM
    subject: str = ""
    grades: tuple[str, ...] = ()
    """Subject and grades as its author says; empty: those of its standards set."""
    of_set: SetAbout | None = None
    """Its standards set's subject and grades; None where not known here, as up to release 0.3."""
    language: str = ""
    set_id: str = ""
    mask: Mask = 0
    standards: tuple[str, ...] = ()
    levels: int = 3
    cuts: tuple[str, ...] = ()
    """Cut scores in percent, ascending: lower bounds of the levels from the second on. Empty: the
    district's for so many levels."""
    visibility: Visibility = Visibility.PRIVATE
    schools: tuple[str, ...] = ()
    """Where its creator works; known while it is visible to a school."""
    approved: Approval | None = None
    creator: str
    creator_name: str = ""
    created: str
    changed: str
    items: int = 0
    points: str = "0"
    """Points possible, exact."""
    document: str = ""
    """The document's name."""
    copied_from: str = ""
    sitting_of: str = ""
    """The assessment that it gives to a class a second time: it stays as that one was."""
    asked: int = 0
    """The version at which its contents were last written: with other contents read beside it, it
    was read in the middle of a change."""
    revision: int = 0
    """Counts the corrections of what decides scores; a sheet says by which it was scored."""
    version: int = 1
    in_use: bool = Field(default=False, exclude=True)
    """Whether it was ever given to anybody. An attribute of its own, not part of the document."""
    scored: bool = Field(default=False, exclude=True)
    """Whether anybody has results on it: then only a correction changes what decides scores (A9).
    An attribute of its own, never unset."""
    correcting: str = Field(default="", exclude=True)
    """The correction that is re-scoring its sheets at present. An attribute of its own."""

    @property
    def shown_subject(self) -> str:
        """The subject: its author's word, else its standards set's."""
        return self.subject or (self.of_set.subject if self.of_set else "")

    @property
    def shown_grades(self) -> tuple[str, ...]:
        """The grades, in the same way."""
        return self.grades or (self.of_set.grades if self.of_set else ())

    @property
    def undescribed(self) -> bool:
        """Return whether only its standards set knows its subject and grades."""
        answer = bool(self.subject and self.grades)
        return bool(self.set_id) and self.of_set is None and not answer

    @property
    def lacks(self) -> list[str]:
        """Name what must be added before it can be given to anybody."""
        needs = {
            "standards_set": not self.set_id,
            "items": not self.items,
            "document": self.kind == AssessmentKind.DOCUMENT and not self.document,
        }
        return [name for name, missing in needs.items() if missing]

    @property
    def ready(self) -> bool:
        """Return whether it can be given to a class."""
        return not self.lacks

    def visible_to(self, caller: Caller, schools: frozenset[str]) -> bool:
        """Return whether this person may see it; `schools` are where they work or administer."""
        if self.creator == caller.person or self.visibility in OPEN:
            return True
        if self.hidden_from(caller):
            return False
        return caller.is_district_admin or not schools.isdisjoint(self.schools)

    def hidden_from(self, caller: Caller) -> bool:
        """Return whether its creator keeps it from everybody else."""
        return self.visibility == Visibility.PRIVATE and self.creator != caller.person

    def list_allowed_acts(self, caller: Caller) -> list[str]:
        """Name what this person, who sees it, may do with it: nothing if they write none."""
        if not caller.roles & _AUTHORS:
            return []
        mine = self.creator == caller.person
        may = {
            "edit": self.editable_by(caller),
            "correct": self.scored and not self.correcting and self.correctable_by(caller),
            "copy": self.copyable_by(caller),
            "delete": self.editable_by(caller) and not self.in_use,
            "approve": caller.is_district_admin and self.visibility in OPEN and not self.approved,
            "withdraw_approval": caller.is_district_admin and self.approved is not None,
            "distribute": mine
            and caller.is_district_admin
            and self.visibility == Visibility.DISTRICT
            and self.ready,
        }
        return [act for act, allowed in may.items() if allowed]

    def editable_by(self, caller: Caller) -> bool:
        """Return whether this person may change it: its creator, unless it must stay as it is."""
        return self.creator == caller.person and not self.sitting_of

    def check_editable(self, caller: Caller) -> None:
        """Refuse a change of one that is not theirs (A3), or must stay as another is."""
        if self.creator == caller.person:
            self._check_stands_alone()
            return
        if self.approved:
            raise refusals.APPROVED_BY_DISTRICT()
        raise refusals.NOT_YOUR_ASSESSMENT()

    def _check_stands_alone(self) -> None:
        if self.sitting_of:
            raise refusals.SECOND_SITTING()

    def copyable_by(self, caller: Caller) -> bool:
        """Get whether this person, who sees it, may copy it: not what others had approved (A3)."""
        return self.approved is None or self.creator == caller.person

    def check_copyable(self, caller: Caller) -> None:
        """Refuse to copy what others have had approved."""
        if not self.copyable_by(caller):
            raise refusals.APPROVED_NOT_COPIED()

    def check_cuts(self) -> None:
        """Refuse cut scores of its own that do not make its levels."""
        if not self.cuts:
            return
        try:
            check_cuts(self.cuts, self.levels)
        except ValueError as error:
            raise refusals.CUTS_DO_NOT_FIT(
                pointer="/cuts", levels=self.levels, error=error
            ) from error

    def correctable_by(self, caller: Caller) -> bool:
        """Return whether this person may correct it once it is scored."""
        try:
            self.check_correctable(caller)
        except Forbidden:
            return False
        return True

    def check_correctable(self, caller: Caller) -> None:
        """Refuse a correction by somebody who may not make one.

        Its creator may; a district administrator too, where the whole district sees it. An approved
        one is locked to everybody but its creator (A3), so the badge must go first.
        """
        if self.creator == caller.person:
            return
        if not (caller.is_district_admin and self.visibility in OPEN):
            raise refusals.NOT_YOURS_TO_CORRECT()
        if self.approved:
            raise refusals.APPROVED_NOT_CORRECTED()

    def shows_corrections_to(self, caller: Caller) -> bool:
        """Return whether this person, who sees it, may see its corrections and what they moved."""
        return self.creator == caller.person or caller.is_district_admin

    def check_free(self, what: str) -> None:
        """Refuse to change what decided which trackers it was given to."""
        if self.in_use:
            raise refusals.ASSESSMENT_IN_USE(what=what)


class VersionItem(FrozenModel):
    """One question of a printed form: its item, and its right answer there."""

    item: str
    """The item's id."""
    key: tuple[str, ...] = ()


class FormattedTexts(FrozenModel):
    """An imported item's texts with formulas, lists and emphasis, for paper (A11).

    A text is a list of blocks; a block is a list of its name and what is in it. Blocks: `p` a
    paragraph, `list` and `numbers` of items that are texts, `labels` the same after a list of what
    stands before each, `table` of `row` of `cell` (whether it is a head, then a text). In a
    paragraph: texts, `em`, `strong`, `u`, `strike`, `mark`, `sup`, `sub`, and `math` (how it reads,
    then MathML's elements by their names, and `binomial`).
    """

    of: str
    """Digest of the plain texts that it stands for; with other texts it means nothing."""
    prompt: list[Any] = Field(default_factory=list)
    choices: list[list[Any]] = Field(default_factory=list)

    @staticmethod
    def digest_of(prompt: str, choices: Sequence[str]) -> str:
        """Return the digest of an item's plain texts."""
        return blake2b(repr((prompt, *choices)).encode(), digest_size=9).hexdigest()

    def stands_for(self, item: Item) -> bool:
        """Return whether the item still has the texts that this was made of."""
        return self.of == self.digest_of(item.prompt, item.choices)


class Contents(FrozenModel):
    """The questions: the document of a document-based assessment, and the items."""

    document: Document | None = None
    items: tuple[Item, ...] = ()
    masks: tuple[Mask, ...] = ()
    """Each item's standards as a selection: codes may be renamed, positions never move."""
    versions: dict[str, tuple[VersionItem, ...]] = Field(default_factory=dict)
    """Key versions B to E: the questions in the order in which that form prints them. The items
    themselves are version A."""
    formatted: dict[str, FormattedTexts] = Field(default_factory=dict)
    """By item, where an import brought more than plain text."""

    def with_formatted(self, texts: Sequence[FormattedTexts | None]) -> Contents:
        """Return the contents with the formatting of each item, in their order."""
        pairs = zip(self.items, texts, strict=False)
        found = {item.id: text for item, text in pairs if text is not None}
        return self.model_copy(update={"formatted": found}) if found else self

    def find_formatted(self, item: Item) -> FormattedTexts | None:
        """Return an item's texts with their formatting, unless somebody changed the texts."""
        found = self.formatted.get(item.id)
        return found if found is not None and found.stands_for(item) else None


@dataclass(frozen=True, slots=True)
class ShownAssessment:
    """An assessment's header as one person sees it, with what that person may do."""

    header: AssessmentHeader
    allowed: list[str]

    @property
    def id(self) -> str:
        return self.header.id

    @property
    def version(self) -> int:
        return self.header.version


@dataclass(frozen=True, slots=True)
class Assessment:
    """Header and contents together."""

    header: AssessmentHeader
    contents: Contents

    @property
    def id(self) -> str:
        return self.header.id

    @property
    def version(self) -> int:
        """The assessment's version: one for header and contents."""
        return self.header.version


def correction_running(correction: str) -> Conflict:
    """Return that another correction has not finished."""
    return refusals.CORRECTION_RUNNING(correction=correction, link=f"/v1/corrections/{correction}")
