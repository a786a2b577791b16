"""A tracker, the rights of people to see and change it, and its compact row."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from pydantic import Field

from chalicelib.acts import Caller
from chalicelib.acts import Role as Person
from chalicelib.frozen_models import FrozenModel
from chalicelib.rosters.model import Offering, Teacher, is_over
from chalicelib.scales.calculation import Calculation
from chalicelib.standards.algebra import Mask
from chalicelib.storage.keys import parts
from chalicelib.trackers import refusals

from .staffing import (
    MOST_TEACHERS,
    Teachers,
    everybody,
    helpers,
    holder,
    holders,
    pack_teachers,
    unpack_teachers,
)

MOST_COLLABORATORS = 20

MOST_ASSESSMENTS = 140
"""Per tracker. With `TITLE_KEPT` it keeps 99 full trackers under the 4 MB of one transaction."""

TITLE_KEPT = 32
"""Characters of an assessment's title that go into a tracker, for when the assessment is hidden."""


class AssessmentSource(StrEnum):
    """How an assessment came into a tracker."""

    DISTRICT = "district"
    """A distribution brought it."""
    TEACHER = "teacher"
    """A teacher added it."""
    TEAM = "team"
    """A data team's Mastery Process brought it, by its activation."""


class TrackerRole(StrEnum):
    """A person's role in a tracker."""

    OWNER = "owner"
    """The tracker is of your class."""
    COLLABORATOR = "collaborator"
    """You work on it with its owner."""
    ADMINISTRATOR = "administrator"
    """You see it as an administrator of its school or of the district, and cannot change it."""


class Tracker(FrozenModel):
    """One teacher's board for one class. Names are as they were when it was last saved."""

    id: str
    title: str
    school: str
    class_id: str
    class_title: str
    course_id: str = ""
    set_id: str
    mask: Mask
    """The standards tracked."""
    levels: int
    calculation: Calculation | None = None
    """How several results become one mastery; None: as the district has it."""
    owner: str
    owner_name: str
    collaborators: tuple[str, ...] = ()
    archived: bool = False
    created: str
    batch: str = ""
    """The batch that made it, if one did."""
    ends: str = ""
    """The last day of its class; blank where it is not known."""
    teachers: tuple[Teacher, ...] | None = None
    """Everyone who ever teaches its class; None where it is not known."""
    past: bool = Field(default=False, exclude=True)
    """Whether its class is over: known of a tracker as it is on a day."""
    version: int = 1

    @property
    def fit(self) -> str:
        """The token that changes exactly when something changes that decides matching."""
        return fit(self.set_id, self.levels, self.mask, archived=self.archived, ends=self.ends)

    @property
    def people(self) -> tuple[str, ...]:
        """Everyone whose list it can be in: the class's teachers of any day, collaborators."""
        return everybody(self)

    def on(self, day: str) -> Tracker:
        """Return it as it is shown on a day; never written."""
        owner, name = holder(self, self.owner_name, day)
        past = is_over(self.ends, day)
        return self.model_copy(update={"owner": owner, "owner_name": name, "past": past})

    def follow(self, taught: Offering) -> Tracker:
        """Return the tracker in step with its class, which is given in its stored form.

        A collaborator who was a teacher of the class and no longer is stops being a collaborator.
        """
        teachers = taught.teachers[:MOST_TEACHERS]
        gone = {one.id for one in self.teachers or ()} - {one.id for one in teachers}
        rest = tuple(each for each in self.collaborators if each not in gone)
        if (self.ends, self.teachers, self.collaborators) == (taught.last_day, teachers, rest):
            return self
        changes = {"ends": taught.last_day, "teachers": teachers, "collaborators": rest}
        return self.model_copy(update={**changes, "version": self.version + 1})

    def row(self) -> TrackerRow:
        """Return the compact row, which is written whenever the tracker is."""
        return TrackerRow(
            id=self.id,
            school=self.school,
            set_id=self.set_id,
            title=self.title,
            class_title=self.class_title,
            owner=self.owner,
            collaborators=self.collaborators,
            levels=self.levels,
            mask=self.mask,
            fit=self.fit,
            archived=self.archived,
            owner_name=self.owner_name,
            class_id=self.class_id,
            ends=self.ends,
            teachers=self.teachers,
        )

    def role_of(self, caller: Caller) -> TrackerRole:
        """Return this person's role in the tracker. Raises `NotFound` when they have none."""
        if caller.person in holders(self, caller.today):
            return TrackerRole.OWNER
        if caller.person in helpers(self):
            return TrackerRole.COLLABORATOR
        if caller.administers(self.school):
            return TrackerRole.ADMINISTRATOR
        raise refusals.TRACKER_NOT_FOUND()

    def check_may(self, caller: Caller, what: str) -> None:
        """Refuse what this person may not do; `what` is one of `ALLOWED`'s acts."""
        role = self.role_of(caller)
        if what not in ALLOWED[role]:
            raise _NOT_FOR[role]()

    def check_open(self) -> None:
        """Refuse to fill an archived tracker."""
        if self.archived:
            raise refusals.TRACKER_ARCHIVED()


ALLOWED: Mapping[TrackerRole, tuple[str, ...]] = {
    TrackerRole.OWNER: (
        "edit",
        "add_assessment",
        "remove_assessment",
        "archive",
        "change_collaborators",
    ),
    TrackerRole.COLLABORATOR: ("edit", "add_assessment", "remove_assessment", "leave"),
    TrackerRole.ADMINISTRATOR: (),
}
"""The acts that each role allows on a tracker that is visible to a person."""

_NOT_FOR = {
    TrackerRole.OWNER: refusals.NOT_FOR_OWNERS,
    TrackerRole.COLLABORATOR: refusals.NOT_FOR_COLLABORATORS,
    TrackerRole.ADMINISTRATOR: refusals.NOT_FOR_ADMINISTRATORS,
}


def fit(set_id: str, levels: int, mask: int, *, archived: bool, ends: str = "") -> str:
    """Return the token of everything that decides matching.

    >>> fit("jf.math.3", 3, 0b101, archived=False)
    'e6e82fe71f9f'
    """
    text = f"{set_id}|{levels}|{mask:x}|{int(archived)}" + (f"|{ends}" if ends else "")
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class TrackerRow:
    """A tracker in a list of up to 100,000: what matching and the selection view need."""

    id: str
    school: str
    set_id: str
    title: str
    class_title: str
    owner: str
    collaborators: tuple[str, ...]
    levels: int
    mask: int
    fit: str
    archived: bool
    owner_name: str
    class_id: str = ""
    ends: str = ""
    """The last day of its class; blank where it is not known."""
    teachers: Teachers = None
    past: bool = False
    """Whether its class is over, on the day for which it was read."""

    @classmethod
    def read(cls, sk: str, r: str, day: str = "") -> TrackerRow:
        """Read a row from its sort key and its packed attribute, as it is on a day.

        Without a day it is as it was written.
        """
        school, set_id, tracker = parts(sk) if "%" in sk else sk.split("#")
        title, class_title, owner, others, levels, mask, token, archived, name, class_id, *new = (
            json.loads(r)
        )
        ends, teachers = (new[0], unpack_teachers(new[1], owner, name)) if new else ("", None)
        row = cls(
            tracker, school, set_id, title, class_title, owner, tuple(others),
            levels, int(mask, 16), token, archived == 1, name, class_id, ends, teachers,
        )  # fmt: skip
        return row.on(day) if day and new else row

    def on(self, day: str) -> TrackerRow:
        """Return it as it is shown on a day."""
        owner, name = holder(self, self.owner_name, day)
        past = is_over(self.ends, day)
        if owner == self.owner and past == self.past:
            return self
        return replace(self, owner=owner, owner_name=name, past=past)

    def is_worked_on_by(self, person: str, day: str) -> bool:
        """Return whether it is in somebody's list on a day."""
        return person in holders(self, day) or person in helpers(self)

    def serialize(self) -> str:
        """Pack everything that the sort key does not say."""
        whole: list[Any] = [
            self.title, self.class_title, self.owner, self.collaborators, self.levels,
            f"{self.mask:x}", self.fit, int(self.archived), self.owner_name, self.class_id,
            self.ends, pack_teachers(self.teachers, self.owner, self.owner_name),
        ]  # fmt: skip
        return json.dumps(whole, separators=(",", ":"), ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class DistributionMarks:
    """The present marks of the distributions that brought assessments into trackers."""

    recalled: frozenset[str] = frozenset()
    give_until: Mapping[str, str] = field(default_factory=dict)
    """The last days for classes to get an assessment, for the distributions that have one."""


@dataclass(frozen=True, slots=True)
class TrackerEntry:
    """An assessment in a tracker, from any source: same list, same shape (T2)."""

    assessment: str
    at: str
    source: AssessmentSource
    by: str
    title: str
    """As it was when it came."""
    distribution: str = ""
    taken_out_at: str = ""
    """When it was taken out of the tracker, where its results are kept; empty while it is in it."""
    taken_out_by: str = ""
    brought_for: str = ""
    """The test of a Mastery Process whose activation brought it; empty of earlier releases."""

    @classmethod
    def read(cls, assessment: str, stored: str) -> TrackerEntry:
        """Read a value of the tracker item's `assessments` map."""
        at, source, by, title, distribution, *more = json.loads(stored)
        return cls(assessment, at, AssessmentSource(source), by, title, distribution, *more[:3])

    def came_for(self, test: str, at: str) -> bool:
        """Return whether the activation of a test brought it: this one, which was made `at`."""
        known = self.brought_for == test or (not self.brought_for and self.at == at)
        return self.source == AssessmentSource.TEAM and not self.taken_out and known

    def title_as_it_came(self, present: str) -> str:
        """Return the title for people who must not see a new one: whole, if that is known.

        Only its beginning is kept. Where the present title begins like that it is taken to be the
        same; where it does not, an ellipsis says that there was more.
        """
        if len(self.title) < TITLE_KEPT:
            return self.title
        kept = self.title[:TITLE_KEPT]
        return present if present.startswith(kept) else f"{kept.rstrip()}…"

    @property
    def taken_out(self) -> bool:
        """Return whether the tracker keeps it without showing it."""
        return bool(self.taken_out_at)

    def take_out(self, at: str, by: str) -> TrackerEntry:
        """Return the entry as it is once this person took it out."""
        return replace(self, taken_out_at=at, taken_out_by=by)

    def bring_back(self) -> TrackerEntry:
        """Return the entry as it was before it was taken out."""
        return replace(self, taken_out_at="", taken_out_by="")

    def serialize(self) -> str:
        """Return the value to keep in the tracker item's `assessments` map.

        One text, because it goes into 100,000 trackers: a map of five costs the SDK twice the CPU.
        """
        title = self.title[:TITLE_KEPT]
        packed = [self.at, self.source.value, self.by, title, self.distribution]
        if self.taken_out or self.brought_for:
            packed += [self.taken_out_at, self.taken_out_by]
        if self.brought_for:
            packed.append(self.brought_for)
        return json.dumps(packed, separators=(",", ":"), ensure_ascii=False)


def check_own(caller: Caller, rows: Sequence[TrackerRow]) -> None:
    """Ask administrators, who have no tracker of their own, for the school whose they want."""
    if not rows and Person.TEACHER not in caller.roles:
        raise refusals.SCHOOL_NOT_CHOSEN(pointer="query:school")
