"""An act's description in words, and the kind of thing that it changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

MOST_DAYS = 31
"""That are read at once: a district's busy day has some thousand records."""
EARLIEST, LATEST = date(2000, 1, 1), date(2999, 12, 31)
"""No act was before or will be after: beyond them the calendar of the machine ends."""


class ThingKind(StrEnum):
    """Kinds of what acts change."""

    ASSESSMENT = "assessment"
    """An assessment, with its items and documents."""
    ATTACHMENT = "attachment"
    """A document that is attached to an assessment."""
    CORRECTION = "correction"
    """A correction of a scored assessment."""
    DISTRIBUTION = "distribution"
    """A distribution."""
    EMAIL = "email"
    """An email that did not arrive."""
    DISTRICT = "district"
    """The district's settings."""
    ITEM_IMPORT = "item_import"
    """An import of items."""
    JOB = "job"
    """Long work: the id has its kind, and the id of what it is about."""
    PERSON = "person"
    """A person of the roster."""
    PRINTOUT = "printout"
    """Something that was printed."""
    PROCESS = "process"
    """A Mastery Process, with its pages, goals and activations."""
    REMINDER = "reminder"
    """A reminder: the id has what it is about, and the day."""
    ROSTER_IMPORT = "roster_import"
    """An import of the roster."""
    SHEET = "sheet"
    """A class's result sheet: the id has the class and the assessment."""
    STANDARDS_IMPORT = "standards_import"
    """An import of standards."""
    TEAM = "team"
    """A data team."""
    TRACKER = "tracker"
    """A tracker."""
    TRACKER_BATCH = "tracker_batch"
    """Trackers for all classes of courses."""
    OTHER = "other"
    """Something else."""


class Operation(NamedTuple):
    """An act in a few words that follow the person's name, and the kind of thing it changed."""

    words: str
    thing: ThingKind


OPERATIONS: Mapping[str, Operation] = MappingProxyType(
    {
        "add_bank_items": Operation("added items from the item bank", ThingKind.ASSESSMENT),
        "add_distribution_trackers": Operation(
            "added trackers to a distribution", ThingKind.DISTRIBUTION
        ),
        "add_tracker_assessment": Operation("added an assessment to a tracker", ThingKind.TRACKER),
        "apply_roster_import": Operation("applied a roster import", ThingKind.ROSTER_IMPORT),
        "apply_standards_import": Operation("applied standards", ThingKind.STANDARDS_IMPORT),
        "cancel_distribution": Operation("canceled a distribution", ThingKind.DISTRIBUTION),
        "change_assessment": Operation("changed an assessment's properties", ThingKind.ASSESSMENT),
        "change_distribution": Operation("changed a distribution", ThingKind.DISTRIBUTION),
        "change_district": Operation("changed the district's settings", ThingKind.DISTRICT),
        "change_page": Operation("wrote on a page of a Mastery Process", ThingKind.PROCESS),
        "change_process": Operation("renamed a Mastery Process", ThingKind.PROCESS),
        "change_sheet": Operation("entered results", ThingKind.SHEET),
        "change_team": Operation("renamed a data team", ThingKind.TEAM),
        "change_tracker": Operation("changed a tracker", ThingKind.TRACKER),
        "create_activation": Operation("activated a test for a class", ThingKind.PROCESS),
        "create_assessment": Operation("began an assessment", ThingKind.ASSESSMENT),
        "create_assessment_copy": Operation("copied an assessment", ThingKind.ASSESSMENT),
        "create_attachment": Operation("attached a document", ThingKind.ATTACHMENT),
        "create_correction": Operation("corrected a scored assessment", ThingKind.CORRECTION),
        "create_distribution": Operation("distributed an assessment", ThingKind.DISTRIBUTION),
        "create_distribution_reminder": Operation("reminded teachers", ThingKind.REMINDER),
        "create_distribution_repetition": Operation(
            "distributed an assessment again", ThingKind.DISTRIBUTION
        ),
        "create_item_import": Operation("began an import of items", ThingKind.ITEM_IMPORT),
        "create_printout": Operation("printed the template of a process", ThingKind.PRINTOUT),
        "create_process": Operation("began a Mastery Process", ThingKind.PROCESS),
        "create_process_reminder": Operation("reminded the data team", ThingKind.REMINDER),
        "create_process_reminders": Operation("reminded the data team", ThingKind.REMINDER),
        "create_roster_import": Operation("began a roster import", ThingKind.ROSTER_IMPORT),
        "create_standards_import": Operation(
            "began an import of standards", ThingKind.STANDARDS_IMPORT
        ),
        "create_team": Operation("made a data team", ThingKind.TEAM),
        "create_test_printout": Operation("printed a test", ThingKind.PRINTOUT),
        "create_tracker": Operation("made a tracker", ThingKind.TRACKER),
        "create_tracker_batch": Operation("had trackers made for classes", ThingKind.TRACKER_BATCH),
        "delete_activation": Operation("undid an activation", ThingKind.PROCESS),
        "delete_assessment": Operation("deleted an assessment", ThingKind.ASSESSMENT),
        "delete_process": Operation("discarded a Mastery Process", ThingKind.PROCESS),
        "delete_roster_import": Operation("discarded a roster import", ThingKind.ROSTER_IMPORT),
        "delete_standards_import": Operation(
            "discarded an import of standards", ThingKind.STANDARDS_IMPORT
        ),
        "import_key_file": Operation("set an answer key from a file", ThingKind.ASSESSMENT),
        "import_response_file": Operation("entered results from a file", ThingKind.SHEET),
        "invite_person": Operation("invited a person", ThingKind.PERSON),
        "lock_process": Operation("finished and locked a Mastery Process", ThingKind.PROCESS),
        "open_process": Operation("opened a Mastery Process upon delivery", ThingKind.PROCESS),
        "put_team_member": Operation("changed who is in a data team", ThingKind.TEAM),
        "put_tracker_collaborator": Operation("shared a tracker", ThingKind.TRACKER),
        "recall_distribution": Operation("recalled a distribution", ThingKind.DISTRIBUTION),
        "remove_assessment_approval": Operation(
            "removed the badge District Approved", ThingKind.ASSESSMENT
        ),
        "remove_attachment": Operation("removed a document", ThingKind.ATTACHMENT),
        "remove_page_conflict": Operation("cleared texts beside a page", ThingKind.OTHER),
        "remove_team_member": Operation("removed somebody from a data team", ThingKind.TEAM),
        "remove_tracker_assessment": Operation(
            "took an assessment out of a tracker", ThingKind.TRACKER
        ),
        "remove_tracker_collaborator": Operation("took somebody off a tracker", ThingKind.TRACKER),
        "renew_sheets": Operation("renewed result sheets after an import", ThingKind.OTHER),
        "restore_distribution": Operation("restored a distribution", ThingKind.DISTRIBUTION),
        "restore_team": Operation("brought a data team back", ThingKind.TEAM),
        "restore_tracker_assessment": Operation(
            "brought an assessment back into a tracker", ThingKind.TRACKER
        ),
        "retire_team": Operation("retired a data team", ThingKind.TEAM),
        "retry_job": Operation("had work tried at once", ThingKind.JOB),
        "return_dead_letters": Operation("sent messages back that had failed", ThingKind.OTHER),
        "retry_email": Operation("sent an email again", ThingKind.EMAIL),
        "retry_distribution": Operation("retried failed trackers", ThingKind.DISTRIBUTION),
        "set_assessment_approval": Operation(
            "set the badge District Approved", ThingKind.ASSESSMENT
        ),
        "set_email_preference": Operation("changed whether somebody gets email", ThingKind.PERSON),
        "set_goal": Operation("set a class's goal", ThingKind.PROCESS),
        "set_items": Operation("changed an assessment's items", ThingKind.ASSESSMENT),
        "set_post_test": Operation("attached a post-test", ThingKind.PROCESS),
        "set_pre_test": Operation("attached a pre-test", ThingKind.PROCESS),
        "set_team_levels": Operation("changed a data team's levels", ThingKind.TEAM),
        "sign_out": Operation("signed out everywhere", ThingKind.PERSON),
        "sign_person_out": Operation("signed somebody out everywhere", ThingKind.PERSON),
    }
)
"""Every operation that leaves a record, by its name."""


def describe(verb: str) -> Operation:
    """Describe an operation; use its own name if it is of another release.

    >>> describe("retire_team").words, describe("sing_loudly").words
    ('retired a data team', 'sing loudly')
    """
    return OPERATIONS.get(verb) or Operation(verb.replace("_", " "), ThingKind.OTHER)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act: the ids of the person and the thing, the operation and the time. It has no names."""

    at: str
    person: str
    """Blank where the stack itself acted."""
    verb: str
    subject: str
    """The thing's id; of a part of a thing, the thing's id, a dot, and the part."""
    version: int


@dataclass(frozen=True, slots=True)
class Days:
    """Days of the district's calendar, both included."""

    first: date
    last: date

    @property
    def count(self) -> int:
        """The number of days; zero or less if the last one is before the first."""
        return (self.last - self.first).days + 1

    @classmethod
    def of(cls, first: date | None, last: date | None, today: date) -> Days:
        """Return the days that a client asked for: by default today."""
        until = last or max(first or today, today)
        return cls(first or until, until)

    @property
    def recorded(self) -> Days:
        """Those of them on which anything can have been done: none, if `count` is below 1."""
        return Days(max(self.first, EARLIEST), min(self.last, LATEST))

    @property
    def behind(self) -> date:
        """The day after the last one."""
        return self.last + timedelta(days=1)
