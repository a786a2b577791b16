"""The email to administrators: a Mastery Process is finished (P13)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from chalicelib.mail.destinations import PROCESS, REPORT, fill
from chalicelib.mail.payload import Chart, Facts, MailPayload, MailTopic, ReportFile
from chalicelib.rendering import one_line

Sign = Literal["rise", "fall", "same", "unknown"]
"""The direction of a change; an arrow beside the number shows it, never color alone."""


class Particular(Facts):
    """A line of a list: `Particular(label="Pre-test", value="Unit 4")`."""

    label: str
    value: str


class ComparedLine(Facts):
    """A row of the summary. A value of "" is shown as a dash.

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
    the reason why it is hidden; `reached` and `aim` are the two percents, `confirmed` says that its
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


class ProcessFinished(MailPayload):
    """A data team has finished a Mastery Process; for administrators. All is worded already.

    `headline` says rise or decline in one plain sentence. `link` is where the report can be read
    after signing in, where the stack does not know its own address.
    """

    kind: ClassVar[str] = "process_finished"
    usual_topic: ClassVar[MailTopic] = MailTopic.PROCESS
    unsubscribe: ClassVar[str] = "No more report emails"

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

    @property
    def title(self) -> str:
        """The process, and whose it is."""
        return f"{self.process} ({self.team})"

    def build_context(self) -> dict[str, Any]:
        """Return the values that its templates name."""
        return {
            **{name: getattr(self, name) for name in type(self).model_fields},
            "process": one_line(self.process),
            "size": _format_megabytes(self.report.size) if self.report else "",
        }

    def find_path(self, about: str) -> str:
        """Lead to the report; for administrators of a part, who get none, to the process."""
        return fill(PROCESS if self.part else REPORT, process=about)

    def list_pictures(self) -> Mapping[str, Chart]:
        """Return the two charts, as far as there are any."""
        charts = {"levels": self.levels_chart, "movement": self.movement_chart}
        return {name: chart for name, chart in charts.items() if chart}

    def find_attachment(self) -> ReportFile | None:
        """Return the report."""
        return self.report


def _format_megabytes(size: int) -> str:
    """Format how large a file is: 0.1 MB at least, as people read it."""
    return f"{max(size / 1_000_000, 0.1):.1f} MB"
