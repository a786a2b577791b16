"""What several screens of a process show alike: levels, shares, means, tests, what is hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from pydantic import Field

from chalicelib.percents import Cuts, beside, in_percent
from chalicelib.processes.analytics.formatting import format_average, format_part
from chalicelib.processes.analytics.model import Average
from chalicelib.processes.model import Attached
from chalicelib.processes.suppression.model import RowPart
from chalicelib.suppression import SuppressionReason
from chalicelib.teams.levels import Levels
from chalicelib.web.id_names import Described, SetName
from chalicelib.web.representation import Representation


def round_percent(share: Fraction, cuts: Cuts = ()) -> float:
    """Give a share in percent for the eye, on its side of the cuts at which a level begins."""
    return float(in_percent(share, cuts))


class EndedView(Representation):
    """Who finished a process, when."""

    by: str = Field(serialization_alias="ended_by_id")
    """The id of who finished or discarded it. Example: `T-311`"""
    by_name: str = Field(serialization_alias="ended_by_name")
    """The name of who finished or discarded it. Example: `Ana Ruiz`"""
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
    """The part in percent; null of nobody. Example: `62.5`"""
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
    level. Null of nobody.

    Example: `71.4`
    """
    n: int = Field(serialization_alias="student_count")
    """How many students it is of. Example: `24`"""
    said: str = Field(serialization_alias="text")
    """The same in words. Example: `71.4%`"""


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
    """What all items are worth together, as a decimal. Example: `25`"""


def level_views(levels: Levels) -> list[ProcessLevelView]:
    """Give the levels of a team."""
    return [ProcessLevelView(**each) for each in levels.describe()]


def part_view(some: int, every: int, other: Fraction | None = None) -> ShareView:
    """Give a count in percent of another; beside the `other` share it is compared with."""
    share = Fraction(some, every) if every else None
    said = format_part(some, every, other)
    if share is None or other is None:
        return ShareView(percent=percent_or_none(share), count=some, n=every, said=said)
    return ShareView(percent=float(beside(share, other)), count=some, n=every, said=said)


def mean_view(average: Average, cuts: Cuts) -> MeanView:
    """Give an average with its n."""
    return MeanView(
        percent=percent_or_none(average.share, cuts),
        n=average.n,
        said=format_average(average, cuts),
    )


def percent_or_none(share: Fraction | None, cuts: Cuts = ()) -> float | None:
    """Give a share in percent, if there is one."""
    return None if share is None else round_percent(share, cuts)


def build_test_view(test: Attached | None) -> ProcessTestView | None:
    """Give a test of the process, if it has it."""
    if test is None:
        return None
    return ProcessTestView(
        assessment_id=test.assessment,
        title=test.title,
        standards_set_id=test.set_id,
        standards=test.standards,
        items=test.items,
        points=test.points,
    )


def describe_hidden(hidden: Mapping[RowPart, SuppressionReason]) -> list[str]:
    """Say what of the team's row is hidden: a sentence for each reason."""
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
    """Give the end of a sentence about what is not shown.

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
