"""The shared views of a process's screens: levels, shares, means, tests, hidden parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from pydantic import Field

from chalicelib.percents import Cuts, beside, in_percent
from chalicelib.processes.analytics.formatting import format_average, format_part
from chalicelib.processes.analytics.model import Average
from chalicelib.processes.model import Attached, PageName, Process, ProcessStep, TestOrigin
from chalicelib.processes.moves import ProcessState
from chalicelib.processes.scores import ProcessTest
from chalicelib.processes.suppression.model import RowPart
from chalicelib.suppression import SuppressionReason
from chalicelib.teams.levels import Levels
from chalicelib.teams.model import TeamRole
from chalicelib.web.id_names import Described, DescribedAlone, SchoolName, SetName
from chalicelib.web.representation import Representation, TextOrNull, Version


def round_percent(share: Fraction, cuts: Cuts = ()) -> float:
    """Return a share in percent for the eye, on its side of the cuts at which a level begins."""
    return float(in_percent(share, cuts))


class EndedView(Representation):
    """The person who finished a process, and the time."""

    by: str = Field(serialization_alias="ended_by_id")
    """The id of the person who finished or discarded it. Example: `T-311`"""
    by_name: str = Field(serialization_alias="ended_by_name")
    """The name of the person who finished or discarded it. Example: `Ana Ruiz`"""
    at: str = Field(serialization_alias="ended_at")
    """When that was. Example: `2026-12-15T20:00:00Z`"""


class ProcessLevelView(Representation):
    """A level of the team, as the team calls it."""

    level: int
    """The level's number, from 1, the lowest. Example: `3`"""
    name: str
    """The level's name. Example: `Mastery`"""
    lower: str
    """The percent at which the level begins, as a decimal. Example: `70`"""
    color: str
    """The level's color, as a hexadecimal RGB value. Example: `#2E7D32`"""
    ink: str = Field(serialization_alias="ink_color")
    """The color of text on it that can be read: black or white. Example: `#ffffff`"""
    span: str = Field(serialization_alias="range_text")
    """The percents of the level, in words. Example: `70 to 84`"""
    meets: bool
    """Whether the level is enough."""


class ShareView(Representation):
    """A count of students, in percent of all."""

    percent: float | None
    """The share in percent; null if there are none. Example: `62.5`"""
    count: int
    """How many students are in the part. Example: `15`"""
    n: int = Field(serialization_alias="student_count")
    """How many students it is a part of. Example: `24`"""
    said: str = Field(serialization_alias="text")
    """The same in words. Example: `15 of 24 (62.5%)`"""


class MeanView(Representation):
    """The mean of students' shares of the points, in percent."""

    percent: float | None
    """The mean in percent, for the eye: one decimal, and more where it would belong to another
    level. Null if there are none.

    Example: `71.4`
    """
    n: int = Field(serialization_alias="student_count")
    """How many students it is of. Example: `24`"""
    said: str = Field(serialization_alias="text")
    """The same in words. Example: `71.4%`"""


class TaughtClassView(Representation):
    """A class and its teacher, wherever a process shows both."""

    class_id: str
    """The class's id in the roster. Example: `C-3B`"""
    title: str
    """The class's title. Example: `Math 3, period 2`"""
    teacher: str = Field(serialization_alias="teacher_id")
    """The id of the teacher whose class it is. Example: `T-311`"""
    teacher_name: str
    """The teacher's name. Example: `Ana Ruiz`"""


class ProcessTestView(Representation):
    """A test of the process."""

    assessment_id: str
    """The assessment's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str
    """The assessment's title. Example: `Unit 3: Fractions`"""
    standards_set_id: str
    """The set of the standards. Example: `jf.math.3`"""
    standards_set_name: SetName = None
    standards: tuple[str, ...]
    """The codes of the standards that it assesses. Example: `["3.NF.A.1"]`"""
    described_standards: Described = ()
    items: int = Field(serialization_alias="item_count")
    """How many items it has. Example: `20`"""
    points: str
    """The points of all items together, as a decimal. Example: `25`"""


def level_views(levels: Levels) -> list[ProcessLevelView]:
    """Return the levels of a team."""
    return [ProcessLevelView(**each) for each in levels.describe()]


def part_view(some: int, every: int, other: Fraction | None = None) -> ShareView:
    """Return a count in percent of another; beside the `other` share it is compared with."""
    share = Fraction(some, every) if every else None
    text = format_part(some, every, other)
    if share is None or other is None:
        return ShareView(percent=percent_or_none(share), count=some, n=every, said=text)
    return ShareView(percent=float(beside(share, other)), count=some, n=every, said=text)


def mean_view(average: Average, cuts: Cuts) -> MeanView:
    """Return an average with its n."""
    return MeanView(
        percent=percent_or_none(average.share, cuts),
        n=average.n,
        said=format_average(average, cuts),
    )


def percent_or_none(share: Fraction | None, cuts: Cuts = ()) -> float | None:
    """Return a share in percent, if there is one."""
    return None if share is None else round_percent(share, cuts)


def build_test_view(test: Attached | None) -> ProcessTestView | None:
    """Return a test of the process, if it has it."""
    if test is None:
        return None
    return ProcessTestView.take(test, assessment_id=test.assessment, standards_set_id=test.set_id)


def describe_hidden(hidden: Mapping[RowPart, SuppressionReason]) -> list[str]:
    """Describe the hidden parts of the team's row: a sentence for each reason."""
    found: dict[SuppressionReason, list[str]] = {}
    for part, words in _WORDS.items():
        if part in hidden:
            found.setdefault(hidden[part], []).append(words)
    return [_describe_parts(words, why) for why, words in found.items()]


def _describe_parts(words: Sequence[str], why: SuppressionReason) -> str:
    *some, last = words
    listed = f"{', '.join(some)} and {last}" if some else last
    if not some:
        return f"Of the team as a whole, {listed} is not shown, {explain_suppression(why)}."
    because = f"because they are of {why}" if why == SuppressionReason.FEW else why
    return f"Of the team as a whole, {listed} are not shown, {because}."


def explain_suppression(why: SuppressionReason) -> str:
    """Return the end of a sentence about a hidden figure.

    >>> explain_suppression(SuppressionReason.FEW)
    'because it is of fewer than 5 students'
    """
    return "because it is of " + why if why == SuppressionReason.FEW else why


_WORDS = {
    RowPart.PRE: "the pre-test",
    RowPart.POST: "the post-test",
    RowPart.BOTH: "the change",
    RowPart.PRE_AWAY: "the number of students without a pre-test",
    RowPart.POST_AWAY: "the number of students without a post-test",
}


class AttachedTestView(Representation):
    """A test of a process."""

    assessment_id: str
    """The assessment's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    title: str
    """The assessment's title. Example: `Unit 3: Fractions`"""
    how: TestOrigin = Field(serialization_alias="origin")
    """How it came to the process."""
    subject: str
    """The test's subject. Example: `Mathematics`"""
    grades: tuple[str, ...]
    """The test's grades. Example: `["3"]`"""
    set_id: str = Field(serialization_alias="standards_set_id")
    """The standards set that it assesses. Example: `f1-math-3`"""
    standards_set_name: SetName = None
    standards: tuple[str, ...]
    """The codes of the standards that it assesses. Example: `["3.NF.A.1"]`"""
    described_standards: DescribedAlone = ()
    items: int = Field(serialization_alias="item_count")
    """How many items it has. Example: `20`"""
    points: str
    """The points of all items together, as a decimal. Example: `25`"""
    at: TextOrNull = Field(serialization_alias="attached_at")
    """When it was attached; null for a test that was attached before release 0.4.

    Example: `2026-09-14T17:00:00Z`
    """
    begun: bool = Field(serialization_alias="activated")
    """Whether a class was given it. Then it cannot be exchanged."""
    links: dict[str, str]
    """Where to go on.

    - `assessment`: The assessment.
    - `items`: Its items and key.
    - `attachments`: Its documents to print.
    - `standards_set`: Its standards set.
    - `collection`: The figures of this test.
    """

    @classmethod
    def one(cls, process: Process, test: ProcessTest, role: TeamRole) -> AttachedTestView | None:
        """Render one of a process's tests, if it has it."""
        attached = process.test(test)
        if attached is None:
            return None
        return cls(
            **attached.model_dump(exclude={"assessment", "mask"}),
            assessment_id=attached.assessment,
            begun=test in process.begun,
            links=_test_links(process, test, attached, role),
        )


def _test_links(
    process: Process, test: ProcessTest, attached: Attached, role: TeamRole
) -> dict[str, str]:
    assessment = f"/v1/assessments/{attached.assessment}"
    collection = f"/v1/processes/{process.id}/collection?test={test}"
    open_to_all = {
        "standards_set": f"/v1/standards-sets/{attached.set_id}",
        "collection": collection,
    }
    if role in (TeamRole.ADMINISTRATOR, TeamRole.SCHOOL_ADMINISTRATOR):
        return open_to_all  # the test may be shared with the team alone
    return {
        "assessment": assessment,
        "items": f"{assessment}/items",
        "attachments": f"{assessment}/attachments",
        **open_to_all,
    }


class ProcessHead(Representation):
    """A process without what is in it."""

    id: str
    """The Mastery Process's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    name: str
    """The process's name. Example: `Fractions, fall 2026`"""
    state: ProcessState
    """Where it stands."""
    step: ProcessStep
    """How far it has come: the furthest part that has content."""
    team_id: str
    """The data team's id. Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`"""
    team_name: str
    """The data team's name. Example: `Grade 3 Math`"""
    school: str | None = Field(serialization_alias="school_id")
    """The team's school; null for a team of the whole district. Example: `S-104`"""
    school_name: SchoolName = None
    year: str
    """The school year in which it began. Example: `2026-2027`"""
    pre_test: AttachedTestView | None
    """The pre-test; null until it is attached."""
    post_test: AttachedTestView | None
    """The post-test; null until it is attached."""
    begun: list[str] = Field(serialization_alias="parts_in_progress")
    """The parts that somebody has begun.

    - `pre`: A class was given the pre-test.
    - `post`: A class was given the post-test.
    - `analyze`: The page has content.
    - `goals`: The page has content.
    - `strategies`: The page has content.
    - `reflect`: The page has content.
    """
    creator: str = Field(serialization_alias="created_by_id")
    """The id of the person who made it. Example: `T-311`"""
    creator_name: str = Field(serialization_alias="created_by_name")
    """The name of the person who made it. Example: `Ana Ruiz`"""
    created: str = Field(serialization_alias="created_at")
    """When it was made. Example: `2026-09-14T17:00:00Z`"""
    started_from: str | None = Field(serialization_alias="started_from_id")
    """The finished process whose texts it began with; null when there was none.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    distribution_id: str | None
    """The distribution that opened it; null when a leader did.

    Example: `01J7Z5T0QK3W8V6M2N4P9R1S0A`
    """
    ended: EndedView | None
    """The person who finished or discarded it, and the time; null while it is open."""
    role: TeamRole
    """Your role in its team."""
    allowed: tuple[str, ...]
    """The actions that you can take now.

    - `rename`: Give it another name.
    - `attach_pre_test`: Attach or exchange the pre-test.
    - `attach_post_test`: Attach or exchange the post-test.
    - `activate_pre_test`: Give the pre-test to a class of yours.
    - `activate_post_test`: Give the post-test to a class of yours.
    - `save_page`: Write on its pages.
    - `set_goal`: Set the goal of a class of yours.
    - `lock`: Finish it.
    - `discard`: Discard it.
    - `print`: Print its template.
    - `remind`: Remind the teachers who have not begun.
    """
    version: Version
    links: dict[str, str]
    """Where to go on. Some are missing for administrators who see a part.

    - `self`: This process.
    - `team`: Its data team.
    - `goals`: The goals of its classes.
    - `comparison`: Pre- and post-test side by side.
    - `growth`: Its growth.
    - `collection`: The tested students, with averages and levels.
    - `activations`: The reader's classes, and what each test is to them.
    - `analyze`: The shared page of that name.
    - `goals_page`: The shared page with the team goal.
    - `strategies`: The shared page of that name.
    - `reflect`: The shared page of that name.
    - `report`: The report of a finished process.
    - `library`: Its entry in the library.
    """


_SAME = (
    "id",
    "name",
    "state",
    "step",
    "team_name",
    "year",
    "creator",
    "creator_name",
    "created",
    "ended",
    "version",
)


def head_of(process: Process, role: TeamRole) -> dict[str, object]:
    """Return the fields of a process without its parts."""
    own: dict[str, object] = {name: getattr(process, name) for name in _SAME}
    return own | {
        "team_id": process.team,
        "school": process.school or None,
        "started_from": process.started_from or None,
        "distribution_id": process.distribution or None,
        "pre_test": AttachedTestView.one(process, ProcessTest.PRE, role),
        "post_test": AttachedTestView.one(process, ProcessTest.POST, role),
        "begun": sorted(process.begun),
        "role": role,
        "allowed": process.list_allowed(role),
        "links": _links(process, role),
    }


def _links(process: Process, role: TeamRole) -> dict[str, str]:
    """Return where to go on; to people who see a part of it, only where they can go."""
    path = f"/v1/processes/{process.id}"
    screens = {each: f"{path}/{each}" for each in ("goals", "comparison", "growth")}
    if role == TeamRole.SCHOOL_ADMINISTRATOR:
        library = {"library": f"/v1/library/{process.id}"}
        return {"self": path, **screens} | (library if process.state == ProcessState.LOCKED else {})
    team, activations = f"/v1/teams/{process.team}", f"{path}/activations"
    pages = {each.value: f"{path}/pages/{each}" for each in PageName if each != PageName.GOALS}
    found = {"self": path, "team": team, "activations": activations, **pages, **screens}
    found |= {"goals_page": f"{path}/pages/goals", "collection": f"{path}/collection"}
    locked = (
        {"library": f"/v1/library/{process.id}"} if process.state == ProcessState.LOCKED else {}
    )
    return found | locked | ({"report": f"{path}/report"} if process.is_finished else {})
