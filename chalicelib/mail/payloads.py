"""What mails say: facts that are fixed when a mail is queued, one model a kind."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict


class Facts(BaseModel):
    """What is fixed when a mail is queued. Never anything about a student."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def on(self, _day: str, /) -> Self | None:
        """Give what still matters on a day of the district; None where nothing does."""
        return self


# -- an assessment has been delivered --------------------------------------------------------------


class TrackerLine(Facts):
    """One tracker, by name, and what the recipient is to it."""

    school: str
    name: str
    role: Literal["owner", "collaborator"] = "owner"
    ends: str = ""
    """The last day of its class; blank where it is not known, as in mails of 0.3."""
    tracker: str = ""
    """Its id; blank in mails of 0.3."""

    def is_past(self, day: str) -> bool:
        """Tell whether its class is over on a day."""
        return bool(self.ends) and self.ends < day


class AssessmentDelivered(Facts):
    """A district assessment has arrived in trackers of the recipient.

    `delivered_at` is the moment in district time, written out, and `give_until` the day by which
    classes are to be given it; empty where nobody named one, as in mails of 0.3.
    """

    assessment: str
    distributed_by: str
    delivered_at: str
    give_until: str = ""
    trackers: tuple[TrackerLine, ...]
    more: int = 0
    """Trackers beyond those that are listed, whose classes last no longer than any of these."""

    def on(self, day: str, /) -> Self | None:
        """Leave out trackers whose classes are over on a day."""
        lasting = tuple(each for each in self.trackers if not each.is_past(day))
        if len(lasting) == len(self.trackers):
            return self
        return self.model_copy(update={"trackers": lasting, "more": 0}) if lasting else None


# -- somebody is reminded to begin -----------------------------------------------------------------


class ReminderLine(Facts):
    """A class, or its tracker, in which nothing is entered yet, and what the recipient is to it.

    `give_until` is its last day, written out, and `over` whether that has passed; empty where
    nobody named one.
    """

    school: str
    name: str
    role: Literal["owner", "collaborator"] = "owner"
    ends: str = ""
    """The last day of its class; blank where it is not known."""
    give_until: str = ""
    over: bool = False
    tracker: str = ""
    """The tracker's id; blank for a test of a process, and in mails of 0.3."""

    def is_past(self, day: str) -> bool:
        """Tell whether its class is over on a day."""
        return bool(self.ends) and self.ends < day


class BeginReminder(Facts):
    """Somebody reminds the recipient of classes that have not begun with an assessment.

    `process` and `team` are empty where it comes from a distribution. `to_activate`: the recipient
    has not given the test of the process to any class.
    """

    assessment: str
    reminded_by: str
    process: str = ""
    team: str = ""
    classes: tuple[ReminderLine, ...] = ()
    more: int = 0
    """Classes beyond those that are listed."""
    to_activate: bool = False
    assessment_id: str = ""
    """The assessment; blank for a test of a process, and in mails of 0.3."""

    def on(self, day: str, /) -> Self | None:
        """Leave out classes that are over on a day."""
        lasting = tuple(each for each in self.classes if not each.is_past(day))
        if len(lasting) == len(self.classes):
            return self
        return self.model_copy(update={"classes": lasting, "more": 0}) if lasting else None


# -- a Mastery Process is finished -----------------------------------------------------------------

Sign = Literal["rise", "fall", "same", "unknown"]
"""What a change amounts to; said by an arrow beside the number, never by colour alone."""


class Particular(Facts):
    """A line of a list: `Particular(label="Pre-test", value="Unit 4")`."""

    label: str
    value: str


class ComparedLine(Facts):
    """A row of the summary. What is "" is shown as a dash.

    `change` is in percentage points, `relative` in percent of the pre-test.
    """

    label: str
    pre: str = ""
    post: str = ""
    change: str = ""
    relative: str = ""
    sign: Sign = "unknown"


class LevelLine(Facts):
    """How many of those tested are at a level, the lowest first: "8", and "28.6%" of them."""

    name: str
    span: str
    meets: bool
    pre: str = ""
    pre_share: str = ""
    post: str = ""
    post_share: str = ""


class TeacherLine(Facts):
    """A teacher of the team. Averages are of `pre_n` and `post_n` students, as "n = 28".

    `change`, in percentage points, is of `matched` with both tests. `goal` is "Met", "Not met" or
    why it cannot be said; `reached` and `aim` are the two percents, `confirmed` says that its
    teacher has not confirmed all of it. `note` says what is not shown, and why.
    """

    name: str
    note: str = ""
    pre: str = ""
    pre_n: str = ""
    post: str = ""
    post_n: str = ""
    change: str = ""
    matched: str = ""
    sign: Sign = "unknown"
    goal: str = ""
    reached: str = ""
    aim: str = ""
    confirmed: str = ""


LARGEST_PICTURE = 450_000
"""Bytes of a picture that a mail carries; of one that is larger only the words are in it."""


class Chart(Facts):
    """A picture in the mail: where it is kept, what it is called, and all it shows in words."""

    file: str
    title: str
    alt: str


class ReportFile(Facts):
    """The PDF: where it is kept, its name when saved, its bytes, whether it comes along."""

    file: str
    name: str
    size: int
    attach: bool = False


class ProcessFinished(Facts):
    """A data team has finished a Mastery Process; for administrators. All is worded already.

    `headline` says rise or decline in one plain sentence. `link` is where the report can be read
    after signing in; without one the mail says where else.
    """

    process: str
    team: str
    school: str = ""
    """Empty for a team of the whole district."""
    particulars: tuple[Particular, ...] = ()
    standards: tuple[str, ...] = ()
    """Codes."""
    headline: str
    sign: Sign = "unknown"
    goal: str = ""
    summary: tuple[ComparedLine, ...]
    summary_note: str = ""
    levels: tuple[LevelLine, ...] = ()
    levels_chart: Chart | None = None
    teachers: tuple[TeacherLine, ...] = ()
    more: int = 0
    """Teachers beyond those that are listed."""
    teachers_note: str = ""
    movement: tuple[str, ...] = ()
    movement_chart: Chart | None = None
    growth: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    """Schools, where it is for administrators of these, who see the team and their part."""
    report: ReportFile | None = None
    """None for these: the report shows all classes."""
    link: str = ""


KINDS: dict[str, type[Facts]] = {
    "assessment_delivered": AssessmentDelivered,
    "process_finished": ProcessFinished,
    "reminder": BeginReminder,
}
"""Kinds of mail: each has its folder under `templates/email/`."""
