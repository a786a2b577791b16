"""A roster import: from an upload to a roster in force, as states and what may follow them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Any

from pydantic import Field

from chalicelib.clock import from_instant, instant
from chalicelib.findings.model import Verdict
from chalicelib.frozen_models import FrozenModel
from chalicelib.jobs.model import LOOK_SOON
from chalicelib.rosters import refusals
from chalicelib.rosters.documents import FORM
from chalicelib.storage.files import UploadForm

KIND = "roster-import"
"""The name of its jobs, due entries and uploads."""
UPLOAD_LIMIT = 200 * 1024 * 1024
"""Bytes of a package; the largest districts' packages have a tenth of that."""
UPLOAD_TYPE = "application/zip"
SHOWN_PROBLEMS = 100
"""Problems that come with the import itself; all of them are a list of their own."""
ABANDONED_AFTER = timedelta(hours=24)
"""How long an import waits for its upload."""
CHECKS = 5
"""The number of times that a check begins before a package fails."""
LEASE = timedelta(minutes=2)
"""How long a worker that fell silent keeps others from going on."""
COMPARING = timedelta(minutes=5)
"""The same while a worker compares rosters: as long as its function may run."""
KEPT = timedelta(days=30)
"""How long a package that was not applied keeps its findings: they name people."""


class RosterImportState(StrEnum):
    """Where an import stands."""

    AWAITING_UPLOAD = "awaiting_upload"
    """It waits for its file."""
    CHECKING = "checking"
    """The package is being checked."""
    READY = "ready"
    """It can be applied."""
    HELD = "held"
    """It would drop more than the district allows: an admin must confirm."""
    REFUSED = "refused"
    """The package has errors. Nothing was changed."""
    APPLYING = "applying"
    """It is being applied."""
    APPLIED = "applied"
    """The roster is as the package says."""
    DISCARDED = "discarded"
    """Somebody discarded it. Nothing was changed."""


NEXT = {
    RosterImportState.AWAITING_UPLOAD: {RosterImportState.CHECKING, RosterImportState.DISCARDED},
    RosterImportState.CHECKING: {
        RosterImportState.READY,
        RosterImportState.HELD,
        RosterImportState.REFUSED,
    },
    RosterImportState.READY: {
        RosterImportState.CHECKING,
        RosterImportState.APPLYING,
        RosterImportState.DISCARDED,
    },
    RosterImportState.HELD: {
        RosterImportState.CHECKING,
        RosterImportState.APPLYING,
        RosterImportState.DISCARDED,
    },
    RosterImportState.REFUSED: {RosterImportState.DISCARDED},
    RosterImportState.APPLYING: {RosterImportState.APPLIED},
    RosterImportState.APPLIED: set[RosterImportState](),
    RosterImportState.DISCARDED: set[RosterImportState](),
}
"""Which states may follow which.

Back to checking: the roster changed since an earlier one that is to come back was compared. A
package that was uploaded is discarded then, because its file is gone since its check.
"""

LOOK_AGAIN = {
    RosterImportState.AWAITING_UPLOAD: LOOK_SOON,
    RosterImportState.CHECKING: LOOK_SOON,
    RosterImportState.READY: KEPT,
    RosterImportState.HELD: KEPT,
    RosterImportState.REFUSED: KEPT,
    RosterImportState.APPLYING: timedelta(minutes=2),
    RosterImportState.DISCARDED: timedelta(0),
}
"""States that must continue automatically, and when to check that they did."""

UNDER_WAY = frozenset(
    {RosterImportState.AWAITING_UPLOAD, RosterImportState.CHECKING, RosterImportState.APPLYING}
)
"""States that a person sees go on."""
RESTING = frozenset(
    {
        RosterImportState.READY,
        RosterImportState.HELD,
        RosterImportState.REFUSED,
        RosterImportState.APPLIED,
        RosterImportState.DISCARDED,
    }
)
"""States in which nothing goes on but the end of what is kept."""
LATE_LOOK = timedelta(minutes=5)
"""From one look for a file to the next, once its form no longer works."""
TRY_AGAIN = timedelta(minutes=10)
"""When to see whether a worker removed what is no longer kept."""

OUTCOME = {
    Verdict.ACCEPT: RosterImportState.READY,
    Verdict.WARN: RosterImportState.READY,
    Verdict.HOLD: RosterImportState.HELD,
    Verdict.ROW_ERRORS: RosterImportState.REFUSED,
    Verdict.REJECT: RosterImportState.REFUSED,
}


class Grant(FrozenModel):
    """A person that an admin made a district administrator by name, for a role at an office."""

    person: str
    office: str

    @property
    def pair(self) -> tuple[str, str]:
        """The person and the office, as the check and the state name it."""
        return self.person, self.office


class RosterImport(FrozenModel):
    """One import."""

    id: str
    version: int = 1
    state: RosterImportState
    created_at: str
    created_by: str
    due: str = ""
    """When to look again; empty when nothing runs automatically."""
    restores: str = ""
    """The earlier import whose roster this one brings back."""
    joins: bool = False
    """Records with one sign-in name are one person, by the district's setting or for once."""
    base: str = ""
    """The import whose roster this one was compared with."""
    attempts: int = 0
    report: dict[str, Any] | None = None
    """The findings of the check: `check.RosterReport` as data."""
    problems: tuple[dict[str, Any], ...] = ()
    problems_total: int = 0
    problems_file: str = ""
    schools_file: str = ""
    """The file of its changes at each school, a line for each; empty where nothing differs."""
    lost: dict[str, int] = Field(default_factory=dict)
    """How many classes and students a held import would drop, and how many result sheets the
    first `asked` of these classes have."""
    state_file: str = ""
    """The roster that it leads to, as a package that has only the parts that we keep."""
    changes_file: str = ""
    """The changes that applying it makes, in order. Empty until the first worker knows them: where
    they are many, where an older release checked the package, or where people are granted since."""
    total: int = 0
    """Documents that applying it writes or removes."""
    form: int = 1
    """The form of the documents that it writes; the first where an older release checked or began
    it."""
    base_form: int = 1
    """The form of the documents that were there when it was checked."""
    done: int = 0
    confirmed_by: str = ""
    discarded_by: str = ""
    """The admin who gave it up; empty when its upload never came."""
    applied_by: str = ""
    applied_at: str = ""
    grants: tuple[Grant, ...] = ()
    """District administrators who were granted by name, for this import or an earlier one."""
    own_offices: tuple[str, ...] = ()
    expired: bool = False
    """Whether the findings of its check, and the roster that it leads to, are no longer kept."""
    upload: UploadForm | None = Field(default=None, exclude=True)

    @property
    def source_file(self) -> str:
        """Where the package is uploaded to."""
        return f"uploads/{KIND}/{self.id}.zip"

    @property
    def there_before(self) -> int:
        """The form of the documents that it replaces."""
        return self.base_form if self.form == FORM else 1

    @property
    def allowed(self) -> tuple[str, ...]:
        """The acts that are open to an admin now."""
        possible = {
            "apply": self.state is RosterImportState.READY,
            "confirm_drops_and_apply": self.state is RosterImportState.HELD,
            "discard": RosterImportState.DISCARDED in NEXT[self.state],
            "restore": self.state is RosterImportState.APPLIED and not self.expired,
        }
        return tuple(name for name, may in possible.items() if may)

    @property
    def waiting(self) -> tuple[dict[str, Any], ...]:
        """Name those who may be meant to administer the district and wait for an admin's word."""
        given = {each.pair for each in self.grants}
        doubts = (self.report or {}).get("doubts") or ()
        return tuple(each for each in doubts if (each["person"], each["office"]) not in given)

    def add_grants(self, people: Collection[str]) -> tuple[Grant, ...]:
        """Get the grants with these people's. Raises `Invalid` for somebody who does not wait."""
        waiting = self.waiting
        if strangers := sorted(set(people) - {each["person"] for each in waiting}):
            raise refusals.GRANT_NOT_PENDING(pointer="/grants", stranger=strangers[0])
        new = [each for each in waiting if each["person"] in set(people)]
        given = (Grant(person=each["person"], office=each["office"]) for each in new)
        return (*self.grants, *given)

    @property
    def changes(self) -> tuple[dict[str, Any], ...]:
        """Return how many records of each kind it adds, changes and removes; nothing unchecked."""
        found: dict[str, dict[str, Any]] = (self.report or {}).get("changes") or {}
        return tuple({"kind": kind, **count_changes(found[kind])} for kind in found)

    @property
    def kept_until(self) -> str:
        """Until when what the check found is kept, if nobody applies or discards it."""
        may_wait = self.state in (
            RosterImportState.READY,
            RosterImportState.HELD,
            RosterImportState.REFUSED,
        )
        return instant(from_instant(self.created_at) + KEPT) if may_wait else self.created_at

    def without_names(self) -> RosterImport:
        """Return it without names from its package: authors, times and counts."""
        report = {name: (self.report or {}).get(name) for name in ("verdict", "counts", "rows")}
        changes = (self.report or {}).get("changes") or {}
        report["changes"] = {
            kind: {**count_changes(change), "examples": {}} for kind, change in changes.items()
        }
        return self.model_copy(
            update={
                "version": self.version + 1,
                "due": "",
                "report": report if self.report else None,
                "problems": (),
                "problems_file": "",
                "schools_file": "",
                "state_file": "",
                "changes_file": "",
                "expired": True,
            }
        )

    def move_to(self, state: RosterImportState, due: str = "", **changes: Any) -> RosterImport:
        """Return it in its next state. Raises `Conflict` when that cannot follow."""
        if state not in NEXT[self.state]:
            raise refusals.IMPORT_STATES[self.state](state=self.state)
        return self.model_copy(
            update={"state": state, "version": self.version + 1, "due": due, **changes}
        )


def count_changes(change: Mapping[str, Any]) -> dict[str, int]:
    """Return the numbers of a change, without its examples: those name people."""
    return {name: change[name] for name in ("before", "added", "changed", "dropped")}


class Roster(FrozenModel):
    """Which import is in force, and which is being applied."""

    current: str = ""
    previous: str = ""
    """The one in force before: the only one that can be brought back."""
    applying: str = ""
    state_file: str = ""
    form: int = 1
    """Of the documents that are there."""
    applied_at: str = ""
    counts: dict[str, int] = Field(default_factory=dict)
    grants: tuple[Grant, ...] = ()
    own_offices: tuple[str, ...] = ()

    def list_kept_imports(self, imports: Iterable[RosterImport] = ()) -> frozenset[str]:
        """Name the imports whose rosters are kept: in force, before it, and being applied.

        Release 0.3 did not note which was in force before: the last applied of `imports` was.
        """
        earlier = [each for each in imports if each.applied_at and each.id != self.current]
        last = max(earlier, key=lambda each: each.applied_at, default=None)
        previous = self.previous or (last.id if last else "")
        return frozenset({self.current, previous, self.applying})
